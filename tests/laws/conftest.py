"""Laws run without a deadline: how long one example takes says nothing of the law, and a busy machine is no fault."""

from hypothesis import settings

settings.register_profile("laws", deadline=None)
settings.load_profile("laws")
