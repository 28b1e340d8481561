"""Remarks put into a file: its bytes and what is to be said of spans of its reading text → the same file with a comment at each span.

Word files get comments, PDF files highlights with a note. Everything else in the file stays as it is. Knows formats, nothing of what is remarked.
"""

from __future__ import annotations

from collections.abc import Sequence

from muctieu.document.readers.detect import detect
from muctieu.document.remarks.remark import Placed, Remark
from muctieu.errors import UsageError

FORMATS = ("docx", "pdf")
"""The formats that can hold remarks."""


def kind_of(source: bytes, name: str) -> str:
    """`docx` or `pdf`; `UsageError` for a file of another format, which has no place for remarks."""
    kind = detect(source, name)
    if kind not in FORMATS:
        raise UsageError(
            reason_vi=f"Không ghi nhận xét vào «{name}» được: chỉ tệp docx và pdf có chỗ cho nhận xét; hãy lưu báo cáo thành docx rồi thử lại.",
            reason_en=f"No remarks can be written into “{name}”: only docx and pdf files have a place for them; save the report as docx and retry.",
        )
    return kind


def with_remarks(source: bytes, name: str, text: str, remarks: Sequence[Remark], author: str = "Muctieu") -> Placed:
    """The file with a remark at each span, and the remarks whose place could not be found in it. Errors as reading has them."""
    if kind_of(source, name) == "docx":
        from muctieu.document.remarks import docx

        return docx.write(source, name, text, remarks, author)
    from muctieu.document.remarks import pdf

    return pdf.write(source, name, text, remarks, author)


__all__ = ["FORMATS", "Placed", "Remark", "kind_of", "with_remarks"]
