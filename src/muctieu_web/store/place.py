"""Administrative units, and the dated events by which they come, merge, split and go."""

from __future__ import annotations

from django.db import models

from muctieu_web.store.fields import ExactDecimalField, FoldedField


class Place(models.Model):
    """A unit. It exists from `valid_from` (included; null: always) until `valid_until` (excluded; null: still there).

    `level` is `phường`, `xã` and so on; `sizes` what it counts by each base when it takes part in an event (`{"population": "12345"}`).
    """

    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    level = models.CharField(max_length=20, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    weight = ExactDecimalField(default="1")
    sizes = models.JSONField(default=dict, blank=True)
    folded = FoldedField(max_length=480, of=("name", "name_en", "code"), db_index=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class PlaceEvent(models.Model):
    """A merge, split or transfer (its parts), or a rename, promotion or end of `unit`: on which day, by which act."""

    kind = models.CharField(max_length=20)
    day = models.DateField()
    act = models.CharField(max_length=300)
    unit = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="events")
    name = models.CharField(max_length=200, blank=True)
    level = models.CharField(max_length=20, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("day", "id")

    def __str__(self) -> str:
        return f"{self.kind} {self.day}: {self.act}"[:300]


class PlacePart(models.Model):
    """One flow of an event: what of `source` became part of `successor`; `shares` of the source by base, empty where all of it did."""

    event = models.ForeignKey(PlaceEvent, models.CASCADE, related_name="parts")
    source = models.ForeignKey(Place, models.PROTECT, related_name="outflows")
    successor = models.ForeignKey(Place, models.PROTECT, related_name="inflows")
    shares = models.JSONField(default=dict, blank=True)
