"""What the models are made of: a base that knows its place, and the types of their fields.

Takes plain values from YAML, every scalar a text; gives numbers, dates and texts, or says why
not. Law: nothing is guessed; what cannot be read as its type is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from builder.reports.diagnostics import Place
from builder.text.dates import ACCEPTED, BadDateError, PartialDate, parse_date
from builder.text.located_yaml import Mapping, Sequence
from builder.text.markup import is_tangled
from builder.text.spans import Document, Span

Item = TypeVar("Item", bound="Located")

# A comma groups thousands; 54,21 is not read as 5421.
_NUMBER = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
MOST_DIGITS = 24
"""Characters of a number: far more than people on earth, and still exact when divided."""


_NOWHERE = Mapping(Document("", ""), (0, 0))


class Located(BaseModel):
    """A model that remembers where in which file each of its values was typed."""

    model_config = ConfigDict(  # deferred: what is remembered is not validated again
        frozen=True, extra="forbid", arbitrary_types_allowed=True, str_strip_whitespace=True,
        defer_build=True,
    )  # fmt: skip

    # A slot, not one of pydantic's private attributes, which take ten times as long.
    __slots__ = ("_typed",)
    if TYPE_CHECKING:
        _typed: Mapping

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, typed: Any, validate: ModelWrapValidatorHandler[Self]) -> Self:
        item = validate(typed)
        item._typed = typed if isinstance(typed, Mapping) else _NOWHERE
        return item

    def __copy__(self) -> Self:
        """Return a copy that is at the same place."""
        copied = super().__copy__()
        copied._typed = self._typed
        return copied

    def __getstate__(self) -> dict[Any, Any]:
        """Return all that is written down of an item, with where it was typed."""
        return {**super().__getstate__(), "_typed": self._typed}

    def __setstate__(self, state: dict[Any, Any]) -> None:
        """Take over what was written down."""
        self._typed = state.pop("_typed")
        super().__setstate__(state)

    @property
    def place(self) -> Place:
        """Where this item begins."""
        return self._typed.span.place

    @property
    def last_place(self) -> Place:
        """Where this item ends."""
        document, _, end = self._typed.span
        return document.place_at(end)

    @property
    def position(self) -> tuple[str, int]:
        """The file and the index where this item begins: cheaper than its place, and ordered."""
        document, start, _ = self._typed.span
        return document.file, start

    def span_of(self, key: str, index: int | None = None) -> Span:
        """Return where the value of *key* stands (of its item *index*), or else the whole item."""
        value = self._typed.get(key)
        if index is not None and isinstance(value, Sequence) and index < len(value):
            return value.span_of(index)
        return self._typed.span_of(key)

    def place_of(self, key: str, index: int | None = None) -> Place:
        """Return the place of the value of *key*, or of its item *index*."""
        return self.span_of(key, index).place


@dataclass(frozen=True)
class NameOf:
    """Marks an id as the name of something else, for the schemas: editors are offered the names."""

    kind: str

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Name the kind instead of a form: ``schemas`` turns it into a list of names."""
        return {"nameOf": self.kind}


@dataclass(frozen=True, eq=False)
class Meanings:
    """Says what each value of an enumeration means, to editors who have to choose one."""

    of: AnyMapping[str, str]

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Give each value its meaning, where the YAML language server looks for it."""
        shown = handler(schema)
        return shown | {"enumDescriptions": [self.of[value] for value in shown["enum"]]}


def _to_date(typed: Any) -> Any:
    if not isinstance(typed, str):
        return typed
    try:
        return parse_date(typed)
    except BadDateError as error:
        raise ValueError(str(error)) from error


def to_decimal(typed: Any) -> Any:
    """Return the number that a text is; raise ValueError if it is none, or endlessly long."""
    if not isinstance(typed, str):
        return typed
    if not _NUMBER.fullmatch(typed) or len(typed) > MOST_DIGITS:
        raise ValueError(f"{typed!r} is not a number")
    return Decimal(typed.replace(",", ""))


ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"


# Ids are names of files; https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
_DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")


def _is_free(typed: str) -> str:
    if typed == "index":
        raise ValueError("'index' is not an id: the lists of pages are called so")
    if typed in ("no", "none", "null", "false", "true", "yes", "off", "on"):
        raise ValueError(f"{typed!r} is not an id")
    if _DEVICE.fullmatch(typed):
        raise ValueError(f"Windows keeps the name {typed!r} for a device")
    return typed


Id = Annotated[
    str,
    StringConstraints(pattern=ID, max_length=60),
    AfterValidator(_is_free),
    Field(
        description="Small letters a to z, digits and hyphens; typed once and never changed.",
        json_schema_extra={
            "errorMessage": "Use small letters, digits and single hyphens, such as board-annuls."
        },
    ),
]
SourceId = Annotated[Id, NameOf("source")]
PersonId = Annotated[Id, NameOf("person")]
PartyId = Annotated[Id, NameOf("party")]
PlaceId = Annotated[Id, NameOf("place")]
RaceId = Annotated[Id, NameOf("race")]
EventId = Annotated[Id, NameOf("event")]
FigureId = Annotated[Id, NameOf("figure")]
OriginId = Annotated[Id, NameOf("origin")]
DifferenceId = Annotated[Id, NameOf("difference")]
WorkId = Annotated[Id, NameOf("work")]


def _is_plain(typed: str) -> str:
    if is_tangled(typed):
        raise ValueError("brackets, quotations or lists are nested too deep here")
    return typed


SWITCHES = ("yes", "no", "true", "false", "on", "off")
"""What other programs take for a switch; none of our keys is one."""


def _is_no_switch(typed: str) -> str:
    if typed.casefold() in SWITCHES:
        raise ValueError(f"{typed!r} says nothing here: no key asks for yes or no")
    return typed


Text = Annotated[
    str,
    StringConstraints(min_length=1, max_length=8_000),
    AfterValidator(_is_plain),
    AfterValidator(_is_no_switch),
]

# To YAML, 2019 is a number, where we read every value as the text that was typed.
DATE_SCHEMA = {
    "type": ["string", "integer"],
    "pattern": f"^(?:{ACCEPTED.pattern})$",
    "errorMessage": "Write it like 2019, 2019-05 or 2019-05-06, with ~ for about; A/B for from "
    'A to B; "[A..B]", in quotation marks, for some day between.',
}
NUMBER_SCHEMA = {
    "type": ["string", "number"],
    "minimum": 0,
    "pattern": f"^(?:{_NUMBER.pattern})$",
    "errorMessage": "Write digits, such as 775000 or 50.92; a comma groups thousands.",
}

Date = Annotated[
    PartialDate,
    BeforeValidator(_to_date),
    PlainSerializer(str),
    WithJsonSchema(DATE_SCHEMA),
    Field(
        description="EDTF, as exact as it is known: 2019, 2019-05, 2019-05-06, 199X; 2019~ is "
        "about, 2019? perhaps, A/B from A to B, [A..B] some day between."
    ),
]


def _is_day(date: PartialDate) -> PartialDate:
    if not date.is_exact_day:
        raise ValueError(f"{str(date)!r} is not one day")
    return date


Day = Annotated[Date, AfterValidator(_is_day)]
Number = Annotated[Decimal, BeforeValidator(to_decimal), WithJsonSchema(NUMBER_SCHEMA)]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=500)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]

Kind = Annotated[
    Literal[
        "vote", "count", "challenge", "ruling", "campaign", "speech", "concession", "celebration",
        "analysis", "biography", "office", "economy", "outlook",
    ],
    Meanings({
        "vote": "People vote.",
        "count": "Votes are counted; a state of the count or a result is given.",
        "challenge": "A vote or a count is contested, before a board or in public.",
        "ruling": "A court or a board decides.",
        "campaign": "Somebody stands for an office or asks for votes.",
        "speech": "Somebody says something; the words themselves are the event.",
        "concession": "Somebody admits defeat.",
        "celebration": "People celebrate.",
        "analysis": "What an article makes of events: why they happened, what they mean.",
        "biography": "Something from a person’s life.",
        "office": "Somebody takes, holds or loses an office.",
        "economy": "Money, prices, work and trade.",
        "outlook": "What is still to come: the only kind that may be dated after its sources.",
    }),
]  # fmt: skip
Shore = Annotated[
    Literal["city", "country"],
    Meanings({
        "city": "It happens in the city, or is about it.",
        "country": "It happens elsewhere in the country, or is about the country.",
    }),
]  # fmt: skip
Weight = Annotated[
    Literal["key", "normal", "background"],
    Meanings({
        "key": "One of the few that carry the story: shown large.",
        "normal": "Shown as most events are; need not be typed.",
        "background": "Context: folded until a reader opens it.",
    }),
]  # fmt: skip
Status = Annotated[
    Literal["published", "draft"],
    Meanings({
        "published": "On the site; need not be typed.",
        "draft": "In the preview only; what its evidence lacks is a warning, not an error.",
    }),
]  # fmt: skip
