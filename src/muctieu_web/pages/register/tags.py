"""What templates of the register and the history call things: nouns, actions, columns, statuses, kinds of events."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django import template

from muctieu.scoreboard.words import Words
from muctieu_web.pages.frame.words import figure_filter, language, say

register = template.Library()

STATUSES = {
    "estimated": Words("ước thực hiện", "estimated"),
    "preliminary": Words("sơ bộ", "preliminary"),
    "official": Words("chính thức", "official"),
    "withdrawn": Words("đã rút", "withdrawn"),
}
KINDS = {
    "merge": Words("sáp nhập", "merger"),
    "split": Words("chia tách", "split"),
    "transfer": Words("chuyển một phần", "transfer of a part"),
    "rename": Words("đổi tên", "renaming"),
    "promotion": Words("nâng cấp, đổi loại", "change of kind"),
    "end": Words("giải thể", "end"),
}
BASES = {
    "population": Words("dân số", "population"),
    "households": Words("số hộ", "households"),
    "area": Words("diện tích", "area"),
}
FATES = {
    "new": Words("mới", "new"),
    "changed": Words("đổi", "changed"),
    "revises": Words("đính chính", "revises"),
    "same": Words("không đổi", "same"),
    "asks": Words("cần xác nhận", "asks"),
    "refused": Words("bị từ chối", "refused"),
}
COMPARATORS = {"eq": "", "ge": "≥ ", "le": "≤ ", "approx": "≈ ", "between": ""}
NOUNS = {
    "indicator": Words("chỉ tiêu thống kê", "indicator"),
    "place": Words("địa bàn", "place"),
    "placeevent": Words("sự kiện địa bàn", "event of places"),
    "organisation": Words("cơ quan", "organisation"),
    "target": Words("chỉ tiêu phấn đấu", "target"),
    "observation": Words("số liệu", "figure"),
    "comment": Words("trao đổi", "message"),
    "person": Words("tài khoản", "account"),
    "token": Words("khóa API", "API token"),
    "site": Words("trang", "site"),
    "report": Words("báo cáo", "report"),
    "version": Words("bản báo cáo", "version of a report"),
    "claim": Words("số trong báo cáo", "claim"),
    "review": Words("duyệt số", "review"),
    "finding": Words("sai lệch", "finding"),
    "acceptance": Words("chấp nhận sai lệch", "acceptance"),
    "draft": Words("bản nhập", "import"),
}
DEEDS = {
    "add": Words("thêm", "added"),
    "change": Words("sửa", "changed"),
    "remove": Words("xóa", "removed"),
    "keep": Words("lưu", "kept"),
    "enter": Words("nhập", "entered"),
    "revise": Words("đính chính", "revised"),
    "withdraw": Words("rút", "withdrawn"),
    "accept": Words("chấp nhận", "accepted"),
    "correct": Words("sửa cách đọc", "reading corrected"),
    "reject": Words("loại", "rejected"),
    "upload": Words("tải lên", "uploaded"),
    "read": Words("đọc", "read"),
    "take": Words("nhận cả sổ", "register taken in"),
    "import": Words("nhập từ bảng", "imported"),
    "comment": Words("trao đổi", "message"),
}
COLUMNS = {
    "code": Words("mã", "code"), "name": Words("tên", "name"), "name_en": Words("tên tiếng Anh", "English name"),
    "unit": Words("đơn vị tính", "unit"), "direction": Words("chiều tốt", "better when"), "additive": Words("cộng dồn", "additive"),
    "gathering_way": Words("cách gộp địa bàn", "over places"), "gathering_base": Words("trọng số theo", "weighted by"),
    "lower": Words("nhỏ nhất", "least"), "upper": Words("lớn nhất", "greatest"), "definition": Words("định nghĩa", "definition"),
    "official_code": Words("mã thống kê", "official code"), "aliases": Words("tên khác", "other names"),
    "organisation_id": Words("cơ quan", "organisation"), "parent_id": Words("cấp trên", "above"), "level": Words("loại", "kind"),
    "valid_from": Words("từ ngày", "from"), "valid_until": Words("đến ngày", "until"), "weight": Words("trọng số", "weight"),
    "sizes": Words("quy mô", "sizes"), "indicator_id": Words("chỉ tiêu", "indicator"), "place_id": Words("địa bàn", "place"),
    "period": Words("kỳ", "period"), "value": Words("giá trị", "value"), "status": Words("tình trạng", "status"),
    "known": Words("biết từ ngày", "known since"), "source": Words("nguồn", "source"), "note": Words("ghi chú", "note"),
    "withdrawn": Words("rút", "withdrawn"), "person_id": Words("người", "person"), "group": Words("nhóm", "group"),
    "comparator": Words("phải đạt", "to reach"), "value_to": Words("đến", "to"), "base_year": Words("năm gốc", "base year"),
    "horizon": Words("năm hạn", "horizon"), "cadence": Words("nhịp", "cadence"), "baseline": Words("số gốc", "baseline"),
    "kind": Words("loại", "kind"), "day": Words("ngày", "day"), "act": Words("văn bản", "act"), "unit_id": Words("đơn vị", "unit"),
    "first": Words("ngày đầu", "first day"), "until": Words("ngày kết thúc", "end"), "text": Words("nội dung", "text"),
    "role": Words("vai trò", "role"), "full_name": Words("họ tên", "full name"), "username": Words("tên đăng nhập", "account name"),
    "order": Words("thứ tự", "order"), "is_active": Words("đang mở", "open"), "title": Words("tên báo cáo", "title"),
    "public": Words("mở cho mọi người xem", "public"), "term_start": Words("đầu nhiệm kỳ", "term start"),
    "term_end": Words("cuối nhiệm kỳ", "term end"), "archived": Words("lưu trữ", "archived"), "reason": Words("lý do", "reason"),
    "parts": Words("các phần", "parts"),
}  # fmt: skip


def _said(words: Mapping[str, Words], key: str) -> str:
    return words[key].of(language()) if key in words else key


@register.filter
def figure_status(status: str) -> str:
    """ước thực hiện, sơ bộ, chính thức."""
    return _said(STATUSES, status)


@register.filter
def event_kind(kind: str) -> str:
    """What an event of places is called."""
    return _said(KINDS, kind)


@register.filter
def base_words(base: str) -> str:
    """What a base of weights is called."""
    return _said(BASES, base)


@register.filter
def noun_words(noun: str) -> str:
    """What a noun of the history is called."""
    return _said(NOUNS, noun)


@register.filter
def action_words(action: str) -> str:
    """What an action of the history is called: its verb, and its noun where it names one."""
    verb, _, noun = action.partition("_")
    if verb not in DEEDS:
        return action.replace("_", " ")
    named = noun.replace("_", "")
    return (
        f"{_said(DEEDS, verb)} {_said(NOUNS, named)}" if named in NOUNS and language() == "vi" else _said(DEEDS, verb)
    )


@register.filter
def column_words(column: str) -> str:
    """What a column is called."""
    return _said(COLUMNS, column)


@register.filter
def cell_words(value: Any) -> str:
    """A value of the history for a person; figures with the marks of the language."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return say("có", "yes") if value else say("không", "no")
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{_said(BASES, key)}: {cell_words(one)}" for key, one in value.items())
    text = str(value)
    if len(text) > 4 and text.replace(".", "", 1).replace("-", "", 1).isdecimal():
        try:
            return figure_filter(Decimal(text))
        except InvalidOperation:
            return text
    return _said({**STATUSES, **KINDS}, text)


@register.simple_tag
def goal(columns: Mapping[str, Any]) -> str:
    """A target's goal: ≥ 95, 10 – 12."""
    if columns["value"] is None:
        return "–"
    upper = f" – {figure_filter(columns['value_to'])}" if columns["value_to"] is not None else ""
    return f"{COMPARATORS.get(columns['comparator'], '')}{figure_filter(columns['value'])}{upper}"


@register.filter
def kinds(words: str) -> list[str]:
    """The words of a string, for a loop over a short list."""
    return words.split()


@register.filter
def fate_words(fate: str) -> str:
    """What would become of a line of an import."""
    return _said(FATES, fate)
