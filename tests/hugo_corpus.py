"""The generated corpus as a site for Hugo, so that both build the same things in one run.

Takes a folder and the number of events; writes the templates and settings of `tests/hugo/` and the
corpus as Hugo's content and data. Law: Hugo publishes of it what our build does, the same kinds of
pages and files with the same words and data (`tests/test_hugo_corpus.py` holds it).

Left out is what only we make: Pagefind's index, the cards for sharing, compressed forms, the
manifest and what hosts read, JSON Schemas and the data package with the description of columns,
tables that have no row, and the parts of a party's list that is very long. Hugo checks nothing,
its templates know only what the corpus has (no correction, no difference, one measure), and of 500
events and fewer it makes chapters, where we make one timeline.
"""

import json
import shutil
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from builder.text.words import count_words
from tests.corpus import KINDS, Happening, imagine, letter_of, write_article
from tests.projects import ROOT

Record = dict[str, object]


def write_hugo_corpus(folder: Path, events: int) -> Path:
    """Write a Hugo site of the generated project's events, figures, articles, people and races."""
    shutil.copytree(ROOT / "tests/hugo", folder)
    shutil.copytree(ROOT / "static", folder / "assets")
    happenings, people = imagine(events), max(2, events // 20)
    for name, record in (*_data(happenings, people), *_events(happenings, people)):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    return folder


def _events(happenings: list[Happening], people: int) -> Iterator[tuple[str, Record]]:
    """Yield a content file for each event, which is all front matter."""
    for happening in happenings:
        event = _event(happening, people)
        yield f"content/events/{event['id']}.md", event


def _data(happenings: list[Happening], people: int) -> Iterator[tuple[str, Record]]:
    """Yield the files of data that templates look things up in, and make pages of."""
    articles = [list(group) for _, group in groupby(happenings, key=lambda h: h.source)]
    years = [next(group) for _, group in groupby(happenings, key=lambda h: h.day.year)]
    yield "data/figures.json", _by_id(_figure(h, people) for h in happenings)
    yield "data/sources.json", _by_id(_source(group) for group in articles)
    yield "data/people.json", _by_id(_person(h) for h in happenings[:people])
    yield "data/races.json", _by_id(_race(h) for h in years)
    opening = _says("site", "opening", "The archive opens with a count.", happenings[0])
    published = articles[-1][-1].day + timedelta(days=1)
    title = "The opening of the timeline"
    yield "content/_index.md", opening | {"title": title, "content_date": str(published)}


def _by_id(records: Iterator[Record]) -> Record:
    return {str(record["id"]): record for record in records}


def _cite(happening: Happening, name: str) -> Record:
    return {"id": name, "source": f"gazette-{happening.source + 1}", "passage": happening.line}


def _says(kind: str, name: str, text: str, happening: Happening) -> Record:
    """Return the beginning of a thing that says one sentence."""
    claim = {"text": text, "citation": _cite(happening, "a")}
    return {"id": name, "item_kind": kind, "text": text, "claims": [claim]}


def _event(happening: Happening, people: int) -> Record:
    number = happening.number
    name = letter_of(number % people)
    counts = f"Person {name} counts {happening.votes:,} votes in the capital."
    quotes = "The gazette has words of its own for it."
    quoting = _cite(happening, "b") | {"quotation": happening.quotation}
    return {
        "id": f"day-{number + 1}",
        "title": f"Person {name} counts votes",
        "date": str(happening.day),
        "text": f"{counts} {quotes}",
        "claims": [
            {"text": counts, "citation": _cite(happening, "a"), "figure": f"votes-{number + 1}"},
            {"text": quotes, "citation": quoting},
        ],
        "shore": "country" if number % 3 else "city",
        "races": str(happening.day.year),
        "kinds": KINDS[number % len(KINDS)],
        "people": [f"person-{number % people + 1}"],
        "parties": ["anchor" if number % 2 else "lantern"],
        "places": ["capital"],
        "sources": [f"gazette-{happening.source + 1}"],
    }


def _figure(happening: Happening, people: int) -> Record:
    return {
        "id": f"votes-{happening.number + 1}",
        "value": happening.votes,
        "status": "official",
        "as_of": str(happening.day),
        "races": str(happening.day.year),
        "person": f"person-{happening.number % people + 1}",
        "citation": _cite(happening, "a"),
        "sources": [f"gazette-{happening.source + 1}"],
    }


def _person(happening: Happening) -> Record:
    name = letter_of(happening.number)
    says = _says("person", f"person-{happening.number + 1}", "Speaks at a count.", happening)
    return says | {"name": f"Person {name}", "sort_name": f"{name}, Person"}


def _race(first: Happening) -> Record:
    year = str(first.day.year)
    return _says("race", year, "The capital votes.", first) | {
        "title": f"The vote of {year}",
        "date": str(first.day),
        "caption": "A vote",
        "state": "unreported",
    }


def _source(group: list[Happening]) -> Record:
    number, text = group[0].source, write_article(group)
    gists = [f"A count of {h.votes:,} votes on {h.written_day}." for h in group]
    return {
        "id": f"gazette-{number + 1}",
        "letter": letter_of(number),
        "name": f"Gazette {letter_of(number)}",
        "publisher": "The Gazette",
        "title": "Count of the week",
        "published": str(group[-1].day + timedelta(days=1)),
        "published_basis": "stated",
        "published_from": "The text says so.",
        "language": "en",
        "certainty": "none",
        "address_note": "It was never published.",
        "summary": "A week of counts in the capital.",
        "words": count_words(text),
        "sha256": sha256(text.encode()).hexdigest(),
        "passages": [
            {"number": 1, "furniture": "An invitation to share."},
            *({"number": at, "gist": gist} for at, gist in enumerate(gists, 2)),
        ],
    }
