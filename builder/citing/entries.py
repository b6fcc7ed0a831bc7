"""How the site, an event or a figure is cited: our entry, and the articles behind it.

Takes items of the timeline; gives the citation as text and as BibLaTeX, RIS and CSL-JSON. Law:
the articles are named with their passages, unless there are too many behind the whole site; a date
is one that stands in the content.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup, escape

from builder.citing.bibliography import Entry, article_entry
from builder.citing.forms import EntryForms, make_forms, to_biblatex, to_csl, to_ris
from builder.models.content import Event, Evidence
from builder.models.figures import Figure
from builder.models.records import Source
from builder.reading.last_changes import last_change, last_change_of_event, last_change_of_figure
from builder.reading.timeline import Timeline
from builder.scale import MOST_CITED
from builder.text.dates import PartialDate
from builder.views.addresses import Addresses
from builder.views.paths import SOURCES, event_path
from builder.views.places import figure_place
from builder.views.views import Notebook
from builder.views.wording import Wording

FORMS = ("bibtex", "ris", "csl")
"""The machine forms, in the order in which they are shown; each has a name in the strings."""


_INNER_MARKS = str.maketrans("“”", "‘’")
"""Quotation marks of a title are single ones within the quotation marks of a citation."""


@dataclass(frozen=True)
class Citable:
    """Something of ours that can be cited, with the passages that it rests on."""

    key: str
    title: str
    container: str
    """The site that it is part of; '' for the site itself."""
    when: str
    """The date of what is told, in words, or ''."""
    path: str
    changed: PartialDate | None
    """The day of our last change to it, if the content knows it."""
    passages: tuple[tuple[Source, tuple[int, ...]], ...]
    articles: int = 0
    """How many articles it rests on, where they are too many to be named."""


@dataclass(frozen=True)
class CiteForms:
    """A citation, ready to be copied: as text, and in each form of ``FORMS``."""

    text: str
    bibtex: str
    ris: str
    csl: str

    def preformatted(self, form: str) -> Markup:
        """Return a form as HTML for ``<pre>`` whose line ends no tidying of the page can lose."""
        return Markup(str(escape(getattr(self, form))).rstrip("\n").replace("\n", "&#10;"))


def citable_site(timeline: Timeline) -> Citable:
    """Return the site itself; it rests on all articles."""
    site, count = timeline.site, len(timeline.sources)
    assert site is not None, "checked: there is a content/site.yaml"
    whole = Citable(site.id, site.name, "", "", "index.html", last_change(timeline), ())
    if count > MOST_CITED:
        return replace(whole, articles=count)
    return replace(whole, passages=tuple((source, ()) for source in timeline.sources))


def citable_event(timeline: Timeline, wording: Wording, event: Event) -> Citable:
    """Return an event with the passages that its text cites."""
    return Citable(
        f"event-{event.id}",
        event.title,
        _name_of_site(timeline),
        wording.when(event.date, event.time).text,
        event_path(event.id),
        last_change_of_event(timeline, event),
        _passages(timeline, event.citations),
    )


def citable_figure(timeline: Timeline, wording: Wording, figure: Figure) -> Citable:
    """Return a figure with the passage that gives it."""
    about = wording.say("cite.joint").join(_named(timeline, figure))
    measure = wording.say(f"measure.{figure.measure}")
    value = Notebook(timeline, wording).value(figure)
    title = wording.say("cite.figure", measure=measure, value=value)
    return Citable(
        f"figure-{figure.id}",
        wording.say("cite.figure-of", figure=title, about=about) if about else title,
        _name_of_site(timeline),
        wording.when(figure.as_of, figure.time).text,
        figure_place(timeline, figure.id),
        last_change_of_figure(timeline, figure.id),
        _passages(timeline, [figure]),
    )


def _named(timeline: Timeline, figure: Figure) -> Iterator[str]:
    """Yield whom and what a figure is about."""
    if person := timeline.person.get(figure.person or ""):
        yield person.name
    if party := timeline.party.get(figure.party or ""):
        yield party.short_name
    if figure.spot:
        yield timeline.spot[figure.spot].name


def _passages(
    timeline: Timeline, evidence: Sequence[Evidence]
) -> tuple[tuple[Source, tuple[int, ...]], ...]:
    """Return each article cited with the numbers of its passages, in order."""
    cited: dict[str, set[int]] = {}
    for item in evidence:
        cited.setdefault(item.source, set()).add(item.passage)
    return tuple((s, tuple(sorted(cited[s.id]))) for s in timeline.sources_of(evidence))


@dataclass(frozen=True)
class Citer:
    """Says how things are cited, with the articles behind them; each article is described once."""

    wording: Wording
    addresses: Addresses
    _articles: dict[str, EntryForms] = field(default_factory=dict, compare=False, repr=False)

    def cite(self, citable: Citable) -> CiteForms:
        """Return how *citable* is cited."""
        behind = self._behind(citable)
        entries = [make_forms(self._own_entry(citable, behind))]
        entries += [self._article(source) for source, _ in citable.passages]
        text = self._text(citable, behind)
        return CiteForms(text, to_biblatex(entries), to_ris(entries), to_csl(entries))

    def _article(self, source: Source) -> EntryForms:
        if source.id not in self._articles:
            entry = article_entry(source, self.wording, self.addresses)
            self._articles[source.id] = make_forms(entry)
        return self._articles[source.id]

    def _own_entry(self, citable: Citable, behind: str) -> Entry:
        return Entry(
            citable.key,
            "webpage",
            citable.title,
            citable.container,
            citable.changed,
            self.addresses.of(citable.path),
            self.wording.language,
            behind,
            tuple(source.id for source, _ in citable.passages),
        )

    def _text(self, citable: Citable, behind: str) -> str:
        """Return the citation as a sentence for people."""
        say, changed = self.wording.say, citable.changed
        inner = citable.title.translate(_INNER_MARKS)
        title = say("cite.title", title=inner) if citable.container else citable.title
        parts = [
            say("cite.dated", title=title, when=citable.when) if citable.when else title,
            citable.container,
            say("cite.changed", when=self.wording.when(changed).text) if changed else "",
            self.addresses.of(citable.path),
        ]
        entry = say("cite.joint").join(part for part in parts if part)
        return say("cite.sentence", entry=entry, behind=behind)

    def _behind(self, citable: Citable) -> str:
        """Return in words which articles, and which passages of them, it rests on."""
        say = self.wording.say
        if citable.articles:
            address = self.addresses.of(SOURCES) or SOURCES
            return say("cite.behind-many", count=citable.articles, address=address)
        named = (_article(self.wording, source, numbers) for source, numbers in citable.passages)
        return say("cite.behind", articles="; ".join(named))


def _name_of_site(timeline: Timeline) -> str:
    assert timeline.site is not None, "checked: there is a content/site.yaml"
    return timeline.site.name


def _article(wording: Wording, source: Source, numbers: tuple[int, ...]) -> str:
    when = wording.when(source.published.date).text
    if not numbers:
        return wording.say("cite.article", name=source.name, when=when)
    listed = wording.say("cite.joint").join(str(number) for number in numbers)
    key = "cite.article-passages" if len(numbers) > 1 else "cite.article-passage"
    return wording.say(key, name=source.name, when=when, passages=listed)
