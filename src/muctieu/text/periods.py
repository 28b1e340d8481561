"""Words of time → periods in SDMX form. A phrase may lean on its report (`nhiệm kỳ`, `quý I`, `cùng kỳ`): it is resolved with a `TimeFrame`.

Periods are strings here, as claims carry them: `2019`, `2023-S1`, `2023-Q3`, `2020-01`, `2020-01-31`, spans `2015/2020`, `2023-01/2023-09`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from muctieu.text.earlier_periods import same_period_before, span_before
from muctieu.text.parts_of_years import months_of, within_year


class TimeFrame(NamedTuple):
    """What the report's own time is: its period, its year (the last one it tells of), and its term (first and last year), where known."""

    period: str | None = None
    year: int | None = None
    term: tuple[int, int] | None = None


class Phrase(NamedTuple):
    """A phrase of time. `form` names how `first`, `last` and `part` are to be read; see `resolve`."""

    form: str
    first: int
    last: int
    part: int
    end: int


PRICE_BASE = re.compile(r"(?:(?<!đánh )(?<!định )(?<!bình )giá(?: so sánh| ss| cđ| cố định)?|gss|so sánh)(?: năm)?\s?$")
"""What stands before the year of prices, which is no period: `(giá so sánh 2010)`."""
_YEAR = r"(?:19|20)\d\d"
_DASH = r"\s?(?:[-–—−]|đến năm|đến|tới năm|tới|và|và năm)\s?"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_PARTS = {"tháng": 1, "quý": 3, "kỳ": 0}
_NUMERALS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "chín": 9,
    "giêng": 1,
    "tư": 4,
    "bảy": 7,
    "tám": 8,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
    "chạp": 12,
}
# Months by number (not `hằng tháng 2.102 người`), or in words as statistics write them; `tháng năm` only where a year follows it (`các tháng năm 2024` are no May).
_MONTHS = rf"(?:0?[1-9]|1[0-2])(?!\d|\.\d{{3}}\b)|giêng|một|hai|ba|tư|sáu|bảy|tám|chín|mười một|mười hai|mười|chạp|năm(?=/{_YEAR}| năm {_YEAR})"
_OF_YEAR = rf"(?:\s?(?:[/.-]|(?:của )?năm)\s?(?P<{{name}}>{_YEAR}|nay|trước|ngoái))?"
_SPAN_IN = rf"\s?\(?(?:giai đoạn |từ (?:năm )?|năm )?(?P<{{a}}>{_YEAR}){_DASH}(?P<{{b}}>{_YEAR})\)?"

# Each form with the letters that it may begin with: a phrase is tried as the forms that may begin as it does, in this order. Three
# patterns (digits, `năm` and the like, others) are read four times as fast as one, and compiled in twice its time.
_FORMS: tuple[tuple[str, str], ...] = (
    (
        r"\dn",
        rf"(?P<days>(?:ngày )?(?P<e1>\d\d?)/(?P<e2>\d\d?)(?:/(?P<e5>{_YEAR}))? (?:đến|tới)(?: hết)?(?: ngày)? (?P<e3>\d\d?)/(?P<e4>\d\d?)(?:/(?P<e6>{_YEAR}))?(?![\d/]))",
    ),
    (r"\dn", rf"(?P<date>(?:ngày )?(?P<d1>\d\d?)\s?[/.-]\s?(?P<d2>\d\d?)\s?[/.-]\s?(?P<d3>{_YEAR}))"),
    (
        "ltđ",
        rf"(?P<tomonth>(?:lũy kế |luỹ kế )?(?:từ )?đầu năm(?: (?P<j1>{_YEAR}))? (?:đến|tới) (?:hết )?tháng (?P<j2>\d\d?)(?:(?:/| năm )(?P<j3>{_YEAR}))?)",
    ),
    (
        "ltđ",
        rf"(?P<todate>(?:lũy kế |luỹ kế )?(?:từ )?đầu năm(?: {_YEAR})? (?:đến|tới) (?:hết )?(?:ngày )?(?P<u1>\d\d?)/(?P<u2>\d\d?)(?:/(?P<u3>{_YEAR}))?)",
    ),
    ("hn", r"(?P<daymonth>(?:hết )?ngày (?P<v1>\d\d?)/(?P<v2>\d\d?)(?![\d/.,]*\d))"),
    ("n", rf"(?P<longdate>ngày (?P<l1>\d\d?) tháng (?P<l2>\d\d?)(?: năm (?P<l3>{_YEAR}))?)"),
    (
        r"\dtbscnhm",
        rf"(?P<firstmonths>(?:trong )?(?P<fn>\d\d?|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) tháng (?P<fw>đầu|cuối)(?: năm| của năm)?(?: ?(?P<fy>{_YEAR}|nay|trước|ngoái))?)",
    ),
    (
        r"\dtbscm",
        rf"(?P<baremonths>(?:trong )?(?P<bn>\d\d?|ba|bốn|sáu|bảy|tám|chín|mười)(?: tháng|t(?=(?:/| năm | đầu năm |/năm )(?:{_YEAR}|nay)))(?! (?:tuổi|tới|lương|tiếp|liền|liên|một|/))(?:(?:(?:(?: của| đầu)? năm)? |/(?:năm )?)(?P<by>{_YEAR}|nay|trước|ngoái))?(?![/\w]))",
    ),
    (
        r"\dkt",
        rf"(?P<since>(?:(?:kể )?từ (?:đầu )?(?:năm (?:học )?)?|(?={_YEAR}\s?[-–]))(?P<z1>{_YEAR})(?:\s?[-–]\s?{_YEAR})? (?:đến|tới) nay)",
    ),
    (r"\dhbns", rf"(?P<terminate>(?:\d\d?|hai|ba|bốn|năm|sáu) năm{_SPAN_IN.format(a='t1', b='t2')})"),
    (
        r"\dcngtk",
        rf"(?P<span>(?:(?:các )?năm |giai đoạn |thời kỳ |thời kì |nhiệm kỳ |nhiệm kì |niên độ |khóa |từ năm |từ )?(?P<s1>{_YEAR}){_DASH}(?P<s2>{_YEAR})(?!\d))",
    ),
    ("chb", rf"(?P<yearlist>(?:các|hai|ba|bốn) năm (?P<y1>{_YEAR})(?:, {_YEAR})*(?:,| và) (?P<y2>{_YEAR}))"),
    (
        r"\dn",
        rf"(?P<yearrow>(?:năm )?(?P<w1>{_YEAR})(?:, {_YEAR})*, (?P<w2>{_YEAR})(?: và (?:năm )?(?P<w3>{_YEAR}))?(?!\d))",
    ),
    (
        r"\dtngkl",
        rf"(?P<yearsto>(?:kể từ |lũy kế từ )?(?:giai đoạn |từ (?:đầu )?(?:năm )?|năm )?(?P<o1>{_YEAR})\s?(?:đến|tới|[-–])\s?(?:nay, )?(?:hết )?(?:(?:ngày )?(?P<o2>\d\d?)/(?P<o3>\d\d?)/(?P<o4>{_YEAR})|giữa (?:năm )?(?P<o5>{_YEAR}))(?!\d))",
    ),
    (
        r"\dtn",
        rf"(?P<monthsacross>(?:từ (?:năm )?|năm )?(?P<x1>{_YEAR}) (?:đến|tới) (?:hết )?tháng (?P<x2>\d\d?)[/ ](?:năm )?(?P<x3>{_YEAR}))",
    ),
    (r"\dhb", rf"(?P<quarters>(?P<qn>0?[23]|hai|ba) quý đầu năm(?: (?P<qny>{_YEAR}))?)"),
    (
        r"\dhq",
        rf"(?P<lastquarters>(?:(?P<lq>0?2|hai) )?quý (?:cuối|còn lại)(?: năm| của năm)?(?: (?P<lqy>{_YEAR}|nay))?)(?! {_YEAR})",
    ),
    (r"\dsn", rf"(?P<half>(?:(?:6|sáu) tháng|nửa) đầu năm(?: (?P<hy>{_YEAR}|nay|trước|ngoái))?)"),
    ("tq", rf"(?P<quarter>(?:trong )?quý (?P<q>iv|i{{1,3}}|[1-4])\b{_OF_YEAR.format(name='qy')}(?: đến nay)?)"),
    (
        "t",
        rf"(?P<monthtomonth>(?:từ )?tháng (?P<mt1>\d\d?)[/ ](?:năm )?(?P<mt2>{_YEAR})\s?(?:đến|tới|[-–])\s?(?:hết )?tháng (?P<mt3>\d\d?)[/ ](?:năm )?(?P<mt4>{_YEAR}))",
    ),
    (
        "t",
        rf"(?P<months>(?:từ |trong )?tháng (?P<m1>\d\d?)\s?(?:[-–]|đến tháng|đến)\s?(?P<m2>\d\d?)\b{_OF_YEAR.format(name='my')})",
    ),
    (
        "t",
        rf"(?P<month>(?:trong )?tháng (?P<m>{_MONTHS})\b(?! (?:lần|buổi|kỳ|đợt)){_OF_YEAR.format(name='ny')})",
    ),
    (r"\d", rf"(?P<monthslash>(?P<k1>\d\d?)/(?P<k2>{_YEAR})(?![\d/]))"),
    ("c", rf"(?P<sameof>cùng (?:kỳ|kì|thời điểm|tháng|quý)(?: năm)? (?P<c>{_YEAR})\b)"),
    (
        "cs",
        r"(?P<same>cùng (?:kỳ|kì|thời điểm(?! (?:nói |kể |nêu )?(?:trên|đó|ấy)(?!(?: của)? năm (?:học )?(?:trước|ngoái)))|tháng|quý|(?:khoảng )?thời gian(?=(?: này| trên)?(?: của)? năm (?:trước|ngoái)))|\bs?ck\b)(?: này| trên)?(?: của)?(?: năm (?:học )?(?:trước|ngoái))?",
    ),
    (
        "n",
        r"(?P<samethen>năm (?:ngoái|trước),? (?:cũng (?:trong |vào )?|trong |vào )(?:cùng )?(?:(?:khoảng |quãng )?thời gian|thời điểm|kỳ|quý|(?:\d\d?|ba|sáu|chín|mười) tháng)(?: đầu năm)? (?:này|đó|ấy))",
    ),
    (
        r"\dngđk",
        r"(?P<prevterm>(?:nhiệm kỳ|nhiệm kì|giai đoạn|nhiệm kỳ đại hội|kh(?:óa|oá)) (?:liền )?trước(?: đó)?|đầu giai đoạn trước|(?:giai đoạn )?(?:5|05|năm) năm (?:liền )?trước(?: đó)?(?! mắt))",
    ),
    (
        "đnlkht",
        r"(?P<termstart>(?:thời điểm )?đại hội (?:lần |nhiệm kỳ )?trước|(?:lúc|khi) (?:bước )?vào nhiệm kỳ|(?:lúc|hồi|thời điểm) đầu nhiệm kỳ|đầu nhiệm kỳ|đầu nhiệm kì|đầu kỳ|đầu giai đoạn|đầu khóa|năm đầu nhiệm kỳ)",
    ),
    ("ch", r"(?P<termend>cuối nhiệm kỳ|cuối nhiệm kì|hết nhiệm kỳ|cuối kỳ|cuối giai đoạn)"),
    (
        "tcngs",
        r"(?P<sincestart>từ đầu nhiệm kỳ(?: (?:đến|tới) nay)?|trong nhiệm kỳ|cả nhiệm kỳ|toàn nhiệm kỳ|nhiệm kỳ qua|nhiệm kỳ này"
        r"|(?:trong |cả |toàn )giai đoạn(?! \d)|(?:toàn|cả|suốt) kh(?:óa|oá)(?! \d)(?! [ivx]+\b)|suốt nhiệm kỳ|giai đoạn (?:qua|này)|(?:cả|toàn|suốt) (?:thời )?kỳ(?! (?:họp|thi|\d)))",
    ),
    (
        r"\dtqsn",
        r"(?P<term>(?:trong |qua |sau )?(?:5|05|năm) năm(?: qua)?(?! (?:liền )?(?:trước|kề)(?! mắt))|nhiệm kỳ(?! này| tới| mới| đại hội))",
    ),
    (r"\dhb", r"(?P<spanyears>(?P<sy>\d\d?|hai|ba|bốn) năm (?:qua|này|vừa qua|gần đây|liền(?! trước| kề)|liên tiếp))"),
    (
        r"\dhb",
        r"(?P<termyears>(?P<ty>\d\d?|hai|ba|bốn) năm(?= (?:ước|được|đạt|thu|huy động|là|thực hiện|giải ngân|đã|cộng lại|gộp lại)(?![^\W_]))"
        r"|(?:(?<=tính chung )|(?<=tính chung cả )|(?<=cộng )|(?<=gộp )|(?<=gộp cả ))(?P<tz>\d\d?|hai|ba|bốn) năm(?! (?:19|20)\d\d)(?![^\W_]))",
    ),
    (
        r"\dmncs",
        r"(?P<yearafter>(?:chỉ )?(?:một|0?1) năm sau(?: đó)?(?! khi)|sau đó (?:một|0?1) năm|năm sau đó|năm (?:kế tiếp|tiếp theo|liền sau))(?![^\W_])",
    ),
    (
        "đctn",
        r"(?P<school>đầu năm học|(?:trong |cả |cuối )?năm học (?:này|qua)|(?:trong|cả|cuối) năm học|(?:năm học|nh) (?:liền )?(?:trước|ngoái|liền kề)(?: đó)?)(?! (?:19|20)\d)",
    ),
    (
        "lc",
        r"(?P<cumulated>(?:lũy|luỹ) kế(?= (?:ước|đạt|là|thực hiện|được|\d))|cộng dồn(?= (?:ước|đạt|là|thực hiện|được|\d)))(?! \d\d? tháng)",
    ),
    (
        r"\dchnb",
        r"(?P<ago>cách đây (?P<ga>\d\d?|hai|ba|bốn|năm) năm|(?P<gb>\d\d?|hai|ba|bốn|năm) năm (?:trước đây|trước đó|trước|liền trước|liền kề(?: trước)?)(?![^\W_]))",
    ),
    ("ktđ", rf"(?P<yearstart>(?P<onwards>(?:kể )?từ )?đầu năm(?: (?P<e>{_YEAR}|nay))?(?P<till> (?:đến|tới) nay)?)"),
    (
        "tqk",
        r"(?P<thispart>(?:trong )?(?P<own>tháng|quý|kỳ)(?: báo cáo)? này|trong (?P<own2>tháng|quý|kỳ)(?! \d)(?! [ivx]+\b))",
    ),
    (
        "ncvh",
        r"(?P<yearbefore>(?:(?:cuối|hết) )?(?:năm trước(?: đó| nữa)?|năm ngoái|năm rồi(?! (?:mới|thì)))|năm liền trước|năm liền kề"
        r"|(?:niên )?vụ(?: (?:xuân|mùa|đông|hè|thu|chiêm|chính|xuân hè|đông[ -]xuân|hè[ -]thu|thu[ -]đông|chiêm[ -]xuân))?(?: năm)? (?:trước|rồi))",
    ),
    (
        "ncth",
        rf"(?P<thisyear>(?:(?:cuối|hết|trong|cả) )?năm nay|cả năm(?! {_YEAR}| học)|trong năm(?! {_YEAR}| học)|(?:cuối|hết) năm(?! {_YEAR}| học| trước| ngoái| rồi))",
    ),
    ("t", r"(?P<monthbefore>tháng (?:liền )?trước|tháng liền kề)"),
    ("q", r"(?P<quarterbefore>quý (?:liền )?trước|quý liền kề)"),
    (
        "đthngb",
        r"(?P<now>(?<=[,;.] )(?:bây )?giờ(?= (?:trong|còn|chỉ|đã|toàn|cả|có|là) )|(?<=[,;.] )nay(?= [^\W\d_]+ )|nay(?= (?:toàn|cả|còn|đã|là|có|chỉ|tăng|giảm|đóng|thêm|lên|được|mới|thành|ước) )|(?:tính )?(?:đến|tới) thời điểm (?:này|hiện tại|hiện nay|báo cáo)|đến nay|tới nay|hiện nay|hiện tại|hiện có|hiện(?= có| còn| đang| trên| toàn|,))",
    ),
    ("nđcth", rf"(?P<academic>(?:đầu |cuối |trong |hết )?năm học (?P<a1>{_YEAR})\s?[-–]\s?(?P<a2>{_YEAR}))"),
    (
        r"\dtnchgv",
        rf"(?P<year>(?:trong (?:cả |suốt )?|hồi |cả )?(?:thời điểm )?(?:năm (?:đỉnh điểm |cao điểm |đỉnh cao |kỷ lục )?|(?:cuối|hết|giữa) (?:năm )?|vụ |niên vụ )?(?P<y>{_YEAR})(?![\d.,%]*\d)(?!\s?(?:%|‰)))",
    ),
)


_OTHER_LETTERS = "bcghklmqstvđ"


@cache
def _phrase_of_letters(letters: str) -> re.Pattern[str]:
    """The forms that may begin with one of the letters (any digit: `0`) as one pattern."""
    return re.compile("|".join(form for openings, form in _FORMS if re.search(f"[{openings}]", letters)))


# The phrase of time that is met most, tried first: a year that nothing behind it can make a span, a share or a larger number.
_YEAR_ALONE = re.compile(rf"(?:năm )?({_YEAR})(?=[,;:.)]?(?: (?:[^\W\d_đtv]|đ(?!ến)|t(?!ới))|\n))")


@lru_cache(maxsize=4096)
def _small(word: str | None) -> int:
    """A small number in digits, Roman or words; 0 for none, -1 for `nay` (this year), -2 for `trước`."""
    if not word:
        return 0
    if word == "nay":
        return -1
    if word in ("trước", "ngoái"):
        return -2
    if word in _NUMERALS:
        return _NUMERALS[word]
    return int(word) if word.isdigit() else _ROMAN.get(word, 0)


def read_phrase(low: str, at: int) -> Phrase | None:
    """The phrase of time that begins at `at` of the lower-cased text, or None.

    >>> read_phrase("9 tháng đầu năm 2023, thu", 0)
    Phrase(form='firstmonths', first=2023, last=1, part=9, end=20)
    >>> read_phrase("giai đoạn 2010 - 2015", 0)[:3]
    ('span', 2010, 2015)
    >>> read_phrase("năm 2019 đạt", 0).form, read_phrase("2.019 tỷ", 0)
    ('year', None)
    """
    match = _YEAR_ALONE.match(low, at)
    if match is not None:
        return Phrase("year", int(match[1]), 0, 0, match.end())
    if low.startswith("hồi ", at):
        return read_phrase(low, at + 4)
    letter = low[at : at + 1]
    letters = "0" if letter.isdigit() else "n" if letter == "n" else _OTHER_LETTERS
    match = _phrase_of_letters(letters).match(low, at)
    return _phrase_of(match) if match is not None else None


def _phrase_of(match: re.Match[str]) -> Phrase | None:
    """The phrase that the pattern found; None for `13/2020`, which is no month."""
    get = match.group
    end = match.end()
    form = match.lastgroup or ""  # the outermost group: the form
    if form == "year":
        return Phrase(form, int(get("y")), 0, 0, end)
    if form == "span":
        return Phrase(form, int(get("s1")), int(get("s2")), 0, end)
    if form == "terminate":
        return Phrase("span", int(get("t1")), int(get("t2")), 0, end)
    if form == "yearlist":
        return Phrase("span", int(get("y1")), int(get("y2")), 0, end)
    if form in ("days", "date", "todate", "daymonth", "longdate"):
        return _day_phrase(form, get, end)
    if form in ("tomonth", "monthsacross", "monthtomonth", "months", "month", "monthslash"):
        return _month_phrase(form, get, end)
    if form == "firstmonths":
        return Phrase(form, _small(get("fy")), 1 if get("fw") == "đầu" else 2, _small(get("fn")), end)
    if form == "baremonths":
        return Phrase(form, _small(get("by")), 1, _small(get("bn")), end)
    if form == "since":
        return Phrase(form, int(get("z1")), 0, 0, end)
    if form == "quarters":
        return Phrase("firstmonths", _small(get("qny")), 1, 3 * _small(get("qn").lstrip("0")), end)
    if form == "half":
        return Phrase("firstmonths", _small(get("hy")), 1, 6, end)
    if form == "quarter":
        return Phrase(form, _small(get("qy")), 0, _small(get("q")), end)
    if form == "yearsto":
        return _years_to(get, end)
    if form == "yearrow":
        return _row_of_years(match)
    if form == "lastquarters":
        return Phrase("firstmonths", _small(get("lqy")), 2, 6 if get("lq") else 3, end)
    if form == "samethen":
        return Phrase("same", 0, 0, 0, end)
    if form == "sameof":
        return Phrase("same", int(get("c")), 0, 0, end)
    if form == "academic":
        return Phrase("span", int(get("a1")), int(get("a2")), 0, end)
    if form == "school":
        words = get("school")
        return Phrase(
            form,
            0,
            -1 if "năm học " in words and words[-2:] in ("ớc", "ái", "đó", "kề") else int(words.startswith("đầu")),
            0,
            end,
        )
    if form == "yearstart":
        return Phrase(form, _small(get("e")), 1 if get("till") or get("onwards") else 0, 0, end)
    if form == "thispart":
        return Phrase(form, 0, 0, _PARTS[get("own") or get("own2")], end)
    if form in ("ago", "spanyears", "termyears"):
        return Phrase(form, _small(get("ga") or get("gb") or get("sy") or get("ty") or get("tz")), 0, 0, end)
    return Phrase(form, 0, 0, 0, end)


def _years_to(get: Callable[[str], str], end: int) -> Phrase | None:
    """From a year to a day of a later one: `từ 2021 đến 30/6/2023`, `2021 - giữa 2023`; None where it runs backwards."""
    first, last = int(get("o1")), int(get("o4") or get("o5"))
    month, day = (int(get("o3")), int(get("o2"))) if get("o4") else (6, 30)
    if first >= last or not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    whole = day >= monthrange(last, month)[1]
    return (
        Phrase("monthsacross", first, last, month, end)
        if whole
        else Phrase("yeartoday", first, last, month * 100 + day, end)
    )


def _row_of_years(match: re.Match[str]) -> Phrase:
    """`2021, 2022, 2023` is their span where each is the next of the one before; else only the first is read."""
    years = [int(year) for year in re.findall(_YEAR, match[0])]
    if years == list(range(years[0], years[0] + len(years))):
        return Phrase("span", years[0], years[-1], 0, match.end())
    return Phrase("year", years[0], 0, 0, match.end("w1"))


def _month_phrase(form: str, get: Callable[[str], str], end: int) -> Phrase | None:
    """A month, or months from one to another, over a new year too; None for `13/2020`."""
    if form == "tomonth":
        first, last, month = (
            _small(get("j1")) or _small(get("j3")),
            _small(get("j3")) or _small(get("j1")),
            int(get("j2")),
        )
        return (
            Phrase("monthsacross", first, last, month, end) if first != last else Phrase("months", first, month, 1, end)
        )
    if form == "monthtomonth":  # `từ tháng 7/2020 đến tháng 6/2023`
        first, last, since, month = (int(get(name)) for name in ("mt2", "mt4", "mt1", "mt3"))
        if first == last:
            return Phrase("months", first, month, since, end)
        return Phrase("monthsacross", first, last, since * 100 + month, end) if 1 <= since <= 12 else None
    if form == "monthsacross":
        return Phrase(form, int(get("x1")), int(get("x3")), int(get("x2")), end)
    if form == "months":
        return Phrase(form, _small(get("my")), int(get("m2")), int(get("m1")), end)
    if form == "month":
        return Phrase(form, _small(get("ny")), 0, _small(get("m")), end)
    if form == "monthslash":
        return Phrase("month", int(get("k2")), 0, int(get("k1")), end) if 1 <= int(get("k1")) <= 12 else None
    raise AssertionError(form)


def _day_phrase(form: str, get: Callable[[str], str], end: int) -> Phrase | None:
    """A day, or days from one to another, over a new year too; None where they run backwards."""
    if form == "days":
        said, until = _small(get("e5")), _small(get("e6"))
        if said and until and said != until:
            begin, close = int(get("e2")) * 100 + int(get("e1")), int(get("e4")) * 100 + int(get("e3"))
            return Phrase("daysacross", said, begin, close, end) if until == said + 1 else None
        begin, close = int(get("e2")) * 100 + int(get("e1")), int(get("e4")) * 100 + int(get("e3"))
        return Phrase(form, said or until, begin, close, end) if begin < close else None
    if form == "date":
        return Phrase(form, int(get("d3")), int(get("d2")), int(get("d1")), end)
    if form == "todate":
        return Phrase(form, _small(get("u3")), int(get("u2")), int(get("u1")), end)
    if form == "daymonth":
        return Phrase("date", 0, int(get("v2")), int(get("v1")), end)
    return Phrase("date", _small(get("l3")), int(get("l2")), int(get("l1")), end)


def resolve(phrase: Phrase, frame: TimeFrame, year: int | None = None) -> str | None:
    """The phrase as an SDMX period within the report's time; `year` is the year last spoken of. None where the text does not settle it.

    `same`, `yearbefore` and the like depend on the claim's own period: see `same_period_before`.
    """
    form, first, last, part, _ = phrase
    if form == "baremonths" and first == 0 and not _within_report(frame, part):
        return None  # `kéo dài 9 tháng`: only a report on the first nine months means them so
    year = frame.year if first in (0, -1) else (frame.year - 1 if first == -2 and frame.year else first)
    if year is not None and year < 0:
        return None  # `tháng 9 năm ngoái` in a report that does not tell its year
    if form == "yearstart" and last and first > 0 and frame.year and year and year < frame.year:
        return f"{year}/{frame.year}"
    if form == "yearstart" and last and year and year == frame.year:
        return months_of(year, _months_covered(frame) or 12, 1)
    if form == "ago":
        return str(frame.year - first) if frame.year else None
    if form == "cumulated":
        return months_of(frame.year, covered, 1) if frame.year and (covered := _months_covered(frame)) else None
    if form == "spanyears":
        return f"{frame.year - first + 1}/{frame.year}" if frame.year and 1 < first < 20 else None
    if form == "termyears":
        return _years_of_term(frame, first)
    if form == "thispart":
        return _own_part(frame, part)
    if form == "school":
        return _of_school_year(frame, last)
    if form in ("year", "yearstart", "thisyear"):
        return str(year) if year else None
    if form == "span":
        return f"{first}/{last}" if first < last else None
    if form == "monthsacross":
        since, month = part // 100 or 1, part % 100
        return f"{first}-{since:02d}/{last}-{month:02d}" if first < last and 1 <= month <= 12 else None
    if form == "yeartoday":
        return f"{first}-01-01/{last}-{part // 100:02d}-{part % 100:02d}"
    if form == "since":
        return f"{first}/{frame.year}" if frame.year and frame.year > first else str(first)
    if form in ("term", "sincestart"):
        return f"{frame.term[0]}/{frame.term[1]}" if frame.term else None
    if form == "prevterm":
        return span_before(*frame.term) if frame.term else None
    if form == "termstart":
        return str(frame.term[0]) if frame.term else None
    if form == "termend":
        return str(frame.term[1]) if frame.term else None
    if year is None:
        return None
    return within_year(form, year, last, part)


def _within_report(frame: TimeFrame, months: int) -> bool:
    """Whether so many months are those from the year's start that a report on a part of it tells of: `10 tháng`, `6 tháng` in a report on October; not `4 tháng`."""
    covered = _months_covered(frame)
    if not covered and frame.term is None:
        return months in (10, 11)  # a report on the year, written before its end
    return months in (covered, covered - 1) or (months in (3, 6, 9, 10, 11) and months < covered)


def _months_covered(frame: TimeFrame) -> int:
    """How far into its year a report on part of a year reaches, in months; 0 for a report on a year or a term.

    >>> [_months_covered(TimeFrame(period, 2023)) for period in ("2023-10", "2023-Q3", "2023-S1", "2023-01/2023-09", "2023")]
    [10, 9, 6, 9, 0]
    """
    if frame.period is None or frame.term is not None:
        return 0
    match = _PART_OF_YEAR.search(frame.period)
    return int(match[2]) * _MONTHS_IN[match[1]] if match is not None else 0


def is_school_year(period: str | None) -> bool:
    """Whether the period is a school year, two calendar years that meet.

    >>> is_school_year("2023/2024"), is_school_year("2020/2025"), is_school_year("2023")
    (True, False, False)
    """
    first, _, last = (period or "").partition("/")
    return len(first) == len(last) == 4 and int(last) - int(first) == 1


_TERM_LONG = 5


def _years_of_term(frame: TimeFrame, years: int) -> str | None:
    """`3 năm ước đạt` in a report on the middle of a term: those of the term that have gone by."""
    if (
        not 1 < years < _TERM_LONG
        or frame.term is None
        or frame.year is None
        or frame.year - frame.term[0] not in (years, years - 1)
    ):
        return None
    return f"{frame.year - years + 1}/{frame.year}"


def _of_school_year(frame: TimeFrame, which: int) -> str | None:
    """`năm học này`, `năm học trước` (-1), `đầu năm học` (1) in a report on a school year."""
    if frame.period is None or not is_school_year(frame.period):
        year = frame.year if which < 0 and frame.period is not None and frame.term is None else None
        return str(year - 1) if year else None
    return same_period_before(frame.period) if which < 0 else frame.period[:4] if which else frame.period


def _own_part(frame: TimeFrame, months: int) -> str | None:
    """`trong tháng`, `quý này`, `trong kỳ`: the last month or quarter that the report reaches, or its own period (0)."""
    covered = _months_covered(frame)
    if not months or not covered:
        return frame.period if not months and frame.term is None else None
    if covered % months:
        return None
    return f"{frame.year}-{covered:02d}" if months == 1 else f"{frame.year}-Q{covered // 3}"


_PART_OF_YEAR = re.compile(r"-(Q|S|)(\d\d?)$")
_MONTHS_IN = {"Q": 3, "S": 6, "": 1}
