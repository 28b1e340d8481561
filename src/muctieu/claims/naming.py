"""Names what a figure measures: the shortest words of the text that say it, completed from the clause, the list's head or the sentence before.

Takes figures with their subjects (the words between the last boundary and the figure's chain); gives each its `indicator`.
"""

from __future__ import annotations

import re

from muctieu.claims.noun_phrases import CONNECTORS, behind_share, noun_behind_rate, noun_phrase, without_noun
from muctieu.claims.shared_names import ELIDED_HEAD, GOAL_WORDS, same_count, share_out, share_pairs, with_head
from muctieu.claims.subject_words import (
    ACTOR,
    HEAD,
    clean,
    last_clause,
    shorten,
    split_bare_head,
    verb_of,
    without_head,
)
from muctieu.claims.tokens import Figure, Token
from muctieu.text.lexicon import lexicon

_NAMING = lexicon("naming")
_CLASSIFIERS = frozenset(_NAMING["classifiers"])
_GENERIC = re.compile(
    r"(?:ghi nhận|phát hiện|xảy ra|tổ chức|thực hiện|tiếp nhận|trong đó|toàn tỉnh|toàn huyện|toàn xã|có)\s?",
    re.IGNORECASE,
)
_RATE = re.compile(r"(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng)(?![^\W_])")
_COLON = frozenset((":",))
_GROWTH_NAME = re.compile(r"(?:tốc độ|mức|nhịp độ) tăng|tăng trưởng")
_STOP_HOST = frozenset(("up", "down", "equal", "exceed", "short", "times"))
_COMPARING = re.compile(
    r"(?:(?:tỷ lệ|tỉ lệ) )?(?:(?:cao|thấp|nhiều|ít|lớn|nhỏ) hơn(?: mức| so với)?|(?:tăng |giảm )?so với (?:mức|con số)|mức|con số)"
)


def name_figures(text: str, low: str, figures: list[Figure], tokens: list[Token], inherited: str) -> str:
    """Writes `indicator` into each figure of a sentence; gives the last full name, for a sentence that has no subject of its own.

    `inherited` is the name to fall back on: the anchor's for a footnote, the last of the sentence before else.
    """
    main = ""
    topic = _topic(text, figures[0], tokens)
    head, head_unit, rate = "", "", ""
    for number, figure in enumerate(figures):
        previous = figures[number - 1] if number else None
        paired = figures[number + 1] if number + 1 < len(figures) and figures[number + 1].anchor is figure else None
        name = ""
        if figure.anchor is not None or paired is not None:
            name = _pair_name(text, low, figure, paired, figures[:number], tokens)
        if not name:
            name = _own_name(text, low, figure, previous, tokens, main or ("" if topic else inherited), topic)
        if not name:
            name = main or topic or inherited
        elif (
            topic.lower().startswith("cơ cấu")
            and figure.unit == "%"
            and figure.kind in ("level", "target")
            and not HEAD.match(name.lower())
        ):
            name = f"cơ cấu {name}"
        elif (
            name != topic
            and figure.unit == "%"
            and figure.kind in ("level", "target", "part")
            and _RATE.match(topic.lower())
            and not HEAD.match(name.lower())
        ):
            name = f"{topic} {name}"
        elif head and figure.unit == head_unit and not figure.counted and figure.kind != "multiple":
            name = with_head(name, head)
        counted = same_count(figure, figures[:number])
        if counted is not None:
            name = counted.indicator
        if rate and name == main and figure.unit == "%" and figure.kind in ("change", "growth"):
            name = rate
        if name == inherited and figure.unit == "%" and figure.kind == "level" and _GROWTH_NAME.match(name.lower()):
            figure.kind = "growth"
        found = ELIDED_HEAD.match(name.lower())
        if found is not None:
            head, head_unit = name[found.start("head") : found.end()], figure.unit
        figure.indicator = name
        if not number and name.lower() == topic.lower() and figure.chain <= _COLON:
            topic = ""  # `Tổng số khám bệnh: 518.950 lượt; điều trị nội trú 49.978 lượt`: the label of one figure heads no list
        if "share" in figure.chain and main and name == _join("tỷ lệ", main):
            rate = name  # the rate of what the count before names; a count after it has that name again
        elif name and not (figure.depth and main):
            main, rate = name, ""
    share_out(figures)
    share_pairs(figures)
    return main or inherited


def _topic(text: str, first: Figure, tokens: list[Token]) -> str:
    """The label of a list item: `- Sốt xuất huyết: ghi nhận 1.342 ca mắc` → `Sốt xuất huyết`."""
    line = text.rfind("\n", 0, first.start) + 1
    colon = text.rfind(": ", text.rfind(". ", line, first.start) + 1 or line, first.start)
    if colon < 0:
        colon = text.find(": ", line, min(first.start, line + 4000))
    if colon < 0 or (colon - line > 70 and ". " not in text[max(line, colon - 70) : colon]):
        return ""
    label = clean(text[line:colon].rpartition(". ")[2])
    longest = 14 if HEAD.match(label.lower()) else 7
    return label if 0 < len(label.split()) <= longest and "," not in label else ""


def _pair_name(
    text: str, low: str, figure: Figure, paired: Figure | None, earlier: list[Figure], tokens: list[Token]
) -> str:
    """`xảy ra 324 vụ/496 đối tượng phạm pháp`: both figures are named by the verb before and the words behind the pair."""
    if figure.anchor is not None:
        return figure.anchor.indicator
    if paired is None or "respectively" in figure.chain or figure.counted is None:
        return ""
    subject = clean(last_clause(figure.subject))
    rest = without_noun(noun_phrase(text, low, paired, tokens), paired)
    rest = "" if rest.lower() == paired.counted else rest
    figure.verb = verb_of(subject)
    if not rest and len(subject.split()) <= 4:
        for other in reversed(earlier):
            if other.verb:
                return _join(other.verb, subject)
    return _join(figure.verb, rest)


def _own_name(
    text: str, low: str, figure: Figure, previous: Figure | None, tokens: list[Token], main: str, topic: str
) -> str:
    """The figure's own name, from its subject and the noun phrase behind it; empty where it has none of its own."""
    chain = figure.chain
    figure.subject = _after_joint(figure, previous)
    bare = split_bare_head(figure.subject)
    if bare is not None and figure.kind != "multiple":
        return _bare_head_name(bare, text, low, figure, previous, tokens, main, topic)
    subject = clean(last_clause(figure.subject))
    if subject == "đóng góp" and main:
        return main if main.endswith(subject) else f"{main} {subject}"
    if main and subject and (_COMPARING.fullmatch(subject.lower()) or _is_within(subject, main)):
        subject = ""
    if figure.kind == "target":
        subject = clean(GOAL_WORDS.sub("", subject))
    lowered = subject.lower()
    if not subject and figure.kind == "change" and figure.counted is not None and figure.counted not in _CLASSIFIERS:
        behind = noun_phrase(text, low, figure, tokens)
        return main if main and behind.lower() == figure.counted and figure.counted in main.lower() else behind
    if not subject and figure.kind in ("growth", "change", "multiple", "target_gap", "attainment"):
        return noun_behind_rate(text, low, figure, tokens) if figure.kind != "multiple" else ""
    if (
        not subject
        and previous is not None
        and chain & {"reach", "average"}
        and "have" not in chain
        and (
            figure.unit == previous.unit
            or ("average" in chain and figure.unit not in ("%", "‰") and figure.counted is None)
        )
    ):
        return main
    if "share" in chain and figure.unit == "%":
        return _share_of(
            subject, _before_parenthesis(text, low, figure, previous) or (main if previous is not None else "")
        )
    if figure.counted is not None:
        new = figure.counted not in _CLASSIFIERS and not _says_nothing_new(figure.counted, main)
        apart = previous is not None and new and ";" in text[previous.end : figure.start]
        if not subject and previous is not None and "reach" in chain and "have" not in chain and not apart:
            return main
        return _counted_name(text, low, figure, tokens, subject, main, topic)
    if figure.unit in ("%", "‰"):
        return _share_name(text, low, figure, previous, tokens, subject, main)
    if subject and not (ACTOR.match(lowered) and "reach" not in chain):
        if low.endswith("được ", 0, figure.start) and not HEAD.match(lowered):
            return _join(verb_of(subject), noun_phrase(text, low, figure, tokens))
        if "reach" in chain or len(subject.split()) > 6 or HEAD.match(lowered):
            return subject
        return _join(subject, noun_phrase(text, low, figure, tokens))
    return noun_phrase(text, low, figure, tokens) or main


def _bare_head_name(
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
    host = clean(last_clause(before)) or _before_parenthesis(text, low, figure, previous)
    if not host and previous is not None and previous.counted is None and not _STOP_HOST & previous.chain:
        host = noun_phrase(text, low, previous, tokens)
    if not host and not figure.depth and len(topic.split()) <= 5:
        host = topic
    if not host and head.lower().startswith(("tốc độ", "mức tăng", "nhịp độ")):
        host = main
    if not host and previous is not None:
        host = previous.noun_words or ("" if previous.counted is None or previous.counted in _CLASSIFIERS else main)
    return _join(head, without_head(shorten(host), head))


def _share_name(
    text: str, low: str, figure: Figure, previous: Figure | None, tokens: list[Token], subject: str, main: str
) -> str:
    """The name of a share: its subject, or what it is a share of (`98% hộ dân dùng nước sạch`)."""
    chain, lowered = figure.chain, subject.lower()
    if not subject and figure.depth and previous is not None and previous.counted:
        return _join("tỷ lệ", without_head(main, "tỷ lệ"))
    if not subject and previous is not None and "equal" in chain:
        return main
    behind = noun_phrase(text, low, figure, tokens) if figure.kind in ("level", "target", "part", "attainment") else ""
    if not behind or ("reach" in chain and subject and not ACTOR.match(lowered)):
        return subject
    return behind if "have" in chain or not subject else _join(verb_of(subject), behind)


def _after_joint(figure: Figure, previous: Figure | None) -> str:
    """The subject without the words that belong to the figure right before: `98% kế hoạch và tăng 5%`, `36 nhà và sửa chữa 14 nhà`."""
    subject = figure.subject
    if previous is None or not subject.startswith(" ") or figure.chain_start - len(subject) != previous.end:
        return subject
    if subject.rstrip().endswith(CONNECTORS):
        return ""
    joint = subject.rfind(" và ")
    return subject[joint + 4 :] if joint >= 0 and not HEAD.search(subject.lower(), 0, joint) else subject


def _is_within(word: str, name: str) -> bool:
    """Whether the one word stands in the name already (`thu` in `Tổng thu ngân sách`), so that it names nothing new."""
    return " " not in word and f" {word} ".lower() in f" {name} ".lower()


def _counted_name(text: str, low: str, figure: Figure, tokens: list[Token], subject: str, main: str, topic: str) -> str:
    """The name of a count: what is counted, with the verb before it; or the subject where that says it (`Tổng đàn lợn đạt … con`)."""
    told = behind_share(text, low, figure) if figure.depth == 0 else ""
    if told and (not subject or ":" in text[figure.chain_start : figure.start] or figure.subject.endswith(" và ")):
        return told
    chain, lowered = figure.chain, subject.lower()
    behind = told or noun_phrase(text, low, figure, tokens)
    figure.noun_words = behind if behind.lower() not in _CLASSIFIERS and figure.counted not in _CLASSIFIERS else ""
    if not subject and main and behind.lower() == figure.counted and _says_nothing_new(figure.counted, main):
        return main
    if not subject and topic and chain & {"plan", "result"} and behind.lower() == figure.counted:
        return topic
    if (
        (figure.counted or "-").split()[0] in _CLASSIFIERS
        and 0 < len(topic.split()) <= 5
        and len(subject.split()) <= 4
        and behind.lower() == figure.counted
    ):
        told = _GENERIC.sub("", subject).strip()
        return topic if told.lower() in topic.lower() else _join(told, topic)
    if not figure.noun_words and subject and behind.lower() == figure.counted and not ACTOR.match(lowered):
        return (
            subject
            if not (figure.counted or "").startswith("lượt") or " " in subject or not chain <= {"fill"}
            else _join(subject, behind)
        )
    if ("have" in chain and not HEAD.match(lowered)) or figure.subject.lower().rstrip().endswith(
        (" trong", " trong số", " trong tổng số")
    ):
        return behind
    if (
        subject
        and not ACTOR.match(lowered)
        and ("reach" in chain or HEAD.match(lowered) or (figure.counted or "-") in lowered)
    ):
        return subject
    return _join(verb_of(subject), behind)


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
        and not re.search(r"[;.:]", text[previous.end : at])
    ):
        return previous.indicator
    begin = max(text.rfind(mark, max(0, at - 200), at) for mark in (";", ": ", ". ", ")", "\n"))
    return clean(last_clause(text[begin + 1 if begin >= 0 else max(0, at - 120) : at]))


def _share_of(subject: str, main: str) -> str:
    """`trồng trọt chiếm 41,7%` → `tỷ trọng trồng trọt`; `chiếm 1,05%` after `412 hộ nghèo` → `tỷ lệ hộ nghèo`."""
    if not subject:
        return (
            main
            if ELIDED_HEAD.match(main.lower()) and not main.lower().startswith(("số", "tổng số"))
            else _join("tỷ lệ", main)
        )
    return subject if HEAD.match(subject.lower()) else f"tỷ trọng {subject}"


def _join(first: str, second: str) -> str:
    return f"{first} {second}".strip() if first and second else first or second
