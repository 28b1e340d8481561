"""Two reports of one place: what the later one contradicts, revises, rounds otherwise."""

import pytest

import muctieu
from muctieu.audit.across import compare

PLACE = "BÁO CÁO\nTình hình kinh tế - xã hội năm 2023 của huyện {place}\n"


def findings(first, second, place="Lâm Sơn"):
    readings = [
        muctieu.read((PLACE.format(place=where) + words).encode(), name=name)
        for words, name, where in ((first, "a.txt", "Lâm Sơn"), (second, "b.txt", place))
    ]
    return compare(readings)[1]


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("Năm 2023, tổng đàn lợn đạt 48.615 con.", "Năm 2023, tổng đàn lợn đạt 52.300 con.", "across_contradicted"),
        ("Năm 2023, tổng đàn lợn ước đạt 48.615 con.", "Năm 2023, tổng đàn lợn đạt 52.300 con.", "across_revised"),
        (
            "Năm 2023, thu ngân sách nhà nước đạt 1.234,6 tỷ đồng.",
            "Năm 2023, thu ngân sách nhà nước đạt 1.235 tỷ đồng.",
            "across_rounded",
        ),
    ],
)
def test_a_difference_is_named(first, second, reason):
    compared = findings(first, second)
    (finding,) = compared.findings
    assert finding.reason == reason
    assert finding.other.name == "a.txt"
    assert "a.txt" in finding.message()
    assert finding.severity == ("warning" if reason == "across_contradicted" else "info")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Năm 2022, tổng đàn lợn đạt 48.615 con.", "Năm 2023, tổng đàn lợn đạt 52.300 con."),
        ("Năm 2023, tổng đàn lợn đạt 48.615 con.", "Năm 2023, tổng đàn bò đạt 12.300 con."),
        ("Năm 2023, tổng đàn lợn đạt 48.615 con.", "Kế hoạch năm 2023, tổng đàn lợn là 52.300 con."),
    ],
)
def test_other_years_things_and_plans_are_not_compared(first, second):
    assert findings(first, second) == ((), ())


def test_what_agrees_is_counted():
    same = "Năm 2023, tổng đàn lợn đạt 48.615 con."
    compared = findings(same, same)
    assert compared.findings == ()
    assert len(compared.held) == 1
