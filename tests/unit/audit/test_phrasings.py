"""How different offices write one thing: what fits is recomputed and nothing is said of it, a slip is found, by the rule that is named."""

import pytest

import muctieu
from muctieu.audit import audit

INCOMES = "TT\tChỉ tiêu\tĐVT\tNăm 2021\tNăm 2022\n1\tThu nhập bình quân đầu người\ttriệu đồng/người/năm\t61,2\t68,7\n\n"
OUTPUT = "TT\tChỉ tiêu\tĐVT\tNăm 2015\tNăm 2020\n1\tTổng giá trị sản xuất\ttỷ đồng\t1.284\t1.985\n\n"
BUDGET = "STT\tNội dung\tDự toán\tThực hiện\nI\tThu ngân sách\t48.500\t36.718\n1\tThu thuế, phí\t39.200\t30.052\na\tThuế ngoài quốc doanh\t26.700\t{}\nb\tPhí và thu khác\t12.500\t9.666\n2\tThu tiền sử dụng đất\t9.300\t6.666\n"
WORKS = "STT\tCông trình\tKinh phí\tNgân sách\tDân góp\n1\tĐường A\t1.840\t1.520\t320\n2\tNhà văn hóa B\t965\t715\t250\n3\tKênh C\t728\t698\t30\n4\tCầu D\t{}\t400\t55\n"
REVENUE = "STT\tNội dung\tDự toán\tThực hiện\n\tTổng thu ngân sách nhà nước trên địa bàn\t4.250\t2.958\n\t1. Thu nội địa\t3.550\t{}\n\t2. Thu xuất nhập khẩu\t700\t392\n\tTổng chi\t9.480\t6.120\n"
POVERTY = "Chỉ tiêu\tĐVT\tKH 2024\tTH 2024\nTỷ lệ hộ nghèo\t%\t3,5\t{}\nTỷ lệ lao động qua đào tạo\t%\t68\t69,2\n\n"
RATES = (
    "TT\tChỉ tiêu\tĐVT\tNăm 2023\tNăm 2024\n1\tTỷ lệ hộ nghèo\t%\t4,8\t3,6\n2\tTỷ lệ che phủ rừng\t%\t52,1\t52,4\n\n"
)
TITLE_24 = "BÁO CÁO\nTình hình kinh tế - xã hội năm 2024\n\n"
TABLED = "TT\tChỉ tiêu\tĐVT\tKế hoạch\tThực hiện\tĐánh giá\n1\tTỷ lệ hộ nghèo\t%\t4,0\t3,6\tVượt\n2\tTỷ lệ bao phủ BHYT\t%\t95\t95,4\tVượt\n3\tTrồng rừng\tha\t3.000\t2.150\tKhó đạt\n\n"
TITLE = "BÁO CÁO\nTình hình kinh tế - xã hội năm 2023\n\n"
JOBS = TITLE + "Chỉ tiêu\tNăm 2021\tNăm 2022\tNăm 2023\nGiải quyết việc làm (lao động)\t3.420\t4.215\t4.310\n\n"

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
    ("parts_sum", "Thu ngân sách năm 2023 đạt {} tỷ đồng.\nThu nội địa năm 2023 đạt 1.120 tỷ đồng, bằng 104% dự toán. Thu xuất nhập khẩu năm 2023 đạt 365 tỷ đồng.", "1.485", "1.585"),
    ("parts_sum", "Thu ngân sách năm 2023 đạt {} tỷ đồng.\nThu nội địa năm 2023 đạt 1.120 tỷ đồng. Thu xuất nhập khẩu năm 2023 đạt 365 tỷ đồng. Viện trợ 15 tỷ đồng.", "1.485", None),
    ("parts_sum", "Sản lượng khai thác đạt 12.350 tấn. Sản lượng nuôi trồng đạt 8.650 tấn. Tổng sản lượng thủy sản đạt {} tấn.", "21.000", "22.000"),
    ("parts_sum", "Năm 2024, tổng đàn gia súc đạt {} con.\nĐàn trâu 3.250 con, đàn bò 6.420 con, đàn lợn 28.400 con, đàn dê 1.930 con.", "40.000", "41.000"),
    ("parts_sum", "Tổng diện tích gieo trồng đạt {} ha.\n- Cây lúa 4.215 ha.\n- Cây ngô 1.320 ha.\n- Rau các loại 865 ha.\n", "6.400", "6.450"),
    ("parts_sum", "Lúa cả năm đạt sản lượng 12.491 tấn.\nNgô đạt sản lượng 1.886 tấn.\nSản lượng lương thực có hạt đạt {} tấn.", "14.377", "14.773"),
    ("parts_sum", "Vốn đầu tư phát triển {} tỷ đồng; trong đó vốn nhà nước 2.150 tỷ đồng, vốn ngoài nhà nước 5.480 tỷ đồng, vốn đầu tư nước ngoài 1.370 tỷ đồng.", "9.000", "9.300"),
    ("parts_sum", "Huyện có 21 xã, thị trấn ({} xã, 01 thị trấn).", "20", "21"),
    ("parts_sum", "Toàn xã có 46 lớp với {} học sinh: mầm non 14 lớp 352 học sinh, tiểu học 20 lớp 615 học sinh, THCS 12 lớp 468 học sinh.", "1.435", "1.345"),
    ("parts_sum", "Xử phạt 236 trường hợp, trong đó phạt tiền 198 trường hợp, cảnh cáo {} trường hợp.", "38", "83"),
    ("parts_sum", "Chi ngân sách 9 tháng ước {} tỷ đồng, đạt 68,5% dự toán năm là 14.400 tỷ đồng, gồm chi đầu tư 4.215 tỷ đồng, chi thường xuyên 5.540 tỷ đồng, chi khác 115 tỷ đồng.", "9.870", None),
    ("parts_sum", BUDGET, "20.386", "20.836"),
    ("parts_sum", WORKS, "455", "545"),
    ("parts_sum", REVENUE, "2.566", "2.656"),
    ("parts_sum", JOBS + "Ba năm qua đã giải quyết việc làm cho {} lao động.", "11.945", "11.495"),
    ("parts_sum", TITLE + "Thu ngân sách năm 2021 đạt 468,3 tỷ đồng, năm 2022 đạt 547,1 tỷ đồng.\nThu ngân sách hai năm đạt {} tỷ đồng.", "1.015,4", "1.051,4"),
    ("parts_sum", TITLE + "Thu ngân sách 6 tháng đầu năm đạt 455 tỷ đồng.\nThu ngân sách 6 tháng cuối năm đạt 505 tỷ đồng.\nThu ngân sách cả năm đạt {} tỷ đồng.", "960", "906"),
    ("parts_sum", TITLE + "Thu ngân sách 9 tháng đạt 685 tỷ đồng.\nNhiệm vụ: thu ngân sách quý IV đạt 275 tỷ đồng để hoàn thành cả năm {} tỷ đồng.", "960", "906"),
    ("repeat", "Thu nhập bình quân đầu người năm 2023 đạt 62,5 triệu đồng/người/năm.\nĐánh giá chung: kinh tế tăng trưởng khá, thu nhập bình quân đạt {} triệu đồng/người.", "62,5", "65,2"),
    ("repeat", "Năm 2024, tỷ lệ hộ nghèo giảm từ 5,1% xuống còn 3,8%.\nTóm lại, đến cuối năm 2024 tỷ lệ hộ nghèo toàn huyện là {}.", "3,8%", "3,6%"),
    ("repeat", "Trong kỳ xảy ra 45 vụ tai nạn giao thông.\nHạn chế: tai nạn giao thông còn diễn biến phức tạp (xảy ra {} vụ).", "45", "54"),
    ("repeat", "Năm 2024, toàn tỉnh có 142/171 xã đạt chuẩn nông thôn mới.\nNhìn chung, phong trào nổi bật với {}/171 xã đạt chuẩn nông thôn mới.", "142", "124"),
    ("repeat", "Tốc độ tăng trưởng kinh tế năm 2023 đạt 7,8%.\nKết luận: kinh tế của tỉnh tăng trưởng {}, cao hơn bình quân cả nước.", "7,8%", "8,7%"),
    ("repeat", "Năm 2024 giải quyết việc làm mới cho 4.860 lao động.\nĐánh giá: công tác lao động được quan tâm, năm 2024 tạo việc làm mới cho {} lao động.", "4.860", "4.680"),
    ("tally", "Kết quả: 12/15 chỉ tiêu đạt và vượt kế hoạch. Hạn chế: còn {} chỉ tiêu chưa đạt kế hoạch.", "3", "4"),
    ("tally", "Có {} chỉ tiêu chưa đạt:\n- Tỷ lệ đô thị hóa;\n- Tỷ lệ hộ dân sử dụng nước sạch;\n- Số giường bệnh trên vạn dân.\n", "3", "2"),
    ("tally", "Nghị quyết xác định {} khâu đột phá:\nMột là, hoàn thiện hạ tầng.\nHai là, cải cách hành chính.\nBa là, phát triển nhân lực.\n", "03", "04"),
    ("tally", "Huyện có 13 chỉ tiêu vượt, 04 chỉ tiêu đạt và {} chỉ tiêu không đạt.\nCác chỉ tiêu không đạt là: khách du lịch; nước sạch tập trung; tỷ lệ đô thị hóa.", "03", "02"),
    ("tally", "Có {} chỉ tiêu không hoàn thành kế hoạch, đó là: sản lượng thủy sản, trồng rừng mới, số doanh nghiệp và tỷ lệ đô thị hóa.", "4", "5"),
    ("tally", "Học sinh giỏi cấp huyện đạt {} giải (03 nhất, 09 nhì, 14 ba, 21 KK).", "47", "46"),
    ("tally", "Đối chiếu 21 chỉ tiêu giao năm 2025, dự kiến cuối năm có 08 chỉ tiêu vượt, 09 chỉ tiêu đạt, {} chỉ tiêu không đạt.", "04", "05"),
    ("tally", "Khu vực dịch vụ tăng bình quân {}/năm (chỉ tiêu nghị quyết là tăng 17%).\nCòn 02/18 chỉ tiêu chưa đạt mục tiêu đề ra (quy mô dân số; số bác sỹ).", "17,5%", "15,5%"),
    ("tally", "Quy mô dân số đạt {} người (chỉ tiêu nghị quyết 120.000 người).\nCòn 02/18 chỉ tiêu chưa đạt mục tiêu đề ra (quy mô dân số; số bác sỹ).", "110.500", None),
    ("growth", TITLE + "Năm 2023 trồng sầu riêng 2.680 ha (năm 2020 mới {} ha, tăng ròng 1.945 ha).", "735", "375"),
    ("growth", "Giai đoạn 2021-2024, toàn huyện xây dựng 1.128 căn nhà ở xã hội, bình quân mỗi năm {} căn.", "282", "376"),
    ("growth", "Cuối năm 2024, toàn thị xã còn 168 hộ nghèo, chiếm 0,38% trong tổng số 44.210 hộ, giảm {} hộ so với đầu năm (242 hộ).", "74", "47"),
    ("parts_sum", "Năm 2024 có {} chỉ tiêu đạt và vượt kế hoạch (trong đó 12 chỉ tiêu vượt, 08 chỉ tiêu đạt).", "20", "21"),
    ("tally", "Kết quả có {}/16 chỉ tiêu chủ yếu đạt và vượt, trong đó 12 chỉ tiêu vượt, 03 chỉ tiêu đạt mục tiêu đề ra.", "15", "14"),
    ("tally", "Đại hội xác định {} chỉ tiêu, gồm:\n1. Về kinh tế\n(1) Giá trị sản xuất tăng 15%/năm.\n(2) Thu ngân sách đạt 520 tỷ đồng.\n(3) Khách du lịch đạt 5,5 triệu lượt.\n2. Về xã hội\n(4) Hộ nghèo dưới 0,3%.\n(5) Bảo hiểm y tế trên 98%.\n", "05", "06"),
    ("attainment", "Xã đạt chuẩn: Mục tiêu đến năm 2025 có 08 xã; đến nay có 05/16 xã, bằng {} mục tiêu.", "62,5%", "65,2%"),
    ("growth", TITLE + "Tỷ lệ hộ nghèo giảm từ 3,52% cuối năm 2021 còn 2,84% cuối năm 2022, ước cuối năm 2023 còn 2,24%, bình quân mỗi năm giảm {}.", "0,64%", "0,46%"),
    ("repeat", "Thuế đất thu được {} triệu đồng, đạt 95,7% kế hoạch giao. Kết quả từng thôn như sau:\nTT\tThôn\tThực hiện (triệu đồng)\n1\tĐoài\t41,8\n2\tTrung\t87,1\n3\tĐông\t58,6\n\tCộng\t187,5\n", "187,5", "178,5"),
    ("parts_sum", "Tổng thu ngân sách 5 năm ước đạt {} tỷ đồng, tăng 73,7% so với nhiệm kỳ trước (6.850 tỷ đồng)[1].\n[1] Năm 2021: 1.842 tỷ đồng; năm 2022: 2.316 tỷ đồng; năm 2023: 2.108 tỷ đồng; năm 2024: 2.654 tỷ đồng; ước năm 2025: 2.980 tỷ đồng.\n", "11.900", "11.780"),
    ("tally", "Đại hội đề ra 05 chỉ tiêu. Kết quả cụ thể:\n(1) Thu ngân sách: Mục tiêu 75 tỷ đồng; năm 2023 đạt 78,6 tỷ đồng. Đã vượt mục tiêu.\n(2) Che phủ rừng: Mục tiêu 78%; năm 2023 đạt 78,2%. Đã đạt mục tiêu.\n(3) Nước sạch: Mục tiêu 95%; năm 2023 đạt 92,6%. Có khả năng hoàn thành.\n(4) Bảo hiểm y tế: Mục tiêu 98%; năm 2023 đạt 92,8%. Khó hoàn thành.\n(5) Văn hóa: Mục tiêu 75%; năm 2023 đạt 77,3%. Đã vượt mục tiêu.\nNhìn chung có {} chỉ tiêu đã đạt và vượt mục tiêu.", "03", "04"),
    ("impossible", "Cấp ủy kiểm tra 318 đảng viên, trong đó có {} cấp ủy viên.", "236", "326"),
    ("parts_sum", "Vốn đầu tư toàn xã hội {} tỷ đồng, gồm vốn nhà nước 3.240 tỷ đồng (bằng 25,5% tổng vốn), vốn doanh nghiệp 5.870 tỷ đồng, vốn dân cư 3.580 tỷ đồng.", "12.690", "12.960"),
    ("ratio", "Dân số năm 2024 là 125.000 người. GRDP đạt 9.375 tỷ đồng, bình quân đầu người đạt {} triệu đồng/người.", "75", "57"),
    ("ratio", "Toàn huyện có 132 bác sỹ, dân số 165.000 người, đạt {} bác sỹ/vạn dân.", "8", "9"),
    ("ratio", "Dân số 165.000 người. Sốt xuất huyết ghi nhận 132 ca mắc, giảm 38 ca so với cùng kỳ (170 ca); tỷ lệ mắc {} ca/100.000 dân.", "80", None),
    ("ratio", "Năng suất lúa 62 tạ/ha, diện tích 4.250 ha, sản lượng {} tấn.", "26.350", "23.650"),
    ("ratio", "Thu nội địa đạt 1.120 tỷ đồng, chiếm {} tổng thu ngân sách. Tổng thu ngân sách đạt 1.485 tỷ đồng.", "75,4%", "74,5%"),
    ("parts_sum", "Tiếp nhận 2.450 hồ sơ, đã giải quyết 2.380 hồ sơ, đang giải quyết {} hồ sơ.", "70", "90"),
    ("parts_sum", "Đầu kỳ tồn 35 đơn, tiếp nhận mới 120 đơn, đã giải quyết 131 đơn, còn {} đơn chuyển kỳ sau.", "24", "34"),
    ("parts_sum", "Số dư đầu năm 12,5 tỷ đồng, thu trong năm 48,2 tỷ đồng, chi trong năm 51,4 tỷ đồng, số dư cuối năm {} tỷ đồng.", "9,3", "8,3"),
    ("parts_sum", "Đầu năm có 3.420 đảng viên, trong năm kết nạp 128 đảng viên, chuyển đến 45 đảng viên, chuyển đi 52 đảng viên, từ trần 31 đảng viên, cuối năm có {} đảng viên.", "3.510", "3.150"),
    ("shares_sum", "Năm 2020 cơ cấu nông nghiệp - công nghiệp - dịch vụ là 30,2% - 35,1% - 34,7%; năm 2024 là 22,4% - {} - 37,3%.", "40,3%", "43,3%"),
    ("target_gap", "Trồng 465 ha rừng/kế hoạch 450 ha, vượt {} ha.", "15", "25"),
    ("attainment", "Trồng rừng tập trung 1.530 ha/1.500 ha kế hoạch, đạt {}.", "102%", "112%"),
    ("attainment", "Thu ngân sách đạt 836 tỷ đồng, bằng {} dự toán; dự toán được giao 850 tỷ đồng.", "98,4%", "89,4%"),
    ("attainment", "Kế hoạch trồng rừng năm 2024 là 1.200 ha; kết quả thực hiện {} ha, hoàn thành vượt mức kế hoạch.", "1.260", "1.160"),
    ("attainment", POVERTY + "Đánh giá: Tỷ lệ hộ nghèo đạt kế hoạch; tỷ lệ lao động qua đào tạo vượt kế hoạch.", "3,4", "3,9"),
    ("attainment", POVERTY + "Phấn đấu tỷ lệ hộ nghèo năm 2025 đạt kế hoạch.", "3,9", None),
    ("growth", "Tỷ lệ hộ nghèo đầu năm 4,5%, cuối năm còn 3,2%, giảm {}.", "1,3%", "3,1%"),
    ("repeat", "Giải ngân vốn đầu tư công đến 31/12/2024 đạt 4.562 tỷ đồng.\nTồn tại: năm 2024 giải ngân vốn đầu tư công mới đạt {} tỷ đồng.", "4.562", "4.652"),
    ("repeat", TITLE_24 + RATES + "Tỷ lệ hộ nghèo giảm từ 4,8% xuống còn {}.", "3,6%", "3,8%"),
    ("tally", "Năm 2024, có 12/16 chỉ tiêu đạt và vượt; 4/16 chỉ tiêu không đạt.\nĐánh giá chung: hoàn thành {}/16 chỉ tiêu nghị quyết đề ra.", "12", "13"),
    ("parts_sum", "Xảy ra 86 vụ cháy, làm chết 4 người, bị thương 9 người; trong đó cháy nhà dân 52 vụ, cháy phương tiện 14 vụ, cháy rừng {} vụ.", "20", "30"),
    ("ratio", "Hộ nghèo giảm còn 8.652 hộ, chiếm tỷ lệ {} trên tổng số 240.300 hộ dân.", "3,6%", "6,3%"),
    ("growth", "Bình quân 4 năm 2021-2024, GRDP tăng {}/năm (năm 2021 tăng 5,2%; năm 2022 tăng 8,6%; năm 2023 tăng 7,4%; năm 2024 tăng 7,8%).", "7,2%", "8,2%"),
    ("growth", "Năm 2021 GRDP tăng 5,2%; năm 2022 tăng 8,6%; năm 2023 tăng 7,4%.\nGiai đoạn 2021-2023, GRDP tăng bình quân {}/năm, cao hơn bình quân chung của cả nước (5,1%/năm).", "7,1%", None),
    ("attainment", TITLE_24 + "Kế hoạch giao năm 2024: giải quyết việc làm 5.200 lao động.\nKết quả: năm 2024 giải quyết việc làm cho 5.330 lao động, đạt {} kế hoạch.", "102,5%", "120,5%"),
    ("impossible", "Toàn huyện có 60 hợp tác xã nông nghiệp. Trong 45 hợp tác xã có {} hợp tác xã hoạt động hiệu quả, chiếm 84,4%.", "38", None),
    ("tally", "Dự báo có 14 chỉ tiêu đạt, {} chỉ tiêu khó hoàn thành.\nCác chỉ tiêu dự báo không về đích gồm: tốc độ tăng GRDP; giải ngân vốn đầu tư công; số lượt khách du lịch.", "03", "04"),
    ("tally", TABLED + "Đại hội thông qua 15 chỉ tiêu: 04 chỉ tiêu vượt, {} chỉ tiêu khó đạt.", "11", None),
    ("target_gap", "Trồng được 52 ha quế, mỡ, vượt {} ha so với kế hoạch huyện giao (45 ha).", "7", "5"),
    ("growth", "Thu ngân sách 186,4 triệu đồng/KH năm 310 triệu đồng, đạt 60,1%; so CK (159,1 triệu đồng) tăng {}.", "17,2%", "12,7%"),
    ("growth", "GRDP năm 2023 ước 44.215 tỷ đồng; so với 36.480 tỷ đồng của năm 2020 thì bình quân ba năm tăng {}/năm (năm 2021 tăng 3,1%, năm 2022 tăng 9,4%, năm 2023 ước tăng 7,4%).", "6,6%", None),
    ("target_gap", "Năm 2023 sản lượng 168.500 tấn, tăng 12,6% so với 149.700 tấn của năm 2020, vượt {} tấn so với mục tiêu năm 2025 (165.000 tấn).", "3.500", "5.300"),
    ("parts_sum", "Thu ngân sách ước {} triệu đồng, vượt 426 triệu đồng so dự toán; gồm thuế 2.930 triệu đồng; phí 684 triệu đồng; thu khác 1.872 triệu đồng.", "5.486", "5.846"),
]  # fmt: skip


def findings_of(words):
    reading = muctieu.read(words.encode(), name="vi-du.txt")
    return audit(reading, reading.claims)


@pytest.mark.parametrize(("rule", "words", "fits", "_"), PHRASINGS)
def test_what_fits_holds(rule, words, fits, _):
    found = findings_of(words.format(fits))
    assert [finding.message() for finding in found.findings] == []
    assert found.held or rule == "repeat"  # the same words again are held together only under one name


@pytest.mark.parametrize(("rule", "words", "_", "slip"), [row for row in PHRASINGS if row[3] is not None])
def test_a_slip_does_not(rule, words, _, slip):
    assert rule in {finding.rule for finding in findings_of(words.format(slip)).findings if finding.severity != "info"}
