"""Braces as parentheses: some offices write `3.640 tấn {cá 2.905, tôm 735}`. Takes and gives text of the same length."""

from __future__ import annotations


def round_brackets(text: str) -> str:
    """The text with each brace as a parenthesis.

    >>> round_brackets("24 xã {20 xã, 04 phường}")
    '24 xã (20 xã, 04 phường)'
    """
    return text.replace("{", "(").replace("}", ")") if "{" in text or "}" in text else text
