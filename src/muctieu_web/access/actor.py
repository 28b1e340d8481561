"""The person behind a request as everything below the pages sees them: a frozen value, no model, no request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Actor:
    """`role` is one of the roles of `store/person.py`, or `public` (not signed in), or `system` (a job or a command)."""

    id: int | None
    name: str
    role: str
    organisation_id: int | None = None

    @property
    def is_known(self) -> bool:
        """Is this a person who signed in?"""
        return self.id is not None


NOBODY = Actor(None, "", "public")
SYSTEM = Actor(None, "Muctieu", "system")


def actor_of(user: Any) -> Actor:
    """The actor of a request's user; one who is not signed in, or whose account is closed, is `NOBODY`."""
    if user is None or not user.is_authenticated or not user.is_active:
        return NOBODY
    return Actor(user.pk, str(user), user.role, user.organisation_id)
