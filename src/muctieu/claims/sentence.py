"""The tokens of a sentence → its figures with kind, comparator, status, period, basis and the words of their subject.

The walk is one pass from left to right. Words directly before a figure (its *chain*: `ước đạt trên`, `tăng bình quân`) say what
it is; words directly after it say what it is measured from (`so với năm 2015`, `kế hoạch`). What a clause does not say it
takes from the clause before it, from the words at the head of the sentence, or from the section.
"""

from __future__ import annotations

import re

from muctieu.claims.tokens import Figure, Token
from muctieu.text.counting import read_counted_noun
from muctieu.text.periods import Phrase, TimeFrame, resolve, same_period_before

_CHAIN = frozenset(
    "fill reach have share plan average estimate ge le approx equal up down times exceed short from respectively among".split()
)
_COMPARATORS = ("ge", "le", "approx")
_DIFFERENCE = frozenset(("up", "down"))
_CLAUSE_ENDS = frozenset((";", ",", "(", ")", "figure", "among"))
_UPWARDS = re.compile(r"[,]?\s(?:trở lên|trở đi|trở nên)\b")
_UPWARDS_LATER = re.compile(r"(?:\s[^\W\d_]+){1,6}\strở lên\b")
_SHARE_WORDS = re.compile(r"^(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|độ che phủ|mức độ|cơ cấu|% |số % |xác suất|hệ số|tỷ suất|tỉ suất)|(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|độ che phủ) ")
_GROWTH_WORDS = re.compile(r"(?:tốc độ|mức|nhịp độ) (?:tăng|phát triển)|tăng trưởng|chỉ số phát triển|tốc độ phát triển")
_WAY_FROM = re.compile(r"^\s*(?:[^\W\d_]+\s){0,6}$")
_TERM_AVERAGE = frozenset(("term", "span", "sincestart", "spanyears"))
_NO_PERIOD_BEFORE = ("từ năm ", "từ đầu năm ", " từ ", "tầm nhìn ", "tầm nhìn đến ", "tầm nhìn đến năm ")
_COUNTED_SUBJECT = re.compile(r"(?<![^\W_])(?:tổng số|số lượng|số|lượng)\s(?=[^\W\d_])")
_PLANS = re.compile(r"(?:(?:lập|phê duyệt|duyệt|trình|hoàn thành|điều chỉnh|công bố)[^.;()]{0,40} |[;:(] ?)quy hoạch (?!sử dụng)[^.;]*$")
_RAISES_TO = re.compile(r"(?:nâng|đưa) (?:tổng )?(?:số|diện tích)|(?:nâng|đưa) tổng")
_BREAKS = re.compile(r"[,;(]")
_ENDS_HERE = re.compile(r"[.,;()]")
_BREAKS_BETWEEN = re.compile(r"[,;()]")
_ABOVE = re.compile(r"(?:trên|hơn)\s$")
_LIST_HEAD = re.compile(r"^[\s\W\d]*(?:i\d*\)|[a-zđ]\))?[\s\W\d]*")
_PRICE_BASE = re.compile(r"(?:giá(?: so sánh| cố định| thực tế| hiện hành)?|so sánh)(?: năm)?\s?$")
_STOPS = re.compile(r"[;.]")
_JOINS = re.compile(r"[(,;]| và ")
_TIME_ONLY = re.compile(r"[;,.:()\s]|năm|quý|tháng|riêng|ước|\d+|(?<![^\W_])[ivx]+(?![^\W_])")
_EVERY_YEAR = re.compile(r"(?:hằng|hàng|mỗi) năm")
_STATE = re.compile(r"(?:quy mô|công suất|dung tích|tổng mức đầu tư|diện tích|chiều dài|dài|tổng chiều dài|vốn đăng ký|tổng diện tích tự nhiên)(?:\s\S+){0,2}\s*$")
_EACH_YEAR = re.compile(r"bình quân (?:hàng|hằng|mỗi|một|1) năm|mỗi năm")
_GOAL = re.compile(r"(?:phấn đấu|mục tiêu|chỉ tiêu)")


class Setting:
    """What stands before the sentence: the report's time, the period and mode its section sets."""

    __slots__ = ("frame", "period", "planned", "term_ahead")

    def __init__(self, frame: TimeFrame, period: str | None = None, planned: bool = False, term_ahead: str | None = None) -> None:
        self.frame = frame
        self.period = period
        self.planned = planned
        self.term_ahead = term_ahead


class SentenceReader:
    """Reads one sentence; `figures` are its figures in order, `text`/`low` the whole reading text."""

    def __init__(self, text: str, low: str, start: int, end: int, tokens: list[Token], setting: Setting) -> None:
        self.text = text
        self.low = low
        self.start = start
        self.end = end
        self.tokens = tokens
        self.setting = setting
        self.figures: list[Figure] = []
        # what holds to the sentence's end, and to the clause's end
        self.lead_period: str | None = None
        self.lead_estimate = False
        self.lead_basis: str | None = None
        self.clause_period: str | None = None
        self.clause_said = False
        self.clause_estimate = False
        self.clause_figures = 0
        self.subject_start = start
        self.depth = 0
        self.stack: list[tuple[int, int, str | None, bool]] = []
        self.pending: list[Figure] = []
        self.paren_period: str | None = None
        self.paren_target = False
        self.cut = False
        self.last: Figure | None = None
        self.goal = False
        self.last_year: int | None = None
        self.among_basis: str | None = None
        self.came_from: Figure | None = None
        self.plan_used = -1
        self.basis_said: str | None = None

    def read(self) -> list[Figure]:
        """Walks the tokens and gives the figures."""
        tokens = self.tokens
        for index, token in enumerate(tokens):
            role = token.role
            if role == "figure":
                self._figure(index, token)
            elif role == "period":
                self._period(index, token)
            elif role == "(":
                self._open(index, token)
            elif role == ")":
                self._close(token)
            elif role == ";":
                self._clause_end(token)
            elif role == ",":
                if self.clause_figures:
                    self.subject_start = token.end
                    self.cut = True
            elif role == "among":
                if self.clause_figures or index:
                    self.subject_start = token.end
                if self.last is not None and self._opens_list(index):
                    self.lead_estimate = self.lead_estimate or self.last.status == "estimated"
                    self.lead_period = self.lead_period or self.last.period
                    self.among_basis = self.last.basis if self.last.basis != "target" else None
            elif role == ":":
                if index and tokens[index - 1].role == "respectively":
                    continue
                if not (index + 1 < len(tokens) and self._value_follows(index)):
                    self.subject_start = token.end
                    if not self.depth:
                        self.clause_figures = 0
            elif role == "estimate":
                if not self.figures and self._leads(token):
                    self.lead_estimate = True
                self.clause_estimate = True
                if "cả năm" in self.low[token.start : token.end] and self.setting.frame.year:
                    self.clause_period, self.clause_said = str(self.setting.frame.year), True
        return self.figures

    # -- boundaries ---------------------------------------------------------------------------------------------------

    def _opens_list(self, index: int) -> bool:
        """Whether `trong đó` opens a list of its own (`; trong đó: a …; b …`)."""
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return after is not None and after.role == ":" or self.tokens[index - 1].role == ";"

    def _value_follows(self, index: int) -> bool:
        """Whether the colon gives a value (`Dịch vụ: 57,7%`) and does not open a list."""
        after = self.tokens[index + 1]
        return after.role in ("figure", *_COMPARATORS, "approx", "estimate") and not self.low[self.tokens[index].end : after.start].strip()

    def _clause_end(self, token: Token) -> None:
        """A semicolon: what the clause said ends, what the sentence's head said goes on."""
        if self._in_list(token):
            self.subject_start = token.end
            return
        if not self.clause_said or self.clause_period is None:
            self.clause_period, self.clause_said = None, False
        elif not self.depth:
            if self.clause_figures and "/" not in self.clause_period[:5]:
                self.lead_period = self.lead_period or self.clause_period
            self.clause_period, self.clause_said = None, False
        self.clause_estimate = self.lead_estimate
        self.clause_figures = 0
        self.came_from = None
        self.subject_start = token.end
        self.pending.clear()
        self.cut = False

    def _in_list(self, token: Token) -> bool:
        """`lần lượt là 5,1%; 6,2% và 7%`: a semicolon between figures that share one chain."""
        return self.last is not None and "respectively" in self.last.chain and not self.low[self.last.end : token.start].strip()

    def _open(self, index: int, token: Token) -> None:
        self.stack.append((self.subject_start, self.clause_figures, self.clause_period, self.clause_said))
        self.depth += 1
        self.paren_period = None
        self.paren_target = False
        before = self.tokens[index - 1] if index else None
        if before is not None and not self.low[before.end : token.start].strip():
            if before.role == "period" and index > 1:
                prior = self.tokens[index - 2]
                if prior.role in ("compare", "average"):
                    self.paren_period = self.basis_said
                if prior.role == "plan":
                    self.paren_target = True
                    self.paren_period = resolve(before.phrase, self.setting.frame) if before.phrase else None
                if self.last is not None and self.last.kind == "multiple" and self.last.basis and prior.figure is self.last:
                    self.paren_period = self.last.basis
            elif before.role == "plan" and self.clause_figures:
                self.paren_target = True
        elif before is not None and before.role in ("plan", "fill") and self.clause_figures and len(self.low[before.end : token.start].split()) <= 4:
            self.paren_target = before.role == "plan" and not _BREAKS.search(self.low[before.end : token.start])
        self.subject_start = token.end

    def _close(self, token: Token) -> None:
        if not self.stack:
            self.subject_start = token.end
            return
        subject_start, figures, period, said = self.stack.pop()
        self.depth -= 1
        inside = self.clause_figures > figures
        if figures == 0 and not inside:
            self.subject_start = subject_start
        elif figures == 0:
            self.subject_start = subject_start
            self.clause_figures = 0
        else:
            self.subject_start = token.end
            self.clause_figures = figures
        if figures or inside:
            self.clause_period, self.clause_said = (period, said) if figures else (self.clause_period, self.clause_said)
        self.paren_period = None
        self.paren_target = False

    def _leads(self, token: Token) -> bool:
        """Whether the token opens the sentence, up to a list mark and a preposition."""
        head = self.low[self.start : token.start]
        return len(head) < 28 and len(_LIST_HEAD.sub("", head).split()) <= 3

    # -- time ---------------------------------------------------------------------------------------------------------

    def _period(self, index: int, token: Token) -> None:
        """A phrase of time: the basis of a change, the period of the figure before it, or of what follows."""
        phrase = token.phrase
        assert phrase is not None
        tokens = self.tokens
        before = tokens[index - 1] if index else None
        gap = self.low[before.end : token.start] if before else ""
        frame = self.setting.frame
        if phrase.form == "date" and not self._as_of(token):
            self._deadline(phrase)
            return
        if phrase.form == "now":
            self.clause_period, self.clause_said = None, True
            return
        if phrase.form == "year" and (self._base_of_prices(token) or self._ahead(phrase.first) or self._only_since(token)):
            return
        compare = self._compare_before(index)
        if compare is not None:
            self._set_basis(index, phrase, compare)
            return
        if before is not None and before.role == "plan" and index > 1 and self._basis_target(index - 1) and self.last is not None and self.clause_figures:
            return
        if phrase.form in ("same", "yearbefore", "monthbefore", "quarterbefore", "prevterm", "termstart") and self.last is not None and self.clause_figures and not gap.strip(" ("):
            if before is not None and before.role == "figure" and self.last.kind in ("growth", "change", "multiple", "level"):
                self._set_basis(index, phrase, index)
                return
        value = self._resolve(phrase)
        self.last_year = phrase.first if phrase.form in ("year", "span") and phrase.first > 1900 else self.last_year
        if value is None:
            return
        figure = before.figure if before is not None and before.role == "figure" and gap.strip() in ("", "trong", "vào", "của", "ở") else None
        if figure is not None:
            if figure.unit == "1" and figure.basis is None:
                figure.basis = value
            else:
                self._give_period(figure, value)
            return
        if before is not None and before.role == "(" and self._closes(index) and self.last is not None and self._just_before(index - 1):
            self._give_period(self.last, value)
            return
        if before is not None and before.role == ")" and not gap.strip() and self.last is not None and self._figure_before_parenthesis(index - 1) is not None:
            figure = self._figure_before_parenthesis(index - 1)
            assert figure is not None
            self._give_period(figure, value)
            if self.last is not figure:
                self._give_period(self.last, value)
            return
        if before is not None and before.role == "(" and self.last is not None and self.last.kind in ("growth", "change", "multiple") and self.last.basis is None:
            if value != self.last.period:
                self.last.basis = value
        self.clause_period, self.clause_said = value, True
        if not self.depth and not self.clause_figures and (self._leads(token) or self._followed_by_comma(index)) and not self.figures:
            self.lead_period = value
        elif not self.depth and self._followed_by_comma(index) and self._opens_clause(token):
            self.lead_period = value
        elif not self.depth and self._opens_clause(token):
            self.lead_period = None

    def _compare_before(self, index: int) -> int | None:
        """The index of the `so với` that the phrase of time belongs to, over `bình quân`, `mức`, and a word or two."""
        for n in range(index - 1, max(-1, index - 4), -1):
            token = self.tokens[n]
            if token.role == "compare":
                gap = self.low[token.end : self.tokens[index].start]
                return n if len(gap) < 40 and not _BREAKS.search(gap) else None
            if token.role not in ("average", "fill", "reach", "estimate"):
                return None
        return None

    def _resolve(self, phrase: Phrase) -> str | None:
        frame = self.setting.frame
        if phrase.form == "same":
            own = self.clause_period or self.lead_period or self.setting.period or frame.period
            if own is None:
                return None
            return _with_year(own, phrase.first) if phrase.first else same_period_before(own)
        if phrase.form == "yearbefore":
            return str(frame.year - 1) if frame.year else None
        if phrase.first == 0 and phrase.form in ("quarter", "month", "months", "firstmonths", "longdate") and frame.year is None and self.last_year:
            frame = frame._replace(year=self.last_year)
        return resolve(phrase, frame)

    def _base_of_prices(self, token: Token) -> bool:
        """`(giá so sánh 2010)`: the year of the prices is no period."""
        return _PRICE_BASE.search(self.low, max(0, token.start - 22), token.start) is not None

    def _ahead(self, year: int) -> bool:
        """`quy hoạch … đến năm 2030`: a year after the report's own is no period of what it reports."""
        own = self.setting.frame.year
        return own is not None and year > own and not self.setting.planned and not self._within_goal()

    def _within_goal(self) -> bool:
        """Whether the clause speaks of a goal, so that a year to come may be its period."""
        return any(token.role == "plan" for token in self.tokens if token.start >= self.subject_start)

    def _only_since(self, token: Token) -> bool:
        """`Từ năm 2018, Thành phố đã …`: says when something began, not what a figure is for."""
        return self.low.endswith(_NO_PERIOD_BEFORE, max(0, token.start - 12), token.start)

    def _as_of(self, token: Token) -> bool:
        """`Đến 15/9/2023 có 98 xã`: the state on a day; not `trước ngày …`, nor a document's date."""
        return not self.setting.planned and self.low.endswith(("đến ", "tới ", "đến ngày ", "đến hết ngày ", "đến thời điểm "), max(0, token.start - 20), token.start)

    def _deadline(self, phrase: Phrase) -> None:
        """`trước ngày 30/6/2024` gives planned figures before it their year."""
        if phrase.first:
            for figure in reversed(self.figures):
                if figure.status != "planned" or figure.period:
                    break
                figure.period = str(phrase.first)

    def _give_period(self, figure: Figure, value: str) -> None:
        """Sets a figure's period, and that of the differences beside it that lean on it."""
        figure.period = value

    def _closes(self, index: int) -> bool:
        return index + 1 < len(self.tokens) and self.tokens[index + 1].role == ")"

    def _just_before(self, index: int) -> bool:
        """Whether the figure stands right before the token (`51 trường (`), its own noun phrase apart."""
        before = self.tokens[index - 1] if index else None
        return before is not None and before.role == "figure" and len(self.low[before.end : self.tokens[index].start].split()) <= 8

    def _figure_before_parenthesis(self, close: int) -> Figure | None:
        """The figure before the parenthesis that ends at token `close`, where the parenthesis follows it directly."""
        depth = 0
        for index in range(close, -1, -1):
            role = self.tokens[index].role
            depth += (role == ")") - (role == "(")
            if not depth:
                before = self.tokens[index - 1] if index else None
                if before is not None and before.role == "figure" and not self.low[before.end : self.tokens[index].start].strip():
                    return before.figure
                return None
        return None

    def _followed_by_comma(self, index: int) -> bool:
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if after is not None and after.role == ")" and index and self.tokens[index - 1].role != "figure":
            after = self.tokens[index + 2] if index + 2 < len(self.tokens) else None
            return after is not None and after.role == ","
        return after is not None and after.role == "," and not self.low[self.tokens[index].end : after.start].strip()

    def _opens_clause(self, token: Token) -> bool:
        """Whether the phrase of time stands at its clause's head (`; đến năm 2020, …`)."""
        return len(self.low[self.subject_start : token.start].split()) <= 2

    # -- basis --------------------------------------------------------------------------------------------------------

    def _set_basis(self, index: int, phrase: Phrase, compare: int) -> None:
        """`so với năm 2015`: the basis of the changes before it in the clause, or of those that follow it."""
        receivers = [figure for figure in self.pending if figure.basis is None and figure.depth == self.depth]
        if self.last is not None and self.last.basis is None and self.last.kind in ("growth", "change", "multiple") and self.last not in receivers and self.last.depth == self.depth:
            receivers.append(self.last)
        if not receivers or (self.cut and self._subject_between(compare) and not self._is_tail(index)):
            own = self.clause_period or self.lead_period or self.setting.period
            self.lead_basis = self.basis_said = self._basis(phrase, own)
            if self._followed_by_comma(index) or self._opens_clause(self.tokens[compare]):
                self.subject_start = self.tokens[index].end
            return
        for figure in receivers:
            figure.basis = self.basis_said = self._basis(phrase, figure.period)
        self.pending.clear()

    def _subject_between(self, compare: int) -> bool:
        """Whether `so với …` opens a new clause after a comma."""
        return not self.low[self.subject_start : self.tokens[compare].start].strip()

    def _is_tail(self, index: int) -> bool:
        """`tăng 5%, so với cùng kỳ.`: the comparison after a comma still belongs to what is before it, as nothing follows."""
        return all(token.role != "figure" for token in self.tokens[index + 1 : index + 6]) or self.tokens[index + 1].role in (";", ")")

    def _basis(self, phrase: Phrase, own: str | None) -> str | None:
        """The basis period for a figure whose own period is `own`."""
        frame = self.setting.frame
        if phrase.form == "same":
            if own is None or len(own) > 8 and own.count("-") > 2:
                own = frame.period
            if own is None:
                return None
            return _with_year(own, phrase.first) if phrase.first else same_period_before(own)
        if phrase.form == "yearbefore":
            year = int(own[:4]) if own else frame.year
            return str(year - 1) if year else None
        if phrase.form in ("monthbefore", "quarterbefore"):
            return _previous(own or frame.period)
        return resolve(phrase, frame)

    def _basis_target(self, index: int) -> bool:
        """Whether the plan word at `index` is what a figure before it is compared with."""
        return any(token.role == "figure" for token in self.tokens[max(0, index - 3) : index])

    # -- figures ------------------------------------------------------------------------------------------------------

    def _figure(self, index: int, token: Token) -> None:
        """Gives the figure its chain, its subject, and every field but its indicator."""
        figure = token.figure
        assert figure is not None
        figure.token = index
        figure.depth = self.depth
        first = self._chain(index, figure)
        subject = self.text[self.subject_start : figure.chain_start] if figure.chain_start > self.subject_start else ""
        figure.subject = subject
        self._share_chain(figure)
        self._signed(figure)
        if not figure.unit:
            self._unit_from_words(figure)
        self._comparator(figure)
        after = self._after(index, figure)
        self._kind(index, first, figure, after)
        self._status(figure)
        self._set_time(figure)
        if figure.kind in ("change", "growth", "multiple") and figure.basis is None:
            if self.lead_basis is not None:
                figure.basis = self.lead_basis
            elif self.came_from is not None and self.came_from.period != figure.period and not figure.subject.strip(" ,;("):
                figure.basis = self.came_from.period
            elif "equal" in figure.chain and self.last is not None and self.last.kind in ("growth", "change", "multiple"):
                figure.basis = self.last.basis
            elif not figure.average:
                figure.basis = self.among_basis
            if self.lead_basis is None:
                self.pending.append(figure)
        if "from" in figure.chain and figure.kind == "level":
            self.came_from = figure
        self.clause_figures += 1
        self.subject_start = figure.end
        self.cut = False
        self.figures.append(figure)
        self.last = figure

    def _chain(self, index: int, figure: Figure) -> int:
        """The words directly before the figure that say what it is; gives the index of the first of them."""
        tokens, low = self.tokens, self.low
        chain = figure.chain
        at = figure.start
        first = index
        while first:
            token = tokens[first - 1]
            if token.role not in _CHAIN and not (token.role == ":" and (first == index or tokens[first - 2].role == "respectively")):
                break
            if token.end < self.subject_start or low[token.end : at].strip():
                break
            if token.role == "have" and token.end - token.start == 2 and low.startswith("và", token.start):
                break
            chain.add(token.role)
            if token.role == "down":
                figure.negative = True
            at = token.start
            first -= 1
        if first and tokens[first - 1].role == "figure" and (previous := tokens[first - 1].figure) is not None and low[previous.end : at] == "/":
            figure.anchor = previous  # `324 vụ/496 đối tượng`
            chain |= previous.chain
        figure.chain_start = at
        figure.average = "average" in chain
        return first

    def _unit_from_words(self, figure: Figure) -> None:
        """A bare number takes its unit from its subject (`tổng số thuê bao … là 163.450`) or from the figure it stands beside."""
        match = _COUNTED_SUBJECT.search(self.low, max(self.subject_start, figure.start - 160), figure.start)
        noun = read_counted_noun(self.low, match.end()) if match is not None else None
        if noun is not None:
            figure.unit, figure.counted = "{" + noun[0] + "}", noun[0]
            return
        beside = next((one for one in reversed(self.figures) if one.kind in ("level", "part", "target")), self.last)
        if beside is not None:
            figure.unit, figure.counted, figure.per = beside.unit, beside.counted, beside.per
            figure.noun = figure.end
            if figure.counted is None and beside.unit not in ("%", "‰", "1"):
                scale = beside.factor
                figure.value, figure.resolution = figure.value * scale, figure.resolution * scale
                figure.value_to = figure.value_to * scale if figure.value_to is not None else None

    def _signed(self, figure: Figure) -> None:
        """`giảm 358 ca (-21,1%)`, `(+13,2%)`: a sign in a parenthesis makes a difference."""
        at = figure.start
        if not self.depth or self.low[at - 1] not in "+-–−" or self.low[at - 2] != "(":
            return
        figure.chain.add("up" if self.low[at - 1] == "+" else "down")
        figure.negative = self.low[at - 1] != "+"
        if self.last is not None and self.last.kind in ("change", "growth"):
            self.among_basis = self.last.basis

    def _share_chain(self, figure: Figure) -> None:
        """`tăng 01 chợ, 02 trung tâm thương mại`: a figure right after a comma shares the verb of the difference before it."""
        last = self.last
        if last is not None and not figure.chain and "respectively" in last.chain and self.low[last.end : figure.start].strip() in (",", ";", "và", ", và", "; và"):
            figure.chain |= last.chain
            figure.negative = last.negative
            figure.anchor = last
            return
        if last is None or figure.chain or figure.counted is None or last.kind != "change" or last.depth != figure.depth:
            return
        if self.low[last.end : figure.start].strip() in (",", "và"):
            figure.chain |= last.chain & _DIFFERENCE
            figure.negative = last.negative

    def _comparator(self, figure: Figure) -> None:
        if figure.value_to is not None:
            return
        if self.low.find("trở lên", figure.end, figure.end + 60) >= 0 and (_UPWARDS.match(self.low, figure.end) or (figure.counted is not None and _UPWARDS_LATER.match(self.low, figure.end))):
            figure.comparator = "ge"
            return
        for role in _COMPARATORS:
            if role in figure.chain:
                figure.comparator = role
                return
        if figure.chain_start == figure.start:
            return
        words = self.low[figure.chain_start : figure.start]
        if "gần " in words or "khoảng" in words or "xấp xỉ" in words:
            figure.comparator = "approx"
        elif _ABOVE.search(words) and not words.startswith(("cao hơn", "thấp hơn", "nhiều hơn", "ít hơn", "lớn hơn", "nhỏ hơn")):
            figure.comparator = "ge"

    def _after(self, index: int, figure: Figure) -> str | None:
        """What the words right after the figure compare it with: `plan`, `compare` or None."""
        tokens, low = self.tokens, self.low
        at = figure.end
        for token in tokens[index + 1 : index + 4]:
            gap = low[at : token.start]
            if _ENDS_HERE.search(gap) or len(gap) > 24:
                return None
            if token.role == "plan":
                self.plan_used = token.start
                return "plan"
            if token.role == "compare":
                at = token.end
                following = tokens[tokens.index(token) + 1 :][:2]
                for other in following:
                    between = low[at : other.start]
                    if _BREAKS_BETWEEN.search(between) or len(between) > 30:
                        break
                    if other.role == "plan":
                        self.plan_used = other.start
                        return "plan"
                    if other.role == "period":
                        break
                return "compare"
            if token.role in ("period", "figure", ",", ";", "(", ")", ":"):
                return None
            at = token.end
        return None

    def _kind(self, index: int, first: int, figure: Figure, after: str | None) -> None:
        """What kind of figure it is, by its chain, its unit and what follows it."""
        chain = figure.chain
        unit = figure.unit
        if figure.whole is not None:
            figure.kind = "part"
            return
        if self.paren_target and not (chain & _DIFFERENCE):
            figure.kind = "target"
            return
        if unit == "1" and figure.kind != "multiple":
            figure.kind = "multiple" if chain & {"up", "down", "times", "equal", "exceed"} else "level"
            if figure.kind == "level":
                figure.unit = "{lần}"
        if "exceed" in chain or "short" in chain or self._exceeds_plan(index, figure):
            figure.kind = "target_gap"
            figure.basis = "target"
            figure.negative = figure.negative or "short" in chain
        elif chain & _DIFFERENCE and "reach" in chain and self._reach_after_difference(first, index):
            figure.kind = "level"
            figure.negative = False
        elif self._is_goal(first, index, figure):
            figure.kind = "target"
            figure.negative = figure.negative and bool(chain & _DIFFERENCE)
        elif chain & _DIFFERENCE:
            self._difference(figure, after)
        elif figure.points:
            figure.kind = "change"
        elif unit == "%" and (after == "plan" or self._of_result_and_plan(figure)):
            figure.kind, figure.basis = "attainment", "target"
        elif after == "plan" and figure.anchor is not None:
            figure.kind = "target"
        elif figure.kind == "multiple":
            pass
        elif "equal" in chain and unit == "%":
            self._equal(index, figure, after)
        elif unit in ("%", "‰") and not figure.counted:
            self._rate(figure)
            self._sibling(figure)
        if figure.kind == "multiple" and after == "plan":
            figure.basis = "target"
        if figure.negative and figure.value > 0:
            figure.value = -figure.value
            if figure.value_to is not None:
                figure.value, figure.value_to = -figure.value_to, figure.value

    def _of_result_and_plan(self, figure: Figure) -> bool:
        """`2.280 liều/2.500 liều KH, đạt 91,2%`: a result beside its plan, then the share."""
        last = self.last
        return last is not None and last.kind == "target" and last.anchor is not None and bool(figure.chain & {"reach", "equal"}) and not figure.subject.strip(" ,;(")

    def _difference(self, figure: Figure, after: str | None) -> None:
        if after == "plan":
            figure.kind, figure.basis = "target_gap", "target"
        elif figure.unit == "1":
            figure.kind = "multiple"
        elif figure.unit in ("%", "‰"):
            figure.kind = "change" if self._of_a_share(figure) or figure.unit == "‰" else "growth"
        else:
            figure.kind = "change"

    def _equal(self, index: int, figure: Figure, after: str | None) -> None:
        """`bằng 98,7% dự toán`, `bằng 52% so với nhiệm kỳ trước`."""
        follows = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        near = follows is not None and not self.low[figure.end : follows.start].strip()
        if after == "compare" or (near and follows is not None and follows.role == "period"):
            figure.kind = "multiple"

    def _rate(self, figure: Figure) -> None:
        """A rate that is itself a growth (`Tốc độ tăng trưởng … đạt 15%/năm`)."""
        if ("year" in figure.per and figure.unit == "%" and "lãi suất" not in self.low[self.start : figure.start]) or _GROWTH_WORDS.search(figure.subject.lower()):
            figure.kind = "growth"
        elif figure.unit == "‰" and "year" in figure.per and "mức giảm" in figure.subject.lower():
            figure.kind, figure.negative = "change", True

    def _sibling(self, figure: Figure) -> None:
        """`công nghiệp tăng 8,31%, xây dựng 6,74%`: without a verb of its own it is of the kind of the figure before it in the list."""
        last = self.last
        if figure.kind != "level" or last is None or self.paren_period is not None or figure.chain - {"respectively"} or last.kind not in ("growth", "change") or last.unit != figure.unit:
            return
        gap = self.low[last.end : figure.start]
        if not _TIME_ONLY.sub("", gap) and last.kind == "growth":
            figure.kind = "growth"
        elif len(gap) < 60 and (not _STOPS.search(gap) or last.chain & {"respectively"}) and _JOINS.search(gap) and not figure.per:
            figure.kind, figure.basis, figure.negative = last.kind, last.basis, last.negative and not gap.strip(" ,;(").startswith("tăng")

    def _of_a_share(self, figure: Figure) -> bool:
        """Whether the figure is a difference of a share, so that its percent are points."""
        if figure.points:
            return True
        subject = figure.subject.strip().lower()
        if len(subject.split()) > 1:
            return bool(_SHARE_WORDS.search(subject)) and not _GROWTH_WORDS.search(subject)
        for earlier in reversed(self.figures):
            if earlier.kind in ("target", "target_gap", "attainment", "change", "growth", "multiple"):
                continue
            return earlier.kind == "part" or (earlier.unit == "%" and earlier.kind == "level")
        return False

    def _reach_after_difference(self, first: int, index: int) -> bool:
        """`tăng … lên 54 trường`, `giảm còn 36 hộ`: a word of arrival stands after the word of change."""
        last = max((n for n in range(first, index) if self.tokens[n].role in ("up", "down")), default=-1)
        return any(self.tokens[n].role == "reach" and self.low[self.tokens[n].start : self.tokens[n].end] not in ("là", "từ", "đạt") for n in range(last + 1, index))

    def _is_goal(self, first: int, index: int, figure: Figure) -> bool:
        """`(chỉ tiêu NQ là 59%)`, `Nghị quyết đề ra đạt trên 90%`, `phấn đấu đạt 95%`, `kế hoạch: 450 ha`."""
        for n in range(index - 1, -1, -1):
            token = self.tokens[n]
            if token.end <= self.subject_start and token.start < self.subject_start:
                break
            if token.role == "plan":
                if token.start == self.plan_used:
                    return False
                if n and self.tokens[n - 1].role in ("compare", "exceed") and not self.low[self.tokens[n - 1].end : token.start].strip():
                    return False
                if n and self.tokens[n - 1].role == "reach" and not self.low[self.tokens[n - 1].end : token.start].strip() and not _GOAL.match(self.low, token.start):
                    return False
                between = self.low[token.end : figure.start]
                head = self.low[self.subject_start : token.start].strip(" (:-")
                if self.low.startswith("phấn đấu", token.start):
                    return True
                return len(head.split()) <= 1 and len(between.split()) <= 9 and not between.strip().startswith("bằng")
        return False

    def _exceeds_plan(self, index: int, figure: Figure) -> bool:
        """`vượt dự toán tỉnh giao 10%`: the plan stands between the verb and the figure."""
        seen_plan = False
        for n in range(index - 1, max(-1, index - 7), -1):
            token = self.tokens[n]
            if token.role in (",", ";", "(", ")", "figure"):
                return False
            if token.role == "plan":
                seen_plan = True
            elif token.role == "exceed":
                return seen_plan
        return False

    def _status(self, figure: Figure) -> None:
        if figure.kind == "target":
            figure.status = "planned"
        elif self.setting.planned:
            figure.status = "planned"
            if figure.kind in ("growth", "change", "multiple") or (figure.kind == "level" and not self._sizes(figure)):
                figure.kind = "target"
        elif self._approved_plan(figure):
            figure.status = "planned"
        elif (self.clause_estimate or self.lead_estimate) and not self._compared(figure):
            figure.status = "estimated"

    def _sizes(self, figure: Figure) -> bool:
        """`18 chỉ tiêu, gồm 07 chỉ tiêu về kinh tế`, `công suất 12 tấn/ngày`: what a plan consists of, not what it sets to be reached."""
        if figure.counted in ("chỉ tiêu", "nhiệm vụ", "mục tiêu", "giải pháp", "nội dung"):
            return True
        return _STATE.search(figure.subject.lower()) is not None

    def _approved_plan(self, figure: Figure) -> bool:
        """`phê duyệt quy hoạch cụm công nghiệp (diện tích 50 ha)`: the size of what a plan approves is planned."""
        if figure.kind != "level" or figure.unit == "%" or (figure.counted or "").startswith("quy hoạch"):
            return False
        if self.low.find("quy hoạch ", max(self.start, figure.start - 140), figure.start) < 0:
            return False
        begin = self.low.rfind(";", self.start, figure.start)
        return _PLANS.search(self.low, max(begin, figure.start - 140, self.start), figure.start) is not None

    def _set_time(self, figure: Figure) -> None:
        """The period: said in the clause, else at the sentence's head, else by the section."""
        if self._compared(figure):
            figure.period = self.paren_period
        elif self.setting.planned and figure.per == ("year",) and not self.clause_said and self.setting.term_ahead and figure.unit != "%":
            figure.period = self.setting.term_ahead
        elif self.clause_said:
            figure.period = self.clause_period
        elif self.came_from is not None and self.came_from is self.last and "reach" in figure.chain:
            figure.period = self.lead_period or self.setting.period
        elif self.clause_figures and self.last is not None and (self.last.period or self.depth):
            figure.period = self.last.period
        elif self.setting.planned and _EVERY_YEAR.search(self.low, max(self.start, figure.start - 120), min(self.end, figure.end + 40)) and self.setting.term_ahead:
            figure.period = self.setting.term_ahead
        else:
            figure.period = self.lead_period
            if figure.period is None and not self._tells_a_state(figure):
                figure.period = self.setting.period
        if figure.period and "/" in figure.period and _RAISES_TO.match(self.low[self.subject_start : figure.start].strip(" ,;")):
            figure.period = None
            self.clause_period, self.clause_said = None, True
        if figure.kind == "growth" and figure.average and self.came_from is not None and self.last is not None and not self.setting.planned:
            first, last = self.came_from.period, self.last.period
            if first and last and len(first) == len(last) == 4 and first < last:
                figure.period = f"{first}/{last}"
        if figure.period is None and figure.kind == "growth" and figure.per == ("year",) and self.setting.frame.term and not self.setting.planned:
            figure.period = "{}/{}".format(*self.setting.frame.term)
        if not figure.per and figure.kind != "part" and (figure.unit not in ("%", "‰") or figure.kind == "growth") and _EACH_YEAR.search(self.low[self.subject_start : figure.start]):
            figure.per = ("year",)

    def _compared(self, figure: Figure) -> bool:
        """`so với cùng kỳ (1.700 ca)`: the bare figure in the parenthesis is the one compared with."""
        return self.paren_period is not None and not figure.chain - {"ge", "le", "approx", "reach"}

    def _tells_a_state(self, figure: Figure) -> bool:
        """`Toàn tỉnh có 245 sản phẩm`, `công suất 48 MW`: what there is, which a report's period does not date."""
        if self.setting.planned:
            return figure.kind == "level"
        if "have" in figure.chain and (figure.counted is not None or figure.whole is not None):
            self.clause_period, self.clause_said = None, True
            return True
        return figure.kind == "level" and _STATE.search(figure.subject.lower()) is not None


def _with_year(period: str, year: int) -> str:
    """The period moved so that it ends in `year` (`2023-Q4`, 2022 → `2022-Q4`)."""
    if not year:
        return period
    return re.sub(r"(?:19|20)\d\d", str(year), period) if not re.fullmatch(r"\d{4}/\d{4}", period) else str(year)


def _previous(period: str | None) -> str | None:
    """The month or quarter before: `2024-06` → `2024-05`."""
    if period is None:
        return None
    match = re.fullmatch(r"(\d{4})-(Q?)(\d+)", period.rsplit("/", 1)[-1])
    if match is None:
        return None
    year, quarter, number = int(match[1]), match[2], int(match[3])
    number -= 1
    if not number:
        year, number = year - 1, 4 if quarter else 12
    return f"{year}-Q{number}" if quarter else f"{year}-{number:02d}"
