"""Words and numbers of a text, as they are compared."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.text.words import (
    MONTHS,
    count_words,
    exact_runs,
    find_numbers,
    fold_exact,
    fold_letters,
    loose_runs,
    loose_words,
    number_keys,
    say_number,
    tokenize,
)


def keys(text: str) -> list[str]:
    """The keys of the numbers in a text, in order."""
    return [number.key for number in find_numbers(text)]


# ---- folding


def test_exact_folding_keeps_case_and_digits():
    """What is compared exactly is never lower-cased and never loses a digit."""
    assert "İI ıi 0123 1,204.50" == fold_exact("İI ıi 0123 1,204.50")


def test_exact_folding_levels_what_only_looks_different():
    """Composed letters, white space and quotation marks of every kind are one."""
    assert '"é" \'tis a b' == fold_exact(" “e\u0301” ’tis\u00a0a\n\tb ")
    assert '"a" "b"' == fold_exact("«a» „b“")


def test_exact_folding_changes_nothing_else():
    """Hyphens, dots and dashes are part of the words."""
    assert "one-two – three… four." == fold_exact("one-two – three… four.")


@pytest.mark.parametrize(
    "name", ["İlbüşoğlu", "ILBUSOGLU", "ılbuşoğlu", "ilbüsoglu", "İLBÜŞOĞLU", "i̇lbüşoğlu"]
)
def test_a_turkish_name_is_found_however_its_letters_are_typed(name: str):
    """All four Turkish i are one letter in a search, and accents do not matter."""
    assert "ilbusoglu" == fold_letters(name)


def test_folded_names_sort_beside_their_neighbours():
    """Çelen stands between Candan and Devrim and not after Zorlu."""
    names = ["Zorlu", "Şemse", "Çelen", "Candan", "Devrim", "Umay", "Ümit"]

    assert ["Candan", "Çelen", "Devrim", "Şemse", "Umay", "Ümit", "Zorlu"] == sorted(
        names, key=fold_letters
    )


@settings(max_examples=40)
@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(text: str):
    """A folded text stays as it is."""
    assert fold_exact(text) == fold_exact(fold_exact(text))


# ---- words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("50.92, I'm at 15million!", ["50.92", "I'm", "at", "15million"]),
        ("52.4% of well-known ones", ["52.4", "%", "of", "well-known", "ones"]),
        ("4.741.868 and 54,21", ["4.741.868", "and", "54,21"]),
        ("“End.” (Yes)", ["End", "Yes"]),
        ("one—two … three", ["one", "two", "three"]),
        ("", []),
    ],
)
def test_words_are_taken_apart(text: str, words: list[str]):
    """A figure, a contraction and a compound are one word each; punctuation is none."""
    assert words == [token.text for token in tokenize(text)]


def test_a_word_knows_where_it_stands():
    """The text between start and end is the word."""
    text = "Lamps: 1,204 on the wall"

    assert all(token.text == text[token.start : token.end] for token in tokenize(text))


def test_words_are_counted_between_white_space():
    """The count is the one that an editor makes by eye."""
    assert 4 == count_words(" at 1,204  votes\n–\t")
    assert 0 == count_words(" \n")


def test_exact_runs_hold_the_text_between_the_words():
    """A changed comma is another run; what stands outside the run is not part of it."""
    assert ["a b, c d", "b, c d: e"] == exact_runs("“a b, c d: e.”")
    assert exact_runs("a b, c d") != exact_runs("a b c d")


def test_a_short_text_has_no_runs():
    """Three words are no run of four."""
    assert [] == exact_runs("one two three")
    assert [] == loose_runs("one two three")
    assert [] == exact_runs("")


def test_loose_runs_ignore_case_accents_and_punctuation():
    """However a text is dressed up, its runs are the same."""
    assert ["the tide has turned"] == loose_runs("“The tide”: has TURNED!")
    assert loose_runs("Çok güzel bir gün") == loose_runs("COK, guzel — bir gun")


def test_loose_words_keep_figures_whole():
    """A figure is a word, with its separators."""
    assert ["about", "1,204", "dont", "52.4"] == loose_words("About 1,204 don’t 52.4%")


@settings(max_examples=40)
@given(st.lists(st.sampled_from(["pier", "Lamp", "1,204", "üç", "I'm"]), max_size=12))
def test_every_run_of_a_text_is_found_in_it(words: list[str]):
    """There are as many runs as places where one begins, and each is a part of the text."""
    text = ", ".join(words)

    runs = exact_runs(text)

    assert max(0, len(words) - 3) == len(runs) == len(loose_runs(text))
    assert all(run in text for run in runs)


# ---- numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1204", ["1204"]),
        ("1,204", ["1204"]),
        ("12,345,678 votes", ["12345678"]),
        ("4,741,868.5", ["4741868.5"]),
        ("1,2045", ["1", "2045"]),
        ("1,20 and 54,21", ["1", "20", "54", "21"]),
        ("52.4", ["52.4"]),
        ("52.40 or 50.0", ["52.4", "50"]),
        ("1.204.", ["1.204"]),
        ("52.4% or 52.4 per cent", ["52.4", "52.4"]),
        ("12:30", ["12", "30"]),
        ("-5", ["5"]),
        ("0 and 0.5", ["0", "0.5"]),
    ],
)
def test_numbers_in_digits(text: str, expected: list[str]):
    """Grouping is dropped, decimals are kept, and other separators part two numbers."""
    assert expected == keys(text)


@pytest.mark.parametrize("text", ["007", "00", "01", "000"])
def test_leading_zeros_are_kept(text: str):
    """007 is not 7."""
    assert [text] == keys(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two", ["2"]),
        ("Nineteen of TWENTY", ["19", "20"]),
        ("twenty-one", ["21"]),
        ("ninety nine", ["99"]),
        ("a dozen", ["12"]),
        ("half of them", ["0.5"]),
        ("zero", ["0"]),
        ("three-quarters", ["3"]),
        ("often someone tenders", []),
        ("dozens", []),
    ],
)
def test_numbers_in_words(text: str, expected: list[str]):
    """Counts are read in English words, alone and in compounds, and only as whole words."""
    assert expected == keys(text)


@pytest.mark.parametrize("text", ["one", "One of them", "a", "an hour", "no one", "one-sided"])
def test_one_and_a_are_pronouns(text: str):
    """The lone words are not counts."""
    assert [] == keys(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("15 million", "15000000"),
        ("15million", "15000000"),
        ("15m", "15000000"),
        ("1.5 billion", "1500000000"),
        ("a million", "1000000"),
        ("one million", "1000000"),
        ("A hundred", "100"),
        ("half a million", "500000"),
        ("two thousand", "2000"),
        ("twenty-five thousand", "25000"),
        ("two hundred thousand", "200000"),
        ("1,200 thousand", "1200000"),
    ],
)
def test_a_scale_multiplies(text: str, key: str):
    """A number before hundred, thousand or million is one number, as it was typed."""
    assert [(key, text, 0)] == list(find_numbers(text))


def test_scales_that_count_nothing_are_no_numbers():
    """Several hundred is not a hundred."""
    assert [] == keys("several hundred, a few thousand, million-strong")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("thousands", "1000s"),
        ("Millions", "1000000s"),
        ("tens of thousands", "10000s"),
        ("hundreds of thousands", "100000s"),
        ("1990s", "1990s"),
        ("1,000s", "1000s"),
    ],
)
def test_round_plurals_are_numbers_of_their_own(text: str, key: str):
    """Tens of thousands are neither ten nor a thousand."""
    assert [(key, text, 0)] == list(find_numbers(text))


@pytest.mark.parametrize(
    ("text", "key"), [("1st", "1."), ("22nd", "22."), ("third", "3."), ("1,000th", "1000.")]
)
def test_ordinals_are_not_counts(text: str, key: str):
    """The third is not three."""
    assert [(key, text, 0)] == list(find_numbers(text))


def test_months_are_numbers():
    """A date in words is compared by its month too; the verb in small letters is not a month."""
    assert ["12", "May", "1991"] == keys("12 May 1991")
    assert [] == keys("they may march")
    assert list(MONTHS) == keys(" ".join(MONTHS))


def test_a_number_knows_where_it_stands():
    """The typed form is what stands at its start."""
    text = "At 52.4 per cent, tens of thousands; twenty-one."

    assert ["52.4", "tens of thousands", "twenty-one"] == [
        text[n.start : n.start + len(n.typed)] for n in find_numbers(text)
    ]


@pytest.mark.parametrize("text", ["10²", "①", "Ⅳ", "½", "m²", "x₂", "١٢", "३ million"])
def test_digits_of_other_kinds_do_no_harm(text: str):
    """Exponents, fractions and other scripts are read or left, and never raise."""
    assert all(re.fullmatch(r"\w+", number.key) for number in find_numbers(text))


def test_the_keys_of_several_texts_are_one_set():
    """Two forms of a number are one key."""
    assert frozenset({"1000", "2"}) == number_keys(["1,000", "a thousand", "two"])


@settings(max_examples=40)
@given(st.integers(min_value=1, max_value=10**40), st.integers(0, 999))
def test_a_number_is_found_again_however_it_is_grouped(whole: int, decimals: int):
    """With commas and without, with decimals and without, the key is that of the plain number."""
    for end in ("", f".{decimals:03d}"):
        plain = find_numbers(f"of {whole}{end} votes")
        grouped = find_numbers(f"of {whole:,}{end} votes")

        assert [plain[0].key] == [number.key for number in grouped]
        assert f"{whole:,}{end}" == grouped[0].typed


@settings(max_examples=40)
@given(st.from_regex(r"[1-9][0-9]{0,2}(,[0-9]{3}){0,3}(\.[0-9]{1,3})?", fullmatch=True), st.data())
def test_one_changed_digit_changes_the_key(number: str, data: st.DataObject):
    """No digit can become another one unnoticed."""
    positions = [at for at, character in enumerate(number) if character.isdigit()]
    at = data.draw(st.sampled_from(positions))
    digit = data.draw(st.sampled_from(sorted(set("0123456789") - {number[at]})))
    changed = number[:at] + digit + number[at + 1 :]

    assert keys(f"by {number} votes") != keys(f"by {changed} votes")


@settings(max_examples=40)
@given(st.integers(0, 99), st.sampled_from(["", "thousand", "million"]))
def test_words_and_digits_have_the_same_key(value: int, scale: str):
    """A count below a hundred is the same number in words, with its scale."""
    units = "zero one two three four five six seven eight nine ten eleven twelve thirteen"
    units += " fourteen fifteen sixteen seventeen eighteen nineteen"
    tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    word = units.split()[value] if value < 20 else tens[value // 10 - 2]
    if value > 20 and value % 10:
        word += "-" + units.split()[value % 10]
    expected = [] if word == "one" and not scale else keys(f"{value} {scale}")

    assert expected == keys(f"{word} {scale}")


@settings(max_examples=40)
@given(st.text(max_size=40))
def test_no_text_raises(text: str):
    """Whatever stands in an article can be searched for numbers."""
    assert all(number.typed in text for number in find_numbers(text))


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("13000", "13,000"), ("2019", "2019"), ("50.92", "50.92"), ("1234567.5", "1,234,567.5"),
        ("3.", "3rd"), ("11.", "11th"), ("21.", "21st"), ("112.", "112th"), ("March", "March"),
        ("1000s", "thousands"), ("10000s", "tens of thousands"), ("1000000s", "millions"),
        ("1990s", "1990s"), ("007", "007"),
    ],
)  # fmt: skip
def test_a_number_is_said_as_an_editor_would_write_it(key: str, said: str):
    """Messages show no keys of ours."""
    assert said == say_number(key)
