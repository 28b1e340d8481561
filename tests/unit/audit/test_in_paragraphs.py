"""Figures that follow from others of their paragraph in any order, or stand far from what proves them: goals right before what is missing, shares sentence by sentence, lists in small letters, rows of a table that are counted, conclusions, other units."""

import pytest

import muctieu
from muctieu.audit import audit

YEAR = "BÁO CÁO\nTình hình kinh tế - xã hội năm 2024\n\n"
HOUSES = "Xóa nhà tạm đạt 3.482 căn, gồm làm mới 2.106 căn và sửa chữa 1.376 căn.\nChăm lo đời sống được chú trọng.\nĐánh giá chung: đã bàn giao {} trước Tết."
CONTRIBUTED = (
    "Bảng 1. Tổng sản phẩm trên địa bàn\nTT\tKhu vực\t9 tháng năm 2023 (tỷ đồng)\t9 tháng năm 2024 (tỷ đồng)\tTốc độ tăng (%)\tĐóng góp vào tăng trưởng chung (điểm %)\n"
    "1\tNông nghiệp\t2.000,0\t2.080,0\t{}\t0,80\n2\tCông nghiệp\t3.000,0\t3.330,0\t11,00\t3,30\n3\tDịch vụ\t5.000,0\t5.400,0\t8,00\t4,00\n"
)
PLACES = (
    "Bảng 1. Giải quyết việc làm\nTT\tĐịa phương\tKế hoạch (người)\tThực hiện (người)\tTH/KH (%)\tSo với cùng kỳ (%)\n"
    "1\tHuyện An Khê\t2.000\t2.140\t107,0\t98,2\n2\tHuyện Bình Sơn\t1.500\t1.425\t95,0\t103,4\n3\tHuyện Châu Phú\t1.800\t1.890\t105,0\t110,6\n"
    "4\tHuyện Đông Hà\t2.400\t2.520\t105,0\t97,5\n5\tHuyện Gia Lộc\t1.200\t1.092\t91,0\t101,8\n"
)
REVENUE = "Thu ngân sách sáu tháng được 26.416 triệu đồng; cùng kỳ năm 2023 thu 23.282 triệu đồng, tăng 13,5%.\nCông tác chi bảo đảm đúng quy định.\nĐánh giá chung: thu ngân sách so với cùng kỳ tăng thêm {}."
EXPORTS = "Kim ngạch xuất khẩu đạt 1.486,5 triệu USD, bằng 74,3% kế hoạch (2.000 triệu USD).\nNhiệm vụ: quý IV xuất khẩu thêm {} để đạt kế hoạch năm."
FINES = "Số tiền phạt thu nộp Kho bạc Nhà nước là 74,5 triệu đồng từ 38 biên bản xử phạt.\nVệ sinh môi trường được giữ gìn.\nƯu điểm: xử lý nghiêm vi phạm, thu nộp Kho bạc {} tiền phạt."
DOCTORS = "Toàn ngành có 3.120 người, gồm bác sĩ 1.246 người, điều dưỡng 1.514 người, dược sĩ 360 người.\nCơ sở vật chất được đầu tư.\nĐánh giá chung: đội ngũ {} của toàn ngành cơ bản đáp ứng yêu cầu."

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
    # a change and the growth that it makes
    ("growth", "Năm 2023 các bệnh viện phẫu thuật 26.104 ca; năm nay nhiều hơn 1.848 ca, tức tăng {}.", "7,1%", "107,1%"),
    ("growth", "Đàn bò toàn huyện hiện có 14.520 con, so với đầu kỳ tăng 1.320 con, tương ứng tăng {}.", "10,0%", "9,1%"),
    # a gap told the wrong way
    ("attainment", "Tỷ lệ huy động trẻ ra lớp đạt 38,6%, kế hoạch 40%, như vậy {} kế hoạch 1,4 điểm phần trăm.", "thấp hơn", "vượt"),
    ("attainment", "Tỷ lệ che phủ rừng đạt 52,3%, nghị quyết 51%, như vậy {} nghị quyết 1,3 điểm phần trăm.", "cao hơn", "thấp hơn"),
    # far from the pair that a rate holds together
    ("growth", REVENUE, "3.134 triệu đồng", "3.314 triệu đồng"),
    ("target_gap", EXPORTS, "513,5 triệu USD", "531,5 triệu USD"),
    ("target_gap", EXPORTS, "513,5 triệu USD", "513,5 tỷ USD"),
    # rows that are counted
    ("tally", PLACES + "Xét theo từng nơi, {} huyện vượt kế hoạch được giao.", "3/5", "4/5"),
    ("tally", PLACES + "Trong 5 huyện nêu trên, có {} huyện có số việc làm thấp hơn cùng kỳ năm trước.", "02", "03"),
    ("tally", "Đối chiếu kế hoạch, có {} huyện ở Bảng 1 đạt và vượt kế hoạch.\n" + PLACES, "3/5", "4/5"),
    ("tally", PLACES + "Có {} huyện có TH/KH dưới 100%; thấp nhất là Gia Lộc.", "02", "03"),
    # the same number in another unit, or with two digits the other way round
    ("repeat", FINES, "74,5 triệu đồng", "74,5 tỷ đồng"),
    ("repeat", DOCTORS, "1.246 bác sĩ", "1.264 bác sĩ"),
    # a share of another whole than its words name
    ("ratio", "Tổng thu ngân sách đạt 2.640 tỷ đồng. Thu nội địa 2.112 tỷ đồng; thu từ xuất nhập khẩu 528 tỷ đồng, chiếm {} tổng thu.", "20,0%", "25,0%"),
    ("ratio", "Toàn phường có 16 trường công lập; 12/16 trường đạt chuẩn quốc gia. 6 trường được nâng lên mức độ 2, chiếm {} số trường đạt chuẩn.", "50,0%", "37,5%"),
    ("ratio", "Bộ phận một cửa nhận 84.200 hồ sơ, đã trả kết quả 76.400 hồ sơ; hồ sơ nộp qua mạng 38.200 hồ sơ, chiếm {} số hồ sơ đã nhận.", "45,4%", "50,0%"),
    ("ratio", "Kinh phí làm đường hết 2.400 triệu đồng, gồm: huyện hỗ trợ 960 triệu đồng, xã 480 triệu đồng, dân góp 960 triệu đồng; như vậy phần dân góp chiếm {} tổng số tiền.", "40,0%", "66,7%"),
    # a rate a year behind the growth over the years
    ("growth", "Sản lượng chè búp tươi qua ba năm tăng 33,1%, tính ra bình quân mỗi năm tăng {}.", "10,0%", "11,0%"),
    ("growth", "Giá trị sản xuất công nghiệp sau 5 năm tăng 61,1%, bình quân tăng {}.", "10,0%/năm", "12,2%/năm"),
    # gaps behind a basis, gaps whose goal a table tells
    ("target_gap", "Sản lượng đánh bắt ước đạt 46.800 tấn, hơn năm 2020 (36.000 tấn) là 10.800 tấn và vượt {} so với chỉ tiêu 45.000 tấn của Nghị quyết.", "4,0%", "3,8%"),
    ("target_gap", "TT\tChỉ tiêu\tĐVT\tKế hoạch\tThực hiện\n1\tBHXH tự nguyện\tngười\t15.000\t14.275\n2\tBHYT hộ gia đình\tngười\t48.200\t49.310\nChỉ tiêu BHXH tự nguyện chưa hoàn thành, so với 15.000 người được giao còn thiếu {}.", "725 người", "825 người"),
    # names behind là, behind và, with các before some of them
    ("tally", "Còn {} tiêu chí chưa đạt là Thu nhập, Nghèo đa chiều và Môi trường.", "03", "02"),
    ("tally", "Đến hết năm, {} huyện, thành phố có toàn bộ số xã về đích, đó là thành phố An Lộc và các huyện Kim Thành, Lạc Phong, Trường Giang.", "04", "03"),
    ("tally", "Ba năm qua hoàn thành {} công trình lớn, gồm cầu Cửa Đông, đường vành đai phía Nam, kè biển An Lạc, công viên Phố Mới và nhà máy nước Hải Thành.", "05", "04"),
    ("tally", "Duy trì hoạt động của {} cặp bản kết nghĩa hai bên biên giới là Nà Cáy - Huổi Hoa, Pa Thin - Phiêng Hụa, Huổi Lếch - Na Son; hai bên thường xuyên trao đổi tình hình cột mốc, mốc giới và đường thông tầm nhìn.", "03", "04"),
    ("tally", "Có {} mặt hàng đạt kim ngạch trên 100 triệu USD là hàng dệt may, giày dép, sản phẩm gỗ và linh kiện điện tử.", "04", "05"),
    # more than there are
    ("impossible", "Trong 240 vụ, cơ quan điều tra khởi tố 71 vụ, xử phạt 94 vụ, đang xác minh 75 vụ. Trong số 71 vụ khởi tố, đã kết thúc điều tra {}.", "68 vụ", "78 vụ"),
    ("impossible", "Tổng chiều dài đường đô thị 246 km, đã có hệ thống chiếu sáng {} trong số đó.", "236 km", "263 km"),
    ("impossible", "Toàn xã có 1.480 hộ. Phân loại rác tại nguồn có 962 hộ. Có {} đã xây dựng nhà tiêu hợp vệ sinh.", "1.402 hộ", "1.502 hộ"),
    ("impossible", "Đoàn liên ngành kiểm tra 24 cơ sở kinh doanh dịch vụ tại ba địa bàn. Qua đó phát hiện {} vi phạm.", "7 cơ sở", "27 cơ sở"),
    # attainment over sentences
    ("attainment", "Trong năm mở 31 lớp bồi dưỡng, số lượt học viên dự học là 1.860 lượt. Đối chiếu với kế hoạch 2.000 lượt thì đạt {}.", "93,0%", "107,5%"),
    ("attainment", "Xã dự kiến tuyên truyền 48 buổi ở các bản, cuối năm đã làm được 54 buổi, đạt {} kế hoạch.", "112,5%", "121,5%"),
    ("attainment", "Chỉ tiêu cả nhiệm kỳ là kết nạp 700 đảng viên. Kết quả đã kết nạp 742 người. Như vậy, công tác phát triển đảng đạt {} chỉ tiêu.", "106,0%", "116,0%"),
    ("attainment", "Đến hết tháng 10, toàn huyện giải ngân bằng {} kế hoạch. Mốc tỉnh yêu cầu tại thời điểm này là 75%, như vậy huyện đã vượt tiến độ được giao.", "76,2%", "73,2%"),
    ("attainment", "Phong trào ra mắt thêm {}. Chỉ tiêu 60 mô hình mới vì thế đã đạt và vượt.", "62 mô hình", "58 mô hình"),
    ("target_gap", "Bảo hiểm y tế là chỉ tiêu được tỉnh Hội giao ở mức 95%. Hội đã mở 12 hội nghị đối thoại. Tỷ lệ hội viên có thẻ đạt 96,2%, cao hơn chỉ tiêu giao {}.", "1,2 điểm phần trăm", "2,2 điểm phần trăm"),
    ("growth", "So với mức 48.215 tỷ đồng của năm 2023, thị trường nội địa tăng thêm 7.715 tỷ đồng, tốc độ tăng {}.", "16,0%", "13,8%"),
    # what came and what went
    ("parts_sum", "TT\tĐịa bàn\tĐầu năm\tThành lập mới\tGiải thể\tCuối năm\n1\tAn Khê\t64\t5\t3\t66\n2\tBình Lộc\t71\t6\t2\t{}\n3\tCái Dầu\t58\t4\t1\t61\n4\tTân Hiệp\t66\t7\t2\t71\n5\tVĩnh Lợi\t52\t5\t4\t53\n6\tThạnh Mỹ\t61\t6\t1\t66\n", "75", "77"),
    # clauses that are counted, lists whose number is in words
    ("tally", "Thị xã đề ra {} giải pháp: siết chặt kỷ luật; đẩy nhanh giải ngân; mở rộng cơ sở thu; chăm lo gia đình chính sách.", "04", "05"),
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
    PLACES + "Trong 12 huyện của tỉnh, có 07 huyện đạt và vượt kế hoạch.",
    "Thu nhập bình quân 52,3 triệu đồng, tăng 10,3% so với năm 2023 (47,4 triệu đồng).\nTổng vốn đầu tư tăng thêm 1.700 tỷ đồng.",
    "Lúa xuân: KH 1.240 ha, thực hiện đạt 100,5%; CK 1.231 ha, như vậy trội hơn 15,2 ha.",
    "Sản lượng đánh bắt đạt 46.800 tấn, hơn năm 2023 (45.000 tấn) là 1.800 tấn, vượt chỉ tiêu (46.000 tấn).",
    "Tổng thu 83.600 triệu đồng. Tổng chi 81.420 triệu đồng, trong đó chi lương, phụ cấp 44.781 triệu đồng, chiếm 55,0% tổng chi.",
    "Gia cầm 41.500 con. Đàn bò có 412 con, đợt 1 đã tiêm phòng cho 371 con, đạt 90,0% tổng đàn bò.",
    "Chi trả trợ cấp 84,6 triệu đồng cho hộ nghèo.\nTổng vốn tín dụng chính sách 84,6 tỷ đồng.",
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


def test_a_mistaken_unit_is_shown_with_all_its_digits():
    (found,) = alarms_of(FINES.format("74,5 tỷ đồng"))
    assert "0,0745 tỷ đồng" in found.message()
