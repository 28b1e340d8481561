"""How well the reader does on hand-made readings: found figures (F1) and the share of right fields, one row a report.

    python benchmarks/read_gold.py [FOLDER …]     (default: every folder of benchmarks/gold)

Each is read from its `report.docx`, whose reading text is `text.txt`. A claim is found where its span overlaps one of the reading's; units and indicators count as right where they name the same thing.
"""

from __future__ import annotations

import json
import re
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import muctieu

FIELDS = ("value", "unit", "kind", "comparator", "status", "per", "period", "basis", "indicator")
_WORD = re.compile(r"\w+")


def alike(gold: str | None, got: str | None, share: float) -> bool:
    """Whether two phrases name the same thing: one holds the other, or enough words are shared."""
    a, b = _WORD.findall((gold or "").casefold()), _WORD.findall((got or "").casefold())
    if not a or not b:
        return a == b
    if (" ".join(a) in " ".join(b) and len(b) <= 2 * len(a) + 3) or (
        " ".join(b) in " ".join(a) and 2 * len(b) >= len(a)
    ):
        return True
    return 2 * len(set(a) & set(b)) / (len(set(a)) + len(set(b))) >= share


def right(field: str, gold: dict[str, Any], claim: muctieu.Claim) -> bool:
    """Whether a field of the claim is what the reading has, or one of its alternatives."""
    if field in gold.get("doubt", ()):
        return True
    others = gold.get(f"{field}_alt", [])
    wanted = [gold.get(field), *(others if isinstance(others, list) and field != "per" else [others] if others else [])]
    got: Any = getattr(claim, field)
    if field == "value":
        return any(value is not None and Decimal(str(value)) == got for value in wanted)
    if field == "unit":
        return any(
            unit == got or (str(unit).startswith("{") and got.startswith("{") and alike(unit, got, 0.5))
            for unit in wanted
        )
    if field == "per":
        return any(
            len(per or []) == len(got) and all(a == b or alike(a, b, 0.5) for a, b in zip(per or [], got, strict=True))
            for per in wanted
        )
    if field == "indicator":
        return any(alike(name, got, 0.6) for name in wanted)
    return any((value or None) == (got or None) for value in wanted)


def score(folder: Path) -> dict[str, float]:
    """F1 of the figures found, and for each field the share that is right among them."""
    gold = json.loads((folder / "claims.json").read_text(encoding="utf-8"))
    claims = list(muctieu.read(folder / "report.docx").claims)
    pairs: list[tuple[dict[str, Any], muctieu.Claim]] = []
    free = set(range(len(claims)))
    for entry in gold:
        match = next(
            (n for n in sorted(free) if claims[n].start < entry["end"] and entry["start"] < claims[n].end), None
        )
        if match is not None:
            free.discard(match)
            pairs.append((entry, claims[match]))
    sure = [(entry, claim) for entry, claim in pairs if not entry.get("unsure")]
    wanted = sum(1 for entry in gold if not entry.get("unsure"))
    result = {"f1": 2 * len(sure) / (wanted + len(sure) + len(free)) if wanted else 0.0}
    for field in FIELDS:
        result[field] = sum(right(field, entry, claim) for entry, claim in sure) / max(1, len(sure))
    core = ("value", "unit", "kind", "period", "indicator")
    result["whole"] = sum(all(right(field, entry, claim) for field in core) for entry, claim in sure) / max(1, wanted)
    return result


def main() -> None:
    folders = [Path(name) for name in sys.argv[1:]] or sorted(
        path.parent for path in Path(__file__).parent.glob("gold/*/claims.json")
    )
    print(f"{'report':<42}" + "".join(f"{name[:10]:>11}" for name in ("f1", *FIELDS, "whole")))
    for folder in folders:
        print(f"{folder.name:<42}" + "".join(f"{value:>11.3f}" for value in score(folder).values()))


if __name__ == "__main__":
    main()
