"""The process that writes remarks into one file and nothing else: `python -m muctieu_web.queries.remarks_child OUT`.

Takes JSON (`path`, `name`, `text`, `remarks`: start, end, words of each) and writes the file's new bytes to OUT; says `{"lost": n}`, or
`{"failure": {"vi", "en"}}`. Knows no Django, no database. Limits its own memory and processor time before it opens the file.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from muctieu_web.apart import limit_this_process

PROCESSOR_SECONDS = 40


def main(out: str) -> None:
    """Writes the file with its remarks."""
    limit_this_process(PROCESSOR_SECONDS)
    from muctieu.errors import FileUnforeseen, MuctieuError

    asked: dict[str, Any] = json.load(sys.stdin)
    try:
        said: dict[str, Any] = {"lost": _write(asked, Path(out))}
    except MuctieuError as error:
        said = {"failure": {"vi": error.sentence("vi"), "en": error.sentence("en")}}
    except Exception as error:  # noqa: BLE001  told as our own fault, with its name
        fault = FileUnforeseen(name=asked["name"], reason=type(error).__name__)
        said = {"failure": {"vi": fault.sentence("vi"), "en": fault.sentence("en")}}
    sys.stdout.write(json.dumps(said))


def _write(asked: dict[str, Any], out: Path) -> int:
    from muctieu.document.remarks import Remark, with_remarks
    from muctieu.values.span import Span

    remarks = [Remark(Span(start, end), words) for start, end, words in asked["remarks"]]
    placed = with_remarks(Path(asked["path"]).read_bytes(), asked["name"], asked["text"], remarks)
    out.write_bytes(placed.content)
    return len(placed.lost)


if __name__ == "__main__":
    main(sys.argv[1])
