"""Paragraphs in which nothing is wrong, though much looks as if it were: plans of next year, parts, results over plans, counts of some targets only. The audit says nothing of them."""

import pytest

import muctieu
from muctieu.audit import audit

YEAR = "BÁO CÁO\nTình hình kinh tế - xã hội năm 2024, nhiệm vụ năm 2025\n\nI. KẾT QUẢ THỰC HIỆN\n"
ASSESSED = "\nII. ĐÁNH GIÁ CHUNG\n"
PLANS = "TT\tChỉ tiêu\tĐVT\tKH 2024\tTH 2024\tKH 2025\n1\tDiện tích lúa cả năm\tha\t8.400\t8.460\t8.500\n2\tDiện tích lúa mùa\tha\t4.300\t4.180\t4.300\n3\tTổng đàn lợn\tcon\t45.000\t43.200\t46.000\n4\tTỷ lệ hộ nghèo\t%\t4,2\t4,0\t3,2\n5\tKết nạp đảng viên\tđảng viên\t120\t126\t120\n\n"

PARAGRAPHS = [
    PLANS + "Diện tích lúa đạt kế hoạch. Kết nạp đảng viên đạt và vượt chỉ tiêu. Tổng đàn gia cầm vượt kế hoạch. Chăn nuôi lợn gặp khó khăn, tổng đàn chưa đạt kế hoạch.",
    PLANS + ASSESSED + "Nhiệm vụ năm 2025: phấn đấu tổng đàn lợn đạt kế hoạch, diện tích lúa mùa hoàn thành kế hoạch giao.",
    PLANS + "III. NHIỆM VỤ NĂM 2025\nTổng đàn lợn đạt kế hoạch 46.000 con; diện tích lúa mùa đạt chỉ tiêu giao.",
    "Tổng đàn lợn 43.200 con, đạt 96% kế hoạch. Trong đó đàn lợn nái đạt kế hoạch.",
    PLANS + "Sản lượng lúa mùa vượt kế hoạch nhờ năng suất cao. Năng suất lúa mùa đạt mục tiêu.",
    "Có 14/18 chỉ tiêu đạt và vượt; 04 chỉ tiêu không đạt." + ASSESSED + "Có 04 chỉ tiêu không đạt. Trong đó 02 chỉ tiêu không đạt do nguyên nhân khách quan. Về kinh tế còn 03 chỉ tiêu không đạt.",
    "Trong 18 chỉ tiêu, có 9 chỉ tiêu vượt, 5 chỉ tiêu đạt, 4 chỉ tiêu không đạt." + ASSESSED + "Năm 2023 có 6 chỉ tiêu không đạt. Các chỉ tiêu không đạt chủ yếu gồm: thu ngân sách; đô thị hóa.",
    "Có 04 chỉ tiêu không đạt." + ASSESSED + "Các chỉ tiêu không đạt thuộc lĩnh vực kinh tế gồm: thu ngân sách; đô thị hóa.",
    "Có 05 chỉ tiêu khó đạt, 02 chỉ tiêu chưa đạt." + ASSESSED + "Các chỉ tiêu chưa đạt gồm: nước sạch; bác sĩ.",
    "Phòng Kinh tế có 12/14 nhiệm vụ hoàn thành, 02 nhiệm vụ chưa hoàn thành. Phòng Văn hóa có 9/12 nhiệm vụ hoàn thành, 03 nhiệm vụ chưa hoàn thành.",
    "Huyện giao 32 nhiệm vụ, đã hoàn thành 28 nhiệm vụ, 03 nhiệm vụ đang thực hiện, 01 nhiệm vụ chưa hoàn thành.",
    "Xã đạt 15/19 tiêu chí nông thôn mới, còn 04 tiêu chí chưa đạt. Toàn huyện bình quân 16,2 tiêu chí/xã; có 12/14 xã đạt 19 tiêu chí.",
    "Năm 2024 kết nạp 126 đảng viên." + ASSESSED + "Trong nhiệm kỳ phát triển 612 đảng viên; năm 2024 khai trừ 12 đảng viên, có 118 đảng viên được tặng Huy hiệu Đảng.",
    "Xây mới 24 nhà cho người có công, sửa chữa 21 nhà." + ASSESSED + "Trong năm xóa 112 nhà tạm, xây mới 24 nhà văn hóa thôn.",
    "Thu ngân sách trên địa bàn 1.245 tỷ đồng, chi ngân sách 1.254 tỷ đồng." + ASSESSED + "Thu ngân sách đạt 1.245 tỷ đồng.",
    "Tháng 12 xảy ra 12 vụ tai nạn; cả năm 2024 xảy ra 135 vụ tai nạn giao thông." + ASSESSED + "Năm 2024, tai nạn giao thông giảm còn 135 vụ, phạm pháp hình sự 153 vụ.",
    "Năm 2024 giải quyết việc làm cho 4.120 lao động, trong đó xuất khẩu lao động 412 người." + ASSESSED + "Đào tạo nghề cho 4.210 lao động; giải quyết việc làm cho 4.120 lao động.",
    "Đón 1,25 triệu lượt khách, trong đó khách nội địa 1,18 triệu lượt." + ASSESSED + "Khách nội địa đạt 1,18 triệu lượt, khách quốc tế 70 nghìn lượt; tổng lượt khách tăng 12%.",
    "Nạo vét 32 km kênh mương; kiên cố hóa 28 km kênh mương." + ASSESSED + "Nạo vét 32 km kênh mương, cứng hóa 26 km đường thôn.",
    "Trồng mới 320 ha rừng, trong đó rừng sản xuất 310 ha." + ASSESSED + "Trồng được 310 ha rừng sản xuất, tỷ lệ sống cao.",
    "Thành lập mới 128 doanh nghiệp, giải thể 24 doanh nghiệp." + ASSESSED + "Có 142 doanh nghiệp tạm ngừng hoạt động; 128 doanh nghiệp thành lập mới.",
    "Vốn đầu tư công năm 2024 là 512,4 tỷ đồng, giải ngân 468,2 tỷ đồng." + ASSESSED + "Vốn đầu tư công giải ngân 468,2 tỷ đồng, đạt 91,4%; vốn chương trình mục tiêu 96,5 tỷ đồng.",
    "Học kỳ I có 42/40 lớp học 2 buổi/ngày theo kế hoạch. Thu quỹ 128/120 triệu đồng. Vận động hiến máu 215/200 đơn vị máu. Cấp 1.350/1.300 căn cước.",
    "Tai nạn giao thông xảy ra 12/10 vụ so với cùng kỳ, làm chết 5/4 người. Số vụ cháy: 6/4 vụ. Vi phạm hành chính 126/113 vụ, tăng 13 vụ.",
    "Có 2.150/2.100 hộ tham gia bảo hiểm y tế hộ gia đình, đạt 102,4% kế hoạch. Khám tuyển 85/80 thanh niên.",
    "Độ che phủ rừng đạt 51,2% (Nghị quyết 50%). Tỷ lệ đô thị hóa 36,4%, mục tiêu 38%." + ASSESSED + "Các chỉ tiêu đã vượt là: độ che phủ rừng; số xã nông thôn mới. Các chỉ tiêu khó đạt gồm: tỷ lệ đô thị hóa; tốc độ tăng trưởng.",
    "Tỷ lệ lao động qua đào tạo đạt 64% (kế hoạch 65%), tỷ lệ lao động có bằng cấp 32% (kế hoạch 30%)." + ASSESSED + "Các chỉ tiêu vượt kế hoạch: tỷ lệ lao động qua đào tạo có bằng cấp; thu ngân sách.",
    "CPI tăng 3,2%, thấp hơn mục tiêu 4,5%. Tỷ lệ giảm nghèo 1,6%/năm, vượt mục tiêu 1,5%/năm. Số vụ tai nạn giảm 6%, đạt mục tiêu giảm 5%. Tỷ lệ sinh giảm 0,1%o, đạt kế hoạch (0,1%o).",
    "GRDP tăng 7,4%; công nghiệp tăng 9,6%, vượt kế hoạch (9%); nông nghiệp tăng 2,8%, chưa đạt kế hoạch (3%).",
    "Thu ngân sách 1.245 tỷ đồng, tăng 12,5%, đạt kế hoạch (1.200 tỷ đồng). Xuất khẩu 320 triệu USD, giảm 4%, không đạt kế hoạch (350 triệu USD).",
    "Mục tiêu đến năm 2025 thu nhập 70 triệu đồng, nay đề nghị điều chỉnh mục tiêu thu nhập bình quân đến năm 2025 còn 66 triệu đồng.",
    "Có 29/44 trường đạt chuẩn quốc gia. Năm 2020 có 25 trường đạt chuẩn.",
    "Chỉnh trang 03 tuyến phố: Lý Tự Trọng, Hùng Vương, Bến Mới; xóa điểm tập kết rác tại tổ 5 trước ngày 30/6/2025.",
    "Thu ngân sách xã năm 2024 đạt 12,48 tỷ đồng, bằng 107,6% dự toán (11,6 tỷ đồng); riêng thu từ đất chưa đạt dự toán.",
    "Vốn đầu tư công năm 2024 được giao 164,5 tỷ đồng; đến 30/9 giải ngân 102,8 tỷ đồng, đạt 62,5%, cao hơn 3,2 điểm phần trăm so với cùng kỳ (59,3%).",
    "Toàn xã có 24 cán bộ, công chức, trong đó 13 đồng chí có trình độ đại học. Đảng bộ kết nạp 32 đảng viên mới, trong đó 18 đồng chí là đoàn viên. Có 24 cán bộ dự tập huấn, trong đó 17 đồng chí được khen.",
    "Tổng thu ngân sách 402,5 tỷ đồng = 61,9% dự toán tỉnh giao (650 tỷ đồng); trong đó thu tiền sử dụng đất 176,2 tỷ đồng. Tổng chi 518,6 tỷ đồng, đạt 54% dự toán.",
    "Hội Nông dân 712 hội viên, Hội Phụ nữ 804 hội viên, Hội Cựu chiến binh 226 hội viên; vận động quỹ được 62,5 triệu đồng, xây 3 nhà đại đoàn kết (50 triệu đồng/nhà).",
    "Đảng bộ có 14 chi bộ; xếp loại: 3 chi bộ hoàn thành xuất sắc (21,4%), 10 chi bộ hoàn thành tốt (71,4%), 1 chi bộ hoàn thành nhiệm vụ (7,2%).",
    "Cuối năm 2024, toàn huyện còn 3.412 hộ nghèo trên tổng số 24.860 hộ, chiếm 13,72%, giảm 758 hộ so với cuối năm 2023 (4.170 hộ, tỷ lệ 16,87%).",
    "Cây lúa cấy hai vụ. Vụ xuân 372,6 ha, năng suất đạt 68,5 tạ/ha. Vụ mùa 368,4 ha, năng suất chỉ đạt 42 tạ/ha do sâu bệnh.",
    "GRDP ước đạt 41.286 tỷ đồng, tăng 6,24% so với cùng kỳ (38.861 tỷ đồng); trong đó nông, lâm nghiệp và thủy sản tăng 3,13%, công nghiệp và xây dựng tăng 7,05%.",
    "Tổng thu ngân sách xã 7.892 triệu đồng, trong đó: thu tại xã 612 triệu đồng; bổ sung từ cấp trên 7.025 triệu đồng; chuyển nguồn, kết dư 255 triệu đồng. Tổng chi 7.676 triệu đồng.",
    "Bao phủ bảo hiểm y tế 92% đạt kế hoạch. Hộ văn hóa đạt 92% vượt kế hoạch.",
    "Rút ra 03 bài học kinh nghiệm. Một là, giữ vững đoàn kết. Hai là, bám sát cơ sở. Bốn là, coi trọng công tác cán bộ.",
]  # fmt: skip


@pytest.mark.parametrize("words", PARAGRAPHS)
def test_nothing_is_said(words):
    reading = muctieu.read((YEAR + words).encode(), name="vi-du.txt")
    found = audit(reading, reading.claims).findings
    assert [finding.message() for finding in found if finding.severity != "info"] == []
