"""A target that a report sets goes into the table of targets from its card, and back; with its section; and the board changes."""

from decimal import Decimal

import pytest
from tests.web.conftest import NOW
from tests.web.reports import address, make, rows

pytestmark = pytest.mark.usefixtures("files_kept_here")
TEXT = (
    "NGHỊ QUYẾT\nVề phương hướng nhiệm kỳ 2025-2030\n\n"
    "I. CHỈ TIÊU CHỦ YẾU ĐẾN NĂM 2030\n"
    "1. Tỷ trọng dịch vụ trong cơ cấu kinh tế đến năm 2030 đạt trên 60%.\n"
    "2. Trồng mới 1.250 ha rừng.\n"
    "II. KẾT QUẢ\n"
    "Tỷ trọng dịch vụ năm 2024 đạt 57,2%.\n"
)


@pytest.fixture
def report(register, actors):
    return make(actors, TEXT)


def promise(client, report, order, **changed):
    form = {
        "do": "promise", "chosen_indicator": "DICH_VU", "place": "mong-cai", "comparator": "ge", "value": "60", "start": "2025",
        "horizon": "2030", "cadence": "end", "direction": "", "group": "Kinh tế", **changed,
    }  # fmt: skip
    return client.post(address(report, f"claims/{order}/"), form)


def targets():
    from muctieu_web.store.models import Target

    return Target.objects.filter(version__isnull=False)


def test_the_card_proposes_the_fields_of_the_target(report, actors, visit):
    order = rows(actors, report.version)["60%"].order
    page = visit("reviewer").get(address(report, f"claims/{order}/")).content.decode()
    assert "Đưa vào bảng chỉ tiêu phấn đấu" in page
    assert 'name="horizon" id="p_horizon" value="2030"' in page
    assert '<option value="DICH_VU" selected>' in page
    assert '<option value="ge" selected>' in page
    assert '<option value="mong-cai" selected>' in page
    assert 'name="do" value="accept"' not in page


def test_a_target_is_accepted_with_the_words_as_its_source_and_stands_on_the_board(report, actors, visit):
    from muctieu_web.store.models import Change

    client, order = visit("reviewer"), rows(actors, report.version)["60%"].order
    assert promise(client, report, order).status_code == 302
    made = targets().get()
    assert (made.code, made.indicator.code, made.place.code) == ("DICH_VU-2030", "DICH_VU", "mong-cai")
    assert (made.comparator, made.value, made.base_year, made.horizon, made.group) == (
        "ge",
        Decimal(60),
        2025,
        2030,
        "Kinh tế",
    )
    assert made.version.text[made.start : made.end] == "60%"
    row = rows(actors, report.version)["60%"]
    assert (row.verdict, row.target, row.observation) == ("accepted", "DICH_VU-2030", None)
    board = client.get("/?on=2026-01-01&term=2025-2030").content.decode()
    assert "/targets/DICH_VU-2030/" in board
    page = client.get("/targets/DICH_VU-2030/?on=2026-01-01").content.decode()
    assert f"/reports/{report.report}/versions/1/#at-{made.start}" in page
    assert Change.objects.filter(action="accept_target", noun="review").count() == 1
    assert Change.objects.filter(action="add_target", noun="target").count() == 1
    card = client.get(address(report, f"claims/{order}/")).content.decode()
    assert "đã vào bảng chỉ tiêu" in card
    assert 'href="/targets/DICH_VU-2030/"' in card
    listed = client.get(address(report, "targets/")).content.decode()
    assert '<a class="chip good" href="/targets/DICH_VU-2030/">' in listed


def test_taking_it_back_takes_the_target_out(report, actors, visit):
    from muctieu_web.store.models import Change

    client, order = visit("reviewer"), rows(actors, report.version)["60%"].order
    promise(client, report, order)
    client.post(address(report, f"claims/{order}/"), {"do": "reopen"})
    assert not targets().exists()
    assert "/targets/DICH_VU-2030/" not in client.get("/?on=2026-01-01&term=2025-2030").content.decode()
    assert rows(actors, report.version)["60%"].verdict == ""
    assert Change.objects.get(action="take_back").before["code"] == "DICH_VU-2030"
    assert promise(client, report, order).status_code == 302
    assert targets().get().code == "DICH_VU-2030"


def test_a_target_under_discussion_is_not_taken_back(report, actors, visit):
    client, order = visit("reviewer"), rows(actors, report.version)["60%"].order
    promise(client, report, order)
    client.post("/targets/DICH_VU-2030/comment/", {"text": "Cao quá"})
    page = client.post(address(report, f"claims/{order}/"), {"do": "reopen"}).content.decode()
    assert "đang được trao đổi" in page
    assert rows(actors, report.version)["60%"].target == "DICH_VU-2030"


def test_a_target_that_the_register_has_is_tied_and_stays_when_it_is_taken_back(report, actors, visit):
    from muctieu_web.actions.keep_target import keep_target
    from muctieu_web.store.models import Target

    words = {
        "id": "CU",
        "indicator": "DICH_VU",
        "place": "mong-cai",
        "comparator": "ge",
        "value": "60",
        "start": "2025",
        "horizon": "2030",
    }
    keep_target(actor=actors["reviewer"], now=NOW, code=None, words=words)
    client, order = visit("reviewer"), rows(actors, report.version)["60%"].order
    page = promise(client, report, order, value="62").content.decode()
    assert "CU = 60" in page
    assert 'name="confirmed"' in page
    assert promise(client, report, order).status_code == 302
    assert rows(actors, report.version)["60%"].target == "CU"
    client.post(address(report, f"claims/{order}/"), {"do": "reopen"})
    assert Target.objects.filter(code="CU").exists()
    assert promise(client, report, order, value="62", confirmed="1").status_code == 302
    assert targets().get().code == "DICH_VU-2030"


@pytest.mark.parametrize(
    ("text", "changed", "words"),
    [
        ("57,2%", {}, "không phải là chỉ tiêu"),
        ("1.250 ha", {"value": "1.250"}, "đơn vị"),
        ("60%", {"horizon": "sau này"}, "không phải là một năm"),
        ("60%", {"horizon": "2024"}, "hạn phải sau năm gốc"),
        ("60%", {"value": ""}, "không được để trống"),
        ("60%", {"value": "cao"}, "không phải là một con số"),
        ("60%", {"value": "140"}, "nằm ngoài khoảng"),
        ("60%", {"comparator": "between"}, "khoảng cần có đầu trên"),
        ("60%", {"place": ""}, "Hãy chọn địa bàn"),
        ("60%", {"chosen_indicator": "KHONG_CO"}, "KHONG_CO"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_target_is_refused_on_the_card(report, actors, visit, text, changed, words):
    order = rows(actors, report.version)[text].order
    page = promise(visit("reviewer"), report, order, **changed).content.decode()
    assert 'role="alert"' in page
    assert words in page
    assert not targets().exists()
    assert rows(actors, report.version)[text].verdict == ""


def test_a_new_indicator_is_made_for_a_target(report, actors, visit):
    order = rows(actors, report.version)["1.250 ha"].order
    promise(
        visit("reviewer"), report, order, chosen_indicator="", new_name="Rừng trồng mới", value="1.250", start="2025"
    )
    made = targets().get()
    assert (made.code, made.value, made.indicator.unit) == ("RUNG_TRONG_MOI-2030", Decimal(1250), "ha")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_section_takes_results_and_targets_together(report, actors, visit, language):
    client = visit("reviewer")
    client.cookies["muctieu_language"] = language
    found = rows(actors, report.version)
    page = client.get(address(report, f"sections/?path={found['60%'].claim.section}")).content.decode()
    assert ("sẽ vào bảng chỉ tiêu phấn đấu" if language == "vi" else "will be added to the targets") in page
    form = {"path": found["60%"].claim.section, "claim": [str(row.order) for row in found.values()]}
    client.post(address(report, "sections/"), form)
    assert [(one.code, one.value, one.horizon) for one in targets()] == [("DICH_VU-2030", Decimal(60), 2030)]
    again = client.get(address(report, f"sections/?path={found['60%'].claim.section}")).content.decode()
    assert ("đã duyệt" if language == "vi" else "reviewed already") in again


@pytest.mark.parametrize(
    ("period", "horizon", "report_period", "years"),
    [
        ("2025/2030", None, "", ("2025", "2030")),
        ("2021/2025", None, "", ("2020", "2025")),
        ("2030", "2030", "2025", ("2025", "2030")),
        ("2030", "2030", "2025/2030", ("2025", "2030")),
        ("2026", "2026", "2026", ("2025", "2026")),
        ("2045", None, "", ("2040", "2045")),
        (None, "2030", "2025-Q3", ("2025", "2030")),
        (None, None, "2025", ("", "")),
    ],
)
def test_the_years_that_are_proposed(report, actors, period, horizon, report_period, years):
    from muctieu_web.queries.promises import proposed

    claim = rows(actors, report.version)["60%"].claim._replace(period=period)
    wire = {"horizon": horizon, "cadence": "end", "direction": None, "group": None}
    found = proposed(claim, wire, report_period, own_period=False)
    assert (found.start, found.horizon) == years
