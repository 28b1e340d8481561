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

NINE = "BÁO CÁO\nTình hình kinh tế - xã hội 9 tháng năm 2024\n\n"
GRANTS = "Bảng 4. Kết quả giải ngân vốn chương trình mục tiêu quốc gia (triệu đồng)\nTT\tChương trình\tVốn giao\tGiải ngân\tTỷ lệ (%)\n1\tNông thôn mới\t12.500\t9.875\t79,0\n2\tGiảm nghèo bền vững\t18.400\t13.248\t72,0\n3\tVùng dân tộc thiểu số\t24.100\t15.665\t65,0\n\n"
INVESTED = "Biểu 5. Thu hút đầu tư\nChỉ tiêu\tĐVT\tNăm 2021\tNăm 2022\tNăm 2023\nVốn đăng ký mới\ttỷ đồng\t1.240\t1.865\t2.315\nSố dự án\tdự án\t12\t15\t18\n\n"
NINE_MONTHS = "Biểu 1\nTT\tChỉ tiêu\tĐVT\tThực hiện 9 tháng năm 2024\n1\tThu ngân sách nhà nước\ttỷ đồng\t4.443\n2\tSản lượng thủy sản\ttấn\t495.720\n\n"

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
    # the same in other words
    ("parts_sum", YEAR + "Năm 2023 toàn huyện trồng mới {} ha rừng.\nBiểu 2. Trồng rừng mới năm 2023 theo xã\nTT\tXã\tDiện tích (ha)\tGhi chú\n1\tNam Sơn\t412,5\tkeo\n2\tBắc Sơn\t386,2\tquế\n3\tTây Sơn\t268,4\tmỡ\n\n", "1.067,1", "1.076,1"),
    ("parts_sum", NINE + "Thu ngân sách nhà nước 9 tháng đạt {} tỷ đồng, bằng 78% dự toán.\nBiểu 3. Thu ngân sách nhà nước (tỷ đồng)\nSTT\tNội dung\tDự toán năm 2024\tThực hiện 9 tháng\n1\tThu nội địa\t8.600\t6.751,2\n2\tThu xuất nhập khẩu\t350\t283,5\n\n", "7.034,7", "7.304,7"),
    ("parts_sum", HALF + "Kết nạp đảng viên từ năm 2021 đến năm 2023 được {} đảng viên.\nTT\tChỉ tiêu\tNăm 2021\tNăm 2022\tNăm 2023\n1\tKết nạp đảng viên (đảng viên)\t186\t204\t212\n2\tGiải quyết việc làm (lao động)\t2.150\t2.240\t2.310\n\n", "602", "620"),
    ("parts_sum", YEAR + "Năm 2023 huy động xã hội hóa làm đường {} triệu đồng, cụ thể từng thôn như sau:\nThôn Đoài: 245 triệu đồng\nThôn Đông: 312 triệu đồng\nThôn Trung: 186 triệu đồng\nThôn Hạ: 157 triệu đồng\nĐời sống ổn định.", "900", "930"),
    ("parts_sum", YEAR + "Tổng số lao động được đào tạo nghề năm 2023 là {} lao động.\nCông tác khác.\nLao động đào tạo nghề năm 2023 theo từng xã:\nTT\tXã\tLao động\tTrong đó nữ\n1\tA Lưới\t125\t60\n2\tHồng Vân\t98\t41\n3\tPhú Vinh\t142\t70\n\n", "365", "356"),
    ("parts_sum", YEAR + "Đàn trâu, bò năm 2023 có {} con, tăng 2%.\nBiểu 1. Chăn nuôi\nTT\tChỉ tiêu\tĐVT\tKế hoạch\tThực hiện 2023\n1\tĐàn trâu\tcon\t3.000\t3.120\n2\tĐàn bò\tcon\t6.000\t6.340\n3\tĐàn lợn\tcon\t20.000\t21.400\n\n", "9.460", "9.640"),
    ("parts_sum", YEAR + "Khai thác 12.350 tấn, nuôi trồng 8.650 tấn.\nTT\tChỉ tiêu\tĐVT\tNăm 2022\tNăm 2023\n1\tKhai thác và nuôi trồng\ttấn\t20.100\t{}\n\n", "21.000", "22.000"),
    ("parts_sum", HALF + "Ba năm 2021 - 2023, huyện giải quyết việc làm cho {} lao động.\nChỉ tiêu\tNăm 2021\tNăm 2022\tNăm 2023\nGiải quyết việc làm (lao động)\t3.420\t4.215\t4.310\n\n", "11.945", "11.495"),
    ("parts_sum", YEAR + "Chi ngân sách năm 2023 là 1.250 tỷ đồng, trong đó chi đầu tư 420 tỷ đồng.\nBiểu. Nợ đọng xây dựng cơ bản theo xã năm 2023 (tỷ đồng)\nTT\tXã\tNợ đọng\tGhi chú\n1\tA\t{}\t-\n2\tB\t520\t-\n3\tC\t412\t-\n\n", "120", None),
    ("parts_sum", YEAR + "Năm 2023 toàn xã có 52 hộ nghèo, phân theo thôn:\nTT\tThôn\tHộ nghèo\tHộ cận nghèo\n1\tA\t{}\t30\n2\tB\t18\t25\n3\tC\t14\t21\n\n", "20", "30"),
    ("growth", TERM + "Tỷ lệ hộ nghèo năm 2020 là 6,4%.\nCông tác giảm nghèo được quan tâm. Đến hết năm 2025, tỷ lệ hộ nghèo còn 1,4%, giảm bình quân {}/năm.", "1%", "1,25%"),
    ("growth", TERM + "Thu nhập bình quân đầu người năm 2025 đạt 72,5 triệu đồng, tăng gấp 1,6 lần so với năm 2020 (45,3 triệu đồng), bình quân mỗi năm tăng {}.", "9,9%", "12%"),
    ("growth", TERM + "Độ che phủ rừng từ 52,5% năm 2020 tăng lên 55,5% năm 2025, mỗi năm tăng bình quân {} điểm phần trăm.", "0,6", "0,9"),
    ("growth", TERM + "Sản lượng thủy sản năm 2025 ước 42.000 tấn; so với năm 2020 là 30.000 tấn thì mỗi năm tăng bình quân {} tấn.", "2.400", "2.040"),
    ("growth", HALF + "Đến tháng 6/2023 có 4.250 doanh nghiệp. Từ 3.150 doanh nghiệp cuối năm 2020, trung bình mỗi năm tăng thêm 440 doanh nghiệp, góp phần tăng thu {} tỷ đồng.", "25", None),
    ("growth", HALF + "Giá trị sản xuất năm 2021 đạt 5.000 tỷ đồng, năm 2022 đạt 5.500 tỷ đồng, năm 2023 đạt 6.270 tỷ đồng, tăng {}.", "14%", "25,4%"),
    ("growth", HALF + "Thu ngân sách năm 2020 là 480 tỷ đồng, đến năm 2023 đạt 720 tỷ đồng, tăng {} so với năm 2020.", "50%", "15%"),
    ("growth", HALF + "Năm 2020 thu 480 tỷ đồng, năm 2022 thu 600 tỷ đồng, năm 2023 thu 720 tỷ đồng, tăng {} so với năm 2020.", "50%", "60%"),
    ("growth", HALF + "Sản lượng đạt 5.612 tấn, so kế hoạch tăng 112 tấn, so cùng kỳ (5.440 tấn) tăng {}.", "3,2%", "2,3%"),
    ("growth", YEAR + "Kim ngạch xuất khẩu đạt 1.128 triệu USD, tăng {} so với mức 1.044 triệu USD của năm 2022, đạt 94% kế hoạch (1.200 triệu USD).", "8%", "18%"),
    ("target_gap", YEAR + "Kim ngạch xuất khẩu đạt 1.128 triệu USD, tăng 8% so với mức 1.044 triệu USD của năm 2022, vượt {} triệu USD kế hoạch (1.100 triệu USD).", "28", "82"),
    ("target_gap", YEAR + "Đàn bò có 6.340 con, tăng 5,7% so với 6.000 con cùng kỳ, vượt {} con so với kế hoạch (6.200 con).", "140", "410"),
    ("target_gap", YEAR + "Kết nạp 212 đảng viên, vượt {} đảng viên so với Nghị quyết (200 đảng viên); trong đó nữ 90 đồng chí.", "12", "21"),
    ("target_gap", YEAR + "Trồng được 145 ha chè, cà phê, mắc ca, vượt {} ha kế hoạch giao (120 ha).", "25", "52"),
    ("attainment", YEAR + "Trồng rừng 1.260 ha, tăng 5% so với 1.200 ha năm trước, đạt {} kế hoạch (1.400 ha).", "90%", "80%"),
    ("attainment", NINE + "Thu ngân sách 9 tháng đạt 685 tỷ đồng, bằng {} dự toán (dự toán 920 tỷ đồng), tăng 8% so với cùng kỳ (634 tỷ đồng).", "74,5%", "47,5%"),
    ("attainment", NINE + "Giải ngân 412 tỷ đồng, đạt 51,5% kế hoạch (ngân sách tỉnh {} tỷ đồng, ngân sách huyện 192 tỷ đồng).", "220", None),
    ("attainment", NINE + "Chi ngân sách 685 tỷ đồng, đạt 74,5% dự toán, gồm: chi đầu tư {} tỷ đồng, chi thường xuyên 465 tỷ đồng.", "220", None),
    ("attainment", NINE + "Giải ngân 412 tỷ đồng, đạt {} kế hoạch (Trung ương giao 800 tỷ đồng).", "51,5%", "55,1%"),
    ("growth", NINE + "Thu ngân sách 685 tỷ đồng, tăng 8% so với cùng kỳ (thu nội địa {} tỷ đồng, tăng 6,2%; thu xuất nhập khẩu 65 tỷ đồng, tăng 12%).", "620", None),
    ("growth", NINE + "Xuất khẩu 320 triệu USD, tăng 12% so với cùng kỳ, trong đó dệt may {} triệu USD, tăng 15%.", "120", None),
    ("growth", NINE + "Xảy ra 45 vụ tai nạn, giảm 6 vụ so với cùng kỳ (đường bộ {} vụ, đường sắt 3 vụ).", "42", None),
    ("growth", NINE + "Đàn lợn 120 nghìn con, tăng {} so với cùng kỳ năm trước (thời điểm này năm 2023 có 112 nghìn con).", "7,1%", "17,1%"),
    ("growth", YEAR + "Tai nạn giao thông xảy ra 35 vụ (năm 2022: 42 vụ), làm chết 12 người.\nNhìn chung, tai nạn giao thông giảm {} vụ so với năm 2022.", "7", "9"),
    ("growth", YEAR + "Số doanh nghiệp thành lập mới 386 doanh nghiệp (năm 2022 là 350 doanh nghiệp).\nĐánh giá: số doanh nghiệp thành lập mới tăng {} so với năm 2022.", "10,3%", "13,0%"),
    ("ratio", YEAR + "Có 412/436 cán bộ xã đạt chuẩn, bằng {}.", "94,5%", "95,4%"),
    ("ratio", YEAR + "Tiêm phòng 1.640/1.826 con trâu bò đạt {}.", "89,8%", "98,8%"),
    ("ratio", YEAR + "Hộ dùng nước sạch 2.450/2.640 hộ toàn xã chiếm {}.", "92,8%", "98,2%"),
    ("ratio", YEAR + "12/19 xã đạt chuẩn, bình quân đạt {} tiêu chí/xã.", "16,5", None),
    ("ratio", YEAR + "Huy động trẻ mẫu giáo 312/325 cháu đúng độ tuổi đạt {} kế hoạch.", "101%", None),
    ("shares_sum", YEAR + "Cơ cấu kinh tế: nông nghiệp 31,84%; công nghiệp - xây dựng {}; dịch vụ 38,91%; thuế sản phẩm 4,62%.", "24,63%", "26,43%"),
    ("parts_sum", YEAR + "Kết nạp 212 đảng viên, vượt 12 đảng viên so với Nghị quyết, gồm: khối xã {} đảng viên, khối cơ quan 60 đảng viên, doanh nghiệp 12 đảng viên.", "140", "104"),
    ("parts_sum", YEAR + "Số trường giảm 12 trường so với năm 2020, trong đó mầm non {} trường, tiểu học 5 trường, THCS 3 trường.", "4", None),
    ("growth", YEAR + "Châu Á (chiếm tỷ trọng 63,42% trong tổng kim ngạch) tăng 10,43% so với cùng kỳ, tương đương {} triệu USD.", "300", None),
    ("parts_sum", YEAR + GRANTS + "Tồn tại: năm 2023 giải ngân vốn chương trình mục tiêu quốc gia mới được {} triệu đồng.", "38.788", "38.878"),
    ("parts_sum", YEAR + "Năm 2023, huyện được giao vốn chương trình mục tiêu quốc gia {} triệu đồng.\n" + GRANTS,"55.000", "50.500"),
    ("parts_sum", HALF + INVESTED + "Giai đoạn 2021 - 2023, toàn tỉnh thu hút {} dự án với vốn đăng ký mới 5.420 tỷ đồng.", "45", "54"),
    ("parts_sum", HALF + INVESTED + "Giai đoạn 2021 - 2023, vốn đăng ký mới đạt {} tỷ đồng.", "5.420", "5.240"),
    ("parts_sum", HALF + INVESTED + "Trong 3 năm 2021-2023 tổng vốn đăng ký mới các dự án là {} tỷ đồng, tăng mạnh so với giai đoạn trước.", "5.420", "5.240"),
    ("parts_sum", YEAR + "Tổng số hộ nghèo cuối năm 2023 là {} hộ (chi tiết theo phụ lục).\nPhụ lục: Hộ nghèo cuối năm 2023 theo từng xóm\nXóm\tSố hộ nghèo\tTỷ lệ (%)\nXóm 1\t12\t4,5\nXóm 2\t9\t3,8\nXóm 3\t15\t5,2\n\n", "36", "39"),
    ("parts_sum", YEAR + "Kết quả thu quỹ đền ơn đáp nghĩa năm 2023 được {} triệu đồng, gồm các đơn vị:\n- Thôn A: 12,5 triệu đồng\n- Thôn B: 10,2 triệu đồng\n- Thôn C: 8,3 triệu đồng\n", "31", "33"),
    ("parts_sum", NINE + "Doanh thu du lịch 9 tháng năm 2024 đạt {} tỷ đồng.\nBiểu 6. Doanh thu du lịch theo địa bàn (tỷ đồng)\nĐịa bàn\t9 tháng năm 2023\t9 tháng năm 2024\nThành phố\t312,4\t356,8\nHuyện A\t128,6\t142,5\nHuyện B\t96,2\t110,4\n\n", "609,7", "690,7"),
    ("parts_sum", NINE + "Doanh thu du lịch năm 2024 ước {} tỷ đồng.\nBiểu 6. Doanh thu du lịch một số điểm (tỷ đồng)\nĐịa bàn\t9 tháng năm 2023\t9 tháng năm 2024\nThành phố\t312,4\t356,8\nHuyện A\t128,6\t142,5\nHuyện B\t96,2\t110,4\n\n", "820", None),
    ("parts_sum", YEAR + "Biểu 2. Một số chỉ tiêu ngân sách năm 2023 (tỷ đồng)\nTT\tChỉ tiêu\tThực hiện 2022\tThực hiện 2023\n1\tThu ngân sách\t820\t902\n2\tChi ngân sách\t1.100\t1.180\n3\tChi đầu tư\t300\t345\n\nThu ngân sách năm 2023 đạt {} tỷ đồng, tăng 10% so với năm 2022.", "902", None),
    ("parts_sum", HALF + "Biểu 3. Dân số (người)\nChỉ tiêu\tNăm 2021\tNăm 2022\tNăm 2023\nDân số trung bình\t125.400\t126.300\t127.500\n\nGiai đoạn 2021 - 2023 dân số trung bình tăng {} người.", "2.100", None),
    ("parts_sum", YEAR + "Toàn xã có {} hộ, phân theo thôn như sau:\nTT\tThôn\tSố hộ\tSố khẩu\n1\tA\t212\t840\n2\tB\t185\t730\n3\tC\t163\t650\n\n", "560", "650"),
    ("growth", HALF + INVESTED + "Số dự án thu hút năm 2023 là 18 dự án, bình quân mỗi năm tăng {} dự án.", "3", None),
    ("growth", TERM + "Đầu nhiệm kỳ (năm 2020) toàn huyện có 12 xã đạt chuẩn nông thôn mới; đến năm 2025 có 22 xã, bình quân mỗi năm tăng {} xã.", "2", "3"),
    ("growth", TERM + "Số hợp tác xã năm 2025 là 85 hợp tác xã, tăng 25 hợp tác xã so với năm 2020, bình quân mỗi năm thành lập mới {} hợp tác xã.", "5", None),
    ("growth", TERM + "Tỷ lệ đô thị hóa năm 2025 đạt 42%, tăng 7 điểm % so với năm 2020, bình quân mỗi năm tăng {} điểm %.", "1,4", "1,7"),
    ("growth", TERM + "Tổng mức bán lẻ năm 2025 đạt 9.850 tỷ đồng, gấp 1,7 lần năm 2020 (5.790 tỷ đồng), tăng bình quân {}/năm.", "11,2%", "14,0%"),
    ("growth", HALF + "Tổng sản phẩm (giá so sánh) năm 2023 đạt 12.480 tỷ đồng, tăng 8,5% so với năm 2022 (năm 2022 tăng 7,2%, năm 2021 tăng {}).", "3,1%", None),
    ("growth", HALF + "Giá trị sản xuất năm 2023 đạt 5.832 tỷ đồng, bình quân giai đoạn 2021-2023 tăng {}/năm (năm 2020 đạt 4.630 tỷ đồng).", "8%", "12%"),
    ("growth", NINE + "Thu ngân sách đạt 685 tỷ đồng (cùng kỳ 634 tỷ đồng), tăng {}.", "8%", "18%"),
    ("growth", NINE + "Thu ngân sách đạt 685 tỷ đồng, so cùng kỳ năm trước (634 tỷ đồng) tăng {}; chi ngân sách 920 tỷ đồng.", "8%", "18%"),
    ("growth", NINE + "Sản lượng 5.600 tấn/5.440 tấn cùng kỳ, tăng {}.", "2,9%", None),
    ("growth", NINE + "Tiếp nhận 1.820 đơn, tăng {} đơn so với cùng kỳ (1.765 đơn), trong đó khiếu nại 320 đơn, tố cáo 85 đơn.", "55", "65"),
    ("growth", NINE + "Đàn bò 6.340 con, so với đầu năm tăng 120 con; đàn trâu 3.120 con, so với đầu năm (3.180 con) giảm {} con.", "60", "90"),
    ("growth", NINE + "GRDP tăng 7,15%; trong đó công nghiệp tăng 10,42%, cao hơn 1,2 điểm % so với cùng kỳ (cùng kỳ tăng {}).", "9,22%", None),
    ("growth", YEAR + "Lương thực bình quân đầu người 512 kg, tăng {} kg so với năm 2022 (500 kg).", "12", "21"),
    ("growth", YEAR + "Hộ nghèo giảm từ 9,5% năm 2022 xuống còn 7,2% năm 2023, giảm {}, vượt kế hoạch (giảm 2%).", "2,3%", "3,2%"),
    ("attainment", YEAR + "Thu nhập bình quân đầu người đạt 58,5 triệu đồng, so với năm 2022 là 54 triệu đồng tăng 8,3%, đạt {} kế hoạch (60 triệu đồng).", "97,5%", "95,7%"),
    ("attainment", YEAR + "Vốn đầu tư toàn xã hội 2.480 tỷ đồng, so với mức 2.310 tỷ đồng năm 2022 tăng 7,4% và bằng {} kế hoạch năm (2.500 tỷ đồng).", "99,2%", "92,9%"),
    ("attainment", NINE + "Giải quyết việc làm: kế hoạch 5.000 lao động, thực hiện 4.210 lao động, trong đó xuất khẩu lao động 310 người, đạt {} kế hoạch.", "84,2%", "82,4%"),
    ("attainment", NINE + "Trồng rừng 412 ha/500 ha (trồng tập trung 350 ha, phân tán 62 ha), đạt {} kế hoạch.", "82,4%", "84,2%"),
    ("attainment", NINE + "Chi đầu tư phát triển 345 tỷ đồng, bằng {} dự toán giao đầu năm 480 tỷ đồng, chi thường xuyên 610 tỷ đồng.", "71,9%", "79,1%"),
    ("attainment", HALF + "Kết nạp 1.486 đảng viên năm 2021, 1.612 đảng viên năm 2022, cộng hai năm 3.098 đảng viên, bằng {} chỉ tiêu cả nhiệm kỳ (7.500 đảng viên).", "41,3%", "43,1%"),
    ("target_gap", YEAR + "Tỷ lệ bao phủ bảo hiểm y tế đạt 95,4%, tăng 1,2 điểm % so với năm 2022 (94,2%), cao hơn {} điểm % so với kế hoạch (95,0%).", "0,4", "0,8"),
    ("target_gap", YEAR + "Thu ngân sách 5.486 triệu đồng/KH 5.060 triệu đồng, vượt {} triệu đồng.", "426", "462"),
    ("target_gap", YEAR + "Giải quyết việc làm cho 412 lao động (trong đó nữ 210 lao động), vượt {} lao động so với kế hoạch (380 lao động).", "32", "23"),
    ("target_gap", YEAR + "Đạt 5.612 tấn, so với 5.440 tấn cùng kỳ tăng 3,2%, so kế hoạch (5.500 tấn) vượt {} tấn.", "112", "121"),
    ("ratio", YEAR + "Toàn huyện có 18/24 xã đạt chuẩn nông thôn mới, chiếm {}; 5/18 xã đạt chuẩn nâng cao.", "75%", "57%"),
    ("ratio", YEAR + "Tổng số 3.128 hộ, trong đó hộ nghèo 61 hộ, chiếm {}; hộ cận nghèo 88 hộ, chiếm 2,81%.", "1,95%", "1,59%"),
    ("ratio", YEAR + "Xét nghiệm 5.420 mẫu, phát hiện dương tính 84 mẫu ({}).", "1,55%", "5,15%"),
    ("shares_sum", TERM + "Tỷ trọng nông nghiệp năm 2025 còn 16,2%, công nghiệp - xây dựng đạt {}, dịch vụ đạt 31,4%.", "52,4%", "54,2%"),
    ("shares_sum", YEAR + "Cơ cấu thu: thuế ngoài quốc doanh chiếm 42,5%, tiền sử dụng đất chiếm {}, còn lại các khoản khác chiếm 29,3%.", "28,2%", "22,8%"),
    ("shares_sum", YEAR + "Xếp loại hạnh kiểm: tốt 82,4%; khá {}; đạt 3,1%.", "14,5%", "15,4%"),
    ("parts_sum", YEAR + "Toàn tỉnh có {} cơ sở y tế với 1.250 giường bệnh, chi tiết một số huyện như sau:\nTT\tHuyện\tCơ sở\tGiường bệnh\n1\tA\t25\t320\n2\tB\t31\t410\n3\tC\t28\t350\n\n", "120", None),
    ("parts_sum", YEAR + "Năm 2023 huyện có 520 hộ nghèo, giảm {} hộ, phân theo xã như sau:\nTT\tXã\tHộ nghèo đầu năm\tHộ nghèo cuối năm\n1\tA\t320\t260\n2\tB\t180\t145\n3\tC\t145\t115\n\n", "125", None),
    ("parts_sum", YEAR + "Năm 2023 thu ngân sách đạt {} triệu đồng.\nThu ngân sách một số khoản theo đơn vị:\nPhòng A: 12.500 triệu đồng\nPhòng B: 8.400 triệu đồng\nPhòng C: 6.100 triệu đồng\nHết.", "28.500", None),
    ("parts_sum", YEAR + "Tổng diện tích gieo trồng {} ha, trong đó lúa 8.420 ha.\nBiểu 1. Năng suất lúa theo vụ\nTT\tVụ\tDiện tích (ha)\tNăng suất (tạ/ha)\tSản lượng (tấn)\n1\tĐông xuân\t4.310\t65,2\t28.101\n2\tHè thu\t4.110\t58,4\t24.002\n\n", "12.560", None),
    ("parts_sum", YEAR + "Chi cho 3 chương trình {} triệu đồng.\nTT\tChương trình\tĐVT\tKế hoạch\tThực hiện\n1\tThu ngân sách\ttriệu đồng\t5.060\t5.486\n2\tChi ngân sách\ttriệu đồng\t4.980\t5.210\n3\tChi đầu tư\ttriệu đồng\t800\t790\n\n", "11.846", None),
    ("parts_sum", HALF + "Dư nợ các năm\nTT\tChỉ tiêu\tNăm 2021\tNăm 2022\tNăm 2023\n1\tDư nợ tín dụng (tỷ đồng)\t1.240\t1.365\t1.512\n\nDư nợ tín dụng giai đoạn 2021 - 2023 đạt {} tỷ đồng.", "1.512", None),
    ("parts_sum", YEAR + "Đàn trâu, bò {} con, trong đó bò sữa 420 con.\nTT\tVật nuôi\tĐVT\tNăm 2022\tNăm 2023\n1\tĐàn trâu\tcon\t3.000\t3.120\n2\tĐàn bò\tcon\t6.000\t6.340\n\n", "9.460", "9.640"),
    ("parts_sum", YEAR + "Công nghiệp - xây dựng đạt {} tỷ đồng. Trong công nghiệp 3.200 tỷ đồng, xây dựng các công trình trọng điểm 820 tỷ đồng.", "5.300", None),
    ("growth", TERM + "Tỷ lệ hộ nghèo năm 2025 còn 1,04%, bình quân giai đoạn 2022 - 2025 giảm {}/năm.\nTT\tChỉ tiêu\tĐVT\tNăm 2021\tNăm 2025\n1\tTỷ lệ hộ nghèo\t%\t4,6\t1,04\n\n", "0,89%", None),
    ("growth", TERM + "TT\tChỉ tiêu\tĐVT\tNăm 2020\tNăm 2025\n1\tGiá trị sản xuất (giá hiện hành)\ttỷ đồng\t10.200\t18.600\n\nGiá trị sản xuất năm 2025 đạt 18.600 tỷ đồng, tăng bình quân {}/năm.", "9,5%", None),
    ("growth", TERM + "Dân số năm 2020 là 98.500 người.\nNăm 2025, dân số 102.400 người, mỗi năm có {} người di cư đến, tỷ lệ tăng tự nhiên 0,8%.", "350", None),
    ("growth", TERM + "Từ 12 xã đạt chuẩn năm 2020, đến nay toàn huyện có 22 xã đạt chuẩn, mỗi năm tăng {} xã.", "2", None),
    ("growth", HALF + "Thu ngân sách năm 2023 đạt 720 tỷ đồng; so với 480 tỷ đồng của năm 2020, bình quân tăng {}/năm; chi ngân sách 950 tỷ đồng.", "14,5%", "16,7%"),
    ("growth", HALF + "So với năm 2020, sản lượng tăng {}, từ 40.000 tấn lên 46.000 tấn, bình quân mỗi năm tăng 2.000 tấn.", "15%", "25%"),
    ("growth", HALF + "Năng suất lúa năm 2023 đạt 62,5 tạ/ha (năm 2020 là 59,2 tạ/ha), bình quân mỗi năm tăng {} tạ/ha.", "1,1", "1,7"),
    ("growth", HALF + "Có 45 sản phẩm OCOP, trong khi năm 2020 mới có 12 sản phẩm, bình quân mỗi năm công nhận {} sản phẩm.", "11", None),
    ("growth", TERM + "Năm 2025 thu nhập bình quân đạt 84,6 triệu đồng/người, gấp 1,6 lần so với năm 2020, vượt {} triệu đồng so với mục tiêu (82 triệu đồng).", "2,6", None),
    ("growth", YEAR + "Phạm pháp hình sự xảy ra 45 vụ (năm 2022: 50 vụ), giảm 10%.\nĐánh giá: tội phạm hình sự giảm {} so với năm 2022; riêng trộm cắp tài sản giảm 12%.", "10%", None),
    ("growth", YEAR + "Tai nạn giao thông 35 vụ (năm 2022: 42 vụ), chết 12 người (năm 2022: 15 người).\nNhìn chung tai nạn giao thông giảm {} so với năm 2022.", "16,7%", None),
    ("growth", YEAR + "Thu nội địa 620 tỷ đồng (năm 2022: 580 tỷ đồng).\nĐánh giá: thu nội địa trừ tiền sử dụng đất tăng {} so với năm 2022.", "3%", None),
    ("growth", NINE + "Chỉ số sản xuất công nghiệp tăng 8,2% so với cùng kỳ (khai khoáng giảm 3,1%; chế biến tăng {}).", "9,5%", None),
    ("growth", NINE + "Thu hút 21 dự án (15 dự án trong nước, 6 dự án FDI), tăng {} dự án so với cùng kỳ (17 dự án).", "4", "6"),
    ("growth", NINE + "Toàn huyện có 1.250 doanh nghiệp, vốn đăng ký 12.400 tỷ đồng, tăng {} so với cùng kỳ (1.160 doanh nghiệp).", "7,8%", None),
    ("growth", NINE + "Tổng thu 685 tỷ đồng, tăng {} so với cùng kỳ (cùng kỳ 9 tháng năm 2023 thu được 634 tỷ đồng).", "8%", "18%"),
    ("attainment", NINE + "Giải ngân 412 tỷ đồng, đạt {} kế hoạch vốn (800 tỷ đồng), trong đó ngân sách tỉnh 220 tỷ đồng, đạt 55% kế hoạch (400 tỷ đồng).", "51,5%", "55,1%"),
    ("attainment", NINE + "Diện tích gieo trồng 12.560 ha, đạt 102% kế hoạch; trong đó: lúa {} ha, ngô 2.140 ha.", "8.420", None),
    ("attainment", NINE + "Tổng thu 685 tỷ đồng đạt 74,5% dự toán tỉnh giao, bằng {} dự toán huyện (950 tỷ đồng).", "72,1%", "71,2%"),
    ("attainment", NINE + "Thu nội địa 620 tỷ đồng, bằng {} dự toán năm, trong đó tiền sử dụng đất 120 tỷ đồng, bằng 60% dự toán (200 tỷ đồng).", "77,5%", None),
    ("attainment", NINE + "Chi thường xuyên 465 tỷ đồng, bằng 73,2% dự toán, chi đầu tư {} tỷ đồng, bằng 61,1% dự toán.", "220", None),
    ("target_gap", NINE + "Kim ngạch xuất khẩu 320 triệu USD, vượt 6,7% kế hoạch, trong đó dệt may {} triệu USD.", "120", None),
    ("target_gap", YEAR + "Bảo hiểm y tế đạt 95,4%, so với năm 2022 là 94,2% tăng 1,2 điểm %, vượt {} điểm % kế hoạch (95,0%).", "0,4", "0,8"),
    ("parts_sum", YEAR + "Thu ngân sách 902 tỷ đồng, vượt 52 tỷ đồng so với dự toán, trong đó thu nội địa vượt {} tỷ đồng, thu xuất nhập khẩu vượt 12 tỷ đồng.", "40", None),
    ("parts_sum", YEAR + "Hộ nghèo còn 520 hộ, giảm 125 hộ so với năm 2022, trong đó xã A giảm {} hộ, xã B giảm 45 hộ.", "80", None),
    ("parts_sum", YEAR + "Huyện đạt 18 xã nông thôn mới, tăng 3 xã, gồm: xã A, xã B và xã C; bình quân {} tiêu chí/xã.", "17,2", None),
    ("parts_sum", NINE + NINE_MONTHS + "Nhiệm vụ quý IV: thu ngân sách nhà nước ít nhất {} tỷ đồng để hoàn thành dự toán cả năm 6.240 tỷ đồng.", "1.797", "1.977"),
    ("parts_sum", YEAR + "Tổng đàn gia súc: {} con, cụ thể\n- Trâu: 1.184 con, giảm 26 con so với CK\n- Bò: 642 con\n- Lợn: 3.472 con\n- Gia cầm: 14.350 con\n", "5.298", "5.928"),
    ("parts_sum", YEAR + "Sản lượng lúa cả năm 31.657 tấn, tăng 723 tấn. Trong đó:\n- Vụ Đông Xuân: 1.842 ha, sản lượng 13.450 tấn\n- Hè Thu: 1.840 ha, sản lượng {} tấn\n- Thu Đông: 1.310 ha, sản lượng 7.336 tấn\n", "10.871", None),
    ("parts_sum", YEAR + "STT\tKhu vực\tNăm 2022\tNăm 2023\n\tGRDP\t31.337\t33.421\n1\tNông nghiệp\t9.486\t9.803\n2\tCông nghiệp\t7.925\t{}\n3\tDịch vụ\t13.926\t14.887\n", "8.731", "8.371"),
    ("parts_sum", YEAR + "Số TT\tNội dung\tDự toán\tThực hiện\nA\tTổng thu trên địa bàn\t8.950\t7.034,7\nI\tThu nội địa\t8.600\t{}\n\tTrong đó: Tiền sử dụng đất\t850\t512,6\nII\tThu xuất nhập khẩu\t350\t283,5\nB\tTổng chi\t13.420\t8.456,9\n\tTrong đó: Chi đầu tư\t5.120\t2.918,4\n", "6.751,2", "6.571,2"),
    ("parts_sum", YEAR + "Toàn xã có 1.142 học sinh: mầm non {} cháu, tiểu học 486 em, THCS 338 em.", "318", "381"),
    ("parts_sum", YEAR + "Đã cất 06 căn nhà: {} căn đại đoàn kết, 02 căn tình nghĩa.", "04", None),
    ("growth", NINE + "Toàn tỉnh cấp mới 27 dự án với vốn đăng ký 184,6 triệu USD, nhiều hơn cùng kỳ {} dự án (cùng kỳ 19 dự án).", "8", "9"),
    ("growth", NINE + "Xảy ra 128 vụ tai nạn, làm chết 67 người, tăng {} vụ nhưng giảm 06 người chết so với cùng kỳ (cùng kỳ 109 vụ, 73 người chết).", "19", "29"),
    ("growth", NINE + "Xảy ra 128 vụ tai nạn, làm chết 67 người, tăng 19 vụ nhưng giảm {} người so với cùng kỳ (cùng kỳ 109 vụ, 73 người).", "6", "9"),
    ("growth", YEAR + "Tăng trưởng GRDP đạt 8,6%, cao hơn {} điểm phần trăm so với bình quân chung của cả nước (6,2%).", "2,4", "4,2"),
    ("growth", YEAR + "Tỷ lệ bao phủ bảo hiểm y tế đạt 95,4%, cao hơn {} điểm % so với bình quân cả nước (93,3%).", "2,1", "1,2"),
    ("growth", YEAR + "Thu NSNN đạt 148,62 tỷ đồng (=104,7% KH; CK: 131,45 tỷ đồng, tăng {}).", "13,1%", "11,3%"),
    ("growth", YEAR + "Điểm ngập: còn 9 điểm (đầu năm 14 điểm → giảm {} điểm).", "5", "6"),
    ("growth", YEAR + "Năm 2023 tổng số vụ cháy là 45 vụ, thiệt hại 12 tỷ đồng, tăng {} vụ so với năm 2022 (năm 2022 xảy ra 38 vụ, thiệt hại 9 tỷ đồng).", "7", "9"),
    ("attainment", NINE + "Ước đón 1.286 nghìn lượt khách, đạt {} kế hoạch năm (1.700 nghìn lượt).", "75,6%", "76,5%"),
    ("attainment", NINE + "Vốn đầu tư công năm nay được giao 3.690 tỷ đồng, tính đến 20/9 giải ngân được 1.967 tỷ đồng, bằng {} kế hoạch.", "53,3%", "55,3%"),
    ("attainment", NINE + "Sản lượng lúa 2.194,8 tấn - KH 2.150 tấn - đạt {}.", "102,1%", "112,1%"),
    ("attainment", NINE + "Về đầu tư công, kế hoạch vốn năm 2024 giao 4.386,2 tỷ đồng; ước đến ngày 30/9 giải ngân 2.412,7 tỷ đồng, đạt {}.", "55,0%", "50,5%"),
    ("target_gap", TERM + "Tốc độ tăng trưởng bình quân hằng năm đạt 10,5%, vượt {} so với chỉ tiêu Đại hội (10,0%).", "0,5%", "0,8%"),
    ("parts_sum", HALF + "TT\tChỉ tiêu\tĐVT\tMục tiêu\tNăm 2021\tNăm 2022\n1\tGiải quyết việc làm\tlao động\t4.000\t3.420\t4.215\n\nHai năm 2021 - 2022, giải quyết việc làm cho {} lao động.", "7.635", "7.365"),
    ("growth", NINE + "Xảy ra 128 vụ tai nạn, tăng {} vụ so với cùng kỳ (trong đó rất nghiêm trọng 9 vụ, nghiêm trọng 65 vụ).", "19", None),
    ("growth", NINE + "Thu hút 27 dự án, tăng 8 dự án so với cùng kỳ (trong nước {} dự án, FDI 9 dự án).", "18", None),
    ("growth", NINE + "Công nghiệp tăng 10,4%, cao hơn {} điểm % so với bình quân chung (GRDP tăng 7,2%).", "3,2", None),
    ("parts_sum", YEAR + "Kinh phí 12 tỷ đồng, trong đó\n- Ngân sách tỉnh {} tỷ đồng\n- Ngân sách huyện 3 tỷ đồng\n", "7", None),
    ("parts_sum", YEAR + "Một số kết quả nổi bật, cụ thể:\n- Trồng 120 ha rừng\n- Chăm sóc {} ha\n- Khai thác 45 ha\n", "300", None),
    ("parts_sum", NINE + NINE_MONTHS + "Quý IV phấn đấu thu ngân sách nhà nước {} tỷ đồng; cả năm 6.300 tỷ đồng, vượt dự toán.", "1.857", None),
    ("growth", "Chi ngân sách đạt 4.512 tỷ đồng (trong đó chi đầu tư 1.210 tỷ đồng, chi thường xuyên 2.890 tỷ đồng), so với cùng kỳ (4.102 tỷ đồng) tăng {}.", "10%", "20%"),
    ("growth", "Khách du lịch 312 nghìn lượt, tăng {} so với cùng kỳ (khách quốc tế 12 nghìn lượt; khách nội địa 300 nghìn lượt).", "12%", None),
    ("growth", "Tổng đàn lợn 120 nghìn con, tăng {} so với cùng kỳ (lợn nái 12 nghìn con, lợn thịt 108 nghìn con).", "7,1%", None),
    ("growth", "Sản lượng lúa 52.400 tấn, giảm {} so với năm trước (vụ xuân 28.100 tấn, vụ mùa 24.300 tấn).", "3%", None),
    ("growth", "Doanh thu 1.250 tỷ đồng (lưu trú 420 tỷ đồng, ăn uống 830 tỷ đồng), tăng {} so với cùng kỳ (1.130 tỷ đồng).", "10,6%", "16,0%"),
    ("growth", "Có 45 vụ (giết người 2 vụ, trộm cắp 43 vụ), giảm {} vụ so với cùng kỳ (51 vụ).", "6", "9"),
    ("attainment", "Thu nội địa đạt 620 tỷ đồng, bằng {} dự toán (thuế 410 tỷ đồng, phí 210 tỷ đồng).", "77,5%", None),
    ("attainment", "Trồng rừng 412 ha, đạt {} KH: rừng sản xuất 350 ha, rừng phòng hộ 62 ha.", "82,4%", None),
    ("attainment", "Trồng rừng 412 ha, đạt {} KH: 500 ha.", "82,4%", "84,2%"),
    ("attainment", "Thu phí 210 triệu đồng (KH: 250 triệu đồng), đạt {}.", "84%", "48%"),
    ("attainment", "Thu ngân sách: 836 tỷ đồng, đạt {} so với dự toán Trung ương giao (850 tỷ đồng) và 95% dự toán tỉnh giao (880 tỷ đồng).", "98,4%", "94,8%"),
    ("target_gap", "Giải quyết việc làm 5.330 lao động (xuất khẩu lao động 310 người), vượt {} lao động so với kế hoạch (5.200 lao động).", "130", "310"),
    ("target_gap", "Tỷ lệ hộ nghèo còn 2,1% (năm trước 3,4%), thấp hơn {} điểm % so với chỉ tiêu (2,5%).", "0,4", "0,9"),
    ("parts_sum", "Thu 902 tỷ đồng, đạt 106,1% dự toán (850 tỷ đồng), gồm: thu nội địa {} tỷ đồng, thu xuất nhập khẩu 82 tỷ đồng.", "820", "802"),
    ("parts_sum", "Chi 1.180 tỷ đồng, tăng 80 tỷ đồng so với dự toán; gồm chi đầu tư 345 tỷ đồng, chi thường xuyên {} tỷ đồng, chi khác 25 tỷ đồng.", "810", "180"),
    ("parts_sum", "Biên chế giảm 128 người so với năm 2020, gồm: công chức {} người, viên chức 83 người.", "45", None),
    ("growth", HALF + "Năm 2020: 18.460 tỷ đồng; năm 2021: 19.328 tỷ đồng, tăng 4,7%; năm 2022: 22.745 tỷ đồng, tăng {}.", "17,7%", "23,2%"),
    ("growth", HALF + "Giá trị sản xuất năm 2021 đạt 5.000 tỷ đồng (tăng 4,1%), năm 2022 đạt 5.500 tỷ đồng (tăng {}), năm 2023 đạt 6.270 tỷ đồng (tăng 14%).", "10%", "20%"),
    ("growth", HALF + "Thu ngân sách các năm 2021, 2022, 2023 lần lượt là 480 tỷ đồng, 528 tỷ đồng và 612 tỷ đồng; năm 2023 tăng {} so với năm 2022.", "15,9%", None),
    ("growth", TERM + "GRDP năm 2025 gấp 1,5 lần năm 2020; bình quân 5 năm tăng {}/năm (năm 2021: 4,2%; năm 2022: 9,8%; năm 2023: 8,1%; năm 2024: 9,0%; năm 2025: 9,6%).", "8,1%", None),
    ("growth", TERM + "Tỷ lệ hộ nghèo giảm từ 5,2% (năm 2021) xuống còn 1,2% (năm 2025), bình quân giảm {}/năm.", "1%", "1,3%"),
    ("growth", TERM + "Sản lượng thịt hơi năm 2025 đạt 24.000 tấn, tăng 4.000 tấn so với năm 2020; mỗi năm tăng bình quân {} tấn.", "800", "900"),
    ("growth", TERM + "Đến cuối nhiệm kỳ có 25 xã đạt chuẩn, tăng 15 xã so với đầu nhiệm kỳ, bình quân mỗi năm có thêm {} xã.", "3", None),
    ("parts_sum", YEAR + "Năm 2023 xảy ra 86 vụ việc, cụ thể: tranh chấp đất đai {} vụ, hôn nhân 21 vụ, khác 13 vụ.", "52", None),
    ("parts_sum", YEAR + "Năm 2023, thu quỹ được 125 triệu đồng.\nBiểu 2. Thu quỹ theo thôn\nTT\tThôn\tSố tiền (triệu đồng)\tTỷ lệ (%)\n1\tĐoài\t{}\t102\n2\tĐông\t45\t98\n3\tHạ\t38\t100\n\n", "42", "24"),
    ("ratio", "Thu hoạch 1.842/2.100 ha lúa mùa đạt {} diện tích gieo cấy.", "87,7%", "78,7%"),
    ("ratio", "Có 45/60 hợp tác xã hoạt động khá, tốt chiếm {}.", "75%", None),
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
