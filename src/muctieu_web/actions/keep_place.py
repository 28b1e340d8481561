"""A place (địa bàn) is added or changed. Mergers and the like are events: `keep_event.py`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from muctieu_web.access import Actor, Permission, permit
from muctieu_web.actions.figures import Marks
from muctieu_web.actions.given import Given, Seen
from muctieu_web.actions.keep_event import check_places
from muctieu_web.actions.keeping import Kept, code_of_new, existing, put
from muctieu_web.actions.writing import one_write
from muctieu_web.store.models import Place


def keep_place(
    *, actor: Actor, now: datetime, code: str | None, words: Mapping[str, str], reason: str = "", language: Marks = "vi"
) -> Kept:
    """`words`: `code` (of a new one), `name`, `name_en`, `kind`, `parent`, `start`, `end`, `weight`, `size_population` …"""
    with one_write():
        kept = put_place(actor=actor, now=now, code=code, words=words, reason=reason, language=language)
        if kept.fate != "same":
            check_places("start")
        return kept


def put_place(
    *,
    actor: Actor,
    now: datetime,
    code: str | None,
    words: Mapping[str, str],
    reason: str = "",
    language: Marks = "vi",
    seen: Seen | None = None,
) -> Kept:
    """The same for one of many: the caller checks at the end that all places together can be."""
    permit(actor, Permission.KEEP_REGISTER)
    row = existing(Place, code, vi="địa bàn", en="place")
    given = Given(words, language, seen)
    values = {"code": code or code_of_new(given, Place), **_values(given)}
    given.check()
    return put(row, values, actor=actor, now=now, noun="place", reason=reason)


def _values(given: Given) -> dict[str, Any]:
    weight = given.number("weight")
    if weight is not None and weight <= 0:
        given.fault("weight", "Trọng số phải lớn hơn 0.", "A weight must be above 0.")
    start, end = given.day("start"), given.day("end")
    if start and end and end <= start:
        given.fault("end", "Ngày hết hiệu lực phải sau ngày bắt đầu.", "The end must come after the start.")
    sizes = {}
    for field in sorted(one for one in given.words if one.startswith("size_")):
        size = given.number(field)
        if size is not None and size < 0:
            given.fault(field, "Phải là số không âm.", "It must be at least 0.")
        if size is not None:
            sizes[field.removeprefix("size_")] = format(size, "f")
    return {
        "name": given.text("name", needed=True, longest=200),
        "name_en": given.text("name_en", longest=200),
        "level": given.text("kind", longest=20),
        "parent": given.row("parent", Place, vi="địa bàn", en="place"),
        "valid_from": start,
        "valid_until": end,
        "weight": Decimal(1) if weight is None else weight,
        "sizes": sizes,
    }
