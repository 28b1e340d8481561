"""Remarks in a Word file: its bytes and remarks → the same file with a comment (ECMA-376 part 1, §17.13.4) at each.

The runs that a remark begins or ends in are split there; nothing else of a part changes, and parts without remarks keep their bytes. A remark on words
of a footnote or endnote stands at the note's mark in the body: LibreOffice 7.4 refuses a file with a comment inside a note.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from muctieu.document.readers.docx_numbering import W, whole
from muctieu.document.readers.docx_origins import Letters, Origins
from muctieu.document.readers.docx_parts import MAIN, RELATIONS
from muctieu.document.remarks.remark import Placed, Remark

TYPES = "[Content_Types].xml"
_R = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_T = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_Cuts = dict[etree._Element, list[tuple[int, int, list[etree._Element]]]]


def write(source: bytes, name: str, text: str, remarks: Sequence[Remark], author: str) -> Placed:
    """The file with its comments. `text` is what the remarks' spans count in; it is what the file itself reads as."""
    origins = Origins(source, name)
    archive = origins.archive
    trees = {part: archive.xml(part) for part in (TYPES, RELATIONS) if archive.has(part)}
    part = _comments_part(trees)
    comments = archive.xml(part) if archive.has(part) else etree.Element(W + "comments", nsmap={"w": W[1:-1]})
    lost = _place(origins, remarks, comments, author)
    for changed, tree in origins.parts.items():
        if next(tree.iter(W + "commentReference"), None) is not None:
            trees[changed] = tree
    trees[part] = comments
    return Placed(_packed(source, {archive.place_of(part): tree for part, tree in trees.items()}), tuple(lost))


def _comments_part(trees: dict[str, etree._Element]) -> str:
    """The name of the comments part; where the package has none, it is announced in the content types and the document's relations."""
    relations = trees.setdefault(RELATIONS, etree.fromstring(f'<Relationships xmlns="{_R[1:-1]}"/>'))
    for relation in relations:
        if relation.get("Type") == _KIND:
            target = relation.get("Target", "")
            return target.lstrip("/") if target.startswith("/") else f"word/{target}"
    taken = {relation.get("Id") for relation in relations}
    free = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
    etree.SubElement(relations, _R + "Relationship", {"Id": free, "Type": _KIND, "Target": "comments.xml"})
    etree.SubElement(trees[TYPES], _T + "Override", {"PartName": "/word/comments.xml", "ContentType": _TYPE})
    return "word/comments.xml"


def _place(origins: Origins, remarks: Sequence[Remark], comments: etree._Element, author: str) -> list[Remark]:
    """Writes the comments and marks their ranges; gives the remarks that have no place."""
    lost: list[Remark] = []
    cuts: _Cuts = {}
    number = max((whole(comment.get(W + "id", "0")) for comment in comments), default=-1) + 1
    for remark in remarks:
        letters = origins.letters(remark.span)
        if not letters:
            lost.append(remark)
            continue
        mark = _note_mark(origins, letters[0].element)
        if mark is None:
            _note_cuts(cuts, letters, number)
        else:
            start, *ending = _range(number)
            mark.addprevious(start)
            for element in reversed(ending):
                mark.addnext(element)
        comments.append(_comment(remark.words, number, author))
        number += 1
    for element, marks in cuts.items():
        _cut(element, marks)
    return lost


def _note_mark(origins: Origins, element: etree._Element) -> etree._Element | None:
    """The run in the body that holds the mark of the note that the element stands in; None where it stands in no note."""
    for note in element.iterancestors(W + "footnote", W + "endnote"):
        for mark in origins.parts[MAIN].iter(f"{note.tag}Reference"):
            if mark.get(W + "id") == note.get(W + "id"):
                return mark.getparent()
    return None


def _range(number: int) -> tuple[etree._Element, etree._Element, etree._Element]:
    """The beginning and the end of a comment's range, and the run that shows its balloon."""
    start = etree.Element(W + "commentRangeStart", {W + "id": str(number)})
    end = etree.Element(W + "commentRangeEnd", {W + "id": str(number)})
    run = etree.Element(W + "r")
    etree.SubElement(run, W + "commentReference", {W + "id": str(number)})
    return start, end, run


def _note_cuts(cuts: _Cuts, letters: list[Letters], number: int) -> None:
    """Notes where the runs are to be cut for a comment, and what comes there."""
    first, last = letters[0], letters[-1]
    start, *ending = _range(number)
    cuts.setdefault(first.element, []).append((first.start, 1, [start]))
    cuts.setdefault(last.element, []).append((last.end, 0, ending))


def _comment(words: str, number: int, author: str) -> etree._Element:
    """One comment, a paragraph a line."""
    comment = etree.Element(W + "comment", {W + "id": str(number), W + "author": author, W + "initials": author[:1]})
    for line in words.split("\n"):
        run = etree.SubElement(etree.SubElement(comment, W + "p"), W + "r")
        written = etree.SubElement(run, W + "t", {_SPACE: "preserve"})
        written.text = line
    return comment


def _cut(element: etree._Element, marks: list[tuple[int, int, list[etree._Element]]]) -> None:
    """Splits the run of a `w:t` at each place from the last to the first and sets the marks there, ends before beginnings."""
    places = sorted({at for at, _, _ in marks}, reverse=True)
    for place in places:
        here = [mark for at, _, group in sorted(marks, key=lambda one: one[1]) if at == place for mark in group]
        run = element.getparent()
        parent = None if run is None else run.getparent()
        if run is None or parent is None:
            continue
        before = _split(run, element, place)
        at = parent.index(run) + (0 if before else 1)
        for offset, mark in enumerate(here):
            parent.insert(at + offset, mark)


def _split(run: etree._Element, element: etree._Element, place: int) -> bool:
    """Parts a run at a character of its `w:t`; the first part stays in place. True where nothing stands before the place, and nothing is parted."""
    text = element.text or ""
    children = list(run)
    at = children.index(element)
    earlier = [child for child in children[:at] if child.tag != W + "rPr"]
    if place == 0 and not earlier:
        return True
    later = children[at:] if place == 0 else children[at + 1 :]
    if place < len(text) or later:
        rest = etree.Element(run.tag, {str(key): str(words) for key, words in run.attrib.items()})
        look = run.find(W + "rPr")
        if look is not None:
            rest.append(deepcopy(look))
        if 0 < place < len(text):
            tail = etree.SubElement(rest, element.tag, {_SPACE: "preserve"})
            tail.text, element.text = text[place:], text[:place]
            element.set(_SPACE, "preserve")
        rest.extend(later)
        run.addnext(rest)
    return False


def _packed(source: bytes, trees: dict[str, etree._Element]) -> bytes:
    """The package with these parts anew and every other part as it was."""
    packed = BytesIO()
    with ZipFile(BytesIO(source)) as archive, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for entry in archive.infolist():
            tree = trees.pop(entry.filename, None)
            target.writestr(entry, archive.read(entry) if tree is None else _xml(tree))
        for part, tree in trees.items():
            target.writestr(part, _xml(tree))
    return packed.getvalue()


def _xml(tree: etree._Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
