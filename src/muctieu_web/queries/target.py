"""One target with all that is known of it, and one indicator with its series: a fixed number of queries each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from muctieu.scoreboard.standing import Standing
from muctieu_web.access import Actor, NotThere, Permission, permit
from muctieu_web.boards import board_on
from muctieu_web.queries.entered import Entered, entered, observations
from muctieu_web.queries.site import SiteRow, sees_unofficial
from muctieu_web.store.models import Claim, Comment, Indicator, Observation, Target, Version


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow(Entered):
    """One observation with the report's own `sentence`, the figure at `mark`; `link` leads to it in the reader."""

    sentence: str
    mark: tuple[int, int] | None
    link: str

    @property
    def pieces(self) -> tuple[str, str, str]:
        """The sentence before, at and after the figure."""
        start, end = self.mark or (0, 0)
        return self.sentence[:start], self.sentence[start:end], self.sentence[end:]


@dataclass(frozen=True, slots=True)
class CommentRow:
    """One message of the discussion."""

    id: int
    who: str
    at: datetime
    text: str
    withdrawn: bool
    own: bool


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """What is measured, as a page shows it."""

    code: str
    name: str
    name_en: str
    unit: str
    definition: str
    official_code: str
    direction: str
    additive: bool
    lower: Decimal | None
    upper: Decimal | None
    organisation: str


@dataclass(frozen=True, slots=True)
class TargetPage:
    """`figures` are those that count on the day, newest first; `revisions` all that were ever entered, in the order they became known."""

    standing: Standing
    as_of: date
    indicator: IndicatorRow
    place: str
    figures: tuple[FigureRow, ...]
    revisions: tuple[FigureRow, ...]
    comments: tuple[CommentRow, ...]
    others: tuple[Standing, ...]
    source: str
    source_link: str


def target_page(*, actor: Actor, site: SiteRow, code: str, as_of: date) -> TargetPage:
    """The target with this code on a day. Raises `Forbidden`, `NotThere`."""
    permit(actor, Permission.LOOK, public=site.is_public)
    official_only = not sees_unofficial(actor)
    row = Target.objects.select_related("indicator__organisation", "place", "version__report").filter(code=code).first()
    if row is None:
        raise NotThere(noun_vi="chỉ tiêu phấn đấu", noun_en="target", key=code)
    board = board_on(as_of, official_only=official_only)
    standing = next(one for one in board.standings if one.target.id == code)
    rows = _figures(row.indicator, official_only, place_id=row.place_id)
    comments = () if not actor.is_known else tuple(_comment(one, actor) for one in _comments(row))
    return TargetPage(
        standing=standing,
        as_of=as_of,
        indicator=indicator_row(row.indicator),
        place=row.place.name,
        figures=tuple(reversed(_counting(rows, as_of))),
        revisions=tuple(sorted(rows, key=lambda one: (one.known, one.id))),
        comments=comments,
        others=tuple(
            one for one in board.standings if one.target.indicator == row.indicator.code and one.target.id != code
        ),
        source=row.source or (row.version.report.title if row.version else ""),
        source_link=_link(row.version, row.start) if row.version else "",
    )


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """`series` are the figures that count today, by name of place."""

    indicator: IndicatorRow
    series: tuple[tuple[str, tuple[FigureRow, ...]], ...]
    standings: tuple[Standing, ...]


def indicator_page(*, actor: Actor, site: SiteRow, code: str, as_of: date) -> IndicatorPage:
    """The indicator with this code. Raises `Forbidden`, `NotThere`."""
    permit(actor, Permission.LOOK, public=site.is_public)
    official_only = not sees_unofficial(actor)
    row = Indicator.objects.select_related("organisation").filter(code=code).first()
    if row is None:
        raise NotThere(noun_vi="chỉ tiêu thống kê", noun_en="indicator", key=code)
    by_place: dict[str, list[FigureRow]] = {}
    for one in _figures(row, official_only):
        by_place.setdefault(one.place, []).append(one)
    board = board_on(as_of, official_only=official_only)
    return IndicatorPage(
        indicator_row(row),
        tuple((place, tuple(reversed(_counting(rows, as_of)))) for place, rows in by_place.items()),
        tuple(one for one in board.standings if one.target.indicator == code),
    )


def indicator_row(row: Indicator) -> IndicatorRow:
    """An indicator as a page shows it."""
    return IndicatorRow(
        row.code, row.name, row.name_en, row.unit, row.definition, row.official_code, row.direction, row.additive,
        row.lower, row.upper, row.organisation.name if row.organisation else "",
    )  # fmt: skip


def _figures(indicator: Indicator, official_only: bool, place_id: int | None = None) -> list[FigureRow]:
    rows = observations().filter(indicator=indicator)
    if place_id is not None:
        rows = rows.filter(place_id=place_id)
    if official_only:
        rows = rows.filter(status="official")
    found = list(rows.order_by("place__name", "until", "first", "known", "id"))
    sentences = _sentences(found)
    return [_figure(row, sentences) for row in found]


def _sentences(rows: Iterable[Observation]) -> dict[tuple[int, int], tuple[str, tuple[int, int]]]:
    """The sentence of each figure that came from a report, and where in it the figure stands."""
    wanted = {(row.version_id, row.start) for row in rows if row.version_id and row.start is not None}
    if not wanted:
        return {}
    versions = {version for version, _ in wanted}
    texts = dict(Version.objects.filter(pk__in=versions).values_list("pk", "text"))
    spans = Claim.objects.filter(version_id__in=versions, start__in={start for _, start in wanted})
    sentences = {}
    for version, start, end, first, last in spans.values_list(
        "version_id", "start", "end", "sentence_start", "sentence_end"
    ):
        if (version, start) in wanted:
            sentences[version, start] = (texts[version][first:last], (start - first, end - first))
    return sentences


def _figure(row: Observation, sentences: dict[tuple[int, int], tuple[str, tuple[int, int]]]) -> FigureRow:
    sentence, mark = sentences.get((row.version_id or 0, row.start or 0), ("", None))
    link = _link(row.version, row.start) if row.version else ""
    return FigureRow(**entered(row), sentence=sentence, mark=mark, link=link)


def _link(version: Version, start: int | None) -> str:
    at = "" if start is None else f"#at-{start}"
    return f"/reports/{version.report_id}/versions/{version.number}/{at}"


def _counting(rows: list[FigureRow], as_of: date) -> list[FigureRow]:
    """Of each period the last figure known by the day, unless it was taken back; in the order of `rows`."""
    last: dict[str, FigureRow] = {}
    for row in rows:
        if row.known <= as_of:
            last[row.period] = row
    return [row for row in last.values() if not row.withdrawn]


def _comments(row: Target) -> Iterable[Comment]:
    return row.comments.select_related("person")


def _comment(row: Comment, actor: Actor) -> CommentRow:
    text = "" if row.withdrawn else row.text
    return CommentRow(row.pk, str(row.person), row.at, text, row.withdrawn, row.person_id == actor.id)
