"""A report of some hundred pages in every form: seconds and peak memory of reading it, each in a process of its own.

    python benchmarks/read_pages.py REPORT.txt [PAGES]     (default: 300 pages of 2500 letters)

The report's words are repeated to that length; LibreOffice makes the docx, odt, html, rtf and pdf, typst a second pdf. The scale is the same
text read as it is.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import typst

import muctieu
from forms import converted, flat_odt, typst_source
from read_growth import sized

LETTERS_A_PAGE = 2500
FORMS = ["docx", "odt", "html", "rtf", "pdf"]


def made(text: str) -> dict[str, bytes]:
    """The report in every form, by name."""
    document = muctieu.read_document(text.encode(), name="report.txt")
    found = {"txt": text.encode(), **converted(flat_odt(document).encode(), "fodt", FORMS)}
    found["typst.pdf"] = typst.compile(typst_source(document).encode())
    return found


def main() -> None:
    report = Path(sys.argv[1]).read_text(encoding="utf-8")
    pages = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    text = sized(report, pages * LETTERS_A_PAGE * len(report.encode()) / len(report) / 1e6)
    print(f"{'form':<11}{'file MB':>9}{'characters':>12}{'claims':>8}{'seconds':>9}{'peak MB':>9}")
    growth = Path(__file__).with_name("read_growth.py")
    with tempfile.TemporaryDirectory() as folder:
        for form, content in made(text).items():
            path = Path(folder, f"report.{form}")
            path.write_bytes(content)
            done = subprocess.run([sys.executable, growth, "--one", path], capture_output=True, text=True, check=True)
            characters, claims, seconds, peak = (float(word) for word in done.stdout.split())
            size = len(content) / 1e6
            print(f"{form:<11}{size:>9.2f}{characters:>12,.0f}{claims:>8,.0f}{seconds:>9.2f}{peak:>9.0f}", flush=True)


if __name__ == "__main__":
    main()
