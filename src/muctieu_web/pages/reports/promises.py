"""A claim that sets a target: its form on the card, and the form's words → what it is to become in the table of targets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from muctieu_web.actions.accept_target import PROMISED, Promise
from muctieu_web.pages.frame.words import language, say_later
from muctieu_web.pages.register.fields import CADENCES, WAYS
from muctieu_web.pages.reports.numbers import shown_number
from muctieu_web.queries.promises import Proposed
from muctieu_web.queries.reader import ClaimCard

DIRECTIONS = (("", say_later("như chỉ tiêu", "as the indicator")), *WAYS[1:])


def promise_of_form(request: HttpRequest, order: int) -> Promise:
    """What the form says."""
    given = request.POST
    chosen = given.get("chosen_indicator", "")
    words = {name: given.get(name, "") for name in PROMISED}
    return Promise(order, chosen, given.get("place", ""), words, "" if chosen else given.get("new_name", ""))


def promise_of_proposal(order: int, indicator: str, place: str, proposed: Proposed) -> Promise:
    """What is proposed, taken as it is; figures in the marks of the page's language."""
    return Promise(order, indicator, place, words_of(proposed))


def words_of(proposed: Proposed) -> dict[str, str]:
    """The proposal by the columns of the form."""
    tongue = language()
    return {
        "comparator": proposed.comparator,
        "value": shown_number(proposed.value, tongue),
        "value_to": shown_number(proposed.value_to, tongue),
        "start": proposed.start,
        "horizon": proposed.horizon,
        "cadence": proposed.cadence,
        "direction": proposed.direction,
        "group": proposed.group,
    }


def promise_facts(card: ClaimCard, given: Mapping[str, str]) -> dict[str, Any]:
    """The fields of the form as they stand: as typed, else as proposed."""
    words = {**words_of(card.promise), **{name: given[name] for name in PROMISED if name in given}}
    return {
        "words": words,
        "cadences": [(code, said, code == words["cadence"]) for code, said in CADENCES],
        "directions": [(code, said, code == words["direction"]) for code, said in DIRECTIONS],
        "organisations": [(one.code, one.name, one.code == words.get("organisation")) for one in card.organisations],
    }
