"""Phrases that name an indicator, and near misses that must not be taken for it."""

from time import perf_counter

import pytest

from muctieu.indicators.data import catalogue, indicator_of
from muctieu.indicators.folding import words_of
from muctieu.indicators.matching import match, same_indicator

TRUE_PAIRS = [
    ("Tỷ lệ hộ nghèo", "ho_ngheo_ty_le"),
    ("tỉ lệ hộ nghèo đa chiều", "ho_ngheo_ty_le"),
    ("TY LE HO NGHEO", "ho_ngheo_ty_le"),
    ("Tỷ lệ cận nghèo", "ho_can_ngheo_ty_le"),
    ("Tổng thu NSNN trên địa bàn", "thu_ngan_sach"),
    ("thu ngân sách nhà nước trên địa bàn tỉnh", None),
    ("Tỷ lệ tham gia BHYT", "bhyt"),
    ("Độ bao phủ bảo hiểm y tế", None),
    ("Xã đạt chuẩn NTM", "xa_ntm"),
    ("Số xã đạt chuẩn NTM nâng cao", "xa_ntm_nang_cao"),
    ("Tốc độ tăng trưởng GRDP", "grdp_tang"),
    ("Tổng sản phẩm trên địa bàn (GRDP)", "grdp"),
    ("GRDP bình quân đầu người", "grdp_dau_nguoi"),
    ("Số bác sỹ trên 10.000 dân", "bac_si"),
    ("Tỷ lệ LĐ qua đào tạo", "lao_dong_qua_dao_tao"),
    ("Tỷ lệ tốt nghiệp THCS", "hoan_thanh_thcs"),
    ("Kim ngạch XNK", "kim_ngach_xnk"),
    ("chỉ số CCHC", "par_index"),
    ("Chất thải rắn sinh hoạt được thu gom, xử lý tỷ lệ", "chat_thai_sinh_hoat"),
]
NEAR_MISSES = [
    ("Tỷ lệ hộ nghèo", "Tỷ lệ hộ cận nghèo"),
    ("Số hộ nghèo", "Tỷ lệ hộ nghèo"),
    ("Kim ngạch xuất khẩu", "Kim ngạch nhập khẩu"),
    ("Xã đạt chuẩn nông thôn mới", "Xã đạt chuẩn nông thôn mới nâng cao"),
    ("Tỷ lệ dân số đô thị được sử dụng nước sạch", "Tỷ lệ dân số nông thôn được sử dụng nước sạch"),
    ("Năng suất lúa", "Sản lượng lúa"),
    ("Tỷ lệ lao động qua đào tạo", "Tỷ lệ lao động có bằng cấp, chứng chỉ"),
    ("Tỷ suất tử vong trẻ dưới 1 tuổi", "Tỷ suất tử vong trẻ dưới 5 tuổi"),
    ("GRDP", "GRDP bình quân đầu người"),
    ("Tổng đàn trâu", "Tổng đàn bò"),
]
STRANGERS = [
    "Số lượt xe qua cầu",
    "Diện tích trồng sầu riêng",
    "Tỷ lệ hộ nghèo nông thôn",
    "Số cuộc họp",
    "Tổng số",
    "đạt",
    "",
    "12",
    "Dịch vụ",
]


@pytest.mark.parametrize(("phrase", "code"), [pair for pair in TRUE_PAIRS if pair[1]])
def test_a_phrase_finds_its_indicator(phrase, code):
    found = match(phrase)
    assert found is not None
    assert found.indicator.code == code
    assert found.score > 0.84


@pytest.mark.parametrize(("first", "second"), NEAR_MISSES)
def test_a_near_miss_is_another_indicator(first, second):
    one, two = match(first), match(second)
    assert one is not None
    assert two is not None
    assert one.indicator.code != two.indicator.code
    assert not same_indicator(first, second)


@pytest.mark.parametrize("phrase", STRANGERS)
def test_an_indicator_outside_the_catalogue_is_a_new_one(phrase):
    assert match(phrase) is None


def test_the_catalogue_holds():
    codes = [indicator.code for indicator in catalogue()]
    assert len(codes) == len(set(codes)) >= 150
    for indicator in catalogue():
        assert indicator.name
        assert indicator.name_en
        assert indicator.unit
        assert indicator.low is None or indicator.high is None or indicator.low < indicator.high
        assert not (indicator.unit == "%" and indicator.additive), "shares of places do not add up"


def test_national_codes_are_of_a_group_of_the_law_and_of_one_indicator_each():
    codes = [indicator.national for indicator in catalogue() if indicator.national]
    assert {"0102", "1604", "1605"} <= set(codes)
    assert len(codes) == len(set(codes))
    for code in codes:
        assert len(code) == 4
        assert set(code) <= set("0123456789")
        assert 1 <= int(code[:2]) <= 21
        assert int(code[2:]) >= 1


def test_no_alias_names_two_indicators():
    owners: dict[frozenset[str], str] = {}
    for indicator in catalogue():
        for phrase in indicator.phrases:
            assert owners.setdefault(frozenset(words_of(phrase)), indicator.code) == indicator.code, phrase


def test_unknown_code_is_none():
    assert indicator_of("khong_co") is None


def test_matching_is_fast_enough_to_run_on_every_figure():
    phrases = [f"{indicator.name} lần {number}" for number in range(10) for indicator in catalogue()]
    match("Tỷ lệ hộ nghèo")
    start = perf_counter()
    for phrase in phrases:
        match(phrase)
    assert len(phrases) / (perf_counter() - start) > 1_000, "ten times slower than it was"
