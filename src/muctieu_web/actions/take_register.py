"""A whole register of the library (a folder of tables, the sample) into the store: what is not there yet is added, nothing is changed."""

from __future__ import annotations

from datetime import datetime

from muctieu.observations import Observation as Accepted
from muctieu.places import Event
from muctieu.scoreboard.register import Register
from muctieu_web.access import Actor, Permission, permit
from muctieu_web.actions.writing import one_write, record
from muctieu_web.store.models import Indicator, Observation, Organisation, Place, PlaceEvent, PlacePart, Site, Target


def take_register(*, actor: Actor, now: datetime, register: Register) -> dict[str, int]:
    """Adds the register's places, indicators, organisations, targets and observations that the store lacks; how many of each."""
    permit(actor, Permission.KEEP_REGISTER)
    with one_write():
        before = _rows()
        places = _places(register)
        indicators = _indicators(register)
        targets = _targets(register, places, indicators)
        observations = _observations(register, now, places, indicators)
        site, _ = Site.objects.get_or_create(pk=1)
        if _rows() > before:
            record(actor=actor, now=now, action="take_register", row=site, before={}, reason=register.name)
    return {"places": len(places), "indicators": len(indicators), "targets": targets, "observations": observations}


def _rows() -> int:
    return sum(model.objects.count() for model in (Place, Indicator, Organisation, Target, Observation))  # type: ignore[attr-defined]


def _places(register: Register) -> dict[str, Place]:
    rows = {row.code: row for row in Place.objects.all()}
    new = set(register.places) - set(rows)
    sizes = {code: unit.sizes for code, unit in register.history.units.items()} if register.history else {}
    for code, place in register.places.items():
        if code in new:
            rows[code] = Place.objects.create(
                code=code, name=place.name, name_en=place.name_en, weight=place.weight, level=place.kind,
                valid_from=place.start, valid_until=place.end,
                sizes={base: str(size) for base, size in sizes.get(code, {}).items()},
            )  # fmt: skip
    for code in new & {code for code, place in register.places.items() if place.parent}:
        rows[code].parent = rows[register.places[code].parent]
        rows[code].save(update_fields=["parent"])
    if register.history and not PlaceEvent.objects.exists():
        _events(register.history.events, rows)
    return rows


def _events(events: tuple[Event, ...], places: dict[str, Place]) -> None:
    for one in events:
        row = PlaceEvent.objects.create(
            kind=one.kind, day=one.on, act=one.act, unit=places.get(one.unit), note=one.note,
            name=one.naming.name if one.naming else "", level=one.naming.kind if one.naming else "",
        )  # fmt: skip
        PlacePart.objects.bulk_create(
            PlacePart(
                event=row,
                source=places[flow.source],
                successor=places[flow.target],
                shares={base: str(share) for base, share in flow.shares.items()},
            )
            for flow in one.flows
        )


def _indicators(register: Register) -> dict[str, Indicator]:
    rows = {row.code: row for row in Indicator.objects.all()}
    for code, one in register.indicators.items():
        if code not in rows:
            rows[code] = Indicator.objects.create(
                code=code, name=one.name, name_en=one.name_en, unit=one.unit, direction=one.direction or "",
                additive=one.additive, gathering_way=one.gathering.way if one.gathering else "",
                gathering_base=one.gathering.base if one.gathering else "", lower=one.lower, upper=one.upper,
            )  # fmt: skip
    return rows


def _targets(register: Register, places: dict[str, Place], indicators: dict[str, Indicator]) -> int:
    known = set(Target.objects.values_list("code", flat=True))
    organisations = {row.name: row for row in Organisation.objects.all()}
    added = 0
    for order, one in enumerate(register.targets):
        if one.id in known:
            continue
        if one.organisation and one.organisation not in organisations:
            code = f"co-quan-{len(organisations) + 1}"
            organisations[one.organisation] = Organisation.objects.create(code=code, name=one.organisation)
        organisation = organisations.get(one.organisation)
        indicator = indicators[one.indicator]
        Target.objects.create(
            code=one.id, indicator=indicator, place=places[one.place], organisation=organisation,
            name="" if one.name == indicator.name else one.name, group=one.group, order=order, comparator=one.comparator,
            value=one.value, value_to=one.value_to, base_year=one.start, horizon=one.horizon, cadence=one.cadence,
            direction=one.direction or "", baseline=one.baseline, weight=one.weight, source=one.source, note=one.note,
        )  # fmt: skip
        if organisation and indicator.organisation_id is None:
            indicator.organisation = organisation
            indicator.save(update_fields=["organisation"])
        added += 1
    return added


def _observations(register: Register, now: datetime, places: dict[str, Place], indicators: dict[str, Indicator]) -> int:
    there = set(Observation.objects.values_list("indicator__code", "place__code", "period", "known"))
    new = [one for one in register.observations if (one.indicator, one.place, str(one.period), one.known) not in there]

    def row(one: Accepted) -> Observation:
        return Observation(
            indicator=indicators[one.indicator], place=places[one.place], period=str(one.period), first=one.first,
            until=one.until, value=one.value, status=one.status, known=one.known, recorded=now, source=one.source.words,
            note=one.note, withdrawn=one.withdrawn,
        )  # fmt: skip

    Observation.objects.bulk_create([row(one) for one in new], batch_size=500)
    return len(new)
