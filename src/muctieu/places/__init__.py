"""Administrative units with dates: who merged, split or was renamed, and any series on any unit's geography."""

from muctieu.places.convert import Converted, NotConvertible, convert
from muctieu.places.history import Places
from muctieu.places.unit import Event, Flow, Naming, Unit

__all__ = ["Converted", "Event", "Flow", "Naming", "NotConvertible", "Places", "Unit", "convert"]
