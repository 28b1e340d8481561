"""When a value meets a target, and what a target cannot be."""

from decimal import Decimal

import pytest

from muctieu.errors import ValueInvalid
from muctieu.scoreboard.target import Target


def target(comparator: str = "ge", value: str | None = "41", value_to: str | None = None, **fields: object) -> Target:
    ends = [None if text is None else Decimal(text) for text in (value, value_to)]
    basis: dict[str, object] = {"id": "t", "indicator": "i", "name": "n", "unit": "%", "horizon": 2025, "start": 2020}
    return Target(**basis | {"comparator": comparator, "value": ends[0], "value_to": ends[1]} | fields)  # type: ignore[arg-type]


# comparator, target, upper end, direction, value, met, exceeded
CASES = [
    ("ge", "41", None, None, "41", True, False),
    ("ge", "41", None, None, "41.05", True, True),
    ("ge", "41", None, None, "40.99", False, False),
    ("le", "2", None, None, "2", True, False),
    ("le", "2", None, None, "1.4", True, True),
    ("le", "2", None, None, "2.1", False, False),
    ("eq", "57.7", None, None, "58", True, True),
    ("eq", "57.7", None, None, "57.6", False, False),
    ("eq", "6.6", None, "down", "6.0", True, True),
    ("eq", "6.6", None, "down", "7.0", False, False),
    ("eq", "0", None, "down", "0", True, False),
    ("approx", "100", None, None, "92", True, False),
    ("approx", "100", None, None, "89", False, False),
    ("approx", "100", None, "down", "108", True, False),
    ("between", "3000", "4000", None, "3500", True, False),
    ("between", "3000", "4000", None, "2999", False, False),
    ("between", "3000", "4000", None, "4001", False, False),
    ("between", "3000", "4000", "up", "4001", True, True),
    ("between", "3000", "4000", "up", "3500", True, False),
    ("between", "3000", "4000", "up", "2999", False, False),
    ("between", "3", "4", "down", "2", True, True),
    ("between", "3", "4", "down", "5", False, False),
]


@pytest.mark.parametrize(("comparator", "value", "upper", "direction", "result", "met", "exceeded"), CASES)
def test_met_and_exceeded(
    comparator: str, value: str, upper: str | None, direction: str | None, result: str, met: bool, exceeded: bool
) -> None:
    one = target(comparator, value, upper, direction=direction)
    assert one.is_met_by(Decimal(result)) is met
    assert one.is_exceeded_by(Decimal(result)) is exceeded


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"comparator": "between", "value": "160", "value_to": "120"}, "the upper end is below the lower end"),
        ({"comparator": "between"}, "a range needs its upper end"),
        ({"horizon": 2020}, "the horizon must come after 2020"),
        ({"weight": Decimal(0)}, "a weight must be above 0"),
    ],
)
def test_what_cannot_be_has_its_sentence(fields: dict[str, object], words: str) -> None:
    with pytest.raises(ValueInvalid) as caught:
        target(**fields)  # type: ignore[arg-type]
    assert words in caught.value.sentence("en")
    assert "targets[t]" in caught.value.sentence("vi")
