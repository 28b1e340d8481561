"""The original file of a version with a remark at each finding that nobody accepted. Writes nothing; the original stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from muctieu.audit.wording import SEVERITIES
from muctieu.document.remarks import Remark, with_remarks
from muctieu.errors import Language
from muctieu.values.span import Span
from muctieu_web.access import Actor, NotThere
from muctieu_web.queries.reader import FindingRow, Marked, marked
from muctieu_web.queries.reports import version_row
from muctieu_web.store.models import Version


@dataclass(frozen=True, slots=True)
class Copy:
    """The copy's name and bytes, and how many findings have no place in the file."""

    name: str
    content: bytes
    lost: int


def annotated_copy(*, actor: Actor, report: int, number: int, language: Language) -> Copy:
    """The copy; a `UsageError` of the library for a format that holds no remarks, `NotThere` for a version that is not read."""
    version = version_row(actor=actor, report=report, number=number)
    if version.state != "read":
        raise NotThere(noun_vi="bản đã đọc", noun_en="version that was read", key=version.title)
    found = marked(actor=actor, version=version.id)
    row = Version.objects.only("file", "name", "text").get(pk=version.id)
    try:
        content = Path(row.file.path).read_bytes()
    except FileNotFoundError as error:
        raise NotThere(noun_vi="tệp gốc", noun_en="original file", key=row.name) from error
    remarks = [Remark(_place(one, found), _words(one, language)) for one in found.findings if not one.accepted]
    placed = with_remarks(content, row.name, row.text, remarks)
    head, dot, ending = row.name.rpartition(".")
    mark = "soat" if language == "vi" else "checked"
    return Copy(f"{head}-{mark}.{ending}" if dot else f"{row.name}-{mark}", placed.content, len(placed.lost))


def _place(finding: FindingRow, found: Marked) -> Span:
    """The figure most likely wrong; the first that the finding rests on where none is."""
    wrong = next((row.machine.span for row in found.claims if row.order == finding.wrong), None)
    return wrong or finding.spans[0]


def _words(finding: FindingRow, language: Language) -> str:
    severity = SEVERITIES[language][finding.severity].capitalize()
    return f"{severity} [{finding.rule}]: {finding.message.of(language)}"
