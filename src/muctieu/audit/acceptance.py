"""Findings that a person has looked at and accepted, with a reason: a small TOML file beside the report.

[[accepted]]
fingerprint = "growth:1f0c…"
reason = "Số đã làm tròn theo biểu của Cục Thống kê."
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path

from muctieu.audit.finding import Finding
from muctieu.errors import FileMissing, FileUnreadable, ValueInvalid


def read_acceptances(path: Path) -> dict[str, str]:
    """Fingerprint → reason. `ValueInvalid` where an entry has no fingerprint or no reason, or the file is no TOML."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("accepted", [])
    except FileNotFoundError:
        raise FileMissing(name=str(path)) from None
    except OSError as error:
        raise FileUnreadable(name=str(path), reason=error.strerror or str(error)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueInvalid(
            place=str(path),
            value="TOML",
            reason_vi=f"tệp không đúng dạng TOML ({error}).",
            reason_en=f"the file is no TOML ({error}).",
        ) from error
    accepted: dict[str, str] = {}
    for number, entry in enumerate(entries, 1):
        fingerprint, reason = (
            entry.get(name) if isinstance(entry, dict) else None for name in ("fingerprint", "reason")
        )
        if not (isinstance(fingerprint, str) and fingerprint and isinstance(reason, str) and reason.strip()):
            raise ValueInvalid(
                place=f"{path}, mục {number}",
                value=str(entry),
                reason_vi="mỗi mục cần fingerprint và reason; hãy ghi lý do chấp nhận.",
                reason_en="each entry needs a fingerprint and a reason; write why it is accepted.",
            )
        accepted[fingerprint] = reason
    return accepted


def without_accepted(findings: Iterable[Finding], accepted: dict[str, str]) -> tuple[Finding, ...]:
    """The findings that nobody has accepted."""
    return tuple(finding for finding in findings if finding.fingerprint not in accepted)
