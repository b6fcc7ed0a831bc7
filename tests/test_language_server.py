"""In a real editor, the sample town's content is completed, explained and judged.

The language server comes from npm (tests/language_server/); `make test-extra` installs and runs
it.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.editing.schemas import schema_line, write_changed
from tests.editor import SERVER, Editor, open_editor
from tests.projects import SAMPLE
from tests.schemas import make_sample_schemas

pytestmark = pytest.mark.extra("npm", "node")

EVENTS = "content/events/1991.yaml"
LINE = f"{schema_line(EVENTS)}\n"
CITED = "- id: a\n  citations:\n    - id: a4\n      source: alder-gazette-1991-05-13\n      "


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    """An editor with an event file of the sample open."""
    if not SERVER.is_file():
        pytest.skip("the language server is not installed: 'make test-extra' does it where it can")
    with tempfile.TemporaryDirectory() as folder:
        write_changed(Path(folder), make_sample_schemas())
        with open_editor(Path(folder) / EVENTS) as opened:
            yield opened


def test_keys_are_offered_with_what_they_are_for(editor: Editor):
    """In an event, the keys that are missing are offered, each with its description."""
    offered = editor.complete(f"{LINE}- id: a\n  ¦")

    assert {"date", "title", "body", "kind", "people", "citations"} <= set(offered)
    assert "id" not in offered
    assert "Short, concrete, present tense" in offered["title"]["documentation"]


def test_a_new_event_is_offered_whole(editor: Editor):
    """One choice types every key that an event needs, in the usual order, with a citation."""
    offered = editor.complete(f"{LINE}- ¦")["Event"]["insertText"]

    keys = [line.split(":")[0].strip(" -") for line in offered.splitlines() if ":" in line]
    assert ["id", "date", "title", "kind", "shore", "body"] == keys[:6]
    assert ["citations", "id", "source", "passage"] == keys[6:]
    assert "body: >-\n    $6\n" in offered


def test_a_new_figure_is_offered_whole(editor: Editor):
    """A figure begins with what it measures and ends with its passage."""
    line = schema_line("content/figures.yaml").replace("../", "../../")

    offered = editor.complete(f"{line}\n- ¦")["Figure"]["insertText"]

    keys = [line.split(":")[0].strip() for line in offered.splitlines()]
    assert ["id", "measure", "value", "status", "as_of", "origin", "source", "passage"] == keys


@pytest.mark.parametrize(
    ("typed", "label", "meaning"),
    [
        ("kind: ¦", "outlook", "still to come"),
        ("people: [¦]", "tobias-reeve", "Tobias Reeve"),
        ("people:\n    - ¦", "mara-venn", "Mara Venn"),
        ("race: ¦", '"1991"', "12 May 1991"),
        ("weight: ¦", "background", "folded"),
    ],
)
def test_values_are_offered_with_their_meaning(
    editor: Editor, typed: str, label: str, meaning: str
):
    """Whoever chooses reads what is chosen."""
    offered = editor.complete(f"{LINE}- id: a\n  {typed}")

    assert meaning in offered[label]["documentation"]


def test_sources_are_offered_by_letter_and_name(editor: Editor):
    """In a citation, each article is offered."""
    offered = editor.complete(f"{LINE}- id: a\n  citations:\n    - id: a4\n      source: ¦")

    assert ["alder-gazette-1991-05-13", "retold-1991-05-14"] == list(offered)
    assert "A: Alder Gazette, 1991-05-13" == offered["alder-gazette-1991-05-13"]["documentation"]


def test_a_passage_is_picked_by_reading(editor: Editor):
    """The passages of the source are offered in their order, with their gists; no furniture."""
    offered = editor.complete(f"{LINE}{CITED}passage: ¦").values()

    in_order = sorted(offered, key=lambda item: str(item["sortText"]))
    assert ["1", "2", "3", "4", "6"] == [item["insertText"] for item in in_order]
    assert "4: Reeve concedes late in the evening." == in_order[3]["label"]
    assert in_order[0]["documentation"].startswith("Mara Venn wins in Port Alder on 12 May 1991")


def test_a_key_is_explained(editor: Editor):
    """Hovering over a key says what it is for."""
    assert "Where the date comes from" in editor.hover(f"{LINE}- id: a\n  date_ba¦sis: x\n")


def test_a_passage_is_explained(editor: Editor):
    """Hovering over the number of a passage gives its gist before all others."""
    told = editor.hover(f"{LINE}{CITED}passage: ¦4\n")

    listed = [line for line in told.splitlines() if line.startswith("* ")]
    assert "* `4`: Reeve concedes late in the evening." == listed[0]


def test_mistakes_are_marked_where_they_are(editor: Editor):
    """Each wrong value is marked on its own line, in words that say what to do."""
    told = editor.complain(
        f"{LINE}- id: Lamps\n  date: 12 May\n  people: [nobody]\n  colour: red\n  citations:\n"
        "    - id: a4\n      source: alder-gazette-1991-05-13\n      passage: 5\n"
    )

    marked = {line: message for line, message in told if "Missing" not in message}
    assert marked[2].startswith("Use small letters, digits and single hyphens")
    assert marked[3].startswith("Write it like 2019, 2019-05 or 2019-05-06")
    assert marked[4].startswith("No person is called so.")
    assert "Property colour is not allowed." == marked[5]
    assert "5 is page furniture: an advertisement" in marked[9]
    assert {2, 3, 4, 5, 9} == set(marked)


def test_what_holds_is_not_marked(editor: Editor):
    """The sample's own events are not complained about."""
    assert [] == editor.complain(LINE + (SAMPLE / EVENTS).read_text("utf-8"))
