"""Indicators: the catalogue of what local plans measure, and the match of a report's words to it. Knows no figure, no document."""
