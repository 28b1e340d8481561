"""People who sign in, and the tokens of programs that act for them."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models

from muctieu_web.store.organisation import Organisation


class Role(models.TextChoices):
    """What a person is; what each role may do is in `access/table.py` alone."""

    VIEWER = "viewer"
    REPORTER = "reporter"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"


class Person(AbstractUser):
    """An account. `organisation` is whose indicators a reporter answers for."""

    role = models.CharField(max_length=16, choices=Role.choices, default=Role.VIEWER)
    full_name = models.CharField(max_length=120, blank=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="people")

    def __str__(self) -> str:
        return self.full_name or self.username


class Token(models.Model):
    """A key of the API: only its hash is kept; it acts as its person, for reading or for reading and writing."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    may_write = models.BooleanField(default=False)
    created = models.DateTimeField()
    used = models.DateTimeField(null=True)
    expires = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name
