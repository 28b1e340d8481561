"""Targets without a figure: `Triển khai xây dựng …`, `Không để xảy ra …`, and `không còn hộ nghèo`, which is a target of 0.

Takes a reading and its scopes; gives targets of the plan. In a list of targets every item without a figure is one; among tasks only
what is to be finished or kept from happening.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from muctieu.claims.lookup import within
from muctieu.claims.reading import Reading
from muctieu.targets.direction import direction_of
from muctieu.targets.plan import table_of
from muctieu.targets.scope import Scope, Scopes
from muctieu.targets.target import Target
from muctieu.targets.words import clause_around, last_year, pattern, says
from muctieu.text.lexicon import lexicon, words_pattern
from muctieu.values.span import Span

_MARK = re.compile(r"\s*(?:[-–+*•]|\(?\w{1,3}(?:\.\d+)*[).](?!\d)-?)?\s*")
_PART = re.compile(r"[^;]+")
_STOP = re.compile(r",|\.(?:\s|$)| theo | trước ngày | trong năm ")
_LONG, _LONGEST_NAME = 220, 5


@cache
def _zero() -> re.Pattern[str]:
    words = lexicon("targets")["zero"]
    return re.compile(
        rf"\b(?:{words_pattern(words['start'])})\s+(?P<noun>(?P<unit>{words_pattern(words['units'])})\b[^,;.(\n]*)"
    )


def zero_targets(reading: Reading, scopes: Scopes) -> Iterator[Target]:
    """`không còn hộ nghèo`: a target of 0, in words, where the plan sets it."""
    for found in _zero().finditer(reading.text.lower()):
        scope = scopes.at(found.start())
        span = Span(found.start(), found.end())
        if scope.kind == "past" or _overlaps(reading, span):
            continue
        noun = reading.text[found.start("noun") : found.end("noun")].strip()
        yield _bare(noun, span, scope, reading)._replace(
            unit=f"{{{found['unit']}}}", comparator="eq", value=Decimal(0), resolution=Decimal(1), direction="down"
        )


def bare_targets(reading: Reading, scopes: Scopes, taken: frozenset[int]) -> Iterator[Target]:
    """Items without a figure. `taken` are the offsets where other targets stand."""
    at = 0
    for line in reading.text.split("\n"):
        span = Span(at, at + len(line))
        at = span.end + 1
        if not line.strip() or len(line) < 8:
            continue
        scope = scopes.at(span.start)
        if scope.kind == "past" or table_of(reading.tables, span.start) is not None or _is_head(scopes, span):
            continue
        for part in _parts(reading.text, span):
            if not taken.isdisjoint(range(part.start, part.end)) or within(reading.claims, part.start, part.end):
                continue
            words = reading.text[part.start : part.end]
            if _counts(words, scope, whole=len(words) > 0.9 * (len(line) - 8)):
                yield _bare(_name(words), part, scope, reading)


def _parts(text: str, line: Span) -> Iterator[Span]:
    """The clauses of a line without the marks that begin an item."""
    start = line.start + _MARK.match(text[line.start : line.end]).end()  # type: ignore[union-attr]
    for found in _PART.finditer(text, start, line.end):
        words = found[0]
        left = len(words) - len(words.lstrip())
        end = found.start() + len(words.rstrip(" .:"))
        if end - found.start() - left >= 8:
            yield Span(found.start() + left, end)


def _counts(words: str, scope: Scope, *, whole: bool) -> bool:
    """Is it a target? The whole item of a list; what is to be finished or prevented among tasks."""
    lower = words.lower()
    if (
        lower.startswith("về ")
        or pattern("heading", "general").match(lower)
        or len(words) > _LONG
        or words.endswith(":")
        or ". " in words
        or _is_closing(words)
    ):
        return False
    if pattern("bare", "task").match(lower) and (words[0].isupper() or scope.kind == "list"):
        return True
    if scope.kind == "list" and (whole or pattern("bare", "list").match(lower)):
        return True
    return pattern("bare", "clause").match(lower) is not None


def _is_closing(words: str) -> bool:
    """A signature, an appeal, a remark, under the last list of a report.

    `T/M BAN CHẤP HÀNH`, `Đoàn Khắc Vĩnh Lam`, `Với truyền thống đoàn kết, Đảng bộ và nhân dân …`, `(Tính theo địa giới xã hiện nay)`
    """
    named = words.split()
    signs = words.isupper() or (len(named) <= _LONGEST_NAME and all(one.istitle() and one.isalpha() for one in named))
    return signs or words.startswith("(") or pattern("bare", "closing").match(words.lower()) is not None


def _overlaps(reading: Reading, span: Span) -> bool:
    """Does a claim share a character with the span?"""
    line = reading.text.rfind("\n", 0, span.start) + 1
    return any(claim.end > span.start for claim in within(reading.claims, line, span.end))


def _is_head(scopes: Scopes, line: Span) -> bool:
    """Is the line the heading of a section, or the words that open a list?"""
    return any(
        section.start <= line.start < section.start + 4 and scopes.is_heading(section)
        for section in scopes.chain(line.start + 3)
    )


def _name(words: str) -> str:
    """The shortest words that name what is to be done."""
    stop = _STOP.search(words, 20)
    return words[: stop.start()].strip() if stop else words.strip()


def _bare(name: str, span: Span, scope: Scope, reading: Reading) -> Target:
    clause = clause_around(reading.text, span.start, span.end)
    words = reading.text[clause.start : clause.end].lower()
    horizon = last_year(words) or scope.year or last_year(reading.period)
    negative = "không" in name.lower().split()[:1]
    return Target(
        "",
        name,
        None,
        (),
        None,
        None,
        None,
        None,
        str(horizon) if horizon else None,
        "annual" if says("cadence", "annual", words) else "end",
        scope.group,
        (),
        None,
        None,
        "down" if negative else direction_of(name) if name.lower().startswith(("tỷ lệ", "số ", "tỉ lệ")) else None,
        "unknown",
        span,
    )
