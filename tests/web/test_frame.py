"""The frame around every page: language, headers, who comes in, faults."""

import pytest


def test_a_stranger_is_asked_to_sign_in(visit):
    response = visit().get("/?group=x")
    assert response.status_code == 302
    assert response["Location"] == "/account/sign-in/?next=%2F%3Fgroup%3Dx"


@pytest.mark.parametrize(("language", "words"), [("vi", "Bảng điểm chỉ tiêu"), ("en", "Scoreboard of targets")])
def test_the_switch_keeps_the_language(visit, register, language, words):
    client = visit("viewer")
    response = client.post("/language/", {"language": language, "next": "/"})
    assert response["Location"] == "/"
    page = client.get("/")
    assert page["Content-Language"] == language
    assert words in page.content.decode()


@pytest.mark.parametrize("next_page", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_the_switch_leads_nowhere_else(visit, next_page):
    assert visit().post("/language/", {"language": "en", "next": next_page})["Location"] == "/"


def test_every_answer_has_the_policy(visit):
    policy = visit("viewer").get("/")["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


def test_an_address_that_leads_nowhere(visit, settings):
    response = visit("viewer").get("/khong-co/")
    assert response.status_code == 404
    assert "Địa chỉ này không dẫn tới trang nào." in response.content.decode()


def test_health(client, db):
    assert client.get("/healthz").json()["ok"] is True


def test_no_migration_is_missing(db):
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_the_tour_hands_out_the_sample(visit):
    client = visit("viewer")
    assert client.get("/tour/").status_code == 200
    report = client.get("/tour/bao-cao-mau.docx")
    assert report.content.startswith(b"PK")
    assert report["Content-Disposition"] == 'attachment; filename="bao-cao-mau.docx"'


def test_the_door_bears_the_sites_name_not_the_hosts(client, people, db):
    from muctieu_web.store.models import Site

    Site.objects.update_or_create(pk=1, defaults={"name": "Xã Suối Reo", "name_en": ""})
    for language in ("vi", "en"):
        client.cookies["muctieu_language"] = language
        assert "</svg>Xã Suối Reo</a>" in client.get("/account/sign-in/").content.decode()


def test_an_empty_site_says_how_to_begin(visit, db):
    client = visit("administrator")
    for path, words in (
        ("/", "Chưa có chỉ tiêu nào"), ("/reports/", "Chưa có báo cáo nào"), ("/register/observations/", "Sổ chưa có số liệu nào"),
        ("/register/entry/", "Thêm địa bàn và chỉ tiêu trước"), ("/register/indicators/", "Danh sách còn trống"),
    ):  # fmt: skip
        assert words in client.get(path).content.decode(), path
    assert "Không có số liệu nào khớp" in client.get("/register/observations/?period=2024").content.decode()


def test_every_step_of_the_tour_leads_somewhere(visit, register):
    import re

    client = visit("administrator")
    for address in re.findall(r'class="button" href="([^"]+)"', client.get("/tour/").content.decode()):
        assert client.get(address).status_code == 200, address
