"""The name of a count: what is counted, with the verb before it, or the subject where that says it.

Takes a counting figure with its cleaned subject and the names found before it; gives its name.
"""

from __future__ import annotations

import re

from muctieu.claims.bare_values import grade_behind
from muctieu.claims.figures import Figure
from muctieu.claims.noun_phrases import behind_share, noun_phrase
from muctieu.claims.relation_names import without_asked
from muctieu.claims.subject_words import ACTOR, HEAD, clean, joined, last_clause, verb_of
from muctieu.claims.tokens import Token
from muctieu.text.letters import UPPER
from muctieu.text.lexicon import lexicon, words_pattern

_NAMING = lexicon("naming")
CLASSIFIERS = frozenset(_NAMING["classifiers"])
_GIVING = frozenset(_NAMING["giving"])
_DOING = re.compile(rf"(?<![^\W_])({words_pattern(_NAMING['doing'])})\s*$")
_GENERIC = re.compile(
    r"(?:ghi nhận|phát hiện|để xảy ra|xảy ra|tổ chức|thực hiện|tiếp nhận|trong đó|toàn tỉnh|toàn huyện|toàn xã|có)\s?",
    re.IGNORECASE,
)


_SIZED = re.compile(
    r"[ ,;:]*(?P<size>(?:từ|trên|dưới) \d[\d.,]*(?: ?[^\W\d_]+\d?){0,2}?(?: (?:đến|tới) (?:dưới )?\d[\d.,]* ?[^\W\d_]+\d?)?(?: trở lên| trở xuống)?)[ :]*"
)


def _sized_name(text: str, figure: Figure, main: str) -> str:
    """`Ghe thuyền: 210 chiếc; từ 15 m trở lên 74 chiếc`: what was counted, with the size that names those counted now; empty for others."""
    group = _SIZED.fullmatch(figure.said)
    at = figure.chain_start - len(figure.said)
    if group is None:
        return ""
    return joined(_SIZE_BEFORE.sub("", main), text[at + group.start("size") : at + group.end("size")])


def _verdict(low: str, figure: Figure, previous: Figure | None, subject: str) -> str:
    """`đạt 11 chỉ tiêu`, `09 chỉ tiêu chủ yếu thì vượt 02`: the verdict right before a count of goals that has no other subject; empty for none."""
    rest = _GROUP.sub("", subject.lower())
    again = previous is not None and bool(rest) and previous.indicator.lower().endswith(f"{figure.counted} {rest}")
    if not again and rest not in _NOT:
        return ""
    verdict = _VERDICT.search(low, max(0, figure.start - 20), figure.start)
    return verdict[1] if verdict is not None else ""


_GROUP = re.compile(r"^(?:nhóm|số|loại|phần)(?: |$)")  # `nhóm vượt 06 chỉ tiêu`
_SIZE_BEGINS = ("từ ", "trên ", "dưới ")
_SIZE_BEFORE = re.compile(r"(?:^| )(?:từ|trên|dưới) \d.*$")


# `Hoàn thành công tác giao quân năm 2023 với 178/178 công dân`
_DONE_WITH = re.compile(
    r"(?:^|[.;:\n] ?)\W*(?:đã )?(?:hoàn thành|thực hiện|làm)(?: tốt| xong| xuất sắc)?(?: công tác| nhiệm vụ| việc)? (?P<deed>(?!chỉ tiêu|kế hoạch)[^\W\d_]+(?: [^\W\d_]+){1,3}?)(?: (?:đợt \d|đợt đầu|năm (?:19|20)\d\d))* với $"
)


def own_count(
    text: str, low: str, figure: Figure, previous: Figure | None, tokens: list[Token], subject: str, main: str
) -> str:
    """The name of a count that is told by its own noun, whatever was counted before; empty where it is not."""
    if figure.said.lstrip(" ,;:").startswith(_SIZE_BEGINS) and (sized := _sized_name(text, figure, main)):
        return sized
    if low.endswith(" với ", 0, figure.start) and (
        done := _DONE_WITH.search(low, max(0, figure.start - 90), figure.start)
    ):
        return text[done.start("deed") : done.end("deed")]
    behind = noun_phrase(text, low, figure, tokens)
    more = _is_more(behind, figure)
    if "ỗi " in subject and _EACH.fullmatch(subject.lower()):
        return behind  # `mỗi xã đạt bình quân 17,6 tiêu chí`
    if main and _is_same_count(low, figure, previous, subject.lower(), main.lower(), more):
        return main
    if low.endswith(("kể cả ", "tính cả ", "gồm cả "), 0, figure.start):
        return behind  # `25.580 lao động; số này kể cả 1.146 người xuất cảnh`
    if figure.said.strip(" ,") in ("để", "nhằm"):
        return behind  # `thu hồi 35,2 ha đất của 214 hộ để thực hiện 12 dự án`
    if figure.counted in _JUDGED and (not more or not behind) and (verdict := _verdict(low, figure, previous, subject)):
        return joined(figure.counted or "", verdict)  # `vượt 6 chỉ tiêu, đạt 11 chỉ tiêu`
    if not subject and not more and (total := _total_of(low, figure, previous)):
        return total
    giving = low[figure.chain_start : figure.start].split()[-1:] if figure.chain else None
    if previous is not None and previous.counted and previous.end + 1 == figure.start and not figure.chain:
        label = clean(last_clause(previous.subject))  # `Mầm non 14 lớp 352 cháu`
        return joined(label, behind) if label and previous.indicator.startswith(label) else ""
    if previous is not None and figure.end == figure.number[1] and behind[:4].lower() == "cấp ":
        return previous.indicator.partition(" cấp ")[0] + " " + behind  # `6 giáo viên giỏi cấp huyện, 1 cấp tỉnh`
    after_clause = not subject or figure.subject.rstrip().endswith(",")
    rated = after_clause and not figure.depth and "lệ " not in low[figure.chain_start : figure.start]
    if rated and (previous is None or not previous.per) and _RATED.match("/".join(figure.per)):
        return behind  # `4.860 giường kế hoạch, đạt 33,6 giường bệnh/vạn dân`
    level = figure.said.strip(" ,;")
    if previous is not None and level in _LEVELS:  # `HS giỏi huyện 17 em, tỉnh 2 em`
        name, _, other = previous.indicator.removesuffix(f" {previous.counted}").rpartition(" ")
        if other.lower() in _LEVELS and name:
            return f"{name} {level}"
    if more and ":" in figure.chain and figure.kind == "part" and len(subject.split()) > 2:
        return (
            joined(subject, behind) if _only_done(subject, behind) else behind
        )  # `Đại hội đánh giá: 19/22 chỉ tiêu đạt và vượt`
    to_others = giving == ["cho"] and not subject and previous is not None and figure.counted not in CLASSIFIERS
    more_given = giving == ["cho"] and subject and low.startswith("thêm ", figure.chain_start)
    if giving and giving[0] in _GIVING and (more or to_others or more_given):
        return _given(subject, behind, giving[0])
    if (
        subject and not figure.chain and figure.subject.rstrip().endswith(",")
    ):  # `Chợ huyện được nâng cấp, 3/5 chợ đã …`
        told = more and (figure.counted not in CLASSIFIERS or behind.count(" ") > 1)
        told = told or (previous is None and _AFTER_NAMES.search(figure.subject) is not None)
        return behind if told else ""  # `dịch được khoanh lại, 928 người phải cách ly`
    doing = _DOING.search(figure.said) if not subject else None
    if doing is not None and main:  # `, đã hoàn thành 61 dự án`
        return joined(doing[1], behind)
    verb = _verb_shared(text, figure, previous) if not subject and not figure.depth else ""
    if verb and figure.kind in ("level", "part", "target"):
        return joined(verb, behind)
    return "" if subject or previous is None else _other_people(text, figure, previous, behind, main)


def _is_same_count(low: str, figure: Figure, previous: Figure | None, subject: str, main: str, more: bool) -> bool:
    """Whether the things counted are those that were named before, at another time or shared out."""
    again = previous is not None and previous.unit == figure.unit
    if again and low.endswith(_INSTEAD, 0, figure.start):
        return True  # `4 phường thay cho 5 phường`
    if more:
        return False
    if subject == "thành" and previous is not None and (previous.counted or "").startswith(f"{figure.counted} "):
        return True  # `6 trường tiểu học thành 3 trường`
    if not subject.removesuffix("cho") and figure.counted in _WORKERS and not figure.depth and _JOBS.match(main):
        return True  # `Giải quyết việc làm cho 1.128 lao động, …, bình quân mỗi tháng 376 lao động`
    if (subject in _RECEIVING and "khách" in main) or _SHARED_OUT.fullmatch(subject):
        return True  # `khách đạt 2,1 triệu lượt; riêng quý III đón 985 nghìn lượt`, `4.785 doanh nghiệp, chia đều mỗi năm 957 DN`
    # `việc làm cho 5.084 lao động (năm 2021: 2.214 lao động)`, `17 chiếc, nay đóng mới 26 chiếc thành 43 chiếc`
    return again and (subject in _BECOMES or (figure.depth > 0 and not subject))


_WORKERS = frozenset(("lao động", "người lao động", "người", "lượt lao động"))
_JOBS = re.compile(r"(?:đã )?(?:giải quyết|tạo|giới thiệu)[^,;:]{0,12} việc làm(?: mới| thêm)?$")


def _without_giver(behind: str) -> str:
    """`16 chỉ tiêu chủ yếu Đại hội XIV đề ra`: what is judged, without who set it."""
    given = _GIVER.search(behind)
    return behind[: given.start()] if given is not None else behind


_SETTING = ("đề ra", "đặt ra", "giao", "xác định", "thông qua", "đòi hỏi", "yêu cầu")
_SETTER = re.compile(
    r"(?<![^\W_])(?:nghị quyết|nq|đại hội|hđnd|hội đồng nhân dân|nhân dân|ubnd|kế hoạch|chương trình|đề án|tỉnh|huyện|thành phố|thị xã|cấp trên)(?![^\W_])"
)
_GIVER = re.compile(
    r",?(?<! của) (?:(?:mà|do|theo|trong) )?(?:[Nn]ghị quyết|NQ|[Đđ]ại hội|HĐND|[Hh]ội đồng nhân dân|UBND|Huyện ủy|Tỉnh ủy|Thành ủy|Thị ủy|Đảng ủy|phải hoàn thành)(?![^\W_])"
)


def _other_people(text: str, figure: Figure, previous: Figure, behind: str, main: str) -> str:
    """`2.168 hộ, 8.437 khẩu`: people told beside their households; empty for others."""
    if figure.kind != "level" or figure.counted not in ("người", "nhân khẩu", "khẩu"):
        return ""
    listed = text[previous.end : figure.start].strip() in (",", "=", "với", "và", ", với")
    household = previous.counted is not None and previous.counted not in CLASSIFIERS and len(main.split()) <= 2
    return behind if listed and household and previous.kind == "level" else ""


def _only_done(subject: str, behind: str) -> bool:
    """`phân loại rác: 1.140/3.980 hộ tham gia`, `khu dân cư văn hóa có 5/6 thôn được công nhận`: the words behind say only that they do it, the subject what."""
    return behind.endswith(_ONLY_DONE) and 1 < len(subject.split()) <= 6 and not ACTOR.match(subject.lower())


def _given(subject: str, behind: str, giving: str) -> str:
    """`đưa 1.500 lao động đi làm việc ở nước ngoài`, `tạo việc làm thêm cho 260 lao động`: the verb, with whom it was done for."""
    if not subject or HEAD.match(subject.lower()):
        return "" if subject else behind
    return joined(subject if giving == "cho" else verb_of(subject), behind)


def _is_more(behind: str, figure: Figure) -> bool:
    """Whether the words behind the figure say more than its counting noun."""
    return len(behind) != len(figure.counted or "") or behind.lower() != figure.counted


def _verb_shared(text: str, figure: Figure, previous: Figure | None) -> str:
    """`Chứng thực 218 bản sao, 42 chữ ký`, `tiểu học 198 trường, 1.184 học sinh`: the verb or label before the first noun is said of both."""
    if previous is None or previous.counted is None or not previous.behind or previous.counted == figure.counted:
        return ""
    between = text[previous.end : figure.start]
    if previous.behind.lower() != previous.counted:
        at = between.find(previous.behind[len(previous.counted) :])
        between = between[at + len(previous.behind) - len(previous.counted) :] if at >= 0 else between
    shared, name = between.strip() in _LISTING, previous.indicator
    if shared and previous.counted == "vụ" and figure.counted in _PERSONS and name.lower() != "vụ":
        return name.removesuffix(" vụ") if len(name.split()) <= _LONGEST_VERB else ""  # `làm rõ 29 vụ với 47 đối tượng`
    if not shared or not name.lower().endswith(" " + previous.behind.lower()):
        return ""
    verb = name[: -len(previous.behind) - 1]
    if verb.lower() in _HOLDING and _TAKES_PART.match(text, figure.end):
        return ""  # `Tổ chức 36 phiên giao dịch việc làm, 8.420 lượt người tham gia`
    return verb if len(verb.split()) <= _LONGEST_VERB else ""


_AFTER_NAMES = (
    re.compile(  # `Cửa khẩu Bắc Luân, Cửa khẩu Ka Long, 7 bến cảng`: things with names of their own are listed before
        rf"(?:^|, )\s*[{UPPER}][^\W\d_]*(?: (?!có |được |đã )[^\W\d_]+){{0,3}}(?: [{UPPER}][^\W\d_]*)+,\s*$"
    )
)
_AT_LEVEL = re.compile(r"(?:ở |tại )?(?:cấp|khối|tuyến) (?:tỉnh|huyện|xã|thành phố|thị xã|phường|cơ sở|trung ương)")
_SHARED_OUT = re.compile(r"(?:chia đều|chia ra|chia bình quân|vị chi|tính đều)(?: (?:mỗi|cho mỗi|một) [^\W\d_]+)?")
_BECOMES = frozenset(("thành", "lúc", "khi", "hồi", "để thành", "đưa tổng số thành"))
_HELPING = ("hỗ trợ", "phối hợp", "tổ chức", "vận động", "huy động", "đăng ký", "tham gia", "tham mưu", "hướng dẫn")
_DEEDS = frozenset(_NAMING["deeds"])
_ONLY_DONE = (" tham gia", " hưởng ứng", " được công nhận", " thực hiện", " đăng ký")
_DONE = frozenset(_NAMING["done"])
_SOULS = frozenset(("khẩu", "nhân khẩu", "người", "hộ"))
_PEOPLE = ("đồng bào", "dân tộc", "người dân tộc", "người kinh", "phụ nữ", "nữ giới", "nam giới", "trẻ em")
_HAPPENS = re.compile(r" (?:xảy ra|xuất hiện)$")
_LEVELS = frozenset(("xã", "huyện", "tỉnh", "vùng", "quốc gia", "quốc tế", "trường", "trung ương"))
_RATED = re.compile(r"\d|\{")
_INSTEAD = (" thay cho ", " thay vì ", " thay ")
_SOLVING = frozenset(_NAMING["solving"])
_GRADES = frozenset(("nâng cao", "kiểu mẫu", "đạt nâng cao", "đạt kiểu mẫu"))
_TIERS = re.compile(r"(?:cấp|khối|tỉnh|huyện|xã)(?: (?:tỉnh|huyện|xã))?$")  # `biên chế khối huyện, xã`
_OUT_OF_SOME = ("trong số ", "trong tổng số ")
_OF_ALL = ("trên tổng số ", "trong tổng số ", "trên tổng ")
_RECEIVING = frozenset(("đón", "phục vụ", "thu hút"))
_WITHIN = re.compile(r"(?:^| )(?:trong(?: tổng)?(?: số)?|tại|(?<!nhà )(?<!nơi )(?<!chỗ )ở)\s*$")
_WITHIN_ENDS = ("trong", "tổng", "số", "tại", "ở")
_NOT = frozenset(("", "không", "chưa", "khó", "khả năng", "có khả năng", "còn khó"))
_EACH = re.compile(r"(?:(?:bình quân|trung bình) )?mỗi [^\W\d_]+")
_JUDGED = frozenset(("chỉ tiêu", "tiêu chí", "nhiệm vụ", "ct"))
_VERDICT = re.compile(
    r"(?<![^\W_])(đạt và vượt|vượt mức|vượt|(?:không |chưa |khó |có khả năng |khả năng )?(?:đạt|hoàn thành))(?: được)? $"
)
_VERDICT_BEHIND = re.compile(
    r" (đạt và vượt|vượt|(?:không |chưa |khó |có khả năng |khả năng )?(?:đạt|hoàn thành|vượt))(?![^\W_])"
)
_HOLDING = frozenset(("tổ chức", "mở", "duy trì", "khai giảng", "phối hợp tổ chức", "đã tổ chức"))
_TAKES_PART = re.compile(r" (?:tham gia|tham dự|dự|được|trúng tuyển|theo học|đến)(?![^\W_])")
_LISTING = frozenset((",", "–", "-", "và", "với", ", với", ", và", "của", "thuộc"))
_PERSONS = frozenset(("đối tượng", "bị can", "bị cáo"))
_LONGEST_VERB, _LONGEST_LABEL = 5, 12
_SHORT_SUBJECT = 2  # words
_MEASURE_OF = re.compile(rf"^(?:{words_pattern(_NAMING['bare_heads'])})(?![^\W_]) (?=\w)", re.IGNORECASE)
_MOVES_ONLY = re.compile(r" (tăng|giảm)(?=[,;.]| và |$)")


def _who_did(subject: str) -> str:
    """`Qua rà soát, thị xã đạt 61/63 tiêu chuẩn`: who did it, behind the comma."""
    before, _, last = subject.rpartition(", ")
    alone = before and ACTOR.match(last.lower()) and len(last.split()) <= 3
    return last if alone and not _TIERS.search(before.lower()) else subject


def _own_clause(figure: Figure, subject: str) -> str:
    """`Tiếp công dân theo lịch hàng tuần, đơn thư giải quyết 8/9 đơn`: the clause behind the comma that begins with what is counted."""
    before, _, last = subject.rpartition(", ")
    own = figure.counted is not None and last.lower().startswith(f"{figure.counted.split()[0]} ")
    return last if own and before.count(" ") > 2 and 1 < len(last.split()) <= _LONGEST_VERB else subject


def _last_deed(subject: str) -> str:
    """`Kiểm tra liên ngành dịp lễ, xử phạt 06 cơ sở`: the deed behind the comma, where a longer one stands before it."""
    before, _, last = subject.rpartition(", ")
    return last if before.count(" ") > 2 and last.lower() in _DEEDS else subject


_IN_SHORT = re.compile(r"[A-ZĐ]{3,}(?![^\W_])")


def _named_by_label(figure: Figure, subject: str, topic: str) -> str:
    """What the label, or people named before the verb, say of a count that its noun alone does not; empty where they say nothing."""
    lowered, words = subject.lower(), len(topic.split())
    if figure.counted in CLASSIFIERS and 0 < words <= _LONGEST_VERB and len(subject.split()) <= 4:
        told = _GENERIC.sub("", subject).strip()
        if _IN_SHORT.match(told) and _IN_SHORT.match(topic):
            return subject  # `- BHYT: 5.862 người tham gia. BHXH tự nguyện 86 người`
        return topic if told.lower() in topic.lower() else joined(told, topic)
    if lowered in _DONE and 0 < words <= _LONGEST_VERB:
        return topic  # `- Nạo vét kênh: xong 4/9 tuyến`
    owned = figure.counted in _SOULS and "have" in figure.chain and lowered.startswith(_PEOPLE)
    return subject if owned and subject.count(" ") < 6 else ""  # `đồng bào dân tộc thiểu số có 54.100 khẩu`


def counted_name(text: str, low: str, figure: Figure, tokens: list[Token], subject: str, main: str, topic: str) -> str:
    """The name of a count: what is counted, with the verb before it; or the subject where that says it (`Tổng đàn lợn đạt … con`)."""
    bare = figure.counted is not None and figure.end == figure.number[1]
    if bare and not subject and (grade := grade_behind(low, figure.end)):
        return f"{figure.counted} {grade}"  # `9 chỉ tiêu vượt, 04 đạt`
    told = behind_share(text, low, figure) if figure.depth == 0 else ""
    if told and (not subject or ":" in text[figure.chain_start : figure.start] or figure.subject.endswith(" và ")):
        return told
    subject = _last_deed(
        _own_clause(figure, _who_did(subject.removesuffix(" mới làm") if "reach" in figure.chain else subject))
    )
    chain, lowered = figure.chain, subject.lower()
    behind = told or noun_phrase(text, low, figure, tokens)
    if not told and behind.lower() == figure.counted and (moved := _MOVES_ONLY.match(low, figure.end)) is not None:
        return f"{behind} {moved[1]}"  # `11 sản phẩm tăng, 04 sản phẩm giảm`
    behind = _without_giver(behind) if figure.counted in _JUDGED else behind
    if figure.counted in _JUDGED and lowered.endswith(_SETTING) and _SETTER.search(lowered):
        return behind  # `Nghị quyết HĐND huyện đề ra 15 chỉ tiêu chủ yếu`
    if figure.counted in CLASSIFIERS:
        behind = without_asked(behind)  # `trên tổng số 2.100 căn được giao`
    figure.noun_words = behind if figure.counted not in CLASSIFIERS and behind.lower() not in CLASSIFIERS else ""
    alone = not _is_more(behind, figure)
    if not subject and not chain and low.endswith((" tại ", " ở "), 0, figure.start):
        return behind  # `vượt dự toán 12 tỷ đồng tại 6 đơn vị`
    if figure.depth and alone and _is_other_thing(figure, tokens):
        return behind  # `16 đơn vị hành chính (14 xã và 2 thị trấn)`
    if known := _known_count(low, figure, subject, behind, main, topic):
        return known
    if not figure.noun_words and subject and alone and not ACTOR.match(lowered):
        return (
            subject
            if not (figure.counted or "").startswith("lượt")
            or (lowered not in _RECEIVING and (" " in subject or not chain <= {"fill"}))
            else joined(subject, behind)
        )
    if ":" in chain and alone and len(subject.split()) > 2:
        return subject
    if figure.noun_words and "reach" in chain and _AT_LEVEL.fullmatch(lowered):
        return joined(behind, subject)  # `Cấp huyện là 94 cuộc kiểm tra`
    if not alone and lowered.endswith(_HELPING) and low.endswith("thực hiện ", 0, figure.start):
        return joined(verb_of(subject), behind)  # `hỗ trợ thực hiện 33 công trình giao thông`
    if lowered.endswith(" làm") and not lowered.endswith("việc làm"):
        return behind  # `14 vụ TNGT đường bộ làm 9 người chết`
    if figure.subject.rstrip().endswith((" xảy ra tại", " xảy ra ở", " xuất hiện tại", " xuất hiện ở")):
        return joined(_HAPPENS.sub("", subject), behind)
    if subject and (figure.counted or "-") in lowered and low.startswith("còn ", figure.chain_start):
        return subject if behind.lower() == figure.counted else behind
    own = len(subject.split()) > 2 and not ACTOR.match(lowered) and lowered.startswith(f"{figure.counted} ")
    if own and behind.lower() == figure.counted:  # `Trường học đạt chuẩn quốc gia có 392/458 trường`
        return subject
    if "have" in chain and alone and _owns(figure, subject, tokens):
        return joined(behind, subject)  # `mầm non có 43 trường, tiểu học có 109 trường`
    within = figure.said.rstrip().endswith(_WITHIN_ENDS) and _WITHIN.search(figure.said) is not None
    some = figure.said.lstrip(" ,;").startswith(_OUT_OF_SOME)  # `Trong số đã giải quyết có 20.475 hồ sơ đúng hạn`
    if within or (chain & {"have", "among"} and (some or not HEAD.match(lowered))):
        return behind
    if subject and not ACTOR.match(lowered) and _is_name(figure, lowered):
        return subject
    return joined(verb_of(subject), behind)


def _is_name(figure: Figure, subject: str) -> bool:
    """Whether the subject names what is counted: it reaches so many, is a head of amounts, or holds the noun."""
    chain = figure.chain
    if "reach" in chain or HEAD.match(subject) or (figure.counted or "-") in subject.rpartition(", ")[2]:
        return True
    return "from" in chain and len(subject.split()) > 2 and not _is_another_clause(figure)


def _total_of(low: str, figure: Figure, previous: Figure | None) -> str:
    """`kết nạp 78 đảng viên mới, đưa tổng số lên 492 đồng chí`: the total of what was counted before by another noun; empty for others."""
    if previous is None or previous.counted is None or "fill" not in figure.chain or figure.counted not in CLASSIFIERS:
        return ""
    if previous.counted == figure.counted or "tổng số" not in low[figure.chain_start : figure.start]:
        return ""
    return joined("tổng số", previous.counted.removesuffix(" mới"))


def _known_count(low: str, figure: Figure, subject: str, behind: str, main: str, topic: str) -> str:
    """The name of a count that the label, the name before or the verb says; empty where the subject and the words behind say it."""
    lowered, alone = subject.lower(), not _is_more(behind, figure)
    if not subject and alone and figure.counted not in CLASSIFIERS and low.startswith(_OF_ALL, figure.chain_start):
        return behind  # `3.412 hộ nghèo trên tổng số 24.860 hộ`
    if not subject and alone and figure.counted in _JUDGED and (judged := _VERDICT_BEHIND.match(low, figure.end)):
        return f"{behind} {judged[1]}"  # `thông qua 10 chỉ tiêu; đã có 2 chỉ tiêu vượt`
    if not subject and main and alone and says_nothing_new(figure.counted or "", main):
        return _MEASURE_OF.sub("", main)  # `vốn đăng ký 245 triệu USD, lũy kế có 86 dự án`
    if not subject and topic and alone and figure.chain & {"plan", "result"}:
        return topic
    if (
        not subject
        and alone
        and topic.lower().startswith(f"{figure.counted} ")
        and len(topic.split()) <= _LONGEST_LABEL
    ):
        return topic  # `Hộ nghèo: cuối năm còn 142 hộ`
    if alone and main and lowered in _SOLVING and (at := main.lower().find(f"{figure.counted} ")) >= 0:
        return joined(subject, main[at:])  # `tiếp nhận 46 vụ phạm pháp; đã làm rõ 41/46 vụ`
    if lowered in _GRADES:
        return joined(figure.counted or "", subject)  # `52 xã đạt chuẩn; nâng cao có 19 xã`
    if _only_done(subject, behind):
        return joined(subject, behind)
    if alone and (known := _named_by_label(figure, subject, topic)):
        return known
    if receiving := _receiving_verb(figure, lowered):
        return joined(receiving, behind)
    return ""


def _receiving_verb(figure: Figure, lowered: str) -> str:
    """`vườn trà có chỗ đứng, cả năm đón 3,1 triệu lượt khách`: the verb that a long subject ends with, of who came; empty for others."""
    last = lowered.rpartition(", ")[2]
    if last in _RECEIVING and last != lowered:
        return last
    if not (figure.counted or "").startswith("lượt"):
        return ""
    words = lowered.split()
    if len(words) <= _SHORT_SUBJECT:
        return ""
    ends = (" ".join(words[-2:]), words[-1])
    return next((verb for verb in ends if verb in _RECEIVING), "")


def _owns(figure: Figure, subject: str, tokens: list[Token]) -> bool:
    """Whether the subject says whose things are counted, where others of the sentence have some too."""
    lowered = subject.lower()
    if not 0 < len(lowered.split()) <= 4 or _NO_OWNER.match(lowered) or HEAD.match(lowered):
        return False
    return any(
        token.figure is not None
        and token.figure is not figure
        and token.figure.counted == figure.counted
        and place
        and tokens[place - 1].role == "have"
        for place, token in enumerate(tokens)
    )


_NO_OWNER = re.compile(
    r"(?:toàn|cả|trên|hiện|trong|đến|tính|năm|kết quả|đã|bình quân|số|tổng|mỗi|các|đó|qua|về|địa bàn|thành phố$|tỉnh$|huyện$|xã$|đảng bộ|ubnd|hđnd)(?![^\W_])"
)


def _is_other_thing(figure: Figure, tokens: list[Token]) -> bool:
    """Whether the figure right behind an opening parenthesis counts another noun than the one before it."""
    at = figure.token - 1
    if at < 1 or tokens[at].role != "(" or figure.counted in CLASSIFIERS:
        return False
    before = tokens[at - 1].figure
    if before is None or before.counted is None or before.counted == figure.counted:
        return False
    own = clean(figure.subject)  # `124 mã số vùng trồng (sầu riêng 86 mã, chuối 14 mã)`
    return not (own and before.counted.startswith(f"{figure.counted} "))


def _is_another_clause(figure: Figure) -> bool:
    """`Mạng lưới được sắp xếp lại, từ 61 trường còn 52 trường`: what stands before the comma tells what was done."""
    words = figure.said.rstrip()
    return words.endswith(",") and " được " in words and figure.counted not in CLASSIFIERS


def says_nothing_new(noun: str, main: str) -> bool:
    """Whether a noun alone names no other thing than the figure before: `con`, `hộ` after `hộ nghèo`; not `trường mầm non` after `trường`."""
    lowered = main.lower()
    if lowered.startswith("đơn vị hành chính"):
        return noun == "đơn vị"  # `106 đơn vị hành chính cấp xã, gồm 85 xã, 12 phường`
    return noun in CLASSIFIERS or (noun in lowered and not lowered.endswith(f", {noun}"))
