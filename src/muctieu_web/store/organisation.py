"""Bodies that answer for indicators and targets (cơ quan, đơn vị)."""

from __future__ import annotations

from django.db import models

from muctieu_web.store.fields import FoldedField


class Organisation(models.Model):
    """`code` is unique; `parent` is the body above it."""

    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    folded = FoldedField(max_length=480, of=("name", "name_en", "code"), db_index=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
