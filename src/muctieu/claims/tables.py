"""The cells of a table → figures. A cell is named by its row, and takes unit, period and kind from the heads of its column.

Takes a table of the document with its head rows; gives the figures of its cells, in reading order. Prose in a cell is left to the sentence reader.
"""

from __future__ import annotations

import itertools
import re
from decimal import Decimal
from typing import NamedTuple

from muctieu.claims.sentence import Setting
from muctieu.claims.subject_words import clean
from muctieu.claims.tokens import Figure
from muctieu.document.layout import Cell, Table
from muctieu.text.counting import read_counted_noun
from muctieu.text.lexicon import lexicon
from muctieu.text.numbers import NUMBER, parse_number, step
from muctieu.text.periods import period_before, read_phrase, resolve, same_period_before
from muctieu.text.units import ONE, read_denominators, read_unit

_WORDS = lexicon("tables")
_VALUE = re.compile(
    rf"\s*(?P<comparator>≥|≤|>|<|~|trên|dưới|từ|khoảng|tối thiểu|không quá|hơn|gần)?\s*(?P<sign>[-–−+(])?\s?(?P<number>\d{{1,3}}(?: \d{{3}})+(?![\d.,])|{NUMBER})"
    rf"(?:\s?(?:[-–—]|đến)\s?(?P<second>{NUMBER})|/(?P<whole>{NUMBER}))?(?P<unit>[^\d\t\n]{{0,40}})$"
)
_COMPARATOR = {
    "≥": "ge",
    ">": "ge",
    "trên": "ge",
    "hơn": "ge",
    "tối thiểu": "ge",
    "từ": "ge",
    "≤": "le",
    "<": "le",
    "dưới": "le",
    "không quá": "le",
    "~": "approx",
    "khoảng": "approx",
    "gần": "approx",
}
_IN_PARENTHESES = re.compile(r"\(([^()]*)\)\s*$")
_TIME_AT = re.compile(
    r"(?:năm|quý|tháng|nhiệm kỳ|giai đoạn|cùng kỳ|\d+ tháng|cuối năm|đầu năm|(?:19|20)\d\d|(?<!\d)(?<!\d/)\d\d?/(?:\d\d?/)?(?:19|20)\d\d|thời kỳ|năm trước)"
)
_PART_LATER = re.compile(r"(?<![^\W_])(?:\d\d? tháng|quý [ivx]+)(?![^\W_])(?! ?/?(?:năm )?(?:19|20)\d)")
_SHARE_ONLY = re.compile(
    r"^(?!.*(?<![^\W_])(?:so|đạt|hoàn thành|thực hiện|th|kh|kế hoạch|tăng|giảm)(?![^\W_])).+ (?:tỷ|tỉ) lệ(?: \(%\)| %)$"
)
_BARE_HEADS = frozenset(lexicon("naming")["bare_heads"])
_AGAINST = re.compile(r"so (?:với|sánh)")
_YEAR_ONLY = re.compile(r"(?:19|20)\d\d$")
_PLAN_INNER = re.compile(
    r"(?<![^\W_])(?:kh|kế hoạch|nq|nghị quyết|dự toán|dt|mục tiêu|chỉ tiêu|chỉ tiêu giao)(?![^\W_])"
)
# `So sánh KH 2025/ƯTH 2024`: the plan to come in per cent of what was reached, no attainment.
_PLAN_OVER_RESULT = re.compile(
    r"(?P<plan>(?<![^\W_])(?:kh|kế hoạch|dt|dự toán|mục tiêu) ?(?:năm )?(?:19|20)\d\d) ?(?:/|so với|so sánh với|-) ?(?:ước ?|ư)?(?:thực hiện|th|kết quả|năm (?:19|20)\d\d)"
)
_PAST_INNER = re.compile(
    r"(?<![^\W_])(?:cùng kỳ|ck|năm trước|tháng trước|quý trước|(?:năm |th )?(?:19|20)\d\d|đầu năm|đầu kỳ|đầu nhiệm kỳ)(?![^\W_])"
)
_GROWTH_ROW = re.compile(r"^(?:tốc độ tăng|tăng trưởng|nhịp độ tăng|tỷ lệ tăng|mức tăng)")
_WHOLE_TERM = re.compile(r"bình quân(?! đầu người)|trong nhiệm kỳ|cả nhiệm kỳ|5 năm|lũy kế")
_UNIT_LINE = re.compile(r"(?:đơn vị tính|đơn vị|đvt)\s?:\s?([^\n\t)]{1,40})", re.IGNORECASE)


class Column(NamedTuple):
    """What a column's heads say: its role (`name`, `unit`, `ordinal`, `words`, `value`), and for values their kind, status, unit words, period and basis."""

    role: str
    kind: str = "level"
    status: str = "actual"
    unit: str = ""
    period: str | None = None
    basis: str | None = None
    heads: str = ""


def read_table(text: str, low: str, table: Table, head_rows: int, setting: Setting) -> list[tuple[Figure, Cell]]:
    """The figures of the table's cells, each with its cell."""
    width = max((cell.column + cell.column_span for row in table.rows for cell in row), default=0)
    columns = [_column(_heads(low, table, head_rows, number), setting) for number in range(width)]
    columns = _settle(columns, table, head_rows, low, setting)
    default_unit = _unit_of_caption(low, table)
    figures: list[tuple[Figure, Cell]] = []
    group = ""
    for row in table.rows[head_rows:]:
        own = _row_name(text, row, columns)
        name = f"{own} {group}" if group and own.lower() in _BARE_HEADS else own
        if own and own.lower() not in _BARE_HEADS:
            group = own
        figures.extend(_row(text, low, row, columns, default_unit, setting, name))
    return figures


def _row_name(text: str, row: tuple[Cell, ...], columns: list[Column]) -> str:
    """The words of the row's first name cell, without its list mark."""
    for cell in row:
        if cell.column < len(columns) and columns[cell.column].role == "name":
            words = text[cell.start : cell.end].strip(" \t-+–*•")
            if words:
                return _LIST_MARK.sub("", words)
    return ""


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
    return _SHORT_MONTHS.sub(r"\1 tháng", " ".join(words))


def _has(words: str, role: str) -> bool:
    return any(entry in words for entry in _WORDS[role])


def _column(heads: str, setting: Setting) -> Column:
    """Reads the heads of one column."""
    plain = heads.strip(" .:")
    if plain in _WORDS["ordinal"]:
        return Column("ordinal", heads=heads)
    if plain in _WORDS["unit"]:
        return Column("unit", heads=heads)
    match = _IN_PARENTHESES.search(heads)
    unit = match[1].strip() if match else ""
    if "(%)" in heads or heads.startswith("%") or " %" in heads:
        unit = "%"
    unit = unit or _noun_counted(heads)
    period = _period_of(heads, setting)
    if unit == "%" and _SHARE_ONLY.search(heads):
        return Column("value", "level", "estimated" if _has(heads, "estimated") else "actual", "%", period, None, heads)
    if unit.startswith("%/năm") or (
        unit == "%" and heads.startswith(("bình quân", "tăng bình quân", "tốc độ tăng bình quân"))
    ):
        ahead = setting.planned or (period is not None and int(period[-4:]) > (setting.frame.year or 9999))
        return Column(
            "value", "target" if ahead else "growth", "planned" if ahead else "actual", "%/năm", period, None, heads
        )
    status = "estimated" if _has(heads, "estimated") else "actual"
    if _has(heads, "change"):
        return Column(
            "value", "growth" if unit == "%" else "change", status, unit, None, _basis_of(heads, setting), heads
        )
    if unit == "%" or re.search(r"so (?:sánh|với)|^so |tỷ lệ so|hoàn thành", heads):
        if _has(heads, "share"):
            return Column("value", "level", status, "%", period, None, heads)
        if _has(heads, "growth"):
            return Column("value", "growth", status, "%", period, None, heads)
        if re.search(r"so|đạt|hoàn thành|thực hiện|tỷ lệ|tỉ lệ", heads):
            over = _PLAN_OVER_RESULT.search(heads)
            if over is not None:
                own, before = (
                    _period_of(heads[: over.end("plan")], setting),
                    _period_of(heads[over.end("plan") :], setting),
                )
                return Column("value", "multiple", "planned", "%", own, before, heads)
            if _PLAN_INNER.search(heads):
                return Column("value", "attainment", status, "%", None, "target", heads)
            if _PAST_INNER.search(heads):
                compared = _AGAINST.search(heads)
                own = _period_of(heads[: compared.start()], setting) if compared is not None else None
                return Column("value", "multiple", status, "%", own, _basis_of(heads, setting), heads)
            if "so" in heads.split():
                return Column("value", "multiple", status, "%", None, None, heads)
    if any(
        re.search(rf"(?<![^\W_]){re.escape(word.strip())}(?![^\W_])", heads) for word in _WORDS["plan"]
    ) and not _has(heads, "done"):
        return Column("value", "target", "planned", unit, period, None, heads)
    return Column("value", "level", status, unit, period, None, heads)


def _noun_counted(heads: str) -> str:
    """`Số hộ`, `Số doanh nghiệp`: the head of a column of counts names what it counts."""
    match = _NUMBER_OF.search(heads)
    if match is None or "%" in heads or "(" in heads:
        return ""
    noun = read_counted_noun(heads, match.end())
    return noun[0] if noun is not None and noun[2] else ""


def _period_of(heads: str, setting: Setting) -> str | None:
    """The period in a head: `thực hiện 2021`, `9 tháng 2022`, `quý iii/2023`, `năm 2023 thực hiện 9 tháng`."""
    year = done = 0
    for match in _TIME_AT.finditer(heads):
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
            return resolve(phrase, setting.frame)
    return None


def _basis_of(heads: str, setting: Setting) -> str | None:
    """The period that a comparing column compares with."""
    compared = _AGAINST.search(heads)
    match = _PAST_INNER.search(heads, compared.end() if compared is not None else 0) or _PAST_INNER.search(heads)
    if match is None:
        return None
    own = setting.period or setting.frame.period
    if compared is not None:
        own = _period_of(heads[: compared.start()], setting) or own
    words = match[0]
    if words in ("tháng trước", "quý trước"):
        return period_before(own)
    year = _YEAR_ONLY.search(words)
    if year is not None:
        return year[0]
    if words == "năm trước":
        return str(setting.frame.year - 1) if setting.frame.year else None
    if words == "đầu nhiệm kỳ":
        return str(setting.frame.term[0]) if setting.frame.term else None
    return same_period_before(own) if own and words in ("cùng kỳ", "ck") else None


def _settle(columns: list[Column], table: Table, head_rows: int, low: str, setting: Setting) -> list[Column]:
    """Decides which column names the rows, and gives comparing columns the period of the last result."""
    body = table.rows[head_rows:]
    results = [
        column.period for column in columns if column.role == "value" and column.kind == "level" and column.period
    ]
    last = max(results, key=lambda period: (period.rpartition("/")[2], len(period)), default=None)
    last = max(
        (period for period in results if last and period.rpartition("/")[2][:4] == last.rpartition("/")[2][:4]),
        key=_breadth,
        default=last,
    )
    settled: list[Column] = []
    named = False
    for number, column in enumerate(columns):
        heads = _IN_PARENTHESES.sub("", column.heads).strip()
        if heads in ("tỷ lệ", "tỉ lệ") and settled and settled[-1].heads.startswith("số "):
            column = column._replace(heads=f"{heads} {_IN_PARENTHESES.sub('', settled[-1].heads[3:]).strip()}")
        cells = [low[cell.start : cell.end].strip() for row in body for cell in row if cell.column == number]
        filled = [words for words in cells if words and words not in ("-", "–")]
        figures = sum(1 for words in filled if _VALUE.match(words))
        if column.role == "value" and filled and figures * 2 < len(filled):
            column = Column("words" if named else "name", heads=column.heads)
        if column.role == "value" and not named and number == 0 and _counts_up(filled):
            column = Column("ordinal", heads=column.heads)
        named = named or column.role == "name"
        if (
            column.role == "value"
            and column.period is None
            and column.kind in ("multiple", "attainment", "growth", "change", "target")
        ):
            column = column._replace(period=last or (str(setting.frame.term[1]) if setting.frame.term else None))
        settled.append(column)
    return settled


def _breadth(period: str) -> int:
    """How long a period is, roughly: a year is wider than nine months, those than a quarter."""
    if len(period) == 4:
        return 12
    return 6 if "-S" in period else 3 if "-Q" in period else int(period[-2:]) if "/" in period else 1


def _counts_up(cells: list[str]) -> bool:
    """Whether the cells are ordinals: 1, 2, 3 …"""
    numbers = [int(words.rstrip(".")) for words in cells if words.rstrip(".").isdigit()]
    return len(numbers) >= 2 and numbers[0] == 1 and all(b - a in (0, 1) for a, b in itertools.pairwise(numbers))


def _unit_of_caption(low: str, table: Table) -> str:
    """`Đơn vị: tỷ đồng` on one of the two lines above the table."""
    begin = table.start
    for _ in range(3):
        begin = low.rfind("\n", 0, max(0, begin - 1)) + 1
        if begin <= 0:
            break
    match = _UNIT_LINE.search(low, max(0, begin), table.start)
    return match[1].strip(" .") if match else ""


def _row(
    text: str, low: str, row: tuple[Cell, ...], columns: list[Column], default_unit: str, setting: Setting, name: str
) -> list[tuple[Figure, Cell]]:
    """The figures of one row, named `name`."""
    unit = ""
    for cell in row:
        role = columns[cell.column].role if cell.column < len(columns) else "words"
        words = text[cell.start : cell.end].strip()
        if role == "unit" and words:
            unit = words.lower()
    values = [
        (cell, columns[cell.column])
        for cell in row
        if cell.column < len(columns) and columns[cell.column].role == "value"
    ]
    numbers = [low[cell.start : cell.end].strip() for cell, _ in values]
    if not name and _counts_up([words for words in numbers if words]):
        return []
    row_period = _row_period(name.lower(), setting)
    figures: list[tuple[Figure, Cell]] = []
    for cell, column in values:
        figure = _cell(low, cell, column, unit or column.unit or default_unit, name)
        if figure is None:
            continue
        figure.period = row_period or column.period or setting.period
        if setting.frame.term and column.period == str(setting.frame.term[1]) and _WHOLE_TERM.search(name.lower()):
            figure.period = f"{setting.frame.term[0]}/{setting.frame.term[1]}"
        figure.indicator = _name(name, column, row_period is not None)
        figures.append((figure, cell))
    return figures


def _row_period(name: str, setting: Setting) -> str | None:
    """A row that is named by its time (`Năm 2021`, `Quý I`)."""
    phrase = read_phrase(name, 0) if name and _TIME_AT.match(name) else None
    return resolve(phrase, setting.frame) if phrase is not None and phrase.end >= len(name.rstrip(" .")) else None


def _name(name: str, column: Column, row_is_time: bool) -> str:
    """The row's name; with the column's head where the columns measure different things."""
    head = _IN_PARENTHESES.sub("", column.heads).strip()
    cleaned = _PRICES.sub("", name).strip(" -+*:.")
    if row_is_time:
        return head
    measured = _measured(column)
    if measured:
        return f"{measured[:1].upper()}{measured[1:]} {cleaned}".strip()
    if (
        column.kind == "level"
        and column.unit
        and column.period is None
        and column.status == "actual"
        and head
        and not _has(head, "done")
    ):
        return f"{head[:1].upper()}{head[1:]} {cleaned}".strip()
    return cleaned


def _measured(column: Column) -> str:
    """What the heads of two rows say a column measures: `Hộ nghèo đầu năm` over `Số hộ`, `Tỷ lệ`; `Tăng so cùng kỳ (%)` over `Vốn`."""
    if column.kind == "level":
        match = _INNER_MEASURE.match(_IN_PARENTHESES.sub("", column.heads).strip())
        outer = clean(_YEAR_STARTS.sub("", match["outer"])).lower() if match is not None else ""
        if match is None or not outer:
            return ""
        return f"{match['inner'].removesuffix(outer.split()[0]).rstrip()} {outer}"
    match = _BEHIND_PERCENT.search(column.heads) if column.kind in ("growth", "change", "multiple") else None
    return match[1].strip() if match is not None else ""


_INNER_MEASURE = re.compile(r"(?P<outer>.+?) (?P<inner>(?:tổng )?số [^\W\d_]+|(?:tỷ|tỉ) (?:lệ|trọng))$")
_BEHIND_PERCENT = re.compile(r"\(%\) ((?!so |th |kh |ck|năm|quý|tháng|\d|cùng|kế hoạch|dự toán|thực hiện)[^()]+)$")
_LIST_MARK = re.compile(r"^(?:(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]\s+)?(?:[Tt]rong đó\s?:\s+)?(?=\S)")
_YEAR_STARTS = re.compile(r"(?:đầu|cuối) năm(?: (?:19|20)\d\d)?")
_THOUSANDS = re.compile(r"(10?0?\.?000|100|10) ?(?=[^\W\d_])")
_SHORT_MONTHS = re.compile(r"(?<![^\W_])(1[0-2]|[2-9])t(?=$|[\s/])")
_NUMBER_OF = re.compile(r"(?<![^\W_])số (?:lượng )?(?=[^\W\d_])")
_PRICES = re.compile(r"\s?\((?:giá|theo giá|gss|tính theo|đơn vị)[^)]*\)", re.IGNORECASE)


def _cell(low: str, cell: Cell, column: Column, unit_words: str, name: str) -> Figure | None:
    """A cell's figure, or None where it holds none."""
    words = low[cell.start : cell.end]
    match = _VALUE.match(words)
    if match is None:
        return None
    own = match["unit"].strip(" )")
    source = own if own and own not in ("/",) else unit_words
    if column.unit == "%" and column.kind in ("multiple", "attainment", "growth", "change") and not own:
        source = "%"
    if column.unit == "%/năm" and not own:
        source = "%/năm"
    unit, factor, per, counted = _unit(source)
    if own and not unit:
        return None
    value, decimals = parse_number(match["number"], counted)
    start, end = (
        cell.start + match.start("number"),
        cell.start
        + (match.end("second") if match["second"] else match.end("whole") if match["whole"] else match.end("number")),
    )
    if own:
        end = cell.start + len(words.rstrip())
    figure = Figure(
        start,
        end,
        (cell.start + match.start("number"), cell.start + match.end("number")),
        value * factor,
        unit,
        per,
        step(decimals) * factor,
    )
    figure.counted = unit[1:-1] if counted else None
    figure.kind, figure.status, figure.basis = column.kind, column.status, column.basis
    if match["comparator"]:
        figure.comparator = _COMPARATOR[match["comparator"]]
    if match["second"]:
        high, high_decimals = parse_number(match["second"], counted)
        figure.value_to = high * factor
        figure.resolution = step(max(decimals, high_decimals)) * factor
        figure.comparator = "between"
    elif match["whole"]:
        figure.whole = parse_number(match["whole"], counted)[0] * factor
        figure.kind = "part"
    if match["sign"] in ("-", "–", "−", "(") and figure.value_to is None:
        figure.value = -figure.value
        figure.start = cell.start + match.start("sign")
    if (figure.kind == "level" and unit == "%" and _GROWTH_ROW.match(name.lower().strip(" -+"))) or (
        figure.kind == "change" and unit == "%"
    ):
        figure.kind = "growth"
    return figure


def _unit(words: str) -> tuple[str, Decimal, tuple[str, ...], bool]:
    """The unit that the words of a head or a cell name: unit, factor, denominators, whether it counts things."""
    words = words.strip().lower()
    if not words:
        return "", ONE, (), False
    thousands = _THOUSANDS.match(words)
    if thousands is not None and words not in ("1000đ", "1.000đ"):
        unit, factor, per, _ = _unit(words[thousands.end() :])
        return unit, factor * Decimal(thousands[1].replace(".", "")), per, False
    read = read_unit(words, 0)
    if read.unit is not None and read.end >= len(words) - 1 and not (read.time and read.per):
        return read.unit, read.factor, read.per, False
    counted = read_counted_noun(words, read.end if read.unit is None else 0)
    if counted is None:
        return (read.unit or ("VND" if read.scaled else "")), read.factor, read.per, False
    per, _ = read_denominators(words, counted[1])
    return (
        "{" + counted[0] + "}",
        read.factor if read.unit is None else ONE,
        per,
        read.unit is not None or not read.scaled,
    )
