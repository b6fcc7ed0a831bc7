"""Links are absolute where the site's address is known, and relative where it is not."""

from builder.views.addresses import Addresses

KNOWN = Addresses("https://example.org/votes/")


def test_a_known_address_is_written_out():
    """With or without a slash at its end; an index is its folder, as hosts serve it."""
    assert "https://example.org/votes/" == KNOWN.of("index.html")
    assert "https://example.org/votes/people/" == KNOWN.of("people/index.html")
    assert "https://example.org/votes/#opening" == KNOWN.of("index.html#opening")
    without_slash = Addresses("https://example.org/votes")
    assert "https://example.org/votes/events/a.html" == without_slash.of("events/a.html")


def test_a_page_whose_name_only_ends_like_an_index_keeps_it():
    """reindex.html is a page like any other."""
    assert "https://example.org/votes/events/reindex.html" == KNOWN.of("events/reindex.html")


def test_no_address_is_made_up():
    """A path alone is no address; links lead there from the file that holds them."""
    unknown = Addresses("/votes/")

    assert not unknown.are_known
    assert "" == unknown.of("events/a.html")
    assert "../events/a.html#cite" == unknown.link("data/x.json", "events/a.html#cite")
    assert "https://example.org/votes/events/a.html" == KNOWN.link("data/x", "events/a.html")
