"""Wholes, bases, totals and means that a report tells in another sentence, a table or a footnote, under other words: what fits is silent, a slip is found by the rule that is named."""

import pytest

import muctieu
from muctieu.audit import audit

YEAR = "BÁO CÁO\nKết quả thực hiện nhiệm vụ năm 2024\n\n"

# rule, words with a gap, what fits, what does not
PHRASINGS = [
    # a whole that the words after the share name
    ("ratio", YEAR + "Phường có 8.120 hộ, 31.450 nhân khẩu.\nCông tác y tế: số người tham gia bảo hiểm y tế là 29.720 người, tương đương {}% dân số.", "94,5", "90,5"),
    ("ratio", YEAR + "Xã có 12.400 nhân khẩu.\nSố người được lập hồ sơ sức khỏe là 11.780 người, đạt {}% dân số.", "95,8", None),
    ("ratio", YEAR + "Toàn huyện có 23 đơn vị hành chính cấp xã.\nĐường truyền cáp quang đã đến 21 xã, thị trấn, đạt {}% số đơn vị hành chính cấp xã.", "91,3", "93,1"),
    ("ratio", YEAR + "- Chi thường xuyên 612,4 tỷ đồng, tăng 5,2% so với cùng kỳ. Chi sự nghiệp y tế 98,6 tỷ đồng, chiếm {}% chi thường xuyên.", "16,1", "11,6"),
    ("ratio", YEAR + "Chè là cây mũi nhọn với 4.860 ha, sản lượng 38.900 tấn; đã trồng thay thế giống mới 1.215 ha, bằng {}% diện tích chè hiện có.", "25,0", "22,5"),
    ("ratio", YEAR + "Cả năm thả nuôi 6.240 ha tôm. Trong số này, nuôi công nghệ cao 936 ha, chiếm {}% diện tích thả nuôi trong năm.", "15,0", "18,0"),
    ("ratio", YEAR + "Tổng số viên chức ngành y tế là 1.240 người. Số điều dưỡng toàn ngành là 520 người, trong đó có 130 điều dưỡng trình độ đại học, chiếm {}%.", "25,0", "28,0"),
    ("ratio", YEAR + "Năm 2024 thu ngân sách trên địa bàn đạt 412,5 tỷ đồng, tăng 8,1% so với năm 2023. Thu tiền sử dụng đất 148,5 tỷ đồng, chiếm tới {}% tổng thu.", "36,0", "30,6"),
    ("ratio", YEAR + "Thu NSNN 64.200 trđ, đạt 71% dự toán. Lớn nhất là thuế CTN-NQD với 23.112 trđ (chiếm {}% tổng thu, chủ yếu từ khai khoáng).", "36,0", "63,0"),
    ("ratio", YEAR + "Trên địa bàn có 1.480 doanh nghiệp đang hoạt động. Số doanh nghiệp nợ thuế là 74 doanh nghiệp, chiếm {}% số doanh nghiệp.", "5,0", "8,0"),
    ("ratio", YEAR + "Tổng đàn lợn 36.500 con. Đàn lợn nái 4.380 con, chiếm {}% tổng đàn lợn.", "12,0", "14,0"),
    ("ratio", YEAR + "TT\tChỉ tiêu\tĐVT\tNăm 2023\tNăm 2024\n1\tThu ngân sách nhà nước trên địa bàn\ttỷ đồng\t1.120,4\t1.250,0\n\nNăm 2024, thu nội địa 1.075,0 tỷ đồng, chiếm {}% tổng thu ngân sách nhà nước trên địa bàn.", "86,0", "68,0"),
]  # fmt: skip


def findings_of(words):
    reading = muctieu.read(words.encode(), name="vi-du.txt")
    return audit(reading, reading.claims)


@pytest.mark.parametrize(("rule", "words", "fits", "_"), PHRASINGS)
def test_what_fits_is_silent(rule, words, fits, _):
    assert [finding.message() for finding in findings_of(words.format(fits)).findings] == []


@pytest.mark.parametrize(("rule", "words", "_", "slip"), [row for row in PHRASINGS if row[3] is not None])
def test_a_slip_is_found(rule, words, _, slip):
    assert rule in {finding.rule for finding in findings_of(words.format(slip)).findings if finding.severity != "info"}
