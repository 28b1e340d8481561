"""What an attacker would try on any page: forged forms, framing, foreign hosts, ids of others, headers, marks in filters, cookies."""

import pytest
from django.test import Client
from tests.web.conftest import finish
from tests.web.test_access import ADDRESSES, address, report  # noqa: F401 (a fixture)

POLICY = ("default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'")
ODD = ["' OR '1'='1", "1; DROP TABLE store_person", "%27", "\x00", "\u202e", "<script>alert(1)</script>", "{{7*7}}", "../../etc/passwd",
       "9" * 40, "-1", "x" * 5000, "\ud800"]  # fmt: skip


def strict(people, role="administrator"):
    client = Client(enforce_csrf_checks=True)
    client.force_login(people[role])
    return client


def test_no_form_of_another_site_is_taken(register, people, report):  # noqa: F811
    """Every address that takes a POST refuses one without the token of this site."""
    client = strict(people)
    for route, (_, posts) in ADDRESSES.items():
        if posts[-1] != "0" and route != "healthz":
            assert client.post(address(route, people, report)).status_code == 403, route


def test_every_answer_bears_its_headers(register, people, report):  # noqa: F811
    client = Client()
    client.force_login(people["administrator"])
    for route in [*ADDRESSES, "api/v1/docs", "api/v1/openapi.json", "api/v1/indicators", "nowhere/"]:
        path = address(route, people, report) if route in ADDRESSES else f"/{route}"
        response = client.get(path)
        finish(response)
        policy = response["Content-Security-Policy"]
        assert "unsafe" not in policy, route
        assert policy.startswith("sandbox") or all(part in policy for part in POLICY), route
        assert response["X-Frame-Options"] == "DENY", route
        assert response["X-Content-Type-Options"] == "nosniff", route
        assert response["Referrer-Policy"] == "same-origin", route


def test_no_page_runs_or_styles_inline_or_asks_another_host(register, people, report):  # noqa: F811
    import re

    client = Client()
    client.force_login(people["administrator"])
    for route, (gets, _) in ADDRESSES.items():
        response = client.get(address(route, people, report))
        if gets[-1] == "y" and not response.streaming and response["Content-Type"].startswith("text/html"):
            page = response.content.decode()
            assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/(ld\+)?json)", page), route
            assert not re.search(r"<[^>]+\s(on\w+|style)=", page), route
            assert not re.search(r"<(script|link|img|iframe)[^>]+(src|href)=[\"']?(https?:)?//", page), route
        finish(response)


@pytest.mark.parametrize(
    "host", ["evil.example", "testserver.evil.example", "localhost@evil.example", "localhost:8000#x"]
)
def test_a_foreign_host_is_refused(client, people, host):
    assert client.get("/account/sign-in/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("odd", ODD)
def test_marks_in_filters_are_words(register, people, odd):
    client = Client()
    client.force_login(people["administrator"])
    names = ("words", "group", "status", "place", "organisation", "term", "on", "period", "kind", "only", "page", "archived", "a", "b", "path",
             "view", "format", "person", "action", "noun", "key")  # fmt: skip
    for path in ("/", "/reports/", "/reports/compare/", "/targets/T04/", "/feeds/board.csv", "/register/", "/history/"):
        for name in names:
            response = client.get(path, {name: odd.encode("utf-8", "surrogatepass")})
            finish(response)
            assert response.status_code < 500, (path, name)
            assert b"<script>alert(1)" not in getattr(response, "content", b""), (path, name)
            assert not any("\n" in value or "\r" in value for value in response.headers.values())


@pytest.mark.parametrize("key", ["0", "999999", "9223372036854775808", "9" * 40])
def test_an_id_that_is_not_there_is_not_found(register, people, key):
    client = Client()
    client.force_login(people["administrator"])
    for path in (
        f"/people/{key}/",
        f"/reports/{key}/",
        f"/reports/{key}/versions/1/",
        f"/reports/1/versions/{key}/file/",
    ):
        assert client.get(path).status_code == 404, path
    for path in (
        f"/people/{key}/reset-password/",
        f"/account/tokens/{key}/revoke/",
        f"/targets/T04/comment/{key}/withdraw/",
    ):
        assert client.post(path).status_code == 404, path


def test_the_token_of_another_is_not_there(register, people, actors):
    from django.utils import timezone

    from muctieu_web.actions.tokens import make_token
    from muctieu_web.store.models import Token

    key, _ = make_token(actor=actors["reviewer"], now=timezone.now(), name="x", may_write=True, days=1)
    client = Client()
    client.force_login(people["viewer"])
    answer = client.post(f"/account/tokens/{key}/revoke/")
    missing = client.post("/account/tokens/999999/revoke/")
    assert (answer.status_code, missing.status_code) == (404, 404)
    assert Token.objects.filter(pk=key).exists()


@pytest.mark.parametrize("words", ["a\r\nSet-Cookie: x=1", "a\nX-Evil: 1", "a%0d%0aX-Evil:1"])
def test_no_header_is_let_in(client, people, words):
    for response in (
        client.get("/", {"next": words}),
        client.post("/language/", {"language": words, "next": f"/{words}"}),
        client.post("/account/sign-in/", {"username": "viewer", "password": "mat-khau-dai-12", "next": f"/{words}"}),
    ):
        assert "X-Evil" not in response.headers
        assert "x" not in response.cookies
        assert not any("\n" in value for value in response.headers.values())


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(client, people, settings):
    client.post("/account/sign-in/", {"username": "viewer", "password": "mat-khau-dai-12"})
    client.post("/language/", {"language": "en"})
    for name in ("sessionid", "muctieu_language"):
        assert client.cookies[name]["httponly"], name
        assert client.cookies[name]["samesite"] == "Lax", name


def test_over_https_cookies_stay_there(monkeypatch):
    """The settings of a site behind https, read anew."""
    import subprocess
    import sys

    code = (
        "from muctieu_web import settings as s; "
        "print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS > 0)"
    )
    monkeypatch.setenv("MUCTIEU_HTTPS", "1")
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert found.split() == ["True"] * 4


def test_a_page_of_ones_own_is_kept_by_no_cache(people):
    client = Client()
    client.force_login(people["administrator"])
    for path in ("/account/", "/people/", "/account/second-factor/"):
        assert "no-store" in client.get(path)["Cache-Control"], path
