"""What a figure differs by, and from what: points of a share or per cent of an amount, the same difference said again. The part of the walk that knows differences.

The kinds of all figures are decided in `kind_walk.py`, goals in `goal_walk.py`.
"""

from __future__ import annotations

import re
from itertools import pairwise

from muctieu.claims.figures import Figure
from muctieu.claims.goal_walk import GoalWalk
from muctieu.claims.mark_walk import OF_THE_WAY
from muctieu.claims.shared_names import in_short
from muctieu.text.lexicon import lexicon

SHARE_WORDS = re.compile(
    r"^(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|độ che phủ|mức độ|cơ cấu|% |số % |xác suất|hệ số|tỷ suất|tỉ suất)|(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|độ che phủ) "
)
GROWTH_WORDS = re.compile(r"(?:tốc độ|mức|nhịp độ) (?:tăng|phát triển)|tăng trưởng|chỉ số phát triển|tốc độ phát triển")
STOPS = re.compile(r"[;.]")
_JOINTS = frozenset(("và", "đã", "cũng", "còn", "nhưng", "song", "riêng", "đều", "tiếp", "lại", "với", "nay", "này"))
_AT_THAT_TIME = re.compile(
    r"[^;.()]{0,24} \((?:khi đó|khi ấy|lúc đó|lúc ấy|trước đó|hồi đó|hồi ấy|bấy giờ|thời điểm đó|thời điểm ấy|năm đó|năm ấy)(?: mới| chỉ| đang| còn)*(?: là| có| đạt| ở mức)? "
)
_SAID_OTHERWISE = frozenset(
    ("tức", "tức là", "tức đã", "nghĩa là", "như vậy", "như vậy đã", "như thế", "hay", "hay là")
)
_TIME_IN = re.compile(r"(?<![^\W_])(?:năm|kỳ|quý|tháng|ck)(?![^\W_])")
_LIKE = frozenset(("hộ", "học", "lao", "trẻ", "sinh", "người", "khu"))
_ASIDE = re.compile(r"\([^()]*\)")
_SAME_TIME = re.compile(r" \((?:mức tăng )?(?:của )?cùng kỳ(?: năm (?:trước|ngoái|(?:19|20)\d\d))?(?: là| đạt)? ")
# `cao hơn 1,56 điểm phần trăm so với mức tăng của quý I (6,12%)`
_RATE_THEN = re.compile(
    r"[^();.]{0,60}(?:mức|tốc độ|nhịp độ) tăng(?: trưởng)?(?: của)?[^();.]{0,24} \(|\)(?:,| và|, và) (?:của )?(?:quý|tháng|năm|6 tháng) [^();.\d]{0,12}(?:\d{1,4})? ?\("
)
_ARRIVES = re.compile(r"[^.;]{0,40}? (?:lên|xuống|còn) ")
_AMOUNTS_TO = re.compile(r"(?:tương đương|tương ứng)(?: với| tăng| giảm| vượt)?(?: khoảng| gần| trên| hơn)? $")
_EQUALS = re.compile(r",? \(?bằng ")
_EQUALLY = re.compile(
    r"[(,]?\s?(?:=|tương đương|tương ứng|bằng|hay|tính ra|quy ra|ứng|tức|tức là|nghĩa là)(?: với| tăng| giảm| vượt| thêm| bớt)?$"
)


_LONGEST_LABEL = 90
_MOST_RISEN = 60  # per cent: `so với tháng trước bật lên 18,7%`; not `so với năm trước vọt lên 94%`
_LEFT_OVER = ("dôi", "dư", "thừa", "trội", "hụt", "nhỉnh")
_CREEPS = ("nhích", "rút", "lùi", "nhường", "co lại", "thu hẹp", "bớt", "hạ", "nhỉnh")
_NO_ARRIVAL = ("là", "từ", "đạt", "được", "đc")
_SECTORS = tuple(lexicon("naming")["sectors"])
_NOUN_GOES_ON = re.compile(r"(?:,? ?(?!(?:đạt|có|là|chiếm|được|với|trong|còn|và|cho|so)(?![^\W_]))[^\W\d_]+){1,5} \(")
_STRUCTURE_SHIFTS = re.compile(r"cơ cấu(?: [^\W\d_]+){0,6} chuyển dịch[^.;]*$")


class DifferenceWalk(GoalWalk):
    """Reads differences."""

    def _was_before(self, figure: Figure) -> bool:
        """`chiếm 46,1%, tăng 6,4% (39,7%)`: what the share was that has risen; of the time that the rises are measured from."""
        last = self.last
        if last is None or last.kind != "change" or abs(last.value) > figure.value:
            return False
        if last.unit != figure.unit and not (
            last.counted and figure.counted and in_short(last.counted, figure.counted)
        ):
            return False
        if figure.chain and not _AT_THAT_TIME.search(self.low, last.end, figure.start):
            return False
        between = self.low[last.end : figure.start]
        if (between != " (" and not _AT_THAT_TIME.fullmatch(between)) or (last.basis or self.basis_said) is None:
            return False
        self.paren_period = last.basis or self.basis_said
        return True

    def _grew_before(self, figure: Figure) -> bool:
        """`tăng 5,9% (cùng kỳ là 4,7%)`: the growth of the same time a year before."""
        last = self.last
        again = last is not None and last.depth == figure.depth > 0 and last.kind == "growth"
        return (
            last is not None
            and figure.unit == last.unit
            and (last.depth < figure.depth or again)
            and (
                (last.kind == "growth" and _SAME_TIME.fullmatch(self.low, last.end, figure.start) is not None)
                or (last.unit == "%" and _RATE_THEN.fullmatch(self.low, last.end, figure.start) is not None)
            )
        )

    def _said_again(self, figure: Figure, after: str | None) -> bool:
        """`vượt 37,2 tỷ đồng (tương đương 4,7%)`, `tăng 12 ca (34%)`: the same difference in per cent; not `hơn năm 2020 là 8 tỷ đồng, bằng 85,7% Nghị quyết`."""
        last = self.last
        if (after == "plan" or self.low.startswith(OF_THE_WAY, figure.end)) and last and last.kind == "change":
            return False
        if last is None or last.kind not in ("change", "target_gap") or last.unit in ("%", "‰", "1"):
            return False  # of a share, the parenthesis tells what it was
        if "equal" in figure.chain and self._is_rate_to_basis(figure, last):
            return False
        between = self.low[last.end : figure.start].strip()
        return between == "(" or _EQUALLY.match(between) is not None or self._of_longer_noun(figure, between)

    def _is_rate_to_basis(self, figure: Figure, change: Figure) -> bool:
        """`đạt 102,5 tỷ đồng, tăng 21,4 tỷ đồng, bằng 126,4% so với cùng kỳ`: what was reached as a share of the basis, not the rise in per cent."""
        level = self.figures[-2] if len(self.figures) > 1 else None
        if level is None or level.kind != "level" or level.unit != change.unit or level.value == change.value:
            return False
        rate = level.value / (level.value - change.value) * 100
        return abs(rate - figure.value) < 1

    def _of_longer_noun(self, figure: Figure, between: str) -> bool:
        """`giảm 248 xã, phường, thị trấn (66,7%)`: the noun goes on behind the counting noun; not `tăng 12 trường đạt chuẩn (45%)`."""
        last = self.last
        if last is None or last.kind != "change" or last.counted is None or _NOUN_GOES_ON.fullmatch(between) is None:
            return False
        return self.low.startswith(")", figure.end) or self.low.startswith(" so ", figure.end)

    def _amounts_to(self, figure: Figure, after: str | None) -> bool:
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
        if after == "compare" and _EQUALS.fullmatch(between):
            return True  # `tăng 1,54%, bằng 1,8 tấn so với cùng kỳ`
        return _AMOUNTS_TO.search(between) is not None and not STOPS.search(between)

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
            figure.kind = "change" if of_share or self._is_gap_of_shares(figure) else "growth"

    def _is_gap_of_shares(self, figure: Figure) -> bool:
        """`97 hộ (3,41%), nay còn 64 hộ, chiếm 2,25%; giảm 33 hộ, tương đương 1,16%`: as much as two shares told before differ by."""
        shares = [one.value for one in self.figures[-6:] if one.kind == "level" and one.unit == "%"]
        return any(abs(abs(a - b) - figure.value) <= figure.resolution for a, b in pairwise(shares))

    def _falls_too(self, figure: Figure) -> bool:
        """`giảm 0,12 điểm phần trăm so với quý trước và 0,31 điểm phần trăm so với cùng kỳ`."""
        last = self.last
        return (
            not figure.chain & {"up", "down"}
            and last is not None
            and last.points
            and last.negative
            and not STOPS.search(self.low, last.end, figure.start)
            and self.low.endswith(" và ", last.end, figure.start)
        )

    def _difference(self, figure: Figure, after: str | None) -> None:
        figure.negative = figure.negative or "short" in figure.chain
        beyond = (
            after is None
            and self.low.startswith(_LEFT_OVER, figure.chain_start)
            and not _TIME_IN.search(self.low, figure.chain_start, figure.start)  # `nhỉnh hơn năm ngoái 81 tấn`
            and self._behind_attainment(figure)
        )
        if after == "plan" or beyond or (self.against_plan and after != "compare"):
            figure.kind, figure.basis = "target_gap", "target"
        elif figure.unit == "1":
            figure.kind = "multiple"
        elif figure.unit in ("%", "‰"):
            figure.kind = "change" if self._of_a_share(figure) or figure.unit == "‰" else "growth"
        else:
            figure.kind = "change"

    def _behind_attainment(self, figure: Figure) -> bool:
        """`thu 4.216 triệu đồng, bằng 105,4% dự toán, dôi 216 triệu đồng`: so much more than the plan that was just told."""
        last = self.last
        told = last is not None and (last.kind == "target" or (last.kind == "attainment" and figure.unit != "%"))
        return told and not figure.said.strip(" ,;(")

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
        if subject.startswith("/") or subject.strip(" ,;") in _SAID_OTHERWISE:
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
            if self.lead_basis is not None and self.low.startswith(_CREEPS, figure.chain_start):
                return self._told_as_share(figure)
            return bool(SHARE_WORDS.search(subject)) and not GROWTH_WORDS.search(subject)
        if not subject.strip(" ,;") and self.last is not None and self._is_rate_of_growth(self.last):
            return True
        if not self.figures:
            return self._of_share_labelled(figure)
        for earlier in reversed(self.figures):
            if earlier.kind in ("target", "target_gap", "attainment", "change", "growth", "multiple"):
                continue
            if earlier.depth > figure.depth and ("share" in earlier.chain or earlier.unit != "%"):
                continue  # `Khu vực nông nghiệp (chiếm tỷ trọng 23%) tăng 3,1%`, `còn 4,2% (11.380 hộ), giảm 2%`
            if "share" in earlier.chain and self._amount_before(earlier):
                return self.low.startswith(
                    ("tỷ lệ", "tỉ lệ"), earlier.chain_start
                )  # `nợ xấu 486 triệu đồng, tỷ lệ 0,08%, giảm 0,02%`
            if earlier.kind == "part":
                return earlier.counted is not None  # of `4.820/4.750 ha` the area grows, of `33/45 trường` the share
            return earlier.unit == "%" and earlier.kind == "level"
        return False

    def _of_share_labelled(self, figure: Figure) -> bool:
        """`- Tỷ lệ hộ nghèo: giảm 3,15%`: the label of its line is a share."""
        label = self.low[self.low.rfind("\n", 0, figure.chain_start) + 1 : figure.chain_start].rstrip()
        if not label.endswith(":") or len(label) > _LONGEST_LABEL:
            return False
        return SHARE_WORDS.search(label) is not None and not GROWTH_WORDS.search(label)

    def _is_rate_of_growth(self, last: Figure) -> bool:
        """`Tốc độ tăng trưởng đạt 10,4%, giảm 0,3% so với năm 2021`: what a rate of growth changes by is in points."""
        if last.kind != "growth" or "reach" not in last.chain:
            return False
        return GROWTH_WORDS.search(last.said) is not None or self.low.startswith("tăng trưởng", last.chain_start)

    def _moves_by(self, figure: Figure) -> bool:
        """`thu 412 tỷ đồng, xuống 12% so với năm trước`: by so many per cent of an amount; not `tỷ lệ lên 92% so với 88%`."""
        way = "up" if self.low.startswith("lên ", figure.chain_start) else "down"
        if self.last is None or self.last.unit == "%" or self.last.kind != "level" or figure.said.strip(" ,;("):
            return False
        if self.low[figure.chain_start : figure.start] not in ("lên ", "xuống ", "lên được ", "xuống tới "):
            return False
        figure.chain, figure.negative = figure.chain - {"reach"} | {way}, way == "down"
        return True

    def _tells_the_gap(self, figure: Figure) -> bool:
        """`hộ nghèo từ 2,4% nay còn 1,6%, kéo xuống 0,8%`: as much as the two levels before it are apart."""
        told = [one for one in self.figures if one.kind == "level" and one.unit == figure.unit][-2:]
        return len(told) > 1 and told[0].value - told[1].value == figure.value and not figure.points

    def _creeps_since(self, figure: Figure) -> bool:
        """`so với năm 2015, dịch vụ nhích lên 3,9%`: a few points on a share told before it; not `nhích lên 54,6%`."""
        if self.lead_basis is None:
            return False
        if SHARE_WORDS.search(figure.said) or any(one.kind == "level" and one.unit == "%" for one in self.figures):
            return self._told_as_share(figure)
        return figure.value < _MOST_RISEN and not self.low.endswith("nhích lên ", 0, figure.start)

    def _told_as_share(self, figure: Figure) -> bool:
        """`nông nghiệp chiếm 7,3%; so với năm 2015 nông nghiệp rút bớt 1,8%`: is the subject that of a larger share told before?"""
        branch = figure.said.strip(" ,;:").removeprefix("thì ").strip()
        return len(branch) > 2 and any(
            one.kind == "level"
            and one.unit == "%"
            and one.said.rstrip(" ,;:").endswith(branch)
            and one.value > figure.value
            for one in self.figures
        )

    def _listed_share(self, subject: str, figure: Figure) -> bool:
        """`Tỷ lệ hộ nghèo giảm 1,7%, hộ cận nghèo giảm 1,5%`: the rate is said once, for like things."""
        last = self.last
        if last is None or last.kind != "change" or last.unit != "%" or last.depth != figure.depth:
            return False
        if SHARE_WORDS.search(subject) or "giá trị" in subject:
            return False
        shifts = _STRUCTURE_SHIFTS.search(self.low, max(self.start, last.start - 160), last.start)
        if (shifts or "cơ cấu" in last.said) and subject.startswith(_SECTORS):
            return True
        return bool(SHARE_WORDS.search(last.said) and set(subject.split()) & set(last.said.split()) & _LIKE)

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
            and not self.low.startswith(_NO_ARRIVAL, self.tokens[n].start)
            and not (
                self.tokens[n + 1].role == "period" and self.tokens[n - 1].role in ("up", "down")
            )  # `hơn thực hiện 2022 là 4%`
            for n in range(last + 1, index)
        )

    def _goes_on_to(self, figure: Figure) -> bool:
        """`tăng nhanh từ 22,5 nghìn ha năm 2022 lên 28,6 nghìn ha`: where a rise began; not `tăng bình quân từ 5%/năm trở lên`."""
        return figure.value_to is None and _ARRIVES.match(self.low, figure.end) is not None
