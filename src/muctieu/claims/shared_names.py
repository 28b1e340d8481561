"""Names that several figures share out among them: `lần lượt`, two rates behind two counts, a change of what was counted before.

Takes figures that have their own names already; writes `indicator` (and, for a list of periods, `period`) of those that share.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from muctieu.claims.claim import Claim
from muctieu.claims.figures import Figure
from muctieu.claims.subject_words import HEAD, clean, last_clause
from muctieu.text.counting import known_noun_end
from muctieu.text.lexicon import lexicon

_ELIDED = (
    r"cơ cấu(?: giá trị sản xuất| kinh tế| lao động)?",
    r"tỷ số",
    r"tỷ lệ",
    r"tỉ lệ",
    r"tỷ trọng",
    r"tỉ trọng",
    r"diện tích",
    r"sản lượng",
    r"năng suất",
    r"giá trị sản xuất",
    r"số",
    r"tổng số",
    r"grdp",
    r"tốc độ tăng",
    r"chiều dài",
    r"kim ngạch",
)
ELIDED_HEAD = re.compile(rf"^(?:tổng )?(?P<head>{'|'.join(_ELIDED)})\b")
ELIDED_BEGINS = frozenset(("tổ", *(head[:2] for head in _ELIDED)))  # asked first: most names begin otherwise
_SECTOR = re.compile(
    r"(?:khu vực|ngành|nông|lâm|thủy sản|công nghiệp|xây dựng|dịch vụ|thương mại|thuế|bình quân)", re.IGNORECASE
)
GOAL_WORDS = re.compile(
    r"^(?:(?:(?:[^\s,;.]+ ){0,2}(?:giao|đặt ra|đặt|đề ra) )?(?:chỉ tiêu|kế hoạch|kh|nq(?:đh)?|nghị quyết|mục tiêu|dự toán|đại hội)(?![^\W_])(?: (?:nq|nghị quyết|đại hội|đề ra|chỉ đòi hỏi|đòi hỏi|chỉ yêu cầu|chỉ đặt ra|chỉ đề ra|chỉ giao|đặt ra|xác định|yêu cầu|giao cho ngành|giao cho đơn vị|giao|năm học|năm|tỉnh giao|tỉnh|huyện|được giao|phấn đấu|đến))*\s*)+",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    rf"(?:{GOAL_WORDS.pattern[1:]}|(?:.* )?(?:con số|số liệu|tỷ lệ|tỷ trọng|chỉ số)(?: này| đó| trên)?)", re.IGNORECASE
)
_LISTED = re.compile(
    r"(?:các )?(?P<what>quý|năm|tháng) (?P<list>[ivx\d]+(?:(?:,|,? và)(?: ước| dự ước)? (?:(?P=what) )?[ivx\d]+)+)(?: năm (?P<year>(?:19|20)\d\d))?"
)


def same_count(figure: Figure, earlier: list[Figure], name: str) -> Figure | None:
    """The figure before that counted what this one tells of again, or None.

    `xảy ra 289 vụ, làm chết 187 người; so với cùng kỳ tăng 11 vụ`, `96 cơ sở, tăng 4 cs`: a change of what was counted before; `tăng 12% số vụ`: a
    rate of it; `9.875 lao động, đạt 54,9% (kế hoạch 18.000 lao động)`: what was planned of it.
    """
    kind, counted = figure.kind, figure.counted
    if not earlier:
        return None
    if kind == "level" and counted is not None and _opens_comparison(figure, earlier[-1]):
        return _counted_before(counted, earlier)
    if kind not in SAID_AGAIN:
        return None
    if kind == "target":
        return _planned_before(figure, earlier)
    if counted is not None:
        changed = (
            kind == "change"
            and earlier[-1].counted != counted
            and _SAYS_NOTHING.fullmatch(_ASIDE.sub("", figure.said)) is not None
        )
        return _counted_before(counted, earlier) if changed else None
    if kind == "change" and figure.unit not in ("%", "‰", "1"):
        return _measured_before(figure, earlier)
    lowered = name.lower()
    if not lowered.startswith(("số ", "tổng số ")):
        return None
    return _counted_before(lowered.removeprefix("tổng ").removeprefix("số "), earlier)


def _opens_comparison(figure: Figure, before: Figure) -> bool:
    """`13 vụ, làm chết 07 người; so với cùng kỳ (16 vụ, chết 06 người) …`: the first of the figures that are compared with, behind a parenthesis."""
    return (
        figure.depth > before.depth
        and before.counted not in (None, figure.counted)
        and figure.period != before.period
        and _SAYS_NOTHING.fullmatch(figure.said) is not None
    )


_ASIDE = re.compile(r"\([^()]*\)")
_SAYS_NOTHING = re.compile(r"[\s,;(]*(?:so (?:với )?(?:ck|cùng kỳ|kh|năm trước)[^,;.\w]*)?[\s:+–−-]*")
SAID_AGAIN = frozenset(("change", "growth", "target"))


def _planned_before(figure: Figure, earlier: list[Figure]) -> Figure | None:
    """`tạo việc làm cho 9.875 lao động (kế hoạch 18.000 lao động)`, `đạt chuẩn 72%, gồm 20 trường; mục tiêu là 75%`: the result of what was planned."""
    counted, unit = figure.counted, figure.unit
    if (counted is None and earlier[-1].unit == unit) or (
        counted is not None and not figure.depth and earlier[-1].kind not in ("target_gap", "attainment")
    ):
        return None  # `vượt 2,8% so với chỉ tiêu 9.000 lao động/năm`, of a plan beside its gap
    if clean(GOAL_WORDS.sub("", figure.subject.strip(" ,;("))):
        return None
    if counted is not None:
        outer = [one for one in earlier if one.depth < figure.depth]  # not the parts in a parenthesis before
        return _counted_before(counted, outer or earlier)
    deepest = min(earlier[-1].depth, figure.depth)  # not the parts of a parenthesis that was closed before this one
    return next(
        (one for one in reversed(earlier) if one.unit == unit and one.kind == "level" and one.depth <= deepest),
        None,
    )


def _measured_before(figure: Figure, earlier: list[Figure]) -> Figure | None:
    """`9 vụ cháy, thiệt hại 21,3 ha, giảm 3 vụ và 8,6 ha`: what was measured before, behind a change of something else."""
    if figure.subject.strip(" ,") not in ("", "và") or earlier[-1].kind != "change" or earlier[-1].unit == figure.unit:
        return None
    return next((one for one in reversed(earlier) if one.unit == figure.unit and one.kind == "level"), None)


def _counted_before(noun: str, earlier: list[Figure]) -> Figure | None:
    """The last figure that counts the noun, a longer form of it (`vụ cháy` for `vụ`), or what it abbreviates (`cơ sở` for `cs`)."""
    return next(
        (
            one
            for one in reversed(earlier)
            if one.counted is not None
            and one.kind in ("level", "part")
            and (one.counted == noun or one.counted.startswith(f"{noun} ") or in_short(one.counted, noun))
        ),
        None,
    )


def in_short(noun: str, other: str) -> bool:
    """Whether the one is the other in short: `doanh nghiệp`, `dn`."""
    return other == "".join(word[0] for word in noun.split()) if " " in noun else False


def share_names(low: str, figures: list[Figure], inherited: str, label: str) -> None:
    """Gives the names that several figures of a sentence share out among them."""
    if len(figures) > 1:
        share_out(low, figures)
        share_dashes(low, figures)
        share_pairs(figures)
        share_tails(low, figures)
        share_objects(low, figures)
        share_doers(figures)
    share_standards(figures, label, inherited)


# `các tỷ lệ tương ứng là 20,9% - 31,4% - 47,7%`
_THE_SAME_IN_TURN = re.compile(r"các (?:tỷ lệ|tỉ lệ|tỷ trọng|con số|chỉ số|số liệu|mức)(?: này)? tương ứng ")

_IN_THAT_ORDER = re.compile(r"theo thứ tự (?:ấy|đó|này|trên|như trên|đã nêu)(?![^\W_])")


def share_out(low: str, figures: list[Figure]) -> None:
    """`trồng trọt, chăn nuôi lần lượt đạt 5,1% và 6,2%`: as many names as figures go to them in order; else the names of the figures before."""
    if not [one for one in figures if "respectively" in one.chain or "tương ứng" in one.said] and (
        low.find(" tương ứng", figures[0].end, figures[-1].start) < 0
        and low.find(" theo thứ tự ", figures[0].end, figures[-1].start) < 0
    ):
        return
    number = 0
    while number < len(figures):
        first = figures[number]
        chain = first.chain
        in_turn = "tương ứng" in first.said or _IN_THAT_ORDER.search(first.said) is not None
        told = first.kind == "level" and in_turn and "equal" not in chain
        told = told or (
            "equal" in chain and _THE_SAME_IN_TURN.search(low, first.chain_start - 5, first.start) is not None
        )
        if not (told or "respectively" in chain) or first.anchor is not None:
            number += 1
            continue
        last = number + 1
        while last < len(figures) and (
            figures[last].anchor is figures[last - 1]
            or (told and figures[last].subject.strip(" ,;-–") in ("", "và") and figures[last].unit == first.unit)
        ):
            last += 1
        group = figures[number:last]
        periods = _LISTED.search(first.said)
        if periods is not None and _share_periods(group, periods):
            number = last
            continue
        names = [clean(part) for part in re.split(r",\s|;\s|\svà\s", first.subject)]
        names = [] if told else [name for name in names if len(name) > 2 and not _NO_NAME.fullmatch(name.lower())]
        if len(names) == len(group) > 1:
            head = ELIDED_HEAD.match(names[0].lower())
            for figure, name in zip(group, names, strict=True):
                figure.indicator = (
                    with_head(name, names[0][head.start("head") : head.end()]) if head is not None else name
                )
        elif not names and number >= len(group):
            for figure, earlier in zip(group, figures[number - len(group) : number], strict=True):
                figure.indicator = earlier.indicator
        number = last


def share_with_last(low: str, figures: list[Figure], last: Sequence[Claim]) -> None:
    """`… dịch vụ 47%. Ước năm 2023, bốn tỷ lệ trên lần lượt là 22,4%; 26,9% …`: as many figures in turn as the sentence before has, which they are named after."""
    first = figures[0]
    count = 1
    while count < len(figures) and figures[count].subject.strip(" ,;-–") in ("", "và"):
        count += 1
    if count != len(last) or not _OF_LAST.search(low, max(0, first.start - 60), first.start):
        return
    if all(figure.unit == claim.unit for figure, claim in zip(figures[:count], last, strict=True)):
        for figure, claim in zip(figures, last, strict=False):
            figure.indicator = claim.indicator


_OF_LAST = re.compile(
    r"(?:(?:tỷ lệ|tỉ lệ|tỷ trọng|chỉ tiêu|con số|chỉ số|khu vực|ngành|mức|kết quả) (?:trên|này|đó|ấy|nói trên|kể trên|nêu trên) (?:lần lượt|tương ứng)|(?:theo )?thứ tự (?:trên|đó|ấy|này|như trên))(?![^\W_])"
)


def share_dashes(low: str, figures: list[Figure]) -> None:
    """`Cơ cấu nông nghiệp - công nghiệp - dịch vụ là 28% - 36% - 36%`: as many names between dashes as shares; the next such list has them too."""
    number, count, told = 0, len(figures), []
    if count < _SHORTEST_LIST:
        return
    while number < count:
        last = number + 1
        while last < count and low[figures[last - 1].end : figures[last].start].strip() in ("-", "–", "; "):
            last += 1
        group = figures[number:last]
        if last - number >= _SHORTEST_LIST and all(one.unit == "%" for one in group):
            names = [clean(part) for part in re.split(r"\s[-–]\s", group[0].subject)]
            if len(names) == len(group) and all(names):
                names[0] = _OF_STRUCTURE.sub("", names[0])
                told = [f"cơ cấu {name}" for name in names]
            if len(told) == len(group):
                for figure, name in zip(group, told, strict=True):
                    figure.indicator = name
        number = last


_SHORTEST_LIST = 3  # shares between dashes
_OF_STRUCTURE = re.compile(
    r"^(?:cơ cấu|tỷ trọng)(?: (?:kinh tế|ngành|các ngành|lao động|giá trị sản xuất))?(?: (?:của|theo))? ?(?:các )?(?:ngành |khu vực )?",
    re.IGNORECASE,
)


def share_pairs(figures: list[Figure]) -> None:
    """`kiểm tra 34 tổ chức và 120 đảng viên, tăng 21% và 18%`: two rates go to the two counts before them, in order."""
    if len(figures) < 4:
        return
    for a, b, c, d in zip(figures, figures[1:], figures[2:], figures[3:], strict=False):
        if (
            c.kind in ("growth", "change")
            and (c.kind, c.unit, c.depth) == (d.kind, d.unit, d.depth)
            and a.kind == b.kind == "level"
            and a.depth == b.depth == c.depth
            and a.counted is not None
            and b.counted is not None
            and a.indicator != b.indicator
            and not c.subject.strip(" ,")
            and d.subject.strip(" ,") in ("", "và")
        ):
            c.indicator, d.indicator = a.indicator, b.indicator


def share_tails(low: str, figures: list[Figure]) -> None:
    """`88% tổ chức đảng và 85% đảng viên hoàn thành tốt nhiệm vụ`: the words behind the second noun are said of both."""
    for first, second in pairwise(figures):
        if first.unit != "%" or second.unit != "%":
            continue
        noun, tail = known_noun_end(low, first.end), known_noun_end(low, second.end)
        if noun == first.end or tail == second.end:
            continue
        if first.indicator.lower() != low[first.end : noun].strip() or low[noun : second.start].strip() not in (
            "và",
            ",",
        ):
            continue
        if second.indicator.lower().startswith(low[second.end : tail].strip() + " "):
            first.indicator += second.indicator[tail - second.end - 1 :]


def share_objects(low: str, figures: list[Figure]) -> None:
    """`sửa chữa 3 km và làm mới 5 km đường giao thông`: what the second deed is done to, the first is done to as well."""
    for first, second in pairwise(figures):
        between = low[first.end : second.start]
        if not between.startswith((" và ", ", ")) or first.kind != "level" or second.kind != "level":
            continue
        if first.unit != second.unit and (
            first.counted is None or second.counted is None or not second.counted.startswith(f"{first.counted} ")
        ):
            continue
        deed, told = between.removeprefix(",").removeprefix(" và").strip(), second.indicator
        done = first.indicator.lower().removesuffix(f" {first.counted}")
        if deed and done != deed and told.lower().startswith(f"{deed} ") and {done.removeprefix("đã "), deed} <= _WORKS:
            first.indicator = first.indicator[: len(done)] + told[len(deed) :]


_WORKS = frozenset(lexicon("naming")["works"])


def share_doers(figures: list[Figure]) -> None:
    """`Thành ủy kỷ luật 4 đồng chí, Ủy ban Kiểm tra kỷ luật 17 đồng chí`: the same deed of several offices is named with who did it."""
    names = [figure.indicator for figure in figures if figure.counted is not None and figure.kind == "level"]
    if len(set(names)) == len(names):
        return
    told: dict[str, list[tuple[Figure, str]]] = {}
    for figure in figures:
        if figure.counted is None or figure.kind != "level" or figure.depth:
            continue
        subject = clean(last_clause(figure.subject))
        deed = figure.indicator.removesuffix(f" {figure.counted}")
        if subject.endswith(f" {deed}") and _OFFICE.match(subject.lower()):
            told.setdefault(f"{figure.indicator} {figure.period}".lower(), []).append((figure, subject))
    for pairs in told.values():
        if len({subject for _, subject in pairs}) > 1:
            for figure, subject in pairs:
                figure.indicator = subject


_OFFICE = re.compile(
    r"(?:cấp ủy|đảng ủy|chi bộ|chi ủy|huyện ủy|tỉnh ủy|thành ủy|thị ủy|ban thường vụ|btv|ban chấp hành|ủy ban|ubkt|ubnd|hđnd|công an|bộ đội|biên phòng|kiểm lâm|quân sự|hải quan|tòa án|toà án|viện kiểm sát|thanh tra|sở|phòng|chi cục|hội|đoàn|cấp (?:tỉnh|huyện|xã|thành phố|cơ sở))(?![^\W_])"
)


def share_standards(figures: list[Figure], label: str, inherited: str) -> None:
    """`128 xã đạt chuẩn nông thôn mới, 34 xã đạt chuẩn nâng cao, 5 xã kiểu mẫu`: grades of one standard, which is said once."""
    if not [figure for figure in figures if figure.indicator.endswith((*_GRADES, *_UNSAID))]:
        return
    standard = (
        _STANDARD.search(figures[0].said) or _STANDARD.search(label.lower()) or _STANDARD.search(inherited.lower())
    )
    for figure in figures:
        name = figure.indicator
        lowered = name.lower()
        own = _STANDARD.search(lowered)
        if own is not None:
            standard = own
        elif (
            standard is not None and name.endswith(_UNSAID) and "kiểu mẫu" not in lowered and standard[0] not in lowered
        ):
            figure.indicator = f"{name} {standard[0]}"  # `Nông thôn mới: 9/9 xã giữ vững chuẩn`
        elif standard is not None and lowered.endswith(_GRADES) and not lowered.endswith(f"{standard[0]} nâng cao"):
            at = lowered.rfind(" ", 0, lowered.rfind(" ")) + 1
            figure.indicator = f"{name[:at]}{standard[0]} {name[at:]}"


_STANDARD = re.compile(r"nông thôn mới|đô thị văn minh|ntm|(?<=chuẩn )quốc gia")
_GRADES = (" nâng cao", " kiểu mẫu")
_UNSAID = (" đạt chuẩn", " giữ vững chuẩn", " giữ chuẩn", " về đích", " được công nhận", " được công nhận thêm")


def _share_periods(group: list[Figure], match: re.Match[str]) -> bool:
    """`các quý I, II, III năm 2023 lần lượt là …`: each figure has its own period."""
    parts = re.findall(r"(?<![^\W_])[ivx\d]+(?![^\W_])", match["list"])
    estimated = "ước" in match["list"]  # only of the last
    if len(parts) != len(group):
        return False
    year = match["year"] or (group[0].period or "")[:4]
    name = clean(group[0].subject[: match.start()])
    for figure, part in zip(group, parts, strict=True):
        if match["what"] == "năm":
            figure.period = part if len(part) == 4 else figure.period
        elif year:
            number = (
                {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(part) or int(part)
                if part.isdigit() or part in ("i", "ii", "iii", "iv")
                else 0
            )
            figure.period = f"{year}-Q{number}" if match["what"] == "quý" else f"{year}-{number:02d}"
        figure.indicator = name or figure.indicator
        if estimated and figure.status == "estimated" and figure is not group[-1]:
            figure.status = "actual"
    return True


def with_head(name: str, head: str) -> str:
    """`khu vực công nghiệp` after `tỷ trọng khu vực dịch vụ` → `tỷ trọng khu vực công nghiệp`."""
    lowered = name.lower()
    if HEAD.match(lowered) or ELIDED_HEAD.match(lowered) or lowered.startswith(("ns ", "sl ", "dt ")):
        return name
    if head.lower() == "grdp" and not _SECTOR.match(name):
        return name
    return f"{head} {name}"
