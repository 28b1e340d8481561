"""The API itself: who comes in by which token, and what an error looks like."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, set_response_etag
from ninja import NinjaAPI, Swagger
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import HttpBearer

from muctieu import __version__
from muctieu.errors import MuctieuError
from muctieu_web.access import NOBODY, Forbidden, NotThere
from muctieu_web.actions.tokens import Holder, holder_of

STRANGER = Holder(NOBODY, False)


class Door(HttpBearer):
    """Lets in whoever has a good token; without any, on a public site, as a stranger. A bad token is always refused."""

    def __call__(self, request: HttpRequest) -> Any:
        """The holder, or None (401)."""
        if "Authorization" not in request.headers:
            return STRANGER if request.site.is_public else None  # type: ignore[attr-defined]
        return super().__call__(request)

    def authenticate(self, request: HttpRequest, token: str) -> Holder | None:
        """The holder of the token."""
        return holder_of(secret=token, now=timezone.now())


DESCRIPTION = """The register, the board and the reports for programs; the same rights and rules as on the pages.

Send a token of your account as `Authorization: Bearer muctieu_…`; without one a public site shows what is official. Decimals are
strings. An error is `{"sentence", "sentence_en", "field", "may_confirm"}`. Answers carry an ETag; send it back in `If-None-Match`.
"""


class Api(NinjaAPI):
    """Ninja's, with an ETag on whatever is read."""

    def create_response(self, request: HttpRequest, data: Any, **more: Any) -> HttpResponse:
        """The answer; 304 where the client has it already."""
        response = super().create_response(request, data, **more)
        response["Vary"], response["Cache-Control"] = "Authorization", "private, no-cache"
        if request.method != "GET" or response.status_code != 200:
            return response
        set_response_etag(response)
        return get_conditional_response(request, etag=response["ETag"], response=response) or response


api = Api(
    title="Muctieu",
    version=__version__,
    description=DESCRIPTION,
    urls_namespace="api",
    docs=Swagger(settings={"persistAuthorization": False}),
    auth=Door(),
)


def writer(request: HttpRequest) -> Holder:
    """Who writes by this request. Raises `Forbidden` for a token that may only read."""
    holder: Holder = request.auth  # type: ignore[attr-defined]
    if not holder.may_write:
        raise Forbidden(deed_vi="ghi bằng khóa API chỉ đọc", deed_en="write with a token that only reads")
    return holder


def _error(
    request: HttpRequest, status: int, sentence: str, sentence_en: str, field: str = "", may_confirm: bool = False
) -> HttpResponse:
    answer = {"sentence": sentence, "sentence_en": sentence_en, "field": field, "may_confirm": may_confirm}
    return api.create_response(request, answer, status=status)


@api.exception_handler(MuctieuError)
def _refused(request: HttpRequest, error: MuctieuError) -> HttpResponse:
    status = 403 if isinstance(error, Forbidden) else 404 if isinstance(error, NotThere) else 400
    field, may_confirm = str(getattr(error, "field", "")), bool(getattr(error, "may_confirm", False))
    return _error(request, status, error.sentence("vi"), error.sentence("en"), field, may_confirm)


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    first = error.errors[0]
    where = ".".join(str(part) for part in first["loc"][1:]) or str(first["loc"][-1])
    said = str(first["msg"])
    return _error(
        request, 422, f"Trường «{where}» không hợp lệ ({said}).", f"The field “{where}” is not valid ({said}).", where
    )


@api.exception_handler(AuthenticationError)
def _unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    answer = _error(
        request,
        401,
        "Cần khóa API còn hạn: Authorization: Bearer muctieu_…; tạo ở trang Tài khoản của tôi.",
        "A valid token is needed: Authorization: Bearer muctieu_…; make one on the page My account.",
    )
    answer["WWW-Authenticate"] = "Bearer"
    return answer


@api.exception_handler(HttpError)
def _unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    return _error(
        request, error.status_code, f"Không đọc được yêu cầu ({error}).", f"The request cannot be read ({error})."
    )


@api.exception_handler(Http404)
def _nowhere(request: HttpRequest, error: Http404) -> HttpResponse:
    return _error(request, 404, "Địa chỉ này không dẫn tới đâu.", "This address leads nowhere.")
