"""Administrative units, and the dated events by which they come, merge, split and go."""

from __future__ import annotations

from django.db import models

from muctieu_web.store.fields import ExactDecimalField, FoldedField


class Place(models.Model):
    """A unit. It exists from `valid_from` (included; null: always) until `valid_until` (excluded; null: still there)."""

    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    level = models.CharField(max_length=20, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    weight = ExactDecimalField(default="1")
    folded = FoldedField(max_length=480, of=("name", "name_en", "code"), db_index=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class PlaceEvent(models.Model):
    """A merge, split, transfer, rename or promotion: on which day, by which act."""

    kind = models.CharField(max_length=20)
    day = models.DateField()
    act = models.CharField(max_length=300)

    class Meta:
        ordering = ("day", "id")


class PlacePart(models.Model):
    """One flow of an event: the share `weight` (0 to 1) of `source` that became part of `successor`."""

    event = models.ForeignKey(PlaceEvent, models.CASCADE, related_name="parts")
    source = models.ForeignKey(Place, models.PROTECT, related_name="outflows")
    successor = models.ForeignKey(Place, models.PROTECT, related_name="inflows")
    weight = ExactDecimalField(default="1")
