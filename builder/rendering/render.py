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

from builder.models.content import Site
from builder.pages.all_pages import Page, Plan, find_href
from builder.pages.linked_data import describe_page, to_script
from builder.pictures.cards import SITE_CARD
from builder.reading.last_changes import corrections_of
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
class Press:
    """All that a planned page needs to become HTML."""

    root: Path
    environment: Environment
    timeline: Timeline
    wording: Wording
    addresses: Addresses
    names: Mapping[str, str] = field(default_factory=dict)
    """Under which name each asset is published, if not under its own."""

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


def page_recipes(plans: list[Plan], press: Press) -> Recipes:
    """Return how each page is made."""
    return {plan.path: partial(press.print, plan) for plan in plans}


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

    def href(path: str) -> str:
        return find_href(page, press.names.get(path, path), addresses.base_path)

    site: Site | None = timeline.site
    return {
        "page": page,
        "content": page.content,
        "href": href,
        "site": site,
        "sources": timeline.sources,
        "prose": timeline.prose,
        "canonical": canonical(page, addresses),
        "card_address": card_address(page, addresses),
        "corrections_of": partial(corrections_of, timeline),
        "linked_data": to_script(
            describe_page(page, site, press.wording, addresses) if site else ()
        ),
    }


def tidy(html: str) -> str:
    """Return HTML without blank lines and trailing spaces, ending in one newline."""
    lines = (line.rstrip() for line in html.splitlines())
    return "\n".join(line for line in lines if line) + "\n"
