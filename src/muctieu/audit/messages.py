"""The sentences of findings, in Vietnamese and in English. Takes a finding, gives one sentence; computes nothing."""

from __future__ import annotations

from muctieu.audit.finding import Finding
from muctieu.errors import Language

TITLES: dict[Language, dict[str, str]] = {
    "vi": {
        "ratio": "tỷ lệ của phần trong tổng thể",
        "shares_sum": "các tỷ trọng cộng lại",
        "parts_sum": "các phần cộng lại",
        "growth": "tăng, giảm so với gốc",
        "target_gap": "chênh so với chỉ tiêu",
        "attainment": "mức đạt kế hoạch",
        "tally": "số đếm và danh sách",
        "repeat": "một số liệu nêu hai lần",
        "impossible": "điều không thể",
        "across": "nhiều báo cáo của một nơi",
    },
    "en": {
        "ratio": "a part of a whole",
        "shares_sum": "shares of one whole",
        "parts_sum": "parts and their total",
        "growth": "rise or fall from a basis",
        "target_gap": "gap to a target",
        "attainment": "attainment of a plan",
        "tally": "a count and its list",
        "repeat": "one figure given twice",
        "impossible": "what cannot be",
        "across": "several reports of one place",
    },
}
_VI = {
    "ratio": "{first} trên {second} là {expected}, báo cáo ghi {stated}",
    "ratio_part": "{first} là {expected}, báo cáo ghi {stated}",
    "sum": "các phần {terms} cộng lại là {expected}, tổng ghi {stated}",
    "flow": "từ {first} tính cả tăng, giảm trong kỳ còn {expected}, báo cáo ghi {stated}",
    "hundred": "các tỷ trọng cộng lại là {reported}%, không phải 100%",
    "same": "cùng chỉ tiêu, cùng kỳ: chỗ này ghi {stated}, chỗ khác ghi {first}",
    "change": "{first} so với {second} chênh {expected}, báo cáo ghi {stated}",
    "mean_change": "{first} so với {second} là {expected} mỗi năm, báo cáo ghi {stated}",
    "growth": "{first} so với {second} là {expected}, báo cáo ghi {stated}",
    "multiple": "{first} so với {second} là {expected}, báo cáo ghi {stated}",
    "rise": "{first} với mức chênh {second} là {expected}, báo cáo ghi {stated}",
    "product": "{first} nhân {second} là {expected}, báo cáo ghi {stated}",
    "mean": "{first} chia đều các năm là {expected}, báo cáo ghi {stated}",
    "mean_rate": "các năm bình quân là {expected}, báo cáo ghi {stated}",
    "yearly_rate": "{first} qua {steps} năm tính ra mỗi năm là {expected}, báo cáo ghi {stated}",
    "mean_month": "{first} chia đều {steps} tháng là {expected}, báo cáo ghi {stated}",
    "mean_each": "{first} chia đều {steps} dòng của bảng là {expected}, báo cáo ghi {stated}",
    "impossible_fall": "không thể giảm quá 100%: báo cáo ghi giảm {stated}",
    "impossible_share": "tỷ lệ {stated} vượt quá 100% của tổng thể",
    "impossible_part": "phần lớn hơn tổng thể: {stated}",
    "impossible_among": "phần {stated} lớn hơn tổng {first} mà nó thuộc về",
    "impossible_date": "không có ngày {words} trong lịch",
    "impossible_span": "khoảng thời gian {words} kết thúc trước khi bắt đầu",
    "impossible_basis": "chênh {stated} lớn hơn chính giá trị {first}: mức gốc sẽ âm",
    "direction": "lời văn nói {words} nhưng số liệu đi từ {first} đến {stated}",
    "wholes": "mẫu số {stated} khác mẫu số {first} của cùng đối tượng",
    "verdict_exceeded": "ghi “{words}” nhưng kết quả {stated} không vượt mục tiêu {first}",
    "verdict_met": "ghi “{words}” nhưng kết quả {stated} chưa đạt mục tiêu {first}",
    "verdict_missed": "ghi “{words}” nhưng kết quả {stated} đã đạt mục tiêu {first}",
    "rated_exceeded": "ghi “{words}” nhưng mức đạt {stated} không quá 100%",
    "rated_met": "ghi “{words}” nhưng mức đạt {stated} chưa tới 100%",
    "rated_missed": "ghi “{words}” nhưng mức đạt là {stated}",
    "tally_table": "báo cáo ghi {stated}, trong bảng có {expected_number} dòng như vậy",
    "tally_statements": "hai chỗ nêu khác nhau về cùng một bộ: {stated} và {first}",
    "across_contradicted": "{indicator} ({period}): báo cáo này ghi {stated}, «{other}» ghi {first}",
    "across_revised": "{indicator} ({period}): {stated} thay cho {first} trong «{other}»; một trong hai là số ước",
    "across_rounded": "{indicator} ({period}): {stated} và {first} trong «{other}» là một số làm tròn khác nhau",
    "tally_ranks": "báo cáo ghi {stated}, các giải kèm theo cộng lại là {expected_number}",
    "tally_unlisted": "danh sách của {stated} không có {indicator}, mà {first} thấp hơn chỉ tiêu ghi bên cạnh",
    "tally_rest": "báo cáo ghi {stated}, trừ các tên kể là chưa đạt thì còn {expected_number}",
    "tally_list": "báo cáo ghi {stated}, danh sách kèm theo có {expected_number}",
}
_EN = {
    "ratio": "{first} of {second} is {expected}, the report says {stated}",
    "ratio_part": "{first} is {expected}, the report says {stated}",
    "sum": "the parts {terms} make {expected}, the total says {stated}",
    "flow": "{first} with what came and went leaves {expected}, the report says {stated}",
    "hundred": "the shares make {reported}%, not 100%",
    "same": "the same indicator and period: {stated} here, {first} elsewhere",
    "change": "{first} against {second} differs by {expected}, the report says {stated}",
    "mean_change": "{first} against {second} is {expected} a year, the report says {stated}",
    "growth": "{first} against {second} is {expected}, the report says {stated}",
    "multiple": "{first} against {second} is {expected}, the report says {stated}",
    "rise": "{first} with a difference of {second} is {expected}, the report says {stated}",
    "product": "{first} times {second} is {expected}, the report says {stated}",
    "mean": "{first} spread over the years is {expected}, the report says {stated}",
    "mean_rate": "the years come to {expected} on average, the report says {stated}",
    "yearly_rate": "{first} over {steps} years is {expected} in each, the report says {stated}",
    "mean_month": "{first} spread over {steps} months is {expected}, the report says {stated}",
    "mean_each": "{first} spread over the {steps} rows of the table is {expected}, the report says {stated}",
    "impossible_fall": "nothing can fall by more than 100%: the report says {stated}",
    "impossible_share": "the share {stated} is more than the whole",
    "impossible_part": "the part is larger than its whole: {stated}",
    "impossible_among": "the part {stated} is larger than the total {first} that it belongs to",
    "impossible_date": "no calendar has the day {words}",
    "impossible_span": "the span of time {words} ends before it begins",
    "impossible_basis": "the difference {stated} is larger than the value {first} itself: the basis would be below zero",
    "direction": "the words say {words}, the figures go from {first} to {stated}",
    "wholes": "the denominator of {stated} is not that of {first}, for the same things",
    "verdict_exceeded": "it says “{words}”, yet the result {stated} does not exceed the target {first}",
    "verdict_met": "it says “{words}”, yet the result {stated} does not reach the target {first}",
    "verdict_missed": "it says “{words}”, yet the result {stated} reaches the target {first}",
    "rated_exceeded": "it says “{words}”, yet the attainment {stated} is not above 100%",
    "rated_met": "it says “{words}”, yet the attainment {stated} is below 100%",
    "rated_missed": "it says “{words}”, yet the attainment is {stated}",
    "tally_table": "the report says {stated}, the table has {expected_number} such rows",
    "tally_statements": "two statements of one list differ: {stated} and {first}",
    "across_contradicted": "{indicator} ({period}): this report says {stated}, “{other}” says {first}",
    "across_revised": "{indicator} ({period}): {stated} in place of {first} in “{other}”; one of them is an estimate",
    "across_rounded": "{indicator} ({period}): {stated} and {first} in “{other}” are one figure rounded otherwise",
    "tally_ranks": "the report says {stated}, the prizes that go with it make {expected_number}",
    "tally_unlisted": "the list of {stated} does not name {indicator}, yet {first} falls short of the target beside it",
    "tally_rest": "the report says {stated}, without the names listed as not reached it is {expected_number}",
    "tally_list": "the report says {stated}, the list that goes with it has {expected_number}",
}
_SLIPS = {
    "swapped": ("đảo chữ số", "digits swapped"),
    "sign": ("mất dấu âm", "a sign lost"),
    "separator": ("nhầm dấu chấm, dấu phẩy", "a dot for a comma"),
    "off_by_one": ("lệch một đơn vị", "off by one"),
    "digit": ("sai một chữ số", "one digit mistyped"),
}
_STEPS = ("; tính {steps} năm", "; over {steps} years")
_CORRECTION = ("; có thể số đúng là {shown} thay cho {stated}", "; the right figure may be {shown} instead of {stated}")


def sentence_of(finding: Finding, language: Language = "vi") -> str:
    """The finding as one sentence in the person's language."""
    which = 0 if language == "vi" else 1
    template = (_VI, _EN)[which].get(finding.reason, "{stated}: {expected}")
    sentence = template.format_map(finding.facts)
    if finding.facts.get("steps", "1") not in ("", "1") and "{steps}" not in template:
        sentence += _STEPS[which].format(steps=finding.facts["steps"])
    correction = finding.correction
    if correction is not None and correction.stated != correction.proposed:
        facts = {"shown": correction.shown, "stated": _stated(finding)}
        sentence += _CORRECTION[which].format_map(facts)
        if correction.slip is not None:
            sentence += f" ({_SLIPS[correction.slip][which]})"
    return sentence[:1].upper() + sentence[1:] + "."


def _stated(finding: Finding) -> str:
    """The figure to be corrected as the text has it."""
    return finding.facts.get("wrong", "") or (
        f"{finding.correction.stated:f}" if finding.correction is not None else ""
    )
