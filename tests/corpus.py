"""A generated project of any size, in the project's own format, with nothing wrong in it.

Takes a folder, the number of events and a seed; writes events, articles, records, fingerprints,
figures, people and races of an invented country. Law: the same numbers give the same bytes, and
every check passes with everything on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from random import Random

from builder.reading.fingerprints import seal, split_passages, to_json
from builder.text.words import MONTHS, count_words

FIRST_DAY = date(1950, 1, 2)
PER_SOURCE = 10
"""Events that rest on one article."""
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "el", "or")]
KINDS = ("vote", "count", "speech", "ruling", "campaign")


@dataclass(frozen=True)
class Happening:
    """One invented event: its number, its day, and the passage that reports it."""

    number: int
    day: date
    votes: int
    quotation: str
    passage: str

    @property
    def source(self) -> int:
        """The number of its article."""
        return self.number // PER_SOURCE

    @property
    def line(self) -> int:
        """The number of its passage in the article; the first passage is furniture."""
        return self.number % PER_SOURCE + 2

    @property
    def written_day(self) -> str:
        """The day as articles write it."""
        return f"{self.day.day} {MONTHS[self.day.month - 1]} {self.day.year}"


def write_corpus(folder: Path, events: int, seed: int = 1) -> Path:
    """Write a project with that many events into *folder*; templates are not part of it."""
    happenings = imagine(events, seed)
    sources = [list(group) for _, group in groupby(happenings, key=lambda h: h.source)]
    people = max(2, events // 20)
    files = {
        "content/site.yaml": _site(happenings[0]),
        "content/people.yaml": "".join(_person(h) for h in happenings[:people]),
        "content/parties.yaml": _PARTIES,
        "content/places.yaml": "- id: capital\n  name: Zanelor\n",
        "content/races.yaml": "".join(_races(happenings)),
        "content/figures.yaml": "".join(_figure(h, people) for h in happenings),
        **{
            f"content/events/{month}.yaml": "".join(_event(h, people) for h in group)
            for month, group in groupby(happenings, key=lambda h: f"{h.day:%Y-%m}")
        },
    }
    for group in sources:
        files |= _article(group)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "content/pages").mkdir(exist_ok=True)
    return folder


def imagine(events: int, seed: int = 1) -> list[Happening]:
    """Everything that happens, day after day."""
    random = Random(seed)
    return [_imagine(random, number) for number in range(events)]


def _imagine(random: Random, number: int) -> Happening:
    day = FIRST_DAY + timedelta(days=number)
    votes = 1_000 + 7 * number
    quotation = _words(random, 5)
    text = f"{_words(random, 20)} {_written(day)}, {_words(random, 6)} {votes:,} votes"
    passage = f"{text} {_words(random, 8)}. {quotation}, {_words(random, 14)}."
    return Happening(number, day, votes, quotation, passage)


def _words(random: Random, count: int) -> str:
    return " ".join("".join(random.choices(SYLLABLES, k=3)) for _ in range(count))


def _written(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _source_id(number: int) -> str:
    return f"gazette-{number + 1}"


def letter_of(number: int) -> str:
    """A to Z, then AA, AB and so on."""
    letters, number = "", number + 1
    while number:
        number, at = divmod(number - 1, 26)
        letters = chr(65 + at) + letters
    return letters


_PARTIES = """\
- id: lantern
  name: Lantern Party
  short_name: Lantern
  mark: lantern
- id: anchor
  name: Anchor League
  short_name: Anchor
  mark: anchor
"""


def _cite(happening: Happening, name: str, quotation: str = "", indent: str = "  ") -> str:
    lines = [
        f"  - id: {name}",
        f"    source: {_source_id(happening.source)}",
        f"    passage: {happening.line}",
        *([f"    quotation: {quotation}"] if quotation else []),
    ]
    return "".join(f"{indent}{line}\n" for line in lines)


def _site(first: Happening) -> str:
    return (
        "id: opening\nname: The Zanelor files\nheadline: How the capital voted\n"
        "kicker: An invented archive\npromise: Every sentence shows its source.\n"
        "description: An archive that was generated to be measured.\n"
        "coverage: It covers as many days as it was asked to.\n"
        "body: The archive opens with a count.[@a]\n"
        f"citations:\n{_cite(first, 'a', indent='')}"
    )


def _person(happening: Happening) -> str:
    number = happening.number
    return (
        f"- id: person-{number + 1}\n  name: Person {letter_of(number)}\n"
        f"  sort_name: {letter_of(number)}, Person\n  body: Speaks at a count.[@a]\n"
        f"  citations:\n{_cite(happening, 'a')}"
    )


def _races(happenings: list[Happening]) -> Iterator[str]:
    """Yield a race for every year, on the day of its first event."""
    for year, group in groupby(happenings, key=lambda h: h.day.year):
        first = next(group)
        yield (
            f"- id: '{year}'\n  date: {first.day}\n  title: The vote of {year}\n"
            f"  caption: A vote\n  state: unreported\n  body: The capital votes.[@a]\n"
            f"  citations:\n{_cite(first, 'a')}"
        )


def _figure(happening: Happening, people: int) -> str:
    return (
        f"- id: votes-{happening.number + 1}\n  measure: votes\n  race: '{happening.day.year}'\n"
        f"  person: person-{happening.number % people + 1}\n  value: {happening.votes}\n"
        f"  status: official\n  as_of: {happening.day}\n  origin: {_source_id(happening.source)}\n"
        f"  source: {_source_id(happening.source)}\n  passage: {happening.line}\n"
    )


def _event(happening: Happening, people: int) -> str:
    number = happening.number
    name = letter_of(number % people)
    return (
        f"- id: day-{number + 1}\n  date: {happening.day}\n"
        f"  title: Person {name} counts votes\n"
        f"  body: >-\n    Person {name} counts {happening.votes:,} votes in the capital.[@a]\n"
        f"    The gazette has words of its own for it.[@b]\n"
        f"  kind: {KINDS[number % len(KINDS)]}\n  shore: {'country' if number % 3 else 'city'}\n"
        f"  race: '{happening.day.year}'\n  people: [person-{number % people + 1}]\n"
        f"  parties: [{'anchor' if number % 2 else 'lantern'}]\n  places: [capital]\n"
        f"  citations:\n{_cite(happening, 'a')}{_cite(happening, 'b', happening.quotation)}"
    )


def write_article(group: list[Happening]) -> str:
    """Return the text of the article that reports a *group* of happenings."""
    return "\n".join(["Share this page", *(h.passage for h in group)]) + "\n"


def _article(group: list[Happening]) -> dict[str, str]:
    """Return the files of one article: its text, its record and its fingerprint."""
    number, name = group[0].source, _source_id(group[0].source)
    text = write_article(group)
    digest = sha256(text.encode()).hexdigest()
    published = group[-1].day + timedelta(days=1)
    passages = "".join(
        f"- number: {h.line}\n  gist: A count of {h.votes:,} votes on {h.written_day}.\n"
        for h in group
    )
    record = (
        f"id: {name}\nletter: {letter_of(number)}\nname: Gazette {letter_of(number)}\n"
        f"publisher: The Gazette\ntitle: Count of the week\n"
        f"document:\n  file: {name}.txt\n  sha256: {digest}\n  words: {count_words(text)}\n"
        f"address:\n  certainty: none\n  note: It was never published.\n"
        f"published:\n  date: {published}\n  basis: stated\n  from: The text says so.\n"
        f"language: en\nsummary: A week of counts in the capital.\n"
        f"passages:\n- number: 1\n  furniture: An invitation to share.\n{passages}"
    )
    return {
        f"seeds/texts/{name}.txt": text,
        f"seeds/{name}.yaml": record,
        f"seeds/fingerprints/{name}.json": to_json(seal(name, digest, split_passages(text))),
    }
