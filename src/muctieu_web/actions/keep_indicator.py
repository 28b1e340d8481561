"""An indicator (chỉ tiêu thống kê) is added or changed. The fields are the columns of `docs/reference/so-dang-ky.md`, and a few more."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from muctieu_web.access import Actor, Permission, permit
from muctieu_web.actions.figures import Marks
from muctieu_web.actions.given import Given
from muctieu_web.actions.keeping import Kept, code_of_new, existing, put
from muctieu_web.actions.writing import one_write
from muctieu_web.store.models import Indicator, Organisation

SHARES = ("%", "‰")


def keep_indicator(
    *, actor: Actor, now: datetime, code: str | None, words: Mapping[str, str], reason: str = "", language: Marks = "vi"
) -> Kept:
    """`words` by column; more than the library's: `definition`, `official_code`, `aliases` (one a line), `organisation`."""
    permit(actor, Permission.KEEP_REGISTER)
    with one_write():
        row = existing(Indicator, code, vi="chỉ tiêu thống kê", en="indicator")
        given = Given(words, language)
        values = {"code": code or code_of_new(given, Indicator), **_values(given)}
        _check_unit(given, row, values["unit"])
        given.check()
        return put(row, values, actor=actor, now=now, noun="indicator", reason=reason)


def _values(given: Given) -> dict[str, Any]:
    unit, additive = given.text("unit", needed=True, longest=60), given.yes("additive")
    lower, upper = given.number("lower"), given.number("upper")
    if lower is not None and upper is not None and upper <= lower:
        given.fault(
            "upper", "Giới hạn trên phải lớn hơn giới hạn dưới.", "The upper bound must be above the lower one."
        )
    way = given.choice("over_places", ("sum", "mean", "none", ""))
    way = way or ("sum" if additive else "mean" if unit in SHARES else "none")
    return {
        "name": given.text("name", needed=True),
        "name_en": given.text("name_en"),
        "unit": unit,
        "direction": given.choice("direction", ("up", "down", "")),
        "additive": additive,
        "gathering_way": "" if way == "none" else way,
        "gathering_base": "" if way == "none" else given.text("base", longest=40) or "population",
        "lower": lower,
        "upper": upper,
        "definition": given.text("definition", longest=10_000),
        "official_code": given.text("official_code", longest=20),
        "aliases": [one.strip() for one in given.text("aliases", longest=10_000).splitlines() if one.strip()],
        "organisation": given.row("organisation", Organisation, vi="cơ quan", en="organisation"),
    }


def _check_unit(given: Given, row: Indicator, unit: str) -> None:
    """Figures already entered are in the old unit."""
    if row.pk and unit != row.unit and row.observations.exists():
        given.fault(
            "unit", f"Đã có số liệu tính bằng «{row.unit}»; hãy tạo chỉ tiêu mới cho đơn vị tính khác.",
            f"There are figures in “{row.unit}”; make a new indicator for another unit.",
        )  # fmt: skip
