"""Targets of a review halfway through a term, of a council's resolution and of a plan for one year, in reports of our own."""

from decimal import Decimal

import pytest

import muctieu

REVIEW = """<p>BÁO CÁO</p><p>Sơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội Đảng bộ thị xã Đồng Gội, nhiệm kỳ 2020 - 2025</p>
<h2>I. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU</h2>
<table><tr><th>TT</th><th>Chỉ tiêu</th><th>ĐVT</th><th>Mục tiêu đến năm 2025</th><th>Năm 2022</th><th>Năm 2023</th><th>Đánh giá</th></tr>
<tr><td>1</td><td>Thu nhập bình quân đầu người</td><td>Triệu đồng/năm</td><td>70</td><td>51</td><td>56</td><td>Có khả năng đạt</td></tr>
<tr><td>2</td><td>Tỷ lệ hộ nghèo</td><td>%</td><td>Dưới 2</td><td>2,6</td><td>1,7</td><td>Vượt</td></tr></table>
<h2>II. KẾT QUẢ TỪNG LĨNH VỰC</h2><p>1. Kinh tế: {words}</p><p>2. Xã hội: Trong 15 nhiệm vụ của nhiệm kỳ, 06 nhiệm vụ đã hoàn thành.</p>
<h2>III. NHIỆM VỤ ĐẾN HẾT NHIỆM KỲ</h2><p>1. Năm 2024 trồng mới 120 ha rừng.</p>
<p>2. Giao Phòng Nội vụ tham mưu kết nạp ít nhất 90 đảng viên mỗi năm; rà soát vị trí việc làm, hoàn thành trước ngày 30/6/2024.</p>
<p>Các cơ quan báo cáo kết quả trước ngày 15/12 hằng năm.</p>"""


def review(words="Năm 2023 đón 210.000 lượt khách."):
    return muctieu.read_targets(muctieu.read(REVIEW.format(words=words).encode(), name="a.html"))


def test_a_target_to_come_stands_with_what_was_reached_of_it():
    income, poverty = review()[:2]
    assert (income.value, income.horizon, income.cadence, income.group) == (Decimal(70000000), "2025", "end", None)
    assert income.result is not None
    assert (income.result.value, income.result.period) == (Decimal(56000000), "2023")
    assert (income.stated, income.computed) == (None, "unknown")
    assert (poverty.stated, poverty.computed) == ("exceeded", "exceeded")


def test_what_is_due_before_the_term_ends_is_of_the_plan():
    wood, members = review()[-2:]
    assert (wood.value, wood.horizon, wood.group) == (Decimal(120), "2024", "NHIỆM VỤ ĐẾN HẾT NHIỆM KỲ")
    assert (members.value, members.cadence, members.group) == (Decimal(90), "annual", "NHIỆM VỤ ĐẾN HẾT NHIỆM KỲ")


def test_a_share_of_the_terms_target_is_that_target_told_again():
    said = "Thu nhập bình quân đầu người năm 2023 đạt 56 triệu đồng/năm, bằng 80% mục tiêu Đại hội."
    assert [target.indicator for target in review(said)] == [target.indicator for target in review("Đã ổn định.")]


@pytest.mark.parametrize(
    ("goal", "horizon"), [("mục tiêu đến năm 2025", "2025"), ("chỉ tiêu Đại hội", "2025"), ("chỉ tiêu năm", "2023")]
)
def test_the_goals_own_words_say_when_it_is_due(goal, horizon):
    found = review(f"Giá trị sản xuất công nghiệp năm 2023 đạt 820 tỷ đồng, bằng 74% {goal}.")
    target = next(one for one in found if one.indicator.startswith("Giá trị sản xuất"))
    assert (target.horizon, target.stated) == (horizon, None if horizon == "2025" else "missed")


def test_a_share_of_a_years_plan_whose_figure_is_not_told_is_no_target():
    found = review("Giá trị sản xuất công nghiệp năm 2023 đạt 820 tỷ đồng, bằng 74% kế hoạch năm.")
    assert not [one for one in found if one.indicator.startswith("Giá trị sản xuất")]


def test_a_total_over_years_is_reached_by_the_total_so_far():
    found = review(
        "Huy động vốn đầu tư toàn xã hội 2021-2023 đạt 5.400 tỷ đồng (năm 2021: 1.500 tỷ đồng; năm 2022: 1.800 tỷ đồng; "
        "năm 2023: 2.100 tỷ đồng), đạt 54% so với kế hoạch giai đoạn 2021-2025 (10.000 tỷ đồng)."
    )
    target = next(one for one in found if one.value == Decimal(10_000_000_000_000))
    assert target.result is not None
    assert target.result.value == Decimal(5_400_000_000_000)
    assert target.stated is None


RESOLUTION = """HỘI ĐỒNG NHÂN DÂN HUYỆN TÂN LẬP
NGHỊ QUYẾT
Về phát triển kinh tế - xã hội năm 2026
Điều 1. Tán thành đánh giá kết quả thực hiện nhiệm vụ năm 2025
Năm 2025, tỷ lệ hộ dùng nước sạch đạt 81% (kế hoạch 84%).
Điều 2. Các chỉ tiêu năm 2026
1. Về kinh tế
- {plan}
2. Về môi trường
- Tỷ lệ thu gom rác đạt 92%; không để xảy ra cháy rừng.
"""


def resolution(plan="Giá trị sản xuất khu vực nông nghiệp tăng 3%."):
    return muctieu.read_targets(muctieu.read(RESOLUTION.format(plan=plan).encode(), name="a.txt"))


def test_a_resolution_that_approves_results_tells_of_what_has_been():
    water = resolution()[0]
    assert (water.value, water.horizon, water.group) == (Decimal(84), "2025", None)
    assert water.result is not None
    assert (water.result.value, water.computed) == (Decimal(81), "missed")


def test_what_must_not_happen_is_a_target_beside_a_figure():
    fire = resolution()[-1]
    assert (fire.value, fire.direction, fire.group) == (None, "down", "Về môi trường")


@pytest.mark.parametrize(
    ("words", "direction"),
    [
        ("Giá trị sản xuất khu vực nông nghiệp tăng 3%.", "up"),
        ("Tỷ trọng nông nghiệp trong cơ cấu kinh tế còn 20%.", "down"),
        ("Vận động Quỹ Vì người nghèo 400 triệu đồng.", "up"),
        ("Chi đầu tư phát triển chiếm 35% tổng chi ngân sách.", "up"),
        ("Chi thường xuyên 300 tỷ đồng.", None),
        ("Bội chi ngân sách địa phương 20 tỷ đồng.", "down"),
    ],
)
def test_less_is_better_of_farmings_share_alone(words, direction):
    assert next(one for one in resolution(words) if one.group == "Về kinh tế").direction == direction


@pytest.mark.parametrize(
    ("words", "value", "value_to"),
    [
        ("Kéo giảm số vụ tai nạn giao thông từ 5 - 10%.", "-10", "-5"),
        ("Số vụ vi phạm giảm ít nhất 5%.", "-5", None),
        ("Tỷ lệ hộ nghèo giảm còn 4%.", "4", None),
    ],
)
def test_a_fall_is_negative_and_a_level_to_fall_to_is_not(words, value, value_to):
    target = next(one for one in resolution(words) if one.group == "Về kinh tế")
    assert (str(target.value), target.value_to and str(target.value_to)) == (value, value_to)


@pytest.mark.parametrize(
    ("words", "horizons"),
    [
        ("Nâng tỷ lệ hộ dùng nước sạch lên 93% vào cuối năm 2027 và 95% vào cuối năm 2028.", ["2027", "2028"]),
        ("Có 2 trường đạt chuẩn mức độ 2 vào năm 2028.", ["2028"]),
        ("Phấn đấu phủ kín 100% quy hoạch phân khu trong quý II năm 2027.", ["2027"]),
        ("Thu ngân sách đạt 90 tỷ đồng, tăng 5% so với năm 2025.", ["2026"]),
    ],
)
def test_a_year_behind_the_figure_is_when_it_is_due(words, horizons):
    found = [one for one in resolution(words) if one.group == "Về kinh tế" and one.indicator != "so với"]
    assert [one.horizon for one in found][: len(horizons)] == horizons


def test_a_list_opened_by_a_verdict_has_it_for_each():
    said = RESOLUTION.replace(
        "tỷ lệ hộ dùng nước sạch đạt 81% (kế hoạch 84%)",
        "còn 02 chỉ tiêu không đạt gồm: tỷ lệ hộ dùng nước sạch đạt 81% (kế hoạch 84%) và tỷ lệ đô thị hóa đạt 31% (kế hoạch 33%)",
    ).format(plan="Trồng 10 ha rừng.")
    found = muctieu.read_targets(muctieu.read(said.encode(), name="a.txt"))[:2]
    assert [(one.value, one.stated, one.computed) for one in found] == [
        (Decimal(84), "missed", "missed"),
        (Decimal(33), "missed", "missed"),
    ]


@pytest.mark.parametrize(
    ("heads", "stated"),
    [
        (
            ("II. Các chỉ tiêu vượt Nghị quyết\n1. ", "2. ", "III. Các chỉ tiêu chưa đạt\n1. "),
            ["exceeded", "exceeded", "missed"],
        ),
        (("- Có 02 chỉ tiêu vượt:\n+ ", "+ ", "- Chỉ tiêu chưa đạt:\n+ "), ["exceeded", "exceeded", "missed"]),
        (("- Có 02 chỉ tiêu vượt, 01 chỉ tiêu chưa đạt:\n+ ", "+ ", "+ "), [None, None, None]),
    ],
)
def test_a_line_over_a_list_judges_its_items(heads, stated):
    items = ("Lao động qua đào tạo 75% (NQ 74%).", "Nước sạch 98,4% (NQ 98%).", "Che phủ rừng 45% (NQ 48%).")
    said = (
        "BÁO CÁO\nSơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội Đảng bộ huyện, nhiệm kỳ 2020 - 2025\nI. KẾT QUẢ\n"
    )
    said += "\n".join(f"{head}{item}" for head, item in zip(heads, items, strict=True))
    found = muctieu.read_targets(muctieu.read(said.encode(), name="a.txt"))
    assert [(one.value, one.result and one.result.value, one.stated) for one in found] == list(
        zip(map(Decimal, (74, 98, 48)), map(Decimal, ("75", "98.4", "45")), stated, strict=True)
    )


def test_an_item_that_tells_is_no_plan_for_what_follows():
    said = SUMMARY.format(line="Giao quân đạt 100% chỉ tiêu. Làm mới 1,8 km đường bê tông (kế hoạch 1,5 km).")
    road = next(one for one in muctieu.read_targets(muctieu.read(said.encode(), name="a.txt")) if one.unit == "km")
    assert road.result is not None
    assert (road.value, road.result.value, road.computed) == (Decimal("1.5"), Decimal("1.8"), "exceeded")


@pytest.mark.parametrize(
    ("words", "cadences"),
    [
        ("Tỷ lệ hộ nghèo hằng năm giảm 0,3%, đến năm 2030 còn dưới 1%.", ["annual", "end"]),
        ("Giá trị sản xuất tăng bình quân 11%; trong đó nông nghiệp tăng 3%, công nghiệp tăng 14%.", ["average"] * 3),
        ("Tỷ lệ hộ gia đình văn hóa đạt 92% hằng năm, tỷ lệ che phủ rừng 45%.", ["annual", "end"]),
    ],
)
def test_every_year_on_average_or_by_the_end(words, cadences):
    plan = RESOLUTION.replace("năm 2026", "giai đoạn 2026 - 2030").replace("{plan}", words)
    found = muctieu.read_targets(muctieu.read(plan.encode(), name="a.txt"))
    assert [one.cadence for one in found if one.group == "Về kinh tế"] == cadences


ITEMS = """BÁO CÁO kiểm điểm giữa nhiệm kỳ thực hiện Nghị quyết Đại hội Đảng bộ huyện, nhiệm kỳ 2020 - 2025
A- KẾT QUẢ CÁC CHỈ TIÊU CHỦ YẾU
(1) {line}
(2) Tỷ lệ hộ nghèo: mục tiêu đến 2025 còn dưới 3%; kết quả giữa nhiệm kỳ 3,4%; có khả năng hoàn thành.
B- KẾT QUẢ TRÊN CÁC LĨNH VỰC
Năm 2022 đón 120.000 lượt khách, thu 85 tỷ đồng; năm 2021 đón 64.000 lượt khách.
"""


@pytest.mark.parametrize(
    ("line", "value", "result", "stated"),
    [
        ("Thu ngân sách: mục tiêu đến 2025 đạt 350 tỷ đồng; kết quả giữa nhiệm kỳ 280 tỷ đồng, đạt 80% so với mục tiêu.",
         350 * 10**9, 280 * 10**9, None),
        ("Kết nạp đảng viên: mục tiêu đến 2025 mỗi năm 120 đảng viên; hai năm 2021 - 2022 kết nạp 222 đảng viên, bình quân 111 đảng "
         "viên/năm, đạt 92,5% so với mục tiêu.", 120, 111, None),
        ("Tỷ lệ hộ dùng nước sạch: mục tiêu đến 2025 đạt 95%; kết quả giữa nhiệm kỳ 96%; vượt mục tiêu.", 95, 96, "exceeded"),
        ("Tỷ lệ đô thị hóa: mục tiêu đến 2025 đạt 22%; kết quả giữa nhiệm kỳ 17%; chưa đạt mục tiêu.", 22, 17, "missed"),
    ],
)  # fmt: skip
def test_an_item_that_opens_with_its_target(line, value, result, stated):
    found = muctieu.read_targets(muctieu.read(ITEMS.format(line=line).encode(), name="a.txt"))
    assert len(found) == 2
    assert found[0].result is not None
    assert (found[0].value, found[0].result.value, found[0].stated) == (value, result, stated)
    assert (found[1].stated, found[1].computed, found[1].group) == (None, "unknown", None)


@pytest.mark.parametrize(
    ("words", "value", "result"),
    [
        ("Giá trị sản xuất đạt 612,4 tỷ đồng, tăng 8,3% so với cùng kỳ (565,5 tỷ đồng) và đạt 66,2% kế hoạch (925 tỷ đồng).",
         925, "612.4"),
        ("Giá trị sản xuất đạt 620 tỷ đồng, tăng 120 tỷ đồng so với đầu nhiệm kỳ (500 tỷ đồng), đạt 103,3% nghị quyết (600 tỷ đồng).",
         600, "620"),
    ],
)  # fmt: skip
def test_the_result_is_the_figure_that_the_share_makes_of_the_target(words, value, result):
    found = muctieu.read_targets(
        muctieu.read(
            ITEMS.format(line="Ổn định.").replace("Năm 2022 đón", words + " Năm 2022 đón").encode(), name="a.txt"
        )
    )
    target = next(one for one in found if one.value == value * 10**9)
    assert target.result is not None
    assert target.result.value == Decimal(result) * 10**9


@pytest.mark.parametrize(
    ("words", "value", "stated", "computed"),
    [
        (
            "Tỷ lệ đô thị hóa năm 2023 đạt 43%, tăng 9 điểm phần trăm so với năm 2020 (34%) và vượt mục tiêu 42%.",
            42,
            "exceeded",
            "exceeded",
        ),
    ],
)
def test_a_goal_named_behind_the_verb_is_no_gap(words, value, stated, computed):
    target = next(one for one in review(words) if one.indicator.lower().startswith("tỷ lệ đô thị hóa"))
    assert (target.value, target.stated, target.computed) == (value, stated, computed)


def test_a_heading_without_a_number_groups_the_dashes_below_it():
    plan = """BÁO CÁO CHÍNH TRỊ
trình Đại hội Đảng bộ huyện, nhiệm kỳ 2025 - 2030
PHẦN THỨ HAI
MỤC TIÊU NHIỆM KỲ 2025 - 2030
Đại hội xác định các chỉ tiêu sau đây:
Về kinh tế
- Thu ngân sách đến năm 2030 đạt 900 tỷ đồng.
- Trồng mới 120 ha rừng.
Về xã hội
- Tỷ lệ hộ nghèo dưới 1%.
"""
    found = muctieu.read_targets(muctieu.read(plan.encode(), name="a.txt"))
    assert [one.group for one in found if one.value is not None] == ["Về kinh tế", "Về kinh tế", "Về xã hội"]


def test_a_remark_in_a_row_is_no_verdict():
    table = HALF.format(share="53,3").replace(
        "<th>Ước năm 2024</th>", "<th>Ước năm 2024</th><th>TH/KH (%)</th><th>Ghi chú</th>"
    )
    table = table.replace("<td>420</td>", "<td>420</td><td>105,0</td><td>Thiếu vốn</td>").replace(
        "<td>41</td>", "<td>41</td><td>102,5</td><td></td>"
    )
    assert [one.indicator for one in muctieu.read_targets(muctieu.read(table.encode(), name="a.html"))][:1] == [
        "Tổng thu ngân sách nhà nước"
    ]


PROGRAMME = """ỦY BAN NHÂN DÂN HUYỆN SUỐI REO
KẾ HOẠCH
Giảm nghèo bền vững giai đoạn 2022 - 2025
I. MỤC TIÊU
1. Mục tiêu chung: Giảm nghèo bền vững, hạn chế tái nghèo.
2. Mục tiêu cụ thể
- Tỷ lệ hộ nghèo giảm từ 21,5% năm 2021 xuống còn 11%.
- Tỷ lệ che phủ rừng đạt từ 45% trở lên; 100% hộ nghèo được hỗ trợ nhà ở.
II. KINH PHÍ
Tổng kinh phí 90 tỷ đồng, trong đó ngân sách trung ương 70 tỷ đồng.
"""


def test_a_plan_has_neither_its_starting_point_nor_its_cost_for_targets():
    poverty, *others = muctieu.read_targets(muctieu.read(PROGRAMME.encode(), name="a.txt"))
    assert (poverty.value, poverty.horizon, poverty.group) == (Decimal(11), "2025", "Mục tiêu cụ thể")
    assert [(one.value, one.comparator, one.direction) for one in others] == [
        (Decimal(45), "ge", "up"),
        (Decimal(100), "eq", "up"),
    ]


HALF = """<p>BÁO CÁO tình hình kinh tế - xã hội 6 tháng đầu năm 2024 huyện Sơn Đông</p><h2>I. TÌNH HÌNH THỰC HIỆN CÁC CHỈ TIÊU</h2>
<table><tr><th>TT</th><th>Chỉ tiêu</th><th>ĐVT</th><th>Kế hoạch 2024</th><th>TH 6 tháng 2024</th><th>Ước năm 2024</th></tr>
<tr><td>1</td><td>Tổng thu ngân sách nhà nước</td><td>Tỷ đồng</td><td>400</td><td>213</td><td>420</td></tr>
<tr><td>2</td><td>Số hộ nghèo giảm</td><td>Hộ</td><td>40</td><td>22</td><td>41</td></tr></table>
<h2>II. KẾT QUẢ CỤ THỂ</h2><p>1. Tổng thu ngân sách nhà nước 6 tháng đạt 213 tỷ đồng, đạt {share}% chỉ tiêu năm.</p>"""


@pytest.mark.parametrize(("share", "count"), [("53,3", 2), ("71,0", 3)])
def test_a_share_that_fits_a_target_in_the_table_is_that_target(share, count):
    found = muctieu.read_targets(muctieu.read(HALF.format(share=share).encode(), name="a.html"))
    assert len(found) == count


def test_more_is_better_of_a_cut_told_above_zero():
    cut = muctieu.read_targets(muctieu.read(HALF.format(share="53,3").encode(), name="a.html"))[-1]
    assert (cut.value, cut.direction, cut.computed) == (Decimal(40), "up", "exceeded")


def test_what_pays_for_a_project_is_no_target():
    found = resolution("Xây dựng 2 nhà văn hóa, tổng mức đầu tư 8 tỷ đồng (ngân sách huyện 5 tỷ đồng).")
    assert [one.unit for one in found if one.value is not None and one.unit == "VND"] == []


SUMMARY = """BÁO CÁO KẾT QUẢ NĂM 2024 PHƯỜNG AN PHÚ
I. KẾT QUẢ THỰC HIỆN CHỈ TIÊU NĂM 2024
1. {line}
2. Trồng cây: KH 300 cây - TH 310 cây - vượt
"""


@pytest.mark.parametrize(
    ("line", "value", "result", "stated", "computed"),
    [
        ("Tỷ lệ BHYT: KH 95% - TH 94% - không đạt", "95", "94", "missed", "missed"),
        ("Hộ gia đình văn hóa: KH 90% - TH 91% - vượt", "90", "91", "exceeded", "exceeded"),
        ("Tỷ lệ BHYT: KH 95% - TH 95% - có khả năng đạt", "95", "95", None, "met"),
    ],
)
def test_plan_and_result_side_by_side(line, value, result, stated, computed):
    target = muctieu.read_targets(muctieu.read(SUMMARY.format(line=line).encode(), name="a.txt"))[0]
    assert target.result is not None
    assert (str(target.value), str(target.result.value)) == (value, result)
    assert (target.stated, target.computed) == (stated, computed)


PLAN = """<p>KẾ HOẠCH phát triển kinh tế - xã hội năm 2025 huyện Sơn Đông</p><h2>I. Các chỉ tiêu chủ yếu năm 2025</h2>
<table><tr><th>TT</th><th>Chỉ tiêu</th><th>ĐVT</th><th>KH 2024</th><th>ƯTH 2024</th><th>KH 2025</th><th>So sánh KH 2025/ƯTH 2024 (%)</th></tr>
<tr><td>A</td><td>Chỉ tiêu kinh tế</td><td></td><td></td><td></td><td></td><td></td></tr>
<tr><td>1</td><td>Thu ngân sách</td><td>Tỷ đồng</td><td>420</td><td>410</td><td>450</td><td>109,8</td></tr>
<tr><td>B</td><td>Chỉ tiêu xã hội</td><td></td><td></td><td></td><td></td><td></td></tr>
<tr><td>2</td><td>Tạo việc làm mới</td><td>Người</td><td>900</td><td>950</td><td>1.000</td><td>105,3</td></tr></table>"""


def test_a_row_with_a_mark_and_a_name_alone_is_a_group():
    found = muctieu.read_targets(muctieu.read(PLAN.encode(), name="a.html"))
    assert {one.indicator: one.group for one in found if one.horizon == "2025"} == {
        "Thu ngân sách": "Chỉ tiêu kinh tế",
        "Tạo việc làm mới": "Chỉ tiêu xã hội",
    }


def test_the_next_plan_beside_a_result_says_nothing_of_the_last_one():
    found = muctieu.read_targets(muctieu.read(PLAN.encode(), name="a.html"))
    last = {one.indicator: (one.stated, one.computed) for one in found if one.horizon == "2024"}
    assert last == {"Thu ngân sách": (None, "missed"), "Tạo việc làm mới": (None, "exceeded")}
    assert {one.horizon for one in found} == {"2024", "2025"}
    assert len(found) == 4


def test_targets_reached_under_a_heading_of_results_are_of_the_term_gone_by():
    report = """BÁO CÁO
Kết quả thực hiện Nghị quyết Đại hội Đảng bộ xã nhiệm kỳ 2020 - 2025 và phương hướng nhiệm kỳ 2025 - 2030
A. KẾT QUẢ NHIỆM KỲ 2020 - 2025
I. Các chỉ tiêu đạt được
- Thu nhập bình quân đầu người đạt 72 triệu đồng/người/năm (NQ: 65 triệu đồng), đạt 110,8% nghị quyết.
B. PHƯƠNG HƯỚNG NHIỆM KỲ 2025 - 2030
I. Chỉ tiêu
- Thu nhập bình quân đầu người đến năm 2030: 110 triệu đồng/người/năm.
"""
    reached, planned = muctieu.read_targets(muctieu.read(report.encode(), name="a.txt"))
    assert reached.result is not None
    assert (reached.result.value, reached.stated, reached.group) == (Decimal(72_000_000), "exceeded", None)
    assert (planned.value, planned.horizon, planned.group) == (Decimal(110_000_000), "2030", "Chỉ tiêu")


ANNEX = """BÁO CÁO sơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội Đảng bộ thành phố, nhiệm kỳ 2020 - 2025
I. KẾT QUẢ
Kinh tế tăng trưởng khá, đời sống nhân dân được nâng lên.
II. NHIỆM VỤ ĐẾN NĂM 2025
Tập trung hoàn thành các chỉ tiêu còn lại.
BIỂU TỔNG HỢP CÁC CHỈ TIÊU
TT\tChỉ tiêu\tĐVT\tMục tiêu đến năm 2025\tKết quả đến hết năm 2022\t{head}
1\tTỷ lệ hộ dân dùng nước sạch\t%\t99,5\t97,6\tChưa đạt
2\tTỷ lệ bao phủ bảo hiểm y tế\t%\t96\t96,8\tĐã vượt
"""


@pytest.mark.parametrize("head", ["Đánh giá", "So NQ"])
def test_an_annex_behind_the_tasks_that_judges_its_rows_looks_back(head):
    water, insurance = muctieu.read_targets(muctieu.read(ANNEX.format(head=head).encode(), name="a.txt"))
    assert (water.value, water.result.value, water.stated) == (Decimal("99.5"), Decimal("97.6"), "missed")
    assert (insurance.value, insurance.result.value, insurance.stated) == (Decimal(96), Decimal("96.8"), "exceeded")


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        ("Độ bao phủ bảo hiểm y tế năm 2023 đạt 94,2%, nhỉnh hơn chỉ tiêu (93%) 1,2 điểm phần trăm.", "exceeded"),
        ("Độ bao phủ bảo hiểm y tế năm 2023 đạt 91,4%, còn cách chỉ tiêu (93%) 1,6 điểm phần trăm.", "missed"),
    ],
)
def test_a_gap_told_in_everyday_words_judges(words, stated):
    (found,) = [one for one in review(words) if one.indicator.startswith("Độ bao phủ")]
    assert found.stated == stated


def test_result_of_an_item_stands_in_another_sentence():
    said = (
        "TỈNH ỦY A\nBÁO CÁO\nkiểm điểm giữa nhiệm kỳ thực hiện Nghị quyết Đại hội Đảng bộ tỉnh, nhiệm kỳ 2020 - 2025\n"
        "I. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU\nĐối chiếu từng chỉ tiêu:\n"
        "(1) Vốn đầu tư toàn xã hội 5 năm: 195 nghìn tỷ đồng. Ba năm 2021 - 2023 đã huy động 114,3 nghìn tỷ đồng.\n"
        "(2) Lao động qua đào tạo: 72%. Hiện nay mới có 68,4%. Đúng lộ trình.\n"
    )
    invest, trained = muctieu.read_targets(muctieu.read(said.encode(), name="a.txt"))[:2]
    assert (invest.result.value, invest.result.unit) == (114_300_000_000_000, "VND")
    assert str(trained.result.value) == "68.4"
    other = said.replace("mới có 68,4%", "mới có 6.800 lao động")
    assert muctieu.read_targets(muctieu.read(other.encode(), name="a.txt"))[1].result is None


def test_result_of_a_row_is_of_the_unit_of_its_goal():
    said = (
        "BÁO CÁO\nTình hình kinh tế - xã hội năm 2024\nBiểu giải ngân (triệu đồng)\n"
        "Nguồn vốn\tKế hoạch vốn năm 2024\tƯớc giải ngân năm 2024\tTỷ lệ (%)\n"
        "Vốn trung ương\t96.500\t84.260\t87,3\nVốn tỉnh\t80.000\t60.000\t75,0\nVốn huyện\t50.000\t51.000\t102,0\n"
    )
    rows = muctieu.read_targets(muctieu.read(said.encode(), name="a.txt"))
    assert [row.result.value for row in rows] == [84_260_000_000, 60_000_000_000, 51_000_000_000]
    assert [row.stated for row in rows] == ["missed", "missed", "exceeded"]


def test_an_item_is_judged_by_its_last_sentence_and_due_with_the_term():
    said = (
        "HUYỆN ỦY A\nBÁO CÁO\nkiểm điểm giữa nhiệm kỳ thực hiện Nghị quyết Đại hội Đảng bộ huyện, nhiệm kỳ 2020 - 2025\n"
        "II. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU\nKết quả cụ thể:\n"
        "(1) Cơ cấu kinh tế đến năm 2025: nông nghiệp 35%; công nghiệp 32%. Ước năm 2023: nông nghiệp 38,4%; công nghiệp 29,7%. Có khả năng hoàn thành.\n"
        "(2) Bao phủ bảo hiểm y tế: Mục tiêu 98%; đến nay đạt 92,8%, giảm 5,3% so với năm 2020 (98,1%). Khó hoàn thành.\n"
        "(3) Tỷ lệ che phủ rừng: Mục tiêu 78,5%; đến cuối năm 2022 là 78,2%. Đã đạt mục tiêu.\n"
        "(4) Thu ngân sách: Mục tiêu đến năm 2025 đạt 75 tỷ đồng; ước năm 2023 đạt 78,6 tỷ đồng. Đã vượt mục tiêu.\n"
    )
    found = muctieu.read_targets(muctieu.read(said.encode(), name="a.txt"))
    assert [str(one.result.value) for one in found] == ["38.4", "29.7", "92.8", "78.2", "78600000000.0"]
    assert [one.stated for one in found] == [None, None, None, "met", "exceeded"]
    assert {one.horizon for one in found} == {"2025"}


LABELLED = """BÁO CÁO
Sơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội Đảng bộ huyện Suối Reo, nhiệm kỳ 2020 - 2025
Suối Reo, ngày 15 tháng 8 năm 2023
I. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU
Thu nhập bình quân đầu người: Nghị quyết đề ra đến năm 2025 đạt 70 triệu đồng/người/năm. Ước năm 2023 đạt 58 triệu đồng/người/năm. {later} Đánh giá: khả năng đạt.
Trường đạt chuẩn quốc gia: Nghị quyết đề ra 12 trường. Đến nay có 13 trường đạt chuẩn. Đánh giá: đã vượt chỉ tiêu.
"""


@pytest.mark.parametrize(
    "later",
    [
        "",
        "Dự kiến năm 2025 đạt 72 triệu đồng/người/năm.",
        "Dự báo năm 2024 đạt 64 triệu đồng, năm 2025 đạt 72 triệu đồng.",
    ],
)
def test_what_a_review_expects_of_later_years_is_no_result(later):
    income, schools = muctieu.read_targets(muctieu.read(LABELLED.format(later=later).encode(), name="a.txt"))
    assert income.result is not None
    assert (income.result.value, income.result.period, income.computed) == (Decimal(58000000), "2023", "unknown")
    assert schools.result is not None
    assert (schools.result.value, schools.stated) == (Decimal(13), "exceeded")


def test_the_last_years_estimate_is_the_result_where_the_report_closes_its_term():
    closing = LABELLED.replace("năm 2023\n", "năm 2025\n").replace("Sơ kết giữa nhiệm kỳ", "Tổng kết")
    income = muctieu.read_targets(
        muctieu.read(closing.format(later="Ước năm 2025 đạt 72 triệu đồng/người/năm.").encode(), name="a.txt")
    )[0]
    assert income.result is not None
    assert (income.result.value, income.computed) == (Decimal(72000000), "exceeded")
