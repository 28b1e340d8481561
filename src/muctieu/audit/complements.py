"""Do two figures share a whole between them by their very names? Takes figures; knows no rule."""

from __future__ import annotations

import re
from collections.abc import Sequence

from muctieu.audit.figure import Figure
from muctieu.text.lexicon import lexicon


def complements(parts: Sequence[Figure]) -> bool:
    """Do two parts share the whole between them by their very names? (`nam`, `nữ`; `khai thác`, `nuôi trồng`)"""
    if len(parts) != 2:
        return False
    first, second = (
        f"{re.split(r'[,;:(]', part.before)[-1]} {part.unit} {part.claim.indicator.lower()}" for part in parts
    )
    return any(
        (re.search(rf"\b{one}\b", first) and re.search(rf"\b{other}\b", second))
        or (re.search(rf"\b{other}\b", first) and re.search(rf"\b{one}\b", second))
        for one, other in lexicon("audit")["parts"]["complements"]
    )
