"""A scanned PDF: page images → words by Tesseract with Vietnamese, where it is installed. The layout's `trust` says that they were guessed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import pypdfium2

from muctieu.document.layout import Layout, LayoutBuilder
from muctieu.errors import FileDamaged, ToolMissing

_SECONDS_A_PAGE = 120
_TRUST = 0.6


def read(source: bytes, name: str) -> Layout:
    """The words of a scan; `ToolMissing` where Tesseract or its Vietnamese model is not installed."""
    program = shutil.which("tesseract")
    if program is None or not _knows_vietnamese(program):
        raise ToolMissing(
            name=name,
            tool="Tesseract",
            purpose_vi="nhận dạng chữ trong bản quét",
            purpose_en="recognise the letters of a scan",
            install="apt-get install tesseract-ocr tesseract-ocr-vie",
        )
    builder = LayoutBuilder()
    document = pypdfium2.PdfDocument(source)
    try:
        with tempfile.TemporaryDirectory() as folder:
            for number in range(len(document)):
                image = Path(folder) / "page.png"
                document[number].render(scale=300 / 72).to_pil().save(image)
                for paragraph in _recognise(program, image, name, number + 1):
                    builder.paragraph(paragraph)
    finally:
        document.close()
    return builder.finish(trust=_TRUST)


def _knows_vietnamese(program: str) -> bool:
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False, timeout=20)
    return "vie" in listed.stdout.split()


def _recognise(program: str, image: Path, name: str, number: int) -> list[str]:
    """The paragraphs of one page image."""
    try:
        done = subprocess.run(
            [program, str(image), "-", "-l", "vie", "--psm", "3"],
            capture_output=True,
            text=True,
            check=True,
            timeout=_SECONDS_A_PAGE,
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise FileDamaged(name=name, place=f"trang {number}", kind="PDF") from error
    return [" ".join(block.split()) for block in done.stdout.replace("\f", "").split("\n\n") if block.strip()]
