"""Office files that carry programs (macros) are refused: a report needs none, and whoever downloads it must not run one."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from muctieu_web.access import Refused

ENDINGS = (".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".pptm")
OLE_PROJECT = "_VBA_PROJECT".encode("utf-16-le")


def refuse_macros(name: str, content: bytes) -> None:
    """Raises `Refused` for a file with macros: by its ending, by a VBA project or script folder in it."""
    if name.lower().endswith(ENDINGS) or OLE_PROJECT in content or _zip_has_program(content):
        raise Refused(
            field="files",
            reason_vi=f"Tệp «{name}» có macro nên không được nhận; hãy lưu lại thành .docx (không macro) rồi tải lên.",
            reason_en=f"The file “{name}” carries macros and was refused; save it as .docx (without macros) and upload that.",
        )


def _zip_has_program(content: bytes) -> bool:
    if not content.startswith(b"PK"):
        return False
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = [name.lower() for name in archive.namelist()]
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        return False  # what is damaged is told by the reading
    return any(name.endswith("vbaproject.bin") or name.startswith(("basic/", "scripts/")) for name in names)
