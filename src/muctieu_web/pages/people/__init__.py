"""Accounts as an administrator keeps them, and the site's settings."""
