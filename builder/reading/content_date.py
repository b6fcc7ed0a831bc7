"""The day of the content: what a published file is dated by, since it never asks a clock.

Takes a timeline; gives days. Law: a day is that of something the content rests on or says of
itself: a publication, a change, a correction.
"""

from __future__ import annotations

from datetime import date

from builder.models.content import Event
from builder.reading.last_changes import last_change, last_change_of_event
from builder.reading.timeline import Timeline

NEVER = date(1970, 1, 1)
"""The day of content that rests on nothing."""


def find_content_date(timeline: Timeline) -> date:
    """Return the newest day on which anything the content rests on appeared, or it was changed."""
    articles = [source.published.date for source in timeline.sources]
    works = [work.published for work in timeline.works if work.published]
    changed = last_change(timeline)
    days = [*articles, *works, *([changed] if changed else [])]
    return max((day.last for day in days), default=NEVER)


def find_event_date(timeline: Timeline, event: Event) -> date:
    """Return the newest day on which an article it cites appeared, or the event was changed."""
    articles = [timeline.source[citation.source].published.date for citation in event.citations]
    changed = last_change_of_event(timeline, event)
    return max(day.last for day in [*articles, *([changed] if changed else [])])
