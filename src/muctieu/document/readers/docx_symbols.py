"""Signs that Word keeps by their place in a font (`w:sym`) → the characters that they show. Knows the signs that stand beside figures."""

from __future__ import annotations

from re import fullmatch

_SYMBOLS = {
    "A3": "≤",
    "B0": "°",
    "B1": "±",
    "B2": "″",
    "B3": "≥",
    "B4": "×",
    "B8": "÷",
    "B9": "≠",
    "BB": "≈",
    "A5": "∞",
    "25": "%",
    "2D": "−",
    "7E": "~",
    "B7": "•",
}
"""Signs of the font Symbol that stand beside figures, by their codes (Adobe's Symbol encoding)."""


def symbol(code: str, font: str) -> str:
    """The character of a w:sym: its code in Unicode, or in the private area where the font Symbol has its signs; else nothing.

    >>> symbol("F0B3", "Symbol"), symbol("2265", "Cambria Math"), symbol("F0E0", "Wingdings")
    ('≥', '≥', '')
    """
    if fullmatch("[0-9A-Da-d][0-9A-Fa-f]{3}", code):
        return chr(int(code, 16))
    return _SYMBOLS.get(code[-2:].upper(), "") if font == "Symbol" else ""
