"""What figures come to: a difference or a share that no word explains is read from the two figures that it follows from.

Takes the figures of one sentence, in order; gives a difference the period it is measured from (`năm 2015 có 164 cặp, đến năm 2019 còn 71 cặp, bớt 93 cặp`)
and a share of a goal its kind (`hoàn thành 40 trên 42 nhiệm vụ được giao, 95,2%`). It never changes a value, and what words have told stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from muctieu.claims.figures import Figure

_DIFFERS = frozenset(("change", "growth", "multiple"))
_RATES = frozenset(("%", "‰", "1"))
_NEAR = 4  # figures before it


def tell_what_comes_out(figures: list[Figure], lent: set[Figure]) -> None:
    """Gives bases and kinds to the figures that come out as the difference or the share of two others beside them; `lent` has only lent bases, which give way."""
    for number, figure in enumerate(figures):
        if figure.whole is not None or figure.average or figure.per:
            continue
        if figure.kind in _DIFFERS and (figure.basis is None or figure in lent):
            if not _tell_gap(figures, number, figure):
                _tell_basis(figures, number, figure)
        elif figure.unit == "%" and figure.kind == "level" and figure.counted is None and "share" not in figure.chain:
            _tell_attained(figures, number, figure)


def _tell_basis(figures: list[Figure], number: int, figure: Figure) -> None:
    """The period of the earlier of two levels whose difference, growth or quotient it is."""
    for now, then in _pairs(figures, number):
        if then.period is None or then.period[4:5] == "/" or (now.period is not None and then.period >= now.period):
            continue
        if _is_difference(figure, now, then) and not _is_passed_over(figures, now, then):
            figure.basis = then.period
            if figure.period == then.period or figure.period is None:
                figure.period = now.period
            _tell_beside(figures, number, figure)
            return


def _is_passed_over(figures: list[Figure], now: Figure, then: Figure) -> bool:
    """`năm 2020: 18,4 tỷ đồng; năm 2021: 19,3 tỷ đồng; năm 2022: 22,7 tỷ đồng, tăng 23,2%`: a time between the two is told, and would be the basis."""
    return any(
        one.kind == "level" and one.unit == now.unit and then.period < one.period < now.period
        for one in figures
        if one.period is not None and then.period is not None and now.period is not None
    )


def _tell_beside(figures: list[Figure], number: int, figure: Figure) -> None:
    """`nhiều hơn 6.500 con, tăng 10,5%`: the same difference right before, in the other measure, is of the same two times."""
    other = figures[number - 1] if number else None
    if other is not None and other.kind in _DIFFERS and other.basis is None and not figure.said.strip(" ,;(=:-–"):
        other.basis, other.period = figure.basis, figure.period


def _tell_gap(figures: list[Figure], number: int, figure: Figure) -> bool:
    """`giao 40%, mới được 33,6%, còn thiếu 6,4 điểm phần trăm`: a difference that is the one between a result and its goal right before it."""
    if number < 2 or figure.kind != "change" or figure.said.strip(" ,;(=:-–"):
        return False
    for goal, result in ((figures[number - 2], figures[number - 1]), (figures[number - 1], figures[number - 2])):
        if (goal.kind, result.kind, goal.unit) != ("target", "level", result.unit) or figure.unit != goal.unit:
            continue
        if goal.start > result.start and figure.chain & {"up", "down"}:
            continue  # `đầu năm 1,62%, phấn đấu còn 1,05%, kéo giảm 0,57 điểm`
        if abs(result.value - goal.value) == abs(figure.value):
            figure.kind, figure.basis, figure.value = "target_gap", "target", result.value - goal.value
            figure.period = result.period
            return True
    return False


def _tell_attained(figures: list[Figure], number: int, figure: Figure) -> None:
    """A per cent that is the result right before it as a share of its goal."""
    if figure.said.strip(" ,;(=:-–"):
        return
    near = figures[max(0, number - 3) : number + 2]
    for result in near:
        for goal in near:
            if (result.kind, goal.kind) != ("level", "target") or result.unit != goal.unit or goal.unit in _RATES:
                continue
            if goal.value and abs(result.value * 100 / goal.value - figure.value) <= figure.resolution:
                figure.kind, figure.basis = "attainment", "target"
                return


def _pairs(figures: list[Figure], number: int) -> Iterator[tuple[Figure, Figure]]:
    """The levels near a figure, two by two: the nearest first."""
    near = [
        one
        for one in (*figures[max(0, number - _NEAR) : number][::-1], *figures[number + 1 : number + 2])
        if one.kind == "level"
    ]
    for place, one in enumerate(near):
        for other in near[place + 1 :]:
            if one.unit == other.unit and one.counted == other.counted:
                yield one, other
                yield other, one


def _is_difference(figure: Figure, now: Figure, then: Figure) -> bool:
    if figure.kind == "change":
        return figure.unit == now.unit and figure.value != 0 and now.value - then.value == figure.value
    if not then.value or now.unit in _RATES:
        return False
    rate: Decimal = now.value / then.value
    if figure.kind == "multiple":
        return abs((rate if figure.unit == "1" else rate * 100) - figure.value) <= figure.resolution / 2
    return abs((rate - 1) * 100 - figure.value) <= figure.resolution / 2
