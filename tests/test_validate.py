"""What is wrong with an item is told in an editor's words, at the key or value it is about."""

import pytest

from builder.models.content import Event, Person, Race
from builder.models.records import Source
from builder.models.validate import validate_item
from builder.reports.diagnostics import Place
from builder.text.located_yaml import Value
from tests.examples import FILE, event_text, make, sample_timeline, told, validate
from tests.test_model import RACE


def test_a_good_item_is_returned():
    """What is right comes out as the model, without a word."""
    assert "lamps-are-lit" == make(Event, event_text()).id


@pytest.mark.parametrize("value", [None, "text", [], ["id"]])
def test_what_is_no_mapping_is_told_how_to_begin(value: Value):
    """The hint names the first key."""
    item, problems = validate_item(Event, value, Place(FILE, 3, 5))

    assert item is None
    assert [("bad-value", 3, 5, "here belong keys and their values")] == told(problems)
    assert "Write 'id: …' and its other keys, each on a line of its own." == problems[0].hint


def test_a_key_without_a_space_after_its_colon_is_told_so():
    """A text like "id:lamps" is what a key and a value look like without a space."""
    _, problems = validate_item(Event, "id:lamps", Place(FILE, 3, 5))

    assert "Type a space after the colon: 'id: lamps'." == problems[0].hint


@pytest.mark.parametrize(
    ("changes", "code", "hint"),
    [
        ({"people": "mara-venn"}, "bad-value", "Put it in brackets: [mara-venn]."),
        ({"people": "none"}, "bad-value", "If there is nothing to list, leave the line out."),
        ({"people": "{a: b}"}, "bad-value", "Begin each item on a line of its own, with '- '."),
        ({"title": "[a, b]"}, "bad-value", "Write one text; one that begins with [ or {"),
        ({"id": "Board annuls"}, "bad-id", "Did you mean 'board-annuls'?"),
        ({"id": "“lamps”"}, "bad-id", "Did you mean 'lamps'?"),
        ({"race": "no"}, "bad-id", "If there is none, leave the line out."),
        ({"title": f"Lamps {'x' * 90}"}, "bad-value", "At most 80 are allowed: shorten it."),
        ({"title": '""'}, "missing-key", "Fill it in, or remove the line."),
        ({"Kind": "vote"}, "unknown-key", "Did you mean 'kind'?"),
        ({"WEIGHT": "key"}, "unknown-key", "Did you mean 'weight'?"),
    ],
)
def test_a_remedy_says_what_to_type(changes: dict[str, str], code: str, hint: str):
    """What was meant is read from what was typed, wherever that is possible."""
    _, problems = validate(Event, event_text(**changes))

    assert [code] == [problem.code for problem in problems]
    assert problems[0].hint.startswith(hint)


def test_a_misspelt_key_is_not_told_to_be_missing_too():
    """One slip is one complaint, in an event and in its citations."""
    citation = "{id: a1, sorce: alder-gazette-1991-05-13, passage: 1}"
    text = event_text(kind="", kimd="vote", citations=f"[{citation}]")

    _, problems = validate(Event, text)

    assert ["no key is called 'kimd' here", "no key is called 'sorce' here"] == sorted(
        problem.message for problem in problems
    )


def test_an_unknown_key_is_told_at_the_key_with_the_one_that_was_meant():
    """A misspelt key is never ignored."""
    _, problems = validate(Event, event_text(peple="[mara-venn]"))

    assert [("unknown-key", 8, 1, "no key is called 'peple' here")] == told(problems)
    assert "Did you mean 'people'?" == problems[0].hint


def test_an_unknown_key_of_an_inner_item_is_compared_with_its_keys():
    """In a citation the keys of a citation are suggested, not those of the event."""
    citation = "{id: a1, source: alder-gazette-1991-05-13, passage: 1, quotaton: x}"

    _, problems = validate(Event, event_text(citations=f"[{citation}]"))

    assert [("unknown-key", 7, 68, "no key is called 'quotaton' here")] == told(problems)
    assert "Did you mean 'quotation'?" == problems[0].hint


def test_an_unknown_key_far_from_all_is_told_the_known_ones():
    """Where nothing is near, the keys are listed."""
    _, problems = validate(Source, "address: {zzz: 1, certainty: none, note: n}\n")

    assert "Known are: certainty, note, url." in [problem.hint for problem in problems]


def test_a_missing_key_is_told_at_its_item():
    """The remedy is a line to add; the place is where the item begins."""
    _, problems = validate(Event, event_text(kind=""))

    assert [("missing-key", 1, 1, "the key 'kind' is missing here")] == told(problems)
    assert problems[0].hint.startswith("Add a line 'kind: …'. It is one of: vote, count,")


def test_a_missing_key_of_an_inner_item_is_told_there():
    """A citation without a passage is found in a list of several."""
    citations = "\n  - {id: a1, source: a, passage: 1}\n  - {id: a2, source: a}"

    _, problems = validate(Event, event_text(citations=citations))

    assert [("missing-key", 9, 5, "the key 'passage' is missing here")] == told(problems)


def test_a_key_without_a_value_is_told_so():
    """An empty value is not the text None, and the place is behind the key."""
    _, problems = validate(Event, "id:\n" + event_text(id=""))

    assert [("missing-key", 1, 4, "'id' has no value")] == told(problems)
    assert "Fill it in, or remove the line." == problems[0].hint


def test_an_optional_key_without_a_value_means_nothing():
    """A race that is still to be filled in is no race."""
    assert make(Event, event_text() + "race:\n").race is None


def test_a_value_off_the_list_is_told_the_list():
    """The nearest value is suggested, and all are named."""
    _, problems = validate(Race, RACE.replace("state: valid", "state: vald"))

    assert [("unknown-value", 5, 8, "'state' cannot be 'vald'")] == told(problems)
    assert "Did you mean 'valid'? Known are: valid, annulled, unreported." == problems[0].hint


def test_a_value_far_from_the_list_is_told_the_list_once():
    """Where nothing is near, all values are named."""
    _, problems = validate(Race, RACE.replace("state: valid", "state: zzz"))

    assert "Known are: annulled, unreported, valid." == problems[0].hint


@pytest.mark.parametrize(
    ("key", "value", "column", "message"),
    [
        ("people", "mara-venn", 9, "'people' needs a list here"),
        ("people", "{a: b}", 9, "'people' needs a list here"),
        ("title", "[a, b, c]", 8, "'title' needs a text here"),
        ("title", "{a: b}", 8, "'title' needs a text here"),
    ],
)
def test_a_value_of_another_shape_is_told_the_right_one(
    key: str, value: str, column: int, message: str
):
    """A list, a text and a mapping are not taken for each other."""
    _, problems = validate(Event, event_text(**{key: value}))

    assert [("bad-value", column, message)] == [
        (p.code, p.place.column, p.message) for p in problems
    ]


def test_an_inner_item_that_is_none_is_told_so():
    """A text where keys and values belong is shown in its list."""
    _, problems = validate(Event, event_text(citations="[a1, a2]"))

    assert [
        ("bad-value", 7, 13, "'citations' needs keys and values here"),
        ("bad-value", 7, 17, "'citations' needs keys and values here"),
    ] == told(problems)


def test_a_bad_member_of_a_list_is_told_at_its_place():
    """The second name of a list is pointed at, not the list."""
    _, problems = validate(Event, event_text(people="[mara-venn, Reeve]"))

    assert [("bad-id", 8, 21, "'Reeve' is not an id")] == told(problems)


def test_a_number_that_is_none_is_told_to_be_digits():
    """A passage is a number in digits."""
    citation = "{id: a1, source: a, passage: first}"

    _, problems = validate(Event, event_text(citations=f"[{citation}]"))

    assert [("bad-value", 7, 42, "'passage' is no whole number: 'first'")] == told(problems)


def test_everything_is_told_in_one_run():
    """An editor mends several mistakes at once, each at its own line."""
    text = event_text(id="Lamps", date="1991-02-30", kind="party", titel="x", shore="")

    item, problems = validate(Event, text)

    assert item is None
    assert [
        ("bad-date", 2),
        ("bad-id", 1),
        ("missing-key", 1),
        ("unknown-key", 7),
        ("unknown-value", 5),
    ] == sorted((p.code, p.place.line) for p in problems)


def test_no_word_of_the_validation_library_is_shown():
    """An editor reads neither of types nor of inputs, errors and URLs of the library."""
    text = event_text(
        id="[]", date="[]", title="x", body="", people="x", citations="[{}, x]", kind="{}", zzz="1"
    )

    _, problems = validate(Event, text)

    assert 10 <= len(problems)
    for problem in problems:
        words = f"{problem.message} {problem.hint}".lower()
        assert not [w for w in ("pydantic", "input", "valid", "str", "tuple") if w in words], words


def test_an_item_that_was_validated_knows_its_inner_places():
    """Shares, variants and passages can be shown where they were typed."""
    person: Person = sample_timeline().person["mara-venn"]

    assert Place("content/people.yaml", 7, 17) == person.variants[0].place_of("sources", 0)
    assert Place("content/people.yaml", 10, 15) == person.citations[0].place_of("source")
