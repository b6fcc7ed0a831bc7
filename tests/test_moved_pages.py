"""An address that was published once leads on, or says why nothing is there."""

from builder.pages.moved import (
    MovedPage,
    RemovedPage,
    find_redirects,
    find_removed,
    plan_moved,
)
from builder.views.addresses import Addresses
from tests.corrected import corrected_timeline
from tests.examples import WORDING, sample_timeline

CORRECTED = corrected_timeline()
PAGES = {
    plan.path: plan.make()
    for plan in plan_moved(CORRECTED, WORDING, Addresses("https://example.org/"))
}


def test_a_former_address_leads_to_the_event():
    """Its canonical address is that of the event."""
    content = PAGES["events/venn-talks.html"].content

    assert isinstance(content, MovedPage)
    assert ("venn-speaks", "events/venn-speaks.html") == (content.event.id, content.path)
    assert "https://example.org/events/venn-speaks.html" == content.canonical


def test_a_removed_event_says_why():
    """At the address where it was."""
    content = PAGES["events/fog-comes-in.html"].content

    assert isinstance(content, RemovedPage)
    assert "No article tells it." == content.retired.reason


def test_hosts_are_told_the_same():
    """For files such as _redirects."""
    assert (("events/venn-talks.html", "events/venn-speaks.html"),) == find_redirects(CORRECTED)
    assert ("events/fog-comes-in.html",) == find_removed(CORRECTED)


def test_without_moves_there_is_nothing():
    """No page is made for nobody."""
    assert [] == list(plan_moved(sample_timeline(), WORDING, Addresses()))
