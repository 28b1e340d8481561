"""All models, gathered for Django."""

from muctieu_web.store.change import Change
from muctieu_web.store.draft import Draft
from muctieu_web.store.indicator import Indicator
from muctieu_web.store.observation import Observation
from muctieu_web.store.organisation import Organisation
from muctieu_web.store.person import Person, Role, Token
from muctieu_web.store.place import Place, PlaceEvent, PlacePart
from muctieu_web.store.report import Acceptance, Claim, Finding, Report, Review, State, Version
from muctieu_web.store.site import Site
from muctieu_web.store.target import Comment, Target

__all__ = [
    "Acceptance",
    "Change",
    "Claim",
    "Comment",
    "Draft",
    "Finding",
    "Indicator",
    "Observation",
    "Organisation",
    "Person",
    "Place",
    "PlaceEvent",
    "PlacePart",
    "Report",
    "Review",
    "Role",
    "Site",
    "State",
    "Target",
    "Token",
    "Version",
]
