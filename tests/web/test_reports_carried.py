"""What people made of a report's figures goes with them into its next version; what has no like figure there is listed."""

from decimal import Decimal

import pytest
from tests.web.conftest import NOW
from tests.web.reports import TEXT, accept, address, make, rows

pytestmark = pytest.mark.usefixtures("files_kept_here")
MOVED = "Lời đầu thêm vào bản này, dài hơn một chút.\n" + TEXT.replace("II. Xã hội\n", "Một câu mới.\nII. Xã hội\n")


@pytest.fixture
def report(register, actors):
    return make(actors, TEXT)


def review(client, one, found):
    """One accepted, one corrected, one rejected, one a target."""
    accept(client, one, found["55,9%"].order, value="55,9", confirmed="1")
    form = {
        "do": "correct",
        "value": "1.260",
        "unit": "ha",
        "kind": "level",
        "period": "2020",
        "status": "actual",
        "comparator": "eq",
    }
    client.post(
        address(one, f"claims/{found['1.250 ha'].order}/"), {**form, "indicator": found["1.250 ha"].claim.indicator}
    )
    client.post(address(one, f"claims/{found['80,74%'].order}/"), {"do": "reject", "reason": "Tính sai"})


def test_reviews_go_with_the_figures_that_are_the_same(report, actors, visit):
    from muctieu_web.store.models import Change, Observation

    client = visit("reviewer")
    review(client, report, rows(actors, report.version))
    before = Observation.objects.count()
    second = make(actors, MOVED, report=report.report)
    found = rows(actors, second.version)
    assert [found[text].verdict for text in ("55,9%", "80,74%", "2,5%")] == ["accepted", "rejected", ""]
    assert found["1.250 ha"].claim.value == Decimal(1260)
    assert found["80,74%"].reason == "Tính sai"
    assert {found[text].carried for text in ("55,9%", "80,74%", "1.250 ha")} == {1}
    assert found["55,9%"].person == "Người reviewer"
    assert Observation.objects.count() == before
    assert Change.objects.filter(action="carry_review").count() == 3
    page = client.get(address(second)).content.decode()
    assert "3 lần duyệt được chuyển từ bản trước." in page
    assert "không chuyển được" not in page
    card = client.get(address(second, f"claims/{found['55,9%'].order}/")).content.decode()
    assert "chuyển từ bản 1" in card


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("đạt 55,9%", "đạt 56,1%"),
        ("cơ cấu kinh tế", "cơ cấu"),
        ("trong cơ cấu kinh tế năm 2020", "trong cơ cấu kinh tế năm 2021"),
    ],
)
def test_what_is_not_the_same_is_listed_with_the_way_to_it(report, actors, visit, old, new):
    client = visit("reviewer")
    found = rows(actors, report.version)
    review(client, report, found)
    second = make(actors, MOVED.replace(old, new), report=report.report)
    page = client.get(address(second)).content.decode()
    assert "2 lần duyệt được chuyển từ bản trước." in page
    assert "1 lần duyệt của bản trước không chuyển được" in page
    assert f'<a href="{address(report, "claims/1/")}">55,9%</a>' in page
    new_ones = [row for row in rows(actors, second.version).values() if row.carried]
    assert {row.claim.text for row in new_ones} == {"1.250 ha", "80,74%"}


def test_the_same_sentence_twice_keeps_its_reviews_apart(register, actors, visit):
    from muctieu_web.queries.reader import marked

    lines = "I. Xã Đông\nNăm 2024 trồng 12 ha rừng.\nII. Xã Tây\nNăm 2024 trồng 12 ha rừng.\n"
    first = make(actors, lines)
    visit("reviewer").post(address(first, "claims/2/"), {"do": "reject", "reason": "Của năm trước"})
    second = make(actors, "Lời đầu.\n" + lines, report=first.report)
    claims = marked(actor=actors["viewer"], version=second.version).claims
    assert [one.verdict for one in claims if one.claim.text == "12 ha"] == ["", "rejected"]


def test_reading_again_neither_doubles_nor_loses_what_was_carried(report, actors, visit):
    from muctieu_web.actions.keep_report import read_again
    from muctieu_web.jobs.read_version import read_version
    from muctieu_web.store.models import Review

    client = visit("reviewer")
    review(client, report, rows(actors, report.version))
    second = make(actors, MOVED, report=report.report)
    order = rows(actors, second.version)["80,74%"].order
    client.post(address(second, f"claims/{order}/"), {"do": "reopen"})
    read_again(actor=actors["reviewer"], now=NOW, version=second.version)
    assert read_version.call(second.version) == "read"
    assert Review.objects.filter(version=second.version).count() == 3
    assert rows(actors, second.version)["80,74%"].verdict == ""
    assert rows(actors, second.version)["55,9%"].verdict == "accepted"


def test_taking_back_in_the_new_version_takes_it_out_of_the_register(report, actors, visit):
    from muctieu_web.store.models import Observation

    def held():
        rows = Observation.objects.filter(indicator__code="DICH_VU", place__code="mong-cai", period="2020")
        return rows.order_by("-known", "-id")[0]

    before = held().value
    client = visit("reviewer")
    accept(client, report, 1, value="44", confirmed="1")
    second = make(actors, MOVED, report=report.report)
    third = make(actors, "Thêm.\n" + MOVED, report=report.report)
    order = rows(actors, third.version)["55,9%"].order
    assert held().value == Decimal(44)
    client.post(address(third, f"claims/{order}/"), {"do": "reopen"})
    assert held().value == before
    for one in (report, second, third):
        assert rows(actors, one.version)["55,9%"].verdict == ""


def test_a_figure_that_another_claim_was_accepted_as_too_stays(register, actors, visit):
    from muctieu_web.store.models import Observation

    text = "Tỷ trọng dịch vụ năm 2020 đạt 44%.\nNhư vậy tỷ trọng dịch vụ năm 2020 là 44%.\n"
    one = make(actors, text)
    client = visit("reviewer")
    for order in (1, 2):
        accept(client, one, order, value="44", confirmed="1")
    assert Observation.objects.filter(version=one.version).count() == 1
    client.post(address(one, "claims/1/"), {"do": "reopen"})
    last = Observation.objects.filter(indicator__code="DICH_VU", period="2020").order_by("-known", "-id")[0]
    assert (last.value, last.withdrawn) == (Decimal(44), False)


def test_a_target_is_carried_too(register, actors, visit):
    from tests.web.test_reports_targets import TEXT as PLAN
    from tests.web.test_reports_targets import promise, targets

    first = make(actors, PLAN)
    client = visit("reviewer")
    promise(client, first, rows(actors, first.version)["60%"].order)
    second = make(actors, PLAN + "Thêm một câu.\n", report=first.report)
    row = rows(actors, second.version)["60%"]
    assert (row.target, row.carried) == ("DICH_VU-2030", 1)
    client.post(address(second, f"claims/{row.order}/"), {"do": "reopen"})
    assert not targets().exists()
    assert rows(actors, first.version)["60%"].verdict == ""
