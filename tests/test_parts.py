"""Events that are too many for a page are shared out among pages of their own."""

import pytest

from builder.pages.contents import Listing
from builder.pages.parts import Gathering
from builder.reading.timeline import Timeline
from builder.scale import MOST_LISTED
from tests.examples import WORDING, made
from tests.test_chapters import make_events


def gather(count: int) -> Gathering:
    """So many events of somebody, one a day."""
    events = make_events(count)
    return Gathering(Timeline(events=events), WORDING, "people/a-b.html", "A B", events)


def test_a_page_lists_as_many_as_it_can_hold():
    """There are no parts, and no pages for them."""
    found = gather(MOST_LISTED)

    assert MOST_LISTED == len(found.listed)
    assert () == found.parts
    assert [] == list(found.plans())


def test_what_is_too_much_is_shared_out():
    """The page leads to one for each part; each event is on one of these."""
    found = gather(MOST_LISTED + 1)

    assert () == found.listed
    assert [("people/a-b.1990.html", "1990", 365)] == [
        (part.path, part.name, part.count) for part in found.parts[:1]
    ]
    pages = made(found.plans())
    assert [part.path for part in found.parts] == [page.path for page in pages]
    contents = [page.content for page in pages if isinstance(page.content, Listing)]
    assert list(found.events) == [shown.event for part in contents for shown in part.events]
    assert ("A B: 1990", "people/a-b.html") == (contents[0].name, contents[0].index_path)


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_and_one_are_no_special_case(count: int):
    """An empty list is listed as one."""
    assert count == len(gather(count).listed)
