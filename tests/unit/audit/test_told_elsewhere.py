"""Wholes, bases, totals and means that a report tells in another sentence, a table or a footnote, under other words: what fits is silent, a slip is found by the rule that is named."""

import pytest

import muctieu
from muctieu.audit import audit

YEAR = "BÁO CÁO\nKết quả thực hiện nhiệm vụ năm 2024\n\n"
TERM = "BÁO CÁO CHÍNH TRỊ\ncủa Ban Chấp hành Đảng bộ huyện tại Đại hội lần thứ XX, nhiệm kỳ 2025 - 2030\nPhần thứ nhất\nKẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ XIX, NHIỆM KỲ 2020 - 2025\n"
HALF = "BÁO CÁO\nSơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội Đảng bộ huyện, nhiệm kỳ 2020 - 2025\n\n"
NINE = "BÁO CÁO\nTình hình kinh tế - xã hội 9 tháng năm 2024\n\n"

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
    # a basis that is told elsewhere, counts of two times in turn
    ("growth", YEAR + "Quỹ “Đền ơn đáp nghĩa” năm 2024 vận động được 860 triệu đồng, tăng {}% so với năm trước.\nĐánh giá chung: kết quả vận động khá toàn diện; từ mức 800 triệu đồng của Quỹ “Đền ơn đáp nghĩa” năm 2023, năm nay có thêm nhiều doanh nghiệp tham gia.", "7,5", "5,7"),
    ("growth", TERM + "Năm 2020, kim ngạch xuất khẩu 640 triệu USD; thu ngân sách 3.120 tỷ đồng.\nXuất khẩu là điểm sáng. Kim ngạch xuất khẩu tăng nhanh nhờ may mặc, da giày; ước năm 2025 đạt 1.408 triệu USD, gấp {} lần năm đầu nhiệm kỳ.", "2,2", "3,2"),
    ("growth", YEAR + "TT\tChỉ tiêu\tĐVT\tQuý II/2024\tQuý III/2024\n1\tKhách du lịch\tnghìn lượt\t350\t420\n2\tThu ngân sách\ttỷ đồng\t120\t130\n\nHoạt động du lịch sôi động. Lượng khách đến huyện trong quý III tăng {}% so với quý II.", "20,0", "25,0"),
    ("growth", YEAR + "Tai nạn giao thông xảy ra 24 vụ, làm chết 09 người, bị thương 20 người; so với cùng kỳ (30 vụ, 11 người chết, 25 người bị thương) giảm 06 vụ, giảm {} người chết, giảm 05 người bị thương.", "02", "04"),
    ("growth", YEAR + "Tai nạn lao động xảy ra 15 vụ, làm chết 05 người, bị thương 11 người. Cùng kỳ năm 2023, các con số tương ứng là 18 vụ, 08 người và 16 người; như vậy giảm 03 vụ, 05 người bị thương và {} người chết.", "03", "05"),
    ("growth", TERM + "- Giảm nghèo: tỷ lệ hộ nghèo đầu kỳ là 6,72%, cuối năm 2025 ước còn 1,38%; cả giai đoạn giảm {} điểm phần trăm.", "5,34", "5,43"),
    ("growth", YEAR + "Đầu năm 2024, toàn huyện có 2.481 hộ nghèo. Qua rà soát cuối năm, số hộ nghèo còn 1.967 hộ, chiếm 5,1%; như vậy trong năm giảm được {} hộ nghèo.", "514", "541"),
    ("growth", YEAR + "- Đàn gia cầm 36.400 con, tăng {}% so cùng kỳ 33.700 con.", "8,0", "0,8"),
    ("growth", TERM + "GRDP (giá so sánh 2010) năm 2025 ước đạt 29.380 tỷ đồng, tăng bình quân {}%/năm trong cả nhiệm kỳ.\nNăm 2020, quy mô kinh tế theo giá so sánh 2010 mới đạt 20.000 tỷ đồng.", "8,0", "9,0"),
    ("growth", YEAR + "Có 480 hợp tác xã thành lập mới. Số hợp tác xã thành lập mới năm 2023 là 400 hợp tác xã, như vậy tăng thêm {} hợp tác xã, tương đương 20%.", "80", None),
    # a mean and its total
    ("growth", NINE + "Bảng 1\nTT\tChỉ tiêu\tĐVT\t9 tháng năm 2023\t9 tháng năm 2024\n1\tKhách du lịch\tnghìn lượt\t810\t918\n\nDu lịch khởi sắc. Bình quân mỗi tháng huyện đón {} nghìn lượt khách.", "102", "91,8"),
    ("growth", YEAR + "Thu ngân sách xã năm 2024 được 9,84 tỷ đồng, đạt 104% dự toán.\nTính bình quân, mỗi tháng xã thu được {} tỷ đồng.", "0,82", "0,98"),
    ("growth", HALF + "Huy động vốn đầu tư toàn xã hội ba năm đạt 45.600 tỷ đồng.\nĐánh giá chung: nguồn lực đầu tư được khơi thông, bình quân mỗi năm toàn xã hội đầu tư {} tỷ đồng.", "15.200", "16.200"),
    ("growth", HALF + "Việc làm: hai năm 2021 - 2022 giải quyết việc làm cho 3.860 lao động.\n12. Giải quyết việc làm 1.900 lao động/năm: bình quân hai năm 2021 - 2022 là {} lao động/năm.", "1.930", "1.390"),
    ("growth", NINE + "Giải quyết việc làm mới cho 8.190 lao động, tính ra mỗi tháng {} lao động; so với kế hoạch năm là 11.000 lao động thì đạt 74,5%.", "910", "1.090"),
    ("growth", NINE + "Bộ phận một cửa tiếp nhận 2.160 hồ sơ, đã giải quyết 2.120 hồ sơ, trong đó đúng hạn 2.105 hồ sơ.\nBình quân mỗi tháng bộ phận một cửa tiếp nhận {} hồ sơ.", "240", "204"),
    ("growth", YEAR + "Trạm y tế khám cho 5.400 lượt người trong năm 2024, trung bình mỗi tháng {} lượt người.", "450", "540"),
    # parts over a paragraph, lines, a footnote, a table; those that are left
    ("parts_sum", YEAR + "Toàn huyện có 45 trường, trong đó 38 trường đạt chuẩn quốc gia.\nHạn chế: còn {} trường chưa đạt chuẩn quốc gia do thiếu quỹ đất.", "07", "09"),
    ("parts_sum", YEAR + "Đến nay có 14/18 trạm y tế đạt tiêu chí quốc gia về y tế.\nTồn tại: còn {} trạm y tế chưa đạt tiêu chí quốc gia về y tế.", "04", "06"),
    ("parts_sum", YEAR + "Thu ngân sách nhà nước đạt 98,4 tỷ đồng, bằng 61% dự toán. Khoản thu lớn nhất là thuế ngoài quốc doanh với 41,2 tỷ đồng. Tiền sử dụng đất được 30,5 tỷ đồng; lệ phí trước bạ 12,3 tỷ đồng. Các khoản thu còn lại là {} tỷ đồng.", "14,4", "11,4"),
    ("parts_sum", YEAR + "Tổng vốn huy động là {} tỷ đồng. Trong đó ngân sách tỉnh 124,5 tỷ đồng, ngân sách huyện 86,2 tỷ đồng. Vốn tín dụng chiếm phần lớn với 310,4 tỷ đồng. Ngoài ra nhân dân đóng góp 61,1 tỷ đồng.", "582,2", "528,2"),
    ("parts_sum", YEAR + "So với định mức, hiện còn thiếu {} giáo viên. Cấp mầm non thiếu nhiều nhất với 42 người. Cấp tiểu học thiếu 31 người. Số còn lại thuộc cấp THCS, thiếu 16 người.", "89", "98"),
    ("parts_sum", YEAR + "* Trồng trọt: tổng diện tích gieo trồng cả năm {} ha, giữ được như năm trước.\n+ Lúa cả năm 412,5 ha, năng suất 56 tạ/ha.\n+ Ngô 138,2 ha.\n+ Rau các loại 54,3 ha.\n* Chăn nuôi: nuôi thủy sản trên 46 ha ao hồ.", "605,0", "625,0"),
    ("parts_sum", YEAR + "Tổng chi ngân sách huyện ước {} tỷ đồng, cụ thể:\n- Chi đầu tư phát triển 120,4 tỷ đồng, đạt 91% dự toán.\n- Chi thường xuyên 310,6 tỷ đồng, bằng 101% dự toán.\n- Chi chuyển nguồn 28,5 tỷ đồng; chi nộp trả cấp trên 4,5 tỷ đồng.", "464,0", "474,0"),
    ("parts_sum", YEAR + "Các cụm công nghiệp (Bảng 1) có tổng diện tích 131 ha; thu hút được {} dự án thứ cấp.\nBảng 1. Các cụm công nghiệp đang hoạt động\nCụm công nghiệp\tDiện tích (ha)\tSố dự án (dự án)\nTân Hòa\t42,5\t11\nSuối Đá\t58,0\t15\nBàu Cỏ\t30,5\t7\n", "33", "35"),
    ("parts_sum", YEAR + "Vụ xuân gieo cấy 2.640 ha, vụ mùa gieo cấy 2.480 ha.\nTổng diện tích lúa cả năm là {} ha.", "5.120", "5.210"),
    ("shares_sum", TERM + "Cơ cấu kinh tế năm 2020: khu vực I chiếm 38,2%, khu vực II 25,7%, khu vực III 36,1%; đến năm 2025 các tỷ lệ tương ứng là 30,4%, 29,5% và {}%.", "40,1", "41,0"),
    ("parts_sum", YEAR + "Cấp phát kịp thời {} tấn gạo[1] cho các hộ.\n\n[1] Đợt Tết: 138,4 tấn; đợt giáp hạt: 66,1 tấn.", "204,5", "214,5"),
    ("parts_sum", YEAR + "Có {}/480 trường đạt chuẩn[1].\n\n[1] Mầm non 118 trường, tiểu học 153 trường, THCS 94 trường, THPT 15 trường.", "380", "378"),
    ("growth", YEAR + "TT\tChỉ tiêu\tĐVT\tNăm 2020\tNăm 2024\n1\tThu ngân sách nhà nước trên địa bàn\ttỷ đồng\t125,0\t210,0\n\nThu ngân sách trên địa bàn về đích sớm: năm 2024 đạt 210,0 tỷ đồng, tăng {}% so với năm 2020.", "68,0", "86,0"),
    # tables and plans
    ("ratio", YEAR + "Quy mô trường lớp năm 2024:\nTT\tCấp học\tSố trường\tSố lớp\tSố học sinh\n1\tMầm non\t12\t110\t2.860\n2\tTiểu học\t14\t240\t7.680\n3\tTHCS\t10\t150\t5.850\n\tTổng số\t36\t500\t16.390\n\nSĩ số bình quân cấp THCS là {} học sinh/lớp.", "39", "36"),
    ("ratio", YEAR + "Quy mô trường lớp năm 2024:\nTT\tCấp học\tSố trường\tSố lớp\tSố học sinh\n1\tMầm non\t12\t110\t2.860\n2\tTiểu học\t14\t240\t7.680\n3\tTHCS\t10\t150\t5.850\n\tTổng số\t36\t500\t16.390\n\nBình quân chung toàn huyện {} học sinh/lớp.", "32,8", "38,2"),
    ("ratio", YEAR + "Kết quả năm 2024\nTT\tXã\tSố tiêu chí đạt\tHộ nghèo (%)\n1\tAn Thịnh\t19\t1,2\n2\tBình Hòa\t18\t2,1\n3\tLong Sơn\t17\t3,0\n4\tTân Lợi\t16\t3,6\n\tCộng\t70\t\n\nBình quân toàn huyện đạt {} tiêu chí/xã.", "17,5", "15,7"),
    ("parts_sum", YEAR + "TT\tChỉ tiêu\tĐVT\tKế hoạch năm 2024\tThực hiện 6 tháng năm 2024\n1\tGiải ngân vốn đầu tư công\ttỷ đồng\t242,0\t91,6\n2\tThu ngân sách\ttỷ đồng\t620,0\t340,0\n\nSố vốn đầu tư công còn phải giải ngân từ nay đến hết năm là {} tỷ đồng.", "150,4", "140,5"),
    ("ratio", YEAR + "Thu ngân sách nhà nước trên địa bàn ước 820,0 tỷ đồng, gồm: thuế công thương nghiệp ngoài quốc doanh 287,0 tỷ đồng; lệ phí trước bạ 164,0 tỷ đồng; thu khác 369,0 tỷ đồng.\nĐánh giá: nguồn thu bền hơn, khu vực công thương nghiệp ngoài quốc doanh góp {}% số thu trên địa bàn.", "35,0", "53,0"),
    ("growth", TERM + "Năm 2020, giá trị sản xuất công nghiệp mới có 4.200 tỷ đồng. Nhờ các nhà máy mới, con số này đến năm 2025 là 6.300 tỷ đồng, tăng {}% sau năm năm.", "50", "60"),
    ("ratio", TERM + "Toàn Đảng bộ kết nạp 2.450 đảng viên, trung bình 490 đảng viên/năm; trong số kết nạp có 980 đồng chí là nữ ({}%).", "40,0", "49,0"),
    ("ratio", YEAR + "Huy động được 480 tỷ đồng. Nguồn trong dân 240 tỷ đồng, doanh nghiệp 180 tỷ đồng, ngân sách 60 tỷ đồng ({}%).", "12,5", None),
    ("parts_sum", YEAR + "Năm 2024 thu hút 320 triệu đồng. Trong đó hội viên góp 120 triệu đồng, doanh nghiệp {} triệu đồng.", "150", None),
    ("growth", YEAR + "Xảy ra 12 vụ, làm chết 04 người; so với cùng kỳ (15 vụ, 06 người chết) giảm 03 vụ, giảm {} người chết.", "02", None),
    ("parts_sum", YEAR + "Có 38/45 trường đạt chuẩn quốc gia. Hạn chế: còn {} trường chưa đạt chuẩn an toàn thực phẩm.", "12", None),
    ("ratio", YEAR + "Dân số trung bình 42.300 người. Số người tham gia bảo hiểm y tế là 39.900 người, đạt {}% dân số.", "93,8", None),
    ("growth", YEAR + "Thu ngân sách năm 2024 đạt 640 tỷ đồng.\nBình quân mỗi tháng chi ngân sách {} tỷ đồng.", "71", None),
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
