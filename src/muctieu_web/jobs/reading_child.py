"""The process that reads one file and nothing else: `python -m muctieu_web.jobs.reading_child PATH NAME`.

Writes lines of JSON to its output: `{"step": n}` on the way, last the result, or `{"failure": {"vi", "en"}}`, or `{"too_large": true}`
where memory ran out. Knows no Django, no database. Limits its own memory and processor time before it opens the file.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from muctieu_web.apart import limit_this_process

PROCESSOR_SECONDS = 110


def main(path: str, name: str) -> None:
    """Reads, audits, finds targets, and writes what it found."""
    limit_this_process(PROCESSOR_SECONDS)
    from muctieu.errors import FileUnforeseen, MuctieuError

    try:
        said = _result(path, name)
    except MuctieuError as error:
        said = {"failure": {"vi": error.sentence("vi"), "en": error.sentence("en")}}
    except MemoryError:
        said = {"too_large": True}
    except Exception as error:  # noqa: BLE001  whatever a rule stumbles over is told as our own fault, with its name
        fault = FileUnforeseen(name=name, reason=type(error).__name__)
        said = {"failure": {"vi": fault.sentence("vi"), "en": fault.sentence("en")}}
    _say(said)


def _result(path: str, name: str) -> dict[str, Any]:
    from muctieu import __version__
    from muctieu.audit.audit import audit
    from muctieu.audit.render import finding_fields
    from muctieu.claims.wire import claim_fields, document_fields
    from muctieu.flow import read
    from muctieu.targets.reader import read_targets
    from muctieu.targets.wire import target_fields

    _say({"step": 10})
    with open(path, "rb") as stream:
        reading = read(stream.read(), name)
    _say({"step": 60})
    found = audit(reading, reading.claims)
    _say({"step": 80})
    findings = [
        {"wire": finding_fields(one, "vi"), "message_vi": one.message("vi"), "message_en": one.message("en")}
        for one in found.findings
    ]
    return {
        "reader": __version__,
        "text": reading.text,
        "document": {**document_fields(reading), "tears": sorted(reading.tears)},
        "claims": [claim_fields(claim) for claim in reading.claims],
        "findings": findings,
        "held": len(found.held),
        "targets": [target_fields(target) for target in read_targets(reading)],
    }


def _say(said: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
