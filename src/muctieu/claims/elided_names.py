"""Names that say nothing without what was named before, or without the words behind: `giải ngân`, `tổng`, `của nữ`, `còn lại`.

Takes a figure with its subject and the name before it; gives its full name, or empty words where it needs none.
"""

from __future__ import annotations

import re

from muctieu.claims.figures import Figure
from muctieu.claims.labels import HERD
from muctieu.claims.noun_phrases import noun_phrase
from muctieu.claims.subject_words import HEAD, clean, joined
from muctieu.claims.tokens import Token
from muctieu.text.lexicon import lexicon

_NAMING = lexicon("naming")
_IS_SUCH = re.compile(
    r" là (?P<name>(?!do |nhờ |của )(?:[^\W\d_]+(?:, | - | )?){1,8}?)(?=[;.)\n]|$|, (?:so|tăng|giảm|chiếm|đạt|bằng|trong|với)(?![^\W_]))"
)
# `còn 1.140 triệu đồng (17,4%) là dân góp`
_IS_REST = re.compile(
    r"(?: \([^()]{1,30}\))? là (?P<name>(?!do |nhờ |của |so )[^\W\d_]+(?: [^\W\d_]+){0,6}?)(?=[;.)\n]|$|, (?:so|tăng|giảm|chiếm|đạt|bằng|trong|với)(?![^\W_]))"
)
_ARE_LISTED = re.compile(
    r" (?P<name>[^\W\d_]+(?: [^\W\d_]+)?(?:, [^\W\d_]+(?: [^\W\d_]+)?)+(?: và [^\W\d_]+(?: [^\W\d_]+){0,2})?)(?=[.;)\n]|$)"
)
_TOTALS = frozenset(_NAMING["totals"])
_BARE_VERBS = frozenset(_NAMING["bare_verbs"])
_PLAN_OF = re.compile(r"^(?:rộng|dài|diện tích|kế hoạch|tổng kế hoạch|dự toán) ", re.IGNORECASE)
_REST_OF = re.compile(
    r"(?:kinh phí|nguồn vốn|vốn|diện tích|quỹ đất|số tiền|số vốn|số hộ|số vụ|khoản|phần|số|nguồn|ngành|loại|lĩnh vực|nội dung)(?![^\W_])"
)
_CAPITAL = re.compile(r"(?:tổng )?(?:số |nguồn )?(?:vốn|nguồn lực)(?![^\W_])")
BARE_RATES = frozenset(
    (
        "tăng trưởng",
        "tăng trưởng bình quân",
        "tốc độ",
        "tốc độ tăng",
        "tốc độ tăng trưởng",
        "mức tăng",
        "nhịp độ tăng",
        "nhịp độ",
        "nhịp độ tăng trưởng",
        "tốc độ phát triển",
        "nhịp tăng",
        "nhịp",
        "mức tăng trưởng",
    )
)


def rest_named(text: str, low: str, figure: Figure, tokens: list[Token]) -> str:
    """`còn lại 2.771 nghìn lượt khách là khách nội địa`, `còn lại 118 ha xoài, mít`: what the rest is by the words behind it."""
    if not low.startswith("còn lại", figure.chain_start):
        such = _IS_REST.match(low, figure.end) if low.startswith("còn ", figure.chain_start) else None
        return text[such.start("name") : such.end("name")] if such is not None else ""
    told = _IS_SUCH.match(low, figure.end) or (None if figure.counted else _ARE_LISTED.match(low, figure.end))
    if told is not None:
        return text[told.start("name") : told.end("name")]
    behind = noun_phrase(text, low, figure, tokens)
    if figure.counted:
        return behind if behind.count(" ") > figure.counted.count(" ") else ""  # `còn lại 54 hộ chưa nhận tiền`
    return behind if (behind and not behind.startswith("là ")) else "còn lại"


def rest_at(text: str, low: str, figure: Figure, lowered: str) -> str:
    """`phần còn lại 12,1% gắn với nông nghiệp`: what the words behind say that the rest is; empty for others."""
    if lowered not in ("phần còn lại", "số còn lại", "phần", "số"):
        return ""
    told = _REST_AT.match(low, figure.end)
    return text[told.start("what") : told.end("what")] if told is not None else ""


_REST_AT = re.compile(
    r" (?:gắn với|thuộc về|thuộc|là của|dành cho|rơi vào|nằm ở) (?P<what>[^\W\d_]+(?:(?:,? | - )[^\W\d_]+){0,6})(?=[.;,)\n]|$)"
)


def is_given(low: str, figure: Figure, subject: str) -> bool:
    """`góp 38,7 tỷ đồng tiền mặt`, `số còn lại 26 sản phẩm hạng 3 sao`: whether the words behind the figure name it."""
    lowered = subject.lower()
    rest = lowered == "số" and figure.counted is not None and low.startswith("còn lại", figure.chain_start)
    return rest or lowered == "góp"


def named_again(low: str, figure: Figure, previous: Figure | None, subject: str, main: str, given: str) -> str:
    """The name of a subject that says nothing without what was named before: `đóng góp`, `tổng`, `giải ngân`, `các khoản còn lại`; empty for others."""
    lowered = subject.lower()
    if given and not figure.points:
        return given if lowered == "số" else joined(subject, given)  # `hiến 164.500 m2 đất, góp 38,7 tỷ đồng tiền mặt`
    if main and (lowered == "góp" or (lowered == "làm" and figure.points)):
        return main
    if main and lowered == "số" and figure.counted is None:
        return main  # `thu ngân sách là 196 tỷ đồng; số đầu nhiệm kỳ trước là 104 tỷ đồng`
    if main and lowered.startswith("theo giá "):
        return f"{main} {subject}"
    if main and lowered == "đóng góp":
        return main if main.endswith(subject) else f"{main} {subject}"
    if main and figure.unit == "%" and lowered in ("tỷ lệ", "tỉ lệ"):
        return main if main.lower().startswith(lowered) else joined(subject, main)  # `còn 64 hộ; lấy tỷ lệ thì 3,1%`
    if main and lowered in BARE_RATES and "chỉ tiêu" not in main:
        return joined(subject, main)  # `đạt 20.130 tỷ đồng; tốc độ tăng bình quân cả nhiệm kỳ là 10,1%/năm`
    if main and lowered in _TOTALS and (figure.counted is None or figure.unit == (previous and previous.unit)):
        return main
    if lowered == "tổng số" and previous is not None and previous.counted is not None and figure.counted is not None:
        return joined(
            subject, previous.counted.removesuffix(" mới")
        )  # `kết nạp 786 đảng viên mới, đưa tổng số lên 4.912 đồng chí`
    if previous is None and lowered == "huy động" and _CAPITAL.match(main.lower()):
        return joined(subject, main)  # `Vốn đầu tư cả giai đoạn: 58.000 tỷ đồng. Hai năm đầu huy động 21.276 tỷ đồng`
    if main and lowered in _BARE_VERBS and not HEAD.match(low, figure.end + 1):
        if previous is None or (previous.counted is not None and previous.unit != figure.unit):
            return subject  # `4 công trình; giải ngân 1.412 tỷ đồng`
        return main if main.lower().startswith(lowered) else joined(subject, _PLAN_OF.sub("", main))
    if figure.said.lstrip(" ,;").startswith("của ") and (of := main.lower().find(" của ")) > 0:
        return f"{main[:of]} của {subject}"  # `Thu nhập của nam 7,4 triệu đồng, của nữ 6,2 triệu đồng`
    if low.startswith("còn lại", figure.chain_start) and _REST_OF.match(lowered):
        return f"{subject} còn lại"
    return ""


def labelled(low: str, figure: Figure, previous: Figure | None, topic: str, anchor: str = "") -> str:
    """The label that a time and a colon alone part a count from, or the name of the count before that they part from it, or of the whole; empty for others.

    `giải quyết việc làm cho 3.215 lao động, trong đó năm 2021: 1.900 lao động; năm 2022: 1.315 lao động`
    """
    if ":" not in figure.chain or figure.counted is None or figure.per:
        return ""
    if previous is None:
        begin = low.rfind("\n", 0, figure.start) + 1
        noted = not topic and low.startswith("[", begin) and _NOTED_YEAR.match(low, begin) is not None
        return anchor if noted and not _IS_RATE.match(anchor.lower()) else topic
    again = ":" in previous.chain and not clean(previous.subject)
    return previous.indicator if previous.unit == figure.unit and (again or parts_before(low, figure, previous)) else ""


def herd_before(text: str, figure: Figure, previous: Figure) -> str:
    """`Sản lượng đạt 2.386 tấn, đàn lợn khôi phục nhanh, lên 2.148 con`: the herd whose move stands between two commas."""
    piece = text[previous.end : figure.chain_start].strip(" ,;")
    herd = HERD.match(piece.lower()) if "," not in piece and not figure.subject.strip() else None
    return piece[: herd.end()] if herd is not None else ""


_NOTED_YEAR = re.compile(
    r"\[\d+\] ?(?:năm \d{4}|\d+ tháng[^:\d]{0,20}\d{4}): "
)  # `[12] Năm 2021: 2.860 lao động; năm 2022: …`
_IS_RATE = re.compile(r"(?:tỷ|tỉ) lệ|tốc độ|mức (?:tăng|giảm)")


def is_of_other_time(low: str, figure: Figure, previous: Figure) -> bool:
    """`cho 3.716 lao động năm 2021, 3.908 lao động năm 2022 và 1.985 lao động trong 6 tháng đầu năm 2023`: the same count with nothing but its own time."""
    if figure.counted != previous.counted or figure.chain & _NEW_DEEDS:
        return False
    if not figure.chain and not figure.subject.strip(" ,;"):
        return _TIMED.match(low, previous.end) is not None and _TIMED.match(low, figure.end) is not None
    # `năm 2021 giải quyết cho 8.246 lao động, năm 2022 cho 9.118 lao động, năm 2023 ước 9.351 lao động`
    begins = _TIME_ALONE.fullmatch(figure.subject) is not None and _TIME_BEFORE.search(previous.said) is not None
    return begins and low[figure.end : figure.end + 1] in _CLOSES


_TIMED = re.compile(r" (?:(?:trong|vào|của|hết) )*(?:\d+ tháng|năm|quý|tháng|vụ)(?![^\W_])")
_TIME_ALONE = re.compile(r"[ ,;]*(?:năm \d{4}|bình quân (?:\d+|hai|ba|bốn|năm) năm)[ ,]*")
_TIME_BEFORE = re.compile(r"(?<![^\W_])năm \d{4}(?![^\W_])")
_NEW_DEEDS = frozenset(("up", "down", "have", "share", "equal", "exceed", "plan", "compare"))
_CLOSES = frozenset((",", ";", ".", "\n", ""))


def parts_before(low: str, figure: Figure, previous: Figure) -> bool:
    """Whether `trong đó`, `gồm` stand between the two."""
    if figure.depth:
        return False
    between = low[previous.end : figure.start]
    said = "gồm" in between or "trong đó" in between or "riêng" in between
    return said and _PARTS.search(low, previous.end, figure.start) is not None


_PARTS = re.compile(r"(?<![^\W_])(?:trong đó|gồm|bao gồm|riêng)(?![^\W_])")
