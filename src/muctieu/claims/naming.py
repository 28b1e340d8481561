"""Names what a figure measures: the shortest words of the text that say it, completed from the clause, the list's head or the sentence before.

Takes figures with their subjects (the words between the last boundary and the figure's chain); gives each its `indicator`.
"""

from __future__ import annotations

import re

from muctieu.claims.tokens import Figure, Token
from muctieu.text.lexicon import lexicon, words_pattern

_NAMING = lexicon("naming")
_LEAD = re.compile(rf"[\s\W\d]*(?:(?:{words_pattern(_NAMING['lead'])})(?![^\W_])[\s,:]*)+")
_EDGE = re.compile(r"^[\s\W_\d]+|[\s,;:(\-–“\"]+$")
_TAIL = re.compile(rf"(?:(?:^|[\s,])(?:{words_pattern(_NAMING['tail'])}))+$")
_HEAD = re.compile(rf"(?<![^\W_])(?:{words_pattern(_NAMING['heads'])})(?![^\W_])")
_BARE = re.compile(rf"(?:{words_pattern(_NAMING['bare_heads'])})$")
_STOP = re.compile(rf"\s(?:{words_pattern(_NAMING['stop'])})(?![^\W_])|[;()\n\t]|[.](?=\s|$)|\s[-–]\s(?=\d)")
_ACTOR = re.compile(rf"^(?:{words_pattern(_NAMING['actors'])})(?![^\W_])")
_TIME_IN = re.compile(
    r"[\s,(]*(?<![^\W_])(?:(?:tính|trong|từ|vào|riêng)\s)?(?:(?:đến|tới)\s)?(?:(?:cuối|đầu|hết|thời điểm|giữa|các)\s)*"
    r"(?:năm (?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?|(?:\d\d?|ba|hai|bốn|năm) năm(?: qua)?(?:\s?\((?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d\)|\s(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d)?"
    r"|\d\d? tháng (?:đầu|cuối) năm(?: (?:19|20)\d\d)?|(?:giai đoạn|nhiệm kỳ|thời kỳ) (?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d|quý [ivx\d]+(?:[/ ](?:năm )?(?:19|20)\d\d)?"
    r"|tháng \d\d?(?:[/ ](?:năm )?(?:19|20)\d\d)?|nhiệm kỳ|đến nay|tới nay|(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d)(?![^\W_])\)?"
)
_PRICES = re.compile(r"\s?\((?:giá|theo giá)[^)]*\)", re.IGNORECASE)
_PARENTHESIS = re.compile(r"\s?\([^()]*\)?")
_AUXILIARY = re.compile(r".*(?:^|\s)(?:đã|đang|sẽ|được|cho|trong đó có|hiện)\s")
_AFTER_COLON = re.compile(r".*[:;]\s", re.DOTALL)
_COMMA = re.compile(r",\s")
_ELIDED_HEAD = re.compile(r"^(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|diện tích|sản lượng|năng suất|giá trị sản xuất|số|tổng số|grdp|tốc độ tăng|kim ngạch)\b", re.IGNORECASE)
_MODIFIER = re.compile(r"^(?:số|tổng số|về|lượng)\s")


def clean(words: str) -> str:
    """A subject without list marks, phrases of time, prices in parentheses, opening and closing words of grammar.

    >>> clean("Tổng thu ngân sách nhà nước 5 năm")
    'Tổng thu ngân sách nhà nước'
    >>> clean(", trong đó thu nội địa")
    'thu nội địa'
    """
    if "\n" in words:
        words = words.replace("\n", " ")
    if "(" in words:
        words = _PRICES.sub("", words)
    low = words.lower()
    if any(mark in low for mark in (" năm", "năm ", "giai đoạn", "nhiệm kỳ", "quý ", "tháng ", " nay", "20")):
        pieces: list[str] = []
        at = 0
        for match in _TIME_IN.finditer(low):
            pieces.append(words[at : match.start()])
            pieces.append(" ")
            at = match.end()
        words = "".join(pieces) + words[at:]
    if "(" in words:
        words = _PARENTHESIS.sub("", words)
    words = _EDGE.sub("", words)
    match = _LEAD.match(words.lower())
    if match is not None and match.end() < len(words):
        words = words[match.end() :]
    match = _TAIL.search(words.lower())
    if match is not None:
        words = words[: match.start()]
    return " ".join(_EDGE.sub("", words).split())


def name_figures(text: str, low: str, figures: list[Figure], tokens: list[Token], inherited: str) -> str:
    """Writes `indicator` into each figure of a sentence; gives the last full name, for a sentence that has no subject of its own.

    `inherited` is the name to fall back on: the anchor's for a footnote, the last of the sentence before else.
    """
    main = ""
    head = ""
    for number, figure in enumerate(figures):
        nxt = figures[number + 1] if number + 1 < len(figures) else None
        subject = clean(_last_clause(figure.subject))
        name = _own_name(text, low, figure, nxt, tokens, subject, main or inherited)
        if not name:
            name = main or inherited
        elif figure.kind in ("level", "growth", "target", "attainment", "change") and head and figure.unit == figures[number - 1].unit and not figure.counted:
            name = _with_head(name, head)
        found = _ELIDED_HEAD.match(name)
        if found is not None:
            head = found[0]
        elif nxt is not None and figure.counted:
            head = ""
        figure.indicator = name
        if not (figure.kind == "multiple" and not subject) and name and not (figure.depth and main):
            main = name
    return main or inherited


def _last_clause(words: str) -> str:
    """The part of a long subject that names the figure: after the last colon or semicolon, from the last measured head."""
    match = _AFTER_COLON.match(words)
    if match is not None and match.end() < len(words) - 3:
        words = words[match.end() :]
    if len(words) < 60:
        return words
    low = words.lower()
    pieces = [0, *(match.end() for match in _COMMA.finditer(words))]
    for at in reversed(pieces):
        head = _HEAD.search(low, at)
        if head is not None and len(low[head.start() :].split()) >= 2:
            begin = head.start() if head.start() - at < 30 else at
            return words[begin:]
    if len(words.split()) > 16:
        last = words[pieces[-1] :]
        return last if len(last.split()) >= 2 else " ".join(words.split()[-12:])
    return words


def _own_name(text: str, low: str, figure: Figure, nxt: Figure | None, tokens: list[Token], subject: str, main: str) -> str:
    """The figure's own name, from its subject and the noun phrase behind it; empty where it has none of its own."""
    chain = figure.chain
    lowered = subject.lower()
    if figure.anchor is not None and not subject:
        behind = noun_phrase(text, low, figure, tokens)
        verb = _verb(figure.anchor.subject)
        return _join(verb, _without_noun(behind, figure)) or main
    if figure.kind in ("growth", "change", "multiple", "target_gap", "attainment") and not subject:
        behind = _noun_behind_rate(text, low, figure, tokens)
        return behind if behind and figure.kind in ("growth", "change") else ""
    if subject and _BARE.match(lowered):
        host = _host(figure, main, nxt)
        return _join(subject, host) if host else subject
    if figure.counted is not None or (figure.unit in ("%", "‰") and figure.kind in ("level", "target", "part", "attainment")):
        behind = noun_phrase(text, low, figure, tokens)
        if figure.counted is None and not behind:
            return _share_of(subject, chain, main)
        says_value = "reach" in chain and subject and not _ACTOR.match(lowered)
        if figure.counted is not None and subject and figure.counted in lowered and not ("have" in chain and behind):
            return subject
        if says_value and (figure.counted is not None or not behind):
            return subject
        if "have" in chain and not _HEAD.match(lowered):
            return behind
        if figure.counted is not None and subject and _HEAD.match(lowered) and "have" not in chain:
            return subject
        return _join(_verb(subject), behind)
    if figure.unit in ("%", "‰"):
        return _share_of(subject, chain, main)
    if subject and not (_ACTOR.match(lowered) and "reach" not in chain):
        if "reach" in chain or len(subject.split()) > 3 or _HEAD.match(lowered):
            return subject
        behind = noun_phrase(text, low, figure, tokens)
        return _join(subject, behind)
    return noun_phrase(text, low, figure, tokens) or main


def _share_of(subject: str, chain: set[str], main: str) -> str:
    """`trồng trọt chiếm 41,7%` → `tỷ trọng trồng trọt`; `chiếm 1,05%` after `412 hộ nghèo` → `tỷ lệ hộ nghèo`."""
    if "share" not in chain:
        return subject
    if not subject:
        return main if _ELIDED_HEAD.match(main) else _join("tỷ lệ", main)
    return subject if _ELIDED_HEAD.match(subject) else f"tỷ trọng {subject}"


def _with_head(name: str, head: str) -> str:
    """`khu vực công nghiệp` after `tỷ trọng khu vực dịch vụ` → `tỷ trọng khu vực công nghiệp`."""
    if _HEAD.match(name.lower()) or _ELIDED_HEAD.match(name):
        return name
    return f"{head} {name}"


def _verb(subject: str) -> str:
    """The last verb phrase before a counted noun: `Thành phố đã tổ chức đón tiếp` → `tổ chức đón tiếp`."""
    words = subject
    lowered = words.lower()
    match = _AUXILIARY.match(lowered)
    if match is not None:
        words = words[match.end() :]
    comma = words.rfind(", ")
    if comma >= 0 and len(words) - comma > 4:
        words = words[comma + 2 :]
    if _ACTOR.match(words.lower()) and len(words.split()) <= 3:
        return ""
    parts = words.split()
    return " ".join(parts[-4:]) if len(parts) > 5 else words


def _host(figure: Figure, main: str, nxt: Figure | None) -> str:
    """What a bare head belongs to: the name before it, or the words before its parenthesis."""
    return main


def noun_phrase(text: str, low: str, figure: Figure, tokens: list[Token]) -> str:
    """The words behind a figure that say what it counts: `hộ nghèo`, `xã, phường đạt Bộ tiêu chí Quốc gia về y tế`."""
    start = figure.noun
    limit = min(len(text), figure.end + 220)
    for token in tokens[figure.token + 1 : figure.token + 24]:
        if token.role in ("figure", "(", ")", ";", "period", "up", "down", "among", "compare", "exceed") and token.start >= figure.end:
            limit = min(limit, token.start)
            break
    stretch = low[figure.end : limit]
    stop = _STOP.search(stretch)
    end = figure.end + (stop.start() if stop else len(stretch))
    comma = low.find(",", figure.end, end)
    if comma >= 0 and _breaks_at(low, comma, end, limit, stop is None and limit < figure.end + 220):
        end = comma
    words = text[start:end].replace("\n", " ")
    words = _EDGE.sub("", " ".join(words.split()[:16])).rstrip(" .")
    match = _TAIL.search(words.lower())
    return words[: match.start()] if match is not None and figure.counted is None else words


def _breaks_at(low: str, comma: int, end: int, limit: int, before_figure: bool) -> bool:
    """Whether a comma in the noun phrase ends it: what follows leads to the next figure, or is a clause of its own."""
    rest = low[comma + 1 : end]
    if before_figure and "," not in rest:
        return True
    return len(rest.split()) > 9


def _noun_behind_rate(text: str, low: str, figure: Figure, tokens: list[Token]) -> str:
    """`giảm 23% số vụ`, `tăng 5% về lượng`: the noun behind a rate, where it is one."""
    match = _MODIFIER.match(low[figure.end :].lstrip()[:12])
    return noun_phrase(text, low, figure, tokens).removeprefix("về ") if match is not None else ""


def _without_noun(behind: str, figure: Figure) -> str:
    """The noun phrase without the counting noun itself, where more follows."""
    if figure.counted and behind.lower().startswith(figure.counted):
        rest = behind[len(figure.counted) :].strip()
        return rest or behind
    return behind


def _join(first: str, second: str) -> str:
    return f"{first} {second}".strip() if first and second else first or second
