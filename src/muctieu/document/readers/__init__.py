"""One module a file format: bytes → Layout. No language knowledge here."""
