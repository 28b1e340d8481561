"""Judgements in prose whose figures stand elsewhere: what the figures allow is silent, what they do not is found as an attainment."""

import pytest

import muctieu
from muctieu.audit import audit

YEAR = "BÁO CÁO\nTình hình kinh tế - xã hội năm 2023, nhiệm vụ năm 2024\n\nI. KẾT QUẢ NĂM 2023\n"
NINE = "BÁO CÁO\nTình hình kinh tế - xã hội 9 tháng đầu năm và nhiệm vụ 3 tháng cuối năm 2024\n\nI. KẾT QUẢ 9 THÁNG ĐẦU NĂM\n"
TERM = (
    "BÁO CÁO CHÍNH TRỊ\ntrình Đại hội đại biểu Đảng bộ huyện, nhiệm kỳ 2025 - 2030\n\nI. KẾT QUẢ NHIỆM KỲ 2020 - 2025\n"
)
ASSESSED = "\nII. ĐÁNH GIÁ CHUNG\n"
TABLE = (
    "Bảng 1. Một số chỉ tiêu\nTT\tChỉ tiêu\tĐơn vị\tKế hoạch năm 2023\tThực hiện năm 2023\n1\tBò\tcon\t1.750\t{}\n2\tTỷ lệ dân số tham gia BHYT\t%\t93,0\t93,5\n"
    "3\tTrồng rừng tập trung\tha\t420\t431\n"
)
INSURED = "Bảng 1. Một số chỉ tiêu\nTT\tChỉ tiêu\tĐơn vị\tKế hoạch năm 2023\tThực hiện năm 2023\n1\tTỷ lệ dân số tham gia BHYT\t%\t93,0\t{}\n2\tTrồng rừng\tha\t420\t431\n"

# words with a gap, what fits, what does not
JUDGED = [
    (YEAR + TABLE + ASSESSED + "Chăn nuôi tuy khó vẫn có điểm sáng: đàn bò vượt KH đề ra, gia cầm phát triển.", "1.762", "1.742"),
    (YEAR + INSURED + ASSESSED + "Tuyển quân, tiêm vắc xin mũi 3 và bảo hiểm y tế toàn dân đã hoàn thành kế hoạch cả năm.", "93,2", "91,6"),
    (YEAR + "Kế hoạch 5 năm là cứng hóa 90 km đường thôn, xóm; kết quả đã cứng hóa {} km." + ASSESSED + "Chỉ tiêu cứng hóa đường thôn, xóm đã vượt kế hoạch.", "91,6", "84,6"),
    (YEAR + "Giải quyết việc làm cho {} lượt lao động.\nII. NHIỆM VỤ NĂM 2024\n- Giải quyết việc làm 22.500 lượt lao động, cao hơn kế hoạch năm 2023 (22.000 lượt lao động).\nIII. ĐÁNH GIÁ CHUNG\nChỉ tiêu giải quyết việc làm năm 2023 vượt kế hoạch.", "22.370", "21.370"),
    (YEAR + "Đã bàn giao {} căn nhà ở xã hội, đạt kế hoạch tỉnh giao.\nII. NHIỆM VỤ NĂM 2024\n1. Kế hoạch tỉnh giao năm 2023 về nhà ở xã hội là 720 căn.", "720", "640"),
    (TERM + "Độ che phủ rừng đạt {} (Nghị quyết 53%)." + ASSESSED + "Các chỉ tiêu về trường chuẩn quốc gia, thu gom rác, độ che phủ rừng đều đạt và vượt mức Đại hội giao.", "53,4%", "52,1%"),
    (TERM + "Người tham gia bảo hiểm y tế chiếm {} dân số." + ASSESSED + "Bốn chỉ tiêu đạt gồm tốc độ tăng trưởng, giao quân, tỷ lệ hộ nghèo và bao phủ bảo hiểm y tế (NQ: 90%).", "90,7%", "88,7%"),
    (NINE + "Giải quyết việc làm cho 19.780 lượt lao động, đạt {} kế hoạch.\nII. NHIỆM VỤ 3 THÁNG CUỐI NĂM\n- Hoàn thành chỉ tiêu giải quyết việc làm cho 23.000 lượt lao động đã giao từ đầu năm.", "86,0%", "82,1%"),
    # what is told of the whole, not of its part or its mean
    (YEAR + "Tạo việc làm cho 21.720 lao động, trong đó đưa đi làm việc ở nước ngoài 4.870 người, vượt kế hoạch ({} lao động).", "20.000", "22.000"),
    (YEAR + "Giải quyết việc làm cho 14.850 lao động, mỗi quý 3.712 lao động; so với kế hoạch năm là 19.500 lao động thì đạt {}.", "76,2%", "72,6%"),
    # what looks ahead, what is of another thing, what is only on its way
    (YEAR + TABLE + ASSESSED + "Phấn đấu đàn bò vượt KH đề ra trong năm tới.", "1.742", None),
    (YEAR + TABLE + ASSESSED + "Đàn lợn vượt kế hoạch đề ra, đàn gia cầm phát triển.", "1.742", None),
    (YEAR + INSURED + ASSESSED + "Bảo hiểm y tế chưa đạt kế hoạch, bảo hiểm xã hội tự nguyện vượt kế hoạch.", "91,6", None),
]  # fmt: skip


def attainments_of(words):
    reading = muctieu.read(words.encode(), name="bao-cao.txt")
    return [f for f in audit(reading, reading.claims).findings if f.rule == "attainment"]


@pytest.mark.parametrize(("words", "fits", "_"), JUDGED)
def test_what_the_figures_allow_is_silent(words, fits, _):
    assert [found.message() for found in attainments_of(words.replace("{}", fits))] == []


@pytest.mark.parametrize(("words", "_", "slip"), [row for row in JUDGED if row[2] is not None])
def test_what_they_do_not_is_found(words, _, slip):
    text = words.replace("{}", slip)
    assert any(text[start:end].startswith(slip) for found in attainments_of(text) for start, end in found.spans)
