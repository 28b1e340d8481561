"""Who may do what: one table (`table.py`), the person as actions see them (`actor.py`), and the refusal with its sentence."""

from muctieu_web.access.actor import NOBODY, SYSTEM, Actor, actor_of
from muctieu_web.access.refusal import Forbidden, NotThere, Refused
from muctieu_web.access.table import MAY, Permission, Scope, may, permit

__all__ = [
    "MAY",
    "NOBODY",
    "SYSTEM",
    "Actor",
    "Forbidden",
    "NotThere",
    "Permission",
    "Refused",
    "Scope",
    "actor_of",
    "may",
    "permit",
]
