"""What the published data is made of: names of claims and citations, dates, numbers, addresses.

Takes the content's own values; gives values that any program reads: ISO days, plain numbers, text
without Markdown. Law: every form of the data names a claim and a citation in the same way.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from builder.models.content import Cited, Event, Person, Race, Site
from builder.models.reference import Absence
from builder.text.dates import Extent, PartialDate, Precision
from builder.text.markup import to_html
from builder.text.words import fold_letters
from builder.views.wording import Wording

VOTES: JsonDict = {"unit": "votes"}
PEOPLE: JsonDict = {"unit": "people"}
EVENTS: JsonDict = {"unit": "events"}
WORDS: JsonDict = {"unit": "words"}
PERCENT_OF_BOXES: JsonDict = {"unit": "percent-of-boxes"}
PERCENT_OF_VALID_VOTES: JsonDict = {"unit": "percent-of-valid-votes"}
PERCENT_OF_REGISTERED: JsonDict = {"unit": "percent-of-registered-voters"}

ItemKind = Literal["event", "person", "race", "site"]
Amount = int | float
IsoDay = date
"""A day; a name of its own, because fields are called ``date``."""

_UNMARKED = re.compile(r"[^\W\d_](?:[^\W_]++| (?! |$)|[,.;:!?%'\"()“”‘’–—…/-])*+")
"""A line of which neither Markdown nor HTML takes any sign for a mark: most sentences are one."""


class Record(BaseModel):
    """A part of the published data: every field is there, and null means "not known"."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        serialize_by_alias=True,
        defer_build=True,  # only the process that makes the data needs what validates it
    )


class DateRecord(Record):
    """A date, exactly as precisely as it is known."""

    edtf: str = Field(description="Extended Date/Time Format (ISO 8601-2), as it was typed.")
    earliest: date = Field(description="The earliest day that is meant (ISO 8601).")
    latest: date = Field(description="The latest day that is meant (ISO 8601).")
    precision: Precision = Field(description="How exactly the date, or its beginning, is known.")
    extent: Extent = Field(
        description="'moment': one date; 'lasting': from the earliest to the latest day; "
        "'within': on one day between the two."
    )
    approximate: bool = Field(description="Is it only about this date?")
    uncertain: bool = Field(description="Is it in doubt whether it is this date?")
    text: str = Field(description="The date in words.")


class AmountRecord(Record):
    """A number of the reference layer, or the reason why there is none."""

    value: Amount | None = Field(description="The number; null if there is none.")
    absence: Absence | None = Field(description="Why there is no number; null if there is one.")


_KINDS: dict[type[Cited], ItemKind] = {
    Event: "event",
    Person: "person",
    Race: "race",
    Site: "site",
}


def item_kind(item: Cited) -> ItemKind:
    """Return what kind of thing makes a statement."""
    return _KINDS[type(item)]


def item_key(item: Cited) -> str:
    """Return the name of *item* among all that make statements: only an event's is bare."""
    kind = item_kind(item)
    return item.id if kind == "event" else f"{kind}:{item.id}"


def claim_id(item: Cited, sentence: int) -> str:
    """Return the id of a sentence, counted from 1: ``the-town-votes#1``."""
    return f"{item_key(item)}#{sentence}"


def citation_id(item: Cited, name: str) -> str:
    """Return the id of the citation that markers call *name*: ``the-town-votes/a1``."""
    return f"{item_key(item)}/{name}"


def position_id(difference: str, position: int) -> str:
    """Return the id of a position on a question, counted from 1: ``difference:who-won/1``."""
    return f"difference:{difference}/{position}"


def date_record(when: PartialDate, wording: Wording) -> DateRecord:
    """Return *when* for programs and for people."""
    start, end = when.start, when.end
    return DateRecord(
        edtf=when.text,
        earliest=start.first,
        latest=end.last,
        precision=start.precision,
        extent=when.extent,
        approximate=start.approximate or end.approximate,
        uncertain=start.uncertain or end.uncertain,
        text=wording.when(when).text,
    )


def amount(number: Decimal) -> Amount:
    """Return a number as JSON writes it: whole if it is whole."""
    return int(number) if number == number.to_integral_value() else float(number)


def amount_record(known: Decimal | Absence) -> AmountRecord:
    """Return a number of the reference layer, or why there is none."""
    if isinstance(known, Decimal):
        return AmountRecord(value=amount(known), absence=None)
    return AmountRecord(value=None, absence=known)


@cache
def to_plain(markdown: str) -> str:
    """Return Markdown without its marks, on one line."""
    return markdown if _UNMARKED.fullmatch(markdown) else to_html(markdown).striptags()


def slug(name: str) -> str:
    """Return a name in small letters a to z, digits and hyphens."""
    return "-".join(re.findall("[a-z0-9]+", fold_letters(name)))
