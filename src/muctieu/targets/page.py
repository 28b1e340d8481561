"""The targets of a report as one page that stands alone: a table by group, each row coloured by its verdict, its sentence beneath.

Takes a reading and its targets, gives HTML; nothing is fetched, no script runs, every word of the report is escaped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path

from muctieu.claims.reading import Reading
from muctieu.errors import Language
from muctieu.targets.target import Target
from muctieu.targets.wording import VERDICTS, result_words, target_words, verdict_words, when_words
from muctieu.targets.words import clause_around

_SAY: dict[str, tuple[str, str]] = {
    "title": ("Chỉ tiêu", "Targets"),
    "count": ("{total} chỉ tiêu", "{total} targets"),
    "none": (
        "Không thấy chỉ tiêu nào trong báo cáo này.",
        "No target was found in this report.",
    ),
    "indicator": ("Chỉ tiêu", "Indicator"),
    "target": ("Đề ra", "Target"),
    "due": ("Hạn", "Due"),
    "result": ("Thực hiện", "Result"),
    "stated": ("Báo cáo nói", "Report says"),
    "computed": ("Tính từ số liệu", "From the figures"),
    "differ": ("Báo cáo nói khác số liệu", "The report differs from its figures"),
    "term": ("Kết quả so với chỉ tiêu đề ra", "Results against the targets set"),
}


def targets_page(reading: Reading, targets: Sequence[Target], language: Language = "vi") -> str:
    """The whole page; its own words are in `language`, the report's stay as they are."""
    title = escape(reading.title or reading.name)
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{_say('title', language)} · {title}</title><style>{_style()}</style></head><body><main><h1>{title}</h1>"
        f"{_counts(targets, language)}{''.join(_groups(reading, targets, language))}</main></body></html>\n"
    )


@cache
def _style() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")


def _say(name: str, language: Language) -> str:
    return _SAY[name][language == "en"]


def _counts(targets: Sequence[Target], language: Language) -> str:
    if not targets:
        return f"<p>{_say('none', language)}</p>"
    tally = Counter(target.computed for target in targets)
    items = [_say("count", language).format(total=len(targets))]
    items += [f"{verdict_words(name, language)}: {tally[name]}" for name in VERDICTS if tally[name]]  # type: ignore[index]
    return '<ul class="counts">' + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>"


def _groups(reading: Reading, targets: Sequence[Target], language: Language) -> list[str]:
    heads = ("indicator", "target", "due", "result", "stated", "computed")
    head = "<thead><tr>" + "".join(f'<th scope="col">{_say(name, language)}</th>' for name in heads) + "</tr></thead>"
    parts = []
    for group, members in groupby(targets, key=lambda target: target.group or _say("term", language)):
        rows = "".join(_row(reading, target, language) for target in members)
        parts.append(f"<section><h2>{escape(group)}</h2><table>{head}<tbody>{rows}</tbody></table></section>")
    return parts


def _row(reading: Reading, target: Target, language: Language) -> str:
    differ = target.stated and target.computed != "unknown" and target.stated != target.computed
    note = f"<small>⚠ {_say('differ', language)}</small>" if differ else ""
    cells = (
        ("", f"{escape(target.indicator)}<small>{_sentence(reading, target)}</small>"),
        ("target", f'<span class="figure">{escape(target_words(target, language))}</span>'),
        ("due", escape(when_words(target, language))),
        ("result", escape(result_words(target.result, language))),
        ("stated", escape(verdict_words(target.stated, language)) + note),
        ("computed", f'<span class="verdict computed">{escape(verdict_words(target.computed, language))}</span>'),
    )
    columns = "".join(
        f'<td data-head="{_say(name, language)}">{cell}</td>' if name else f"<td>{cell}</td>" for name, cell in cells
    )
    return f'<tr class="{target.computed}" id="{target.id}">{columns}</tr>'


def _sentence(reading: Reading, target: Target) -> str:
    """The clause where the target stands, its figure marked."""
    span = clause_around(reading.text, target.span.start, target.span.end)
    start, end = max(span.start, target.span.start - 160), min(span.end, target.span.end + 100)
    text = reading.text
    return (
        ("…" if start > span.start else "")
        + escape(text[start : target.span.start].lstrip())
        + f"<mark>{escape(text[target.span.start : target.span.end])}</mark>"
        + escape(text[target.span.end : end].rstrip())
        + ("…" if end < span.end else "")
    )
