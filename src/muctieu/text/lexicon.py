"""Loads the word lists of a language (`text/vi/*.toml`) and turns lists of words into patterns. Knows no rule of reading."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str, language: str = "vi") -> dict[str, Any]:
    """The word list `text/<language>/<name>.toml` as a dictionary."""
    return tomllib.loads(files("muctieu.text").joinpath(language, f"{name}.toml").read_text(encoding="utf-8"))


def words_pattern(words: Iterable[str]) -> str:
    """A pattern (without anchors) that matches the longest of the words, built as a prefix tree so that a miss is cheap.

    >>> words_pattern(["tăng", "tăng thêm", "trên"])
    't(?:rên|ăng(?: thêm)?)'
    """
    tree: dict[str, Any] = {}
    for word in sorted(set(words)):
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(tree)


def _branches(node: dict[str, Any]) -> str:
    """The pattern of one node of the prefix tree."""
    end = "" in node
    options: list[str] = []
    for letter, below in node.items():
        if not letter:
            continue
        run = letter
        while len(below) == 1 and "" not in below:
            letter, below = next(iter(below.items()))
            run += letter
        options.append(re.escape(run).replace(r"\ ", " ") + _branches(below))
    if not options:
        return ""
    if end:
        return "(?:" + "|".join(options) + ")?"
    return options[0] if len(options) == 1 else "(?:" + "|".join(options) + ")"
