"""`shares_sum`: the shares of one whole make 100%.

Formula: Σ shares = 100, each within its rounding. In a sentence: shares that follow one another after `cơ cấu`, `tỷ trọng` or `chiếm`, those in
parentheses apart; in a table: neighbouring rows that are shares, or that stand under a row `Cơ cấu …` without figures, down each column.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from muctieu.audit.check import Check
from muctieu.audit.compared import is_compared
from muctieu.audit.complements import complements, of_hundred
from muctieu.audit.equation import Hundred
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Grid, Ledger, Row, Sentence
from muctieu.text.lexicon import lexicon, words_pattern
from muctieu.values.interval import Interval

_HUNDRED = Decimal(100)
_FROM = re.compile(r"\btừ(?: mức)?\s*$")
_ARRIVES = re.compile(r"[^,.;%]{0,40}?\b(?:lên|còn|xuống|về|tới|đến|thành)\b")
_STRUCTURE = re.compile(r"cơ cấu")
_OPENING = ("cơ cấu", "tỷ trọng", "tỉ trọng")
_COLON = re.compile(":\n")
_FEWEST = 3
_ITEM = re.compile(r"[ \t]*(?:[-+*•–]|\(?[a-zđ\d]{1,2}[.)])[^\n]*(?:\n|$)")
_ROOM = 40
_NEAR = 10
_IN_TURN = re.compile(r"\b(?:tương ứng|lần lượt)\b")
_AND = re.compile(r"\s*(?:,|;|và|,? ?và)\s*")
_DASH = re.compile(r"\s*[-–]\s*")
_ROW = re.compile(r"^(?:[-+*•]\s*)?(?:tỷ trọng|tỉ trọng|cơ cấu)")


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(words_pattern(lexicon("audit")["parts"]["structure"]))


def check(ledger: Ledger) -> Iterator[Check]:
    """Every list of shares, in sentences and in tables."""
    for sentence in ledger.sentences:
        if len([figure for figure in sentence.figures if figure.unit == "%"]) >= 2:
            yield from _in_sentence(ledger, sentence)
    yield from _in_lines(ledger)
    for grid in ledger.grids:
        yield from _in_table(grid)


def _in_lines(ledger: Ledger) -> Iterator[Check]:
    """Lines right under one another that each give one share, after a line that speaks of a structure and ends in a colon."""
    for colon in _COLON.finditer(ledger.lower):
        opening = ledger.lower[ledger.lower.rfind("\n", 0, colon.start()) + 1 : colon.start()]
        if any(word in opening for word in _OPENING):
            yield from _listed(ledger, colon.end())


def _listed(ledger: Ledger, start: int) -> Iterator[Check]:
    """The shares of the lines from here on that begin like items of a list."""
    shares: list[Figure] = []
    while (line := _ITEM.match(ledger.lower, start)) is not None:
        start = line.end()
        within = ledger.between(line.start(), line.end())
        figure = next((f for f in within if f.kind in ("level", "target")), None)
        if figure is None or figure.unit != "%" or figure.claim.per or figure.cell is not None:
            break
        shares.append(figure)
    if len(shares) < _FEWEST or len({f.kind for f in shares}) > 1:
        return
    if _makes_hundred(shares):
        yield Check.of("shares_sum", Hundred(*shares))
    elif abs(sum(f.value for f in shares) - _HUNDRED) <= _ROOM and _exact(shares):
        yield of_hundred(shares, "error")


def _in_sentence(ledger: Ledger, sentence: Sentence) -> Iterator[Check]:
    """The shares of a sentence, apart by kind and by parenthesis."""
    lists: dict[tuple[str, int, int], list[Figure]] = {}
    opened = 0
    for figure in sentence.figures:
        opened += figure.before.count("(")
        if figure.unit == "%" and not figure.claim.per and figure.kind in ("level", "target"):
            nested = opened if figure.depth and figure.kind == "level" else 0
            lists.setdefault((figure.kind, figure.depth if figure.kind == "level" else 0, nested), []).append(figure)
    before = [f for shares in lists.values() for f in shares if f.depth == 0 and _left_behind(ledger, f)]
    lists = {key: [f for f in shares if not _left_behind(ledger, f)] for key, shares in lists.items()}
    lists["before", 0, 0] = before
    for shares in lists.values():
        for pair in itertools.pairwise(shares):
            if complements(pair):
                yield from _two(pair)
        if len(shares) >= _FEWEST:
            yield from _threes(shares)
    words = ledger.words(sentence.start, sentence.end)
    if not _cue().search(words):
        return
    certain = bool(_STRUCTURE.search(ledger.words(sentence.start, sentence.figures[0].claim.start)))
    for shares in lists.values():
        found = _best(shares, certain)
        if found is not None and not found.holds:
            found = _with_bracketed(sentence, found)
        if found is not None:
            yield found
            yield from _likewise(shares, found)


def _threes(shares: list[Figure]) -> Iterator[Check]:
    """Three or four shares that by their names make the whole; three that are less than 100 leave room for a fourth (taxes)."""
    shares = [f for f in shares if not is_compared(f)]
    at = 0
    while at + _FEWEST <= len(shares):
        four, three = shares[at : at + _FEWEST + 1], shares[at : at + _FEWEST]
        if len(four) > _FEWEST and complements(four):
            at += _FEWEST + 1
            yield from _two(four)
        elif complements(three):
            at += _FEWEST
            if sum(f.value for f in three) >= _HUNDRED:
                yield from _two(three)
        else:
            at += 1


def _with_bracketed(sentence: Sentence, found: Check) -> Check:
    """`37,50%; 21,50%; 36,20%; phần còn lại là thuế (4,80%)`: shares that fall short by what the sentence gives in parentheses alone."""
    for figure in sentence.figures:
        shares = (*found.figures, figure)
        if figure.is_share and figure.kind == "level" and figure not in found.figures and _makes_hundred(shares):
            return Check.of("shares_sum", Hundred(*shares))
    return found


def _likewise(shares: list[Figure], found: Check) -> Iterator[Check]:
    """`là 30,2% - 35,1% - 34,7%; năm 2024 là 22,4% - 40,3% - 37,3%`: as many shares again, joined by dashes as those that make 100, or told in their order (`các tỷ lệ tương ứng là 33,8%, 27,5% và 38,7%`)."""
    count = len(found.figures)
    if not found.holds or count < _FEWEST or len(shares) != 2 * count:
        return
    other = [share for share in shares if share not in found.figures]
    dashed = all(_DASH.fullmatch(share.before) for share in (*other[1:], *found.figures[1:]))
    in_turn = _IN_TURN.search(other[0].before) and all(_AND.fullmatch(share.before) for share in other[1:])
    if (dashed or in_turn) and other in (shares[:count], shares[count:]):
        yield Check.of("shares_sum", Hundred(*other)) if _makes_hundred(other) else of_hundred(other, "error")


def _two(pair: Sequence[Figure]) -> Iterator[Check]:
    """`nam chiếm 52,4%, nữ 47,6%`: two shares that leave nothing between them; what is far from 100 is of something else."""
    if _makes_hundred(pair):
        yield Check.of("shares_sum", Hundred(*pair))
    elif abs(sum(figure.value for figure in pair) - _HUNDRED) <= _NEAR and _exact(pair):
        yield of_hundred(pair, "warning")


def _left_behind(ledger: Ledger, figure: Figure) -> bool:
    """Is it where a rise or a fall began (`tăng từ 14,6% lên 18,3%`), and so a share of another time?"""
    return (
        "từ" in figure.before
        and _FROM.search(figure.before) is not None
        and _ARRIVES.match(ledger.after(figure, 50)) is not None
    )


def _best(shares: list[Figure], certain: bool) -> Check | None:
    """The neighbours among the shares that make 100, the longest list first; else the whole list where it is about 100."""
    count = len(shares)
    if count < 2:
        return None
    for length in range(count, 1, -1):
        for start in range(count - length + 1):
            group = shares[start : start + length]
            if abs(sum(figure.value for figure in group) - _HUNDRED) <= 1 and _makes_hundred(group):
                return Check.of("shares_sum", Hundred(*group))
    if count < 3:
        return None
    for group in (shares, shares[1:]):
        total = sum(figure.value for figure in group)
        room = 65 if certain else 6
        if len(group) >= 3 and abs(total - _HUNDRED) <= room and _exact(group):
            return of_hundred(group, "error" if certain or abs(total - _HUNDRED) <= 3 else "warning")
    return None


def _exact(group: Sequence[Figure]) -> bool:
    """Is each of them stated as such, not as `trên` or `khoảng`?"""
    return all(figure.comparator == "eq" for figure in group)


def _makes_hundred(group: Sequence[Figure]) -> bool:
    """Do values within the intervals make 100?"""
    total = group[0].interval
    for figure in group[1:]:
        total = total + figure.interval
    return total.meets(Interval.exactly(100))


def _in_table(grid: Grid) -> Iterator[Check]:
    """Neighbouring rows that are shares by their name, and columns that are structures by their head."""
    run: list[int] = []
    for position in range(len(grid.rows) + 1):
        if position < len(grid.rows) and _ROW.match(grid.rows[position].label):
            run.append(position)
            continue
        if len(run) >= 2:
            for column in sorted({c for at in run for c in grid.rows[at].figures}):
                yield from _column([grid.rows[at].figures.get(column) for at in run])
        run = []
    for position, row in enumerate(grid.rows):
        if not row.figures and _ROW.match(row.label):
            yield from _headed(grid.rows[position + 1 :], row)
    for column, head in grid.heads.items():
        if ("cơ cấu" in head or "tỷ trọng" in head) and len(grid.rows) >= 3:
            figures = [
                row.figures.get(column) for row in grid.rows if not row.label.startswith(("tổng", "cộng", "chung"))
            ]
            if sum(1 for figure in figures if figure is not None) >= 3:
                yield from _column(figures)


def _headed(rows: Sequence[Row], head: Row) -> Iterator[Check]:
    """The rows right under a head that gives no figure (`Cơ cấu kinh tế`): shares, marked otherwise than the head and than what follows."""

    def is_part(row: Row) -> bool:
        marked = row.mark.isdigit()
        return (
            bool(row.figures)
            and marked == rows[0].mark.isdigit()
            and not (marked and head.mark.isdigit())
            and all(f.unit == "%" for f in row.figures.values())
        )

    parts = list(itertools.takewhile(is_part, rows))
    for column in sorted({c for row in parts for c in row.figures}) if len(parts) >= 2 else ():
        yield from _column([row.figures.get(column) for row in parts])


def _column(figures: Sequence[Figure | None]) -> Iterator[Check]:
    """One column of shares: 100 or about 100, else nothing is said."""
    shares = [figure for figure in figures if figure is not None]
    if (
        len(shares) < 2
        or len(shares) != len(figures)
        or any(f.unit != "%" or f.kind in ("growth", "change") for f in shares)
    ):
        return
    total = sum(figure.value for figure in shares)
    if _makes_hundred(shares):
        yield Check.of("shares_sum", Hundred(*shares))
    elif abs(total - _HUNDRED) <= 40 and len(shares) >= 3 and _exact(shares):
        yield of_hundred(shares, "error" if abs(total - _HUNDRED) <= 12 else "warning")
