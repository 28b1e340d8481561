"""The scoreboard's questions over millions of observations, as portable SQL on Parquet; agrees with `scoreboard`."""

from muctieu.analytics.board import PlaceBoard, Row
from muctieu.analytics.build import build
from muctieu.analytics.gather import gather

__all__ = ["PlaceBoard", "Row", "build", "gather"]
