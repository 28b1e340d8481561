"""Footnotes whose marks a conversion lost or changed: how many are put back to the right sentence.

    python benchmarks/footnotes.py [--list] [REPORT.txt …]

Of a report by path whose anchors were checked by hand (`gold/footnotes.json`, by the file's hash; offsets only): how many of its notes stand at
the right sentence. Then the same notes in other shapes (`[1]`, `(1)`, `¹`, `tỷ đồng1`; gathered at the end, behind each paragraph that has
one, numbers anew there). Without a path, the reports of benchmarks/gold that have footnotes. `--list` shows each note with its anchor.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import muctieu
from forms import blocks, notes
from muctieu.document.sentences import Sentences

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SHAPES: dict[str, tuple[Callable[[int], str], Callable[[int], str]]] = {
    "[1]": ("[{}]".format, "[{}] ".format),
    "(1)": ("({})".format, "({}) ".format),
    "¹": (lambda n: str(n).translate(RAISED), lambda n: str(n).translate(RAISED) + " "),
    "tỷ đồng1": ("{}".format, "{} ".format),
}
CHECKED = Path(__file__).parent / "gold" / "footnotes.json"


def checked(path: Path) -> None:
    """Against anchors checked by hand."""
    content = path.read_bytes()
    wanted = json.loads(CHECKED.read_text(encoding="utf-8")).get(sha256(content).hexdigest())
    reading = muctieu.read(path)
    if wanted is None:
        print(f"{path.name}: no anchors checked by hand")
        return
    right = 0
    for offset, number in zip(wanted["anchors"], range(1, len(wanted["anchors"]) + 1), strict=True):
        note = next((note for note in reading.footnotes if note.number == number), None)
        right += (
            note is not None
            and note.anchor is not None
            and _sentence(reading, offset) == _sentence(reading, note.anchor)
        )
    print(
        f"{path.name:<28} as it is: {right} of {wanted['notes']} notes at the right sentence ({len(reading.footnotes)} found)"
    )


def _sentence(reading: muctieu.Reading, offset: int) -> tuple[int, int]:
    span = Sentences(reading.text, reading.tears).at(max(0, offset - 1))
    return span.start, span.end


def reshaped(reading: muctieu.Reading, shape: str, behind: bool, anew: bool) -> tuple[str, list[int]]:
    """The report with its notes in another shape, and where each anchor is; `behind`: each note follows its paragraph."""
    mark, head = SHAPES[shape]
    words = notes(reading)
    out: list[str] = []
    last: list[str] = []
    anchors: list[int] = []
    length = 0
    count = 0
    for block in blocks(reading):
        if block and isinstance(block[0], list):
            line = "\n".join("\t".join(map(str, row)) for row in block if isinstance(row, list))
            held: list[str] = []
        else:
            line, held = "", []
            count = 0 if anew else count
            for piece in block:
                if isinstance(piece, int):
                    count += 1
                    anchors.append(length + len(line))
                    line += mark(count)
                    held.append(head(count) + words[piece])
                else:
                    line += str(piece)
        added = [line, *held] if behind else [line]
        last += [] if behind else held
        out += added
        length += sum(len(one) + 1 for one in added)
    return "\n".join([*out, *(["_______", *last] if last else [])]) + "\n", anchors


def report(path: Path) -> None:
    reading = muctieu.read(path)
    anchored = [note for note in reading.footnotes if note.anchor is not None]
    if not anchored:
        return
    for shape in SHAPES:
        row = []
        for name, behind, anew in (
            ("at the end", False, False),
            ("behind each paragraph", True, False),
            ("anew there", True, True),
        ):
            text, wanted = reshaped(reading, shape, behind, anew)
            found = muctieu.read(text.encode(), name="report.txt")
            got = {(note.anchor or -9) + step for note in found.footnotes for step in (0, 1)}
            row.append(f"{name} {sum(anchor in got for anchor in wanted)} of {len(wanted)}")
        print(f"{path.parent.name[:14] + '/' + path.name[:12]:<28} {shape:<9}", "; ".join(row))


def main() -> None:
    paths = [Path(name) for name in sys.argv[1:] if name != "--list"]
    for path in paths or sorted(Path(__file__).parent.glob("gold/*/report.docx")):
        if "--list" in sys.argv:
            reading = muctieu.read(path)
            for note in reading.footnotes:
                at = note.anchor or 0
                print(
                    note.number,
                    repr(reading.text[max(0, at - 60) : at]),
                    repr(reading.text[note.start : note.start + 60]),
                )
        if path.suffix == ".txt":
            checked(path)
        report(path)


if __name__ == "__main__":
    main()
