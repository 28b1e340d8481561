"""Columns of our own: exact decimals kept as text (SQLite would round a budget in đồng past 15 digits), and names folded for search."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any
from unicodedata import normalize

from django.core.exceptions import ValidationError
from django.db import models


class ExactDecimalField(models.TextField):
    """A `Decimal` kept digit for digit, in plain notation (`14882000000000`, `-46.90`)."""

    description = "An exact decimal, kept as text"

    def from_db_value(self, value: str | None, *_: Any) -> Decimal | None:
        """The text of the column as a decimal."""
        return None if value is None else Decimal(value)

    def to_python(self, value: Any) -> Decimal | None:
        """A decimal from what a form or a fixture gives; ValidationError where it is none."""
        if value is None or value == "":
            return None
        try:
            number = Decimal(value)
        except (InvalidOperation, TypeError, ValueError) as error:
            raise ValidationError(f"{value!r} is not a number") from error
        if not number.is_finite():
            raise ValidationError(f"{value!r} is not a finite number")
        return number

    def get_prep_value(self, value: Any) -> str | None:
        """Plain digits, no exponent."""
        number = self.to_python(value)
        return None if number is None else format(number, "f")

    def value_to_string(self, obj: models.Model) -> str:
        """For serialisation."""
        return self.get_prep_value(self.value_from_object(obj)) or ""


def fold(words: str) -> str:
    """Lower case without accents, đ as d: what people type when they search.

    >>> fold("Tỷ lệ hộ nghèo, Đường")
    'ty le ho ngheo, duong'
    """
    plain = normalize("NFD", words.lower().replace("đ", "d"))
    return "".join(letter for letter in plain if not "\u0300" <= letter <= "\u036f")


class FoldedField(models.CharField):  # type: ignore[type-arg]
    """Other fields of the same row, folded and joined, written anew at every save (bulk writes included)."""

    def __init__(self, *args: Any, of: tuple[str, ...] = (), **kwargs: Any) -> None:
        self.of = of
        super().__init__(*args, editable=False, **{key: kwargs[key] for key in kwargs if key != "editable"})

    def deconstruct(self) -> Any:
        """For migrations."""
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("editable", None)
        return name, path, args, {**kwargs, "of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        """The folded words of the row as it is."""
        value = fold(" ".join(str(getattr(model_instance, name) or "") for name in self.of))[: self.max_length]
        setattr(model_instance, self.attname, value)
        return value
