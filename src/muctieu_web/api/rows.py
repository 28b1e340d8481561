"""The shapes of what the API gives and takes: the documentation is made from these. Decimals are strings, days ISO, periods SDMX."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Generic, Literal, TypeVar

from ninja import Path, Query, Schema
from pydantic import Field, StringConstraints

Row = TypeVar("Row")
Words = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00]*$")]
Key = Annotated[int, Field(ge=1, le=2**31 - 1)]


def words_for(description: str) -> Any:
    """Words of a query, with what they are in the documentation."""
    return Annotated[Words, Query("", description=description)]


Sought = words_for("words that a name or code holds; accents and capitals do not matter")
IndicatorCode, PlaceCode = words_for("the code of an indicator"), words_for("the code of a place")
PeriodWords = words_for("a period as SDMX writes it: 2024, 2024-Q3, 2024-07")
FigureStatus = words_for("estimated, preliminary or official")
StandingWords = words_for("where the target stands: exceeded, met, on_track, behind, at_risk, missed, no_data")
Kind = words_for("level, part, change, growth, multiple, target, attainment or target_gap")
Severity = words_for("error, warning or info")
Day = Annotated[
    date | None, Query(..., description="the day whose knowledge counts, 2025-06-30; today where none is given")
]
NextOf = Annotated[Key | None, Query(None, description="the report whose next version this is; none for a new report")]
TargetCode = Annotated[Words, Path(..., description="the code of a target")]
ReportKey = Annotated[Key, Path(..., description="the id of a report")]
VersionNumber = Annotated[Key, Path(..., description="the number of a version of the report, from 1")]
ObservationKey = Annotated[Key, Path(..., description="the id of an observation")]


class Error(Schema):
    """One sentence that says what is wrong and what to do, in both languages.

    `field` is what it is about, or empty; `may_confirm`: a warning, that `confirm` overrides.
    """

    sentence: str
    sentence_en: str
    field: str
    may_confirm: bool


class Page(Schema, Generic[Row]):
    """Some rows of all; `next` is the offset of those that follow, or null."""

    items: list[Row]
    total: int
    offset: int
    limit: int
    next: int | None


class CutIn(Schema):
    """Which rows."""

    offset: int = Field(0, ge=0, le=1_000_000_000, description="how many rows to pass over")
    limit: int = Field(100, ge=1, le=1000, description="how many rows at most")


class IndicatorRow(Schema):
    """What is measured. `direction`: which way is better. `organisation`, `code`: codes."""

    code: str
    name: str
    name_en: str
    unit: str
    direction: str | None
    additive: bool
    lower: str | None
    upper: str | None
    definition: str
    official_code: str
    organisation: str | None


class PlaceRow(Schema):
    """A place; `valid_until` is excluded."""

    code: str
    name: str
    name_en: str
    level: str
    parent: str | None
    valid_from: date | None
    valid_until: date | None
    weight: str | None


class OrganisationRow(Schema):
    """A body that answers for indicators."""

    code: str
    name: str
    name_en: str
    parent: str | None


class ObservationRow(Schema):
    """A figure as known on the day asked."""

    id: int
    indicator: str
    place: str
    period: str
    value: str
    unit: str
    status: str
    known: date
    source: str
    note: str


class TargetRow(Schema):
    """A target and where it stands (`status`) on the day asked."""

    id: str
    indicator: str
    name: str
    place: str
    group: str
    organisation: str
    unit: str
    comparator: str
    value: str | None
    value_to: str | None
    start: int
    horizon: int
    cadence: str
    direction: str | None
    baseline: str | None
    source: str
    status: str


class ReportRow(Schema):
    """A report with its newest version; `state`: waiting, reading, read, failed (then `failure` says why)."""

    id: int
    title: str
    place: str | None
    period: str | None
    version: int
    name: str
    sha256: str
    size: int
    state: str
    step: int
    failure: str
    failure_en: str
    claims: int
    findings: int


class ClaimRow(Schema):
    """A claim of the wire format, as the machine read it."""

    id: str
    start: int
    end: int
    text: str
    value: str
    value_to: str | None
    resolution: str
    unit: str
    per: list[str]
    comparator: str
    kind: str
    status: str
    period: str | None
    basis: str | None
    indicator: str
    whole: str | None
    section: str | None
    footnote: int | None
    sentence: list[int]


class FindingRow(Schema):
    """A finding of the wire format, with its message in Vietnamese and English."""

    rule: str
    severity: str
    claims: list[str]
    spans: list[list[int]]
    reported: Any
    expected: Any
    message: str
    message_en: str


class FigureIn(Schema):
    """A figure to enter: a new one, or a revision where the period has one. `known`: the day since when it holds (today).

    `confirm` says that what is unlikely (out of bounds, far from the value before) is meant so; without it that is refused.
    """

    indicator: Words
    place: Words
    period: Words
    value: Annotated[str, StringConstraints(max_length=60, pattern=r"^-?[0-9]{1,40}(\.[0-9]{1,18})?$")]
    status: Literal["estimated", "preliminary", "official"] = "official"
    known: date | None = None
    source: Words = ""
    note: Annotated[str, StringConstraints(max_length=4000, pattern=r"^[^\x00]*$")] = ""
    reason: Words = ""
    confirm: bool = False


class FateRow(Schema):
    """What became of the figure: `new`, `revises`, or `same` (it was there; nothing was written)."""

    fate: Literal["new", "revises", "same"]


class ReasonIn(Schema):
    """Why."""

    reason: Words


DECIMAL_OR_NONE = r"^(-?[0-9]{1,40}(\.[0-9]{1,18})?)?$"
Plain = Annotated[str, StringConstraints(max_length=60, pattern=DECIMAL_OR_NONE)]


class TargetIn(Schema):
    """A target by the columns of the register's table `targets`; decimals as strings, empty where there is none.

    `reason`: why an existing one is changed.
    """

    indicator: Words
    place: Words
    start: Annotated[int, Field(ge=1900, le=2200)]
    horizon: Annotated[int, Field(ge=1900, le=2200)]
    comparator: Words = "eq"
    value: Plain = ""
    value_to: Plain = ""
    cadence: Words = "end"
    direction: Words = ""
    name: Words = ""
    group: Words = ""
    organisation: Words = ""
    baseline: Plain = ""
    weight: Plain = "1"
    source: Words = ""
    note: Words = ""
    reason: Words = ""


class NewTargetIn(TargetIn):
    """A new target, with its code."""

    id: Words


class TargetKept(Schema):
    """The target's code."""

    code: str


class CommentIn(Schema):
    """What is said in the discussion of a target."""

    text: Annotated[str, StringConstraints(max_length=10_000, pattern=r"^[^\x00]*$")]


class Made(Schema):
    """The id of what was written."""

    id: int


class UploadedRow(Schema):
    """Where the file is; `is_new` is false where the same bytes were there already. It is read soon: ask `/reports`."""

    report: int
    number: int
    title: str
    is_new: bool
