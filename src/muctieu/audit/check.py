"""What a rule has recomputed: the figures it rests on, whether they hold, how sure it is where they do not."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from muctieu.audit.equation import Equation, figure_of
from muctieu.audit.figure import Figure
from muctieu.values.interval import Interval
from muctieu.values.span import Span

Severity = Literal["error", "warning", "info"]
Rule = Literal[
    "ratio",
    "shares_sum",
    "parts_sum",
    "growth",
    "target_gap",
    "attainment",
    "tally",
    "repeat",
    "impossible",
    "across",
]


@dataclass(slots=True, eq=False)
class Check:
    """One group of figures recomputed by one rule.

    `words` are spans of words it rests on (a verdict, items of a list); `reason` names the sentence that explains it
    (see `audit/messages`), filled with `facts`; `accused` is the figure that the rule takes for stated, the first of the equation;
    a `weak` failure is dropped where any other check says something of what it accuses, or is `about` where that is another figure;
    where it is `surely` the accused that is wrong, no other figure is taken for the one to correct.
    """

    rule: Rule
    figures: tuple[Figure, ...]
    holds: bool
    severity: Severity = "error"
    equation: Equation | None = None
    words: tuple[Span, ...] = ()
    reported: Decimal | None = None
    expected: Interval | None = None
    reason: str = ""
    facts: dict[str, object] | None = None
    weak: bool = False
    about: Figure | None = None
    surely: bool = False

    @classmethod
    def of(cls, rule: Rule, equation: Equation, severity: Severity = "error", *, words: tuple[Span, ...] = ()) -> Check:
        """A check by an equation, recomputed now."""
        seen: dict[int, Figure] = {}
        for term in equation.terms:
            figure = figure_of(term)
            seen[figure.order] = figure
        holds = equation.holds()
        check = cls(rule, tuple(seen.values()), holds, severity, equation, words)
        if not holds:
            check.reason = equation.symbol
        return check

    @property
    def accused(self) -> Figure | None:
        """The figure that was recomputed from the others."""
        if self.equation is not None:
            return figure_of(self.equation.terms[0])
        return self.figures[0] if self.figures else None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every figure and word that it rests on, in reading order."""
        if len(self.figures) == 1 and not self.words:
            return (self.figures[0].span,)
        return tuple(sorted({*(figure.span for figure in self.figures), *self.words}))
