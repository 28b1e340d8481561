"""What officers write by accident, beside the figures that prove it or pages away: what fits is silent, a slip is found by the rule that is named; and what only looks like a slip."""

import pytest

import muctieu
from muctieu.audit import audit

YEAR = "BÁO CÁO\nTình hình kinh tế - xã hội năm 2024\n\n"
BUDGETS = (
    "STT\tĐơn vị\tDự toán (triệu đồng)\tThực hiện (triệu đồng)\tThực hiện/Dự toán (%)\tTỷ lệ hộ nghèo (%)\n"
    "1\tXã An Lạc\t2.000\t2.140\t107,0\t2,1\n"
    "2\tXã Bình Hòa\t1.800\t1.746\t97,0\t4,6\n"
    "3\tXã Cẩm Lý\t1.500\t1.530\t102,0\t3,2\n"
    "4\tXã Đông Sơn\t1.200\t1.152\t96,0\t5,4\n"
    "5\tXã Gia Hòa\t1.600\t1.696\t106,0\t1,8\n"
)

# rule, words with a gap, what fits, what does not
PHRASINGS = [
    ("attainment", "Kế hoạch cả năm là 17.500 lao động. Các trung tâm tổ chức 26 phiên giao dịch. Đến tháng 12 đã có {} được giải quyết việc làm, vượt kế hoạch cả năm.", "17.870 lao động", "16.870 lao động"),
    ("attainment", "Năm nay thành phố nâng cấp {} hẻm, tổng chiều dài 46,2 km. Nghị quyết đề ra 165 tuyến, như vậy đã vượt chỉ tiêu.", "178 tuyến", "148 tuyến"),
    ("tally", BUDGETS + "Theo bảng trên, có {} không hoàn thành dự toán thu.", "02 xã", "03 xã"),
    ("tally", BUDGETS + "Còn {} có tỷ lệ hộ nghèo trên 3%.", "03 xã", "04 xã"),
    ("tally", "Trong năm khánh thành {} cầu: cầu Dừa 2, cầu Rạch Sung, Vàm Trà, Bến Đò và cầu Kinh Mới; mở mới 03 tuyến đường.", "05 cây", "04 cây"),
    ("tally", "Có {} đạt chuẩn mức độ 3 gồm thành phố An Hòa và các huyện Hải Lộc, Bình Khê, Tân Phước, Đức Trung.", "05 đơn vị", "06 đơn vị"),
    ("ratio", "Hết năm toàn thành phố còn 318 hộ nghèo. Trên tổng số 62.400 hộ, tỷ lệ hộ nghèo là {}.", "0,51%", "0,61%"),
    ("ratio", "Tiền sử dụng đất mới thu 1.124,6 tỷ đồng, giảm 16,9% so với cùng kỳ. So với số thu nội địa 5.580,5 tỷ đồng, khoản này chiếm tỷ trọng {}.", "20,2%", "17,5%"),
    ("growth", "Thu nhập bình quân 68,5 triệu đồng/người/năm, tăng {} so với năm 2023 (62,0 triệu đồng).", "6,5 triệu đồng", "5,5 triệu đồng"),
    ("growth", "Đến tháng 6 có 312 trường đạt chuẩn quốc gia.\nƯu điểm: số trường đạt chuẩn quốc gia so với cuối năm 2023 (298 trường) tăng thêm {}.", "14 trường", "17 trường"),
    ("parts_sum", "Vốn đầu tư công phân bổ 7.200 tỷ đồng; đã giải ngân 6.480 tỷ đồng.\nHạn chế: vốn đầu tư công chưa giải ngân còn {}.", "720 tỷ đồng", "820 tỷ đồng"),
    ("attainment", "Các khoản thu trên địa bàn 2.221,5 triệu đồng, gồm thuế 412,6 triệu đồng; phí 286,3 triệu đồng; tiền sử dụng đất 1.522,6 triệu đồng. Dự toán giao cho các khoản thu trên địa bàn là 4.150 triệu đồng, như vậy đạt {} dự toán.", "53,5%", "63,5%"),
    ("impossible", "Diện tích đất công nghiệp có thể cho thuê 1.240 ha, trong đó diện tích đã cho thuê là {}.", "1.130 ha", "1.310 ha"),
    ("impossible", "Nạn nhân được tư vấn là {} trên tổng số 58 nạn nhân.", "51 người", "61 người"),
    ("impossible", "Trong 34 trường trung học phổ thông có {} đạt tiêu chuẩn thư viện.", "31 trường", "36 trường"),
    ("target_gap", "Chỉ tiêu\tĐơn vị\tMục tiêu 2024\tThực hiện 2024\nKết nạp đảng viên mới\tđảng viên\t450\t286\n\nThời gian tới kết nạp thêm {} mới để hoàn thành mục tiêu.", "164 đảng viên", "174 đảng viên"),
]  # fmt: skip

SILENT = [
    "Thu ngân sách năm 2022 đạt 102,6 tỷ đồng, so với năm 2020 (81,2 tỷ đồng) tăng 21,4 tỷ đồng, bằng 126,4%.",
    "Xuất khẩu hàng hóa đạt 286,4 triệu USD, tăng 13,7% so với mức 251,9 triệu USD của cùng kỳ; gồm dệt may 118,6 triệu USD, gỗ 96,3 triệu USD, hàng hóa khác 71,5 triệu USD.",
    "Tổng mức bán lẻ năm 2024 ước 14.350 tỷ đồng, năm 2020 là 8.200 tỷ đồng, tăng 6.150 tỷ đồng (tăng 75,0%).",
    "Toàn huyện trồng mới 2.340 ha rừng, bình quân mỗi năm trồng 936 ha trong 2,5 năm.",
    "Dư nợ 29,16 tỷ đồng, bình quân mỗi hộ vay 60 triệu đồng, so với đầu năm (27,50 tỷ đồng) tăng 1,66 tỷ đồng.",
    "Giúp 648 hộ làm nhà mới; trong đó 486 nhà của hộ nghèo, chiếm 75,0%, 162 nhà của hộ cận nghèo, chiếm 25,0%.",
    "Điện lưới: 10.923 hộ được dùng điện, đạt 97,0% số hộ.\nLưới điện quốc gia đến 97,8% số bản.",
    "Riêng huy chương quốc tế 24 chiếc, chiếm 11,0% tổng số.\nĐón 276 nghìn lượt khách quốc tế; khách quốc tế chiếm 10,0%.",
    "Có 104 thôn có nhà văn hóa trên tổng số 108 thôn, đạt 96,3%.",
    BUDGETS + "Thị trấn có số thu cao nhất.",
    "Tổng thu ngân sách xã 7.846,5 triệu đồng. Trong đó các khoản thu trên địa bàn 2.221,5 triệu đồng, gồm: thuế 412,6 triệu đồng; phí 286,3 triệu đồng; tiền sử dụng đất 1.204,5 triệu đồng; thu khác 318,1 triệu đồng.",
    "Hội thao, văn nghệ: tổ chức 14 cuộc (7 cuộc thể thao, 4 đêm văn nghệ, 3 cuộc đờn ca tài tử).",
    "Toàn huyện có 11 xã đạt chuẩn. Đầu nhiệm kỳ mới có 05 xã đạt chuẩn, như vậy tăng thêm 6 xã.",
    "b) Trung học cơ sở: kết quả học tập mức Tốt 21,7%, mức Khá 38,4%, mức Đạt 36,2%, mức Chưa đạt 3,7%.\nc) Trung học phổ thông: kết quả học tập mức Tốt 24,3%, mức Khá 45,9%, mức Đạt 27,6%, mức Chưa đạt 2,2%.",
    "Tổng đàn lợn 612,4 nghìn con, cùng thời điểm năm trước có 588,9 nghìn con, tức là tăng 4,0%; đàn gia cầm 7.945 nghìn con, tăng 315 nghìn con (cùng thời điểm năm trước 7.630 nghìn con).",
    "Tạo việc làm cho 127.450 lao động, bình quân 25.490 lao động/năm, cao hơn 6,2% yêu cầu hằng năm là 24.000 lao động.",
    "Thu 26.140 tấn, trong đó tôm 9.480 tấn, cá và loài khác 16.660 tấn, bằng 108,4% so với cùng kỳ (24.110 tấn).",
    "Thu nội địa đạt 1.384,2 tỷ đồng, bằng 24,7% dự toán (5.600 tỷ đồng). Không kể tiền sử dụng đất, thu nội địa đạt 997,7 tỷ đồng, bằng 27,0% dự toán.",
]  # fmt: skip


def findings_of(words):
    reading = muctieu.read((YEAR + words).encode(), name="vi-du.txt")
    return [finding for finding in audit(reading, reading.claims).findings if finding.severity != "info"]


@pytest.mark.parametrize(("rule", "words", "fits", "_"), PHRASINGS)
def test_what_fits_is_silent(rule, words, fits, _):
    assert [finding.message() for finding in findings_of(words.format(fits))] == []


@pytest.mark.parametrize(("rule", "words", "_", "slip"), PHRASINGS)
def test_a_slip_is_found(rule, words, _, slip):
    assert rule in {finding.rule for finding in findings_of(words.format(slip))}


@pytest.mark.parametrize("words", SILENT)
def test_what_only_looks_like_a_slip_is_silent(words):
    assert [finding.message() for finding in findings_of(words)] == []
