"""Frozen values with laws: they know nothing of documents, claims or files."""
