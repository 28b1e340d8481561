"""The words after a number → its unit, its scale factor and its denominators. Counted things are left to the noun reader.

Units are ISO 4217 for money, UCUM for measures, `%`, `‰`, `1`; counted things stand in braces (`{hộ}`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache, partial
from typing import NamedTuple

from muctieu.text.counting import known_noun_end
from muctieu.text.lexicon import lexicon, words_pattern

_UNITS = lexicon("units")
_SCALE: dict[str, Decimal] = {word: Decimal(factor) for word, factor in _UNITS["scale"].items()}
_MONEY: dict[str, tuple[Decimal, str]] = {word: (Decimal(pair[0]), pair[1]) for word, pair in _UNITS["money"].items()}
_MEASURE: dict[str, str] = _UNITS["measure"]
_TIME: dict[str, str] = _UNITS["time"]
_PER: dict[str, str] = _UNITS["per"]
ONE = Decimal(1)
_SLASHES = ("/", " /")
_PER_BEGINS = (*_SLASHES, " trên ")

_BEGINNING = 2  # letters; a unit of one letter has none behind it
_UNIT_BEGINS = frozenset(word[:_BEGINNING] for words in (_SCALE, _MONEY, _MEASURE, _TIME) for word in words)
_RATE_NAMES = (
    r"t[ỷỉ] (?:lệ(?! phí)|trọng|suất)(?![^\W_])"  # a row's number before its name: `10 Tỷ lệ trẻ em suy dinh dưỡng`
)
_UNIT = re.compile(
    rf" ?(?!{words_pattern(_UNITS['not_units'])}|{_RATE_NAMES})(?:(?P<scale>{words_pattern(_SCALE)})(?![^\W\d_])\.? ?)?"
    rf"(?:(?P<money>{words_pattern(_MONEY)})(?![^\W\d_])|(?P<measure>[%‰]|(?:{words_pattern(_MEASURE)})(?![^\W_]))|(?P<time>{words_pattern(_TIME)})(?![^\W_]))?"
)
_PERCENT_POINTS = frozenset(word for word in _MEASURE if word.startswith(("điểm", "đ%")))
_DENOMINATOR = re.compile(
    r"\s?/\s?(?:(?P<number>\d[\d.]*)\s?)?(?:(?P<scale>vạn|nghìn|triệu|ngàn)\s)?"
    r"(?P<noun>[^\W\d_]+(?:[23²³])?(?:[. -]đêm)?)(?P<more>(?: (?:dân|bé gái|gái|trai|nữ|lao động|mũ|đẻ sống|sinh sống|sống|đẻ|giường|đầu|người|canh tác|tổng số))?)"
)

_ONE_ACCUSED = re.compile(r"(?:bị can|bị cáo|đối tượng)(?![^\W_])")  # `01 vụ/01 bị can`
_GIVEN_BY = frozenset(("dự", "tỉnh", "huyện", "xã", "quận", "tw", "bộ"))
_PLAN_FIGURE = re.compile(r" \d")
_SPOKEN = re.compile(
    r" trên (?:một |1 )?(?:(?P<number>1\.?000|10\.?000|100\.?000)|(?P<scale>vạn)) (?:người )?dân(?![^\W_])"
)


class UnitRead(NamedTuple):
    """What stands after a number: the unit (None: not a known one), the factor of its scale words, its denominators, where it ends.

    `points` is true for percentage points; `scaled` where a scale word was written; `time` where the unit is a stretch of time.
    """

    unit: str | None
    factor: Decimal
    per: tuple[str, ...]
    end: int
    points: bool = False
    scaled: bool = False
    time: bool = False


def read_unit(low: str, at: int) -> UnitRead:
    """Reads the unit that begins at `at` of the lower-cased text.

    >>> read_unit("14.882 tỷ đồng", 6)
    UnitRead(unit='VND', factor=Decimal('1000000000'), per=(), end=14, points=False, scaled=True, time=False)
    >>> read_unit("5.051 usd/người/năm", 5).per
    ('{người}', 'year')
    >>> read_unit("9,9 bác sỹ", 3).unit is None, read_unit("20đ/c", 2).unit is None
    (True, True)
    """
    if low.startswith("%", at):  # the unit that is met most
        per, end = read_denominators(low, at + 1) if low.startswith(_PER_BEGINS, at + 1) else ((), at + 1)
        return _read(("%", ONE, per, end, False, False, False))
    begins = low[at + 1 : at + 3] if low.startswith(" ", at) else low[at : at + 2]
    if len(begins) == _BEGINNING and begins.isalpha() and begins not in _UNIT_BEGINS:
        return _read((None, ONE, (), at, False, False, False))  # a noun that is counted: seen in a third of the time
    match = _UNIT.match(low, at)
    if match is None or match.lastindex is None:  # none, or a word that only looks like one (`20đ/c`)
        return _read((None, ONE, (), at, False, False, False))
    unit, factor, points, scaled, time = _unit_of(*match.groups())
    per = ()
    end = match.end() if unit is not None else match.end(1)
    if low.startswith(_PER_BEGINS, end):
        per, end = read_denominators(low, end)
    return _read((unit, factor, per, end, points, scaled, time))


_read: Callable[[Sequence[object]], UnitRead] = partial(
    tuple.__new__, UnitRead
)  # a third of the time of naming each field


@cache
def _unit_of(
    scale: str | None, money: str | None, measure: str | None, time: str | None
) -> tuple[str | None, Decimal, bool, bool, bool]:
    """What the words of a unit say: its name, its factor, whether it is percentage points, scaled, a stretch of time."""
    factor = _SCALE[scale] if scale else ONE
    if money:
        more, name = _MONEY[money]
        return name, factor * more if more != 1 else factor, False, scale is not None or more != 1, False
    if measure:
        return _MEASURE[measure], factor, measure in _PERCENT_POINTS, scale is not None, False
    return _TIME[time] if time else None, factor, False, scale is not None, time is not None


_DEEDS = frozenset(("làm", "gây", "bị", "chết", "bắt", "phạt", "khởi", "xử", "trị"))


def read_denominators(low: str, at: int) -> tuple[tuple[str, ...], int]:
    """Reads `/người/năm`, `/100 dân`, `/vạn dân` at `at`: the denominators, outermost last, and where they end.

    >>> read_denominators("/vạn dân", 0)
    (('10000 {dân}',), 8)
    >>> read_denominators("/1/2", 0)
    ((), 0)
    """
    if not low.startswith(_PER_BEGINS, at):
        return (), at
    spoken = _SPOKEN.match(low, at)
    if spoken is not None:
        times = "10000" if spoken["scale"] else spoken["number"].replace(".", "")
        return (f"{times} {{dân}}",), spoken.end()
    per: list[str] = []
    while low.startswith(_SLASHES, at):
        match = _DENOMINATOR.match(low, at)
        if match is None:
            break
        number, scale, noun, more = match.groups()
        if noun in ("kh", "ck", "nq", "nqđh", "mtnq", "ctnq", "nghị", "kế", "yêu", "mục", "quy", "nhu") or (
            (noun == "chỉ" and low.startswith(" tiêu", match.end()))
            or (noun == "cùng" and low.startswith(" k", match.end()))
        ):
            break  # `1.368 ha/KH 1.350 ha`, `12 vụ/cùng kỳ 15 vụ`
        if noun in ("dt", "ct") and _PLAN_FIGURE.match(low, match.end()):
            break  # `1.862 trđ / DT 3.100 trđ`
        if number and (number.replace(".", "").rstrip("0") != "1" or _ONE_ACCUSED.match(low, match.start("noun"))):
            break  # `324 vụ/496 đối tượng` is two figures, `9 máy/100 dân` a rate
        if number and low.endswith(f" {noun}", 0, at):
            break  # `82 ha/100 ha`: a result and its plan
        if noun in _DEEDS:
            break  # `03 vụ/làm chết 01 người`
        if noun == "tổng" or (low.startswith((" toán", " giao"), match.end()) and noun in _GIVEN_BY):
            break  # `0,05%/tổng dư nợ`, `92%/dự toán`, `92%/tỉnh giao 90%`
        unit = _PER.get(noun)
        end = match.end("noun") if unit else max(match.end(), known_noun_end(low, match.start("noun")))
        name = unit or "{" + low[match.start("noun") : end] + "}"
        if unit and more and unit.startswith("{"):
            name, end = "{" + noun + more + "}", match.end()
        times = Decimal(number.replace(".", "")) if number else ONE
        if scale:
            times *= _SCALE[scale]
        per.append(name if times == 1 else f"{times.normalize():f} {name}")
        at = end
    return tuple(per), at
