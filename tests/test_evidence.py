"""What the articles hold is answered exactly, from fingerprints alone and with the texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.checks.evidence import CopyFinder, Witness, find_witnesses
from builder.reading.fingerprints import seal
from tests.examples import sample_timeline

PASSAGES = (
    "Late in the evening the “keeper” lit 1,204 lamps on the old sea wall of Çalı Point.",
    "Rain fell on the pier all day. Rain fell on the pier all night, said the clerk's men.",
    "Nothing else happened, and tens of thousands slept.",
)
PRINT = seal("gazette", "0" * 64, PASSAGES)
SEALED = Witness(PRINT, None)
OPEN = Witness(PRINT, PASSAGES)
WITNESSES = pytest.mark.parametrize("witness", [SEALED, OPEN], ids=["sealed", "open"])


@WITNESSES
@pytest.mark.parametrize(
    "quotation",
    [
        "lit 1,204 lamps on",
        "the \"keeper\" lit 1,204 lamps",
        "the «keeper»  lit\n 1,204 lamps",
        "wall of C\u0327al\u0131 Point",
        PASSAGES[0],
    ],
)  # fmt: skip
def test_exact_words_are_found(witness: Witness, quotation: str):
    """White space, the shape of quotation marks and composed letters do not matter."""
    assert witness.holds(quotation, 1)


@WITNESSES
@pytest.mark.parametrize(
    "quotation",
    [
        "lit 1,205 lamps on",
        "lit 1204 lamps on",
        "lit 1.204 lamps on",
        "lit 1,204 lamps in",
        "Lit 1,204 lamps on",
        "LATE IN THE EVENING",
        "wall of Cali Point",
        "wall of Çali Point",
        "Late in the evening, the “keeper”",
        "Late in the the evening",
        "in the evening keeper lit",
        "lamps on the old sea wal",
        "amps on the old sea",
        "lamps 1,204 lit keeper",
        "the lamps of another town",
    ],
)
def test_words_that_differ_are_not_found(witness: Witness, quotation: str):
    """One digit, letter, accent, capital, comma or word off is off."""
    assert not witness.holds(quotation, 1)


@WITNESSES
def test_words_are_looked_for_in_the_passage_that_is_named(witness: Witness):
    """The right words in the wrong passage, or in one that is not there, are not found."""
    assert witness.holds("fell on the pier", 2)
    assert not witness.holds("fell on the pier", 1)
    assert not witness.holds("fell on the pier", 0)
    assert not witness.holds("fell on the pier", 4)


@WITNESSES
@pytest.mark.parametrize("quotation", ["", "lit 1,204 lamps", "…"])
def test_fewer_than_four_words_are_no_evidence(witness: Witness, quotation: str):
    """What could stand anywhere is never found."""
    assert not witness.holds(quotation, 1)


def test_with_the_text_at_hand_both_have_to_agree():
    """Another text under the same fingerprint vouches for nothing, and adds nothing."""
    other = Witness(PRINT, ("Other words that are not sealed stand here: 99.", *PASSAGES[1:]))

    assert not other.holds("lit 1,204 lamps on", 1)
    assert not other.holds("Other words that are", 1)
    assert frozenset() == other.numbers(1)


def test_a_mark_at_the_end_is_compared_where_the_text_is_at_hand():
    """The hashes hold no mark before the first word and after the last; the text does."""
    assert SEALED.holds("lit 1,204 lamps on!", 1)
    assert not OPEN.holds("lit 1,204 lamps on!", 1)


@WITNESSES
def test_a_quotation_is_unique_or_not(witness: Witness):
    """Words that stand twice are, unless something beside them does not."""
    assert not witness.is_unique("Rain fell on the pier", 2)
    assert not witness.is_unique("fell on the pier all", 2)
    assert witness.is_unique("fell on the pier all night", 2)
    assert witness.is_unique("lit 1,204 lamps on", 1)


@WITNESSES
def test_all_places_of_a_quotation_are_known(witness: Witness):
    """So that the remedy can name the passage that was meant."""
    assert [2] == witness.places_of("fell on the pier")
    assert [] == witness.places_of("stood on the pier")


def test_the_nearest_passage_and_what_differs_is_known():
    """An editor reads where most of the words stand and which are the first that do not."""
    assert (1, "evening the \"keeper\" saw") == SEALED.nearest(
        "Late in the evening the “keeper” saw 1,204 lamps"
    )  # fmt: skip
    assert (2, "") == SEALED.nearest("fell on the pier all")
    assert SEALED.nearest("nothing of this is there") is None
    assert SEALED.nearest("too short") is None


@WITNESSES
def test_the_numbers_of_a_passage_are_known(witness: Witness):
    """In digits and in words, by their keys."""
    assert frozenset({"1204"}) == witness.numbers(1)
    assert frozenset({"10000s"}) == witness.numbers(3)
    assert frozenset() == witness.numbers(2) == witness.numbers(9)


@given(st.integers(0, 13), st.integers(4, 14), st.sampled_from("0123456789abcxyzÇı"))
def test_any_stretch_is_found_and_no_changed_one(first: int, length: int, letter: str):
    """Every four words or more of a passage are found; with one letter changed they are not."""
    words = PASSAGES[0].rstrip(".").split()[first : first + length]
    changed = [letter + words[0][1:], *words[1:]]

    assert (len(words) >= 4) == SEALED.holds(" ".join(words), 1)
    if letter != words[0][0] and words[0][0].isalnum():
        assert not SEALED.holds(" ".join(changed), 1)


def test_every_sealed_article_is_a_witness():
    """Where its text is at hand it is used."""
    sealed = find_witnesses(sample_timeline())
    opened = find_witnesses(sample_timeline(with_texts=True))

    assert {"alder-gazette-1991-05-13", "retold-1991-05-14"} == set(sealed) == set(opened)
    assert all(witness.passages is None for witness in sealed.values())
    assert all(witness.passages for witness in opened.values())


# ---- copied words

SEVEN = "in the evening the keeper lit 1,204"
EIGHT = f"{SEVEN} lamps"


def find_copied(text: str, *names: str) -> str:
    """The words that a text shares with the passages, or ''."""
    copied = CopyFinder([PRINT], names).find(text)
    return copied.words if copied else ""


def test_seven_words_in_a_row_are_nobodys():
    """Up to seven may be shared."""
    assert "" == find_copied(f"Once {SEVEN} torches.")


def test_eight_words_in_a_row_are_theirs():
    """The words, the source and the passage are named."""
    copied = CopyFinder([PRINT], []).find(f"Once {EIGHT}, they say.")

    assert copied is not None
    assert (EIGHT, "gazette", 1) == (copied.words, copied.source, copied.passage)


@pytest.mark.parametrize(
    "text",
    [
        "IN THE EVENING, THE KEEPER LIT 1,204 LAMPS!",
        "In the evening – the ‘keeper’ lit; 1,204 lamps",
        "in the évening the\nkeeper... lit (1,204) *lamps*",
    ],
)
def test_case_accents_and_punctuation_hide_nothing(text: str):
    """Words that are only dressed up are still copied."""
    assert EIGHT == find_copied(text)


def test_a_word_between_breaks_the_run():
    """Seven words, another one, and the next seven are not fourteen."""
    assert "" == find_copied("in the evening the keeper lit up 1,204 lamps on the old sea wall")


def test_names_are_not_counted():
    """A name that both have to use does not make eight words of seven."""
    nine = f"{EIGHT} on"

    assert "" == find_copied(EIGHT, "The Keeper")
    assert nine == find_copied(nine, "Evening")


def test_a_long_copied_run_is_found_whole():
    """All words of the stretch are told, names too."""
    text = "the evening the keeper lit 1,204 lamps on the old sea wall of cali point"

    assert text == find_copied(f"So {text} it was.", "Çalı Point")


@pytest.mark.parametrize("text", ["", "one two three", "nothing of this is in any passage at all"])
def test_our_own_words_are_ours(text: str):
    """Short texts and other texts share nothing."""
    assert "" == find_copied(text)


def test_each_fingerprint_is_searched():
    """A run of the second article is found as well as one of the first."""
    other = seal("herald", "0" * 64, ("At noon a grey heron sat on the roof of the mill.",))

    copied = CopyFinder([PRINT, other], []).find("a grey heron sat on the roof of the mill")

    assert copied is not None
    assert ("herald", 1) == (copied.source, copied.passage)
