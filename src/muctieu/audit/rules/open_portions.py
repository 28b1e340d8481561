"""`shares_sum` of shares that stand one after another in a paragraph, whatever their sentences, and were held against nothing together.

Formula: Σ shares = 100, each within its rounding. `công nghiệp giữ tỷ trọng cao nhất với 38,2%. Dịch vụ đứng thứ hai, 33,1%. Nông nghiệp giảm còn 23,4%, phần còn lại là thuế 5,3%`: three or more of one time, with no other figure
between them, that make about 100. Less than 100 may leave something out; more, or what two digits the other way round would mend, cannot be so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.compared import is_compared
from muctieu.audit.complements import of_hundred
from muctieu.audit.equation import Hundred
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.open_figures import Settled, mended

_FEWEST, _MOST = 3, 7
_NEAR = 3
_HUNDRED = Decimal(100)


def check(ledger: Ledger, settled: Settled) -> Iterator[Check]:
    """Every run of shares that no other rule has added up."""
    done = settled["shares_sum"]
    for run in _runs(ledger):
        if not any(share.order in done for share in run):
            found = _of_run(run)
            if found is not None:
                yield found


def _runs(ledger: Ledger) -> Iterator[list[Figure]]:
    """Shares one after another, with no other figure between them, in one paragraph."""
    run: list[Figure] = []
    for figure in ledger.figures:
        if run and figure.depth and figure.sentence == run[-1].sentence and not figure.cell:
            continue  # `nông nghiệp 31,6% (giảm 4,6 điểm phần trăm), công nghiệp 38,9% (tăng 3,3 điểm phần trăm)`
        plain = (
            figure.is_share
            and figure.kind in ("level", "target")
            and figure.cell is None
            and figure.claim.comparator == "eq"
        )
        plain = plain and not figure.depth and not figure.claim.per and not is_compared(figure)
        if run and (not plain or not _goes_on(ledger, run[-1], figure)):
            yield from [run] if _FEWEST <= len(run) <= _MOST else []
            run = []
        if plain:
            run.append(figure)
    yield from [run] if _FEWEST <= len(run) <= _MOST else []


def _goes_on(ledger: Ledger, last: Figure, figure: Figure) -> bool:
    """Are they of one paragraph, one time and one number of decimals?"""
    same = last.kind == figure.kind and last.claim.resolution == figure.claim.resolution
    same = same and (last.period == figure.period or None in (last.period, figure.period))
    return same and "\n" not in ledger.text[last.claim.end : figure.claim.start]


def _of_run(run: Sequence[Figure]) -> Check | None:
    """What makes 100; else all of them, where they are about that."""
    equation = Hundred(*run)
    if equation.holds():
        return Check.of("shares_sum", equation)
    total = sum((share.value for share in run), Decimal(0))
    if abs(total - _HUNDRED) > _NEAR and not mended(equation):
        return None
    found = of_hundred(run, "warning")
    found.weak = True
    return found
