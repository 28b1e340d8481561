"""Findings → remarks for the margin of the report: one a finding, at the figure most likely wrong."""

from __future__ import annotations

from collections.abc import Iterable

from muctieu.audit.finding import Finding
from muctieu.audit.wording import SEVERITIES
from muctieu.document.document import Document
from muctieu.document.remarks.remark import Remark
from muctieu.errors import Language


def remarks_of(findings: Iterable[Finding], document: Document, language: Language = "vi") -> list[Remark]:
    """What is written beside the report: severity and rule, the sentence, the code by which the finding can be accepted.

    A figure of a footnote is named with the note's number, for some formats have the remark at the note's mark.
    """
    return [Remark(finding.at, _words(finding, document, language)) for finding in findings]


def _words(finding: Finding, document: Document, language: Language) -> str:
    place = finding.at
    note = next((note for note in document.footnotes if note.start <= place.start < note.end), None)
    where = ""
    if note is not None:
        word = "chú thích" if language == "vi" else "footnote"
        where = f" ({word} {note.number}: “{place.of(document.text)}”)"
    severity = SEVERITIES[language][finding.severity].capitalize()
    code = "Mã" if language == "vi" else "Code"
    return f"{severity} [{finding.rule}]{where}: {finding.message(language)}\n{code}: {finding.fingerprint}"
