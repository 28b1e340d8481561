"""One figure that was accepted, with where it comes from and since when it is known. Plain frozen values, checked as they are made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from muctieu.errors import ValueInvalid
from muctieu.values.period import Period
from muctieu.values.span import Span

Status = Literal["estimated", "preliminary", "official"]
STATUSES: tuple[Status, ...] = ("estimated", "preliminary", "official")
"""From the least sure to the surest: ước, sơ bộ, chính thức."""


class FromReport(NamedTuple):
    """The words of a report: its title or file name, the span in its reading text, and the SHA-256 of the file where known."""

    document: str
    span: Span | None = None
    sha256: str = ""

    @property
    def words(self) -> str:
        """The report, for a person."""
        return self.document


class Entered(NamedTuple):
    """Entered by a person (or a program), after a paper or a letter that `reference` names."""

    person: str = ""
    reference: str = ""

    @property
    def words(self) -> str:
        """The reference and the person, as far as they are known."""
        return ", ".join(part for part in (self.reference, self.person) if part)


Source = FromReport | Entered
NOT_SAID = Entered()


@dataclass(frozen=True, slots=True)
class Observation:
    """The value of an indicator in a place for a period, in the indicator's unit, as known from the day `known` on.

    `withdrawn` takes the figure back from that day: the register then knows none until another is entered. Raises
    ValueInvalid for a value that is no number, a status that there is not, a day of knowing before the period began.
    """

    indicator: str
    place: str
    period: Period
    value: Decimal
    known: date
    status: Status = "official"
    source: Source = NOT_SAID
    note: str = ""
    withdrawn: bool = False

    def __post_init__(self) -> None:
        if not self.value.is_finite():
            raise self._invalid(self.value, "không phải là số; hãy ghi một số.", "it is no number; write a number.")
        if self.status not in STATUSES:
            words = ", ".join(STATUSES)
            raise self._invalid(self.status, f"phải là một trong: {words}.", f"it must be one of: {words}.")
        if self.known < self.period.first_day:
            raise self._invalid(
                self.known,
                f"ngày biết số liệu trước khi {self.period.vietnamese()} bắt đầu; hãy sửa kỳ hoặc ngày biết.",
                f"the figure is known before {self.period.english()} began; correct the period or the day of knowing.",
            )

    def _invalid(self, value: object, reason_vi: str, reason_en: str) -> ValueInvalid:
        place = f"observations[{self.indicator}, {self.place}, {self.period}]"
        return ValueInvalid(place=place, value=value, reason_vi=reason_vi, reason_en=reason_en)

    @property
    def first(self) -> date:
        """The first day of its period."""
        return self.period.first_day

    @property
    def until(self) -> date:
        """The day after its period's last."""
        return self.period.day_after

    @property
    def rank(self) -> int:
        """How sure its status is: 0 for an estimate."""
        return STATUSES.index(self.status)
