"""The history of every write."""
