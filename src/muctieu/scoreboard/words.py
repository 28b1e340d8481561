"""The words of the scoreboard in Vietnamese and English, and figures as each language writes them.

Takes figures and identifiers, gives text for a person. Never decides anything.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from muctieu.errors import Language
from muctieu.values.period import Period


class Words(NamedTuple):
    """The same words in both languages."""

    vi: str
    en: str

    def of(self, language: Language) -> str:
        """The words in a language."""
        return self.vi if language == "vi" else self.en


STATUSES: dict[str, Words] = {
    "exceeded": Words("vượt", "exceeded"),
    "met": Words("đạt", "met"),
    "on_track": Words("đúng tiến độ", "on track"),
    "behind": Words("chậm", "behind"),
    "at_risk": Words("nguy cơ không đạt", "at risk"),
    "missed": Words("không đạt", "missed"),
    "no_data": Words("chưa có số liệu", "no data"),
}

UNITS: dict[str, Words] = {
    "VND": Words("đồng", "VND"),
    "t": Words("tấn", "tonnes"),
    "dt": Words("tạ", "quintals"),
    "m2": Words("m²", "m²"),
    "m3": Words("m³", "m³"),
    "km2": Words("km²", "km²"),
    "1": Words("", ""),
    "{người}": Words("người", "people"),
    "{lao động}": Words("lao động", "workers"),
    "{hộ}": Words("hộ", "households"),
    "{xã}": Words("xã", "communes"),
    "{dự án}": Words("dự án", "projects"),
    "{trường}": Words("trường", "schools"),
    "{bác sỹ}/10000 {dân}": Words("bác sỹ/vạn dân", "doctors per 10,000 people"),
}

SCALES = ((Decimal(10) ** 9, Words("tỷ", "billion")), (Decimal(10) ** 6, Words("triệu", "million")))


def number(value: Decimal | float, language: Language = "vi", places: int | None = None) -> str:
    """A figure with its thousands parted: 1.234.567,89 in Vietnamese, 1,234,567.89 in English.

    `places` rounds to so many decimals; else the figure keeps those it has (a float at most two).

    >>> number(Decimal("1234567.89")), number(Decimal("41.50"), "en"), number(2.0, places=1)
    ('1.234.567,89', '41.50', '2,0')
    """
    exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    if places is None and isinstance(value, float):
        exact = exact.quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if exact == 0:
        exact = abs(exact)  # no «-0»
    text = f"{exact:,f}"
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def unit_words(unit: str, language: Language = "vi") -> str:
    """A unit as a person writes it: `{người}` loses its braces, `VND` is đồng.

    >>> unit_words("{người}"), unit_words("VND"), unit_words("%")
    ('người', 'đồng', '%')
    """
    known = UNITS.get(unit)
    return known.of(language) if known else unit.strip("{}")


def quantity(value: Decimal | float, unit: str, language: Language = "vi", places: int | None = None) -> str:
    """A figure with its unit; large sums of money in million or billion.

    >>> quantity(Decimal(112000000), "VND"), quantity(Decimal("41.5"), "%"), quantity(Decimal(3000), "{lao động}")
    ('112 triệu đồng', '41,5%', '3.000 lao động')
    """
    scale = ""
    if unit in ("VND", "USD"):
        for size, words in SCALES:
            if abs(Decimal(str(value))) >= size:
                value = Decimal(str(value)) / size
                value = value.quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()
                value = value.quantize(Decimal(1)) if value == value.to_integral() else value
                scale = " " + words.of(language)
                break
    text = number(value, language, places if not scale else None) + scale
    if unit in ("%", "‰"):
        return text + unit
    return f"{text} {unit_words(unit, language)}".rstrip()


def difference(size: float, unit: str, language: Language = "vi") -> str:
    """A signed change in a unit; a change of a percentage is in points.

    >>> difference(-0.7, "%"), difference(0.7, "%", "en"), difference(5700.0, "{người}")
    ('−0,7 điểm %', '+0.7 pts', '+5.700 người')
    """
    sign = "+" if size > 0 else "−" if size < 0 else ""
    if unit == "%":
        return f"{sign}{number(abs(size), language, 1 if abs(size) >= 0.1 else 2)} {'điểm %' if language == 'vi' else 'pts'}"
    return sign + quantity(abs(size), unit, language, 0 if abs(size) >= 1000 else 1)


def period_words(period: str, language: Language = "vi") -> str:
    """A period as a person says it; a year stays a bare figure.

    >>> period_words("2024"), period_words("2025-Q1"), period_words("2023-01/2023-09", "en")
    ('2024', 'quý I/2025', 'first 9 months of 2023')
    """
    if period.isdigit():
        return period
    parsed = Period.parse(period)
    return parsed.vietnamese() if language == "vi" else parsed.english()


def percent(share: float | None, language: Language = "vi", places: int = 0) -> str:
    """A share of one as a percentage; a dash where there is none.

    >>> percent(0.756, "en", 1), percent(None)
    ('75.6%', '–')
    """
    return "–" if share is None else number(share * 100, language, places) + "%"


def chance(probability: float | None, language: Language = "vi") -> str:
    """A probability as a person says it: never 0% or 100%, for no forecast is that sure.

    >>> chance(0.342), chance(0.002), chance(0.998, "en"), chance(None)
    ('34%', 'dưới 1%', 'over 99%', '–')
    """
    if probability is not None and probability < 0.01:
        return "dưới 1%" if language == "vi" else "under 1%"
    if probability is not None and probability > 0.99:
        return "trên 99%" if language == "vi" else "over 99%"
    return percent(probability, language)
