"""Where YAML stops, an editor reads which slip of the hand it was, where, and what to type."""

import pytest

from builder.reports.diagnostics import Place
from builder.text.located_yaml import parse_yaml

FILE = "town.yaml"

SLIPS = [
    # a tab, a space that is none
    ("a:\n\tb: 1\n", 2, 1, "a tab stands where spaces belong", "Replace it by spaces"),
    ("-\ta: 1\n", 1, 2, "a tab stands where spaces belong", "Replace it by spaces"),
    ("- a: 1\n  b: >-\n\tc\n", 3, 1, "a tab stands where spaces belong", "Replace it by spaces"),
    ("- a: 1\n\u00a0 b: 2\n", 2, 1, "the space here is not a plain one (U+00A0)", "Delete it"),
    ("a:\u00a0b\nc: d\n", 1, 3, "the space here is not a plain one (U+00A0)", "Delete it"),
    # quotation marks
    ("a: 'b\n", 1, 4, "the quotation mark ' that is opened here", "Close it with '"),
    ('a: "b\n', 1, 4, 'the quotation mark " that is opened here', 'Close it with "'),
    ('a: "b\nc: d\ne: "f"\n', 1, 4, 'the quotation mark " that is opened', 'Close it with "'),
    ('a: "b" c\n', 1, 8, 'the text goes on after the "', "Put the whole text in quotation marks: "
     "a: '\"b\" c'"),
    ("a: 'it's b'\n", 1, 8, "the text goes on after the '", "Put the whole text in quotation "
     'marks: a: "it\'s b"'),
    ('a: ["b" c]\n', 1, 9, 'the text goes on after the "', "Put the whole text in quotation"),
    ('a: ["b" "c"]\n', 1, 9, "a comma or ] is missing before this", "Between two items"),
    ('a: "b\\c"\n', 1, 6, "a backslash between double quotation marks", "Use single"),
    ('a: "\\u12"\n', 1, 5, "a backslash between double quotation marks", "Use single"),
    ("a: “b: c”\n", 1, 4, "“ is no quotation mark around a text", "YAML knows only straight ones"),
    # colons
    ("a: b: c\n", 1, 5, "a colon with a space after it", 'Put the whole text in quotation marks: '
     'a: "b: c"'),
    ("- a: the “b”: c\n", 1, 13, "a colon with a space after it", "Put the whole text"),
    ("a: 1\nb:2\nc: 3\n", 2, 3, "no space follows the colon", "Write 'b: 2'."),
    ("- a:1\n  b: 2\n", 1, 5, "no space follows the colon", "Write 'a: 1'."),
    ("a: 1\nb\nc: 1\n", 2, 1, "this line has no colon after its key", "Write 'key: value'"),
    # the first character of a text
    ("a: @b\n", 1, 4, "a text cannot begin with '@': YAML keeps it", "Put the whole text in "
     'quotation marks: a: "@b"'),
    ("a: %b\n", 1, 4, "a text cannot begin with '%': YAML keeps it", "Put the whole text"),
    ("a: `b`\n", 1, 4, "a text cannot begin with '`': YAML keeps it", "Put the whole text"),
    ("a: *b* c\n", 1, 4, "a text cannot begin with '*': YAML takes it for an alias", "Put"),
    ("a: **b** c\n", 1, 4, "a text cannot begin with '*': YAML takes it for an alias", "Put"),
    ("a: & b\n", 1, 4, "a text cannot begin with '&': YAML takes it for an anchor", "Put"),
    ("a: [b] c\n", 1, 4, "a text cannot begin with '[': YAML takes it for a list", "Put"),
    ("a: {b} c\n", 1, 4, "a text cannot begin with '{': YAML takes it for keys", "Put"),
    ("a: , b\n", 1, 4, "a text cannot begin with ','", "Put"),
    ("a: ? b\n", 1, 4, "a text cannot begin with '?'", "Put"),
    ("a: | b\n", 1, 4, "a text cannot begin with '|'", "Begin the text on the next line"),
    ("a: > b\n", 1, 4, "a text cannot begin with '>'", "Begin the text on the next line"),
    ("a: - b\n", 1, 4, "a text cannot begin with '-'", "Begin a list on the next line"),
    ("%a: b\n", 1, 1, "a line cannot begin with '%'", "Put its text in quotation marks"),
    # brackets
    ("a: [b\nc: d\n", 1, 4, "the bracket [ that is opened here", "Close it with ]"),
    ("- {a: b\n- c\n", 1, 3, "the bracket { that is opened here", "Close it with }"),
    ("a: [b]]\n", 1, 7, "this ] closes nothing", "Delete it."),
    # dashes and indentation
    ("-a: 1\n b: 2\n", 1, 2, "no space follows the dash", "Type one after '-'."),
    ("- a\nb: 1\n", 2, 1, "this line is not indented like the lines", "Begin it with 2 spaces"),
    ("- a: 1\n b: 1\n", 2, 2, "this line is not indented like the lines", "Begin it with 2 spaces"),
    ("a:\n  b: 1\n c: 2\n", 3, 2, "this line is not indented like", "Begin it without a space"),
    ("a: 1\n b: 2\n", 2, 2, "this line is indented more", "Begin it below the key of line 1"),
    ("a: 1\n\n\n b: 2\n", 4, 2, "this line is indented more", "Begin it below the key of line 1"),
    # a comment that was not meant
    ("a: b #1 c\n  d\ne: f\n", 1, 6, "the text ends before this '#'", "Put the whole text"),
    ("a: [b #1]\nc: d\n", 1, 7, "the text ends before this '#'", "Put the whole text"),
    # documents
    ("a: b\n...\nc: d\n", 3, 1, "the file has ended above", "Delete the line with the dots."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "column", "message", "hint"), SLIPS)
def test_a_slip_is_told_where_it_was_made(
    text: str, line: int, column: int, message: str, hint: str
):
    """One slip is one complaint, at the character that an editor has to mend."""
    value, problems = parse_yaml(FILE, text.encode())

    assert value is None
    assert [("yaml-syntax", Place(FILE, line, column))] == [(p.code, p.place) for p in problems]
    assert problems[0].message.startswith(message)
    assert problems[0].hint.startswith(hint)


@pytest.mark.parametrize("text", [text for text, *_ in SLIPS if ": " in text])
def test_what_a_remedy_types_out_is_right(text: str):
    """The line that a remedy shows is YAML that says what was meant."""
    _, problems = parse_yaml(FILE, text.encode())

    _, _, shown = problems[0].hint.partition("quotation marks: ")
    if shown:
        value, problems = parse_yaml(FILE, shown.encode())
        assert [] == problems
        assert isinstance(value, dict)


def test_a_long_text_is_not_typed_out():
    """A remedy stays readable; the editor knows the text."""
    _, problems = parse_yaml(FILE, f"a: b: {'long ' * 30}\n".encode())

    assert "Put the whole text in quotation marks." == problems[0].hint


def test_a_slip_that_nobody_knows_is_told_with_its_place():
    """Even then there is something to compare."""
    _, problems = parse_yaml(FILE, b"? a\n  b: 1\n")

    assert 1 == len(problems)
    assert problems[0].hint
