"""Notes at a text's end whose marks are lost: `[1] …`, behind `Ghi chú:`, behind the signature. Takes the lower-cased text, gives where they begin; reads no figure."""

from __future__ import annotations

import re

# `BÍ THƯ`, the name, then what no body of a report follows: a note whose mark is lost.
_SIGNED = re.compile(
    r"\n(?:phó |q\. ?)?(?:chủ tịch|bí thư|giám đốc|trưởng ban|trưởng phòng|chánh văn phòng|cục trưởng|chủ nhiệm)[^\n\d]{0,24}\n(?:[^\n\d]{3,40}\n)(?=[^\n\t]*\d)"
)
_NOTES_WORDS = ("ghi chú", "chú thích", "chú dẫn")
_NOTES_HEAD = re.compile(rf"^[ \t]*(?:{'|'.join(_NOTES_WORDS)})[ \t]*:?[ \t]*$", re.MULTILINE)


def loose_notes(low: str) -> int:
    """Where the notes at a text's end begin whose marks are lost: at `[1] …`, behind a line that says `Ghi chú:` alone, or behind the signature; the text's end for nowhere.

    What they tell is no plan, though the last section be one.
    """
    tail = max(0, len(low) - max(4000, len(low) // 4))
    first = low.rfind("\n[1] ", tail)
    if first >= 0 and all(line.startswith("[") for line in low[first + 1 :].split("\n") if line):
        return first
    signed = [match.end() for match in _SIGNED.finditer(low, tail)]
    if signed and "\t" not in low[signed[-1] :]:
        return signed[-1] - 1
    if all(low.find(words, tail) < 0 for words in _NOTES_WORDS):  # a pass over the lines takes ten times as long
        return len(low)
    heads = [match.end() for match in _NOTES_HEAD.finditer(low, tail)]
    return heads[-1] if heads else len(low)
