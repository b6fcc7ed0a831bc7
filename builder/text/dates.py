"""Dates as precise as they are known, in the Extended Date/Time Format (EDTF, ISO 8601-2).

Takes what an editor typed; gives a ``PartialDate`` that sorts, spans days and says how exact it
is. Accepted: ``2019``, ``2019-05``, ``2019-05-06``, a decade ``199X``, each followed by ``~``
(approximately) or ``?`` (uncertain); ``A/B`` for something that lasts from A to B;
``[A..B]`` for one day somewhere between A and B. Law: nothing is shown more exactly than typed.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

Precision = Literal["decade", "year", "month", "day"]
Extent = Literal["moment", "lasting", "within"]

_MOMENT = r"(?:\d{3}X|\d{4}(?:-\d\d(?:-\d\d)?)?)[~?]?"
ACCEPTED = re.compile(rf"({_MOMENT})(?:/({_MOMENT}))?|\[({_MOMENT})\.\.({_MOMENT})\]")
"""How a date looks; the schemas that editors complete from say the same."""


class BadDateError(ValueError):
    """Raised when a text is no date; the message says why."""


@dataclass(frozen=True)
class Moment:
    """A decade, year, month or day: *first* and *last* are the days that it spans."""

    first: date
    last: date
    precision: Precision
    approximate: bool
    uncertain: bool

    @property
    def iso(self) -> str:
        """The value for ``<time datetime>``: a year, a month or a day; empty for a decade."""
        length = {"decade": 0, "year": 4, "month": 7, "day": 10}[self.precision]
        return self.first.isoformat()[:length]


@dataclass(frozen=True)
class PartialDate:
    """A moment, something that lasts from one moment to another, or a day between two."""

    text: str
    start: Moment
    end: Moment
    extent: Extent

    @property
    def first(self) -> date:
        """The earliest day that is meant."""
        return self.start.first

    @property
    def last(self) -> date:
        """The latest day that is meant."""
        return self.end.last

    @property
    def is_exact_day(self) -> bool:
        """Whether one day is meant and nothing about it is in doubt."""
        doubt = self.start.approximate or self.start.uncertain
        return self.extent == "moment" and self.start.precision == "day" and not doubt

    def __str__(self) -> str:
        return self.text


@cache
def parse_date(text: str) -> PartialDate:
    """Return the date that *text* says in EDTF; raise BadDateError if it says none."""
    parts = ACCEPTED.fullmatch(text)
    if parts is None:
        raise BadDateError(f"{text!r} is not a date")
    lasting, within = parts.group(2), parts.group(3)
    start = _parse_moment(within or parts.group(1))
    end = _parse_moment(lasting or parts.group(4)) if lasting or within else start
    if end.last < start.first:
        raise BadDateError(f"{text!r} ends before it begins")
    return PartialDate(text, start, end, "lasting" if lasting else "within" if within else "moment")


def _parse_moment(text: str) -> Moment:
    bare = text.rstrip("~?")
    precision: Precision = "day"
    if bare.endswith("X"):
        precision = "decade"
    elif len(bare) < 10:
        precision = "year" if len(bare) == 4 else "month"
    try:
        first, last = _span(bare.replace("X", "0"), precision)
    except ValueError as error:
        raise BadDateError(f"{text!r} is not a day of the calendar") from error
    return Moment(first, last, precision, text.endswith("~"), text.endswith("?"))


def _span(text: str, precision: Precision) -> tuple[date, date]:
    """Return the first and the last day; raise ValueError where the calendar has no such day."""
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    first = date(year, month, day)
    if precision in ("decade", "year"):
        return first, date(year + (9 if precision == "decade" else 0), 12, 31)
    return first, first if precision == "day" else date(year, month, monthrange(year, month)[1])
