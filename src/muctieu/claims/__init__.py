"""A document → its claims."""
