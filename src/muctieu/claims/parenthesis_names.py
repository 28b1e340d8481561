"""Names that stand before a parenthesis: `kim ngạch xuất khẩu (đạt 93,4% kế hoạch)`, `chiếm 31,2% lực lượng lao động (690.000 người)`.

Takes a figure within parentheses and the figure before it; gives the words before the parenthesis that name it, or none.
"""

from __future__ import annotations

import re

from muctieu.claims.figures import Figure
from muctieu.claims.relation_names import only_relates
from muctieu.claims.shared_names import GOAL_WORDS
from muctieu.claims.subject_words import ACTOR, HEAD, clean, joined, last_clause
from muctieu.document.sentences import REACH

_SHORT = 3  # words
_LISTED_NOUN = re.compile(
    r"(?:, |,? và )(?!(?:và|tăng|giảm|đạt|bằng|vượt|so|chiếm|ước|trong|cao|thấp|tương|đến|gồm|nhất|còn|là|riêng|năm|quý|tháng|cùng)(?![^\W_]))[^\d,.;:()]{4,70}"
)
_NOUN_ONLY = re.compile(
    r" (?!(?:so|kế hoạch|kh|dự toán|mục tiêu|chỉ tiêu|nghị quyết|cùng|năm|quý|tháng|trong|và|với|do|tại|ở)(?![^\W_]))[^\d,.;:()]{3,80}"
)


_YEAR = re.compile(r" năm (?:19|20)\d\d")
_OF_WHOLES = ("phủ", "bao phủ", "đáp ứng", "lấp đầy", "tức", "tương ứng", "tương đương")
_NAMED_EACH = re.compile(r"[^.;:()]*(?<![^\W_])(?:là|gồm|gồm có|bao gồm) (?P<name>[^,;:()\d]{2,50}) ")
_GOALS = frozenset(("chỉ tiêu", "tiêu chí", "ct", "nhiệm vụ"))
_FIRST_GOAL = re.compile(r"(?: [^\W\d_]+){0,6} (?:là|gồm|gồm có|đó là):? (?P<name>[^,;:()\d]{4,70}) ")
# `, kế đến là xây dựng (412 vụ)`, `, trụ đỡ là chế biến, chế tạo (+11,26%)`
_SUCH_ONE = re.compile(
    r"[)]?[,;] (?:trong đó,? )?(?:nhiều|kế|tiếp|sau|rồi|đứng|cao|thấp|dẫn|lớn|nhỏ|ít|trụ|thứ|cuối|chủ|tăng|giảm|điểm sáng|mũi nhọn|động lực)[^,;:()\d]{0,24} (?:là|đến) (?P<name>[^,;:()\d]{2,40}(?:, [^,;:()\d]{2,16})?) "
)
_NEXT_NAMED = re.compile(r"[^()]{0,20}\)(?:,| và) [^,;:()\d]{2,50} \(\d")
_MEAN_OF_OTHERS = re.compile(
    r"(?:cao|thấp|nhiều|ít|lớn|nhỏ) hơn (?:so với )?(?:mức |của )?(?P<whose>(?:bình quân |trung bình )?(?:chung )?(?:của )?(?:cả nước|toàn quốc|toàn tỉnh|tỉnh|toàn vùng|vùng|khu vực)(?: [^\W\d_]+){0,4}) $"
)


def _is_next_body(figure: Figure, previous: Figure, own: str) -> bool:
    """`(quân đội 134 công dân, công an 28 công dân)`: one more body that stands before what is counted, as the one before it in the parenthesis does."""
    return (
        figure.counted is not None
        and previous.counted == figure.counted
        and previous.depth == figure.depth
        and not figure.chain
        and len(own.split()) <= _SHORT
        and ACTOR.fullmatch(own.lower()) is not None
    )


def told_before(text: str, figure: Figure, previous: Figure | None) -> str:
    """The name before a parenthesis where no figure stands: `; số xã đạt chuẩn (12 xã), tỷ lệ che phủ rừng (43,8%, kế hoạch 44%)`.

    Also the whole of a share: `chiếm 31,2% lực lượng lao động (690.000 người)`. Empty where the words before name something else.
    """
    if not figure.depth or figure.kind == "multiple":
        return ""
    own = figure.subject.strip(" ,;(")
    if own and clean(GOAL_WORDS.sub("", own)):
        return (
            joined(own, figure.counted or "") if previous is not None and _is_next_body(figure, previous, own) else ""
        )
    if figure.unit == "%" and figure.kind == "level" and text[figure.end + 1 : figure.end + 2].isalpha():
        return ""  # `(trên 98% văn bản gửi qua mạng)`
    reach = max(0, figure.start - REACH)
    at = text.rfind("(", reach, figure.start)
    if previous is not None and previous.end > at:
        return ""
    begin = max(text.rfind("\n", reach, at) + 1, text.rfind(". ", reach, at) + 2 if previous is None else previous.end)
    between = text[begin:at]
    told = _SUCH_ONE.fullmatch(between) if previous is not None else None
    if told is not None and previous is not None and (figure.counted is None or previous.counted is not None):
        return told["name"]
    mark = max(between.rfind(sign) for sign in (";", ":", ")", ". "))
    others = _MEAN_OF_OTHERS.search(between)
    if others is not None:
        return others["whose"]  # `cao hơn bình quân chung cả nước (13,2 tiêu chí/xã)`
    if mark < 0 and previous is not None:
        whole = (
            figure.whole is None
            and previous.kind == "level"
            and previous.unit == "%"
            and (previous.chain & {"share", "equal"} or previous.subject.rstrip().endswith(_OF_WHOLES))
        )
        listed = previous.unit != "%" and between.count(" ") > 3 and _LISTED_NOUN.fullmatch(between.lower())
        if not listed and (not whole or not _NOUN_ONLY.fullmatch(_YEAR.sub("", between.lower()))):
            return _named_each(text, figure, previous, between)
    words = _last_named(clean(last_clause(between[mark + 1 :])))
    # `Trường mầm non Ka Long (50 tỷ đồng); Sunny (10 tỷ đồng)`: a name of one word, in a list of such
    named = mark >= 0 and previous is not None and previous.depth > 0 and words[:1].isupper()
    if (
        (len(words.split()) < 2 and not named)
        or only_relates(words)
        or (figure.counted and (mark >= 0 or previous is None) and figure.counted not in words.lower())
    ):
        return ""
    if mark >= 0 and "share" in figure.chain:
        return ""
    return words


def _named_each(text: str, figure: Figure, previous: Figure, between: str) -> str:
    """`2 cụm công nghiệp là Bãi Dài (45 ha) và Đồng Xa (38 ha)`, `2 chỉ tiêu không đạt là độ che phủ rừng (KH 56%) và …`: the first of the names that each have a measure behind them."""
    if previous.counted in _GOALS and (goal := _FIRST_GOAL.fullmatch(between)) is not None:
        return goal["name"]
    if previous.counted is None or figure.counted is not None or _NEXT_NAMED.match(text, figure.end) is None:
        return ""
    named = _NAMED_EACH.fullmatch(between)
    return named["name"] if named is not None else ""


def _last_named(words: str) -> str:
    """`tốc độ đô thị hóa và tỷ lệ xã đạt chuẩn` (mục tiêu 100%): the last of names that each have a head."""
    at = words.rfind(" và ")
    return words[at + 4 :] if at > 0 and HEAD.match(words.lower(), at + 4) and HEAD.match(words.lower()) else words


def rank_before(text: str, figure: Figure) -> str:
    """`Chỉ số PCI xếp thứ 16/63 tỉnh, thành phố (tăng 2 bậc)`: what holds the rank before the parenthesis."""
    if figure.unit != "{bậc}":
        return ""
    match = _RANKED.search(text, max(0, figure.start - 120), figure.start)
    return clean(match["what"]) if match is not None else ""


_RANKED = re.compile(
    r"(?:^|[;.,\n(:]\s?)(?P<what>[^;,.\n()]{3,70}?) (?:xếp|đứng|ở|giữ)(?: (?:thứ|hạng|vị trí|ở))* \d+(?:/\d+)?[^();.]{0,40}?\s?[(,] ?[^(;.\d]{0,12}$"
)


def before_parenthesis(text: str, low: str, figure: Figure, previous: Figure | None) -> str:
    """The words before the parenthesis that the figure stands in, back to the clause's start; the name of the figure there, if one is."""
    if not figure.depth:
        return ""
    at = text.rfind("(", max(0, figure.start - REACH), figure.start)
    if previous is not None and previous.start > at:
        return previous.indicator  # `(bò lai 1.045 con, chiếm 79,6%)`
    if (
        previous is not None
        and previous.end <= at
        and previous.end > at - 60
        and not re.search(r"[;.:]", text[previous.end : at])
    ):
        return previous.indicator
    begin = max(text.rfind(mark, max(0, at - 200), at) for mark in (";", ": ", ". ", ")", "\n"))
    return clean(last_clause(text[begin + 1 if begin >= 0 else max(0, at - 120) : at]))
