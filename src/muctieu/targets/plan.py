"""The plan to come: every figure that a list of targets or of tasks sets to be reached. Takes a reading, gives targets without a result."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from operator import attrgetter

from muctieu.claims.claim import Claim
from muctieu.claims.lookup import within
from muctieu.claims.reading import Reading
from muctieu.document.layout import Cell, Table
from muctieu.targets.cadence import cadence_of
from muctieu.targets.direction import direction_of
from muctieu.targets.judgement import passes_judgement
from muctieu.targets.results import item_of, result_in_row, result_told
from muctieu.targets.scope import Scope, Scopes, is_span_of_years
from muctieu.targets.target import Target
from muctieu.targets.words import clause_around, last_year, says

_START = attrgetter("start")
_MARK = re.compile(r"^\s*(?:[-–+*•]|\(?\w{1,3}(?:\.\d+)*[).])\s*")
_GROUP_MARK = re.compile(r"[A-ZĐ]|[IVX]{1,5}|\d{1,2}")
_DUE = re.compile(
    r"[^,;:.()\n]{0,60}?\b(?:vào|trong|đến|trước)\s(?:hết |cuối |đầu |trước )?(?:quý [IVX]+[/\s]?|tháng \d\d?[/\s])?"
    r"(?:hết |cuối )?(?:năm )?(?P<year>20\d\d)(?!\s?[-–]\s?20)\b"
)
_BESIDE = ("level", "part", "change", "growth", "multiple", "target_gap", "attainment")


def plan_targets(reading: Reading, scopes: Scopes) -> Iterator[Target]:
    """Targets of the plan in reading order; their ids are given later."""
    base = scopes.base
    for claim in reading.claims:
        table = table_of(reading.tables, claim.start)
        scope = scopes.at(claim.start)
        if table is not None:
            if _is_planned_cell(reading, table, claim, base) and not _is_under_review(
                reading, table, claim, scope, base
            ):
                yield _from_table(reading, table, claim, scope)
        elif _is_planned(reading, claim, scope, base) and not is_detail(reading.text, claim):
            yield _from_words(reading, claim, scope, scopes)


def table_of(tables: Sequence[Table], offset: int) -> Table | None:
    """The table that holds the offset; the tables stand in reading order, none in another."""
    number = bisect_right(tables, offset, key=_START) - 1
    return tables[number] if number >= 0 and offset < tables[number].end else None


def _is_planned(reading: Reading, claim: Claim, scope: Scope, base: int) -> bool:
    """Does the place of the claim, or its own year, make it a target to come?"""
    year = last_year(claim.period)
    if claim.kind == "target" and year is not None and year > base:
        return scope.kind != "past" or result_told(reading, item_of(reading, claim), claim) is None
    if scope.kind == "past" or (year is not None and year < base):
        return False
    if claim.kind == "target":
        return True
    if claim.status == "planned":
        return claim.kind in (_BESIDE if scope.kind == "list" else _BESIDE[-2:] + _BESIDE[1:2])
    return scope.kind == "list" and claim.kind in ("part", "attainment") and (year is None or year > base)


def is_detail(text: str, claim: Claim) -> bool:
    """Is it how a plan is laid out (`3 khâu đột phá`), or a detail of a project (`tổng mức đầu tư`)?"""
    noun = claim.unit.strip("{}").lower()
    before = text[max(claim.sentence.start, claim.start - 30) : claim.start].lower()
    if claim.unit.startswith("{") and says("noise", "counted", noun):
        return not (claim.kind == "target" and says("noise", "reached", " ".join(before.split()[-3:])))
    return says("noise", "detail", before) and not says("noise", "flow", before)


def _from_words(reading: Reading, claim: Claim, scope: Scope, scopes: Scopes) -> Target:
    horizon = _deadline(reading, claim) or last_year(claim.period)
    if horizon is None or (scope.kind != "past" and horizon < scopes.base and (scope.year or 0) > scopes.base):
        horizon = scope.year or scopes.plan_year
    if not claim.indicator:
        claim = claim._replace(indicator=_item_name(reading.text, claim))
    return planned(
        claim, horizon, cadence_of(claim, reading.text, one_year=_is_one_year(reading, horizon)), scope.group
    )


def _deadline(reading: Reading, claim: Claim) -> int | None:
    """The year said right behind the figure: `lên 93% vào cuối năm 2024`, `100% quy hoạch phân khu trong năm 2026`."""
    found = _DUE.match(reading.text, claim.end, min(claim.sentence.end, claim.end + 90))
    if found is None or says("noise", "compared", found[0].lower()):
        return None
    between = within(reading.claims, claim.end, found.start("year"))
    return None if between else int(found["year"])


def _item_name(text: str, claim: Claim) -> str:
    """The words that begin the claim's clause, where the reading found no name for it."""
    clause = clause_around(text, claim.start, claim.end)
    words = _MARK.sub("", text[clause.start : claim.start])
    return words.partition(",")[0].partition(":")[0].strip()


def _is_one_year(reading: Reading, horizon: int | None) -> bool:
    """Does the plan look one year ahead only? A report of a year or less, and a plan for the year it covers or the next."""
    if reading.period is None or (
        "/" in reading.period and reading.period[:4] != reading.period.rpartition("/")[2][:4]
    ):
        return False
    base = last_year(reading.period)
    return base is not None and horizon is not None and base <= horizon <= base + 1


def planned(claim: Claim, horizon: int | None, cadence: str, group: str | None) -> Target:
    """The claim as a target of the plan."""
    return Target(
        "",
        claim.indicator,
        claim.unit,
        claim.per,
        claim.comparator,
        claim.value,
        claim.value_to,
        claim.resolution,
        str(horizon) if horizon else None,
        cadence,  # type: ignore[arg-type]
        group,
        (claim.id,),
        None,
        None,
        direction_of(claim.indicator, claim),
        "unknown",
        claim.span,
    )


def _is_planned_cell(reading: Reading, table: Table, claim: Claim, base: int) -> bool:
    """A cell of a column that looks ahead of the report's own time: a target, or the mean rate that goes with it."""
    year = last_year(claim.period)
    if year is None or (year <= base):
        return False
    if claim.kind == "target":
        return True
    return (claim.status == "planned" and claim.basis is None) or _is_mean_column(reading.text, table, claim)


def _is_under_review(reading: Reading, table: Table, claim: Claim, scope: Scope, base: int) -> bool:
    """Halfway through a term: a target to come in a table of what has been, where the row holds what was reached of it so far.

    Not where the row has an earlier target too: then its results were for that one.
    """
    if claim.kind != "target" or result_in_row(reading, table, claim) is None:
        return False
    row = next(row for row in table.rows if row and row[0].start <= claim.start <= row[-1].end)
    if scope.kind != "past" and not _is_judged(reading, table, row) and not _looks_back(reading, table):
        return False
    return not any(
        each.kind == "target" and (last_year(each.period) or base) <= base
        for each in within(reading.claims, row[0].start, row[-1].end)
    )


def _looks_back(reading: Reading, table: Table) -> bool:
    """Does the caption of a review's annex, in the lines above it, tell of what was reached? (`Tổng hợp kết quả thực hiện các chỉ tiêu`)"""
    if not is_span_of_years(reading.period):
        return False
    above = reading.text[max(0, table.start - _CAPTION) : table.start].lower().rstrip().split("\n")[-_CAPTION_LINES:]
    return any(says("heading", "past", line) for line in above)


_CAPTION, _CAPTION_LINES = 300, 3  # letters, lines


def _is_judged(reading: Reading, table: Table, row: tuple[Cell, ...]) -> bool:
    """Does a cell of the row judge it? Then an annex behind the tasks looks back all the same."""
    return any(
        passes_judgement(words) and says("stated", "head", head_of(reading.text, table, cell.start))
        for cell in row
        if (words := reading.text[cell.start : cell.end].strip()) and not any(c.isdigit() for c in words)
    )


def _is_mean_column(text: str, table: Table, claim: Claim) -> bool:
    return says("cadence", "average", head_of(text, table, claim.start))


def _from_table(reading: Reading, table: Table, claim: Claim, scope: Scope) -> Target:
    mean = _is_mean_column(reading.text, table, claim)
    if mean:
        claim = _as_rate(reading.text, claim)
    year = last_year(claim.period)
    cadence = "average" if mean else cadence_of(claim, "", one_year=True)
    if not mean and claim.per == ("year",):
        cadence = cadence_of(claim, "", one_year=False)
    return planned(claim, year, cadence, _group_row(reading.text, table, claim.start) or scope.group)


def _as_rate(text: str, claim: Claim) -> Claim:
    """A cell of a column of yearly rates, whose figure does not take the unit of its row: `9,3` is 9,3%/năm."""
    _, comma, fraction = text[claim.number.start : claim.number.end].partition(",")
    step = Decimal(1).scaleb(-len(fraction) if comma else 0)
    return claim._replace(value=claim.value * step / claim.resolution, resolution=step, unit="%", per=("year",))


def head_of(text: str, table: Table, offset: int) -> str:
    """The words of the column's head over the offset, in lower case."""
    cell = next((cell for row in table.rows for cell in row if cell.start <= offset <= cell.end), None)
    if cell is None:
        return ""
    heads = [
        text[other.start : other.end]
        for row in table.rows[: table.head_rows or 1]
        for other in row
        if other.column <= cell.column < other.column + other.column_span
    ]
    return " ".join(heads).lower()


def _group_row(text: str, table: Table, offset: int) -> str | None:
    """The nearest row above that holds words in one cell only, its mark apart: a group of indicators (`A | Chỉ tiêu kinh tế`)."""
    group = None
    for row in table.rows[table.head_rows or 1 :]:
        if row and row[0].start > offset:
            break
        words = [word for cell in row if (word := text[cell.start : cell.end].strip())]
        if len(words) == 2 and _GROUP_MARK.fullmatch(words[0]):
            words = words[1:]
        if len(words) == 1:
            group = words[0].strip(" :.")
    return group
