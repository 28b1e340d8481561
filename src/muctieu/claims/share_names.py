"""Names of shares: `dịch vụ chiếm 41,7%` is the share of services, `8.264/9.182 người, đạt 90% dân số` a rate. Takes a figure with what stands before it; gives its name. Names nothing else."""

from __future__ import annotations

import re

from muctieu.claims.deed_names import (
    COVERS,
    INSURANCE,
)
from muctieu.claims.figures import Figure
from muctieu.claims.noun_phrases import noun_phrase
from muctieu.claims.parenthesis_names import before_parenthesis
from muctieu.claims.shared_names import (
    ELIDED_HEAD,
)
from muctieu.claims.subject_words import (
    ACTOR,
    HEAD,
    clean,
    joined,
    verb_of,
    without_head,
)
from muctieu.claims.tokens import Token

_WHOLE_BEHIND = re.compile(
    r" (?:lượng phát sinh|dân số|tổng (?:số|lượng|diện tích|dân số|đàn|nguồn vốn|nguồn|kế hoạch vốn|vốn|kinh phí|dư nợ|lượt|chi|thu|mức|giá trị|kim ngạch)|số (?:nghi mắc|mắc|ca|thu|chi|đã chi|phải thu|phải tiêm|trong diện))(?![^\W_])"
)
# `đất nông nghiệp 438 ha (71,6% đất tự nhiên)`
_WHOLE_ASIDE = re.compile(
    r" (?:diện tích (?:đất )?tự nhiên|đất tự nhiên|tổng [^\W\d_]+(?: [^\W\d_]+){0,5}|dân số|diện tích gieo trồng)\)"
)
PREDICATE = re.compile(r"(?:cho|được|đạt|đã|đang|bị|chưa|không) ")
_PLAN_NOUNS = frozenset(("kế hoạch", "dự toán", "chỉ tiêu", "mục tiêu", "nghị quyết", "kh", "dt", "nq", "nqđh"))
_RESTATES = re.compile(
    r",? ?[–-]? ?(?:tức|tức là|nghĩa là|hay|hay là|tương đương|tương ứng)(?: với)?(?: (?:mới|chỉ|chừng|khoảng|gần|hơn|trên|bằng|được))* "
)
_AMONG_THEM = re.compile(
    r" trong số (?:ấy|đó|này|trên) (?P<what>(?!(?:và|so|tăng|giảm)(?![^\W_]))[^\W\d_]+(?:,? [^\W\d_]+){1,9})(?=[.;)\n]|$)"
)
_EQUALS = re.compile(r"(?:, [^\W\d_]+(?= ))?[^,;:()=]*= ?")


def share_name(
    text: str, low: str, figure: Figure, previous: Figure | None, tokens: list[Token], subject: str, main: str
) -> str:
    """The name of a share: its subject, or what it is a share of (`98% hộ dân dùng nước sạch`)."""
    chain, lowered = figure.chain, subject.lower()
    if lowered in COVERS and previous is not None and (insured := INSURANCE.search(previous.indicator)) is not None:
        return joined(subject, insured[0])  # `14.640 người có thẻ BHYT, bao phủ 94,2% dân số`
    if previous is not None and previous.counted and low.startswith(" trong số ", figure.end):
        among = _AMONG_THEM.match(low, figure.end)
        if among is not None:
            return joined(previous.counted, text[among.start("what") : among.end("what")])
    of_whole = previous is not None and previous.unit != "%" and _WHOLE_ASIDE.match(low, figure.end) is not None
    if not subject and figure.depth and previous is not None and (previous.counted or of_whole):
        return joined("tỷ lệ", without_head(main, "tỷ lệ"))
    if not subject and previous is not None and "equal" in chain:
        return main
    if (
        not subject
        and previous is not None
        and previous.unit != "%"
        and (
            low.startswith("đạt", figure.chain_start)
            or _RESTATES.fullmatch(low, previous.end, figure.start)
            or _WHOLE_BEHIND.match(low, figure.end)
        )
        and ";" not in text[previous.end : figure.start]
    ):  # `8.264/9.182 người, đạt 90% dân số`
        return main if HEAD.match(main.lower()) else joined("tỷ lệ", main)
    if previous is not None and previous.kind == "part" and main and _EQUALS.fullmatch(low, previous.end, figure.start):
        return joined("tỷ lệ", without_head(main, "tỷ lệ"))  # `1.512/1.640 hộ đạt gia đình văn hóa = 92,2%`
    behind = noun_phrase(text, low, figure, tokens) if figure.kind in ("level", "target", "part", "attainment") else ""
    if not subject and figure.depth and main and PREDICATE.match(behind):
        return joined("tỷ lệ", joined(without_head(main, "tỷ lệ"), behind))  # `sầu riêng 8.120 ha (62% đã cho trái)`
    if not behind or ("reach" in chain and subject and not ACTOR.match(lowered)):
        return subject
    if (subject or main) and figure.kind in ("attainment", "target") and behind.lower() in _PLAN_NOUNS:
        return subject or main  # `Giá trị sản xuất mới bằng 49,4% kế hoạch`
    if figure.subject.rstrip().endswith(",") and " " in behind and not chain and not HEAD.search(lowered):
        return behind  # `Nông thôn mới tiếp tục nâng cao chất lượng, 77% đường giao thông được cứng hóa`
    if ":" in chain and " " in behind and not HEAD.search(lowered):
        return behind  # `Về môi trường: 95% khu công nghiệp xử lý nước thải`
    return behind if "have" in chain or not subject else joined(verb_of(subject, longest=7), behind)


def share_in_clause(text: str, low: str, figure: Figure, previous: Figure | None, subject: str, main: str) -> str:
    """`dịch vụ chiếm 41,7%`, `số chỉ tiêu đạt và vượt chiếm 85,7%`: what has the share, with the verdict that stands in the chain."""
    verdict = low.find("đạt và vượt", figure.chain_start, figure.start)
    if verdict >= 0:
        return joined(subject or clean(figure.subject), text[figure.chain_start : verdict + len("đạt và vượt")])
    return share_of(subject, before_parenthesis(text, low, figure, previous) or (main if previous is not None else ""))


def share_of(subject: str, main: str) -> str:
    """`trồng trọt chiếm 41,7%` → `tỷ trọng trồng trọt`; `chiếm 1,05%` after `412 hộ nghèo` → `tỷ lệ hộ nghèo`."""
    if not subject:
        return (
            main
            if ELIDED_HEAD.match(main.lower()) and not main.lower().startswith(("số", "tổng số"))
            else joined("tỷ lệ", main)
        )
    return subject if HEAD.match(subject.lower()) else f"tỷ trọng {subject}"
