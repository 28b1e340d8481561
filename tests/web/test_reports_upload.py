"""Uploading: what is refused and in which words, what is kept, and the reading that follows."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web.conftest import NOW

from muctieu.document.endings import READABLE

TEXT = "I. Kết quả\nTỷ lệ hộ nghèo năm 2020 là 3,2%. Có 294/324 hộ thoát nghèo, đạt 80,74%.\n"


@pytest.fixture(autouse=True)
def _queue(settings, tmp_path):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def upload(actors):
    from muctieu_web.actions.upload_report import upload_report

    def of(content, name="bao-cao.txt", role="reviewer", report=None):
        return upload_report(actor=actors[role], now=NOW, name=name, content=content, report=report)

    return of


def zipped(**parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


def read(uploaded):
    from muctieu_web.jobs.read_version import read_version

    return read_version.call(uploaded.version)


def send(client, *files, address="/reports/"):
    return client.post(address, {"files": [SimpleUploadedFile(name, content) for name, content in files]}, follow=True)


def test_a_file_is_kept_as_it_came_under_the_name_of_its_hash(upload, settings):
    from muctieu_web.store.models import Version

    one = upload(TEXT.encode(), "../../etc/Báo cáo.txt")
    row = Version.objects.get(pk=one.version)
    assert (row.name, row.state, row.number) == ("Báo cáo.txt", "waiting", 1)
    assert Path(row.file.path).read_bytes() == TEXT.encode()
    assert Path(row.file.path).is_relative_to(settings.MEDIA_ROOT)
    assert [path.name for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()] == [row.sha256]


def test_the_same_file_again_leads_to_the_first(upload):
    from muctieu_web.store.models import Version

    first = upload(TEXT.encode())
    again = upload(TEXT.encode(), "khac.txt")
    assert (again.is_new, again.version) == (False, first.version)
    assert Version.objects.count() == 1


def test_a_second_file_is_the_reports_next_version(upload):
    first = upload(TEXT.encode())
    second = upload(TEXT.replace("3,2", "3,1").encode(), report=first.report)
    assert (second.report, second.number) == (first.report, 2)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("anh.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "không phải văn bản đọc được"),
        ("bao-cao.docm", b"PK\x03\x04", "có macro"),
        ("bao-cao.docx", zipped(word__document="x", word__vbaProject="x") + b"", "không phải văn bản đọc được"),
        ("bao-cao.docx", zipped(**{"word__document.xml": "x", "word__vbaProject.bin": "x"}), "có macro"),
        ("bao-cao.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "_VBA_PROJECT".encode("utf-16-le"), "có macro"),
        ("rong.txt", b"  \n", "không có nội dung"),
        ("hong.docx", b"PK\x03\x04 cut short", "bị hỏng"),
        ("to.txt", b"a" * 2048, "quá lớn"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_a_sentence(visit, settings, name, content, words):
    from muctieu_web.store.models import Report

    settings.UPLOAD_LIMIT = 1024
    page = send(visit("reporter"), (name, content)).content.decode()
    assert words in page
    assert Report.objects.count() == 0
    assert not Path(settings.MEDIA_ROOT).exists()


def test_of_several_files_the_good_ones_are_kept(visit):
    from muctieu_web.store.models import Report

    page = send(visit("reporter"), ("mot.txt", TEXT.encode()), ("anh.png", b"\x89PNG\0"), ("hai.txt", b"Co 7 cang."))
    assert page.redirect_chain == [("/reports/", 302)]
    assert sorted(Report.objects.values_list("title", flat=True)) == ["hai", "mot"]
    assert "anh.png" in page.content.decode()


@pytest.mark.parametrize(("role", "status"), [("viewer", 403), ("reporter", 200), ("reviewer", 200)])
def test_who_may_upload(visit, role, status):
    from muctieu_web.store.models import Report

    send(visit(role), ("mot.txt", TEXT.encode()))
    assert Report.objects.count() == (status == 200)


def test_a_reading_is_kept_whole_and_once(upload):
    from muctieu_web.store.models import Claim, Finding, Version

    one = upload(TEXT.encode())
    assert read(one) == "read"
    row = Version.objects.get(pk=one.version)
    assert (row.state, row.step, row.claim_count) == ("read", 100, 3)
    assert row.text == TEXT.strip() or row.text.strip() == TEXT.strip()
    assert list(Claim.objects.values_list("text", flat=True)) == ["3,2%", "294/324 hộ", "80,74%"]
    assert list(Finding.objects.values_list("rule", "severity")) == [("ratio", "error")]
    assert read(one) == "not waiting"
    assert Claim.objects.count() == 3


def test_a_file_that_cannot_be_read_says_why_in_both_languages(upload, visit):
    from muctieu_web.store.models import Version

    one = upload(zipped(**{"word__document.xml": "<w"}), "hong.docx")
    assert read(one) == "failed"
    row = Version.objects.get(pk=one.version)
    assert row.state == "failed"
    assert "bị hỏng" in row.failure_vi
    assert "damaged" in row.failure_en
    assert "bị hỏng" in visit("viewer").get(f"/reports/{one.report}/versions/1/").content.decode()


def test_a_zip_bomb_ends_in_a_sentence(upload):
    from muctieu_web.store.models import Version

    bomb = zipped(**{"word__document.xml": b"0" * (64 * 1024 * 1024)})
    one = upload(bomb, "bom.docx")
    assert read(one) == "failed"
    assert "không an toàn" in Version.objects.get(pk=one.version).failure_vi


def test_what_was_left_half_read_is_taken_up_again(upload):
    from muctieu_web.actions.keep_reading import take_up, take_up_again
    from muctieu_web.store.models import Version

    one = upload(TEXT.encode())
    assert take_up(one.version) is not None
    assert take_up(one.version) is None
    assert take_up_again() == 1
    assert Version.objects.get(pk=one.version).state == "waiting"
    assert read(one) == "read"


def test_a_reading_that_takes_too_long_is_stopped(tmp_path):
    from muctieu_web.jobs.reading_process import Ended, read_apart

    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert read_apart(str(path), "a.txt", lambda _: None, seconds=0.02) is Ended.TOO_LONG


def test_the_child_inherits_no_secret(monkeypatch, tmp_path):
    from muctieu_web.apart import bare_environment

    monkeypatch.setenv("MUCTIEU_SECRET", "x")
    monkeypatch.setenv("DATABASE_URL", "x")
    assert not {"MUCTIEU_SECRET", "DATABASE_URL"} & set(bare_environment(str(tmp_path)))


def test_the_original_is_handed_out_for_saving_only(upload, visit):
    one = upload(b"<html><script>alert(1)</script>Co 7 cang</html>", "trang.html")
    response = visit("viewer").get(f"/reports/{one.report}/versions/1/file/")
    assert b"".join(response.streaming_content).startswith(b"<html>")
    assert response["Content-Disposition"] == 'attachment; filename="trang.html"'
    assert response["Content-Type"] == "application/octet-stream"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].startswith("sandbox")


def test_a_script_in_the_text_stays_text(upload, visit):
    one = upload("Có 7 cảng <script>alert(1)</script> & <b>8 tàu</b>.\n".encode(), "x.txt")
    read(one)
    page = visit("viewer").get(f"/reports/{one.report}/versions/1/").content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page


def test_progress_is_asked_for_until_it_is_over(upload, visit):
    one = upload(TEXT.encode())
    client = visit("viewer")
    address = f"/reports/{one.report}/versions/1/progress/"
    waiting = client.get(address)
    assert "Đang chờ" in waiting.content.decode()
    assert "HX-Refresh" not in waiting
    read(one)
    assert client.get(address)["HX-Refresh"] == "true"


def test_search_needs_no_accents_and_the_archive_is_apart(upload, visit, actors):
    from muctieu_web.actions.keep_report import archive_report

    one = upload(TEXT.encode(), "Tình hình kinh tế.txt")
    upload(b"Co 7 cang.", "khac.txt")
    client = visit("viewer")
    page = client.get("/reports/?q=tinh hinh").content.decode()
    assert "Tình hình kinh tế" in page
    assert ">khac<" not in page
    archive_report(actor=actors["reporter"], now=NOW, report=one.report, archived=True)
    assert "Tình hình kinh tế" not in client.get("/reports/").content.decode()
    assert "Tình hình kinh tế" in client.get("/reports/?archived=1").content.decode()


def test_the_list_asks_the_database_a_fixed_number_of_times(upload, visit, django_assert_max_num_queries):
    for number in range(6):
        upload(f"Có {number} cảng.".encode(), f"{number}.txt")
    client = visit("viewer")
    with django_assert_max_num_queries(8):
        assert client.get("/reports/").content.decode().count('<th scope="row"') == 6


def test_the_form_offers_every_ending_that_is_taken(visit):
    page = visit("reviewer").get("/reports/").content.decode()
    offered = set(re.search(r'accept="([^"]*)"', page)[1].split(","))
    assert offered == READABLE - {".docm", ".xlsm"}
