"""Migrations, in order. Made by `manage`, read by people."""
