"""A document and its claims → what does not hold, and what was recomputed and does. The room's door."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from muctieu.audit.check import Check
from muctieu.audit.equation import figure_of
from muctieu.audit.figure import Figure
from muctieu.audit.finding import Finding, Held
from muctieu.audit.ledger import Ledger
from muctieu.audit.localise import Suspect, suspects_of
from muctieu.audit.open_figures import Settled, settle
from muctieu.audit.rules import (
    additions,
    ahead_of_time,
    apart_sums,
    attained_again,
    attainment,
    balances,
    communes_retold,
    gap_directions,
    gaps_beside,
    growth,
    growth_tables,
    impossible,
    items_counted,
    judged_items,
    judged_lists,
    judgements,
    larger_parts,
    left_to_do,
    list_sums,
    listed_apart,
    named_lists,
    note_sums,
    numbered_items,
    open_columns,
    open_differences,
    open_gaps,
    open_goals,
    open_means,
    open_pages,
    open_pairs,
    open_paragraphs,
    open_populations,
    open_portions,
    open_rests,
    open_rises,
    open_runs,
    open_scales,
    open_shares,
    open_sums,
    open_twins,
    open_verdicts,
    ordinals,
    paired_lists,
    paragraph_sums,
    parted_totals,
    parts_retold,
    parts_sum,
    products,
    rare_names,
    rates_beside,
    ratio,
    ratio_lists,
    ratio_tables,
    repeat,
    restated,
    rests,
    retold,
    shares_sum,
    shortfalls,
    spans_of_time,
    spoken,
    states_of,
    sums_below,
    table_flows,
    table_means,
    table_sums,
    tally,
    tally_apart,
    tally_marks,
    tally_tables,
    target_gap,
    timed_means,
    told_totals,
    unreached,
    verdicts_beside,
    whole_of_list,
    worded,
    wrong_wholes,
    year_sums,
    yearly_rates,
)
from muctieu.audit.wording import finding_of, held_of
from muctieu.claims.claim import Claim
from muctieu.document.document import Document
from muctieu.values.interval import Interval

RULES: dict[str, tuple[Callable[[Ledger], Iterator[Check]], ...]] = {
    "ratio": (
        ratio.check,
        ratio_lists.check,
        ratio_tables.check,
        products.check,
        table_means.check,
        wrong_wholes.check,
    ),
    "shares_sum": (shares_sum.check,),
    "parts_sum": (
        parts_sum.check,
        whole_of_list.check,
        parted_totals.check,
        list_sums.check,
        table_sums.check,
        table_flows.check,
        balances.check,
        rests.check,
        apart_sums.check,
        year_sums.check,
        told_totals.check,
        note_sums.check,
        paragraph_sums.check,
        sums_below.check,
        paired_lists.check,
        unreached.check,
        left_to_do.check,
    ),
    "growth": (growth.check, timed_means.check, growth_tables.check, yearly_rates.check),
    "target_gap": (target_gap.check, shortfalls.check, gaps_beside.check, additions.check),
    "attainment": (
        attainment.check,
        judgements.check,
        judged_items.check,
        judged_lists.check,
        worded.check,
        spoken.check,
        rates_beside.check,
        verdicts_beside.check,
        ahead_of_time.check,
        gap_directions.check,
    ),
    "tally": (
        judged_lists.counts,
        tally.check,
        ordinals.check,
        tally_tables.check,
        tally_marks.check,
        tally_apart.check,
        listed_apart.check,
        named_lists.check,
        items_counted.check,
        numbered_items.check,
        states_of.check,
    ),
    "repeat": (
        repeat.check,
        rare_names.check,
        restated.check,
        retold.check,
        attained_again.check,
        parts_retold.check,
        communes_retold.check,
    ),
    "impossible": (impossible.check, larger_parts.check, spans_of_time.check),
}
OPEN_FIGURES: dict[str, tuple[Callable[[Ledger, Settled], Iterator[Check]], ...]] = {
    "ratio": (open_shares.check, open_populations.check),
    "shares_sum": (open_portions.check,),
    "parts_sum": (open_sums.check, open_rests.check, open_runs.check),
    "target_gap": (open_gaps.check, open_goals.check, open_pairs.check),
    "growth": (
        open_differences.check,
        open_rises.check,
        open_pages.check,
        open_paragraphs.check,
        open_means.check,
        open_columns.check,
    ),
    "attainment": (open_verdicts.check,),
    "repeat": (open_twins.check, open_scales.check),
}
"""Rules that are given last what no other has recomputed."""
_TWO = 2
_MOST_TWINS = 4
_ORDER = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit gives: the findings in reading order, and the groups that were recomputed and hold."""

    findings: tuple[Finding, ...]
    held: tuple[Held, ...]


def audit(document: Document, claims: Sequence[Claim], *, rules: Iterable[str] | None = None) -> Audit:
    """Recomputes what can be recomputed in one document.

    `rules` limits it to those named (ValueError for a name that is none). Time grows with the number of claims.
    """
    chosen = list(RULES) if rules is None else list(rules)
    unknown = [name for name in chosen if name not in RULES]
    if unknown:
        raise ValueError(f"There is no rule {unknown[0]!r}; the rules are {', '.join(RULES)}.")
    ledger = Ledger(document, claims)
    told = [check for name in chosen for rule in RULES[name] for check in rule(ledger)]
    settled = Settled()
    settle(settled, told)
    told += _of_open_figures(ledger, chosen, settled)
    checks = _without_weak(_merged(_without_added_up(told)))
    suspects = suspects_of(checks)
    _join_twins(checks)
    explained = {
        suspects[at].figure.order: suspects[at]
        for at, check in enumerate(checks)
        if at in suspects and check.severity == "error"
    }
    shares = {_pair(check.figures[1:]) for check in checks if check.rule == "ratio" and check.holds}
    findings = [
        finding_of(ledger, check, suspects.get(at))
        for at, check in enumerate(checks)
        if not (check.holds or _explained(check, suspects.get(at), explained) or _both_proved(check, settled))
        and not (check.rule == "repeat" and _pair(check.figures[:_TWO]) in shares)
    ]
    findings.sort(key=lambda finding: (finding.at, _ORDER[finding.severity], finding.rule))
    ledger.forget()
    return Audit(tuple(findings), tuple(held_of(check) for check in checks if check.holds))


def _join_twins(checks: list[Check]) -> None:
    """A figure that is told otherwise elsewhere is marked with all that tell the same as the one it is held against: the sentence as well as the table's cell."""
    twins: dict[int, list[Figure]] = {}
    for check in checks:
        if check.rule == "repeat" and check.holds and len(check.figures) == _TWO:
            for one, other in (check.figures, check.figures[::-1]):
                twins.setdefault(one.order, []).append(other)
    for check in checks:
        if check.rule == "repeat" and not check.holds:
            more = [twin for figure in check.figures for twin in twins.get(figure.order, ())]
            check.figures = tuple({figure.order: figure for figure in (*check.figures, *more[:_MOST_TWINS])}.values())


def _of_open_figures(ledger: Ledger, chosen: Sequence[str], settled: Settled) -> list[Check]:
    """What the rules that run last make of the figures that are still open, each after those before it, which it sees settled."""
    found: list[Check] = []
    for name in chosen:
        for rule in OPEN_FIGURES.get(name, ()):
            checks = list(rule(ledger, settled))
            settle(settled, checks)
            found += checks
    return found


def _pair(figures: Sequence[Figure]) -> frozenset[int]:
    """The two: a part and its whole of which a share holds (`tiếp nhận 3.864 hồ sơ, giải quyết 3.846 hồ sơ = 99,5%`) are no repetition."""
    return frozenset(figure.order for figure in figures)


def _both_proved(check: Check, settled: Settled) -> bool:
    """Are two figures that look like one statement each proved by others? Then they are two things, but for two digits the other way round."""
    unsure = check.rule == "repeat" and check.severity == "warning"
    if not unsure or check.equation is None or not all(f.order in settled["proved"] for f in check.figures):
        return False
    return check.equation.slip() != "swapped"


def _explained(check: Check, suspect: Suspect | None, explained: dict[int, Suspect]) -> bool:
    """Does it fail only because a figure that it uses is already found wrong, so that the figure's correction mends it too?"""
    if suspect is None or check.severity != "warning" or check.rule == "repeat" or check.accused is suspect.figure:
        return False
    found = explained.get(suspect.figure.order)
    equation = check.equation
    if found is None or equation is None:
        return False
    corrected = Interval.rounded(found.proposed, found.figure.claim.resolution)
    return any(
        expected.meets(corrected)
        for at, term in enumerate(equation.terms)
        if figure_of(term) is suspect.figure
        for expected in equation.solved(at)
    )


def _without_added_up(checks: list[Check]) -> list[Check]:
    """Leaves out a sum that does not fit between parts which together make a total that fits: none of them is the total of the others."""
    lists: dict[int, list[frozenset[int]]] = {}
    for check in checks:
        if check.rule == "parts_sum" and check.holds and check.equation is not None:
            parts = frozenset(figure_of(term).order for term in check.equation.terms[1:])
            for order in parts if len(parts) > 1 else ():
                lists.setdefault(order, []).append(parts)

    def is_added_up(check: Check) -> bool:
        orders = {figure.order for figure in check.figures}
        return any(orders <= parts for parts in lists.get(check.figures[0].order, ()))

    return [c for c in checks if c.rule != "parts_sum" or c.holds or not c.figures or not is_added_up(c)]


def _without_weak(checks: list[Check]) -> list[Check]:
    """All but the weak failures over what another check has found to hold, or to fail, already."""
    told = {_stated(check) for check in checks if (check.holds or not check.weak) and (check.equation or check.words)}
    kept: list[Check] = []
    for check in checks:
        if check.holds or not check.weak:
            kept.append(check)
        elif _stated(check) not in told and (check.about is None or ("figure", check.about.order) not in told):
            told.add(_stated(check))
            kept.append(check)
    return kept


def _stated(check: Check) -> tuple[str, int]:
    """What it says something of: the figure that it accuses, or words."""
    if check.equation is None and check.words:
        return ("judged", check.figures[0].order) if len(check.figures) == 1 else ("words", check.words[0].start)
    return "figure", check.accused.order if check.accused is not None else -1


def _merged(checks: list[Check]) -> list[Check]:
    """One check a group of figures: the first of equal ones, and of two failures over one stated figure the one that says more.

    A fall of 126% is impossible and does not fit its values either: one finding, that rests on all the figures.
    """
    by_group: dict[tuple[object, ...], Check] = {}
    impossible_at: dict[int, Check] = {}
    for check in checks:
        if check.rule == "impossible" and not check.holds and check.figures:
            impossible_at[check.figures[0].order] = check
    kept: list[Check] = []
    for check in checks:
        if not check.holds and check.rule != "impossible" and check.accused is not None:
            other = impossible_at.get(check.accused.order)
            if other is not None:
                other.figures = tuple({f.order: f for f in (*other.figures, *check.figures)}.values())
                other.equation, other.expected = check.equation, check.expected or other.expected
                continue
        if len(check.figures) < _TWO:
            kept.append(check)
            continue
        sort = check.rule if check.equation is None else ""
        group = (sort, *sorted(figure.order for figure in check.figures), *(span.start for span in check.words))
        same = by_group.get(group)
        if same is not None:
            if same.holds and not check.holds:
                continue  # one reading of the words holds
            if check.holds and not same.holds:
                same.holds = True
            continue
        by_group[group] = check
        kept.append(check)
    return kept
