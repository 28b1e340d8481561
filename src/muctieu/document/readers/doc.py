"""Old Word documents, RTF and Word 2003 XML: bytes → `Layout`, through LibreOffice, which turns them into a .docx first."""

from __future__ import annotations

import subprocess
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from muctieu.document.layout import Layout
from muctieu.document.readers import docx
from muctieu.document.readers.compound import SIGNATURE
from muctieu.errors import FileDamaged, ToolMissing

PATIENCE = 120
"""Seconds that a conversion may take."""


def read(source: bytes, name: str) -> Layout:
    """The layout; `ToolMissing` without LibreOffice, `FileDamaged` where it cannot convert the file."""
    office = which("soffice")
    if office is None:
        raise ToolMissing(
            name=name,
            tool="LibreOffice",
            purpose_vi="đọc",
            purpose_en="be read",
            install="apt install libreoffice-writer",
        )
    with TemporaryDirectory() as folder:
        suffix = "rtf" if source.startswith(b"{\\rtf") else "doc" if source.startswith(SIGNATURE) else "xml"
        path = Path(folder, f"report.{suffix}")
        path.write_bytes(source)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        call = [office, profile, "--headless", "--convert-to", "docx", "--outdir", f"{folder}/out", str(path)]
        try:
            subprocess.run(call, capture_output=True, timeout=PATIENCE, check=False)
            return docx.read(Path(folder, "out", "report.docx").read_bytes(), name)
        except (subprocess.TimeoutExpired, OSError) as error:
            raise FileDamaged(name=name, place="LibreOffice", kind="doc") from error
