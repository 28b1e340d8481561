"""Import from Excel and CSV: the file, its dry run line by line, then the whole or nothing; and the register as a workbook."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from muctieu_web.access import Permission, Refused, permit
from muctieu_web.actions.import_tables import apply_import, draft_import
from muctieu_web.pages.frame.words import language, say
from muctieu_web.pages.register.sheets import workbook
from muctieu_web.queries.drafts import draft_page
from muctieu_web.queries.whole import whole_register

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def upload(request: HttpRequest) -> HttpResponse:
    """Takes the file and shows what would become of each line."""
    permit(request.actor, Permission.KEEP_REGISTER)
    fault: Refused | None = None
    if request.method == "POST":
        try:
            return HttpResponseRedirect(f"/register/import/{_draft(request)}/")
        except Refused as refused:
            fault = refused
    return render(request, "register/import.html", {"tab": "import", "fault": fault}, status=422 if fault else 200)


def _draft(request: HttpRequest) -> int:
    given = request.FILES.get("file")
    if given is None:
        raise Refused(field="file", reason_vi="Hãy chọn một tệp.", reason_en="Choose a file.")
    if (given.size or 0) > settings.UPLOAD_LIMIT:
        most = settings.UPLOAD_LIMIT // 1024 // 1024
        raise Refused(
            field="file", reason_vi=f"Tệp lớn hơn {most} MB.", reason_en=f"The file is larger than {most} MB."
        )  # fmt: skip
    name = (given.name or "").replace("\\", "/").rpartition("/")[2][:200]
    return draft_import(actor=request.actor, now=timezone.now(), name=name, content=given.read())


@require_safe
def draft(request: HttpRequest, key: int) -> HttpResponse:
    """The dry run."""
    page = draft_page(actor=request.actor, draft_id=key)
    return render(request, "register/draft.html", {"tab": "import", "draft": page})


@require_POST
def apply(request: HttpRequest, key: int) -> HttpResponse:
    """Imports the whole of it."""
    confirmed = request.POST.get("confirmed") == "yes"
    try:
        count = apply_import(actor=request.actor, now=timezone.now(), draft_id=key, confirmed=confirmed)
        messages.success(request, say("Đã nhập {n} dòng.", "{n} lines were imported.", n=count))
    except Refused as refused:
        messages.error(request, refused.sentence(language()))
    return HttpResponseRedirect(f"/register/import/{key}/")


@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """An empty workbook with the sheets and columns that the import reads."""
    permit(request.actor, Permission.KEEP_REGISTER)
    return _file(workbook({}), "mau-so-so-lieu.xlsx")


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """The whole register, as the import reads it back."""
    return _file(workbook(whole_register(actor=request.actor)), f"so-so-lieu-{timezone.localdate()}.xlsx")


def _file(content: bytes, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'})
