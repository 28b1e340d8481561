"""Judgements, counts and repeats in other words, in other sections than what they are held against: what fits is silent, a slip is found by the rule that is named."""

import pytest

import muctieu
from muctieu.audit import audit

YEAR = "BÁO CÁO\nTình hình kinh tế - xã hội năm 2023\n\n"
NINE = "BÁO CÁO\nTình hình kinh tế - xã hội 9 tháng đầu năm 2024\n\nI. KẾT QUẢ\n"
HALF = "BÁO CÁO\nSơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội Đảng bộ huyện, nhiệm kỳ 2020 - 2025\n\n"
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
    # counts against tables
    ("tally", HALF + "Nghị quyết đề ra 12 chỉ tiêu. Đến nay 04 chỉ tiêu vượt, 05 chỉ tiêu đúng tiến độ và 03 chỉ tiêu khó đạt.\n" + JUDGED + "Riêng Bảng 1 có {} chỉ tiêu vượt, 02 chỉ tiêu đúng tiến độ, 01 chỉ tiêu khó đạt.", "02", "03"),
    ("tally", HALF + "Nghị quyết đề ra 12 chỉ tiêu. Đến nay {} chỉ tiêu vượt, 05 chỉ tiêu đúng tiến độ.\n" + JUDGED, "04", "01"),
    ("tally", HALF + "Trong 05 chỉ tiêu, có 02 chỉ tiêu vượt, 02 chỉ tiêu đúng tiến độ, {} chỉ tiêu khó đạt.\n" + JUDGED, "01", "02"),
    ("tally", HALF + "Toàn xã có 18 chỉ tiêu.\n" + JUDGED + "Theo Bảng 1, có {} chỉ tiêu vượt mục tiêu.", "02", "03"),
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
