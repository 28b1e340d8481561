"""An audit → what a person or another program reads: a linter's lines, the wire format, CSV, SARIF, a page. Takes values only; prints nothing."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from html import escape
from typing import Any

from muctieu.audit.audit import RULES, Audit
from muctieu.audit.finding import Amount, Finding, Other
from muctieu.audit.messages import TITLES
from muctieu.audit.wording import SEVERITIES
from muctieu.claims.wire import envelope, plain
from muctieu.document.document import Document
from muctieu.errors import Language
from muctieu.values.span import Span

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_AROUND = 90
_PLACES = 4


def render_text(
    document: Document, found: Audit, language: Language, *, show_holds: bool = False, colour: bool = False
) -> str:
    """Lines like a linter's: place, severity, rule, the sentence with the figure marked, the message; last a line that counts."""
    lines: list[str] = []
    for finding in found.findings:
        at = finding.at.start
        word = SEVERITIES[language][finding.severity]
        shown = f"\x1b[{31 if finding.severity == 'error' else 33}m{word}\x1b[0m" if colour else word
        lines.append(
            f"{document.name}:{line_of(document.text, at)}: {shown} [{finding.rule}] {finding.message(language)}"
        )
        lines.append(f"    {_marked(document.text, finding)}")
    if show_holds:
        lines += [
            f"{document.name}: [{held.rule}] = {'; '.join(span.of(document.text) for span in held.spans)}"
            for held in found.held
        ]
    count = {name: sum(finding.severity == name for finding in found.findings) for name in _LEVELS}
    if language == "vi":
        lines.append(
            f"{document.name}: {count['error']} lỗi, {count['warning']} cảnh báo, {count['info']} lưu ý; "
            f"{len(found.held)} nhóm số liệu đã tính lại và khớp."
        )
    else:
        lines.append(
            f"{document.name}: {count['error']} errors, {count['warning']} warnings, {count['info']} infos; "
            f"{len(found.held)} groups of figures were recomputed and hold."
        )
    return "\n".join(lines) + "\n"


def line_of(text: str, offset: int) -> int:
    """The line of the reading text, from 1, that the offset stands in."""
    return text.count("\n", 0, offset) + 1


def _marked(text: str, finding: Finding) -> str:
    """The words around the figure shown first, the figures of the finding between `»` and `«`."""
    return _marked_at(text, finding, finding.at)


def _marked_at(text: str, finding: Finding, first: Span) -> str:
    """The words around one of its figures in its line."""
    line = text.rfind("\n", 0, first.start) + 1
    begin, stop = max(line, first.start - _AROUND), text.find("\n", first.end)
    stop = len(text) if stop < 0 else stop
    end = min(stop, first.end + _AROUND)
    if begin > line:
        begin = text.find(" ", begin - 1, first.start) + 1 or begin  # whole words
    if end < stop:
        end = max(text.rfind(" ", first.end, end + 1), first.end)
    pieces: list[str] = []
    at = begin
    for span in sorted(set(finding.spans)):
        if at <= span.start and span.end <= end:
            pieces += [text[at : span.start], "»", span.of(text), "«"]
            at = span.end
    words = "".join((*pieces, text[at:end])).strip()
    return f"{'…' if begin > line else ''}{words}{'…' if end < stop else ''}"


def finding_fields(finding: Finding, language: Language) -> dict[str, Any]:
    """A finding in the fields of the wire format."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "claims": list(finding.claims),
        "spans": [[span.start, span.end] for span in finding.spans],
        "reported": _amount(finding.reported),
        "expected": _amount(finding.expected),
        "message": finding.message(language),
        "fingerprint": finding.fingerprint,
        "correction": None
        if finding.correction is None
        else {
            "claim": finding.correction.claim,
            "stated": plain(finding.correction.stated),
            "proposed": plain(finding.correction.proposed),
            "slip": finding.correction.slip,
        },
    } | ({} if finding.other is None else {"other": _other(finding.other)})


def _other(other: Other) -> dict[str, Any]:
    """The statement of another report."""
    return {"name": other.name, "claim": other.claim, "span": list(other.span)}


def _amount(amount: Amount | None) -> str | list[str | None] | None:
    if amount is None:
        return None
    return [plain(end) for end in amount] if isinstance(amount, tuple) else plain(amount)


def audit_envelope(
    version: str, document: Document, found: Audit, language: Language, *, show_holds: bool = False
) -> dict[str, Any]:
    """The envelope with `findings` and `held`; `holds` lists the groups where they are asked for."""
    parts: dict[str, Any] = {
        "findings": [finding_fields(finding, language) for finding in found.findings],
        "held": len(found.held),
    }
    if show_holds:
        parts["holds"] = [
            {"rule": held.rule, "claims": list(held.claims), "spans": [list(span) for span in held.spans]}
            for held in found.held
        ]
    return envelope(version, document, **parts)


def render_csv(document: Document, found: Audit, language: Language) -> str:
    """One finding a row, without a head."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    for finding in found.findings:
        fields = finding_fields(finding, language)
        first: Span = finding.at
        writer.writerow(
            [
                document.name,
                line_of(document.text, first.start),
                first.start,
                first.end,
                finding.severity,
                finding.rule,
                first.of(document.text),
            ]
            + [json.dumps(fields[name], ensure_ascii=False) for name in ("reported", "expected")]
            + [fields["message"], finding.fingerprint]
        )
    return stream.getvalue()


def quote(name: str) -> str:
    """A file's name as a URI reference (RFC 3986): what is no letter, digit or `-._~/` as its UTF-8 bytes in percent form.

    >>> quote("báo cáo.docx")
    'b%C3%A1o%20c%C3%A1o.docx'
    """
    plain_letters = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
    return "".join(chr(byte) if chr(byte) in plain_letters else f"%{byte:02X}" for byte in name.encode())


CSV_HEAD = "file,line,start,end,severity,rule,figure,reported,expected,message,fingerprint\n"


def render_sarif(version: str, audits: Sequence[tuple[Document, Audit]], language: Language) -> str:
    """SARIF 2.1.0, one run with a result a finding; regions count the characters of the reading text."""
    results = [
        {
            "ruleId": finding.rule,
            "level": _LEVELS[finding.severity],
            "message": {"text": finding.message(language)},
            "partialFingerprints": {"muctieu/v1": finding.fingerprint},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(document.name)},
                        "region": {
                            "startLine": line_of(document.text, span.start),
                            "charOffset": span.start,
                            "charLength": span.end - span.start,
                            "snippet": {"text": span.of(document.text)},
                        },
                    }
                }
                for span in (finding.at,)
            ],
        }
        for document, found in audits
        for finding in found.findings
    ]
    driver = {"name": "muctieu", "version": version, "rules": [{"id": name} for name in (*RULES, "across")]}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


_PAGE = """<!doctype html><html lang="{lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title><style>
:root{{color-scheme:light dark;font:16px/1.6 system-ui,sans-serif}}body{{max-width:50rem;margin:auto;padding:1rem}}
article{{border-left:.3rem solid #b3261e;padding:.2rem 0 .2rem 1rem;margin:1.2rem 0}}article.warning{{border-color:#a66a00}}article.info{{border-color:#5b6b7a}}
mark{{background:#ffd54a;color:#111;padding:0 .15em}}blockquote{{margin:.4rem 0;overflow-wrap:anywhere}}small{{opacity:.75}}
</style><h1>{title}</h1><p>{summary}</p>{body}</html>
"""


def _places(document: Document, finding: Finding, language: Language) -> str:
    """The lines that its figures stand in, the first few, each with its number and the figures marked."""
    places: list[str] = []
    told = 0
    for span in sorted(set(finding.spans)):
        if span.start < told or len(places) == _PLACES:
            continue
        end = document.text.find("\n", span.end)
        told = min(span.end + _AROUND, len(document.text) if end < 0 else end)
        words = escape(_marked_at(document.text, finding, span)).replace("»", "<mark>").replace("«", "</mark>")
        line = f"{'dòng' if language == 'vi' else 'line'} {line_of(document.text, span.start)}"
        places.append(f"<blockquote>{words} <small>({line})</small></blockquote>")
    return "".join(places)


def render_html(document: Document, found: Audit, language: Language) -> str:
    """One page that stands alone: each finding with its sentence, the figures marked."""
    body: list[str] = []
    for finding in found.findings:
        title = f"{SEVERITIES[language][finding.severity]}: {TITLES[language][finding.rule]}"
        code = f"{'Quy tắc' if language == 'vi' else 'Rule'} {finding.rule}, {'mã' if language == 'vi' else 'code'} {finding.fingerprint}"
        body.append(
            f'<article class="{finding.severity}"><h2>{escape(title[:1].upper() + title[1:])}</h2>'
            f"<p>{escape(finding.message(language))}</p>{_places(document, finding, language)}<small>{code}</small></article>"
        )
    summary = render_text(document, Audit((), found.held), language).rpartition(": ")[2].partition("; ")[2].strip()
    total = len(found.findings)
    count = f"{total} chỗ cần xem lại; " if language == "vi" else f"{total} places to look at; "
    return _PAGE.format(lang=language, title=escape(document.name), summary=escape(count + summary), body="".join(body))
