"""Roles in words."""

from __future__ import annotations

from django import template

from muctieu_web.pages.frame.words import say

register = template.Library()

ROLES = {
    "viewer": ("người xem", "viewer"),
    "reporter": ("người báo cáo", "reporter"),
    "reviewer": ("người duyệt", "reviewer"),
    "administrator": ("quản trị", "administrator"),
}


@register.filter
def role_words(role: str) -> str:
    """A role as a person says it."""
    return say(*ROLES[role]) if role in ROLES else role
