"""A sentence → its tokens: figures, phrases of time, cue words, punctuation. Nothing is decided yet about what a figure means.

Numbers that are no claims (dates, document numbers, labels, list marks …) are dropped here, by the rules of `not_claims`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from muctieu.claims.figures import Figure, read_figure
from muctieu.claims.not_claims import is_label, is_no_figure
from muctieu.text.counting import counts_known_noun
from muctieu.text.lexicon import lexicon, words_pattern
from muctieu.text.periods import Phrase, read_phrase
from muctieu.text.units import ONE, read_unit
from muctieu.values.span import Span

_CUES = lexicon("cues")
_SPELLED: dict[str, tuple[Decimal, str]] = {
    word: (Decimal(pair[0]), pair[1]) for word, pair in _CUES["spelled"].items()
}
# A word may have several roles; the later one in this order wins, so that the narrow roles come last.
_ROLES = [
    "plain",
    "fill",
    "result",
    "reach",
    "have",
    "share",
    "among",
    "plan",
    "average",
    "estimate",
    "ge",
    "le",
    "approx",
    "equal",
    "up",
    "down",
    "times",
    "exceed",
    "short",
    "from",
    "compare",
    "respectively",
    "time",
]
CUE: dict[str, str] = {word: role for role in _ROLES for word in _CUES[role]} | dict.fromkeys(_SPELLED, "spelled")
ROLES = frozenset(_ROLES)
_WORDS = [word for word in CUE if word[0].isalpha()]
_WORD = rf"({words_pattern(_WORDS)})(?![^\W\d_])(?:(?<!20)|(?=\d\d(?![\d.,]*\d|\s?[%‰]| ?(?:t[ỷỉ]|tr|nghìn|đồng|ha|tấn|người|hộ|lượt)(?![^\W_]))))"
"""A word that ends with the century is a time only where a year goes on: `vụ 2021`, not `dịch vụ 20,4%`, `dịch vụ 20 tỷ đồng`."""
# What no token begins behind: letters, so that the search passes over them at once, and a word is known to begin without looking
# back from each blank (which took half of the time).
_LETTERS = "a-zß-öø-ɏḀ-ỿªµº²³¹¼-¾\u0370-\u1dff\u1f00-\u1fff\u2070-\u209c\u2150-\u2189\u3040-\ud7ff"
# A match begins at a digit, at a sign, or at what stands before a word. The last group says which it was, and of a word what it
# is; a word right behind a sign is found with it.
_TOKEN = rf"(?:(?<=\d)\d*(?:[.,]\d+)*()|(?<=[;:(),≥≤<>~≈=…])()(?:{_WORD})?|{_WORD})"
TOKEN = re.compile(rf"[^{_LETTERS}]{_TOKEN}")
_TOKEN_OF_OPENING = re.compile(rf"(?:\A|[^{_LETTERS}]){_TOKEN}")
_IS_NUMBER, _IS_SIGN, _IS_WORD_BEHIND, _IS_WORD = 1, 2, 3, 4
_HEAD, _BEFORE, _BEHIND = 70, 180, 140  # letters: of a sentence's head, before and behind a number
_LIST_OF_NUMBERS = re.compile(r"\d{1,2}(?:,\d{1,2}){2,}(?![\d.])")  # `tiêu chí chưa đạt: 2,6,8,13`
_REST = re.compile(r"(?:[/.:+-]\d+)*")
_YEAR_LIKE = re.compile(r"(?:19|20)\d\d$")
_MAYBE_TIME = re.compile(
    r"t[/ ]|\s(?:tháng|năm|đến|tới)|/\d\d? (?:đến|tới)|\s?[-–/.]\s?(?:\d\d?\s?[-–/.]\s?)?(?:19|20)\d\d"
)
_TIME_BEGINS = "tnđ-–/."  # what may stand behind the blank
# `đồng bào dân tộc thiểu số (DTTS) 39.004 người`: the short form of the words before opens no parenthesis
_SHORT_FORM = re.compile(r"\((?!(?:KH|TH|CT|NQ|DT|CK|MT|ĐẠT)\))[A-ZĐ][A-ZĐ&-]{1,9}\)(?= )")
SYMBOLS = {"…": ",", "=": "reach", "≥": "ge", ">": "ge", "≤": "le", "<": "le", "~": "approx", "≈": "approx"}
_AFTER_DASH = re.compile(r"[-–/:|]\s?$")
_AFTER_COMMA = re.compile(r"[,;]\s?$")
_DAY_OF_MONTH = re.compile(r"(0?[1-9]|[12]\d|3[01])[/.-](0?[1-9]|1[0-2])(?![\d/.,]*\d)")
_AT_A_DAY = ("từ ", "đến ", "tới ", "hết ", "trước ", "sau ", "ngày ", "điểm ")
_MONEY_NEXT = re.compile(r"\s?:?\s?[\d.,]+\s?(?:tr(?![^\W\d_])|trđ|tỷ|tỉ|triệu|nghìn|đồng|đ(?![^\W\d_]))")
_MARKED = re.compile(r"\d{1,3}(?:[.,]\d+)+(?![.,]?\d|[/-]\d)")
_YEAR_OPENS = ("năm ", "từ ", "đến ", "tới ", "-", "–", "/")
# `+ thuế, phí, lệ phí 412` under a title that gives the unit.
LAST_OF_ITEM = re.compile(
    r"^[ \t]*[-+*•–][^\n]{2,90}?[^\W_][%):]? +(?P<value>[0-9]{1,4})[ \t]*[.;,]?[ \t]*$", re.MULTILINE
)
DOING = ("xây dựng ", "hỗ trợ ", "trồng ", "tạo ", "kết nạp ", "giải quyết ", "tiếp nhận ", "cấp ")
DEGREE = ("trên ", "khoảng ", "hơn ", "gần ", "dưới ", "được ", "cho ")


class Token:
    """One token: its role (`figure`, `period`, a cue's role, or the punctuation itself), its span, and what it holds."""

    __slots__ = ("end", "figure", "phrase", "role", "start")

    def __init__(
        self, role: str, start: int, end: int, figure: Figure | None = None, phrase: Phrase | None = None
    ) -> None:
        self.role = role
        self.start = start
        self.end = end
        self.figure = figure
        self.phrase = phrase


def read_tokens(
    text: str,
    low: str,
    start: int,
    end: int,
    places: list[int],
    has_unit: bool = False,
    bare: Sequence[int] = (),
) -> list[Token]:
    """The tokens of the sentence `text[start:end]`, in which figures may stand at `places`; `low` is the text in lower case, of the same length.

    Only the sentence's head (which may set a period) and the stretches around the places are looked at; what lies between parts clauses.
    With `has_unit` a title gives the unit of numbers without one: `Thu khác 465,5` is then a figure; so are the numbers at the places `bare`.
    """
    at, until = start, start + _HEAD if start + _HEAD < end else end
    tokens: list[Token] = []
    for place in places:
        if place - _BEFORE > until:
            tokens += _tokens(text, low, at, until, has_unit, bare)
            tokens.append(Token(";", until, until))
            at = place - _BEFORE
        until = place + _BEHIND if place + _BEHIND < end else end
    last = _tokens(text, low, at, until, has_unit, bare)
    return tokens + last if tokens else last


def _tokens(text: str, low: str, start: int, end: int, has_unit: bool, bare: Sequence[int]) -> list[Token]:
    tokens: list[Token] = []
    add = tokens.append
    done = start
    pattern = TOKEN if start else _TOKEN_OF_OPENING
    for match in pattern.finditer(low, start if not start or low[start - 1].isdigit() else start - 1, end):
        kind = match.lastindex
        if kind == _IS_WORD:
            at, until = match.span(_IS_WORD)
        elif kind == _IS_NUMBER:
            at, until = match.span()
            if at >= done:
                token = _number(text, low, at, until, tokens, at in bare or (has_unit and _may_be_bare(low, at)))
                if token is not None:
                    done = token.end
                    add(token)
                else:
                    done = _REST.match(low, until).end()  # type: ignore[union-attr]
            continue
        else:
            at = match.start()
            if at >= done:
                done = at + 1
                sign = low[at]
                if sign == "(" and (short := _SHORT_FORM.match(text, at)) is not None:
                    done = short.end()
                    continue
                if sign not in SYMBOLS:
                    add(Token(sign, at, done))
                elif sign == ">" and low[at - 1 : at] in ("-", "–"):
                    add(Token("reach", at, done))  # an arrow
                elif low.startswith("=>", at) and not low[at + 2 : at + 4].strip().isdigit():
                    done += 1  # an arrow
                else:
                    add(Token(SYMBOLS[sign], at, done))
            if kind == _IS_SIGN:
                continue
            at, until = match.span(_IS_WORD_BEHIND)
        if at < done:
            continue
        role = CUE[low[at:until]]
        if role in _ROLES_TO_CHECK:
            checked = _checked(low, role, at, until, start, tokens)
            if checked is None or checked.end > end:
                continue
            done = checked.end
            if checked.role != "plain":
                add(checked)
        else:
            done = until
            add(Token(role, at, until))
    return tokens


_ROLES_TO_CHECK = frozenset(
    (
        "time",
        "plain",
        "spelled",
        "plan",
        "result",
        "average",
        "ge",
        "le",
        "approx",
        "up",
        "down",
        "reach",
        "compare",
        "estimate",
        "exceed",
    )
)
_SOME_TIME = (" ngày ", " tháng ", " năm ", " tuần ", " được ", " còn ", " có ", " chỉ ", " đạt ")
_BEFORE_NON = (", ", "; ", "(", "có ", "được ", "đã ", "là ", "thu ", "chừng ", "cho ", "đón ", "tới ")
_OF_TIME_BEFORE = re.compile(
    r" (?:(?:lúc|khi) (?:bước )?vào nhiệm kỳ|(?:hồi |cuối |đầu |hết )?năm (?:(?:19|20)\d\d|trước|ngoái|học trước)|(?:quý|tháng|vụ|niên vụ|mùa|nhiệm kỳ|giai đoạn|kh(?:óa|oá)) (?:trước|rồi)|vụ(?: [^\W\d_]+){0,2} (?:19|20)\d\d|tháng \d\d?/(?:19|20)\d\d|quý [ivx\d]+/(?:19|20)\d\d|thời điểm|cùng kỳ|đầu nhiệm kỳ|đầu năm)(?![^\W_])"
)
_BEYOND_GOAL = re.compile(
    r"(?:hơn (?:so với )?|trên )(?:mức )?(?:nghị quyết|nq(?:đh)?|mục tiêu|chỉ tiêu|kế hoạch|kh|mức)(?: [^\W\d_]+){0,3} \d"
)
_MEASURES = (" cùng ", " năm ", " đầu ", " kế hoạch ", " kh ", " chỉ tiêu ", " nghị quyết ")  # `đối chiếu cùng kỳ`
_CAME_FROM = re.compile(r"(?<![^\W_])từ (?:mức |chỗ )?[\d.,]+[^.,;()]{0,40} $")
_GRADES_BEFORE = re.compile(r"(?<![^\W_])(?:khá|giỏi|tốt)(?![^\W_])[^.;\n]{0,24}$")


def _checked(low: str, role: str, at: int, until: int, start: int, before: list[Token]) -> Token | None:
    """A word that opens a longer phrase, or that is a cue in some places only; None where it is none here."""
    if role == "time":
        phrase = read_phrase(low, at)
        return Token("period", at, phrase.end, None, phrase) if phrase is not None else None
    if role == "spelled":
        return _spelled(low, at, until)
    if (
        role == "plan"
        and low[at:until] == "dt"
        and not (
            low.endswith(("%", "% ", "/", "/ "), start, at)
            or (low.endswith("(", start, at) and _MONEY_NEXT.match(low, until))
        )
    ):
        return None  # `DT gieo trồng`: an area; `đạt 104% DT`: the budget
    if role == "plan" and low[at:until] in ("yêu cầu", "quy định") and not _tells_required(low, at, until):
        return None
    if role == "plan" and low[at:until] == "đích" and not low.endswith(_AIMED_AT, 0, at):
        return None
    if role == "plan" and low[at:until] in _GIVING and not _tells_given(low, at, until):
        return None
    if role == "ge" and low[at:until] == "hơn" and _OF_TIME_BEFORE.match(low, until):
        return Token("up", at, until)  # `thu ngân sách hơn cùng kỳ 5 tỷ đồng`
    if role == "compare" and low[at:until] == "đối chiếu" and not _compares(low, until):
        return None  # `đối chiếu cùng kỳ giảm 3 vụ`; not `đối chiếu sổ sách`
    if role == "compare" and low.startswith("đối chiếu", at) and low[until + 1 : until + 2].isdigit():
        return Token("have", until - len("với"), until)  # `Đối chiếu với 21 chỉ tiêu, có 15 chỉ tiêu đạt`
    if role == "estimate" and low.startswith("dự báo", at) and not _foretells(low, at, until):
        return None
    if role == "up" and low.startswith("thêm được", at) and not _adds(low, at, start):
        return Token("have", at, until)
    if role in _MAY_BE_PLAIN and not _tells_way(low, low[at:until], at, until, start):
        return None
    if (
        role == "approx"
        and low[at:until] == "độ"
        and not (low.endswith(_SOME_TIME, start, at) and low[until + 1 : until + 2].isdigit())
    ):
        return None  # `mỗi ngày độ 4 tấn`; not `nhiệt độ 35`, `độ che phủ`
    if role == "approx" and low[at:until] == "non" and not low.endswith(_BEFORE_NON, 0, at):
        return None  # `, non 12 nghìn lao động về quê`; not `mầm non 12 trường`
    if role == "ge" and low.startswith("quá", at) and not low.startswith((" một nửa", " nửa"), until):
        return None  # `quá một nửa`; not `quá hạn`, `quá 12 tháng`
    if role == "ge" and _BEYOND_GOAL.match(low, at):
        return Token("up", at, until)  # `đạt 96,3%, hơn Nghị quyết 1,3%`
    if role == "average" and low[at:until] == "trung bình" and _GRADES_BEFORE.search(low, max(start, at - 32), at):
        return None  # `giỏi 25%, khá 46%, trung bình 27%`
    if role == "result" and not _tells_result(low, start, at, before):
        return None
    return Token(role, at, until)


_MAY_BE_PLAIN = frozenset(("up", "down", "reach", "le", "exceed"))
_EACH_BEFORE = re.compile(r"(?<![^\W_])mỗi (?:[^\W\d_]+ ){1,3}(?:đã |lại |cũng )?$")
_SURPLUS = frozenset(("dư", "dư được", "thừa", "thừa ra"))
_BARE_WAYS = frozenset(
    (
        "nhỉnh",
        "trội",
        "thừa",
        "thừa ra",
        "ít đi",
        "chậm lại",
        "bốc hơi",
        "đi xuống",
        "teo lại",
        "hẹp lại",
        "dư",
        "nhích",
        "dôi",
        "âm",
        "tuột",
        "sút",
        "cải thiện",
        "mất đi",
        "lùi",
        "tiến được",
        "dư được",
    )
)
_SHARE_NEXT = re.compile(r" (?:khoảng |gần |trên |hơn |tới )?\d+(?:[.,]\d+)? ?(?:%|‰|điểm)")
_GRADES_LISTED = re.compile(
    r"(?<![^\W_])(?:khá|tốt)[: ]+[\d.,]+ ?%?[^;.\d]{0,24}[,;] (?:đạt[: ]+[\d.,]+ ?%?[^;.\d]{0,24}[,;] )?$"
)


def _compares(low: str, until: int) -> bool:
    """`đối chiếu 45% kế hoạch`, `đối chiếu cùng kỳ giảm 3 vụ`; not `đối chiếu sổ sách`."""
    return low.startswith(_MEASURES, until) or _OF_TIME_BEFORE.match(low, until) is not None


def _foretells(low: str, at: int, until: int) -> bool:
    """`dự báo cả năm đạt 5%`; not `nhờ dự báo sớm`, `công tác dự báo`."""
    return not (
        low.endswith(("nhờ ", "công tác ", "bản tin ", "năng lực ", "làm tốt "), 0, at)
        or low.startswith((" sớm", " kịp thời", " thời tiết", " khí tượng", " chính xác", " đúng"), until)
    )


def _tells_way(low: str, words: str, at: int, until: int, start: int) -> bool:
    """`xuất khẩu âm 9,4%`, `đàn lợn nhích 2%`; not `âm nhạc`, nor the grades of a list: `Khá 52%, Đạt 24%, Chưa đạt 1%`."""
    if words in _BARE_WAYS:
        if words in _SURPLUS and low.find(" so ", until, until + 40) < 0 and not _SHARE_NEXT.match(low, until):
            return False  # `dư 3 người so chỉ tiêu`; not `thặng dư 226 triệu USD`, `thừa 12 giáo viên`
        shares = words in ("âm", "lùi")
        return low[until + 1 : until + 2].isdigit() and (not shares or _SHARE_NEXT.match(low, until) is not None)
    if words == "thành":  # `từ 14 đội thành 21 đội`
        return low[until + 1 : until + 2].isdigit() and _CAME_FROM.search(low, max(start, at - 60), at) is not None
    if words in ("đạt", "chưa đạt"):
        return _GRADES_LISTED.search(low, max(start, at - 64), at) is None
    return True


def _adds(low: str, at: int, start: int) -> bool:
    """`năm 2020 là 36 triệu đồng, thêm được 2 triệu đồng`, `mỗi xã thêm được 2 tiêu chí`; not `trồng thêm được 12 ha`."""
    return (
        low.endswith((", ", "; ", "(", "như vậy chỉ ", "như vậy đã "), 0, at)
        or _EACH_BEFORE.search(low, max(start, at - 24), at) is not None
    )


def _tells_required(low: str, at: int, until: int) -> bool:
    """`(yêu cầu ≥ 65%)`, `Yêu cầu: 100%`, `thấp hơn yêu cầu 8%`; not `yêu cầu 5 cơ sở khắc phục`, `đáp ứng yêu cầu`."""
    if low[until : until + 1] == ":" or low.endswith(("(", "/", "hơn ", "so với ", "so "), 0, at):
        return True
    return low.endswith("% ", 0, at) and _SO_MUCH_BEYOND.search(low, max(0, at - 24), at) is not None


_SO_MUCH_BEYOND = re.compile(r"(?:(?:cao|thấp|nhiều|ít|lớn) hơn|vượt|kém) (?:khoảng |gần |trên |tới )?[\d.,]+ ?% $")
_AIMED_AT = (
    "so với ",
    "so ",
    "hơn ",
    "cách ",
    "dưới ",
    "trên ",
    "vượt ",
    "tới ",
    "đến ",
    "(",
)  # not `về đích`, `mục đích`
_GIVING = frozenset((*_CUES["givers"], "trần", "giao"))
_MEASURED_BY = ("so với ", "so ", "% ", "vượt ", "vượt mức ", "hơn ", "hơn mức ", "dưới mức ", "bằng mức ", "đạt mức ")
_GIVEN = re.compile(
    r" (?:là |từ |trên |dưới |không quá |tối thiểu |tối đa |ít nhất )?\d[\d.,]*(?P<share> ?[%‰](?=\s?(?:[;,.)\n]|$)))?"
)
# `làm được 45 ha, huyện giao 40 ha, đạt 112,5%`; not `huyện giao 12 ha đất cho xã`
_GIVEN_AMOUNT = re.compile(r" \d[\d.,]* ?(?:[^\W\d_]+ ?){1,3}(?:/[^\W\d_]+)?(?=\s?(?:, |\(|;|\.\s|\)))")
_EACH_YEAR = re.compile(
    r"[:;(] ?(?:mỗi|hằng|hàng|cả|bình quân|trung bình) năm $"
)  # `Việc làm: mỗi năm giao 5.200 lao động`


def _tells_given(low: str, at: int, until: int) -> bool:
    """`; giao 90%`, `(giao không quá 19%)`, `thấp hơn trần 0,85%`; not `giao 12 ha đất`, `bàn giao 5 căn nhà`, `trần nhà`."""
    by_whom = until - at > len("giao")
    if by_whom and low.endswith(_MEASURED_BY, 0, at):
        return True  # `vượt 2% so với tỉnh giao`
    figure = _GIVEN.match(low, until)
    if figure is None:
        return False
    if low.startswith("trần", at):
        return low.endswith(("hơn ", "dưới ", "vượt ", "mức ", "với ", "quá ", "(", "/"), 0, at)
    if low.endswith(("(", "trong khi "), 0, at) or (
        low.endswith(" năm ", 0, at) and _EACH_YEAR.search(low, max(0, at - 24), at)
    ):
        return True
    if by_whom and low.endswith((", ", "; ", " - ", " – "), 0, at) and _GIVEN_AMOUNT.match(low, until):
        return True
    opens = ("; ", ", ", "/", ". ", ": ", "- ", "\n") if by_whom else ("; ", ", ", "/", ": ")
    return figure["share"] is not None and low.endswith(opens, 0, at)


def _tells_result(low: str, start: int, at: int, before: list[Token]) -> bool:
    """`KH 780 lao động - TH 812 lao động`, `KH 90%, TH 93,4%`; not `MN 2, TH 4`."""
    if _AFTER_DASH.search(low, max(start, at - 3), at):
        return True
    planned = len(before) > 2 and before[-2].figure is not None and before[-3].role == "plan"
    return planned and _AFTER_COMMA.search(low, max(start, at - 3), at) is not None


def _number(text: str, low: str, at: int, end: int, before: list[Token], may_be_bare: bool) -> Token | None:
    """A number as a phrase of time, as a figure, or None where it is neither."""
    length = end - at
    if (length == 4 and _YEAR_LIKE.match(low, at, end) and not _has_unit(low, end) and not _is_many(low, at, end)) or (
        length <= 2
        and (low[end : end + 1] != " " or low[end + 1 : end + 2] in _TIME_BEGINS)
        and _MAYBE_TIME.match(low, end)
    ):
        phrase = read_phrase(low, at)
        if phrase is not None and not (phrase.form == "month" and low.startswith("/", at - 1)):
            return Token("period", at, phrase.end, None, phrase)
    if length <= 5 and low.endswith(_AT_A_DAY, 0, at):
        day = _day(low, at)
        if day is not None:
            return Token("period", at, day.end, None, day)
    if is_label(text, low, at, end) or (length > 4 and _LIST_OF_NUMBERS.match(low, at)):
        return None
    figure = read_figure(text, low, at, end)
    if is_no_figure(text, low, figure, before) and not (may_be_bare and not figure.unit):
        return None
    return Token("figure", at, figure.end, figure)


def _day(low: str, at: int) -> Phrase | None:
    """`đến 30/9 giải ngân`, `từ 15/8 đến 14/9`, `đến 30.6 thu`: a day of the report's year; not `giảm từ 15/9 xã`, `đến 5.6 ha`."""
    match = _DAY_OF_MONTH.match(low, at)
    if match is None:
        return None
    unit = read_unit(low, match.end())
    if unit.end > match.end() or counts_known_noun(low, match.end()):
        return None
    return Phrase("date", 0, int(match[2]), int(match[1]), match.end())


def _is_many(low: str, at: int, end: int) -> bool:
    """`trên 2000 học viên`, `đúng hạn 1917 hồ sơ`: what looks like a year counts things, behind a word of degree or far from any report's years; not `đến 2020 hộ nghèo còn`."""
    long_gone = "1900" <= low[at:end] < "1990" and not low.endswith(_YEAR_OPENS, max(0, at - 6), at)
    many = long_gone or low.endswith((*DEGREE, *DOING), max(0, at - 11), at)
    return many and counts_known_noun(low, end)


def _may_be_bare(low: str, at: int) -> bool:
    """Under a title that gives the unit: a number with a decimal or grouping mark, or the last word of a list item."""
    if _MARKED.match(low, at):
        return True
    item = LAST_OF_ITEM.match(low, low.rfind("\n", 0, at) + 1)
    return item is not None and item.start("value") == at


_RATES = (" tỷ lệ", " tỉ lệ", " tỷ trọng", " tỉ trọng", " tỷ suất", " tỉ suất", " tỷ số", " tỉ số")


def _has_unit(low: str, end: int) -> bool:
    """Whether a unit or a counting noun stands right after a number that looks like a year; none does in `kế hoạch năm 2023 tỷ lệ hộ nghèo`."""
    if low.startswith(_RATES, end):
        return False
    read = read_unit(low, end)
    return read.end > end and not read.time


def _spelled(low: str, at: int, end: int) -> Token:
    """`gấp đôi`, `một nửa`: a number in words that is a measure."""
    words = low[at:end]
    value, unit = _SPELLED[words]
    figure = Figure(at, end, Span(at, end), value, unit, (), ONE)
    if "gấp" in words:
        figure.kind = "multiple"
    return Token("figure", at, end, figure)
