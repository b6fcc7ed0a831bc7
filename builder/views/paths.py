"""Where things stand on the site: the page of each, and the way from page to page.

Takes ids and paths; gives paths below the site's root. Law: a path is made of an id alone, so that
no change of a title or of an order moves a page.
"""

from __future__ import annotations

from functools import lru_cache

SOURCES = "sources/index.html"
"""The page that lists all articles."""


def event_path(event_id: str) -> str:
    """Return the page of an event."""
    return f"events/{event_id}.html"


def difference_path(difference_id: str) -> str:
    """Return where a difference stands."""
    return f"differences.html#difference-{difference_id}"


def relative_href(path: str, target: str) -> str:
    """Return the link from the page at *path* to *target*."""
    page, hash_, fragment = target.partition("#")
    if page in ("", path) and fragment:
        return f"#{fragment}"
    folder, _, _ = path.rpartition("/")
    return f"{_relative(folder, page)}{hash_}{fragment}"


@lru_cache(maxsize=100_000)  # all pages of a folder link to the same pages
def _relative(folder: str, page: str) -> str:
    up = ""
    while folder and not page.startswith(f"{folder}/"):
        folder, up = folder.rpartition("/")[0], f"{up}../"
    return up + page.removeprefix(f"{folder}/")


def race_path(race_id: str) -> str:
    """Return the page of a race."""
    return f"races/{race_id}.html"


def kind_path(kind: str) -> str:
    """Return the page of a kind of event."""
    return f"kinds/{kind}.html"


def party_path(party_id: str) -> str:
    """Return the page of a party."""
    return f"parties/{party_id}.html"


def source_path(source_id: str) -> str:
    """Return the page of a source."""
    return f"sources/{source_id}.html"


def passage_path(source_id: str, number: int) -> str:
    """Return where a passage of a source stands."""
    return f"{source_path(source_id)}#passage-{number}"


def person_path(person_id: str) -> str:
    """Return the page of a person."""
    return f"people/{person_id}.html"
