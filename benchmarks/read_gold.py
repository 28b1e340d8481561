"""How well the reader does on hand-made readings: found figures (F1) and the share of right fields, one row a report.

    python benchmarks/read_gold.py [FOLDER …] [--least N]     (default: every folder of benchmarks/gold)

Each is read from its `report.docx`, whose reading text is `text.txt`; the last row is all of them together, `--least` prints only the N that are read least well. A claim is found where its span overlaps one of the reading's; units and indicators count as right where they name the same thing.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
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


CORE = ("value", "unit", "kind", "period", "indicator")


def counts(folder: Path) -> Counter[str]:
    """How many figures the reading has (`wanted`), were found, are none (`extra`), and how many of those found have each field right."""
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
    found = Counter(wanted=sum(1 for entry in gold if not entry.get("unsure")), found=len(sure), extra=len(free))
    for entry, claim in sure:
        fields = [field for field in FIELDS if right(field, entry, claim)]
        found.update(fields)
        found["whole"] += set(CORE) <= set(fields)
    return found


def shares(found: Counter[str]) -> dict[str, float]:
    """F1 of the figures found, for each field the share that is right among them, and the share of all that are right as a whole."""
    f1 = 2 * found["found"] / max(1, found["wanted"] + found["found"] + found["extra"])
    fields = {field: found[field] / max(1, found["found"]) for field in FIELDS}
    return {"f1": f1, **fields, "whole": found["whole"] / max(1, found["wanted"])}


def score(folder: Path) -> dict[str, float]:
    """The shares of one report."""
    return shares(counts(folder))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--least", type=int, metavar="N", help="only the N reports that are read least well")
    arguments = parser.parse_args()
    folders = arguments.folders or sorted(path.parent for path in Path(__file__).parent.glob("gold/*/claims.json"))
    found = {folder.name: counts(folder) for folder in folders}
    rows = {name: shares(each) for name, each in found.items()}
    shown = sorted(rows, key=lambda name: rows[name]["whole"])[: arguments.least] if arguments.least else list(rows)
    rows[f"all {len(rows)}"] = shares(sum(found.values(), Counter()))
    print(f"{'report':<42}" + "".join(f"{name[:10]:>11}" for name in ("f1", *FIELDS, "whole")))
    for name in (*shown, list(rows)[-1]):
        print(f"{name:<42}" + "".join(f"{value:>11.3f}" for value in rows[name].values()))


if __name__ == "__main__":
    main()
