"""Claims of a very long report, held as bytes: takes claims one after another, gives a sequence that makes each again when it is asked for.

A claim is some 800 bytes of small values; a block of a thousand packed together is some 100 bytes each. Whoever goes through them in order unpacks each block
once. What a report of ordinary length has stays a tuple. Never writes, never reads bytes that it has not made.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import overload

from muctieu.claims.claim import Claim

PLAIN = 20_000
"""Up to so many claims are held as they are (some 16 MB)."""
_BLOCK = 1024
_OPEN = 16
"""So many blocks stay unpacked, the last ones asked for: whoever looks a place up by halves opens the same few again and again."""
_LEVEL = 1


class PackedClaims(Sequence[Claim]):
    """An unchanging sequence of claims in blocks of bytes; equal to a tuple of the same claims, element by element, but not the same objects each time."""

    __slots__ = ("_blocks", "_length", "_open")

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._blocks: list[bytes] = []
        self._length = 0
        rest = iter(claims)
        while block := tuple(islice(rest, _BLOCK)):
            self._blocks.append(zlib.compress(pickle.dumps([tuple(claim) for claim in block], 5), _LEVEL))
            self._length += len(block)
        self._open: dict[int, tuple[Claim, ...]] = {}

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Claim]:
        for block in self._blocks:
            yield from _unpacked(block)

    @overload
    def __getitem__(self, at: int) -> Claim: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Claim]: ...
    def __getitem__(self, at: int | slice) -> Claim | Sequence[Claim]:
        """One claim (IndexError beyond the ends), or those of a slice as a tuple."""
        if isinstance(at, slice):
            return tuple(self[one] for one in range(*at.indices(self._length)))
        place = at + self._length if at < 0 else at
        if not 0 <= place < self._length:
            raise IndexError(f"claim {at} of {self._length}")
        block, within = divmod(place, _BLOCK)
        claims = self._open.pop(block, None) or _unpacked(self._blocks[block])
        self._open[block] = claims  # the last asked for stands last
        if len(self._open) > _OPEN:
            del self._open[next(iter(self._open))]
        return claims[within]

    def __repr__(self) -> str:
        return f"<{self._length} claims, {sum(map(len, self._blocks)):,} bytes>"


def held(claims: Iterable[Claim], plain: int = PLAIN) -> Sequence[Claim]:
    """The claims as a tuple, packed where they are more than `plain`.

    >>> held(())
    ()
    """
    rest = iter(claims)
    first = tuple(islice(rest, plain + 1))
    return first if len(first) <= plain else PackedClaims(chain(first, rest))


def _unpacked(block: bytes) -> tuple[Claim, ...]:
    return tuple(Claim._make(fields) for fields in pickle.loads(zlib.decompress(block)))
