"""Folder -> Timeline, with a Diagnostic for everything that cannot be read.

Takes the project's root and, if an editor has them, the folder of the articles' texts; gives all
content as one value. Law: a broken item is left out and the rest goes on; no file raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from builder.decoding import decode
from builder.diagnostics import Diagnostic, Place
from builder.fields import ID, Located
from builder.figures import Difference, Figure, Origin, Topic
from builder.fingerprints import (
    SEALS,
    DamagedFingerprintError,
    Fingerprint,
    from_json,
    split_passages,
)
from builder.located_yaml import Mapping, Sequence, Value, parse_yaml
from builder.model import Event, Party, Person, Race, Retired, Site, Spot
from builder.records import Source
from builder.reference import OfficialRace, ReferenceEvent, Term, Work
from builder.timeline import Article, Prose, Timeline
from builder.validate import validate_item
from builder.words import count_words

Item = TypeVar("Item", bound=Located)

LISTS: tuple[tuple[str, type[Located]], ...] = (
    ("content/races.yaml", Race),
    ("content/people.yaml", Person),
    ("content/parties.yaml", Party),
    ("content/places.yaml", Spot),
    ("content/retired.yaml", Retired),
    ("content/origins.yaml", Origin),
    ("content/figures.yaml", Figure),
    ("content/differences.yaml", Difference),
    ("content/comparison.yaml", Topic),
    ("content/reference/works.yaml", Work),
    ("content/reference/races.yaml", OfficialRace),
    ("content/reference/mayors.yaml", Term),
    ("content/reference/events.yaml", ReferenceEvent),
)
TEXTS = "seeds/texts"
TAKEN = ("index", "404")
"""Pages of the site that no page of content/pages may replace."""


@dataclass
class _Reader:
    """Reads files under *root* and remembers what went wrong and what was left out."""

    root: Path
    problems: list[Diagnostic] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)

    def bytes_of(self, file: str) -> bytes | None:
        try:
            return (self.root / file).read_bytes()
        except OSError as error:
            reason = (error.strerror or "it cannot be read").lower()
            self.report(
                file,
                "unreadable-file",
                f"this file cannot be read: {reason}",
                "Put the file back, or check its name and permissions.",
            )
            return None

    def report(self, file: str, code: str, message: str, hint: str) -> None:
        self.problems.append(Diagnostic(Place(file), code, message, hint))

    def text_of(self, file: str) -> str | None:
        data = self.bytes_of(file)
        text, problems = decode(file, data) if data is not None else ("", [])
        self.problems += problems
        if data is None or problems:
            self.unread.add(file)
            return None
        return text

    def value_of(self, file: str) -> Value:
        data = self.bytes_of(file)
        value, problems = parse_yaml(file, data) if data is not None else (None, [])
        self.problems += problems
        if data is not None and value is None and not problems:
            self.report(file, "missing-key", "this file is empty", "Fill it in or delete it.")
        if value is None:
            self.unread.add(file)
        return value

    def item(self, model: type[Item], value: Value, start: Place) -> Item | None:
        item, problems = validate_item(model, value, start)
        self.problems += problems
        if item is None:
            name = value.get("id") if isinstance(value, Mapping) else None
            if isinstance(name, str):
                self.left_out.add(name)
            else:
                self.unread.add(start.file)
        return item

    def one(self, file: str, model: type[Item]) -> Item | None:
        value = self.value_of(file)
        return None if value is None else self.item(model, value, Place(file))

    def several(self, file: str, model: type[Item]) -> Iterator[Item]:
        value = self.value_of(file)
        if isinstance(value, Sequence):
            for typed, span in zip(value, value.items_at, strict=True):
                if (item := self.item(model, typed, span.place)) is not None:
                    yield item
        elif value is not None:
            self.unread.add(file)
            self.report(
                file,
                "bad-value",
                "this file holds a list",
                "Begin each item with '- ' and indent its keys by two spaces.",
            )

    def files(self, folder: str, suffix: str) -> list[str]:
        """Return the files of *folder* with that suffix, sorted; report all others."""
        names = sorted(path.name for path in _entries(self.root / folder))
        for name in names:
            if not name.endswith(suffix):
                self.report(
                    f"{folder}/{name}",
                    "unknown-file",
                    "nothing reads this file",
                    f"Only files ending in {suffix} belong in {folder}/.",
                )
        return [f"{folder}/{name}" for name in names if name.endswith(suffix)]


def read_timeline(root: Path, texts: Path | None = None) -> tuple[Timeline, list[Diagnostic]]:
    """Return the content under *root*, and what could not be read.

    *texts* is a folder with the articles; without it ``seeds/texts/`` is used where it holds any.
    """
    reader = _Reader(root)
    lists = {model: tuple(reader.several(file, model)) for file, model in _lists_in(root)}
    sources = _by_letter(_read_each(reader, _source_files(root), Source))
    timeline = Timeline(
        site=reader.one("content/site.yaml", Site),
        events=_read_events(reader),
        people=_of(Person, lists),
        parties=_of(Party, lists),
        places=_of(Spot, lists),
        races=_of(Race, lists),
        retired=_of(Retired, lists),
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
    )
    return timeline, reader.problems


def _lists_in(root: Path) -> list[tuple[str, type[Located]]]:
    """Return the list files with their models; only the first four have to exist."""
    return [(file, model) for file, model in LISTS[:4]] + [
        (file, model) for file, model in LISTS[4:] if (root / file).exists()
    ]


def _read_each(reader: _Reader, files: list[str], model: type[Item]) -> tuple[Item, ...]:
    return tuple(item for file in files if (item := reader.one(file, model)) is not None)


def _by_letter(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    return tuple(sorted(sources, key=lambda source: source.letter))


def _read_events(reader: _Reader) -> tuple[Event, ...]:
    """Return all events in order of time; those of the same day as they stand in the files."""
    files = reader.files("content/events", ".yaml")
    events = (event for file in files for event in reader.several(file, Event))
    return tuple(sorted(events, key=lambda event: event.date.first))


def _read_pages(reader: _Reader) -> tuple[Prose, ...]:
    files = reader.files("content/pages", ".md")
    return tuple(page for file in files for page in _read_prose(reader, file))


def _of(model: type[Item], lists: dict[type[Located], tuple[Located, ...]]) -> tuple[Item, ...]:
    return tuple(item for item in lists.get(model, ()) if isinstance(item, model))


def _entries(folder: Path) -> list[Path]:
    """Return the visible entries of a folder, none if there is no such folder."""
    try:
        return [path for path in folder.iterdir() if not path.name.startswith((".", "~", "#"))]
    except OSError:
        return []


def _source_files(root: Path) -> list[str]:
    names = sorted(path.name for path in _entries(root / "seeds"))
    return [f"seeds/{name}" for name in names if name.endswith(".yaml")]


def _read_prose(reader: _Reader, file: str) -> Iterator[Prose]:
    text = reader.text_of(file)
    if text is None:
        return
    if not re.fullmatch(ID, Path(file).stem) or Path(file).stem in TAKEN:
        reader.report(
            file,
            "bad-id",
            f"no page of ours can be called {Path(file).stem!r}",
            f"Use small letters, digits and single hyphens; taken are: {', '.join(TAKEN)}.",
        )
        return
    first, _, body = text.partition("\n")
    if not first.startswith("# "):
        reader.report(
            file,
            "missing-key",
            "this page has no title",
            "Begin its first line with '# ' and the title.",
        )
        return
    yield Prose(Path(file).stem, first[2:].strip(), body.strip(), Place(file))


def _read_fingerprints(reader: _Reader) -> dict[str, Fingerprint]:
    found = {}
    for file in reader.files(SEALS, ".json"):
        text = reader.text_of(file)
        try:
            if text is not None:
                found[Path(file).stem] = from_json(text)
        except DamagedFingerprintError as error:
            reader.report(
                file,
                "damaged-fingerprint",
                f"this fingerprint is damaged: {error}",
                "Run 'python build.py seal' where the texts are.",
            )
            reader.left_out.add(f"{SEALS}/{Path(file).stem}")
    return found


def _read_articles(
    reader: _Reader, sources: tuple[Source, ...], texts: Path | None
) -> dict[str, Article]:
    """Return the texts at hand; a text that *texts* should hold and doesn't is reported."""
    found = {}
    for source in sources:
        path = (texts or reader.root / TEXTS) / source.document.file
        if not path.is_file():
            if texts is not None:
                reader.problems.append(_missing_text(source))
            continue
        try:
            data = path.read_bytes()
        except OSError:
            reader.problems.append(_missing_text(source))
            continue
        text, problems = decode(source.document.file, data)
        if problems:
            reader.problems += problems
            continue
        digest = sha256(data).hexdigest()
        found[source.id] = Article(digest, count_words(text), split_passages(text))
    return found


def _missing_text(source: Source) -> Diagnostic:
    return Diagnostic(
        source.document.place_of("file"),
        "missing-text",
        f"the folder of texts holds no readable file {source.document.file!r}",
        "Copy the article there under this name.",
    )
