"""The few settings that people change on the page: one row."""

from __future__ import annotations

from django.db import models


class Site(models.Model):
    """Always the row with id 1. `public`: anyone may look at what is official, without signing in."""

    name = models.CharField(max_length=200, default="Muctieu")
    name_en = models.CharField(max_length=200, blank=True)
    public = models.BooleanField(default=False)
    place = models.ForeignKey("store.Place", models.SET_NULL, null=True, blank=True)
    term_start = models.PositiveSmallIntegerField(null=True, blank=True)
    term_end = models.PositiveSmallIntegerField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name
