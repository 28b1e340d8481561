"""Observations → an interval at the horizon, with a backtest.

Numbers in, numbers out: this room knows no indicator and no place.
"""

from muctieu.forecast.backtest import BacktestReport, BacktestRow, Series, backtest
from muctieu.forecast.forecast import Forecast, TooFew, forecast, forecast_path
from muctieu.forecast.pace import Pace, pace

__all__ = [
    "BacktestReport",
    "BacktestRow",
    "Forecast",
    "Pace",
    "Series",
    "TooFew",
    "backtest",
    "forecast",
    "forecast_path",
    "pace",
]
