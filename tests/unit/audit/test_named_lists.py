"""Counts with the names or the lines that follow them: as many as it says are silent, more or fewer are found."""

import pytest

import muctieu
from muctieu.audit import audit

YEAR = "BÁO CÁO\nTình hình kinh tế - xã hội năm 2023\n\nI. KẾT QUẢ NĂM 2023\n"

# words with a gap, what fits, what does not
LISTS = [
    (YEAR + "Có {} xã đăng ký đạt chuẩn nâng cao gồm: Hòa Lộc, Tân Khê, An Bình, Phú Thạch và Vĩnh Sơn.", "05", "04"),
    (YEAR + "Làm đường tại {} thôn gồm: thôn 2, thôn 3, thôn 5 và thôn 8; nhân dân góp 140 triệu đồng.", "04", "05"),
    (YEAR + "Trong năm có thêm {} xã đạt chuẩn là Bản Lầm và Tân Phú, nâng tổng số lên 8 xã.", "02", "03"),
    (YEAR + "Bão gây ngập tại {} phường Đông Hải, Tây Sơn, Nam Lý và Bắc Hà.", "04", "03"),
    (YEAR + "Mưa lớn ảnh hưởng {} huyện (Cẩm Sơn, Đức Hòa và Thạch Lĩnh).", "03", "02"),
    (YEAR + "Còn {} chỉ tiêu đạt dưới 15% kế hoạch năm, đó là: thu tiền sử dụng đất; giải ngân vốn huyện; sản lượng chè; đào tạo nghề.", "04", "03"),
    (YEAR + "Có {} chỉ tiêu chậm là giá trị sản xuất công nghiệp, giải ngân vốn đầu tư công và số tuyến hẻm nâng cấp.", "03", "02"),
    (YEAR + "Phường được giao 15 chỉ tiêu. Qua đánh giá có {} chỉ tiêu đạt và vượt; các chỉ tiêu còn lại chưa đạt gồm:\n- Hồ sơ trực tuyến.\n- Tuyến đường văn minh.\n- Đảng viên mới.\n", "12", "13"),
    (YEAR + "Toàn huyện có {} chỉ tiêu chậm tiến độ.\nHạn chế: Các chỉ tiêu chậm tiến độ là thu ngân sách; trồng rừng; đào tạo nghề.", "03", "05"),
    # lists that are open, not whole, or hold more than names
    (YEAR + "Ra quân tại {} xã như: Hòa Lộc, Tân Khê và An Bình.", "05", None),
    (YEAR + "Mô hình đã có ở {} xã gồm Hòa Lộc, Tân Khê, một phần xã An Bình.", "04", None),
    (YEAR + "Tổ chức tại {} xã Hòa Lộc, Tân Khê và thị trấn Đông Sơn.", "02", None),
    (YEAR + "Kiểm tra {} sở gồm: Sở Y tế, Sở Giáo dục và Đào tạo, Sở Nội vụ.", "03", None),
]  # fmt: skip


def tallies_of(words):
    reading = muctieu.read(words.encode(), name="bao-cao.txt")
    return [f for f in audit(reading, reading.claims).findings if f.rule == "tally" and f.severity != "info"]


@pytest.mark.parametrize(("words", "fits", "_"), LISTS)
def test_as_many_are_silent(words, fits, _):
    assert tallies_of(words.replace("{}", fits)) == []


@pytest.mark.parametrize(("words", "_", "slip"), [row for row in LISTS if row[2] is not None])
def test_more_or_fewer_are_found_once(words, _, slip):
    [found] = tallies_of(words.replace("{}", slip))
    assert any(words.replace("{}", slip)[start:end].startswith(slip) for start, end in found.spans)
