"""The board as a table for the terminal: a line a target, then a line of counts."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from muctieu.cli.table import Cell, Column, table_lines
from muctieu.errors import Language
from muctieu.scoreboard.board import Board
from muctieu.scoreboard.standing import Standing
from muctieu.scoreboard.told import goal_words, latest_words
from muctieu.scoreboard.words import STATUSES, chance, difference, percent

WIDE = 120
COLOURS = {"exceeded": "green", "met": "green", "on_track": "cyan", "behind": "yellow", "at_risk": "red", "missed": "red",
           "no_data": "dim"}  # fmt: skip


def board_table(board: Board, width: int, colour: bool, language: Language) -> str:
    """Title, table and counts, ready to be written."""
    vi = language == "vi"
    day = board.as_of.strftime("%d/%m/%Y") if vi else board.as_of.isoformat()
    subject = board.subject(language) or board.register.name
    title = f"Bảng điểm chỉ tiêu: {subject}, ngày {day}" if vi else f"Scoreboard of targets: {subject}, {day}"
    lines = [title, ""]
    if width >= WIDE:
        lines += table_lines(_columns(language), [_row(board, one, language) for one in board.standings], width, colour)
    else:
        heads = ("Trạng thái", "Chỉ tiêu") if vi else ("Status", "Target")
        rows: list[list[Cell | str]] = [
            [_status(one, language), f"{_name(board, one, language)}\n{one.reason.of(language)}"]
            for one in board.standings
        ]
        lines += table_lines([Column(heads[0], 18), Column(heads[1])], rows, width, colour)
    return "\n".join([*lines, "", *_counts(board, language), *_wrapped(_bounds(board, language), width), ""])


def _columns(language: Language) -> list[Column]:
    heads = (
        ("Chỉ tiêu", "Trạng thái", "Mới nhất", "Mục tiêu", "So mục tiêu", "Thời gian", "Cần mỗi năm", "Xác suất")
        if language == "vi"
        else ("Target", "Status", "Latest", "Goal", "Of the goal", "Time gone", "Needed a year", "Chance")
    )
    widths = (0, 17, 24, 21, 11, 9, 18, 8)
    return [Column(head, size, right=place > 1) for place, (head, size) in enumerate(zip(heads, widths, strict=True))]


def _row(board: Board, one: Standing, language: Language) -> list[Cell | str]:
    unit = one.target.unit
    decided = one.status in ("met", "exceeded", "missed", "no_data")
    return [
        _name(board, one, language),
        _status(one, language),
        latest_words(one, language),
        goal_words(one, language),
        percent(one.share_of_plan, language, 1),
        percent(one.time, language),
        difference(one.needed.a_year, unit, language) if one.needed else "–",
        chance(None if decided else one.probability, language),
    ]


def _status(one: Standing, language: Language) -> Cell:
    return Cell(STATUSES[one.status].of(language), COLOURS[one.status])


def _name(board: Board, one: Standing, language: Language) -> str:
    name = one.target.name if language == "vi" else one.target.name_en or one.target.name
    place = board.aside(one, language)
    return f"{name} ({place})" if place else name


def _counts(board: Board, language: Language) -> Iterator[str]:
    whole = board.whole
    listed = ", ".join(
        f"{STATUSES[status].of(language)} {whole.counts[status]}" for status in STATUSES if status in whole.counts  # type: ignore[index]
    )  # fmt: skip
    if language == "vi":
        yield f"{whole.targets} chỉ tiêu: {listed}."
        yield f"Trong {percent(whole.judged)} đã có số liệu: đạt hoặc vượt {percent(whole.reached)}, nguy cơ {percent(whole.lost)}."
    else:
        yield f"{whole.targets} target{'' if whole.targets == 1 else 's'}: {listed}."
        yield (
            f"Of the {percent(whole.judged, 'en')} with figures: met or exceeded {percent(whole.reached, 'en')},"
            f" at risk or missed {percent(whole.lost, 'en')}."
        )


def _wrapped(lines: Iterator[str], width: int) -> Iterator[str]:
    for line in lines:
        yield fill(line, width, subsequent_indent="  ", break_on_hyphens=False)


def _bounds(board: Board, language: Language) -> Iterator[str]:
    """What the board rests on where bounds changed."""
    for one in board.standings:
        if words := one.bounds(language):
            yield f"{_name(board, one, language)}: {words}"
