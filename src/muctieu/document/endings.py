"""The endings of the files that can be read. A file that is named itself is read by what it is, whatever its ending."""

from __future__ import annotations

READABLE = frozenset(
    [
        ".docx",
        ".docm",
        ".dotx",
        ".doc",
        ".dot",
        ".rtf",
        ".pdf",
        ".odt",
        ".ott",
        ".fodt",
        ".html",
        ".htm",
        ".xhtml",
        ".mht",
        ".mhtml",
        ".xlsx",
        ".xlsm",
        ".xlsb",
        ".xls",
        ".ods",
        ".txt",
        ".md",
    ]
)
"""What a folder is searched for, and what a form for files offers."""
