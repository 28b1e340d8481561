"""What is measured (chỉ tiêu thống kê)."""

from __future__ import annotations

from django.db import models

from muctieu_web.store.fields import ExactDecimalField, FoldedField
from muctieu_web.store.organisation import Organisation


class Indicator(models.Model):
    """`unit` is of the wire format.

    `gathering_way` and `gathering_base` say how the figures of several places become one (`sum`, `mean`, empty: they do not).
    `direction` is which way is better; `additive`: the parts of a year sum to the year.

    `lower` and `upper` bound what a value can be; `organisation` supplies the figures; `official_code` is that of the national
    system of statistical indicators, where there is one.
    """

    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300, blank=True)
    unit = models.CharField(max_length=60)
    direction = models.CharField(max_length=4, blank=True)
    additive = models.BooleanField(default=False)
    gathering_way = models.CharField(max_length=8, blank=True)
    gathering_base = models.CharField(max_length=40, blank=True)
    lower = ExactDecimalField(null=True, blank=True)
    upper = ExactDecimalField(null=True, blank=True)
    definition = models.TextField(blank=True)
    official_code = models.CharField(max_length=20, blank=True)
    aliases = models.JSONField(default=list, blank=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="indicators")
    folded = FoldedField(max_length=680, of=("name", "name_en", "code"), db_index=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
