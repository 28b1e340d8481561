"""The register as Open SDG reads it: a CSV and a YAML file an indicator, for a site built with Open SDG.

Takes a board, gives file names and their text. Progress is left to Open SDG's own calculation, with base year, target and
direction set as here (Open SDG documentation, "Metadata format" and "auto_progress_calculation").
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

from muctieu.scoreboard.board import Board
from muctieu.scoreboard.render_csv import written
from muctieu.scoreboard.standing import Standing


def render_open_sdg(board: Board) -> Iterator[tuple[str, str]]:
    """Pairs of file name and text: `data/indicator_1-1-1.csv`, `meta/1-1-1.yml`, and so on.

    Groups become goals; the targets of a group are numbered in order; places become the disaggregation.
    """
    goals = {
        group: number for number, group in enumerate(dict.fromkeys(one.target.group for one in board.standings), 1)
    }
    numbered: dict[tuple[str, str], list[Standing]] = defaultdict(list)
    for one in board.standings:
        numbered[one.target.group, one.target.indicator].append(one)
    counts: dict[str, int] = defaultdict(int)
    for (group, _), standings in numbered.items():
        counts[group] += 1
        number = f"{goals[group]}-{counts[group]}-1"
        yield f"data/indicator_{number}.csv", _data(board, standings)
        yield f"meta/{number}.yml", _meta(standings[0], number.replace("-", "."))


def _data(board: Board, standings: list[Standing]) -> str:
    """Year, place (empty for the main place), value; years only, as Open SDG's column Year has it."""
    rows = []
    for one in standings:
        name = board.aside(one)
        rows += [[point.year, name, f"{point.value:f}"] for point in one.points if point.months == 12]
    return written(("Year", "Place", "Value"), sorted(rows, key=lambda row: (row[1], row[0])))


def _meta(standing: Standing, number: str) -> str:
    target = standing.target
    fields: dict[str, object] = {
        "indicator_number": number,
        "indicator_name": target.name,
        "indicator_name_en": target.name_en,
        "computation_units": target.unit,
        "reporting_status": "complete" if standing.points else "notstarted",
        "data_non_statistical": target.value is None,
        "national_geographical_coverage": target.place,
        "source_organisation_1": target.organisation,
    }
    if target.figure is not None:
        fields["graph_target_lines"] = [{"label_content": "Mục tiêu", "value": float(target.figure)}]
        fields["auto_progress_calculation"] = target.cadence == "end"
        fields["progress_calculation_options"] = [
            {
                "base_year": target.start, "target_year": target.horizon, "target": float(target.figure),
                "direction": "negative" if target.way == "down" else "positive",
            }
        ]  # fmt: skip
    # JSON is YAML, and leaves nothing to quote wrongly.
    return "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items())
