"""Words that judge a result against its target: `vượt`, `đạt`, `chưa đạt`, `khó đạt`."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from muctieu.text.lexicon import lexicon, words_pattern

PLANS = ("kế hoạch", "chỉ tiêu", "mục tiêu", "nghị quyết", "dự toán", "kịch bản", "yêu cầu")
"""What a result may be judged by."""
Judgement = Literal["exceeded", "met", "missed", "open"]


class Verdict(NamedTuple):
    """What the words say, and where they stand in the text given."""

    judgement: Judgement
    start: int
    end: int


@cache
def _pattern() -> re.Pattern[str]:
    words = lexicon("audit")["verdict"]
    return re.compile(
        rf"\b(?:(?P<missed>(?:vẫn |còn )?{words_pattern(words['missed'])})|(?P<open>{words_pattern(words['open'])})"
        rf"|(?P<exceeded>{words_pattern(words['exceeded'])})|(?P<met>{words_pattern(words['met'])}))\b"
    )


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(rf"\b{words_pattern(lexicon('audit')['verdict']['ahead'])}\b")


@cache
def last_words() -> tuple[str, ...]:
    """How the words before a plan end that judges: by a judgement, or by what may stand between the two (`đạt so với kế hoạch`)."""
    words = lexicon("audit")["verdict"]
    told = (*words["missed"], *words["exceeded"], *words["met"])
    return (*{verdict.split()[-1] for verdict in told}, "mức", "so", "với", "được")


def looks_ahead(words: str) -> bool:
    """Do the words (lower case) tell of what is to come, or hedge, so that nothing is judged yet? (`phấn đấu`, `sẽ`, `cơ bản`)"""
    return _ahead().search(words) is not None


def verdict_in(words: str) -> Verdict | None:
    """The first judgement in the words (lower case).

    >>> verdict_in("vẫn chưa đạt mục tiêu").judgement, verdict_in("có khả năng đạt").judgement, verdict_in("gồm 3 xã")
    ('missed', 'open', None)
    """
    match = _pattern().search(words)
    if match is None or match.lastgroup is None:
        return None
    judgement: Judgement = match.lastgroup  # type: ignore[assignment]
    return Verdict(judgement, match.start(), match.end())
