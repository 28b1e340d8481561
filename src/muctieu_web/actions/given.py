"""The words of one form, or of one line of a table, read cell by cell; what is wrong is gathered, so that a person sees it all at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from django.db import models

from muctieu.errors import MuctieuError
from muctieu.values.period import Period
from muctieu_web.access import Refused
from muctieu_web.actions.figures import Marks, marks_of, read_figure
from muctieu_web.store.fields import fold

YES = ("yes", "true", "1", "có", "x", "on")
Seen = dict[tuple[type[models.Model], str], Any]
"""Rows that the lines of one table have found already."""
Row = TypeVar("Row", bound=models.Model)


class RefusedFields(Refused):
    """Several fields are wrong, or ask to be confirmed: `faults`. The first is told where there is room for one."""

    def __init__(self, faults: Sequence[Refused]) -> None:
        self.faults = tuple(faults)
        first = self.faults[0]
        super().__init__(
            field=first.field,
            reason_vi=str(first.facts["reason_vi"]),
            reason_en=str(first.facts["reason_en"]),
            may_confirm=all(one.may_confirm for one in self.faults),
        )


class Given:
    """`words` by field. Each reader gives the value, or notes what is wrong and gives a harmless one; `check` raises what was noted."""

    def __init__(self, words: Mapping[str, str], language: Marks = "vi", seen: Seen | None = None) -> None:
        self.words = words
        self.seen: Seen = {} if seen is None else seen
        self.language = language
        self.faults: list[Refused] = []

    def fault(self, field: str, reason_vi: str, reason_en: str, *, may_confirm: bool = False) -> None:
        """Notes that a field is wrong, or that it should be confirmed."""
        self.faults.append(Refused(field=field, reason_vi=reason_vi, reason_en=reason_en, may_confirm=may_confirm))

    def check(self, *, confirmed: bool = False) -> None:
        """Raises `RefusedFields` where anything was noted that is not confirmed."""
        faults = [one for one in self.faults if not (confirmed and one.may_confirm)]
        if faults:
            raise RefusedFields(faults)

    def text(self, field: str, *, needed: bool = False, longest: int = 300) -> str:
        """The words without blanks around them."""
        found = str(self.words.get(field, "")).strip()
        if needed and not found:
            self.fault(field, "Ô này không được để trống.", "This field must not be empty.")
        if len(found) > longest:
            self.fault(
                field, f"Dài {len(found)} ký tự; tối đa {longest}.", f"It is {len(found)} characters long; at most {longest}."
            )  # fmt: skip
        return found

    def code(self, field: str) -> str:
        """A code of letters, digits, - and _."""
        found = self.text(field, needed=True, longest=60)
        if found and not all(letter in "-_" or (letter.isascii() and letter.isalnum()) for letter in found):
            self.fault(
                field, f"«{found}»: mã chỉ gồm chữ không dấu, số, gạch nối và gạch dưới.",
                f"“{found}”: a code has plain letters, digits, hyphens and underscores only.",
            )  # fmt: skip
        return found

    def choice(self, field: str, among: Iterable[str], default: str = "") -> str:
        """One of a few words; the default where it is empty."""
        found, known = self.text(field), tuple(among)
        if found and found not in known:
            words = ", ".join(one for one in known if one)
            self.fault(field, f"«{found}» phải là một trong: {words}.", f"“{found}” must be one of: {words}.")
        return found or default

    def yes(self, field: str) -> bool:
        """Whether it says yes."""
        return self.text(field).casefold() in YES

    def number(self, field: str) -> Decimal | None:
        """A figure, or None where it is empty. What can be read in two ways is read as the language writes figures."""
        found = self.text(field)
        if not found:
            return None
        try:
            return read_figure(found, marks_of([found]), self.language, field).value
        except Refused as refusal:
            self.faults.append(refusal)
            return None

    def year(self, field: str) -> int:
        """A year of four digits."""
        found = self.text(field, needed=True)
        if found and not (found.isascii() and found.isdigit() and len(found) == 4 and found != "0000"):
            self.fault(
                field, f"«{found}» không phải là một năm; hãy ghi như 2025.", f"“{found}” is no year; write 2025."
            )
            return 0
        return int(found or 0)

    def day(self, field: str) -> date | None:
        """A day as 2024-02-15 or 15/02/2024, or None where it is empty."""
        found = self.text(field)
        for shape in ("%Y-%m-%d", "%d/%m/%Y"):
            try:
                return datetime.strptime(found, shape).date()
            except ValueError:
                continue
        if found:
            self.fault(
                field, f"«{found}» không phải là một ngày; hãy ghi như 15/02/2024.", f"“{found}” is no day; write 2024-02-15."
            )  # fmt: skip
        return None

    def period(self, field: str) -> Period | None:
        """A period in SDMX form or Vietnamese words."""
        found = self.text(field, needed=True)
        if not found:
            return None
        try:
            period = Period.parse_vietnamese(found)
            _ = period.day_after
        except (MuctieuError, OverflowError):
            self.fault(
                field, f"«{found}» không phải là một kỳ; hãy ghi như 2025, 2025-Q2, 2025-07 hoặc «9 tháng đầu năm 2025».",
                f"“{found}” is no period; write 2025, 2025-Q2, 2025-07 or 2025-01/2025-09.",
            )  # fmt: skip
            return None
        return period

    def row(self, field: str, model: type[Row], *, needed: bool = False, vi: str, en: str) -> Row | None:
        """The row whose code is given, or whose name is (where one alone has it)."""
        found = self.text(field, needed=needed)
        if not found:
            return None
        if (model, found) in self.seen:
            return self.seen[model, found]  # type: ignore[no-any-return]
        rows: Any = model._default_manager
        row = rows.filter(code=found).first()
        if row is None:
            named = [one for one in rows.filter(folded__startswith=fold(found))[:50] if fold(one.name) == fold(found)]
            row = named[0] if len(named) == 1 else None
        if row is None:
            self.fault(
                field, f"Không có {vi} «{found}»; hãy chọn trong danh sách.", f"There is no {en} “{found}”; choose from the list."
            )  # fmt: skip
        else:
            self.seen[model, found] = row
        return row  # type: ignore[no-any-return]
