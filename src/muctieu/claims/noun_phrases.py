"""The words behind a figure that say what it counts: where such a phrase begins, and where it ends.

Takes the text and a figure among its tokens; never looks at what stands before the figure.
"""

from __future__ import annotations

import re

from muctieu.claims.figures import Figure
from muctieu.claims.relation_names import only_relates
from muctieu.claims.subject_words import EDGES, ENDS, HEAD, PLAIN, TAIL, TAIL_ENDS
from muctieu.claims.tokens import Token
from muctieu.text.blanks import single_blanks
from muctieu.text.counting import ALONE, counts_known_noun, known_noun_end
from muctieu.text.lexicon import lexicon, words_pattern

_NAMING = lexicon("naming")
_STOP_BEGINS = "".join(sorted({word[0] for word in _NAMING["stop"]} | set("lv")))
# One class of signs and blanks first, so that the search passes over letters at once; what a blank may stop at begins with few letters.
_STOP = re.compile(
    rf"[=/;()\[\n\t.:…\s](?:(?<=[=/;()\[\n\t…])|(?<=[.:])(?=\s|$)|(?<=\s)(?=[{_STOP_BEGINS}–-])(?!(?:nâng cao|(?:bảo đảm|đảm bảo) tiến độ|vượt (?:tuyến|trội|cấp|biên|lũ|khó)|trở lên (?:đã|được|có|đạt|lắp)|(?:tăng|giảm) giá|bằng cấp)(?![^\W_]))(?!(?:(?<=mặt )|(?<=văn )|(?<=đồng )(?<!tỷ đồng )(?<!triệu đồng )(?<!nghìn đồng ))bằng)(?!(?<=tốt )lên)(?!(?<=trở )lên)(?!(?<=khá )lên)(?:(?:{words_pattern(_NAMING['stop'])})(?![^\W_])|là (?!nữ|nam|người|phụ nữ|đảng viên|dân tộc|đồng bào|hộ|trẻ|con|cán bộ)|và (?:được|đã|đang|sẽ|bị) |với (?:{words_pattern(_NAMING['bare_heads'])})(?![^\W_])|[-–]\s(?=\d|(?:th|kh|đạt|ước|tăng|giảm|vượt|không|bằng)(?![^\W_]))))"
)
_NO_PHRASE = frozenset(("-", "–", ",", ";", ".", "(", ")", "[", ":", "/", "="))
_PHRASE_ENDS = frozenset(("figure", "(", ")", ";", "period", "up", "down", "among", "compare", "exceed"))
_VERDICT = re.compile(r"vượt(?: (?:mức|kế hoạch|chỉ tiêu|mục tiêu|nghị quyết|kh|nq(?:đh)?|dự toán))?\s?[,;.)]")
_LONGEST = 18  # words
_PHRASE_EDGE = ENDS + "."
_NO_NOUN = (" do ", " theo ", " mà ", " tại ")
_PLANS_IN_SHORT = ("KH", "DT", "NQ", "CT")
_MODIFIER = re.compile(r"^(?:số(?! (?:giao|được giao|kế hoạch|đặt ra))|tổng số|về|lượng)\s")
CONNECTORS = (
    " và",
    " cho",
    " với",
    " gồm",
    " của",
    " tại",
    " cùng",
    " thuộc",
    " nhưng",
    " song",
    " ở",
    " trước",
    " vào",
)

_CONNECTORS_TO_FIGURE = (
    *CONNECTORS,
    " đạt",
    " đạt tổng số",
    " có tổng số",
    " có",
    " còn",
    " nay còn",
    " chỉ còn",
    " làm",
    " làm chết",
    " làm bị thương",
    " khiến",
    " đối",
    " đối với",
    " từ",
    " trên",
    " vào",
    " bị",
    " dài",
    " rộng",
    " trị giá",
    " thành",
)


def noun_phrase(text: str, low: str, figure: Figure, tokens: list[Token]) -> str:
    """The words behind a figure that say what it counts: `hộ nghèo`, `xã, phường đạt Bộ tiêu chí Quốc gia về y tế`."""
    if figure.behind is None:
        words = _noun_phrase(text, low, figure, tokens)
        if words[-2:].upper() in _PLANS_IN_SHORT and (len(words) == 2 or words[-3] == " "):
            words = words[:-2].rstrip()  # `đạt 102% KH`, `412 con/450 con KH`
        if figure.kind == "attainment" and "," in words and words.lower().startswith(_OF_PLANS):
            words = words.partition(",")[0]  # `đạt 95% kế hoạch, người tham gia thiếu bền vững`
        if figure.counted is None and (
            words.lower() in _VERDICTS or only_relates(words) or f" {words.lower()}" in CONNECTORS
        ):
            words = ""  # `đạt 68,4%, dưới mức 70% đã đề ra`, `nhiều hơn mức 6.700 tỷ đồng của KH`
        figure.behind = words
    return figure.behind


_VERDICTS = frozenset(("đạt", "chưa đạt", "không đạt", "vượt", "hoàn thành", "chưa hoàn thành"))
_OF_PLANS = ("kế hoạch", "kh ", "dự toán", "chỉ tiêu", "nghị quyết", "mục tiêu")
_DANGLING = (", đến", ", tính đến", ", ước đến", ", dự kiến đến", ", trong", ", tới", ", hết", ", đến hết")
_PAST_PARENTHESIS = re.compile(
    r"(?P<noun>(?: [^\W\d_]+){1,3}) \((?:\d[\d./,]*)(?: [^\W\d_]+){1,3}\) (?P<more>(?:đạt|có|được|dùng|sử dụng|hoàn thành|tham gia|thoát|là)(?: [^\W\d_]+){1,8})(?=[,;.)\n]|$)"
)


_LEAST_OF = re.compile(  # `hằng năm có 90% trở lên chi bộ hoàn thành tốt nhiệm vụ`
    r" trở lên (?P<what>(?:số |tổng số )?(?:tổ chức|chi bộ|đảng bộ|đảng viên|hộ|người|thôn|xã|trường|cơ quan|đơn vị|cán bộ|công chức|học sinh|trẻ|lao động|doanh nghiệp|hồ sơ|khu dân cư|gia đình|tuyến|chất thải|rác thải)(?: (?!so|vào|trong|đến|năm|và|tăng|giảm)[^\W\d_]+){0,12})(?=[,;.)\n]|$)"
)


_LONG_LIST = 11


def _noun_phrase(text: str, low: str, figure: Figure, tokens: list[Token]) -> str:
    if figure.unit == "%" and (parted := _PAST_PARENTHESIS.match(low, figure.end)) is not None:
        return (
            text[parted.start("noun") + 1 : parted.end("noun")] + " " + text[parted.start("more") : parted.end("more")]
        )
    if low.startswith(" trở lên ", figure.end) and (least := _LEAST_OF.match(low, figure.end)) is not None:
        return text[least.start("what") : least.end("what")]
    start, whole = _opening(low, figure)
    if whole:
        return single_blanks(text[start:whole]).strip(EDGES)
    if start < 0:
        return ""
    limit = figure.end + 220
    to_figure = False
    for token in tokens[figure.token + 1 : figure.token + 24]:
        if (
            token.start >= figure.end
            and token.role in _PHRASE_ENDS
            and not (token.role == "exceed" and _VERDICT.match(low, token.start))
        ) or (token.role == "share" and token.start > figure.end and low[token.end + 1 : token.end + 2].isdigit()):
            limit = token.start if token.start < limit else limit
            to_figure = token.role == "figure"
            break
    begin = figure.end + 4 if low.startswith(" là ", figure.end) else figure.end  # `459 đồng chí là đoàn viên`
    stop = _STOP.search(low, begin, limit)
    verdict = _VERDICT.match(low, stop.start() + 1) if stop is not None else None
    if verdict is not None:  # `11 chỉ tiêu vượt, 07 chỉ tiêu đạt`
        return text[start : verdict.end() - 1].strip(EDGES)
    if stop is not None:
        to_figure = False
    end = stop.start() if stop is not None else limit
    if to_figure and figure.counted is not None and (done := _FOUND.search(low, figure.end, end)):
        end, to_figure = done.start(), False  # `Qua thanh tra tại 108 đơn vị đã phát hiện sai phạm hơn 5 tỷ đồng`
    if to_figure:
        joint = max(low.rfind(",", figure.end, end), low.rfind(" và ", figure.end, end))
    else:
        joint = _joint_before_clause(low, figure, end)
        if joint >= 0 and figure.unit == "%" and counts_known_noun(low, joint + 1):
            joint = -1  # `95% thôn, khu phố đạt chuẩn`
    if joint >= 0:
        end = joint
    words = single_blanks(text[start:end])
    words = _cut_to_noun(words, figure)
    words = words.lstrip(EDGES).rstrip(_PHRASE_EDGE)
    if not words:
        return words
    if figure.counted is not None:
        joins = _CONNECTORS_TO_FIGURE if to_figure and joint < 0 else CONNECTORS
        while words[-14:].lower().endswith(joins) and not words.endswith("việc làm"):
            words = words.removesuffix(" tổng số").rpartition(" ")[0]
        return words
    if words.rpartition(" ")[2].lower() not in TAIL_ENDS or words.lower().endswith(PLAIN):
        return words
    match = TAIL.search(words.lower())
    return words[: match.start()] if match is not None else words


def _cut_to_noun(words: str, figure: Figure) -> str:
    """The words without a clause that a comma joins to them, and no longer than a name may be."""
    if words.endswith(_DANGLING):
        words = words.rpartition(",")[0]  # `22 chỉ tiêu của Nghị quyết, đến cuối năm 2024 …`
    if (
        figure.counted is not None
        and words.count(" ") > _LONG_LIST
        and (comma := words.find(", ", len(figure.counted) + 1)) > 0
    ):
        words = words[:comma]  # `3.386 thông báo, cán bộ thu phối hợp tổ trưởng đến từng nhà vận động`
    if words.count(" ") >= _LONGEST:
        words = " ".join(words.split(" ")[:_LONGEST])
    return words


def _joint_before_clause(low: str, figure: Figure, end: int) -> int:
    """Where the comma stands behind which another clause begins; -1 for nowhere."""
    joint = low.find(",", figure.end, end) if figure.counted is None else _glued_comma(low, figure.end, end)
    if joint < 0:
        comma = low.find(", ", figure.end, end)
        joint = comma if comma >= 0 and HEAD.match(low, comma + 2) else -1
    if joint < 0:
        joint = _long_tail(low, figure.end, end)
    clause = _NEW_CLAUSE.search(low, figure.end, end) if joint < 0 else None
    return clause.start() if clause is not None else joint


def _opening(low: str, figure: Figure) -> tuple[int, int]:
    """Where the phrase behind the figure begins (-1: there is none) and, where its noun is all of it, where that ends (else 0)."""
    start, end = figure.noun, figure.end
    if figure.counted is not None:
        stroke = low.find("/", start, end)
        if figure.per and stroke > 0:
            return start, stroke  # `9,2 bác sĩ/vạn dân`
        if figure.whole is not None and (stroke > 0 or low.find(" tr", start, end) >= 0):
            start = low.rfind(figure.counted, start, end)  # `612 lao động/650 lao động`
        if low.startswith(", ", end) and not figure.per:
            alone = figure.counted in ALONE or not counts_known_noun(low, end + 1)
            if alone:
                return start, end  # `2.870 người, sơ cấp 7.395 người`
        if low.startswith((" - ", " – "), end) and _PARTS_BEHIND.match(low, end):
            return start, end  # `thụ lý 176 vụ, việc - hình sự 61, dân sự 38`
    else:
        planned = figure.kind in ("target", "target_gap", "attainment") or "plan" in figure.chain
        no_noun = (
            (*_NO_NOUN, " của ", " được giao", " giao") if planned else _NO_NOUN
        )  # `vượt mục tiêu 42% của Đại hội`
        if not low.startswith(" ", start) or low.startswith(no_noun, start):
            return -1, 0
    return (start, 0) if low[start : start + 2].strip()[:1] not in _NO_PHRASE else (-1, 0)


_PARTS_BEHIND = re.compile(r" [-–] (?:[^\W\d_]+ ){1,5}\d[\d.]*[,;]")


def behind_share(text: str, low: str, figure: Figure) -> str:
    """`24 doanh nghiệp (35,3%) đánh giá tốt lên`: the counted noun with the words behind the parenthesis; empty where none follow."""
    match = _SHARE_AND_MORE.match(low, figure.end) if low.startswith("(", figure.end + 1) else None
    return f"{figure.counted} {text[match.start('more') : match.end('more')]}" if match is not None else ""


_SHARE_AND_MORE = re.compile(
    r" \((?:chiếm )?[\d.,]+%\) (?P<more>(?!(?:và|so|tăng|giảm|đạt(?! chuẩn)|chiếm|trong|bằng|vượt|với|của|là|có|cao|thấp|do|để|nhằm|ở|tại)(?![^\W_]))"
    r"[^\W\d_]+(?: (?!(?:và|trong đó|so với|tăng|giảm|chiếm)(?![^\W_]))[^\W\d_]+){0,8})(?=[,;.)\n]| (?:và|trong đó|so với|tăng|giảm|chiếm)(?![^\W_])|$)"
)


def _glued_comma(low: str, at: int, end: int) -> int:
    """Where a comma stands that no blank follows (`nhân khẩu,diện tích`), in an untidy text; -1 for nowhere."""
    comma = low.find(",", at, end)
    return comma if comma >= 0 and low[comma + 1 : comma + 2] not in (" ", "") else -1


def _long_tail(low: str, at: int, end: int) -> int:
    """Where the comma stands behind which a new clause begins: `xã vùng cao, đời sống của một bộ phận nhân dân còn khó khăn`; -1 for nowhere.

    Short nouns behind a comma belong to the phrase: `nhà đại đoàn kết, nhà tình thương`.
    """
    comma = low.find(", ", at, end)
    if comma < 0 or low.count(" ", comma, end) <= _SHORT_TAIL:
        return -1
    return comma if _CLAUSE.search(low, comma, end) is not None else -1


_FOUND = re.compile(r" đã (?:phát hiện|xử phạt|thu hồi|truy thu|thu về|thu được|nộp|tạo|giúp)(?![^\W_])")
_NEW_CLAUSE = re.compile(
    r", (?:nhiều|những|một số|góp phần|nhờ đó|qua đó|bà con|người dân|nhân dân|đời sống|bộ mặt|xong|hoàn thành|vượt|không có|lãnh đạo|chỉ đạo|tập trung|(?:đưa|nâng) (?:tỷ lệ|tỉ lệ|tổng|số|mức)|phân công|quay về|ưu tiên|mở các|mở thêm|mở ra|kịp thời|từng bước|khắc phục|tạo điều kiện|tạo thuận lợi|giúp|thu hút|mang lại|phần lớn|phần nhiều|chủ yếu|không ai|chưa có) |, (?:với )?hình thức$"
)
_SHORT_TAIL = 6  # words behind a comma that may still be a noun of a list
_CLAUSE = re.compile(r" (?:còn|được|đã|là|bị|có|chưa|không|đang|tiếp tục|cơ bản|vẫn|sẽ|làm|gây)(?![^\W_])")


def noun_behind_rate(text: str, low: str, figure: Figure, tokens: list[Token]) -> str:
    """`giảm 23% số vụ`, `tăng 5% về lượng`: the noun behind a rate, where it is one."""
    match = _MODIFIER.match(low[figure.end : figure.end + 24].lstrip())
    listed = counts_known_noun(low, figure.end) and (
        low.endswith(" và ", 0, figure.start)  # `giảm 5 cơ quan và 12% biên chế`
        or _AND_RATE.match(low, known_noun_end(low, figure.end)) is not None
    )
    words = noun_phrase(text, low, figure, tokens).removeprefix("về ") if match is not None or listed else ""
    return words.rpartition(" ")[0] if words.endswith(CONNECTORS) else words


_AND_RATE = re.compile(r" và \d[\d,]*% ")  # `tăng 12,3% tổ chức đảng và 9,8% đảng viên`


def behind_plan(text: str, low: str, figure: Figure) -> str:
    """`hoàn thành 100% chỉ tiêu giao quân`: what the plan behind a figure is a plan of; empty where it is not said."""
    match = _PLAN_OF_WHAT.match(low, figure.end)
    return text[match.start("what") : match.end("what")] if match is not None else ""


_PLAN_OF_WHAT = re.compile(
    r" (?:chỉ tiêu|kế hoạch|kh|dự toán) (?:về )?(?P<what>(?!năm|quý|tháng|đề|giao(?! quân)|được|của|do|tỉnh|huyện|cả|và|đã|trong|\d)[^\W\d_]+(?: (?!năm|và|với|cho|tại|trong|do|của|được)[^\W\d_]+){1,5})"
)


def without_noun(behind: str, figure: Figure) -> str:
    """The noun phrase without the counting noun itself, where more follows."""
    if figure.counted and behind.lower().startswith(figure.counted):
        rest = behind[len(figure.counted) :].strip()
        return rest or behind
    return behind
