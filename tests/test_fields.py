"""What is typed becomes a number, a date or a text, or is refused; nothing is guessed."""

from decimal import Decimal

import pytest
from pydantic import Field

from builder.models.fields import Date, Id, Located, Number, Sha256, Text, Url
from builder.reports.diagnostics import Place
from tests.examples import FILE, make, told, validate


class Post(Located):
    """A model with a field of every type."""

    id: Id = "a"
    text: Text = "a"
    number: Number = Decimal(0)
    count: int = Field(1, ge=1)
    date: Date | None = None
    url: Url | None = None
    sha256: Sha256 | None = None
    names: tuple[Id, ...] = ()
    inner: "Post | None" = None


@pytest.mark.parametrize(
    ("typed", "number"),
    [("1204", "1204"), ("1,204", "1204"), ("52.40", "52.40"), ("0", "0"), ("1,000.5", "1000.5")],
)  # fmt: skip
def test_a_number_keeps_its_digits(typed: str, number: str):
    """Commas group, and a zero at the end stays."""
    assert number == str(make(Post, f"number: '{typed}'").number)


@pytest.mark.parametrize(
    "typed", ["54,21", "4.741.868", "1,2,3", "1,2045", "-5", "+5", "1e5", "NaN", "Infinity", "1_0",
              "52.", ".5", "52%", "two", "١٢", "1 204", "9" * 25],
)  # fmt: skip
def test_what_could_be_another_number_is_refused(typed: str):
    """54,21 is neither 5421 nor 54.21."""
    item, problems = validate(Post, f"number: '{typed}'")

    assert item is None
    assert [("bad-value", 1, 9, f"{typed!r} is not a number")] == told(problems)


def test_a_text_is_stripped_and_not_empty():
    """White space around a text is nobody's; a text of nothing else is none."""
    assert "a pier" == make(Post, "text: '  a pier '").text
    assert ["bad-value"] == [p.code for p in validate(Post, "text: '  '")[1]]


@pytest.mark.parametrize("name", ["a", "1991", "board-annuls", "a1-b2-c3"])
def test_an_id_is_small_letters_digits_and_hyphens(name: str):
    """Such a name can stand in an address."""
    assert name == make(Post, f"id: '{name}'").id


@pytest.mark.parametrize(
    "name", ["A", "a b", "a_b", "-a", "a-", "a--b", "ş", "a.b", "a/b", "../a", ""]
)
def test_any_other_name_is_no_id(name: str):
    """What would have to be escaped in an address is refused."""
    item, problems = validate(Post, f"id: '{name}'")

    assert item is None
    assert ["bad-id"] == [problem.code for problem in problems]


def test_an_id_has_a_length_that_fits_a_file_name():
    """Sixty characters are allowed and one more is not."""
    assert "a" * 60 == make(Post, f"id: {'a' * 60}").id
    assert ["bad-value"] == [p.code for p in validate(Post, f"id: {'a' * 61}")[1]]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("1991-02-29", "February 1991 has 28 days."),
        ("0000", "Write it like 2019"),
        ("1991-21", "Months are numbered from 01 to 12"),
        ("12 May 1991", "Did you mean '1991-05-12'? Write it like 2019"),
        ("1992/1991", "Write the earlier date first"),
    ],
)
def test_a_date_that_is_none_is_a_bad_date(typed: str, hint: str):
    """The hint says what is wrong with this one, or how dates are written."""
    item, problems = validate(Post, f"date: {typed}")

    assert item is None
    assert ["bad-date"] == [problem.code for problem in problems]
    assert typed in problems[0].message
    assert problems[0].hint.startswith(hint)


@pytest.mark.parametrize("typed", ["no", "none", "null", "false", "yes"])
def test_a_word_for_nothing_is_no_id(typed: str):
    """What somebody writes who means that there is none is not taken for a name."""
    _, problems = validate(Post, f'id: "{typed}"')

    assert [("bad-id", f"{typed!r} is not an id")] == [(p.code, p.message) for p in problems]
    assert "If there is none, leave the line out." == problems[0].hint


@pytest.mark.parametrize(
    "typed", ["javascript:alert(1)", "//alder.example", "data:text/html,x", "http://a b", "alder",
              "https://a.example/<b>"],
)  # fmt: skip
def test_an_address_is_one_of_the_web(typed: str):
    """Nothing that runs, and nothing that a browser would have to guess, is an address."""
    assert ["bad-value"] == [p.code for p in validate(Post, f"url: '{typed}'")[1]]
    assert "https://alder.example/#a" == make(Post, "url: https://alder.example/#a").url


def test_a_checksum_has_64_digits():
    """A shorter one, or one in capitals, is refused."""
    assert "0" * 64 == make(Post, f"sha256: '{'0' * 64}'").sha256
    assert ["bad-value"] == [p.code for p in validate(Post, f"sha256: '{'0' * 63}'")[1]]
    assert ["bad-value"] == [p.code for p in validate(Post, f"sha256: '{'A' * 64}'")[1]]


def test_an_item_knows_its_places():
    """An item, its values and the members of its lists can be shown where they were typed."""
    post = make(Post, "id: a\nnames: [b,\n  c]\ninner:\n  text: lamps\n")

    assert Place(FILE, 1, 1) == post.place
    assert Place(FILE, 1, 5) == post.place_of("id")
    assert [Place(FILE, 2, 9), Place(FILE, 3, 3)] == [post.place_of("names", at) for at in (0, 1)]
    assert post.inner is not None
    assert Place(FILE, 5, 9) == post.inner.place_of("text")
    assert Place(FILE, 5, 9) == post.inner.span_of("text").find("lamps")


def test_a_value_that_was_not_typed_is_at_the_item():
    """What is missing is shown where the item begins; a missing member at its list."""
    post = make(Post, "\n\nid: a\nnames: [b]\n")

    assert post.place == post.place_of("url") == Place(FILE, 3, 1)
    assert Place(FILE, 4, 8) == post.place_of("names", 7)


def test_items_are_ordered_as_they_stand_in_their_file():
    """The position of an item grows from one to the next."""
    post = make(Post, "id: a\ninner: {id: b}\n")

    assert post.inner is not None
    assert (FILE, 0) == post.position < post.inner.position


def test_an_item_cannot_be_changed():
    """What was read stays what was read."""
    post = make(Post, "id: a")

    with pytest.raises(ValueError, match="frozen"):
        setattr(post, "id", "b")  # noqa: B010 - mypy knows already that it cannot be assigned


def test_a_copy_is_where_the_item_is():
    """A change of what it says does not change where it was typed."""
    post = make(Post, "id: lamps\ntext: a pier\n")

    copied = post.model_copy(update={"text": "a wall"})

    assert Place(FILE, 2, 7) == copied.place_of("text")
    assert post == copied.model_copy(update={"text": "a pier"})
