"""A record says who published what and how sure we are; it never holds the article."""

import pytest

from builder.models.records import Address, Passage, Published, Source, Translation
from tests.examples import make, sample_timeline, told, validate


def test_a_passage_has_a_gist_or_is_furniture():
    """Each line of an article is reported in our words, or it is said why not."""
    assert "It rains." == make(Passage, "number: 1\ngist: It rains.").gist
    assert "an advertisement" == make(Passage, "number: 1\nfurniture: an advertisement").furniture
    for text, said in (
        ("number: 1", "passage 1 waits for its gist"),
        (
            "number: 1\ngist: It rains.\nfurniture: an advertisement",
            "a passage has either a gist or a reason why it is furniture",
        ),
    ):
        assert [("bad-value", 1, 1, said)] == told(validate(Passage, text)[1])


@pytest.mark.parametrize(
    ("certainty", "url", "is_right"),
    [
        ("exact", "https://alder.example/a", True),
        ("mirror", "https://alder.example/a", True),
        ("inferred", "https://alder.example/a", True),
        ("none", "", True),
        ("none", "https://alder.example/a", False),
        ("exact", "", False),
    ],
)
def test_an_address_is_given_exactly_when_it_is_known(certainty: str, url: str, is_right: bool):
    """A certainty without an address, or an address without one, is refused."""
    line = f"url: {url}\n" if url else ""

    _, problems = validate(Address, f"{line}certainty: {certainty}\nnote: n\n")

    assert is_right is not bool(problems)


def test_where_a_date_is_stated_is_typed_under_from():
    """The key is an English word that Python keeps for itself."""
    published = make(Published, "date: 1991-05-13\nbasis: stated\nfrom: the title page")

    assert "the title page" == published.source
    _, problems = validate(Published, "date: 1991-05-13\nbasis: stated\n")
    assert [("missing-key", 1, 1, "the key 'from' is missing here")] == told(problems)


def test_a_translation_goes_through_two_languages_at_least():
    """A chain of one language translates nothing."""
    make(Translation, "chain: [en, fr, en]\nbasis: stated\nnote: n")

    _, problems = validate(Translation, "chain: [en]\nbasis: stated\nnote: n")
    assert [("bad-value", 1, 8, "'chain' holds too few")] == told(problems)


def test_a_source_with_a_translation_is_one():
    """Whether words are nobody's exact words follows from the record."""
    gazette, retold = sample_timeline().sources

    assert not gazette.is_translation
    assert retold.is_translation


def test_furniture_reports_nothing():
    """The advertisement of the sample's gazette is no reporting passage."""
    gazette = sample_timeline().source["alder-gazette-1991-05-13"]

    assert [1, 2, 3, 4, 6] == [passage.number for passage in gazette.reported()]


def test_a_record_has_no_key_for_the_text():
    """A passage's words cannot be added to a record by accident."""
    assert "text" not in Passage.model_fields
    _, problems = validate(Passage, "number: 1\ngist: g\ntext: t")
    assert [("unknown-key", 3, 1, "no key is called 'text' here")] == told(problems)


def test_the_file_of_an_article_has_no_folder():
    """A record cannot make the builder read another file of the machine."""
    _, problems = validate(Source, "document: {file: ../secret.txt, sha256: x, words: 1}")

    assert "'file' cannot be '../secret.txt'" in [problem.message for problem in problems]
