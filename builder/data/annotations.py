"""Citations -> W3C Web Annotations: which words of which article carry which of our sentences.

Takes a timeline; gives JSON-LD after https://www.w3.org/TR/annotation-model/. Law: of an article
nothing appears but the short quotations that the content holds; an article is a target only where
its address is exactly known, and our record of the passage always is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from builder.data.documents import to_json
from builder.data.fields import citation_id, claim_id, to_plain
from builder.models.content import Citation, Cited, Event, Evidence, Person, Race
from builder.models.figures import Figure
from builder.reading.timeline import Timeline
from builder.text.markup import Sentence, split_sentences
from builder.views.addresses import Addresses
from builder.views.held_figures import describe_figure
from builder.views.paths import event_path, person_path, race_path, source_path
from builder.views.places import figure_place
from builder.views.views import Notebook
from builder.views.wording import Wording

PATH = "data/annotations.jsonld"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
HTML_FRAGMENT = "http://tools.ietf.org/rfc/rfc3236"
"""The model's own name for what a fragment of an HTML page means."""

Node = dict[str, object]
"""A JSON-LD object, on its way out."""


def write_annotations(timeline: Timeline, wording: Wording, addresses: Addresses) -> bytes:
    """Return one annotation for each citation and each figure, as a collection of one page."""
    items = list(_Annotator(timeline, wording, addresses).annotations())
    collection = {
        "@context": CONTEXT,
        "id": addresses.link(PATH, f"{PATH}#all"),
        "type": "AnnotationCollection",
        "label": timeline.site.name if timeline.site else "",
        "total": len(items),
        "first": {
            "id": addresses.link(PATH, f"{PATH}#page"),
            "type": "AnnotationPage",
            "partOf": addresses.link(PATH, f"{PATH}#all"),
            "startIndex": 0,
            "items": items,
        },
    }
    return to_json(collection)


@dataclass(frozen=True)
class _Annotator:
    timeline: Timeline
    wording: Wording
    addresses: Addresses

    @cached_property
    def _here(self) -> str:
        """The address of the collection; '' where that is not known, and within it not needed."""
        return self.addresses.of(PATH)

    def annotations(self) -> Iterator[Node]:
        for item, citation in self.timeline.citations():
            claims = [self._claim(item, n, s) for n, s in _carried(item, citation)]
            body = [*claims, self._where(_path_of(item))]
            yield self._annotation(citation_id(item, citation.id), body, citation)
        for figure in self.timeline.figures:
            place = figure_place(self.timeline, figure.id)
            body = [self._text(self._say(figure)), self._where(place)]
            yield self._annotation(f"figure:{figure.id}", body, figure)

    def _annotation(self, name: str, body: list[Node], evidence: Evidence) -> Node:
        return {
            "id": f"{self._here}#{name}",
            "type": "Annotation",
            "motivation": "linking",
            "body": body,
            "target": list(self._targets(evidence)),
        }

    def _claim(self, item: Cited, number: int, sentence: Sentence) -> Node:
        """Return a sentence of ours, named by the id that the other forms of the data use."""
        name = quote(claim_id(item, number), safe="/:")  # a fragment holds no second hash sign
        return {"id": f"{self._here}#{name}", **self._text(to_plain(sentence.text))}

    def _text(self, text: str) -> Node:
        """Return what we say."""
        said: Node = {"type": "TextualBody", "purpose": "describing", "value": text}
        return said | {"format": "text/plain", "language": self.wording.language}

    def _where(self, path: str) -> Node:
        """Return the page on which we say it."""
        return {"type": "SpecificResource", "purpose": "linking", "source": self._link(path)}

    def _say(self, figure: Figure) -> str:
        """Return a figure in words, with its state, its day and its origin."""
        value = Notebook(self.timeline, self.wording).value(figure)
        described = describe_figure(figure, self.timeline, self.wording)
        return self.wording.say("cite.figure", measure=described, value=value)

    def _targets(self, evidence: Evidence) -> Iterator[Node]:
        """Yield the article, if its address is exact, and our record of the passage.

        Only the record has an address for a passage: the articles do not number theirs.
        """
        source = self.timeline.source[evidence.source]
        quoted = _quoted(evidence)
        if source.address.certainty == "exact":
            article: Node = {"type": "SpecificResource", "source": source.address.url}
            yield article | ({"selector": quoted} if quoted else {})
        passage: Node = {"type": "FragmentSelector", "conformsTo": HTML_FRAGMENT}
        passage |= {"value": f"passage-{evidence.passage}"}
        passage |= {"refinedBy": quoted} if quoted else {}
        record = self._link(source_path(source.id))
        yield {"type": "SpecificResource", "source": record, "selector": passage}

    def _link(self, target: str) -> str:
        return self.addresses.link(PATH, target)


def _carried(item: Cited, citation: Citation) -> Iterator[tuple[int, Sentence]]:
    """Yield the sentences that a citation carries, with their numbers."""
    for number, sentence in enumerate(split_sentences(item.body), 1):
        if citation.id in sentence.citations:
            yield number, sentence


def _quoted(evidence: Evidence) -> Node | None:
    if evidence.quotation is None:
        return None
    return {"type": "TextQuoteSelector", "exact": evidence.quotation}


def _path_of(item: Cited) -> str:
    """Return the page on which the text of *item* stands."""
    match item:
        case Event():
            return event_path(item.id)
        case Person():
            return person_path(item.id)
        case Race():
            return race_path(item.id)
    return "index.html"
