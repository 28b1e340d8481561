"""The laws of intervals, stated once over all operations: what is in the operands is in the result."""

from __future__ import annotations

import pickle
from decimal import Decimal
from fractions import Fraction

import mpmath
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from muctieu.values.interval import Interval

decimals = st.decimals(min_value=-(10**14), max_value=10**14, allow_nan=False, allow_infinity=False, places=4)


@st.composite
def intervals_with_member(draw, low=None):
    """An interval (open, closed or unbounded) and a number in it."""
    member = draw(decimals if low is None else decimals.filter(lambda x: x > low))
    below, above = abs(draw(decimals)), abs(draw(decimals))
    start, end = member - below, member + above
    if low is not None and start <= low:
        start, below = member, Decimal(0)
    low_open = bool(below) and draw(st.booleans())
    high_open = bool(above) and draw(st.booleans())
    if start == end:
        low_open = high_open = False
    if draw(st.integers(0, 9)) == 0:
        end, high_open = Decimal("Infinity"), True
    return Interval(start, end, low_open, high_open), Fraction(member)


@given(intervals_with_member(), intervals_with_member())
def test_sum_difference_and_product_hold_those_of_their_members(first, second):
    (a, x), (b, y) = first, second
    assert x + y in a + b
    assert x - y in a - b
    assert x * y in a * b
    assert -x in -a
    assert x in a.hull(b)
    assert y in a.hull(b)


@given(intervals_with_member(), intervals_with_member())
def test_quotient_holds_those_of_its_members_also_around_zero(first, second):
    (a, x), (b, y) = first, second
    assume(y != 0)
    assert x / y in a / b


@given(intervals_with_member(), st.integers(0, 6))
@example((Interval(Decimal("-348654.4481"), Decimal("Infinity")), Fraction("-348654.4481")), 3)
def test_power_holds_those_of_its_members(pair, exponent):
    a, x = pair
    assert x**exponent in a.power(exponent)


@given(intervals_with_member(low=Decimal(0)), st.integers(1, 7))
def test_root_of_a_power_holds_the_member(pair, degree):
    a, x = pair
    assert x in a.power(degree).root(degree)


@given(intervals_with_member(), decimals)
def test_shift_and_scale_hold_those_of_the_member(pair, by):
    a, x = pair
    assert x + Fraction(by) in a.shifted(by)
    assert x * Fraction(by) in a.scaled(by)


@given(intervals_with_member(), intervals_with_member(), decimals)
def test_intersection_holds_exactly_what_both_hold(first, second, number):
    a, b = first[0], second[0]
    both = a.intersect(b)
    assert (both is not None and number in both) == (number in a and number in b)
    assert a.meets(b) == (both is not None) == b.meets(a)
    if first[1] in b:
        assert both is not None
        assert first[1] in both


@given(intervals_with_member())
def test_equal_by_value_hashable_frozen_and_copied_whole(pair):
    a = pair[0]
    again = pickle.loads(pickle.dumps(a))
    assert again == a
    assert hash(again) == hash(a)
    with pytest.raises(AttributeError):
        a.low = Decimal(0)


@given(st.integers(1, 10**12), st.integers(1, 10**12), st.integers(1, 6))
def test_growth_rates_agree_with_another_library(value, basis, years):
    ours = (Interval.rounded(Decimal(value), Decimal(1)) / Interval.exactly(basis)).root(years)
    theirs = (mpmath.iv.mpf([f"{value - 1}.5", f"{value}.5"]) / basis) ** (mpmath.iv.mpf(1) / years)
    low, high = mpmath.mpf(theirs.a), mpmath.mpf(theirs.b)
    assert mpmath.mpf(str(ours.low)) <= high
    assert mpmath.mpf(str(ours.high)) >= low
    assert abs(mpmath.mpf(str(ours.low)) - low) <= abs(low) * mpmath.mpf("1e-12")


@pytest.mark.parametrize(
    ("value", "step", "inside", "outside"),
    [
        ("15.02", "0.01", ["15.015", "15.0249"], ["15.025", "15.0149"]),
        ("-46.9", "0.1", ["-46.949", "-46.85"], ["-46.95", "-46.849"]),
        ("14882000000000", "1000000000", ["14881500000000"], ["14882500000000"]),
        ("0", "1", ["-0.5", "0.4"], ["0.5"]),
    ],
)
def test_rounded_figure_is_half_open(value, step, inside, outside):
    interval = Interval.rounded(Decimal(value), Decimal(step))
    assert all(Decimal(x) in interval for x in inside)
    assert not any(Decimal(x) in interval for x in outside)


def test_division_by_exact_zero_is_refused():
    with pytest.raises(ZeroDivisionError):
        Interval.of(1, 2) / Interval.exactly(0)


def test_ends_out_of_order_are_refused():
    with pytest.raises(ValueError, match="swap"):
        Interval.of(2, 1)


def test_root_of_the_negative_is_refused():
    with pytest.raises(ValueError, match="does not exist"):
        Interval.of(-3, -2).root(2)
