"""Claims are found by their place: in a span, in a sentence, whether they are held as they are or as bytes."""

import pytest

import muctieu
from muctieu.claims.claim import Claim
from muctieu.claims.lookup import of_sentence, within
from muctieu.claims.packed import PackedClaims

LINE = "Thu ngân sách năm 2023 đạt 41,2 tỷ đồng, tăng 7% so với năm trước. Trồng 12 ha rừng.\n"


@pytest.fixture(scope="module", params=[tuple, PackedClaims])
def claims(request: pytest.FixtureRequest) -> tuple[Claim, ...] | PackedClaims:
    return request.param(muctieu.read((LINE * 1200).encode(), "nhieu.txt").claims)


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        pytest.param(0, len(LINE), 3, id="a line"),
        pytest.param(700 * len(LINE), 702 * len(LINE), 6, id="two lines far down"),
        pytest.param(27, 27, 0, id="nothing"),
        pytest.param(28, 27, 0, id="turned round"),
        pytest.param(1200 * len(LINE), 1300 * len(LINE), 0, id="beyond the end"),
        pytest.param(-5, 2000 * len(LINE), 3600, id="everything"),
    ],
)
def test_claims_within_a_span(claims, start: int, end: int, count: int) -> None:
    found = within(claims, start, end)
    assert len(found) == count
    assert all(start <= claim.start < end for claim in found)


def test_a_claim_begins_in_the_span(claims) -> None:
    first = claims[0]
    assert list(within(claims, first.start, first.start + 1)) == [first]
    assert list(within(claims, first.start + 1, first.end)) == []


def test_claims_of_a_sentence(claims) -> None:
    assert [claim.value for claim in of_sentence(claims, claims[1501].sentence)] == [
        claims[1500].value,
        claims[1501].value,
    ]
    assert [claim.unit for claim in of_sentence(claims, claims[1502].sentence)] == ["ha"]
