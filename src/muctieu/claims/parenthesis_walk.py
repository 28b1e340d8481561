"""Parentheses of a sentence: what opens one, what it tells of the figure before it, what goes on behind it. The part of the walk that knows parentheses.

It keeps the clause that a parenthesis stands in and takes it up again behind it; what the figures within mean is read in `kind_walk.py` and `time_walk.py`.
"""

from __future__ import annotations

import re

from muctieu.claims.kind_walk import KindWalk
from muctieu.claims.subject_words import HEAD
from muctieu.claims.time_walk import TimeWalk
from muctieu.claims.tokens import Token
from muctieu.text.periods import resolve

_BREAKS = re.compile(r"[,;(]")
_VALUE_BEHIND = re.compile(r" (?:(?:đạt|là|còn|ước|chiếm|khoảng|trên) ){0,2}\d")
_GOAL_ENDS = (
    "đề ra ",
    "đặt ra ",
    "giao ",
    "quý i ",
    "quý ii ",
    "quý iii ",
    "quý iv ",
    "cả năm ",
    " năm ",
    "tăng trưởng ",
)
_GOAL_TOLD = re.compile(
    r"(?<![^\W_])(?:(?:vượt|đạt|bằng|hơn|kém|so với|dưới|trên)(?: mức)? (?:mục tiêu|chỉ tiêu|kế hoạch|nghị quyết)(?: [^\W_]+){0,6} (?:đề ra|đặt ra|giao)|(?:vượt|hơn|kém|so với|dưới|trên|bằng) (?:mục tiêu|kịch bản) tăng trưởng(?: (?:quý [ivx]+|cả năm|năm|đề ra))*) $"
)


class ParenthesisWalk(TimeWalk, KindWalk):
    """Enters and leaves parentheses."""

    def _open(self, index: int, token: Token) -> None:
        self.stack.append((self.subject_start, self.clause_figures, self.clause_period, self.clause_said))
        self.depth += 1
        self.paren_period = None
        self.paren_target = False
        before = self.tokens[index - 1] if index else None
        if before is not None and not self.low[before.end : token.start].strip():
            if before.role == "period" and index > 1:
                prior = self.tokens[index - 2]
                if index > 2 and (prior.role == "fill" or self.low[prior.start : prior.end] == "cho"):
                    prior = self.tokens[index - 3]
                if prior.role in ("compare", "average"):
                    self.paren_period = self.basis_said
                elif before.phrase is not None and self.low.endswith("hơn ", self.start, before.start):
                    self.paren_period = self._basis(before.phrase, self.last.period if self.last is not None else None)
                given = self.tokens[index - 3] if index > 2 and self.low.startswith("cho", prior.start) else prior
                told = prior.role == "plan" or (given.role == "plan" and self.clause_figures)
                if told and not self._counts_goals_within(index):
                    self.paren_target = True
                    self.paren_period = resolve(before.phrase, self.setting.frame) if before.phrase else None
                if (
                    self.last is not None
                    and (self.last.kind in ("multiple", "growth", "change") or self.last.unit == "1")
                    and self.last.basis not in (None, "target")
                    and prior.figure is self.last
                ):
                    self.paren_period = self.last.basis
            elif before.role == "plan" and self._has_result(index):
                self.paren_target = True
        elif (
            before is not None
            and before.role in ("plan", "fill")
            and self._has_result(index)
            and len(self.low[before.end : token.start].split()) <= 4
        ):
            self.paren_target = before.role == "plan" and not _BREAKS.search(self.low[before.end : token.start])
        self.paren_target = self.paren_target or self._behind_goal(index, token)
        self.subject_start = token.end

    def _counts_goals_within(self, index: int) -> bool:
        """`09 chỉ tiêu vượt mục tiêu đến năm 2025 (06 chỉ tiêu kinh tế, 03 chỉ tiêu xã hội)`: parts of the goals counted before, none that was set."""
        figure = self.tokens[index + 1].figure if index + 1 < len(self.tokens) else None
        return figure is not None and self.last is not None and figure.counted == self.last.counted == "chỉ tiêu"

    def _behind_goal(self, index: int, token: Token) -> bool:
        """`vượt mục tiêu kế hoạch 5 năm đã đề ra (93%)`, `so với kịch bản tăng trưởng quý I (10,5%)`: whether words of a goal end right before the parenthesis."""
        if not self.low.endswith(_GOAL_ENDS, 0, token.start) or not self._has_result(index):
            return False
        return _GOAL_TOLD.search(self.low, max(self.start, token.start - 70), token.start) is not None

    def _has_result(self, index: int) -> bool:
        """Whether a figure stands before the plan in the clause, or before a clause that compares with it: `đạt 72%; so với KH (70%) thì cao hơn 2%`."""
        compared = index > 1 and self.tokens[index - 2].role == "compare"
        return bool(self.clause_figures or (compared and (self.figures or self._is_measured(index - 1))))

    def _close(self, index: int, token: Token) -> None:
        if not self.stack:
            self.subject_start = token.end
            return
        subject_start, figures, period, said = self.stack.pop()
        self.depth -= 1
        inside = self.clause_figures > figures
        if figures == 0 and not inside:
            self.subject_start = subject_start
        elif figures == 0:
            self.subject_start = subject_start
            self.clause_figures = 0
        else:
            self.subject_start = subject_start if not inside and self._is_aside(subject_start, token) else token.end
            self.clause_figures = figures
        if figures or inside:
            self.clause_period, self.clause_said = (period, said) if figures else (self.clause_period, self.clause_said)
        self.paren_period = None
        self.paren_target = False

    def _is_aside(self, subject_start: int, close: Token) -> bool:
        """`12.400 ha rừng, độ che phủ (tính cả cao su) 44,2%`: the parenthesis within a subject, right before its figure."""
        opened = self.low.rfind("(", subject_start, close.start)
        named = HEAD.match(self.low[subject_start:opened].strip(" ,;")) is not None if opened > 0 else False
        return named and _VALUE_BEHIND.match(self.low, close.end) is not None
