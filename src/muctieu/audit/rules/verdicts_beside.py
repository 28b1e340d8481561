"""`attainment` of judgements, whatever stands between them and their figures: the only result and plan of a sentence, or a rate of attainment, against the words that judge or compare them.

Formula: as for other judgements; `cao hơn`, `thấp hơn`, `bằng` compare the numbers as they are. A rate of 100 % or more is reached, more than that exceeded, less missed (`đạt 101,8% kế hoạch, không đạt chỉ tiêu`), said in
its clause, before a list in which it stands, or by `chỉ đạt`. A sentence of two judgements, or of more figures of the measure, is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from muctieu.audit.beside import Pair, goes_with, is_plan, is_result
from muctieu.audit.check import Check
from muctieu.audit.clauses import clause_of
from muctieu.audit.compared import is_compared
from muctieu.audit.counts import is_counted
from muctieu.audit.direction import better
from muctieu.audit.figure import Figure
from muctieu.audit.judged import judged, rated
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.verdict import Judgement, Verdict, looks_ahead
from muctieu.values.interval import Interval
from muctieu.values.span import Span

_OF_PLAN = r"(?: (?:được |mức |so với |với |so )*(?:chỉ tiêu|mục tiêu|kế hoạch|kh\b|nghị quyết|nq\b|dự toán|yêu cầu|kịch bản|đề ra))"
_VERDICT = re.compile(
    rf"\b(?P<missed>(?:chưa|không|khó) (?:đạt|hoàn thành)|hụt|thấp hơn)(?:{_OF_PLAN}|(?=\s*[.;()\n]|\s*$))"
    rf"|\b(?P<exceeded>(?:hoàn thành )?vượt(?: mức)?|cao hơn)(?:{_OF_PLAN}|(?=\s*[.;()\n]|\s*$|\s\d(?![^;]{{0,35}}so với (?:cùng|năm|kỳ|bình quân|mức))))"
    rf"|\b(?P<equal>bằng){_OF_PLAN}"
    rf"|\b(?P<met>đạt|hoàn thành|bảo đảm|đảm bảo)(?:{_OF_PLAN}|(?=\s*[.;)\n]|\s*$))"
)
_HEDGES = re.compile(r"\b(?:trước|gần|xấp xỉ|đạt và vượt|riêng|trừ)\b")
_LITERAL = ("cao", "thấp", "bằng")
_HUNDRED = Decimal(100)
_ONLY = re.compile(r"\b(?:chỉ|mới chỉ|mới) (?:đạt|bằng|thực hiện được|hoàn thành)\s*$")
_LISTED = re.compile(
    r"\bchỉ tiêu[^.;:%\d]{0,20} (?P<verdict>không đạt|chưa đạt|vượt)\b[^.;:%\d]{0,30}:|\bchỉ tiêu[^.;:%\d]{0,20} (?P<told>không đạt|chưa đạt|vượt)\b[^.;:%\d]{0,25}\b(?:như|gồm|là):?\s"
)
_RISES = re.compile(r"\b(?:tăng|giảm)\s*$")
_CONCLUDED = re.compile(
    r"(?:^\W*(?:kết quả|con số|mức|tỷ lệ) (?:này|trên|đó)\b|\b(?:như vậy|vì thế|vì vậy|do đó|do vậy|vậy là)\b)(?:(?!\b(?:trước|gần|xấp xỉ|cơ bản)\b)[^;.]){0,40}?"
    r"\b(?:(?P<missed>(?:chưa|không) (?:đạt|hoàn thành|vượt))|(?P<met>đạt và vượt|vượt và đạt|đạt(?= (?:mục tiêu|chỉ tiêu|kế hoạch|yêu cầu)|\W*$))|(?P<exceeded>vượt(?! (?:khó|khỏi|lên|qua))))\b"
)
_MOST = 3
_SAID = ("đạt", "vượt", "hoàn thành", "hụt", "hơn", "bảo", "bằng")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every judgement of a sentence with its figures."""
    for sentence in ledger.sentences:
        if sentence.end - sentence.start > 600:
            continue
        yield from _of_rates(ledger, sentence)
        if len(sentence.figures) == 1 and sentence.number:
            yield from _of_sentence_before(ledger, sentence)
        around = ledger.lower[sentence.start : sentence.end + 120]
        if len(sentence.figures) > 6 or not any(word in around for word in _SAID):
            continue
        start, end, figures = _stretch(ledger, sentence)
        pair = _pair(ledger, figures)
        if pair is None:
            continue
        words = ledger.words(start, end)
        verdicts = list(_VERDICT.finditer(words))
        if len(verdicts) == 1 and not _is_open(words):
            found = _judged(pair, verdicts[0], start)
            if found is not None:
                found.weak = True
                yield found


def _of_sentence_before(ledger: Ledger, sentence: Sentence) -> Iterator[Check]:
    """`giải ngân bằng 73,2% kế hoạch. Mốc tỉnh yêu cầu là 75%, như vậy đã vượt tiến độ`: the only figure of a sentence is a plan, and its words draw a conclusion from the sentence before."""
    plan = sentence.figures[0]
    if plan.cell is not None or not is_plan(ledger, plan):
        return
    words = ledger.words(sentence.start, sentence.end)
    told = _CONCLUDED.search(words)
    before = ledger.sentences[sentence.number - 1]
    if told is None or before.note is not sentence.note or is_counted(plan.unit):
        return
    if looks_ahead(told[0]) or "\n" in ledger.text[before.figures[-1].claim.end : plan.claim.start]:
        return
    kinds = ("level", "attainment") if plan.is_share else ("level",)
    like = [f for f in before.figures if f.kind in kinds and goes_with(f, plan) and not f.depth]
    like = [f for f in like if not is_plan(ledger, f) and not is_compared(f)]
    name = clause_of(ledger, plan)
    common = {f.order: len(name & clause_of(ledger, f)) for f in like}
    most = max(common.values(), default=0)
    like = [f for f in like if common[f.order] == most] if not plan.is_share else like
    if not like or (not plan.is_share and not most):
        return
    judgement: Judgement = "missed" if told["missed"] else "met" if told["met"] else "exceeded"
    verdict = Verdict(judgement, told.start(told.lastgroup or 0), told.end(told.lastgroup or 0))
    found = judged(like[-1] if plan.is_share else like[0], plan, verdict, sentence.start, "warning")
    if found is not None:
        found.weak = True
        yield found


def _is_open(words: str) -> bool:
    """Do they look ahead, or hedge?"""
    return looks_ahead(words) or _HEDGES.search(words) is not None


def _stretch(ledger: Ledger, sentence: Sentence) -> tuple[int, int, list[Figure]]:
    """The sentence, or its short line of a few sentences (`Chỉ tiêu: 95%. Kết quả: 95,3%. Đánh giá: đạt`)."""
    start = ledger.text.rfind("\n", 0, sentence.start) + 1
    end = ledger.text.find("\n", sentence.end - 1)
    end = end if end >= 0 else len(ledger.text)
    figures = ledger.between(start, end) if end - start <= 240 else []
    if 0 < len(figures) <= _MOST and sentence.note is None:
        return start, end, figures
    return sentence.start, sentence.end, sentence.figures


def _pair(ledger: Ledger, figures: list[Figure]) -> Pair | None:
    """The only result and the only plan, where nothing else is measured so."""
    plans = [f for f in figures if is_plan(ledger, f) or f.kind == "target_gap"]
    if len(plans) != 1 or not plans[0].value or figures[0].cell is not None:
        return None
    plan = plans[0]
    if is_counted(plan.unit):
        return None  # `giao 15 chỉ tiêu thì 09 chỉ tiêu vượt` is a tally
    like = [
        f for f in figures if f is not plan and goes_with(f, plan) and f.kind in ("level", "growth", "change", "part")
    ]
    outer = [f for f in like if not f.depth]
    if len(like) > len(outer) == 1 and all(f.period != plan.period == outer[0].period for f in like if f.depth):
        like = (
            outer  # `tăng 8,29% (quý I tăng 7,58%, …), cao hơn kịch bản 9 tháng (8,4%)`: the time that the plan is for
        )
    if len(like) != 1 or (not is_result(like[0]) and like[0].kind == "level"):
        return None
    result = like[0]
    if "chiếm" in result.before[-20:] and _RISES.search(plan.before):
        return None  # `chiếm 85,0% tổng số; chưa đạt dự toán nhưng vẫn tăng 5,0%`
    if plan.kind == "target_gap" and not result.value <= 2 * plan.value <= 4 * result.value:
        return None  # `82,3%, vượt 2,3%`
    return Pair(result, plan) if result.kind != "part" and result.claim.comparator == "eq" else None


def _judged(pair: Pair, told: re.Match[str], start: int) -> Check | None:
    """The check of a pair against words."""
    result, plan = pair.result, pair.plan
    if not isinstance(plan, Figure):
        return None
    if told[0].startswith(_LITERAL):
        return _compared(result, plan, told, start)
    judgement: Judgement = "missed" if told["missed"] else "exceeded" if told["exceeded"] else "met"
    return judged(result, plan, Verdict(judgement, told.start(), told.end()), start, "warning")


def _compared(result: Figure, plan: Figure, told: re.Match[str], start: int) -> Check | None:
    """`cao hơn`, `thấp hơn`, `bằng` of the numbers themselves."""
    one, other = abs(result.value), abs(plan.value)
    if plan.claim.comparator != "eq":
        return None
    if told["equal"]:
        fits, reason = one == other or result.claim.resolution != plan.claim.resolution, "verdict_met"
    elif told["missed"]:
        fits, reason = one < other, "verdict_missed"
    else:
        fits, reason = one > other, "verdict_exceeded"
    words = (Span(start + told.start(), start + told.end()),)
    expected = Interval.exactly(plan.value)
    return Check("attainment", (result, plan), fits, "warning", None, words, result.value, expected, reason)


def _of_rates(ledger: Ledger, sentence: Sentence) -> Iterator[Check]:
    """Rates of attainment against the judgement of their clause, or of the list that they stand in."""
    if not any(f.unit == "%" for f in sentence.figures):
        return
    told_of = ledger.lower.find("chỉ tiêu", sentence.start, sentence.end) >= 0
    listed = _LISTED.search(ledger.lower, sentence.start, sentence.end) if told_of else None
    for rate in sentence.figures:
        in_list = (
            listed is not None
            and rate.kind == "level"
            and rate.unit == "%"
            and rate.before.endswith("(")
            and rate.claim.start > listed.end()
        )
        if (rate.kind != "attainment" and not in_list) or rate.claim.comparator != "eq":
            continue
        if better(rate.claim.indicator) == "down":
            continue
        told: tuple[str, int, int] | None = None
        after = re.split(r"[;.](?!\d)", ledger.words(rate.claim.end, min(sentence.end, rate.claim.end + 90)))[0]
        said = _VERDICT.search(after) if not rate.depth else None
        if said is not None and not _is_open(after) and not any(c.isdigit() for c in after):
            told = said[0], rate.claim.end + said.start(), rate.claim.end + said.end()
        elif listed is not None and rate.claim.start >= listed.end() and rate.depth:
            name = "verdict" if listed["verdict"] else "told"
            told = listed[name], listed.start(name), listed.end(name)
        elif _ONLY.search(rate.before) and rate.value > _HUNDRED and "năm" not in ledger.after(rate, 30):
            told = "không đạt", rate.claim.start - 3, rate.claim.start
        if told is not None:
            yield rated(rate, *told)
