"""Each article has a page with its passages, the words quoted from them, and what cites them."""

from builder.pages.contents import ShownPassage, SourcePage
from builder.pages.figure_contents import SourcesPage
from builder.pages.sources import plan_sources
from tests.examples import WORDING, made, sample_timeline

PAGES = {
    page.path: page for page in made(plan_sources(sample_timeline().without_drafts(), WORDING))
}


def content_of(name: str) -> SourcePage:
    """What the page of an article shows."""
    content = PAGES[f"sources/{name}.html"].content
    assert isinstance(content, SourcePage)
    return content


def passage_of(name: str, number: int) -> ShownPassage:
    """One passage on the page of an article."""
    return content_of(name).passages[number - 1]


GAZETTE, RETOLD = "alder-gazette-1991-05-13", "retold-1991-05-14"


def test_every_article_has_its_page_and_stands_in_the_index():
    """The index comes first and shows them in their order."""
    assert ["sources/index.html", f"sources/{GAZETTE}.html", f"sources/{RETOLD}.html"] == list(
        PAGES
    )
    index = PAGES["sources/index.html"].content
    assert isinstance(index, SourcesPage)
    assert (content_of(GAZETTE), content_of(RETOLD)) == index.entries


def test_all_passages_are_shown():
    """Furniture too, so that the numbers can be followed."""
    assert [1, 2, 3, 4, 5, 6] == [shown.passage.number for shown in content_of(GAZETTE).passages]


def test_a_passage_shows_everything_that_cites_it_once():
    """The opening, a race, a person, an event, a figure and where articles are compared."""
    uses = passage_of(GAZETTE, 1).uses

    assert [
        ("index.html#opening", "The opening of the timeline", ""),
        ("races/1991.html", "The vote of 12 May 1991", "12 May 1991"),
        ("people/mara-venn.html", "Mara Venn", ""),
        ("events/the-town-votes.html", "Port Alder elects Mara Venn", "12 May 1991"),
        ("figures.html#figure-lead-venn", "Lead in votes", "12 May 1991"),
        ("differences.html#difference-how-far-ahead", "How far ahead was Venn?", ""),
        ("compare.html#topic-lead", "The lead", ""),
    ] == [(use.path, use.title, use.when) for use in uses]


def test_a_passage_shows_the_words_that_are_quoted_from_it():
    """Each quotation once, with its speaker and its place in the original."""
    (quoted,) = passage_of(GAZETTE, 3).quoted

    assert quoted.words.startswith("The tide has turned")
    assert quoted.speaker is sample_timeline().person["mara-venn"]
    assert "#:~:text=" in quoted.original


def test_a_passage_without_use_says_nothing():
    """An advertisement is cited nowhere."""
    assert ((), (), ()) == (
        passage_of(GAZETTE, 5).uses,
        passage_of(GAZETTE, 5).quoted,
        passage_of(GAZETTE, 5).oddities,
    )


def test_oddities_stand_at_their_passage():
    """A slip in a name is told where it is."""
    assert ["name"] == [oddity.kind for oddity in passage_of(RETOLD, 1).oddities]


def test_a_translation_names_its_languages():
    """From the first to the last, in the words of the page's language."""
    assert ("English", "French", "English") == content_of(RETOLD).languages
    assert () == content_of(GAZETTE).languages


def test_when_it_appeared_is_as_exact_as_it_is_known():
    """An inferred day says about."""
    assert "13 May 1991" == content_of(GAZETTE).published.text
    assert "about 14 May 1991" == content_of(RETOLD).published.text


def test_only_a_known_original_is_led_to():
    """The retold report's page was never found."""
    assert "https://gazette.example/1991/port-alder-mayor" == content_of(GAZETTE).original
    assert "" == content_of(RETOLD).original
