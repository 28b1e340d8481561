"""The site's own settings, as every page needs them: one query."""

from __future__ import annotations

from dataclasses import dataclass

from muctieu_web.access import Actor, Permission, may
from muctieu_web.store.models import Place, Site


@dataclass(frozen=True, slots=True)
class SiteRow:
    """`is_public`: anyone may look at what is official. `place`: the code of the place that the board opens on."""

    name: str
    name_en: str
    is_public: bool
    place: str | None
    term_start: int | None
    term_end: int | None


def site() -> SiteRow:
    """The settings; their defaults where nobody set any yet."""
    row = Site.objects.select_related("place").filter(pk=1).first()
    if row is None:
        return SiteRow("Muctieu", "Muctieu", False, None, None, None)
    return SiteRow(
        row.name,
        row.name_en or row.name,
        row.public,
        row.place.code if row.place else None,
        row.term_start,
        row.term_end,
    )


def sees_unofficial(actor: Actor) -> bool:
    """Does this person see estimated and preliminary figures too?"""
    return may(actor, Permission.LOOK_UNOFFICIAL)


def places_to_open_on() -> tuple[tuple[str, str], ...]:
    """Code and name of every place."""
    return tuple(Place.objects.values_list("code", "name"))
