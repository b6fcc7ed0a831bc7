"""How the site, an event or a figure is cited: our entry, and the articles behind it.

Takes items of the timeline; gives the citation as text and as BibLaTeX, RIS and CSL-JSON. Law:
the articles are always named with their passages, and a date is one that stands in the content.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from builder.citing.bibliography import Entry, article_entry
from builder.citing.forms import to_biblatex, to_csl, to_ris
from builder.models.content import Event, Evidence
from builder.models.figures import Figure
from builder.models.records import Source
from builder.reading.last_changes import last_change, last_change_of_event, last_change_of_figure
from builder.reading.timeline import Timeline
from builder.text.dates import PartialDate
from builder.views.addresses import Addresses
from builder.views.views import Notebook, event_path, figure_path
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
    assert timeline.site is not None, "checked: there is a content/site.yaml"
    articles = tuple((source, ()) for source in timeline.sources)
    site = timeline.site
    return Citable(site.id, site.name, "", "", "index.html", last_change(timeline), articles)


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
    shown = Notebook(timeline, wording).figure(figure)
    named = (
        shown.person and shown.person.name,
        shown.party and shown.party.short_name,
        shown.place,
    )
    about = wording.say("cite.joint").join(name for name in named if name)
    measure = wording.say(f"measure.{figure.measure}")
    title = wording.say("cite.figure", measure=measure, value=shown.text)
    return Citable(
        f"figure-{figure.id}",
        wording.say("cite.figure-of", figure=title, about=about) if about else title,
        _name_of_site(timeline),
        shown.when.text,
        figure_path(figure.id),
        last_change_of_figure(timeline, figure.id),
        _passages(timeline, [figure]),
    )


def _passages(
    timeline: Timeline, evidence: Iterable[Evidence]
) -> tuple[tuple[Source, tuple[int, ...]], ...]:
    """Return each article cited with the numbers of its passages, in order."""
    cited: dict[str, set[int]] = {}
    for item in evidence:
        cited.setdefault(item.source, set()).add(item.passage)
    return tuple(
        (source, tuple(sorted(cited[source.id])))
        for source in timeline.sources
        if source.id in cited
    )


def cite(wording: Wording, addresses: Addresses, citable: Citable) -> CiteForms:
    """Return how *citable* is cited, with the articles behind it."""
    articles = [article_entry(source, wording, addresses) for source, _ in citable.passages]
    entries = [_own_entry(wording, addresses, citable), *articles]
    text = _text(wording, addresses, citable)
    return CiteForms(text, to_biblatex(entries), to_ris(entries), to_csl(entries))


def _own_entry(wording: Wording, addresses: Addresses, citable: Citable) -> Entry:
    return Entry(
        citable.key,
        "webpage",
        citable.title,
        citable.container,
        citable.changed,
        addresses.of(citable.path),
        wording.language,
        _behind(wording, citable),
        tuple(source.id for source, _ in citable.passages),
    )


def _text(wording: Wording, addresses: Addresses, citable: Citable) -> str:
    """Return the citation as a sentence for people."""
    say = wording.say
    inner = citable.title.translate(_INNER_MARKS)
    title = say("cite.title", title=inner) if citable.container else citable.title
    parts = [
        say("cite.dated", title=title, when=citable.when) if citable.when else title,
        citable.container,
        say("cite.changed", when=wording.when(citable.changed).text) if citable.changed else "",
        addresses.of(citable.path),
    ]
    entry = say("cite.joint").join(part for part in parts if part)
    return say("cite.sentence", entry=entry, behind=_behind(wording, citable))


def _name_of_site(timeline: Timeline) -> str:
    assert timeline.site is not None, "checked: there is a content/site.yaml"
    return timeline.site.name


def _behind(wording: Wording, citable: Citable) -> str:
    """Return in words which articles, and which passages of them, it rests on."""
    articles = (_article(wording, source, numbers) for source, numbers in citable.passages)
    return wording.say("cite.behind", articles="; ".join(articles))


def _article(wording: Wording, source: Source, numbers: tuple[int, ...]) -> str:
    when = wording.when(source.published.date).text
    if not numbers:
        return wording.say("cite.article", name=source.name, when=when)
    listed = wording.say("cite.joint").join(str(number) for number in numbers)
    key = "cite.article-passages" if len(numbers) > 1 else "cite.article-passage"
    return wording.say(key, name=source.name, when=when, passages=listed)
