"""Names what a figure measures: the shortest words of the text that say it, completed from the clause, the list's head or the sentence before.

Takes figures with their subjects (the words between the last boundary and the figure's chain); gives each its `indicator`.
"""

from __future__ import annotations

import re

from muctieu.claims.tokens import Figure, Token
from muctieu.text.lexicon import lexicon, words_pattern

_NAMING = lexicon("naming")
_LEAD = re.compile(rf"[\s\W\d]*(?:(?:{words_pattern(_NAMING['lead'])})(?![^\W_])(?:[\s,:]+|$))+")
_CLASSIFIERS = frozenset(_NAMING["classifiers"])
_EDGE = re.compile(r"^[\s\W_\d]+|[\s,;:(\-–“\"]+$")
_EDGES = ' \t\n,;:.()-–+*•=“"0123456789/…'
_ENDS = ' \t\n,;:(-–“"'
_TAIL = re.compile(rf"(?:(?:^|[\s,])(?:{words_pattern(_NAMING['tail'])}))+$")
_PLAIN = tuple(lexicon("cues")["plain"])
_TAIL_ENDS = frozenset(entry.rpartition(" ")[2] for entry in _NAMING["tail"])
_HEAD = re.compile(rf"(?<![^\W_])(?:{words_pattern(_NAMING['heads'])})(?![^\W_])")
_BARE = re.compile(rf"(?:{words_pattern(_NAMING['bare_heads'])})$")
_BARE_ENDS = frozenset(entry.rpartition(" ")[2] for entry in _NAMING["bare_heads"])
_STOP = re.compile(
    rf"[=/;()\[\n\t]|[.](?=\s|$)|\s(?:(?:{words_pattern(_NAMING['stop'])})(?![^\W_])|[-–]\s(?=\d|(?:th|kh|đạt|ước|tăng|giảm|vượt|không|bằng)(?![^\W_])))"
)
_ACTOR = re.compile(rf"^(?:{words_pattern(_NAMING['actors'])})(?![^\W_])")
_TIME_IN = re.compile(
    r"[\s,(]*(?<![^\W_])(?:(?:tính|trong|từ|vào|riêng)\s)?(?:(?:đến|tới)\s)?(?:(?:cuối|đầu|hết|thời điểm|giữa|các|ngày)\s)*"
    r"(?:\d\d?/\d\d?(?:/(?:19|20)\d\d)?|năm (?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?|(?:\d\d?|ba|hai|bốn|năm) năm(?: qua)?(?:\s?\((?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d\)|\s(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d)?"
    r"|\d\d? tháng (?:đầu|cuối) năm(?: (?:19|20)\d\d)?|(?:giai đoạn|nhiệm kỳ|thời kỳ) (?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d|quý [ivx\d]+(?:[/ ](?:năm )?(?:19|20)\d\d)?"
    r"|tháng \d\d?(?:[/ ](?:năm )?(?:19|20)\d\d)?|nhiệm kỳ|đến nay|tới nay|cùng kỳ(?: năm (?:trước|ngoái|(?:19|20)\d\d))?|\d\d? tháng(?: năm (?:19|20)\d\d)?|(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d)(?![^\W_])\)?"
)
_PRICES = re.compile(r"\s?\((?:giá|theo giá)[^)]*\)", re.IGNORECASE)
_PARENTHESIS = re.compile(r"\s?\([^()]*\)?")
_AUXILIARY = re.compile(r".*(?:^|\s)(?:đã|đang|sẽ|được|cho|trong đó có|hiện)\s")
_WITHIN = re.compile(
    r"(?:.*[;:.]\s)?[\s,]*(?:Trong|trong) (?:tổng|cơ cấu|số|giá trị|đó|tổng số)[^,;]*,\s|.*\s(?:phấn đấu|tham mưu(?: để)?|nhằm)\s",
    re.DOTALL,
)
_COMMA = re.compile(r",\s")
_ELIDED_HEAD = re.compile(
    r"^(?:tỷ số|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|diện tích|sản lượng|năng suất|giá trị sản xuất|số|tổng số|grdp|tốc độ tăng|kim ngạch)\b",
    re.IGNORECASE,
)
_GOAL_WORDS = re.compile(
    r"^(?:(?:chỉ tiêu|kế hoạch|kh|nq|nghị quyết|mục tiêu|dự toán)(?: (?:nq|nghị quyết|đại hội|đề ra|giao|năm|tỉnh giao|tỉnh|huyện|được giao|phấn đấu|đến))*\s*)+",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"^(?:hoàn thành|đã lập|lập|triển khai|đầu tư|xây dựng|phê duyệt|trình|khởi công|tiếp tục|thực hiện|phát huy|đưa vào|điều chỉnh)\s(?:(?:và|trình|tỉnh|phê duyệt|xây dựng|triển khai|thực hiện|đầu tư)\s)*"
)
_GENERIC = re.compile(
    r"(?:ghi nhận|phát hiện|xảy ra|tổ chức|thực hiện|tiếp nhận|trong đó|toàn tỉnh|toàn huyện|toàn xã|có)\s?",
    re.IGNORECASE,
)
_NO_PHRASE = frozenset((",", ";", ".", "(", ")", "[", ":", "/", "="))
_PHRASE_ENDS = frozenset(("figure", "(", ")", ";", "period", "up", "down", "among", "compare", "exceed"))
_MODIFIER = re.compile(r"^(?:số|tổng số|về|lượng)\s")


def clean(words: str) -> str:
    """A subject without list marks, phrases of time, prices in parentheses, opening and closing words of grammar.

    >>> clean("Tổng thu ngân sách nhà nước 5 năm")
    'Tổng thu ngân sách nhà nước'
    >>> clean(", trong đó thu nội địa")
    'thu nội địa'
    """
    words = " ".join(words.split()).lstrip(_EDGES).rstrip(_ENDS)
    if not words:
        return ""
    low = words.lower()
    cut = "(" in words
    if cut:
        words = _PRICES.sub("", words)
        low = words.lower()
    if _may_tell_time(low):
        pieces: list[str] = []
        at = 0
        for phrase in _TIME_IN.finditer(low):
            pieces.append(words[at : phrase.start()])
            at = phrase.end()
        if pieces:
            words = " ".join((*pieces, words[at:]))
            cut = True
    if "(" in words:
        words = _PARENTHESIS.sub("", words)
    if cut:
        words = " ".join(words.split()).lstrip(_EDGES)
        low = words.lower()
    match = _LEAD.match(low)
    if match is not None:
        words, low = words[match.end() :], low[match.end() :]
    low = low.rstrip(_ENDS)
    if low.rpartition(" ")[2] in _TAIL_ENDS and not low.endswith(_PLAIN):
        match = _TAIL.search(low)
        if match is not None:
            words = words[: match.start()]
    return words.lstrip(_EDGES).rstrip(_ENDS)


def _may_tell_time(low: str) -> bool:
    """Whether the words hold a sign of a phrase of time."""
    return (
        " năm" in low
        or "năm " in low
        or "20" in low
        or "tháng" in low
        or " nay" in low
        or "giai đoạn" in low
        or "nhiệm kỳ" in low
        or "quý " in low
        or "cùng kỳ" in low
        or "/" in low
    )


def name_figures(text: str, low: str, figures: list[Figure], tokens: list[Token], inherited: str) -> str:
    """Writes `indicator` into each figure of a sentence; gives the last full name, for a sentence that has no subject of its own.

    `inherited` is the name to fall back on: the anchor's for a footnote, the last of the sentence before else.
    """
    main = ""
    topic = _topic(text, figures[0], tokens)
    head, head_unit = "", ""
    for number, figure in enumerate(figures):
        previous = figures[number - 1] if number else None
        paired = figures[number + 1] if number + 1 < len(figures) and figures[number + 1].anchor is figure else None
        name = _pair_name(text, low, figure, paired, figures[:number], tokens) or _own_name(
            text, low, figure, previous, tokens, main or inherited, topic
        )
        if not name:
            name = main or inherited or topic
        elif head and figure.unit == head_unit and not figure.counted and figure.kind != "multiple":
            name = _with_head(name, head)
        found = _ELIDED_HEAD.match(name)
        if found is not None:
            head, head_unit = found[0], figure.unit
        figure.indicator = name
        if name and not (figure.depth and main):
            main = name
    _share_out(figures)
    return main or inherited


def _share_out(figures: list[Figure]) -> None:
    """`trồng trọt, chăn nuôi lần lượt đạt 5,1% và 6,2%`: as many names as figures go to them in order; else the names of the figures before."""
    number = 0
    while number < len(figures):
        first = figures[number]
        if "respectively" not in first.chain or first.anchor is not None:
            number += 1
            continue
        last = number + 1
        while last < len(figures) and figures[last].anchor is figures[last - 1]:
            last += 1
        group = figures[number:last]
        periods = _LISTED.search(first.subject.lower())
        if periods is not None and _share_periods(group, periods):
            number = last
            continue
        names = [clean(part) for part in re.split(r",\s|;\s|\svà\s", first.subject)]
        names = [name for name in names if len(name) > 2]
        if len(names) == len(group) > 1:
            head = _ELIDED_HEAD.match(names[0])
            for figure, name in zip(group, names, strict=True):
                figure.indicator = _with_head(name, head[0]) if head is not None else name
        elif not names and number >= len(group):
            for figure, earlier in zip(group, figures[number - len(group) : number], strict=True):
                figure.indicator = earlier.indicator
        number = last


_LISTED = re.compile(
    r"(?:các )?(?P<what>quý|năm|tháng) (?P<list>[ivx\d]+(?:(?:,|,? và) [ivx\d]+)+)(?: năm (?P<year>(?:19|20)\d\d))?"
)


def _share_periods(group: list[Figure], match: re.Match[str]) -> bool:
    """`các quý I, II, III năm 2023 lần lượt là …`: each figure has its own period."""
    parts = re.findall(r"[ivx\d]+", match["list"])
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
    return True


def _topic(text: str, first: Figure, tokens: list[Token]) -> str:
    """The label of a list item: `- Sốt xuất huyết: ghi nhận 1.342 ca mắc` → `Sốt xuất huyết`."""
    line = text.rfind("\n", 0, first.start) + 1
    colon = text.rfind(": ", text.rfind(". ", line, first.start) + 1 or line, first.start)
    if colon < 0:
        colon = text.find(": ", line, first.start)
    if colon < 0 or (colon - line > 70 and ". " not in text[max(line, colon - 70) : colon]):
        return ""
    label = clean(text[line:colon].rpartition(". ")[2])
    return label if 0 < len(label.split()) <= 7 and "," not in label else ""


def _pair_name(
    text: str, low: str, figure: Figure, paired: Figure | None, earlier: list[Figure], tokens: list[Token]
) -> str:
    """`xảy ra 324 vụ/496 đối tượng phạm pháp`: both figures are named by the verb before and the words behind the pair."""
    if figure.anchor is not None:
        return figure.anchor.indicator
    if paired is None or "respectively" in figure.chain:
        return ""
    subject = clean(_last_clause(figure.subject))
    rest = _without_noun(noun_phrase(text, low, paired, tokens), paired)
    rest = "" if rest.lower() == paired.counted else rest
    figure.verb = _verb(subject)
    if not rest and len(subject.split()) <= 4:
        for other in reversed(earlier):
            if other.verb:
                return _join(other.verb, subject)
    return _join(figure.verb, rest)


def _last_clause(words: str) -> str:
    """The part of a long subject that names the figure: after the last colon or semicolon, from the last measured head."""
    if len(words) < 4:
        return words
    if "rong " in words or "phấn đấu" in words or "tham mưu" in words or "nhằm" in words:
        match = _WITHIN.match(words)
        if match is not None and len(words) - match.end() > 4:
            words = words[match.end() :]
    mark = max(words.rfind(": "), words.rfind("; "), words.rfind(":\n"), words.rfind(";\n"))
    if 0 <= mark < len(words) - 5:
        words = words[mark + 2 :]
    if len(words) < 60:
        return words
    low = words.lower()
    pieces = [0, *(match.end() for match in _COMMA.finditer(words))]
    for at in reversed(pieces):
        head = _HEAD.search(low, at)
        if head is not None and len(clean(words[head.start() :]).split()) >= 2:
            return words[head.start() if head.start() - at < 30 else at :]
    if len(words.split()) > 16:
        last = words[pieces[-1] :]
        return last if len(clean(last).split()) >= 2 else " ".join(words.split()[-12:])
    return words


def _split_bare_head(words: str) -> tuple[str, str] | None:
    """`dự án lưới điện với tổng mức đầu tư` → (`tổng mức đầu tư`, `dự án lưới điện với`); None where the subject ends in no bare head."""
    low = words.lower().rstrip(" ,;:(\n\t")
    last = low.rpartition(" ")[2]
    if last not in _BARE_ENDS:
        if not last.isdigit():
            return None
        low = _TIME_IN.sub(" ", low).rstrip(" ,;:(")
        if low.rpartition(" ")[2] not in _BARE_ENDS:
            return None
    match = _BARE.search(low)
    if match is None:
        return None
    at = words.lower().rfind(match[0])
    return words[at : at + len(match[0])], words[:at]


def _own_name(
    text: str, low: str, figure: Figure, previous: Figure | None, tokens: list[Token], main: str, topic: str
) -> str:
    """The figure's own name, from its subject and the noun phrase behind it; empty where it has none of its own."""
    chain = figure.chain
    figure.subject = _after_joint(figure, previous)
    bare = _split_bare_head(figure.subject)
    if bare is not None and figure.kind != "multiple":
        head, before = bare
        host = clean(_last_clause(before)) or _before_parenthesis(text, low, figure, previous)
        if not host and not figure.depth and topic:
            host = topic
        if not host and previous is not None:
            host = previous.noun_words or ("" if previous.counted is None or previous.counted in _CLASSIFIERS else main)
        return _join(head, _without_head(_shorten(host), head))
    subject = clean(_last_clause(figure.subject))
    if subject == "đóng góp" and main:
        return main if main.endswith(subject) else f"{main} {subject}"
    if figure.kind == "target":
        subject = clean(_GOAL_WORDS.sub("", subject))
    lowered = subject.lower()
    if not subject and figure.kind == "change" and figure.counted is not None and figure.counted not in _CLASSIFIERS:
        behind = noun_phrase(text, low, figure, tokens)
        return main if main and behind.lower() == figure.counted and figure.counted in main.lower() else behind
    if not subject and figure.kind in ("growth", "change", "multiple", "target_gap", "attainment"):
        return _noun_behind_rate(text, low, figure, tokens) if figure.kind != "multiple" else ""
    if (
        not subject
        and previous is not None
        and chain & {"reach", "average"}
        and "have" not in chain
        and (figure.unit == previous.unit or "average" in chain)
    ):
        return main
    if "share" in chain and figure.unit == "%":
        return _share_of(
            subject, _before_parenthesis(text, low, figure, previous) or (main if previous is not None else "")
        )
    if figure.counted is not None:
        if not subject and previous is not None and "reach" in chain and "have" not in chain:
            return main
        return _counted_name(text, low, figure, tokens, subject, main, topic)
    if figure.unit in ("%", "‰"):
        if not subject and figure.depth and previous is not None and previous.counted:
            return _join("tỷ lệ", _without_head(main, "tỷ lệ"))
        behind = (
            noun_phrase(text, low, figure, tokens) if figure.kind in ("level", "target", "part", "attainment") else ""
        )
        if not behind or ("reach" in chain and subject and not _ACTOR.match(lowered)):
            return subject
        return behind if "have" in chain or not subject else _join(_verb(subject), behind)
    if subject and not (_ACTOR.match(lowered) and "reach" not in chain):
        if low.endswith("được ", 0, figure.start) and not _HEAD.match(lowered):
            return _join(_verb(subject), noun_phrase(text, low, figure, tokens))
        if "reach" in chain or len(subject.split()) > 6 or _HEAD.match(lowered):
            return subject
        return _join(subject, noun_phrase(text, low, figure, tokens))
    return noun_phrase(text, low, figure, tokens) or main


def _after_joint(figure: Figure, previous: Figure | None) -> str:
    """The subject without the words that belong to the figure right before: `98% kế hoạch và tăng 5%`, `36 nhà và sửa chữa 14 nhà`."""
    subject = figure.subject
    if previous is None or not subject.startswith(" ") or figure.chain_start - len(subject) != previous.end:
        return subject
    if subject.rstrip().endswith(_CONNECTORS):
        return ""
    joint = subject.rfind(" và ")
    return subject[joint + 4 :] if joint >= 0 and not _HEAD.search(subject.lower(), 0, joint) else subject


_CONNECTORS = (" và", " cho", " với", " gồm", " của", " tại", " cùng")


def _counted_name(text: str, low: str, figure: Figure, tokens: list[Token], subject: str, main: str, topic: str) -> str:
    """The name of a count: what is counted, with the verb before it; or the subject where that says it (`Tổng đàn lợn đạt … con`)."""
    chain, lowered = figure.chain, subject.lower()
    behind = noun_phrase(text, low, figure, tokens)
    figure.noun_words = behind if behind.lower() not in _CLASSIFIERS and figure.counted not in _CLASSIFIERS else ""
    if not subject and main and behind.lower() == figure.counted and _says_nothing_new(figure.counted, main):
        return main
    if not subject and topic and chain & {"plan", "result"} and behind.lower() == figure.counted:
        return topic
    if figure.counted in _CLASSIFIERS and topic and len(subject.split()) <= 4 and behind.lower() == figure.counted:
        return _join(_GENERIC.sub("", subject).strip(), topic)
    if not figure.noun_words and subject and behind.lower() == figure.counted and not _ACTOR.match(lowered):
        return subject if " " in subject or not chain <= {"fill"} else _join(subject, behind)
    if "have" in chain and not _HEAD.match(lowered):
        return behind
    if (
        subject
        and not _ACTOR.match(lowered)
        and ("reach" in chain or _HEAD.match(lowered) or (figure.counted or "-") in lowered)
    ):
        return subject
    return _join(_verb(subject), behind)


def _says_nothing_new(noun: str, main: str) -> bool:
    """Whether a noun alone names no other thing than the figure before: `con`, `hộ` after `hộ nghèo`; not `trường mầm non` after `trường`."""
    return noun in _CLASSIFIERS or noun in main.lower()


def _before_parenthesis(text: str, low: str, figure: Figure, previous: Figure | None) -> str:
    """The words before the parenthesis that the figure stands in, back to the clause's start; the name of the figure there, if one is."""
    if not figure.depth:
        return ""
    at = text.rfind("(", 0, figure.start)
    if (
        previous is not None
        and previous.end <= at
        and previous.end > at - 60
        and not re.search(r"[;.]", text[previous.end : at])
    ):
        return previous.indicator
    begin = max(text.rfind(mark, max(0, at - 200), at) for mark in (";", ": ", ". ", ")", "\n"))
    return clean(_last_clause(text[begin + 1 if begin >= 0 else max(0, at - 120) : at]))


def _shorten(words: str) -> str:
    """A host of at most nine words, without the verbs before its noun."""
    match = _DONE.match(words.lower())
    if match is not None and match.end() < len(words) - 4:
        words = words[match.end() :]
    parts = words.split()
    return words if len(parts) <= 9 else " ".join(parts[-7:])


def _without_head(words: str, head: str) -> str:
    """A name without a head that it has already."""
    lowered = words.lower()
    return words[len(head) :].strip() if lowered.startswith(head.lower() + " ") else words


def _share_of(subject: str, main: str) -> str:
    """`trồng trọt chiếm 41,7%` → `tỷ trọng trồng trọt`; `chiếm 1,05%` after `412 hộ nghèo` → `tỷ lệ hộ nghèo`."""
    if not subject:
        return (
            main
            if _ELIDED_HEAD.match(main) and not main.lower().startswith(("số", "tổng số"))
            else _join("tỷ lệ", main)
        )
    return subject if _HEAD.match(subject.lower()) else f"tỷ trọng {subject}"


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


def noun_phrase(text: str, low: str, figure: Figure, tokens: list[Token]) -> str:
    """The words behind a figure that say what it counts: `hộ nghèo`, `xã, phường đạt Bộ tiêu chí Quốc gia về y tế`."""
    start = figure.noun
    if (not low.startswith(" ", start) and figure.counted is None) or low[start : start + 2].strip()[:1] in _NO_PHRASE:
        return ""
    limit = min(len(text), figure.end + 220)
    to_figure = False
    for token in tokens[figure.token + 1 : figure.token + 24]:
        if token.start >= figure.end and token.role in _PHRASE_ENDS:
            limit = min(limit, token.start)
            to_figure = token.role == "figure"
            break
    stop = _STOP.search(low, figure.end, limit)
    if stop is not None:
        to_figure = False
    end = stop.start() if stop is not None else limit
    if to_figure:
        joint = max(low.rfind(",", figure.end, end), low.rfind(" và ", figure.end, end))
    else:
        joint = low.find(",", figure.end, end) if figure.counted is None else _glued_comma(low, figure.end, end)
    if joint >= 0:
        end = joint
    words = " ".join(text[start:end].split()[:18]).lstrip(_EDGES).rstrip(_ENDS + ".")
    if not words:
        return words
    if figure.counted is not None:
        return words.rpartition(" ")[0] if words.lower().endswith(_CONNECTORS) else words
    if words.rpartition(" ")[2].lower() not in _TAIL_ENDS:
        return words
    match = _TAIL.search(words.lower())
    return words[: match.start()] if match is not None else words


def _glued_comma(low: str, at: int, end: int) -> int:
    """Where a comma stands that no blank follows (`nhân khẩu,diện tích`), in an untidy text; -1 for nowhere."""
    comma = low.find(",", at, end)
    return comma if comma >= 0 and low[comma + 1 : comma + 2] not in (" ", "") else -1


def _noun_behind_rate(text: str, low: str, figure: Figure, tokens: list[Token]) -> str:
    """`giảm 23% số vụ`, `tăng 5% về lượng`: the noun behind a rate, where it is one."""
    match = _MODIFIER.match(low[figure.end : figure.end + 24].lstrip())
    return noun_phrase(text, low, figure, tokens).removeprefix("về ") if match is not None else ""


def _without_noun(behind: str, figure: Figure) -> str:
    """The noun phrase without the counting noun itself, where more follows."""
    if figure.counted and behind.lower().startswith(figure.counted):
        rest = behind[len(figure.counted) :].strip()
        return rest or behind
    return behind


def _join(first: str, second: str) -> str:
    return f"{first} {second}".strip() if first and second else first or second
