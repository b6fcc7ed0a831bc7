"""Page -> schema.org JSON-LD: what search engines and other programs may take a page for.

Takes a planned page; gives JSON for ``<script type="application/ld+json">``. Law: no property is
guessed, no date is more exact than known, and what an article thinks is a claim, not an event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup
from pydantic_core import to_json

from builder.data.documents import LICENCE_URL
from builder.data.fields import citation_id
from builder.media_types import media_type
from builder.models.content import Citation, Event, Site
from builder.models.fields import Kind
from builder.models.records import Source
from builder.pages.chapters import ArchiveHome
from builder.pages.contents import EventPage, Home, PersonPage, SourcePage
from builder.pages.data import DataPage
from builder.pages.moved import MovedPage, RemovedPage
from builder.pages.page import Page
from builder.text.machine_dates import certain_iso, certain_span
from builder.views.addresses import Addresses
from builder.views.paths import event_path, person_path, source_path
from builder.views.views import ShownEvent
from builder.views.wording import Wording

CONTEXT = "https://schema.org"


HAPPENINGS: frozenset[Kind] = frozenset(
    ("vote", "count", "challenge", "ruling", "campaign", "speech", "concession", "celebration",
     "office")
)  # fmt: skip
"""Kinds of which schema.org's Event is true; all others are what an article says: a Claim."""
SECTIONS = {
    "races": "races.title",
    "people": "people.title",
    "sources": "sources.title",
    "kinds": "kinds.title",
    "parties": "parties.title",
    "cite": "cite.site-title",
}
"""Folders whose index is a step between the timeline and a page, with the key of its name."""

Node = dict[str, object]
"""A JSON-LD object, on its way out."""


def to_script(nodes: Iterable[Node]) -> Markup:
    """Return JSON-LD for a script element, on one line; '' if there is nothing to say.

    ``<``, ``>`` and ``&`` are escaped, so that no text can end the element.
    """
    graph = list(nodes)
    if not graph:
        return Markup("")
    text = to_json({"@context": CONTEXT, "@graph": graph}).decode()
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(text)


def describe_page(
    page: Page, site: Site, wording: Wording, addresses: Addresses
) -> tuple[Node, ...]:
    """Return what *page* is about, and the way to it from the timeline."""
    if page.is_anywhere or isinstance(page.content, MovedPage | RemovedPage):
        return ()
    return tuple(_Describer(page, site, wording, addresses).nodes())


@dataclass(frozen=True)
class _Describer:
    page: Page
    site: Site
    wording: Wording
    addresses: Addresses

    def nodes(self) -> Iterator[Node]:
        match self.page.content:
            case Home() | ArchiveHome():
                # A site without an address is none yet; the timeline's page stays light.
                yield from [self._website()] if self.addresses.are_known else []
                return
            case EventPage(shown=shown):
                yield self._event(shown)
                yield self._page(shown)
            case PersonPage():
                yield self._person(self.page.content)
            case SourcePage(source=source):
                yield self._article(source)
            case DataPage():
                yield self._dataset(self.page.content)
        yield self._crumbs()

    def link(self, target: str) -> str:
        return self.addresses.link(self.page.path, target)

    def _website(self) -> Node:
        return {
            "@type": "WebSite",
            "@id": self.link("index.html#website"),
            "name": self.site.name,
            "url": self.link("index.html"),
        }

    def _event(self, shown: ShownEvent) -> Node:
        event = shown.event
        start, end = certain_span(event.date)
        articles = [self._article_at(source.id) for source in shown.sources]
        is_event = event.kind in HAPPENINGS
        people = [{"@id": self._person_id(person.id)} for person in shown.people]
        node: Node = {
            "@type": "Event" if is_event else "Claim",
            "@id": self.link(f"{shown.path}#event"),
            "name": event.title,
            "description": self.page.description,
            "url": self.link(shown.path),
            "about": people,
        }
        if is_event:
            places = [{"@type": "Place", "name": place} for place in shown.places]
            dates = {"startDate": start, "endDate": end}
            node |= {**dates, "location": places, "subjectOf": articles}
        else:
            node |= {"temporalCoverage": f"{start}/{end}" if end else start}
            node |= {"appearance": articles}
        return _without_gaps(node)

    def _page(self, shown: ShownEvent) -> Node:
        """Return the page of an event: schema.org has works cite works, and an event is none."""
        event = shown.event
        return _without_gaps(
            {
                "@type": "WebPage",
                "@id": self.link(shown.path),
                "mainEntity": {"@id": self.link(f"{shown.path}#event")},
                "citation": [self._citation(event, cited) for cited in event.citations],
            }
        )

    def _citation(self, event: Event, cited: Citation) -> Node:
        """Return a passage that is cited; its position is its number in the article."""
        speaker = {"@id": self._person_id(cited.said_by)} if cited.said_by else None
        return _without_gaps(
            {
                "@type": "Quotation" if cited.quotation else "CreativeWork",
                "@id": self.link(f"{event_path(event.id)}#citation-{cited.id}"),
                "identifier": citation_id(event, cited.id),
                "text": cited.quotation,
                "creator": speaker,
                "isPartOf": self._article_at(cited.source),
                "position": cited.passage,
            }
        )

    def _article_at(self, source_id: str) -> Node:
        return {"@id": self.link(f"{source_path(source_id)}#article")}

    def _person_id(self, person_id: str) -> str:
        return self.link(f"{person_path(person_id)}#person")

    def _person(self, content: PersonPage) -> Node:
        person = content.person
        forms = dict.fromkeys(form for form, _ in content.variants if form != person.name)
        return _without_gaps(
            {
                "@type": "Person",
                "@id": self._person_id(person.id),
                "name": person.name,
                "alternateName": list(forms),
                "url": self.link(person_path(person.id)),
            }
        )

    def _article(self, source: Source) -> Node:
        certainty = source.address.certainty
        publisher: Node = {"@type": "Organization", "name": source.publisher}
        return _without_gaps(
            {
                "@type": "NewsArticle",
                "@id": self.link(f"{source_path(source.id)}#article"),
                "headline": source.title,
                "description": source.summary,
                "publisher": publisher if certainty != "none" else None,
                "datePublished": certain_iso(source.published.date),
                "inLanguage": source.language,
                "wordCount": source.document.words,
                "sameAs": source.address.url if certainty == "exact" else None,
            }
        )

    def _dataset(self, content: DataPage) -> Node:
        files = [
            {
                "@type": "DataDownload",
                "contentUrl": self.link(file.path),
                "encodingFormat": media_type(file.path),
            }
            for group in content.groups
            for file in group.files
        ]
        return {
            "@type": "Dataset",
            "@id": self.link(f"{self.page.path}#dataset"),
            "name": self.site.name,
            "description": " ".join((self.site.description, self.site.coverage)),
            "url": self.link(self.page.path),
            "license": LICENCE_URL,
            "distribution": files,
        }

    def _crumbs(self) -> Node:
        steps = [("index.html", self.wording.say("pages.timeline"))]
        folder = self.page.path.partition("/")[0]
        index = f"{folder}/index.html"
        if folder in SECTIONS and self.page.path != index:
            steps.append((index, self.wording.say(SECTIONS[folder])))
        steps.append((self.page.path, self.page.title))
        return {
            "@type": "BreadcrumbList",
            "@id": self.link(f"{self.page.path}#crumbs"),
            "itemListElement": [
                {"@type": "ListItem", "position": n, "name": name, "item": self.link(path)}
                for n, (path, name) in enumerate(steps, 1)
            ],
        }


def _without_gaps(node: Node) -> Node:
    """Return *node* without what is not known."""
    return {name: value for name, value in node.items() if value}
