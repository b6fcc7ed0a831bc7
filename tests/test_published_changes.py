"""What a correction has to account for, and which sentences show a figure."""

from pathlib import Path

from builder.reading.project import read_timeline
from builder.reading.timeline import Timeline
from builder.reviewing.changes import compare_timelines
from builder.reviewing.published_changes import (
    QuotationChange,
    changed_figures,
    changed_quotations,
    sentences_with_figures,
)
from tests.examples import sample_timeline
from tests.projects import apply_changes, copy_sample

EVENTS = "content/events/1991.yaml"
FIGURES = "content/figures.yaml"


def change(folder: Path, file: str, old: str, new: str) -> Timeline:
    """The sample's timeline with one text of a file changed."""
    apply_changes(copy_sample(folder), [{"file": file, "old": old, "new": new}])
    return read_timeline(folder)[0]


def test_a_changed_and_a_removed_figure_need_a_correction(tmp_path: Path):
    """Somebody may have relied on either; nobody on one that is new."""
    after = change(tmp_path, FIGURES, '"1,204"', '"1,205"')
    found = changed_figures(compare_timelines(sample_timeline(), after))
    less = changed_figures(compare_timelines(sample_timeline(), Timeline()))
    more = changed_figures(compare_timelines(Timeline(), sample_timeline()))

    assert ["lead-venn"] == [figure.id for figure in found]
    assert 8 == len(less)
    assert () == more


def test_a_changed_quotation_is_told_old_and_new(tmp_path: Path):
    """With the kind and id of what it stood in."""
    after = change(tmp_path, EVENTS, "nobody stays behind on the pier", "nobody stays behind")
    wanted = QuotationChange(
        "event", "venn-speaks", "nobody stays behind on the pier", "nobody stays behind"
    )

    assert (wanted,) == changed_quotations(sample_timeline(), after)


def test_a_quotation_that_moves_within_its_event_stands_there_still(tmp_path: Path):
    """A new sentence that carries it is no correction."""
    after = change(tmp_path, EVENTS, "gives her 52.4 per cent", "has her at 52.4 per cent")

    assert () == changed_quotations(sample_timeline(), after)


def test_a_quotation_goes_with_its_event(tmp_path: Path):
    """What is no longer published is gone, and nothing stands in its stead."""
    after = change(tmp_path, EVENTS, "kind: speech", "kind: speech\n  status: draft")
    found = changed_quotations(sample_timeline(), after)

    assert ["", ""] == [quotation.new for quotation in found]
    assert () == changed_quotations(after, sample_timeline())


def test_sentences_that_show_a_figure_are_found():
    """In events, races and the opening; a figure that no sentence shows has none."""
    found = sentences_with_figures(sample_timeline())

    assert [
        ("1991", "Venn beats Reeve, by 1,204 votes."),
        ("the-town-votes", "Venn leads by 1,204 votes."),
    ] == found["lead-venn"]
    assert "no-such-figure" not in found
