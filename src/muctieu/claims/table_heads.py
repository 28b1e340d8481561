"""The heads of a table's columns → what each column is: names, units, ordinals, words, or values with their kind, status, unit, period and basis.

Takes the table with its head rows and the section's setting; never reads the cells but to tell a column of words or ordinals from one of values.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from muctieu.claims.state import Setting
from muctieu.claims.table_cells import VALUE, YEAR_ALONE, counts_up, differ, names_years
from muctieu.claims.table_units import IN_PARENTHESES, unit_of_head
from muctieu.document.layout import Table
from muctieu.text.counting import read_counted_noun
from muctieu.text.earlier_periods import same_period_before
from muctieu.text.lexicon import lexicon
from muctieu.text.parts_of_years import period_before
from muctieu.text.periods import read_phrase, resolve

_WORDS = lexicon("tables")
TIME_AT = re.compile(
    r"(?:cả năm(?! (?:19|20)\d)|năm|quý|tháng|nhiệm kỳ|giai đoạn|cùng kỳ|\d+ tháng|cuối năm|đầu năm|(?:19|20)\d\d|(?<!\d)(?<!\d/)\d\d?/(?:\d\d?/)?(?:19|20)\d\d|thời kỳ|năm trước)"
)
_PART_LATER = re.compile(r"(?<![^\W_])(?:\d\d? tháng|quý [ivx]+)(?![^\W_])(?! ?/?(?:năm )?(?:19|20)\d)")
_SHARE_ONLY = re.compile(
    r"^(?!.*(?<![^\W_])(?:so|đạt|hoàn thành|thực hiện|th|kh|kế hoạch|tăng|giảm)(?![^\W_])).+ (?:tỷ|tỉ) lệ(?: \(%\)| %)$"
)
_TWO_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d) ?/ ?(?:th |năm )?((?:19|20)\d\d)(?!\d)")
_AGAINST = re.compile(
    r"so (?:với|sánh)|(?<![^\W_])so (?=(?:cùng kỳ|ck|kh|kế hoạch|dt|dự toán|năm|tháng|quý|\d\d? tháng|(?:19|20)\d\d)(?![^\W_]))"
)
_AGAINST_PLAN = re.compile(
    r"so (?:với|sánh)[^()]*(?<![^\W_])(?:dự toán|kế hoạch|kh|dt|chỉ tiêu|nghị quyết|mục tiêu)(?![^\W_])"
)
_PLAN_INNER = re.compile(
    r"(?<![^\W_])(?:kh|kế hoạch|nq(?:đh)?|mtnq|ctnq|nghị quyết|dự toán|dt|mục tiêu|chỉ tiêu|chỉ tiêu giao|(?:hđnd|ubnd|tỉnh|huyện|tp|thành phố|xã|tw|trung ương|bộ|số|mức|được|trên) giao)(?![^\W_])"
)
# `So sánh KH 2025/ƯTH 2024`: the plan to come in per cent of what was reached, no attainment.
_PLAN_OVER_RESULT = re.compile(
    r"(?P<plan>(?<![^\W_])(?:kh|kế hoạch|dt|dự toán|mục tiêu) ?(?:năm )?(?:19|20)\d\d) ?(?:/|so với|so sánh với|-) ?"
    r"(?:ước ?|ư)?(?:thực hiện|th|kết quả|năm (?:19|20)\d\d)"
)
_PAST_INNER = re.compile(
    r"(?<![^\W_])(?:cùng kỳ|ck|năm trước|tháng trước|quý trước|(?:năm |th )?(?:19|20)\d\d|đầu năm|đầu kỳ|đầu nhiệm kỳ)(?![^\W_])"
)
_SHORT_MONTHS = re.compile(r"(?<![^\W_])(1[0-2]|[2-9])t(?:[/.](?=(?:năm )?(?:19|20)\d\d)|(?=$|[\s/]))")
_SAME = re.compile(r"(?:cùng (?:kỳ|kì)|(?<![^\W_])ck)(?! (?:năm )?(?:19|20)\d\d)(?![^\W_])")
_PLUS_MINUS = re.compile(r"\(\s?(?:\+\s?[/,;]?\s?[-–]|[-–]\s?[/,;]\s?\+|±)\s?\)")  # `So với cùng kỳ (+/-)`
_RATE_OF_CHANGE = re.compile(r"(?:tỷ lệ|tỉ lệ|tốc độ)?\s?(?:\(%\)|%)?")
_JUST_BEFORE = re.compile(r"(?<![^\W_])(?:tháng|quý|năm) (?:liền )?trước(?![^\W_])")
_ATTAINED = re.compile(
    r"%? ?(?:(?:tỷ|tỉ) lệ |mức độ )?(?:đạt|hoàn thành|thực hiện|ht)(?: được)?(?: (?:tỷ|tỉ) lệ)?(?: ?\(%\)| ?%)?$"
)
# `TH/DT (%)`, `KH2026/ƯTH2025 (%)`: one column over another.
_OVER = re.compile(
    r"(?<![^\W_])((?:ước |ư)?(?:th|kh|dt|thực hiện|kế hoạch|kết quả|\d\d? tháng|\d\d?t|quý [ivx]+)(?: (?:năm )?(?:19|20)\d\d)?) ?/ ?((?:ước |ư)?(?:th|kh|dt|ck|thực hiện|kế hoạch|dự toán|cùng kỳ)(?![^\W_]))"
)
_GLUED_YEAR = re.compile(r"((?<![^\W_])(?:ư?th|kh|dt|mt))((?:19|20)\d\d)")
_COUNTED_FIRST = re.compile(
    r"(hộ|người|lao động|học sinh|đảng viên|doanh nghiệp|hợp tác xã|trường|lớp|xã|thôn|dự án|vụ|ca) "
)
_COUNTED_HEADS = frozenset(("hộ nghèo", "hộ cận nghèo", "hộ thoát nghèo", "lao động có việc làm"))
# `Xã đạt chuẩn NTM`: how many have come to it
_STATES = (
    "đạt",
    "chuẩn",
    "chưa đạt",
    "được",
    "hoàn thành",
    "về đích",
    "thành lập",
    "kết nạp",
    "nông thôn mới",
    "đã ",
    "có ",
    "chưa ",
    "không ",
)
_BUDGET = re.compile(r"^dt(?= |$)")
_OF_PARTS = frozenset(("chỉ tiêu", "nội dung", "tiêu chí", "hạng mục", "diễn giải"))
_BEDS = re.compile(
    r"(?:số )?giường(?: bệnh)?(?: (?:kh|kế hoạch|thực kê|được giao|giao))?(?: (?:năm )?(?:19|20)\d\d)?(?: ?\(giường\))?"
)  # `Giường KH`: the beds that a hospital is planned for, which it has
_TOTAL = re.compile(
    r"(?:(?:tổng|cộng|tổng cộng|cả|toàn|lũy kế|trong) )?(?:\d|hai|ba|bốn|năm) năm|tổng|cộng|tổng cộng|tổng số|cả giai đoạn|cả thời kỳ|cả nhiệm kỳ|toàn giai đoạn"
)
# `Thôn, TDP`, `Hộ`: a head that is nothing but what is counted
_ADMINISTERED = r"(?:hộ|khẩu|nhân khẩu|người|lao động|xã|phường|thôn|bản|buôn|ấp|khóm|tổ|tổ dân phố|tdp|khu phố|trường|lớp|học sinh|giáo viên|doanh nghiệp|hợp tác xã|dự án|đảng viên|chi bộ)"
_NOUN_ALONE = re.compile(rf"{_ADMINISTERED}(?:(?:, ?| và |/){_ADMINISTERED})*")
_LEANS = frozenset(("multiple", "attainment", "growth", "change", "target"))  # kinds that lean on a result's period
_CONTRIBUTES = re.compile(r"(?<![^\W_])(?:đóng góp|góp)(?![^\W_]).*\(%? ?điểm")
_ALL_YEAR = re.compile(r"(?<![^\W_])(?:(?:cả|toàn|hết) năm|năm nay)(?![^\W_])(?! (?:trước|ngoái))")
# `% dự toán`, `% KH năm`, `Tỷ lệ % so NQ`: how much of the plan was reached.
_PERCENT_OF_PLAN = re.compile(
    r"(?:tỷ lệ |tỉ lệ )?\(?%\)? ?(?:so (?:với )?|của |trên |đạt )?(?:kh|kế hoạch|dt|dự toán|nq(?:đh)?|nghị quyết|chỉ tiêu|mục tiêu|ct)(?![^\W_])"
)
_PERCENT_OF = re.compile(r"%,? (?:so|của|trên|kh|kế hoạch|dt|dự toán|nq|nghị quyết|ck|cùng kỳ|năm|tháng|quý)(?![^\W_])")
_NUMBER_OF = re.compile(r"(?<![^\W_])số (?:lượng )?(?=[^\W\d_])")


class Column(NamedTuple):
    """What a column's heads say: its role (`name`, `unit`, `ordinal`, `words`, `value`), and for values their kind, status, unit words, period and basis."""

    role: str
    kind: str = "level"
    status: str = "actual"
    unit: str = ""
    period: str | None = None
    basis: str | None = None
    heads: str = ""


def read_columns(low: str, table: Table, head_rows: int, setting: Setting) -> list[Column]:
    """The table's columns from left to right."""
    width = max((cell.column + cell.column_span for row in table.rows for cell in row), default=0)
    heads = [_heads(low, table, head_rows, number) for number in range(width)]
    if any(words.endswith(("/dt", "so với dt")) for words in heads):  # `% TH/DT`: of a budget, not of an area
        heads = [_BUDGET.sub("dự toán", words) for words in heads]
    columns = [_column(words, setting) for words in heads]
    return _settle(columns, table, head_rows, low, setting)


def _heads(low: str, table: Table, head_rows: int, column: int) -> str:
    """The words of the heads above a column, from outer to inner."""
    words: list[str] = []
    for number in range(head_rows):
        found = ""
        left = ""
        for cell in table.rows[number]:
            if cell.column <= column < cell.column + cell.column_span:
                found = low[cell.start : cell.end].strip()
            elif cell.column < column and cell.end > cell.start:
                left = low[cell.start : cell.end].strip()
        below = number + 1 < head_rows and any(
            cell.column == column and cell.end > cell.start for cell in table.rows[number + 1]
        )
        if not found and below and left:
            found = left
        if found and found not in words:
            words.append(found)
    heads = months_spelled_out(" ".join(words))
    return _OVER.sub(r"\1 so với \2", _GLUED_YEAR.sub(r"\1 \2", heads))


def months_spelled_out(words: str) -> str:
    """`ưth 9t/2023` → `ưth 9 tháng 2023`, for words in lower case."""
    return _SHORT_MONTHS.sub(lambda found: f"{found[1]} tháng{' ' if found[0][-1] in '/.' else ''}", words)


_MARKED_NAME = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)] ?[^\W\d_]{2}")  # `1. Nông, lâm nghiệp`
_PRICES = re.compile(r"giá (?:so sánh|ss)(?: năm)?(?: \d{4})?")
"""Prices that output is told in: nothing is compared (`Năm 2023, giá so sánh (tỷ đồng)`)."""


def has_words(words: str, role: str) -> bool:
    """Whether a word of the role stands in the words (roles: `text/vi/tables.toml`)."""
    return any(_stands_in(words, entry) for entry in _WORDS[role])


def _stands_in(words: str, entry: str) -> bool:
    """Whether the entry stands in the words, at a word's beginning: `ước` not in `nước`."""
    at = words.find(entry)
    while at > 0 and entry[0].isalpha() and words[at - 1].isalpha():
        at = words.find(entry, at + 1)
    return at >= 0


def _column(heads: str, setting: Setting) -> Column:
    """Reads the heads of one column."""
    plain = heads.strip(" .:")
    if plain in _WORDS["ordinal"]:
        return Column("ordinal", heads=heads)
    if plain in _WORDS["unit"]:
        return Column("unit", heads=heads)
    if _BEDS.fullmatch(plain):
        return Column("value", "level", "actual", "giường", _period_of(heads, setting), None, heads)
    unit = unit_of_head(heads)
    if "(%)" in heads or heads.startswith("%") or " %" in heads or _PERCENT_OF.match(unit):
        unit = "%"  # `Đạt (% dự toán)`
    unit = unit or noun_counted(heads) or noun_first(heads) or (plain if _NOUN_ALONE.fullmatch(plain) else "")
    period = _period_of(heads, setting)
    if unit == "%" and _SHARE_ONLY.search(heads):
        return Column(
            "value", "level", "estimated" if has_words(heads, "estimated") else "actual", "%", period, None, heads
        )
    if unit.startswith("%/năm") or (
        unit == "%" and heads.startswith(("bình quân", "bq ", "tăng bình quân", "tăng bq", "tốc độ tăng bình quân"))
    ):
        ahead = setting.planned or (period is not None and int(period[-4:]) > (setting.frame.year or 9999))
        return Column(
            "value", "target" if ahead else "growth", "planned" if ahead else "actual", "%/năm", period, None, heads
        )
    status = "estimated" if has_words(heads, "estimated") else "actual"
    if _PLUS_MINUS.search(heads) and "%" not in heads:
        return Column("value", "change", status, "", None, _basis_of(heads, setting), heads)
    if has_words(heads, "change") or IN_PARENTHESES.sub("", plain).strip() in _WORDS["difference"]:
        if (own := _period_below(heads, setting)) is not None:
            return Column(
                "value", "growth" if unit == "%" else "change", status, unit, own, same_period_before(own), heads
            )
        basis = _basis_of(heads, setting) or ("target" if unit != "%" and _AGAINST_PLAN.search(heads) else None)
        return Column("value", "growth" if unit == "%" else "change", status, unit, None, basis, heads)
    if unit == "%" and (years := _TWO_YEARS.search(heads)) is not None and years[1] > years[2]:
        return Column("value", "multiple", status, "%", years[1], years[2], heads)
    if unit == "%" or re.search(r"so (?:sánh|với)|^so |tỷ lệ so|hoàn thành", _PRICES.sub("", heads)):
        if has_words(heads, "share"):
            return Column("value", "level", status, "%", period, None, heads)
        if has_words(heads, "growth"):
            return Column("value", "growth", status, "%", period, None, heads)
        compared = _comparing(heads, status, setting)
        if compared is not None:
            return compared
    if any(re.search(rf"(?<![^\W_]){re.escape(word.strip())}(?![^\W_])", heads) for word in _WORDS["plan"]) and (
        not has_words(heads, "done") or "phải " in heads
    ):
        return Column("value", "target", "planned", unit, period, None, heads)
    return Column("value", "level", status, unit, period, None, heads)


_SAID_ABOVE = re.compile(r"^so sánh (?:\([^()]*\) )?(?=.*\bso với\b)")  # `So sánh (%)` over `TH 2023/TH 2022`


_BELOW_SAME = re.compile(r"so (?:với )?(?:cùng kỳ|ck)(?: năm trước)? \(%\) ")


def _period_below(heads: str, setting: Setting) -> str | None:
    """The period of a column under a head that compares: `Tốc độ tăng so với cùng kỳ (%)` over `Quý III` and `9 tháng`."""
    below = _BELOW_SAME.search(heads)
    return _period_of(heads[below.end() :], setting) if below is not None else None


def _comparing(heads: str, status: str, setting: Setting) -> Column | None:
    """A column of per cents that compares a result with a plan or with another time; None where the heads say no such thing."""
    if _PERCENT_OF_PLAN.match(heads):
        return Column("value", "attainment", status, "%", None, "target", heads)
    heads = _SAID_ABOVE.sub("", heads)
    if not re.search(r"so|đạt|hoàn thành|thực hiện|tỷ lệ|tỉ lệ|th ?/|/ ?(?:kh|dt)", heads):
        return None
    over = _PLAN_OVER_RESULT.search(heads)
    if over is not None:
        own, before = (
            _period_of(heads[: over.end("plan")], setting),
            _period_of(heads[over.end("plan") :], setting),
        )
        return Column("value", "multiple", "planned", "%", own, before, heads)
    compared = _AGAINST.search(heads)
    own = _period_of(heads[: compared.start()], setting) if compared is not None else None
    if _PLAN_INNER.search(heads):
        return Column("value", "attainment", status, "%", own, "target", heads)
    if _PAST_INNER.search(heads):
        if (told := _period_below(heads, setting)) is not None:
            return Column("value", "multiple", status, "%", told, same_period_before(told), heads)
        return Column("value", "multiple", status, "%", own, _basis_of(heads, setting), heads)
    if "so" in heads.split():
        return Column("value", "multiple", status, "%", own, _basis_of(heads, setting), heads)
    if _ATTAINED.match(heads):
        return Column("value", "attainment", status, "%", None, None, heads)  # if the table tells a plan
    return None


def noun_counted(heads: str) -> str:
    """`Số hộ`, `Số doanh nghiệp`: the head of a column of counts names what it counts."""
    match = _NUMBER_OF.search(heads)
    if match is None or "%" in heads or "(" in heads:
        return ""
    noun = read_counted_noun(heads, match.end())
    return noun[0] if noun is not None and noun[2] else ""


def noun_first(heads: str) -> str:
    """`Hộ nghèo đầu năm 2022`: a head that begins with what is counted, and tells when."""
    noun = _COUNTED_FIRST.match(heads)
    if noun is None or "%" in heads or "(" in heads:
        return ""
    told = (
        TIME_AT.search(heads, noun.end()) is not None
        or heads.startswith(_STATES, noun.end())
        or heads.removesuffix(" đa chiều") in _COUNTED_HEADS
    )
    return noun[1] if told else ""


def _period_of(heads: str, setting: Setting) -> str | None:
    """The period in a head: `thực hiện 2021`, `9 tháng 2022`, `quý iii/2023`, `năm 2023 thực hiện 9 tháng`."""
    year = done = 0
    halfway: str | None = None
    for match in TIME_AT.finditer(heads):
        phrase = read_phrase(heads, match.start()) if match.start() >= done else None
        if phrase is not None:
            done = phrase.end
            if phrase.form == "year" and not year and _PART_LATER.search(heads, phrase.end):
                year = phrase.first
                continue
            if year and not phrase.first:
                phrase = phrase._replace(first=year)
            if phrase.form == "same":
                own = setting.period or setting.frame.period
                return same_period_before(own) if own else None
            if phrase.form == "baremonths":  # `thực hiện 6 tháng`: in a head, of the report's year
                phrase = phrase._replace(form="firstmonths")
            if phrase.form == "term" and halfway is None and heads.endswith(("giữa ", "nửa "), 0, match.start()):
                halfway = resolve(phrase, setting.frame)  # `Kết quả đến giữa nhiệm kỳ (hết năm 2022)`
                continue
            return resolve(phrase, setting.frame)
    if halfway is not None:
        return halfway
    if setting.frame.year and _ALL_YEAR.search(heads):
        return str(setting.frame.year)  # `Ước cả năm`
    return None


def _basis_of(heads: str, setting: Setting) -> str | None:
    """The period that a comparing column compares with."""
    compared = _AGAINST.search(heads)
    match = _PAST_INNER.search(heads, compared.end() if compared is not None else 0) or _PAST_INNER.search(heads)
    if match is None:
        return _period_of(heads[compared.end() :], setting) if compared is not None else None  # `so tháng 8 (%)`
    own = setting.period or setting.frame.period
    if compared is not None:
        own = _period_of(heads[: compared.start()], setting) or own
    if compared is not None:
        said = _period_of(heads[compared.end() :], setting)
        if said is not None and said[:4] in heads[compared.end() :]:
            return said
    words = match[0]
    if words in ("tháng trước", "quý trước"):
        return period_before(own)
    year = YEAR_ALONE.search(words)
    if year is not None:
        return year[0]
    if words == "năm trước":
        return str(setting.frame.year - 1) if setting.frame.year else None
    if words == "đầu nhiệm kỳ":
        return str(setting.frame.term[0]) if setting.frame.term else None
    return same_period_before(own) if own and words in ("cùng kỳ", "ck") else None


_OF_TERM = re.compile(r"\b(?:nghị quyết|nq|đại hội)\b(?! (?:hội đồng|hđnd))")
"""What sets a goal for the end of the term, whenever the columns beside it say how far it has come (`Chỉ tiêu Nghị quyết`, `Kết quả đến 30/6/2023`)."""


def _settle(columns: list[Column], table: Table, head_rows: int, low: str, setting: Setting) -> list[Column]:
    """Decides which column names the rows, and gives comparing columns the period of the last result."""
    body = table.rows[head_rows:]
    results = [
        column.period for column in columns if column.role == "value" and column.kind == "level" and column.period
    ]
    last = max(results, key=lambda period: (period.rpartition("/")[2], len(period)), default=None)
    last = max(
        (period for period in results if last and period.rpartition("/")[2][:4] == last.rpartition("/")[2][:4]),
        key=lambda period: (_breadth(period), period),
        default=last,
    )
    settled: list[Column] = []
    named = False
    planned = any(column.role == "value" and column.kind == "target" for column in columns)
    for number, column in enumerate(columns):
        if column.kind == "attainment" and column.basis is None:
            column = column._replace(basis="target") if planned else column._replace(kind="level")
        if settled:
            column = _beside_change(column, settled[-1])
            column = _total_of_years(_parts_plan(column, settled[-1]), settled)
            column = _with_estimate(column, settled[-1])
        heads = IN_PARENTHESES.sub("", column.heads).strip()
        if heads in ("tỷ lệ", "tỉ lệ") and settled and settled[-1].heads.startswith("số "):
            column = column._replace(heads=f"{heads} {IN_PARENTHESES.sub('', settled[-1].heads[3:]).strip()}")
        cells = [low[cell.start : cell.end].strip() for row in body for cell in row if cell.column == number]
        filled = [words for words in cells if words and words not in ("-", "–")]
        figures = sum(1 for words in filled if VALUE.match(words) and not _MARKED_NAME.match(words))
        if column.role == "value" and filled and figures * 2 < len(filled):
            again = heads in _OF_PARTS and settled[-1:] and settled[-1].role == "name"  # `Cây trồng`, `Chỉ tiêu`
            column = Column("words" if named and not again else "name", heads=column.heads)
        if column.role == "value" and not named and number <= 1 and names_years(filled):
            column = Column("name", heads=column.heads)
        if column.role == "value" and not named and number == 0 and counts_up(filled):
            column = Column("ordinal", heads=column.heads)
        if column.kind == "multiple" and column.unit == "%" and differ(filled):
            column = column._replace(kind="growth")  # `So với cùng kỳ (%)` over 5,4; 10,0; -3,2
        others = any(other.role == "name" for other in columns)
        few = 2 if number == 0 else 3
        if column.role == "unit" and not (others or named) and len(filled) >= few and len(set(filled)) == len(filled):
            column = Column("name", heads=column.heads)  # `Đơn vị` over the names of offices
        named = named or column.role == "name"
        column = _leaned(column, settled, last, results, setting)
        settled.append(column)
    return settled


def _leaned(column: Column, settled: list[Column], last: str | None, results: list[str], setting: Setting) -> Column:
    """A column that says no time of its own with that of the result it leans on: a plan, a share, a difference."""
    contributes = "góp" in column.heads and _CONTRIBUTES.search(column.heads) is not None
    if column.role != "value" or column.period is not None or not (column.kind in _LEANS or contributes):
        return column
    own = _result_before(settled) if column.kind != "target" else None
    if contributes:
        column = column._replace(kind="level")  # as `góp 3,1 điểm phần trăm` in prose
    if column.status == "actual" and column.kind != "target":
        column = column._replace(status=_status_of_result(settled, own))
    if column.kind == "attainment" and _of_estimates(settled):
        column = column._replace(status="estimated")
    ends = str(setting.frame.term[1]) if setting.frame.term else None
    of_term = ends and column.kind == "target" and _OF_TERM.search(column.heads)
    own = ends if of_term else own or last
    column = column._replace(period=own or ends)
    if own is not None and column.kind in ("multiple", "growth", "change"):
        if _SAME.search(column.heads):
            column = column._replace(basis=same_period_before(own))  # of what the table shows, not of the report
        elif column.basis is None and same_period_before(own) in results:
            column = column._replace(basis=same_period_before(own))  # `So sánh (%)` beside two years
    return column


def basis_of_row(column: Column, period: str) -> str | None:
    """What a column that compares with another time compares with in a row of that period: `so cùng kỳ`, `so tháng trước` beside `Tháng 7`."""
    if _SAME.search(column.heads):
        return same_period_before(period)
    return period_before(period) if _JUST_BEFORE.search(column.heads) else column.basis


def _beside_change(column: Column, before: Column) -> Column:
    """`Số vụ`, then `So với cùng kỳ (+/-)`: a change in its unit; `Tăng, giảm`, then `Tỷ lệ (%)`: the rate of the change."""
    if column.kind == "change" and not column.unit and before.unit != "%":
        return column._replace(unit=before.unit)
    rated = column.unit == "%" and column.kind in ("level", "multiple") and _RATE_OF_CHANGE.fullmatch(column.heads)
    return column._replace(kind="growth", basis=before.basis) if rated and before.kind == "change" else column


def _result_before(columns: list[Column]) -> str | None:
    """The period of the result that a comparing column stands behind: the widest of those right before it that end when the last does."""
    told = [column.period for column in columns if column.role == "value" and column.kind == "level" and column.period]
    if not told:
        return None
    end = max(period.rpartition("/")[2][:4] for period in told)
    return max(
        (period for period in told if period.rpartition("/")[2][:4] == end), key=lambda one: (_breadth(one), one)
    )


def _status_of_result(columns: list[Column], period: str | None) -> str:
    """`Ước 9 tháng năm 2025`, then `Tốc độ tăng (%)`: what is worked out from an estimate is one too."""
    result = next(
        (one for one in reversed(columns) if one.role == "value" and one.kind == "level" and one.period == period), None
    )
    return result.status if result is not None and period is not None else "actual"


def _total_of_years(column: Column, columns: list[Column]) -> Column:
    """`2016`, `2017`, `Ước 2018`, then `Cả 3 năm`, `Cộng`: what the years right before make together."""
    if column.role != "value" or _TOTAL.fullmatch(column.heads.strip(" .:")) is None:
        return column
    years: list[int] = []
    for one in reversed(columns):
        if one.role != "value" or one.kind != "level" or one.period is None or not one.period.isdigit():
            break
        if years and int(one.period) != years[-1] - 1:
            break
        years.append(int(one.period))
    return column._replace(period=f"{years[-1]}/{years[0]}") if len(years) > 1 else column


def _with_estimate(column: Column, before: Column) -> Column:
    """`Ước tháng 9`, then `Cộng dồn 9 tháng`: what adds an estimate up is one too."""
    adds = column.kind == before.kind == "level" and before.status == "estimated" and column.status == "actual"
    return column._replace(status="estimated") if adds and column.heads.startswith(_ADDS_UP) else column


_ADDS_UP = ("cộng dồn", "lũy kế", "luỹ kế", "tính chung", "cộng ")


def _of_estimates(columns: list[Column]) -> bool:
    """`Dự toán`, `Ước 9 tháng`, then `% dự toán`: is the result that the share of the plan is of an estimate?"""
    results = [column for column in columns if column.role == "value" and column.kind == "level"]
    return bool(results) and all(column.status == "estimated" for column in results)


def _parts_plan(column: Column, before: Column) -> Column:
    """`Kế hoạch 2026 - 2030`, then `Trong đó: năm 2026`: what parts a plan is planned too, and is counted in its unit."""
    if column.kind == "level" and before.kind == "target" and column.heads.startswith("trong đó"):
        return column._replace(kind="target", status="planned", unit=column.unit or before.unit)
    parts = column.role == "value" and column.heads.startswith(("trong đó", "riêng ")) and not column.unit
    if parts and before.role == "value" and before.unit not in ("", "%"):
        return column._replace(unit=before.unit)  # `Xã đạt chuẩn`, then `Trong đó: xã nâng cao`
    return column


def _breadth(period: str) -> int:
    """How long a period is, roughly: a year is wider than nine months, those than a quarter."""
    if len(period) == 4:
        return 12
    return 6 if "-S" in period else 3 if "-Q" in period else int(period[-2:]) if "/" in period else 1
