"""A page of the site, how one page links to another, and pages that are yet to be made.

Law: links are relative, so that the site works under any path and from a folder on disk; only a
page that hosts show at any address has links from the root.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from builder.models.content import Event
from builder.views.paths import relative_href
from builder.views.views import Note


@dataclass(frozen=True)
class Page:
    """A page of the site: where it lies, how it is shown, and what it shows."""

    path: str
    template: str
    title: str
    description: str
    content: object
    notes: tuple[Note, ...] = ()
    is_anywhere: bool = False
    """Whether hosts serve it at any address (404), so that its links cannot be relative."""
    card: str = ""
    """The picture that is shown where the page is shared, if it has one of its own."""


@dataclass(frozen=True)
class Plan:
    """A page that can be made: where it will lie, and how it is made.

    So the preview makes only the page that an editor looks at.
    """

    path: str
    make: Callable[[], Page]
    shows: tuple[Event, ...] | None = None
    """The events of which it shows anything at all; None: it may be any."""


def find_href(page: Page, target: str, base_path: str) -> str:
    """Return the link from *page* to *target*: relative, or from *base_path* if it must be."""
    if page.is_anywhere:
        return base_path + target.removesuffix("index.html")
    return relative_href(page.path, target)
