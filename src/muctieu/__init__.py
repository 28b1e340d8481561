"""Muctieu holds every figure of a public report to account."""
