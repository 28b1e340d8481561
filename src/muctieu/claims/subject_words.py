"""The words before a figure → a name without list marks, phrases of time and words of grammar; its last clause, its verb, its bare head.

Takes and gives words only; knows no figure.
"""

from __future__ import annotations

import re
from functools import lru_cache

from muctieu.text.blanks import single_blanks
from muctieu.text.letters import UPPER
from muctieu.text.lexicon import lexicon, words_pattern

_NAMING = lexicon("naming")
_LEAD = re.compile(rf"[\s\W\d]*(?:(?:{words_pattern(_NAMING['lead'])})(?![^\W_])(?:[\s,:]+|$))+")
_NO_LEAD = ("nâng cấp", "nâng cao", "đưa vào", "hoàn thành tốt", "hoàn thành xuất sắc")
_LEAD_BEGINS = frozenset(entry[:2] for entry in _NAMING["lead"])
EDGES = '→> \t\n,;:.()[]-–+*•=“”"0123456789/…\ufffc\ufffd'
ENDS = '→> \t\n,;:(-–“”"\ufffc\ufffd'
_LIST_MARK = re.compile(r"(?:[ivxđa-z]{1,4}\d{0,2})\)[-–.:/\s]*(?=[^\W\d_])", re.IGNORECASE)
TAIL = re.compile(rf"(?:(?:^|,? |,)(?:{words_pattern(_NAMING['tail'])}))+$")
PLAIN = tuple(lexicon("cues")["plain"])
TAIL_ENDS = frozenset(entry.rpartition(" ")[2] for entry in _NAMING["tail"])
HEAD = re.compile(  # not `lực lượng kiểm lâm`, `bão số 5`
    rf"(?<![^\W_])(?:{words_pattern(_NAMING['heads'])})(?![^\W_])(?<!lực lượng)(?<!chất lượng)(?!(?<=số) \d)"
)
_PREDICATE = re.compile(
    rf"(?:\s(?:vẫn|đã|luôn|đều|cũng|tiếp tục|từng bước|ngày càng|cơ bản|không ngừng|có))*\s(?:{words_pattern(_NAMING['predicates'])}),(?:\s(?:đến |hết |trong )?(?:cuối )?(?:năm )?(?:19|20)\d\d,?|\s(?:tính )?(?:đến )?(?:hết )?(?:ngày )?\d\d?/\d\d?(?:/\d{{4}})?,?|\s\d\d? tháng(?: đầu năm)?(?: (?:năm )?(?:19|20)\d\d)?,?|\s(?:hiện nay|hiện|nay|đến nay)|\s(?:bình quân|trung bình)(?: (?:cả )?(?:\d|ba|hai|năm) năm| (?:hằng|hàng|mỗi|một) năm)?(?: \([^()]*\)| (?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d)?)?\s*$"
)
_PREDICATE_ENDS = (",", ")", "nay", "hiện", "năm", "tháng", "bình quân", "trung bình", *"0123456789")
_HAVING = re.compile(
    rf"^[\s\W]*(?:(?:[Tt]hị xã|[Tt]hành phố|[Tt]hị trấn|[Tt]oàn [^\W\d_]+(?: [^\W\d_]+)?)|[{UPPER}][^\W\d_]*)(?: [{UPPER}][^\W\d_]*){{0,3}} có (?=(?:tốc độ|nhịp độ|tỷ lệ|tỉ lệ|tỷ trọng|tổng|thu nhập|diện tích|dân số)(?![^\W_]))"
)
_SUCH_AS = re.compile(
    r"^[^,;:]*(?<![^\W_])(?:chỉ tiêu|kết quả|lĩnh vực|mặt hàng|sản phẩm|ngành|tiêu chí|khoản)(?![^\W_])[^,;:]* như:? ",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?<!kéo )(?<!mở )(?<!nhân )(?<!sâu )(?:tổng (?:nguồn |số )?)?(?:{words_pattern(_NAMING['bare_heads'])})$"
)
_BARE_LONGEST = len("tổng nguồn ") + max(map(len, _NAMING["bare_heads"]))
_BARE_ENDS = frozenset(entry.rpartition(" ")[2] for entry in _NAMING["bare_heads"])
ACTOR = re.compile(
    rf"^(?!xã hội|đoàn (?:viên|thể|khách|kết)|đội ngũ|ngành nghề|đội tàu|ban hành|ban giao|sở hữu|phòng,? (?:chống|ngừa|bệnh|học|cháy))(?:{words_pattern(_NAMING['actors'])})(?![^\W_])"
)
# `Lúa mất mùa do mưa lũ nên sản lượng lương thực chỉ ước …`
_SO = re.compile(
    rf".*(?:,\s(?:vì vậy|vì thế|do vậy|do đó|nhờ vậy|nhờ đó|bởi vậy),?|(?<![^\W_])(?:nên|khi))\s(?:mới |đã )?(?=(?:{words_pattern(_NAMING['heads'])})(?![^\W_]))|.*,\s(?:vì vậy|vì thế|do vậy|bởi vậy),?\s(?:mới |đã )?(?=[^\W\d_])",
    re.DOTALL,
)
_TELLS = re.compile(
    r"(?<![^\W_])(?:được|hơn|đã|có|còn|bị|ngày càng|tiếp tục)(?![^\W_])[^,]*,[^,]*(?<![^\W_])(?:được|hơn|đã|có|còn|bị|ngày càng|tiếp tục)(?![^\W_])"
)
_DOER = re.compile(
    r"(?:lực lượng )?(?:công an|quân sự|kiểm lâm|biên phòng|quản lý thị trường|viện kiểm sát|viện ksnd|toà án|tòa án|tand|ubnd|hđnd|ubkt|thanh tra|mttq|mặt trận|cấp ủy|các cấp ủy|trung tâm (?:phục vụ )?hành chính công|bộ phận (?:một cửa|tiếp nhận và trả kết quả))"
    r"(?: (?:nhân dân|hai cấp|2 cấp|các cấp|cấp xã|cấp huyện|cấp tỉnh|tổ quốc|huyện|tỉnh|xã|thành phố|thị xã|phường|quận))* (?=[^\W\d_])"
)
_SHIFTS = re.compile(
    r"(?P<head>[Cc]ơ cấu)(?: [^\W\d_]+){0,6} (?:chuyển dịch|thay đổi)[^,;.:]{0,60}[,:] (?:với |nay |hiện |trong đó |cụ thể )?(?:tỷ trọng |tỉ trọng )?(?:ngành |khu vực )?(?=[^\W\d_])"
)
_OUT_OF = re.compile(r" trong (?:tổng )?số (?!này|đó|ấy|trên)[^\W\d_]+(?: [^\W\d_]+){1,8}\s*$")
_LONGEST_LIST = 10  # words of diseases
_CARED_FOR = ("chú trọng", "quan tâm", "đẩy mạnh", "tăng cường", "coi trọng", "duy trì")
_PAIR_OF_VERBS = re.compile(
    r"[^\W\d_]+ [^\W\d_]+(?: [^\W\d_]+ [^\W\d_]+)?, [^\W\d_]+ [^\W\d_]+"
)  # `xây dựng, sửa chữa 120 căn nhà`
_COMPOUNDS = frozenset(_NAMING["compounds"])
_LONG_COMPOUNDS = frozenset(_NAMING["long_compounds"])
_TIME_IN = re.compile(
    r"[\s,(]*(?<![^\W_])(?:(?:tính|trong|từ|vào|riêng|sau|hồi|lúc)\s)?(?:(?:đến|tới)\s)?(?:(?:nửa đầu|nửa cuối|nửa|sang|cuối|đầu|hết|cả|thời điểm|giữa|các|ngày)\s)*"
    r"(?:\d\d?\.\d\d?\.(?:19|20)\d\d|\d\d?/\d\d?(?:/(?:19|20)\d\d)?|(?:(?<=cuối )|(?<=hết )|(?<=giữa )|(?<=đầu ))(?:19|20)\d\d|(?<=cả )năm(?! học)(?: (?:19|20)\d\d)?|(?<=đầu )năm(?! học)(?: (?:19|20)\d\d)?|(?<=cuối )năm(?! học)(?: (?:19|20)\d\d)?|năm (?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?|(?:\d\d?|ba|hai|bốn|năm) năm(?: (?:qua|sau đó|sau(?! khi)|kế tiếp|tiếp theo|liền trước|liền kề|trước đó|trước đây|đầu|cuối)(?! (?:tư|cấp|ra|vào)(?![^\W_])))?(?:\s?\((?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d\)|\s(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d)?"
    r"|(?:\d\d?|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) tháng (?:đầu|cuối) năm(?: (?:19|20)\d\d| ngoái| trước| nay)?|(?:giai đoạn|nhiệm kỳ|thời kỳ) (?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d|quý [ivx\d]+(?:[/ ](?:năm )?(?:19|20)\d\d| năm (?:trước|ngoái|nay))?|so (?:19|20)\d\d|so với năm học trước|năm học (?:trước|(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d)"
    r"|tháng \d\d?(?:[/ ](?:năm )?(?:19|20)\d\d| này| vừa qua)?|năm (?:ngoái|trước(?: đó| nữa)?|rồi)|năm (?:đầu|cuối|thứ (?:nhất|hai|ba|tư|năm)) (?:của )?nhiệm kỳ|niên vụ (?:19|20)\d\d(?:\s?[-–]\s?(?:(?:19|20)\d\d))?|đầu kỳ|cuối kỳ|(?:các |từng )?năm từ (?:19|20)\d\d (?:đến|tới) (?:19|20)\d\d|cả giai đoạn|cả nhiệm kỳ|(?:một|bước vào|vào) (?:nhiệm kỳ|khóa|khoá)|(?:cả|toàn|suốt) (?:thời )?kỳ|(?:toàn|cả|suốt) kh(?:óa|oá)|nhiệm kỳ(?: qua| này| trước)?|đến nay|tới nay|(?:quý|tháng|nhiệm kỳ) trước (?:đó|nữa)|cùng (?:kỳ|thời điểm|thời gian)(?: năm (?:trước|ngoái|(?:19|20)\d\d))?|(?:\d\d?|ba|bốn|sáu|bảy|tám|chín|mười) tháng(?: (?:năm )?(?:19|20)\d\d)?|(?:một|hai|ba|\d) năm sau(?: đó)?|(?:niên vụ|vụ|năm|mùa vụ) vừa (?:qua|rồi)|năm (?:sau|kế tiếp|kế đó|liền trước)|năm học liền (?:trước|kề)|(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d)(?![^\W_])\)?"
)
_PRICES = re.compile(r"\s?\((?:giá|theo giá)[^)]*\)", re.IGNORECASE)
_PARENTHESIS = re.compile(r"\s?\([^()]*\)?")
_AUXILIARY = re.compile(
    r".*(?:^|\s)(?:đã|sẽ|được|cho(?! (?:vay|thuê|mượn|phép))|trong đó có|(?<!phát )(?<!thực )(?<!thể )(?<!xuất )(?<!biểu )hiện)\s"
)
# `Riêng năm 2021, do ảnh hưởng của dịch bệnh, chỉ tăng 4,6%`: a clause that tells why names nothing.
_CAUSE = re.compile(
    r"(^[\s,;:]*|,\s)(?:[Dd]o|[Nn]hờ|[Vv]ì|[Bb]ởi|[Mm]ặc dù|[Tt]uy|[Dd]ù|[Tt]rước|[Ss]au khi) [^,;:]{4,90},\s"
)
# `Dù sản lượng giữ mức cao, năm 2025 tới 1.263 tấn`: what is granted is what the figure is of, where nothing else is told.
_CONCEDES = re.compile(r"[\s,;:]*(?:[Mm]ặc dù|[Dd]ù|[Tt]uy) ")
_ABOUT = re.compile(
    rf"^[\s\W]*Về [^,;:\d]{{3,40}},\s(?=(?:{words_pattern([*_NAMING['heads'], *_NAMING['sectors']])})(?![^\W_]))",
    re.IGNORECASE,
)
_BY = re.compile(r"^[\s\W]*(?:(?:[Cc]hia|[Pp]hân|[Xx]ét|[Tt]ính) )?[Tt]heo (?!dõi|học|đạo|kế hoạch)[^,;:]{4,40},\s")
_ASIDE = re.compile(r",\s(?:nhất là|chủ yếu là)\s[^,;]+,")
_CAUSE_BEGINS = re.compile(r"[DdNnVvBbMmTtSs](?:o|hờ|ì|ởi|ặc dù|uy|ù|rước|au khi) ")
_WITHIN = re.compile(
    r"(?:.*[;:.,]\s)?[\s,]*(?:Trong|trong) (?:tổng|cơ cấu|số|giá trị|đó(?=,)|tổng số)[^,;]*,\s|.*\s(?:phấn đấu|tham mưu(?: để)?|nhằm|để)\s|.*\sthì\s",
    re.DOTALL,
)
_OPENS_WITH_TIME = re.compile(r"[\s,;:+*•–-]*\d\d? (?:tháng|năm|quý)(?![^\W_])")
_NOTE_MARK = re.compile(r"^\[\d{1,3}\]\s*")
# `tiền hỗ trợ các hộ bị thiệt hại theo QĐ của huyện`
_BY_DECREE = re.compile(
    r"(?<=\w) theo (?:qđ|quyết định|nghị định|nđ|nghị quyết|nq|thông tư|hướng dẫn|công văn|chỉ thị|chương trình|đề án)(?![^\W_])[^,;:()]*$",
    re.IGNORECASE,
)
_INDEX = re.compile(r"(?:GRDP|GDP|IIP|CPI|PCI|PAPI|SIPAS|DDCI)(?![^\W_])")
_COMMA = re.compile(r"(?<!hàng hóa)(?<!hàng hoá),\s")  # `Tổng mức bán lẻ hàng hóa, doanh thu dịch vụ` is one name
_MOVED = re.compile(
    r"(?<![^\W_])(?:tăng|giảm|cải thiện|nâng lên|phát triển|ổn định|chuyển dịch|chuyển biến)(?: [^\W\d_]+){0,3}$"
)
# `Bám sát Nghị quyết số 118/NQ-HĐND của HĐND tỉnh, UBND tỉnh đã ban hành 46 văn bản`: by whose order, then who did it.
_ACTS = re.compile(
    rf".*(?<![^\W_])số [^,]*,\s(?=(?:{words_pattern(_NAMING['actors'])})(?![^\W_]))", re.IGNORECASE | re.DOTALL
)
_PARTED = re.compile(
    r"[\s\W]*(?P<head>[Ss]ản lượng|[Dd]iện tích|[Dd]oanh thu|[Kk]im ngạch|[Vv]ốn|[Cc]ơ cấu)(?: [^\W\d_]+){1,6} (?:bao )?gồm (?:có )?(?P<part>[^,;:]{2,40}?)\s*"
)
_EFFECT = re.compile(r"(?<=\s)(?<![Vv]iệc )(?:làm|gây) [^\s,]+(?: [^\s,]+)?$")
_DONE = re.compile(
    r"^(?:hoàn thành|đã lập|lập|triển khai|đầu tư|xây dựng|phê duyệt|trình|khởi công|tiếp tục|thực hiện|phát huy|đưa vào|điều chỉnh)\s(?:(?:và|trình|tỉnh|phê duyệt|xây dựng|triển khai|thực hiện|đầu tư)\s)*"
)

_WORKS = re.compile(
    r"(?:dự án|nhà máy|khu|cụm|công ty|tuyến|công trình|trung tâm|trường|chợ|đề án|cầu|hồ|đập|trạm|bệnh viện|tập đoàn)(?![^\W_])",
    re.IGNORECASE,
)


@lru_cache(maxsize=16)  # of one figure the same words are cleaned for several rules; more would only be held
def clean(words: str) -> str:
    """A subject without list marks, phrases of time, prices in parentheses, opening and closing words of grammar.

    >>> clean("Tổng thu ngân sách nhà nước 5 năm")
    'Tổng thu ngân sách nhà nước'
    >>> clean(", trong đó thu nội địa")
    'thu nội địa'
    """
    if len(words) < 2 and not words.isalpha():
        return ""
    words = single_blanks(words).rstrip(ENDS)
    if words[:1] == "[":
        words = _NOTE_MARK.sub("", words)  # `[2] 9 tháng năm 2022`
    if words[:1].isalpha() or not _OPENS_WITH_TIME.match(words):
        words = words.lstrip(EDGES)
        if words[1:3] == ". " and words[0].islower():
            words = words[3:].lstrip(EDGES)
        if words.find(")", 1, 7) > 0 and (mark := _LIST_MARK.match(words)) is not None:
            words = words[mark.end() :]
    if ")" in words and "(" not in words:
        words = words.rpartition(")")[2].lstrip(EDGES)  # what a parenthesis before the subject ends with
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
            listed = phrase[0].startswith(",") and phrase.start() and words[phrase.end() : phrase.end() + 1] == " "
            pieces.append(words[at : phrase.start()] + ("," if listed else ""))
            at = phrase.end()
        if pieces:
            words = " ".join((*pieces, words[at:]))
            cut = True
    if "(" in words:
        words = _PARENTHESIS.sub("", words)
    if cut:
        words = single_blanks(words).lstrip(EDGES)
        low = words.lower()
    may_lead = low[:2] in _LEAD_BEGINS or not low[:1].isalpha()  # a pattern of so many words takes long to say no
    match = _LEAD.match(low) if may_lead and not low.startswith(_NO_LEAD) else None
    if match is not None:
        words, low = words[match.end() :], low[match.end() :]
    low = low.rstrip(ENDS)
    if low.rpartition(" ")[2] in TAIL_ENDS and not low.endswith(PLAIN):
        match = TAIL.search(low)
        if match is not None:
            words = words[: match.start()]
    return words.lstrip(EDGES).rstrip(ENDS)


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
        or " kỳ" in low
        or " vừa " in low
        or " khóa" in low
        or "/" in low
    )


def _without_openings(words: str) -> str:
    """The words without what says among what, by whom, on what ground or why, before what the clause is about."""
    if (
        "rong " in words
        or "phấn đấu" in words
        or "tham mưu" in words
        or "nhằm" in words
        or " để " in words
        or " thì " in words
    ):
        match = _WITHIN.match(words)
        if match is not None and len(words) - match.end() > 4 and clean(words[match.end() :]):
            words = words[match.end() :]
    if "heo " in words:
        words = _BY.sub("", words)
    if "Về " in words:
        words = _ABOUT.sub("", words)
    if ("nên " in words or "khi " in words or "vậy" in words or "thế" in words or "đó" in words) and (
        so := _SO.match(words)
    ) is not None:
        words = words[so.end() :]
    if "ốn " in words and (funds := _FROM_FUNDS.match(words)) is not None:
        words = words[funds.end() :]
    if "Quỹ " in words and (raised := _RAISES.match(words)) is not None:
        words = words[raised.end() :]
    if ", đã " in words:
        words = words[words.rindex(", đã ") + 2 :]  # `Từ nguồn vốn này và đóng góp của Nhân dân, đã thảm nhựa`
    if ", " in words and "số " in words and (acts := _ACTS.match(words)) is not None:
        words = words[acts.end() :]
    if "," in words and _CAUSE_BEGINS.search(words) is not None:
        rest = _CAUSE.sub(r"\1", words)
        conceded = _CONCEDES.match(words) if "ù " in words or "uy " in words else None
        words = words[conceded.end() :] if conceded is not None and not clean(rest) else rest
    if ", nhất là " in words or ", chủ yếu là " in words:
        words = _ASIDE.sub("", words)
    return words


# `Từ nguồn vốn ngân sách đã đầu tư 312 công trình`
_FROM_FUNDS = re.compile(r"[\s\W]*(?:từ|bằng|với) (?:các )?nguồn vốn [^,;:.]{2,40} (?=đã )", re.IGNORECASE)
# `Mặt trận Tổ quốc và các đoàn thể vận động Quỹ "Vì người nghèo" được 18,6 tỷ đồng`
_RAISES = re.compile(r".* (?:vận động|quyên góp|huy động)(?: (?:ủng hộ|xây dựng|đóng góp))* (?=Quỹ )", re.DOTALL)
_ADDED_UP = re.compile(
    r"^[\s\W]*(?:tổng )?cộng(?: (?:cả|lại|chung|dồn))?(?: (?:\d|hai|ba|bốn|năm) năm)?,\s(?=[^\W\d_])", re.IGNORECASE
)
_UNIT_ASIDE = re.compile(r" ?\((?:đvt|đơn vị(?: tính)?) ?: [^()\n]{1,20}\)", re.IGNORECASE)


_WHOLE_PLACE = re.compile(
    r"(?:năm \d{4} )?toàn (?:tỉnh|huyện|xã|thành phố|thị xã|quận|phường|thị trấn|ngành|đảng bộ)(?: (?:đã|chỉ|mới|vẫn))? (?:ghi nhận|phát hiện|xảy ra|có|còn|hiện có)(?![^\W_])"
)


def last_clause(words: str) -> str:
    """The part of a long subject that names the figure: after the last colon or semicolon, from the last measured head."""
    if len(words) < 4:
        return words
    if ("chuyển dịch" in words or "thay đổi" in words) and (shifts := _SHIFTS.search(words)) is not None:
        return f"{shifts['head']} {words[shifts.end() :]}"  # `Cơ cấu kinh tế chuyển dịch tích cực, công nghiệp`
    if "ộng " in words:
        words = _ADDED_UP.sub("", words)  # `Cộng cả 5 năm, ngân sách thu được 394 tỷ đồng`
    words = _without_openings(words)
    if ":" in words and "(" in words:
        words = _UNIT_ASIDE.sub("", words)  # `Thu ngân sách (đơn vị: triệu đồng) 1.486`
    if ":" in words or ";" in words:
        mark = max(words.rfind(": "), words.rfind("; "), words.rfind(":\n"), words.rfind(";\n"))
        if 0 <= mark < len(words) - 5:
            words = words[mark + 2 :]
    if "cho thấy" in words:
        words = words.rpartition("cho thấy")[2].lstrip(", ")  # `Số liệu Bảng 1 cho thấy có 4 sản phẩm`
    if " trong " in words and (among := _OUT_OF.search(words)) is not None and HEAD.match(words.lower().lstrip()):
        words = words[: among.start()]  # `Tỷ lệ công trình sai phép trong số công trình được kiểm tra`
    if " gồm " in words and (whole := _PARTED.fullmatch(words)) is not None:
        words = f"{whole['head']} {whole['part']}"  # `Sản lượng thủy sản gồm khai thác`
    if " như " in words:
        words = _SUCH_AS.sub("", words)
    if ", nhất là " in words:
        words = words.partition(", nhất là ")[0]  # `Trộm cắp tài sản, nhất là trộm xe máy trong khu nhà trọ`
    if " theo " in words:
        words = _BY_DECREE.sub("", words)
    if " có " in words and (owner := _HAVING.match(words)) is not None:
        words = words[owner.end() :]
    comma = words.rfind(", ")
    if comma > 0 and _INDEX.match(words, comma + 2):
        return words[comma + 2 :]  # `Kinh tế duy trì đà tăng trưởng, GRDP`
    if comma > 0 and _WHOLE_PLACE.match(words, comma + 2):
        return words[comma + 2 :]  # `dịch bệnh diễn biến phức tạp, toàn thị xã ghi nhận`
    if len(words) < 60:
        if (
            comma > 0
            and not words.endswith(("hàng hóa", "hàng hoá"), 0, comma)
            and (HEAD.match(low := words.lower(), comma + 2) or low.startswith(("hộ nghèo", "thiệt hại"), comma + 2))
            and (_MOVED.search(low, 0, comma) or low.count(" ", 0, comma) > 4)
        ):
            return words[comma + 2 :]
        return words
    low = words.lower()
    pieces = [0, *(match.end() for match in _COMMA.finditer(words))]
    for at in reversed(pieces):
        head = HEAD.search(low, at)
        if head is not None and len(clean(words[head.start() :]).split()) >= 2:
            return words[head.start() if head.start() - at < 30 else at :]
    if len(pieces) > 2 and _TELLS.search(words, 0, pieces[-1]) and 2 <= len(clean(words[pieces[-1] :]).split()) <= 5:
        return words[pieces[-1] :]  # `đô thị khang trang hơn, đời sống được nâng lên, hộ nghèo chỉ còn …`
    if len(words.split()) > 16:
        last = words[pieces[-1] :]
        return last if len(clean(last).split()) >= 2 else " ".join(words.split()[-12:])
    return words


def without_predicate(words: str) -> str:
    """The subject without what its clause says of it before the comma.

    >>> without_predicate("Quy mô kinh tế được mở rộng, ")
    'Quy mô kinh tế'
    >>> without_predicate("tỷ lệ hộ được cấp nước, ")
    'tỷ lệ hộ được cấp nước, '
    """
    low = words.lower() if "," in words else ""
    match = _PREDICATE.search(low) if low.rstrip().endswith(_PREDICATE_ENDS) else None
    return words[: match.start()] if match is not None and words[: match.start()].strip() else words


_OUTPUT = frozenset(("giá trị sản xuất", "giá trị tăng thêm"))  # said alone they are those of what the label names


def split_bare_head(words: str) -> tuple[str, str] | None:
    """`dự án lưới điện với tổng mức đầu tư` → (`tổng mức đầu tư`, `dự án lưới điện với`); None where the subject ends in no bare head."""
    last = words.rstrip(" ,;:(\n\t").rpartition(" ")[2].lower()
    if last not in _BARE_ENDS and not last.isdigit():
        return None
    low = words.lower().rstrip(" ,;:(\n\t")
    if last not in _BARE_ENDS:
        low = _TIME_IN.sub(" ", low).rstrip(" ,;:(")
        if low.rpartition(" ")[2] not in _BARE_ENDS:
            return None
    match = _BARE.search(low, max(0, len(low) - _BARE_LONGEST))
    if match is None or low.endswith(("tăng vốn", "thu ns", "chi ns")):
        return None  # `cấp mới 352 triệu USD, tăng vốn 133 triệu USD`
    at = words.lower().rfind(match[0])
    if match[0] in _OUTPUT and words[:at].strip(" -–+,;.\n\t"):
        return None  # `tốc độ tăng giá trị sản xuất 8,4%`
    return words[at : at + len(match[0])], words[:at]


def shorten(words: str) -> str:
    """A host of at most nine words (a work and its whole name may have more), without the verbs before its noun."""
    match = _DONE.match(words.lower())
    if match is not None and match.end() < len(words) - 4:
        words = words[match.end() :]
    longest = 16 if _WORKS.match(words) else 9
    if " đã " in words and words.count(" ") >= longest:  # `UBND huyện đã thực hiện chi hỗ trợ cho các hộ`
        words = words[words.rindex(" đã ") + 4 :]
        done = _DONE.match(words.lower())
        words = words[done.end() :] if done is not None and done.end() < len(words) - 4 else words
    parts = words.split()
    return words if len(parts) <= longest else " ".join(parts[-7:])


def without_head(words: str, head: str) -> str:
    """A name without a head that it has already."""
    lowered = words.lower()
    return words[len(head) :].strip() if lowered.startswith(head.lower() + " ") else words


def verb_of(subject: str, longest: int = 5) -> str:
    """The last verb phrase before a counted noun: `Thành phố đã tổ chức đón tiếp` → `tổ chức đón tiếp`; of more than `longest` words only the last."""
    words = subject
    lowered = words.lower()
    match = _AUXILIARY.match(lowered)
    if match is not None:
        words, lowered = words[match.end() :], lowered[match.end() :]
    comma = words.rfind(", ")
    if (
        comma >= 0
        and len(words) - comma > 3
        and not lowered.startswith("tiêm ")  # `tiêm phòng cúm, dịch tả`
        and (not _PAIR_OF_VERBS.fullmatch(words) or lowered.startswith(_CARED_FOR))
    ):
        words, lowered = words[comma + 2 :], lowered[comma + 2 :]
    doer = _DOER.match(lowered)
    if doer is not None:
        words, lowered = words[doer.end() :], lowered[doer.end() :]  # `Công an huyện bắt 28 vụ`
    elif ACTOR.match(lowered) and len(words.split()) <= 3:
        return ""
    effect = _EFFECT.search(words) if "làm " in words or "gây " in words else None
    if effect is not None:
        return words[effect.start() :]
    parts = words.split()
    if len(parts) <= longest or (lowered.startswith("tiêm ") and comma >= 0 and len(parts) <= _LONGEST_LIST):
        return words
    first = len(parts) + 1 - longest
    for back in range(1, 6):
        if first >= back and " ".join(parts[first - back : first - back + 4]).lower() in _LONG_COMPOUNDS:
            return " ".join(parts[first - back :])  # `bồi thường, giải phóng mặt bằng dứt điểm 38 dự án`
    if f"{parts[first - 1]} {parts[first]}".lower() in _COMPOUNDS:
        first -= 1  # `Cung ứng dịch vụ công trực tuyến` → `dịch vụ công trực tuyến`
    return " ".join(parts[first:]).removeprefix("và ")


def joined(first: str, second: str) -> str:
    """Two parts of a name, of which either may be empty."""
    return f"{first} {second}".strip() if first and second else first or second


def once(name: str) -> str:
    """`Tổng doanh thu Tổng doanh thu`, of a label that is the subject too, is said once."""
    half = len(name) // 2
    return name[:half] if name[half : half + 1] == " " and name[:half] == name[half + 1 :] else name
