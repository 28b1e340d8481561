"""Figures as the register lists them, one with its revisions, and the table by which a period is filled in. Fixed numbers of queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from muctieu.observations import Observation as Accepted
from muctieu.observations import Observations
from muctieu.values.period import Period
from muctieu_web.access import Actor, NotThere, Permission, may, permit
from muctieu_web.queries.entered import Entered, entered, observations
from muctieu_web.store.fields import fold
from muctieu_web.store.mapping import last_word_of_a_day
from muctieu_web.store.models import Indicator, Observation, Place

PER_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine(Entered):
    """One observation in a list of the register. `may_enter`: the person may revise or withdraw it."""

    indicator: str
    indicator_en: str
    indicator_code: str
    unit: str
    place_code: str
    may_enter: bool


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """A page of figures, the newest recorded first."""

    rows: tuple[FigureLine, ...]
    total: int
    page: int
    pages: int


def figures_page(
    *, actor: Actor, words: str = "", place: str = "", period: str = "", status: str = "", page: int = 1
) -> FiguresPage:
    """All figures ever entered that fit every filter given."""
    permit(actor, Permission.LOOK)
    rows = observations()
    for word in fold(words).split():
        rows = rows.filter(indicator__folded__contains=word)
    if place:
        rows = rows.filter(place__code=place)
    if period:
        rows = rows.filter(period__startswith=period)
    if status == "withdrawn":
        rows = rows.filter(withdrawn=True)
    elif status:
        rows = rows.filter(status=status, withdrawn=False)
    total = rows.count()
    pages = max(1, -(-total // PER_PAGE))
    page = min(max(1, page), pages)
    found = rows.order_by("-recorded", "-id")[(page - 1) * PER_PAGE : page * PER_PAGE]
    return FiguresPage(tuple(_line(row, actor) for row in found), total, page, pages)


@dataclass(frozen=True, slots=True)
class FigurePage:
    """A figure with all its revisions, newest first; `stands` is the one in use, None where it was taken back."""

    figure: FigureLine
    revisions: tuple[FigureLine, ...]
    stands: FigureLine | None


def figure_page(*, actor: Actor, observation_id: int) -> FigurePage:
    """The figure that this row is of. Raises `NotThere`."""
    permit(actor, Permission.LOOK)
    row = observations().filter(pk=observation_id).first()
    if row is None:
        raise NotThere(noun_vi="số liệu", noun_en="figure", key=observation_id)
    same = list(
        observations().filter(indicator=row.indicator_id, place=row.place_id, first=row.first, until=row.until).order_by("known", "id")
    )  # fmt: skip
    known = Observations(last_word_of_a_day(same)).known(row.indicator.code, row.place.code, date.max)
    stands = next(
        (one for one in reversed(same) if known and (one.known, one.value) == (known[0].known, known[0].value)), None
    )
    return FigurePage(
        _line(row, actor), tuple(_line(one, actor) for one in reversed(same)), _line(stands, actor) if stands else None
    )


def _line(row: Observation, actor: Actor) -> FigureLine:
    indicator = row.indicator
    return FigureLine(
        **entered(row), indicator=indicator.name, indicator_en=indicator.name_en or indicator.name, indicator_code=indicator.code,
        unit=indicator.unit, place_code=row.place.code,
        may_enter=may(actor, Permission.ENTER, organisation_id=indicator.organisation_id),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One line of the table: the figure before, that of a year before, and the one that stands (None each where there is none)."""

    code: str
    name: str
    name_en: str
    unit: str
    before: Accepted | None
    year_before: Accepted | None
    stands: Accepted | None


@dataclass(frozen=True, slots=True)
class EntryPage:
    """The table of a period for a place."""

    rows: tuple[EntryRow, ...]
    place_name: str


def entry_page(*, actor: Actor, period: Period, place: str, organisation: str = "") -> EntryPage:
    """The indicators that this person may enter (of one organisation, where given). Raises `Forbidden`, `NotThere`."""
    row = Place.objects.filter(code=place).first()
    if row is None:
        raise NotThere(noun_vi="địa bàn", noun_en="place", key=place)
    indicators = [
        one
        for one in Indicator.objects.select_related("organisation")
        if may(actor, Permission.ENTER, organisation_id=one.organisation_id)
        and (not organisation or (one.organisation is not None and one.organisation.code == organisation))
    ]
    if not indicators:
        permit(actor, Permission.ENTER, organisation_id=actor.organisation_id)
    known = _known(row, indicators)
    return EntryPage(tuple(_entry_row(one, known, row.code, period) for one in indicators), row.name)


def _known(place: Place, indicators: Sequence[Indicator]) -> Observations:
    rows = Observation.objects.filter(place=place, indicator__in=[one.pk for one in indicators])
    rows = rows.select_related("indicator", "place", "version__report").order_by("known", "id")
    rows = rows.defer("version__text", "version__document", "version__targets_read")
    return Observations(last_word_of_a_day(rows))


def _entry_row(indicator: Indicator, known: Observations, place: str, period: Period) -> EntryRow:
    figures = known.known(indicator.code, place, date.max)
    by_days = {(one.first, one.until): one for one in figures}
    a_year_before = period.same_period_a_year_before()
    earlier = [one for one in figures if one.until <= period.first_day and one.period.kind == period.kind]
    return EntryRow(
        indicator.code, indicator.name, indicator.name_en, indicator.unit, earlier[-1] if earlier else None,
        by_days.get((a_year_before.first_day, a_year_before.day_after)),
        by_days.get((period.first_day, period.day_after)),
    )  # fmt: skip
