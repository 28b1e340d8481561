"""A file → the reading text with its sections, sentences, tables and footnotes."""
