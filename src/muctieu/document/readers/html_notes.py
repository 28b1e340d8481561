"""The footnotes of a web page: links in the body that lead to a note which leads back → the notes and their marks.

Word, LibreOffice, pandoc, mammoth and encyclopaedias all write them so, under different names. Takes the element tree; changes nothing.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, NamedTuple

from lxml import etree

_MARK = re.compile(r"\s*(?:[\[(]?\s*(?:\d{1,3}|[ivx]{1,5}|[a-z]|\*{1,3}|†)\s*[\])]?)\s*$")
_BACK = re.compile(r"\s*(?:[\[(]?\s*(?:\d{1,3}|[ivx]{1,5}|[a-z]|\*{1,3}|†|\^|↑|↩\ufe0e?|⏎)\s*[\])]?\.?)\s*$")
_BLOCKS = frozenset(("p", "li", "div", "td", "dd", "aside", "section"))


class Notes(NamedTuple):
    """`marks`: link in the body → key of its note; `bodies`: block of a note → its key; `backs`: links from a note to its mark."""

    marks: dict[Any, str]
    bodies: dict[Any, str]
    backs: frozenset[Any]


def find_notes(root: Any) -> Notes:
    """The notes of a page: a link whose words are a mark alone, to a block that stands after it and links back to it."""
    named, links = _names_and_links(root)
    targets = {named[goal] for goal in links.values() if goal in named}
    marks: dict[Any, str] = {}
    bodies: dict[Any, str] = {}
    backs: set[Any] = set()
    for link, key in links.items():
        body = None if key not in named or link in backs else _block(named[key], targets)
        if body is None or not _MARK.match(link.text_content()) or body in link.iterancestors():
            continue
        back = next((one for one in body.iter("a") if one in links and _leads(named.get(links[one]), link)), None)
        if back is None:
            continue
        if _BACK.match(back.text_content()):
            backs.add(back)
        marks[link] = bodies.setdefault(body, key)
    return Notes(marks, bodies, frozenset(backs))


def _names_and_links(root: Any) -> tuple[dict[str, Any], dict[Any, str]]:
    """What can be led to by its name, and the links within the page with the names that they lead to, in order."""
    named: dict[str, Any] = {}
    links: dict[Any, str] = {}
    for node in root.iter(etree.Element):
        for name in (node.get("id"), node.get("name") if node.tag == "a" else None):
            if name:
                named.setdefault(name, node)
        if node.tag == "a" and node.get("href", "").startswith("#"):
            links[node] = node.get("href")[1:]
    return named, links


def _block(goal: Any, targets: set[Any]) -> Any:
    """The block that holds a note's words: that of its name, or a wrapper that holds no other note."""
    block = goal
    while block is not None and block.tag not in _BLOCKS:
        block = block.getparent()
    while block is not None:
        outer = block.getparent()
        if outer is None or outer.tag not in ("div", "li", "aside") or _holds_more(outer, targets):
            return block
        block = outer
    return None


def _holds_more(block: Any, targets: set[Any]) -> bool:
    """Whether the block holds more notes than one."""
    return sum(1 for _ in islice((node for node in block.iter() if node in targets), 2)) > 1


def _leads(goal: Any, link: Any) -> bool:
    """Whether that which a note leads back to is the mark: the link itself, what holds it, what it holds, or what stands beside it."""
    if goal is None:
        return False
    return goal is link or goal in list(link.iterancestors())[:4] or goal.getparent() in (link, link.getparent())
