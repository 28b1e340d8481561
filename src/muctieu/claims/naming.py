"""Names what a figure measures: the shortest words of the text that say it, completed from the clause, the list's head or the sentence before.

Takes figures with their subjects (the words between the last boundary and the figure's chain); gives each its `indicator`.
"""

from __future__ import annotations

import re

from muctieu.claims.bare_heads import bare_head_name
from muctieu.claims.counted_names import CLASSIFIERS, counted_name, own_count, says_nothing_new
from muctieu.claims.deed_names import (
    SHORT_LABEL,
    giver_of,
    in_fact,
    left_now,
    thing_done,
    told_around,
)
from muctieu.claims.elided_names import (
    BARE_RATES,
    herd_before,
    is_given,
    is_of_other_time,
    labelled,
    named_again,
    parts_before,
    rest_at,
    rest_named,
)
from muctieu.claims.figures import Figure
from muctieu.claims.goal_items import sets_in_list, tells_result_apart
from muctieu.claims.joint_words import cut_joint
from muctieu.claims.labels import (
    HERD,
    is_of_item,
    tells_results_of,
    topic_of,
)
from muctieu.claims.noun_phrases import noun_behind_rate, noun_phrase, without_noun
from muctieu.claims.parenthesis_names import told_before
from muctieu.claims.relation_names import grade_before, is_whole
from muctieu.claims.report_words import without_words_of_report
from muctieu.claims.share_names import PREDICATE, share_in_clause, share_name
from muctieu.claims.shared_names import (
    ELIDED_BEGINS,
    ELIDED_HEAD,
    same_count,
    share_names,
    with_head,
)
from muctieu.claims.subject_words import (
    ACTOR,
    HEAD,
    clean,
    joined,
    last_clause,
    once,
    split_bare_head,
    verb_of,
    without_predicate,
)
from muctieu.claims.tokens import Token
from muctieu.text.lexicon import lexicon

_NAMING = lexicon("naming")
_RATE = re.compile(r"(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng)(?![^\W_])")
_RATE_OF = re.compile(r"^(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng) ", re.IGNORECASE)
_COLON = frozenset((":",))
_GROWTH_NAME = re.compile(r"(?:tốc độ|mức|nhịp độ) tăng|tăng trưởng")
_COMPARES = re.compile(
    r"[\s,]*(?:và |nhưng |song |còn )?(?:cao|thấp|nhanh|chậm|lớn|nhỏ) hơn (?:so với )?(?:tốc độ|mức|nhịp độ|con số|kết quả|tỷ lệ|tỉ lệ)(?![^\W_])"
)
_OF_ANOTHER = re.compile(
    r" của (?P<whose>(?:khu vực|ngành|nhóm|cả nước|toàn tỉnh|vùng)(?: [^\W\d_]+){0,3})(?=[,;.)]|$)"
)
_FALLING = re.compile(
    r"^(?:(?:kéo giảm|giảm|hạ)(?: dần| mạnh)?|(?:lấy|tính|xét|tính theo|xét theo)(?= (?:tỷ|tỉ) lệ)) (?=(?:tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|số vụ|số hộ|mức sinh)(?![^\W_]))",
    re.IGNORECASE,
)
_FALLING_BEGINS = frozenset("kghKGHltxLTX")
_GIVERS = frozenset(_NAMING["givers"])
_WITH_ALL = ("cộng cả ", "tính cả ", "kể cả ", "gồm cả ", "cộng với ", "cộng thêm ")
_NO_NAMES = frozenset(_NAMING["no_names"])
_AT_A_TIME = ("lúc ", "khi ", "hồi ")
_STILL_TO_DO = ("cần ", "phải ", "chưa ", "tiếp tục ", "đang ")
_PART_BY = re.compile(
    r" (?:do|từ) (?P<by>(?!năm|tháng|quý|đầu|khi|ảnh hưởng|tác động|mưa|bão|dịch|nguyên nhân|giá|nguồn|ngân sách|các|những|việc|trên|dưới|được|chuyển|\d)[^\W\d_]+(?: [^\W\d_]+){0,3})(?=[,;.)\n]| và |$)"
)
_DONE_SO_FAR = frozenset(
    ("hoàn thành", "mới hoàn thành", "đã hoàn thành", "chỉ hoàn thành", "mới thực hiện", "thực hiện")
)
_ADDED_UP = frozenset(("cộng", "tổng cộng", "cộng chung", "cộng lại", "cộng gộp", "cộng dồn"))
_MOVES = frozenset(("up", "down"))
_AMOUNT_HEAD = re.compile(r"(?:diện tích|sản lượng|năng suất|giá trị sản xuất|grdp|kim ngạch)(?![^\W_])")
_COMPARED_WITH = frozenset(("so ck", "so với ck", "so cùng kỳ", "so với cùng kỳ", "so kh", "so với kh"))


def name_figures(text: str, low: str, figures: list[Figure], tokens: list[Token], inherited: str) -> str:
    """Writes `indicator` into each figure of a sentence; gives the last full name, for a sentence that has no subject of its own.

    `inherited` is the name to fall back on: the anchor's for a footnote, the last of the sentence before else.
    """
    topic = label = topic_of(text, figures[0])
    item = _item_of(text, low, figures[0], topic, inherited)
    main, head, head_unit, rate, inner, whole, goal = ("",) * 7
    previous: Figure | None = None
    earlier: list[Figure] = []
    for figure, following in zip(figures, (*figures[1:], None), strict=True):
        paired = following if following is not None and _is_paired(figure, following) else None
        name = told = told_before(text, figure, previous) if figure.depth else ""
        if not told and (figure.anchor is not None or paired is not None):
            name = _pair_name(text, low, figure, paired, earlier, tokens, topic)
        if not name:
            main = whole if whole and _returns_to_whole(low, previous) else main
            inner = inner if inner and _in_same_parenthesis(text, figure, previous) else ""
            outer = inner or main or ("" if topic else inherited)
            name = _own_name(text, low, figure, previous, tokens, outer, topic)
            if (named := item or (goal if figure.kind != "target" else "")) and _of_unit(figure, figures[0], name):
                name = named if is_of_item(figure, name, named) else name
        if not name:
            name = told_around(text, low, figure, (inner, main, topic, inherited))
        elif topic or figure.unit == head_unit:
            name = _headed(name, figure, topic, head if figure.unit == head_unit else "")
        if name == main and _is_no_rate(figure, previous):
            name = _RATE_OF.sub("", name)
        if inherited and not earlier and name.lower() in BARE_RATES:
            name = joined(name, inherited)  # `Giá trị sản xuất đạt 5 tỷ đồng. Tốc độ tăng bình quân là 10,3%`
        lowered = name.lower()
        if main and lowered in _COMPARED_WITH:  # `so CK (621,5 tỷ) tăng 10,1%`
            name, lowered = main, main.lower()
        if earlier and (counted := same_count(figure, earlier, name)) is not None:
            name, lowered = counted.indicator, counted.indicator.lower()
        if name == main and len(earlier) > 1 and (first := left_now(low, figure, earlier[0])) is not None:
            name, lowered = first.indicator, first.indicator.lower()
        is_share = figure.unit == "%"
        if rate and name == main and is_share and figure.kind == "change":
            name, lowered = rate, rate.lower()
        if is_share and name in (inherited, main) and _is_growth(figure, lowered):
            figure.kind = "growth"
        if lowered[:2] in ELIDED_BEGINS and (found := ELIDED_HEAD.match(lowered)) is not None:
            head, head_unit = name[found.start("head") : found.end()], figure.unit
        figure.indicator = name = once(name)
        if previous is None and figure.kind == "target" and sets_in_list(low, figure.start, figure.end):
            goal = name  # `(9) Giải quyết việc làm mới hằng năm cho 3.200 lao động; năm 2021 giải quyết …`
        whole = main if previous is not None and parts_before(low, figure, previous) else whole
        inner = name if figure.depth and name != main else inner
        if previous is None and topic and lowered == topic.lower() and figure.chain <= _COLON:
            topic = ""  # `Tổng số khám bệnh: 518.950 lượt; điều trị nội trú 49.978 lượt`: the label of one figure heads no list
        if is_share and main and name == joined("tỷ lệ", main):
            rate = name  # the rate of what the count before names; a count after it has that name again
        elif name and (told or not (figure.depth and main)) and not is_whole(low, figure, previous):
            main, rate = name, ""
        earlier.append(figure)
        previous = figure
    _name_first(figures)
    share_names(low, figures, inherited, label)
    return main or inherited


def _is_growth(figure: Figure, name: str) -> bool:
    """`Tốc độ tăng bình quân 7,36%; trong đó năm 2016 đạt 6,92%`: whether a level is one of what is named as a growth."""
    return figure.kind == "level" and not figure.points and _GROWTH_NAME.match(name) is not None


def _item_of(text: str, low: str, first: Figure, topic: str, inherited: str) -> str:
    """The name of the item whose plan and result the sentence tells: its label, or what the goal in the sentence before is named; empty for none."""
    item = topic or (inherited if tells_result_apart(low, first.start) else "")
    return item if item and tells_results_of(text, low, first) else ""


def _name_first(figures: list[Figure]) -> None:
    """`Từ chỗ 41.860 tấn năm 2015, sản lượng thủy sản đã lên 46.930 tấn`: where it came from is named behind."""
    if figures[0].indicator or len(figures) == 1 or "from" not in figures[0].chain:
        return
    named = next((figure for figure in figures[1:] if figure.indicator), None)
    if named is not None and named.unit == figures[0].unit:
        figures[0].indicator = named.indicator


def _grade(figure: Figure) -> str:
    """`khá 46%, trung bình 27%`: the grade, which is no word of a mean."""
    words = figure.subject.strip(" ,;")
    return words if words.lower() == "trung bình" else ""


def _returns_to_whole(low: str, previous: Figure | None) -> bool:
    """`sản lượng 178 tấn, gồm nuôi trồng 121 tấn và khai thác 57 tấn; so với năm 2022 tăng 3%`: the clause speaks of the whole again."""
    return previous is not None and _COMPARES_AGAIN.match(low, previous.end) is not None


_COMPARES_AGAIN = re.compile(
    r"[^;.,\d]{0,30}; (?:so (?:với )?|tăng |giảm |(?:bình quân|trung bình) (?:mỗi|hằng|hàng|một) (?:năm|tháng) \d)"
)


def _in_same_parenthesis(text: str, figure: Figure, previous: Figure | None) -> bool:
    """Whether the figure stands in the parenthesis of the one before it."""
    if not figure.depth or previous is None or previous.depth != figure.depth:
        return False
    return text.rfind("(", previous.end, figure.start) < 0


def _is_no_rate(figure: Figure, previous: Figure | None) -> bool:
    """`Tỷ lệ hộ nghèo 2,1% (42 hộ)`, `dịch vụ chiếm 30%, tăng trưởng 12%`: a count, or a growth of the branch, is none of the share before it."""
    if figure.counted and not figure.per and not figure.subject.strip(" ,;("):
        return True
    return figure.kind == "growth" and previous is not None and "share" in previous.chain


def _headed(name: str, figure: Figure, topic: str, head: str) -> str:
    """The name, where there is one, with what it is a share or an amount of: the label of its list (`Cơ cấu kinh tế:`, `tỷ lệ hộ dùng nước sạch:`), or the head of the name before."""
    if topic and figure.unit == "%" and figure.kind in ("level", "target", "part"):
        label = topic.lower()
        shares, is_rate = label.startswith("cơ cấu"), _RATE.match(label)
        if (shares or is_rate) and not HEAD.match(name.lower()):
            if shares and figure.kind != "part":
                return f"cơ cấu {name}"
            if is_rate and name != topic:
                return f"{topic} {name}"
    grows = figure.kind == "growth" and _RATE.match(head.lower())
    grows = grows or (
        figure.unit == "%" and not (figure.per or figure.chain & _MOVES) and _AMOUNT_HEAD.match(head.lower())
    )
    return with_head(name, head) if head and not figure.counted and figure.kind != "multiple" and not grows else name


def _of_unit(figure: Figure, first: Figure, name: str) -> bool:
    """Whether it is measured as the item's first figure, or is a bare count of it: `Nghị quyết 90%; kết quả năm 2022: 1.968/2.146 hộ`."""
    return figure.unit == first.unit or (":" in figure.chain and name.lower() == figure.counted)


def _is_paired(figure: Figure, following: Figure) -> bool:
    """`324 vụ/496 đối tượng`: whether both stand for one thing; not a result over its goal, `08 xã/Nghị quyết 08 xã`."""
    return following.anchor is figure and (following.kind != "target" or following.unit != figure.unit)


def _pair_name(
    text: str,
    low: str,
    figure: Figure,
    paired: Figure | None,
    earlier: list[Figure],
    tokens: list[Token],
    topic: str,
) -> str:
    """`xảy ra 324 vụ/496 đối tượng phạm pháp`: both figures are named by the verb before and the words behind the pair."""
    if figure.anchor is not None:
        anchor = figure.anchor
        if figure.counted and anchor.indicator.lower() == anchor.counted:
            return text[figure.noun : figure.end].strip()  # `9.846 hộ/38.412 nhân khẩu`
        return anchor.indicator
    if paired is None or "respectively" in figure.chain or figure.counted is None:
        return ""
    subject = clean(last_clause(figure.subject))
    rest = without_noun(noun_phrase(text, low, paired, tokens), paired)
    rest = "" if rest.lower() == paired.counted or rest.startswith(("toàn ", "trên địa bàn")) else rest
    figure.verb = verb_of(subject)
    if not rest and len(subject.split()) <= 4 and not subject.lower().startswith(f"{figure.counted} "):
        for other in reversed(earlier):
            if other.verb:
                return joined(other.verb, subject)
    if figure.verb and not rest and len(topic.split()) <= SHORT_LABEL:
        return joined(figure.verb, topic)  # `- Ma túy: bắt 05 vụ/07 đối tượng`
    return joined(figure.verb, rest)


def _own_name(
    text: str, low: str, figure: Figure, previous: Figure | None, tokens: list[Token], main: str, topic: str
) -> str:
    """The figure's own name, from its subject and the noun phrase behind it; empty where it has none of its own."""
    chain = figure.chain
    if previous is not None:
        cut_joint(low, figure, previous)
    subject = ""
    if previous is not None and figure.counted == "con" and (herd := herd_before(text, figure, previous)):
        return herd
    if previous is not None and figure.counted is not None and is_of_other_time(low, figure, previous):
        return previous.indicator
    if previous is not None and figure.unit in ("%", "VND") and (told := _grade_or_giver(text, low, figure, previous)):
        return told
    if len(figure.subject) > 1:
        if main and " hơn " in figure.said and _COMPARES.match(figure.said):
            return main
        figure.subject = _without_predicate(figure)
        bare = split_bare_head(figure.subject)
        if bare is not None and figure.kind != "multiple":
            return bare_head_name(bare, text, low, figure, previous, tokens, main, topic)
        subject = _without_fall(clean(last_clause(figure.subject)))
        if not subject and (told := labelled(low, figure, previous, topic, main)):
            return told  # `- Giải quyết việc làm: năm 2021: 1.200 lao động; năm 2022: 1.350 lao động`
        if previous is not None and subject and text[figure.chain_start - len(figure.subject) - 1] == ",":
            subject = _with_words_before_comma(text, figure, previous, tokens, subject)
        again = _named_before(text, low, figure, previous, tokens, subject, main, topic) if subject else ""
        if again:
            return again
        subject = without_words_of_report(figure, subject, main, main or topic) if subject else _grade(figure)
    if not subject and figure.kind == "change" and figure.counted is not None:
        behind = noun_phrase(text, low, figure, tokens)
        if figure.counted not in CLASSIFIERS or (previous is None and behind.count(" ") > figure.counted.count(" ")):
            return _changed_count(figure, previous, behind, main)
    if not subject and figure.kind in ("growth", "change", "multiple", "target_gap", "attainment"):
        of = _OF_ANOTHER.match(low, figure.end) if "hơn mức" in low[figure.chain_start : figure.start] else None
        if of is not None:
            return text[of.start("whose") : of.end("whose")]  # `cao hơn mức tăng 0,1% của khu vực nông thôn`
        about = figure.kind != "multiple" or low.startswith(" về ", figure.end)
        return noun_behind_rate(text, low, figure, tokens) if about else ""
    own = "" if subject else rest_named(text, low, figure, tokens) if previous else in_fact(low, figure, main)
    if not own and figure.counted is not None:
        own = own_count(text, low, figure, previous, tokens, subject, main)
    if own:
        return own
    if not subject and previous is not None and _reaches_again(figure, previous):
        return main
    if "share" in chain and figure.unit == "%":
        return share_in_clause(text, low, figure, previous, subject, main)
    if figure.counted is not None:
        if not subject and previous is not None and "reach" in chain and "have" not in chain:
            new = not says_nothing_new(figure.counted, main)
            apart = ";" in text[previous.end : figure.start] or "fill" in chain  # `12 xã đạt tổng số 197 tiêu chí`
            if not (new and apart):
                return main
        return counted_name(text, low, figure, tokens, subject, main, topic)
    if figure.unit in ("%", "‰"):
        return share_name(text, low, figure, previous, tokens, subject, main)
    return _measured_name(text, low, figure, previous, tokens, subject, main, topic)


def _reaches_again(figure: Figure, previous: Figure) -> bool:
    """`năm 2020 đạt 45 tấn, năm 2021 đạt 48 tấn`, `bình quân 12 tấn một tháng`: without a subject, what was named before reaches so much."""
    chain = figure.chain
    if not chain & {"reach", "average"} or "have" in chain:
        return False
    mean = "average" in chain and figure.unit not in ("%", "‰") and figure.counted is None
    return mean or figure.unit == previous.unit


def _grade_or_giver(text: str, low: str, figure: Figure, previous: Figure) -> str:
    """The grade that a share is of, or who gave an amount."""
    return grade_before(text, figure, previous) if figure.unit == "%" else giver_of(text, low, figure)


def _named_before(
    text: str,
    low: str,
    figure: Figure,
    previous: Figure | None,
    tokens: list[Token],
    subject: str,
    main: str,
    topic: str,
) -> str:
    """The name of a subject that leans on what was named before (`Hồ sơ sức khỏe điện tử: lập cho 84,6% dân số`); empty for others."""
    lowered = subject.lower()
    if figure.counted is None and low.endswith(_WITH_ALL, 0, figure.start):
        return noun_phrase(text, low, figure, tokens)  # `cộng cả 7,2 vạn tấn ngô`
    if main and figure.kind == "attainment" and lowered in _DONE_SO_FAR:
        return main  # `thực hiện 38.146 tỷ đồng, mới hoàn thành 74,8% kế hoạch`
    if topic and figure.counted is None and lowered in _ADDED_UP:
        return topic  # `- Lúa: vụ xuân 114,2 ha, vụ mùa 198,4 ha, cộng cả năm 312,6 ha`
    if figure.counted is None and lowered in _NO_NAMES:
        return main or topic
    if previous is not None and "from" in previous.chain and lowered.startswith(_AT_A_TIME):
        return main if previous.unit == figure.unit else ""  # `từ 2,5% lúc cân đo đầu năm hạ còn 2,1%`
    if rest := rest_at(text, low, figure, lowered):
        return rest
    given = noun_phrase(text, low, figure, tokens) if is_given(low, figure, subject) else ""
    return named_again(low, figure, previous, subject, main, given)


def _without_fall(subject: str) -> str:
    """`kéo giảm tỷ lệ hộ nghèo` is of the rate."""
    return _FALLING.sub("", subject) if subject[:1] in _FALLING_BEGINS else subject


def _without_predicate(figure: Figure) -> str:
    """The subject without what its clause says of it; nothing where the figure counts another thing (`Mạng lưới y tế được củng cố, đạt 11,6 bác sĩ`)."""
    if " dù " in figure.subject:
        figure.subject = figure.subject.rpartition(" dù ")[2]  # `thu ngân sách về đích sớm dù kinh tế giảm 2%`
    if "àn " in figure.subject and (herd := HERD.match(figure.subject.strip(" ,;").lower())) is not None:
        return figure.subject.strip(" ,;")[: herd.end()]  # `Đàn lợn từng bước hồi phục, đạt 41.200 con`
    told = without_predicate(figure.subject)
    if told is figure.subject:
        return told
    another = figure.counted is not None and figure.counted not in CLASSIFIERS and figure.counted not in told.lower()
    return "" if another or (figure.unit == "%" and not figure.chain) else told


def _changed_count(figure: Figure, previous: Figure | None, behind: str, main: str) -> str:
    """What a change of a count is of: what was counted before (`tổng số học sinh 640 em, tăng 38 em`), or its own noun (`tăng 2 trường`)."""
    if not main or behind.lower() != figure.counted:
        return behind
    total = main.lower().startswith(("số ", "tổng số ", "dân số"))
    same = total and previous is not None and previous.counted == figure.counted
    return main if same or figure.counted in main.lower() else behind


def _measured_name(
    text: str,
    low: str,
    figure: Figure,
    previous: Figure | None,
    tokens: list[Token],
    subject: str,
    main: str,
    topic: str,
) -> str:
    """The name of an amount or a measure: its subject, with the noun behind it where the subject is a verb (`Trồng 312 ha rừng`)."""
    chain, lowered = figure.chain, subject.lower()
    giver = figure.subject.strip(" ,;(:") if figure.unit == "VND" and ", " not in subject else ""
    if giver.lower().removesuffix(" và nhân dân") in _GIVERS:
        return (
            giver  # `Trung ương 142 tỷ đồng, địa phương 43 tỷ đồng`, `xã và nhân dân 1,5 tỷ đồng`: who gives the money
        )
    if not subject and previous is not None and previous.unit != "%" and low.startswith("trị giá", figure.chain_start):
        noun = previous.noun_words if " " in previous.noun_words or previous.counted is None else ""
        return joined(
            "trị giá",
            noun or (previous.behind if previous.counted is None else "") or main.removesuffix(f" {previous.counted}"),
        )
    if subject and "have" in chain and " là " in subject and figure.subject.rstrip().endswith(","):
        return noun_phrase(text, low, figure, tokens) or subject  # `Phú Diêm là huyện ven biển, có 27,5 km bờ biển`
    if subject and (of := thing_done(figure, previous, lowered, main, topic)):
        return of
    if subject and not (ACTOR.match(lowered) and not chain & {"reach", "estimate"}):
        if low.endswith("được ", 0, figure.start) and not HEAD.match(lowered):
            behind = noun_phrase(text, low, figure, tokens)
            return joined(verb_of(subject), behind) if behind else subject
        if "reach" in chain or HEAD.match(lowered) or figure.kind == "multiple":
            return subject
        behind = noun_phrase(text, low, figure, tokens)
        behind = "" if behind.startswith(_WHERE_GROWN) else behind
        return joined(
            verb_of(subject) if behind and figure.unit != "VND" and len(subject.split()) > 6 else subject, behind
        )
    if not subject and previous is not None and previous.unit == figure.unit:
        part = _PART_BY.match(low, figure.end)
        if part is not None:
            return text[part.start("by") : part.end("by")]  # `7.215 tấn do khai thác, còn lại 2.645 tấn từ nuôi trồng`
    behind = noun_phrase(text, low, figure, tokens)
    if main and not subject and behind.startswith(_STILL_TO_DO):
        return main  # `đạt 77% kế hoạch (500 km), còn 114 km cần tiếp tục thực hiện`
    if main and len(main.split()) <= 6 and PREDICATE.match(behind):  # `4.862 ha, trong đó 3.975 ha cho thu hoạch`
        return joined(main, behind)
    return behind or main or subject


def _with_words_before_comma(text: str, figure: Figure, previous: Figure, tokens: list[Token], subject: str) -> str:
    """`…, tỷ lệ xây dựng không phép, sai phép giảm từ 4,8%`: a short subject that goes on what a measured head before its comma begins."""
    at = figure.chain_start - len(figure.subject)
    parted = _PARTED_WITH_COMMA.search(text, max(previous.end, at - 60), at)
    if parted is not None and len(subject.split()) <= _SHORT_PART:
        return f"{parted['piece']}, {subject}"  # `riêng hạ tầng giao thông, thủy lợi 742 tỷ đồng`
    tier = _TIER.search(text, max(previous.end, at - 60), at) if subject.lower() in _GIVERS else None
    if tier is not None:
        return f"{clean(tier[0])}, {subject}"  # `ngân sách cấp huyện, xã 187,5 tỷ đồng`
    if (
        len(subject.split()) > 3
        or HEAD.search(subject.lower())
        or any(
            token.role not in _BETWEEN_NOUNS for token in tokens[previous.token + 1 : figure.token] if token.end < at
        )
    ):
        return subject
    piece = text[previous.end : at - 1].rpartition(", ")[2]
    head = HEAD.match(piece.lower().lstrip())
    return f"{clean(piece)}, {subject}" if head is not None and "," in text[previous.end : at - 1] else subject


_PARTED_WITH_COMMA = re.compile(
    r"[,;] (?:riêng|gồm|bao gồm|trong đó)(?: là)? (?P<piece>(?!(?:được|đã|có|là|do|tính|năm|tháng|quý)(?![^\W_]))[^,;:()\d]{3,40}),$"
)
_SHORT_PART = 3  # words
_TIER = re.compile(r"(?<=, )[^,;:()]* cấp (?:tỉnh|thành phố|huyện|xã)(?=,)")
_BETWEEN_NOUNS = frozenset((",", "fill", "share"))


_WHERE_GROWN = ("tập trung ", "phân bố ", "chủ yếu ", "nằm ")  # `Cây khoai tây 36 ha tập trung ở xóm 3`
