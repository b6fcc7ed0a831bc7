"""Answers -> the text of a new event or person, which explains its keys.

Takes what an editor answered and the timeline; gives YAML. Law: the explanations are the models'
own, so that there is one description of the content.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from builder.checks.drafts import PLACEHOLDER
from builder.editing.answers import Answers, Question, not_a_date, one_of
from builder.editing.proposals import Cite, bind, find_cites, propose_id
from builder.models.content import Event
from builder.reading.timeline import Timeline
from builder.text.yaml_text import block, citation, comment, one_line, scalar

KINDS: tuple[str, ...] = get_args(Event.model_fields["kind"].annotation)
SHORES: tuple[str, ...] = get_args(Event.model_fields["shore"].annotation)


def questions_on_event(timeline: Timeline) -> tuple[Question, ...]:
    """Return what has to be known of a new event."""
    return (
        Question("title", "Title, short, in the present tense"),
        Question("date", "Date, such as 2019, 2019-05 or 2019-05-06", not_a_date),
        Question("kind", f"Kind: {', '.join(KINDS)}", one_of(KINDS)),
        Question("shore", f"Shore: {' or '.join(SHORES)}", one_of(SHORES)),
        _question_on_passages(timeline),
        Question("race", "Race" + _of(timeline.race), one_of(timeline.race), is_needed=False),
        Question(
            "people", "People" + _of(timeline.person), one_of(timeline.person), False, is_list=True
        ),
    )


def questions_on_person(timeline: Timeline) -> tuple[Question, ...]:
    """Return what has to be known of a new person."""
    return (
        Question("name", "Name, in its own spelling"),
        Question("says", "One sentence of your own on what the articles say of this person"),
        _question_on_passages(timeline),
    )


def _of(names: Iterable[str]) -> str:
    return f": {', '.join(names)}" if names else ""


def _question_on_passages(timeline: Timeline) -> Question:
    def complain(typed: str) -> str:
        found = find_cites((typed,), timeline)
        if not isinstance(found, list):
            return f"{found.message}. {found.hint}"
        return next((words for cite in found if (words := _wrong_with(cite, timeline))), "")

    return Question("cite", "Passages to cite, such as A1 A2", complain, is_list=True)


def _wrong_with(cite: Cite, timeline: Timeline) -> str:
    """Return why a passage cannot be cited, as soon as it is typed, or an empty text."""
    passage = timeline.passages.get((cite.source, cite.passage))
    if passage is None:
        return f"{cite.source!r} has no passage {cite.passage}."
    if passage.furniture:
        return f"Passage {cite.passage} of {cite.source!r} reports nothing: {passage.furniture}."
    return ""


def write_event(answers: Answers, cites: list[Cite], timeline: Timeline) -> str:
    """Return the YAML of a draft that explains each of its keys."""
    title = one_line(first(answers, "title"))
    taken = {event.id for event in timeline.events} | {item.id for item in timeline.retired}
    taken |= {alias for event in timeline.events for alias in event.aliases}
    name = first(answers, "id") or propose_id(title, taken | timeline.left_out, "event")
    todo = " ".join(f"{PLACEHOLDER}[@{cite.name}]" for cite in cites)
    body = one_line(first(answers, "body"))
    return (
        f"- id: {scalar(name)}\n"
        + comment("A draft shows only in the preview; to publish it, delete the next line.", 2)
        + "  status: draft\n"
        + _key("date", scalar(first(answers, "date")))
        + _key("title", scalar(title))
        + comment(_description("body"), 2)
        + f"  body:{block(bind(body, cites) if body else todo, 4)}\n"
        + _key("kind", scalar(first(answers, "kind")), KINDS)
        + _key("shore", scalar(first(answers, "shore")))
        + _optional(answers, timeline)
        + comment("In the order of the text; each carries one sentence.", 2)
        + "  citations:\n"
        + "".join(_with_gist(cite) for cite in cites)
        + comment("quotation: …  # optional: 4 to 25 words, exactly as printed", 6)
        + comment("said_by: …  # if they are somebody's words: the id of that person", 6)
    )


def first(answers: Answers, flag: str) -> str:
    """Return the first answer under *flag*, empty if there is none."""
    return (*answers.get(flag, ()), "")[0]


def _description(key: str) -> str:
    return Event.model_fields[key].description or ""


def _key(key: str, value: str, choices: Iterable[str] = ()) -> str:
    """Return a key with its value, under a comment that explains it."""
    one_of_them = f"One of: {', '.join(choices)}." if choices else ""
    return comment(f"{_description(key)} {one_of_them}", 2) + f"  {key}: {value}\n"


def _optional(answers: Answers, timeline: Timeline) -> str:
    """Return the keys that an event can do without: as answered, or as a comment."""
    people = ", ".join(scalar(name) for name in answers.get("people", ()))
    lines = [f"  race: {scalar(race)}\n"] if (race := first(answers, "race")) else []
    lines += [f"  people: [{people}]\n"] if people else []
    unused = (
        []
        if race
        else [f"race: {scalar(next(iter(timeline.race), ''))}  # {_names(timeline.race)}"]
    )
    unused += [] if people else [f"people: []  # {_names(timeline.person)}"]
    unused += [
        f"parties: []  # {_names(timeline.party)}",
        f"places: []  # {_names(timeline.spot)}",
        "weight: normal  # key, normal or background",
        "time: night  # the part of the day, as the article has it",
    ]
    head = comment(
        "Optional: to use a key, delete the '# ' before it. CONTRIBUTING.md shows all keys.", 2
    )
    return "".join(lines) + head + "".join(comment(line, 2) for line in unused)


def _names(names: Iterable[str]) -> str:
    return ", ".join(scalar(name) for name in names)


def _with_gist(cite: Cite) -> str:
    return comment(cite.gist, 4) + citation(cite.name, cite.source, cite.passage)


def write_person(answers: Answers, cites: list[Cite], timeline: Timeline) -> str:
    """Return the YAML of a person, whose one sentence rests on *cites*."""
    name = one_line(first(answers, "name"))
    taken = timeline.person.keys() | timeline.origin.keys() | timeline.left_out
    own, _, family = name.rpartition(" ")
    sort_name = first(answers, "sort-name") or (f"{family}, {own}" if own else name)
    return (
        f"- id: {scalar(first(answers, 'id') or propose_id(name, taken, 'person'))}\n"
        f"  name: {scalar(name)}\n"
        f"  sort_name: {scalar(one_line(sort_name))}\n"
        f"  body:{block(bind(one_line(first(answers, 'says')), cites), 4)}\n"
        + comment("variants: each form of the name that an article uses, see CONTRIBUTING.md", 2)
        + "  citations:\n"
        + "".join(citation(cite.name, cite.source, cite.passage) for cite in cites)
    )
