"""How different offices write one thing: what fits is recomputed and nothing is said of it, a slip is found, by the rule that is named."""

import pytest

import muctieu
from muctieu.audit import audit

INCOMES = "TT\tChỉ tiêu\tĐVT\tNăm 2021\tNăm 2022\n1\tThu nhập bình quân đầu người\ttriệu đồng/người/năm\t61,2\t68,7\n\n"
OUTPUT = "TT\tChỉ tiêu\tĐVT\tNăm 2015\tNăm 2020\n1\tTổng giá trị sản xuất\ttỷ đồng\t1.284\t1.985\n\n"

# rule, words with a gap, what fits, what does not
PHRASINGS = [
    ("growth", "Sản lượng tôm năm 2024 đạt 18.900 tấn, năm 2023 đạt 17.500 tấn, tăng {}.", "8%", "18%"),
    ("growth", "Bán lẻ 9 tháng năm 2024 đạt 6.720 tỷ đồng, cùng kỳ năm trước đạt 6.000 tỷ đồng, tăng {}.", "12%", "21%"),
    ("growth", "Tỷ trọng dịch vụ năm 2024 đạt 40,2%, năm 2023 đạt 38,9%, tăng {} điểm %.", "1,3", "3,1"),
    ("growth", "Tỷ lệ hộ nghèo giảm bình quân {}/năm (từ 9,6% năm 2020 còn 3,6% năm 2024).", "1,5%", "2,5%"),
    ("growth", "Số lượt khách năm 2024 bằng {} lần năm 2023 (450.000 lượt so với 300.000 lượt).", "1,5", "2,5"),
    ("growth", "So với cùng kỳ năm 2023 (1.500 vụ), số vụ vi phạm năm 2024 giảm {} (còn 1.275 vụ).", "15%", "25%"),
    ("growth", "Tỷ lệ đô thị hóa đạt 42,5%, tăng {} điểm phần trăm so với đầu nhiệm kỳ (36,8%).", "5,7", "6,7"),
    ("growth", "Thu ngân sách 5 năm đạt 3.486 tỷ đồng, mỗi năm bình quân 697,2 tỷ đồng, tăng {} so với nhiệm kỳ trước (2.254 tỷ đồng).", "54,7%", "45,7%"),
    ("growth", "Thu ngân sách năm 2020 đạt 268 tỷ đồng.\nMục tiêu đến năm 2025: thu ngân sách năm 2025 đạt 480 tỷ đồng, gấp {} lần năm 2020.", "1,8", "2,8"),
    ("growth", "Năm 2025, sản lượng đạt 86.700 tấn, trong đó khai thác 71.200 tấn, nuôi trồng 15.500 tấn; tăng {} so với năm 2020 (72.900 tấn).", "18,9%", None),
    ("growth", INCOMES + "Đáng mừng, thu nhập bình quân đầu người năm 2022 tuy tăng {} so với năm 2021 nhưng chưa vững.", "12,3%", "21,3%"),
    ("growth", OUTPUT + "Tốc độ tăng giá trị sản xuất bình quân giai đoạn 2016 - 2020 đạt {}/năm.", "9,1%", "1,9%"),
]  # fmt: skip


def findings_of(words):
    reading = muctieu.read(words.encode(), name="vi-du.txt")
    return audit(reading, reading.claims)


@pytest.mark.parametrize(("rule", "words", "fits", "_"), PHRASINGS)
def test_what_fits_holds(rule, words, fits, _):
    found = findings_of(words.format(fits))
    assert [finding.message() for finding in found.findings] == []
    assert rule in {group.rule for group in found.held}


@pytest.mark.parametrize(("rule", "words", "_", "slip"), [row for row in PHRASINGS if row[3] is not None])
def test_a_slip_does_not(rule, words, _, slip):
    assert rule in {finding.rule for finding in findings_of(words.format(slip)).findings if finding.severity != "info"}
