"""A fingerprint says what an article holds without holding it, and is the same every time."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.reading.fingerprints import (
    FORMAT,
    DamagedFingerprintError,
    from_json,
    hash_run,
    seal,
    split_passages,
    to_json,
)

DIGEST = "0" * 64
PASSAGES = (
    "Lamps were lit on the old sea wall, and lamps were lit on the pier.",
    "By 9 p.m. some 1,204 of twenty-one thousand had come.",
    "Rain.",
)
SEALED = seal("gazette", DIGEST, PASSAGES)


def test_passages_are_the_lines_that_hold_something():
    """Blank lines do not count, and white space around a line is dropped."""
    assert ("One.", "Two words.") == split_passages("\n  One.\t\n\r\n \n\nTwo words.\n")
    assert () == split_passages(" \n\n")


def test_a_passage_is_numbered_counted_and_searched_for_numbers():
    """Each passage has its number, its words and the keys of its numbers, sorted."""
    one, two, three = SEALED.passages

    assert (1, 15, ()) == (one.number, one.words, one.numbers)
    assert (2, 10, ("1204", "21000", "9")) == (two.number, two.words, two.numbers)
    assert (3, 1, (), ()) == (three.number, three.words, three.exact, three.loose)


def test_every_run_of_four_words_is_hashed():
    """A passage of 15 words has 12 runs."""
    assert 12 == len(SEALED.passages[0].exact)
    assert hash_run("lit on the old", SEALED.salt) in SEALED.passages[0].exact_counts


def test_a_repeated_run_is_counted():
    """So that a quotation that stands twice can be told."""
    (passage,) = seal("gazette", DIGEST, ("lamps lit by night, lamps lit by night",)).passages

    assert 2 == passage.exact_counts[hash_run("lamps lit by night", SEALED.salt)]
    assert hash_run("lamps lit by night", SEALED.salt) in passage.loose


def test_runs_are_hashed_as_printed_and_loosely():
    """The comma and the capital are part of the exact run only."""
    (passage,) = seal("gazette", DIGEST, ("Rain, rain on Sunday",)).passages

    assert (hash_run("Rain, rain on Sunday", SEALED.salt),) == passage.exact
    assert (hash_run("rain rain on sunday", SEALED.salt),) == passage.loose


def test_the_hashes_are_not_in_the_order_of_the_text():
    """The file does not tell which run comes first."""
    (passage,) = seal("gazette", DIGEST, (PASSAGES[0],)).passages

    assert sorted(passage.exact) == list(passage.exact)
    assert sorted(passage.loose) == list(passage.loose)


def test_no_word_of_the_article_is_in_the_file():
    """What is written down is numbers and hashes."""
    text = to_json(SEALED)

    assert not [w for w in ("lamps", "lit", "wall", "pier", "rain") if w in text.lower()]


def test_a_hash_is_short_and_salted():
    """48 bits tell runs apart and cannot be turned back; another salt gives another hash."""
    assert 12 == len(hash_run("lit on the old", "a"))
    assert hash_run("lit on the old", "a") == hash_run("lit on the old", "a")
    assert hash_run("lit on the old", "a") != hash_run("lit on the old", "b")
    assert hash_run("lit on the old", "a") != hash_run("lit on the odd", "a")


def test_the_same_text_gives_the_same_bytes():
    """Sealing twice changes nothing."""
    assert to_json(SEALED) == to_json(seal("gazette", DIGEST, PASSAGES))


def test_a_fingerprint_survives_its_file():
    """What is read is what was written, and is written the same again."""
    text = to_json(SEALED)

    assert SEALED == from_json(text)
    assert text == to_json(from_json(text))
    assert {1, 2, 3} == set(from_json(text).by_number)


def test_the_file_has_one_passage_a_line():
    """A change of one passage shows as one line."""
    lines = to_json(SEALED).splitlines()

    assert len(PASSAGES) == sum(line.startswith('    {"number": ') for line in lines)
    assert to_json(SEALED).endswith("}\n")


@given(st.lists(st.text(max_size=40), max_size=4))
def test_any_article_can_be_sealed_and_read_again(passages: list[str]):
    """No text breaks the file that its fingerprint is kept in."""
    sealed = seal("gazette", DIGEST, tuple(passages))

    assert sealed == from_json(to_json(sealed))


def damage(**changes: Any) -> str:
    """The file of a fingerprint with some of its values changed."""
    return json.dumps({**json.loads(to_json(SEALED)), **changes})


def damage_passage(**changes: Any) -> str:
    """The file of a fingerprint with one passage, some of whose values are changed."""
    passage = json.loads(to_json(SEALED))["passages"][0]
    return damage(passages=[{**passage, **changes}])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "5",
        "[]",
        '"text"',
        "{}",
        "not JSON",
        to_json(SEALED)[:-9],
        "[" * 100_000,
        "9" * 5_000,
        damage(format=FORMAT + 1),
        damage(salt=None),
        damage(salt=5),
        damage(salt="x" * 65),
        damage(salt="\ud800"),
        damage(passages=None),
        damage(passages=5),
        damage(passages=[1]),
        damage(passages=[{}]),
        damage_passage(exact=["a"]),
        damage_passage(loose=None),
        damage_passage(numbers=None),
        damage_passage(number="one"),
        damage_passage(words=float("inf")),
    ],
    ids=lambda text: text[:20],
)
def test_a_damaged_file_is_told_so(text: str):
    """Whatever stands in the file, it is a fingerprint or it is damaged."""
    with pytest.raises(DamagedFingerprintError, match=r"\S"):
        from_json(text)


def test_another_format_is_named():
    """A file of a later version says which one."""
    with pytest.raises(DamagedFingerprintError, match="it has format 2, not 1"):
        from_json(damage(format=2))
