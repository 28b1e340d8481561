"""The claims of one report as a table for the terminal: seven columns where there is room, four of two lines each where there is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from muctieu.claims.claim import Claim
from muctieu.claims.reading import Reading
from muctieu.claims.wording import kind_words, period_words, status_words, value_words
from muctieu.cli.table import Cell, Column, table_lines
from muctieu.errors import Language

WIDE = 120
"""Columns from which the seven-column table fits."""

_COLOURS = {
    "level": "",
    "part": "cyan",
    "change": "yellow",
    "growth": "green",
    "multiple": "green",
    "target": "magenta",
    "attainment": "blue",
    "target_gap": "blue",
}


def claims_table(reading: Reading, width: int, colour: bool, language: Language) -> str:
    """The heading, the table and the summary line of one report, ready to be written."""
    lines = [*_heading(reading, language), ""]
    if reading.claims:
        table = _wide(reading, language) if width >= WIDE else _narrow(reading, language)
        lines += [*table_lines(*table, width, colour), ""]
    return "\n".join([*lines, summary(reading, language), ""])


def summary(reading: Reading, language: Language) -> str:
    """One line: how many claims there are, and of which kinds."""
    counts = Counter(claim.kind for claim in reading.claims)
    kinds = ", ".join(f"{kind_words(kind, language)} {count}" for kind, count in counts.most_common())
    total = len(reading.claims)
    if language == "vi":
        words = f"{reading.name}: {total} số liệu trong {_grouped(len(reading.text), '.')} ký tự"
    else:
        words = f"{reading.name}: {total} {'figure' if total == 1 else 'figures'} in {_grouped(len(reading.text), ',')} characters"
    return words + (f" ({kinds})." if kinds else ".")


def _grouped(number: int, separator: str) -> str:
    return format(number, ",").replace(",", separator)


def _heading(reading: Reading, language: Language) -> Iterator[str]:
    yield reading.title or reading.name
    facts = [reading.place, period_words(reading.period, language) if reading.period else None]
    if any(facts):
        yield " · ".join(fact for fact in facts if fact)


def _wide(reading: Reading, language: Language) -> tuple[list[Column], list[list[Cell | str]]]:
    heads = (
        ("Mục", "Số liệu trong văn bản", "Giá trị", "Loại", "Kỳ", "So với", "Chỉ tiêu")
        if language == "vi"
        else ("Section", "Figure as written", "Value", "Kind", "Period", "Basis", "Indicator")
    )
    columns = [Column(head, size) for head, size in zip(heads, (12, 24, 24, 15, 12, 10, 0), strict=True)]
    rows: list[list[Cell | str]] = [
        [
            Cell(_place(claim, language), "dim"),
            Cell(claim.text, "bold"),
            value_words(claim, language),
            Cell(_kind(claim, language, " · "), _COLOURS[claim.kind]),
            _period(claim.period, language),
            _period(claim.basis, language),
            claim.indicator,
        ]
        for claim in reading.claims
    ]
    return columns, rows


def _narrow(reading: Reading, language: Language) -> tuple[list[Column], list[list[Cell | str]]]:
    heads = (
        ("Mục", "Số liệu / giá trị", "Loại / kỳ", "Chỉ tiêu")
        if language == "vi"
        else ("Section", "Figure / value", "Kind / period", "Indicator")
    )
    columns = [Column(head, size) for head, size in zip(heads, (9, 22, 16, 0), strict=True)]
    rows: list[list[Cell | str]] = []
    for claim in reading.claims:
        value = value_words(claim, language)
        period = _period(claim.period, language)
        if claim.basis:
            period = f"{period} / {_period(claim.basis, language)}".strip()
        rows.append(
            [
                Cell(_place(claim, language), "dim"),
                claim.text if value == claim.text else f"{claim.text}\n= {value}",
                Cell(f"{_kind(claim, language, ' · ')}\n{period}".strip(), _COLOURS[claim.kind]),
                claim.indicator,
            ]
        )
    return columns, rows


def _place(claim: Claim, language: Language) -> str:
    if claim.footnote is not None:
        return f"{'chú thích' if language == 'vi' else 'note'} {claim.footnote}"
    return claim.section or "–"


def _kind(claim: Claim, language: Language, joint: str) -> str:
    kind = kind_words(claim.kind, language)
    told = claim.status == "actual" or (claim.kind == "target" and claim.status == "planned")
    return kind if told else f"{kind}{joint}{status_words(claim.status, language)}"


def _period(period: str | None, language: Language) -> str:
    return period_words(period, language) if period else ""
