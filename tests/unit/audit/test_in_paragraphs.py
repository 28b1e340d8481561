"""Figures that follow from others of their paragraph in any order: goals right before what is missing, shares sentence by sentence, lists in small letters, numbers that look like a proved one."""

import pytest

import muctieu
from muctieu.audit import audit

YEAR = "BÁO CÁO\nTình hình kinh tế - xã hội năm 2024\n\n"
HOUSES = "Xóa nhà tạm đạt 3.482 căn, gồm làm mới 2.106 căn và sửa chữa 1.376 căn.\nChăm lo đời sống được chú trọng.\nĐánh giá chung: đã bàn giao {} trước Tết."
CONTRIBUTED = (
    "Bảng 1. Tổng sản phẩm trên địa bàn\nTT\tKhu vực\t9 tháng năm 2023 (tỷ đồng)\t9 tháng năm 2024 (tỷ đồng)\tTốc độ tăng (%)\tĐóng góp vào tăng trưởng chung (điểm %)\n"
    "1\tNông nghiệp\t2.000,0\t2.080,0\t{}\t0,80\n2\tCông nghiệp\t3.000,0\t3.330,0\t11,00\t3,30\n3\tDịch vụ\t5.000,0\t5.400,0\t8,00\t4,00\n"
)

# rule, words with a gap, what fits, what does not
PHRASINGS = [
    # what is missing to the goal right before it, or that follows
    ("target_gap", "Toàn huyện có 112 xã, đến nay 76 xã đạt chuẩn. Nghị quyết đề ra 80 xã đạt chuẩn, như vậy còn thiếu {}.", "4 xã", "6 xã"),
    ("target_gap", "Bình quân đạt 14,2 tiêu chí/xã, tăng 1,1 tiêu chí so với năm trước (13,1 tiêu chí). Huyện đặt mục tiêu 15,5 tiêu chí/xã nên vẫn hụt {}.", "1,3 tiêu chí", "2,3 tiêu chí"),
    ("target_gap", "Huyện chưa đạt mức tỉnh giao, tức 412,6 tỷ đồng. Để đạt mức này còn thiếu {} so với số thực giải ngân 368,2 tỷ đồng.", "44,4 tỷ đồng", "48,4 tỷ đồng"),
    ("target_gap", "Năm 2023 có 31 trường đạt chuẩn quốc gia. Chỉ tiêu đến cuối nhiệm kỳ là 36 trường đạt chuẩn, vậy còn phải xây dựng thêm {}.", "5 trường", "6 trường"),
    ("target_gap", "Độ che phủ rừng 46,8%, còn hụt {} nữa mới tới mức 48% của Nghị quyết.", "1,2%", "2,1%"),
    ("target_gap", "Giá trị sản xuất tăng bình quân 13,4%/năm (nhiệm kỳ trước tăng 11,2%/năm), cao hơn {} so với nghị quyết (13%/năm).", "0,4%", "0,9%"),
    # shares sentence by sentence
    ("shares_sum", "Công nghiệp giữ tỷ trọng cao nhất với 41,2%. Dịch vụ đứng thứ hai, 32,5%. Nông nghiệp giảm còn {}, phần còn lại là thuế sản phẩm 4,6%.", "21,7%", "27,1%"),
    ("shares_sum", "Tổng hợp phiếu: 58,6% rất hài lòng, 36,2% hài lòng, 3,4% bình thường và {} chưa hài lòng.", "1,8%", "2,8%"),
    # lists
    ("tally", "Huyện đã rút ngắn thời gian của {} thủ tục, cụ thể: cấp giấy phép xây dựng, đăng ký biến động đất, đăng ký hộ kinh doanh, cấp phép bán lẻ rượu.", "04", "05"),
    ("tally", "Tỉnh công nhận thêm {} điểm du lịch, gồm: làng gốm Phước Hòa, suối khoáng Tà Lài, bãi rạn Hòn Yến và làng chiếu An Định.", "04", "03"),
    ("tally", "Đến nay có {} công trình hoàn thành. Đó là: cầu Vàm Sông, đường tránh thị trấn Phú Hòa, hồ chứa Suối Vàng và Bệnh viện Nhi tỉnh.", "04", "05"),
    ("tally", "Đã xây dựng {} cụm công nghiệp gồm An Phú, Bình Hòa 1 và Bình Hòa 2, tổng diện tích 112 ha.", "03", "04"),
    ("tally", "Có {} dự án đã giải ngân hết 100% kế hoạch vốn là Cầu Rạch Cát và Trạm y tế xã Bàu Năng.", "02", "03"),
    ("parts_sum", "Đảng bộ có {} tổ chức cơ sở đảng, gồm 21 đảng bộ cơ sở và 26 chi bộ cơ sở; 5.184 đảng viên đang sinh hoạt.", "47", "48"),
    ("parts_sum", "Từ năm 2022 đến hết năm 2024, Đảng bộ kết nạp {} đảng viên mới, trong đó năm 2022 là 412 đồng chí, năm 2023 là 436 đồng chí và năm 2024 là 428 đồng chí.", "1.276", "1.376"),
    ("parts_sum", "Tổng kế hoạch vốn huyện được giao là 296,4 tỷ đồng. Chia ra: ngân sách trung ương 74,5 tỷ đồng; ngân sách tỉnh {}; ngân sách huyện 98,6 tỷ đồng; vốn khác 10,7 tỷ đồng.", "112,6 tỷ đồng", "121,6 tỷ đồng"),
    ("parts_sum", "Tổng thu ngân sách xã 12,40 tỷ đồng, gồm: thu bổ sung 6,12 tỷ đồng, thu tiền sử dụng đất {}, thu phân chia theo tỷ lệ 2,05 tỷ đồng, thu tại xã 1,31 tỷ đồng.", "2,92 tỷ đồng", "2,29 tỷ đồng"),
    # shares of what is told around
    ("ratio", "Mạng lưới có 48 trường; trong 48 trường có 36 trường đạt chuẩn quốc gia (30 trường mức độ 1, 6 trường mức độ 2), tỷ lệ {}.", "75,0%", "57,0%"),
    ("ratio", "Kỳ thi có 50 em dự thi, 32 em đoạt giải (2 giải nhất, 8 giải nhì, 22 giải ba), tỷ lệ đoạt giải {}.", "64,0%", "46,0%"),
    ("ratio", "Nhiệm kỳ qua kết nạp 384 đảng viên: năm 2022 kết nạp 180, năm 2023 kết nạp 204. Trong số mới kết nạp, nữ có 162 đồng chí, chiếm {}.", "42,2%", "24,2%"),
    ("ratio", "Số người tham gia bảo hiểm y tế là 84.630 người trên tổng dân số 91.000 người, đạt tỷ lệ {}.", "93,0%", "95,4%"),
    ("ratio", "Số xã đạt chuẩn nông thôn mới là 60/84 xã; 15 xã đạt chuẩn nâng cao, bằng {} số xã đã đạt chuẩn.", "25,0%", None),
    ("ratio", "Năm 2022 thu 968 tỷ đồng, năm 2023 thu 1.200 tỷ đồng. Trong tổng thu năm 2023, tiền sử dụng đất là 384 tỷ đồng, chiếm tới {}.", "32%", "27%"),
    # growth
    ("growth", "Thu nhập bình quân đầu người 46,2 triệu đồng/năm, so với năm 2023 (42,0 triệu đồng) tăng 4,2 triệu đồng, tương ứng {}.", "10,0%", "12,0%"),
    ("growth", "Năm 2023 chỉ số cải cách hành chính là 83,15 điểm. Năm 2024, chỉ số này đạt 86,42 điểm; như vậy huyện tăng {}.", "3,27 điểm", "3,72 điểm"),
    ("growth", "Trong năm xảy ra 98 vụ tai nạn, làm chết 42 người, bị thương 76 người. Cùng kỳ năm trước xảy ra 110 vụ, chết 45 người, bị thương 84 người. So sánh thấy giảm 12 vụ, giảm 3 người chết và giảm {}.", "8 người bị thương", "9 người bị thương"),
    ("growth", "Giải ngân vốn đầu tư công đạt 54,2% kế hoạch vốn, cao hơn {} so với cùng thời điểm năm 2023 (48,6%).", "5,6 điểm phần trăm", "6,5 điểm phần trăm"),
    ("growth", "Tổng chi 1.210 tỷ đồng. Số thu năm 2024 là 1.464 tỷ đồng, tăng {} so với năm 2020 (1.200 tỷ đồng).", "22,0%", "122,0%"),
    ("growth", "Đầu nhiệm kỳ: 1.284 hộ/21.400 hộ; cuối nhiệm kỳ: 312 hộ/24.000 hộ; giảm {}.", "972 hộ", "927 hộ"),
    ("growth", "Năm 2022 thu 800 tỷ đồng, năm 2023 là 920 tỷ đồng, năm 2024 là 1.012 tỷ đồng (tăng 10% so năm trước), hai năm cộng dồn tăng {}.", "26,5%", None),
    ("growth", CONTRIBUTED, "4,00", "5,40"),
    # numbers that nothing proves
    ("repeat", HOUSES, "3.482 căn", "3.842 căn"),
    ("impossible", "Điều tra có 231 trẻ 5 tuổi; ra lớp {} trong 231 cháu của xã.", "228 cháu", None),
]  # fmt: skip

SILENT = [
    "Toàn huyện có 42 dự án đang triển khai, trong đó 25 dự án đang thi công, 6 dự án đã hoàn thành, 11 dự án đang giải phóng mặt bằng.",
    "Tiếp nhận 74 đơn, gồm 10 đơn khiếu nại, 6 đơn tố cáo và 58 đơn kiến nghị, đã xử lý xong 70 đơn.",
    "Lừa đảo tăng từ 52 vụ lên 64 vụ: 45 vụ được làm rõ trong 64 vụ.",
    "Nghị quyết đề ra 14 chỉ tiêu. Sau nửa nhiệm kỳ có 07 chỉ tiêu đã đạt, 02 chỉ tiêu được đánh giá là khó đạt, số còn lại có khả năng đạt.",
    "Vận động, bắt 45 đối tượng truy nã, gồm 36 đối tượng trong tỉnh và 9 đối tượng ngoài tỉnh. Chỉ tiêu cả năm 60 đối tượng, còn phải bắt 15 đối tượng.",
    "Đến nay đã bố trí tái định cư cho 198 hộ. Tổng kinh phí đã trả cho 642 hộ bị ảnh hưởng.\nHộ nghèo còn 438 hộ trên 48.150 hộ.",
    "Các vụ án làm chết 9 người, bị thương 96 người.\nToàn tỉnh xảy ra 152 vụ tai nạn giao thông, bị thương 120 người.",
    "Có 396 cơ sở lưu trú với 11.920 phòng; so với cuối năm 2023 tăng 20 cơ sở (từ 376 cơ sở) và tăng 856 phòng (từ 11.064 phòng).",
    "Khu du lịch đầm Ô Rô đón 386 nghìn lượt khách. Năm 2025, ngành phấn đấu đón 7.500 nghìn lượt khách, tăng 9,6% so với thực hiện năm 2024.",
    "Giao 118 thanh niên nhập ngũ, đạt 100% chỉ tiêu; trong đó có trình độ đại học 41 người, chiếm 34,7%.",
    "Chi 54,5 tỷ đồng, ngân sách hỗ trợ 37,2 tỷ đồng (68,3%), nhân dân đóng góp 17,3 tỷ đồng. Tổng thu ngân sách xã 37,8 tỷ đồng, đạt 105% dự toán (36 tỷ đồng).",
    "Tổng sản lượng 46.720 tấn, bằng 75,4% mức kế hoạch năm là 62.000 tấn; riêng khai thác biển 34.150 tấn, còn lại 12.570 tấn là nuôi trồng.",
    "HĐND xã giao 15 chỉ tiêu thì 09 chỉ tiêu vượt, 04 chỉ tiêu đạt, 02 chỉ tiêu không đạt.",
    "Thu ngân sách bình quân một năm được 575,2 tỷ đồng, tốc độ tăng bình quân 15,8%/năm.",
    "Năm 2021 đạt 14.260 tỷ đồng, năm 2024 đạt 20.196 tỷ đồng. Muốn về đích, hai năm tới phải tăng bình quân ít nhất 15,3%/năm.",
    "Toàn tỉnh có 186 sản phẩm OCOP, gồm 148 sản phẩm 3 sao, 36 sản phẩm 4 sao và 2 sản phẩm 5 sao, tăng 20,0% so với con số 155 sản phẩm cuối năm 2023.",
]  # fmt: skip


def alarms_of(words):
    reading = muctieu.read((YEAR + words).encode(), name="vi-du.txt")
    return [finding for finding in audit(reading, reading.claims).findings if finding.severity != "info"]


@pytest.mark.parametrize(("rule", "words", "fits", "_"), PHRASINGS)
def test_what_fits_is_silent(rule, words, fits, _):
    assert [finding.message() for finding in alarms_of(words.format(fits))] == []


@pytest.mark.parametrize(("rule", "words", "_", "slip"), [row for row in PHRASINGS if row[3] is not None])
def test_a_slip_is_found(rule, words, _, slip):
    assert rule in {finding.rule for finding in alarms_of(words.format(slip))}


@pytest.mark.parametrize("words", SILENT)
def test_nothing_is_said(words):
    assert [finding.message() for finding in alarms_of(words)] == []
