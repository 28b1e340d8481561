"""`impossible`: a fall of more than 100%, a share over 100%, a part larger than its whole.

What is possible whatever the other figures say: a fall ≤ 100%, 0 ≤ a share ≤ 100%, a part ≤ its whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.direction import better
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.pairs import value_before
from muctieu.audit.persons import counts_persons
from muctieu.audit.timed_pairs import BASIS
from muctieu.text.lexicon import lexicon
from muctieu.values.interval import Interval

_HUNDRED = Decimal(100)
_ZERO = Decimal(0)
_SHARE = re.compile(
    r"tỷ trọng|tỉ trọng|cơ cấu|chiếm|t[ỷỉ] lệ (?:các |số )?(?:hộ|lao động|che phủ|bao phủ|dân số|dân cư|người|trẻ|xã|thôn|trường|phòng học|giải quyết|thu gom|đô thị|phụ nữ|học sinh|cán bộ|đảng viên|gia đình|chất thải|rác|hồ sơ|giáo viên|trạm|cây sống|hài lòng|đúng hạn|tốt nghiệp|tổ chức|chi bộ|thôn|bản|hội viên|đoàn viên|nước sạch|sử dụng|có|đạt chuẩn|tham gia|đỗ|khá|giỏi|sinh con|tiêm|hộ nghèo)"
)
_COUNTED_SHARE = re.compile(
    r"(?: số)? (?:tổ chức|chi bộ|đảng bộ|đảng viên|hộ|gia đình|thôn|bản|xã|phường|trường|học sinh|trẻ|người|cán bộ|công chức|hồ sơ|dân số|lao động|giáo viên|trạm|cơ quan|đơn vị|thí sinh)\b"
)
_THERE_ARE = re.compile(r"\b(?:có|với)\s*$")
_AMOUNT_SHARE = re.compile(
    r" (?:tổng )?(?:lượng|số|khối lượng) (?:rác|chất thải|nước thải|hộ|dân|người|trẻ|hồ sơ|đơn)\b"
)
_SERVED = re.compile(r"\b(?:thu gom|xử lý|tái chế|phân loại|phủ|giải quyết|cấp|dùng|sử dụng)(?: được)?\s*$")
_PLAN_FOLLOWS = re.compile(
    r"[\s,(:;–-]*(?:vượt|(?:đạt|bằng|tỷ lệ|=)?\s*1\d\d(?:,\d+)?\s?%|(?:đạt|bằng)?\s*[\d.,]+\s?%\s*(?:so với )?(?:kh\b|kế hoạch|chỉ tiêu|dự toán|nghị quyết|nq\b|mục tiêu))"
)
_PLANNED_WORK = re.compile(
    r"\b(?:kết nạp|phát triển|trồng|gieo|cấy|xuống giống|xây|xây dựng|làm mới|mở mới|mở rộng|nâng cấp|sửa chữa|thành lập|việc làm|đào tạo|tuyển|đón|vận động|giải ngân|cứng hóa|bê tông hóa|nạo vét|giao quân|tuyển quân|nhập ngũ|chỉ tiêu|kế hoạch|kh|nghị quyết|nq)\b[^,;:]*$"
)
"""Work of which a plan says how much is to be done: so many of so many may be more than was planned."""
_OF_WHOLE = re.compile(
    r"đạt (?:chuẩn|danh hiệu|yêu cầu|tiên tiến|loại)|được (?:công nhận|xếp loại|cấp|hỗ trợ|giải quyết)|tổng số|đúng hạn|giữ vững|đăng ký|hoàn thành (?:tốt|xuất sắc)|văn hóa|hòa giải|điều tra|khám phá|làm rõ|giải quyết xong"
)
_SHARE_FOLLOWS = re.compile(
    r"[^.;\d]{0,60}?(?:đạt|bằng|chiếm|tỷ lệ|tỉ lệ|=|\()[^.;\d]{0,15}(?:\d{1,2}(?:[.,]\d+)?|100)\s?%"
)
_OVER_FOLLOWS = re.compile(r"[^.;\d]{0,60}?(?:đạt|bằng|tỷ lệ|tỉ lệ|=|\()[^.;\d]{0,15}[1-9]\d\d(?:[.,]\d+)?\s?%")
_CASES = frozenset(("vụ", "hồ", "đơn", "trường", "việc", "kiến", "ý"))
"""First words of what is handled one by one: `vụ việc`, `hồ sơ`, `đơn thư`, `trường hợp`, `kiến nghị`, `ý kiến`."""
_HANDLED = re.compile(
    r"\b(?:giải (?:quyết|tỏa|toả)|xử lý|hòa giải|hoà giải|cấp (?:đổi|mới|phát|giấy)|giao (?:tận|trả)|trả (?:kết quả|lời)|thi hành|khắc phục|điều tra|làm rõ|phá|tiếp thu|đủ điều kiện|khiếu nại|tố cáo)\b"
)
_MOVED = re.compile(r"\b(?:tăng|giảm|cùng kỳ|so)\b")
_VACCINATED = re.compile(r"\b(?:tiêm|mũi \d)\b")
_RATIO_TO = re.compile(
    r"so với|cùng kỳ|kế hoạch|dự toán|năm trước|chỉ tiêu|mục tiêu|nghị quyết|\bnq\b|\bkh\b|công suất|\bso\b|tăng|chỉ số|bằng|gấp|thực hiện|hoàn thành"
)


_TASKED = re.compile(r"hoàn thành (?:tốt|xuất sắc)(?: nhiệm vụ)?")
"""What members are graded by, no attainment of a plan."""
_SOME_OF = re.compile(
    r"\b(?:(?:đang |còn )?hoạt động(?: tốt| hiệu quả| ổn định)?|đã (?:được )?(?:giải quyết|xử lý|hòa giải|nghiệm thu|hoàn thành)|hòa giải thành|đúng hạn|đạt (?:yêu cầu|chuẩn))\s*(?:là |được )?$"
)
# Each is looked for from what is seldom, so that a whole report is passed over quickly.
_WITHIN = re.compile(r"\btrong(?: tổng)?(?: số)?\s*$")
_HAVE = re.compile(r"[^,;.()]{0,40}\bcó(?: tới)?\s*")
_STOCK = re.compile(r"\b(?:tồn|chuyển sang|đầu (?:kỳ|năm|tháng)|kỳ trước|năm trước)\b")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every fall, share and part of the document."""
    for sentence in ledger.sentences:
        for at, figure in enumerate(sentence.figures):
            if at and figure.is_count and figure.kind == "level":
                yield from _larger_part(sentence, at)
            if at and figure.kind in ("change", "target_gap"):
                found = _basis(sentence, at)
                if found is not None:
                    yield found
    for figure in ledger.figures:
        claim = figure.claim
        if claim.kind == "growth" and claim.value < 0 and claim.unit == "%":
            yield _verdict(figure, claim.value >= -_HUNDRED, Interval.of(-100, 0), "fall")
        elif claim.kind == "part" and claim.whole is not None:
            fits = claim.value <= claim.whole
            if not fits and not _is_of_whole(ledger, figure):
                continue
            yield _verdict(figure, fits, Interval(Decimal(0), max(claim.whole, Decimal(0))), "part")
        elif claim.kind == "level" and claim.unit == "%" and not claim.per:
            if claim.value <= _HUNDRED:
                if claim.value >= 0:
                    yield Check("impossible", (figure,), True)
            elif _is_share(ledger, figure):
                yield _verdict(figure, False, Interval.of(0, 100), "share")


def _larger_part(sentence: Sentence, at: int) -> Iterator[Check]:
    """`243 mắt camera, hoạt động tốt 251 mắt`: what is said of some of them counts more than there are."""
    part = sentence.figures[at]
    whole = sentence.figures[at - 1]
    if whole.kind != "level" or not part.counts_like(whole):
        return
    if any(_STOCK.search(figure.before) for figure in sentence.figures[:at]):
        return  # there were others before
    some_of = _SOME_OF.search(part.before) and whole.depth == part.depth and ";" not in part.before
    within = _WITHIN.search(whole.before) and _HAVE.fullmatch(part.before) and whole.depth == part.depth
    if (some_of or within) and not part.claim.per and whole.value < part.value <= whole.value * 2:
        reported, expected = part.value, whole.interval
        yield Check("impossible", (part, whole), False, "warning", None, (), reported, expected, "impossible_among")


def _against_plan(ledger: Ledger, figure: Figure) -> bool:
    """Is it a result beside its plan (`số bác sĩ/vạn dân: 12,4/12,0 - vượt`, `80/75 ha, đạt 106,7% KH`), no part of a whole?"""
    claim = figure.claim
    following = ledger.lower[claim.end : min(claim.sentence.end, claim.end + 40)]
    return bool(claim.per) or _PLAN_FOLLOWS.match(following) is not None


def _is_of_whole(ledger: Ledger, figure: Figure) -> bool:
    """Do the words say that it is a part of a whole that exists? (`37/35 thôn đạt chuẩn`)

    Reports write a result over its plan in the same way (`kết nạp 250/200 đảng viên`, `trồng rừng 1.200/1.000 ha`), and now over then (`giảm 3 vụ (12/09 vụ)`).
    """
    if _against_plan(ledger, figure) or _of_two_times(ledger, figure):
        return False
    after = ledger.lower[figure.claim.end : min(figure.claim.sentence.end, figure.claim.end + 90)]
    if _SHARE_FOLLOWS.match(after) is not None:
        return True
    if _OVER_FOLLOWS.match(after) is not None:
        return False
    if not figure.is_count or _PLANNED_WORK.search(figure.before):
        return False
    if counts_persons(figure):
        told = ledger.lower[max(figure.claim.sentence.start, figure.claim.start - 200) : figure.claim.start]
        return (_OF_WHOLE.search(told[-60:] + " " + after) or _VACCINATED.search(told)) is not None
    noun = re.split("[ ,]", figure.unit[1:-1])[0]
    if noun in _CASES and _HANDLED.search(figure.before[-60:] + " " + after) and not _MOVED.search(after[:40]):
        return True
    return (
        noun in lexicon("audit")["impossible"]["lasting"]
        or _OF_WHOLE.search(figure.before[-60:] + " " + after) is not None
    )


def _of_two_times(ledger: Ledger, figure: Figure) -> bool:
    """`tăng 18 vụ so với cùng kỳ (126/108 vụ)`: is it this time over last time, after their difference?"""
    before = ledger.figures[figure.order - 1] if figure.order else None
    opened = figure.before.rstrip().endswith("(") and before is not None and before.sentence == figure.sentence
    return opened and before is not None and before.kind in ("change", "growth")


def _basis(sentence: Sentence, at: int) -> Check | None:
    """What a value and its difference say of the basis: it cannot be below zero, a share cannot have been over 100%."""
    change = sentence.figures[at]
    value = value_before(sentence, at)
    if (
        value is None
        or value.claim.comparator != "eq"
        or change.claim.comparator != "eq"
        or change.claim.per not in ((), value.claim.per)
        or (value.claim.period is not None and value.claim.period == change.claim.basis)
    ):
        return None  # `2.680 ha (năm 2020 mới 735 ha, tăng 1.945 ha)`: the value is the basis itself
    if not (change.unit == value.unit or (change.is_count and value.is_count)):
        return None
    left = value.value - change.value
    if left < 0 and BASIS.search(value.before):
        return None  # `Đầu nhiệm kỳ mới có 05 xã, như vậy tăng thêm 6 xã`
    if left > 0 and (value.unit != "%" or value.value > _HUNDRED or left < _HUNDRED):
        return Check("impossible", (value, change), True)  # plainly
    basis = value.interval - change.interval
    if change.kind == "target_gap" and better(value.claim.indicator) == "down":
        basis = basis.hull(value.interval + change.interval)
    possible = (
        Interval.of(0, 100) if value.unit == "%" and value.value <= _HUNDRED else Interval(_ZERO, Decimal("Infinity"))
    )
    if basis.meets(possible):
        return Check("impossible", (value, change), True)
    if value.is_share or basis.high >= 0:
        return None  # the relative reading may be meant
    return Check(
        "impossible", (change, value), False, "warning", None, (), change.value, value.interval, "impossible_basis"
    )


def _is_share(ledger: Ledger, figure: Figure) -> bool:
    """Is it a share of a whole, and no ratio to a basis or plan?"""
    if figure.cell is not None:
        return False
    around = figure.before[-60:] + " " + figure.indicator
    after = ledger.after(figure, 40)
    if (_COUNTED_SHARE.match(after) and _THERE_ARE.search(figure.before)) or (
        _AMOUNT_SHARE.match(after) and _SERVED.search(figure.before)
    ):
        return True
    told = _TASKED.sub(" ", ledger.after(figure, 40) + " " + figure.before[-45:])
    return bool(_SHARE.search(around)) and not _RATIO_TO.search(told)


def _verdict(figure: Figure, fits: bool, possible: Interval, reason: str) -> Check:
    """The check of one figure against what is possible."""
    return Check(
        "impossible",
        (figure,),
        fits,
        "error",
        None,
        (),
        figure.value,
        possible,
        f"impossible_{reason}",
    )
