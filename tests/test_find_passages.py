"""Passages are found by words, numbers and quotations, and are ready to be cited."""

import pytest

from builder.editing.find_passages import find_passages, tell_matches, tell_nothing
from tests.examples import sample_timeline


def found(query: str, *, with_texts: bool = False) -> list[str]:
    """Letter and number of each passage that is found."""
    matches = find_passages(query, sample_timeline(with_texts=with_texts))
    return [f"{match.source.letter}{match.passage.number}" for match in matches]


@pytest.mark.parametrize(
    ("query", "passages"),
    [
        ("tide", ["A3"]),
        ("TİDE", ["A3"]),
        ("the lead of votes", ["B2"]),
        ("Venn 300", ["A3"]),
        ("1,204", ["A1"]),
        ("1.204", ["A1"]),
        ("two decades", ["B4"]),
        ("2 decades", ["B4"]),
        ("sixty-one thousand", ["B4"]),
        ("61 thousand", ["B4"]),
        ("advertisement", ["A5"]),
        ("customs house", []),
        ("zebra", []),
        ("", []),
    ],
)
def test_gists_and_numbers_are_searched_without_the_texts(query: str, passages: list[str]):
    """A number is found however it is written, a word however it is accented."""
    assert passages == found(query)


def test_the_texts_are_searched_where_they_are_at_hand():
    """A word that no gist holds is found in its article."""
    assert ["A3"] == found("customs house", with_texts=True)


@pytest.mark.parametrize("with_texts", [True, False])
def test_words_as_printed_are_found_without_the_text(with_texts: bool):
    """Four words in a row are known by their hashes, and become a quotation."""
    query = "“The tide has turned, and nobody will be left”"
    matches = find_passages(query, sample_timeline(with_texts=with_texts))

    assert ["A3"] == [f"{match.source.letter}{match.passage.number}" for match in matches]
    told = tell_matches(matches, query)
    assert (
        "    - id: a3\n"
        "      source: alder-gazette-1991-05-13\n"
        "      passage: 3\n"
        "      quotation: The tide has turned, and nobody will be left"
    ) in told


@pytest.mark.parametrize("marks", ['""', "''", "“”", "„“", "‘’", "‚‘", "«»", "‹›", "``"])
def test_quotation_marks_around_a_query_are_not_looked_for(marks: str):
    """Straight or typographic, as a shell or a web page leaves them."""
    words = "The tide has turned, and nobody will be left"
    query = f"{marks[0]}{words}{marks[1]}"

    matches = find_passages(query, sample_timeline())

    assert find_passages(words, sample_timeline()) == matches
    assert tell_matches(matches, query).endswith(f"      quotation: {words}")
    assert tell_nothing(f"{marks[0]}zebra{marks[1]}", sample_timeline()).startswith(
        "No passage holds 'zebra'."
    )


def test_words_that_stand_twice_are_no_quotation():
    """A link could not point at them."""
    query = "nobody stays behind on"
    told = tell_matches(find_passages(query, sample_timeline()), query)

    assert "These words stand there more than once: quote a word more." in told
    assert "quotation:" not in told


def test_a_match_is_told_with_everything_an_editor_needs():
    """Letter and number, source, gist, the words around, who cites it, the citation."""
    timeline = sample_timeline(with_texts=True)

    told = tell_matches(find_passages("1,204", timeline), "1,204")

    assert told == (
        "A1  Alder Gazette, passage 1 (alder-gazette-1991-05-13)\n"
        "    Mara Venn wins in Port Alder on 12 May 1991, 1,204 votes ahead.\n"
        "    text: … Sunday 12 May 1991, by a lead of 1,204 votes\n"
        "    cited by: the-town-votes, plans-of-the-mayor (draft)\n"
        "    - id: a1\n"
        "      source: alder-gazette-1991-05-13\n"
        "      passage: 1"
    )


def test_page_furniture_is_named_as_such():
    """What cannot be cited comes without a citation."""
    told = tell_matches(find_passages("advertisement", sample_timeline()), "advertisement")

    assert told.endswith(
        "page furniture, not to be cited: an advertisement for the newspaper itself"
    )


def test_a_vain_search_says_what_was_searched_and_what_comes_near():
    """A slip of the pen is answered with the word that was meant."""
    told = tell_nothing("coucil", sample_timeline())

    assert "No passage holds 'coucil'." in told
    assert "the articles' texts are not at hand" in told
    assert "Did you mean council instead of coucil?" in told


def test_words_that_never_stand_together_are_too_many():
    """Who asks for less finds something."""
    told = tell_nothing("Skell advertisement", sample_timeline())

    assert told.endswith("Ask for fewer words: a passage has to hold them all.")
