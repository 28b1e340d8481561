"""Two readings side by side: which figures changed, came, went. Figures are matched by indicator, period, kind and unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from muctieu_web.access import Actor
from muctieu_web.queries.reader import ClaimRow, marked
from muctieu_web.store.fields import fold

Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """One figure in both readings, or in one of them."""

    before: ClaimRow | None
    after: ClaimRow | None

    @property
    def shown(self) -> ClaimRow:
        """The row that names the figure."""
        row = self.after or self.before
        assert row is not None
        return row


@dataclass(frozen=True, slots=True)
class Comparison:
    """`changed`, `added`, `gone` in reading order; `same` counts what stayed as it was."""

    changed: tuple[Pair, ...]
    added: tuple[Pair, ...]
    gone: tuple[Pair, ...]
    same: int


def compare(*, actor: Actor, before: int, after: int) -> Comparison:
    """What the figures of version `after` are against those of version `before` (primary keys); eight queries."""
    old = _by_key(marked(actor=actor, version=before).claims)
    new = _by_key(marked(actor=actor, version=after).claims)
    changed: list[Pair] = []
    added: list[Pair] = []
    gone: list[Pair] = []
    same = 0
    for key in {**new, **old}:
        mine, theirs = list(old.get(key, ())), list(new.get(key, ()))
        for row in list(theirs):
            like = next((one for one in mine if _figures(one) == _figures(row)), None)
            if like is not None:
                mine.remove(like)
                theirs.remove(row)
                same += 1
        both = min(len(mine), len(theirs))
        changed += [Pair(one, other) for one, other in zip(mine[:both], theirs[:both], strict=True)]
        gone += [Pair(one, None) for one in mine[both:]]
        added += [Pair(None, one) for one in theirs[both:]]
    ordered = (tuple(sorted(pairs, key=lambda pair: pair.shown.order)) for pairs in (changed, added, gone))
    return Comparison(*ordered, same)


def _by_key(rows: Iterable[ClaimRow]) -> dict[Key, list[ClaimRow]]:
    found: dict[Key, list[ClaimRow]] = {}
    for row in rows:
        if row.verdict != "rejected":
            claim = row.claim
            found.setdefault(
                (" ".join(fold(claim.indicator).split()), claim.period or "", claim.kind, claim.unit), []
            ).append(row)
    return found


def _figures(row: ClaimRow) -> tuple[object, ...]:
    claim = row.claim
    return claim.value, claim.value_to, claim.comparator, claim.whole, claim.basis
