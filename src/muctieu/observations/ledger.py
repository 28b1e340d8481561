"""All observations of a register, and what was known of any series on any day. Takes observations, keeps every revision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from muctieu.errors import ValueInvalid
from muctieu.observations.history import History
from muctieu.observations.observation import Observation
from muctieu.values.period import Period

Key = tuple[str, str]
Days = tuple[date, date]


class Observations:
    """Observations by series and period. Two periods of the same days, however written, are one.

    Raises ValueInvalid where a figure has two values for one day of knowing.
    """

    def __init__(self, observations: Iterable[Observation] = ()) -> None:
        groups: dict[Key, dict[Days, list[Observation]]] = {}
        self._all = tuple(observations)
        for one in self._all:
            groups.setdefault((one.indicator, one.place), {}).setdefault((one.until, one.first), []).append(one)
        self._histories: dict[Key, dict[Days, History]] = {
            key: {days: History.of(periods[days]) for days in sorted(periods)} for key, periods in groups.items()
        }

    def __iter__(self) -> Iterator[Observation]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def series(self) -> tuple[Key, ...]:
        """The pairs of indicator and place that have observations, in order of first appearance."""
        return tuple(self._histories)

    def known(self, indicator: str, place: str, as_of: date) -> tuple[Observation, ...]:
        """What was known on a day of an indicator in a place: one figure a period, in order of time."""
        histories = self._histories.get((indicator, place), {}).values()
        return tuple(one for history in histories if isinstance(one := history.as_of(as_of), Observation))

    def history(self, indicator: str, place: str, period: Period) -> History:
        """All revisions of one figure. Raises ValueInvalid where there never was one."""
        found = self._histories.get((indicator, place), {}).get((period.day_after, period.first_day))
        if found is None:
            raise ValueInvalid(
                place=f"observations[{indicator}, {place}]", value=period,
                reason_vi="chưa từng có số liệu của kỳ này; hãy kiểm tra chỉ tiêu, địa bàn và kỳ.",
                reason_en="there never was a figure of this period; check indicator, place and period.",
            )  # fmt: skip
        return found

    def latest_day(self) -> date | None:
        """The day on which the newest figure became known; None where there is none at all."""
        return max((one.known for one in self._all), default=None)
