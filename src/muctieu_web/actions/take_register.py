"""A whole register of the library (a folder of tables, the sample) into the store: what is not there yet is added, nothing is changed."""

from __future__ import annotations

from datetime import datetime

from muctieu.observations import Observation as Accepted
from muctieu.scoreboard.register import Register
from muctieu_web.access import Actor, Permission, permit
from muctieu_web.actions.writing import one_write, record
from muctieu_web.store.models import Indicator, Observation, Organisation, Place, Site, Target


def take_register(*, actor: Actor, now: datetime, register: Register) -> dict[str, int]:
    """Adds the register's places, indicators, organisations, targets and observations that the store lacks; how many of each."""
    permit(actor, Permission.KEEP_REGISTER)
    with one_write():
        places = _places(register)
        indicators = _indicators(register)
        targets = _targets(register, places, indicators)
        observations = _observations(register, now, places, indicators)
        site, _ = Site.objects.get_or_create(pk=1)
        record(actor=actor, now=now, action="take_register", row=site, before={}, reason=register.name)
    return {"places": len(places), "indicators": len(indicators), "targets": targets, "observations": observations}


def _places(register: Register) -> dict[str, Place]:
    rows = {row.code: row for row in Place.objects.all()}
    for code, place in register.places.items():
        if code not in rows:
            rows[code] = Place.objects.create(code=code, name=place.name, name_en=place.name_en, weight=place.weight)
    for code, place in register.places.items():
        if place.parent and rows[code].parent_id is None:
            rows[code].parent = rows[place.parent]
            rows[code].save(update_fields=["parent"])
    return rows


def _indicators(register: Register) -> dict[str, Indicator]:
    rows = {row.code: row for row in Indicator.objects.all()}
    for code, one in register.indicators.items():
        if code not in rows:
            rows[code] = Indicator.objects.create(
                code=code, name=one.name, name_en=one.name_en, unit=one.unit, direction=one.direction or "",
                additive=one.additive, lower=one.lower, upper=one.upper,
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
