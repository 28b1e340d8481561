"""`attainment` of judgements in prose whose figures stand elsewhere: `đàn bò vượt kế hoạch`, `Các chỉ tiêu về A, B, C đều đạt và vượt`, `Bốn chỉ tiêu đạt gồm A, B …`.

Formula: as for other judgements. Each name before the judgement, or of the list after it, is held against the one result and target that the report gives under its words; where two may be meant, where the words
look ahead, or where the result is of a shorter time than the target, nothing is said.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from muctieu.audit.check import Check
from muctieu.audit.clauses import AFTER, said
from muctieu.audit.direction import better
from muctieu.audit.figure import Figure
from muctieu.audit.judged import judged, rated
from muctieu.audit.ledger import Ledger
from muctieu.audit.names import Key
from muctieu.audit.pledges import Pledge, Pledges, unsaying
from muctieu.audit.times import months_of
from muctieu.audit.verdict import Verdict, verdict_in
from muctieu.text.lexicon import lexicon, words_pattern

_OPENS = re.compile(r"[;:\n]|\.(?!\d)")
_PARENTHESIS = re.compile(r"\([^()]*\)?")
_NAMES = re.compile(r",|\bvà\b|;")
_LIST = re.compile(
    r"chỉ tiêu (?:(?:đã|được|ước) )?(?P<verdict>(?:(?:chưa|không) )?(?:đạt và vượt|hoàn thành vượt|đạt|hoàn thành|vượt))?(?: mức| và vượt)?(?: (?:kế hoạch|mục tiêu|nghị quyết|đề ra|chỉ tiêu))*"
    r"(?:(?:,? ?(?:là|gồm|gồm có|bao gồm|đó là):?|(?<=\d chỉ tiêu):)\s"
    r"| ?\((?:(?:tiêu biểu|điển hình|nổi bật|trong đó có|cụ thể)(?: như| là)?:? |gồm:? |như:? |là:? )?(?=[^\W\d]))(?=(?P<items>[^\n]{8,600}))"
)
_COUNTED_BEFORE = re.compile(r"\b(?P<before>(?:(?:chưa|không|khó|khả năng) )?(?:đạt|hoàn thành|vượt)):? \d{1,2} $")
_OF_ONE_PLAN = re.compile(r"\bso với\b|\b(?:dự toán|kế hoạch|mục tiêu)\b")
_ONE_CLAUSE = re.compile(r"[^.;:\d]{0,40}")
_VERDICT_ENDS = ("đạt ", "vượt ", "thành ", "mức ", "với ", "được ", "hơn ", "đích ", "thấp ", "bảo ", "độ ")
_RATED = re.compile(r"[^.;,\n]{0,30}?\d+(?:,\d+)?\s?%")
_LONG_VERDICT = 40
_NEARLY_A_TERM = 4  # years
_LONGEST = 170
_LONG_NAME = 70
_FEWEST_LETTERS = 5
_FEWEST_WORDS = 2


@cache
def _verdicts() -> re.Pattern[str]:
    words = lexicon("audit")["verdict"]
    verdicts = words_pattern([*words["missed"], *words["exceeded"], *words["met"]])
    return re.compile(rf"(?<!\w)(?P<verdict>{verdicts})(?: mức)?(?: so với)?(?: được)?$")


def _judged_at(ledger: Ledger) -> Iterator[tuple[re.Match[str], int]]:
    """The judgements right before a word for what is reached, with the end of that word; a rate after it (`đạt kế hoạch 98%`) judges otherwise."""
    text = ledger.lower
    for plan in lexicon("audit")["pledges"]["plans"]:
        for at in ledger.places(plan):
            end = at + len(plan)
            if text.endswith(_VERDICT_ENDS, 0, at) and not text[end : end + 1].isalnum():
                match = _verdicts().search(text, max(0, at - 1 - _LONG_VERDICT), at - 1)
                if match is not None and _RATED.match(text, end) is None:
                    yield match, end


@cache
def _cue(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{words_pattern(lexicon('audit')['pledges'][name])}\b")


class Spoken(NamedTuple):
    """A name under a judgement: where the words stand that are shown, what they are, whether they look ahead; `told` is a figure that is judged, `own` the target beside the name."""

    name: str
    start: int
    words: str
    verdict: Verdict
    foreseen: bool = False
    told: Figure | None = None
    own: Figure | None = None


def check(ledger: Ledger) -> Iterator[Check]:
    """Every judgement of prose and the names that it is said of."""
    if not any(figure.kind in ("target", "attainment") for figure in ledger.figures):
        return
    done: set[tuple[int, int]] = set()
    for spoken in itertools.chain(_before(ledger), _listed(ledger)):
        pledge = ledger.once(Pledges).named(spoken.name)
        if pledge is None:
            yield from _by_rate(ledger, spoken)
        pair = _pair(ledger, pledge, spoken) if pledge is not None else None
        if pair is None or (pair[1].order, spoken.start) in done:
            continue
        done.add((pair[1].order, spoken.start))
        verdict = Verdict(spoken.verdict.judgement, 0, len(spoken.words))
        found = judged(*pair, verdict, spoken.start, "warning")
        if found is not None:
            found.facts = {"words": spoken.words}
            yield found


def _is_of_next_term(ledger: Ledger, result: Figure, target: Figure) -> bool:
    """Does the target stand behind the result, for years that begin when the report's own end?"""
    own, ahead = (ledger.document.period or "")[-4:], target.period or ""
    if target.cell is not None or target.order < result.order or not (own.isdigit() and ahead[:4].isdigit()):
        return False
    return int(ahead[:4]) >= int(own) + (0 if "/" in ahead else _NEARLY_A_TERM)


def _by_rate(ledger: Ledger, spoken: Spoken) -> Iterator[Check]:
    """`Thu ngân sách vượt dự toán`, where `Thu ngân sách đạt 96,4% dự toán` is told elsewhere: the only rate of attainment of just that name."""
    rates = ledger.once(_rates).get(said(spoken.name) - unsaying(), [])
    apart = [rate for rate in rates if not rate.claim.sentence.start <= spoken.start < rate.claim.sentence.end]
    if spoken.told is None and not spoken.foreseen and apart and len({rate.value for rate in rates}) == 1:
        words = "không đạt" if spoken.verdict.judgement == "missed" else spoken.words
        yield rated(apart[0], words, spoken.start, spoken.start + len(spoken.words))


def _rates(ledger: Ledger) -> dict[Key, list[Figure]]:
    """The rates of attainment of whole years and terms, of what should rise, by the words of their names."""
    found: dict[Key, list[Figure]] = {}
    for figure in ledger.figures:
        if figure.kind == "attainment" and figure.is_share and figure.claim.comparator == "eq" and figure.cell is None:
            name = said(figure.claim.indicator) - unsaying()
            if len(name) >= _FEWEST_WORDS and better(figure.claim.indicator) == "up":
                found.setdefault(name, []).append(figure)
    return found


def _pair(ledger: Ledger, pledge: Pledge, spoken: Spoken) -> tuple[Figure, Figure] | None:
    """The result and the target that are judged; none where the judgement stands beside both, or is of another time."""
    result = spoken.told or pledge.result
    target = spoken.own or pledge.target
    if result.unit != target.unit and not (result.is_counted and target.is_counted):
        return None
    if result.measure[1] != target.measure[1] or (spoken.foreseen and result.claim.status != "estimated"):
        return None
    here = [
        f.claim.sentence for f in (result, target) if f.cell is None and f is not spoken.own and f is not spoken.told
    ]
    if any(start <= spoken.start < end for start, end in here):
        return None  # held against what stands beside it
    if _is_of_next_term(ledger, result, target):
        return None
    if spoken.told is not None and (target.sentence == result.sentence or pledge.result.value != result.value):
        return None
    return (result, target) if spoken.own is not None or _is_due(result, target, spoken.verdict) else None


def _before(ledger: Ledger) -> Iterator[Spoken]:
    """The names before a judgement in its clause; where a figure stands there, it is what is judged."""
    text = ledger.lower
    for match, closed in _judged_at(ledger):
        low = max(0, match.start() - _LONGEST)
        opened = max((each.end() for each in _OPENS.finditer(text, low, match.start())), default=low)
        clause = _PARENTHESIS.sub(lambda each: " " * len(each[0]), text[opened : match.start()])
        verdict = verdict_in(match["verdict"])
        end = _OPENS.search(text, closed)
        tail = text[closed : min(end.start() if end is not None else len(text), closed + 60)]
        if verdict is None or verdict.judgement == "open" or _cue("ahead").search(clause + tail) is not None:
            continue
        foreseen = _cue("foreseen").search(clause) is not None
        figures = ledger.between(opened, match.start())
        if figures:
            told = figures[-1]
            plain = told.kind == "level" and told.cell is None and told.claim.sentence.end >= closed
            if plain and _ONE_CLAUSE.fullmatch(text, told.claim.end, match.start()) is not None:
                words = f"{AFTER.split(told.before)[-1]} {told.indicator.split(',')[0]}"
                yield Spoken(words, match.start(), match["verdict"], verdict, False, told)
                if told.is_counted:  # `tạo việc làm mới cho 1.154 lao động, vượt kế hoạch cả năm`
                    words = f"{told.unit[1:-1]} {told.indicator.rpartition(',')[2]}"
                    yield Spoken(words, match.start(), match["verdict"], verdict, False, told)
            continue
        parts = [name for _, name in _split(clause)]
        together = "chỉ tiêu" in clause or " đều " in f"{clause} "
        for name in parts if together else [*parts[-1:], clause]:
            if _FEWEST_LETTERS <= len(name.strip()) <= _LONG_NAME:
                yield Spoken(name, match.start(), match["verdict"], verdict, foreseen)


def _listed(ledger: Ledger) -> Iterator[Spoken]:
    """The names of a list under its judgement, with the targets in parentheses after them."""
    for listed in _lists(ledger):
        before = _COUNTED_BEFORE.search(ledger.lower, max(0, listed.start() - _LONG_VERDICT), listed.start())
        told = listed["verdict"] or (before["before"] if before is not None else None)
        verdict = verdict_in(told) if told is not None else None
        items = _PARENTHESIS.sub(lambda each: " " * len(each[0]), listed["items"])
        closed = re.search(r"[.:)](?!\d)" if listed["verdict"] else r"[.:;)](?!\d)", items)
        items = items[: closed.start()] if closed is not None else items
        if verdict is None or verdict.judgement == "open":
            continue
        for at, name in _split(items):
            if _OF_ONE_PLAN.search(name) is None and _FEWEST_LETTERS <= len(name.strip()) <= _LONG_NAME:
                start = listed.start("items") + at
                beside = [f for f in ledger.between(start, start + len(name)) if f.kind == "target"]
                yield Spoken(name, start, name.strip(), verdict, False, None, beside[0] if len(beside) == 1 else None)


def _lists(ledger: Ledger) -> Iterator[re.Match[str]]:
    """Where names of targets may follow."""
    for at in ledger.places("chỉ tiêu"):
        found = _LIST.match(ledger.lower, at)
        if found is not None:
            yield found


def _split(words: str) -> Iterator[tuple[int, str]]:
    """The names between commas and `và`, with the places where they begin."""
    at = 0
    for mark in _NAMES.finditer(words):
        yield at + len(words[at : mark.start()]) - len(words[at : mark.start()].lstrip()), words[at : mark.start()]
        at = mark.end()
    yield at + len(words[at:]) - len(words[at:].lstrip()), words[at:]


def _is_due(result: Figure, target: Figure, verdict: Verdict) -> bool:
    """Is the result of as long a time as its target, or a rate or number of its end?"""
    one, other = months_of(result.period), months_of(target.period)
    if verdict.judgement == "missed" or one is None or other is None or result.is_share:
        return True
    return one[1] - one[0] == other[1] - other[0] or one[1] == other[1] or result.is_counted
