"""An item is put into a file without touching anything else."""

import pytest

from builder.editing.insertion import insert_item

FILE = "content/list.yaml"
ITEM = "- id: new\n  # why\n  x: y\n"


@pytest.mark.parametrize(
    ("before", "line", "after"),
    [
        ("- id: a\n", None, "- id: a\n\n- id: new\n  # why\n  x: y\n"),
        ("- id: a\n- id: b\n", None, "- id: a\n- id: b\n- id: new\n  # why\n  x: y\n"),
        ("- id: a\n- id: b\n", 2, "- id: a\n- id: new\n  # why\n  x: y\n- id: b\n"),
        ("- id: a", None, "- id: a\n\n- id: new\n  # why\n  x: y\n"),
        ("- id: a\r\n", None, "- id: a\r\n\r\n- id: new\r\n  # why\r\n  x: y\r\n"),
        ("\ufeff- id: a\n", 1, "\ufeff- id: new\n  # why\n  x: y\n\n- id: a\n"),
        ("# All.\n- id: a\n", 2, "# All.\n- id: new\n  # why\n  x: y\n\n- id: a\n"),
        (
            "- id: a\n\n# About b.\n- id: b\n",
            4,
            "- id: a\n\n- id: new\n  # why\n  x: y\n\n# About b.\n- id: b\n",
        ),
        ("  - id: a\n", None, "  - id: a\n\n  - id: new\n    # why\n    x: y\n"),
        (
            "- id: a\n  b: |+\n    c\n\n",
            1,
            "- id: new\n  # why\n  x: y\n\n- id: a\n  b: |+\n    c\n\n",
        ),
    ],
)
def test_an_item_takes_its_place_and_everything_else_stays(
    before: str, line: int | None, after: str
):
    """Comments, empty lines, line ends, indentation and a byte-order mark are kept."""
    assert after.encode() == insert_item(FILE, before.encode(), ITEM, line)


@pytest.mark.parametrize(
    "text",
    ["", "# only a comment\n", "a: b\n", "[{id: a}]\n", "- id: a\n...\n", "- id: 'a\n", "[]\n"],
)
def test_a_file_that_is_no_list_with_dashes_is_left_alone(text: str):
    """Rather than break a file, nothing is made of it."""
    assert insert_item(FILE, text.encode(), ITEM) is None


def test_a_line_where_no_item_begins_is_no_place():
    """If the file has changed since its items were read, nothing is put into it."""
    assert insert_item(FILE, b"- id: a\n", ITEM, 7) is None
