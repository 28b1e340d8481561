"""How numbers are written, by language; Django's own Vietnamese lacks the grouping."""
