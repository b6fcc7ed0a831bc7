"""What the filters of the timeline find is also found on pages, without scripts."""

from builder.pages.contents import Index, Listed, Listing
from builder.pages.listings import plan_listings
from tests.examples import WORDING, made, sample_timeline

PAGES = {
    page.path: page for page in made(plan_listings(sample_timeline().without_drafts(), WORDING))
}


def listing_of(path: str) -> Listing:
    """What a page with a list of events shows."""
    content = PAGES[path].content
    assert isinstance(content, Listing)
    return content


def listed(path: str) -> list[tuple[str, str, int]]:
    """The entries of an index."""
    content = PAGES[path].content
    assert isinstance(content, Index)
    entries = [entry for entry in content.entries if isinstance(entry, Listed)]
    return [(entry.path, entry.name, entry.count) for entry in entries]


def test_a_party_has_a_page_with_its_events():
    """The index counts them."""
    assert ["the-town-votes"] == [s.event.id for s in listing_of("parties/lantern.html").events]
    assert [("parties/lantern.html", "Lantern", 1), ("parties/league.html", "League", 1)] == listed(
        "parties/index.html"
    )


def test_a_kind_has_a_page_if_there_is_an_event_of_it():
    """Of kinds that no event has there is none."""
    events = listing_of("kinds/celebration.html").events

    assert ["lamps-on-the-sea-wall"] == [shown.event.id for shown in events]
    assert "kinds/ruling.html" not in PAGES
    assert 5 == len(listed("kinds/index.html")) == sum(n for *_, n in listed("kinds/index.html"))


def test_every_entry_of_an_index_has_its_page():
    """No index leads nowhere."""
    for index in ("kinds/index.html", "parties/index.html"):
        assert {path for path, *_ in listed(index)} <= set(PAGES)
