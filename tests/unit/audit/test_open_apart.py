"""Figures that follow from others of their paragraph, or from others pages away: what fits is silent, a slip is found by the rule that is named."""

import pytest

import muctieu
from muctieu.audit import audit

YEAR = "BÁO CÁO\nTình hình kinh tế - xã hội năm 2024\n\n"
SEEDED = (
    "Cây trồng\tKế hoạch (ha)\tThực hiện (ha)\tNăng suất (tạ/ha)\tSản lượng (tấn)\n"
    "Lúa\t5.200\t5.400\t60,0\t32.400\nNgô\t1.400\t1.500\t50,0\t7.500\nLạc\t800\t820\t30,0\t{}\nSắn\t1.900\t1.800\t200,0\t36.000\n"
)
GROWN = (
    "Chỉ tiêu\tĐơn vị\t2020\t2021\t2022\t2023\t2024\n"
    "GRDP (giá so sánh 2010)\tTỷ đồng\t20.000\t21.000\t22.260\t24.041\t25.002\nTốc độ tăng GRDP\t%\t4,1\t5,0\t6,0\t{}\t4,0\n"
)
LETTERED = (
    "STT\tNội dung\tDự toán\tThực hiện\nA\tTổng thu ngân sách\t900\t930\nI\tThu nội địa\t700\t720\nII\tThu xuất nhập khẩu\t200\t210\n"
    "B\tTổng chi ngân sách\t1.000\t{}\n1\tChi đầu tư\t400\t410\n2\tChi thường xuyên\t500\t490\n3\tChi khác\t100\t120\n"
)
HOSPITALS = "Trong kỳ, {} bệnh viện, trung tâm y tế duy trì thường trực cấp cứu; số liệu ở Bảng 1.\nBảng 1. Giường bệnh\nSTT\tĐơn vị\tGiường bệnh\n1\tBệnh viện Đa khoa\t300\n2\tBệnh viện Phổi\t90\n3\tTrung tâm Y tế huyện An Lão\t120\n4\tTrung tâm Y tế huyện Hòa Vang\t110\n"
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
    # pages away
    ("growth", "Tai nạn giao thông xảy ra 16 vụ; cùng kỳ năm trước xảy ra 19 vụ.\nĐánh giá chung: trật tự được giữ vững, tai nạn giao thông giảm {}.", "3 vụ", "4 vụ"),
    ("growth", "Khách quốc tế 92,4 nghìn lượt, trong khi năm 2023 chỉ có 68,3 nghìn lượt.\nMặt được: du lịch phục hồi, khách quốc tế tăng {}.", "24,1 nghìn lượt", "21,4 nghìn lượt"),
    ("growth", "Cuối năm 2023 xã còn 236 hộ nghèo, tỷ lệ hộ nghèo 18,38%.\nGiảm nghèo: cuối năm 2024 tỷ lệ hộ nghèo 14,56%, giảm {} trong năm.", "3,82 điểm phần trăm", "3,28 điểm phần trăm"),
    # a number of all, wherever it stands
    ("ratio", "Toàn tỉnh có 298.640 hộ dân cư.\nSố hộ nghèo giảm xuống 15.827 hộ (giảm 2.941 hộ), tỷ lệ hộ nghèo còn {}.", "5,30%", "5,83%"),
    ("ratio", "Huyện có 894 thôn, tổ dân phố.\nCó 812 thôn, tổ dân phố có nhà văn hóa, đạt tỷ lệ {}.", "90,8%", "92,8%"),
    ("ratio", "Phường có 4.815 hộ với 18.642 nhân khẩu.\nVận động được 17.430 người dân có thẻ bảo hiểm y tế, đạt tỷ lệ bao phủ {} dân số.", "93,5%", "95,3%"),
    # what is left
    ("parts_sum", "Toàn tỉnh cấp mới 41 dự án. Các nhà đầu tư trong nước có 29 dự án, tập trung ở lĩnh vực dịch vụ. Số còn lại là {} có vốn nước ngoài.", "12 dự án", "11 dự án"),
    ("parts_sum", "Tổng đàn lợn 46.280 con. Trang trại nuôi 19.440 con. Các gia trại nuôi 12.615 con. Phần còn lại {} nằm trong các hộ nhỏ lẻ.", "14.225 con", "14.525 con"),
    # two figures of the paragraph
    ("target_gap", "Hàng hóa bán ra nước ngoài thu về 812,6 triệu USD. Theo kế hoạch, cả năm tỉnh phải xuất được 1.150 triệu USD; như vậy khối lượng phải làm tiếp còn tới {}.", "337,4 triệu USD", "347,4 triệu USD"),
    ("ratio", "Năm 2024 tỉnh được giao 4.862,5 tỷ đồng vốn đầu tư công. Kho bạc xác nhận cả năm 2024 các chủ đầu tư rút được 2.574,8 tỷ đồng, tỷ lệ giải ngân là {}.", "53,0%", "58,4%"),
    ("growth", "Giá trị sản xuất năm 2020 là 6.420 tỷ đồng; ước đến hết năm 2024 là 9.400 tỷ đồng. Tốc độ tăng bình quân mỗi năm của cả giai đoạn 2021 - 2024 tính ra {}.", "10,0%", "11,6%"),
    ("growth", "Năm 2020 bình quân một người dân trong huyện có 42,5 triệu đồng; qua bốn năm, mức này là 55,3 triệu đồng, tăng {}.", "30,1%", "12,8%"),
    ("attainment", "Kế hoạch phải hoàn thành đưa vào sử dụng 120 công trình. Cuối năm nghiệm thu bàn giao 104 công trình; huyện báo cáo đã thực hiện được {} kế hoạch.", "86,7%", "89,7%"),
    ("attainment", "Nghị quyết giao kết nạp 950 đảng viên mới; toàn Đảng bộ kết nạp được 1.045 quần chúng ưu tú, bằng {} chỉ tiêu.", "110%", "90,9%"),
    ("ratio", "Toàn huyện có 138 thôn, tổ dân phố; 124 nơi có nhà văn hóa, đạt {}.", "89,9%", "92,8%"),
    # the words between matter little
    ("growth", "Tai nạn giao thông xảy ra 96 vụ làm chết 58 người, so năm trước ít hơn {} (117 vụ).", "21 vụ", "12 vụ"),
    ("growth", "Hộ nghèo đầu năm 86 hộ (5,33%), nay còn 59 hộ (3,62%); tức bớt được 27 hộ, tương ứng giảm {}.", "1,71 điểm %", "32,1 điểm %"),
    ("growth", "Có 64 sản phẩm OCOP, trong đó 47 sản phẩm 3 sao, 17 sản phẩm 4 sao; so với năm 2020 (20 sản phẩm) gấp {}.", "3,2 lần", "2,3 lần"),
    ("growth", "Số hộ nghèo từ 19.860 hộ đầu kỳ còn 6.620 hộ, giảm hai phần ba ({}).", "66,7%", None),
    ("growth", "Các điểm đón 5.526 nghìn lượt khách, trong số này khách quốc tế 412 nghìn lượt, khách nội địa 5.114 nghìn lượt; tính ra mỗi tháng {} khách.", "460,5 nghìn lượt", "614,5 nghìn lượt"),
    ("growth", "Tính cả 03 năm 2022 - 2024 đã đổ bê tông 11,4 km, bình quân mỗi năm làm được {}.", "3,8 km", "5,7 km"),
    ("growth", "Hai năm rưỡi giải quyết việc làm cho 8.250 lao động, bình quân mỗi năm {} lao động.", "3.300", None),
    # lists by their leading line
    ("shares_sum", "Tổng giá trị sản xuất 412,6 tỷ đồng. Cơ cấu:\n- Nông nghiệp 231,9 tỷ đồng → 56,2%\n- Công nghiệp 74,8 tỷ đồng → 18,1%\n- Dịch vụ 105,9 tỷ đồng → {}\n", "25,7%", "27,5%"),
    ("shares_sum", "Phân theo đối tượng, hộ nghèo vay 28,4% dư nợ, hộ cận nghèo 24,7%, hộ mới thoát nghèo 21,6%, các chương trình còn lại {}.", "25,3%", "27,3%"),
    ("shares_sum", "Dư nợ phân theo kỳ hạn: ngắn hạn chiếm 61,4%, trung và dài hạn chiếm {}.", "38,6%", "36,8%"),
    ("parts_sum", "Đảng bộ có 41 tổ chức cơ sở đảng với {} đảng viên, sinh hoạt theo các khối như sau: khối xã 3.918; khối cơ quan 1.764; khối lực lượng vũ trang 216; khối trường học 844 đảng viên.", "6.742", "6.842"),
    ("parts_sum", "Nợ đọng ở 4 xã: An Hòa 14.620 triệu đồng, Bình Minh 9.845 triệu đồng, Cẩm Sơn 7.310 triệu đồng, Dân Tiến 12.575 triệu đồng. Tổng số nợ của bốn nơi này lên đến {}.", "44,35 tỷ đồng", "443,5 tỷ đồng"),
    ("ratio", "Cuối năm còn 2.004 hộ nghèo. Hộ nghèo là người dân tộc thiểu số 1.843 hộ, chiếm {} tổng số hộ nghèo.", "92,0%", "9,4%"),
    # over the sentences of a paragraph
    ("shares_sum", "Đồng bào Mông chiếm 46,2% dân số. Dân tộc Thái chiếm 31,5%. Đồng bào Khơ Mú chiếm 12,7%, các dân tộc còn lại chiếm {}.", "9,6%", "6,9%"),
    ("parts_sum", "Năm 2024 giải quyết {} hồ sơ. Về loại, có 412 hồ sơ xác nhận mới, 1.286 hồ sơ mai táng phí. Ngoài ra là 845 hồ sơ thờ cúng và 97 hồ sơ di chuyển.", "2.640", "2.604"),
    ("ratio", "Số hộ nghèo qua rà soát là 318 hộ, ít hơn cuối năm trước. Trên tổng số 1.126 hộ của xã, tỷ lệ hộ nghèo còn {}.", "28,2%", "30,2%"),
    ("tally", "Tỉnh ủy ban hành {} nghị quyết chuyên đề. Các nghị quyết đó đề cập đến: chế biến; du lịch lòng hồ; chuyển đổi số; nhân lực.", "04", "05"),
    ("tally", "Tỉnh giao ngành {} chỉ tiêu. Vượt 06 chỉ tiêu: nhà trẻ, mẫu giáo, bán trú, tốt nghiệp, giải quốc gia, hồ sơ. Đạt 03 chỉ tiêu: ra lớp, phổ cập, bơi. Không đạt 03 chỉ tiêu, gồm phòng học, tuyển dụng và thư viện.", "12", "13"),
    ("impossible", "Có {} người được điều dưỡng trong tổng số 3.420 người đủ điều kiện năm nay.", "3.312", "3.512"),
    # tables
    ("ratio", SEEDED, "2.460", "2.640"),
    ("growth", GROWN, "8,0", "8,9"),
    ("parts_sum", LETTERED, "1.020", "1.200"),
    ("tally", HOSPITALS, "04", "05"),
    # what can be no more than all
    ("impossible", "Khảo sát 2.150 người bệnh thì có {} người trả lời hài lòng hoặc rất hài lòng.", "2.106", "2.216"),
    ("impossible", "Chiến dịch bổ sung vitamin A rà soát được 84.350 trẻ; kết thúc chiến dịch, {} trẻ trong số được rà soát đã uống.", "83.112", "85.112"),
    ("impossible", "Huyện có 17 xã, thị trấn với 126.400 dân.\nNông thôn mới được đẩy mạnh ở mọi nơi, đường làng sạch hơn trước, nhà nhà tham gia.\nTổ công nghệ số đã ra mắt ở {} trong huyện.", "16 xã, thị trấn", "19 xã, thị trấn"),
    ("impossible", "Qua xếp loại, có {} tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ.", "94,2%", "104,2%"),
    # counts of what is named
    ("tally", "{} chỉ tiêu khó hoàn thành vào năm 2025 được chỉ rõ để tháo gỡ:\n(a) Lao động qua đào tạo còn thấp.\n(b) Rác thải nông thôn chưa thu gom hết.\n(c) Đô thị hóa chậm.\nNguyên nhân là dịch bệnh.", "Ba", "Bốn"),
    ("tally", "Dịch tả lợn tái phát tại {} huyện là Hải Sơn, Cam Tân, Triệu Lệ, Vĩnh Hà với 61 hộ, 1.342 con phải tiêu hủy.", "04", "05"),
    ("target_gap", "Chỉ tiêu\tĐVT\tMục tiêu năm 2025\tThực hiện năm 2024\nThu nhập bình quân đầu người\ttriệu đồng\t85,0\t72,4\nTỷ lệ hộ nghèo\t%\t2,0\t2,6\n\nThu nhập bình quân đầu người còn cách đích năm 2025 tới {} triệu đồng.", "12,6", "13,6"),
    ("ratio", "Chi cục rà từng tàu phải gắn thiết bị, tất cả 1.312 tàu. Đến nay tàu đã gắn và duy trì kết nối là 1.286 chiếc. Tỷ lệ ấy là {}.", "98,02%", "92,08%"),
    ("growth", "Thời điểm đại hội, trên địa bàn có 412 doanh nghiệp hoạt động. Năm 2024 đã có 634 doanh nghiệp hoạt động, gấp {} thời điểm đại hội.", "1,54 lần", "1,84 lần"),
    ("tally", "Có 14 chỉ tiêu, trong đó 11 chỉ tiêu đạt và vượt; {} chỉ tiêu hụt (đàn heo, số hộ kinh doanh và thôn văn hóa).", "03", "04"),
    ("tally", "Phần lớn các khoản thu đều vượt dự toán; cá biệt có {} khoản thu không đạt là thu từ doanh nghiệp nhà nước địa phương, thu từ doanh nghiệp nước ngoài và tiền sử dụng đất.", "03", "04"),
    # slips as officers make them by accident
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
    "Nông thôn mới: trồng cao su 3.965 ha, sầu riêng 2.680 ha, hồ tiêu 1.218 ha, mắc ca 512 ha.",
    "Thu nội địa đạt 8.148 tỷ đồng.\nNếu loại tiền sử dụng đất thì thu nội địa còn 6.165 tỷ đồng.",
    "Luân chuyển 24 cán bộ (từ huyện về xã 15, từ xã lên huyện 9).",
    "Tỷ lệ che phủ rừng từ 58,3% lên 60,8%, tăng 2,5 điểm phần trăm, song vẫn kém chỉ tiêu 62% là 1,2 điểm phần trăm.",
    "Xảy ra 8 vụ việc (trộm cắp 3; đánh nhau 2; đánh bạc 1; vi phạm khác 2).",
    "Khu vực FDI xuất khẩu đạt 1.109,7 triệu USD. Kim ngạch nhập khẩu đạt 1.214,8 triệu USD, giảm 9,5%.",
    "Trồng 30 ha rau. Có 84 cặp tảo hôn năm 2020, nay còn 31 cặp. Tỷ lệ lao động qua đào tạo đạt 48,5%.",
    "Tuyển sinh vào lớp 10 có 22.400 em đăng ký, chỉ tiêu 15.680 em, bằng 70,0% số đăng ký.",
    # what looks like one
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
]


def findings_of(words):
    document = muctieu.read((YEAR + words + "\n").encode(), name="vi-du.txt")
    return audit(document, document.claims)


@pytest.mark.parametrize(("rule", "words", "fits", "_"), PHRASINGS)
def test_what_fits_is_silent(rule, words, fits, _):
    found = findings_of(words.format(fits))
    assert [finding.message() for finding in found.findings] == []


@pytest.mark.parametrize(("rule", "words", "_", "slip"), [row for row in PHRASINGS if row[3] is not None])
def test_a_slip_is_found(rule, words, _, slip):
    assert rule in {finding.rule for finding in findings_of(words.format(slip)).findings}


@pytest.mark.parametrize("words", SILENT)
def test_what_is_not_of_one_another_is_silent(words):
    assert [finding.message() for finding in findings_of(words).findings] == []


def test_shares_say_what_they_make():
    words = "Đồng bào Mông chiếm 46,2% dân số. Dân tộc Thái chiếm 31,5%. Đồng bào Khơ Mú chiếm 12,7%, các dân tộc còn lại chiếm 6,8%."
    assert [finding.message() for finding in findings_of(words).findings] == [
        "Các tỷ trọng cộng lại là 97,2%, không phải 100%; có thể số đúng là 49,0% thay cho 46,2%."
    ]


def test_a_rest_says_what_the_parts_make():
    words = "Có 41 dự án. Các nhà đầu tư trong nước có 29 dự án. Số còn lại là 11 dự án."
    assert [finding.message() for finding in findings_of(words).findings] == [
        "Các phần 29 dự án + 11 dự án cộng lại là 40 dự án, tổng ghi 41 dự án; có thể số đúng là 40 dự án thay cho 41 dự án (lệch một đơn vị)."
    ]
