"""New events and people are valid from the start, or refused with a reason."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.checks.all_checks import check_timeline
from builder.editing.answers import Answers, complete
from builder.editing.drafts import questions_on_person
from builder.editing.save import read_file, save_changes
from builder.editing.scaffold import Written, new_event, new_person
from builder.models.content import Retired
from builder.reading.project import read_timeline
from builder.reading.timeline import Timeline
from builder.reports.diagnostics import has_errors
from tests.examples import make, sample_timeline
from tests.projects import SAMPLE, copy_sample

EVENTS = "content/events/1991.yaml"
EVENT: Answers = {
    "title": ("Lamps on the quay",),
    "date": ("1991-05-12",),
    "kind": ("celebration",),
    "shore": ("city",),
    "cite": ("b3",),
}
PERSON: Answers = {
    "name": ("Ayşe İnce Öz",),
    "says": ("Somebody on the quay.",),
    "cite": ("A3",),
}

READ = partial(read_file, SAMPLE)


def written(**changes: tuple[str, ...]) -> Written:
    """What becomes of an event with some answers changed."""
    return new_event({**EVENT, **changes}, sample_timeline(), READ)


def text_of(made: Written) -> str:
    """What the one changed file is to hold."""
    (change,) = made.changes
    return change.after.decode()


def added(made: Written, make_new: Callable[..., Written], project: Path) -> Timeline:
    """The timeline of *project* once what was made is saved there; nothing is wrong with it."""
    assert () == made.refusals
    assert [] == save_changes(project, made.changes)
    timeline, problems = read_timeline(project)
    assert not has_errors(problems + check_timeline(timeline))
    return timeline


def test_a_new_event_is_a_valid_draft_at_its_place_in_time(tmp_path: Path):
    """It stands after the events of its day, and the rest of the file is as it was."""
    timeline = added(written(), new_event, copy_sample(tmp_path))

    before = (SAMPLE / EVENTS).read_text(encoding="utf-8")
    after = (tmp_path / EVENTS).read_text(encoding="utf-8")
    names = [event.id for event in timeline.events]
    start = after.index("- id: lamps-on-the-quay")
    end = after.index("- id: plans-of-the-mayor")
    assert ["lamps-on-the-sea-wall", "lamps-on-the-quay", "plans-of-the-mayor"] == names[-3:]
    assert "draft" == next(e for e in timeline.events if e.id == "lamps-on-the-quay").status
    assert before == after[:start] + after[end:]


def test_a_draft_explains_its_keys_and_shows_the_gist():
    """An editor need not look anything up to fill it in."""
    text = text_of(written())

    assert "  # Short, concrete, present tense, without adjectives that judge.\n" in text
    assert "    # Thousands are said to have gone singing along the wall by the sea.\n" in text
    assert "  # parties: [] # lantern, league\n" in text
    assert "    Say in your own words what this passage reports.[@b3]\n" in text


def test_what_is_answered_is_written():
    """Race, people and body go where they belong; each sentence gets its marker."""
    text = text_of(
        written(
            race=("1991",),
            people=("mara-venn", "tobias-reeve"),
            body=("One thing happens. Another follows!",),
            cite=("a3", "retold-1991-05-14:3"),
        )
    )

    assert '  race: "1991"\n' in text
    assert "  people: [mara-venn, tobias-reeve]\n" in text
    assert "    One thing happens.[@a3] Another follows![@b3]\n" in text


def test_a_passage_that_is_cited_twice_gets_two_names():
    """Each citation carries one sentence."""
    text = text_of(written(cite=("b3", "B3")))

    assert "- id: b3\n" in text
    assert "- id: b3-2\n" in text


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Lamps on the sea wall", "lamps-on-the-sea-wall-2"),
        ("İmamoğlu’s ŞIŞLI, çok güzel: 1,204!", "imamoglus-sisli-cok-guzel-1-204"),
        ("Плакаты", "event"),
        ("Index", "index-2"),
        ("OFF", "off-2"),
        (
            "A very long title that goes on and on until nobody can read it any more",
            "a-very-long-title-that-goes-on-and-on-until-nobody-can",
        ),
        ("Gone for good", "gone-for-good-2"),
    ],
)
def test_the_id_is_proposed_from_the_title(title: str, name: str):
    """Folded, cut at a word, and never one that something has or had."""
    retired = make(Retired, "id: gone-for-good\nreason: Merged.\n")
    timeline = replace(sample_timeline(), retired=(retired,))

    made = new_event({**EVENT, "title": (title,)}, timeline, READ)

    assert f"\n- id: {name}\n" in text_of(made)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"race": ("1992",)}, "--race: no race is called '1992'\n  hint: Did you mean '1991'?"),
        ({"people": ("mara-ven",)}, "--people: no person is called 'mara-ven'"),
        ({"date": ("1991-02-30",)}, "--date: '1991-02-30' is not a day of the calendar"),
        (
            {"kind": ("speach",)},
            "--kind: 'kind' cannot be 'speach'\n  hint: Did you mean 'speech'?",
        ),
        ({"id": ("reeve-concedes",)}, "--id: another event is called 'reeve-concedes' already"),
        ({"id": ("No Id",)}, "--id: 'No Id' is not an id"),
        ({"cite": ("a5",)}, "--cite: passage 5 of 'alder-gazette-1991-05-13'"),
        ({"cite": ("a77",)}, "--cite: 'alder-gazette-1991-05-13' has no passage 77"),
        ({"cite": ("z1",)}, "--cite: no source is called 'z'\n  hint: Known are: A, B."),
        ({"cite": ("retold-1991:1",)}, "--cite: no source is called 'retold-1991'"),
        ({"cite": ("one",)}, "--cite: 'one' names no passage"),
        ({"title": ("Hm",)}, "--title: 'title' is too short"),
        ({"title": ("x" * 81,)}, "--title: 'title' has 81 characters"),
        ({"title": ("A \x07 bell",)}, "--title: the character U+0007 is not text"),
        ({"title": ("A \udcff byte",)}, "--title: this is not UTF-8 text"),
    ],
)
def test_a_bad_answer_is_refused_at_its_flag(changes: dict[str, tuple[str, ...]], told: str):
    """The reason is the one that the checks would give, and nothing is written."""
    made = written(**changes)

    assert () == made.changes
    assert 1 == len(made.refusals)
    assert str(made.refusals[0]).startswith(told)


@given(
    st.text(min_size=3, max_size=80) | st.text(": #-'\"“”[]{}&*!|>%@`\\,?\n\r\tğİı", max_size=80)
)
def test_no_title_can_break_a_file(title: str):
    """Whatever is typed, the file holds it as it is, or nothing is written."""
    made = written(title=(title,), body=(title,))

    if not made.refusals:
        (change,) = made.changes
        assert change.before is not None
        assert change.after.replace(b"\r\n", b"\n").startswith(change.before[:2000])
    else:
        assert {"--title", "--body"} >= {refusal.about for refusal in made.refusals}


def test_an_id_that_an_event_had_before_is_not_given_to_another():
    """Its address leads to that event."""
    first, *others = sample_timeline().events
    renamed = first.model_copy(update={"aliases": ("lamps-on-the-quay",)})
    timeline = replace(sample_timeline(), events=(renamed, *others))

    proposed = new_event(EVENT, timeline, READ)
    wanted = new_event({**EVENT, "id": ("lamps-on-the-quay",)}, timeline, READ)

    assert "\n- id: lamps-on-the-quay-2\n" in text_of(proposed)
    assert () == wanted.changes
    assert 1 == len(wanted.refusals)


def test_the_first_event_of_all_gets_a_file_of_its_own():
    """The file begins with the line by which editors find its schema."""
    timeline = replace(sample_timeline(), events=())

    (change,) = new_event(EVENT, timeline, READ).changes

    assert ("content/events/1991.yaml", None) == (change.file, change.before)
    assert change.after.startswith(b"# yaml-language-server: $schema=../../.schemas/")


def test_a_file_that_cannot_take_the_event_is_left_alone():
    """A list that is not written with dashes is for an editor to mend."""
    made = new_event(EVENT, sample_timeline(), lambda _file: b"[{id: a}]\n")

    assert () == made.changes
    assert EVENTS == made.refusals[0].about


def test_a_new_person_can_be_published_at_once(tmp_path: Path):
    """The family name goes first, the id has no accents, the sentence its marker."""
    made = new_person(PERSON, sample_timeline(), READ)
    timeline = added(made, new_person, copy_sample(tmp_path))

    person = timeline.people[-1]
    assert ("ayse-ince-oz", "Ayşe İnce Öz", "Öz, Ayşe İnce") == (
        person.id,
        person.name,
        person.sort_name,
    )
    assert "Somebody on the quay.[@a3]" == person.body


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"says": ("Has 77 boats.",)}, "--says: nothing cited here holds the number '77'"),
        ({"id": ("mara-venn",)}, "--id: another person is called 'mara-venn' already"),
        ({"cite": ("a5",)}, "--cite: passage 5 of 'alder-gazette-1991-05-13'"),
    ],
)
def test_a_person_who_could_not_be_published_is_refused(
    changes: dict[str, tuple[str, ...]], told: str
):
    """A person has no draft, so that all evidence has to hold."""
    made = new_person({**PERSON, **changes}, sample_timeline(), READ)

    assert () == made.changes
    assert str(made.refusals[0]).startswith(told)


def test_a_passage_that_cannot_be_cited_is_asked_for_again():
    """Before anything else is asked, so that no other answer is lost."""
    timeline, typed, asked = sample_timeline(), ["a77", "a5", "a3"], list[str]()

    def ask(question: str) -> str:
        asked.append(question)
        return typed.pop(0)

    given = {name: PERSON[name] for name in ("name", "says")}
    answers, _ = complete(given, questions_on_person(timeline), ask)

    assert ("a3",) == answers["cite"]
    assert "'alder-gazette-1991-05-13' has no passage 77." in asked[1]
    assert "Passage 5 of 'alder-gazette-1991-05-13' reports nothing: " in asked[2]
