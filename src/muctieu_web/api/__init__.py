"""`/api/v1`: the register, the board and the reports for programs, by the same queries and actions as the pages.

A token goes in `Authorization: Bearer muctieu_…`; without one only what the public may see is given, where the site is public. An
error is `{"sentence", "sentence_en", "field", "may_confirm"}`. Decimals are strings; field names and meanings are those of the wire format.
"""

from muctieu_web.api import reading, writing  # noqa: F401 (they hang their addresses on the API)
from muctieu_web.api.door import api

__all__ = ["api"]
