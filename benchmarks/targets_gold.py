"""How well targets are read on hand-made readings: found, and the share of right fields among them, one row a report, and all together.

    python benchmarks/targets_gold.py [--misses N] [FOLDER …]     (default: every folder of benchmarks/gold)
    python benchmarks/targets_gold.py --figures FIGURES.json REPORT

A target is found where its figure (or, without one, its words) overlaps that of the reading. Precision counts what the program lists and
the reading has not. `result` is right where its value is. With `--figures`, a report is scored against a plain list
`[{"value", "unit", "comparator", "horizon", "computed"}, …]` of what it sets, without a word of the report: each must be among the targets read.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import muctieu
from muctieu.indicators.matching import same_indicator
from muctieu.targets.reader import read_targets
from muctieu.targets.target import Target

FIELDS = (
    "value",
    "unit",
    "comparator",
    "horizon",
    "cadence",
    "direction",
    "group",
    "indicator",
    "result",
    "stated",
    "computed",
)


def gold_of(folder: Path) -> list[dict[str, Any]]:
    """The reading's targets, each with the span of its figure or words; those of the plan have `plan` set."""
    read = json.loads((folder / "targets.json").read_text(encoding="utf-8"))
    doubted = doubtful_signs(folder)
    wanted = []
    for part in ("plan", "term"):
        for target in read[part]:
            place = target.get("target") or target
            start = place.get("start")
            wanted.append({
                **target, "start": start, "end": place.get("end"), "plan": part == "plan", "unsure_sign": start in doubted,
            })  # fmt: skip
    return wanted


def doubtful_signs(folder: Path) -> set[int]:
    """Where the reading says that its value may be read with the other sign (`giảm 4-5%`)."""
    claims = json.loads((folder / "claims.json").read_text(encoding="utf-8"))
    return {claim["start"] for claim in claims if "value" in claim.get("doubt", ()) or "value_alt" in claim}


def spans_of(target: Target, claims: dict[str, Any]) -> list[tuple[int, int]]:
    return [(target.span.start, target.span.end), *((claims[one].start, claims[one].end) for one in target.claims)]


def right(field: str, gold: dict[str, Any], got: Target) -> bool:
    wanted = [gold.get(field), gold.get(f"{field}_also", gold.get(field))]
    if field == "value":
        low, high = number(gold["value"]), number(gold["value_to"])
        fall = None if low is None else (-low, None) if high is None else (-high, -low)
        return (got.value, got.value_to) in ((low, high), fall if gold["unsure_sign"] else (low, high))
    if field == "result":
        return number((gold["result"] or {}).get("value")) == (got.result.value if got.result else None)
    if field == "indicator":
        a, b = set(gold["indicator"].lower().split()), set(got.indicator.lower().split())
        return same_indicator(gold["indicator"], got.indicator) or (
            2 * len(a & b) >= 1.2 * min(len(a), len(b)) and bool(a & b)
        )
    if field == "unit":
        return (got.unit or "").lower().strip("{}") in {(one or "").lower().strip("{}") for one in wanted}
    if field == "group":
        return not gold["plan"] or (gold["group"] or "").lower()[:18] == (got.group or "").lower()[:18]
    return getattr(got, field) in wanted


def number(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def score(folder: Path, misses: int) -> Counter[str]:
    """How many targets the reading has (`wanted`), the program lists (`got`), were found, and how many of those have each field right."""
    reading = muctieu.read(folder / "text.txt")
    claims = {claim.id: claim for claim in reading.claims}
    got, wanted = list(read_targets(reading)), gold_of(folder)
    pairs, used = [], set()
    for gold in wanted:
        mate = next(
            (
                one
                for one in got
                if one.id not in used and any(a < gold["end"] and gold["start"] < b for a, b in spans_of(one, claims))
            ),
            None,
        )
        if mate is not None:
            used.add(mate.id)
            pairs.append((gold, mate))
        elif misses:
            print(f"  not found: {gold['indicator']} {gold['value']} {gold['text']}")
    for one in [one for one in got if one.id not in used][:misses]:
        print(f"  extra: {one.indicator} {one.value} {one.unit} {one.stated}: «{one.span.of(reading.text)}»")
    counts = Counter(wanted=len(wanted), got=len(got), found=len(pairs))
    for field in FIELDS:
        wrong = [(gold, mate) for gold, mate in pairs if not right(field, gold, mate)]
        counts[field] = len(pairs) - len(wrong)
        for gold, mate in wrong[:misses]:
            print(f"  {field}: {gold['indicator']} {gold.get(field)} ≠ {getattr(mate, field)}")
    return counts


def row(name: str, counts: Counter[str]) -> str:
    """One line of the table."""
    found = counts["found"]
    return (
        f"{name[:26]:26} {found:4}/{counts['wanted']:<4} {found / max(1, counts['wanted']):6.3f} {found / max(1, counts['got']):6.3f} "
        + " ".join(f"{counts[field] / max(1, found):9.3f}" for field in FIELDS)
    )


def score_figures(figures: Path, report: Path) -> None:
    """Scores a report against a list of figures: each is looked for once among the targets read."""
    left = list(read_targets(muctieu.read(report)))
    wanted = json.loads(figures.read_text(encoding="utf-8"))
    found = verdicts = judged = 0
    for figure in wanted:
        fields = [name for name in ("unit", "comparator", "horizon") if name in figure]
        mate = next(
            (
                one
                for one in left
                if one.value == number(figure["value"])
                and one.value_to == number(figure.get("value_to"))
                and all(getattr(one, name) == figure[name] for name in fields)
            ),
            None,
        )
        if mate is None:
            print(f"  not found: {figure}")
            continue
        left.remove(mate)
        found += 1
        if "computed" in figure:
            judged += 1
            verdicts += mate.computed == figure["computed"]
    print(f"{found} of {len(wanted)} found; verdict right for {verdicts} of {judged}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Scores the reading of targets.")
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--figures", type=Path)
    arguments = parser.parse_args()
    if arguments.figures:
        score_figures(arguments.figures, arguments.folders[0])
        return
    folders = arguments.folders or sorted(
        path.parent for path in (Path(__file__).parent / "gold").glob("*/targets.json")
    )
    print(f"{'report':26} {'found':>9} {'recall':>6} {'prec.':>6} " + " ".join(f"{field:>9}" for field in FIELDS))
    whole: Counter[str] = Counter()
    for folder in folders:
        counts = score(folder, arguments.misses)
        whole += counts
        print(row(folder.name, counts))
    print(row(f"all {len(folders)}", whole))


if __name__ == "__main__":
    main()
