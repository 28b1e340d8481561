"""Judgements, counts and repeats in other words, in other sections than what they are held against: what fits is silent, a slip is found by the rule that is named."""

import pytest

import muctieu
from muctieu.audit import audit

YEAR = "BÁO CÁO\nTình hình kinh tế - xã hội năm 2023\n\n"
NINE = "BÁO CÁO\nTình hình kinh tế - xã hội 9 tháng đầu năm 2024\n\nI. KẾT QUẢ\n"
HALF = "BÁO CÁO\nSơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội Đảng bộ huyện, nhiệm kỳ 2020 - 2025\n\n"
ENDED = "BÁO CÁO\nTình hình kinh tế - xã hội năm 2024, nhiệm vụ năm 2025\n\nI. KẾT QUẢ THỰC HIỆN\n"
ASSESSED = "\nII. ĐÁNH GIÁ CHUNG\n"
JUDGED = (
    "Bảng 1. Một số chỉ tiêu\nTT\tChỉ tiêu\tĐVT\tMục tiêu 2025\tKết quả 2023\tĐánh giá\n1\tĐô thị hóa\t%\t42\t38,4\tKhó đạt\n"
    "2\tChe phủ rừng\t%\t50\t51,2\tVượt\n3\tTrường chuẩn\t%\t70\t74,2\tVượt\n4\tBác sĩ\tngười\t120\t110\tĐúng tiến độ\n5\tLao động\t%\t75\t71\tĐúng tiến độ\n\n"
)
CROPS = (
    "Biểu 1\nTT\tChỉ tiêu\tĐơn vị tính\tKế hoạch năm 2023\tThực hiện năm 2023\n1\tDiện tích lúa mùa\tha\t1.850\t{}\n"
    "2\tTrồng rừng tập trung\tha\t420\t431\n3\tSố hợp tác xã thành lập mới\thợp tác xã\t12\t12\n4\tTỷ lệ hộ nghèo\t%\t4,5\t4,4\n\n"
)

# rule, words with a gap, what fits, what does not
PHRASINGS = [
    # numbered items that open with their goal and end in a verdict
    ("attainment", HALF + "I. CHỈ TIÊU VÀ MỨC ĐỘ THỰC HIỆN\n9. Bao phủ bảo hiểm y tế 95% dân số; cuối năm 2022 đạt {}. Đạt.\n", "95,7%", "93,7%"),
    ("attainment", HALF + "I. CHỈ TIÊU VÀ MỨC ĐỘ THỰC HIỆN\n11. Lao động qua đào tạo: 70%; giữa năm 2023 đạt {}. Vượt.\n", "71,4%", "66,4%"),
    ("attainment", HALF + "I. CHỈ TIÊU VÀ MỨC ĐỘ THỰC HIỆN\n12. Giải quyết việc làm 2.600 lao động/năm: bình quân hai năm 2021 - 2022 là {} lao động/năm. Vượt.\n", "2.642", "2.542"),
    ("attainment", HALF + "I. CHỈ TIÊU VÀ MỨC ĐỘ THỰC HIỆN\n10. Hộ nghèo giảm bình quân 0,5 - 0,7%/năm; cuối năm 2021 là 3,86%, cuối năm 2022 còn 3,25%, giảm {}. Đạt.\n", "0,61%", None),
    ("attainment", HALF + "I. CHỈ TIÊU VÀ MỨC ĐỘ THỰC HIỆN\n8. Tỷ lệ trường đạt chuẩn 75%: hiện nay đạt {}. Có khả năng đạt.\n", "71,1%", None),
    ("tally", HALF + "Đại hội đề ra 06 chỉ tiêu. Kết quả cụ thể:\n(1) Thu nhập bình quân đầu người đến năm 2025 đạt 60 triệu đồng; năm 2023 đạt 61 triệu đồng. Vượt.\n(2) Tỷ lệ hộ nghèo đến năm 2025 còn dưới 3%; năm 2023 còn 2,5%. Đạt.\n(3) Số xã đạt chuẩn nông thôn mới đến năm 2025 là 12 xã; năm 2023 có 9 xã. Chưa đạt.\n(4) Tỷ lệ che phủ rừng đến năm 2025 đạt 45%; năm 2023 đạt 46%. Vượt.\n(5) Tỷ lệ lao động qua đào tạo đến năm 2025 đạt 70%; năm 2023 đạt 62%. Chưa đạt.\n(6) Tỷ lệ người dân tham gia bảo hiểm y tế đến năm 2025 đạt 95%; năm 2023 đạt 96%. Vượt.\nNhư vậy có 04 chỉ tiêu đạt và vượt; {} chỉ tiêu chưa đạt.", "02", "01"),
    ("tally", HALF + "Đại hội đề ra 06 chỉ tiêu. Kết quả cụ thể:\n(1) Thu nhập bình quân đầu người đến năm 2025 đạt 60 triệu đồng; năm 2023 đạt 61 triệu đồng. Vượt.\n(2) Tỷ lệ hộ nghèo đến năm 2025 còn dưới 3%; năm 2023 còn 2,5%. Đạt.\n(3) Số xã đạt chuẩn nông thôn mới đến năm 2025 là 12 xã; năm 2023 có 9 xã. Chưa đạt.\n(4) Tỷ lệ che phủ rừng đến năm 2025 đạt 45%; năm 2023 đạt 46%. Vượt.\n(5) Tỷ lệ lao động qua đào tạo đến năm 2025 đạt 70%; năm 2023 đạt 62%. Chưa đạt.\n(6) Tỷ lệ người dân tham gia bảo hiểm y tế đến năm 2025 đạt 95%; năm 2023 đạt 96%. Vượt.\nNhư vậy có {} chỉ tiêu đạt và vượt; 02 chỉ tiêu chưa đạt.", "04", "05"),
    # items under headings, parts and grades told again
    ("tally", HALF + "Nghị quyết HĐND huyện đề ra 06 chỉ tiêu. Đến nay, có {} chỉ tiêu vượt, 02 chỉ tiêu đạt và 01 chỉ tiêu không đạt, cụ thể:\n1. Các chỉ tiêu về kinh tế (03 chỉ tiêu)\n(1) Thu ngân sách: Ước đạt 158 tỷ đồng/Nghị quyết 132 tỷ đồng. Vượt.\n(2) Trồng rừng: Thực hiện 120 ha/Nghị quyết 120 ha. Đạt.\n(3) Số xã nông thôn mới: Lũy kế 08 xã/Nghị quyết 08 xã. Đạt.\n2. Các chỉ tiêu về xã hội (03 chỉ tiêu)\n(4) Giải quyết việc làm: 1.250 lao động/Nghị quyết 1.200 lao động. Vượt.\n(5) Bảo hiểm y tế: 91,2%/Nghị quyết 92%. Không đạt.\n(6) Hộ nghèo: giảm 3,2%/Nghị quyết giảm 3%. Vượt.\n", "03", "04"),
    ("tally", HALF + "Đại hội đề ra 06 chỉ tiêu, trong đó: kinh tế 03 chỉ tiêu; văn hóa - xã hội {} chỉ tiêu. Kết quả:\n1. Kinh tế\n- Chỉ tiêu thu ngân sách: Nghị quyết 11.000 triệu đồng; kết quả 11.846 triệu đồng.\n- Chỉ tiêu thu nhập: Nghị quyết 65 triệu đồng; kết quả 57 triệu đồng.\n- Chỉ tiêu cứng hóa đường: Nghị quyết 100%; kết quả 89,3%.\n2. Văn hóa - xã hội\n- Chỉ tiêu hộ nghèo: Nghị quyết còn dưới 2%; kết quả 3,17%.\n- Chỉ tiêu gia đình văn hóa: Nghị quyết 90%; kết quả 91,7%.\n- Chỉ tiêu bảo hiểm y tế: Nghị quyết 95%; kết quả 96,4%.\n", "03", "04"),
    ("tally", HALF + "Trong 20 chỉ tiêu chủ yếu, có 17 chỉ tiêu đạt và vượt, còn 03 chỉ tiêu không đạt.\nII. ĐÁNH GIÁ CHUNG\nĐảng bộ huyện đã lãnh đạo thực hiện đạt và vượt {}/20 chỉ tiêu Nghị quyết.", "17", "18"),
    ("repeat", HALF + "Đến cuối năm 2022 có 11/11 xã nông thôn mới, 04/11 xã nông thôn mới nâng cao.\nII. HẠN CHẾ\nXây dựng nông thôn mới ở một số xã thiếu bền vững, đến cuối năm 2022 mới có {} xã nông thôn mới nâng cao.", "04", "05"),
    ("repeat", ENDED.replace("2024", "2022").replace("2025", "2023") + "Kế hoạch vốn đầu tư công năm 2022 là 186,5 tỷ đồng; đến ngày 30/11/2022 đã giải ngân 141,2 tỷ đồng, đạt 75,7% kế hoạch.\nII. ĐÁNH GIÁ CHUNG\n2. Hạn chế: Giải ngân vốn đầu tư công đến 30/11/2022 mới đạt {}. Tình trạng lấn chiếm đất rừng chưa được xử lý triệt để.", "75,7%", "77,5%"),
    # a paragraph for each goal, penalties, shares of another year
    ("target_gap", "BÁO CÁO\nsơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội Đảng bộ thị xã, nhiệm kỳ 2020 - 2025\nHưng Sa, ngày 28 tháng 8 năm 2023\nTốc độ tăng giá trị sản xuất: Nghị quyết đề ra tăng bình quân 12%/năm. Năm 2021 do dịch bệnh chỉ tăng 4,86%; năm 2022 tăng 13,42%; ước năm 2023 tăng 12,15%; bình quân 03 năm tăng 10,08%/năm, thấp hơn {} điểm % so với chỉ tiêu. Đánh giá: khó đạt.", "1,92", "1,29"),
    ("attainment", "BÁO CÁO\nsơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội Đảng bộ thị xã, nhiệm kỳ 2020 - 2025\nHưng Sa, ngày 28 tháng 8 năm 2023\nTỷ lệ hộ dân sử dụng nước sạch: Nghị quyết đề ra 97%. Năm 2021 đạt 95,1%, năm 2022 đạt 96,7%, ước năm 2023 đạt {}. Dự kiến đến cuối nhiệm kỳ đạt 99%. Đánh giá: đã vượt chỉ tiêu.", "97,8%", "96,8%"),
    ("tally", "BÁO CÁO\nsơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội Đảng bộ thị xã, nhiệm kỳ 2020 - 2025\nHưng Sa, ngày 28 tháng 8 năm 2023\nNghị quyết đề ra 14 chỉ tiêu chủ yếu.\nTổng hợp chung: đến giữa nhiệm kỳ có 06 chỉ tiêu đã đạt và vượt (trường chuẩn, việc làm, hộ nghèo, nước sạch, giao quân, xếp loại tổ chức đảng).\nII. ĐÁNH GIÁ CHUNG\n1. Ưu điểm: {}/14 chỉ tiêu đã đạt và vượt ngay giữa nhiệm kỳ.", "06", "07"),
    ("parts_sum", HALF + "Cấp ủy thi hành kỷ luật {} đảng viên, trong đó khiển trách 31 đồng chí, cảnh cáo 12 đồng chí, cách chức 02 đồng chí, khai trừ 04 đồng chí.", "49", "47"),
    ("ratio", HALF + "Trường đạt chuẩn: năm 2021 đạt 65,9%, năm 2022 đạt 70,7%, năm 2023 có 31/41 trường, chiếm {}.", "75,6%", "76,5%"),
    ("ratio", ENDED + "Tổng số sinh 84 cháu, tăng 09 cháu so với cùng kỳ (75 cháu); sinh con thứ ba là 09 cháu, chiếm {}.", "10,7%", "12%"),
    # shares under a head row, things told one by one
    ("shares_sum", HALF + "STT\tChỉ tiêu\tĐơn vị tính\tMục tiêu đến năm 2025\tThực hiện năm 2021\tThực hiện năm 2022\n1\tThu nhập bình quân đầu người\ttriệu đồng\t86\t58,6\t65,2\n2\tCơ cấu kinh tế\n\t- Công nghiệp - xây dựng\t%\t33\t29,4\t{}\n\t- Dịch vụ\t%\t43\t42,3\t43,8\n\t- Nông, lâm, thủy sản\t%\t24\t28,3\t26,6\n3\tTỷ lệ đô thị hóa\t%\t40\t34,1\t35,8\n", "29,6", "30,6"),
    ("tally", HALF + "Từ thực tiễn lãnh đạo, rút ra {} bài học kinh nghiệm: Một là, giữ vững đoàn kết thống nhất trong Đảng, nhất là trong Ban Thường vụ. Hai là, bám sát cơ sở, lựa chọn đúng nhiệm vụ trọng tâm. Ba là, phát huy dân chủ, dựa vào dân. Bốn là, coi trọng công tác cán bộ, kiểm tra, giám sát.", "04", "05"),
    ("tally", HALF + "Đại hội xác định {} khâu đột phá:\nMột là, phát triển hạ tầng giao thông.\nHai là, nâng cao chất lượng nguồn nhân lực.\nBa là, đẩy mạnh chuyển đổi số.\nIII. TỔ CHỨC THỰC HIỆN", "03", "04"),
    # counts against tables
    ("tally", HALF + "Nghị quyết đề ra 12 chỉ tiêu. Đến nay 04 chỉ tiêu vượt, 05 chỉ tiêu đúng tiến độ và 03 chỉ tiêu khó đạt.\n" + JUDGED + "Riêng Bảng 1 có {} chỉ tiêu vượt, 02 chỉ tiêu đúng tiến độ, 01 chỉ tiêu khó đạt.", "02", "03"),
    ("tally", HALF + "Nghị quyết đề ra 12 chỉ tiêu. Đến nay {} chỉ tiêu vượt, 05 chỉ tiêu đúng tiến độ.\n" + JUDGED, "04", "01"),
    ("tally", HALF + "Trong 05 chỉ tiêu, có 02 chỉ tiêu vượt, 02 chỉ tiêu đúng tiến độ, {} chỉ tiêu khó đạt.\n" + JUDGED, "01", "02"),
    ("tally", HALF + "Toàn xã có 18 chỉ tiêu.\n" + JUDGED + "Theo Bảng 1, có {} chỉ tiêu vượt mục tiêu.", "02", "03"),
    ("tally", HALF + "Nghị quyết đề ra 12 chỉ tiêu.\n" + JUDGED + "Số liệu của bảng trên cho {} chỉ tiêu vượt.", "02", "03"),
    ("tally", HALF + "Đến nay có {} chỉ tiêu khó đạt.\nPhụ lục kèm theo ghi 02 chỉ tiêu khó đạt.\nĐánh giá: còn 03 chỉ tiêu khó đạt.", "03", "04"),
    # counts against lists elsewhere
    ("tally", NINE + "Có 11 chỉ tiêu đạt và vượt, {} chỉ tiêu khó hoàn thành.\nHạn chế: Các chỉ tiêu dự kiến không đạt: xuất khẩu; thu hút đầu tư; tỷ lệ nước sạch.", "03", "04"),
    ("tally", NINE + "Dự báo có {} chỉ tiêu không đạt.\nTồn tại: những chỉ tiêu chưa đạt gồm sản lượng lúa, đàn bò, tỷ lệ tiêm chủng.", "3", "5"),
    ("tally", NINE + "Kết quả có {} chỉ tiêu chưa đạt kế hoạch.\nHạn chế\nCác chỉ tiêu chưa đạt gồm:\n- Thu ngân sách.\n- Tỷ lệ đô thị hóa.\n- Số bác sĩ trên vạn dân.\nNguyên nhân chủ quan.", "03", "04"),
    ("tally", NINE + "Còn {} chỉ tiêu đạt thấp.\nCác chỉ tiêu đạt thấp gồm: rau, đậu, lạc; tiêm chủng trẻ em; giải ngân vốn; đào tạo nghề.", "04", "05"),
    ("tally", YEAR + "Còn 03 chỉ tiêu không đạt.\nTuy nhiên, {} chỉ tiêu không đạt là: đô thị hóa (38,4%); nước sạch (mới 91%, mục tiêu 95%); bác sĩ.", "ba", "bốn"),
    ("tally", YEAR + "Có {} chỉ tiêu vượt kế hoạch, 03 chỉ tiêu đạt.\nCác chỉ tiêu vượt gồm: thu ngân sách; giải quyết việc làm; trồng rừng; bảo hiểm y tế.", "04", "06"),
    ("tally", YEAR + "Còn 04 chỉ tiêu không đạt.\nTrong năm chỉ tiêu không đạt là: {}, đàn bò, nước sạch, bác sĩ.", "thu ngân sách", None),
    ("tally", YEAR + "Có 4 chỉ tiêu chưa đạt.\nCác chỉ tiêu chưa đạt như: {}; nước sạch; bác sĩ.", "đàn bò", None),
    # counts against counts elsewhere
    ("tally", YEAR + "Trong 20 chỉ tiêu, dự kiến có 12 chỉ tiêu vượt, 05 chỉ tiêu đạt, 03 chỉ tiêu không đạt.\nĐánh giá: toàn Đảng bộ đã đạt và vượt {}/20 chỉ tiêu.", "17", "18"),
    ("tally", YEAR + "Trong 20 chỉ tiêu, dự kiến có 12 chỉ tiêu vượt, 05 chỉ tiêu đạt, 03 chỉ tiêu không đạt.\nĐánh giá: có {} chỉ tiêu đạt và vượt nghị quyết.", "17", "16"),
    ("tally", YEAR + "Trong 22 chỉ tiêu HĐND giao, có 19 chỉ tiêu đạt và vượt.\nHạn chế: vẫn còn {} chỉ tiêu chưa đạt.", "03", "05"),
    ("tally", NINE + "Cuối năm dự báo {} chỉ tiêu khó đạt.\nHạn chế: còn 04 chỉ tiêu khó đạt kế hoạch năm.", "04", "05"),
    ("tally", NINE + "Trong lĩnh vực kinh tế có {} chỉ tiêu khó đạt.\nHạn chế: còn 04 chỉ tiêu khó đạt kế hoạch năm.", "02", None),
    ("tally", HALF + "Đến nay có 06 chỉ tiêu vượt, 05 chỉ tiêu đạt.\nĐã có {}/20 chỉ tiêu đạt, vượt hoặc đúng tiến độ.", "14", None),
    ("tally", YEAR + "Năm 2022 có {} chỉ tiêu không đạt.\nNăm 2023 có 02 chỉ tiêu không đạt.", "04", None),
    ("parts_sum", YEAR + "Xã đạt 16/19 tiêu chí nông thôn mới nâng cao, còn {} tiêu chí.", "03", "04"),
    # judgements in words
    ("attainment", YEAR + CROPS + "Đánh giá: diện tích lúa mùa đạt kế hoạch đề ra, trồng rừng đã hoàn thành kế hoạch năm.", "1.860", "1.790"),
    ("attainment", YEAR + CROPS + "Riêng diện tích lúa mùa đã gặt xong trước bão và đạt kế hoạch năm.", "1.850", "1.805"),
    ("attainment", YEAR + "Mục tiêu năm 2023 tỷ lệ hộ nghèo 3,0%.\nNăm 2023 tỷ lệ hộ nghèo {}.\nĐánh giá: Riêng tỷ lệ hộ nghèo đạt kế hoạch.", "2,9%", "3,6%"),
    ("attainment", YEAR + CROPS + "Phấn đấu diện tích lúa mùa đạt kế hoạch đề ra.", "1.790", None),
    ("attainment", HALF + "Tỷ lệ đô thị hóa năm 2023 đạt {} (chỉ tiêu đến năm 2025 là 42%). Độ che phủ rừng đạt 51,2% (Nghị quyết 50%).\nHai chỉ tiêu đã vượt là: tỷ lệ đô thị hóa; độ che phủ rừng.", "42,4%", "38,4%"),
    ("attainment", HALF + "Độ che phủ rừng đạt {} (Nghị quyết 50%).\nBa chỉ tiêu khó đạt là: độ che phủ rừng; tỷ lệ giảm nghèo; số giường bệnh.", "48,2%", "51,2%"),
    ("attainment", HALF + "Hộ nghèo còn 22,46%, mỗi năm giảm bình quân {}, vượt mức Nghị quyết yêu cầu là 3,5%/năm.", "3,99%", "2,99%"),
    ("attainment", HALF + "Tỷ lệ hộ nghèo còn 3,2%, giảm {}, đạt chỉ tiêu (1%).", "1,1%", None),
    # results that the assessment tells again
    ("repeat", NINE + "Từ đầu năm 2021 đến nay nâng cấp {} tuyến hẻm, dài 23,6 km." + ASSESSED + "Kể từ đầu năm 2021, quận cùng nhân dân cải tạo được 136 tuyến hẻm.", "136", "128"),
    ("repeat", NINE + "Toàn huyện đã xóa {} căn nhà tạm, giải ngân 12,4 tỷ đồng." + ASSESSED + "Đã xóa được 241 nhà tạm, nhà dột nát cho người nghèo.", "241", "233"),
    ("repeat", NINE + "Trong 9 tháng kết nạp {} đảng viên mới." + ASSESSED + "Công tác xây dựng Đảng được tăng cường, phát triển được 168 đảng viên.", "168", "186"),
    ("repeat", NINE + "Ước 9 tháng đón {} triệu lượt khách du lịch." + ASSESSED + "Du lịch phục hồi, thu hút 1,268 triệu lượt du khách.", "1,268", "1,342"),
    ("repeat", NINE + "Đã bê tông hóa {} km đường giao thông nông thôn." + ASSESSED + "Hạ tầng khởi sắc, cứng hóa được 46,2 km đường giao thông nông thôn.", "46,2", "48,2"),
    ("repeat", NINE + "Ước 9 tháng đón 2,384 triệu lượt khách, trong đó khách quốc tế {} lượt." + ASSESSED + "Dịch vụ sôi động, lượng khách quốc tế lên tới 88.200 lượt.", "88.200", "84.600"),
    ("repeat", NINE + "Lũy kế từ đầu năm, số doanh nghiệp thành lập mới là {} doanh nghiệp." + ASSESSED + "Kể từ đầu năm có thêm 368 doanh nghiệp mới gia nhập thị trường.", "368", "412"),
    ("repeat", NINE + "Ngân hàng CSXH: tổng dư nợ đến 15/6/2024 là {} tỷ đồng." + ASSESSED + "Trong 6 tháng đầu năm, dư nợ Ngân hàng CSXH 28,46 tỷ đồng.", "28,46", "28,64"),
    ("repeat", NINE + "Trong 9 tháng giải quyết việc làm cho {} lao động." + ASSESSED + "An sinh được bảo đảm, tạo việc làm cho 18.630 lao động.", "18.630", "17.450"),
    ("repeat", NINE + "Thành lập mới {} hợp tác xã nông nghiệp." + ASSESSED + "Có 10 hợp tác xã hoạt động kém hiệu quả.", "12", None),
    ("repeat", NINE + "Có 33 trường mầm non, {} trường tiểu học đạt chuẩn." + ASSESSED + "Có 36 trường trung học cơ sở đạt chuẩn.", "35", None),
    ("repeat", NINE + "Làm mới {} km đường huyện." + ASSESSED + "Đã cứng hóa được 46,2 km đường giao thông nông thôn.", "42,1", None),
    ("repeat", HALF + "Diện tích cây xanh đô thị: mục tiêu đến năm 2025 là {} m2/người.\nĐề nghị điều chỉnh 03 chỉ tiêu:\n- Diện tích cây xanh đô thị đến năm 2025: 5,0 m2/người (Nghị quyết là 6,5 m2/người).", "6,5", None),
    # results over plans are no parts
    ("impossible", YEAR + "Toàn huyện có {}/19 xã đạt chuẩn nông thôn mới.", "17", "21"),
    ("impossible", YEAR + "Trạm y tế: {}/15 trạm có bác sĩ làm việc.", "14", "16"),
    ("impossible", YEAR + "Tiêm mũi 1 được 8.946/9.214 người; học sinh 12 - 17 tuổi {}/1.024 em.", "1.002", "1.042"),
    ("impossible", YEAR + "Kết nạp {}/120 đảng viên. Trồng rừng 640/600 ha. Thu ngân sách 12,5/11,8 tỷ đồng. Giao quân 14/13 thanh niên, đạt 107,7%.", "132", None),
    ("impossible", YEAR + "Tai nạn giao thông giảm 04 vụ ({} vụ), tăng 2 người chết (8/6 người). Làm mới 6,2/6,0 km đường.", "12/16", None),
    ("impossible", YEAR + "Nhiều chỉ tiêu đạt cao như thu ngân sách 45.799/36.875 tỷ đồng; phát triển đảng viên mới {} đảng viên.", "8.793/6.500", None),
    # the same in other offices' words
    ("tally", ENDED + "Trong 20 chỉ tiêu HĐND huyện giao, ước thực hiện năm 2024 có 13 chỉ tiêu vượt kế hoạch, 05 chỉ tiêu đạt kế hoạch, {} chỉ tiêu không đạt kế hoạch (số lao động được đào tạo nghề; tỷ lệ hộ sử dụng nước sạch).", "02", "03"),
    ("tally", ENDED + "Ước cả năm có 16/18 chỉ tiêu hoàn thành và hoàn thành vượt mức kế hoạch." + ASSESSED + "1. Hạn chế\nCòn {} chỉ tiêu chưa hoàn thành.", "02", "03"),
    ("parts_sum", ENDED + "Kết quả thực hiện 15 chỉ tiêu chủ yếu: vượt 6 chỉ tiêu, đạt 7 chỉ tiêu, không đạt {} chỉ tiêu.", "2", "3"),
    ("tally", ENDED + "Có {} chỉ tiêu dự kiến không hoàn thành." + ASSESSED + "Bên cạnh đó, một số chỉ tiêu đạt thấp. Các chỉ tiêu dự kiến không hoàn thành: thu hút đầu tư, xuất khẩu, đô thị hóa và nước sạch.", "04", "06"),
    ("tally", ENDED + "Huyện có {} chỉ tiêu không đạt Nghị quyết." + ASSESSED + "- Chỉ tiêu không đạt Nghị quyết gồm: (1) Tốc độ tăng trưởng; (2) Thu ngân sách; (3) Giảm nghèo.", "3", "4"),
    ("tally", ENDED + "Có {} chỉ tiêu chưa đạt." + ASSESSED + "Ba chỉ tiêu chưa đạt là tỷ lệ che phủ rừng, số xã nông thôn mới, tỷ lệ lao động qua đào tạo.", "03", "04"),
    ("tally", ENDED + "Nghị quyết đề ra 22 chỉ tiêu, đã hoàn thành 19 chỉ tiêu, {} chỉ tiêu chưa hoàn thành.", "3", "4"),
    ("tally", ENDED + "Có 12 chỉ tiêu vượt và 5 chỉ tiêu đạt kế hoạch." + ASSESSED + "Với {}/20 chỉ tiêu đạt và vượt kế hoạch, kinh tế phát triển toàn diện.", "17", "18"),
    ("tally", ENDED + "Có {} chỉ tiêu chưa đạt kế hoạch." + ASSESSED + "Các chỉ tiêu chưa đạt kế hoạch:\n+ Thu ngân sách trên địa bàn\n+ Số doanh nghiệp thành lập mới\n+ Tỷ lệ giải ngân\n2. Nguyên nhân", "03", "02"),
    ("tally", ENDED + "Trong 17 chỉ tiêu, có 10 chỉ tiêu vượt, 04 chỉ tiêu đạt, 03 chỉ tiêu không đạt." + ASSESSED + "Mặc dù có {} chỉ tiêu không đạt song kinh tế vẫn tăng trưởng.", "03", "02"),
    ("tally", ENDED + "Đến nay xã đạt 17/19 tiêu chí nông thôn mới." + ASSESSED + "Còn {} tiêu chí nông thôn mới chưa đạt là tiêu chí môi trường, tiêu chí thu nhập.", "02", "03"),
    ("attainment", ENDED + "TT\tChỉ tiêu\tĐVT\tKH 2024\tƯớc TH 2024\n1\tTổng đàn lợn\tcon\t45.000\t{}\n2\tKết nạp đảng viên\tđảng viên\t120\t128\n" + ASSESSED + "Chăn nuôi ổn định, tổng đàn lợn đạt kế hoạch. Kết nạp đảng viên vượt chỉ tiêu.", "45.600", "43.600"),
    ("attainment", ENDED + "Kế hoạch năm 2024 thu ngân sách 520 tỷ đồng. Thu ngân sách năm 2024 ước đạt {} tỷ đồng." + ASSESSED + "Thu ngân sách vượt dự toán.", "548", "508"),
    ("attainment", ENDED + "Tỷ lệ bao phủ BHYT đạt {} (kế hoạch 94%).", "94,6%", None),
    ("attainment", ENDED + "Tỷ lệ bao phủ bảo hiểm y tế {}, mục tiêu 94%." + ASSESSED + "Tỷ lệ bao phủ bảo hiểm y tế vượt mục tiêu đề ra.", "94,6%", "93,6%"),
    ("attainment", ENDED + "Trồng rừng mới {} ha, hoàn thành kế hoạch (1.000 ha).", "1.020", "980"),
    ("attainment", ENDED + "Tỷ lệ thất nghiệp {}, đạt mục tiêu dưới 3%.", "2,6%", "3,6%"),
    ("attainment", ENDED + "Giảm tỷ lệ hộ nghèo {} (kế hoạch 1,5%), vượt kế hoạch.", "1,8%", "1,2%"),
    ("attainment", ENDED + "GRDP tăng {}, vượt kế hoạch đề ra (8%).", "8,4%", "7,4%"),
    ("attainment", ENDED + "Tốc độ tăng trưởng GRDP ước đạt {}, cao hơn mục tiêu 7,5%.", "8,1%", None),
    ("attainment", ENDED + "TT\tChỉ tiêu\tĐVT\tNghị quyết 2020-2025\tKết quả 2024\n1\tTỷ lệ đô thị hóa\t%\t35\t{}\n2\tSố giường bệnh/vạn dân\tgiường\t28\t29\n" + ASSESSED + "Tỷ lệ đô thị hóa đã đạt mục tiêu Nghị quyết.", "35,5", "33,5"),
    ("repeat", ENDED + "Năm 2024, toàn huyện có {} hộ nghèo, chiếm 3,8%." + ASSESSED + "Hạn chế: số hộ nghèo còn 1.427 hộ, tập trung ở vùng cao.", "1.427", "1.472"),
    ("repeat", ENDED + "Năm 2024 tổng vốn đầu tư toàn xã hội đạt {} tỷ đồng." + ASSESSED + "Nguồn lực được huy động tốt, vốn đầu tư toàn xã hội năm 2024 đạt 6.845 tỷ đồng.", "6.845", "6.485"),
    ("repeat", ENDED + "Cấp {} giấy chứng nhận quyền sử dụng đất." + ASSESSED + "Đã cấp được 3.268 giấy chứng nhận quyền sử dụng đất cho người dân.", "3.268", "3.628"),
    ("repeat", ENDED + "Lực lượng công an phát hiện, bắt giữ {} vụ ma túy." + ASSESSED + "Trật tự an toàn xã hội bảo đảm, bắt giữ 67 vụ ma túy.", "67", "76"),
    ("repeat", ENDED + "Năm 2024 thành lập mới {} hợp tác xã." + ASSESSED + "Kinh tế tập thể phát triển, thành lập mới được 14 hợp tác xã.", "14", "16"),
    ("repeat", ENDED + "Xây mới và sửa chữa {} nhà cho hộ nghèo, tổng kinh phí 8,6 tỷ đồng." + ASSESSED + "Đã hoàn thành xây dựng, sửa chữa 172 nhà cho hộ nghèo.", "172", "186"),
    ("repeat", ENDED + "Huy động nhân dân đóng góp {} tỷ đồng làm đường." + ASSESSED + "Phong trào hiến đất làm đường lan tỏa, nhân dân đóng góp 24,5 tỷ đồng.", "24,5", "25,4"),
    ("repeat", ENDED + "Tỷ lệ giải ngân vốn đầu tư công đạt {}." + ASSESSED + "Hạn chế: giải ngân vốn đầu tư công mới đạt 87,3%.", "87,3%", "83,7%"),
    ("repeat", ENDED + "Tỷ lệ hộ nghèo giảm còn {}." + ASSESSED + "An sinh xã hội được bảo đảm, hộ nghèo chỉ còn 2,85%.", "2,85%", "2,58%"),
    ("repeat", ENDED + "TT\tChỉ tiêu\tĐVT\tKH 2024\tTH 2024\n1\tThu nhập bình quân đầu người\ttriệu đồng\t62\t{}\n" + ASSESSED + "Thu nhập bình quân đầu người năm 2024 đạt 63,8 triệu đồng/người/năm.", "63,8", "68,3"),
    ("repeat", ENDED + "TT\tChỉ tiêu\tĐVT\tKH 2024\tTH 2024\n1\tSản lượng thủy sản\ttấn\t12.400\t{}\n" + ASSESSED + "Thủy sản được mùa, tổng sản lượng thủy sản năm 2024 đạt 12.845 tấn.", "12.845", "12.485"),
    ("impossible", ENDED + "Có {}/42 chi bộ được xếp loại hoàn thành tốt nhiệm vụ.", "38", "44"),
    ("impossible", ENDED + "Phổ cập bơi cho {}/650 học sinh; khám sức khỏe cho 1.240/1.200 người cao tuổi theo kế hoạch.", "620", None),
    ("impossible", ENDED + "Khám và quản lý sức khỏe cho {}/1.860 người cao tuổi, đạt 97,4%.", "1.812", "1.912"),
    ("impossible", ENDED + "Toàn xã có {}/1.245 hộ đạt danh hiệu gia đình văn hóa.", "1.204", "1.402"),
    ("impossible", ENDED + "Hòa giải {}/28 vụ việc. Giải quyết việc làm 312/300 lao động, đào tạo 45/40 người.", "26", "31"),
    ("repeat", ENDED + "Trong năm 2024 xảy ra {} vụ cháy, thiệt hại 2,1 tỷ đồng." + ASSESSED + "Tình hình cháy nổ còn phức tạp, năm 2024 xảy ra 38 vụ cháy.", "38", "32"),
    ("repeat", ENDED + "Năm 2024 có {} xã đạt chuẩn nông thôn mới nâng cao." + ASSESSED + "Xây dựng nông thôn mới đạt kết quả nổi bật, năm 2024 có 12 xã đạt chuẩn nông thôn mới nâng cao.", "12", "14"),
    ("repeat", ENDED + "Năm 2024 thu hút {} dự án FDI với vốn 420 triệu USD." + ASSESSED + "Năm 2024, thu hút đầu tư nước ngoài đạt 27 dự án.", "27", "24"),
    ("repeat", ENDED + "Tổng thu ngân sách năm 2024 ước {} tỷ đồng, bằng 104% dự toán." + ASSESSED + "Thu ngân sách năm 2024 lần đầu vượt mốc, đạt 2.486 tỷ đồng.", "2.486", "2.468"),
    ("repeat", ENDED + "Trong năm đã huy động {} tỷ đồng xây dựng nông thôn mới." + ASSESSED + "Nguồn lực huy động cho xây dựng nông thôn mới đạt 345,6 tỷ đồng.", "345,6", "354,6"),
    ("repeat", ENDED + "Tỷ lệ hồ sơ giải quyết đúng hạn năm 2024 đạt {}." + ASSESSED + "Cải cách hành chính chuyển biến, tỷ lệ giải quyết hồ sơ đúng hạn năm 2024 đạt 98,7%.", "98,7%", "97,8%"),
    ("repeat", ENDED + "Giá trị sản xuất công nghiệp năm 2024 đạt {} tỷ đồng." + ASSESSED + "Công nghiệp là động lực, giá trị sản xuất công nghiệp năm 2024 đạt 12.640 tỷ đồng.", "12.640", "12.460"),
    ("repeat", ENDED + "Năm 2024 đã tổ chức {} lớp tập huấn." + ASSESSED + "Năm 2024 mở được 64 lớp tập huấn cho nông dân.", "64", "46"),
    ("repeat", ENDED + "Đến cuối năm 2024, toàn tỉnh có {} sản phẩm OCOP." + ASSESSED + "Chương trình OCOP lan tỏa với 186 sản phẩm OCOP được công nhận đến cuối năm 2024.", "186", "168"),
    ("repeat", ENDED + "Năm 2024 trồng {} ha rừng tập trung." + ASSESSED + "Năm 2024 trồng mới được 1.245 ha rừng tập trung.", "1.245", "1.320"),
    ("repeat", ENDED + "Thu hoạch vụ Đông Xuân đạt năng suất {} tạ/ha." + ASSESSED + "Năng suất lúa Đông Xuân đạt 68,4 tạ/ha, cao nhất từ trước đến nay.", "68,4", "64,8"),
    ("repeat", ENDED + "Tỷ lệ trường đạt chuẩn quốc gia năm 2024 là {}." + ASSESSED + "Năm 2024, trường đạt chuẩn quốc gia chiếm 72,4%.", "72,4%", "74,2%"),
    ("attainment", ENDED + "TT\tChỉ tiêu\tĐVT\tKế hoạch 2024\tThực hiện 2024\n1\tSố lao động được tạo việc làm\tngười\t5.200\t{}\n2\tTỷ lệ hộ dân sử dụng nước sạch\t%\t86\t86,4\n" + ASSESSED + "1. Ưu điểm: nhiều chỉ tiêu vượt kế hoạch như thu ngân sách, số lao động được tạo việc làm.", "5.310", None),
    ("attainment", ENDED + "Tỷ lệ hộ dân sử dụng nước sạch đạt {}, kế hoạch 88%." + ASSESSED + "Các chỉ tiêu hoàn thành vượt mức kế hoạch gồm: tỷ lệ hộ dân sử dụng nước sạch; số trường chuẩn.", "88,5%", "86,5%"),
    ("attainment", ENDED + "Số trường đạt chuẩn quốc gia là {} trường (Nghị quyết 46 trường)." + ASSESSED + "02 chỉ tiêu không đạt (số trường đạt chuẩn quốc gia; tỷ lệ đô thị hóa).", "44", "47"),
    ("attainment", ENDED + "TT\tChỉ tiêu\tĐVT\tNghị quyết\tKết quả 2024\n1\tTỷ lệ che phủ rừng\t%\t56\t{}\n2\tGiảm hộ nghèo\thộ\t420\t431\n" + ASSESSED + "Chỉ tiêu về che phủ rừng không đạt. Tỷ lệ che phủ rừng chưa đạt mục tiêu.", "55,2", "56,8"),
    ("attainment", ENDED + "Năm 2024 thu ngân sách {} tỷ đồng, vượt dự toán tỉnh giao (520 tỷ đồng).", "531", "513"),
    ("attainment", ENDED + "Dự toán HĐND giao 520 tỷ đồng, thực hiện {} tỷ đồng, vượt dự toán.", "531", "513"),
    ("attainment", ENDED + "Xây dựng 12 km đường (kế hoạch {} km), hoàn thành kế hoạch.", "12", "14"),
    ("impossible", ENDED + "Hội đồng nhân dân có {}/35 đại biểu nữ, chiếm tỷ lệ 31,4%.", "11", "41"),
    ("impossible", ENDED + "Bảo hiểm y tế: {}/12.745 người tham gia, đạt 94,1%.", "11.993", "12.993"),
    ("impossible", ENDED + "Toàn huyện hiện có {}/156 thôn có nhà văn hóa.", "152", "165"),
    ("tally", ENDED + "Đại hội đề ra 24 chỉ tiêu; có 16 chỉ tiêu vượt, 5 chỉ tiêu đạt và {} chỉ tiêu không đạt.", "3", "2"),
    ("tally", ENDED + "Kết quả: 21/24 chỉ tiêu đạt và vượt (87,5%)." + ASSESSED + "Tồn tại: {} chỉ tiêu chưa đạt gồm đô thị hóa, nước sạch, xuất khẩu.", "3", "4"),
    ("tally", ENDED + "Kết quả: 21/24 chỉ tiêu đạt và vượt." + ASSESSED + "Nhìn lại nhiệm kỳ, huyện đạt và vượt {}/24 chỉ tiêu.", "21", "22"),
    ("tally", ENDED + "Có 21 chỉ tiêu đạt và vượt kế hoạch." + ASSESSED + "Kết quả nổi bật: {} chỉ tiêu đạt và vượt kế hoạch.", "21", "20"),
]  # fmt: skip


def findings_of(words):
    reading = muctieu.read(words.encode(), name="vi-du.txt")
    return [f for f in audit(reading, reading.claims).findings if f.severity != "info"]


@pytest.mark.parametrize(("rule", "words", "fits", "_"), PHRASINGS)
def test_what_fits_holds(rule, words, fits, _):
    assert [finding.message() for finding in findings_of(words.format(fits))] == []


@pytest.mark.parametrize(("rule", "words", "_", "slip"), [row for row in PHRASINGS if row[3] is not None])
def test_a_slip_does_not(rule, words, _, slip):
    assert rule in {finding.rule for finding in findings_of(words.format(slip))}
