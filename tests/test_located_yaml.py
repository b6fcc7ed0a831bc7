"""YAML stays what was typed, knows its place, and is refused whole when something is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.reports.diagnostics import Place
from builder.text.located_yaml import MAX_DEPTH, Mapping, Sequence, Value, parse_yaml

FILE = "town.yaml"


def read(text: str) -> Value:
    """The value of a YAML text that has nothing wrong with it."""
    value, problems = parse_yaml(FILE, text.encode())
    assert [] == problems
    return value


def read_mapping(text: str) -> Mapping:
    """The mapping that a YAML text holds."""
    value = read(text)
    assert isinstance(value, Mapping)
    return value


def complain(text: str) -> list[tuple[str, int, int, str]]:
    """What is wrong with a YAML text: code, line, column and message."""
    value, problems = parse_yaml(FILE, text.encode())
    assert value is None
    return [(p.code, p.place.line, p.place.column, p.message) for p in problems]


@pytest.mark.parametrize(
    "typed",
    ["12:30", "01:30", "no", "yes", "on", "none", "nil", "010", "0x1F", "1e3", "1_000", "54,21",
     "4.741.868", "2019-02-30", "2019-05-06", ".inf", "+5", "=", "<<"],
)  # fmt: skip
def test_every_scalar_stays_the_text_that_was_typed(typed: str):
    """YAML's own ideas of times, truths and numbers do not apply."""
    assert {"value": typed} == read(f"value: {typed}\n")


def test_an_empty_value_is_none_and_quotes_make_an_empty_text():
    """A key that was left empty can be told from one that was emptied on purpose."""
    assert {"a": None, "b": "", "c": ""} == read("a:\nb: ''\nc: \"\"\n")


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n"])
def test_an_empty_document_is_none(text: str):
    """Nothing is read from nothing, and that is for others to judge."""
    assert read(text) is None


def test_lists_mappings_and_blocks_are_read():
    """Nested values come out as lists, dicts and texts."""
    value = read("- name: Alder\n  tags: [a, b]\n- >-\n  one\n  two\n- |\n  one\n  two\n")

    assert [{"name": "Alder", "tags": ["a", "b"]}, "one two", "one\ntwo\n"] == value
    assert isinstance(value, Sequence)


def test_merging_is_not_a_feature():
    """The key << is a key like any other, which no model knows."""
    assert {"<<": {"a": "1"}} == read("<<: {a: '1'}\n")


# ---- what is refused


def test_a_repeated_key_is_refused_and_the_first_one_is_named():
    """No key wins in silence: each further one is a problem at its own place."""
    assert [
        ("repeated-key", 3, 1, "the key 'a' stands here a second time"),
        ("repeated-key", 4, 1, "the key 'a' stands here a second time"),
    ] == complain("a: 1\nb: 2\na: 3\na: 4\n")
    _, problems = parse_yaml(FILE, b"b: 1\na: 1\na: 2\n")
    assert "Keep one of them; the first is on line 2." == problems[0].hint


def test_the_same_key_in_two_mappings_is_not_repeated():
    """Every item of a list has its own keys."""
    assert [{"a": "1"}, {"a": "2"}] == read("- a: 1\n- a: 2\n")


def test_anchors_aliases_and_tags_are_refused():
    """None of them is followed: a tag could make PyYAML call Python."""
    complaints = complain("a: &pier 1\nb: *pier\nc: !!python/object/apply:os.system date\n")

    assert [("yaml-alias", 1, 4), ("yaml-alias", 2, 4), ("yaml-alias", 3, 4)] == [
        complaint[:3] for complaint in complaints
    ]
    assert ["an anchor", "an alias", "a tag"] == [
        message.rsplit(" takes it for ")[1] for *_, message in complaints
    ]


@pytest.mark.parametrize("typed", ["~", "null", "Null", "NULL"])
def test_nothing_is_not_written(typed: str):
    """YAML's words for nothing would be shown as texts: the line is left out instead."""
    message = f"{typed!r} is not how nothing is written here"

    assert [("yaml-nothing", 2, 4, message)] == complain(f"a: 1\nb: {typed}\n")
    assert {"b": typed} == read(f'b: "{typed}"\n')


@pytest.mark.parametrize(
    ("text", "column"),
    [("a: Party #1 wins\n", 10), ("a: #1\n", 4), ("- a #b\n", 5), ("a: [b, c #d\n  ]\n", 10)],
)
def test_a_number_sign_that_cuts_a_text_is_told(text: str, column: int):
    """One space before # and none after it is how a text is cut short without a word."""
    assert [("yaml-syntax", 1, column)] == [complaint[:3] for complaint in complain(text)]


@pytest.mark.parametrize(
    "text", ["a: b # c\n", "a: b  #c\n", "a: b#c\n", 'a: "b #c"\n', "a: |\n  b #c\n", "#c\na: b\n"]
)
def test_comments_and_number_signs_in_texts_are_left_alone(text: str):
    """A comment has a space after its #, or two before it; quotes and blocks keep theirs."""
    assert isinstance(read(text), Mapping)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("“title”: a\n", "Write 'title: …'."),
        ("‘title’: a\n", "Write 'title: …'."),
        ("date\u00a0basis: a\n", "Write 'date basis: …'."),
        ("-id: a\n", "Write '- id: …'."),
    ],
)
def test_a_key_is_a_plain_word(text: str, hint: str):
    """Typographic quotation marks, odd spaces and a tight dash are no part of a key."""
    _, problems = parse_yaml(FILE, text.encode())

    assert [("yaml-syntax", hint)] == [(p.code, p.hint) for p in problems]


def test_an_item_that_lost_its_dash_is_one_mistake():
    """Where the first key is repeated a new item begins; its other keys are not told one by one."""
    assert [("repeated-key", 3, 3)] == [
        complaint[:3] for complaint in complain("- a: 1\n  b: 2\n  a: 3\n  b: 4\n")
    ]
    _, problems = parse_yaml(FILE, b"- a: 1\n  b: 2\n  a: 3\n")
    assert problems[0].hint.endswith("If another item begins here, write '- a: …'.")


def test_an_alias_bomb_is_refused_in_bounded_time():
    """A few lines that would unfold to terabytes are never unfolded."""
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    for before, name in zip("abcdefghijkl", "bcdefghijklm", strict=True):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]")

    complaints = complain("\n".join(lines))

    assert {"yaml-alias"} == {code for code, *_ in complaints}


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? "])
def test_ten_thousand_levels_are_refused_where_they_become_too_many(opening: str):
    """Nested lists cannot exhaust the stack; the problem is at the level that is too deep."""
    column = MAX_DEPTH * len(opening) + 1

    assert ("yaml-syntax", 1, column, "nested more than 20 levels deep") == complain(
        opening * 10_000
    )[-1]


def test_the_allowed_depth_is_allowed():
    """Twenty levels are read."""
    assert read("[" * MAX_DEPTH + "]" * MAX_DEPTH) is not None


def test_thousands_of_problems_are_all_told():
    """The place of each is found without counting all lines again."""
    complaints = complain("a: 1\n" * 4_000)

    assert 3_999 == len(complaints)
    assert ("repeated-key", 4_000, 1) == complaints[-1][:3]


def test_a_second_document_is_refused():
    """One file is one document."""
    assert [("yaml-syntax", 2, 1, "a second document starts here")] == complain("a: 1\n---\nb: 2\n")


def test_a_key_that_is_a_list_is_refused():
    """A key is a word; the other problems of the file are told as well."""
    assert [
        ("yaml-syntax", 1, 3, "a key has to be a word"),
        ("repeated-key", 4, 1, "the key 'b' stands here a second time"),
    ] == complain("? [a]\n: 1\nb: 1\nb: 2\n")


@pytest.mark.parametrize("escape", [r"\0", r"\e", r"\x07", r"\ue000", r"\uF8FF"])
def test_an_escape_cannot_spell_what_a_file_may_not_hold(escape: str):
    """Controls and private-use characters are refused in every spelling."""
    assert ("not-text", 2, 4) == complain(f'a: x\nb: "see {escape}"\n')[0][:3]


def test_an_escape_cannot_spell_an_invisible_character():
    """A soft hyphen is refused however it is typed."""
    assert [("invisible-character", 1, 4)] == [c[:3] for c in complain('a: "b\\u00adc"\n')]


def test_one_slip_is_one_complaint():
    """What the parser stumbles over later on the same line is not told a second time."""
    assert [("yaml-syntax", 1, 4)] == [c[:3] for c in complain("a: *really* b\n")]


def test_what_is_not_text_is_refused_before_it_is_read():
    """A file that cannot be decoded has that one problem."""
    value, problems = parse_yaml(FILE, b"a: \xff\na: 2\n")

    assert value is None
    assert ["not-utf-8"] == [problem.code for problem in problems]


@given(st.text(alphabet="ab:-[]{}#&*!|>'\"%@`?,\t\n \\~é", max_size=40))
def test_any_text_is_a_value_or_a_problem(text: str):
    """No YAML raises, and every problem lies within the file."""
    value, problems = parse_yaml(FILE, text.encode())

    assert not (value is not None and problems)
    assert all(p.place.line <= text.count("\n") + 1 for p in problems)


# ---- places


def test_keys_values_and_items_know_their_places():
    """Line and column are those of the first character, counted from 1."""
    value = read_mapping("name: Alder\nruler:\n  - id: venn\n  -   reeve\n")

    assert Place(FILE, 1, 1) == value.span.place
    assert Place(FILE, 2, 1) == value.keys_at["ruler"].place
    assert Place(FILE, 1, 7) == value.values_at["name"].place
    items = value["ruler"].items_at
    assert [Place(FILE, 3, 5), Place(FILE, 4, 7)] == [span.place for span in items]
    assert Place(FILE, 3, 9) == value["ruler"][0].values_at["id"].place


def test_places_count_characters_and_not_bytes():
    """Letters that take several bytes take one column, after a byte-order mark too."""
    value, _ = parse_yaml(FILE, "\ufeffşğ: 1\r\n{😀: x}: ü".encode())
    assert value is None  # a mapping is no key

    mapping = read_mapping("\ufeff{😀😀: ü}\n")
    assert Place(FILE, 1, 6) == mapping.values_at["😀😀"].place


def test_a_value_ends_before_the_next_key():
    """Words that stand in the next value are not found in this one."""
    value = read_mapping("a: lamps on the pier\nb: a rope works\n")

    assert Place(FILE, 1, 4) == value.values_at["a"].find("rope works")
    assert Place(FILE, 2, 6) == value.values_at["b"].find("rope works")


FOLDED = """\
body: >-
  The clerk counts the votes
  of the whole town. The clerk
  counts   them again.
"""


def test_a_fragment_is_found_where_it_is_folded_over_lines():
    """White space in the fragment matches the line break that was typed."""
    body = read_mapping(FOLDED).values_at["body"]

    assert Place(FILE, 2, 24) == body.find("votes of the whole")
    assert Place(FILE, 3, 22) == body.find("The clerk counts them")


def test_a_fragment_is_looked_for_after_a_text():
    """Of two equal fragments the one in or after the given sentence is found."""
    body = read_mapping(FOLDED).values_at["body"]

    assert Place(FILE, 2, 7) == body.find("clerk")
    assert Place(FILE, 3, 26) == body.find("clerk", after="The clerk counts them again.")


def test_a_fragment_that_is_not_there_falls_back():
    """What cannot be found is shown at the text before it, or at the value."""
    body = read_mapping(FOLDED).values_at["body"]

    assert Place(FILE, 3, 3) == body.find("harbour", after="of the whole")
    assert Place(FILE, 1, 7) == body.find("harbour")
    assert Place(FILE, 1, 7) == body.find("harbour", after="no such text")
    assert Place(FILE, 1, 7) == body.find("")


def test_a_fragment_is_found_loosely_if_that_is_asked_for():
    """Case and punctuation do not matter then, and do otherwise."""
    value = read_mapping("a: 'Well: The “Tide”, has turned'\n").values_at["a"]

    assert Place(FILE, 1, 11) == value.find("the tide has", loosely=True)
    assert value.place == value.find("the tide has")


def test_characters_with_a_meaning_in_patterns_are_found():
    """A fragment is text and not a pattern."""
    value = read_mapping("a: what (52.4 %)? [@a1] done\n").values_at["a"]

    assert Place(FILE, 1, 9) == value.find("(52.4 %)?")
    assert Place(FILE, 1, 19) == value.find("[@a1]")


def test_the_end_of_a_fragment_is_found():
    """The place of the last character is known, over line breaks too."""
    body = read_mapping(FOLDED).values_at["body"]

    assert Place(FILE, 3, 19) == body.find_end("counts the votes of the whole town")
    assert Place(FILE, 1, 7) == body.find_end("no such text")


@given(st.lists(st.text(alphabet="abcçğış", min_size=1, max_size=5), min_size=1, max_size=8))
def test_every_item_of_a_list_is_at_the_place_where_it_was_typed(words: list[str]):
    """The text at an item's span is the item."""
    text = "".join(f"-  {word}\n" for word in words)

    value = read(text)

    assert isinstance(value, Sequence)
    assert words == [text[span.start : span.end].strip() for span in value.items_at]
    assert list(range(1, len(words) + 1)) == [span.place.line for span in value.items_at]
