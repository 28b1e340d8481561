"""Which font the words of a web page stand in, as far as old Vietnamese fonts need it: the page's elements and its style sheet.

Knows what word processors write: `<font face>`, `style="font-family:…"`, and rules for a tag, a class, or both. Takes the tree; changes nothing.
"""

from __future__ import annotations

import re
from typing import Any

_FAMILY = re.compile(r"font-family\s*:\s*([^;}]+)|\bfont\s*:[^;}]*?\d[a-z%]*(?:/\S+)?\s+([^;}]+)", re.IGNORECASE)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?(?:\.([\w-]+))?$", re.IGNORECASE)


def names_old_fonts(source: bytes) -> bool:
    """Whether the bytes of a page name an old font at all."""
    return re.search(rb"\.Vn[A-Z]|\bVNI[- ]|\bVPS ", source.replace(b"\0", b"")) is not None


class Fonts:
    """The fonts of one page."""

    def __init__(self, root: Any) -> None:
        self._rules: dict[tuple[str, str], str] = {}
        self._known: dict[Any, str] = {}
        for sheet in root.iter("style"):
            for selectors, body in _RULE.findall(sheet.text_content()):
                font = _first_family(body)
                for selector in selectors.split(",") if font else ():
                    match = _SELECTOR.match(selector.strip())
                    if match is not None and match[0]:
                        self._rules[(match[1] or "").lower(), match[2] or ""] = font

    def of(self, node: Any) -> str:
        """The font of an element's own words: its own, else that of what it stands in."""
        chain = []
        while node is not None and node not in self._known:
            chain.append(node)
            node = node.getparent()
        font = "" if node is None else self._known[node]
        for inner in reversed(chain):
            font = self._known[inner] = self._own(inner) or font
        return font

    def _own(self, node: Any) -> str:
        if not isinstance(node.tag, str):
            return ""
        said = _first_family(node.get("style", "")) or _first(node.get("face", "") if node.tag == "font" else "")
        if said:
            return said
        named = node.get("class", "").split()
        keys = [(node.tag, name) for name in named] + [("", name) for name in named] + [(node.tag, "")]
        return next((self._rules[key] for key in keys if key in self._rules), "")


def _first_family(declarations: str) -> str:
    match = _FAMILY.search(declarations)
    return _first(match[1] or match[2]) if match is not None else ""


def _first(families: str) -> str:
    """
    >>> _first("'.VnTime', serif")
    '.VnTime'
    """
    return families.split(",")[0].strip().strip("'\"").strip()
