"""Whatever text is written as YAML reads back as the same text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.text.located_yaml import Mapping, parse_yaml
from builder.text.yaml_text import block, citation, comment, one_line, scalar

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp")))
SIGNS = st.text("ab1ğİ :#-?*&!|>'\"%@`[]{},\\~=<.“”’")


def read(typed: str) -> object:
    """The value of the key `x` in what was typed."""
    value, problems = parse_yaml("typed.yaml", typed.encode())
    assert [] == problems
    assert isinstance(value, Mapping)
    return value["x"]


@given(TEXTS | SIGNS)
def test_a_scalar_reads_as_the_text_that_was_given(text: str):
    """Colons, hashes, quotes, dashes and Turkish letters come back as they were."""
    assert text == read(f"x: {scalar(text)}\n")
    assert text == read(f"x: {scalar(text)}  # with a comment\n")


@given(TEXTS | SIGNS)
def test_a_block_reads_as_the_text_with_single_spaces(text: str):
    """However long a body is, it comes back in one piece."""
    assert one_line(text) == read(f"x:{block(text, 4)}\n")


@given(TEXTS | SIGNS)
def test_a_comment_holds_no_value(text: str):
    """No gist, whatever it holds, leaves its comment."""
    assert "y" == read(f"x: y\n{comment(text, 2)}")


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("2024-03-31", "2024-03-31"),
        ("2024-03~", "2024-03~"),
        ("Yavaş keeps Ankara", "Yavaş keeps Ankara"),
        ("2019", '"2019"'),
        ("no", '"no"'),
        ("[2019-03-31..2019-06-23]", '"[2019-03-31..2019-06-23]"'),
        ("a: b", '"a: b"'),
        ("“The tide”", '"“The tide”"'),
    ],
)
def test_quotes_are_typed_only_where_they_are_needed(text: str, typed: str):
    """Plain words stay plain; what another program would read as a number does not."""
    assert typed == scalar(text)


def test_a_citation_can_be_pasted_into_an_event():
    """It is indented as the citations of an event are."""
    typed = citation("a1", "alder-gazette-1991-05-13", 1, "a lead: 1,204 votes")

    assert typed == (
        "    - id: a1\n      source: alder-gazette-1991-05-13\n      passage: 1\n"
        '      quotation: "a lead: 1,204 votes"\n'
    )
