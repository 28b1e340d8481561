"""What a report says of itself: its title, its place and its period. Takes the head of the reading text; never looks at figures."""

from __future__ import annotations

import re
from collections import Counter

from muctieu.document.terms import own_term, terms_in
from muctieu.text.joined_periods import widest
from muctieu.text.letters import UPPER
from muctieu.text.periods import TimeFrame, read_phrase, resolve

_HEAD = 6000
_TITLE = re.compile(
    r"^[ \t]*(?:DỰ THẢO )?((?:BÁO CÁO|NGHỊ QUYẾT|KẾ HOẠCH|CHƯƠNG TRÌNH HÀNH ĐỘNG|ĐỀ ÁN|TỜ TRÌNH|THÔNG BÁO|QUYẾT ĐỊNH|Báo cáo|Nghị quyết)\b[^\n]*)$",
    re.MULTILINE,
)
_BODY_BEGINS = re.compile(
    r"^(?:thực hiện|căn cứ|kính gửi|phần|chương|mục [a-zđ\d]|[ivx]+[.\-]|\d+[.)]|hội đồng|trong |năm |ủy ban|ban |thi hành|-{2,}|_{2,}|\*|nhằm|sau )",
    re.IGNORECASE,
)
_DATE = re.compile(r"ngày\s+(?:\d{1,2}|…+|\.+)?\s*tháng\s+(?:\d{1,2}|…+|\.+)?\s*năm\s+((?:19|20)\d\d)")
_TIME_AT = re.compile(
    r"(?:\d{1,2} tháng|(?:hai|ba|\d) quý đầu|\d{1,2}t(?=[ /])|năm (?:19|20)|năm học|quý|tháng (?:\d|[^\W\d_]+)|(?<=từ )ngày \d|nhiệm k[ỳì]|giai đoạn|\d năm|(?<![\d/])(?:19|20)\d\d)"
)
_SITTING = re.compile(
    r"\(?(?:trình )?(?:tại )?kỳ họp (?:thứ|lần|thường|chuyên)"
)  # of a council, whose term is not the report's
_YEAR_OF_WORK = re.compile(r"(?<!từ )(?<!đến )(?:(?<!luật )|(?<=kỷ luật ))năm (?:19|20)\d\d(?=$|[,;.(]| và| của)")
_LAW = re.compile(r"(?<![^\W_])(?:bộ luật|(?<!pháp )(?<!kỷ )luật|pháp lệnh|hiến pháp)(?: [^\W\d_]+){0,7} $")
_YEARS_OF = re.compile(r"(?<!\d)(\d\d?) năm (?:thực hiện|triển khai|thi hành|vận hành|tổ chức)")
_PART_BEFORE_YEAR = re.compile(
    r"(?<![^\W_])(?:\d\d? tháng(?: đầu năm)?|quý (?:[ivx]+|[1-4])|tháng \d\d?)(?! ?/?(?:năm )?(?:19|20)\d)(?![^\W_])"
    r"(?:(?!(?:19|20)\d\d|nghị quyết|chỉ thị|quyết định)[^.])*?((?:19|20)\d\d)"
)
_STATES_FIGURE = re.compile(r"\d(?:\s?%|\s(?:tỷ|triệu|vạn|ha|tấn|tạ|km|hộ|người|đồng|xã|thôn|con)(?![^\W_]))")
_PLACE = re.compile(
    rf"(?:(?<![^\W_])(?<!SÁCH )(?<!HIỂM )(?<!BINH VÀ )(?<!TẾ - )(tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn|TỈNH|THÀNH PHỐ|THỊ XÃ|HUYỆN|QUẬN|XÃ|PHƯỜNG|THỊ TRẤN|Tỉnh|Thành phố|Huyện|Xã|Phường)) ((?:[{UPPER}][^\W\d_]*)(?: [{UPPER}][^\W\d_]*){{0,3}})"
)
_NO_NAME = re.compile(r"^(?:[Ủủ][Yy]|ỦY|Uỷ|UỶ)\s|(?:^|\s)(?:LẦN|Lần|KHÓA|Khóa|THỨ|NHIỆM|Nhiệm|ĐẠI|GIAI|NĂM|VỀ|VÀ).*$")
_KINDS = {"tỉnh": 0, "thành phố": 1, "thị xã": 1, "huyện": 1, "quận": 1, "xã": 2, "phường": 2, "thị trấn": 2}


def read_title(text: str) -> str | None:
    """The title: the line that names the kind of document and the lines that say on what.

    >>> read_title("UBND XÃ A\\nBÁO CÁO\\nKết quả năm 2022\\nThực hiện Công văn …")
    'BÁO CÁO Kết quả năm 2022'
    """
    match = _TITLE.search(text, 0, min(len(text), _HEAD))
    if match is None:
        return None
    words = match[1].strip()
    for line in text[match.end() : match.end() + 900].split("\n")[1:7]:
        line = line.strip()
        if not line:
            if len(words.split()) > 3:
                break
            continue
        if (_BODY_BEGINS.match(line) and len(words.split()) > 2) or len(line) > 260:
            break
        if len(words.split()) > 3 and _STATES_FIGURE.search(line):
            break  # the body begins with no heading
        words = f"{words} {line}"
        if line.endswith((".", ":", ";")):
            break
    return words[:600].strip(" .:-–*_")


def read_period(text: str, title: str | None) -> str | None:
    """The report's own period in SDMX form: of a term, a year, or a part of a year.

    >>> read_period("", "BÁO CÁO Kết quả 9 tháng đầu năm 2023")
    '2023-01/2023-09'
    >>> read_period("", "BÁO CÁO Tình hình quý III và 9 tháng năm 2023; nhiệm vụ quý IV năm 2023")
    '2023-01/2023-09'
    >>> read_period("", "BÁO CÁO CHÍNH TRỊ trình Đại hội đại biểu Đảng bộ huyện lần thứ IX, nhiệm kỳ 2025 - 2030")
    '2020/2025'
    """
    head = text[:_HEAD].lower()
    date = _DATE.search(head)
    year = int(date[1]) if date else None
    low = (title or "").lower()
    terms = terms_in(low + "\n" + head)
    low = _SITTING.split(low, 1)[0]
    of_term = title is None or "nhiệm kỳ" in low or "nhiệm kì" in low or "đại hội" in low
    term = own_term(low, head, terms) if of_term and not _YEAR_OF_WORK.search(low) else None
    if term is not None:
        return "{}/{}".format(*term)
    year = _year_of_parts(low) or year
    frame = TimeFrame(None, year, None)
    at = 0
    while (match := _TIME_AT.search(low, at)) is not None:
        at = match.end()
        phrase = read_phrase(low, match.start())
        if (
            phrase is None
            or low.endswith(("giá so sánh ", "giá "), 0, match.start())
            or (phrase.form == "year" and _LAW.search(low[: match.start()]))
        ):
            continue
        at = max(at, phrase.end)
        if phrase.form in (
            "year",
            "span",
            "firstmonths",
            "baremonths",
            "quarter",
            "month",
            "half",
            "days",
            "daysacross",
            "academic",
        ):
            if phrase.form == "baremonths" and not phrase.first and year is None:
                continue
            value = resolve(widest(phrase, low, of_work="nhiệm vụ" in low), frame)
            if value is not None:
                return value
    several = _YEARS_OF.search(low)
    if several is not None and year is not None and 1 < int(several[1]) <= 30:
        return (
            f"{year - int(several[1])}/{year}"  # `sơ kết 5 năm thực hiện Chỉ thị`, by the year that the report is dated
        )
    if terms:
        first, last = min(terms)
        return f"{first}/{last}"
    return None


def _year_of_parts(low: str) -> int | None:
    """`9 tháng đầu năm và nhiệm vụ 3 tháng cuối năm 2023`, `quý I, phương hướng những tháng còn lại năm 2024`: the year named later is that of the first part too."""
    match = _PART_BEFORE_YEAR.search(low)
    return int(match[1]) if match is not None else None


def read_place(text: str, title: str | None) -> str | None:
    """The place whose report it is: the innermost one that the letterhead, the title and the opening name most often.

    >>> read_place("UBND HUYỆN A LƯỚI\\nhuyện A Lưới có 18 xã. Huyện A Lưới giáp", None)
    'huyện A Lưới'
    >>> read_place("UBND PHƯỜNG TRÀ CỔ\\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", None)
    'phường Trà Cổ'
    """
    counts: Counter[tuple[str, str]] = Counter()
    head = text[:_HEAD]
    for source, weight in ((title or "", 4), (head[:400], 3), (head, 1)):
        for match in _PLACE.finditer(source):
            kind = match[1].lower()
            name = _NO_NAME.sub("", match[2])
            if not name or name.casefold().startswith("hội chủ"):  # the motto: CỘNG HÒA XÃ HỘI CHỦ NGHĨA …
                continue
            name = name.title() if name.isupper() and len(name) > 3 else name
            counts[kind, name] += weight
    if not counts:
        return None
    most = max(counts.values())
    kind, name = max(
        (key for key, count in counts.items() if count * 2 >= most),
        key=lambda key: (_KINDS.get(key[0], 0) if counts[key] * 2 >= most else -1, counts[key]),
    )
    return f"{kind} {name}"
