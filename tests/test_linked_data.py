"""Pages say in schema.org what they are about, and nothing that is not known."""

import json
from dataclasses import replace
from typing import Any

import pytest

from builder.data.documents import LICENCE_URL
from builder.pages.data import plan_data
from builder.pages.events import plan_events
from builder.pages.home import plan_home
from builder.pages.linked_data import HAPPENINGS, describe_page, to_script
from builder.pages.moved import plan_moved
from builder.pages.page import Page
from builder.pages.people import plan_people
from builder.pages.sources import plan_sources
from builder.reading.timeline import Timeline
from builder.rendering.exports import data_recipes
from builder.text.dates import parse_date
from builder.views.addresses import Addresses
from tests.corrected import corrected_timeline
from tests.examples import WORDING, sample_timeline
from tests.linked import SCHEMA, count_terms, expand
from tests.schema_org import REQUIRED

SAMPLE = sample_timeline().without_drafts()
KNOWN = Addresses("https://example.org/votes/")


def pages_of(timeline: Timeline) -> dict[str, Page]:
    """The pages of events, people and articles, and the home page, by path."""
    assert timeline.site is not None
    plans = [
        plan_home(timeline, WORDING, timeline.site),
        *plan_events(timeline, WORDING),
        *plan_people(timeline, WORDING),
        *plan_sources(timeline, WORDING),
    ]
    return {plan.path: plan.make() for plan in plans}


PAGES = pages_of(SAMPLE)


def describe(page: Page, addresses: Addresses = KNOWN) -> dict[str, Any]:
    """What a page says, by type."""
    assert SAMPLE.site is not None
    nodes = describe_page(page, SAMPLE.site, WORDING, addresses)
    return {str(node["@type"]): node for node in nodes}


def test_every_page_says_what_it_is_and_the_way_to_it():
    """An event or a claim, a person, an article; the home page is the site."""
    types = {path: set(describe(page)) for path, page in PAGES.items()}

    assert {"WebSite"} == types["index.html"]
    assert {"Event", "WebPage", "BreadcrumbList"} == types["events/the-town-votes.html"]
    assert {"Claim", "WebPage", "BreadcrumbList"} == types["events/venn-enters-the-council.html"]
    assert {"Person", "BreadcrumbList"} == types["people/mara-venn.html"]
    assert {"NewsArticle", "BreadcrumbList"} == types["sources/retold-1991-05-14.html"]
    assert {"BreadcrumbList"} == types["people/index.html"]


@pytest.mark.parametrize("path", list(PAGES))
def test_each_type_has_what_it_needs_and_nothing_is_lost(path: str):
    """Required properties are there, none is empty, and pyld understands all of them."""
    for kind, node in describe(PAGES[path]).items():
        assert REQUIRED[kind] <= set(node), kind
        assert all(node.values()), kind
        document = {"@context": "https://schema.org", **node}
        assert count_terms(document) == count_terms(expand(document, "https://example.org/"))


def test_a_site_without_an_address_is_none_yet():
    """The home page, which has to be light, says nothing then."""
    assert {} == describe(PAGES["index.html"], Addresses())


def test_ids_are_the_addresses_of_pages():
    """What one page refers to, another page is; relative links mean the same."""
    known, referred = set(), set()
    for path, page in PAGES.items():
        for addresses in (KNOWN, Addresses()):
            document = json.loads(to_script(describe(page, addresses).values()) or "{}")
            for node in expand(document, f"https://example.org/votes/{path}"):
                known.add(node["@id"])
                for name in ("subjectOf", "appearance", "about"):
                    referred |= {value["@id"] for value in node.get(SCHEMA + name, ())}

    assert referred <= known
    # A host serves an index as its folder; a relative link names the file, so that it works
    # from a folder on disk.
    pages = {address.partition("#")[0].removesuffix("index.html") for address in known}
    assert {KNOWN.of(path) for path in PAGES} == pages


def test_what_an_article_thinks_is_no_event():
    """Only kinds that happen are events: an analysis, an outlook, the economy are claims."""
    assert not {"analysis", "outlook", "economy", "biography"} & HAPPENINGS


def test_the_page_of_an_event_cites_passages_of_articles():
    """A quotation with its words and who said them, anything else as a part of its article."""
    cited = describe(PAGES["events/venn-speaks.html"])["WebPage"]["citation"]
    plain = describe(PAGES["events/reeve-concedes.html"])["WebPage"]["citation"]
    root = "https://example.org/votes"

    assert {
        "@type": "Quotation",
        "@id": f"{root}/events/venn-speaks.html#citation-b1",
        "identifier": "venn-speaks/b1",
        "text": "nobody stays behind on the pier",
        "creator": {"@id": f"{root}/people/mara-venn.html#person"},
        "isPartOf": {"@id": f"{root}/sources/retold-1991-05-14.html#article"},
        "position": 1,
    } == cited[1]
    assert ["CreativeWork"] == [work["@type"] for work in plain]
    assert not {"text", "creator"} & set(plain[0])


def test_a_date_is_never_more_exact_than_known():
    """A year stays a year; an approximate day is its month; what is not certain is left out."""
    event = SAMPLE.event["the-town-votes"]
    for typed, start, end in (
        ("1991", "1991", None),
        ("1991-05-12~", "1991-05", None),
        ("199X", None, None),
        ("1986/1991-05", "1986", "1991-05"),
    ):
        dated = event.model_copy(update={"date": parse_date(typed)})
        (plan,) = plan_events(replace(SAMPLE, events=(dated,)), WORDING)
        node = describe(plan.make())["Event"]
        assert (start, end) == (node.get("startDate"), node.get("endDate")), typed


def test_an_article_says_only_what_its_record_knows():
    """Without title, newspaper and address there is no headline, publisher or sameAs."""
    gazette = describe(PAGES["sources/alder-gazette-1991-05-13.html"])["NewsArticle"]
    retold = describe(PAGES["sources/retold-1991-05-14.html"])["NewsArticle"]

    assert "https://gazette.example/1991/port-alder-mayor" == gazette["sameAs"]
    assert ("Port Alder turns to Venn", "1991-05-13") == (
        gazette["headline"],
        gazette["datePublished"],
    )
    assert not {"headline", "publisher", "sameAs", "url"} & set(retold)
    assert "1991-05" == retold["datePublished"]


def test_a_person_has_the_names_that_articles_print():
    """And no office, nationality or birthday."""
    person = describe(PAGES["people/mara-venn.html"])["Person"]

    assert ("Mara Venn", ["Mara Wenn"]) == (person["name"], person["alternateName"])
    assert {"@type", "@id", "name", "alternateName", "url"} == set(person)


def test_the_way_to_a_page_begins_at_the_timeline():
    """Each step has its place, its name and its address."""
    crumbs = describe(PAGES["people/mara-venn.html"])["BreadcrumbList"]["itemListElement"]

    assert [
        (1, "Timeline", "https://example.org/votes/"),
        (2, "People", "https://example.org/votes/people/"),
        (3, "Mara Venn", "https://example.org/votes/people/mara-venn.html"),
    ] == [(step["position"], step["name"], step["item"]) for step in crumbs]


def test_an_address_that_only_leads_elsewhere_says_nothing():
    """Nor does the page that hosts show at any address."""
    moved, removed = (plan.make() for plan in plan_moved(corrected_timeline(), WORDING, KNOWN))

    missing = Page("404.html", "404.html", "", "", None, is_anywhere=True)

    assert [{}, {}, {}] == [describe(page) for page in (moved, removed, missing)]
    assert "" == to_script([])


def test_no_text_ends_the_script():
    """Field note 14: json.dumps leaves </script> alone."""
    text = "</script><!--&\u2028"

    script = to_script([{"@type": "Thing", "name": text}])

    assert not set("<>&\u2028") & set(script)
    assert text == json.loads(script)["@graph"][0]["name"]


def test_the_data_is_a_dataset_with_its_files():
    """With the licence of our texts, and each file's address and type."""
    assert SAMPLE.site is not None
    page = plan_data(SAMPLE, WORDING, data_recipes(SAMPLE, WORDING, KNOWN)).make()

    nodes = {node["@type"]: node for node in describe_page(page, SAMPLE.site, WORDING, KNOWN)}

    assert REQUIRED["Dataset"] <= set(nodes["Dataset"])
    assert LICENCE_URL == nodes["Dataset"]["license"]
    table = {
        "@type": "DataDownload",
        "contentUrl": "https://example.org/votes/data/events.csv",
        "encodingFormat": "text/csv",
    }
    assert table in list(nodes["Dataset"]["distribution"])  # type: ignore[call-overload]
