"""Names whose head says nothing alone: `diện tích`, `năng suất`, `với tổng vốn`, with what it is the area, the yield, the capital of.

Takes a figure whose subject ends in such a head, with the figure and the names before it; gives its name.
"""

from __future__ import annotations

import re

from muctieu.claims.counted_names import CLASSIFIERS
from muctieu.claims.figures import Figure
from muctieu.claims.noun_phrases import noun_phrase
from muctieu.claims.parenthesis_names import before_parenthesis
from muctieu.claims.subject_words import clean, joined, last_clause, shorten, without_head, without_predicate
from muctieu.claims.tokens import Token

_STOP_HOST = frozenset(("up", "down", "equal", "exceed", "short", "times"))


_WHY = re.compile(r"(?:^|(?<=[:;.]))[^:;.]* nên [^:;.]*,\s*$")


def _without_asides(head: str, before: str, topic: str) -> str:
    """The words before the head without where the land lies (`Xã nằm ở phía đông huyện, rộng 1.240 ha`), or why it came so.

    `Khai thác biển: giá nhiên liệu cao nên một số tàu nằm bờ, sản lượng 1.865 tấn`
    """
    if head.lower() in _OF_LAND and " nằm " in before:
        before = _LIES.sub("", before)
    return _WHY.sub("", before) if topic and " nên " in before else before


def bare_head_name(
    bare: tuple[str, str],
    text: str,
    low: str,
    figure: Figure,
    previous: Figure | None,
    tokens: list[Token],
    main: str,
    topic: str,
) -> str:
    """`diện tích`, `năng suất`, `với tổng vốn`: a head that says nothing alone, with what it is the area, the yield, the capital of."""
    head, before = bare
    if low.startswith("còn lại", figure.chain_start) and not clean(before):
        return f"{head} còn lại"
    if main and head.lower() == "bình quân" and figure.kind in ("growth", "change") and not clean(before):
        return main
    before = _without_asides(head, before, topic)
    if (
        before.rstrip().endswith("với")
        and previous is not None
        and previous.counted
        and _GIVEN_TO.match(low, previous.end)
    ):
        before = " với"  # `Cấp 1.246 giấy cho hộ gia đình, cá nhân với diện tích 86,4 ha`
    host = clean(last_clause(without_predicate(before))) or before_parenthesis(text, low, figure, previous)
    if low.startswith("tăng trưởng", figure.chain_start) and head.lower().startswith(("tốc độ", "nhịp độ")):
        head = f"{head} tăng trưởng"  # the chain begins within the head
        if not host and (previous is None or previous.counted is not None):
            return head
    if not host and previous is not None and previous.counted is None and not _STOP_HOST & previous.chain:
        host = noun_phrase(text, low, previous, tokens)
    crop = _crop_before(head, previous, main)
    if not host and crop and _is_of_crop(crop, main.lower(), topic.lower()):
        host = crop
    # `Công nghiệp - tiểu thủ công nghiệp, xây dựng: Giá trị sản xuất đạt …`
    longest = 9 if head.lower().startswith("giá trị ") else 5
    if not host and not figure.depth and len(topic.split()) <= longest:
        host = topic
    if not host and "chỉ tiêu" not in main and head.lower().startswith(("tốc độ", "mức tăng", "nhịp độ")):
        host = main
    told = host and not before.rstrip().endswith("với")
    if told and previous is not None and previous.counted and figure.chain_start - len(figure.subject) == previous.end:
        host = joined(previous.counted, host)  # `4 tuyến lộ dài 5,2 km`
    if not host and previous is not None and previous.counted in _RECEIVERS and head.lower() in _SUMS:
        host = main.removesuffix(
            f" {previous.counted}"
        )  # `Chi trả chế độ cho 1.205 đối tượng với số tiền 4,56 tỷ đồng`
    if not host and crop:
        host = crop  # `Ngô 152 ha, năng suất 45 tạ/ha, SL 684 tấn`
    if not host and previous is not None:
        host = previous.noun_words or _counted_things(previous, main)
    if not host and previous is None and not figure.depth and head.lower() in _OF_WORKS:
        host = main  # a footnote on `Cải tạo hẻm`: `Dài 1.240 m, kinh phí 3,1 tỷ đồng`
    if not host and main and previous is not None and head.lower() in ("quy mô", "quy mô kinh tế"):
        return main  # `GRDP năm 2020 đạt 5 tỷ đồng, quy mô gấp 1,46 lần`
    if not host and figure.counted is None and figure.unit in ("km", "m", "ha", "m2"):
        host = noun_phrase(text, low, figure, tokens)  # `Tổng chiều dài 8,65 km đê`
    return _with_host(head, host, main)


def _crop_before(head: str, previous: Figure | None, main: str) -> str:
    """The crop that the area before a bare yield or harvest is of, in a few words; empty for others."""
    if previous is None or previous.unit not in _AREAS or head.lower() not in _OF_CROPS:
        return ""
    crop = _HEAD_OF_CROP.sub("", main).removesuffix(" bình quân")
    return crop if len(crop.split()) <= _SHORT else ""


def _is_of_crop(crop: str, main: str, topic: str) -> bool:
    """Whether the crop says more than the label.

    `Năng suất lúa xuân 43 tạ/ha, sản lượng thu được 4.506 tấn`, `- Cây lúa: … Vụ xuân 372 ha, năng suất 68 tạ/ha`, `- Trồng trọt: lúa cả năm 2.140 ha, năng suất 56,4 tạ/ha`
    """
    of_part = bool(topic) and crop.lower().startswith(f"{topic} ")
    return main.startswith(_YIELDS) or of_part or _CHAPTER.match(topic) is not None


def _with_host(head: str, host: str, main: str) -> str:
    """The head with what it is of: `diện tích` and `lúa xuân`, `bình quân` behind `Thu nhập`."""
    if head.lower() == "bình quân" and host:
        rate = host.lower().startswith(("tốc độ", "nhịp độ", "mức tăng"))
        return joined(host, main) if rate else f"{host} {head}"  # `Thu nhập bình quân`, as the text has it
    return joined(head, without_head(_without_bare_head(shorten(host)), head))


_RECEIVERS = frozenset(
    (
        "đối tượng",
        "hộ",
        "người",
        "lượt người",
        "lao động",
        "hội viên",
        "học sinh",
        "cháu",
        "gia đình",
        "trường hợp",
        "lượt đối tượng",
        "lượt hộ",
    )
)
_AREAS = frozenset(("ha", "dt", "t"))
_YIELDS = ("năng suất ", "sản lượng ", "ns ", "sl ")
_OF_CROPS = frozenset(("năng suất", "sản lượng", "sản lượng thu", "sản lượng thu hoạch", "ns", "sl"))
_HEAD_OF_CROP = re.compile(r"^(?:(?:năng suất|sản lượng|diện tích(?: gieo (?:trồng|cấy))?|ns|sl|dt) )+", re.IGNORECASE)
_GIVEN_TO = re.compile(r"[^;.:()\d]{0,40} cho [^;.:()\d]{3,60} với ")
_CHAPTER = re.compile(
    r"(?:(?:về|lĩnh vực|ngành|sản xuất|tình hình sản xuất) )*(?:trồng trọt|nông nghiệp|nông|cây (?:hàng|hằng|lâu) năm)(?![^\W_])"
)
_OF_WORKS = frozenset(("dài", "rộng", "chiều dài", "tổng chiều dài", "tổng mức đầu tư"))
_OF_LAND = frozenset(("rộng", "diện tích", "tổng diện tích"))
_LIES = re.compile(r" nằm (?:ở|trên|phía|cách|giữa|về|dọc|ven|trong)(?![^\W_])[^;.]*$")
_SHORT = 4
_SUMS = frozenset(("số tiền", "tổng số tiền", "kinh phí", "tổng kinh phí", "trị giá", "tổng trị giá"))


def _counted_things(previous: Figure, main: str) -> str:
    """What the figure before counted (`sạt lở 5 điểm, dài 214 m` → `sạt lở`); a classifier alone says nothing."""
    if previous.counted is None or previous.counted.startswith("lượt"):
        return ""
    return main.removesuffix(previous.counted).strip() if previous.counted in CLASSIFIERS else main


def _without_bare_head(host: str) -> str:
    """What the figure before was a yield or an area of: `năng suất lúa mùa` → `lúa mùa`; a name that is nothing but a head stays."""
    for head in _HEADS_OF_CROPS:
        if host.lower().startswith(head) and " " in host[len(head) :].strip():
            return host[len(head) :]
    return host


_HEADS_OF_CROPS = ("năng suất ", "sản lượng ", "diện tích ", "ns ", "sl ", "dt ")
