"""Which figure is wrong? Takes the checks that hold and those that do not; gives for each of the latter the figure to correct.

Minimal change (Fellegi and Holt, *A systematic approach to automatic edit and imputation*, JASA 71, 1976): the smallest set of figures whose correction
satisfies every check. Figures that other checks confirm weigh more, figures that one usual slip away would fit weigh less. Each connected component of
failing checks is a set cover of its own: a component of one check is decided by its weights alone, larger ones by an integer program (HiGHS).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.equation import Equation, Whole, figure_of
from muctieu.audit.figure import Figure
from muctieu.audit.quiet import quiet_solver
from muctieu.audit.slips import slip_between
from muctieu.values.interval import Interval

_LARGEST_PROGRAM = 400
_MANY = 24
"""How many checks of one figure its correction is fitted to, so that time grows with the checks alone."""
_SOLVER_SECONDS = 2.0
_CONFIRMED, _SLIP, _DERIVED = 1.0, 0.75, 0.1


@dataclass(frozen=True, slots=True)
class Suspect:
    """The figure to correct, what it should be (in its unit, at its resolution), and the slip it looks like."""

    figure: Figure
    expected: Interval
    proposed: Decimal
    slip: str | None
    whole: bool = False  # it is the denominator (`14` in `07/14`) that is to be corrected


def suspects_of(checks: Sequence[Check]) -> dict[int, Suspect]:
    """For each failing check (by its place in `checks`) the figure most likely wrong; none where no figure can mend it."""
    failing = [at for at, check in enumerate(checks) if not check.holds and check.equation is not None]
    if not failing:
        return {}
    confirmed, holding = _confirmations(checks)
    options = {at: _options(checks[at]) for at in failing}
    weights = _weights(options, checks, confirmed, holding)
    chosen: dict[int, Suspect] = {}
    for component in _components(failing, checks):
        covered = _cover(component, options, weights)
        touching: dict[int, list[int]] = defaultdict(list)
        for at in component:
            for order in options[at]:
                touching[order].append(at)
        for at in component:
            best = min(
                (order for order in options[at] if order in covered), key=lambda order: weights[order], default=None
            )
            if best is not None:
                chosen[at] = _agreeing(best, touching[best][:_MANY], options, options[at][best])
    return chosen


def _confirmations(checks: Sequence[Check]) -> tuple[dict[int, float], dict[int, list[Check]]]:
    """How often each figure stands in a check that holds (a mere bound confirms nothing)."""
    counts: dict[int, float] = defaultdict(float)
    holding: dict[int, list[Check]] = defaultdict(list)
    for check in checks:
        if check.holds and check.equation is not None:
            for figure in check.figures:
                counts[figure.order] += 1.0
                holding[figure.order].append(check)
    return counts, holding


def _options(check: Check) -> dict[int, Suspect]:
    """What each figure of a failing check would have to be, where that is possible at all."""
    options: dict[int, Suspect] = {}
    equation = check.equation
    if equation is None:
        return options
    for position, term in enumerate(equation.terms[:1] if check.surely else equation.terms):
        figure = figure_of(term)
        suspect = _suspect(equation, position, figure, isinstance(term, Whole))
        kept = options.get(figure.order)
        if suspect is not None and (kept is None or (kept.slip is None and suspect.slip is not None)):
            options[figure.order] = suspect
    return options


def _suspect(equation: Equation, position: int, figure: Figure, whole: bool) -> Suspect | None:
    """One figure as the one to correct: the nearest value at its resolution that satisfies the equation."""
    claim = figure.claim
    stated = claim.whole if whole and claim.whole is not None else claim.value
    best: Suspect | None = None
    for expected in equation.solved(position):
        if not expected.low.is_finite() or not expected.high.is_finite():
            continue
        slip = slip_between(stated, claim.resolution, expected)
        if slip is not None and not (figure.is_count and slip[1] % 1):
            return Suspect(figure, expected, slip[1], slip[0], whole)
        proposed = _at_resolution(expected, claim.resolution)
        if (proposed < 0 < stated and claim.kind not in ("change", "growth")) or (
            figure.is_count and not _possible(expected)
        ):
            continue
        if best is None or abs(proposed - stated) < abs(best.proposed - stated):
            best = Suspect(figure, expected, proposed, None, whole)
    return best


def _possible(expected: Interval) -> bool:
    """Is there a whole number in it?"""
    low = expected.low.to_integral_value(rounding="ROUND_CEILING")
    return low in expected or low + 1 in expected


def _at_resolution(expected: Interval, resolution: Decimal) -> Decimal:
    """The middle of an interval at the figure's resolution."""
    middle = (expected.low + expected.high) / 2
    if not resolution:
        return middle
    return (middle / resolution).to_integral_value(rounding="ROUND_HALF_UP") * resolution


def _weights(
    options: dict[int, dict[int, Suspect]],
    checks: Sequence[Check],
    confirmed: dict[int, float],
    holding: dict[int, list[Check]],
) -> dict[int, float]:
    """How unlikely each figure is to be wrong: 1, more where other checks confirm it, less where a usual slip explains it."""
    weights: dict[int, float] = {}
    fails: dict[int, int] = defaultdict(int)
    for suspects in options.values():
        for order in suspects:
            fails[order] += 1
    for at, suspects in options.items():
        accused = checks[at].accused
        for order, suspect in suspects.items():
            weight = 1.0 + _CONFIRMED * min(confirmed.get(order, 0.0), 4.0) + order * 1e-9
            if suspect.slip in ("swapped", "sign", "separator"):
                weight -= _SLIP
            elif suspect.slip is not None:
                weight -= _SLIP / 15
            if accused is not None and accused.order == order:
                weight -= _DERIVED
            weight -= 0.3 * (fails[order] - 1)
            weights[order] = max(0.01, min(weight, weights.get(order, weight)))
    return weights


def _components(failing: Sequence[int], checks: Sequence[Check]) -> list[list[int]]:
    """Failing checks joined by the figures they share."""
    parent = {at: at for at in failing}

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    first: dict[int, int] = {}
    for at in failing:
        for figure in checks[at].figures:
            other = first.setdefault(figure.order, at)
            parent[root(at)] = root(other)
    groups: dict[int, list[int]] = defaultdict(list)
    for at in failing:
        groups[root(at)].append(at)
    return list(groups.values())


def _cover(component: list[int], options: dict[int, dict[int, Suspect]], weights: dict[int, float]) -> set[int]:
    """The lightest set of figures that touches every check of the component."""
    orders = sorted({order for at in component for order in options[at]})
    rows = [options[at] for at in component if options[at]]
    if not rows:
        return set()
    if len(rows) == 1:
        return {min(rows[0], key=lambda order: weights[order])}
    shared = set.intersection(*(set(row) for row in rows))
    if shared:
        lightest = min(shared, key=lambda order: weights[order])
        if weights[lightest] <= sum(min(weights[order] for order in row) for row in rows):
            return {lightest}
    if len(orders) > _LARGEST_PROGRAM:
        return {min(row, key=lambda order: weights[order]) for row in rows}
    return _program(orders, rows, weights)


def _program(orders: list[int], rows: Sequence[dict[int, Suspect]], weights: dict[int, float]) -> set[int]:
    """The set cover as an integer program: minimise Σ weight·x with x ∈ {0, 1} and Σ x ≥ 1 over each check's figures."""
    solver = quiet_solver()
    solver.setOptionValue("time_limit", _SOLVER_SECONDS)
    variables = {order: solver.addBinary(obj=weights[order]) for order in orders}
    for row in rows:
        solver.addConstr(sum(variables[order] for order in row) >= 1)
    solver.minimize()
    values = solver.getSolution().col_value
    return {order for order, value in zip(orders, values, strict=True) if value > 0.5}


def _agreeing(order: int, component: list[int], options: dict[int, dict[int, Suspect]], first: Suspect) -> Suspect:
    """One correction that mends all the component's checks of the figure, where there is one."""
    expected = first.expected
    for at in component:
        other = options[at].get(order)
        both = expected.intersect(other.expected) if other is not None else None
        if both is not None:
            expected = both
    claim = first.figure.claim
    stated = claim.whole if first.whole and claim.whole is not None else claim.value
    slip = slip_between(stated, claim.resolution, expected)
    if slip is not None:
        return Suspect(first.figure, expected, slip[1], slip[0], first.whole)
    return Suspect(first.figure, expected, _at_resolution(expected, claim.resolution), first.slip, first.whole)
