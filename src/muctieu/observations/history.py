"""The revisions of one figure: what was known of it on any day, and for how long each value stood.

Takes the observations of one indicator, place and period. A later figure replaces an earlier one unless it is less sure: an
estimate repeated after the official figure came out changes nothing. A withdrawal takes back whatever stood. Never forgets.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from muctieu.errors import ValueInvalid
from muctieu.observations.observation import Observation
from muctieu.values.dated import Ended, Held, NotYet


@dataclass(frozen=True, slots=True)
class History:
    """Observations of one figure in the order in which they became known; at least one."""

    revisions: tuple[Observation, ...]

    @classmethod
    def of(cls, observations: Iterable[Observation]) -> History:
        """Raises ValueInvalid where there is none, or two became known on one day."""
        revisions = tuple(sorted(observations, key=lambda one: one.known))
        if not revisions:
            raise ValueInvalid(
                place="history", value="", reason_vi="phải có ít nhất một số liệu.",
                reason_en="there must be at least one observation.",
            )  # fmt: skip
        for before, after in pairwise(revisions):
            if before.known == after.known:
                raise ValueInvalid(
                    place=f"observations[{after.indicator}, {after.place}, {after.period}, {after.known}]",
                    value=f"{before.value}; {after.value}",
                    reason_vi="một ngày chỉ được có một giá trị cho một kỳ; hãy giữ giá trị đúng, hoặc ghi ngày biết khác nhau.",
                    reason_en="a period has one value a day; keep the right one, or give them different days of knowing.",
                )
        return cls(revisions)

    def as_of(self, day: date) -> Observation | NotYet | Ended:
        """The figure as it was known on the day: it, or *not yet*, or *ended* since the day of its withdrawal."""
        stands: Observation | NotYet | Ended = NotYet(self.revisions[0].known)
        for one in self.revisions:
            if one.known > day:
                break
            stands = _after(stands, one)
        return stands

    def stretches(self) -> tuple[Held[Observation], ...]:
        """Each figure with the days for which it stood, oldest first; a revision that changed nothing is not among them."""
        found: list[Held[Observation]] = []
        stands: Observation | NotYet | Ended = NotYet(self.revisions[0].known)
        for one in self.revisions:
            following = _after(stands, one)
            if following is stands:
                continue
            if isinstance(stands, Observation):
                found[-1] = Held(stands, found[-1].start, one.known)
            if isinstance(following, Observation):
                found.append(Held(following, one.known))
            stands = following
        return tuple(found)


def _after(stands: Observation | NotYet | Ended, one: Observation) -> Observation | NotYet | Ended:
    """What stands once `one` has become known."""
    if one.withdrawn:
        return Ended(one.known) if isinstance(stands, Observation) else stands
    if isinstance(stands, Observation) and one.rank < stands.rank:
        return stands
    return one
