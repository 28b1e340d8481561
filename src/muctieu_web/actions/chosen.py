"""What a person chose on a claim's card: an indicator (or the name of a new one) and a place of the register, in the claim's unit.

Rows are sought once, however many claims are accepted together.
"""

from __future__ import annotations

from typing import Any

from muctieu.claims.claim import Claim as LibraryClaim
from muctieu_web.access import NotThere, Permission, Refused, permit
from muctieu_web.actions.desk import Desk
from muctieu_web.actions.writing import record
from muctieu_web.queries.proposals import can_be
from muctieu_web.store.fields import fold
from muctieu_web.store.models import Indicator, Place


class Chosen:
    """The register's rows that the claims of one desk are to stand under."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._found: dict[tuple[Any, str], Any] = {}

    def place(self, code: str) -> Place:
        """The place with this code; `Refused` where none was chosen, `NotThere` where there is none."""
        return self._by_code(Place, code, vi="địa bàn", en="place")  # type: ignore[no-any-return]

    def indicator(self, code: str, new_name: str, read: LibraryClaim) -> Indicator:
        """The indicator with this code, or the new one of this name; `Refused` where the claim's unit is not its own."""
        new = self._new(new_name, read.unit)
        row = new or self._by_code(Indicator, code, vi="chỉ tiêu", en="indicator")
        _check_unit(row, read.unit, read.text)
        return row  # type: ignore[no-any-return]

    def _by_code(self, model: Any, code: str, *, vi: str, en: str) -> Any:
        if not code:
            raise Refused(field=en, reason_vi=f"Hãy chọn {vi}.", reason_en=f"Choose the {en}.")
        if (model, code) not in self._found:
            self._found[model, code] = model.objects.filter(code=code).first()
        row = self._found[model, code]
        if row is None:
            raise NotThere(noun_vi=vi, noun_en=en, key=code)
        return row

    def _new(self, new_name: str, unit: str) -> Indicator | None:
        name = " ".join(new_name.split())[:300]
        if not name:
            return None
        permit(self._desk.actor, Permission.KEEP_REGISTER)
        like = Indicator.objects.filter(name__iexact=name).first()
        if like is not None:
            return like
        made = Indicator.objects.create(code=_free_code(name), name=name, unit=unit)
        record(actor=self._desk.actor, now=self._desk.now, action="make_indicator", row=made)
        return made


def warn_of_kind(read: LibraryClaim, indicator: Indicator) -> None:
    """Raises a warning where a rise or a fall is to stand under an indicator that is a level."""
    if not can_be(read.kind, indicator.name):
        raise refused(
            "indicator", read.text, vi=f"là mức tăng, giảm, còn «{indicator}» có vẻ là mức.",
            en=f"is a rise or a fall, while “{indicator}” looks like a level.", confirm=True,
        )  # fmt: skip


def warn_of_bounds(indicator: Indicator, value: Any) -> None:
    """Raises a warning where the value lies outside what the indicator can be."""
    low, high = indicator.lower, indicator.upper
    if (low is not None and value < low) or (high is not None and value > high):
        bounds = f"{'' if low is None else low} … {'' if high is None else high}"
        raise refused(
            "value", str(value), vi=f"nằm ngoài khoảng {bounds} của chỉ tiêu «{indicator}».",
            en=f"lies outside {bounds}, the bounds of “{indicator}”.", confirm=True,
        )  # fmt: skip


def refused(field: str, value: str, *, vi: str, en: str, confirm: bool = False) -> Refused:
    """The value in quotes, and what is wrong with it."""
    return Refused(field=field, reason_vi=f"«{value}» {vi}", reason_en=f"“{value}” {en}", may_confirm=confirm)


def _check_unit(indicator: Indicator, unit: str, text: str) -> None:
    counted = indicator.unit.startswith("{") and unit.startswith("{")
    if indicator.unit != unit and not counted:
        raise refused(
            "indicator", text,
            vi=f"có đơn vị «{unit}», chỉ tiêu «{indicator}» có «{indicator.unit}»; hãy chọn chỉ tiêu khác hoặc sửa đơn vị.",
            en=f"is in “{unit}”, the indicator “{indicator}” in “{indicator.unit}”; choose another indicator or correct the unit.",
        )  # fmt: skip


def _free_code(name: str) -> str:
    """A code out of the name's words: `Thu ngân sách` → `THU_NGAN_SACH`, with a number where it is taken."""
    words = "".join(letter if letter.isalnum() else " " for letter in fold(name)).split()
    base = "_".join(words).encode("ascii", "ignore").decode().upper()[:50].strip("_") or "CHI_TIEU"
    taken = set(Indicator.objects.filter(code__startswith=base).values_list("code", flat=True))
    return next(code for code in (base, *(f"{base}_{n}" for n in range(2, len(taken) + 3))) if code not in taken)
