"""Examples of periods: their days, words and relations."""

from datetime import date

import pytest

from muctieu.errors import ValueInvalid
from muctieu.values.period import Period

DAYS = [
    ("2023", date(2023, 1, 1), date(2024, 1, 1), "năm 2023", "2023", True),
    ("2023-S1", date(2023, 1, 1), date(2023, 7, 1), "6 tháng đầu năm 2023", "first half of 2023", True),
    ("2023-S2", date(2023, 7, 1), date(2024, 1, 1), "6 tháng cuối năm 2023", "second half of 2023", False),
    ("2023-Q4", date(2023, 10, 1), date(2024, 1, 1), "quý IV/2023", "Q4 2023", False),
    ("2020-02", date(2020, 2, 1), date(2020, 3, 1), "tháng 02/2020", "February 2020", False),
    ("2020-01", date(2020, 1, 1), date(2020, 2, 1), "tháng 01/2020", "January 2020", False),
    ("2020-02-29", date(2020, 2, 29), date(2020, 3, 1), "ngày 29/02/2020", "29 February 2020", False),
    ("2015/2020", date(2015, 1, 1), date(2021, 1, 1), "giai đoạn 2015-2020", "2015-2020", False),
    ("2023-01/2023-09", date(2023, 1, 1), date(2023, 10, 1), "9 tháng đầu năm 2023", "first 9 months of 2023", True),
    ("2023-03/2023-07", date(2023, 3, 1), date(2023, 8, 1), "từ tháng 03/2023 đến tháng 07/2023", "March 2023 to July 2023", False),
    ("2024-01-01/2024-02-15", date(2024, 1, 1), date(2024, 2, 16),
     "từ ngày 01/01/2024 đến ngày 15/02/2024", "1 January 2024 to 15 February 2024", True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "first", "after", "vietnamese", "english", "cumulative"), DAYS)
def test_days_and_words(text: str, first: date, after: date, vietnamese: str, english: str, cumulative: bool) -> None:
    period = Period.parse(text)
    assert (period.first_day, period.day_after) == (first, after)
    assert (period.vietnamese(), period.english(), period.is_cumulative) == (vietnamese, english, cumulative)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("9 tháng đầu năm 2023", "2023-01/2023-09"),
        ("9 tháng năm 2023", "2023-01/2023-09"),
        ("Sáu tháng đầu năm 2024", "2024-S1"),
        ("3 tháng cuối năm 2024", "2024-Q4"),
        ("4 tháng cuối năm 2024", "2024-09/2024-12"),
        ("quý III/2023", "2023-Q3"),
        ("Quý 2 năm 2023", "2023-Q2"),
        ("nhiệm kỳ 2015-2020", "2015/2020"),
        ("nhiệm kỳ 2015 – 2020", "2015/2020"),
        ("từ năm 2021 đến năm 2025", "2021/2025"),
        ("2021-2025", "2021/2025"),
        ("cả năm 2022", "2022"),
        ("tháng 7 năm 2025", "2025-07"),
        ("ngày 01/7/2025", "2025-07-01"),
        ("ngày 1 tháng 7 năm 2025", "2025-07-01"),
        ("2023-q3", "2023-Q3"),
        ("Quý IV/2023".replace("ý", "y\u0301"), "2023-Q4"),
    ],
)
def test_vietnamese_words(words: str, text: str) -> None:
    assert str(Period.parse_vietnamese(words)) == text


def test_relations() -> None:
    term = Period.parse("2015/2020")
    assert term.steps == 5
    assert str(term.term_before()) == "2010/2015"
    assert str(term.same_period_a_year_before()) == "2014/2019"
    assert Period.parse("2020-Q4") in term
    assert Period.parse("2021") not in term
    assert date(2020, 12, 31) in term
    assert str(Period.parse("2024-02-29").same_period_a_year_before()) == "2023-02-28"
    assert Period.parse("2023") != Period.parse("2023-01/2023-12")
    assert Period.parse("2015/2015") == Period.parse("2015")


@pytest.mark.parametrize(
    ("text", "words_vi", "words_en"),
    [
        ("2023-Q5", "4 quý", "quarters Q1 to Q4"),
        ("2023-S3", "2 nửa năm", "halves S1 and S2"),
        ("2023-13", "tháng 01 đến 12", "months 01 to 12"),
        ("2023-02-30", "02/2023 có 28 ngày", "2023-02 has 28 days"),
        ("2020/2015", "đi ngược", "runs backwards"),
        ("2023-09/2023-01", "đi ngược", "runs backwards"),
        ("2023/", "không phải là một kỳ", "no period"),
        ("", "không phải là một kỳ", "no period"),
        ("năm 2023", "không phải là một kỳ", "no period"),
        ("2023-1", "không phải là một kỳ", "no period"),
        ("２０２３", "không phải là một kỳ", "no period"),
        ("0000", "không phải là một kỳ", "no period"),
        ("2023-Qx", "không phải là một kỳ", "no period"),
        ("2023-", "không phải là một kỳ", "no period"),
    ],
)
def test_what_is_no_period_gets_its_sentence(text: str, words_vi: str, words_en: str) -> None:
    with pytest.raises(ValueInvalid) as caught:
        Period.parse(text)
    assert words_vi in caught.value.sentence("vi")
    assert words_en in caught.value.sentence("en")


@pytest.mark.parametrize(
    "words",
    [
        "quý V/2023",
        "quý 5/2023",
        "13 tháng năm 2023",
        "tháng 0 năm 2023",
        "ngày 30/02/2023",
        "cùng kỳ",
        "nhiệm kỳ 2020-2015",
        "0 tháng cuối năm 2023",
    ],
)
def test_words_that_are_no_period(words: str) -> None:
    with pytest.raises(ValueInvalid):
        Period.parse_vietnamese(words)


def test_steps_need_one_kind() -> None:
    with pytest.raises(ValueInvalid, match="periods of one kind"):
        Period.parse("2023").steps_to(Period.parse("2023-Q1"))
    with pytest.raises(ValueInvalid, match="no term"):
        Period.parse("2023").term_before()
    with pytest.raises(ValueInvalid, match="shifted"):
        Period.parse("0001").same_period_a_year_before()
