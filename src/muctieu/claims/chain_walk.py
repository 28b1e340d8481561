"""The words right before a figure (its *chain*: `ước đạt trên`, `tăng bình quân`) and right behind it: comparator, sign, borrowed unit, what it is compared with.

The part of the walk that looks at a figure's nearest words. It decides no kind and no time.
"""

from __future__ import annotations

import re

from muctieu.claims.basis_walk import BasisWalk
from muctieu.claims.figures import Figure
from muctieu.claims.tokens import ROLES

_CHAIN = ROLES - {"plain", "compare", "time"}
_UPPER = ("cấp trên ", "lên tuyến trên ", "chuyển tuyến trên ", "nêu trên ", "nói trên ", "kể trên ")  # no `trên 50`
_COMPARATORS = ("ge", "le", "approx")
_NO_COMPARISON = frozenset(("period", "figure", ",", ";", "(", ")", ":"))
_MAY_BE_MOST = frozenset(("plan", "equal"))
_AS_MUCH_AS = ("", "tới", "đến", "những", "đến những", "tới những")  # `nhiều hơn năm 2020 tới 480 ha`
_TELLS_SHARE = ("chiếm ", "chiếm tỷ lệ ", "là ", "bằng ", "chiếm khoảng ")
_OUT_OF = re.compile(r"(?: (?!đạt|bằng|tăng|giảm|là|lên)[^\W\d_]+){0,4} trên ")
_NOT_EQUAL = ("chưa bằng ", "không bằng ", "còn chưa bằng ")
_COMPARATIVE = re.compile(
    r"(?<![^\W_])(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|chậm|đông|thưa|dày|dài|ngắn|rộng|hẹp|khá|tốt|trội|nhỉnh|nhích|kém|sớm|muộn|mạnh|yếu|sâu|nặng|nhẹ) hơn $"
)  # `đông hơn 6,8%`; not `tăng hơn 6%`
_REACH = frozenset(("reach", "fill"))
_DIFFERENCE = frozenset(("up", "down"))
_UPWARDS = re.compile(r"[,]?\s(?:trở lên|trở đi|trở nên)\b")
_UPWARDS_LATER = re.compile(
    r"(?:\s[^\W\d_]+){1,6}(?<!nhiệm vụ)(?<! học)(?<! khá)(?<! giỏi)(?<! tốt)(?<! cấp)(?<! sĩ)(?<! sao)\strở lên\b"
)
_OR_BEYOND = re.compile(
    r" (?:là (?:(?P<least>ít nhất|tối thiểu|thấp nhất|ít ra)|tối đa|cao nhất|nhiều nhất|cùng)|hoặc (?:(?P<more>(?:cao |nhiều |lớn )?hơn|trên)|(?:thấp|ít|nhỏ) hơn|dưới)|trở xuống)(?= nữa|[ ,;.)\n]|$)"
)  # `18,9% hoặc thấp hơn`
_OF_PLAN = re.compile(
    r"/(?:dự toán|kế hoạch|kh|dt|chỉ tiêu)(?![^\W_])(?! ?:? ?\d)(?! (?:năm|giao|từ|trên|dưới|là|đạt|không quá|tối thiểu|ít nhất)? ?\d)"
)
_THING_AND_SLASH = re.compile(r"(?: [^\W\d_]+){1,4}/")  # `38.412 ha lúa đông xuân/38.000 ha`
_NEVER_OVER = re.compile(r"(?<![^\W_])không (?:để|được để|cho)(?: [^\W\d_]+){0,8} (?:vượt )?quá $")
_HARVESTS = frozenset(("t", "kg", "dt"))
_HARVESTED_ON = re.compile(r"(?: [^\W\d_]+){0,3} trên ")  # `thu 42.100 tấn nhân trên 14.600 ha`
_ALL = 100  # per cent
_JUDGES = (" đạt ", " vượt ", " chưa đạt ", " không đạt ", " hoàn thành ", " chưa hoàn thành ")
_JUDGED_AT_ONCE = re.compile(
    r" (?:chưa |không )?(?:đạt|vượt|hoàn thành)(?: và vượt)?(?: so)?(?: với)? (?:mức )?(?:kh|kế hoạch|nq(?:đh)?|nghị quyết|chỉ tiêu|ct|mục tiêu|dự toán|dt)(?![^\W_])"
)
_JUDGED_BEHIND = re.compile(r" [-–] (?:đạt|chưa đạt|không đạt|vượt|đảm bảo|bảo đảm) (?!\d)")
_ENDS_HERE = re.compile(r"[.,;()]| [-–] |(?<![^\W_])(?:song|nhưng|tuy) ")
_BREAKS_BETWEEN = re.compile(r"[,;()]")
_SINCE_THEN = re.compile(r"\((?:ck|cùng kỳ|năm trước|năm ngoái|kỳ trước|cùng kỳ năm trước)(?: là| có|:)? $")
_AGAINST = re.compile(
    r"(?<![^\W_])so (?:với )?(?:ck|cùng kỳ|năm trước|kh|kế hoạch)\s?:[^.]*$"
)  # a list of signed differences follows


_THEN_SIGNED = ("cùng kỳ ", "cùng kỳ năm trước ", " ck ", "năm trước ", "năm ngoái ")  # `đối chiếu cùng kỳ +03 vụ`


class ChainWalk(BasisWalk):
    """Reads the chain of a figure and what follows it."""

    def _chain(self, index: int, figure: Figure) -> int:
        """The words directly before the figure that say what it is; gives the index of the first of them."""
        tokens, low = self.tokens, self.low
        chain, subject_start = figure.chain, self.subject_start
        at = figure.start
        first = index
        role, said_from = "", subject_start
        while first:
            token = tokens[first - 1]
            role = token.role
            if role not in _CHAIN and not (
                role == ":" and (first == index or tokens[first - 2].role == "respectively")
            ):
                break
            if token.end < subject_start or low[token.end : at].strip():
                break
            if role == "have" and token.end - token.start == 2 and low.startswith("và", token.start):
                break
            chain.add(role)
            if role == "down":
                figure.negative = True
            if (
                role in _DIFFERENCE
                and first < index
                and tokens[first].role == "plan"
                and low.endswith("hơn", token.start, token.end)
            ):
                self.compared_with = tokens[first]  # `thấp hơn mục tiêu 2,65 điểm`
            at = token.start
            first -= 1
        if (
            first
            and role == ")"
            and chain <= _REACH
            and (opened := self._opened_at(first - 1))
            and tokens[opened - 1].role == "period"
            and self._difference_before(opened - 1) is not None
            and not low[token.end : at].strip()
        ):
            said_from = self.start
            first, at = opened, tokens[opened].start  # `cao hơn năm 2020 (75,8%) là 12,6 điểm phần trăm`
            token, role = tokens[first - 1], tokens[first - 1].role
        if first and role in ("period", "plan") and low[token.end : at].strip() in _AS_MUCH_AS:
            difference = self._difference_before(first - 1)
            if difference is not None and tokens[difference].start >= said_from:
                self.compared_with = token
                first = difference
                token = tokens[first]
                chain.add(token.role)
                figure.negative = figure.negative or token.role == "down"
                at = token.start
                role = tokens[first - 1].role if first else ""
        if first and ("plan" in chain or tokens[first - 1].figure is not None):
            self._set_anchor(figure, first - 1, at)
        figure.chain_start = at
        figure.average = "average" in chain
        return first

    def _set_anchor(self, figure: Figure, index: int, at: int) -> None:
        """The figure that this one stands beside: `324 vụ/496 đối tượng`, `3 đảng viên mới / KH 5 đảng viên`; `index` is the token before the chain."""
        chain, tokens = figure.chain, self.tokens
        if index and tokens[index].role == "fill" and "plan" in chain:
            index -= 1
        previous = tokens[index].figure
        if previous is None:
            return
        gap = self.low[previous.end : at]
        over = gap == "/" or (figure.unit == previous.unit and _THING_AND_SLASH.fullmatch(gap) is not None)
        if over or ("plan" in chain and len(gap) < 12 and gap.endswith(("/", "/ ")) and "," not in gap):
            figure.anchor = previous
            chain |= previous.chain

    def _signed(self, figure: Figure) -> None:
        """`giảm 358 ca (-21,1%)`, `so CK: -2 vụ`: a sign in a parenthesis or behind what is compared with makes a difference."""
        at = figure.start
        listed = self.low[at - 3 : at - 1] in (": ", ", ", "; ") and (
            self.lead_basis is not None
            or ("compare" in self.roles and _AGAINST.search(self.low, self.start, at - 1) is not None)
        )
        if self.depth and self._signed_since(figure):
            return
        compared = self.low.endswith(_THEN_SIGNED, 0, at - 1) and (self.basis_said or self.lead_basis) is not None
        if not listed and not compared and not (self.depth and self.low[at - 2] == "("):
            return
        figure.chain.add("up" if self.low[at - 1] == "+" else "down")
        figure.negative = self.low[at - 1] != "+"
        if self.last is not None and self.last.kind in ("change", "growth"):
            self.among_basis = self.last.basis

    def _signed_since(self, figure: Figure) -> bool:
        """`phạm pháp 23 vụ (CK 31 vụ; -8 vụ)`, `(năm trước 12; +3)`: a signed difference from what the parenthesis says that it was."""
        then, at = self.last, figure.start - 1
        if then is None or (then.kind, then.depth) != ("level", self.depth) or not then.period:
            return False
        if _SINCE_THEN.search(self.low, then.start - 16, then.start) is None or self.low[then.end : at].strip() not in (
            ";",
            ",",
        ):
            return False
        figure.chain.add("up" if self.low[at] == "+" else "down")
        figure.negative = self.low[at] != "+"
        now = next((one for one in reversed(self.figures) if one.depth < self.depth), None)
        figure.basis, self.clause_period = then.period, now.period if now is not None else self.setting.period
        return True

    def _comparator(self, figure: Figure) -> None:
        if figure.value_to is not None or (
            figure.whole is not None and self.low.startswith("đạt và vượt ", figure.chain_start)
        ):
            return
        low, start, end = self.low, figure.start, figure.end
        if (
            self.tells_least
            and low.find("trở lên", end, end + 60) >= 0
            and (
                _UPWARDS.match(low, end)
                or (
                    (figure.counted is not None or self.low.endswith("từ ", 0, figure.start))
                    and figure.whole is None
                    and (later := _UPWARDS_LATER.match(low, end)) is not None
                    and " từ " not in later[0]  # `246 sản phẩm OCOP từ ba sao trở lên`
                )
            )
        ):
            figure.comparator = "ge"
            return
        if low.startswith((" hoặc ", " trở xuống", " là "), end) and (beyond := _OR_BEYOND.match(low, end)) is not None:
            figure.comparator = "ge" if beyond["more"] or beyond["least"] else "le"
            return
        if low.endswith("quá ", 0, start) and _NEVER_OVER.search(low, max(self.start, start - 70), start):
            figure.comparator = "le"
            return
        if self.setting.planned and low.endswith(("có từ ", "đạt từ "), 0, start):
            figure.comparator = "ge"
            return
        chain = figure.chain
        if not chain:
            return
        if figure.unit == "ha" and self.last is not None and self._harvested_on(self.last, start):
            return
        if chain & _MAY_BE_MOST and self._is_most(figure):
            figure.comparator = "le"
            return
        for role in _COMPARATORS:
            if role in chain:
                # `chiếm 5% trên tổng số 300 hộ`, `chưa đạt kế hoạch 66%`
                if role == "ge" and self._is_whole(figure):
                    return
                if (role != "ge" or low.find("trên tổng", figure.chain_start, start) < 0) and not (
                    role == "le" and "plan" in chain and low.find("chưa đạt", figure.chain_start, start) >= 0
                ):
                    figure.comparator = role
                return
        if figure.chain_start == start:
            return
        words = low[figure.chain_start : start]
        if "gần " in words or "khoảng" in words or "xấp xỉ" in words:
            figure.comparator = "approx"
        elif (
            words.endswith(("trên ", "hơn "))
            and not low.endswith(_UPPER, 0, start)
            and not words.startswith(("cao hơn", "thấp hơn", "nhiều hơn", "ít hơn", "lớn hơn", "nhỏ hơn"))
            and not _COMPARATIVE.search(words)
        ):
            figure.comparator = "ge"

    def _is_whole(self, figure: Figure) -> bool:
        """`còn 142 hộ trên 33.020 hộ dân`: out of so many; `số đạt và vượt chiếm 85,7%`: the share of both."""
        low, last = self.low, self.last
        both = low.find("đạt và vượt ", figure.chain_start, figure.start) >= 0
        if both and low.endswith(_TELLS_SHARE, 0, figure.start):
            return True
        return (
            low.endswith(" trên ", 0, figure.start)
            and last is not None
            and last.unit != "%"
            and last.kind in ("level", "change")
            and (
                last.unit == figure.unit
                or (last.counted is not None and (figure.counted or "").startswith(last.counted))
            )
            and abs(last.value) <= figure.value
            and _OUT_OF.fullmatch(low, last.end, figure.start) is not None
        )

    def _is_most(self, figure: Figure) -> bool:
        """`dưới mức trần 0,85%`, `chưa bằng một nửa của cùng kỳ`: no more than that."""
        if "plan" in figure.chain and self.low.endswith("trần ", 0, figure.start):
            return True
        return "equal" in figure.chain and self.low.startswith(_NOT_EQUAL, figure.chain_start)

    def _harvested_on(self, harvest: Figure, start: int) -> bool:
        """`năng suất 62,1 tạ/ha trên 37.241 ha`, `42.100 tấn nhân trên 14.600 ha`: the land that a harvest is of."""
        if harvest.per[:1] == ("ha",):
            return self.low[harvest.end : start] == " trên "
        return harvest.unit in _HARVESTS and _HARVESTED_ON.fullmatch(self.low, harvest.end, start) is not None

    def _after(self, index: int, figure: Figure) -> str | None:
        """What the words right after the figure compare it with: `plan`, `compare` or None."""
        tokens, low = self.tokens, self.low
        at = figure.end
        if low.startswith("/", at):
            return "plan" if _OF_PLAN.match(low, at) else None  # `đạt 95%/dự toán`; not `đạt 19,6%/chỉ tiêu 14%`
        if low.startswith((" -", " –"), at) and _JUDGED_BEHIND.match(low, at):
            return None  # `46,5% – đạt chỉ tiêu giao (45%)`
        if (
            figure.unit == "%"
            and figure.value <= _ALL
            and low.startswith(_JUDGES, at)
            and _JUDGED_AT_ONCE.match(low, at)
        ):
            return None  # `Hộ văn hóa đạt 92% vượt NQ (NQ 93%)`
        if index + 1 < len(tokens) and tokens[index + 1].role == "(":
            close = self._aside(index)
            if close is None:
                return None
            index, at = close, tokens[close].end
        for token in tokens[index + 1 : index + 4]:
            if token.role in _NO_COMPARISON or token.start - at > 24 or _ENDS_HERE.search(low, at, token.start):
                return None
            if token.role == "plan":
                self.plan_used.add(token.start)
                return "plan"
            if token.role == "compare":
                at = token.end
                following = tokens[tokens.index(token) + 1 :][:2]
                for other in following:
                    between = low[at : other.start]
                    if _BREAKS_BETWEEN.search(between) or len(between) > 30:
                        break
                    if other.role == "plan":
                        self.plan_used.add(other.start)
                        return "plan"
                    if other.role == "period":
                        break
                return "compare"
            at = token.end
        return None

    def _opened_at(self, close: int) -> int | None:
        """The index of the `(` that the `)` at `close` closes."""
        for index in range(close - 1, max(-1, close - 8), -1):
            if self.tokens[index].role == "(":
                return index
            if self.tokens[index].role == ")":
                return None
        return None

    def _aside(self, index: int) -> int | None:
        """`bằng 97,6% (giảm 864 ha) so với vụ trước`: the end of the parenthesis between a figure and what it is compared with."""
        tokens, low = self.tokens, self.low
        opened = index + 1
        if low[tokens[index].end : tokens[opened].start].strip():
            return None
        for close in range(opened + 1, min(opened + 8, len(tokens) - 1)):
            role = tokens[close].role
            if role == ")":
                after = tokens[close + 1]
                joined = not low[tokens[close].end : after.start].strip()
                return close if joined and after.role in ("compare", "plan") else None
            if role in ("(", ";"):
                return None
        return None
