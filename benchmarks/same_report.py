"""The same report as text, Word, OpenDocument, HTML and PDF: how many of its figures come out equal in value, unit and kind.

    python benchmarks/same_report.py [--seen] [REPORT.txt | FOLDER …]     (default: every folder of benchmarks/gold)

A folder holds `text.txt` and perhaps `report.docx` (then that is what LibreOffice converts); of a text alone the other forms are made from its
words, tables and footnotes. LibreOffice makes docx, doc, rtf, odt, html and a pdf, Chromium prints the html to a second pdf, typst makes a third,
one in two columns and one with unruled tables. The share is that of the figures of the text, in order, found again; `--seen` lists those that were not.
"""

from __future__ import annotations

import sys
from difflib import SequenceMatcher
from pathlib import Path

import typst

import muctieu
from forms import converted, flat_odt, printed, typst_source

OFFICE_FORMS = ["docx", "odt", "html", "pdf", "doc", "rtf"]
Fact = tuple[str, str, str]


def facts(reading: muctieu.Reading) -> list[Fact]:
    """Value, unit and kind of every figure, in reading order."""
    return [(f"{claim.value}", claim.unit, claim.kind) for claim in reading.claims]


def forms_of(place: Path) -> dict[str, bytes]:
    """The files of one report by the name of their form."""
    text = place / "text.txt" if place.is_dir() else place
    reading = muctieu.read(text)
    word = place / "report.docx"
    if place.is_dir() and word.exists():
        made = {"word": word.read_bytes(), **converted(word.read_bytes(), "docx", OFFICE_FORMS[1:])}
    else:
        made = converted(flat_odt(reading).encode(), "fodt", OFFICE_FORMS)
    made["browser"] = printed(made["html"])
    made["typst"] = typst.compile(typst_source(reading).encode())
    made["2 columns"] = typst.compile(typst_source(reading, columns=2).encode())
    made["unruled"] = typst.compile(typst_source(reading, ruled=False).encode())
    return made


def compare(wanted: list[Fact], got: list[Fact]) -> tuple[int, list[str]]:
    """How many facts are equal in order, and what differs."""
    equal, differs = 0, []
    for code, a, b, c, d in SequenceMatcher(None, wanted, got, autojunk=False).get_opcodes():
        if code == "equal":
            equal += b - a
        else:
            differs.append(f"{wanted[a:b]} → {got[c:d]}")
    return equal, differs


def main() -> None:
    arguments = [argument for argument in sys.argv[1:] if argument != "--seen"]
    places = [Path(name) for name in arguments] or sorted(
        path.parent for path in Path(__file__).parent.glob("gold/*/claims.json")
    )
    totals: dict[str, list[int]] = {}
    for place in places:
        wanted = facts(muctieu.read(place / "text.txt" if place.is_dir() else place))
        row = [f"{place.name[:18]:<19}{len(wanted):>5}"]
        for form, content in forms_of(place).items():
            got = facts(muctieu.read(content, name=f"report.{form}"))
            equal, differs = compare(wanted, got)
            total = totals.setdefault("docx" if form == "word" else form, [0, 0])
            total[0] += 2 * equal
            total[1] += len(wanted) + len(got)
            row.append(f"{form} {2 * equal / (len(wanted) + len(got)):.3f}")
            if "--seen" in sys.argv:
                print(*[f"  {form}: {line}" for line in differs], sep="\n")
        print("  ".join(row), flush=True)
    print("  ".join(["all".ljust(24), *[f"{form} {equal / count:.4f}" for form, (equal, count) in totals.items()]]))


if __name__ == "__main__":
    main()
