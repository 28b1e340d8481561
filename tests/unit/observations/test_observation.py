"""One observation: what it is made of, and the sentence for what cannot be."""

from dataclasses import FrozenInstanceError
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from muctieu.errors import ValueInvalid
from muctieu.observations import Entered, FromReport, Observation
from muctieu.values.period import Period
from muctieu.values.span import Span

GOOD: dict[str, Any] = {
    "indicator": "BHYT", "place": "hai-son", "period": Period.parse("2024"), "value": Decimal("95.3"),
    "known": date(2025, 2, 15),
}  # fmt: skip


def test_an_observation_knows_its_days_and_cannot_be_changed() -> None:
    one = Observation(**GOOD)
    assert (one.first, one.until) == (date(2024, 1, 1), date(2025, 1, 1))
    assert one.status == "official"
    with pytest.raises(FrozenInstanceError):
        one.value = Decimal(1)  # type: ignore[misc]


def test_a_source_is_the_words_of_a_report_or_a_person() -> None:
    assert FromReport("Báo cáo quý I", Span(120, 126)).words == "Báo cáo quý I"
    assert Entered("Nguyễn An", "Công văn 12").words == "Công văn 12, Nguyễn An"
    assert Entered().words == ""


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"value": Decimal("NaN")}, "it is no number"),
        ({"status": "final"}, "it must be one of: estimated, preliminary, official"),
        ({"known": date(2023, 12, 31)}, "known before 2024 began"),
    ],
)
def test_what_cannot_be_has_its_sentence(changed: dict[str, object], words: str) -> None:
    with pytest.raises(ValueInvalid) as caught:
        Observation(**(GOOD | changed))
    assert words in caught.value.sentence("en")
    assert "observations[BHYT, hai-son, 2024]" in caught.value.sentence("vi")
