"""An import on its way: the rows of a file with the fate that each would have, until a person confirms it or lets it go."""

from __future__ import annotations

from django.db import models

from muctieu_web.store.person import Person


class Draft(models.Model):
    """`rows`: what was read of the file, and per row what would be done with it. Applied once, whole or not at all."""

    person = models.ForeignKey(Person, models.CASCADE)
    noun = models.CharField(max_length=40)
    name = models.CharField(max_length=255)
    created = models.DateTimeField()
    applied = models.DateTimeField(null=True)
    rows = models.JSONField(default=list)
