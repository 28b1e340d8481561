"""A sentence → its tokens: figures, phrases of time, cue words, punctuation. Nothing is decided yet about what a figure means.

Numbers that are no claims (dates, document numbers, labels, list marks …) are dropped here, by the rules of `not_claims`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from muctieu.claims.cue_checks import ROLES_CHECKED, role_at
from muctieu.claims.figures import Figure, read_figure
from muctieu.claims.not_claims import is_label, is_named_by_label, is_no_figure
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
_DAY_OF_MONTH = re.compile(r"(0?[1-9]|[12]\d|3[01])[/.-](0?[1-9]|1[0-2])(?![\d/.,]*\d)")
_AT_A_DAY = ("từ ", "đến ", "tới ", "hết ", "trước ", "sau ", "ngày ", "điểm ")
_MARKED = re.compile(r"\d{1,3}(?:[.,]\d+)+(?![.,]?\d|[/-]\d)")
_YEAR_OPENS = ("năm ", "từ ", "đến ", "tới ", "-", "–", "/")
# `+ thuế, phí, lệ phí 412` under a title that gives the unit.
LAST_OF_ITEM = re.compile(
    r"^[ \t]*[-+*•–][^\n]{2,90}?[^\W_][%):]? +(?P<value>[0-9]{1,4})[ \t]*[.;,]?[ \t]*$", re.MULTILINE
)
LISTED = re.compile(
    r"(?:[^\W\d_]|[):]) (?!(?:19|20)\d\d(?!\d))(?P<value>[1-9]\d{1,2}(?:\.\d{3})*|[1-9]\d{3})(?= ?[;,.)](?!\d)| \(|[ \t]*(?:\n|\Z))"
)
"""A bare number that ends a name in a list, or its line."""
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
        if role in _SPOKEN:
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


_SPOKEN = ROLES_CHECKED | {"time", "spelled"}


def _checked(low: str, role: str, at: int, until: int, start: int, before: list[Token]) -> Token | None:
    """A word that opens a longer phrase, or that is a cue in some places only; None where it is none here."""
    if role == "time":
        phrase = read_phrase(low, at)
        return Token("period", at, phrase.end, None, phrase) if phrase is not None else None
    if role == "spelled":
        return _spelled(low, at, until)
    told = role_at(low, role, at, until, start, before)
    if told is None:
        return None
    begin = until - len("với") if (role, told) == ("compare", "have") else at  # `Đối chiếu với 21 chỉ tiêu`
    return Token(told, begin, until)


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
    if at > 1 and LISTED.match(low, at - 2) is not None and not is_named_by_label(low, at):
        return True  # `- Cây lương thực có hạt 812,5: lúa nước 386 (Đông xuân 158, vụ Mùa 228)`
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
