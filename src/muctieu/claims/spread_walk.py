"""Figures of several years in one sentence: pairs from one time to another, means and totals of years told one by one. The part of the walk that spreads periods.

Takes the figures of a sentence that has been walked; gives some of them the period that those beside them tell.
"""

from __future__ import annotations

import itertools
import re
from decimal import Decimal

from muctieu.claims.figures import Figure
from muctieu.claims.period_walk import YEARS, PeriodWalk
from muctieu.claims.tokens import Token
from muctieu.text.periods import resolve

_PART_OF_YEAR = re.compile(r"(?:19|20)\d\d-(?:S1|Q1|01/(?:19|20)\d\d-\d\d)")
_TOLD_YEARLY = ("level", "growth")
_YEAR_LONG = 4
_BY_ESTIMATE = frozenset(("theo số", "theo", "(số", "số", "là số", "(là số"))
_RISES = frozenset(("growth", "change", "multiple"))
_NOT_REACHED = re.compile(
    r"[ ,(]*(?:song |nhưng )?(?:chưa|không|đã|mới) (?:đạt|tới|bằng|chạm|vượt)? ?(?:mức|mốc|ngưỡng|con số)? ?"
)
_THEN_FROM = re.compile(
    r"[ ,(]*(?:tức |tức là |cụ thể |cụ thể là )?(?:(?:giảm|tăng|hạ|nâng|kéo|đi) )?(?:mạnh )?(?:từ )(?:mức |chỗ |con số )?"
)
_SUMMED = ("cộng", "tổng cộng", "lũy kế", "luỹ kế", "tính chung")
_MEAN_OF_TOTAL = re.compile(
    r"(?:tính |tính ra )?(?:bình quân|trung bình|bq)(?: (?:[\d,]+|hai|ba|bốn|mỗi|một|hằng) năm)?(?: là| đạt| được)? "
)
_MEAN_OF_SOME = re.compile(
    r"(?:bình quân|trung bình)(?: cả)? (?:0?[2-5]|hai|ba|bốn|năm) năm(?: (?:tăng|giảm|đạt|là|được)|\s*$)"
)


_TOLD_OF_IT = frozenset(("attainment", "target_gap", "growth", "change", "multiple"))
_ESTIMATED = re.compile(r"(?<![^\W_])ước (?:đạt|là|có|còn|thu|khoảng)(?: [^\W\d_]+){0,2} $")


class SpreadWalk(PeriodWalk):
    """Gives periods over the figures of a sentence."""

    def _pairs_tell_rises(self) -> None:
        """`giảm 60%, từ 20 vụ năm 2021 xuống còn 8 vụ năm 2022`, `gấp 2,6 lần năm 2021 (từ 45 lượt lên 117 lượt)`: a rise and the pair that it is told by have the same two times."""
        for rise, first, last in zip(self.figures, self.figures[1:], self.figures[2:], strict=False):
            if rise.kind not in _RISES or "from" not in first.chain or rise.average or first.unit != last.unit:
                continue
            if first.kind != "level" or last.kind != "level" or "reach" not in last.chain:
                continue
            told = _THEN_FROM.fullmatch(self.low, rise.end, first.start)
            if told is None and (first.depth <= rise.depth or not self.low.endswith("(từ ", rise.end, first.start)):
                continue
            dated = any(token.role == "period" for token in self.tokens[first.token : last.token + 2])
            if dated and first.period and last.period and first.period != last.period:
                if rise.basis in (None, first.period):
                    rise.basis, rise.period = first.period, last.period
            elif not dated and rise.basis not in (None, "target") and first.depth > rise.depth:
                first.period, last.period = rise.basis, rise.period

    def _pairs_against(self) -> None:
        """`bằng 1,34 lần năm 2020 (8.940 tỷ đồng so với 6.672 tỷ đồng)`: the two that were compared, each of its time."""
        for rise, now, before in zip(self.figures, self.figures[1:], self.figures[2:], strict=False):
            if (
                rise.kind in _RISES
                and rise.basis not in (None, "target")
                and now.kind == before.kind == "level"
                and now.unit == before.unit
                and now.depth == before.depth > rise.depth
                and self.low[rise.end : now.start].endswith("(")
                and self.low[now.end : before.start] in (" so với ", " so ", " so với mức ", "/")
            ):
                now.period, before.period = rise.period, rise.basis

    def _each_of_years(self) -> None:
        """`Ba năm 2021, 2022, 2023 kết nạp 553 người, lần lượt là 185, 178 và 190 người`, `Hai năm 2021, 2022 có 500 xe (214 xe và 286 xe)`: as many figures as the span has years, in their order."""
        figures = self.figures
        for place, total in enumerate(figures):
            first, _, last = (total.period or "").partition("/")
            if total.kind != "level" or not (len(first) == len(last) == _YEAR_LONG):
                continue
            years = int(last) - int(first) + 1
            parts = figures[place + 1 : place + 1 + years]
            if len(parts) < years or not all(self._goes_with(total, part) for part in parts):
                continue
            told_apart = any(
                self.low[one.end : other.start].strip(" ,;") not in ("", "và")
                for one, other in itertools.pairwise(parts)
            )  # `gồm 684 hộ xây mới, 442 hộ sửa chữa`
            if (sum(part.value for part in parts) == total.value and not told_apart) or all(
                "respectively" in one.chain for one in parts
            ):
                for year, part in enumerate(parts, int(first)):
                    part.period = str(year)

    def _list_of_years(self) -> None:
        """`Các năm lần lượt là 178, 201, 226, 251 và 268 tỷ đồng` of a term: a figure for each of its years."""
        parts = [one for one in self.figures if "respectively" in one.chain and one.kind == "level"]
        term = self.setting.frame.term
        own = "" if term is None or self.setting.planned else f"{term[0]}/{term[1]}"  # where no years are said
        first, _, last = (parts[0].period or own).partition("/") if parts else ("", "", "")
        if not (len(first) == len(last) == _YEAR_LONG) or any(one.period != parts[0].period for one in parts):
            return
        if self.low.find("các năm", self.start, self.end) < 0 and self.low.find("từng năm", self.start, self.end) < 0:
            return
        begin = int(last) - len(parts) + 1
        if len(parts) > 1 and begin - int(first) in (0, 1):
            for year, part in enumerate(parts, begin):
                part.period = str(year)

    def _estimates_of_last_year(self) -> None:
        """`Sản lượng tôm ước đạt 16.720 tấn, tăng 42,7% so với năm 2020` in a report on a term at its end: only the last year is still estimated."""
        frame = self.setting.frame
        if self.setting.planned or frame.term is None or frame.year != frame.term[1]:
            return
        of_last: Figure | None = None
        for figure in self.figures:
            if figure.kind in ("level", "part") and not figure.depth:
                undated = figure.status == "estimated" and figure.period is None
                of_last = figure if undated and _ESTIMATED.search(self.low, self.start, figure.start) else None
            if of_last is not None and figure.period is None and not figure.average:
                figure.period = str(frame.year)

    def _means_between(self) -> None:
        """`Năm 2015 là 27.400 tỷ đồng, năm 2020 là 48.300 tỷ đồng, mỗi năm tăng 12%`: the yearly mean that two levels come to is of the years between."""
        for mean, goal in itertools.pairwise(self.figures):
            if (
                (mean.kind, goal.kind, goal.unit) == ("growth", "target", "%")
                and "/" in (mean.period or "")
                and goal.period == (mean.period or "")[-_YEAR_LONG:]
                and _NOT_REACHED.fullmatch(goal.said)
            ):
                goal.period = mean.period  # `bình quân tăng 11%/năm, không đạt mức 14% đã đề ra`
        for number, mean in enumerate(self.figures):
            if mean.kind not in ("growth", "change") or not (mean.average or "year" in mean.per) or number < 1:
                continue
            ends = [one for one in self.figures[:number] if one.kind == "level" and len(one.period or "") == _YEAR_LONG]
            for one, other in itertools.combinations(ends, 2):
                first, last = sorted((one, other), key=lambda end: end.period or "")
                years = int(last.period or 0) - int(first.period or 0)
                if (mean.period or "").endswith(f"/{last.period}"):
                    continue  # its own span is told
                if years > 1 and first.unit == last.unit and _comes_to(mean, first.value, last.value, years):
                    was, mean.period = mean.period, f"{first.period}/{last.period}"
                    for gap in self.figures[number + 1 : number + 2]:
                        if (
                            gap.kind in ("target_gap", "target")
                            and gap.period == was
                            and (not gap.said.strip(" ,(:") or _NOT_REACHED.fullmatch(gap.said))
                            and not self._is_gap_of_amount(number + 1)
                        ):
                            gap.period = mean.period  # `bình quân tăng 12%/năm, còn cách mục tiêu 1,2 điểm`
            self._end_with_level(mean, ends)

    def _is_gap_of_amount(self, number: int) -> bool:
        """`ước thu 141,9 tỷ đồng, tăng bình quân 10,15%, vượt 9,2% so với chỉ tiêu (130 tỷ đồng)`: the goal behind the gap is one of the amount, not of the mean."""
        goal = self.figures[number + 1] if number + 1 < len(self.figures) else None
        return goal is not None and goal.kind == "target" and goal.unit not in ("%", "‰", "1")

    @staticmethod
    def _end_with_level(mean: Figure, ends: list[Figure]) -> None:
        """`năm 2017 đạt 57 tỷ đồng, tăng bình quân 29%/năm so với năm 2015`: a mean since a year goes as far as the level told before it, not as the report."""
        since, own = mean.basis or "", (ends[-1].period or "") if ends else ""
        if len(since) == _YEAR_LONG and own == since and len(ends) > 1:
            # `năm 2017 đạt 57 tỷ đồng, so với năm 2015 (38 tỷ đồng) tăng bình quân 29%/năm`
            own = ends[-2].period or ""
        if len(since) == len(own) == _YEAR_LONG and since < own < (mean.period or "").rpartition("/")[2]:
            mean.period = f"{since}/{own}"

    def _by_estimate_behind(self, index: int, token: Token) -> bool:
        """`lên 92 triệu đồng theo số ước 2025`: the figure right before is the estimate."""
        before = self.tokens[index - 1] if index else None
        if before is not None and before.role == "(" and self._estimate_aside(index):
            return True
        figure = before.figure if before is not None else None
        if figure is None or self.low[figure.end : token.start].strip() not in _BY_ESTIMATE:
            return False
        figure.status = "estimated"
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if after is not None and after.phrase is not None and not self.low[token.end : after.start].strip():
            figure.period = resolve(after.phrase, self.setting.frame)
        return True

    def _estimate_aside(self, index: int) -> bool:
        """`tăng lên 14.230 tỷ đồng (ước năm 2018)`: a parenthesis that only says when the figure before it was estimated."""
        figure = self.tokens[index - 2].figure if index > 1 else None
        when, close = self.tokens[index + 1 : index + 3] if index + 2 < len(self.tokens) else (None, None)
        if figure is None or when is None or close is None or when.phrase is None or close.role != ")":
            return False
        if self.low[self.tokens[index].end : when.start].strip() or self.low[when.end : close.start].strip():
            return False
        figure.status, figure.period = "estimated", resolve(when.phrase, self.setting.frame)
        return True

    def _parted_whole(self, last: Figure) -> Figure:
        """What `trong đó` parts: the figure before it; of `được 12 tỷ đồng, bằng 55% kế hoạch 22 tỷ đồng; trong đó …` the result."""
        outer = [one for one in self.figures if one.depth <= self.depth]
        if [one.kind for one in outer[-3:]] == ["level", "attainment", "target"] and outer[-3].unit == outer[-1].unit:
            return outer[-3]
        return outer[-1] if outer else last

    def _goes_with(self, total: Figure, part: Figure) -> bool:
        """Is it told of the same years as the total, with no subject of its own?"""
        bare = not part.said.strip(" ,;(") or part.said.strip(" ,;(") == "và"
        return part.kind == "level" and part.period == total.period and part.unit == total.unit and bare

    def _share_pair_periods(self) -> None:
        """`A từ 38% năm 2015 xuống 29% năm 2020; B từ 31% lên 37%`: a pair without periods has those of the pair before."""
        said: tuple[str, str] | None = None
        for place, (first, last) in enumerate(itertools.pairwise(self.figures)):
            if "from" in first.chain and last.kind in _RISES and len(self.figures) > place + 2:
                last = self._over_change(first, last, self.figures[place + 2])
            if "from" not in first.chain or first.kind != "level" or last.kind != "level" or first.unit != last.unit:
                continue
            if first.period and last.period and first.period != last.period:
                said = first.period, last.period
            elif first.period and first.period == last.period and len(first.period) == 9 and "reach" in last.chain:
                first.period = last.period = (
                    None  # `giai đoạn 2021 - 2025 giảm từ 235 xuống còn 207 đơn vị`: its two ends
                )
            elif said is not None and last.period is None and self._says_no_year(first, last, said[1]):
                first.period, last.period = said

    def _says_no_year(self, first: Figure, last: Figure, end: str) -> bool:
        """`A từ 55,8% năm 2015 còn 46,2% năm 2020, B từ 15,1% lên 19,4%`: whether the pair has no period of its own, at most the one that the pair before ended with."""
        if first.period is None:
            return True
        return first.period == end and " năm " not in self.low[first.chain_start : last.start]

    @staticmethod
    def _over_change(first: Figure, change: Figure, last: Figure) -> Figure:
        """`Từ 17.850 hộ cuối năm 2021 giảm 13.130 hộ, cuối năm 2024 còn 4.720 hộ`: the change between the two ends is from the one to the other."""
        if (last.kind, last.unit) != ("level", first.unit) or first.unit != change.unit:
            return change
        if first.period and last.period and first.period < last.period and change.basis in (None, first.period):
            change.basis, change.period = first.period, last.period
        return last

    def _ends_of_spans(self) -> None:
        """`Trong 5 năm trồng 4.260 ha rừng; tỷ lệ che phủ rừng đạt 62,4%, tăng 3,7% so với năm 2015`: a share that has risen since the first of the years is one of the last."""
        for share, change in itertools.pairwise(self.figures):
            years = (share.period or "").partition("/")
            if share.kind != "level" or share.unit != "%" or len(years[0]) != _YEAR_LONG or len(years[2]) != _YEAR_LONG:
                continue
            if change.kind in ("change", "growth") and change.basis == years[0] and change.period == share.period:
                share.period = change.period = years[2]

    def _means_of_runs(self) -> None:
        """`so với năm 2020 thì tăng 24%, bình quân 12%/năm`: the mean of a rise is of the years in which it rose."""
        for rise, mean in itertools.pairwise(self.figures):
            if not mean.average or rise.average or not rise.kind == mean.kind == "growth":
                continue
            first, last = rise.basis or "", rise.period or ""
            told = self.low[rise.end : mean.chain_start].strip() in (",", "(", ";")
            if told and first.isdigit() and last.isdigit() and len(first) == len(last) and first < last:
                mean.period = f"{first}/{last}"

    def _average_of_years(self) -> None:
        """`năm 2021 đạt 8 tấn, năm 2022 đạt 9 tấn, bình quân 8,5 tấn/năm`: the mean is of the years told before it."""
        total: Figure | None = None
        for number, figure in enumerate(self.figures):
            before = self.low[self.figures[number - 1].end : figure.start].replace(";", ",") if number else ""
            before = before.rpartition(", ")[2].lstrip(" ,")
            summed = before.startswith(_SUMMED) or before == "tổng số "
            of_total = figure.per == ("year",) and not summed and _MEAN_OF_TOTAL.fullmatch(before) is not None
            if total is not None and of_total and self.figures[number - 1] is total:
                figure.period = (
                    total.period
                )  # `tổng cộng 16.720 lao động; tính bình quân 2,5 năm là 6.688 lao động/năm`
                continue
            if (
                figure.kind not in _TOLD_YEARLY
                or number < 2
                or not (summed or ((figure.average or _MEAN_OF_SOME.match(before)) and "year" in figure.per))
            ):
                continue
            told = (one.period for one in self.figures[max(0, number - 5) : number] if one.kind == figure.kind)
            years = [period for period in told if period is not None]
            part = years.pop() if summed and years and _PART_OF_YEAR.fullmatch(years[-1]) else ""
            years = [year for year in years if len(year) == _YEAR_LONG]
            if not years or years != sorted(set(years)):
                continue
            was = figure.period
            if part and part[:_YEAR_LONG] > years[-1]:
                month = "06" if part.endswith("S1") else "03" if part.endswith("Q1") else part[-2:]
                figure.period = f"{years[0]}-01/{part[:_YEAR_LONG]}-{month}"  # two years and a part of the third
            elif len(years) > 1 and not part and (figure.period in (years[0], years[-1]) or before.startswith("l")):
                figure.period = f"{years[0]}/{years[-1]}"
            total = figure if summed else total
            for other in self.figures[number + 1 : number + 2] if figure.period != was else ():
                if other.kind in ("attainment", "target_gap") and other.period == was:
                    other.period = figure.period

    def _means_of_spans(self) -> None:
        """`3 năm 2021 - 2023 đạt 21.480 tỷ đồng, bằng 56,5% mục tiêu; bình quân mỗi năm 7.160 tỷ đồng`: the mean is of the years of its total, whatever is told of that between."""
        for number, mean in enumerate(self.figures):
            if mean.per != ("year",) or mean.kind != "level" or mean.period not in (None, self.setting.period):
                continue
            before = self.low[self.figures[number - 1].end : mean.start] if number else ""
            if _MEAN_OF_TOTAL.fullmatch(before.rpartition("; ")[2].lstrip(" ,")) is None:
                continue
            for total in reversed(self.figures[:number]):
                if total.kind == "level" and total.unit == mean.unit and not total.per and total.depth == mean.depth:
                    spans = YEARS.fullmatch(total.period or "") is not None
                    mean.period = total.period if spans else mean.period
                if total.kind not in _TOLD_OF_IT:
                    break

    def _totals_of_years(self) -> None:
        """`Kết nạp 4.386 đảng viên (năm 2021: 1.392; năm 2022: 1.458; năm 2023: 1.536)`: what parts over years running is of them all."""
        for number, total in enumerate(self.figures):
            if total.kind != "level" or total.period not in (None, self.setting.period) or total.unit in ("%", "‰"):
                continue
            parts: list[Figure] = []
            for one in self.figures[number + 1 :]:
                if one.kind != "level" or one.unit != total.unit or len(one.period or "") != _YEAR_LONG:
                    break
                parts.append(one)
            years = [int(one.period or 0) for one in parts]
            running = len(years) > 1 and years == list(range(years[0], years[0] + len(years)))
            if running and abs(sum(one.value for one in parts) - total.value) * 10 <= total.value:
                total.period = f"{years[0]}/{years[-1]}"


def _comes_to(mean: Figure, first: Decimal, last: Decimal, years: int) -> bool:
    """Whether a rise from one value to the other comes to so much a year, as it is written."""
    if mean.kind == "change" and mean.unit == "%":
        yearly = float(last - first) / years
    elif mean.kind == "growth" and first > 0 and last > 0:
        yearly = (float(last / first) ** (1 / years) - 1) * 100
    else:
        return False
    return abs(yearly - float(mean.value)) <= float(mean.resolution)
