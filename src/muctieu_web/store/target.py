"""What was promised (chỉ tiêu phấn đấu), and what people say of it."""

from __future__ import annotations

from django.db import models

from muctieu_web.store.fields import ExactDecimalField
from muctieu_web.store.indicator import Indicator
from muctieu_web.store.organisation import Organisation
from muctieu_web.store.person import Person
from muctieu_web.store.place import Place
from muctieu_web.store.report import Version


class Target(models.Model):
    """Fields as those of `muctieu.scoreboard.target.Target`. `version`, `start`, `end`: the words of a report it was read from."""

    code = models.SlugField(max_length=60, unique=True)
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="targets")
    place = models.ForeignKey(Place, models.PROTECT, related_name="targets")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="targets")
    name = models.CharField(max_length=300, blank=True)
    group = models.CharField(max_length=200, blank=True)
    order = models.PositiveIntegerField(default=0)
    comparator = models.CharField(max_length=8, default="eq")
    value = ExactDecimalField(null=True, blank=True)
    value_to = ExactDecimalField(null=True, blank=True)
    base_year = models.PositiveSmallIntegerField()
    horizon = models.PositiveSmallIntegerField()
    cadence = models.CharField(max_length=8, default="end")
    direction = models.CharField(max_length=4, blank=True)
    baseline = ExactDecimalField(null=True, blank=True)
    weight = ExactDecimalField(default="1")
    source = models.CharField(max_length=300, blank=True)
    note = models.TextField(blank=True)
    version = models.ForeignKey(Version, models.SET_NULL, null=True, blank=True, related_name="targets")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("order", "id")

    def __str__(self) -> str:
        return self.name or self.indicator.name


class Comment(models.Model):
    """One message of the discussion of a target. Never changed; withdrawn where its author took it back."""

    target = models.ForeignKey(Target, models.CASCADE, related_name="comments")
    person = models.ForeignKey(Person, models.PROTECT)
    at = models.DateTimeField()
    text = models.TextField()
    withdrawn = models.BooleanField(default=False)

    class Meta:
        ordering = ("at", "id")
