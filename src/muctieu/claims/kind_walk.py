"""The chain before a figure and the words behind it → its kind. The part of the walk that knows kinds; the status is in `status_walk.py`."""

from __future__ import annotations

import re

from muctieu.claims.figures import Figure
from muctieu.claims.goal_walk import GOALS, GoalWalk

_DIFFERENCE = frozenset(("up", "down"))
_SHARE_WORDS = re.compile(
    r"^(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|độ che phủ|mức độ|cơ cấu|% |số % |xác suất|hệ số|tỷ suất|tỉ suất)|(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|độ che phủ) "
)
_GROWTH_WORDS = re.compile(
    r"(?:tốc độ|mức|nhịp độ) (?:tăng|phát triển)|tăng trưởng|chỉ số phát triển|tốc độ phát triển"
)
_SHARE_BESIDE = re.compile(r"\s?[)\]]?\s?(?:\(=?|→|⇒|->|=>?)\s?(?:(?:th|ưth)/(?:kh|dt) )?")
_ATTAINS = frozenset(("reach", "equal"))
_WHOLE = 100
_SHARED_WITH = re.compile(
    r" (?:so|về|tổng|số|lượng|khối lượng|diện tích|của|trên|cùng|năm|mức|dân|hộ|nhu cầu|công suất)(?![^\W_])"
)
_JOINTS = frozenset(("và", "đã", "cũng", "còn", "nhưng", "song", "riêng", "đều", "tiếp", "lại", "với", "nay", "này"))
_AT_THAT_TIME = re.compile(r"[^;.()]{0,24} \((?:khi đó|lúc đó|trước đó|hồi đó)(?: là| có| chỉ có)? ")
_AMONG = re.compile(r"^[\s;,.]*trong đó(?: có)?:?")
_LIKE = frozenset(("hộ", "học", "lao", "trẻ", "sinh", "người", "khu"))
_ASIDE = re.compile(r"\([^()]*\)")
_STOPS = re.compile(r"[;.]")
_JOINS = re.compile(r"[(,;]| và ")
_TIME_ONLY = re.compile(r"[;,.:()\s]|năm|quý|tháng|riêng|ước|đầu|cuối|cả|\d+|(?<![^\W_])[ivx]+(?![^\W_])")
_CONTRIBUTES = re.compile(r"(?<![^\W_])góp(?:\s\S+){0,4}\s*$")
_ARRIVES = re.compile(r"[^.;]{0,40}? (?:lên|xuống|còn) ")
_OF_A_MEAN = re.compile(
    r" (?:(?:vụ|đợt|mùa)(?: [^\W\d_]+){0,3} (?:năm )?trước|(?:so với )?(?:mức )?(?:bình quân|trung bình)(?: chung)?(?: của)? (?!đầu người|mỗi|hằng|hàng))"
)
_PART_OF_PLAN = re.compile(r" (?:theo |của )?(?:kế hoạch|kh|chỉ tiêu)(?![^\W_])")
_AMOUNTS_TO = re.compile(r"(?:tương đương|tương ứng)(?: với| tăng| giảm| vượt)?(?: khoảng| gần| trên| hơn)? $")
_EQUALLY = re.compile(r"[(,]?\s?(?:=|tương đương|tương ứng|bằng|hay)(?: với| tăng| giảm| vượt)?$")


class KindWalk(GoalWalk):
    """Decides what kind of figure each is, by its chain, its unit and what follows it."""

    def _kind(self, index: int, first: int, figure: Figure, after: str | None) -> None:
        """What kind of figure it is, by its chain, its unit and what follows it."""
        chain = figure.chain
        unit = figure.unit
        differs = "up" in chain or "down" in chain
        if self._is_plain(figure, after, differs):
            return
        if unit == "1" and figure.kind != "multiple" and not figure.per:
            self._times(figure)
        passes = "exceed" in chain or "short" in chain
        if "short" in chain and after != "plan" and "plan" not in self.roles and self._falls_short(figure):
            return
        if passes and figure.counted is not None and (figure.end == figure.number[1] or figure.counted in GOALS):
            figure.kind, figure.comparator = "level", "eq"  # `8 chỉ tiêu: vượt 4, đạt 3, không đạt 1`
            return
        if ("plan" in self.roles or figure.value_to is not None) and (
            self._names_the_goal(figure) or self._falls_short_of(figure)
        ):
            figure.kind, figure.negative = "target", False
            if figure.comparator != "between" and not self.low.endswith(("trên ", "dưới "), 0, figure.start):
                figure.comparator = "eq"
        elif passes or ("plan" in self.roles and self._is_gap(index, figure)):
            figure.kind, figure.basis = "target_gap", "target"
            figure.negative = figure.negative or "short" in chain
        elif (differs and "from" in chain and self._goes_on_to(figure)) or (
            differs and "reach" in chain and self._reach_after_difference(first, index)
        ):
            figure.kind, figure.negative = "level", False
        elif "plan" in self.roles and self._is_goal(first, index, figure):
            figure.kind = "target"
            figure.negative = figure.negative and differs
        elif differs:
            self._difference(figure, after)
        elif (unit == "%" and self._said_again(figure)) or ("equal" in chain and self._amounts_to(figure)):
            self._say_again(figure)
        elif unit == "%" and _CONTRIBUTES.search(figure.said):
            figure.kind = "level"
            figure.negative = self.low[figure.start - 2 : figure.start] in (" -", " −", " –")
        elif figure.points:
            figure.kind, figure.negative = "change", figure.negative or self._falls_too(figure)
        elif unit == "%" and after == "plan" and self._tells_its_plan(index, figure):
            self._rate(figure)
        elif unit == "%" and (after == "plan" or self._of_a_plan(first, figure)):
            figure.kind, figure.basis = "attainment", "target"
        elif (after == "plan" or "plan" in chain) and figure.anchor is not None:
            figure.kind = "target"
        elif figure.kind == "multiple":
            pass
        elif unit == "%" and ("equal" in chain or self._of_time_before(index, figure, after)):
            self._equal(index, figure, after)
        elif self._is_attained(figure):
            figure.kind, figure.basis = "attainment", "target"
        elif self.depth and self._was_before(figure):
            pass
        elif unit in ("%", "‰") and not figure.counted:
            self._rate(figure)
            self._sibling(figure)
        if after == "plan" or figure.negative or figure.kind in ("attainment", "target_gap"):
            self._settle(figure, after)

    @staticmethod
    def _times(figure: Figure) -> None:
        """`tăng 1,7 lần` is a multiple, `diễn tập 3 lần` a count."""
        if figure.chain & {"up", "down", "times", "equal", "exceed"}:
            figure.kind = "multiple"
        else:
            figure.kind, figure.unit = "level", "{lần}"

    def _is_plain(self, figure: Figure, after: str | None, differs: bool) -> bool:
        """Whether the kind is settled by the place alone: a part, a goal in parentheses or behind `Yêu cầu:`."""
        chain = figure.chain
        if figure.whole is not None:
            figure.kind = "target" if "plan" in self.roles and self._sets_part(figure) else "part"
            return True
        if self.paren_target and self._parts_a_gap(figure):
            return True
        if (
            self.paren_target
            and not self._breaks_down(figure)
            and (not differs or ((figure.average or figure.per) and after is None))
        ):
            figure.kind = "target"
            figure.negative = "down" in chain
            if figure.negative:
                self._turn(figure)
            return True
        if self.depth and self._goes_on_with_goals(figure):
            figure.kind = "target"
            figure.negative = "down" in chain and not chain & {"reach"}
            if figure.negative:
                self._turn(figure)
            return True
        anchored = figure.anchor is not None and "respectively" in chain and figure.anchor.kind == "target"
        missed = self.depth > 0 and not chain and self._goal_missed(figure)
        if anchored or missed or (self.required and not differs):
            figure.kind = "target"  # `mục tiêu lần lượt là 82% và 50%`, `Yêu cầu: đường xã 100%; đường thôn ≥ 90%`
            return True
        return False

    def _settle(self, figure: Figure, after: str | None) -> None:
        """What follows from the kind: the sign of a fall, a multiple of the plan, the plan that stands beside a result."""
        if after == "plan" and figure.kind == "multiple":
            figure.basis = "target"
        if figure.kind in ("attainment", "target_gap"):
            self._plan_beside(figure)
        if figure.negative:
            self._turn(figure)

    def _was_before(self, figure: Figure) -> bool:
        """`chiếm 46,1%, tăng 6,4% (39,7%)`: what the share was that has risen; of the time that the rises are measured from."""
        last = self.last
        if last is None or last.kind != "change" or last.unit != figure.unit or abs(last.value) > figure.value:
            return False
        if figure.chain and not _AT_THAT_TIME.search(self.low, last.end, figure.start):
            return False
        between = self.low[last.end : figure.start]
        if (between != " (" and not _AT_THAT_TIME.fullmatch(between)) or (last.basis or self.basis_said) is None:
            return False
        self.paren_period = last.basis or self.basis_said
        return True

    def _said_again(self, figure: Figure) -> bool:
        """`vượt 37,2 tỷ đồng (tương đương 4,7%)`, `tăng 12 ca (34%)`: the same difference in per cent."""
        last = self.last
        if last is None or last.kind not in ("change", "target_gap") or last.unit in ("%", "‰", "1"):
            return False  # of a share, the parenthesis tells what it was
        between = self.low[last.end : figure.start].strip()
        return between == "(" or _EQUALLY.match(between) is not None

    def _amounts_to(self, figure: Figure) -> bool:
        """`đạt 22,4 triệu đồng (tăng 7,7%, tương đương 1,6 triệu đồng)`: the difference in per cent, said again as an amount."""
        last = self.last
        if (
            last is None
            or last.kind not in ("growth", "target_gap")
            or last.unit != "%"
            or figure.unit in ("%", "‰", "1")
        ):
            return False
        between = self.low[last.end : figure.start]
        return _AMOUNTS_TO.search(between) is not None and not _STOPS.search(between)

    def _say_again(self, figure: Figure) -> None:
        """The kind, basis and sign of the difference that the figure says again; of a count whose share was given before, it is in points."""
        last = self.last
        assert last is not None
        figure.kind, figure.basis, figure.negative = last.kind, last.basis, last.value < 0
        figure.chain.add("again")
        if figure.unit != "%":
            figure.kind = "change" if last.kind == "growth" else last.kind
        elif last.kind == "change":
            beside = self.figures[-2] if len(self.figures) > 1 else None
            of_share = (
                beside is not None
                and beside.unit == "%"
                and beside.kind == "level"
                and not _EQUALLY.match(self.low[last.end : figure.start].strip())
            )
            figure.kind = "change" if of_share else "growth"

    def _falls_too(self, figure: Figure) -> bool:
        """`giảm 0,12 điểm phần trăm so với quý trước và 0,31 điểm phần trăm so với cùng kỳ`."""
        last = self.last
        return (
            not figure.chain & {"up", "down"}
            and last is not None
            and last.points
            and last.negative
            and not _STOPS.search(self.low, last.end, figure.start)
            and self.low.endswith(" và ", last.end, figure.start)
        )

    def _of_a_plan(self, first: int, figure: Figure) -> bool:
        """Whether what stands before the per cent says that they are of a plan."""
        return self._of_result_and_plan(figure) or ("plan" in figure.chain and self._compared_with_plan(first, figure))

    def _of_result_and_plan(self, figure: Figure) -> bool:
        """`2.280 liều/2.500 liều KH, đạt 91,2%`: a result beside its plan, then the share."""
        last = self.last
        beside = last is not None and _SHARE_BESIDE.fullmatch(self.low, last.end, figure.start) is not None
        if not beside and (not figure.chain & {"reach", "equal"} or figure.subject.strip(" ,;(-–")):
            return False
        told = beside or figure.chain & {"reach", "equal"}
        if told and last is not None and last.kind == "target" and last.depth > self.depth:
            return True  # `96.413 trđ (DT: 101.280 trđ) → 95,2%`
        if last is not None and last.kind == "target" and last.anchor is not None:
            return True
        if last is not None and last.kind == "part" and _PART_OF_PLAN.match(self.low, last.end):
            return True  # `612 lao động/650 lao động theo kế hoạch, đạt 94,2%`
        plan, result = self.figures[-2:] if len(self.figures) > 1 else (None, None)
        if (
            plan is not None
            and result is not None
            and (plan.kind, result.kind, plan.unit) == ("level", "target", result.unit)
            and self.low[result.end : figure.chain_start].strip() in ("-", "–")
        ):
            return True  # `sản lượng 2.194 tấn - KH 2.150 tấn - đạt 102,1%`
        return (  # `KH 780 lao động - TH 812 lao động - đạt 104,1%`
            plan is not None
            and result is not None
            and "result" in result.chain
            and plan.kind == "target"
            and plan.unit == result.unit
        )

    def _compared_with_plan(self, first: int, figure: Figure) -> bool:
        """`so với kế hoạch đạt 102,1%`, `so KH bằng 98%`: the plan stands before the verb."""
        before = self.tokens[first - 1] if first else None
        words = self.low[figure.chain_start : figure.start]
        return before is not None and before.role == "compare" and (" đạt " in words or " bằng " in words)

    def _is_attained(self, figure: Figure) -> bool:
        """Whether no plan is named, but what stands before says that the per cent are of one."""
        beside = self.depth and (self._attained_before(figure) or self._attained_beside(figure))
        return bool(beside) or (figure.unit == "%" and self._of_an_amount(figure))

    def _of_an_amount(self, figure: Figure) -> bool:
        """`chi đầu tư 1.596 tỷ đồng, đạt 119,07%`, `trồng 52 ha, đạt 104%`: of an amount only the plan can be attained, of a count only what is over 100%."""
        last = self.last
        if last is None or last.kind != "level" or not figure.chain & _ATTAINS or figure.subject.strip(" ,;(-–"):
            return False
        if last.unit not in ("VND", "USD", "t") and figure.value <= _WHOLE:
            return False
        return (
            last.unit not in ("%", "‰", "1")
            and last.depth == self.depth
            and self.low.startswith(("đạt", "bằng"), figure.chain_start)
            and not _SHARED_WITH.match(self.low, figure.end)
        )

    def _attained_before(self, figure: Figure) -> bool:
        """`bằng 56% kế hoạch (cùng kỳ đạt 51%)`: the attainment of the same plan a year before."""
        last = self.last
        return (
            last is not None
            and last.kind == "attainment"
            and figure.unit == last.unit
            and last.depth < self.depth
            and figure.said.lstrip(" (").startswith("cùng kỳ")
            and len(figure.subject.split()) <= 5
        )

    def _attained_beside(self, figure: Figure) -> bool:
        """`năm 2021: 2.710 tỷ đồng (đạt 112% dự toán), năm 2022: 3.180 tỷ đồng (118%)`: the next one of a list of results and their shares."""
        figures = self.figures
        return (
            len(figures) > 2
            and not figure.chain
            and not figure.subject.strip(" (")
            and figures[-2].kind == "attainment"
            and figures[-2].depth == self.depth
            and figures[-3].unit == figures[-1].unit
        )

    def _difference(self, figure: Figure, after: str | None) -> None:
        if after == "plan" or self.against_plan:
            figure.kind, figure.basis = "target_gap", "target"
        elif figure.unit == "1":
            figure.kind = "multiple"
        elif figure.unit in ("%", "‰"):
            figure.kind = "change" if self._of_a_share(figure) or figure.unit == "‰" else "growth"
        else:
            figure.kind = "change"

    def _equal(self, index: int, figure: Figure, after: str | None) -> None:
        """`bằng 98,7% dự toán`, `bằng 52% so với nhiệm kỳ trước`."""
        if _OF_A_MEAN.match(self.low, figure.end):
            figure.kind = "multiple"  # `bằng 68% mức bình quân của tỉnh`
            return
        follows = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        near = follows is not None and not self.low[figure.end : follows.start].strip()
        earlier = self.figures[-3:]
        if (
            after == "compare"
            or "equal" not in figure.chain
            or self._compared_before(index)
            or (not figure.said.strip(" ,;") and any(one.kind == "multiple" and one.unit == "%" for one in earlier))
            or (near and follows is not None and follows.role == "period")
        ):
            figure.kind = "multiple"
        elif self._is_attained(figure):
            figure.kind, figure.basis = "attainment", "target"

    def _of_time_before(self, index: int, figure: Figure, after: str | None) -> bool:
        """`doanh thu đạt 92% so với cùng kỳ`, `đạt 92% cùng kỳ`: so much of what it was; not of a rate, which is a rate still."""
        if "reach" not in figure.chain or not self.low.startswith(("đạt", "chỉ đạt", "mới đạt"), figure.chain_start):
            return False
        if _SHARE_WORDS.search(figure.said) or any(one.kind == "level" and one.unit == "%" for one in self.figures):
            return False
        for token in self.tokens[index + 1 : index + 3]:
            if token.role == "period":
                phrase = token.phrase
                return phrase is not None and (after == "compare" or phrase.form == "same") and phrase.form != "date"
            if token.role != "compare":
                return False
        return False

    def _compared_before(self, index: int) -> bool:
        """`so với cùng kỳ lần lượt bằng 99%, 108% và 103%`: what the multiples are measured from stands before them."""
        figure = self.tokens[index].figure
        if figure is not None and figure.anchor is not None:
            return figure.anchor.kind == "multiple"
        while index and self.tokens[index - 1].role in ("equal", "respectively", "reach", "fill", ","):
            index -= 1
        return index > 1 and self.tokens[index - 1].role == "period" and self.tokens[index - 2].role == "compare"

    def _rate(self, figure: Figure) -> None:
        """A rate that is itself a growth (`Tốc độ tăng trưởng … đạt 15%/năm`)."""
        if (
            "year" in figure.per and figure.unit == "%" and "lãi suất" not in self.low[self.start : figure.start]
        ) or _GROWTH_WORDS.search(figure.said):
            figure.kind = "growth"
        elif figure.unit == "‰" and "year" in figure.per and "mức giảm" in figure.said:
            figure.kind, figure.negative = "change", True

    def _sibling(self, figure: Figure) -> None:
        """`công nghiệp tăng 8,31%, xây dựng 6,74%`: without a verb of its own it is of the kind of the figure before it in the list."""
        last = self.last
        if (
            self.listed_way
            and figure.kind == "level"
            and figure.unit == "%"
            and not figure.chain - {":"}
            and figure.said.strip(" ,;:(")
        ):
            figure.kind, figure.negative = "growth", self.listed_way == "giảm"
            return
        if last is not None and last.depth > figure.depth:
            last = next((one for one in reversed(self.figures) if one.depth <= figure.depth), last)
        if (
            figure.kind != "level"
            or last is None
            or (figure.depth > last.depth and self.low.find("hơn ", last.end, figure.start) >= 0)
            or (last.kind == "change" and self._parts_level(last))
            or self.paren_period is not None
            or last.kind not in ("growth", "change")
            or last.unit != figure.unit
        ):
            return
        gap = self.low[last.end : figure.start]
        if self.among_of is last and last.kind == "growth":
            gap = _AMONG.sub(",", gap)  # `tăng trưởng 8,4%/năm; trong đó nông nghiệp 3,5%`
        if (
            last.kind == "growth"
            and not last.chain & _DIFFERENCE
            and not _TIME_ONLY.sub("", self.low[last.end : figure.chain_start])
        ):
            figure.kind = "growth"  # `tốc độ tăng năm 2016 là 8,3%, năm 2017 là 9,1%`
            return
        if figure.chain - {"respectively"}:
            return
        if not _TIME_ONLY.sub("", gap) and last.kind == "growth":
            figure.kind = "growth"
        elif (
            len(gap) < 60
            and (not _STOPS.search(gap) or last.chain & {"respectively"})
            and _JOINS.search(gap)
            and not figure.per
        ):
            figure.kind, figure.basis, figure.negative = (
                last.kind,
                last.basis,
                last.negative and not gap.strip(" ,;(").startswith("tăng"),
            )

    def _parts_level(self, change: Figure) -> bool:
        """`tỷ lệ qua đào tạo đạt 70,5%, tăng 8,3%, trong đó có bằng cấp 31,8%`: the part is one of the level that rose; not `hộ nghèo giảm 2%, trong đó vùng cao 3%`."""
        place = self.figures.index(change)
        return (
            self.among_of is not None
            and self.among_of.start >= change.start
            and place > 0
            and self.figures[place - 1].kind == "level"
            and self.figures[place - 1].unit == "%"
        )

    def _of_a_share(self, figure: Figure) -> bool:
        """Whether the figure is a difference of a share, so that its percent are points."""
        if figure.points:
            return True
        if self.low.startswith("tăng trưởng", figure.chain_start) or "tăng trưởng" in figure.said:
            return False
        subject = _ASIDE.sub("", figure.said).strip()
        if subject.startswith("/"):
            subject = ""  # `tỷ lệ 0,08%/tổng dư nợ, giảm 0,02%`
        whole = self.among_of
        if (
            whole is not None
            and whole is self.last
            and whole.kind == "change"
            and whole.unit == "%"
            and "giá trị" not in subject
        ):
            return True  # `tỷ lệ hộ nghèo giảm 1,9%/năm, riêng vùng cao giảm 3,2%/năm`
        if len(subject.split()) > 1 or (subject.isalpha() and subject not in _JOINTS):
            if self._listed_share(subject, figure):
                return True
            return bool(_SHARE_WORDS.search(subject)) and not _GROWTH_WORDS.search(subject)
        for earlier in reversed(self.figures):
            if earlier.kind in ("target", "target_gap", "attainment", "change", "growth", "multiple"):
                continue
            if earlier.depth > figure.depth and "share" in earlier.chain:
                continue  # `Khu vực nông nghiệp (chiếm tỷ trọng 23%) tăng 3,1%`
            if "share" in earlier.chain and self._amount_before(earlier):
                return self.low.startswith(
                    ("tỷ lệ", "tỉ lệ"), earlier.chain_start
                )  # `nợ xấu 486 triệu đồng, tỷ lệ 0,08%, giảm 0,02%`
            if earlier.kind == "part":
                return earlier.counted is not None  # of `4.820/4.750 ha` the area grows, of `33/45 trường` the share
            return earlier.unit == "%" and earlier.kind == "level"
        return False

    def _listed_share(self, subject: str, figure: Figure) -> bool:
        """`Tỷ lệ hộ nghèo giảm 1,7%, hộ cận nghèo giảm 1,5%`: the rate is said once, for like things."""
        last = self.last
        if last is None or last.kind != "change" or last.unit != "%" or last.depth != figure.depth:
            return False
        if not _SHARE_WORDS.search(last.said) or _SHARE_WORDS.search(subject) or "giá trị" in subject:
            return False
        like = set(subject.split()) & set(last.said.split()) & _LIKE
        return bool(like) or ("cơ cấu" in last.said and subject.startswith(("khu vực", "ngành")))

    def _amount_before(self, share: Figure) -> bool:
        """`vốn ngoài Nhà nước 11.340 tỷ đồng, chiếm 64,9%, tăng 8,5%`: the amount before the share is what grows."""
        place = self.figures.index(share)
        return (
            bool(place) and self.figures[place - 1].unit not in ("%", "‰", "1") and not self.figures[place - 1].counted
        )

    def _reach_after_difference(self, first: int, index: int) -> bool:
        """`tăng … lên 54 trường`, `giảm còn 36 hộ`: a word of arrival stands after the word of change."""
        last = max((n for n in range(first, index) if self.tokens[n].role in ("up", "down")), default=-1)
        return any(
            self.tokens[n].role == "reach"
            and self.low[self.tokens[n].start : self.tokens[n].end] not in ("là", "từ", "đạt", "được", "đc")
            for n in range(last + 1, index)
        )

    def _goes_on_to(self, figure: Figure) -> bool:
        """`tăng nhanh từ 22,5 nghìn ha năm 2022 lên 28,6 nghìn ha`: where a rise began; not `tăng bình quân từ 5%/năm trở lên`."""
        return figure.value_to is None and _ARRIVES.match(self.low, figure.end) is not None
