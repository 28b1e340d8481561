"""`shares_sum` and `parts_sum` over the sentences of a paragraph that no rule has added up: shares up to `còn lại` or `khác`, the amounts after a total.

Formulas: Σ shares = 100; Σ parts = total. `Đồng bào Mông chiếm 46,2% dân số. Dân tộc Thái chiếm 31,5%. Đồng bào Khơ Mú chiếm 12,7%, các dân tộc còn lại chiếm 9,6%`. Shares must come near 100; amounts that do not fit fail only where two digits the other way round would mend their sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.compared import is_compared
from muctieu.audit.complements import of_hundred
from muctieu.audit.equation import Hundred, Sum
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.open_figures import Settled, is_amount, mended
from muctieu.audit.persons import count_alike

_REST = re.compile(r"\b(?:còn lại|khác)\b[^,;.]*$")
_OTHER = re.compile(
    r"\b(?:kế hoạch|kh|dự toán|cùng kỳ|ck|so với|so|năm trước|chỉ tiêu|mục tiêu|tăng|giảm|bình quân|vượt|từ|lên|nâng|tỷ lệ|trong đó|riêng)\b"
)
_HUNDRED, _ROOM = Decimal(100), Decimal(6)
_NEAR = Decimal("0.3")
_FEWEST, _LONGEST = 3, 10


def check(ledger: Ledger, settled: Settled) -> Iterator[Check]:
    """Every paragraph of two sentences with figures or more."""
    run: list[Sentence] = []
    for sentence in (*ledger.sentences, None):
        follows = (
            sentence is not None
            and run
            and "\n" not in ledger.text[run[-1].figures[-1].claim.end : sentence.figures[0].claim.start]
        )
        if follows and sentence is not None:
            run.append(sentence)
            continue
        if len(run) > 1:
            figures = [f for each in run for f in each.figures if not f.depth and f.cell is None]
            yield from _shares(figures, settled)
            yield from _amounts(figures, settled)
        run = [sentence] if sentence is not None else []


def _shares(figures: Sequence[Figure], settled: Settled) -> Iterator[Check]:
    """The shares that one after another lead to what is left or to others."""
    run: list[Figure] = []
    for figure in figures:
        plain = figure.is_share and figure.kind == "level" and figure.comparator == "eq" and not figure.claim.per
        if not plain or _OTHER.search(figure.before) or figure.order in settled["shares_sum"]:
            run = []
            continue
        run.append(figure)
        if _REST.search(figure.before):
            yield from _up_to_rest(run)
            run = []


def _up_to_rest(run: Sequence[Figure]) -> Iterator[Check]:
    """The shares that end with what is left: as many of the last as make 100, else the most that come near it from more than one sentence."""
    lists = [run[start:] for start in range(len(run) - _FEWEST + 1)]
    fitting = next((shares for shares in lists if Hundred(*shares).holds()), None)
    near = [shares for shares in lists if abs(sum(f.value for f in shares) - _HUNDRED) <= _ROOM]
    chosen = fitting or next((shares for shares in near if shares[0].sentence != shares[-1].sentence), None)
    if chosen is not None:
        found = of_hundred(chosen)
        found.weak = True
        yield found


def _amounts(figures: Sequence[Figure], settled: Settled) -> Iterator[Check]:
    """The amounts of a total's measure in the sentences after it."""
    for place, total in enumerate(figures):
        if total.order in settled["parts_sum"] or not is_amount(total) or total.is_share:
            continue
        parts: list[Figure] = []
        for figure in figures[place + 1 :]:
            if not count_alike(figure, total):
                continue
            if (
                not is_amount(figure)
                or figure.value >= total.value
                or _OTHER.search(figure.before)
                or is_compared(figure)
            ):
                break
            parts.append(figure)
            made = sum((part.value for part in parts), Decimal(0))
            apart = len(parts) >= _FEWEST and len({part.sentence for part in (total, *parts)}) > _FEWEST - 1
            if made > total.value * (1 + _NEAR) or len(parts) > _LONGEST:
                break
            equation = Sum(total, *parts)
            if apart and equation.holds():
                yield Check.of("parts_sum", equation)
                return
        if (
            len(parts) >= _FEWEST
            and len({part.sentence for part in (total, *parts)}) > _FEWEST - 1
            and mended(Sum(total, *parts))
        ):
            found = Check.of("parts_sum", Sum(total, *parts), "warning")
            found.reported, found.weak = total.value, True
            yield found
            return
