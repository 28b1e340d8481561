"""Figures whose words no rule foresees: they are tried with those around them; what fits is silent, a slip is found by the rule that is named."""

import pytest

import muctieu
from muctieu.audit import audit

YEAR = "BÁO CÁO\nTình hình kinh tế - xã hội năm 2024\n\n"

# rule, words with a gap, what fits, what does not
PHRASINGS = [
    ("growth", "Tổng mức bán lẻ hàng hóa: 5.400 tỷ đồng/4.800 tỷ đồng cùng kỳ, tăng {}.", "12,5%", "15,2%"),
    ("growth", "Tai nạn giao thông: 568 vụ/641 vụ cùng kỳ (giảm {}).", "11,4%", "14,1%"),
    ("growth", "Ghi nhận 360 ca mắc sốt xuất huyết. Cùng kỳ năm trước ghi nhận 480 ca, giảm {}.", "25%", "35%"),
    ("growth", "So với 4.800 tỷ đồng của năm 2023, thu ngân sách năm 2024 tăng {}, đạt 5.400 tỷ đồng.", "12,5%", "15,2%"),
    ("growth", "Thu ngân sách từ 4.800 tỷ đồng năm 2023 tăng thêm {}, lên 5.412 tỷ đồng năm 2024.", "612 tỷ đồng", "621 tỷ đồng"),
    ("growth", "Thu phí, lệ phí được 5.400 triệu đồng; cùng kỳ thu 4.800 triệu đồng; so sánh tăng {}.", "12,5%", "15,2%"),
    ("growth", "Tỷ lệ hộ nghèo giảm từ 14,3% xuống 9,4%, mức giảm {}.", "4,9 điểm phần trăm", "9,4 điểm phần trăm"),
    ("growth", "Diện tích cây ăn quả năm 2024 tăng 1.000 ha, tương đương {}, đưa tổng diện tích lên 5.000 ha.", "25%", "52%"),
    ("growth", "Sản lượng thủy sản năm 2020 là 4.000 tấn, năm 2024 là 5.440 tấn; bình quân mỗi năm tăng {}.", "8,0%", "9,4%"),
    ("growth", "Bình quân mỗi tháng thu {} tỷ đồng, cả năm đạt 8.196 tỷ đồng.", "683", "638"),
    ("growth", "Năm 2024 thu được 9.840 tỷ đồng, bình quân mỗi quý thu {} tỷ đồng.", "2.460", "2.640"),
    ("ratio", "Cho 540 hộ vay 29.160 triệu đồng, bình quân mỗi hộ vay {} triệu đồng.", "54", "45"),
    ("ratio", "Mức hỗ trợ bình quân {} triệu đồng/nhà, tổng số 520 nhà, tổng kinh phí 28.600 triệu đồng.", "55", "65"),
    ("ratio", "Xã có diện tích 18,6 km2, dân số 14.880 người, mật độ {} người/km2.", "800", "880"),
    ("ratio", "Sản lượng lúa 12.160 tấn, diện tích 2.560 ha, năng suất {} tạ/ha.", "47,5", "74,5"),
    ("ratio", "Đã quyết toán 4.620 công trình; tổng số 5.963 công trình hoàn thành; tỷ lệ: {}.", "77,5%", "75,7%"),
    ("growth", "Thu hút 740 triệu USD, gồm 33 dự án. Cùng kỳ năm trước chỉ thu hút 580 triệu USD, như vậy đã tăng {}.", "27,6%", "72,6%"),
    ("growth", "Xảy ra 37 vụ tai nạn giao thông (cùng kỳ 45 vụ), làm chết 9 người, bị thương 28 người; so với cùng kỳ giảm {}.", "8 vụ", "13 vụ"),
    ("growth", "Giá trị sản xuất (giá so sánh 2010) năm 2020 mới đạt 300 tỷ đồng.\nGiá trị sản xuất (giá so sánh 2010) năm 2024 đạt 439,2 tỷ đồng, bình quân bốn năm 2021-2024 tăng {}.", "10%/năm", "12%/năm"),
    ("tally", "Xây dựng được {} tổ dân phố kiểu mẫu là các tổ số 2, 4, 7 và 11.", "04", "05"),
    ("ratio", "Lúa xuân 302 ha, năng suất 62,5 tạ/ha, sản lượng {} tấn; lúa mùa 280 ha, năng suất 55 tạ/ha, sản lượng 1.540 tấn.", "1.887,5", "1.878,5"),
    ("growth", "Xảy ra 117 vụ, làm chết 66 người, bị thương 87 người; so cùng kỳ giảm 4 người chết ({}), tăng 12 người bị thương (16%).", "5,7%", "7,5%"),
    ("growth", "Xuất khẩu gỗ đem về 6.150 triệu USD, cao hơn con số 4.920 triệu USD cùng kỳ tới {}.", "25,0%", "52,0%"),
    ("growth", "Bảng 1\nXã\tĐầu năm\tCuối năm\tBiến động\nAn Hòa\t300\t377\t{}\nBình Minh\t1.000\t1.100\t100\nCẩm Sơn\t800\t860\t60\nDân Tiến\t400\t420\t20\n", "77", "71"),
    ("parts_sum", "Lắp đặt 1.252 đèn ở xã An Hòa; 720 đèn ở xã Bình Minh; 1.644 đèn ở xã Cẩm Sơn. Tổng cộng {} đèn.", "3.616", "3.166"),
    ("ratio", "Tổng diện tích gieo trồng đạt 6.400 ha; cây lúa chiếm {} (768 ha).", "12%", "21%"),
    ("ratio", "Tỷ lệ giải ngân vốn đầu tư công đạt {}, tương ứng 4.018,9 tỷ đồng trong tổng số 5.482,9 tỷ đồng.", "73,3%", "77,3%"),
    ("ratio", "Tiếp nhận 6.653 hồ sơ; đã giải quyết 4.466 hồ sơ, đạt {}; đang giải quyết 2.187 hồ sơ.", "67,1%", "76,1%"),
    ("ratio", "Có 1.585 người tham gia BHXH, chiếm {} lực lượng lao động. Lực lượng lao động toàn tỉnh là 5.469 người.", "29,0%", "39,0%"),
    ("parts_sum", "Mầm non 436 trường, tiểu học 671 trường, trung học 529 trường; cộng chung {} trường.", "1.636", "1.366"),
    ("parts_sum", "Tổng đàn gia súc {} con; đàn trâu 739 con, đàn bò 679 con, đàn lợn 1.579 con.", "2.997", "2.979"),
    ("parts_sum", "Tổng vốn 2.594,6 tỷ đồng; nguồn ngân sách, tín dụng, dân góp lần lượt là 851,7 tỷ đồng, {} tỷ đồng và 1.324,0 tỷ đồng.", "418,9", "481,9"),
    ("shares_sum", "Xếp loại học lực: giỏi 19,1%, khá 35,9%, trung bình {}.", "45,0%", "54,0%"),
    ("shares_sum", "Cơ cấu nguồn vốn\n- Ngân sách: 21,0%\n- Tín dụng: 38,7%\n- Vốn khác: {}", "40,3%", "43,0%"),
]  # fmt: skip
SILENT = [
    # what the figure before it is of another time, another plan, another list
    "Đầu năm 2024, toàn huyện có 2.481 hộ nghèo. Số hộ nghèo còn 1.967 hộ, chiếm 5,1%.",
    "Giá trị sản xuất năm 2021 đạt 5.000 tỷ đồng (tăng 4,1%), năm 2022 đạt 5.500 tỷ đồng (tăng 10%).",
    "Trong tháng ghi nhận 132 ca mắc sốt xuất huyết; cộng dồn từ đầu năm 1.284 ca, giảm 46,2% so với cùng kỳ.",
    "Trong tháng có 38 doanh nghiệp thành lập mới, ít hơn tháng trước 07 doanh nghiệp (tháng 8: 45 doanh nghiệp). Lũy kế, số doanh nghiệp thành lập mới là 386 doanh nghiệp, bằng 104,3% so với cùng kỳ.",
    "Xã đạt 15/19 tiêu chí, tăng 02 tiêu chí so với cuối năm 2023.",
    "Đến nay 09/11 khu công nghiệp đã đi vào hoạt động, tỷ lệ lấp đầy bình quân 81,6%.",
    "Mặt hàng chủ lực là dăm gỗ (218 triệu USD) và thủy sản (176 triệu USD), hai nhóm này chiếm 61,5% kim ngạch.",
    "Gồm: khu vực nhà nước 46.850 tỷ đồng (chiếm 25%), khu vực ngoài nhà nước 112.300 tỷ đồng, khu vực có vốn đầu tư nước ngoài 28.250 tỷ đồng.",
    "Xóa nhà tạm: 16 nhà (12 nhà làm mới mức 60 triệu đồng/nhà, 4 nhà sửa chữa mức 30 triệu đồng/nhà), tổng 840 triệu đồng.",
    "Kiên cố hóa 46,2 km kênh mương, nâng tổng chiều dài kênh được kiên cố lên 131,5 km, chiếm 78,3% tổng số 168 km.",
    "Cơ cấu ngành: nông nghiệp chiếm 37,5%; công nghiệp 21,5%; dịch vụ 36,2%; phần còn lại là thuế sản phẩm (4,8%).",
    "Năm 2022 kết nạp 1.486 đảng viên, năm 2023 kết nạp 1.612 đảng viên, 9 tháng năm 2024 thêm 1.204 đảng viên.",
    "Khiển trách 168, cảnh cáo 47, khai trừ 12 đảng viên; trong số đó có 38 cấp ủy viên (chiếm 16,5%).",
    "Khu vực nông nghiệp tăng 4,2%, đóng góp 0,49 điểm phần trăm vào mức tăng chung; khu vực công nghiệp tăng 6,7%, đóng góp 3,93 điểm phần trăm.",
    "Số người tham gia BHXH là 6.343 người, BHYT là 4.006 người, tỷ lệ bao phủ 58,3% dân số.",
    "Ba năm qua kết nạp 2.990 đảng viên (năm 2022: 1.538, năm 2023: 1.073, năm 2024: 379).",
]  # fmt: skip


def findings_of(words):
    document = muctieu.read((YEAR + words + "\n").encode(), name="vi-du.txt")
    return audit(document, document.claims)


@pytest.mark.parametrize(("rule", "words", "fits", "_"), PHRASINGS)
def test_what_fits_is_silent(rule, words, fits, _):
    found = findings_of(words.format(fits))
    assert [finding.message() for finding in found.findings] == []
    assert rule in {held.rule for held in found.held}


@pytest.mark.parametrize(("rule", "words", "_", "slip"), PHRASINGS)
def test_a_slip_is_found(rule, words, _, slip):
    assert rule in {finding.rule for finding in findings_of(words.format(slip)).findings}


@pytest.mark.parametrize("words", SILENT)
def test_what_is_not_of_one_another_is_silent(words):
    assert [finding.message() for finding in findings_of(words).findings] == []
