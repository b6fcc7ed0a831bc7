"""Folder -> Timeline, with a Diagnostic for everything that cannot be read.

Takes the project's root and, if an editor has them, the folder of the articles' texts; gives all
content as one value. Law: what cannot be read is left out and the rest goes on; no file raises.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from builder.file_bytes import read_bytes
from builder.memory import Memory
from builder.models.content import Event, Party, Person, Race, Retired, Site, Spot
from builder.models.corrections import Correction
from builder.models.fields import Located
from builder.models.figures import Difference, Figure, Origin, Topic
from builder.models.records import Source
from builder.models.reference import OfficialRace, ReferenceEvent, Term, Work
from builder.reading.files import (
    Found,
    find_article,
    find_fingerprint,
    find_item,
    find_items,
    find_page,
)
from builder.reading.fingerprints import SEALS, Fingerprint
from builder.reading.refused import TEXTS, Refused, find_refused
from builder.reading.timeline import Article, Prose, Timeline
from builder.reports.diagnostics import Diagnostic, Place, did_you_mean, unreadable

Item = TypeVar("Item", bound=Located)
Thing = TypeVar("Thing")

LISTS: tuple[tuple[str, type[Located]], ...] = (
    ("content/races.yaml", Race),
    ("content/people.yaml", Person),
    ("content/parties.yaml", Party),
    ("content/places.yaml", Spot),
    ("content/retired.yaml", Retired),
    ("content/corrections.yaml", Correction),
    ("content/origins.yaml", Origin),
    ("content/figures.yaml", Figure),
    ("content/differences.yaml", Difference),
    ("content/comparison.yaml", Topic),
    ("content/reference/works.yaml", Work),
    ("content/reference/races.yaml", OfficialRace),
    ("content/reference/mayors.yaml", Term),
    ("content/reference/events.yaml", ReferenceEvent),
)
NEEDED = 4
"""How many of the lists, from the first, have to exist."""
SITE = "content/site.yaml"
EVENTS = "content/events"
PAGES = "content/pages"
READ = ("content/", "seeds/")
"""Where the files lie that are read here."""


@dataclass
class _Reader:
    """Reads files under *root* and remembers what went wrong and what was left out."""

    root: Path
    memory: Memory
    refused: Refused
    problems: list[Diagnostic] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)
    digests: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.problems += self.refused.problems.values()
        self.unread |= {file for file in self.refused.problems if file.startswith(READ)}

    def take(self, file: str, find: Callable[[str, bytes], Found[Thing]]) -> list[Thing]:
        """Return what *find* finds in a file, or found before if it is the same file still."""
        if file in self.refused:
            return []
        try:
            data = read_bytes(self.root / file)
        except OSError as error:
            self.problems.append(unreadable(file, error))
            self.unread.add(file)
            return []
        return self.find(("read", file), data, find)

    def find(
        self, name: tuple[str, str], data: bytes, find: Callable[[str, bytes], Found[Thing]]
    ) -> list[Thing]:
        """Return what *find* finds in the bytes of a file; *name* is that of the memory of it."""
        _, file = name
        digest = self.digests[file] = blake2b(data, digest_size=16).hexdigest()
        found = self.memory.recall(name, digest, lambda: find(file, data))
        self.problems += found.problems
        self.left_out |= found.left_out
        if not found.is_read:
            self.unread.add(file)
        return found.items

    def report(self, file: str, code: str, message: str, hint: str) -> None:
        self.problems.append(Diagnostic(Place(file), code, message, hint))

    def files(self, folder: str, suffix: str) -> list[str]:
        """Return the files of *folder* with that suffix, sorted; report all others."""
        names = [n for n in _names_in(self.root / folder) if f"{folder}/{n}" not in self.refused]
        for name in names:
            if not name.endswith(suffix):
                hint = f"Only files ending in {suffix} belong in {folder}/."
                self.report(f"{folder}/{name}", "unknown-file", "nothing reads this file", hint)
        return [f"{folder}/{name}" for name in names if name.endswith(suffix)]


def read_timeline(
    root: Path, texts: Path | None = None, memory: Memory | None = None
) -> tuple[Timeline, list[Diagnostic]]:
    """Return the content under *root*, and what could not be read.

    *texts* is a folder with the articles; without it ``seeds/texts/`` is used where it holds any.
    With a *memory* that has seen the project before, only what was changed is parsed again.
    """
    reader = _Reader(root, memory or Memory(), find_refused(root))
    lists = {model: _read_list(reader, file, model) for file, model in _lists_in(root)}
    sources = _read_sources(reader)
    _report_strays(reader)
    timeline = Timeline(
        site=next(iter(reader.take(SITE, partial(find_item, Site))), None),
        events=_read_events(reader),
        people=_of(Person, lists),
        parties=_of(Party, lists),
        places=_of(Spot, lists),
        races=_of(Race, lists),
        retired=_of(Retired, lists),
        corrections=_of(Correction, lists),
        origins=_of(Origin, lists),
        figures=_of(Figure, lists),
        differences=_of(Difference, lists),
        topics=_of(Topic, lists),
        works=_of(Work, lists),
        official_races=_of(OfficialRace, lists),
        terms=_of(Term, lists),
        reference_events=_of(ReferenceEvent, lists),
        sources=sources,
        prose=_read_pages(reader),
        fingerprints=_read_fingerprints(reader),
        articles=_read_articles(reader, sources, texts),
        left_out=frozenset(reader.left_out),
        unread=frozenset(reader.unread),
        digests=reader.digests,
    )
    return timeline, reader.problems


KNOWN = frozenset(
    (SITE, EVENTS, PAGES, SEALS, TEXTS, "content/reference", *(file for file, _ in LISTS))
)
"""Every file and folder that is read, records aside."""


def _report_strays(reader: _Reader) -> None:
    """Report what lies among the content and is read by nothing, such as a misspelt name."""
    for folder in ("content", "content/reference", "seeds"):
        for name in _names_in(reader.root / folder):
            file = f"{folder}/{name}"
            is_record = folder == "seeds" and name.endswith(".yaml")
            if file in KNOWN or is_record or file in reader.refused:
                continue
            known = [path for path in KNOWN if path.startswith(f"{folder}/")]
            hint = did_you_mean(file, known) or "Rename it, or put it somewhere else."
            reader.report(file, "unknown-file", "nothing reads this file", hint)


def _lists_in(root: Path) -> list[tuple[str, type[Located]]]:
    """Return the list files with their models, as far as they are there or have to be."""
    paths = {file: root / file for file, _ in LISTS}
    there = [(f, m) for f, m in LISTS[NEEDED:] if paths[f].exists() or paths[f].is_symlink()]
    return [*LISTS[:NEEDED], *there]


def _read_list(reader: _Reader, file: str, model: type[Item]) -> tuple[Item, ...]:
    return tuple(reader.take(file, partial(find_items, model)))


def _of(model: type[Item], lists: dict[type[Located], tuple[Located, ...]]) -> tuple[Item, ...]:
    return tuple(item for item in lists.get(model, ()) if isinstance(item, model))


def _read_sources(reader: _Reader) -> tuple[Source, ...]:
    """Return all records in the order of their letters."""
    files = [f"seeds/{name}" for name in _names_in(reader.root / "seeds")]
    records = [file for file in files if file.endswith(".yaml")]
    sources = [s for file in records for s in reader.take(file, partial(find_item, Source))]
    return tuple(sorted(sources, key=lambda source: (len(source.letter), source.letter)))


def _read_events(reader: _Reader) -> tuple[Event, ...]:
    """Return all events in order of time; those of the same day as they stand in the files."""
    files = reader.files(EVENTS, ".yaml")
    events = [event for file in files for event in _read_list(reader, file, Event)]
    return tuple(sorted(events, key=lambda event: event.date.first))


def _read_pages(reader: _Reader) -> tuple[Prose, ...]:
    files = reader.files(PAGES, ".md")
    return tuple(page for file in files for page in reader.take(file, find_page))


def _names_in(folder: Path) -> list[str]:
    """Return the visible entries of a folder, sorted; none if there is no such folder."""
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError:
        return []
    return sorted(name for name in names if not name.startswith((".", "~", "#")))


def _read_fingerprints(reader: _Reader) -> dict[str, Fingerprint]:
    files = reader.files(SEALS, ".json")
    return {Path(file).stem: seal for file in files for seal in reader.take(file, find_fingerprint)}


def _read_articles(
    reader: _Reader, sources: tuple[Source, ...], texts: Path | None
) -> dict[str, Article]:
    """Return the texts at hand; a text that *texts* should hold and doesn't is reported."""
    found = {}
    for source in sources:
        file = source.document.file
        try:
            data = read_bytes((texts or reader.root / TEXTS) / file)
        except OSError as error:
            if texts is not None or not isinstance(error, FileNotFoundError):
                reader.problems.append(_missing_text(source))
            continue
        # Not "read": that would be written down, and an article's text stays where it lies.
        for article in reader.find(("article", file), data, find_article):
            found[source.id] = article
    return found


def _missing_text(source: Source) -> Diagnostic:
    return Diagnostic(
        source.document.place_of("file"),
        "missing-text",
        f"the folder of texts holds no readable file {source.document.file!r}",
        "Copy the article there under this name.",
    )
