"""`so với cùng kỳ`, `cao hơn năm 2022 là`: what a difference is measured from. The part of the walk that gives a figure its basis."""

from __future__ import annotations

import re
from itertools import pairwise

from muctieu.claims.figures import Figure
from muctieu.claims.state import SentenceState
from muctieu.claims.tokens import Token
from muctieu.text.earlier_periods import same_period_before, span_before
from muctieu.text.parts_of_years import period_before
from muctieu.text.periods import Phrase, is_school_year, resolve

_GOES_ON = frozenset(("", "tức", "tức là", "nghĩa là", "như vậy"))
_TO_BASE = re.compile(r"(?: \([^()]*)?\)? so (?:với )?(?:mức |con số )?")
_TIMES_WHAT = re.compile(r" (?:so với )?(?:của )?(?:con số|mức|mốc|cái mức|số) ")
_SPAN = re.compile(r"\d{4}/\d{4}")
_YEAR_ONLY = re.compile(
    r"[\s,;(]*(?:sang |đến |và )?(?:một năm sau(?: đó)?|năm sau đó|(?:cuối |đầu )?năm (?:19|20)\d\d|kỳ này|năm nay|nay)?[\s,]*(?:thì |đã |chỉ )?"
)
_NEW_SUBJECT = re.compile(r";|(?<![^\W_])(?:tỷ lệ|tỉ lệ|số|diện tích|sản lượng|giá trị|thu|chi|doanh thu)(?![^\W_])")
_BUT = re.compile(
    r"\s?,? (?:nhưng|song|còn|tuy nhiên|trong khi|trái lại|ngược lại|riêng)(?:,| nếu| đem| mà| khi| thì)* "
)
_EVENTS = ("vụ", "ca ", "cuộc", "lượt", "đơn", "trường hợp", "hồ sơ")
_AFTER_A_YEAR = frozenset(("", "qua một năm", "sau một năm", "trong một năm", "chỉ một năm", "một năm"))
_TERM_LONG = 5
_TWICE = re.compile(r" \((?:tương ứng |tương đương )?(?:(?:tăng|giảm|với) )?[+-]?")
_AND_CHANGE = re.compile(r" và (?:tăng |giảm )?")
_COMPARED_AND_CHANGE = re.compile(r" so (?:với )?[^;,.]{3,40},? và (?:tăng |giảm )?")
_COMPARES_BEHIND = re.compile(r" (?:so|cùng)(?![^\W_])")
_AS_MUCH_AS = ("", "tới", "đến", "những")  # `nhiều hơn năm 2020 tới 480 ha`
_BREAKS = re.compile(r"[,;(]")


# `cao hơn 0,7 điểm so với bình quân cả nước`: measured from other places, not from another time.
_OF_OTHERS = re.compile(
    r"(?: so với| của)? (?:mức |mặt bằng )?(?:bình quân|trung bình|mặt bằng)(?: chung)?(?: của)? (?:cả nước|toàn quốc|chung|khu vực|vùng|toàn vùng|toàn tỉnh|các tỉnh)"
)


class BasisWalk(SentenceState):
    """Reads what figures are compared with, and gives each difference its basis."""

    def _difference_before(self, index: int) -> int | None:
        """`giảm so với cùng kỳ 12 vụ`, `nhiều hơn năm trước 8 dự án`, `cao hơn ước thực hiện 2022 là 4%`: the word of change before what is compared with."""
        tokens, low = self.tokens, self.low
        first = index
        if (
            first
            and (
                tokens[first - 1].role in ("compare", "estimate", "result")
                or low.startswith("thực hiện", tokens[first - 1].start)  # `cao hơn thực hiện năm 2022 là 4%`
            )
            and not low[tokens[first - 1].end : tokens[first].start].strip()
        ):
            first -= 1
        if not first or tokens[first - 1].role not in ("up", "down"):
            return None
        difference = tokens[first - 1]
        if low[difference.end : tokens[first].start].strip():
            return None
        phrase = tokens[index].phrase
        near = first < index or low.endswith(("hơn", "kém", "thua"), difference.start, difference.end)
        return first - 1 if near or (phrase is not None and phrase.form == "same") else None

    def _stands_before_figure(self, index: int) -> bool:
        """Whether a figure follows the token at once, up to words of degree (`cùng kỳ khoảng 8 vụ`)."""
        for token in self.tokens[index + 1 : index + 4]:
            if self.low[self.tokens[index].end : token.start].strip() not in _AS_MUCH_AS:
                return False
            if token.role == "figure":
                return True
            if token.role not in ("ge", "le", "approx", "fill", "reach"):
                return False
            index += 1
        return False

    def _lend_basis(self, figure: Figure) -> None:
        """The basis of a difference that has not said its own (yet): that of the sentence's head, of what it goes on from, of the whole it is part of."""
        if _OF_OTHERS.match(self.low, figure.end):
            return
        last, came_from, whole = self.last, self.came_from, self.among_of
        if self.lead_basis is not None:
            figure.basis = self.lead_basis
            if figure.period and "-" in figure.period and self._of_each_part(figure.period, figure.start):
                figure.basis = same_period_before(figure.period)
        elif (
            came_from is not None
            and not figure.average
            and came_from.period != figure.period
            and figure.subject.strip(" ,;(-+–") in _GOES_ON
        ):
            figure.basis = came_from.period
        elif "equal" in figure.chain and last is not None and last.kind in ("growth", "change", "multiple"):
            figure.basis = last.basis
        elif not figure.average and self.among_basis is not None:
            figure.basis = self.among_basis
            if whole is not None and whole.depth > self.depth:
                whole = next((one for one in reversed(self.figures) if one.basis == self.among_basis), whole)
            if (
                whole is not None
                and whole.period
                and figure.period
                and whole.period != figure.period
                and whole.basis == same_period_before(whole.period)
            ):
                figure.basis = same_period_before(
                    figure.period
                )  # `9 tháng tăng 8% so với cùng kỳ, riêng quý III tăng 9%`
        if figure.basis is not None:
            self.lent.add(figure)
        if self.lead_basis is None:
            self.pending.append(figure)

    def _of_each_part(self, own: str, at: int) -> bool:
        """`Từng quý so với cùng kỳ: quý I tăng 6%, quý II giảm 2%`: each part of the year is measured from its own a year before."""
        return self.lead_basis == same_period_before(own[:4]) and self.low.find("cùng k", self.start, at) >= 0

    def _bases_beside(self) -> None:
        """`12 ca (cùng kỳ 31 ca), giảm 19 ca`, `giảm 29 ca (cùng kỳ 2023: 341)`: the figure of an earlier period beside a difference is its basis."""
        figures = self.figures
        for place, figure in enumerate(figures):
            if figure.kind not in ("growth", "change", "multiple") or figure.basis is not None or not figure.period:
                continue
            for other in figures[max(0, place - 1) : place] + figures[place + 1 : place + 3]:
                if (
                    other.kind == "level"
                    and other.depth > figure.depth
                    and other.period
                    and other.period == same_period_before(figure.period)
                    and self.low.find(";", min(figure.end, other.end), max(figure.start, other.start)) < 0
                ):
                    figure.basis = other.period

    def _bases_of_row(self) -> None:
        """`năm 2021 thu 176 tỷ đồng; năm 2022 là 215 tỷ đồng, tăng 21,8%`: a difference behind the second of two years running is from the first."""
        row = [figure for figure in self.figures if not figure.depth and "share" not in figure.chain]
        for first, second, figure in zip(row, row[1:], row[2:], strict=False):
            if figure.basis is not None:
                continue
            if (
                figure.kind in ("growth", "change")
                and not (figure.average or figure.per)
                and first.kind == second.kind == "level"
                and first.unit == second.unit
                and second.period is not None
                and figure.period == second.period
                and first.period is not None
                and len(first.period) == len(second.period)
                and first.period < second.period
                and _YEAR_ONLY.fullmatch(second.said) is not None
                and figure.said.strip(" ,;") in _AFTER_A_YEAR
            ):
                figure.basis = first.period

    def _bases_before(self) -> None:
        """`CK trồng 3.324 ha, năm nay hụt đi 139 ha`, `năm trước 1.231 ha, như vậy trội hơn 15,5 ha`: what was a year before, then the difference from it."""
        for first, figure in pairwise(self.figures):
            if (
                figure.kind in ("growth", "change")
                and figure.basis is None
                and figure.period is not None
                and not (figure.average or figure.per)
                and (first.kind, first.depth) == ("level", figure.depth)
                and (first.unit == figure.unit or figure.kind == "growth")
                and first.period in (same_period_before(figure.period), self._own_year_before(figure.period))
                and not _NEW_SUBJECT.search(figure.said)
            ):
                figure.basis = first.period

    def _own_year_before(self, told: str) -> str:
        """`CK gieo 320 ha, năm nay hụt đi 14 ha` in a report on six months: `năm nay` is its own time."""
        own = self.setting.period
        return same_period_before(own) if own is not None and len(told) == len("2023") and own[:4] == told else ""

    def _bases_said_twice(self) -> None:
        """`tăng 100 tỷ đồng (tăng 9,1% so với năm 2022)`: one comparison, said in an amount and in per cent."""
        for first, second in pairwise(self.figures):
            if (
                first.kind in ("growth", "change")
                and first.basis is None
                and not (first.average or first.per)
                and second.kind in ("growth", "change")
                and second.depth == first.depth + 1
                and second.basis not in (None, "target")
                and _TWICE.fullmatch(self.low, first.end, second.start)
            ):
                first.basis = second.basis

    def _bases_told(self) -> None:
        """`tăng 16% so với 149 tấn của năm 2020`, `so với 36 tỷ đồng của năm 2020 thì tăng 21%`: the amount that a difference is measured from tells its time."""
        self._terms_compared()
        self._level_compared_with()
        for place, base in enumerate(self.figures):
            if base.period is None or ("base" not in base.chain and not self._times_as_much(place)):
                continue
            for other in self.figures[max(0, place - 2) : place + 2]:
                aside = other.depth == base.depth + 1 and other.end < base.start
                if other.kind not in ("growth", "change", "multiple") or other.basis is not None:
                    continue
                if other.depth != base.depth and not aside:
                    continue
                begin, end = min(base.end, other.end), max(base.start, other.start)
                if self.low.find(";", begin, end) < 0 and (
                    other.start > base.start or _TO_BASE.fullmatch(self.low, begin, end) or "base" not in base.chain
                ):
                    other.basis = base.period

    def _level_compared_with(self) -> None:
        """`So với năm 2019, kim ngạch mới ở mức 1.240 triệu USD thì tăng 62%`: the level before `thì` is of the time that the sentence's head compares with."""
        first = self.figures[0] if self.figures else None
        if first is None or self.lead_basis is None or first.kind != "level":
            return
        if self.low.startswith((" thì ", ", thì "), first.end) and any(
            token.role == "compare" and token.end < first.start for token in self.tokens
        ):
            first.period = self.lead_basis

    def _times_as_much(self, place: int) -> bool:
        """`gấp 1,4 lần con số 3.657 tỷ đồng của năm 2020`: so many times the amount that follows."""
        if not place or self.figures[place - 1].kind != "multiple":
            return False
        return _TIMES_WHAT.fullmatch(self.low, self.figures[place - 1].end, self.figures[place].start) is not None

    def _terms_compared(self) -> None:
        """`Cháy xảy ra 15 vụ, so với giai đoạn 2005 - 2010 giảm 54%` in a report on the term behind it: what is compared with a whole term is of a whole term."""
        term = self.setting.frame.term
        if term is None or self.setting.planned:
            return
        terms = (span_before(*term), f"{2 * term[0] - term[1]}/{term[0]}")
        for place, figure in enumerate(self.figures):
            if figure.kind not in ("growth", "change", "multiple") or figure.period is not None:
                continue
            if figure.basis not in terms:
                continue
            result = next((one for one in reversed(self.figures[:place]) if one.depth == figure.depth), None)
            if result is not None and (result.kind, result.period) == ("level", None) and self._befell(result, figure):
                result.period = figure.period = f"{term[0]}/{term[1]}"

    def _befell(self, result: Figure, figure: Figure) -> bool:
        """Whether the difference is that of the result, in the same clause, which counts what befell; no state (`có 15 xã`, `đạt 82%`)."""
        return (result.counted or "").startswith(_EVENTS) and not _NEW_SUBJECT.search(
            self.low, result.end, figure.start
        )

    def _share_pairs_of_bases(self) -> None:
        """`tăng 0,6% so với quý trước và tăng 11,8% so với cùng kỳ; … tăng 5,3% và tăng 10,7%`: the next pairs are measured from the same two, in order."""
        told: tuple[str | None, str | None] | None = None
        for first, second in pairwise(self.figures):
            if first.kind not in ("growth", "change") or (first.kind, first.unit, first.depth) != (
                second.kind,
                second.unit,
                second.depth,
            ):
                continue
            between = self.low[first.end : second.start]
            if told is not None and _AND_CHANGE.fullmatch(between) and not _COMPARES_BEHIND.match(self.low, second.end):
                first.basis, second.basis = told
            elif (
                _COMPARED_AND_CHANGE.fullmatch(between) and first.basis and second.basis and first.basis != second.basis
            ):
                told = first.basis, second.basis

    def _share_bases(self) -> None:
        """`A tăng 5% so với cùng kỳ; B tăng 6%`: a difference without a basis of its own is measured from what the one before it is."""
        before: Figure | None = None
        for figure in self.figures:
            if figure.kind not in ("growth", "change", "multiple"):
                continue
            if (
                figure.basis is None
                and before is not None
                and not (figure.average or "year" in figure.per)
                and not _OF_OTHERS.match(self.low, figure.end)
                and before.period == figure.period
                and (figure.depth <= before.depth or self.low[before.end : figure.start - 1] == " (")
            ):
                figure.basis = before.basis
            elif figure.basis is None and before is not None and not figure.average:
                figure.basis = self._basis_cumulated(figure, before)
            if figure.basis not in (None, "target") and not figure.average:
                before = figure
        last = self.figures[-1]
        if len(self.figures) > 3 and last.kind in ("growth", "change") and last.basis not in (None, "target"):
            self._basis_at_end()

    def _basis_at_end(self) -> None:
        """`nông nghiệp 27,6%, giảm 9,2%; công nghiệp 39,5%, tăng 6%; dịch vụ 32,9%, tăng 3,2% so với năm 2015`: in a list of a level and how it has moved, the last says since when."""
        last = self.figures[-1]
        moves: list[Figure] = []
        for level, move in zip(self.figures[-2::-2], self.figures[::-2], strict=False):
            told = (level.kind, level.unit, move.kind, move.depth) == ("level", last.unit, last.kind, 0)
            joined = self.low[level.end : move.chain_start].strip(" ,") == "" and move.period == last.period
            if not (told and joined) or (moves and ";" not in self.low[move.end : moves[-1].start]):
                break
            moves.append(move)
        if len(moves) > 1 and all(move.basis is None for move in moves[1:]):
            for move in moves[1:]:
                move.basis = last.basis

    @staticmethod
    def _basis_cumulated(figure: Figure, before: Figure) -> str | None:
        """`tháng 9 tăng 14% so với cùng kỳ; cộng dồn 9 tháng tăng 12%`: months of the same year are measured from those of the year before, too."""
        own, other = figure.period, before.period
        if own is None or other is None or own == other or figure.unit != before.unit or own[:4] != other[:4]:
            return None
        parts = "-" in own and "-" in other
        return same_period_before(own) if parts and before.basis == same_period_before(other) else None

    def _compare_before(self, index: int) -> int | None:
        """The index of the `so với` that the phrase of time belongs to, over `bình quân`, `mức`, and a word or two."""
        for n in range(index - 1, max(-1, index - 4), -1):
            token = self.tokens[n]
            if token.role == "compare":
                gap = self.low[token.end : self.tokens[index].start]
                return n if len(gap) < 40 and not _BREAKS.search(gap) else None
            if token.role not in ("average", "fill", "reach", "estimate", "result"):
                return None
        return None

    def _set_basis(self, index: int, phrase: Phrase, compare: int) -> None:
        """`so với năm 2015`: the basis of the changes before it in the clause, or of those that follow it."""
        self.against_plan = False
        self.base_at = self.tokens[index].end
        receivers = [figure for figure in self.pending if figure.basis is None and figure.depth >= self.depth]
        if (
            self.last is not None
            and (self.last.basis is None or self.last in self.lent)
            and self.last.kind in ("growth", "change", "multiple")
            and self.last not in receivers
            and self.last.depth == self.depth
            and not self._told_another(self.last, compare)
        ):
            receivers.append(self.last)
        if any(figure.chain - {"reach", "average", "share"} for figure in receivers):
            receivers = [
                figure for figure in receivers if figure.chain - {"reach", "average", "share"} or figure.points
            ]
        listed = ":" in self.low[self.tokens[index].end : self.tokens[index].end + 12]
        if not receivers and self.clause_figures and not listed and not self._opens_clause(self.tokens[compare]):
            return  # `tăng 5,9% so với cùng quý, chậm lại so với hai quý đầu năm`: no figure is compared
        turns = receivers and self.lead_basis is not None and self._turns_to_another(compare)
        if not receivers or turns or (self.cut and self._subject_between(compare) and not self._is_tail(index)):
            own = self.clause_period or self.lead_period or self.setting.period
            self.lead_basis = self.basis_said = self._basis(phrase, own)
            moved = compare > 0 and self.tokens[compare - 1].role in ("up", "down") and not self.clause_figures
            if self._opens_clause(self.tokens[compare]) or (self._followed_by_comma(index) and not moved):
                self.subject_start = self.tokens[index].end
            return
        for figure in receivers:
            figure.basis = self.basis_said = self._basis(phrase, figure.period)
        self.pending.clear()

    def _subject_between(self, compare: int) -> bool:
        """Whether `so với …` opens a new clause after a comma."""
        return not self.low[self.subject_start : self.tokens[compare].start].strip()

    def _told_another(self, last: Figure, compare: int) -> bool:
        """`cả năm giảm 5,6%; riêng tháng 11, so với tháng trước tăng 8%`: a clause behind the semicolon says its own time first."""
        if self.clause_figures or self.low.find("; ", last.end, self.tokens[compare].start) < 0:
            return False
        return any(token.role == "period" for token in self.tokens[last.token + 1 : compare])

    def _turns_to_another(self, compare: int) -> bool:
        """`so tháng trước tăng 8% nhưng so với cùng kỳ giảm 3%`: the second comparison opens the clause behind `nhưng`."""
        last = self.last
        return last is not None and _BUT.fullmatch(self.low, last.end, self.tokens[compare].start) is not None

    def _is_tail(self, index: int) -> bool:
        """`tăng 5%, so với cùng kỳ.`: the comparison after a comma still belongs to what is before it, as nothing follows."""
        return all(token.role != "figure" for token in self.tokens[index + 1 : index + 6]) or self.tokens[
            index + 1
        ].role in (";", ")")

    def _basis(self, phrase: Phrase, own: str | None) -> str | None:
        """The basis period for a figure whose own period is `own`."""
        frame = self.setting.frame
        if phrase.form == "prevterm" and own and _SPAN.fullmatch(own):
            return span_before(
                int(own[:4]), int(own[5:])
            )  # `giai đoạn 2011-2015 huy động …, tăng 2 lần so giai đoạn trước`
        if phrase.form == "ago" and phrase.first == _TERM_LONG and own is None and frame.term:
            return span_before(*frame.term)
        if phrase.form == "ago" and phrase.first == _TERM_LONG and own and _SPAN.fullmatch(own):
            return span_before(int(own[:4]), int(own[5:]))  # `5 năm (2016 - 2020) ước …, so với 5 năm trước`
        if phrase.form == "same":
            own = own or frame.period
            if own is None:
                return str(phrase.first) if phrase.first else None
            return with_year(own, phrase.first) if phrase.first else same_period_before(own)
        if phrase.form == "yearbefore":
            if is_school_year(own):
                return same_period_before(own or "")  # `vụ Đông Xuân năm trước`
            year = int(own[:4]) if own else frame.year
            return str(year - 1) if year else None
        if phrase.form in ("monthbefore", "quarterbefore"):
            return period_before(own or frame.period)
        if phrase.form == "school" and is_school_year(own):
            frame = frame._replace(period=own)
        return resolve(phrase, frame)

    def _basis_target(self, index: int) -> bool:
        """Whether the plan word at `index` is what a figure before it is compared with."""
        for token in reversed(self.tokens[max(0, index - 4) : index]):
            if token.role == "figure":
                return True
            if token.role in (",", ";", "("):  # `38 giường, mục tiêu năm 2025 là 42 giường`
                return False
        return False

    def _followed_by_comma(self, index: int) -> bool:
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if after is not None and after.role == ")" and index and self.tokens[index - 1].role != "figure":
            after = self.tokens[index + 2] if index + 2 < len(self.tokens) else None
            return after is not None and after.role == ","
        return after is not None and after.role == "," and not self.low[self.tokens[index].end : after.start].strip()

    def _opens_clause(self, token: Token) -> bool:
        """Whether the phrase of time stands at its clause's head (`; đến năm 2020, …`)."""
        return len(self.low[self.subject_start : token.start].split()) <= 2


def with_year(period: str, year: int) -> str:
    """The period moved so that it ends in `year` (`2023-Q4`, 2022 → `2022-Q4`)."""
    if not year:
        return period
    return re.sub(r"(?:19|20)\d\d", str(year), period) if not re.fullmatch(r"\d{4}/\d{4}", period) else str(year)
