"""A page for each person: the forms of the name, the races, the events."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from builder.models.content import Person
from builder.models.figures import Difference
from builder.pages.contents import Index, PersonPage
from builder.pages.page import Page, Plan
from builder.pages.parts import Gathering
from builder.reading.last_changes import corrections_of
from builder.reading.timeline import Timeline
from builder.text.words import fold_letters
from builder.views.paths import person_path
from builder.views.views import Notebook
from builder.views.wording import Wording


def plan_people(timeline: Timeline, wording: Wording) -> Iterator[Plan]:
    """Yield the index of people and the page of each."""
    yield Plan("people/index.html", partial(_make_index, timeline, wording))
    for person in timeline.people:
        related, make = timeline.related, partial(_make_person, timeline, wording, person)
        groups = related.events_of_person, related.events_of_office
        shows = tuple(event for group in groups for event in group.get(person.id, ()))
        yield Plan(person_path(person.id), make, shows)
        yield from _events_of(timeline, wording, person).plans()


def _make_index(timeline: Timeline, wording: Wording) -> Page:
    people = sorted(timeline.people, key=lambda person: fold_letters(person.sort_name))
    title, intro = wording.say("people.title"), wording.say("people.intro")
    return Page("people/index.html", "people.html", title, intro, Index(tuple(people)))


def _make_person(timeline: Timeline, wording: Wording, person: Person) -> Page:
    notebook = Notebook(timeline, wording, person_path(person.id))
    forms = ((v.form, tuple(timeline.source[s] for s in v.sources)) for v in person.variants)
    raced = timeline.related.races_of_person.get(person.id, frozenset())
    races = (race for race in timeline.races if race.id in raced)
    events = _events_of(timeline, wording, person)
    content = PersonPage(
        person,
        notebook.text(person),
        tuple(forms),
        tuple(races),
        events.listed,
        events.parts,
        tuple(d for d in timeline.differences if _is_about(timeline, d, person)),
        corrections_of(timeline, "person", person.id),
    )
    description = wording.say("person.description", name=person.name)
    path = person_path(person.id)
    return Page(path, "person.html", person.name, description, content, notebook.notes)


def _events_of(timeline: Timeline, wording: Wording, person: Person) -> Gathering:
    events = timeline.related.events_of_person.get(person.id, ())
    return Gathering(timeline, wording, person_path(person.id), person.name, events)


def _is_about(timeline: Timeline, difference: Difference, person: Person) -> bool:
    """Whether a difference is on a figure of *person*, on words of theirs, or asks by name."""
    family_name = person.sort_name.split(",")[0]
    if family_name in difference.question:
        return True
    return any(
        person.id in (timeline.figure[name].person for name in position.figures)
        or person.id in (evidence.said_by for evidence in position.evidence)
        for position in difference.positions
    )
