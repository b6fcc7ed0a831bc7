"""Timeline -> recipes for the files by which it is cited, annotated, and followed if corrected.

Takes a published timeline, its wording and where the site will lie; gives files of ``data/``,
beside those of ``exports``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from builder.data.annotations import PATH as ANNOTATIONS
from builder.data.annotations import write_annotations
from builder.pages.cite import BIBLIOGRAPHY, write_bibliography
from builder.pages.corrections import FEED, write_feed
from builder.reading.timeline import Timeline
from builder.rendering.render import Recipes, strings_told
from builder.views.addresses import Addresses
from builder.views.wording import Wording

Write = Callable[[Timeline, Wording, Addresses], bytes]

WRITERS: dict[str, Write] = {
    **{path: partial(write_bibliography, path) for path in BIBLIOGRAPHY},
    ANNOTATIONS: write_annotations,
    FEED: write_feed,
}
"""How each file is written, by its path."""


def citing_recipes(timeline: Timeline, wording: Wording, addresses: Addresses) -> Recipes:
    """Return how each file is made: once, for the page of the data asks how large it is."""
    return {
        path: cache(partial(_make, write, timeline, wording, addresses))
        for path, write in WRITERS.items()
    }


def _make(write: Write, timeline: Timeline, wording: Wording, addresses: Addresses) -> bytes:
    with strings_told(wording):
        return write(timeline, wording, addresses)
