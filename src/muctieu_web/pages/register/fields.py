"""The forms of the four lists as data: fields with their labels in both languages. One view and one template serve them all."""

# ruff: noqa: E501  (a field a line reads better than its label broken over three)

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from muctieu_web.access import Refused
from muctieu_web.actions.keep_indicator import keep_indicator
from muctieu_web.actions.keep_organisation import keep_organisation
from muctieu_web.actions.keep_place import keep_place
from muctieu_web.actions.keep_target import keep_target
from muctieu_web.pages.frame.words import language, say_later

Choices = tuple[tuple[str, str], ...]


class Field(NamedTuple):
    """`kind`: text, area, number, year, day, tick, choice, or the noun of the list that it points to."""

    name: str
    label: str
    kind: str = "text"
    note: str = ""
    needed: bool = False
    choices: Choices = ()


class Noun(NamedTuple):
    """One list: its words, its fields, the action that keeps a row."""

    noun: str
    one: str
    many: str
    fields: tuple[Field, ...]
    keep: Callable[..., Any]
    code_field: str = "code"


WAYS: Choices = (("", "–"), ("up", say_later("tăng là tốt", "rising is better")), ("down", say_later("giảm là tốt", "falling is better")))  # fmt: skip
CADENCES: Choices = (
    ("end", say_later("đến hết năm hạn", "by the horizon")), ("annual", say_later("năm nào cũng phải đạt", "in every year")),
    ("average", say_later("bình quân các năm", "as a mean of the years")),
)  # fmt: skip
CODE_NOTE = say_later("chữ không dấu, số, gạch nối; không đổi được về sau", "plain letters, digits, hyphens; cannot be changed later")  # fmt: skip
NAME = Field("name", say_later("Tên", "Name"), needed=True)
NAME_EN = Field("name_en", say_later("Tên tiếng Anh", "English name"))

INDICATOR = Noun(
    "indicator", say_later("chỉ tiêu thống kê", "indicator"), say_later("Chỉ tiêu thống kê", "Indicators"),
    (
        Field("code", say_later("Mã", "Code"), note=CODE_NOTE, needed=True), NAME, NAME_EN,
        Field("unit", say_later("Đơn vị tính", "Unit"), note=say_later("như %, VND, ha, {người}, {hộ}", "such as %, VND, ha, {người}, {hộ}"), needed=True),
        Field("direction", say_later("Chiều tốt", "Better when"), "choice", choices=WAYS),
        Field("additive", say_later("Các tháng cộng lại thành cả năm", "The parts of a year sum to the year"), "tick"),
        Field("lower", say_later("Giá trị nhỏ nhất có thể", "Least value possible"), "number"),
        Field("upper", say_later("Giá trị lớn nhất có thể", "Greatest value possible"), "number"),
        Field("organisation", say_later("Cơ quan cung cấp", "Supplied by"), "organisation"),
        Field("over_places", say_later("Gộp nhiều địa bàn", "Over several places"), "choice", choices=(
            ("", say_later("tự chọn theo đơn vị tính", "as the unit suggests")), ("sum", say_later("cộng", "sum")),
            ("mean", say_later("bình quân có trọng số", "weighted mean")), ("none", say_later("không gộp được", "cannot be joined")))),
        Field("base", say_later("Trọng số theo", "Weighted by"), note=say_later("population (dân số), households, area", "population, households, area")),
        Field("definition", say_later("Định nghĩa, cách tính", "Definition"), "area"),
        Field("official_code", say_later("Mã thống kê quốc gia", "National statistical code")),
        Field("aliases", say_later("Tên gọi khác, mỗi dòng một tên", "Other names, one a line"), "area"),
    ),
    keep_indicator,
)  # fmt: skip
PLACE = Noun(
    "place", say_later("địa bàn", "place"), say_later("Địa bàn", "Places"),
    (
        Field("code", say_later("Mã", "Code"), note=CODE_NOTE, needed=True), NAME, NAME_EN,
        Field("kind", say_later("Cấp, loại", "Kind"), note=say_later("phường, xã, tỉnh …", "phường, xã, tỉnh …")),
        Field("parent", say_later("Đơn vị cấp trên", "Unit above"), "place"),
        Field("start", say_later("Có từ ngày", "In force from"), "day", say_later("bỏ trống: từ trước tới nay", "empty: always was")),
        Field("end", say_later("Hết hiệu lực từ ngày", "Ended on"), "day", say_later("bỏ trống: vẫn còn; sáp nhập thì ghi sự kiện", "empty: still there; of a merger enter the event")),
        Field("weight", say_later("Trọng số khi tổng hợp", "Weight in roll-ups"), "number"),
        Field("size_population", say_later("Dân số", "Population"), "number"),
        Field("size_households", say_later("Số hộ", "Households"), "number"),
        Field("size_area", say_later("Diện tích (km²)", "Area (km²)"), "number"),
    ),
    keep_place,
)  # fmt: skip
ORGANISATION = Noun(
    "organisation", say_later("cơ quan", "organisation"), say_later("Cơ quan", "Organisations"),
    (
        Field("code", say_later("Mã", "Code"), note=CODE_NOTE, needed=True), NAME, NAME_EN,
        Field("parent", say_later("Cơ quan cấp trên", "Body above"), "organisation"),
    ),
    keep_organisation,
)  # fmt: skip
TARGET = Noun(
    "target", say_later("chỉ tiêu phấn đấu", "target"), say_later("Chỉ tiêu phấn đấu", "Targets"),
    (
        Field("id", say_later("Mã", "Code"), note=CODE_NOTE, needed=True),
        Field("indicator", say_later("Chỉ tiêu thống kê", "Indicator"), "indicator", needed=True),
        Field("place", say_later("Địa bàn", "Place"), "place", needed=True),
        Field("name", say_later("Tên riêng", "Own name"), note=say_later("bỏ trống: như chỉ tiêu thống kê", "empty: as the indicator")),
        Field("comparator", say_later("Phải đạt", "To reach"), "choice", choices=(
            ("eq", say_later("bằng", "exactly")), ("ge", say_later("từ … trở lên", "at least")), ("le", say_later("không quá", "at most")),
            ("approx", say_later("khoảng (±10%)", "about (±10%)")), ("between", say_later("từ … đến …", "between")))),
        Field("value", say_later("Giá trị", "Value"), "number", say_later("bỏ trống nếu không có con số", "empty where there is no figure")),
        Field("value_to", say_later("Đến (của khoảng)", "To (of a range)"), "number"),
        Field("start", say_later("Năm gốc", "Base year"), "year", needed=True),
        Field("horizon", say_later("Năm hạn", "Horizon"), "year", needed=True),
        Field("cadence", say_later("Nhịp", "Cadence"), "choice", choices=CADENCES),
        Field("direction", say_later("Chiều tốt, nếu khác", "Better when, if it differs"), "choice", choices=WAYS),
        Field("baseline", say_later("Số gốc trong kế hoạch", "Baseline of the plan"), "number"),
        Field("group", say_later("Nhóm", "Group")),
        Field("organisation", say_later("Cơ quan chịu trách nhiệm", "Responsible"), "organisation"),
        Field("weight", say_later("Trọng số", "Weight"), "number"),
        Field("source", say_later("Nguồn", "Source")),
        Field("note", say_later("Ghi chú", "Note"), "area"),
    ),
    keep_target, "id",
)  # fmt: skip
NOUNS = {"indicators": INDICATOR, "places": PLACE, "organisations": ORGANISATION, "targets": TARGET}
POINTERS = ("indicator", "place", "organisation")


class Shown(NamedTuple):
    """A field with its words and what is wrong with them."""

    field: Field
    value: str
    fault: Refused | None


def shown(noun: Noun, words: Mapping[str, Any], faults: tuple[Refused, ...], *, is_new: bool) -> list[Shown]:
    """The fields of a form; the code of a row that is there already cannot be changed."""
    wrong = {one.field: one for one in reversed(faults)}
    fields = [one for one in noun.fields if is_new or one.name != noun.code_field]
    return [Shown(one, plain(words.get(one.name)), wrong.get(one.name)) for one in fields]


def plain(value: Any) -> str:
    """A value as a person types it: a decimal comma in Vietnamese, no mark for thousands."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, Decimal):
        text = format(value, "f")
        return text.replace(".", ",") if language() == "vi" else text
    return value.isoformat() if isinstance(value, date) else str(value)
