"""A document → its claims. The page to read first in this room; everything else here is called from it.

    number candidates → sentence → tokens → figures (kind, period, basis …) → names → claims

Only sentences that hold a digit (or a number word that is a measure) are ever looked at.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import count

from muctieu.claims.announced_units import announced_at, announced_units
from muctieu.claims.candidates import candidates
from muctieu.claims.carried_time import Days, told_before
from muctieu.claims.claim import Claim
from muctieu.claims.figures import Figure
from muctieu.claims.item_marks import end_of_mark
from muctieu.claims.item_units import scale_of, unit_of_item
from muctieu.claims.lead_ins import LeadIns
from muctieu.claims.loose_notes import loose_notes
from muctieu.claims.naming import name_figures
from muctieu.claims.openings import opening_name
from muctieu.claims.packed import held
from muctieu.claims.sentence import SentenceReader
from muctieu.claims.set_clauses import opens_with_aims
from muctieu.claims.settings import Settings
from muctieu.claims.shared_names import share_with_last
from muctieu.claims.state import Setting
from muctieu.claims.tables import read_table
from muctieu.claims.tokens import DEGREE, DOING, LAST_OF_ITEM, LISTED, Token, read_tokens
from muctieu.document.document import Document, Section
from muctieu.document.layout import Note, Table
from muctieu.document.sentences import Sentences
from muctieu.text.brackets import round_brackets
from muctieu.text.goal_marks import with_goals_marked
from muctieu.text.periods import TimeFrame, is_school_year
from muctieu.text.spaced_numbers import with_groups_closed
from muctieu.text.units import read_unit
from muctieu.values.span import Span

_MARKED = re.compile(r"(?<![\d.,/])\d{1,3}(?:[.,]\d+)+(?![\d/])")
_BARE_YEAR = re.compile(r"(?:19|20)\d\d (?![^\W\d_]*(?:tỷ|triệu|hộ|người|ha|tấn))")


_OPENING = 3000  # letters from a report's beginning within which it introduces the place
_LIKENESS = re.compile(
    r"(?<![^\W_])là (?:một )?(?:trong những )?(?:xã|huyện|phường|thị trấn|thị xã|quận|tỉnh|thành phố|địa phương|địa bàn)(?![^\W_])|nằm (?:ở|phía|cách|về|trọn|giữa|trên)|có vị trí|cách (?:trung tâm|huyện lỵ|tỉnh lỵ|thành phố)|tổng diện tích tự nhiên|diện tích tự nhiên"
)
_STRIVES = re.compile(r"[\s\W]{0,6}(?:(?:năm|đến năm|đến cuối năm|đến hết năm) (?:19|20)\d\d,? )?phấn đấu(?![^\W_])")
_BEHIND_THE_REPORT = ("\nnơi nhận", "\nphụ lục", "\nphụ biểu")
_MIDWAY = re.compile(r"giữa (?:nhiệm )?k[ỳì]|nửa (?:đầu )?nhiệm k[ỳì]|sơ kết")
_DATED = re.compile(r"ngày\s+(?:\d{1,2}|…+|\.+)?\s*tháng\s+(\d{1,2})\s*năm\s+((?:19|20)\d\d)")


def time_frame(document: Document) -> TimeFrame:
    """The report's own time, from its period: a term of several years, or a year or a part of one."""
    period = document.period
    if period is None:
        return TimeFrame()
    first, _, last = period.partition("/")
    if last and len(first) == 4 and not is_school_year(period):
        year = int(last)
        if (
            _MIDWAY.search((document.title or "").lower())
            and (date := _DATED.search(document.text, 0, 2000)) is not None
        ):
            written = int(date[2]) - (int(date[1]) <= 2)  # a review of January tells of the year before
            year = written if int(first) <= written < year else year
        return TimeFrame(period, year, (int(first), int(last)))
    return TimeFrame(period, int((last or first)[:4]), None)


def read_claims(document: Document) -> Sequence[Claim]:
    """Every figure of the document as a claim, in reading order: a tuple, or `PackedClaims` where they are very many."""
    return held(iter_claims(document))


def iter_claims(document: Document) -> Iterator[Claim]:
    """As `read_claims`, each claim as soon as its sentence or table has been read; those that went by are not held."""
    return _Reader(document).read()


class _Reader:
    """One reading of one document. It holds the claims of the last sentence, and those that a footnote's mark stands behind."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = _with_parentheses(document.text)
        self.low = lowered(self.text)
        self.frame = time_frame(document)
        self.settings = Settings(document, self.low, self.frame)
        self.sentences = Sentences(document.text, document.tears)
        self.note_starts = [note.start for note in document.footnotes]
        self.loose_notes = loose_notes(self.low)
        self.count = 0
        self.last: list[Claim] = []
        self.anchors = sorted({note.anchor for note in document.footnotes if note.anchor is not None})
        self.anchored: dict[int, Claim] = {}
        self.lead_ins = LeadIns(self.low, self.settings)
        self.days = Days()
        self.announced = announced_units(self.low)

    def read(self) -> Iterator[Claim]:
        """Sentence by sentence, table by table."""
        tables = iter(self.document.tables)
        table = next(tables, None)
        low = self.low
        done = start = 0
        places: list[int] = []
        for at in self._candidates():
            if at < done and places:
                places.append(at)
                continue
            if places:
                yield from self._sentence(start, done, places)
                places = []
            while table is not None and table.start <= at:
                yield from self._table(table)
                done = table.end
                table = next(tables, None)
            if at < done:
                continue
            if (
                low[at + 4 : at + 5] == " "
                and low[at - 1] in " -–/"
                and _BARE_YEAR.match(low, at)
                and not low.endswith(("là ", "ạt ", *DEGREE, *DOING), 0, at)
            ):
                continue
            begin, end = self.sentences.at(at)
            start = begin if begin > done else done
            done = end if table is None else min(end, table.start)
            places = [at]
        if places:
            yield from self._sentence(start, done, places)
        while table is not None:
            yield from self._table(table)
            table = next(tables, None)

    def _candidates(self) -> array[int]:
        """Where figures may stand; under a title that gives a unit (`ĐVT: triệu đồng`) every number that has a decimal or grouping mark, or ends a line of a list."""
        places = candidates(self.low)
        more = [
            match.start(match.lastgroup or 0)
            for section in self.document.sections
            if "đvt" in (title := self.low[section.start : self.low.find("\n", section.start)]) or "đơn vị" in title
            if self.settings.at(section.start)[1].unit
            for match in (
                *_MARKED.finditer(self.low, section.start, section.end),
                *LAST_OF_ITEM.finditer(self.low, section.start, section.end),
                *LISTED.finditer(self.low, section.start, section.end),
            )
        ]
        more += [place for listed in self.announced for place in listed.places]
        return array("L", sorted({*places, *more})) if more else places

    def _sentence(self, start: int, end: int, places: list[int]) -> list[Claim]:
        """Reads the sentence, in which figures may stand at `places`."""
        if _tells_time_only(self.low, places):
            return []
        at = places[0]
        note = self._note_at(at)
        anchor = None
        if note is not None:
            anchor, start = self._before_mark(note), max(start, note.start)
        section, setting = self._setting(at, note, start, end)
        begin = end_of_mark(self.low, start)
        listed = announced_at(self.announced, places[-1])
        bare = note is None and not setting.unit and listed is None
        above = unit_of_item(self.low, start, places[0], self.last) if bare else None
        bare_too = bool(setting.unit) or above is not None
        tokens = read_tokens(
            self.text, self.low, begin, end, places, bare_too, listed.places if listed is not None else ()
        )
        if anchor is not None:
            if listed is None:
                _lend_unit(tokens, anchor.unit, anchor.per, read_unit(self.low, anchor.number.end).factor)
            else:
                _lend_unit([token for token in tokens if token.start >= listed.start], *_unit_of(listed.unit))
            if note is not None and start == note.start and _parts_anchor(self.low, start, tokens, anchor):
                setting = setting.within(anchor.period)
        elif listed is not None:
            _lend_unit([token for token in tokens if token.start >= listed.start], *_unit_of(listed.unit))
        elif above is not None:
            _lend_unit(tokens, above.unit, above.per, scale_of(self.low, above))
        elif setting.unit:
            unit = read_unit(setting.unit, 0)
            _lend_unit(tokens, unit.unit or "VND", unit.per, unit.factor)
        reader = SentenceReader(self.text, self.low, begin, end, tokens, setting)
        whole = self._parted(start) if note is None or (self.last and self.last[-1].start > note.start) else None
        if whole is not None:
            reader.go_on_from(whole.period, whole.status == "estimated", self._basis_of_differences(whole))
        figures = reader.read()
        if not figures:
            return []
        if note is None and reader.lead_period is not None:
            self.days.tell(self.low, start, reader.lead_period, section)
        name_figures(
            self.text, self.low, figures, tokens, anchor.indicator if anchor is not None else self._topic(start)
        )
        if len(figures) > 2 and len(self.last) > 2 and self.low.find("\n", self.last[-1].end, start) < 0:
            share_with_last(self.low, figures, self.last)
        if anchor is not None and anchor.kind == "growth":
            _grow_as_anchor(figures, anchor)
        if anchor is not None and figures[0].period is None and figures[0].indicator == anchor.indicator:
            figures[0].period = anchor.period
        span = _made(Span, (start, end))
        path = section.path if section is not None else None
        number = note.number if note is not None else None
        return self._keep(figures, [span] * len(figures), path, number)

    def _setting(self, at: int, note: Note | None, start: int, end: int) -> tuple[Section | None, Setting]:
        """The section in which the sentence stands, and what its figures take from there and from the sentences before."""
        section, setting = self.settings.at(at if note is None or note.anchor is None else note.anchor)
        if (note is None and at > self.loose_notes) or (note is not None and note.anchor is None):
            setting = self.settings.default
            setting = setting.reported(None) if setting.planned else setting
        elif note is None:
            setting = self.lead_ins.at(at) or setting
        if setting.period is not None and not setting.planned and self._describes(start):
            setting = setting.within(None)
        else:
            setting = self.days.at(start, setting)
        strives = _STRIVES.match(self.low, start) and self.low.find(" đã ", start, end) < 0
        if not setting.planned and (strives or opens_with_aims(self.low, start, setting.frame.year)):
            setting = Setting(setting.frame, setting.period, True, setting.term_ahead, setting.unit)
        return section, told_before(self.low, start, end, setting, self.last) if self.last else setting

    def _keep(self, figures: list[Figure], spans: list[Span], path: str | None, number: int | None) -> list[Claim]:
        """The claims of figures, each with its sentence's span; remembered for what follows and for the notes whose mark stands here."""
        if not figures:
            return []
        text = self.document.text
        claims = [
            _claim(place, text, figure, span, path, number)
            for place, figure, span in zip(count(self.count + 1), figures, spans, strict=False)
        ]
        self.count += len(claims)
        self.last = claims
        if self.anchors:
            first = bisect_left(self.anchors, claims[0].start)
            for anchor in self.anchors[first : bisect_right(self.anchors, claims[-1].sentence.end)]:
                self.anchored[anchor] = claims[bisect_right(claims, anchor, key=_start) - 1]
        return claims

    def _parted(self, start: int) -> Claim | None:
        """`Tổng nguồn vốn đến 30/6 đạt 642 tỷ đồng. Trong đó: …`: the first figure of the sentence before one that parts it."""
        if not self.last or not (_PARTS_BEFORE.match(self.low, start) or _GOES_ON.match(self.low, start)):
            return None
        before = self.last[-1].sentence
        if not 0 <= start - before.end <= 2:
            return None
        told = self.last[bisect_right(self.last, before.start - 1, key=_start) :]
        grows = _PARTS_GROW.match(self.low, start) is not None  # `tốc độ tăng 11%/năm. Trong đó công nghiệp tăng 14%`
        return next((one for one in told if grows and one.kind == "growth"), told[0])

    def _basis_of_differences(self, whole: Claim) -> str | None:
        """What the whole's own rise is measured from (`đạt 642 tỷ đồng, tăng 5% so với cùng kỳ. Trong đó: …`), where one period is."""
        first = bisect_right(self.last, whole.sentence.start - 1, key=_start)
        bases = {one.basis for one in self.last[first:] if one.kind in ("growth", "change")}
        return bases.pop() if len(bases) == 1 else None

    def _describes(self, start: int) -> bool:
        """`Huổi Pha là xã vùng III, cách huyện lỵ 64 km … Toàn xã có 6 bản, 742 hộ`: a paragraph that tells what the place is like, at the report's beginning."""
        if start > _OPENING:
            return False
        begin = self.low.rfind("\n", 0, start + 1) + 1
        return _LIKENESS.search(self.low, begin, begin + 160) is not None

    def _topic(self, start: int) -> str:
        """What the sentence before in the same paragraph is about: its first figure's name."""
        last = self.last[-1] if self.last else None
        if last is None or self.low.find("\n", last.end, start) >= 0:
            return opening_name(self.text, self.low, start)
        before = last.sentence
        if before.end > start:
            return ""
        first = bisect_right(self.last, before.start - 1, key=_start)
        return self.last[first].indicator

    def _table(self, table: Table) -> list[Claim]:
        section, setting = self.settings.at(table.start)
        path = section.path if section is not None else None
        if setting.planned and section is not None:
            annexed = any(self.low.find(opens, section.start, table.start) >= 0 for opens in _BEHIND_THE_REPORT)
            setting = self.settings.default if annexed else setting  # the last chapter told of tasks
        setting = self.days.at(table.start, setting)
        found = read_table(self.text, self.low, table, table.head_rows or 0, setting)
        spans = [Span(cell.start, cell.end) for _, cell in found]
        return self._keep([figure for figure, _ in found], spans, path, None)

    def _note_at(self, offset: int) -> Note | None:
        """The footnote that the offset stands in."""
        if not self.note_starts or offset < self.note_starts[0]:
            return None
        note = self.document.footnotes[bisect_right(self.note_starts, offset) - 1]
        return note if offset < note.end else None

    def _before_mark(self, note: Note) -> Claim | None:
        """The claim that a footnote's mark stands behind, in the same sentence."""
        if note.anchor is None:
            return None
        claim = self.anchored.get(note.anchor)
        return claim if claim is not None and claim.sentence.start <= note.anchor <= claim.sentence.end else None


def _grow_as_anchor(figures: list[Figure], anchor: Claim) -> None:
    """`tăng bình quân 10,3%/năm[1]`, `[1] Năm 2021: 7,2%; năm 2022: 11,8%`: a note's bare per cent are growths as the figure at its mark is."""
    for figure in figures:
        if figure.kind == "level" and figure.unit == "%" and figure.indicator == anchor.indicator:
            figure.kind = "growth"


def _unit_of(words: str) -> tuple[str, tuple[str, ...], Decimal]:
    """The unit, its denominators and its scale: `nghìn m3`, `triệu đồng`, or the counting noun that the words are."""
    unit = read_unit(f" {words}", 0)
    if unit.unit is None and not unit.scaled and not unit.per:
        return ("{" + words + "}", (), unit.factor)
    return (unit.unit or "VND", unit.per, unit.factor)


def _lend_unit(tokens: list[Token], unit: str, per: tuple[str, ...], factor: Decimal) -> None:
    """`[4] Năm 2021: 1.790; năm 2022: 1.905.`: bare numbers of a footnote have the unit and scale of the figure at its mark, those under a title its unit."""
    for token in tokens:
        figure = token.figure
        if figure is not None and not figure.unit:
            figure.unit, figure.per, figure.factor = unit, per, factor
            figure.counted = unit[1:-1] if unit[:1] == "{" else None
            figure.value, figure.resolution = figure.value * factor, figure.resolution * factor


# Numbers that are a phrase of time wherever they stand: a date, a span of years.
_TIME_ALONE = re.compile(r"\d\d?/\d\d?/(?:19|20)\d\d|(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d(?!\d)")


def _tells_time_only(low: str, places: list[int]) -> bool:
    """Whether all numbers of a sentence are dates and spans of years, so that it need not be read: `Nghị quyết ngày 15/5/2016 về giai đoạn 2016-2020 đã …`."""
    done = 0
    for at in places:
        if at >= done:
            match = _TIME_ALONE.match(low, at)
            if match is None:
                return False
            done = match.end()
    return True


def _parts_anchor(low: str, start: int, tokens: list[Token], anchor: Claim) -> bool:
    """`[1] Trong đó thu nội địa 590 tỷ đồng.`, `[2] Ngân sách tỉnh 48 tỷ đồng; …`: a note that parts the figure at its mark, or is counted as it is, is of its period."""
    if anchor.period is None:
        return False
    if _PARTS.match(low, start):
        return True
    first = next((token.figure for token in tokens if token.figure is not None), None)
    return first is not None and first.unit == anchor.unit


_PARTS_BEFORE = re.compile(
    r"[\s+•*-]{0,4}(?:trong đó|riêng(?! (?:năm|tháng|quý|trong))|(?:nếu )?(?:phân|chia|xét|tính)(?: riêng)? theo (?:kỳ hạn|đối tượng|loại|ngành|nguồn|thành phần|lĩnh vực|khu vực|địa bàn|đơn vị|giới|độ tuổi|cơ cấu|trình độ))(?![^\W_])"
)
_PARTS_GROW = re.compile(r"[\s+•*-]{0,4}(?:trong đó|riêng)[,:]? [^.;:\d]{2,60}(?:tăng|giảm)(?: bình quân)? \d[\d,]*%")
_GOES_ON = re.compile(r"[\s+•*-]{0,4}so (?:với )?[^.;,]{3,40}?,? (?:tăng|giảm) [\d(]")
_PARTS = re.compile(r"(?:trong đó|bao gồm|gồm|cụ thể|riêng|tăng|giảm|đạt|bằng|vượt|chiếm)(?![^\W_])")


def _start(claim: Claim) -> int:
    return claim.start


def _claim(number: int, text: str, figure: Figure, sentence: Span, section: str | None, footnote: int | None) -> Claim:
    start, end = figure.start, figure.end
    return _made(
        Claim,
        (
            f"c{number}",
            start,
            end,
            text[start:end],
            figure.value,
            figure.value_to,
            figure.resolution,
            figure.unit,
            figure.per,
            figure.comparator,
            figure.kind,
            figure.status,
            figure.period,
            figure.basis,
            figure.indicator,
            figure.whole,
            section,
            footnote,
            sentence,
            figure.number,
        ),
    )


_made = tuple.__new__  # makes a claim of its fields in half the time of `Claim(…)`


# In composed text the two wide blanks before U+2002 are that and the one behind it.
_SPACES = "\xa0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"


_STRETCH = 1 << 18
"""Letters put into lower case at a time: Python needs twelve bytes for each while it does so."""


_PLUS = re.compile(r"(?<=\d) \+ (?=[^\W\d_])")


def _with_parentheses(text: str) -> str:
    """The text with braces as parentheses, `KH` for other short forms of goals, and a comma for each plus that parts a list: `3.640 tấn {cá 2.905 + tôm 735}`."""
    text = with_groups_closed(with_goals_marked(round_brackets(text)))
    return _PLUS.sub(" , ", text) if " + " in text else text


def lowered(text: str) -> str:
    """The text in lower case, of the same length (a letter whose lower case is longer stays as it is)."""
    if len(text) <= _STRETCH:
        return _lowered(text)
    return "".join(_lowered(text[at : at + _STRETCH]) for at in range(0, len(text), _STRETCH))


def _lowered(text: str) -> str:
    low = text.lower()
    for space in _SPACES:
        if space in low:
            low = low.replace(space, " ")
    return (
        low
        if len(low) == len(text)
        else "".join(letter if len(small := letter.lower()) != 1 else small for letter in text)
    )
