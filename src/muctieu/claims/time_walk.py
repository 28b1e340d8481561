"""Phrases of time in a sentence → the period of a figure. The part of the walk that knows time; what a change is measured from is in `basis_walk.py`, what a day tells in `day_walk.py`, what dates nothing in `undated_walk.py`."""

from __future__ import annotations

import re

from muctieu.claims.basis_walk import with_year
from muctieu.claims.day_walk import DayWalk
from muctieu.claims.figures import Figure
from muctieu.claims.tokens import Token
from muctieu.text.earlier_periods import same_period_before
from muctieu.text.periods import Phrase, resolve

_JOINS_BEHIND = frozenset(
    (
        "",
        "trong",
        "vào",
        "của",
        "ở",
        "tính tới",
        "cuối",
        "hết",
        "tính tới cuối",
        "tính đến cuối",
        "tính đến hết",
        "tính tới hết",
        "tới cuối",
        "đến cuối",
        "đến hết",
        "vào giữa",
        "vào cuối",
        "đến",
        "tới",
        "tại",
        "tại thời điểm",
        "tính đến",
    )
)
_ANOTHER_VERB = frozenset(("đạt", "sẽ", "hoàn", "thành", "tăng", "giảm"))
_PARTS_CLAUSES = re.compile(r"[,;:()]")
# `hằng năm tăng 9,5% bình quân trong 3 năm 2021 - 2023`
_MEAN_OF = re.compile(r"(?:/năm)? (?:bình quân|trung bình)(?: hằng năm| hàng năm| mỗi năm)?(?: (?:trong|qua|của|cả))? ")
_LIST_HEAD = re.compile(r"^[\s\W\d]*(?:i\d*\)|[a-zđ]\))?[\s\W\d]*")
_HALFWAY = ("giữa ", "nửa ", "nửa đầu ", "nửa cuối ")  # `kết quả giữa nhiệm kỳ`: what is so now, not in the whole term

# `bằng 96% số thu của năm 2020`
AS_IT_WAS = re.compile(
    r"(?: của)?(?: (?:tổng |cả )?(?:thời điểm|số|mức|lượng|kết quả|con số|sản lượng|doanh thu|kim ngạch|diện tích)(?: (?:thu|chi|khách|thực hiện|đạt được|vốn|lượt|vụ|hộ))?| thực hiện)?(?: của| trong)? ?"
)
_TERMS = frozenset(("term", "termstart"))
_YEAR_LONG = 4
_SET_FOR = re.compile(
    r"(?<![^\W_])(?:đề ra|đặt ra|giao|xác định|ấn định|yêu cầu) cho $"
)  # `Nghị quyết đặt ra cho cả nhiệm kỳ`
_FEW_WORDS = 9


class TimeWalk(DayWalk):
    """Reads the phrases of time of a sentence, and gives each figure its period."""

    def _end_lead(self) -> None:
        """`Hộ nghèo năm 2020 là 94 hộ, đến nay còn 21 hộ; …`: a period said within the first clause ends with the next one that is said there."""
        if self.lead_within and self.clause_figures and not self.depth:
            self.lead_period = None

    def _has_words_before(self, token: Token) -> bool:
        """Whether a subject stands before the phrase of time at the sentence's head (`Hộ nghèo năm 2020 là …`)."""
        words = _LIST_HEAD.sub("", self.low[self.start : token.start]).split()
        return bool(words) and words[-1] not in ("trong", "đến", "tính", "từ", "tới", "hết")

    def _leads(self, token: Token) -> bool:
        """Whether the token opens the sentence, up to a list mark and a preposition."""
        head = self.low[self.start : token.start]
        return len(head) < 28 and len(_LIST_HEAD.sub("", head).split()) <= 3

    def _period(self, index: int, token: Token) -> None:
        """A phrase of time: the basis of a change, the period of the figure before it, or of what follows."""
        phrase = token.phrase
        assert phrase is not None
        tokens = self.tokens
        before = tokens[index - 1] if index else None
        gap = self.low[before.end : token.start] if before else ""
        if phrase.form == "date" and not (
            self._as_of(token) or self._due(token) or self._compare_before(index) is not None
        ):
            self._deadline(phrase)
            return
        if phrase.form == "term" and self._stands_aside(token):
            return
        if phrase.form == "now" or (phrase.form in _TERMS and self.low.endswith(_HALFWAY, 0, token.start)):
            self._now(token)
            return
        if self._dates_nothing(index, token, phrase):
            return
        compare = self._compare_before(index)
        if compare is not None:
            self._set_basis(index, phrase, compare)
            return
        if self._of_plan_missed(index, phrase, gap):
            return
        if (
            before is not None
            and before.role == "plan"
            and index > 1
            and self._basis_target(index - 1)
            and self.last is not None
            and self.clause_figures
        ):
            self.plan_period = self._resolve(phrase)
            return
        if phrase.form in ("same", "yearbefore") and not gap.strip() and self._tells_its_base(before, phrase):
            return
        if (
            phrase.form in ("same", "school", "yearbefore", "monthbefore", "quarterbefore", "prevterm", "termstart")
            and self.last is not None
            and self.clause_figures
            and (not gap.strip(" (") or (self.last.kind == "multiple" and gap == " của "))
        ) and (
            before is not None
            and before.role == "figure"
            and self.last.kind in ("growth", "change", "multiple", "level")
            and not (self.last.kind == "level" and "from" in self.last.chain)
        ):
            self._set_basis(index, phrase, index)
            return
        if self._of_figure_before(index, token, phrase, gap):
            return
        if phrase.form == "baremonths" and self._begins_year(index, phrase):
            phrase = phrase._replace(form="firstmonths")
        value = self._resolve(phrase)
        if value is not None and phrase.form == "date":
            value = self._own_time(value, token)
        self.last_year = phrase.first if phrase.form in ("year", "span") and phrase.first > 1900 else self.last_year
        if value is not None and not self._belongs_before(index, before, gap, value):
            self._set_clause_period(index, token, before, value)

    def _of_figure_before(self, index: int, token: Token, phrase: Phrase, gap: str) -> bool:
        """Gives the figure right before the year or the season that it is a share of, or the two of a pair their years."""
        if phrase.form in ("yearbefore", "year") and self._of_season_before(token, phrase):
            return True
        if not index or self.tokens[index - 1].role != "figure":
            return False
        if self._as_it_was(phrase, token):
            self._set_basis(index, phrase, index)
            return True
        if phrase.form != "span" or gap.strip() or self.last is None or not self._ends_a_pair(index, token):
            return False
        self._set_clause_period(index, token, self.tokens[index - 1], str(phrase.last))
        self._give_period(self.last, str(phrase.first))
        return True

    def _ends_a_pair(self, index: int, token: Token) -> bool:
        """`từ 406 tỷ đồng năm 2010 đến năm 2015 đạt 685 tỷ đồng`: no span, but the year of each of the two; not `từ 3 xã giai đoạn 2016 - 2020`."""
        last = self.last
        if last is None or self.tokens[index - 1].figure is not last or "from" not in last.chain:
            return False
        second = next((one.figure for one in self.tokens[index + 1 : index + 5] if one.figure is not None), None)
        told = (
            self.low.find("đến năm", token.start, token.end) >= 0
            or self.low.find("tới năm", token.start, token.end) >= 0
        )
        return told and second is not None and second.unit == last.unit

    def _as_it_was(self, phrase: Phrase, token: Token) -> bool:
        """`chỉ bằng 27% của năm 2020`, `bằng 96% số thu năm 2020`: the year that a share is of; not `đạt 45% năm 2020`."""
        last = self.last
        if last is None or (last.kind, last.unit, last.basis) != ("multiple", "%", None) or "equal" not in last.chain:
            return False
        own = (last.period or "")[-_YEAR_LONG:] if phrase.form == "year" else ""
        earlier = phrase.form in ("same", "yearbefore") or (bool(own) and str(phrase.first) < own)
        return earlier and AS_IT_WAS.fullmatch(self.low, last.end, token.start) is not None

    def _of_plan_missed(self, index: int, phrase: Phrase, gap: str) -> bool:
        """`nhỉnh hơn chỉ tiêu nhiệm kỳ 0,8 điểm %`: the term is the plan's, not the gap's."""
        return (
            phrase.form in ("term", "sincestart", "thisyear", "termend")
            and index > 1
            and self.tokens[index - 1].role == "plan"
            and self.tokens[index - 2].role in ("up", "down", "exceed", "short")
            and not gap.strip()
            and self._stands_before_figure(index)
        )

    def _tells_its_base(self, before: Token | None, phrase: Phrase) -> bool:
        """`giảm 1,6 nghìn con so với mức 54,4 nghìn con cùng thời điểm năm trước`: the amount that is compared with tells its time."""
        last = self.last
        if before is None or last is None or before.figure is not last or "base" not in last.chain:
            return False
        if (told := self._resolve(phrase)) is not None:
            self._give_period(last, told)
        return True

    def _rises_within(self, index: int) -> bool:
        """`tăng 12,6%/năm (nhiệm kỳ trước tăng 11,8%/năm)`: the parenthesis tells another rise, not what the first is measured from."""
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return (
            after is not None
            and after.role in ("up", "down")
            and not self.low[self.tokens[index].end : after.start].strip()
        )

    def _begins_year(self, index: int, phrase: Phrase) -> bool:
        """`11 tháng đạt 58 tỷ đồng, cả năm ước 63 tỷ đồng` in a report on a year; not `kéo dài 11 tháng`."""
        period = self.setting.frame.period
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return (
            period is not None
            and len(period) == 4
            and phrase.first == 0
            and phrase.part in (6, 9, 10, 11)
            and after is not None
            and after.role in ("reach", "estimate", "up", "down")
            and not self.low[self.tokens[index].end : after.start].strip()
        )

    def _now(self, token: Token) -> None:
        """`đến nay`, `hiện`: no period, and no estimate either."""
        self.clause_period, self.clause_said = None, True
        if not self.figures and self._leads(token):
            self.lead_now = True
        self._end_lead()
        if self.clause_figures and not self.depth:
            self.clause_estimate = self.lead_estimate = (
                False  # `dự kiến ban hành 22 nghị quyết, đến nay đã ban hành 18`
            )

    def _belongs_before(self, index: int, before: Token | None, gap: str, value: str) -> bool:
        """Gives the period to the figure right before it (`51 trường (năm 2015)`, `36 hộ (0,12%) năm 2019`), where one stands there."""
        figure = (
            before.figure if before is not None and before.role == "figure" and gap.strip() in _JOINS_BEHIND else None
        )
        if figure is not None:
            share = figure.kind == "multiple" and figure.basis is None and not gap.strip()
            if share or (figure.unit == "1" and (figure.basis is None or not gap.strip())):
                figure.basis = value
            else:
                self._give_period(figure, value)
            return True
        if (
            before is not None
            and before.role == "estimate"
            and not gap.strip()
            and self._estimated_behind(index, value)
        ):
            return True
        if (
            before is not None
            and before.role == "("
            and self._closes(index)
            and self.last is not None
            and self._just_before(index - 1)
        ):
            self._give_period(self.last, value)
            return True
        if (
            before is not None
            and before.role == ")"
            and not gap.strip()
            and self.last is not None
            and self._figure_before_parenthesis(index - 1) is not None
        ):
            figure = self._figure_before_parenthesis(index - 1)
            assert figure is not None
            self._give_period(figure, value)
            if self.last is not figure:
                self._give_period(self.last, value)
            return True
        return False

    def _estimated_behind(self, index: int, value: str) -> bool:
        """`từ 3.725 tỷ đồng năm 2015 lên 6.985 tỷ đồng ước năm 2020, …`: the figure before is that year's, and an estimate."""
        tokens = self.tokens
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        figure = tokens[index - 2].figure if index > 1 else None
        if (
            figure is None
            or (after is not None and after.role not in (",", ";", ")"))
            or self.low[figure.end : tokens[index - 1].start] != " "
        ):
            return False
        figure.status = "estimated"
        self._give_period(figure, value)
        return True

    def _set_clause_period(self, index: int, token: Token, before: Token | None, value: str) -> None:
        """The period of the clause that follows; of the whole sentence where it stands at its head."""
        if (
            before is not None
            and before.role == "("
            and self.last is not None
            and self.last.kind in ("growth", "change", "multiple")
            and self.last.basis is None
            and not self._rises_within(index)
        ) and value != self.last.period:
            self.last.basis = value
        self.period_behind = self._stands_behind(token)
        if self.period_behind and self._closes_figure(token):
            assert self.last is not None
            self._give_period(self.last, value)
        beside = before is not None and before.role == "period" and not self.low[before.end : token.start].strip()
        kept = self.same_own if beside else None  # `cùng kỳ nhiệm kỳ trước`
        self.same_own = None
        if token.phrase is not None and (
            token.phrase.form in ("same", "yearbefore", "prevterm") or self._looks_back(token.phrase, value)
        ):
            self.same_own = (
                kept or self.clause_period or self.lead_period or self.setting.period or self.setting.frame.period
            )
        self.clause_period, self.clause_said = value, True
        if not self.clause_figures:
            self.clause_first = value
        if value != self.lead_period:
            self._end_lead()
        if (
            not self.depth
            and not self.clause_figures
            and (self._leads(token) or self._followed_by_comma(index) or self._opens_list_at_head(index))
            and not self.figures
        ) or (
            not self.depth
            and ((self._followed_by_comma(index) and self._opens_clause(token)) or self._opens_list_at_head(index))
        ):
            self.lead_period, self.lead_now = value, False
            self.lead_within = not self._followed_by_comma(index) and self._has_words_before(token)
        elif not self.depth and self._opens_clause(token):
            self.lead_period, self.lead_now = None, False

    def _looks_back(self, phrase: Phrase, value: str) -> bool:
        """`năm 2020 ước 61 triệu đồng, đầu nhiệm kỳ là 34 triệu đồng, tăng 27 triệu đồng`: a time before that of the figure just told."""
        last = self.last
        if phrase.form not in ("termstart", "year", "yearstart") or last is None or last.kind != "level" or self.depth:
            return False
        own = last.period
        return own is not None and own == (self.clause_period or self.lead_period) and value < own == own[:_YEAR_LONG]

    def _resolve(self, phrase: Phrase) -> str | None:
        frame = self.setting.frame
        if phrase.form == "same":
            own = self.clause_period or self.lead_period or self.setting.period or frame.period
            if own is None:
                return None
            return with_year(own, phrase.first) if phrase.first else same_period_before(own)
        if phrase.form == "yearafter":
            told = (self.clause_period or self.lead_period or "")[:_YEAR_LONG] or self.last_year
            return str(int(told) + 1) if told else None
        if phrase.form == "yearbefore":
            told = self.last.period if self.last and self.low.endswith((" đó", " nữa"), 0, phrase.end) else None
            year = int((told or str(frame.year or "") or self.clause_period or self.lead_period or "0")[:4])
            return str(year - 1) if year else None
        ahead = self.setting.term_ahead if self.setting.planned else None
        if ahead is not None and phrase.form in ("term", "sincestart", "termend", "termstart"):
            return ahead[-4:] if phrase.form == "termend" else ahead[:4] if phrase.form == "termstart" else ahead
        if phrase.form == "baremonths" and self.setting.planned and not phrase.first and "-" in (frame.period or ""):
            phrase = phrase._replace(form="firstmonths")  # `9 tháng đạt 72%` among the tasks of a report on six months
        if (
            phrase.first == 0
            and phrase.form in ("quarter", "month", "months", "firstmonths", "longdate")
            and frame.year is None
            and self.last_year
        ):
            frame = frame._replace(year=self.last_year)
        return resolve(phrase, frame)

    def _stands_behind(self, token: Token) -> bool:
        """Whether the phrase of time stands behind the clause's last figure, nothing between them that parts clauses."""
        return (
            self.clause_figures > 0
            and self.last is not None
            and not _PARTS_CLAUSES.search(self.low, self.last.end, token.start)
        )

    def _closes_figure(self, token: Token) -> bool:
        """`7 dự án còn lại trong năm 2024`, `66,8% vào giữa năm 2023`: when it was, said behind the words of a figure."""
        last = self.last
        if last is not None and last.kind == "growth" and token.phrase is not None and token.phrase.form == "span":
            return _MEAN_OF.fullmatch(self.low, last.end, token.start) is not None
        if last is None or last.kind not in ("level", "part", "target"):
            return False
        words = self.low[last.end : token.start].split()
        if last.kind == "target" and words[-1:] == ["cho"] and len(words) < _FEW_WORDS:
            return _SET_FOR.search(self.low, last.end, token.start) is not None
        ends_year = (
            words[:1] in (["lúc"], ["khi"], ["hồi"], ["tại"])
            and token.phrase is not None
            and token.phrase.form == "year"
        )
        if last.period and self.clause_said and not ends_year and words[-1:] != ["vào"]:
            return False
        inside = (
            ends_year
            or self.low.startswith("trong ", token.start)
            or " ".join(words[-2:]) in _JOINS_BEHIND
            or words[-1:] == ["vào"]
        )
        if words[-1:] in (["sau"], ["qua"]) and token.phrase is not None and token.phrase.form == "term":
            inside = True  # `3.328 tỷ đồng thu về sau 5 năm`
        return inside and len(words) <= 4 and not _ANOTHER_VERB.intersection(words)

    def _opens_list_at_head(self, index: int) -> bool:
        """`Huy động học sinh đầu năm học 2024-2025: …; …`: the period before a colon holds for the list."""
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return after is not None and after.role == ":" and not self.low[self.tokens[index].end : after.start].strip()

    def _give_period(self, figure: Figure, value: str) -> None:
        """Sets a figure's period, and that of the differences beside it that lean on it."""
        figure.period = value

    def _closes(self, index: int) -> bool:
        return index + 1 < len(self.tokens) and self.tokens[index + 1].role == ")"

    def _just_before(self, index: int) -> bool:
        """Whether the figure stands right before the token (`51 trường (`), its own noun phrase apart."""
        before = self.tokens[index - 1] if index else None
        return (
            before is not None
            and before.role == "figure"
            and len(self.low[before.end : self.tokens[index].start].split()) <= 8
        )

    def _figure_before_parenthesis(self, close: int) -> Figure | None:
        """The figure before the parenthesis that ends at token `close`, where the parenthesis follows it directly."""
        depth = 0
        for index in range(close, -1, -1):
            role = self.tokens[index].role
            depth += (role == ")") - (role == "(")
            if not depth:
                before = self.tokens[index - 1] if index else None
                if (
                    before is not None
                    and before.role == "figure"
                    and not self.low[before.end : self.tokens[index].start].strip()
                ):
                    return before.figure
                return None
        return None
