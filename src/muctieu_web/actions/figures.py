"""Figures as people type or paste them → exact decimals: Vietnamese (`1.234,5`) or English (`1,234.5`) marks, `14,8 tỷ`, `2.5 million`.

A lone `1.234` can be read in two ways. It is settled by the other figures of the same table, where their marks leave no
doubt; else it is read as the person's language writes figures, and the reading says that it was a guess. Pure functions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, NamedTuple

from muctieu_web.access import Refused

Marks = Literal["vi", "en"]
SCALES = {
    "nghìn": 3, "ngàn": 3, "thousand": 3, "triệu": 6, "tr": 6, "million": 6, "m": 6, "tỷ": 9, "tỉ": 9, "ty": 9, "billion": 9,
    "bn": 9, "nghìn tỷ": 12, "nghìn tỉ": 12, "ngàn tỷ": 12, "trillion": 12,
}  # fmt: skip
TAILS = ("đồng", "vnd", "đ", "%", "‰", "usd")
SHAPE = re.compile(r"([-−+]?)\s*(\d[\d.,\s]*\d|\d)\s*(.*)", re.S)
DOUBTFUL = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
VIETNAMESE = re.compile(r"\d{1,3}(\.\d{3})*,\d+|\d+,\d+|[1-9]\d{0,2}(\.\d{3}){2,}")
ENGLISH = re.compile(r"\d{1,3}(,\d{3})*\.\d+|\d+\.\d+|[1-9]\d{0,2}(,\d{3}){2,}")


class Read(NamedTuple):
    """The value, and whether its mark could as well have meant `other`."""

    value: Decimal
    other: Decimal | None = None


def read_figure(words: str, marks: Marks | None, language: Marks, field: str = "value") -> Read:
    """The figure of a cell; `marks` as `marks_of` found them in its table. Raises `Refused` for what is no figure.

    >>> read_figure("1.234,5", None, "vi").value, read_figure("−0,7%", None, "vi").value, read_figure("14,8 tỷ", None, "vi").value
    (Decimal('1234.5'), Decimal('-0.7'), Decimal('14800000000'))
    >>> read_figure("1.234", None, "vi")
    Read(value=Decimal('1234'), other=Decimal('1.234'))
    >>> read_figure("1.234", "en", "vi")
    Read(value=Decimal('1.234'), other=None)
    """
    shape = SHAPE.fullmatch(words.strip())
    scale = _scale(shape.group(3)) if shape else None
    if shape is None or scale is None:
        raise _no_figure(words, field)
    digits = re.sub(r"\s", "", shape.group(2))
    doubtful = DOUBTFUL.fullmatch(digits) is not None
    readings = {one: _plain(digits, one) for one in ("vi", "en")}
    settled = marks or (_own_marks(digits) if not doubtful else None)
    wanted: Marks = settled or language
    found, other = readings[wanted], readings["en" if wanted == "vi" else "vi"]
    if found is None and settled is None:
        found, other = other, None
    if found is None:
        raise _no_figure(words, field)
    sign = -1 if shape.group(1) in ("-", "−") else 1
    unsure = doubtful and marks is None and other is not None
    return Read(_scaled(found, scale, sign), _scaled(other, scale, sign) if unsure and other is not None else None)


def marks_of(cells: Iterable[str]) -> Marks | None:
    """Whose marks a table's figures bear, by those that leave no doubt; None where there are none, or of both kinds.

    >>> marks_of(["1.234", "57,2", "3"]), marks_of(["1.234", "57.2"]), marks_of(["1.234"]), marks_of(["5,7", "5.7"])
    ('vi', 'en', None, None)
    """
    found = set()
    for cell in cells:
        shape = SHAPE.fullmatch(cell.strip())
        digits = re.sub(r"\s", "", shape.group(2)) if shape else ""
        if digits and not DOUBTFUL.fullmatch(digits):
            found.add(_own_marks(digits))
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def doubt(words: str, read: Read, field: str = "value") -> Refused:
    """The warning that a figure could be read in two ways, and how it was read."""
    return Refused(
        field=field,
        reason_vi=f"«{words.strip()}» đọc được hai cách; đang hiểu là {_said(read.value, 'vi')}, không phải "
        f"{_said(read.other, 'vi')}. Xác nhận, hoặc ghi lại không có dấu ngăn hàng nghìn.",
        reason_en=f"“{words.strip()}” can be read in two ways; it is taken as {_said(read.value, 'en')}, not as "
        f"{_said(read.other, 'en')}. Confirm, or write it without a mark for thousands.",
        may_confirm=True,
    )


def _own_marks(digits: str) -> Marks | None:
    vietnamese, english = VIETNAMESE.fullmatch(digits), ENGLISH.fullmatch(digits)
    if vietnamese and not english:
        return "vi"
    return "en" if english and not vietnamese else None


def _plain(digits: str, marks: str) -> Decimal | None:
    """The number where the marks make sense: groups of three for thousands, one mark for decimals."""
    group, point = (".", ",") if marks == "vi" else (",", ".")
    whole, mark, fraction = digits.partition(point)
    parts = whole.split(group)
    grouped = all(len(part) == 3 for part in parts[1:]) and 0 < len(parts[0]) <= 3 if len(parts) > 1 else True
    if not grouped or not whole or (mark and not fraction.isdecimal()):
        return None
    return Decimal("".join(parts) + ("." + fraction if mark else ""))


def _scale(tail: str) -> int | None:
    """The power of ten that the words after the digits mean; None where they are none of ours."""
    words = tail.strip().casefold()
    for ending in TAILS:
        words = words.removesuffix(ending).strip() if words not in SCALES else words
    return 0 if not words else SCALES.get(words)


def _scaled(value: Decimal, scale: int, sign: int) -> Decimal:
    moved = value.scaleb(scale) * sign
    return moved.quantize(Decimal(1)) if scale and moved == moved.to_integral() else moved


def _said(value: Decimal | None, language: Marks) -> str:
    text = format(value or Decimal(0), "f")
    return text.replace(".", ",") if language == "vi" else text


def _no_figure(words: str, field: str) -> Refused:
    return Refused(
        field=field,
        reason_vi=f"«{words.strip()[:40]}» không phải là một con số; hãy ghi như 57,2 hoặc 1.234,5 hoặc 14,8 tỷ.",
        reason_en=f"“{words.strip()[:40]}” is not a figure; write 57.2, 1,234.5 or 14.8 billion.",
    )
