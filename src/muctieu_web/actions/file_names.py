"""Names of files as people's machines give them → names that are safe to show and to hand out again."""

from __future__ import annotations

import re
from unicodedata import category, normalize

LONGEST = 200


def plain_name(name: str) -> str:
    """The file's own name: no folders, no control characters, no direction marks, NFC, at most 200 characters with its ending kept.

    >>> plain_name("..\\\\..\\\\etc/báo cáo.docx"), plain_name("C:/x/"), plain_name("a\\u202ecod.exe")
    ('báo cáo.docx', 'bao-cao', 'acod.exe')
    """
    last = re.split(r"[/\\]", normalize("NFC", name))[-1]
    shown = "".join(letter for letter in last if category(letter)[0] != "C").strip(" .")
    if not shown:
        return "bao-cao"
    if len(shown) <= LONGEST:
        return shown
    head, dot, ending = shown.rpartition(".")
    return f"{head[: LONGEST - len(ending) - 1]}.{ending}" if dot and len(ending) <= 5 else shown[:LONGEST]


def stem(name: str) -> str:
    """The name without its ending: what a report is called until it is read.

    >>> stem("Bao cao quy 3.docx"), stem(".docx")
    ('Bao cao quy 3', '.docx')
    """
    head, _, ending = name.rpartition(".")
    return head if head and len(ending) <= 5 else name
