"""Targets read from short reports of our own: the plan to come, the term gone by, verdicts, and what is no target."""

from decimal import Decimal

import pytest

import muctieu
from muctieu.targets.cadence import cadence_of
from muctieu.targets.judgement import computed_verdict
from muctieu.targets.target import Result

PLAN = """BÁO CÁO CHÍNH TRỊ
trình Đại hội Đảng bộ huyện Suối Reo, nhiệm kỳ 2025-2030
PHẦN THỨ NHẤT: KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT NHIỆM KỲ 2020-2025
I. KINH TẾ
1. Kết quả chung
{term}
PHẦN THỨ HAI: PHƯƠNG HƯỚNG NHIỆM KỲ 2025-2030
I. MỘT SỐ CHỈ TIÊU CHỦ YẾU ĐẾN NĂM 2030
1. Về kinh tế
(1) {plan}
(2) Tổng đàn trâu 5.200 con.
II. NHIỆM VỤ VÀ GIẢI PHÁP
1. Phát triển nông nghiệp bền vững.
"""


def read(
    plan="Trồng rừng 300 ha.",
    term="Năm 2025, thu ngân sách đạt 410 tỷ đồng; năm 2024 đạt 380 tỷ đồng; năm 2023 đạt 350 tỷ đồng.",
):
    return muctieu.read_targets(muctieu.read(PLAN.format(plan=plan, term=term).encode(), name="a.txt"))


def first_of_plan(plan):
    return next(target for target in read(plan=plan) if target.group == "Về kinh tế")


@pytest.mark.parametrize(
    ("words", "value", "value_to", "unit", "comparator", "cadence"),
    [
        ("Tỷ lệ che phủ rừng đạt 45%.", "45", None, "%", "eq", "end"),
        ("Tỷ lệ che phủ rừng đạt từ 45% trở lên.", "45", None, "%", "ge", "end"),
        ("Tỷ lệ hộ nghèo còn dưới 2%.", "2", None, "%", "le", "end"),
        ("Hằng năm tạo việc làm cho 900 - 1.000 lao động.", "900", "1000", "{lao động}", "between", "annual"),
        ("Thu ngân sách tăng bình quân 9,5%/năm.", "9.5", None, "%", "eq", "average"),
        ("Thu nhập bình quân đầu người đạt 95 triệu đồng/người/năm.", "95000000", None, "VND", "eq", "end"),
    ],
)
def test_a_figure_of_the_plan(words, value, value_to, unit, comparator, cadence):
    target = first_of_plan(words)
    assert (str(target.value), target.value_to and str(target.value_to), target.unit) == (value, value_to, unit)
    assert (target.comparator, target.cadence, target.horizon) == (comparator, cadence, "2030")
    assert (target.result, target.stated, target.computed) == (None, None, "unknown")


def test_several_indicators_of_one_item_are_several_targets():
    found = [
        target.indicator.lower()
        for target in read(plan="Tỷ lệ che phủ rừng đạt 45%; diện tích chè 120 ha.")
        if target.group
    ]
    assert found == ["tỷ lệ che phủ rừng", "diện tích chè", "tổng đàn trâu"]


def test_an_item_without_a_figure_is_listed():
    target = first_of_plan("Hoàn thành xây dựng chợ trung tâm theo quy hoạch được duyệt.")
    assert target.value is None
    assert target.unit is None
    assert target.claims == ()
    assert target.indicator == "Hoàn thành xây dựng chợ trung tâm"


def test_none_left_is_a_target_of_zero():
    target = first_of_plan("Không còn hộ nghèo thuộc diện chính sách.")
    assert (target.value, target.unit, target.direction) == (Decimal(0), "{hộ}", "down")


@pytest.mark.parametrize(
    ("words", "value", "stated", "computed"),
    [
        ("Năm 2025, tỷ lệ che phủ rừng đạt 44% (chỉ tiêu NQ là 43%).", "43", None, "exceeded"),
        ("Năm 2025, tỷ lệ che phủ rừng đạt 44%, vượt 1% so với chỉ tiêu NQ.", "43", "exceeded", "exceeded"),
        ("Năm 2025, tỷ lệ hộ nghèo còn 3,5%, thấp hơn 0,5% so với chỉ tiêu NQ.", "4.0", "exceeded", "exceeded"),
        ("Năm 2025, tỷ lệ che phủ rừng đạt 42%, chưa đạt chỉ tiêu NQ (43%).", "43", "missed", "missed"),
        ("Năm 2025, diện tích chè đạt 210 ha, đạt 104,3% nghị quyết.", None, "exceeded", "exceeded"),
        (
            "Dịch vụ tăng 15,5% (chỉ tiêu NQ là tăng 17%), công nghiệp tăng 16,5%, vượt 3,5% so với chỉ tiêu NQ.",
            "17",
            None,
            "missed",
        ),
        ("Sản lượng lúa năm 2025 đạt 2.410 tấn, vượt 110 tấn so với KH (2.300 tấn).", "2300", "exceeded", "exceeded"),
        ("Năm 2025, tỷ lệ hộ nghèo còn 3,5%, cao hơn 0,5% so với chỉ tiêu NQ (3%).", "3", "missed", "missed"),
        (
            "Năm 2025, tỷ lệ thu gom rác đạt 91%, tăng 2% so với năm 2024 nhưng vẫn chưa đạt mục tiêu.",
            None,
            "missed",
            "unknown",
        ),
        ("Tỷ lệ hộ dùng nước sạch 97,5%, thấp hơn chỉ tiêu Đại hội 0,5%.", "98.0", "missed", "missed"),
        ("Năm 2025, tỷ lệ che phủ rừng đạt 44% (đạt chỉ tiêu NQ).", None, "met", "unknown"),
    ],
)
def test_a_target_of_the_term_and_its_verdicts(words, value, stated, computed):
    target = next(target for target in read(term=words) if target.group is None)
    assert (target.value and str(target.value)) == value
    assert (target.stated, target.computed) == (stated, computed)
    assert target.result is not None


@pytest.mark.parametrize("words", ["cơ bản đạt chỉ tiêu NQ", "có khả năng đạt chỉ tiêu NQ"])
def test_a_hope_is_no_verdict(words):
    found = read(term=f"Năm 2025, tỷ lệ che phủ rừng đạt 42%, {words} (43%).")
    assert [target.stated for target in found if target.group is None] == [None]


def test_a_report_without_targets_gives_none():
    assert muctieu.read_targets(muctieu.read("Năm 2024, xã có 12 thôn với 3.400 hộ.".encode(), name="a.txt")) == ()


def test_what_the_target_points_at_stands_in_the_report():
    reading = muctieu.read(
        PLAN.format(plan="Trồng rừng 300 ha.", term="Năm 2025 thu 410 tỷ đồng.").encode(), name="a.txt"
    )
    for target in muctieu.read_targets(reading):
        assert target.span.of(reading.text).strip()
        assert {claim.id for claim in reading.claims} >= set(target.claims)


@pytest.mark.parametrize(
    ("value", "value_to", "direction", "horizon", "reached", "period", "verdict"),
    [
        ("90", None, "up", "2025", "90", "2025", "met"),
        ("90", None, "up", "2025", "90.5", "2023", "exceeded"),
        ("90", None, "up", "2025", "88", "2023", "unknown"),
        ("90", None, "up", "2025", "88", "2025", "missed"),
        ("3", None, "down", "2025", "2.6", "2025", "exceeded"),
        ("3", None, "down", "2025", "3.4", "2025", "missed"),
        ("95", "98", "up", "2025", "96", "2025", "met"),
        ("95", "98", "up", "2025", "99", "2025", "exceeded"),
        ("100", None, None, "2025", "96", "2025", "unknown"),
        ("12", None, "up", "2023", "9", "2023-01/2023-09", "unknown"),
    ],
)
def test_the_verdict_of_the_figures(value, value_to, direction, horizon, reached, period, verdict):
    result = Result(Decimal(reached), Decimal("0.1"), "%", period, "actual", ())
    assert computed_verdict(Decimal(value), value_to and Decimal(value_to), direction, horizon, result) == verdict


def test_a_plan_for_one_year_has_only_its_end():
    claim = muctieu.read("Phấn đấu hằng năm trồng 30 ha rừng.".encode(), name="a.txt").claims[0]
    assert cadence_of(claim, "Phấn đấu hằng năm trồng 30 ha rừng.", one_year=True) == "end"
    assert cadence_of(claim, "Phấn đấu hằng năm trồng 30 ha rừng.", one_year=False) == "annual"
