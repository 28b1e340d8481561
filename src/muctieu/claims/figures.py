"""A number of a sentence → a figure: its value, range or part, scale words, unit and denominators. What it means is decided elsewhere.

Takes the text and where the digits stand; gives a `Figure` whose kind, period and name are still to be found.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from sys import intern

from muctieu.claims.not_claims import is_named_by_label
from muctieu.text.counting import counts_known_noun, read_counted_noun
from muctieu.text.numbers import NUMBER, SPACED, parse_number, step
from muctieu.text.units import ONE, UnitRead, read_denominators, read_unit
from muctieu.values.span import Span

_RANGE = re.compile(rf"(?:[^\S\n]?[-–—−÷]\s?|\s(?:đến|tới)\s)(?={NUMBER})")
_SPOKEN_JOINT = re.compile(rf" (?:đến|tới) (?={NUMBER})")
_DASHED_ON = re.compile(rf" [-–—] (?={NUMBER})")
_DASHED_BEFORE = re.compile(r"[\d%] [-–—] $")
_WIDEST = Decimal("1.6")  # how much larger the upper end of a range may be
_JOINT = re.compile(rf"[^\S\n]?[-–—]\s?(?={NUMBER})")
_OVER = re.compile(r"(?:/ | /| / )(?=\d+(?:[.,]\d+)* ?[^\W\d_])")  # `42/ 40,5 ha`
_OUT_OF = re.compile(
    r" (?:trong|trên)(?: tổng)?(?: số)? (?=\d{1,3}(?:\.\d{3})*(?![\d/]|[.,]\d))"
)  # `17 trong tổng số 19 mục tiêu`
_MILLIONS_OF = re.compile(r"tr\.(?=[^\W\d_])")  # `12,5 Tr.người`
_AMOUNTS = frozenset(("t", "kg", "m3", "L"))
_PARTED = frozenset((*_AMOUNTS, "m2"))
_QUALIFIED_PER = re.compile(
    r"(?: (?!mỗi|một|trên|so|của|với|và|cho|bằng|đạt|là|tại)[^\W\d_]+){1,3}(?=/(?:vạn dân|1\.?000 dân|10\.?000 dân|100\.?000 dân|người|hộ|cán bộ|lớp)(?![^\W_]))"
)  # `2,1 dược sĩ đại học/vạn dân`, `28,5 m2 sàn/người`
_THING_PER = re.compile(r" (?!mỗi|một|trên|so|của|với)[^\W\d_]+(?: [^\W\d_]+)?(?=/(?:năm|ngày|giờ|tháng)(?![^\W_]))")
_SPOKEN_EACH = (" mỗi ", " một ", " cho mỗi ", " trên mỗi ", " bình quân ")
_EACH_BEHIND = re.compile(
    r" (?:(?:cho |trên |bình quân )?mỗi|một|bình quân(?: một| hằng| hàng)?(?= (?:năm(?! (?:19|20)\d\d)|tháng(?! \d)))) (năm|tháng|quý|ngày|người|hộ|hộ dân|lao động|sào|ha|héc ta|con|xã|thôn|lớp|tàu|chuyến|học sinh)(?![^\W_])(?! (?:nghèo|năm \d|sau|trước))"
)
_ONE_OF_MANY = frozenset(("năm", "tháng", "quý", "ngày", "người", "hộ", "lao động"))
_DASHES = frozenset("-–—−÷")
_RANGE_SIGNS = frozenset("-–—−÷đt")
_MAYBE_RANGE = frozenset(" " + letter for letter in "-–—−÷đt")  # ` đến`, ` tới`, a dash
_SECOND_SIGNS = _DASHES | {"/"}
_MAYBE_SECOND = _MAYBE_RANGE | {" /", " t"}  # all else that may stand behind a number that another follows
_NUMBER = re.compile(NUMBER)
_IN_WORDS = re.compile(
    r" \((?:(?:một|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín|mười|mươi|mốt|lăm|linh|lẻ|trăm|nghìn|ngàn)(?: |(?=\))))+\)(?= [^\W\d_])"
)  # `07 (bảy) thôn`
_AFTER_SHARE = re.compile(r"[%‰]\s?[-–—]\s?$")
_POPULATION = re.compile(r"/(?:1\.?000|10\.?000|100\.?000) (?:dân|người dân|trẻ|phụ nữ|ca đẻ|lao động)(?![^\W_])")
_made = tuple.__new__  # makes a span in half the time of `Span(…)`


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


def read_figure(text: str, low: str, at: int, end: int) -> Figure:
    """The figure whose digits are `text[at:end]`: number, range or part, scale words, unit, denominators."""
    if end - at <= 3 and low[end : end + 1] == " " and low[end + 1 : end + 2].isdigit():
        end = _spaced_end(low, at, end)
    after, number_end = low[end : end + 2], end
    second, third, rate = (None, None, None)
    if after in _MAYBE_SECOND or after[:1] in _SECOND_SIGNS:
        second, third, rate = _second_number(low, at, end, after)
    joined = third or second
    if joined is not None:
        number_end = joined.end()
    elif after == " (" and (in_words := _IN_WORDS.match(low, end)) is not None:
        number_end = in_words.end()
    read = read_unit(low, number_end) if rate is None else UnitRead(None, ONE, (), number_end)
    unit, factor, per, figure_end, points, scaled, is_time = read
    counted, noun_start = None, figure_end
    if unit is not None:
        if not per and (unit in _AMOUNTS or not low.startswith("/", figure_end)):
            figure_end, per = _per_behind(low, figure_end, unit)
        if second is None and third is None and low[figure_end : figure_end + 2].strip()[:1] in _RANGE_SIGNS:
            second, number_end, figure_end, per = _range_after_unit(low, at, unit, factor, per, figure_end, number_end)
        name = unit
    elif rate is not None:
        name = ""
        per, figure_end = rate
    else:
        if scaled and _MILLIONS_OF.match(low, figure_end - 2):
            figure_end = noun_start = figure_end + 1
        if not (scaled and per):
            counted = read_counted_noun(low, figure_end, text)
        if counted is None:
            name = "VND" if scaled else ""  # a scale word alone is money
        else:
            name = intern("{" + counted[0] + "}")
            figure_end, per = _denominators_behind(low, counted[1], per)
            if not per and low.startswith(_SPOKEN_EACH, figure_end):
                per = _each_behind(low, figure_end)
    is_count = counted is not None and not scaled
    value, decimals = parse_number(low[at:end], is_count)
    if third is None and second is None and counted is not None:
        third, figure_end = _same_noun_twice(low, figure_end, counted[0])
    elif third is None and second is None and unit in _SIZES and not per and low.startswith("/", figure_end):
        third, figure_end = _same_measure_twice(low, figure_end, unit, value)
    number_end = figure_end if figure_end == number_end else number_end  # equal ends are one integer, held once
    figure = Figure(at, figure_end, _made(Span, (at, number_end)), value, name, per, step(decimals))
    if factor is not ONE:
        figure.value, figure.resolution, figure.factor = value * factor, _resolution(decimals, factor), factor
    figure.points, figure.time = points, is_time
    if counted is not None:
        figure.counted, figure.known, figure.noun = counted[0].lower(), counted[2], noun_start
    if second is not None:
        _set_range(figure, value, decimals, parse_number(second[0], is_count), factor)
        if third is not None:  # `9-12/19 tiêu chí`
            figure.whole, figure.kind = parse_number(third[0], is_count)[0] * factor, "part"
    elif third is not None:
        figure.whole = parse_number(third[0], is_count)[0] * factor
        figure.kind = "part"
    elif scaled and name == "VND" and not per:
        _add_smaller(low, figure, factor)
    return figure


def _second_number(
    low: str, at: int, end: int, after: str
) -> tuple[re.Match[str] | None, re.Match[str] | None, tuple[tuple[str, ...], int] | None]:
    """Of the number that ends at `end`: the upper end of a range, the whole of a part, or the people it is counted for (`/10.000 dân`)."""
    first = after[:1]
    if first == "/" and after[1:].isdigit():
        if _POPULATION.match(low, end):
            return None, None, read_denominators(low, end)
        return None, _NUMBER.match(low, end + 1), None
    if after in ("/ ", " /") and (over := _OVER.match(low, end)) is not None:
        return None, _NUMBER.match(low, over.end()), None
    if first == " " and after[1:] == "t":
        out_of = _OUT_OF.match(low, end)
        if out_of is not None and _parts(low, at, end, out_of):
            return None, _NUMBER.match(low, out_of.end()), None
    if first in _DASHES or after in _MAYBE_RANGE:
        joint = _RANGE.match(low, end)
        if joint is not None and _DASHED_BEFORE.search(low, max(0, at - 24), at) is None:
            upper = _NUMBER.match(low, joint.end())
            if upper is not None and _DASHED_ON.match(low, upper.end()) is not None:
                return None, None, None  # `1.420 - 1.655 - 1.890 tỷ đồng` are three
            divided = upper is not None and low.startswith("/", upper.end())
            return upper, _NUMBER.match(low, upper.end() + 1) if upper is not None and divided else None, None
    return None, None, None


def _parts(low: str, at: int, end: int, out_of: re.Match[str]) -> bool:
    """Whether `15 trên 18 chỉ tiêu`, `17 trong tổng số 19 mục tiêu` tells so many of so many: whole numbers, the second of things that are counted."""
    match = _NUMBER.match(low, out_of.end())
    if match is None or not low[at:end].replace(".", "").isdigit():
        return False
    if not counts_known_noun(low, match.end()) and not low.startswith((" mục tiêu", " nội dung"), match.end()):
        return False
    return int(low[at:end].replace(".", "")) <= int(match[0].replace(".", ""))


def _per_behind(low: str, at: int, unit: str) -> tuple[int, tuple[str, ...]]:
    """Where a measure ends, and what it is told for: `18.000 tấn quả/năm`, `gần 10% mỗi năm`."""
    thing = _QUALIFIED_PER.match(low, at) if unit in _PARTED else None
    if thing is None and unit in _AMOUNTS:
        thing = _THING_PER.match(low, at)
    if thing is not None:
        per, end = read_denominators(low, thing.end())
        return (end, per) if per else (at, ())
    return at, _each_behind(low, at) if low.startswith(_SPOKEN_EACH, at) else ()


def _each_behind(low: str, at: int) -> tuple[str, ...]:
    """What the words behind a figure tell it for: `18 con mỗi hộ`, `5 triệu đồng một người một tháng`; not `12 triệu đồng một con`."""
    per: tuple[str, ...] = ()
    while low.startswith(_SPOKEN_EACH, at) and (each := _EACH_BEHIND.match(low, at)) is not None:
        if low.startswith(" một ", at) and each[1] not in _ONE_OF_MANY:
            break
        per += read_denominators(f"/{each[1]}", 0)[0]
        at = each.end()
    return per


def _denominators_behind(low: str, at: int, per: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Where the denominators behind a counting noun end, and they behind those before it."""
    thing = _QUALIFIED_PER.match(low, at)
    more, end = read_denominators(low, thing.end() if thing is not None else at)
    if thing is not None and not more:
        return at, per
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


# `1.520 ha/1.520 ha đạt 100% NQ`: a result and its plan
_OF_PLAN = re.compile(
    r"\s?[,=]?\s?(?:đạt|bằng|=)?\s?\d[\d.,]*\s?%\s?(?:so (?:với )?)?(?:kh|kế hoạch|nq(?:đh)?|nghị quyết|chỉ tiêu|ct|mục tiêu|dự toán|dt)(?![^\W_])"
)
_SIZES = frozenset(("ha", "km", "m2", "m", "t", "km2", "m3"))


def _same_measure_twice(low: str, at: int, unit: str, value: Decimal) -> tuple[re.Match[str] | None, int]:
    """`182 ha/512 ha` is a part; not `120 ha/85 ha`, nor a result and its plan (`80 ha/75 ha KH`)."""
    whole = _NUMBER.match(low, at + 1)
    if whole is None:
        return None, at
    read = read_unit(low, whole.end())
    after = low.startswith((" kh", " kế hoạch", " theo"), read.end) or _OF_PLAN.match(low, read.end) is not None
    fits = read.unit == unit and not read.per and not after and parse_number(whole[0], False)[0] >= value
    return (whole, read.end) if fits else (None, at)


def _same_noun_twice(low: str, at: int, noun: str) -> tuple[re.Match[str] | None, int]:
    """`29 hộ/31 hộ`, `45 đơn trong tổng số 60 đơn` is a part, as `29/31 hộ` is; not `2.280 liều/2.500 liều KH`, a result and its plan, nor `640 hộ trên tổng số 8.120 hộ`, two counts."""
    out_of = _OUT_OF.match(low, at) if low.startswith(" trong", at) else None
    if out_of is None and not low.startswith("/", at):
        return None, at
    whole = _NUMBER.match(low, out_of.end() if out_of is not None else at + 1)
    if whole is None or not low.startswith(f" {noun}", whole.end()):
        return None, at
    end = whole.end() + 1 + len(noun)
    planned = low.startswith((" kh", " kế hoạch"), end) or (out_of is None and _OF_PLAN.match(low, end) is not None)
    return (None, at) if planned else (whole, end)


def _range_after_unit(
    low: str, at: int, unit: str, factor: Decimal, per: tuple[str, ...], unit_end: int, number_end: int
) -> tuple[re.Match[str] | None, int, int, tuple[str, ...]]:
    """`2,5%-3%`, `10%-12%/năm`, `5 ha đến 7 ha`: a range whose lower end has its unit too. Gives its upper end (or None), where number and unit end, the denominators."""
    joint = _JOINT.match(low, unit_end)
    spoken = _SPOKEN_JOINT.match(low, unit_end) if joint is None else None
    if joint is None and spoken is None:
        return None, number_end, unit_end, per
    second = _NUMBER.match(low, (joint or spoken).end())  # type: ignore[union-attr]
    assert second is not None
    other = read_unit(low, second.end())
    if spoken is not None:
        first, last = parse_number(low[at:number_end], False)[0], parse_number(second[0], False)[0]
        if not first < last <= first * _WIDEST:
            return None, number_end, unit_end, per  # `tăng từ 80 tỷ đồng đến 150 tỷ đồng`: two ends
    listed = (
        _JOINT.match(low, other.end) is not None or _AFTER_SHARE.search(low, max(0, at - 4), at) is not None
    )  # `31% - 38% - 30%` is a list
    if listed or other.unit != unit or (per and other.per != per) or other.factor != factor:
        return None, number_end, unit_end, per
    return second, second.end(), other.end, other.per


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
