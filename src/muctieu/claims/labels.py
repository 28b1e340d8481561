"""The label of a list item: `- Sốt xuất huyết: ghi nhận 1.342 ca mắc`, `(4) Sản lượng thủy, hải sản: mục tiêu 24.000 tấn; kết quả 21.480 tấn`.

Takes the text and the figures of a sentence; says what the item is about, and which of its figures are figures of that and nothing else.
"""

from __future__ import annotations

import re

from muctieu.claims.figures import Figure
from muctieu.claims.item_marks import end_of_mark, name_of_item, run_in_title
from muctieu.claims.subject_words import HEAD, clean
from muctieu.document.sentences import REACH
from muctieu.text.lexicon import lexicon

# Words that say whether a figure is planned or reached, and of what nothing.
_REPORT_WORDS = (
    r"con số này",
    r"số này",
    r"tỷ lệ này",
    r"chỉ số này",
    r"kq",
    r"kết quả",
    r"kết quả (?:giữa|cuối|cả) nhiệm kỳ",
    r"kết quả thực hiện",
    r"th",
    r"thực hiện",
    r"ck",
    r"cùng kỳ",
    r"kỳ này",
    *(rf"{word} (?:quý|tháng)" for word in ("từng", "các", "theo", "theo từng", "qua các", "qua từng")),
    r"kỳ trước",
    r"so với kỳ trước",
    *(
        rf"{word} (?:từng|các|theo|theo từng) (?:quý|tháng)"
        for word in ("diễn biến", "tính", "xét", "kể", "chia", "nhìn")
    ),
    r"năm (?:nay|này|trước|ngoái|rồi)",
    r"mức (?:được )?giao",
    r"(?:cái )?đích(?: đến)?(?: (?:đến )?(?:năm )?20\d\d)?",
    r"so với thực hiện",
    r"so với thực hiện (?:năm trước|cùng kỳ)",
    r"so thực hiện",
    r"so ck",
    r"so với ck",
    r"kh",
    r"kế hoạch",
    r"dt",
    r"dự toán",
    r"ct",
    r"chỉ tiêu",
    r"mục tiêu",
    r"ước th",
    r"th ?/ ?kh",
    r"đặt(?: ra)?",
    r"(?:trên )?thực tế",
    r"kết quả thực tế",
    r"nqđh",
    r"nq",
    r"nghị quyết(?: đại hội| đảng bộ| hđnd)?",
)
REPORT_WORDS = re.compile("|".join(_REPORT_WORDS))
REPORT_BEGINS = frozenset(words[:2] for words in _REPORT_WORDS)  # asked first: most words begin otherwise
_TELLS_RESULTS = re.compile(
    r"\s*(?:mục tiêu|chỉ tiêu|kế hoạch|kh|nq(?:đh)?|nghị quyết|dt(?= ?[:\d]| (?:là|giao|huyện|tỉnh|năm|được))|dự toán|kết quả(?! (?:rà soát|điều tra|bình xét|kiểm tra|đánh giá|phân loại))|kq|lũy kế|luỹ kế|thực hiện|th|đầu nhiệm kỳ|đầu kỳ|đích|cái mốc|mốc|(?:đến |hết |cuối )*năm 20\d\d,? (?:đạt|là|có(?= \d)))(?![^\W_])"
)


ASSESSES = re.compile(
    r"(?:một số |những |về )?(?:hạn chế|tồn tại|khuyết điểm|yếu kém|ưu điểm|(?:mặt|cái|điều|điểm|việc|phần|chỗ)(?: (?:chưa|còn))? (?:làm )?(?:được|mạnh|yếu|sáng|nổi bật|vướng|thiếu)|cái|mặt|đánh giá(?: chung)?|nhận xét|nhìn chung|kết quả đạt được|(?:trong )?(?:điều kiện|bối cảnh)(?: [^:]*)?|(?:các )?(?:mục tiêu|chỉ tiêu|kế hoạch|nhiệm vụ)(?: (?:chủ yếu|cụ thể|phấn đấu|trọng tâm|chính))*)(?:, (?:hạn chế|yếu kém|khuyết điểm|tồn tại))?"
)
_IN_ALL = re.compile(
    r",? (?:đều |kéo |tiếp tục )?(?:tăng|giảm)(?: (?:sâu|mạnh|đều|trên|ở|về))* cả (?:\d\d?|hai|ba) (?:tiêu chí|mặt|chỉ số)$"
)
# `Xuất khẩu là điểm sáng: …`, `Giải ngân vốn đầu tư công còn chậm: …`
_PREDICATE = re.compile(
    r"(?<=[^\W\d_])(?: (?:là|vẫn là|tiếp tục là) (?:điểm sáng|điểm nhấn|điểm nghẽn|điểm yếu|điểm tựa|trụ đỡ|bệ đỡ|động lực|khâu yếu|thế mạnh|lực kéo)(?: [^\W\d_]+){0,4}"
    r"|(?:,? (?:vẫn|còn|tiếp tục|đã|rất|khá|hơi|dần|có phần|có dấu hiệu|bắt đầu))* (?:ì ạch|chậm|chậm chạp|trì trệ|khởi sắc|sôi động|trầm lắng|đóng băng|bứt phá|tăng tốc|chững lại|phục hồi|hồi phục|sa sút|gặp khó|gặp khó khăn|khó khăn|thuận lợi|đạt thấp|đạt khá|được kéo giảm|được kiềm chế|được kiểm soát|được giữ vững|được nâng lên|được cải thiện|được quan tâm|dậm chân tại chỗ|giậm chân tại chỗ|làm (?:khá |rất )?(?:căn cơ|tốt|bài bản|quyết liệt|đều tay))(?: (?:nhanh|mạnh|rõ|rõ nét|khá|tốt|dần|nhiều|đáng kể))?)$"
)
_BY_WHAT = re.compile(
    r"(?:(?:diễn biến |tính |xét )?(?:theo |qua )?(?:từng |các )?(?:quý|tháng))$|(?:diễn biến )?(?:từng|các|qua các) (?:quý|tháng)(?![^\W_])|(?:xếp|chia|phân|phân loại|tách|tính|phân tổ)(?: ra)? theo "
)
HERD = re.compile(
    r"đàn(?: [^\W\d_]+,?){1,4}?(?= (?:sau|do|đang|vẫn|đã|được|có mặt|hiện có|tại thời điểm|tính đến|bị|chưa|tiếp tục|phát triển|tăng|giảm|ổn định|cơ bản|từng bước|phục hồi|hồi phục|khôi phục)(?![^\W_]))"
)
_FIELDS = frozenset(lexicon("naming")["fields"])
_PARTS_OF_FIELDS = _FIELDS.union(lexicon("naming")["field_parts"])
_LISTS = (" là", " gồm", " gồm có", " như sau", " sau", " sau đây")
_KINDS_OF_LIST = frozenset(
    ("nội dung", "hình thức", "lĩnh vực", "phân loại", "loại", "đối với cá nhân", "đối với tập thể", "đối với tổ chức")
)
_OF_SHARES = re.compile(r"(?:cơ cấu|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng)(?![^\W_])", re.IGNORECASE)


# `Công nghiệp, xây dựng: Giá trị sản xuất tăng 10,6%`: output that has no name of its own is that of the branches before it
_OUTPUT = re.compile(
    r"\s*(?:tổng )?(?:giá trị(?: sản xuất| sx| tăng thêm| gia tăng)?|gtsx|doanh thu)(?= (?:ước|đạt|tăng|giảm|6|9|\d|năm|quý|cả|toàn ngành|ngành này)(?![^\W_]))",
    re.IGNORECASE,
)


_OF_ALL = frozenset(("dân số", "số dân", "số hộ", "tổng số hộ", "tổng dân số"))  # `Bao phủ BHYT: mục tiêu 98% dân số`


_LONGEST_LABEL, _LONGEST_ITEM = 70, 120  # letters; an item's, with its year and what stands in parentheses


_UNTIDY_MARK = re.compile(r"^\s*(?:[a-zđ]|\d{1,2}),\s+(?=[^\W\d_])")  # `c, Thủy sản: …`
_OF_UNIT = re.compile(
    r"\s*\((?:ĐVT|đvt|[Đđ]ơn vị(?: tính)?)[^()\n]{1,24}\)$"
)  # `Thu ngân sách (ĐVT: triệu đồng): 2.301`


def topic_of(text: str, first: Figure) -> str:
    """What the item is about in which the first figure of a sentence stands; empty where no label says it."""
    begin = max(0, first.start - REACH)
    line = text.rfind("\n", begin, first.start) + 1 or begin
    behind = end_of_mark(text, line)
    if behind > line:
        if item := name_of_item(text, behind, first.start):
            later = _OF_SHARES.match(item) and text.find(". ", behind + len(item), first.start) >= 0
            return "" if later or is_field(item.lower(), first) else item
        line = behind
    elif run_in := run_in_title(text, line, first.start):
        own = text.rfind(": ", max(run_in.end(), text.rfind(". ", line, first.start)), first.start)
        if own < 0 or REPORT_WORDS.match(text[text.rfind(". ", line, own) + 2 : own].lower()):
            later = _OF_SHARES.match(run_in["name"]) and text.find(". ", run_in.end(), first.start) >= 0
            return "" if later or is_field(run_in["name"].lower(), first) else run_in["name"]
    colon = _colon(text, line, first)
    if colon < 0:
        return ""
    results = _TELLS_RESULTS.match(text[colon + 1 : colon + 40].lower()) is not None
    reach = _LONGEST_ITEM if results else _LONGEST_LABEL
    if colon - line > reach and ". " not in text[max(line, colon - reach) : colon]:
        return ""
    words = _OF_UNIT.sub("", text[line:colon]).rpartition(". ")[2]
    if words.count("(") > words.count(")"):
        return ""  # `nông dân xuống giống 310 ha (tháng 7: 120 ha). Cộng dồn được 590 ha`
    before, _, last = words.rpartition(": ")
    label = clean(_UNTIDY_MARK.sub("", last))
    if before and (not label or REPORT_WORDS.fullmatch(last.lower()) is not None):
        label = clean(before.rpartition(": ")[2])  # `Y tế: BHYT: KQ: 57.872 người`, `BHYT: năm 2023: 91,2%` → `BHYT`
    if last.endswith(_LISTS) and text.find(". ", colon, first.start) >= 0:
        return ""  # `Ba chỉ tiêu chưa đạt là: …. Sản lượng lúa 1.263 tấn`: what an earlier sentence listed
    label = _PREDICATE.sub("", label.removesuffix(" là")) if " " in label else label
    if label[:3].lower() == "đàn" and (herd := HERD.match(label.lower())) is not None:
        label = label[: herd.end()]  # `Đàn lợn sau dịch bệnh chưa hồi phục: hiện có 68.000 con`
    if " cả " in label:
        label = _IN_ALL.sub("", label)  # `Tai nạn giao thông giảm cả 3 tiêu chí: giảm 02 vụ`
    lowered = label.lower()
    if HEAD.match(lowered) and text.find(". ", colon, first.start) >= 0:
        return ""  # what an earlier sentence listed
    if ASSESSES.fullmatch(lowered) or is_field(lowered, first) or _BY_WHAT.match(lowered):
        return ""
    longest = 18 if results else 14 if HEAD.match(lowered) else 7
    results = results and text.find(". ", colon, first.start) < 0
    listed = ("," in label and not results and not _OUTPUT.match(text, colon + 1)) or lowered in _KINDS_OF_LIST
    return label if 0 < len(label.split()) <= longest and not listed else ""


def is_field(label: str, figure: Figure) -> bool:
    """`Giáo dục: 44/51 trường đạt chuẩn`: the label (lower case) only says to which field of work the things counted belong."""
    if figure.counted is None:
        return False
    return label in _FIELDS or ("," in label and all(part in _PARTS_OF_FIELDS for part in label.split(", ")))


def _colon(text: str, line: int, first: Figure) -> int:
    """Where the label's colon stands, in the figure's own sentence if it can be; -1 for nowhere."""
    colon = text.rfind(": ", text.rfind(". ", line, first.start) + 1 or line, first.start)
    return colon if colon >= 0 else text.find(": ", line, min(first.start, line + 4000))


def tells_results_of(text: str, low: str, first: Figure) -> bool:
    """Whether the item tells what was planned and reached of its label, right behind the colon."""
    line = text.rfind("\n", max(0, first.start - REACH), first.start) + 1 or max(0, first.start - REACH)
    if end_of_mark(low, line) > line or run_in_title(low, line, first.start):
        return True  # `* Chỉ tiêu 7 - Kết nạp đảng viên: năm 2021 được 206 đồng chí`
    colon = text.find(": ", line, first.start)
    return colon >= 0 and _TELLS_RESULTS.match(low, colon + 1) is not None


def is_of_item(figure: Figure, name: str, item: str) -> bool:
    """Whether the figure has no name of its own but a word or two of verbs, or what it counts behind words of the item's name: `mục tiêu huy động 12.500 tỷ đồng`, `năm 2021 giải quyết 1.385 lao động`."""
    lowered = name.lower()
    if REPORT_WORDS.fullmatch(lowered) or (figure.unit == "%" and lowered in _OF_ALL):
        return not figure.depth
    if figure.depth or HEAD.search(lowered):
        return False
    if figure.counted is None:
        return len(name.split()) <= 2
    label = item.lower()
    own = lowered.endswith(figure.counted) or figure.counted in label  # `thành lập`, of what is counted in the label
    return own and lowered.removesuffix(figure.counted).strip() in label
