"""Promises about ids and the names by which things refer to each other.

Each function takes a timeline and yields what breaks its promise. Law: one promise, one code (or
a small family of codes), one folder in tests/mistakes/ per code.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from builder.models.content import Event, Evidence, Race
from builder.models.fields import Located
from builder.models.records import Source
from builder.reading.timeline import Timeline
from builder.reports.diagnostics import Diagnostic, Place, did_you_mean


def ids_are_unique(timeline: Timeline) -> Iterator[Diagnostic]:
    """No two things of a kind, and no two citations of an event, have the same id."""
    for kind, items in timeline.collections():
        yield from _repeated(kind, items)
    for item in timeline.cited:
        yield from _repeated("citation", item.citations)


def _repeated(kind: str, items: Collection[Located]) -> Iterator[Diagnostic]:
    seen: dict[str, Located] = {}
    for item in items:
        name = str(getattr(item, "id"))  # noqa: B009 - every member of a collection has an id
        if seen.setdefault(name, item) is not item:
            yield Diagnostic(
                item.place_of("id"),
                "duplicate-id",
                f"another {kind} is called {name!r} already",
                f"Choose another id; the first is at {seen[name].place_of('id')}.",
            )


def letters_are_unique(timeline: Timeline) -> Iterator[Diagnostic]:
    """Each source has a letter of its own."""
    seen: dict[str, str] = {}
    for source in timeline.sources:
        if (first := seen.setdefault(source.letter, source.id)) != source.id:
            yield Diagnostic(
                source.place_of("letter"),
                "duplicate-letter",
                f"the source {first!r} has the letter {source.letter} already",
                "Choose a letter that no other source has.",
            )


def retired_ids_stay_retired(timeline: Timeline) -> Iterator[Diagnostic]:
    """An id that was published once is never given to something else."""
    retired = {item.id: item for item in timeline.whole.retired}
    for event in timeline.events:
        if event.id in retired:
            yield Diagnostic(
                event.place_of("id"),
                "retired-id",
                f"the id {event.id!r} is retired: {retired[event.id].reason}",
                "Choose a new id, so that old links do not change their meaning.",
            )


def sources_and_passages_exist(timeline: Timeline) -> Iterator[Diagnostic]:
    """Every citation names a source of the timeline and a reporting passage of it."""
    for _, citation in timeline.evidence():
        source = timeline.source.get(citation.source)
        if source is None:
            if citation.source not in timeline.whole.left_out:
                yield _unknown_source(timeline, citation)
            continue
        yield from _passage_exists(timeline, source, citation)
    for source in timeline.sources:
        for oddity in source.oddities:
            if oddity.passage > len(source.passages):
                yield _unknown_passage(source, oddity.passage, oddity.place_of("passage"))


def _passage_exists(timeline: Timeline, source: Source, citation: Evidence) -> Iterator[Diagnostic]:
    number, passage = citation.passage, timeline.passage(citation)
    if passage is None:
        yield _unknown_passage(source, number, citation.place_of("passage"))
    elif passage.furniture is not None:
        yield Diagnostic(
            citation.place_of("passage"),
            "furniture-cited",
            f"passage {number} of {source.id!r} reports nothing: it is {passage.furniture}",
            "Cite a passage that reports something: "
            + ", ".join(str(passage.number) for passage in source.reported())
            + ".",
        )


def _unknown_passage(source: Source, number: int, place: Place) -> Diagnostic:
    return Diagnostic(
        place,
        "unknown-passage",
        f"{source.id!r} has no passage {number}",
        f"Its passages are numbered 1 to {len(source.passages)}.",
    )


HOMES = {
    "person": "content/people.yaml",
    "party": "content/parties.yaml",
    "place": "content/places.yaml",
    "race": "content/races.yaml",
    "source": "seeds/",
    "figure": "content/figures.yaml",
    "origin": "content/origins.yaml, content/people.yaml or seeds/",
    "work": "content/reference/works.yaml",
    "event": "content/events/",
    "difference": "content/differences.yaml",
}
"""Where the ids of each kind of thing stand."""


def _unknown_source(timeline: Timeline, citation: Evidence) -> Diagnostic:
    """Return the complaint about a source; whoever typed its letter is told its id."""
    typed = citation.source
    problem = _unknown("source", typed, timeline.source, citation.place_of("source"))
    called = (source.id for source in timeline.source.values() if source.letter.lower() == typed)
    name = next(called, "")
    return replace(problem, hint=f"Did you mean {name!r}?") if name else problem


def _unknown(kind: str, typed: str, known: Collection[str], place: Place) -> Diagnostic:
    hint = did_you_mean(typed, known) or f"Its id has to stand in {HOMES[kind]} first."
    return Diagnostic(place, f"unknown-{kind}", f"no {kind} is called {typed!r}", hint)


def names_exist(timeline: Timeline) -> Iterator[Diagnostic]:
    """Every person, party, place, race and source that is named exists."""
    known: dict[str, Collection[str]] = {
        "person": timeline.person,
        "party": timeline.party,
        "place": timeline.spot,
        "race": timeline.race,
        "source": timeline.source,
        "figure": timeline.figure,
        "origin": timeline.origin,
        "work": timeline.work,
        "difference": timeline.difference,
    }
    named = (
        *(name for event in timeline.events for name in _names_in_event(event)),
        *(name for race in timeline.races for name in _names_in_race(race)),
        *_names_of_speakers(timeline),
        *_names_in_variants(timeline),
        *_names_in_figures(timeline),
        *_names_in_differences(timeline),
        *_names_in_reference(timeline),
    )
    for kind, typed, owner, key, at in named:
        if typed not in known[kind] and typed not in timeline.whole.left_out:
            yield _unknown(kind, typed, known[kind], owner.place_of(key, at))


def events_of_differences_exist(timeline: Timeline) -> Iterator[Diagnostic]:
    """Every event that a difference names exists."""
    for difference in timeline.differences:
        for at, typed in enumerate(difference.events):
            if typed not in timeline.event and typed not in timeline.left_out:
                yield _unknown("event", typed, timeline.event, difference.place_of("events", at))


Named = tuple[str, str, Located, str, int | None]
"""The kind of a thing that is named, its id as typed, and where: in which item, key and place."""


def _names_in_event(event: Event) -> Iterator[Named]:
    for key, kind, ids in (
        ("people", "person", event.people),
        ("parties", "party", event.parties),
        ("places", "place", event.places),
    ):
        yield from ((kind, typed, event, key, at) for at, typed in enumerate(ids))
    if event.office_of is not None:
        yield "person", event.office_of, event, "office_of", None
    if event.race is not None:
        yield "race", event.race, event, "race", None


def _names_in_race(race: Race) -> Iterator[Named]:
    for at, figure in enumerate(race.shares):
        yield "figure", figure, race, "shares", at
    if race.lead is not None:
        yield "figure", race.lead, race, "lead", None
    if race.rerun_of is not None:
        yield "race", race.rerun_of, race, "rerun_of", None


def _names_in_figures(timeline: Timeline) -> Iterator[Named]:
    for figure in timeline.figures:
        for kind, key, typed in (
            ("race", "race", figure.race),
            ("person", "person", figure.person),
            ("party", "party", figure.party),
            ("place", "place", figure.spot),
            ("origin", "origin", figure.origin),
        ):
            if typed is not None:
                yield kind, typed, figure, key, None


def _names_in_differences(timeline: Timeline) -> Iterator[Named]:
    for difference in timeline.differences:
        for at, work in enumerate(difference.references):
            yield "work", work, difference, "references", at
        for position in difference.positions:
            for at, figure in enumerate(position.figures):
                yield "figure", figure, position, "figures", at
    for topic in timeline.topics:
        if topic.difference is not None:
            yield "difference", topic.difference, topic, "difference", None


def _names_in_reference(timeline: Timeline) -> Iterator[Named]:
    for item in timeline.sourced:
        for at, work in enumerate(item.works):
            yield "work", work, item, "works", at


def _names_of_speakers(timeline: Timeline) -> Iterator[Named]:
    for _, citation in timeline.evidence():
        if citation.said_by is not None:
            yield "person", citation.said_by, citation, "said_by", None


def _names_in_variants(timeline: Timeline) -> Iterator[Named]:
    for variant in timeline.variants():
        for at, source in enumerate(variant.sources):
            yield "source", source, variant, "sources", at
