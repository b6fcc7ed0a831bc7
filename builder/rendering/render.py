"""Plans of pages + templates -> recipes for the files of the site.

Takes the planned pages and what they are made with; gives for each file of the site a function
that makes it. Law: a recipe only reads what was read before, so that each file can be made by
itself, in any order, at any time, and is always the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from jinja2 import Environment
from jinja2.runtime import Macro
from markupsafe import Markup

from builder.models.content import Event
from builder.pages.all_pages import Page, Plan, find_href
from builder.pages.linked_data import describe_page, to_script
from builder.pictures.cards import SITE_CARD
from builder.reading.timeline import Timeline
from builder.rendering.content_policy import with_policy
from builder.rendering.templates import FOLDER, FileMistakeError, describe_template_error
from builder.reports.diagnostics import Diagnostic, Place
from builder.views.addresses import Addresses
from builder.views.wording import UnknownStringError, Wording

Files = dict[str, bytes]
Recipes = dict[str, Callable[[], bytes]]
"""How each file of the site is made, by its path. A recipe may raise a FileMistakeError."""


@dataclass(frozen=True)
class Recipe:
    """How a file is made of some events alone, beside all that is no event."""

    make: Callable[[], bytes]
    shows: tuple[Event, ...] | None
    """The events; None: it may be any."""

    def __call__(self) -> bytes:
        """Make the file."""
        return self.make()


@dataclass(frozen=True)
class Press:
    """All that a planned page needs to become HTML."""

    root: Path
    environment: Environment
    timeline: Timeline
    wording: Wording
    addresses: Addresses
    names: Mapping[str, str] = field(default_factory=dict)
    """Under which name each asset is published, if not under its own."""
    _printed: dict[tuple[str, str], str] = field(default_factory=dict, compare=False, repr=False)
    """What macros have printed around pages, by the name of the macro and the frame of the page."""

    def print(self, plan: Plan) -> bytes:
        """Return a page as the bytes of its file; raise FileMistakeError if that fails."""
        with strings_told(self.wording):
            page = plan.make()
        try:
            template = self.environment.get_template(page.template)
            html = template.render(make_context(page, self))
        except Exception as error:  # whatever a template raises is its author's to mend
            problem = describe_template_error(error, page.template, page.path, self.root)
            raise FileMistakeError(problem) from error
        return with_policy(tidy(html)).encode()

    def around(self, page: Page, macro: Macro, *arguments: object) -> str:
        """Return what *macro* prints around *page*, the same for all pages with its frame."""
        key = macro.name, frame_of(page)
        if key not in self._printed:
            self._printed[key] = macro(*arguments)
        return self._printed[key]


def frame_of(page: Page) -> str:
    """Return a name that a page shares with those around which everything is the same.

    Pages of a folder have the same links around them; indexes and pages at the root may be the
    one that the header marks as the current page.
    """
    folder, _, name = page.path.rpartition("/")
    return page.path if name == "index.html" else folder or page.path


def page_recipes(plans: list[Plan], press: Press) -> Recipes:
    """Return how each page is made."""
    return {plan.path: Recipe(partial(press.print, plan), plan.shows) for plan in plans}


@contextmanager
def strings_told(wording: Wording) -> Iterator[None]:
    """Tell of a string that is missing as of every other mistake in a file."""
    try:
        yield
    except UnknownStringError as error:
        raise FileMistakeError(describe_unknown_string(error, wording)) from error


def describe_unknown_string(error: UnknownStringError, wording: Wording) -> Diagnostic:
    """Return the complaint about a string that the site needs and the strings file lacks."""
    place = Place(f"{FOLDER}/strings/{wording.language}.yaml")
    return Diagnostic(place, "template-error", str(error), "Mend it in this file.")


def canonical(page: Page, addresses: Addresses) -> str:
    """Return the page's address for search engines, or '' where only a path is known."""
    return "" if page.is_anywhere else addresses.of(page.path)


def card_address(page: Page, addresses: Addresses) -> str:
    """Return the address of the page's card, or of the site's; '' where only a path is known."""
    return "" if page.is_anywhere else addresses.of(page.card or SITE_CARD)


def make_context(page: Page, press: Press) -> dict[str, object]:
    """Return what a template may use: the page, what it shows, and how to link from it."""
    timeline, addresses = press.timeline, press.addresses
    names, base_path = press.names, addresses.base_path

    def href(path: str) -> str:
        return find_href(page, names.get(path, path), base_path)

    return {
        "page": page,
        "content": page.content,
        "href": href,
        "site": timeline.site,
        "sources": timeline.sources,
        "prose": timeline.prose,
        "canonical": canonical(page, addresses),
        "card_address": card_address(page, addresses),
        "around": partial(press.around, page),
        "linked_data": partial(linked_data, page, press),
    }


def linked_data(page: Page, press: Press) -> Markup:
    """Return what the page is about, for other programs; light pages do without."""
    site = press.timeline.site
    return to_script(describe_page(page, site, press.wording, press.addresses) if site else ())


def tidy(html: str) -> str:
    """Return HTML without blank lines and trailing spaces, ending in one newline."""
    return "\n".join(filter(None, map(str.rstrip, html.split("\n")))) + "\n"
