"""Items that are numbered by a word: `* Chỉ tiêu 4 - Thu ngân sách trên địa bàn. Năm 2021 …`, `Tiêu chí số 7: Trường học đạt 82%`.

Takes the text (or its lower case) and where a line begins; says where the mark ends, and what the item behind it is about. Knows no figure.
"""

from __future__ import annotations

import re

_WORDS = (
    "chỉ tiêu",
    "tiêu chí",
    "mục tiêu",
    "nhiệm vụ",
    "nội dung",
    "nhóm chỉ tiêu",
    "nhóm tiêu chí",
    "khâu đột phá",
    "đột phá",
    "các chỉ tiêu",
    "các tiêu chí",
)
_LETTERS = re.compile("iêu|IÊU|iệm vụ|IỆM VỤ|i dung|I DUNG|đột|ĐỘT|Đột")  # one stands in each of them
_OPENING = 28
_MARK = re.compile(
    rf"[^\w\n]{{0,4}}(?:\d{{1,2}}[.)] )?(?:{'|'.join(_WORDS)})(?: (?:thứ|số))? \d{{1,2}}"
    r"(?:(?:, | và |; |-)(?:chỉ tiêu |tiêu chí )?(?:số )?\d{1,2}| - \d{1,2}(?=:))*\s?"
    r"(?:[-–:.)/]\s*(?=[(“\"]?[^\W\d_])|:\s+(?=\d)|(?=\())",
    re.IGNORECASE,
)
# `Cơ cấu kinh tế: …`, `Thu ngân sách trên địa bàn. Năm 2021 …`, `Hộ nghèo (chuẩn đa chiều): …`
_NAME = re.compile(r"(?P<name>[^\W\d_][^\d\n:.;]{2,70}?)(?: \([^()\n]{2,40}\))?(?:: | [-–] |\. (?=[^\W\d_]))")


# `(9) Lao động qua đào tạo. Đến năm 2025 phải đạt 65%. …`: an item whose first sentence tells a goal of its title.
_RUN_IN = re.compile(
    r"[^\w\n]{0,3}(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[ivx]{1,4})[.)/]+\s*(?P<name>[^\W\d_](?:(?! theo hướng | ngày càng | tiếp tục | chuyển dịch | chuyển biến | đổi thay | phát triển | có bước | duy trì )[^\d\n:.;]){2,70}?)(?: \([^()\n]{2,60}\))?\. "
    r"(?=(?:theo )?(?:nghị quyết|nq|mục tiêu|chỉ tiêu|kế hoạch|đại hội|yêu cầu|cái mốc|đích|mức giao|giao(?= \d)|giữ ổn định|giữ vững(?= ở| \d)|phấn đấu|năm 20\d\d (?:phải|cần|đạt|có|là)|(?:đến|hết|cuối|tới)(?: hết| cuối)? năm 20\d\d|bình quân|hằng năm|hàng năm|mỗi năm)(?![^\W_]))",
    re.IGNORECASE,
)


def run_in_title(text: str, line: int, until: int) -> re.Match[str] | None:
    """The title of the numbered item whose line begins at `line` (group `name`), up to the sentence that tells its goal; None where no such title ends before `until`."""
    if text.find(". ", line, until) < 0:
        return None
    return _RUN_IN.match(text, line, until)


def end_of_mark(text: str, begin: int) -> int:
    """Where the words that number the item end which begins at `begin`; `begin` itself where it is no such item.

    >>> end_of_mark("* Chỉ tiêu 4 - Thu ngân sách", 0)
    15
    >>> end_of_mark("Chỉ tiêu 95% chưa đạt", 0)
    0
    """
    if _LETTERS.search(text, begin, begin + _OPENING) is None:
        return begin  # most sentences
    mark = _MARK.match(text, begin)
    return begin if mark is None else mark.end()


def name_of_item(text: str, behind: int, until: int) -> str:
    """What the item is about whose mark ends at `behind`, told before `until`: `Thu ngân sách. Năm 2021 …` → `Thu ngân sách`; empty where no sign ends its name."""
    name = _NAME.match(text, behind, until)
    return name["name"].rstrip(" ,") if name is not None else ""
