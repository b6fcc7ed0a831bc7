"""Timeline -> recipes for everything that can be taken away, in the forms that people use.

Takes a published timeline, its wording and where the site will lie; gives the files of ``data/``.
Law: every form carries the same claims and citations (``tests/test_exports.py`` compares them).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from builder.data.documents import make_json, timeline_document
from builder.data.evidence import tell_events
from builder.data.feed import make_feed
from builder.data.slides import make_slides
from builder.data.statements import Publisher
from builder.data.tables import REFERENCE_TABLES, TABLES, make_tables
from builder.reading.timeline import Timeline
from builder.rendering.render import Files, Recipe, Recipes, strings_told
from builder.views.addresses import Addresses
from builder.views.wording import Wording

FILES = (
    "timeline.json",
    "timeline.schema.json",
    "event.schema.json",
    "datapackage.json",
    *(f"{table}.csv" for table in (*TABLES, *REFERENCE_TABLES)),
    "timeline.ics",
    "events.atom",
    "timelinejs.json",
)
"""The files of ``data/``, besides one for each event."""


def make_data(timeline: Timeline, wording: Wording, addresses: Addresses) -> Files:
    """Return the files of ``data/``.

    Where only a path of the site is known, pages are named by their path below its root, and the
    calendar and the slides, which need whole addresses, have no links to them.
    """
    # What writes calendars takes long to import: only the process that writes one waits for it.
    from builder.data.calendar import make_calendar

    publisher = Publisher(timeline, wording, addresses)
    whole = timeline_document(publisher)
    told = tell_events(publisher, whole.events)
    files = {
        **make_json(publisher, whole),
        **make_tables(whole),
        "timeline.ics": make_calendar(publisher, whole, told),
        "events.atom": make_feed(publisher, whole, told),
        "timelinejs.json": make_slides(publisher, whole, told),
    }
    return {f"data/{path}": content for path, content in files.items()}


def data_recipes(timeline: Timeline, wording: Wording, addresses: Addresses) -> Recipes:
    """Return how each file of ``data/`` is made: all at once, when the first is asked for."""
    data = _Data(timeline, wording, addresses)
    wholes = {f"data/{name}": partial(data.file, f"data/{name}") for name in FILES}
    paths = ((f"data/events/{event.id}.json", event) for event in timeline.events)
    return wholes | {path: Recipe(partial(data.file, path), (event,)) for path, event in paths}


@dataclass(frozen=True)
class _Data:
    """The files of ``data/``, made once."""

    timeline: Timeline
    wording: Wording
    addresses: Addresses

    @cached_property
    def _files(self) -> Mapping[str, bytes]:
        return make_data(self.timeline, self.wording, self.addresses)

    def file(self, path: str) -> bytes:
        """Return a file; raise FileMistakeError if the strings file lacks a word for it."""
        with strings_told(self.wording):
            return self._files[path]
