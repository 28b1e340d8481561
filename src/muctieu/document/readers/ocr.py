"""A scanned PDF: page images → words by Tesseract with Vietnamese, where it is installed. The layout's `trust` says that they were guessed.

A page after the other, each with a limit of time; tables come out as lines of words.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from math import sqrt
from pathlib import Path
from typing import Any

import pypdfium2

from muctieu.document.layout import Layout, LayoutBuilder
from muctieu.errors import FileTooLarge, ScanUnread, ToolMissing

MOST_PAGES = 300
SECONDS_A_PAGE = 60
_POINTS_A_INCH = 72
_DOTS_A_INCH = 300
_MOST_DOTS = 40_000_000
"""Of one page's image, whatever size its page says to be."""
_TRUST = 0.6


def read(source: bytes, name: str) -> Layout:
    """The words of a scan; `ToolMissing` where Tesseract or its Vietnamese model is not installed, `FileTooLarge` past `MOST_PAGES`, `ScanUnread` for a page that Tesseract does not manage within `SECONDS_A_PAGE`."""
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
        if len(document) > MOST_PAGES:
            raise FileTooLarge(name=name, size=f"{len(document)} trang/pages, OCR", limit=f"{MOST_PAGES}")
        with tempfile.TemporaryDirectory() as folder:
            image = Path(folder) / "page.pgm"
            for number in range(len(document)):
                _draw(document[number], image)
                for paragraph in _recognise(program, image, name, number + 1):
                    builder.paragraph(paragraph)
    finally:
        document.close()
    return builder.finish(trust=_TRUST)


def _draw(page: Any, image: Path) -> None:
    """The page as a grey picture in the plainest format that Tesseract takes (PGM)."""
    dots = page.get_width() * page.get_height() * (_DOTS_A_INCH / _POINTS_A_INCH) ** 2
    scale = _DOTS_A_INCH / _POINTS_A_INCH * min(1.0, sqrt(_MOST_DOTS / max(dots, 1.0)))
    bitmap = page.render(scale=scale, grayscale=True)
    grey = memoryview(bitmap.buffer).cast("B")
    with image.open("wb") as stream:
        stream.write(f"P5 {bitmap.width} {bitmap.height} 255\n".encode())
        for row in range(bitmap.height):
            stream.write(grey[row * bitmap.stride : row * bitmap.stride + bitmap.width])
    bitmap.close()
    page.close()


def _knows_vietnamese(program: str) -> bool:
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False, timeout=20)
    return "vie" in listed.stdout.split()


def _recognise(program: str, image: Path, name: str, number: int) -> list[str]:
    """The paragraphs of one page image."""
    try:
        done = subprocess.run(
            [program, str(image), "-", "-l", "vie", "--psm", "3"],
            capture_output=True,
            encoding="utf-8",
            check=True,
            timeout=SECONDS_A_PAGE,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise ScanUnread(name=name, page=number, seconds=SECONDS_A_PAGE) from error
    return paragraphs_of(done.stdout)


def paragraphs_of(recognised: str) -> list[str]:
    """Lines as Tesseract prints them → paragraphs: one ends at an empty line, or at a line that is much shorter than the page's longest.

    >>> paragraphs_of("2. Về xã hội\\nTỷ lệ hộ nghèo của toàn huyện giảm\\ncòn 2,35%.\\n\\nCó 27 trường.\\n")
    ['2. Về xã hội', 'Tỷ lệ hộ nghèo của toàn huyện giảm còn 2,35%.', 'Có 27 trường.']
    """
    lines = [" ".join(line.split()) for line in recognised.replace("\f", "").split("\n")]
    full = 0.75 * max(map(len, lines))
    paragraphs = [""]
    for line in lines:
        paragraphs[-1] = f"{paragraphs[-1]} {line}".strip()
        if len(line) < full:
            paragraphs.append("")
    return [words for words in paragraphs if words]
