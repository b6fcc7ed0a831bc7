"""An event says when it was changed, where it is typed, and how to report a mistake."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from builder.citing.provenance import Provenance, find_provenance
from builder.reading.timeline import Timeline
from builder.views.addresses import Addresses
from tests.corrected import corrected_timeline
from tests.examples import WORDING, sample_timeline

REPOSITORY = "https://code.example/alder/counts"


def with_repository(address: str) -> Timeline:
    """The sample whose site names the address of its data."""
    sample = sample_timeline()
    assert sample.site is not None
    return replace(sample, site=sample.site.model_copy(update={"repository": address}))


def provenance_of(timeline: Timeline, name: str, base_url: str = "/") -> Provenance:
    """Where an event comes from."""
    return find_provenance(timeline, WORDING, Addresses(base_url), timeline.event[name])


def test_without_a_repository_there_is_no_link():
    """And without a day in the content, no last change."""
    assert Provenance(None, "", "", "") == provenance_of(sample_timeline(), "the-town-votes")


def test_the_last_change_is_shown_as_a_day():
    """As the content tells it."""
    changed = provenance_of(corrected_timeline(), "venn-speaks").changed

    assert changed is not None
    assert "3 August 1991" == changed.text


def test_links_lead_to_the_line_and_the_history():
    """Under whatever branch the repository shows first."""
    for address in (REPOSITORY, f"{REPOSITORY}/"):
        found = provenance_of(with_repository(address), "reeve-concedes")
        assert f"{REPOSITORY}/blob/HEAD/content/events/1991.yaml#L48" == found.data
        assert f"{REPOSITORY}/commits/HEAD/content/events/1991.yaml" == found.history


def test_a_report_names_the_event():
    """Title and text are filled in; an ampersand of the title breaks nothing."""
    timeline = with_repository(REPOSITORY)
    event = timeline.event["reeve-concedes"].model_copy(update={"title": "Reeve & “Venn” #1"})
    timeline = replace(timeline, events=(event,))

    found = provenance_of(timeline, "reeve-concedes", "https://example.org/")

    asked = parse_qs(urlsplit(found.report).query)
    assert ["Mistake in “Reeve & “Venn” #1”"] == asked["title"]
    assert asked["body"][0].startswith(
        "Event: reeve-concedes\nPage: https://example.org/events/reeve-concedes.html\n"
    )
