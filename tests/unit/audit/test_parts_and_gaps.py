"""What is missing to a goal told elsewhere, and parts that are larger than what they are of: what fits is silent, a slip is found by the rule that is named."""

import pytest

import muctieu
from muctieu.audit import audit

YEAR = "BÁO CÁO\nTình hình kinh tế - xã hội năm 2023, nhiệm vụ năm 2024\n\nI. KẾT QUẢ NĂM 2023\n"

# rule, words with a gap, what fits, what does not
ROWS = [
    ("target_gap", YEAR + "Làm nền, đổ bê tông đường ngõ xóm được 4,2 km.\nII. HẠN CHẾ\nRiêng đường ngõ xóm kế hoạch giao 6,5 km, nên còn thiếu {} km do vướng mặt bằng.", "2,3", "3,2"),
    ("target_gap", YEAR + "Tổng thu ngân sách đạt 448,2 tỷ đồng, bằng 98,5% dự toán (455,0 tỷ đồng). So với dự toán còn thiếu {} tỷ đồng.", "6,8", "8,6"),
    ("target_gap", YEAR + "Làm đường ngõ xóm được 4,2 km, làm kênh 3,1 km.\nII. NHIỆM VỤ\nNăm 2024 cần thêm {} km đường huyện.", "5,0", None),
    ("impossible", YEAR + "Kết nạp 431 đảng viên mới, trong đó có 187 nữ, 264 người dân tộc thiểu số, {} đoàn viên thanh niên.", "402", "452"),
    ("impossible", YEAR + "Tỉnh phê duyệt danh sách 1.186 nhà cần hỗ trợ; đến nay đã hoàn thành {} nhà trong danh sách.", "1.126", "1.268"),
    ("impossible", YEAR + "Phường có 9.420 hộ, 36.540 nhân khẩu.\n" + "Công tác dân vận được quan tâm, Nhân dân đồng thuận. " * 12 + "\nSố hộ ký hợp đồng thu gom rác là {} hộ.", "9.318", "9.618"),
    ("impossible", YEAR + "Kết nạp 431 đảng viên mới, trong đó có 187 nữ; nâng tổng số lên {} đảng viên.", "652", None),
    ("impossible", YEAR + "Đào tạo 120 cán bộ, trong đó 45 nữ; năm trước đào tạo {} cán bộ.", "150", None),
]  # fmt: skip


def rules_of(words):
    reading = muctieu.read(words.encode(), name="bao-cao.txt")
    return [f.rule for f in audit(reading, reading.claims).findings if f.severity != "info"]


@pytest.mark.parametrize(("rule", "words", "fits", "_"), ROWS)
def test_what_fits_is_silent(rule, words, fits, _):
    assert rules_of(words.replace("{}", fits)) == []


@pytest.mark.parametrize(("rule", "words", "_", "slip"), [row for row in ROWS if row[3] is not None])
def test_a_slip_is_found(rule, words, _, slip):
    assert rule in rules_of(words.replace("{}", slip))
