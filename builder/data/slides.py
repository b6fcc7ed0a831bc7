"""The slides: every event as TimelineJS shows it, with its evidence.

Takes the events' records; gives ``timelinejs.json`` (https://timeline.knightlab.com/docs/json-format.html).
Law: a date has no more parts than are known, and is shown in our words.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup, escape

from builder.data.documents import TimelineDocument, to_json
from builder.data.evidence import ToldEvent
from builder.data.models import EventRecord
from builder.data.statements import Publisher
from builder.text.dates import Moment, parse_date


def make_slides(
    publisher: Publisher, whole: TimelineDocument, events: Iterable[ToldEvent]
) -> bytes:
    """Return the slides, the site's own words first."""
    site = publisher.timeline.site
    assert site is not None, "checked: there is a content/site.yaml"
    opening = " ".join(claim.text for claim in whole.opening.claims)
    text = str(Markup("<p>{}</p>\n<p>{}</p>").format(opening, whole.licence.quotations))
    return to_json(
        {
            "title": {"text": {"headline": _escape(site.headline), "text": text}},
            "events": [_slide(publisher, event) for event in events],
        }
    )


def _slide(publisher: Publisher, told: ToldEvent) -> dict[str, Any]:
    event = told.record
    date = parse_date(event.date.edtf)
    slide: dict[str, Any] = {
        "unique_id": event.id,
        "start_date": _date(date.start),
        "display_date": _escape(event.date.text),
        "group": _escape(told.kind),
        "autolink": False,
        "text": {"headline": _headline(publisher, event), "text": told.html},
    }
    if date.extent != "moment" or date.start.precision == "decade":
        slide["end_date"] = _date(date.end, last=True)
    return slide


def _date(moment: Moment, *, last: bool = False) -> dict[str, int]:
    """Return the parts of a date that are known; a decade has a first and a last year."""
    day = moment.last if last and moment.precision == "decade" else moment.first
    parts = {"year": day.year, "month": day.month, "day": day.day}
    known = {"decade": 1, "year": 1, "month": 2, "day": 3}[moment.precision]
    return dict(list(parts.items())[:known])


def _headline(publisher: Publisher, event: EventRecord) -> str:
    """Return the title, as a link where the site's address is known."""
    if not publisher.addresses.are_known:
        return _escape(event.title)
    return f'<a href="{_escape(event.page)}">{_escape(event.title)}</a>'


def _escape(text: str) -> str:
    """Return *text* as HTML, which is what TimelineJS takes it for."""
    return str(escape(text))
