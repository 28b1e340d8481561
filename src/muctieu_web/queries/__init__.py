"""Reads: functions that take an `Actor` and plain values and give frozen rows, never models. Each counts its database queries in a test."""
