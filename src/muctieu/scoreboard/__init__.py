"""Targets, observations, expected path → where each target stands on a day, and why."""
