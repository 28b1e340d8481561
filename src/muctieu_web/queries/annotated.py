"""The original file of a version with a remark at each finding that nobody accepted. Writes nothing; the original stays as it is."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from muctieu.audit.wording import SEVERITIES
from muctieu.document.remarks import Remark, kind_of
from muctieu.errors import Language
from muctieu.values.span import Span
from muctieu_web.access import Actor, NotThere, Refused
from muctieu_web.apart import bare_environment
from muctieu_web.queries.reader import FindingRow, Marked, marked
from muctieu_web.queries.reports import version_row
from muctieu_web.store.models import Version

SECONDS = 45


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
    remarks = [Remark(_place(one, found), _words(one, language)) for one in found.findings if not one.accepted]
    content, lost = _written(row, remarks)
    head, dot, ending = row.name.rpartition(".")
    mark = "soat" if language == "vi" else "checked"
    return Copy(f"{head}-{mark}.{ending}" if dot else f"{row.name}-{mark}", content, lost)


def _written(row: Version, remarks: Sequence[Remark]) -> tuple[bytes, int]:
    """The file with its remarks, written by a process of its own within `SECONDS`; how many found no place."""
    path = Path(row.file.path)
    try:
        kind_of(path.read_bytes(), row.name)
    except FileNotFoundError as error:
        raise NotThere(noun_vi="tệp gốc", noun_en="original file", key=row.name) from error
    asked = {
        "path": str(path),
        "name": row.name,
        "text": row.text,
        "remarks": [[*one.span, one.words] for one in remarks],
    }
    with TemporaryDirectory(prefix="muctieu-") as scratch:
        out = Path(scratch) / "out"
        call = [sys.executable, "-m", "muctieu_web.queries.remarks_child", str(out)]
        try:
            done = subprocess.run(
                call, input=json.dumps(asked), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=SECONDS, check=True,
                encoding="utf-8", env=bare_environment(scratch), cwd=scratch,
            )  # fmt: skip
        except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
            raise _too_much(row.name) from error
        said = json.loads(done.stdout)
        if "failure" in said:
            raise Refused(reason_vi=said["failure"]["vi"], reason_en=said["failure"]["en"])
        return out.read_bytes(), said["lost"]


def _too_much(name: str) -> Refused:
    return Refused(
        reason_vi=f"«{name}» quá lớn để ghi nhận xét vào trong {SECONDS} giây; hãy tải tệp gốc, hoặc chạy muctieu audit --annotate.",
        reason_en=f"“{name}” is too large to be given remarks within {SECONDS} s; save the original, or run muctieu audit --annotate.",
    )


def _place(finding: FindingRow, found: Marked) -> Span:
    """The figure most likely wrong; the first that the finding rests on where none is."""
    wrong = next((row.machine.span for row in found.claims if row.order == finding.wrong), None)
    return wrong or finding.spans[0]


def _words(finding: FindingRow, language: Language) -> str:
    severity = SEVERITIES[language][finding.severity].capitalize()
    return f"{severity} [{finding.rule}]: {finding.message.of(language)}"
