"""Totals and their parts, yearly averages and their ends, results and their bases that stand apart: what fits is silent, a slip is found by the rule that is named."""

import pytest

import muctieu
from muctieu.audit import audit

YEAR = "BÁO CÁO\nTình hình kinh tế - xã hội năm 2023\n\n"
TERM = "BÁO CÁO CHÍNH TRỊ\ncủa Ban Chấp hành Đảng bộ huyện tại Đại hội lần thứ XX, nhiệm kỳ 2025 - 2030\nPhần thứ nhất\nKẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ XIX, NHIỆM KỲ 2020 - 2025\n"
HALF = "BÁO CÁO\nSơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội Đảng bộ huyện, nhiệm kỳ 2020 - 2025\n\n"
REVENUE = (
    "Bảng 2. Thu ngân sách nhà nước trên địa bàn (đơn vị: tỷ đồng)\nKhoản thu\tNăm 2021\tNăm 2022\t6 tháng đầu năm 2023\n"
    "Thuế\t742,6\t913,8\t508,2\nTiền sử dụng đất\t418,3\t612,7\t147,9\nThu khác\t533,8\t653,1\t306,1\nTổng cộng\t1.694,7\t2.179,6\t962,2\n\n"
)
WORKS = (
    "Kết quả giải ngân vốn đầu tư công từng năm như sau:\nĐơn vị tính: tỷ đồng\nNguồn vốn\tNăm 2021\tNăm 2022\tNăm 2023\n"
    "Vốn trung ương\t1.860\t2.145\t1.520\nVốn địa phương\t2.850\t3.310\t2.615\n\n"
)
LOANS = "Dư nợ các chương trình năm 2023\nTT\tChương trình\tDư nợ (triệu đồng)\n1\tHộ nghèo\t18.450\n2\tHộ cận nghèo\t21.320\n3\tNước sạch\t12.640\n\n"
SCHOOLS = (
    "Bảng 1. Chỉ tiêu chủ yếu\nTT\tChỉ tiêu\tĐơn vị tính\tNăm 2020\tMục tiêu 2025\tƯớc năm 2025\n"
    "1\tTỷ lệ hộ nghèo\t%\t4,86\t< 1,5\t1,26\n2\tThu nhập bình quân đầu người\ttriệu đồng/người/năm\t48,2\t80\t81,6\n\n"
)
SECTORS = (
    "Biểu 1. GRDP theo khu vực (tỷ đồng)\nKhu vực\tNăm 2022\tNăm 2023\nNông, lâm nghiệp và thủy sản\t5.486\t5.703\n"
    "Công nghiệp và xây dựng\t7.425\t8.127\nDịch vụ\t9.340\t9.935\n\n"
)

# rule, words with a gap, what fits, what does not
PHRASINGS = [
    # totals of the text, parts in the columns or rows of a table
    ("parts_sum", HALF + REVENUE + "Thu ngân sách nhà nước trên địa bàn lũy kế từ đầu năm 2021 đến hết tháng 6/2023 đạt {} tỷ đồng.", "4.836,5", "4.863,5"),
    ("parts_sum", HALF + WORKS + "Đánh giá: từ năm 2021 đến năm 2023, toàn tỉnh giải ngân vốn đầu tư công {} tỷ đồng, góp phần thay đổi diện mạo.", "14.300", "14.030"),
    ("parts_sum", YEAR + "Năm 2023 giải ngân vốn đầu tư công đạt {} tỷ đồng.\n" + WORKS, "4.135", "4.315"),
    ("parts_sum", YEAR + LOANS + "Đánh giá chung: dư nợ các chương trình năm 2023 là {} triệu đồng.", "52.410", "54.210"),
    ("parts_sum", YEAR + "Kế hoạch vốn đầu tư công năm 2023 là {} tỷ đồng, chia theo nguồn như Biểu 3.\nBiểu 3. Vốn đầu tư công theo nguồn\nNguồn vốn\tĐVT\tKế hoạch năm 2023\tGiải ngân\nNgân sách tỉnh\ttỷ đồng\t1.386,2\t812,4\nNgân sách trung ương\ttỷ đồng\t1.168,5\t774,8\nChương trình mục tiêu\ttỷ đồng\t928,4\t567,6\n", "3.483,1", "3.843,1"),
    ("parts_sum", YEAR + "Theo rà soát cuối năm 2023 xã có {} hộ nghèo, phân theo bản:\nBản\tHộ nghèo\tGhi chú\nNà Lang\t52\tThiếu đất\nBản Cáp\t47\tThiếu vốn\nKhe Mo\t38\tỐm đau\nSín Thầu\t43\tXa đường\n\n", "180", "198"),
    ("parts_sum", YEAR + "Cuối năm 2023 toàn xã còn {} hộ nghèo, tỷ lệ 2,1%.\nCông tác khác được quan tâm.\n* Hộ nghèo cuối năm 2023 chia theo ấp:\nHòa Bình.....11 hộ\nHòa Phú.....08 hộ\nVĩnh Lợi.....12 hộ\nCái Sắn.....07 hộ\nTrên đây là báo cáo.", "38", "36"),
    ("parts_sum", YEAR + "Dân số năm 2023 của xã là {} người.\nNội dung khác.\nDân số năm 2023 phân theo thôn như sau:\nTT\tThôn\tDân số (người)\n1\tĐông\t1.245\n2\tĐoài\t986\n3\tThượng\t1.130\n\n", "3.361", "3.316"),
    ("parts_sum", YEAR + "Động lực chính là khu vực II, trong đó công nghiệp năm 2023 đóng góp {} tỷ đồng, xây dựng 2.825 tỷ đồng nhờ các công trình lớn.\n" + SECTORS, "5.302", "5.402"),
    ("parts_sum", YEAR + SECTORS + "Năm 2023, công nghiệp 5.302 tỷ đồng, tăng 9%; xây dựng {} tỷ đồng, tăng 8%.", "2.825", "2.852"),
    # … where the table tells of something else, nothing is said
    ("parts_sum", HALF + REVENUE + "Thu nội địa lũy kế từ đầu năm 2021 đến hết tháng 6/2023 đạt {} tỷ đồng. Năm 2022 thu ngân sách 2.179,6 tỷ đồng, trong đó thuế 913,8 tỷ đồng, tiền sử dụng đất 612,7 tỷ đồng.", "4.683,5", None),
    ("parts_sum", YEAR + LOANS + "Thu ngân sách năm 2023 đạt {} triệu đồng, gồm thuế 30.000 triệu đồng, thu khác 24.210 triệu đồng.", "54.210", None),
    # yearly averages from their ends
    ("growth", TERM + SCHOOLS + "Hộ nghèo cuối nhiệm kỳ ước còn 1,26%, mỗi năm giảm bình quân {}.", "0,72%", "0,90%"),
    ("growth", TERM + SCHOOLS + "Thu nhập bình quân đầu người năm 2025 ước đạt 81,6 triệu đồng, bình quân mỗi năm tăng {}.", "11,1%", "13,9%"),
    ("growth", TERM + "Năm 2020, tỷ lệ hộ nghèo còn 5,35%.\nCông tác giảm nghèo đạt kết quả tốt: năm 2025 tỷ lệ hộ nghèo còn 1,35%, bình quân giảm {} điểm phần trăm/năm.", "0,8", "1,0"),
    ("growth", YEAR + "Tỷ lệ hộ nghèo cuối năm 2023 còn 6,84%, so với cuối năm 2022 (8,59%) giảm 1,75 điểm phần trăm; nếu tính từ cuối năm 2021 (11,62%) thì bình quân mỗi năm giảm {} điểm phần trăm.", "2,39", "2,93"),
    ("growth", HALF + "Hàng hóa qua cảng năm 2023 ước 18,6 triệu tấn, bằng 93% mục tiêu cuối nhiệm kỳ là 20 triệu tấn; từ 13,27 triệu tấn năm 2020 đến nay, bình quân mỗi năm tăng {}.", "11,9%", "13,4%"),
    ("growth", HALF + "Diện tích rừng gỗ lớn năm 2023 đạt 8.640 ha; so với 6.240 ha năm 2020, mỗi năm tăng bình quân {} ha.", "800", "900"),
    ("growth", HALF + "Năm 2023 đón 3,2 triệu lượt khách. So với 1,6 triệu lượt của năm 2020 thì bình quân mỗi năm tăng {}.", "26%", "33%"),
    ("growth", TERM + "Thu ngân sách năm 2025 ước 268 tỷ đồng, đạt 89,3% mục tiêu (300 tỷ đồng), song so với năm 2020 (153 tỷ đồng) vẫn tăng bình quân {}/năm; cộng 5 năm được 1.124 tỷ đồng.", "11,9%", "15,9%"),
    # figures that are compared with, goals, chains of years
    ("growth", HALF + "GRDP năm 2023 ước 44.215 tỷ đồng; so với 36.480 tỷ đồng của năm 2020 thì bình quân ba năm tăng {}/năm (năm 2021 tăng 3,1%, năm 2022 tăng 9,4%, năm 2023 ước tăng 7,4%).", "6,6%", "9,6%"),
    ("target_gap", HALF + "Năm 2023 sản lượng thủy sản 168.500 tấn, tăng 12,6% so với 149.700 tấn của năm 2020, vượt {} tấn so với mục tiêu năm 2025 (165.000 tấn).", "3.500", "5.300"),
    ("attainment", HALF + "Năm 2023 thu 850 tỷ đồng, tăng 6,3% so với mức 800 tỷ đồng của năm 2022, đạt {} mục tiêu năm 2025 (1.000 tỷ đồng).", "85%", "80%"),
    ("attainment", HALF + "Thu ngân sách ba năm 2021 - 2023 ước 31.150 tỷ đồng; riêng năm 2023 giảm 10,7% so với năm trước, mới bằng {} mức phải đạt vào năm 2025 (14.500 tỷ đồng). Thu ngân sách năm 2023 đạt 10.350 tỷ đồng.", "71,4%", "74,1%"),
    ("growth", HALF + "Giá trị sản xuất năm 2020: 18.460 tỷ đồng; năm 2021: 19.328 tỷ đồng; năm 2022 đạt 22.745 tỷ đồng, tăng {}.", "17,7%", "23,2%"),
    ("growth", HALF + "Từ 18.460 tỷ đồng của năm 2020, giá trị sản xuất năm 2021 chỉ nhích lên 19.328 tỷ đồng; năm 2022 phục hồi, đạt 22.745 tỷ đồng, tăng {}.", "17,7%", "27,7%"),
    ("parts_sum", YEAR + "Thu ngân sách ước 5.486 triệu đồng, vượt 426 triệu đồng so dự toán huyện giao; gồm thuế 2.930 triệu đồng; phí, lệ phí {} triệu đồng; thu khác 1.872 triệu đồng.", "684", "864"),
    ("parts_sum", YEAR + "Huy động được 78.640 tỷ đồng, mới đạt 52,4% chỉ tiêu của cả nhiệm kỳ là 150.000 tỷ đồng; gồm vốn nhà nước 21.870 tỷ đồng, vốn ngoài nhà nước {} tỷ đồng, vốn nước ngoài 9.445 tỷ đồng.", "47.325", "43.725"),
    # parentheses and lists with a subject of their own
    ("attainment", YEAR + "Chi ngân sách đạt 4.512 tỷ đồng, bằng 46,2% dự toán (trong đó chi đầu tư phát triển {} tỷ đồng, chi thường xuyên 2.890 tỷ đồng).", "1.210", None),
    ("attainment", YEAR + "Diện tích lúa đạt {}ha tăng 11,6% so với cùng kỳ, đạt 126% KH năm: Lúa vụ Chiêm Xuân trồng đạt 95ha; lúa vụ mùa đạt 120ha.", "215", None),
    ("growth", YEAR + "Khách du lịch đạt 312 nghìn lượt, tăng 12% so với cùng kỳ (khách quốc tế {} nghìn lượt, tăng 26%; khách nội địa 300 nghìn lượt, tăng 11,2%).", "12", None),
    ("growth", YEAR + "Bán lẻ đạt 6.720 tỷ đồng, tăng {} so với cùng kỳ (cùng kỳ năm trước đạt 6.000 tỷ đồng).", "12%", "21%"),
    ("attainment", YEAR + "Trồng rừng đạt 465 ha, bằng {} kế hoạch (tỉnh giao 450 ha).", "103,3%", "113,3%"),
    ("attainment", YEAR + "Thu ngân sách đạt 836 tỷ đồng, bằng {} dự toán (dự toán HĐND tỉnh giao 850 tỷ đồng).", "98,4%", "94,8%"),
    # short words and signs of commune reports
    ("growth", YEAR + "Thu NSNN trên địa bàn 186,4 trđ/KH năm 310trđ, đạt 60,1%; so CK (159,1 trđ) tăng {}.", "17,2%", "12,7%"),
    ("target_gap", YEAR + "Các hộ trồng được 52 ha quế, mỡ, vượt {} ha so với kế hoạch huyện giao (45 ha).", "7", "5"),
    ("ratio", YEAR + "Gia đình văn hóa 2.894/3.098 hộ đăng ký đạt {}.", "93,4%", "92,5%"),
    ("ratio", YEAR + "Có 18/20 trường có tỷ lệ học sinh lên lớp đạt {}.", "99%", None),
    ("growth", YEAR + "Phạm pháp hình sự 09 vụ (CK 12 vụ), khám phá 08/09 vụ.\nĐánh giá: phạm pháp hình sự giảm {} vụ so với năm 2022.", "03", "04"),
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
