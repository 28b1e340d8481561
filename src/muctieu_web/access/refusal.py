"""Refusals: errors with a sentence in both languages, as those of the library; pages and API turn them into answers."""

from __future__ import annotations

from muctieu.errors import MuctieuError


class Forbidden(MuctieuError):
    """The person may not do this. Facts: `deed_vi`, `deed_en` (what was tried)."""

    vi = "Tài khoản của bạn không được {deed_vi}; hãy nhờ người quản trị cấp quyền."
    en = "Your account may not {deed_en}; ask an administrator for the right."


class NotThere(MuctieuError):
    """What was asked for does not exist (or the person may not know of it). Facts: `noun_vi`, `noun_en`, `key`."""

    vi = "Không có {noun_vi} «{key}»; có thể nó đã được đổi chỗ."
    en = "There is no {noun_en} “{key}”; it may have been moved."


class Refused(MuctieuError):
    """What was asked cannot be done with these values. Facts: `field` (the form's field, or empty), `reason_vi`, `reason_en`.

    `may_confirm` is true where it is a warning that the person can confirm.
    """

    vi = "{reason_vi}"
    en = "{reason_en}"

    def __init__(self, *, field: str = "", reason_vi: str, reason_en: str, may_confirm: bool = False) -> None:
        self.field = field
        self.may_confirm = may_confirm
        super().__init__(field=field, reason_vi=reason_vi, reason_en=reason_en, may_confirm=may_confirm)
