"""A subject without the words of the report: what only says that a figure is compared, planned or reached (`so với mức`, `mục tiêu`, `KQ`).

Takes a figure with its cleaned subject; gives the subject where it names something, else empty words.
"""

from __future__ import annotations

import re

from muctieu.claims.figures import Figure
from muctieu.claims.labels import ASSESSES, REPORT_BEGINS, REPORT_WORDS, is_field
from muctieu.claims.relation_names import only_relates
from muctieu.claims.set_clauses import without_setter
from muctieu.claims.shared_names import GOAL_WORDS
from muctieu.claims.subject_words import HEAD, clean
from muctieu.text.lexicon import lexicon

_COMPARING = re.compile(
    r"(?:(?:tỷ lệ|tỉ lệ) )?(?:(?:cao|thấp|nhiều|ít|lớn|nhỏ) hơn(?: mức| so với)?|(?:tăng |giảm )?so với (?:mức|con số)|mức|con số)"
)
_WHY = re.compile(r"(?:^|(?<=\w) (?:do|vì|bởi) )(?:(?!(?: do | vì | bởi )).)* nên$")
_CAUSES = re.compile(r"(?:do|vì|bởi|nhờ)(?: [^\W\d_]+){2,10}$")
_WHY_THEN = re.compile(r"^(?:do|vì|bởi|nhờ)(?: vì)? .* nên (?:(?:mới chỉ|chỉ mới|mới|chỉ|đã|cũng) )?", re.IGNORECASE)
_REACHES = re.compile(
    r"^(?:(?:khó|chưa|không|đã|sẽ|cơ bản|khó có khả năng|có khả năng) )?(?:đạt|vượt|hoàn thành) (?=(?:mục tiêu|chỉ tiêu|kế hoạch|nghị quyết)(?![^\W_]))",
    re.IGNORECASE,
)
_VERBS = frozenset((*lexicon("naming")["deeds"], *lexicon("naming")["raising"]))
_SUMS = {
    "số thu": ("thu ", "tổng thu", "tổng số thu"),
    "tổng thu": ("thu ", "tổng thu"),
    "số chi": ("chi ", "tổng chi", "tổng số chi"),
    "số khách": ("khách ", "lượng khách", "lượt khách"),
}
_KINDS = frozenset(lexicon("naming")["kinds"])


def without_words_of_report(figure: Figure, subject: str, main: str, listed: str) -> str:
    """The subject where it names something; empty where it only says what is compared, planned or reached (`so với mức`, `mục tiêu`, `KQ`)."""
    if subject.endswith(" nên"):
        subject = _WHY.sub("", subject)  # `tháng 2 trùng Tết nên còn 118 triệu USD`, `Hè Thu do hạn nên ước 49 tạ/ha`
    elif " nên " in subject:
        subject = _WHY_THEN.sub("", subject)  # `do thị trường chững lại nên mới thu 96 tỷ đồng`
        so = subject.rpartition(" nên ")[2]
        subject = so if HEAD.match(so.lower()) else subject  # `thẻ nhóm lao động bị cắt nên độ bao phủ còn 88%`
    if (main or listed) and " " in subject and _CAUSES.match(subject.lower()):
        return ""  # `Năm 2021 do ảnh hưởng của dịch bệnh chỉ tăng 4,86%`
    if main and (_compares(subject) or _is_within(subject, main)):
        return ""
    if main and subject.lower() in _SUMS and main.lower().startswith(_SUMS[subject.lower()]):
        return ""  # `Thu ngân sách 1.546 tỷ đồng. Số thu năm 2025 tăng 58%`
    if figure.counted is None and subject.lower() in _VERBS and listed.lower().startswith(f"{subject.lower()} "):
        return ""  # `Huy động vốn đầu tư: nửa nhiệm kỳ đã huy động 6.930 tỷ đồng`
    if figure.counted is None and subject.lower() in _RAISES and _CAPITAL.match(main.lower()):
        return ""  # `Tổng vốn đầu tư đạt 9.480 tỷ đồng, bình quân mỗi năm huy động 1.896 tỷ đồng`
    if listed and only_relates(subject):
        return ""
    if figure.kind == "target":
        subject = clean(GOAL_WORDS.sub("", _REACHES.sub("", without_setter(subject))))
    if ": " in subject and REPORT_WORDS.fullmatch(subject.rpartition(": ")[2].lower()):
        subject = subject.rpartition(": ")[0]
    lowered = subject.lower()
    may_say_nothing = len(subject) < _LONGEST_REPORT_WORDS
    says_nothing = may_say_nothing and (
        (lowered[:2] in REPORT_BEGINS and REPORT_WORDS.fullmatch(lowered) is not None)
        or ASSESSES.fullmatch(lowered) is not None
        or (not figure.depth and is_field(lowered, figure))
    )
    is_school = subject == "TH" and (figure.depth or figure.counted in _OF_SCHOOLS)
    return "" if says_nothing and not is_school else subject


_RAISES = frozenset(("huy động", "huy động được", "đã huy động", "đã huy động được"))
_CAPITAL = re.compile(r"(?:tổng )?(?:(?:số|nguồn) )?(?:vốn|nguồn lực)(?![^\W_])")
_LONGEST_REPORT_WORDS = 27
_OF_SCHOOLS = frozenset(
    ("em", "học sinh", "hs", "cháu", "lớp", "trường", "giáo viên", "gv", "phòng học")
)  # `TH 520 em`


def _compares(subject: str) -> bool:
    """`cao hơn`, `so với mức`: words that compare and name nothing."""
    return subject.endswith(("hơn", "với", "mức", "số")) and _COMPARING.fullmatch(subject.lower()) is not None


def _is_within(word: str, name: str) -> bool:
    """Whether the one word stands in the name already (`thu` in `Tổng thu ngân sách`), so that it names nothing new."""
    lowered, named = word.lower(), f" {name} ".lower()
    listed = f", {lowered} " in named or f" {lowered}, " in named  # `Tổng đàn trâu, bò 842 con (bò 730 con)`
    return " " not in word and f" {lowered} " in named and not listed and lowered not in _KINDS
