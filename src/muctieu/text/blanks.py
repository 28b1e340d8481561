"""White space between words made even. Knows nothing of words."""

from __future__ import annotations


def single_blanks(words: str) -> str:
    """The words parted by single blanks, with none at either end.

    Most are so already: then they hold no other white space (none of it is printable), which is seen in a fifth of the time that splitting
    and joining takes.

    >>> single_blanks(" thu  ngân\\nsách\\u00a0"), single_blanks("thu ngân sách ")
    ('thu ngân sách', 'thu ngân sách')
    """
    if words.isprintable() and "  " not in words:
        return words.strip(" ")
    return " ".join(words.split())
