"""Where figures may stand in a text: the places that are worth reading sentence by sentence. Takes lower-cased text, gives offsets; it reads no figure."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, insort
from collections.abc import Iterator

from muctieu.claims.harvests import tells_harvest
from muctieu.claims.item_units import BARE_ITEM

# A number right behind a verb of value; else one that a unit, a word or another number follows. The first digit is matched alone,
# so that the search skips to digits; no number is longer than forty letters.
_NUMBER = re.compile(
    r"""[0-9](?:(?<=(?:\slà |đạt |còn |rên |ưới |[0-9]{2}: )[0-9])(?:[0-9.,]{0,40}[0-9])?+(?!\Z)|(?:[0-9.,]{0,40}[0-9])?+(?=[%‰]| ?[^\W\d_²³]| (?:[%‰–-]|[“"‘][^\W\d_]|\Z)|(?: ?/ ?|[–-])[0-9]))"""
)
_SPELLED = re.compile(r"một nửa|gấp (?:đôi|rưỡi|ba|hai|bốn)|(?:hai|ba|bốn) lần")
# `Hệ số sử dụng đất 0,85`: the value of an index, which no unit follows.
_INDEX = re.compile(
    r"số (?<=(?:chỉ |\Whệ )số )[^\d\n,;.]{2,48}? (?P<value>\d{1,3},\d{1,3})(?=[,;.)\n]|$)"
)  # begins with letters, which the search passes to at once
# A sign of a spelled number, and how far before it that may begin.
_SPELLED_SIGNS = ((" nửa", (3,)), ("gấp ", (0,)), (" lần", (2, 3)))


def candidates(low: str) -> array[int]:
    """Where a figure may stand: numbers that a unit, a word or another number follows (no list mark, no document's number), and spelled ones.

    >>> candidates("(1) đạt 5,2%; 29-nq/tw; gấp đôi").tolist()
    [8, 24]
    """
    places = array("L", map(re.Match.start, _NUMBER.finditer(low)))
    for sign, backs in _SPELLED_SIGNS:
        for at in _places(low, sign):
            for back in backs:
                if _SPELLED.match(low, max(0, at - back)):
                    insort(places, at - back)
    for index in _INDEX.finditer(low):
        insort(places, index.start("value"))
    for at in _places(low, _EXPELLED):
        if low[at + len(_EXPELLED) : at + len(_EXPELLED) + 1].isdigit():
            insort(places, at + len(_EXPELLED))  # `Khiển trách 15, cảnh cáo 6, khai trừ 1.`
    for name in _YIELDS:
        for at in _places(low, name):
            begin = at + len(name)
            end = begin + len(_DIGITS.match(low, begin)[0])  # type: ignore[index]
            if end > begin and tells_harvest(low, begin, end):
                insort(places, begin)  # `DT 142,5, NS 52, SL 741.`, below `DT 86 ha, NS 58 tạ/ha, SL 498,8 tấn`
    for again in _TOLD_AGAIN.finditer(low):
        at = again.start()
        begin = low.rfind(" ", max(0, at - 6), at) + 1
        if begin and low[begin:at].isdigit() and places[bisect_left(places, begin) :][:1] != array("L", (begin,)):
            insort(places, begin)  # `07 (bảy) thôn`
    for item in BARE_ITEM.finditer(low):
        at = item.start("value")
        if low[at - 1] == " " and places[bisect_left(places, at) : bisect_left(places, at) + 1] != array("L", (at,)):
            insort(places, at)  # `+ Bò 836`, below `+ Trâu 1.247 con`
    return places


_EXPELLED = "khai trừ "
_YIELDS = ("ns ", "năng suất ")
_DIGITS = re.compile(r"(?:[0-9.,]*[0-9])?")
_TOLD_AGAIN = re.compile(r" \((?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)")


def _places(low: str, words: str) -> Iterator[int]:
    """Every offset at which the words stand."""
    at = low.find(words)
    while at >= 0:
        yield at
        at = low.find(words, at + 1)
