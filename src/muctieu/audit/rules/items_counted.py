"""`tally` of any things that are counted and then named, in words, in lines or in a table's rows: `04 sản phẩm OCOP: mật ong Tân An, chè Suối Mây, …`, `khởi công 6 công trình, chi tiết như sau:` and a table of four.

Formula: a count = the names that follow it, parted by commas, semicolons and `và`, by whichever way of parting it fits. The names must look like names: each has a word with a capital or a number, or all begin with
one word. A list that is open (`như`, `v.v.`), of which a figure says more, or in which the count itself is far from what is named, raises nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.counts import is_counted, is_open_ended, is_own
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Grid, Ledger, Sentence
from muctieu.audit.named_places import is_place
from muctieu.audit.verdict import verdict_in
from muctieu.text.lexicon import lexicon, words_pattern
from muctieu.values.interval import Interval
from muctieu.values.span import Span

_OPENS = re.compile(
    r"[^.;:()\n]{0,70}?(?:\(\s*(?:gồm |bao gồm |là )?|\)?\s*:\s|,?\s\b(?:gồm có|bao gồm|gồm|đó là|cụ thể là|là)\b\s*:?\s)"
)
_OPENING = ("(", ":", "gồm", "là")
_TELLS_ALL = re.compile(r"\b(?:gồm|là|cụ thể)\b|^[^.;()]{0,40}:\s$")
_ENDS = re.compile(r"[.\n](?!\d)|\)")
_GOES_ON = re.compile(
    r"[.\s]*(?:đó là|cụ thể(?: là)?|gồm|bao gồm|các (?P<noun>[^\W\d]+(?: [^\W\d]+)?) (?:đó|này|trên|ấy)[^.;:\n\d]{0,50}?)\s?:\s"
)
_ASIDE = re.compile(r"\([^()\n]{0,40}\)")
_PARTS = re.compile(r"[,;]|\s+(?:và|cùng)\s+")
_LINE = re.compile(r"[ \t]*(?P<mark>[-+*•–]|\(?(?:\d{1,2}|[a-zđ])[.)])[ \t]*\S[^\n]*")
_WORDED = re.compile(
    rf"(?P<number>hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?P<noun>giải pháp|môn|đội tuyển|{words_pattern(lexicon('nouns')['counted'])})\b[^.;:()\n\d]{{0,60}}? (?:là|gồm|bao gồm)\s"
)
_HEADS = re.compile(
    r"(?P<number>hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?P<noun>dự án|công trình|xã|chỉ tiêu|nhiệm vụ|giải pháp|tiêu chí|trường|hạn chế|tồn tại|nguyên nhân|bài học(?: kinh nghiệm)?)\b[^.;:\n\d]{0,80}(?:\d{4}[^.;:\n\d]{0,80})?:[ \t]*\n"
)
_FEW = re.compile(
    r"(?P<number>hai|ba|bốn|năm|sáu) (?P<noun>(?:khâu )?đột phá|trụ cột|(?:chương trình|nhiệm vụ) trọng tâm)(?: chiến lược)?\s?(?::|là|gồm)\s"
)
_NUMBER_ENDS = re.compile(r"(?:hai|ba|bốn|năm|sáu) (?:khâu |chương trình |nhiệm vụ )?$")
_REST = re.compile(
    r"các (?P<noun>[^\W\d]+(?: [^\W\d]+)?) (?:còn lại )?(?:còn )?(?:chưa|không) (?:đạt|hoàn thành)[^.;:()\n\d]{0,40}?(?:\s(?:gồm|là|bao gồm|gồm có)\b:?|:)\s"
)
_NUMBERS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_CAPITALS = tuple(re.compile(f"{number[0].upper()}(?i:{number[1:]}) ") for number in _NUMBERS[1:])
_BELOW = re.compile(
    r"\b(?:bảng kèm theo|biểu kèm theo|như sau|sau đây|dưới đây|cụ thể|danh sách|danh mục|bảng \d+|biểu \d+)\b"
)
_TOTAL = ("tổng", "cộng", "trong đó")
_SORTS = ("khoản", "mặt", "sắc", "ngành", "nhóm")
_NUMBERED = re.compile(r"\b(?:khu|(?<!tổng )số|tổ|thôn|ấp|khóm|quốc lộ|tỉnh lộ|đường|lô)\s*$")
"""Before a number that names a place (`nhà văn hóa khu 5 phường Lê Lợi`)."""
_LONG_SORT, _BRIEF = 10, 7
_RATED = ("kV", "kW", "MW", "kWp", "MWp", "kVA")
"""What tells one work from another (`trạm biến áp 110 kV Đông Hà`)."""
_FEWEST, _MOST, _ROOM, _LONGEST, _LONG_NAME = 2, 30, 2, 500, 12
_LONG_CLAUSE = 25


def check(ledger: Ledger) -> Iterator[Check]:
    """Every count with what it counts after it."""
    for sentence in ledger.sentences:
        for at, figure in enumerate(sentence.figures):
            if figure.cell is not None or not figure.is_count or not _FEWEST <= figure.value <= _MOST:
                continue
            if figure.kind not in ("level", "part", "target") or figure.claim.comparator != "eq" or figure.claim.per:
                continue
            if not is_place(figure):
                yield from _named(ledger, sentence, at)
            if at == len(sentence.figures) - 1:
                yield from _lines(ledger, sentence, figure)
                yield from _next(ledger, sentence, figure)
    for first, grid in _before_tables(ledger):
        yield from _rows(ledger, first, grid)
    yield from _in_words(ledger)
    yield from _rest_named(ledger)


def _found(figure: Figure, count: int, span: Span) -> Check:
    """The check of a count."""
    fits = figure.value == count
    expected = Interval.exactly(count)
    words = (span,)
    return Check("tally", (figure,), fits, "warning", None, words, figure.value, expected, "tally_list", weak=True)


def _named(ledger: Ledger, sentence: Sentence, at: int) -> Iterator[Check]:
    """The names in its sentence."""
    figure = sentence.figures[at]
    start = figure.claim.end
    words = ledger.words(start, min(sentence.end, start + 120))
    if not any(mark in words for mark in _OPENING):
        return
    opened = _OPENS.match(ledger.lower, start, min(sentence.end, start + 120))
    told = ledger.between(start, opened.end()) if opened is not None else []
    if opened is None or not all(f.is_share or f.claim.comparator in ("ge", "le") for f in told):
        return  # `03 dự án đã giải ngân hết 100% vốn là …`, `05 mặt hàng trên 100 triệu USD là …`
    bracketed = "(" in opened[0]
    begin = opened.end()
    if ledger.lower.startswith("một là", begin):
        return  # told one by one
    stretch = ledger.text[begin : min(sentence.end + 1, begin + _LONGEST)]
    if not bracketed:
        stretch = _ASIDE.sub(lambda aside: " " * len(aside[0]), stretch)
    ends = _ENDS.search(stretch)
    end = begin + ends.start() if ends is not None else min(sentence.end, begin + _LONGEST)
    if ends is not None and (ends[0] == ")") != bracketed:
        return
    figures = [f for f in ledger.between(begin, end) if f.unit not in _RATED and not _NUMBERED.search(f.before)]
    if figures:  # `04 cây cầu: Rạch Sung, Vàm Trà, Bến Đò; mở mới 03 tuyến đường`
        end = max(begin, _last_end(ledger, begin, figures[0].claim.start))
    yield from _listed(ledger, figure, Span(begin, end), told=_TELLS_ALL.search(opened[0]) is not None)


def _listed(ledger: Ledger, figure: Figure, span: Span, *, told: bool = True) -> Iterator[Check]:
    """The count against the names of a stretch, where none of the ways to part them fits."""
    counts = _counted(ledger, figure, span.start, span.end, told=told)
    if counts is None or figure.value in counts:
        return
    nearest = min(counts, key=lambda count: abs(count - int(figure.value)))
    if abs(nearest - figure.value) <= _ROOM:
        yield _found(figure, nearest, span)


def _last_end(ledger: Ledger, start: int, figure: int) -> int:
    """Where the names end before a figure says more: at its semicolon, or at the comma behind which words in small letters go on (`gồm An Mỹ và Bình Trung, tổng diện tích 138 ha`)."""
    semicolon = ledger.text.rfind(";", start, figure)
    comma = ledger.text.rfind(", ", start, figure)
    own = comma >= 0 and ledger.text[start : start + 1].isupper() and ledger.text[comma + 2].islower()
    return comma if semicolon < 0 and own else semicolon


def _counted(ledger: Ledger, figure: Figure, start: int, end: int, *, told: bool) -> set[int] | None:
    """The numbers of names that there may be; none where they are no names. Words that say that all are `told` make brief items names."""
    words = ledger.text[start:end].strip()
    if is_open_ended(ledger.lower[figure.claim.end : end]):
        return None
    marked = [item.strip() for item in words.split(";") if item.strip()]
    of_names = len(marked) > 1 and "," in marked[0] and marked[0][0].isupper() and marked[1][0].islower()
    if of_names and len(marked[1].split()) > _LONG_NAME:
        words, marked = marked[0], marked[:1]  # `là Nà Cáy - Huổi Hoa, Pa Thin - Phiêng Hụa; hai bên thường xuyên …`
    items = [item.strip() for item in _PARTS.split(words) if item.strip()]
    longest = max((len(item.split()) for item in (marked if len(marked) > 1 else items)), default=99)
    named = _are_names(items) or (figure.unit[1:-1].split()[0] in _SORTS and longest <= _LONG_SORT)
    if not named and is_counted(figure.unit):
        judged = verdict_in(ledger.lower[figure.claim.end : start]) or verdict_in(figure.before[-20:])
        named = judged is not None and judged.judgement == "missed" and longest <= _LONG_SORT
    named = named or (told and _are_brief(items, int(figure.value)))
    clauses = told and len(marked) > _FEWEST and longest <= _LONG_CLAUSE
    if len(items) < _FEWEST or ((longest > _LONG_NAME or not named) and not clauses):
        return None
    if len(marked) > 1 and told and longest <= _LONG_CLAUSE and len(marked) > _FEWEST:
        return {len(marked)}
    if len(marked) > 1:
        of_first = len(_PARTS.split(marked[0]))  # `03 tuyến: A, B, C; xóa điểm tập kết rác`
        return {len(marked), len(items), of_first if of_first > 1 else len(marked)}
    commas = len([item for item in words.split(",") if item.strip()])
    noun = ledger.lower[figure.claim.start : start].split(":")[0].split()
    joined = len(items) == commas + 1 and len(_PARTS.split(words.rsplit(",", 1)[-1])) > 1
    if commas <= 1 or is_counted(figure.unit) or (joined and is_own(items, noun)):
        return {len(items)}  # `Vàm Trà, Bến Đò và cầu Kinh Mới`: the last is one of its own
    return {commas, len(items)}


def _are_names(items: list[str]) -> bool:
    """Has each a capital after its first letter, or a number (of brief ones three of five); or do all begin alike?"""
    if len({item.split()[0].lower() for item in items}) == 1:
        return all(len(item.split()) > 1 for item in items)
    named = [item[-1].isdigit() or any(c.isupper() or c.isdigit() for c in item[1:]) for item in items]
    brief = len(items) > _FEWEST and all(1 < len(item.split()) <= _BRIEF for item in items)
    return all(named) or (brief and sum(named) * 5 >= len(named) * 3)


def _are_brief(items: list[str], value: int) -> bool:
    """Are they three or more items of two words to a name's length, one more or fewer than was counted, however they are parted?"""
    brief = all(1 < len(item.split()) <= _LONG_SORT for item in items)
    return brief and len(items) > _FEWEST and abs(len(items) - value) == 1


def _lines(ledger: Ledger, sentence: Sentence, figure: Figure) -> Iterator[Check]:
    """The lines of one kind under a line that ends in a colon, or is `Danh sách …`."""
    line = ledger.text.find("\n", figure.claim.end)
    if line < 0 or not ledger.text[figure.claim.end : line].rstrip().endswith(":"):
        return
    if is_open_ended(ledger.lower[figure.claim.end : line]) or "danh " not in ledger.lower[sentence.start : line]:
        return
    marks: list[str] = []
    at = line + 1
    while (item := _LINE.match(ledger.lower, at)) is not None:
        marks.append("dash" if item["mark"] in "-+*•–" else "number")
        at = item.end() + 1
    if len(marks) >= _FEWEST and len(set(marks)) == 1 and abs(len(marks) - figure.value) <= _ROOM:
        yield _found(figure, len(marks), Span(line + 1, at - 1))


def _next(ledger: Ledger, sentence: Sentence, figure: Figure) -> Iterator[Check]:
    """`ban hành 05 nghị quyết chuyên đề. Các nghị quyết đó đề cập đến: …; …; …`: items parted by semicolons in the sentence that goes on from the count."""
    told = _GOES_ON.match(ledger.lower, sentence.end, min(len(ledger.text), sentence.end + 140))
    if told is None or (told["noun"] and not figure.unit[1:-1].startswith(told["noun"].split()[0])):
        return
    end = _ENDS.search(ledger.text, told.end(), told.end() + _LONGEST)
    words = ledger.text[told.end() : end.start()] if end is not None else ""
    if ";" not in words and not told["noun"]:
        yield from _listed(ledger, figure, Span(told.end(), told.end() + len(words)))
        return
    items = [item for item in words.split(";") if item.strip()]
    if len(items) < _FEWEST + 1 or is_open_ended(words.lower()) or ledger.between(told.end(), told.end() + len(words)):
        return
    if max(len(item.split()) for item in items) > _LONG_NAME:
        return
    counts = {len(items), len(items) + (" và " in items[-1])}
    nearest = min(counts, key=lambda count: abs(count - int(figure.value)))
    if abs(nearest - figure.value) <= _ROOM:
        yield _found(figure, nearest, Span(told.end(), told.end() + len(words)))


def _before_tables(ledger: Ledger) -> Iterator[tuple[Figure, Grid]]:
    """The last count of the paragraph right above a table, or right after it, that speaks of it."""
    for grid in ledger.grids:
        before = ledger.last_before(grid.table.start)
        if before is not None and before.cell is None and _is_above(ledger, before, grid):
            yield before, grid
        for after in ledger.between(grid.table.end, grid.table.end + 200)[:2]:
            if after.cell is None and re.match(
                r"[^.;()]{0,30}\((?:chi tiết |theo )?(?:tại )?(?:bảng|biểu)\b", ledger.after(after, 50)
            ):
                yield after, grid


def _is_above(ledger: Ledger, before: Figure, grid: Grid) -> bool:
    """Do the words between the count and the table right below say that it is listed there?"""
    start, end = before.claim.end, grid.table.start
    return ledger.text.count("\n", start, end) <= _FEWEST and _BELOW.search(ledger.lower, start, end) is not None


def _rows(ledger: Ledger, figure: Figure, grid: Grid) -> Iterator[Check]:
    """A count against the rows of a table whose head names what it counts."""
    nouns = [" ".join(noun.split()[:2]) for noun in figure.unit[1:-1].split(",") if noun.strip()]
    labels = [row.label for row in grid.rows if row.label and not row.label.startswith(_TOTAL)]
    alike = sum(label.startswith(tuple(nouns)) for label in labels) * 5 >= len(labels) * 4
    named = any(figure.unit[1:-1].split(",")[0] in head for head in grid.heads.values()) or alike
    if not figure.is_count or not named or figure.claim.comparator != "eq":
        return
    below = ledger.lower[figure.claim.end : grid.table.start]
    if is_counted(figure.unit) and (_BELOW.search(below) is None or verdict_in(f"{figure.before} {below[:60]}")):
        return  # some of them
    rows = [row for row in grid.rows if row.label and (row.mark or not row.label.startswith(_TOTAL))]
    numbered = [row for row in rows if row.mark.rstrip(".").isdigit()]
    if (
        len(rows) != len(numbered)
        or not rows
        or [int(r.mark.rstrip(".")) for r in rows] != list(range(1, len(rows) + 1))
    ):
        return
    if abs(figure.value - len(rows)) <= _ROOM:
        yield _found(figure, len(rows), Span(rows[0].label_span.start, rows[-1].label_span.end))


def _rest_named(ledger: Ledger) -> Iterator[Check]:
    """`đạt 15/19 tiêu chí; các tiêu chí chưa đạt gồm A, B, C, D`: all but what was reached is named."""
    for part, opened in _rests(ledger):
        if part.claim.whole is None or not part.unit[1:-1].startswith(opened["noun"]):
            continue
        ends = _ENDS.search(ledger.text, opened.end(), opened.end() + _LONGEST)
        end = ends.start() if ends is not None else min(len(ledger.text), opened.end() + _LONGEST)
        words = ledger.text[opened.end() : end]
        items = [item for item in (words.split(";") if ";" in words else _PARTS.split(words)) if item.strip()]
        if is_open_ended(words.lower()) or ledger.between(opened.end(), end) or len(items) < _FEWEST:
            continue
        commas = len([item for item in words.split(",") if item.strip()])
        rest = int(part.claim.whole - part.value)
        if rest > 0 and abs(rest - len(items)) <= _ROOM and max(len(item.split()) for item in items) <= _LONG_NAME:
            fits = rest in (len(items), commas)
            span, expected = Span(opened.end(), end), Interval.exactly(int(part.claim.whole) - len(items))
            yield Check("tally", (part,), fits, "warning", None, (span,), part.value, expected, "tally_rest", weak=True)


def _rests(ledger: Ledger) -> Iterator[tuple[Figure, re.Match[str]]]:
    """The parts of a whole with what is said of the others near them, before the next figure ends and in one line."""
    for part in ledger.figures:
        if part.kind != "part" or part.claim.whole is None or part.cell is not None:
            continue
        start = part.claim.end
        line = ledger.text.find("\n", start, start + _LONGEST // 3)
        end = line if line >= 0 else start + _LONGEST // 3
        at = ledger.lower.find("các ", start, end + len("các "))
        while 0 <= at <= end and ledger.last_before(at) is part:
            opened = _REST.match(ledger.lower, at)
            if opened is not None:
                yield part, opened
            at = ledger.lower.find("các ", at + len("các "), end + len("các "))


def _in_words(ledger: Ledger) -> Iterator[Check]:
    """`Bốn dự án chậm tiến độ là A, B và C`: a number in words."""
    for at in sorted({*_capitals(ledger), *_few(ledger)}):
        begins = at == 0 or ledger.text[at] != ledger.lower[at]  # a sentence's first word
        told = (_WORDED.match(ledger.lower, at) if begins else None) or _FEW.match(ledger.lower, at)
        if told is not None and not ledger.lower[at - 1 : at].isalnum():
            yield from _numbered(ledger, told)
        elif begins:
            yield from _lined(ledger, at)


def _capitals(ledger: Ledger) -> Iterator[int]:
    """Where a number in words begins with a capital."""
    for number in _CAPITALS:
        yield from (match.start() for match in number.finditer(ledger.text))


def _few(ledger: Ledger) -> Iterator[int]:
    """Where a number in words stands before what there are few of, which is rarer."""
    for thing in ("đột phá", "trụ cột", "trọng tâm"):
        for at in ledger.places(thing):
            number = _NUMBER_ENDS.search(ledger.lower, max(0, at - _LONG_CLAUSE), at)
            if number is not None:
                yield number.start()


def _lined(ledger: Ledger, at: int) -> Iterator[Check]:
    """`Bốn chỉ tiêu khó hoàn thành được chỉ rõ:` and the lines under it, all of one mark."""
    told = _HEADS.match(ledger.lower, at)
    if told is None or is_open_ended(told[0]):
        return
    marks: list[str] = []
    start = end = told.end()
    while (item := _LINE.match(ledger.lower, end)) is not None:
        marks.append("dash" if item["mark"] in "-+*•–" else "number")
        end = item.end() + 1
    number = _NUMBERS.index(told["number"]) + 1
    if len(set(marks)) != 1 or not 0 < abs(len(marks) - number) <= _ROOM:
        return
    spans = (Span(told.start("number"), told.end("number")), Span(start, end - 1))
    facts: dict[str, object] = {"stated": f"{told['number']} {told['noun']}"}
    expected = Interval.exactly(len(marks))
    yield Check("tally", (), False, "warning", None, spans, Decimal(number), expected, "tally_list", facts, weak=True)


def _numbered(ledger: Ledger, told: re.Match[str]) -> Iterator[Check]:
    """One number in words with the names after it, which are fewer."""
    number = _NUMBERS.index(told["number"]) + 1
    end = _ENDS.search(ledger.text, told.end(), told.end() + _LONGEST)
    words = ledger.text[told.end() : end.start() if end is not None else told.end() + _LONGEST]
    words = words if "(" not in words else ""  # what is told of each is of another form
    items = [item.strip() for item in (words.split(";") if ";" in words else _PARTS.split(words)) if item.strip()]
    most = max(len(items), len([item for item in words.split(",") if item.strip()]))
    short = items and max(len(item.split()) for item in items) <= _LONG_NAME
    if len(items) < _FEWEST or not short or is_open_ended(words.lower()) or number != most + 1:
        return
    spans = (Span(told.start("number"), told.end("number")), Span(told.end(), told.end() + len(words)))
    facts: dict[str, object] = {"stated": f"{told['number']} {told['noun']}"}
    expected = Interval.exactly(most)
    yield Check("tally", (), False, "warning", None, spans, Decimal(number), expected, "tally_list", facts, weak=True)
