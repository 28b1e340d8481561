"""The fields of a claim in words for a person: labels of kinds and statuses, values in Vietnamese style. Never used for the wire format."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from muctieu.claims.claim import Claim
from muctieu.errors import Language

KINDS: dict[str, tuple[str, str]] = {
    "level": ("mức", "level"),
    "part": ("phần", "part"),
    "change": ("tăng/giảm", "change"),
    "growth": ("tốc độ", "growth"),
    "multiple": ("số lần", "multiple"),
    "target": ("chỉ tiêu đề ra", "target"),
    "attainment": ("đạt so chỉ tiêu", "attainment"),
    "target_gap": ("chênh chỉ tiêu", "gap to target"),
}
STATUSES: dict[str, tuple[str, str]] = {
    "actual": ("thực hiện", "actual"),
    "estimated": ("ước", "estimated"),
    "planned": ("kế hoạch", "planned"),
}
_COMPARATORS = {"eq": "", "ge": "≥ ", "le": "≤ ", "approx": "≈ ", "between": ""}
_MONEY = {"VND": ("đồng", "VND"), "USD": ("USD", "USD"), "CNY": ("NDT", "CNY")}
_UNITS: dict[str, tuple[str, str]] = {
    "1": ("lần", "times"),
    "t": ("tấn", "t"),
    "dt": ("tạ", "quintals"),
    "m2": ("m²", "m²"),
    "m3": ("m³", "m³"),
    "km2": ("km²", "km²"),
    "Cel": ("°C", "°C"),
    "kW.h": ("kWh", "kWh"),
    "h": ("giờ", "hours"),
    "d": ("ngày", "days"),
    "mo": ("tháng", "months"),
    "a": ("năm", "years"),
}
_PER = {"year": ("năm", "year"), "quarter": ("quý", "quarter"), "month": ("tháng", "month"), "day": ("ngày", "day")}
_COUNTS = {"1000": "nghìn", "10000": "vạn"}
_SCALES = ((9, 7, "tỷ", "billion"), (6, 3, "triệu", "million"))
"""The power of ten of a scale word, the power of the least step that is shown in it (`681.000 triệu đồng`, not `681,000 tỷ đồng`), the word."""


def kind_words(kind: str, language: Language) -> str:
    """The kind as a person says it.

    >>> kind_words("growth", "vi"), kind_words("growth", "en")
    ('tốc độ', 'growth')
    """
    return KINDS[kind][language == "en"]


def status_words(status: str, language: Language) -> str:
    """The status as a person says it."""
    return STATUSES[status][language == "en"]


def number_words(value: Decimal, language: Language) -> str:
    """A number with grouped thousands: 1.234,5 in Vietnamese, 1,234.5 in English.

    >>> number_words(Decimal("1234567.50"), "vi"), number_words(Decimal("-46.9"), "en")
    ('1.234.567,50', '-46.9')
    """
    grouped = format(value, ",f")
    return grouped if language == "en" else grouped.translate(str.maketrans(",.", ".,"))


def value_words(claim: Claim, language: Language) -> str:
    """The value with its comparator, unit and denominators: `≥ 14.882 tỷ đồng`, `5.051 USD/người/năm`, `29/31 hộ`."""
    unit = "" if claim.unit == "1" and claim.kind != "multiple" else claim.unit
    values = [claim.value, *([claim.value_to] if claim.value_to is not None else [])]
    whole = f"/{number_words(claim.whole, language)}" if claim.whole is not None else ""
    shown = amount_words(values, claim.resolution, unit, language, whole)
    return comparator_words(claim.comparator) + shown + per_words(claim.per, language)


def comparator_words(comparator: str | None) -> str:
    """The sign before a value, with a blank behind it; nothing where it is told as it is.

    >>> comparator_words("ge"), comparator_words("eq")
    ('≥ ', '')
    """
    return _COMPARATORS[comparator] if comparator else ""


def amount_words(
    values: Sequence[Decimal], resolution: Decimal, unit: str, language: Language, behind: str = ""
) -> str:
    """A value, or both ends of a range, in the scale word that its last digit allows, with its unit; `behind` follows the number.

    >>> amount_words([Decimal(681_000_000_000)], Decimal(1_000_000), "VND", "vi")
    '681.000 triệu đồng'
    >>> amount_words([Decimal("1563800000000")], Decimal(100_000_000), "VND", "vi"), amount_words([Decimal("9.5"), Decimal(10)], Decimal("0.1"), "%", "en")
    ('1.563,8 tỷ đồng', '9.5 – 10.0%')
    """
    power, scale = _scale(max(map(abs, values)), resolution, language)
    shown = " – ".join(_scaled(value, resolution, power, language) for value in values) + behind
    words = unit_words(unit, language)
    return shown + (words if words in ("%", "‰") else "".join(f" {word}" for word in (scale, words) if word))


def per_words(per: Sequence[str], language: Language) -> str:
    """What an amount is told for: `/người/năm`.

    >>> per_words(("{người}", "year"), "vi"), per_words((), "vi")
    ('/người/năm', '')
    """
    return "".join("/" + _each_words(each, language) for each in per)


def unit_words(unit: str, language: Language) -> str:
    """A unit as a person writes it.

    >>> unit_words("{lượt người}", "vi"), unit_words("m2", "vi"), unit_words("VND", "vi")
    ('lượt người', 'm²', 'đồng')
    """
    if unit.startswith("{"):
        return unit.strip("{}")
    pair = _MONEY.get(unit) or _UNITS.get(unit)
    return pair[language == "en"] if pair else unit


def period_words(period: str, language: Language) -> str:
    """A period as a person says it.

    >>> [period_words(p, "vi") for p in ("2019", "2023-Q3", "2023-S1", "2015/2020", "2023-01/2023-09", "2020-01-31")]
    ['2019', 'quý 3/2023', '6 tháng đầu năm 2023', '2015–2020', '9 tháng 2023', '31/1/2020']
    """
    if period == "target":
        return "chỉ tiêu" if language == "vi" else "target"
    first, slash, last = period.partition("/")
    if not slash:
        return _moment_words(first, language)
    if len(first) == 7 == len(last) and first[:4] == last[:4] and first[5:] == "01" and last[5:].isdigit():
        return f"{int(last[5:])} {'tháng' if language == 'vi' else 'months of'} {last[:4]}"
    return f"{_moment_words(first, language)}–{_moment_words(last, language)}"


def _moment_words(moment: str, language: Language) -> str:
    year, _, rest = moment.partition("-")
    vietnamese = language == "vi"
    if not rest:
        return year
    if rest.startswith("Q"):
        return f"quý {rest[1:]}/{year}" if vietnamese else f"Q{rest[1:]} {year}"
    if rest.startswith("S"):
        half = "đầu" if rest == "S1" else "cuối"
        return f"6 tháng {half} năm {year}" if vietnamese else f"H{rest[1:]} {year}"
    parts = rest.split("-")
    if not vietnamese:
        return moment
    day = f"{int(parts[1])}/" if len(parts) > 1 else "tháng "
    return f"{day}{int(parts[0])}/{year}"


def _each_words(per: str, language: Language) -> str:
    if per in _PER:
        return _PER[per][language == "en"]
    size, _, unit = per.partition(" ")
    if unit and size.isdigit():
        if language == "vi" and size in _COUNTS:
            return f"{_COUNTS[size]} {unit_words(unit, language)}"
        return f"{number_words(Decimal(size), language)} {unit_words(unit, language)}"
    return unit_words(per, language)


def _scale(size: Decimal, resolution: Decimal, language: Language) -> tuple[int, str]:
    """The power of ten and the scale word that a size is shown in: only for money and large rounded figures."""
    for power, least, vi, en in _SCALES:
        if size >= Decimal(10) ** power and resolution >= Decimal(10) ** least:
            return power, vi if language == "vi" else en
    return 0, ""


def _scaled(value: Decimal, resolution: Decimal, power: int, language: Language) -> str:
    step = resolution.scaleb(-power)
    places = max(0, -step.normalize().as_tuple().exponent) if step else 0  # type: ignore[operator]
    return number_words(round(value.scaleb(-power), places), language)
