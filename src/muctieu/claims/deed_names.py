"""Names of deeds and of what they are done to: `- Rác thải: thu gom 1.560 tấn`, `hiện còn 29 hộ`, `bao phủ 94,2% dân số`.

Takes a figure whose subject is nothing but a verb, or that has none, with the label or the figures before it; gives its name, or empty words where another rule names it.
"""

from __future__ import annotations

import re

from muctieu.claims.figures import Figure
from muctieu.claims.noun_phrases import behind_plan
from muctieu.claims.parenthesis_names import rank_before
from muctieu.claims.subject_words import ACTOR, HEAD, clean, joined
from muctieu.text.lexicon import lexicon, words_pattern

_NAMING = lexicon("naming")
SHORT_LABEL = 5  # words


def thing_done(figure: Figure, previous: Figure | None, lowered: str, main: str, topic: str) -> str:
    """`- Rác thải: thu gom 1.560 tấn`, `+ Lạc: 240 ha, thu về 590 tấn`: a subject that is nothing but a deed, with what it is done to."""
    if topic and figure.unit in _OF_SEASONS and "vụ " in lowered and _SEASON.fullmatch(lowered):
        return joined(topic, clean(figure.subject))  # `- Cây lúa: … Vụ xuân 372 ha, năng suất 68 tạ/ha`
    of = _MEASURES.get(figure.unit)
    if of is not None and previous is None and main.lower().startswith(of) and _PEOPLE.match(lowered):
        return main  # `Sản lượng tôm tháng 8 đạt 310 tấn. Cả quý, ngư dân đưa về bờ 890 tấn`
    if figure.unit == "VND" or not _DEEDS.fullmatch(lowered):
        return ""
    again = main.lower().startswith("sản lượng ") or (figure.depth and "năm" in figure.said)
    if again and lowered in _BROUGHT_IN and figure.unit == "t" and "among" not in figure.chain:
        return main  # `Sản lượng thủy sản tăng 8%; nửa đầu năm thu 26.140 tấn`
    if previous is None and 0 < len(topic.split()) <= SHORT_LABEL and not ACTOR.match(topic.lower()):
        if lowered in _DONE:
            return topic
        if topic.lower() in _FIELDS:
            return ""  # `- Lâm nghiệp: trồng 200 ha rừng`
        own = clean(figure.subject)  # `Đến ngày 15/3/2023 đã thu hoạch 12.480 ha`
        return joined(own if own.lower() == lowered else lowered, topic)
    if previous is None or not 0 < len(main.split()) <= SHORT_LABEL or _DEEDS.match(main.lower()):
        return ""
    if lowered in _DONE:
        return main if previous.unit == figure.unit else ""
    is_crop = previous.unit == "ha" and figure.unit in ("t", "dt") and not HEAD.match(main.lower())
    return joined(lowered, main) if is_crop else ""


_OF_SEASONS = frozenset(("ha", "t", "dt"))
_SEASON = re.compile(r"vụ (?:đông xuân|hè thu|thu đông|xuân hè|chiêm xuân|xuân|mùa|hè|thu|đông|chiêm|\d|i{1,3})")
_MEASURES = {"t": "sản lượng ", "ha": "diện tích "}
_PEOPLE = re.compile(
    r"(?:các |toàn thể )?(?:ngư dân|nông dân|bà con|người dân|nhân dân|nhà nông|nhà vườn|diêm dân|hội viên|xã viên|chủ tàu|tàu cá|các hộ|hộ nuôi|người nuôi|người trồng)(?: [^\W\d_]+){0,4}? (?:đưa|đánh bắt|khai thác|thu|gieo|cấy|xuống|trồng|bắt|kéo|cắt|hái|gặt|đã)(?![^\W_])"
)


def giver_of(text: str, low: str, figure: Figure) -> str:
    """`trong đó: huyện cho 1.200 triệu đồng, xã bỏ 720 triệu đồng, dân góp 1.200 triệu đồng`: who gave the money, with the verb; empty for others."""
    if not low.endswith(_GIVES_ENDS, 0, figure.start):
        return ""
    told = _GIVES.search(low, max(0, figure.start - 40), figure.start)
    return text[told.start("who") : told.end("who")] if told is not None else ""


_GIVES_ENDS = ("cho ", "bỏ ", "ra ", "góp ", "trợ ", "cấp ", "bù ", "lo ", "ứng ", "chi ")
_GIVES = re.compile(
    r"[,;:(] (?:và |còn )?(?P<who>(?:ngân sách )?(?:trung ương|tw|tỉnh|huyện|xã|phường|thôn|thành phố|thị xã|nhà nước|địa phương|dân|nhân dân|người dân|bà con|hộ dân|doanh nghiệp|nhà tài trợ|mạnh thường quân|nhà hảo tâm) (?:cho|bỏ|bỏ ra|góp|đóng góp|hỗ trợ|tài trợ|cấp|bù|lo|đối ứng|chi)) $"
)
_BROUGHT_IN = frozenset(("thu", "thu được", "thu về", "thu hoạch", "thu hoạch được"))
_DONE = frozenset(_NAMING["done"])
_FIELDS = frozenset(_NAMING["fields"])
_DEED = words_pattern([*_NAMING["deeds"], *_NAMING["done"]])
_DEEDS = re.compile(rf"(?:{_DEED})(?:(?:, | và )(?:{_DEED}))*(?![^\W_])")


def in_fact(low: str, figure: Figure, main: str) -> str:
    """`Nghị quyết yêu cầu hằng năm đào tạo 5.000 lao động. Thực tế, năm 2016 được 5.120 lao động`: what came of that which the sentence before names (`main`); empty for others."""
    alone = low[figure.end : figure.end + 1] in (",", ";", ".", ")")
    return main if alone and "reach" in figure.chain and _IN_FACT.match(figure.said) else ""


_IN_FACT = re.compile(
    r"[\s\W]*(?:trên )?(?:thực tế|kết quả|kết quả thực tế)(?: là| cho thấy)?[,:](?: (?:riêng )?(?:năm|quý|tháng|cả năm)(?: [\d/ivx]+)?(?: (?:đã|chỉ|mới))?)?\s*$"
)


def left_now(low: str, figure: Figure, first: Figure) -> Figure | None:
    """`- Hộ nghèo: đầu kỳ 35 hộ, thoát nghèo 8 hộ, phát sinh 2 hộ, hiện còn 29 hộ`: the first count, of which so many are left."""
    if "have" not in figure.chain or figure.counted is None or figure.depth or figure.subject.strip(" ,;"):
        return None
    return first if first.unit == figure.unit and low.startswith(_LEFT_NOW, figure.chain_start) else None


_LEFT_NOW = ("hiện còn", "còn ", "nay còn", "hiện nay còn", "đến nay còn", "cuối kỳ còn")


def told_around(text: str, low: str, figure: Figure, names: tuple[str, ...]) -> str:
    """The name of a figure that has none of its own: the first of those told around it."""
    name = rank_before(text, figure) or _fulfilled(text, low, figure) or next(filter(None, names), "")
    return name or behind_plan(text, low, figure) or _only_grows(text, low, figure)


def _fulfilled(text: str, low: str, figure: Figure) -> str:
    """`hoàn thành 100% chỉ tiêu giao quân`: what the plan behind the share is of."""
    told = figure.kind == "attainment" and "hoàn thành" in low[max(0, figure.start - 20) : figure.start]
    return behind_plan(text, low, figure) if told else ""


def _only_grows(text: str, low: str, figure: Figure) -> str:
    """`Hạn chế: tăng trưởng mới 9,1%/năm`: a growth of nothing that is named."""
    at = figure.chain_start
    return text[at : at + len("tăng trưởng")] if low.startswith("tăng trưởng", at) else ""


COVERS = frozenset(("bao phủ", "độ bao phủ", "tỷ lệ bao phủ", "tỉ lệ bao phủ", "phủ", "độ phủ"))
INSURANCE = re.compile(r"bảo hiểm (?:y tế|xã hội|thất nghiệp)|bhyt|bhxh|bhtn", re.IGNORECASE)
