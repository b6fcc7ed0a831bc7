"""One page links to another so that the site works wherever it lies."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.pages.page import Page, find_href

PATHS = st.sampled_from(
    ["index.html", "about.html", "events/a.html", "sources/index.html", "static/style.css"]
)


def page_at(path: str, *, is_anywhere: bool = False) -> Page:
    """A page that lies at *path*."""
    return Page(path, "x.html", "x", "x", None, is_anywhere=is_anywhere)


@pytest.mark.parametrize(
    ("here", "target", "href"),
    [
        ("index.html", "about.html", "about.html"),
        ("index.html", "events/a.html", "events/a.html"),
        ("events/a.html", "index.html", "../index.html"),
        ("events/a.html", "events/b.html", "b.html"),
        ("events/a.html", "sources/x.html#passage-3", "../sources/x.html#passage-3"),
        ("events/a.html", "events/a.html#note-1", "#note-1"),
        ("events/a.html", "events/a.html", "a.html"),
        ("index.html", "index.html#opening", "#opening"),
        ("events/a.html", "index.html#race-1991", "../index.html#race-1991"),
        ("events/a.html", "#notes", "#notes"),
        ("events/a.html", "static/style.css", "../static/style.css"),
    ],
)
def test_links_are_relative(here: str, target: str, href: str):
    """From any folder to any other, and to a place on the same page."""
    assert href == find_href(page_at(here), target, "/anywhere/")


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("index.html", "/alder/"),
        ("about.html", "/alder/about.html"),
        ("sources/index.html", "/alder/sources/"),
        ("static/style.css", "/alder/static/style.css"),
        ("index.html#opening", "/alder/index.html#opening"),
    ],
)
def test_a_page_that_is_shown_anywhere_links_from_the_root(target: str, href: str):
    """The 404 page does not know at which address it is shown."""
    assert href == find_href(page_at("404.html", is_anywhere=True), target, "/alder/")


@given(PATHS, PATHS, st.sampled_from(["", "#x"]))
def test_a_link_leads_where_it_should(here: str, target: str, fragment: str):
    """Followed from the page, it arrives at the target."""
    path, _, found = find_href(page_at(here), target + fragment, "/").partition("#")

    arrived = posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) if path else here
    assert (target, fragment.removeprefix("#")) == (arrived, found)
