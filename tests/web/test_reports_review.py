"""The reader and what people make of a report's figures: correct, accept, reject, a whole section, findings; and reading again."""

from decimal import Decimal

import pytest
from tests.web.conftest import NOW
from tests.web.reports import TEXT, accept, address, make, rows

pytestmark = pytest.mark.usefixtures("files_kept_here")


@pytest.fixture
def report(register, actors):
    """A report that was read, of the register's place."""
    return make(actors, TEXT)


def test_every_figure_is_a_link_and_the_finding_stands_beside(report, visit):
    page = visit("viewer").get(address(report)).content.decode()
    assert page.count("<mark ") == 6
    assert '<mark id="c1" class="level actual open"><a href="claims/1/">55,9%</a></mark>' in page
    assert 'class="beside error" id="f1"' in page
    assert "90,74%" in page
    assert "style=" not in page


def test_the_reader_asks_the_database_a_fixed_number_of_times(report, actors, visit, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    long = make(actors, TEXT + "".join(f"Năm 2020 xã số {n} có {n + 10} hộ nghèo.\n" for n in range(200)))
    client = visit("viewer")
    counts = []
    for one in (report, long):
        with CaptureQueriesContext(
            connection,
        ) as caught:
            assert client.get(address(one)).status_code == 200
        counts.append(len(caught))
    assert counts[0] == counts[1] <= 12


def test_filters_name_what_is_shown(report, visit):
    page = visit("viewer").get(address(report, "?kind=part")).content.decode()
    assert 'class="text kind-part"' in page
    assert page.count('<li><a href="#c') == 1
    assert 'class="text "' in visit("viewer").get(address(report, "?kind=%22%3E")).content.decode()


def test_a_correction_is_kept_beside_the_machines_reading(report, actors, visit):
    from muctieu_web.store.models import Change, Claim

    order = rows(actors, report.version)["1.250 ha"].order
    client = visit("reviewer")
    form = {
        "do": "correct", "value": "1.260,5", "value_to": "", "unit": "ha", "kind": "level", "period": "2019", "basis": "",
        "status": "actual", "comparator": "eq", "indicator": "Diện tích rừng",
    }  # fmt: skip
    assert client.post(address(report, f"claims/{order}/"), form).status_code == 302
    row = rows(actors, report.version)["1.250 ha"]
    assert (row.claim.value, row.claim.period, row.claim.indicator) == (Decimal("1260.5"), "2019", "Diện tích rừng")
    assert (row.machine.value, row.machine.period) == (Decimal(1250), "2020")
    assert set(row.corrections) == {"value", "period", "indicator"}
    assert Claim.objects.get(version=report.version, order=order).value == Decimal(1250)
    assert Change.objects.filter(action="correct_claim").count() == 1
    client.post(address(report, f"claims/{order}/"), {"do": "restore"})
    assert rows(actors, report.version)["1.250 ha"].claim.value == Decimal(1250)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [("value", "một nghìn", "không phải là số"), ("period", "2020-13", "2020-13"), ("kind", "wish", "wish")],
)
def test_a_correction_that_cannot_be_is_refused_on_the_card(report, actors, visit, field, value, words):
    form = {"do": "correct", "value": "1", "kind": "level", "period": "2020", field: value}
    page = visit("reviewer").post(address(report, "claims/1/"), form).content.decode()
    assert 'role="alert"' in page
    assert words in page
    assert rows(actors, report.version)["55,9%"].corrections == {}


def test_accepting_writes_an_observation_with_the_words_as_its_source(report, actors, visit):
    from muctieu_web.store.models import Observation

    Observation.objects.filter(indicator__code="DICH_VU").delete()
    assert accept(visit("reviewer"), report, 1).status_code == 302
    seen = Observation.objects.get(indicator__code="DICH_VU")
    assert (seen.value, seen.period, seen.place.code, seen.status) == (Decimal("55.9"), "2020", "mong-cai", "official")
    assert TEXT[seen.start : seen.end] == "55,9%"
    assert (seen.version_id, seen.source) == (report.version, "Báo cáo")
    assert rows(actors, report.version)["55,9%"].verdict == "accepted"


def test_a_value_that_replaces_another_must_be_confirmed(report, visit):
    from muctieu_web.store.models import Observation

    client = visit("reviewer")
    before = Observation.objects.count()
    page = accept(client, report, 1, value="44").content.decode()
    assert "message warning" in page
    assert Observation.objects.count() == before
    assert accept(client, report, 1, value="44", confirmed="1").status_code == 302
    assert Observation.objects.count() == before + 1


def test_taking_back_restores_what_the_register_held(report, actors, visit):

    def latest():
        from muctieu_web.store.models import Observation

        row = Observation.objects.filter(indicator__code="DICH_VU", place__code="mong-cai", period="2020").order_by(
            "-known", "-id"
        )[0]
        return None if row.withdrawn else row.value

    before = latest()
    client = visit("reviewer")
    accept(client, report, 1, value="44", confirmed="1")
    assert latest() == Decimal(44)
    client.post(address(report, "claims/1/"), {"do": "reopen"})
    assert latest() == before
    assert rows(actors, report.version)["55,9%"].verdict == ""


@pytest.mark.parametrize(
    ("text", "changed", "words"),
    [
        ("57,7%", {}, "là chỉ tiêu hoặc kế hoạch"),
        ("1.250 ha", {"value": "1250"}, "đơn vị"),
        ("55,9%", {"chosen_indicator": "KHONG_CO"}, "KHONG_CO"),
        ("55,9%", {"place": ""}, "Hãy chọn địa bàn"),
        ("55,9%", {"period": "khi nào"}, "khi nào"),
        ("55,9%", {"value": "140"}, "nằm ngoài khoảng"),
        ("2,5%", {"value": "2,5"}, "là mức tăng, giảm"),
    ],
)
def test_what_the_register_cannot_take_is_refused(report, actors, visit, text, changed, words):
    from muctieu_web.store.models import Observation

    before = Observation.objects.count()
    order = rows(actors, report.version)[text].order
    page = accept(visit("reviewer"), report, order, **changed).content.decode()
    assert words in page
    assert Observation.objects.count() == before


def test_a_new_indicator_is_made_on_the_spot(report, actors, visit):
    from muctieu_web.store.models import Indicator, Observation

    order = rows(actors, report.version)["1.250 ha"].order
    accept(visit("reviewer"), report, order, chosen_indicator="", new_name="Tổng diện tích rừng", value="1.250")
    made = Indicator.objects.get(name="Tổng diện tích rừng")
    assert (made.code, made.unit) == ("TONG_DIEN_TICH_RUNG", "ha")
    assert Observation.objects.get(indicator=made).value == Decimal(1250)


def test_rejecting_needs_a_reason(report, actors, visit):
    client = visit("reviewer")
    assert "lý do" in client.post(address(report, "claims/1/"), {"do": "reject", "reason": " "}).content.decode()
    client.post(address(report, "claims/1/"), {"do": "reject", "reason": "Trùng mục II"})
    row = rows(actors, report.version)["55,9%"]
    assert (row.verdict, row.reason, row.person) == ("rejected", "Trùng mục II", "Người reviewer")


@pytest.mark.parametrize("role", ["viewer", "reporter"])
@pytest.mark.parametrize("rest", ["claims/1/", "findings/1/", "sections/"])
def test_only_reviewers_review(report, actors, visit, role, rest):
    from muctieu_web.store.models import Acceptance, Observation, Review

    before = Observation.objects.count()
    form = {
        "do": "accept",
        "chosen_indicator": "DICH_VU",
        "place": "mong-cai",
        "period": "2020",
        "value": "55,9",
        "path": "I",
    }
    response = visit(role).post(address(report, rest), {**form, "reason": "x", "observed": "official"})
    assert response.status_code in (200, 403)
    assert (Observation.objects.count(), Review.objects.count(), Acceptance.objects.count()) == (before, 0, 0)


def test_an_accepted_finding_is_silent_also_after_reading_again(report, actors, visit):
    from muctieu_web.actions.keep_report import read_again
    from muctieu_web.jobs.read_version import read_version

    client = visit("reviewer")
    client.post(address(report, "findings/1/"), {"do": "accept", "reason": "Số theo biểu của huyện"})
    assert 'class="beside error"' not in client.get(address(report)).content.decode()
    read_again(actor=actors["reviewer"], now=NOW, version=report.version)
    assert read_version.call(report.version) == "read"
    page = client.get(address(report)).content.decode()
    assert 'class="beside error"' not in page
    assert 'class="beside accepted"' in page
    client.post(address(report, "findings/1/"), {"do": "reopen"})
    assert 'class="beside error"' in client.get(address(report)).content.decode()


def test_reviews_survive_a_reading_that_puts_figures_elsewhere(report, actors):
    from muctieu_web.actions.keep_reading import keep_reading, take_up
    from muctieu_web.actions.keep_report import read_again
    from muctieu_web.actions.review_claim import correct_claim
    from muctieu_web.store.models import Version

    old = rows(actors, report.version)["55,9%"]
    correct_claim(
        actor=actors["reviewer"], now=NOW, version=report.version, order=old.order, corrections={"period": "2019"}
    )
    read_again(actor=actors["reviewer"], now=NOW, version=report.version)
    take_up(report.version)
    shifted = "Phần đầu. 55,9% là số khác.\n" + TEXT
    by = len(shifted) - len(TEXT)
    row = Version.objects.get(pk=report.version)
    wire = {
        "id": "c2", "start": old.claim.start + by, "end": old.claim.end + by, "text": "55,9%", "value": "55.9", "value_to": None,
        "resolution": "0.1", "unit": "%", "per": [], "comparator": "eq", "kind": "level", "status": "actual", "period": "2020",
        "basis": None, "indicator": "x", "whole": None, "section": None, "footnote": None, "sentence": [by, by + 9],
    }  # fmt: skip
    other = {**wire, "id": "c1", "start": 10, "end": 15}
    result = {
        "reader": "9",
        "text": shifted,
        "document": row.document,
        "claims": [other, wire],
        "findings": [],
        "held": 0,
        "targets": [],
    }
    assert keep_reading(version=report.version, now=NOW, result=result)
    from muctieu_web.queries.reader import marked

    claims = marked(actor=actors["viewer"], version=report.version).claims
    assert [dict(one.corrections) for one in claims] == [{}, {"period": "2019"}]


def test_a_section_shows_what_would_happen_and_then_does_it(report, actors, visit):
    from muctieu_web.store.models import Observation

    Observation.objects.filter(indicator__code="DICH_VU").delete()
    client = visit("reviewer")
    section = rows(actors, report.version)["55,9%"].claim.section
    page = client.get(address(report, f"sections/?path={section}")).content.decode()
    assert "sẽ ghi vào sổ" in page
    assert "chưa rõ chỉ tiêu trong sổ" in page
    assert "là mức tăng, giảm" in page
    assert page.count('name="claim"') == 1
    done = client.post(address(report, "sections/"), {"path": section, "claim": ["1", "2", "99"]}, follow=True)
    assert "Đã đưa 1 số liệu vào sổ" in done.content.decode()
    assert Observation.objects.get(indicator__code="DICH_VU").value == Decimal("55.9")


def test_a_long_section_is_written_by_a_handful_of_statements(register, actors):
    """So that it holds the database's lock for a moment, whatever its length."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from muctieu_web.actions.accept_claim import Choice
    from muctieu_web.actions.accept_section import accept_section
    from muctieu_web.store.models import Change, Indicator, Observation, Review

    Indicator.objects.create(code="HO", name="Số hộ trồng rừng", unit="{hộ}")
    counts = []
    for lines in (10, 200):
        text = "".join(f"Bản số {lines * 1000 + n} có {n + 10} hộ trồng rừng.\n" for n in range(lines))
        version = make(actors, text).version
        found = rows(actors, version).values()
        choices = [
            Choice(
                row.order,
                "HO",
                "mong-cai",
                str(1500 + row.order),
                row.claim.value,
                "preliminary" if lines == 10 else "official",
            )
            for row in found
            if row.claim.unit.startswith("{")
        ]
        assert len(choices) == lines
        with CaptureQueriesContext(connection) as caught:
            assert accept_section(actor=actors["reviewer"], now=NOW, version=version, choices=choices) == lines
        counts.append(len(caught))
        assert Observation.objects.filter(version=version, reviews__verdict="accepted").count() == lines
        assert Review.objects.filter(version=version).count() == lines
    assert Change.objects.filter(action="accept_claim", noun="observation").count() == 210
    assert counts[0] == counts[1] <= 16


def test_what_changed_between_versions(report, actors, visit):
    new = TEXT.replace("55,9%", "56,1%").replace("Tổng diện tích rừng năm 2020 là 1.250 ha.", "Có 12 cảng năm 2020.")
    second = make(actors, new, report=report.report)
    page = visit("viewer").get(f"/reports/compare/?a={report.report}.1&b={report.report}.2").content.decode()
    assert "1 số thay đổi, 1 số thêm, 1 số bỏ, 4 số giữ nguyên." in page
    assert ">55,9%<" in page
    assert ">56,1%<" in page
    assert second.number == 2
    assert visit("viewer").get("/reports/compare/?a=99&b=x").status_code == 404


def test_every_page_speaks_both_languages(report, visit):
    client = visit("reviewer")
    client.cookies["muctieu_language"] = "en"
    for rest in ("", "claims/1/", "findings/1/", "sections/?path=1"):
        page = client.get(address(report, rest))
        assert page.status_code == 200
        assert page["Content-Language"] == "en"
    assert "Into the register" in client.get(address(report, "claims/1/")).content.decode()


def test_the_annotated_copy_has_the_finding_as_a_comment(register, actors, visit):
    from io import BytesIO
    from zipfile import ZipFile

    from docx import Document

    from muctieu_web.actions.upload_report import upload_report
    from muctieu_web.jobs.read_version import read_version

    stream = BytesIO()
    paper = Document()
    paper.add_paragraph("Có 294/324 hộ thoát nghèo, đạt 80,74%.")
    paper.save(stream)
    one = upload_report(actor=actors["reviewer"], now=NOW, name="a.docx", content=stream.getvalue())
    read_version.call(one.version)
    response = visit("viewer").get(address(one, "annotated/"))
    assert response["Content-Disposition"] == 'attachment; filename="a-soat.docx"'
    with ZipFile(BytesIO(b"".join(response.streaming_content))) as archive:
        assert "90,74%" in archive.read("word/comments.xml").decode()


def test_a_copy_that_takes_too_long_is_refused_with_a_sentence(register, actors, visit, monkeypatch):
    from io import BytesIO

    from docx import Document

    from muctieu_web.actions.upload_report import upload_report
    from muctieu_web.jobs.read_version import read_version
    from muctieu_web.queries import annotated

    stream = BytesIO()
    paper = Document()
    paper.add_paragraph("Có 294/324 hộ thoát nghèo, đạt 80,74%.")
    paper.save(stream)
    one = upload_report(actor=actors["reviewer"], now=NOW, name="a.docx", content=stream.getvalue())
    read_version.call(one.version)
    monkeypatch.setattr(annotated, "SECONDS", 0.01)
    response = visit("viewer").get(address(one, "annotated/"))
    assert response.status_code == 400
    assert "quá lớn để ghi nhận xét" in response.content.decode()


def test_a_text_file_has_no_place_for_remarks(report, visit):
    response = visit("viewer").get(address(report, "annotated/"))
    assert response.status_code == 400
    assert "chỉ tệp docx và pdf" in response.content.decode()


@pytest.mark.parametrize(
    ("words", "unit", "sure"),
    [
        ("tỷ trọng dịch vụ trong cơ cấu kinh tế", "%", "DICH_VU"),
        ("Tỷ trọng dịch vụ", "{xã}", None),
        ("tỷ lệ hộ nghèo nông thôn", "%", None),
    ],
)
def test_an_indicator_is_proposed_only_where_the_words_are_its_own(register, words, unit, sure):
    from muctieu_web.queries.proposals import Names
    from muctieu_web.queries.reader import indicators

    best = [one.indicator.code for one in Names(indicators()).proposals(words, unit) if one.is_sure]
    assert best == ([sure] if sure else [])


def test_targets_that_the_report_sets_are_listed(register, actors, visit):
    one = make(
        actors,
        "KẾ HOẠCH XÃ SUỐI REO\nI. CHỈ TIÊU CHỦ YẾU ĐẾN NĂM 2030\n1. Tỷ lệ hộ nghèo còn dưới 1%.\n2. Trồng 50 ha rừng.\n",
    )
    page = visit("viewer").get(address(one, "targets/")).content.decode()
    assert "Tỷ lệ hộ nghèo" in page
    assert "≤ 1%" in page
    assert "2030" in page
