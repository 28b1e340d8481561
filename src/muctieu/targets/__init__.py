"""Targets of a report: what was set to be reached, and what the report says became of it."""
