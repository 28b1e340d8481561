"""What was accepted (số liệu thực hiện): append-only, so that the register answers as it was known on any day."""

from __future__ import annotations

from django.db import models

from muctieu_web.store.fields import ExactDecimalField
from muctieu_web.store.indicator import Indicator
from muctieu_web.store.person import Person
from muctieu_web.store.place import Place
from muctieu_web.store.report import Version


class Observation(models.Model):
    """One figure as it became known on a day. A revision is a new row of the same indicator, place and period; the last known counts.

    `known` is the day since when it holds, `recorded` the moment it was written here. A row with `withdrawn` takes the figure
    back from that day on. `version`, `start`, `end`: the words of a report that it was accepted from.
    """

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="observations")
    place = models.ForeignKey(Place, models.PROTECT, related_name="observations")
    period = models.CharField(max_length=21)
    first = models.DateField()
    until = models.DateField()
    value = ExactDecimalField()
    status = models.CharField(max_length=12, default="official")
    known = models.DateField()
    recorded = models.DateTimeField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True)
    withdrawn = models.BooleanField(default=False)
    source = models.CharField(max_length=300, blank=True)
    note = models.TextField(blank=True)
    version = models.ForeignKey(Version, models.SET_NULL, null=True, blank=True, related_name="observations")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("indicator_id", "place_id", "until", "first", "known", "id")
        indexes = (
            models.Index(fields=("indicator", "place", "until")),
            models.Index(fields=("period", "place")),
        )

    def __str__(self) -> str:
        return f"{self.indicator.name}, {self.place.name}, {self.period}"
