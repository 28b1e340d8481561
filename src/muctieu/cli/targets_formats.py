"""The formats of `muctieu targets`: one reading → the text of its targets; the same formats and joints as `muctieu read`."""

from __future__ import annotations

import csv
import io
import json

from muctieu import __version__
from muctieu.claims.reading import Reading
from muctieu.cli.formats import Joints, Manner
from muctieu.cli.table import Cell, Column, table_lines
from muctieu.errors import Language
from muctieu.targets.reader import read_targets
from muctieu.targets.target import Target
from muctieu.targets.wire import TARGET_FIELDS, target_fields, targets_envelope
from muctieu.targets.wording import result_words, target_words, verdict_words, when_words

_RESULT = ("value", "unit", "period", "status", "claims")
CSV_COLUMNS = (
    "document",
    *(name for name in TARGET_FIELDS if name != "result"),
    *(f"result_{name}" for name in _RESULT),
)
_COLOURS = {"exceeded": "green", "met": "blue", "missed": "red", "unknown": "dim"}


def render(reading: Reading, manner: Manner) -> str:
    """The targets of the reading in the manner's format."""
    targets = read_targets(reading)
    if manner.form == "json":
        return json.dumps(targets_envelope(__version__, reading, targets), ensure_ascii=False, indent=1)
    if manner.form == "jsonl":
        first = {"document": reading.name} if manner.several else {}
        return "".join(json.dumps({**first, **target_fields(target)}, ensure_ascii=False) + "\n" for target in targets)
    if manner.form == "csv":
        return _rows(reading, targets)
    if manner.form == "html":
        from muctieu.targets.page import targets_page

        return targets_page(reading, targets, manner.language)
    return _table(reading, targets, manner)


def joints(manner: Manner) -> Joints:
    """What stands before, between and after the targets of several reports."""
    if manner.form == "json":
        return Joints("[\n", ",\n", "\n]\n") if manner.several else Joints("", "", "\n")
    if manner.form == "csv":
        return Joints(("\ufeff" if manner.excel else "") + ",".join(CSV_COLUMNS) + "\n", "", "")
    return Joints("", "\n" if manner.form == "table" else "", "")


def _rows(reading: Reading, targets: tuple[Target, ...]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    for target in targets:
        fields = {**target_fields(target), "document": reading.name}
        result = fields.pop("result") or {}
        fields |= {f"result_{name}": result.get(name) for name in _RESULT}
        joined = {name: " ".join(cell) if name.endswith("claims") and cell else cell for name, cell in fields.items()}
        joined["per"] = "/".join(fields["per"])
        writer.writerow([joined[name] or "" for name in CSV_COLUMNS])
    return stream.getvalue()


def _table(reading: Reading, targets: tuple[Target, ...], manner: Manner) -> str:
    title = f"{reading.name}\n"
    if not targets:
        return title + _none(manner.language) + "\n"
    lines = table_lines(
        _columns(manner.language), [_line(target, manner.language) for target in targets], manner.width, manner.colour
    )
    return title + "\n".join(lines) + "\n" + _summary(targets, manner.language) + "\n"


def _none(language: Language) -> str:
    if language == "vi":
        return (
            "Không thấy chỉ tiêu nào: báo cáo không có mục chỉ tiêu, và không số liệu nào được so với chỉ tiêu đề ra."
        )
    return "No target was found: the report has no list of targets, and no figure is held against one."


def _columns(language: Language) -> list[Column]:
    heads = (
        ("Chỉ tiêu", "Đề ra", "Thực hiện", "Báo cáo nói", "Tính ra")
        if language == "vi"
        else ("Indicator", "Target", "Result", "Report says", "Computed")
    )
    return [Column(head, width) for head, width in zip(heads, (0, 24, 24, 11, 9), strict=True)]


def _line(target: Target, language: Language) -> list[Cell | str]:
    differ = target.stated and target.computed != "unknown" and target.stated != target.computed
    return [
        target.indicator,
        f"{target_words(target, language)}\n{when_words(target, language)}",
        result_words(target.result, language),
        Cell(verdict_words(target.stated, language) + (" ⚠" if differ else ""), "yellow" if differ else ""),
        Cell(verdict_words(target.computed, language), _COLOURS[target.computed]),
    ]


def _summary(targets: tuple[Target, ...], language: Language) -> str:
    verdicts = [target.computed for target in targets]
    counts = ", ".join(
        f"{verdict_words(name, language)} {verdicts.count(name)}" for name in _COLOURS if name in verdicts
    )
    return f"{len(targets)} {'chỉ tiêu' if language == 'vi' else 'targets'}: {counts}."
