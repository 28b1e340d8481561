"""A sentence → its tokens: figures, phrases of time, cue words, punctuation. Nothing is decided yet about what a figure means.

Numbers that are no claims (dates, document numbers, labels, list marks …) are dropped here, by the rules of `not_claims`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from sys import intern

from muctieu.claims.not_claims import is_label, is_named_by_label, is_no_figure
from muctieu.text.counting import counts_known_noun, is_never_counted, read_counted_noun
from muctieu.text.lexicon import lexicon, words_pattern
from muctieu.text.numbers import NUMBER, SPACED, parse_number, step
from muctieu.text.periods import Phrase, read_phrase
from muctieu.text.units import ONE, read_denominators, read_unit
from muctieu.values.span import Span

_CUES = lexicon("cues")
_SPELLED: dict[str, tuple[Decimal, str]] = {
    word: (Decimal(pair[0]), pair[1]) for word, pair in _CUES["spelled"].items()
}
# A word may have several roles; the later one in this order wins, so that the narrow roles come last.
_ROLES = [
    "plain",
    "fill",
    "result",
    "reach",
    "have",
    "share",
    "among",
    "plan",
    "average",
    "estimate",
    "ge",
    "le",
    "approx",
    "equal",
    "up",
    "down",
    "times",
    "exceed",
    "short",
    "from",
    "compare",
    "respectively",
    "time",
]
CUE: dict[str, str] = {word: role for role in _ROLES for word in _CUES[role]} | dict.fromkeys(_SPELLED, "spelled")
ROLES = frozenset(_ROLES)
_WORDS = [word for word in CUE if word[0].isalpha()]
_WORD = rf"({words_pattern(_WORDS)})(?![^\W\d_])"
# A match begins at a digit, at a sign, or at what stands before a word, so that the search passes over letters at once. The last
# group says which it was, and of a word what it is; a word right behind a sign is found with it.
_TOKEN = rf"(?:(?<=\d)\d*(?:[.,]\d+)*()|(?<=[;:(),≥≤<>~≈=])()(?:{_WORD})?|(?<![^\W_]){_WORD})"
TOKEN = re.compile(rf"[^a-zß-öø-ɏḀ-ỿ]{_TOKEN}")
_TOKEN_OF_OPENING = re.compile(rf"(?:\A|[^a-zß-öø-ɏḀ-ỿ]){_TOKEN}")
_IS_NUMBER, _IS_SIGN, _IS_WORD_BEHIND, _IS_WORD = 1, 2, 3, 4
_RANGE = re.compile(rf"(?:\s?[-–—−÷]\s?|\s(?:đến|tới)\s)(?={NUMBER})")
_JOINT = re.compile(rf"\s?[-–—]\s?(?={NUMBER})")
_HEAD, _BEFORE, _BEHIND = 70, 180, 140  # letters: of a sentence's head, before and behind a number
_DASHES = frozenset("-–—−÷")
_MAYBE_RANGE = frozenset(" " + letter for letter in "-–—−÷đt")  # ` đến`, ` tới`, a dash
_NUMBER = re.compile(NUMBER)
_LIST_OF_NUMBERS = re.compile(r"\d{1,2}(?:,\d{1,2}){2,}(?![\d.])")  # `tiêu chí chưa đạt: 2,6,8,13`
_REST = re.compile(r"(?:[/.:+-]\d+)*")
_YEAR_LIKE = re.compile(r"(?:19|20)\d\d$")
_MAYBE_TIME = re.compile(
    r"t[/ ]|\s(?:tháng|năm|đến|tới)|/\d\d? (?:đến|tới)|\s?[-–/.]\s?(?:\d\d?\s?[-–/.]\s?)?(?:19|20)\d\d"
)
_TIME_BEGINS = "tnđ-–/."  # what may stand behind the blank
SYMBOLS = {"=": "reach", "≥": "ge", ">": "ge", "≤": "le", "<": "le", "~": "approx", "≈": "approx"}
_AFTER_SHARE = re.compile(r"[%‰]\s?[-–—]\s?$")
_AFTER_DASH = re.compile(r"[-–/:|]\s?$")
_AFTER_COMMA = re.compile(r"[,;]\s?$")
_POPULATION = re.compile(r"/(?:1\.?000|10\.?000|100\.?000) (?:dân|người dân|trẻ|phụ nữ|ca đẻ|lao động)(?![^\W_])")
_DAY_OF_MONTH = re.compile(r"(0?[1-9]|[12]\d|3[01])[/.-](0?[1-9]|1[0-2])(?![\d/.,]*\d)")
_AT_A_DAY = ("từ ", "đến ", "tới ", "hết ", "trước ", "sau ", "ngày ", "điểm ")
_MONEY_NEXT = re.compile(r"\s?:?\s?[\d.,]+\s?(?:tr(?![^\W\d_])|trđ|tỷ|tỉ|triệu|nghìn|đồng|đ(?![^\W\d_]))")
_MARKED = re.compile(r"\d{1,3}(?:[.,]\d+)+(?![.,]?\d|[/-]\d)")
_YEAR_OPENS = ("năm ", "từ ", "đến ", "tới ", "-", "–", "/")
_made = tuple.__new__  # makes a span in half the time of `Span(…)`
DEGREE = ("trên ", "khoảng ", "hơn ", "gần ", "dưới ", "được ", "cho ")
ZERO_SPAN = (0, 0)


class Figure:
    """A number of the text with its unit, on its way to becoming a claim."""

    __slots__ = (
        "anchor", "average", "basis", "behind", "chain", "chain_start", "comparator", "counted", "depth", "end", "estimated", "factor", "indicator", "kind", "known", "negative",
        "noun", "noun_words", "number", "per", "period", "points", "resolution", "said", "start", "status", "subject", "time", "token", "unit", "value", "value_to", "verb", "whole",
    )  # fmt: skip

    def __init__(
        self,
        start: int,
        end: int,
        number: Span,
        value: Decimal,
        unit: str,
        per: tuple[str, ...],
        resolution: Decimal,
    ) -> None:
        self.start = start
        self.end = end
        self.number = number
        self.value = value
        self.value_to: Decimal | None = None
        self.unit = unit
        self.per = per
        self.resolution = resolution
        self.whole: Decimal | None = None
        self.factor = ONE
        self.points = False
        self.time = False
        self.counted: str | None = None  # the counting noun, where it counts things
        self.known = True  # whether the list of nouns knows it
        self.noun = end  # where the words after the figure begin that name what it counts
        self.comparator = "eq"
        self.kind = "level"
        self.status = "actual"
        self.period: str | None = None
        self.basis: str | None = None
        self.indicator = ""
        self.subject = ""
        self.said = ""  # the subject in lower case
        self.verb = ""
        self.behind: str | None = None  # the noun phrase behind it, once that is asked for
        self.noun_words = ""  # what stands behind it, where that names the thing
        self.negative = False
        self.estimated = False
        self.average = False
        self.chain: set[str] = set()
        self.chain_start = start
        self.depth = 0
        self.token = 0
        self.anchor: Figure | None = None


class Token:
    """One token: its role (`figure`, `period`, a cue's role, or the punctuation itself), its span, and what it holds."""

    __slots__ = ("end", "figure", "phrase", "role", "start")

    def __init__(
        self, role: str, start: int, end: int, figure: Figure | None = None, phrase: Phrase | None = None
    ) -> None:
        self.role = role
        self.start = start
        self.end = end
        self.figure = figure
        self.phrase = phrase


def read_tokens(text: str, low: str, start: int, end: int, places: list[int], has_unit: bool = False) -> list[Token]:
    """The tokens of the sentence `text[start:end]`, in which figures may stand at `places`; `low` is the text in lower case, of the same length.

    Only the sentence's head (which may set a period) and the stretches around the places are looked at; what lies between parts clauses.
    With `has_unit` a title gives the unit of numbers without one: `Thu khác 465,5` is then a figure.
    """
    at, until = start, start + _HEAD if start + _HEAD < end else end
    tokens: list[Token] = []
    for place in places:
        if place - _BEFORE > until:
            tokens += _tokens(text, low, at, until, has_unit)
            tokens.append(Token(";", until, until))
            at = place - _BEFORE
        until = place + _BEHIND if place + _BEHIND < end else end
    last = _tokens(text, low, at, until, has_unit)
    return tokens + last if tokens else last


def _tokens(text: str, low: str, start: int, end: int, has_unit: bool) -> list[Token]:
    tokens: list[Token] = []
    add = tokens.append
    done = start
    pattern = TOKEN if start else _TOKEN_OF_OPENING
    for match in pattern.finditer(low, start if not start or low[start - 1].isdigit() else start - 1, end):
        kind = match.lastindex
        if kind == _IS_WORD:
            at, until = match.span(_IS_WORD)
        elif kind == _IS_NUMBER:
            at, until = match.span()
            if at >= done:
                token = _number(text, low, at, until, tokens, has_unit)
                if token is not None:
                    done = token.end
                    add(token)
                else:
                    done = _REST.match(low, until).end()  # type: ignore[union-attr]
            continue
        else:
            at = match.start()
            if at >= done:
                done = at + 1
                sign = low[at]
                if sign not in SYMBOLS:
                    add(Token(sign, at, done))
                elif low.startswith("=>", at) and not low[at + 2 : at + 4].strip().isdigit():
                    done += 1  # an arrow
                else:
                    add(Token(SYMBOLS[sign], at, done))
            if kind == _IS_SIGN:
                continue
            at, until = match.span(_IS_WORD_BEHIND)
        if at < done:
            continue
        role = CUE[low[at:until]]
        if role in _ROLES_TO_CHECK:
            checked = _checked(low, role, at, until, start, tokens)
            if checked is None or checked.end > end:
                continue
            done = checked.end
            if checked.role != "plain":
                add(checked)
        else:
            done = until
            add(Token(role, at, until))
    return tokens


_ROLES_TO_CHECK = frozenset(("time", "plain", "spelled", "plan", "result"))


def _checked(low: str, role: str, at: int, until: int, start: int, before: list[Token]) -> Token | None:
    """A word that opens a longer phrase, or that is a cue in some places only; None where it is none here."""
    if role == "time":
        phrase = read_phrase(low, at)
        return Token("period", at, phrase.end, None, phrase) if phrase is not None else None
    if role == "spelled":
        return _spelled(low, at, until)
    if (
        role == "plan"
        and low[at:until] == "dt"
        and not (
            low.endswith(("%", "% ", "/", "/ "), start, at)
            or (low.endswith("(", start, at) and _MONEY_NEXT.match(low, until))
        )
    ):
        return None  # `DT gieo trồng`: an area; `đạt 104% DT`: the budget
    if role == "plan" and low[at:until] in ("yêu cầu", "quy định") and not _tells_required(low, at, until):
        return None
    if role == "result" and not _tells_result(low, start, at, before):
        return None
    return Token(role, at, until)


def _tells_required(low: str, at: int, until: int) -> bool:
    """`(yêu cầu ≥ 65%)`, `Yêu cầu: 100%`, `thấp hơn yêu cầu 8%`; not `yêu cầu 5 cơ sở khắc phục`, `đáp ứng yêu cầu`."""
    return low[until : until + 1] == ":" or low.endswith(("(", "/", "hơn ", "hơn so với "), 0, at)


def _tells_result(low: str, start: int, at: int, before: list[Token]) -> bool:
    """`KH 780 lao động - TH 812 lao động`, `KH 90%, TH 93,4%`; not `MN 2, TH 4`."""
    if _AFTER_DASH.search(low, max(start, at - 3), at):
        return True
    planned = len(before) > 2 and before[-2].figure is not None and before[-3].role == "plan"
    return planned and _AFTER_COMMA.search(low, max(start, at - 3), at) is not None


def _number(text: str, low: str, at: int, end: int, before: list[Token], has_unit: bool) -> Token | None:
    """A number as a phrase of time, as a figure, or None where it is neither."""
    length = end - at
    if (length == 4 and _YEAR_LIKE.match(low, at, end) and not _has_unit(low, end) and not _is_many(low, at, end)) or (
        length <= 2
        and (low[end : end + 1] != " " or low[end + 1 : end + 2] in _TIME_BEGINS)
        and _MAYBE_TIME.match(low, end)
    ):
        phrase = read_phrase(low, at)
        if phrase is not None and not (phrase.form == "month" and low.startswith("/", at - 1)):
            return Token("period", at, phrase.end, None, phrase)
    if length <= 5 and low.endswith(_AT_A_DAY, 0, at):
        day = _day(low, at)
        if day is not None:
            return Token("period", at, day.end, None, day)
    if is_label(text, low, at, end) or (length > 4 and _LIST_OF_NUMBERS.match(low, at)):
        return None
    figure = read_figure(text, low, at, end)
    if is_no_figure(text, low, figure, before) and not (has_unit and not figure.unit and _MARKED.match(low, at)):
        return None
    return Token("figure", at, figure.end, figure)


def _day(low: str, at: int) -> Phrase | None:
    """`đến 30/9 giải ngân`, `từ 15/8 đến 14/9`, `đến 30.6 thu`: a day of the report's year; not `giảm từ 15/9 xã`, `đến 5.6 ha`."""
    match = _DAY_OF_MONTH.match(low, at)
    if match is None:
        return None
    unit = read_unit(low, match.end())
    if unit.end > match.end() or counts_known_noun(low, match.end()):
        return None
    return Phrase("date", 0, int(match[2]), int(match[1]), match.end())


def _is_many(low: str, at: int, end: int) -> bool:
    """`trên 2000 học viên`, `đúng hạn 1917 hồ sơ`: what looks like a year counts things, behind a word of degree or far from any report's years; not `đến 2020 hộ nghèo còn`."""
    long_gone = "1900" <= low[at:end] < "1990" and not low.endswith(_YEAR_OPENS, max(0, at - 6), at)
    return (long_gone or low.endswith(DEGREE, max(0, at - 7), at)) and counts_known_noun(low, end)


def _has_unit(low: str, end: int) -> bool:
    """Whether a unit or a counting noun stands right after a number that looks like a year."""
    read = read_unit(low, end)
    return read.end > end and not read.time


def read_figure(text: str, low: str, at: int, end: int) -> Figure:
    """The figure whose digits are `text[at:end]`: number, range or part, scale words, unit, denominators."""
    if end - at <= 3 and low[end : end + 1] == " " and low[end + 1 : end + 2].isdigit():
        end = _spaced_end(low, at, end)
    after, number_end = low[end : end + 2], end
    first, second, third = after[:1], None, None
    rate: tuple[tuple[str, ...], int] | None = None
    if first == "/" and after[1:].isdigit():
        third = _NUMBER.match(low, end + 1)
        assert third is not None
        if _POPULATION.match(low, end):
            rate, third = read_denominators(low, end), None
        else:
            number_end = third.end()
    elif (first in _DASHES or after in _MAYBE_RANGE) and (joint := _RANGE.match(low, end)) is not None:
        second = _NUMBER.match(low, joint.end())
        assert second is not None
        number_end = second.end()
    unit, factor, per, figure_end, points, scaled, is_time = (
        read_unit(low, number_end) if rate is None else (None, ONE, (), number_end, False, False, False)
    )
    counted, noun_start = None, figure_end
    if unit is not None:
        if second is None and third is None and low[figure_end : figure_end + 2].strip()[:1] in _DASHES:
            second, number_end, figure_end = _range_after_unit(low, at, unit, factor, per, figure_end, number_end)
        name = unit
    elif rate is not None:
        name = ""
        per, figure_end = rate
    else:
        if not (scaled and per):
            counted = read_counted_noun(low, figure_end)
        if counted is None:
            name = "VND" if scaled else ""  # a scale word alone is money
        else:
            name = intern("{" + counted[0] + "}")
            figure_end, per = _denominators_behind(low, counted[1], per)
    is_count = counted is not None and not scaled
    value, decimals = parse_number(low[at:end], is_count)
    if third is None and second is None and low.startswith("/", figure_end):
        if counted is not None:
            third, figure_end = _same_noun_twice(low, figure_end, counted[0])
        elif unit in _SIZES and not per:
            third, figure_end = _same_measure_twice(low, figure_end, unit, value)
    number_end = figure_end if figure_end == number_end else number_end  # equal ends are one integer, held once
    figure = Figure(at, figure_end, _made(Span, (at, number_end)), value, name, per, step(decimals))
    if factor is not ONE:
        figure.value, figure.resolution, figure.factor = value * factor, _resolution(decimals, factor), factor
    figure.points, figure.time = points, is_time
    if counted is not None:
        figure.counted, figure.known, figure.noun = counted[0], counted[2], noun_start
    if second is not None:
        _set_range(figure, value, decimals, parse_number(second[0], is_count), factor)
    elif third is not None:
        figure.whole = parse_number(third[0], is_count)[0] * factor
        figure.kind = "part"
    elif scaled and name == "VND" and not per:
        _add_smaller(low, figure, factor)
    return figure


def _denominators_behind(low: str, at: int, per: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Where the denominators behind a counting noun end, and they behind those before it."""
    more, end = read_denominators(low, at)
    return end, per + more


def _spaced_end(low: str, at: int, end: int) -> int:
    """Where a number ends whose groups a blank parts (`1 250 tỷ`); not `chương trình 135 214 tỷ đồng`."""
    grouped = SPACED.match(low, at)
    return grouped.end() if grouped is not None and not is_named_by_label(low, at) else end


_SMALLER = re.compile(r" (\d{1,3})(?= (?:tỷ|tỉ|triệu|nghìn|ngàn|tr|đồng|đ)(?![^\W_]))")


def _add_smaller(low: str, figure: Figure, factor: Decimal) -> None:
    """`45 tỷ 500 triệu đồng` is one amount; not `45 tỷ, 500 triệu đồng`."""
    while (match := _SMALLER.match(low, figure.end)) is not None:
        unit = read_unit(low, match.end())
        amount = Decimal(match[1]) * unit.factor
        if unit.unit not in (None, "VND") or unit.per or amount >= factor or unit.factor >= factor:
            return
        figure.value += amount
        figure.resolution = factor = unit.factor
        figure.end = figure.noun = unit.end


@cache
def _resolution(decimals: int, factor: Decimal) -> Decimal:
    """One step of the last digit in the unit; a report has few of them, so that its figures share them."""
    return step(decimals) * factor


_SIZES = frozenset(("ha", "km", "m2", "m", "t", "km2", "m3"))


def _same_measure_twice(low: str, at: int, unit: str, value: Decimal) -> tuple[re.Match[str] | None, int]:
    """`182 ha/512 ha` is a part; not `120 ha/85 ha`, nor a result and its plan (`80 ha/75 ha KH`)."""
    whole = _NUMBER.match(low, at + 1)
    if whole is None:
        return None, at
    read = read_unit(low, whole.end())
    after = low.startswith((" kh", " kế hoạch", " theo"), read.end)
    fits = read.unit == unit and not read.per and not after and parse_number(whole[0], False)[0] >= value
    return (whole, read.end) if fits else (None, at)


def _same_noun_twice(low: str, at: int, noun: str) -> tuple[re.Match[str] | None, int]:
    """`29 hộ/31 hộ` is a part, as `29/31 hộ` is; not `2.280 liều/2.500 liều KH`, a result and its plan."""
    whole = _NUMBER.match(low, at + 1)
    if whole is None or not low.startswith(f" {noun}", whole.end()):
        return None, at
    end = whole.end() + 1 + len(noun)
    return (None, at) if low.startswith((" kh", " kế hoạch"), end) else (whole, end)


def _range_after_unit(
    low: str, at: int, unit: str, factor: Decimal, per: tuple[str, ...], unit_end: int, number_end: int
) -> tuple[re.Match[str] | None, int, int]:
    """`2,5%-3%`, `5 ha đến 7 ha`: a range whose lower end has its unit too. Gives its upper end (or None), and where number and unit end."""
    joint = _JOINT.match(low, unit_end)
    if joint is None:
        return None, number_end, unit_end
    second = _NUMBER.match(low, joint.end())
    assert second is not None
    other = read_unit(low, second.end())
    listed = (
        _JOINT.match(low, other.end) is not None or _AFTER_SHARE.search(low, max(0, at - 4), at) is not None
    )  # `31% - 38% - 30%` is a list
    if listed or other.unit != unit or other.per != per or other.factor != factor:
        return None, number_end, unit_end
    return second, second.end(), other.end


def _set_range(
    figure: Figure, low_value: Decimal, low_decimals: int, high: tuple[Decimal, int], factor: Decimal
) -> None:
    """Writes a range low to high, at the finer of the two resolutions."""
    high_value, high_decimals = high
    if high_value < low_value:
        low_value, high_value = high_value, low_value
    figure.value, figure.value_to = low_value * factor, high_value * factor
    figure.resolution = step(max(low_decimals, high_decimals)) * factor
    figure.comparator = "between"


def _spelled(low: str, at: int, end: int) -> Token:
    """`gấp đôi`, `một nửa`: a number in words that is a measure."""
    words = low[at:end]
    value, unit = _SPELLED[words]
    figure = Figure(at, end, Span(at, end), value, unit, (), ONE)
    if "gấp" in words:
        figure.kind = "multiple"
    return Token("figure", at, end, figure)


__all__ = ["CUE", "DEGREE", "Figure", "Token", "is_never_counted", "read_figure", "read_tokens"]
