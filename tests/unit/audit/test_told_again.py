"""Results that another part of a report tells in words of its own: the same value is silent, another one is found as a repeat, and figures of other things or times are left alone."""

import pytest

import muctieu
from muctieu.audit import audit

YEAR = "BÁO CÁO\nTình hình kinh tế - xã hội năm 2023, nhiệm vụ năm 2024\n\nI. KẾT QUẢ NĂM 2023\n"
TERM = (
    "BÁO CÁO CHÍNH TRỊ\ntrình Đại hội đại biểu Đảng bộ huyện, nhiệm kỳ 2025 - 2030\n\nI. KẾT QUẢ NHIỆM KỲ 2020 - 2025\n"
)
ASSESSED = "\nII. ĐÁNH GIÁ CHUNG\n"
TASKS = "\nII. NHIỆM VỤ NĂM 2024\n"

# words with a gap, what fits, what does not
TOLD = [
    (YEAR + "Cuối năm, toàn xã còn 268 hộ nghèo, chiếm 4,2%." + TASKS + "Phân công đoàn thể giúp đỡ {} gia đình nghèo hiện có.", "268", "286"),
    (YEAR + "Trạm y tế khám bệnh 6.240 lượt. Trong năm có 34 bác sĩ nghỉ việc, chuyển sang khu vực tư." + ASSESSED + "Khó giữ nhân lực: {} thầy thuốc trình độ bác sĩ xin thôi việc, chuyển đi nơi khác.", "34", "44"),
    (YEAR + "Có 538 doanh nghiệp thành lập mới, vốn đăng ký 4.120 tỷ đồng." + TASKS + "- Từ kết quả {} doanh nghiệp đăng ký mới, phấn đấu năm 2024 đạt 600 doanh nghiệp.", "538", "583"),
    (YEAR + "Tỷ lệ hộ nghèo còn 3,74%." + TASKS + "- Kéo tỷ lệ hộ nghèo từ mức {} hiện nay xuống 3%.", "3,74%", "3,47%"),
    (TERM + "Toàn Đảng bộ kết nạp được 742 đảng viên, vượt mục tiêu." + ASSESSED + "Đội ngũ được bổ sung {} đảng viên mới đứng vào hàng ngũ của Đảng.", "742", "724"),
    (YEAR + "Đã mở 126 lớp tập huấn kỹ thuật cho nông dân." + TASKS + "Kiên trì tuyên truyền, như {} lớp tập huấn năm qua đã làm.", "126", "162"),
    (YEAR + "Nhân dân góp công nâng cấp 24 tuyến hẻm, dài 3,1 km." + ASSESSED + "Phong trào chỉnh trang lan rộng với {} con hẻm được mở rộng, nâng cấp.", "24", "26"),
    (YEAR + "Thu nhập bình quân đầu người đạt 58,3 triệu đồng/người/năm." + ASSESSED + "Đời sống khá hơn, tính ra mỗi người làm được {} triệu đồng/năm.", "58,3", "53,8"),
    (YEAR + "Kiểm lâm lập biên bản 37 vụ vi phạm Luật Lâm nghiệp." + ASSESSED + "Tình trạng lấn rừng còn phức tạp, phải xử lý tới {} vụ vi phạm lâm luật.", "37", "39"),
    (YEAR + "Toàn tỉnh giải quyết việc làm cho 21.460 lao động, đạt 56,5% kế hoạch." + ASSESSED + "Thị trường lao động ấm lên, trong năm đã tạo chỗ làm mới cho {} lao động.", "21.460", "21.640"),
    (TERM + "Năm 2024 toàn huyện đón 597.000 lượt khách." + ASSESSED + "Du lịch còn đơn điệu, năm cao nhất là năm 2024 cũng mới đón {} nghìn lượt khách.", "597", "579"),
    # of other things, other times, of some of them
    (YEAR + "Có 68 tổ chức cơ sở đảng. Các tổ chức sinh hoạt đều.\nCó {} tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ, tỷ lệ 91,2%.", "62", None),
    (YEAR + "Xét tốt nghiệp đạt 96,4%, trường đạt chuẩn văn hóa tăng." + ASSESSED + "Tỷ lệ đô thị hóa đạt {}.", "91,4%", None),
    (YEAR + "Có 268 doanh nghiệp thành lập mới." + ASSESSED + "Năm trước có {} doanh nghiệp thành lập mới.", "286", None),
    (YEAR + "Diện tích gieo trồng năm 2023 đạt 21.195 ha.\nDiện tích cây ăn quả năm 2023 đạt {} ha.", "22.195", None),
    (YEAR + "Quỹ “Đền ơn đáp nghĩa” năm 2023 vận động được 860 triệu đồng." + ASSESSED + "Từ mức {} triệu đồng của Quỹ “Đền ơn đáp nghĩa” năm 2022, năm nay có thêm nhiều doanh nghiệp chung tay.", "800", None),
    # prices, means, givers, expectations
    (TERM + "Năm 2020, quy mô kinh tế theo giá so sánh 2010 đạt 48.250 tỷ đồng.\nTheo giá hiện hành, quy mô kinh tế năm 2025 đạt 128.600 tỷ đồng, gấp 1,7 lần năm 2020 ({} tỷ đồng).", "75.400", None),
    (YEAR + "Thu ngân sách trên địa bàn đạt 2.486,3 tỷ đồng, bằng 125,3% dự toán tỉnh giao ({} tỷ đồng) và 112,5% dự toán HĐND thành phố giao.\nChỉ tiêu\tĐơn vị\tKế hoạch năm 2023\tThực hiện năm 2023\nThu ngân sách trên địa bàn\ttỷ đồng\t2.210\t2.486,3\n", "1.985", None),
    (TERM + "Trong 16 chỉ tiêu chủ yếu có 13 chỉ tiêu đạt và vượt, 03 chỉ tiêu không đạt.\nII. MỤC TIÊU 2025 - 2030\nCác chỉ tiêu chủ yếu ({} chỉ tiêu)", "10", None),
]  # fmt: skip


def repeats_of(words):
    reading = muctieu.read(words.encode(), name="bao-cao.txt")
    return [finding for finding in audit(reading, reading.claims).findings if finding.rule == "repeat"]


@pytest.mark.parametrize(("words", "fits", "_"), TOLD)
def test_what_fits_is_silent(words, fits, _):
    assert repeats_of(words.replace("{}", fits)) == []


@pytest.mark.parametrize(("words", "_", "slip"), [row for row in TOLD if row[2] is not None])
def test_another_value_is_found(words, _, slip):
    [found] = repeats_of(words.replace("{}", slip))
    assert any(words.replace("{}", slip)[start:end].startswith(slip) for start, end in found.spans)
