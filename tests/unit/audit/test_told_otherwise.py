"""Figures of lists, states and judgements told otherwise than the figures beside them: what fits is silent, a slip is found by its rule."""

import pytest

import muctieu
from muctieu.audit import audit

YEAR = "BÁO CÁO\nTình hình kinh tế - xã hội năm 2023, nhiệm vụ năm 2024\n\nI. KẾT QUẢ NĂM 2023\n"
ASSESSED = "\nII. ĐÁNH GIÁ CHUNG\n"
TABLE = """BÁO CÁO
Sơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội, nhiệm kỳ 2020 - 2025
Suối Reo, ngày 28 tháng 7 năm 2023
TT\tChỉ tiêu\tĐơn vị\tChỉ tiêu đến năm 2025\tKết quả đến giữa nhiệm kỳ (hết năm 2022)\tDự kiến năm 2025\tĐánh giá
1\tThu nhập bình quân đầu người\ttriệu đồng\t75\t62\t77\tKhả năng đạt
2\tTỷ lệ hộ dùng nước sạch\t%\t80\t83\t90\tVượt
3\tTỷ lệ trường đạt chuẩn quốc gia\t%\t88\t{}\t90\tĐạt
4\tTỷ lệ dân số tham gia bảo hiểm y tế\t%\t95\t95,3\t96\tVượt
5\tTỷ lệ đô thị hóa\t%\t30\t21,8\t25,5\tChưa đạt
"""

# words with a gap, the rule, what fits, what does not
TOLD = [
    (YEAR + "Đến ngày 30/11/2023 giải ngân 118,6 tỷ đồng, đạt 44,8% kế hoạch vốn." + ASSESSED + "Giải ngân vốn đầu tư công còn chậm, đến ngày 30/11/2023 mới đạt {} kế hoạch.", "repeat", "44,8%", "48,4%"),
    (YEAR + "Trong 22 chỉ tiêu có 13 chỉ tiêu vượt, 06 chỉ tiêu đạt, chỉ còn 03 chỉ tiêu chưa đạt." + ASSESSED + "Có {} chỉ tiêu không đạt so với Nghị quyết.", "tally", "03", "04"),
    (YEAR + "Kế hoạch vốn là {} tỷ đồng, bao gồm: ngân sách tỉnh 214,6 tỷ đồng; ngân sách huyện 386,5 tỷ đồng; ngân sách xã, phường và nguồn huy động khác 97,3 tỷ đồng.", "parts_sum", "698,4", "601,1"),
    (YEAR + "Trong {} trường mầm non có 176 trường công lập và 38 trường tư thục.", "parts_sum", "214", "241"),
    (YEAR + "Huyện triển khai {} dự án, trong đó 19 dự án đã hoàn thành, 11 dự án đang thi công và 03 dự án còn vướng mắc về giá đất.", "parts_sum", "33", "34"),
    (YEAR + "Còn {} xã có tỷ lệ giải ngân dưới 30% gồm: Khê Thượng, Khê Hạ, Đồng Lạng và Bãi Ngang.", "tally", "04", "05"),
    (YEAR + "Gia đình văn hóa đạt {} số hộ, vượt MT 92% của Đại hội.", "attainment", "92,7%", "91,7%"),
    (TABLE, "attainment", "88,4", "87,4"),
]  # fmt: skip

# what another fund, an open list or a state that is left out tells is no slip
SILENT = [
    YEAR + "Vốn ngân sách huyện giải ngân đạt 44,8% kế hoạch." + ASSESSED + "Giải ngân vốn chương trình mục tiêu quốc gia đạt 31,2% kế hoạch.",
    YEAR + "Có 35 dự án, trong đó 19 dự án đã hoàn thành, 11 dự án đang thi công.",
    YEAR + "Trong 320 trường học có 176 trường công lập được xây mới và 38 trường tư thục.",
    YEAR + "Nhóm kinh tế còn 02 chỉ tiêu chưa đạt.\nNhóm xã hội còn 01 chỉ tiêu không đạt kế hoạch tỉnh giao.",
]  # fmt: skip


def rules_of(words):
    reading = muctieu.read(words.encode(), name="bao-cao.txt")
    return [finding.rule for finding in audit(reading, reading.claims).findings]


@pytest.mark.parametrize(("words", "rule", "fits", "slip"), TOLD)
def test_what_fits_is_silent_and_a_slip_is_found(words, rule, fits, slip):
    assert rules_of(words.replace("{}", fits)) == []
    assert rules_of(words.replace("{}", slip)) == [rule]


@pytest.mark.parametrize("words", SILENT)
def test_other_things_are_left_alone(words):
    assert rules_of(words) == []
