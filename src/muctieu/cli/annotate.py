"""`muctieu audit --annotate OUT`: a copy of the report with a comment at each finding, whole or not at all, never over the report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from muctieu.cli.language import say, spoken
from muctieu.cli.main import complain
from muctieu.cli.output import write_whole
from muctieu.cli.sources import STANDARD_INPUT
from muctieu.errors import UsageError

if TYPE_CHECKING:
    from muctieu.audit.audit import Audit
    from muctieu.document.document import Document


def check_annotation(sources: Sequence[str], output: str) -> None:
    """`UsageError` where there are several reports, where the copy would fall on the report, or where its ending says another format."""
    if len(sources) > 1:
        raise UsageError(
            reason_vi="--annotate chỉ dành cho một báo cáo; hãy chạy từng tệp.",
            reason_en="--annotate is for one report; run each file on its own.",
        )
    if sources[0] == STANDARD_INPUT:
        raise UsageError(
            reason_vi="--annotate cần một tệp có tên, không phải đầu vào chuẩn.",
            reason_en="--annotate needs a file with a name, not standard input.",
        )
    source, goal = Path(sources[0]), Path(output)
    if source.exists() and goal.exists() and source.samefile(goal):
        raise UsageError(
            reason_vi=f"--annotate: «{output}» chính là báo cáo; hãy đặt tên khác để bản gốc còn nguyên.",
            reason_en=f"--annotate: “{output}” is the report itself; give another name so that the original stays.",
        )


def annotate(source: str, output: str, document: Document, found: Audit) -> None:
    """Reads the report's bytes again and writes the copy; says on standard error what has no place in it."""
    from muctieu.audit.remarks import remarks_of
    from muctieu.document.remarks import kind_of, with_remarks
    from muctieu.document.source import read_source

    content, name = read_source(source, None)
    _check_ending(output, kind_of(content, name), name)
    placed = with_remarks(content, name, document.text, remarks_of(found.findings, document, spoken()))
    write_whole(output, placed.content)
    if placed.lost:
        count = len(placed.lost)
        complain(
            say(
                f"{count} nhận xét không có chỗ trong tệp (số tự động hoặc trang quét) nên chỉ nêu trong kết quả.",
                f"{count} remarks have no place in the file (automatic numbers or scanned pages); they stand in the result only.",
            )
        )


def _check_ending(output: str, kind: str, name: str) -> None:
    """The copy is of the report's own format; a name that says another one would mislead."""
    if Path(output).suffix.lower() not in (f".{kind}", ".docm" if kind == "docx" else f".{kind}"):
        raise UsageError(
            reason_vi=f"--annotate: «{name}» là tệp {kind}, hãy đặt tên bản có nhận xét kết thúc bằng .{kind} thay cho «{output}».",
            reason_en=f"--annotate: “{name}” is a {kind} file and so is its copy; choose a name ending in .{kind}, not “{output}”.",
        )
