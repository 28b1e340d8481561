"""Vietnamese: 1.234.567,89."""
