"""Very many claims are held as bytes: they come back as they were, one by one, in order, by slices."""

import sys

import pytest

import muctieu
from muctieu.claims.claim import Claim
from muctieu.claims.packed import PackedClaims, held

LINE = "Năm {year}, thu ngân sách đạt {value},5 tỷ đồng, tăng 7% so với năm trước; trồng {value} ha rừng, có 3/7 xã đạt chuẩn.\n"


@pytest.fixture(scope="module")
def claims() -> tuple[Claim, ...]:
    text = "".join(LINE.format(year=2000 + n % 25, value=1000 + n) for n in range(700))
    return tuple(muctieu.read(text.encode(), "nhieu.txt").claims)


def test_they_come_back_as_they_were(claims: tuple[Claim, ...]) -> None:
    packed = PackedClaims(iter(claims))
    assert len(packed) == len(claims) > 2048  # more than two blocks
    assert tuple(packed) == claims
    assert all(type(one) is Claim for one in packed)
    assert [packed[at] for at in (0, 1023, 1024, -1)] == [claims[at] for at in (0, 1023, 1024, -1)]
    assert packed[1020:1030] == claims[1020:1030]
    assert packed[::-700] == claims[::-700]
    assert claims[1500] in packed
    assert packed.index(claims[1500]) == 1500


def test_beyond_the_ends_there_is_none(claims: tuple[Claim, ...]) -> None:
    packed = PackedClaims(claims)
    for at in (len(claims), -len(claims) - 1):
        with pytest.raises(IndexError, match=rf"claim {at} of {len(claims)}"):
            packed[at]


def test_a_claim_takes_a_quarter_of_its_bytes_at_most(claims: tuple[Claim, ...]) -> None:
    packed = PackedClaims(claims)
    alone = sum(sys.getsizeof(one) + sum(map(sys.getsizeof, one)) for one in claims)
    assert 4 * sum(map(len, packed._blocks)) < alone


def test_what_a_report_of_ordinary_length_has_stays_a_tuple(claims: tuple[Claim, ...]) -> None:
    assert held(iter(claims)) == claims
    assert held(iter(claims), plain=len(claims)) == claims
    few = held(iter(claims), plain=len(claims) - 1)
    assert isinstance(few, PackedClaims)
    assert tuple(few) == claims
