"""What was accepted: observations with their source, status and revisions, and any day's knowledge of them.

    Observation(indicator="BHYT", place="hai-son", period=Period.parse("2024"), value=Decimal("95.3"), known=date(2025, 2, 15))

An `Observation` is a frozen value with nothing behind it: no database, no clock. A revision or a withdrawal is one more
observation of the same indicator, place and period with a later `known`; nothing is ever changed. `Observations` holds them
all and answers on two clocks: *true when* is the `period`, *known when* is the day asked. `on_geography` gives a place its
series on its bounds of a day, gathered from the units that it came from or was divided into. Never guesses, never fills a gap.
"""

from muctieu.observations.geography import Gap, Gathered, Gathering, on_geography
from muctieu.observations.history import History
from muctieu.observations.ledger import Observations
from muctieu.observations.observation import STATUSES, Entered, FromReport, Observation, Source, Status
from muctieu.observations.series import Point, Series

__all__ = [
    "STATUSES",
    "Entered",
    "FromReport",
    "Gap",
    "Gathered",
    "Gathering",
    "History",
    "Observation",
    "Observations",
    "Point",
    "Series",
    "Source",
    "Status",
    "on_geography",
]
