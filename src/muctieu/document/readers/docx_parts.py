"""Where the parts of a Word file stand: the package's relations → the parts under the names that Word gives them.

Some programs (Word on the web among them) call the document `word/document2.xml`, and its notes and styles likewise. Reads no words.
"""

from __future__ import annotations

import posixpath

from muctieu.document.readers.archive import Archive

MAIN = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
_NAMED = ("numbering", "styles", "footnotes", "endnotes")


def open_word(source: bytes, name: str) -> Archive:
    """The archive of a Word file, its parts to be had by the names that Word gives them; errors as for `Archive`."""
    archive = Archive(source, name, "docx")
    if not archive.has(MAIN) and archive.has("_rels/.rels"):
        main = _targets(archive, "_rels/.rels", "").get("officeDocument", MAIN)
        folder, file = posixpath.split(main)
        archive.aliases = {MAIN: main, RELATIONS: f"{folder}/_rels/{file}.rels"}
    if archive.has(RELATIONS):
        targets = _targets(archive, RELATIONS, posixpath.dirname(archive.place_of(MAIN)))
        archive.aliases |= {f"word/{kind}.xml": targets[kind] for kind in _NAMED if kind in targets}
    return archive


def _targets(archive: Archive, part: str, folder: str) -> dict[str, str]:
    """The parts that a part is related to, by the last word of the relation's type."""
    targets: dict[str, str] = {}
    for relation in archive.xml(part):
        kind = relation.get("Type", "").rpartition("/")[2]
        path = relation.get("Target", "")
        targets.setdefault(
            kind, path.lstrip("/") if path.startswith("/") else posixpath.normpath(f"{folder}/{path}").lstrip("/")
        )
    return targets
