"""`320, 185 và 96 suất quà`, `làm chết 1, bị thương 2 người`, `6 giáo viên giỏi cấp huyện, 1 cấp tỉnh`: what a bare number takes from the figures beside it.

The part of the walk that gives a figure the unit, the noun or the verb that the text says once for several. It names nothing.
"""

from __future__ import annotations

import re
from decimal import Decimal

from muctieu.claims.bare_values import (
    DISCIPLINES,
    enumerates,
    grown_from,
    lists_amounts,
    shared_of,
    subject_counted,
    tells_outcome,
)
from muctieu.claims.figures import Figure
from muctieu.claims.harvests import harvest_unit_before
from muctieu.claims.state import SentenceState
from muctieu.text.counting import read_counted_noun
from muctieu.text.units import read_denominators, read_unit

_COUNTED_SUBJECT = re.compile(
    r"(?<![^\W_])(?:tổng số|số lượng|số|(?<!lực )(?<!chất )(?<!năng )(?<!sản )(?<!khối )(?<!trọng )lượng)\s(?!giao|được giao|kế hoạch|còn lại|này |đó )(?=[^\W\d_])"
)
_BEFALLEN = ("chết", "bị thương", "tử vong", "mất tích")
_IN_PARENTHESES = re.compile(r"\([^()]*\)")
_INDEX = re.compile(r"(?:chỉ|hệ|tỷ|tỉ) số\s$")
_PLAN_BEHIND = frozenset(("/kh ", "/dt ", "/ct ", "/nq "))
DIFFERENCE = frozenset(("up", "down"))
_GRADE = re.compile(r" cấp (?!phát|giấy|thẻ|bằng|mới|đổi)[^\W\d_]+")
_MEDAL = re.compile(r" (?:bạc|đồng)(?![^\W_])")


_BODIES = frozenset(
    (
        "hợp tác xã",
        "htx",
        "doanh nghiệp",
        "dn",
        "tổ hợp tác",
        "tht",
        "cơ sở",
        "công ty",
        "trường",
        "mô hình",
        "trang trại",
        "chi hội",
        "câu lạc bộ",
        "clb",
        "làng nghề",
    )
)
_TRADE = 3  # words
_FOR_SO_MANY = re.compile(
    r"(?<![^\W_])cứ (?:mỗi )?(?P<many>(?:(?:1|một) vạn|vạn|1\.?000|10\.?000|100\.?000|100) (?:người dân|dân|người|hộ|trẻ đẻ sống|trẻ|học sinh))(?: thì)?(?: đã)?\s*$"
)
_PARTED = re.compile(
    r"(?<![^\W_])(?:chia ra|chia thành|gồm|bao gồm|trong đó|phân ra|trong số đó|trong số này)(?![^\W_])"
)
_THEN_COUNTED = re.compile(r" \((?:(?:năm ngoái|năm trước|cùng kỳ|ck|khi đó|là|có)[: ]+)*\d[\d.]*")
_POINTS_BACK = re.compile(r"(?<![^\W_])(?:mức|con số|chỉ số|tỷ lệ|tỉ lệ|số)(?: thu nhập)? này(?![^\W_])")
_HARVEST = re.compile(r"\W*(?:tổng )?(?:sản lượng|sl)(?![^\W_])")
_JOINTS = frozenset(("-", "–", ",", ";", "và", ", và", "; và", "xuống còn", "xuống", "lên", "lên đến"))


class UnitWalk(SentenceState):
    """Reads what figures lend each other."""

    def _unit_from_words(self, figure: Figure) -> None:
        """A bare number takes its unit from the figure its list ends with (`320, 185 và 96 suất quà`), from its subject (`tổng số thuê bao … là 163.450`) or from the figure it stands beside."""
        if self._unit_beside(figure):
            return
        again = next((one for one in self.figures if figure.whole is not None and one.whole == figure.whole), None)
        if again is not None:  # `mũi 1 được 4.762/5.120 người; mũi 2 được 3.287/5.120`
            figure.unit, figure.counted, figure.noun = again.unit, again.counted, figure.end
            return
        told = harvest_unit_before(self.low, figure.start)
        if told >= 0:
            unit = read_unit(self.low, told)
            figure.unit, figure.per = unit.unit or "", unit.per
            return
        match = _COUNTED_SUBJECT.search(self.low, max(self.subject_start, figure.start - 160), figure.start)
        noun = read_counted_noun(self.low, match.end()) if match is not None else None
        if (
            noun is not None
            and not noun[2]
            and not figure.per
            and match is not None
            and _INDEX.search(self.low, match.start() - 5, match.end())
        ):
            figure.unit = "1"  # `chỉ số HDI đạt 0,78`
            return
        if match is not None and not figure.per and self.low.startswith(_BEFALLEN, match.end()):
            figure.unit, figure.counted = "{người}", "người"  # `số người chết giảm 02`, `số chết tăng 01`
            return
        if noun is not None and (noun[2] or not figure.per):
            figure.unit, figure.counted = "{" + noun[0] + "}", noun[0]
            figure.per = figure.per or read_denominators(self.low, noun[1])[0]
            return
        if figure.whole is not None and noun is None:  # `hộ ký hợp đồng 14.706/15.318 (96%)`
            begin = max(self.subject_start, figure.start - 60)
            first = read_counted_noun(self.low, begin + 1 if self.low[begin] == " " else begin)
            if first is not None and first[2]:
                figure.unit, figure.counted = "{" + first[0] + "}", first[0]
                return
        if figure.per:  # `tỷ số tử vong mẹ 38/100.000 trẻ đẻ sống`
            last = self.last
            figure.unit = last.unit if last is not None and last.counted and "reach" in figure.chain else "1"
            return
        opening = read_counted_noun(self.low[self.subject_start : figure.chain_start].lstrip(" -–+*•:;,"), 0)
        if figure.whole is not None and opening is not None and opening[2]:  # `hộ ký hợp đồng 14.706/15.318`
            figure.unit, figure.counted, figure.noun = "{" + opening[0] + "}", opening[0], figure.end
            return
        beside = self._beside(figure)
        if (beside is None or not beside.unit) and self._tells_discipline(figure):
            figure.unit, figure.counted, figure.noun = "{đảng viên}", "đảng viên", figure.end
            return
        if beside is not None:
            figure.unit, figure.counted, figure.per = beside.unit, beside.counted, beside.per
            figure.noun = figure.end
            if beside.unit in ("t", "dt") and beside.per and _HARVEST.match(figure.said) is not None:
                figure.unit, figure.per = "t", ()  # `năng suất 6,1, sản lượng 5.368`
                return
            if figure.counted is None and beside.unit not in ("%", "‰", "1"):
                self._scale(figure, beside.factor)

    def _tells_discipline(self, figure: Figure) -> bool:
        """`khiển trách 15, khai trừ 1` in a sentence that counts nobody else: members, as only they are expelled."""
        return self.low.endswith(DISCIPLINES, 0, figure.start) and self.low.find("khai trừ", self.start, self.end) >= 0

    @staticmethod
    def _scale(figure: Figure, scale: Decimal) -> None:
        """`môn bài 112; thu khác 982 triệu đồng`: the scale word of the figure that ends the list is that of each."""
        if scale != 1:
            figure.factor = scale
            figure.value, figure.resolution = figure.value * scale, figure.resolution * scale
            figure.value_to = figure.value_to * scale if figure.value_to is not None else None

    def _moved_before(self, figure: Figure) -> Figure | None:
        """`04 vụ, chết 01 người; so cùng kỳ vụ giảm 02`: what was counted before by the noun that the clause ends with."""
        noun = figure.said.strip(" ,;(:")
        return next((one for one in self.figures if one.counted and noun.endswith(one.counted)), None) if noun else None

    def _beside(self, figure: Figure) -> Figure | None:
        """The amount that a bare number stands beside; not a share in a parenthesis before it (`nữ 548 (54,2%), dân tộc thiểu số 63`)."""
        told = [one for one in self.figures if one.kind in ("level", "part", "target")]
        outer = [one for one in told if one.depth <= figure.depth]
        if outer and outer[-1].unit == "%" and _PARTED.search(self.low, outer[-1].end, figure.start):
            counts = [one for one in outer if one.counted is not None]
            return counts[-1] if counts else outer[-1]  # `112 đồng chí, bằng 1,42% dân số; chia ra cơ động 34`
        return (outer or told)[-1] if told else self.last

    def _unit_beside(self, figure: Figure) -> bool:
        """The unit that a list's last figure, its clause's own noun, the victims told or the amount that moved give a bare number; False where none does."""
        ahead = self._unit_ahead(figure)
        if ahead is not None:
            figure.unit, figure.counted, figure.per, figure.known = ahead.unit, ahead.counted, ahead.per, ahead.known
            self._scale(figure, ahead.factor)
            return True
        if enumerates(self.low, figure.start, figure.end):
            for token in self.tokens[figure.token + 1 :]:
                if token.figure is not None and token.figure.counted is not None:
                    figure.unit, figure.counted, figure.noun = token.figure.unit, token.figure.counted, figure.end
                    return True
        before = self.tokens[: figure.token]
        shared = shared_of(self.low, figure, before) or grown_from(self.low, figure, before)
        if shared is not None:
            figure.unit, figure.counted, figure.per, figure.noun = shared.unit, shared.counted, shared.per, figure.end
            self._scale(figure, shared.factor)
            return True
        if subject := subject_counted(self.low, figure.start, figure.end):
            figure.unit, figure.counted, figure.noun = "{" + subject + "}", subject, figure.end
            return True
        if self.low.startswith(" (", figure.end) and (then := _THEN_COUNTED.match(self.low, figure.end)) is not None:
            noun = read_counted_noun(self.low, then.end())
            if noun is not None and noun[2]:  # `nhiều hơn năm ngoái 03 (08 vụ)`
                figure.unit, figure.counted, figure.noun = "{" + noun[0] + "}", noun[0], figure.end
                return True
        if tells_outcome(self.low, figure.start):
            people = self._people_ahead(figure)
            figure.unit, figure.counted, figure.noun = "{" + people + "}", people, figure.end
            return True
        moved = self._moved_before(figure) if figure.chain & DIFFERENCE else None
        if moved is not None:
            figure.unit, figure.counted, figure.noun = moved.unit, moved.counted, figure.end
            return True
        return False

    def _keep_denominators(self, figure: Figure, last: Figure) -> None:
        """`Thu nhập đạt 60 triệu đồng/người/năm; năm 2020 mức này mới là 45 triệu đồng`: what points back is told for the same; not another figure's `năm này`."""
        if figure.unit == last.unit and last.kind == "level" and _POINTS_BACK.search(figure.said):
            figure.per = last.per

    def _for_so_many(self, figure: Figure) -> None:
        """`cứ 1 vạn dân có 8,2 bác sĩ`: what it is counted for stands before it."""
        match = _FOR_SO_MANY.search(figure.said)
        if match is not None:
            figure.per = read_denominators(f"/{match['many'].replace('một ', '1 ')}", 0)[0]

    def _unit_ahead(self, figure: Figure) -> Figure | None:
        """The figure with a unit that ends the list of bare numbers in which the figure stands."""
        if lists_amounts(self.low, figure.start, figure.end):
            return next((one.figure for one in self.tokens[figure.token + 1 :] if one.figure and one.figure.unit), None)
        before = figure
        for token in self.tokens[figure.token + 1 : figure.token + 12]:
            if token.figure is None:
                continue
            if self.low[before.end : token.start] in _PLAN_BEHIND:
                return token.figure  # `TH 37/KH 35 tuyến`
            if self.low[before.end : token.start].strip() not in _JOINTS:
                return None
            if token.figure.unit:
                return token.figure
            before = token.figure
        return None

    def _people_ahead(self, figure: Figure) -> str:
        """Who is counted by `chết 1, bị thương 2 cháu`: the noun of the next figure, `người` where none follows."""
        after = next((token.figure for token in self.tokens[figure.token + 1 : figure.token + 4] if token.figure), None)
        named = after is not None and after.counted is not None and self.low.find(";", figure.end, after.start) < 0
        return after.counted if named and after is not None and after.counted else "người"

    def _lend_noun(self, figure: Figure, last: Figure) -> None:
        """`6 giáo viên giỏi cấp huyện, 1 cấp tỉnh`, `5 huy chương vàng, 7 bạc, 9 đồng`: the noun of the figure before, of another grade."""
        at = figure.number[1]
        if last.counted is None or self.low.find(";", last.end, figure.start) >= 0:
            return
        if last.counted.startswith("huy chương"):
            medal = _MEDAL.match(self.low, at)
            if medal is not None:
                figure.value, figure.resolution = figure.value / figure.factor, figure.resolution / figure.factor
                figure.counted, figure.end = f"huy chương{medal[0]}", medal.end()
                figure.unit, figure.per, figure.noun = "{" + figure.counted + "}", (), at
        elif not figure.known and last.known and self._another_trade(figure, last):
            figure.known = True
            figure.unit, figure.counted, figure.per, figure.end, figure.noun = last.unit, last.counted, (), at, at
        elif not figure.known and _GRADE.match(self.low, at) and " cấp " in self.low[last.end : figure.start]:
            figure.unit, figure.counted, figure.per, figure.end, figure.noun = last.unit, last.counted, (), at, at

    def _another_trade(self, figure: Figure, last: Figure) -> bool:
        """`24 hợp tác xã nông nghiệp, 05 vận tải, 03 xây dựng`: bodies of other trades, where the first noun said its trade."""
        between = self.low[last.end : figure.start]
        return (
            last.counted in _BODIES
            and between.endswith((", ", " và "))
            and 0 < len(between.removesuffix(" và ").strip(" ,").split()) <= _TRADE
            and between.count(",") <= 1
        )

    def _measured_before(self, figure: Figure) -> bool:
        """`thiệt hại 21,3 ha; giảm 3 vụ và 8,6 ha`: whether the measure after `và` is of something measured before."""
        last = self.last
        between = self.low[last.end : figure.start].strip() if last is not None else ""
        return between == "và" and any(one.unit == figure.unit and one.kind == "level" for one in self.figures)

    def _share_chain(self, figure: Figure, last: Figure) -> None:
        """`tăng 01 chợ, 02 trung tâm thương mại`, `giảm 37 vụ (27,8%), 14 người chết`: a figure right after a comma shares the verb of the difference before it."""
        if last.depth > figure.depth:
            last = next((one for one in reversed(self.figures) if one.depth <= figure.depth), last)
        if "respectively" in last.chain and self.low[last.end : figure.start].strip() in _JOINTS:
            figure.chain |= last.chain
            figure.negative = last.negative
            figure.anchor = last
            return
        if (
            last.kind != "change"
            or last.counted is None
            or last.depth != figure.depth
            or (figure.counted is None and figure.unit != "%" and not self._measured_before(figure))
        ):
            return
        between = _IN_PARENTHESES.sub("", self.low[last.end : figure.start]).strip()
        if between in (",", "và") or (between.endswith(" và") and len(between.split()) <= 5 and "," not in between):
            figure.chain |= last.chain & DIFFERENCE
            figure.negative = last.negative
