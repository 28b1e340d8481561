"""Muctieu beside other readers of numbers and units: the same Vietnamese reports, with what a careful person reads in them, in one run.

    uv sync --group bench
    python benchmarks/peers.py [--only NAME …] [--reports NAME …]     (default: every fifth folder of benchmarks/gold)

Prints one row a reader, as a table in Markdown. Each reader runs in a process of its own, once over the first report to warm up, then over
all reports until a second is spent or five rounds are run; its best round counts. Ends with 1 where Muctieu is not ten times as fast as
recognizers-text with units, or where a reader beside it is right more often.

A figure of the hand-made reading (benchmarks/gold) is *found* where an answer overlaps its digits; its *value* is right where an answer there
has the value with the scale word multiplied in (`14,8 tỷ` is 14 800 000 000; a sign is not asked for); its *unit* is asked of %, money and
measures alone, not of counted things, and is right where one answer has both value and unit. *Noise* is the share of numbers that state
nothing (dates, numbers of laws and lists) handed back all the same. The best of all answers at a figure counts, and a peer gets help where
it can use it: pint and unit-parse are handed every number with the word behind it, recognizers-text one sentence at a time.
"""

from __future__ import annotations

import argparse
import json
import logging
import re
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

GOLD = Path(__file__).parent / "gold"
MEASURED = frozenset(
    ["%", "‰", "VND", "USD", "ha", "t", "dt", "kg", "km", "m", "km2", "m2", "m3", "L", "MW", "kV", "kW.h"]
)
NAMES = {
    "percentage": "%", "percent": "%", "per mille": "‰", "permille": "‰", "dong": "VND", "vietnamese dong": "VND", "dong vietnamita": "VND", "dólar": "USD",
    "united states dollar": "USD", "dollar": "USD", "hectare": "ha", "hectárea": "ha", "kilometre": "km", "kilometer": "km", "kilómetro": "km", "metre": "m", "meter": "m", "metro": "m",
    "square metre": "m2", "cubic metre": "m3", "kilogram": "kg", "kilogramo": "kg", "tonne": "t", "metric_ton": "t", "tonelada": "t", "litre": "L", "liter": "L", "megawatt": "MW", "kilovolt": "kV",
}  # fmt: skip
_SENTENCE = re.compile(r"[^.;\n]+(?:\.(?=\d)[^.;\n]+)*")
_NUMBER_AND_WORD = re.compile(r"(\d+(?:[.,]\d+)*)(?:\s?(?:%|[a-zA-Z]+[23]?\b))?")
_FIGURE = re.compile(r"\d[\d.,]*$")


class Answer(NamedTuple):
    """What a reader hands back: where, which value, which unit (UCUM or ISO 4217 where it names one of `MEASURED`)."""

    start: int
    end: int
    value: Decimal | None
    unit: str | None


Reader = Callable[[str], list[Answer]]


def decimal(value: Any) -> Decimal | None:
    """A value as a decimal, None where it is no number."""
    try:
        return None if value is None else Decimal(str(value))
    except InvalidOperation:
        return None


def vietnamese(words: str) -> Decimal | None:
    """A number's words by the Vietnamese rule: dots group, a comma parts decimals."""
    return decimal(words.rstrip(".,").replace(".", "").replace(",", "."))


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Every line that holds something, with its offset."""
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, line
        at += len(line) + 1


def muctieu() -> Reader:
    import muctieu as library

    def read(text: str) -> list[Answer]:
        claims = library.read(text.encode(), name="report.txt").claims
        return [Answer(claim.start, claim.end, claim.value, claim.unit) for claim in claims]

    return read


def quantulum3() -> Reader:
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False  # its stored classifier does not load under today's scikit-learn

    def read(text: str) -> list[Answer]:
        return [
            Answer(at + found.span[0], at + found.span[1], decimal(found.value), found.unit.name.lower())
            for at, line in lines(text)
            for found in parser.parse(line)
        ]

    return read


def recognizers(culture: str, with_units: bool) -> Reader:
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension

    comma = culture != "en-us"

    def value(words: str | None) -> Decimal | None:
        words = (words or "").rstrip("%")
        return decimal(words.replace(",", ".") if comma else words)

    def answers(at: int, results: list[Any], unit: str | None = None) -> Iterator[Answer]:
        for found in results:
            resolution = found.resolution or {}
            named = unit or str(resolution.get("unit", "")).lower()
            yield Answer(at + found.start, at + found.end + 1, value(resolution.get("value")), named)

    def read(text: str) -> list[Answer]:
        told: list[Answer] = []
        for match in _SENTENCE.finditer(text):
            at, words = match.start(), match[0]
            told += answers(at, recognize_number(words, culture))
            if with_units:
                told += answers(at, recognize_percentage(words, culture), "%")
                told += answers(at, recognize_currency(words, culture))
                told += answers(at, recognize_dimension(words, culture))
        return told

    return read


def pint() -> Reader:
    from pint import UnitRegistry

    registry = UnitRegistry()

    def parse(words: str) -> Any:
        try:
            return registry.parse_expression(words)
        except Exception:  # noqa: BLE001 - it raises whatever the word makes of its grammar
            return None

    def read(text: str) -> list[Answer]:
        told: list[Answer] = []
        for match in _NUMBER_AND_WORD.finditer(text):
            found = parse(match[0])
            found = parse(match[1]) if found is None else found
            if found is not None:
                told.append(_quantity(match, found))
        return told

    return read


def unit_parse() -> Reader:
    from unit_parse import parser

    logging.disable(logging.CRITICAL)

    def read(text: str) -> list[Answer]:
        told: list[Answer] = []
        for match in _NUMBER_AND_WORD.finditer(text):
            try:
                found = parser(match[0])
            except Exception:  # noqa: BLE001 - as above
                continue
            if found is not None and not isinstance(found, list):
                told.append(_quantity(match, found))
        return told

    return read


def _quantity(match: re.Match[str], found: Any) -> Answer:
    """An answer from a number or a quantity of pint's making."""
    if not hasattr(found, "magnitude"):
        return Answer(match.start(), match.end(), decimal(found), None)
    return Answer(match.start(), match.end(), decimal(found.magnitude), str(found.units))


def underthesea() -> Reader:
    from underthesea import pos_tag

    def read(text: str) -> list[Answer]:
        told: list[Answer] = []
        for at, line in lines(text):
            here = 0
            for word, tag in pos_tag(line):
                found = line.find(word, here)
                if found < 0:
                    continue
                here = found + len(word)
                if tag == "M" and _FIGURE.match(word):
                    told.append(Answer(at + found, at + here, vietnamese(word), None))
        return told

    return read


class Peer(NamedTuple):
    """A reader: its distribution, how to make it, and what is to be known of it."""

    distribution: str
    make: Callable[[], Reader]
    note: str = ""


PEERS = {
    "muctieu": Peer("muctieu", muctieu, "kinds, periods, indicators and sections as well"),
    "quantulum3": Peer("quantulum3", quantulum3, "English"),
    "recognizers-text": Peer("recognizers-text-suite", lambda: recognizers("es-es", False), "Spanish, numbers alone"),
    "recognizers-text es": Peer("recognizers-text-suite", lambda: recognizers("es-es", True), "Spanish, with units"),
    "recognizers-text en": Peer("recognizers-text-suite", lambda: recognizers("en-us", True), "English, with units"),
    "pint": Peer("pint", pint, "numbers found for it"),
    "unit-parse": Peer("unit-parse", unit_parse, "numbers found for it"),
    "underthesea": Peer("underthesea", underthesea, "Vietnamese tagger: words tagged as numbers, no units"),
}


class Score(NamedTuple):
    """Of one reader over all reports: characters a second, and shares between 0 and 1."""

    name: str
    speed: float
    found: float
    value: float
    unit: float
    noise: float


def overlapping(answers: list[Answer], start: int, end: int) -> list[Answer]:
    return [answer for answer in answers if answer.start < end and start < answer.end]


def score(name: str, speed: float, answers: dict[str, list[Answer]]) -> Score:
    """Compares the answers with the hand-made readings."""
    figures = found = value = measured = unit = numbers = noise = 0
    for report, told in answers.items():
        for gold in json.loads((GOLD / report / "claims.json").read_text(encoding="utf-8")):
            if gold.get("unsure"):
                continue
            start = gold["start"] + gold["text"].find(gold["number_in"])
            here = overlapping(told, start, start + len(gold["number_in"]))
            wanted = {abs(Decimal(gold[field])) for field in ("value", "value_to") if gold[field] is not None}
            right = [answer for answer in here if answer.value is not None and abs(answer.value) in wanted]
            figures, found, value = figures + 1, found + bool(here), value + bool(right)
            if gold["unit"] in MEASURED:
                measured += 1
                unit += any(NAMES.get(answer.unit or "", answer.unit) == gold["unit"] for answer in right)
        for other in json.loads((GOLD / report / "notclaims.json").read_text(encoding="utf-8")):
            numbers += 1
            noise += bool(overlapping(told, other["start"], other["end"]))
    return Score(name, speed, found / figures, value / figures, unit / measured, noise / numbers)


def run(name: str, reports: list[str]) -> None:
    """In a process of its own: reads the reports and prints a speed and the answers as one JSON object."""
    warnings.simplefilter("ignore")
    texts = {report: (GOLD / report / "text.txt").read_text(encoding="utf-8") for report in reports}
    read = PEERS[name].make()
    read(texts[reports[0]])
    rounds: list[float] = []
    answers: dict[str, list[Answer]] = {}
    while len(rounds) < 5 and sum(rounds) < 1:
        begin = time.perf_counter()
        answers = {report: read(text) for report, text in texts.items()}
        rounds.append(time.perf_counter() - begin)
    print(json.dumps({"speed": sum(map(len, texts.values())) / min(rounds), "answers": answers}, default=str))


def measure(name: str, reports: list[str]) -> Score | None:
    """Runs a reader; None, with a line that says why, where it cannot be run."""
    command = [sys.executable, __file__, "--run", name, "--reports", *reports]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["no answer"])[-1]
        print(f"{name}: not run ({reason})", file=sys.stderr)
        return None
    said = json.loads(done.stdout.splitlines()[-1])
    answers = {
        report: [Answer(start, end, decimal(value), unit) for start, end, value, unit in told]
        for report, told in said["answers"].items()
    }
    return score(name, said["speed"], answers)


def row(score: Score, own: Score) -> str:
    """One line of the table."""
    times = "1" if score is own else f"{own.speed / score.speed:.3g}"
    shares = " | ".join(f"{share:.1%}" for share in score[2:])
    peer = PEERS[score.name]
    return f"| {score.name} {version(peer.distribution)} | {score.speed:,.0f} | {times} | {shares} | {peer.note} |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=PEERS, default=list(PEERS), help="these readers, beside Muctieu")
    parser.add_argument(
        "--reports", nargs="+", default=sorted(path.parent.name for path in GOLD.glob("*/claims.json"))[::5]
    )  # the slowest of the readers takes minutes for each dozen
    parser.add_argument("--run", choices=PEERS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.run:
        run(arguments.run, arguments.reports)
        return 0
    own = measure("muctieu", arguments.reports)
    if own is None:
        return 1
    print("| reader | characters a second | times slower | found | value | unit | noise | |")
    print("| --- | --: | --: | --: | --: | --: | --: | --- |")
    print(row(own, own), flush=True)
    fine = True
    for name in (name for name in arguments.only if name != "muctieu"):
        other = measure(name, arguments.reports)
        if other is None:
            continue
        print(row(other, own), flush=True)
        fine &= own.value > other.value and own.unit > other.unit
        if PEERS[name].note.endswith("with units"):
            fine &= own.speed >= 10 * other.speed
    return 0 if fine else 1


if __name__ == "__main__":
    raise SystemExit(main())
