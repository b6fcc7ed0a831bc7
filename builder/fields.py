"""What the models are made of: a base that knows its place, and the types of their fields.

Takes plain values from YAML, every scalar a text; gives numbers, dates and texts, or says why
not. Law: nothing is guessed; what cannot be read as its type is refused.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PlainSerializer,
    PrivateAttr,
    StringConstraints,
    model_validator,
)

from builder.dates import BadDateError, PartialDate, parse_date
from builder.diagnostics import Place
from builder.located_yaml import Document, Mapping, Sequence, Span

Item = TypeVar("Item", bound="Located")

# A comma groups thousands; 54,21 is not read as 5421.
_NUMBER = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")


class Located(BaseModel):
    """A model that remembers where in which file each of its values was typed."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, str_strip_whitespace=True
    )

    _typed: Mapping = PrivateAttr(default_factory=lambda: Mapping(Span(Document("", ""), 0, 0)))

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, typed: Any, validate: ModelWrapValidatorHandler[Self]) -> Self:
        item = validate(typed)
        if isinstance(typed, Mapping):
            item._typed = typed
        return item

    @property
    def place(self) -> Place:
        """Where this item begins."""
        return self._typed.span.place

    @property
    def position(self) -> tuple[str, int]:
        """The file and the index where this item begins: cheaper than its place, and ordered."""
        return self._typed.span.document.file, self._typed.span.start

    def span_of(self, key: str, index: int | None = None) -> Span:
        """Return where the value of *key* stands (of its item *index*), or else the whole item."""
        value = self._typed.get(key)
        if index is not None and isinstance(value, Sequence) and index < len(value.items_at):
            return value.items_at[index]
        return self._typed.values_at.get(key, self._typed.span)

    def place_of(self, key: str, index: int | None = None) -> Place:
        """Return the place of the value of *key*, or of its item *index*."""
        return self.span_of(key, index).place


def _to_date(typed: Any) -> Any:
    if not isinstance(typed, str):
        return typed
    try:
        return parse_date(typed)
    except BadDateError as error:
        raise ValueError(str(error)) from error


def _to_decimal(typed: Any) -> Any:
    if not isinstance(typed, str):
        return typed
    if not _NUMBER.fullmatch(typed):
        raise ValueError(f"{typed!r} is not a number")
    return Decimal(typed.replace(",", ""))


ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def _is_free(typed: str) -> str:
    if typed == "index":
        raise ValueError("'index' is not an id: the lists of pages are called so")
    return typed


Id = Annotated[
    str,
    StringConstraints(pattern=ID, max_length=60),
    AfterValidator(_is_free),
    Field(description="Small letters a to z, digits and hyphens; typed once and never changed."),
]
Text = Annotated[str, StringConstraints(min_length=1, max_length=8_000)]
Date = Annotated[PartialDate, BeforeValidator(_to_date), PlainSerializer(str)]
Number = Annotated[Decimal, BeforeValidator(_to_decimal)]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=500)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Ids = tuple[Id, ...]

Kind = Literal[
    "vote", "count", "challenge", "ruling", "campaign", "speech", "concession", "celebration",
    "analysis", "biography", "office", "economy", "outlook",
]  # fmt: skip
Shore = Literal["city", "country"]
Weight = Literal["key", "normal", "background"]
Status = Literal["published", "draft"]
Oddness = Literal[
    "name", "office", "garbled", "arithmetic", "date", "age", "figure", "loaded", "language",
    "furniture", "wording", "attribution",
]  # fmt: skip
