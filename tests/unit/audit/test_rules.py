"""Each rule by itself: what it recomputes of a few words, what it says of them, and where it keeps silent."""

from decimal import Decimal

import pytest

import muctieu
from muctieu.audit import audit
from muctieu.audit.ledger import Ledger
from muctieu.audit.names import key_of
from muctieu.audit.rules import (
    attainment,
    growth,
    judgements,
    parts_sum,
    products,
    rare_names,
    ratio,
    ratio_lists,
    ratio_tables,
    repeat,
    rests,
    shares_sum,
    spans_of_time,
    table_sums,
    tally,
    target_gap,
    timed_means,
)

CROPS = "TT\tCây\tDiện tích (ha)\tNăng suất (tạ/ha)\tSản lượng (tấn)\n1\tLúa\t420\t60\t2.520\n2\tNgô\t150\t48\t{}\n3\tKhoai\t60\t90\t540\n"
HOUSEHOLDS = "TT\tThôn\tTổng số hộ\tHộ nghèo\tTỷ lệ (%)\n1\tNà Hoi\t200\t10\t5,0\n2\tNà Viền\t250\t20\t8,0\n3\tCo Mạ\t150\t12\t8,0\n4\tBôn 1\t240\t18\t{}\n"
FUNDS = "TT\tXã\tTổng kế hoạch\tVốn trung ương\tVốn địa phương\n1\tAn Sơn\t1.120\t684\t436\n2\tTân Lập\t386\t148\t{}\n3\tPhú Cường\t283\t86\t197\n"

# rule, words with a gap, what fits, what does not
RULES = [
    (ratio, "Năm 2023 giải quyết 1.470/1.620 hồ sơ, đạt {}.", "90,74%", "97,40%"),
    (ratio, "Có 1.128 trong tổng số 1.254 trường học đạt chuẩn, đạt {}.", "90,0%", "80,9%"),
    (ratio, "Có 486 chiếc, chiếm {} tổng số tàu thuyền (1.842 chiếc).", "26,4%", "28,6%"),
    (ratio_lists, "Đánh giá 324 đảng viên: xuất sắc 48 đồng chí (14,8%), tốt 241 đồng chí ({}), hoàn thành 35 đồng chí (10,8%).", "74,4%", "77,4%"),
    (ratio_tables, HOUSEHOLDS, "7,5", "5,7"),
    (ratio_tables, CROPS, "720", "270"),
    (products, "Toàn huyện có 132 bác sỹ, dân số 165.000 người, đạt {} bác sỹ/vạn dân.", "8", "9"),
    (shares_sum, "Cơ cấu kinh tế: nông nghiệp 21,5%, công nghiệp 42,3%, dịch vụ {}.", "36,2%", "34,2%"),
    (shares_sum, "Cơ cấu kinh tế năm 2024:\n- Nông nghiệp chiếm 18,4%;\n- Công nghiệp chiếm 41,7%;\n- Dịch vụ chiếm {}.\n", "39,9%", "36,9%"),
    (parts_sum, "Chi 1.250 tỷ đồng, gồm: chi đầu tư 480 tỷ đồng, chi thường xuyên {}, chi khác 60 tỷ đồng.", "710 tỷ đồng", "690 tỷ đồng"),
    (rests, "Tiếp nhận 642 đơn, đã giải quyết 618 đơn, còn {}.", "24 đơn", "34 đơn"),
    (rests, "Đầu năm có 142 hộ nghèo; trong năm 39 hộ thoát nghèo, phát sinh mới 2 hộ; cuối năm còn {} nghèo.", "105 hộ", "108 hộ"),
    (rests, "Xã có nam 4.985 người, nữ 4.887 người, tổng cộng {}.", "9.872 người", "9.782 người"),
    (table_sums, FUNDS, "238", "228"),
    (growth, "Năm 2023 đạt 34.500 tấn, tăng {} so với năm 2022 (30.000 tấn).", "15%", "25%"),
    (timed_means, "Thu 9 tháng năm 2024 đạt 1.246 tỷ đồng, bình quân mỗi tháng {}.", "138,4 tỷ đồng", "148,4 tỷ đồng"),
    (growth, "Năm 2024 xảy ra 126 vụ, giảm {} so với cùng kỳ (126/144 vụ).", "18 vụ", "28 vụ"),
    (target_gap, "Tỷ lệ trường đạt chuẩn: mục tiêu 80%, ước năm 2023 đạt 84,4%, vượt {} so với mục tiêu.", "4,4 điểm %", "2,4 điểm %"),
    (attainment, "Trồng mới 465 ha rừng, đạt {} kế hoạch (450 ha).", "103,3%", "113,3%"),
    (judgements, "Năm 2025, đào tạo nghề {}/KH 300 lao động: vượt.", "307 lao động", "287 lao động"),
    (tally, "Trong 22 chỉ tiêu, có 8 chỉ tiêu vượt, 11 chỉ tiêu đạt và {} không đạt.", "3 chỉ tiêu", "4 chỉ tiêu"),
    (repeat, "Năm 2023, tổng đàn lợn đạt 48.615 con.\nChăn nuôi giữ ổn định. Năm 2023, tổng đàn lợn đạt {}.", "48.615 con", "48.165 con"),
    (spans_of_time, "Tính đến ngày {}, có 58 tổ chức cơ sở đảng.", "30/6/2023", "31/6/2023"),
]  # fmt: skip


def checks_of(rule, words):
    reading = muctieu.read(words.encode(), name="vi-du.txt")
    return list(rule.check(Ledger(reading, reading.claims)))


@pytest.mark.parametrize(("rule", "words", "fits", "_"), RULES)
def test_what_fits_holds(rule, words, fits, _):
    checks = checks_of(rule, words.format(fits))
    assert all(check.holds for check in checks)
    assert checks or rule is spans_of_time  # a day of the calendar is no figure to recompute


@pytest.mark.parametrize(("rule", "words", "_", "slip"), RULES)
def test_a_slip_does_not(rule, words, _, slip):
    assert [check.severity for check in checks_of(rule, words.format(slip)) if not check.holds]


@pytest.mark.parametrize(
    "words",
    [
        "Năm 2023 kết nạp 16 đảng viên.\nNăm 2023 kiểm tra 26 đảng viên.",  # of members, not of one act
        "Trồng 4.186 ha lúa năm 2023.\nTrồng 4.168 ha lúa năm 2022.",  # of two years
        "Tỷ lệ lấp đầy cụm công nghiệp đạt 78%, tỷ lệ lấp đầy khu công nghiệp đạt 68%.",  # in one sentence
    ],
)
def test_rare_names_keeps_silent(words):
    assert checks_of(rare_names, words) == []


def test_rare_names_finds_a_digit():
    (check,) = checks_of(rare_names, "Tỷ lệ lấp đầy đạt 78%.\nHạn chế: tỷ lệ lấp đầy các cụm công nghiệp mới đạt 68%.")
    assert not check.holds
    assert check.severity == "warning"


def test_figures_of_a_list_that_answers_another_take_its_names():
    reading = muctieu.read(
        "Cơ cấu năm 2025: nông nghiệp 18,4%, công nghiệp 45,2%, dịch vụ 36,4% (năm 2020 lần lượt là 26,8%, 40,7% và 32,5%).".encode(),
        name="a.txt",
    )
    figures = Ledger(reading, reading.claims).figures
    assert [figure.key for figure in figures[3:]] == [figure.key for figure in figures[:3]]


def test_a_difference_against_a_national_mean_has_no_basis_here():
    words = "Tỷ lệ bao phủ năm 2025 đạt 95,2%, tăng 3,9 điểm phần trăm so với năm 2020 (91,3%), cao hơn 0,7 điểm phần trăm so với bình quân cả nước."
    assert [check.holds for check in checks_of(growth, words)] == [True]


def test_a_count_is_corrected_to_a_whole_number():
    reading = muctieu.read("Có 17 xã, gồm 8 xã miền núi, 9 xã đồng bằng, 2 xã đảo.".encode(), name="a.txt")
    corrections = [finding.correction for finding in audit(reading, reading.claims).findings]
    assert all(found is None or found.proposed % 1 == Decimal(0) for found in corrections)


def test_cover_by_insurance_has_two_names():
    assert key_of("Tỷ lệ bao phủ BHYT") == key_of("Tỷ lệ dân số tham gia bảo hiểm y tế")
