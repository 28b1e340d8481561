"""The lists of the register, a page at a time, searched without accents: a fixed number of queries each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from muctieu.scoreboard.words import Words
from muctieu_web.access import Actor, NotThere, Permission, permit
from muctieu_web.store.fields import fold
from muctieu_web.store.models import Indicator, Observation, Organisation, Place, Target

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of a list: its code, name, and the other columns by name, as plain values."""

    code: str
    name: str
    name_en: str
    columns: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of a list; `total` are all that fit the search."""

    rows: tuple[Listed, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows each list has."""

    indicators: int
    places: int
    organisations: int
    targets: int
    observations: int


def counts(*, actor: Actor) -> Counts:
    """The register at a glance."""
    permit(actor, Permission.LOOK)
    return Counts(*(model.objects.count() for model in (Indicator, Place, Organisation, Target, Observation)))  # type: ignore[attr-defined]


def listed(*, actor: Actor, noun: str, words: str = "", page: int = 1) -> ListPage:
    """A page of the list of `indicator`, `place`, `organisation` or `target` rows whose name or code holds the words."""
    permit(actor, Permission.LOOK)
    rows, of = LISTS[noun]()
    for word in fold(words).split():
        rows = rows.filter(_holds(noun, word))
    return paged(rows, page, of)


def paged(rows: QuerySet[Any], page: int, of: Callable[[Any], Listed]) -> ListPage:
    """A page of rows; a page past the last is the last."""
    total = rows.count()
    pages = max(1, -(-total // PER_PAGE))
    page = min(max(1, page), pages)
    start = (page - 1) * PER_PAGE
    return ListPage(tuple(of(row) for row in rows[start : start + PER_PAGE]), total, page, pages)


def _holds(noun: str, word: str) -> Q:
    if noun == "target":
        return Q(indicator__folded__contains=word) | Q(code__icontains=word) | Q(place__folded__contains=word)
    return Q(folded__contains=word)


def _indicators() -> tuple[QuerySet[Any], Callable[[Any], Listed]]:
    rows = Indicator.objects.select_related("organisation").annotate(figures=Count("observations"))
    return rows, lambda row: Listed(
        row.code, row.name, row.name_en,
        {"unit": row.unit, "organisation": _name(row.organisation), "figures": row.figures},
    )  # fmt: skip


def _places() -> tuple[QuerySet[Any], Callable[[Any], Listed]]:
    rows = Place.objects.select_related("parent").order_by("parent__name", "name")
    return rows, lambda row: Listed(
        row.code, row.name, row.name_en,
        {"kind": row.level, "parent": _name(row.parent), "start": row.valid_from, "end": row.valid_until},
    )  # fmt: skip


def _organisations() -> tuple[QuerySet[Any], Callable[[Any], Listed]]:
    rows = Organisation.objects.select_related("parent").annotate(
        suppliers=Count("indicators", distinct=True), answers=Count("targets", distinct=True)
    )
    return rows, lambda row: Listed(
        row.code, row.name, row.name_en,
        {"parent": _name(row.parent), "indicators": row.suppliers, "targets": row.answers},
    )  # fmt: skip


def _targets() -> tuple[QuerySet[Any], Callable[[Any], Listed]]:
    rows = Target.objects.select_related("indicator", "place", "organisation")
    return rows, lambda row: Listed(
        row.code, str(row), row.indicator.name_en,
        {
            "comparator": row.comparator, "value": row.value, "value_to": row.value_to, "unit": row.indicator.unit,
            "horizon": row.horizon, "place": row.place.name, "organisation": _name(row.organisation), "group": row.group,
        },
    )  # fmt: skip


LISTS: dict[str, Callable[[], tuple[QuerySet[Any], Callable[[Any], Listed]]]] = {
    "indicator": _indicators,
    "place": _places,
    "organisation": _organisations,
    "target": _targets,
}


def _name(row: Any) -> str:
    return "" if row is None else row.name


def words_of(*, actor: Actor, noun: str, code: str) -> dict[str, Any]:
    """A row as its form holds it: plain values by column. Raises `NotThere`."""
    permit(actor, Permission.LOOK)
    model, vi, en = MODELS[noun]
    row = model.objects.select_related(*RELATED[noun]).filter(code=code).first()
    if row is None:
        raise NotThere(noun_vi=vi, noun_en=en, key=code)
    return {"pk": row.pk, "label": str(row), **WORDS[noun](row)}


MODELS: dict[str, tuple[Any, str, str]] = {
    "indicator": (Indicator, *Words("chỉ tiêu thống kê", "indicator")),
    "place": (Place, *Words("địa bàn", "place")),
    "organisation": (Organisation, *Words("cơ quan", "organisation")),
    "target": (Target, *Words("chỉ tiêu phấn đấu", "target")),
}
"""The four lists, and what one row is called in Vietnamese and English."""
RELATED = {
    "indicator": ("organisation",),
    "place": ("parent",),
    "organisation": ("parent",),
    "target": ("indicator", "place", "organisation"),
}


def _code(row: Any) -> str:
    return "" if row is None else row.code


def _indicator_words(row: Indicator) -> dict[str, Any]:
    return {
        "code": row.code, "name": row.name, "name_en": row.name_en, "unit": row.unit, "direction": row.direction,
        "additive": row.additive, "lower": row.lower, "upper": row.upper, "over_places": row.gathering_way or "none",
        "base": row.gathering_base, "organisation": _code(row.organisation), "definition": row.definition,
        "official_code": row.official_code, "aliases": "\n".join(row.aliases),
    }  # fmt: skip


def _place_words(row: Place) -> dict[str, Any]:
    return {
        "code": row.code, "name": row.name, "name_en": row.name_en, "kind": row.level, "parent": _code(row.parent),
        "start": row.valid_from, "end": row.valid_until, "weight": row.weight,
        **{f"size_{base}": size for base, size in row.sizes.items()},
    }  # fmt: skip


def _organisation_words(row: Organisation) -> dict[str, Any]:
    return {"code": row.code, "name": row.name, "name_en": row.name_en, "parent": _code(row.parent)}


def _target_words(row: Target) -> dict[str, Any]:
    return {
        "id": row.code, "indicator": row.indicator.code, "place": row.place.code, "name": row.name,
        "comparator": row.comparator, "value": row.value, "value_to": row.value_to, "start": row.base_year,
        "horizon": row.horizon, "cadence": row.cadence, "direction": row.direction, "group": row.group,
        "organisation": _code(row.organisation), "baseline": row.baseline, "weight": row.weight, "source": row.source,
        "note": row.note,
    }  # fmt: skip


WORDS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "indicator": _indicator_words,
    "place": _place_words,
    "organisation": _organisation_words,
    "target": _target_words,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What a field that points to another list can hold."""

    code: str
    name: str


def choices(noun: str) -> tuple[Choice, ...]:
    """All rows of a list by name, for a field that points to it."""
    return tuple(Choice(*pair) for pair in MODELS[noun][0].objects.order_by("name").values_list("code", "name"))
