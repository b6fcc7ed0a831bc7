"""What readers are told differently by two timelines."""

import shutil
from pathlib import Path

import pytest

from builder.reading.project import read_timeline
from builder.reviewing.changes import ItemChange, compare_timelines
from tests.examples import sample_timeline
from tests.projects import apply_changes, copy_sample

EVENTS = "content/events/1991.yaml"


def compare(folder: Path, *changes: dict[str, str]) -> tuple[ItemChange, ...]:
    """What has changed after *changes* were made to the sample."""
    apply_changes(copy_sample(folder), changes)
    return compare_timelines(sample_timeline(), read_timeline(folder)[0])


def swap(old: str, new: str, file: str = EVENTS) -> dict[str, str]:
    """A change of one text of a file."""
    return {"file": file, "old": old, "new": new}


def short(changes: tuple[ItemChange, ...]) -> list[tuple[str, str, str]]:
    """Verb, kind and id of each change."""
    return [(change.verb, change.kind, change.id) for change in changes]


def test_the_same_is_no_change():
    """Nothing has changed between a timeline and itself."""
    assert () == compare_timelines(sample_timeline(), sample_timeline())


@pytest.mark.parametrize(
    "change",
    [
        swap("kind: concession\n  shore: city", "shore: city\n  kind: concession"),
        swap("title: Reeve concedes", "title:   'Reeve concedes' # a comment"),
        swap("weight: background\n", "weight: background\n  status: published\n"),
        swap(
            "body: Reeve accepts that he has lost.",
            "body: >-\n    Reeve accepts\n    that he has lost.",
        ),
    ],
    ids=["order", "comment", "default", "folding"],
)
def test_what_readers_do_not_see_is_no_change(tmp_path: Path, change: dict[str, str]):
    """Order of keys, comments, quotes, values typed out and line breaks are the editor's own."""
    assert () == compare(tmp_path, change)


def test_a_moved_event_is_no_change(tmp_path: Path):
    """It does not matter to readers in which file an event stands."""
    copy_sample(tmp_path)
    shutil.move(tmp_path / EVENTS, tmp_path / "content/events/other.yaml")

    assert () == compare_timelines(sample_timeline(), read_timeline(tmp_path)[0])


def test_a_renamed_marker_is_no_change(tmp_path: Path):
    """Readers see a note and its passage, not the name that binds them."""
    renames = (swap("[@a4]", "[@z]"), swap("- id: a4\n", "- id: z\n"))

    assert () == compare(tmp_path, *renames)


def test_a_changed_digit_is_told_in_figure_and_sentence(tmp_path: Path):
    """Old and new value, old and new sentence, at the lines of the new."""
    event, figure = compare(
        tmp_path,
        swap("leads by 1,204", "leads by 1,205"),
        swap('"1,204"', '"1,205"', "content/figures.yaml"),
    )

    assert [("changed", "event", "the-town-votes"), ("changed", "figure", "lead-venn")] == short(
        (event, figure)
    )
    (sentence,), (value,) = event.changes, figure.changes
    assert ("sentence", 20) == (sentence.label, sentence.place and sentence.place.line)
    assert ("Venn leads by 1,204 votes.", "Venn leads by 1,205 votes.") == (
        sentence.old,
        sentence.new,
    )
    assert ("value", "1,204", "1,205") == (value.label, value.old, value.new)


def test_an_edited_quotation_is_told_with_its_passage(tmp_path: Path):
    """The words old and new; the citation as such is the same."""
    (event,) = compare(
        tmp_path, swap("quotation: a lead of 1,204 votes", "quotation: lead of 1,204")
    )
    (change,) = event.changes

    assert ("quotation", "alder-gazette-1991-05-13/1") == (change.label, change.about)
    assert ("a lead of 1,204 votes", "lead of 1,204") == (change.old, change.new)


def test_another_passage_is_told_with_its_sentence(tmp_path: Path):
    """A sentence that rests on something else is a change, though its words stay."""
    old = "id: a4\n      source: alder-gazette-1991-05-13\n      passage: 4"
    (event,) = compare(tmp_path, swap(old, old[:-1] + "3"))
    (change,) = event.changes

    assert ("citation", "Reeve accepts that he has lost.") == (change.label, change.about)
    assert ("alder-gazette-1991-05-13/4", "alder-gazette-1991-05-13/3") == (change.old, change.new)


def test_a_sentence_said_differently_is_the_same_while_it_rests_on_the_same(tmp_path: Path):
    """One change, not one sentence gone and another come with its citations."""
    (event,) = compare(tmp_path, swap("Reeve accepts that he has lost.", "The mayor gives up."))

    assert ["sentence"] == [change.label for change in event.changes]


def test_a_new_id_is_taken_for_a_renaming(tmp_path: Path):
    """A link breaks; the old id is told."""
    (change,) = compare(tmp_path, swap("id: venn-speaks", "id: venn-talks"))

    assert ("renamed", "venn-talks", "venn-speaks", ()) == (
        change.verb,
        change.id,
        change.old_id,
        change.changes,
    )


def test_an_alias_says_what_was_renamed(tmp_path: Path):
    """Whatever has become of its text, an event that names its former id is that event."""
    alias = "id: reeve-gives-up\n  aliases: [reeve-concedes]"
    (change,) = compare(
        tmp_path,
        swap("id: reeve-concedes", alias),
        swap("title: Reeve concedes", "title: A mayor goes"),
        swap("Reeve accepts that he has lost.", "It is over."),
    )

    assert ("renamed", "reeve-concedes") == (change.verb, change.old_id)


def test_two_figures_that_differ_are_not_taken_for_one(tmp_path: Path):
    """A figure differs from another by one number, so only equal ones count as renamed."""
    changes = compare(
        tmp_path,
        swap("id: share-venn", "id: share-mara", "content/figures.yaml"),
        swap('"52.4"', '"52.5"', "content/figures.yaml"),
    )

    assert [("added", "share-mara"), ("removed", "share-venn")] == [(c.verb, c.id) for c in changes]


def test_a_published_draft_is_told_once(tmp_path: Path):
    """To readers it is new."""
    (change,) = compare(tmp_path, swap("  status: draft\n", ""))

    assert ("added", "event", "plans-of-the-mayor") == (change.verb, change.kind, change.id)
    assert "was a draft" == change.note


def test_a_withdrawn_event_is_told_once(tmp_path: Path):
    """To readers it is gone, and reviewers know that it is a draft now."""
    (change,) = compare(tmp_path, swap("kind: concession", "kind: concession\n  status: draft"))

    assert ("removed", "event", "is a draft now") == (change.verb, change.kind, change.note)


def test_a_changed_draft_is_named_apart(tmp_path: Path):
    """Readers do not see it."""
    (change,) = compare(tmp_path, swap("The mayor has plans", "The mayor has a plan"))

    assert ("changed", "draft") == (change.verb, change.kind)


def test_what_cannot_be_read_is_not_said_to_be_gone(tmp_path: Path):
    """An event with a mistake is a mistake; so is a file that is no YAML."""
    assert () == compare(tmp_path / "item", swap("kind: concession", "kind: no-such-kind"))
    assert () == compare(tmp_path / "file", {"file": "content/parties.yaml", "text": "a: [\n"})


def test_everything_else_that_readers_see_is_compared(tmp_path: Path):
    """People, records, differences, reference, the site's words and its pages."""
    changes = compare(
        tmp_path,
        swap("Elected mayor", "The mayor", "content/people.yaml"),
        swap("certainty: exact", "certainty: mirror", "seeds/alder-gazette-1991-05-13.yaml"),
        swap("The second is", "One is", "content/differences.yaml"),
        swap('"13,146"', '"13,147"', "content/reference/races.yaml"),
        swap("A lead of", "By", "content/site.yaml"),
        swap("An invented town", "A town", "content/pages/about.md"),
    )

    assert ["person", "source", "difference", "official race", "site", "page"] == [
        change.kind for change in changes
    ]
    assert "candidate Mara Venn votes" == changes[3].changes[0].label
