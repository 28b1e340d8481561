"""The cells of a table → figures. A cell is named by its row, and takes unit, period and kind from the heads of its column.

Takes a table of the document with its head rows; gives the figures of its cells, in reading order. Prose in a cell is left to the sentence reader.
"""

from __future__ import annotations

import re
from decimal import Decimal

from muctieu.claims.figures import Figure
from muctieu.claims.proved_columns import set_attainments
from muctieu.claims.sentence import Setting
from muctieu.claims.settings import UNIT_LINE
from muctieu.claims.subject_words import clean
from muctieu.claims.table_cells import VALUE, counts_up
from muctieu.claims.table_heads import (
    TIME_AT,
    Column,
    basis_of_row,
    has_words,
    months_spelled_out,
    noun_counted,
    noun_first,
    read_columns,
)
from muctieu.claims.table_units import IN_PARENTHESES
from muctieu.document.layout import Cell, Table
from muctieu.text.counting import read_counted_noun
from muctieu.text.earlier_periods import same_period_before
from muctieu.text.lexicon import lexicon
from muctieu.text.numbers import parse_number, step
from muctieu.text.periods import read_phrase, resolve
from muctieu.text.units import ONE, read_denominators, read_unit
from muctieu.values.span import Span

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
_BARE_HEADS = frozenset(lexicon("naming")["bare_heads"])
# not the state `Tỷ lệ tăng dân số tự nhiên`
_GROWTH_ROW = re.compile(r"^(?:tốc độ tăng|tăng trưởng|nhịp độ tăng|tỷ lệ tăng(?! (?:dân số )?tự nhiên)|mức tăng)")
_WHOLE_TERM = re.compile(r"(?<!thu nhập )bình quân(?! đầu người)|trong nhiệm kỳ|cả nhiệm kỳ|5 năm|lũy kế")


def read_table(text: str, low: str, table: Table, head_rows: int, setting: Setting) -> list[tuple[Figure, Cell]]:
    """The figures of the table's cells, each with its cell."""
    told = _period_of_caption(low, table, setting)
    setting = setting.within(told) if told is not None else setting
    columns = read_columns(low, table, head_rows, setting)
    default_unit = _unit_of_names(columns) or _unit_of_caption(low, table) or setting.unit
    rows: list[list[tuple[Figure, Cell]]] = []
    years: list[int] = []
    group = unit = ""
    above: list[tuple[Figure, Cell]] = []
    for row in table.rows[head_rows:]:
        own = _row_name(text, row, columns)
        group = _group_of_row(text, row, columns) or group
        name = f"{own} {group}" if group and own.lower() in _BARE_HEADS else own
        if own and own.lower() not in _BARE_HEADS:
            group = own
        period = _row_period(name.lower(), setting) or _years_before(name.lower(), years)
        if period is not None and (period.isdigit() or "-01/" in period):
            years.append(int(period[:4]))  # `2021`, `2022`, `9T/2023`
        words = _unit_of_row(low, row, columns)
        unit = unit if words in _DITTO or (not words and _shares_unit(low, row, columns)) else words
        if (total := _MONEY_IN_ALL.match(name.lower())) is not None and not default_unit:
            default_unit = total["unit"]  # `Tổng thu (tỷ đồng)`, then `Thu nội địa`
        rows.append(_row(text, low, row, columns, (unit, default_unit), setting, name, period))
        compared = _YEAR_BEFORE.fullmatch(name.lower().strip(" -+*:."))
        if compared is None:
            above = rows[-1]
        elif above:
            _compare(rows[-1], above[0][0], compared["falls"] is not None)
    set_attainments(rows)
    return [figure for row in rows for figure in row]


_YEAR_BEFORE = re.compile(
    r"(?:(?:mức |số )?(?:(?P<falls>giảm)|tăng(?:[,/ ]{1,2}giảm| \(giảm\))?)) (?:so )?với năm (?:trước|liền trước|liền kề trước)(?: liền kề)?(?: \([^()]*\))?"
)


def _compare(row: list[tuple[Figure, Cell]], above: Figure, falls: bool) -> None:
    """`Giảm so với năm trước` below `Tỷ lệ hộ nghèo`: how what the row above names differs from the year before; a rate of it where only this row is in per cent."""
    for figure, _ in row:
        if figure.kind != "level":
            continue
        figure.kind = "growth" if figure.unit == "%" != above.unit else "change"
        figure.indicator = above.indicator
        figure.basis = same_period_before(figure.period) if figure.period else None
        if falls and figure.value > 0:
            figure.value = -figure.value


def _years_before(name: str, years: list[int]) -> str | None:
    """`2021`, `2022`, `2023`, then a row `Cộng 3 năm`, `Bình quân`: the years of the rows before it."""
    run = len(years) > 1 and years[-1] - years[0] == len(years) - 1
    return f"{years[0]}/{years[-1]}" if run and _OF_YEARS.fullmatch(name.strip(" .:")) else None


def _period_of_caption(low: str, table: Table, setting: Setting) -> str | None:
    """`Biểu 3. Giải ngân … đến 30/9/2024`, `cuối năm 2023 có 281 hộ, phân theo bản:`: the period that the line above the table tells of."""
    begin = low.rfind("\n", 0, max(0, table.start - 1)) + 1
    caption = low[begin : table.start].strip()
    if not (_CAPTION.match(caption) or _BROKEN_DOWN.search(caption)):
        led = _AS_OF_DAY.search(caption) if caption.endswith(":") else _AS_OF_ASIDE.match(caption)
        phrase = read_phrase(caption, led.start("day")) if led is not None else None
        return resolve(phrase, setting.frame) if phrase is not None and phrase.form == "date" else None
    told = [
        phrase for match in TIME_AT.finditer(caption) if (phrase := read_phrase(caption, match.start())) is not None
    ]
    return next((resolve(phrase, setting.frame) for phrase in told if phrase.form in _TOLD), None)


_OF_YEARS = re.compile(
    r"(?:(?:tổng|cộng|tổng cộng|tổng số|cả|tính chung|lũy kế|bình quân|trung bình)(?: cộng| số| cả)?)(?: (?:\d|hai|ba|bốn|năm) năm| giai đoạn| nhiệm kỳ| cả giai đoạn| (?:một |mỗi |hằng )?năm)?(?: (?:19|20)\d\d ?[-–] ?(?:19|20)\d\d)?"
)
_CAPTION = re.compile(
    r"(?:biểu|bảng)(?: số)?(?: \d+)?\s?[.:-]|(?:biểu|bảng) (?:tổng hợp|thống kê|số liệu|kết quả|chi tiết|phân loại)(?![^\W_])"
)
# `Số tiêu chí từng xã đến ngày 30/6/2023:`
_AS_OF_DAY = re.compile(
    r"(?:tính đến|đến|tới|tại thời điểm|thời điểm)(?: hết)? (?P<day>(?:ngày )?\d\d?/\d\d?/(?:19|20)\d\d)(?: như sau| cụ thể| \([^().]{0,40}\))*\s?:$"
)
# `(Tính đến ngày 31/12/2023, kèm theo Báo cáo số 58/BC-BHXH)`
_AS_OF_ASIDE = re.compile(
    r"\((?:số liệu )?(?:tính )?(?:đến|tới|tại thời điểm)(?: hết)? (?P<day>(?:ngày )?\d\d?/\d\d?/(?:19|20)\d\d)"
)
_BROKEN_DOWN = re.compile(r"(?:phân|chia) theo [^:]{2,40}:$")
_TOLD = frozenset(("year", "date", "todate", "month", "quarter", "firstmonths", "baremonths"))


def _row_name(text: str, row: tuple[Cell, ...], columns: list[Column]) -> str:
    """The words of the row's last name cell before its values, without their list mark: `Diện tích` beside `Lúa`, whose cell goes on over more rows."""
    names = ""
    for cell in row:
        role = columns[cell.column].role if cell.column < len(columns) else "words"
        if role == "value":
            break
        if role == "name" and (words := text[cell.start : cell.end].strip(" \t-+–*•")):
            names = _LIST_MARK.sub("", words)
    return names or _merged_name(text, row, columns)


def _merged_name(text: str, row: tuple[Cell, ...], columns: list[Column]) -> str:
    """`Tổng cộng` in a cell that goes on from the ordinal over the name; empty where none does."""
    for cell in row:
        over = columns[cell.column : cell.column + cell.column_span]
        if len(over) > 1 and any(column.role == "name" for column in over):
            return _LIST_MARK.sub("", text[cell.start : cell.end].strip(" \t-+–*•"))
    return ""


def _group_of_row(text: str, row: tuple[Cell, ...], columns: list[Column]) -> str:
    """The words of the first of a row's two name cells: the crop beside its area; empty where it has one."""
    names = [
        words
        for cell in row
        if cell.column < len(columns)
        and columns[cell.column].role == "name"
        and (words := text[cell.start : cell.end].strip())
    ]
    return _LIST_MARK.sub("", names[0]) if len(names) > 1 else ""


def _unit_of_names(columns: list[Column]) -> str:
    """`Nội dung (tỷ đồng)`: the unit that the head of the names tells of every row; empty for none."""
    heads = next((column.heads for column in columns if column.role == "name"), "")
    return _unit_in_parentheses(heads)


def _unit_in_parentheses(words: str) -> str:
    """`Sản lượng thép (tấn)` → `tấn`; empty for `Giá trị sản xuất (giá so sánh 2010)`, `GRDP (9 tháng)`."""
    match = IN_PARENTHESES.search(words)
    if match is None or any(sign.isdigit() for sign in match[1]):
        return ""
    read = read_unit(match[1], 0)
    whole = read.unit is not None and not read.time and read.end >= len(match[1])
    counted = read_counted_noun(match[1], read.end) if read.unit is None else None
    return match[1] if whole or (counted is not None and counted[2] and counted[1] >= len(match[1])) else ""


def _unit_of_caption(low: str, table: Table) -> str:
    """`Đơn vị: tỷ đồng` on one of the two lines above the table, or an amount's unit in parentheses at the end of the line above (`(triệu đồng):`)."""
    begin = table.start
    for _ in range(3):
        begin = low.rfind("\n", 0, max(0, begin - 1)) + 1
        if begin <= 0:
            break
    match = UNIT_LINE.search(low, max(0, begin), table.start) or _UNIT_AT_END.search(low, max(0, begin), table.start)
    return match[1].strip(" .") if match else ""


_MONEY_IN_ALL = re.compile(r"tổng [^()]{2,40}\((?P<unit>(?:nghìn|triệu|tỷ|tỉ) đồng)\)$")
# What stands for the unit of the row above.
_DITTO = frozenset(
    ('"', "''", "″", "”", "“", "〃", "nt", "-nt-", "- nt -", "như trên", '-"-', '- " -', "//", "-//-", ",,", "'")
)


# A row that parts the one above: `- Thu nội địa`, a dash in its first cell; not `- Năng suất`, which is measured otherwise.
_PART_OF_ROW = re.compile(
    r"\s*[-+–]\s*(?=[^\W\d_])(?!(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|cơ cấu|tốc độ|năng suất|sản lượng|diện tích|số|tổng|giá trị|thu nhập|bình quân|mật độ)(?![^\W_]))"
)


def _unit_of_row(low: str, row: tuple[Cell, ...], columns: list[Column]) -> str:
    """The words of the row's last cell that tells a unit; empty for none."""
    told = [
        words
        for cell in row
        if cell.column < len(columns)
        and columns[cell.column].role == "unit"
        and (words := low[cell.start : cell.end].strip())
    ]
    return told[-1] if told else ""


def _shares_unit(low: str, row: tuple[Cell, ...], columns: list[Column]) -> bool:
    """Whether a row without a unit has that of the row above: one that parts it, or over which the cell of the unit goes on."""
    if not row:
        return False
    held = {cell.column for cell in row}
    goes_on = any(
        column.role == "unit" and place not in held and place < row[-1].column for place, column in enumerate(columns)
    )
    return goes_on or _PART_OF_ROW.match(low, row[0].start) is not None


def _row(
    text: str,
    low: str,
    row: tuple[Cell, ...],
    columns: list[Column],
    units: tuple[str, str],
    setting: Setting,
    name: str,
    row_period: str | None,
) -> list[tuple[Figure, Cell]]:
    """The figures of one row, named `name`, of the time that its name tells; `units` are the row's own and the table's."""
    unit, default_unit = units
    values = [
        (cell, columns[cell.column])
        for cell in row
        if cell.column < len(columns) and columns[cell.column].role == "value"
    ]
    numbers = [low[cell.start : cell.end].strip() for cell, _ in values]
    if not name and counts_up([words for words in numbers if words]):
        return []
    row_unit = _unit_in_parentheses(name.lower())
    noun = noun_counted(name.lower()) or noun_first(name.lower())
    figures: list[tuple[Figure, Cell]] = []
    for cell, column in values:
        told = unit or column.unit or row_unit or default_unit
        if not told and noun and _WHOLE.fullmatch(low, cell.start, cell.end):
            told = noun  # `Hộ nghèo` beside 312 and 268, where nothing tells a unit
        figure = _cell(low, cell, column, told, name)
        if figure is None:
            continue
        if column.kind == "level" and _PLANNED_ROW.match(name.lower()):
            figure.kind, figure.status = "target", "planned"
        figure.period = _of_both(name, row_period, column.period, setting) or setting.period
        if setting.frame.term and _is_of_term(name.lower(), column, columns, setting.frame.term):
            figure.period = f"{setting.frame.term[0]}/{setting.frame.term[1]}"
        _set_mean(figure, column, setting)
        figure.indicator = _name(name, column, row_period is not None)
        if row_period is not None and column.basis is not None:
            figure.basis = basis_of_row(column, row_period)
        figures.append((figure, cell))
    return figures


def _is_of_term(name: str, column: Column, columns: list[Column], term: tuple[int, int]) -> bool:
    """A mean or a total over the term, in the column of its last year; not where the year before has a column of its own."""
    if column.period != str(term[1]) or _WHOLE_TERM.search(name) is None:
        return False
    return column.kind == "target" or all(one.period != str(term[1] - 1) for one in columns)


def _set_mean(figure: Figure, column: Column, setting: Setting) -> None:
    """`10,3%/năm` below `BQ 2026-2030`: how much it grows a year; a goal where the years are to come."""
    if figure.unit != "%" or figure.kind != "level" or column.period is None or not _MEAN_HEAD.match(column.heads):
        return
    figure.per = ("year",)
    ahead = int(column.period[:4]) >= (setting.frame.year or 9999)
    figure.kind, figure.status = ("target", "planned") if ahead else ("growth", figure.status)


_MEAN_HEAD = re.compile(r"(?:tăng )?(?:bq|bình quân)(?: (?:năm|giai đoạn|tăng))?(?: |$)(?=.*\d{4})")


def _of_both(name: str, row: str | None, column: str | None, setting: Setting) -> str | None:
    """The time that a row and a column tell together: `Quý I` below `Năm 2021` is the first quarter of 2021."""
    if column is None or not _YEAR.fullmatch(column) or _YEAR.search(name):
        return row or column
    of_year = Setting(setting.frame._replace(year=int(column)))
    return _row_period(name.lower(), of_year) or column


def _row_period(name: str, setting: Setting) -> str | None:
    """A row that is named by its time (`Năm 2021`, `Quý I`, `9T/2023`)."""
    name = months_spelled_out(name)
    phrase = read_phrase(name, 0) if name and TIME_AT.match(name) else None
    return resolve(phrase, setting.frame) if phrase is not None and phrase.end >= len(name.rstrip(" .")) else None


def _name(name: str, column: Column, row_is_time: bool) -> str:
    """The row's name; with the column's head where the columns measure different things."""
    head = IN_PARENTHESES.sub("", column.heads).strip()
    cleaned = _PRICES.sub("", name).strip(" -+*:.")
    if row_is_time:
        return _with_capitals(head) if _SAYS_MORE.search(head) else cleaned
    measured = _measured(column)
    if measured:
        return _with_capitals(f"{measured[:1].upper()}{measured[1:]} {cleaned}".strip())
    if (
        column.kind == "level"
        and column.unit
        and column.period is None
        and column.status == "actual"
        and head
        and not has_words(head, "done")
    ):
        return f"{_with_capitals(head[:1].upper() + head[1:])} {cleaned}".strip()
    return cleaned


def _with_capitals(head: str) -> str:
    """A head as a name: `cpi so tháng trước` → `CPI so tháng trước`."""
    return _ACRONYMS.sub(lambda found: found[0].upper(), head)


_WHOLE = re.compile(r"[-–+]?\s?\d{1,3}(?:\.\d{3})*\s*|\s*\d+\s*")
_ACRONYMS = re.compile(
    r"(?<![^\W_])(?:cpi|iip|grdp|gdp|fdi|oda|bhyt|bhxh|htx|ocop|thcs|thpt|nsnn|ntm|qg|atgt|antt)(?![^\W_])"
)


def _measured(column: Column) -> str:
    """What the heads of two rows say a column measures: `Hộ nghèo đầu năm` over `Số hộ`, `Tỷ lệ`; `Tăng so cùng kỳ (%)` over `Vốn`."""
    if column.kind in ("level", "target") and (timed := _OUTER_MEASURE.fullmatch(column.heads)) is not None:
        return timed["outer"]
    if column.kind == "level":
        match = _INNER_MEASURE.match(IN_PARENTHESES.sub("", column.heads).strip())
        outer = clean(_YEAR_STARTS.sub("", match["outer"])).lower() if match is not None else ""
        if match is None or not outer:
            return ""
        return f"{match['inner'].removesuffix(outer.split()[0]).rstrip()} {outer}"
    match = _BEHIND_PERCENT.search(column.heads) if column.kind in ("growth", "change", "multiple") else None
    return match[1].strip() if match is not None else ""


_YEAR = re.compile(r"(?:19|20)\d\d")
_SAYS_MORE = re.compile(
    r"(?<![^\W\d_])(?!(?:kh|th|ck|dt|ước|kế|hoạch|thực|hiện|dự|toán|so|với|cùng|kỳ|năm|quý|tháng|cả)(?![^\W\d_]))[^\W\d_]{2,}"
)  # what a head says besides a time, and that its figures are planned, reached or compared
_UNIT_AT_END = re.compile(
    r"\((?:[^()]*, )?((?:(?:nghìn|ngàn|triệu|tỷ|tỉ) )?(?:đồng|vnđ|usd)|tấn|ha)(?:, ?%)?\)\s*:?\s*\Z"
)
_INNER_MEASURE = re.compile(r"(?P<outer>.+?) (?P<inner>(?:tổng )?số [^\W\d_]+|(?:tỷ|tỉ) (?:lệ|trọng))$")
# `Vốn đăng ký (tỷ đồng)` over `Năm 2022`, `Năm 2023`
_OUTER_MEASURE = re.compile(
    r"(?P<outer>(?:tổng )?(?:số|vốn|diện tích|sản lượng|năng suất|giá trị|doanh thu|tỷ lệ|tỉ lệ) [^\d()]{2,36}?)(?: ?\([^()]*\))? (?:(?:kh|th|ước th|kế hoạch|thực hiện) )?(?:năm|quý|tháng|\d\d? tháng) [^()]{1,24}"
)
_BEHIND_PERCENT = re.compile(r"\(%\) ((?!so |th |kh |ck|năm|quý|tháng|\d|cùng|kế hoạch|dự toán|thực hiện)[^()]+)$")
_FALL_HEAD = re.compile(r"(?:mức |số )?giảm\s*(?:\(|$)")
_LIST_MARK = re.compile(r"^(?:(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[A-Za-zđ])[.)]\s+)?(?:[Tt]rong đó\s?:\s+)?(?=\S)")
_PLANNED_ROW = re.compile(r"(?:tổng )?(?:kế hoạch|dự toán)(?: vốn| giao| chi| thu|$)(?! thực hiện)")
_YEAR_STARTS = re.compile(r"(?:đầu|cuối) năm(?: (?:19|20)\d\d)?")
_THOUSANDS = re.compile(r"(?:(?P<times>10?0?\.?000|100|10)|ng\.) ?(?=[^\W\d_])")  # `1.000 con`, `ng.lượt`
_PRICES = re.compile(r"\s?\((?:giá|theo giá|gss|tính theo|đơn vị)[^)]*\)", re.IGNORECASE)


_OF_GROWTH = ("% tăng", "tăng %", "% tăng/giảm")  # the unit of a row


_FALLS = frozenset(("-", "–", "−", "(", "giảm"))


def _cell(low: str, cell: Cell, column: Column, unit_words: str, name: str) -> Figure | None:
    """A cell's figure, or None where it holds none."""
    words = low[cell.start : cell.end]
    match = VALUE.match(words)
    if match is None:
        return None
    own = match["unit"].strip(" )")
    source = own if own and own not in ("/",) else unit_words
    if column.unit == "%" and not own:
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
        Span(cell.start + match.start("number"), cell.start + match.end("number")),
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
    if match["sign"] in _FALLS and figure.value_to is None:
        figure.value = -figure.value
        figure.start = start if match["sign"] == "giảm" else cell.start + match.start("sign")
        figure.end += match["sign"] == "(" and low.startswith(")", figure.end)
    elif figure.kind == "change" and _FALL_HEAD.match(column.heads):
        figure.value = -figure.value  # `Giảm (hộ)`
    grows = unit_words.strip().lower() in _OF_GROWTH or _GROWTH_ROW.match(name.lower().strip(" -+"))
    if (figure.kind == "level" and unit == "%" and grows) or (figure.kind == "change" and unit == "%" and column.unit):
        figure.kind = "growth"
    elif match["sign"] in ("tăng", "giảm") and figure.kind != "target":  # `Tăng 2,1%` below `So với cùng kỳ`
        figure.kind = "growth" if unit == "%" and "điểm" not in own else "change"
    elif figure.kind == "multiple" and unit == "%" and (match["sign"] or "điểm" in own):  # `+0,9 điểm %`, `+6,2`
        figure.kind = "change" if "điểm" in own else "growth"
    return figure


def _unit(words: str) -> tuple[str, Decimal, tuple[str, ...], bool]:
    """The unit that the words of a head or a cell name: unit, factor, denominators, whether it counts things."""
    words = words.strip().lower()
    if not words:
        return "", ONE, (), False
    thousands = _THOUSANDS.match(words)
    if thousands is not None and words not in ("1000đ", "1.000đ"):
        unit, factor, per, _ = _unit(words[thousands.end() :])
        return unit, factor * Decimal((thousands["times"] or "1000").replace(".", "")), per, False
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
