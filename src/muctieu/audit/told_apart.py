"""What tells two figures of one name apart: prices of a year and current ones, a mean of years and one year, two givers of a plan, what is planned and what is expected. Takes the ledger and two figures; compares no values."""

from __future__ import annotations

import re
from decimal import Decimal

from muctieu.audit.clauses import said
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger

_PRICES = re.compile(r"\bgiá (?:so sánh|hiện hành|thực tế|cố định)|\b(?:ss|so sánh) \d{4}")
_MEAN = re.compile(r"\bbình quân(?! (?:đầu người|thu nhập|mỗi người))|\b(?:bq|trung bình)\b")
_GIVEN = re.compile(
    r"\b(trung ương|bộ|tỉnh|hđnd|ubnd|thành phố|huyện|thị xã|quận|nghị quyết)\b[^,;.()%\d]{0,25}? giao\b"
)
_EXPECTED = re.compile(r"\bước\b")
_OF_SEASONS = frozenset(("ha", "t", "dt", "m2", "kg"))
_SEASON = re.compile(
    r"\b(?:vụ|lúa|ngô|rau|màu|đậu|lạc|trà|cấy|cây vụ)\s(?P<season>đông xuân|hè thu|thu đông|xuân hè|chiêm xuân|mùa|xuân|chiêm|hè|thu|đông)\b"
)
_CLAUSE = re.compile(r"[.;\n]")
_GOALS = re.compile(
    r"\b(?:đề ra|xác định|đặt ra|giao)\b[^.\n]{0,60}\b(?:chỉ tiêu|mục tiêu)\b[^.\n]{0,40}:|\b(?:kế hoạch|chỉ tiêu|mục tiêu)\b[^.:;\n]{0,50}\bgiao\s*:"
)
_TOTALS = ("tổng", "cộng", "toàn")
_ALONE = re.compile(r"\briêng\b")
_RAISED = re.compile(r"\b(?:đưa|nâng)\b[^.;]{0,40}\blên\b")
"""`thêm 05 trường, đưa tổng số lên 34 trường, tức 81,0%`: what a plan comes to, no goal."""
_SUPPOSED = re.compile(r"\b(?:nếu|(?:không|chưa) (?:kể|tính|bao gồm)|loại trừ|sau khi (?:trừ|loại))\b")
"""`nếu loại tiền sử dụng đất thì thu nội địa còn 6.165 tỷ đồng`: less than the name says."""
_SUPPOSED_WORDS = ("nếu", "trừ", "loại", "kể", "tính", "bao gồm")
_SHARED_OUT = re.compile(r"\b(?:lao động|vốn đầu tư|thu ngân sách|xuất khẩu|dân số|dư nợ)\b")
_MAKES_UP = re.compile(r"[^:.()\d]{0,50}\b(?:chiếm|tỷ lệ|đạt|bằng|tức|tương đương)(?: tỷ lệ)?\s*|[^;:.()\d]{0,30}\(\s*")
_NUMBER_OF = re.compile(r"\s*(?:tổng )?số ([^\W\d]+)")
_LABEL = re.compile(r"\s*(?:\(?[a-zđ\d]{1,2}[.)]|[-+*•–])\s*([^:;.,()\n]{4,60}):")
_VICTIMS = re.compile(r"\b(?:chết|bị thương|mất tích|tử vong)\s*$")
_EVENTS = "làm chết bị thương mất tích tử vong người vụ xảy ra phát hiện"
"""What tells of any event that has victims."""
_TWO = 2
_NEAR_LINES, _NEAR_LETTERS = 4, 2000


def are_told_apart(ledger: Ledger, first: Figure, second: Figure) -> bool:
    """Do their words say that they are two things of one name?"""
    seasons = {_season(ledger, f) for f in (first, second)} if first.unit in _OF_SEASONS else frozenset()
    if len(seasons) > 1 and "" not in seasons:
        return True
    price = _price(ledger, first) if first.kind == "level" else None
    if price is not None and _price(ledger, second) not in (None, price):
        return True
    if leaves_out(ledger, first) != leaves_out(ledger, second):
        return True
    told = first.cell is None and second.cell is None
    if told and first.is_share and second.is_share and _shared_out(ledger, first) != _shared_out(ledger, second):
        return True
    if told and (labels_differ(ledger, first, second) or _of_other_events(ledger, first, second)):
        return True
    if first.is_share and second.is_share and _are_of_others(ledger, first, second):
        return True
    if _comes_out(ledger, first) and _comes_out(ledger, second):
        return True
    if first.kind == "growth" and (_MEAN.search(_words(first)) is None) != (_MEAN.search(_words(second)) is None):
        return True
    if first.kind in ("growth", "level") and _is_goal(ledger, first) != _is_goal(ledger, second):
        return True
    if any(
        one.row_name.startswith(_TOTALS) and _ALONE.search(_before(ledger, other))
        for one, other in ((first, second), (second, first))
    ):
        return True
    if first.kind != "target" or second.kind != "target":
        return False
    if (_EXPECTED.search(first.before) is None) != (_EXPECTED.search(second.before) is None):
        return True
    if (_RAISED.search(_before(ledger, first)) is None) != (_RAISED.search(_before(ledger, second)) is None):
        return True
    return any(_has_two_givers(ledger, figure) for figure in (first, second))


def _season(ledger: Ledger, figure: Figure) -> str:
    """The crop's season that its sentence, row or name tells last before it; empty for none. (`vụ mùa 368,4 ha, năng suất …`)"""
    told = list(_SEASON.finditer(_before(ledger, figure) or f"{figure.row_name} {figure.head}"))
    return told[-1]["season"] if told else ""


def leaves_out(ledger: Ledger, figure: Figure) -> bool:
    """Does its sentence say before it that something is left out or supposed? (`Không kể tiền sử dụng đất, thu nội địa đạt …`)"""
    words = _before(ledger, figure)
    return any(word in words for word in _SUPPOSED_WORDS) and _SUPPOSED.search(words) is not None


def _is_goal(ledger: Ledger, figure: Figure) -> bool:
    """`Đại hội xác định 20 chỉ tiêu, trong đó có các chỉ tiêu: giá trị sản xuất tăng bình quân 13,5%/năm; …`: does its sentence list goals?"""
    start, end = figure.claim.sentence.start, figure.claim.start
    if figure.cell is not None or ledger.lower.find(":", start, end) < 0:  # goals are listed after a colon
        return False
    return _GOALS.search(ledger.lower, start, end) is not None


def _before(ledger: Ledger, figure: Figure) -> str:
    """What its sentence says before it."""
    return ledger.words(figure.claim.sentence.start, figure.claim.start) if figure.cell is None else ""


def _shared_out(ledger: Ledger, share: Figure) -> frozenset[str]:
    """What its sentence or its name says to be shared out (`Lao động đang làm việc: khu vực dịch vụ 52,7%`)."""
    return frozenset(_SHARED_OUT.findall(f"{_before(ledger, share)} {share.indicator.lower()}"))


def labels_differ(ledger: Ledger, first: Figure, second: Figure) -> bool:
    """Do they stand in items of lists whose names before the colon share no word that the other's clause lacks? (`b) Trung học cơ sở: mức Tốt 21,7%`, `c) Trung học phổ thông: mức Tốt 24,3%`)"""
    labels = [_LABEL.match(ledger.lower, f.claim.sentence.start, f.claim.start) for f in (first, second)]
    if not all(labels):
        return False
    one, other = sorted((first, second), key=lambda f: f.order)
    start, end = one.claim.end, other.claim.start
    siblings = end - start <= _NEAR_LETTERS and ledger.text.count("\n", start, end) <= _NEAR_LINES
    if not (siblings or first.indicator.lower() == second.indicator.lower()):
        return False
    return len({label[1] for label in labels if label is not None}) == _TWO


def _of_other_events(ledger: Ledger, first: Figure, second: Figure) -> bool:
    """`Các vụ án làm chết 9 người, bị thương 96 người`, `152 vụ tai nạn, bị thương 120 người`: victims of events that their sentences name in other words."""
    if not all(f.is_count and _VICTIMS.search(f.before) for f in (first, second)):
        return False
    events = [said(_before(ledger, f)) - said(_EVENTS) for f in (first, second)]
    return all(events) and events[0].isdisjoint(events[1])


def _comes_out(ledger: Ledger, share: Figure) -> bool:
    """Is it the share that the part right before it makes? (`58/71 xã đạt chuẩn, chiếm 81,7%`)"""
    figures = ledger.sentences[share.sentence].figures if share.is_share and share.cell is None else []
    part = next((f for f in figures if f.order == share.order - 1), None)
    whole = part.claim.whole if part is not None else None
    return part is not None and bool(whole) and abs(part.value * 100 / whole - share.value) <= share.claim.resolution  # type: ignore[operator]


def _are_of_others(ledger: Ledger, first: Figure, second: Figure) -> bool:
    """Does each share follow an amount that it is of, and not the same, or are they of so many of two things? (`24 chiếc, chiếm 11,0%`, `276 nghìn lượt khách, chiếm 10,0%`; `97,0% số hộ`, `97,8% số bản`)"""
    amounts = [_amount_of(ledger, share) for share in (first, second)]
    if all(amounts) and amounts[0] != amounts[1]:
        return True
    wholes = [_NUMBER_OF.match(ledger.after(share, 40)) for share in (first, second)]
    return all(wholes) and len({whole[1] for whole in wholes if whole is not None}) == _TWO


def _amount_of(ledger: Ledger, share: Figure) -> Decimal | None:
    """The amount right before a share that says what it makes up."""
    before = ledger.figures[share.order - 1] if share.order else None
    if (
        before is None
        or share.cell is not None
        or before.sentence != share.sentence
        or _MAKES_UP.fullmatch(share.before) is None
    ):
        return None
    return before.value if before.kind == "level" and not before.is_share else None


def _words(figure: Figure) -> str:
    """Its name, its row's, and its clause."""
    return f"{figure.indicator} {figure.row_name} {_CLAUSE.split(figure.before)[-1]}"


def _price(ledger: Ledger, figure: Figure) -> str | None:
    """Which prices its clause or its row speaks of; none where it says nothing."""
    words = _words(figure) if figure.cell is not None else ledger.words(figure.claim.sentence.start, figure.claim.end)
    if "giá " not in words and "ss " not in words and "so sánh " not in words:
        return None  # most say nothing of prices
    told = next(iter([*_PRICES.finditer(words)][-1:]), None)
    return None if told is None else "current" if told[0].endswith(("hành", "tế")) else "constant"


def _has_two_givers(ledger: Ledger, figure: Figure) -> bool:
    """`đạt 125% dự toán tỉnh giao (1.985 tỷ đồng) và 112% dự toán HĐND thành phố giao`: does the sentence tell of two plans?"""
    start, end = figure.claim.sentence
    return figure.cell is None and len(set(_GIVEN.findall(ledger.lower, start, end))) >= _TWO
