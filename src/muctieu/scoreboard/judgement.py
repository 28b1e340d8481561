"""The status of a target and the one sentence that says why.

Takes the evidence on a target, gives a status and its reason in both languages. The thresholds are in `Rules` and
nowhere else.

    met, exceeded   the latest figure is at the target, or better
    missed          the horizon has passed and its figure is short of the target (for a yearly target: any year was)
    on_track        not there yet, and as likely as `likely` to be there in time
    behind          between the two
    at_risk         the chance is below `unlikely`
    no_data         no figure after the base year, or the target itself has none

With too few figures for a chance, the share of the way over the share of the time decides, by Open SDG's thresholds
(95% and 60%).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from muctieu.errors import Language
from muctieu.observations import Point
from muctieu.scoreboard.target import Target
from muctieu.scoreboard.words import Words, chance, percent, period_words, quantity

Status = Literal["exceeded", "met", "on_track", "behind", "at_risk", "missed", "no_data"]
REACHED: tuple[Status, ...] = ("exceeded", "met")
GOAL = Words("mục tiêu", "target")


class Rules(NamedTuple):
    """The thresholds: of the chance (0 to 1), and of the way over the time where no chance can be given."""

    likely: float = 0.6
    unlikely: float = 0.2
    on_track: float = 0.95
    behind: float = 0.6


RULES = Rules()


class Evidence(NamedTuple):
    """What a status is judged by.

    The figures after the base year, the base, the chance, way over time, mean of the years.
    """

    target: Target
    as_of: date
    points: tuple[Point, ...]
    base: Point | None
    probability: float | None
    ratio: float | None
    mean: Decimal | None


Verdict = tuple[Status, Words]


def judge(evidence: Evidence, rules: Rules = RULES) -> Verdict:
    """The status and its reason."""
    if evidence.target.value is None:
        return "no_data", Words(
            "Chỉ tiêu không có con số nên không tính được tiến độ.",
            "The target has no figure, so progress cannot be computed.",
        )
    if not evidence.points:
        year = evidence.target.start
        return "no_data", Words(
            f"Chưa có số liệu nào sau năm {year}.", f"There is no figure after {year} yet."
        )  # fmt: skip
    if evidence.target.cadence == "annual":
        return _judge_annual(evidence)
    if evidence.target.cadence == "average":
        return _judge_average(evidence, rules)
    return _judge_end(evidence, rules)


def _judge_end(evidence: Evidence, rules: Rules) -> Verdict:
    target, latest = evidence.target, evidence.points[-1]
    if target.is_met_by(latest.value):
        if target.is_exceeded_by(latest.value):
            better = "above the target" if target.way == "up" else "below the target"
            return "exceeded", _sentence(evidence, Words("vượt mục tiêu", better))
        return "met", _sentence(evidence, Words("đạt mục tiêu", "at the target"))
    if latest.time >= target.horizon + 1:
        return "missed", _sentence(evidence, Words("không đạt mục tiêu", "short of the target"))
    if evidence.probability is not None:
        status = _graded(evidence.probability, rules.likely, rules.unlikely)
        vi, en = chance(evidence.probability), chance(evidence.probability, "en")
        return status, _sentence(evidence, tail=Words(f"xác suất đạt là {vi}", f"the chance of reaching it is {en}"))
    if evidence.ratio is not None:
        status = _graded(evidence.ratio, rules.on_track, rules.behind)
        vi, en = percent(evidence.ratio), percent(evidence.ratio, "en")
        tail = Words(f"mới đi được {vi} quãng đường lẽ ra phải đi đến nay", f"{en} of the way due by now is gone")
        return status, _sentence(evidence, tail=tail)
    return "behind", _sentence(evidence, tail=Words("chưa đủ số liệu để dự báo", "too few figures for a forecast"))


def _graded(number: float, upper: float, lower: float) -> Status:
    return "on_track" if number >= upper else "behind" if number >= lower else "at_risk"


def _judge_annual(evidence: Evidence) -> Verdict:
    """Every year has to be met: one year short is one too many, and before the end it is said as a risk."""
    target = evidence.target
    years = [point for point in evidence.points if point.months == 12 and point.year <= target.horizon]
    if not years:
        return "no_data", Words("Chưa có số liệu cả năm nào.", "There is no figure of a whole year yet.")
    short = [point for point in years if not target.is_met_by(point.value)]
    wanted = target.horizon - target.start
    over = years[-1].year >= target.horizon
    held = len(years) - len(short)
    tally = Words(f"đạt {held}/{len(years)} năm có số liệu", f"met in {held} of {len(years)} years")
    if short:
        listed = ", ".join(str(point.year) for point in short)
        tail = Words(f"{tally.vi} (chưa đạt: {listed})", f"{tally.en} (short in {listed})")
        status: Status = "missed" if over else "at_risk" if years[-1] in short else "behind"
        return status, _sentence(evidence, tail=tail)
    if over and len(years) == wanted:
        status = "exceeded" if all(target.is_exceeded_by(point.value) for point in years) else "met"
        return status, _sentence(evidence, tail=tally)
    if over:
        lacking = wanted - len(years)
        vi, en = f"; còn thiếu số liệu {lacking} năm", f"; figures of {lacking} years are missing"
        tally = Words(tally.vi + vi, tally.en + en)
    return "on_track", _sentence(evidence, tail=tally)


def _judge_average(evidence: Evidence, rules: Rules) -> Verdict:
    target, mean = evidence.target, evidence.mean
    aim = target.value if target.figure is None else target.figure
    if mean is None or aim is None:
        return "no_data", Words("Chưa có số liệu cả năm nào.", "There is no figure of a whole year yet.")
    years = [point for point in evidence.points if point.months == 12]
    left = target.horizon - target.start - len(years)
    so_far = Words(
        f"bình quân {len(years)} năm là {quantity(mean, target.unit, places=1)}",
        f"the mean of {len(years)} years is {quantity(mean, target.unit, 'en', places=1)}",
    )
    if left <= 0 or years[-1].year >= target.horizon:
        met = target.is_met_by(mean)
        status: Status = ("exceeded" if target.is_exceeded_by(mean) else "met") if met else "missed"
        return status, _sentence(evidence, tail=so_far)
    if target.is_met_by(mean):
        return "on_track", _sentence(evidence, tail=so_far)
    gone = sum((point.value for point in years), Decimal(0))
    rest = (aim * (target.horizon - target.start) - gone) / left
    best = max(point.value for point in years) if target.way == "up" else min(point.value for point in years)
    status = "behind" if (best >= rest if target.way == "up" else best <= rest) else "at_risk"
    needed = quantity(rest, target.unit, places=1), quantity(rest, target.unit, "en", places=1)
    return status, _sentence(
        evidence,
        tail=Words(
            f"{so_far.vi}, các năm còn lại cần {needed[0]} mỗi năm",
            f"{so_far.en}, the years left need {needed[1]} each",
        ),
    )


COMPARATORS = {
    "ge": Words("≥ ", "≥ "),
    "le": Words("≤ ", "≤ "),
    "approx": Words("khoảng ", "about "),
    "eq": Words("", ""),
    "between": Words("", ""),
}


def target_words(target: Target) -> Words:
    """The target's figure as a person writes it: `≥ 41%`, `120.000–160.000 người`."""
    if target.value is None:
        return Words("không có con số", "no figure")
    return Words(_target_text(target, target.value, "vi"), _target_text(target, target.value, "en"))


def _target_text(target: Target, value: Decimal, language: Language) -> str:
    if target.value_to is None:
        return COMPARATORS[target.comparator].of(language) + quantity(value, target.unit, language)
    return f"{quantity(value, '1', language)}–{quantity(target.value_to, target.unit, language)}"


def _sentence(evidence: Evidence, verb: Words = GOAL, tail: Words | None = None) -> Words:
    """`2024: 41,8%, vượt mục tiêu ≥ 41% đến 2025.`, with more after a semicolon where there is a `tail`."""
    return Words(_told(evidence, verb, tail, "vi"), _told(evidence, verb, tail, "en"))


def _told(evidence: Evidence, verb: Words, tail: Words | None, language: Language) -> str:
    target, latest = evidence.target, evidence.points[-1]
    by = Words(f"đến {target.horizon}", f"by {target.horizon}")
    when = {"annual": Words("mỗi năm", "every year"), "average": Words("bình quân", "on average")}.get(
        target.cadence, by
    )
    guess = Words(" (số ước)", " (estimated)").of(language) if latest.status == "estimated" else ""
    value = quantity(latest.value, target.unit, language)
    more = f"; {tail.of(language)}" if tail else ""
    aim = f"{target_words(target).of(language)} {when.of(language)}"
    return f"{period_words(latest.period, language)}: {value}{guess}, {verb.of(language)} {aim}{more}."
