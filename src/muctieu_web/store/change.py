"""The history of every write: who, when, what, why. Append-only; its last id is the register's stamp."""

from __future__ import annotations

from django.db import models

from muctieu_web.store.person import Person


class Change(models.Model):
    """One write. `before` and `after` hold the fields that differ; `noun` and `key` name the row it is about."""

    at = models.DateTimeField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True)
    who = models.CharField(max_length=200)
    action = models.CharField(max_length=60)
    noun = models.CharField(max_length=40)
    key = models.CharField(max_length=60)
    label = models.CharField(max_length=300)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("noun", "key")),)
