"""What is cited names our entry and the articles behind it, in every form."""

import json
from dataclasses import replace

import pytest

from builder.citing.entries import (
    Citable,
    CiteForms,
    Citer,
    citable_event,
    citable_figure,
    citable_site,
)
from builder.reading.project import read_timeline
from builder.scale import MOST_CITED
from builder.views.addresses import Addresses
from tests.corrected import corrected_timeline
from tests.examples import WORDING, sample_timeline
from tests.projects import ROOT
from tests.references import read_bibtex, read_ris

TIMELINE = sample_timeline()
CORRECTED = corrected_timeline()
NOWHERE, KNOWN = (Citer(WORDING, Addresses(base)) for base in ("/", "https://example.org/votes/"))
GAZETTE, RETOLD = "alder-gazette-1991-05-13", "retold-1991-05-14"
VOTE = citable_event(TIMELINE, WORDING, TIMELINE.event["the-town-votes"])
SHARE = citable_figure(TIMELINE, WORDING, TIMELINE.figure["share-venn"])
CITABLES = (citable_site(TIMELINE), VOTE, SHARE)


def test_an_event_is_cited_with_its_passages():
    """Title, date, site; then each article with the passages in order, each once."""
    assert (
        "“Port Alder elects Mara Venn” (12 May 1991), Port Alder counts. Based on: "
        "Alder Gazette (13 May 1991), passages 1, 2; "
        "Retold report (about 14 May 1991), passage 2."
    ) == NOWHERE.cite(VOTE).text


def test_the_address_is_named_where_it_is_known():
    """A path alone is left out."""
    assert ", https://example.org/votes/events/the-town-votes.html. " in (KNOWN.cite(VOTE).text)
    assert ", https://example.org/votes/figures.html#figure-share-venn. " in (
        KNOWN.cite(SHARE).text
    )


def test_a_figure_is_cited_with_its_value_and_its_one_passage():
    """And with whom it is about."""
    assert (
        "“Share of the vote: 52.4%, Mara Venn, Lantern” (12 May 1991), Port Alder counts. "
        "Based on: Alder Gazette (13 May 1991), passage 2."
    ) == NOWHERE.cite(SHARE).text


def test_a_figure_about_nobody_is_cited_without():
    """No comma stands for what is not there."""
    citable = citable_figure(TIMELINE, WORDING, TIMELINE.figure["walkers"])

    assert "People gathered: thousands" == citable.title


def test_quotation_marks_of_a_title_are_single_within_a_citation():
    """Two pairs of the same marks would not be told apart."""
    speech = citable_event(TIMELINE, WORDING, TIMELINE.event["venn-speaks"])

    forms = NOWHERE.cite(speech)

    assert forms.text.startswith("“‘The tide has turned’” (12 May 1991), Port Alder counts")
    assert "“The tide has turned”" == json.loads(forms.csl)[0]["title"]


def test_the_site_is_cited_with_all_articles():
    """Without passages: it rests on all of them."""
    assert (
        "Port Alder counts. Based on: Alder Gazette (13 May 1991); "
        "Retold report (about 14 May 1991)."
    ) == NOWHERE.cite(citable_site(TIMELINE)).text


def test_of_very_many_articles_the_site_tells_the_number():
    """A citation that names hundreds is of no use; it says where they are."""
    first = TIMELINE.sources[0]
    named = (first.model_copy(update={"id": f"gazette-{n}"}) for n in range(MOST_CITED + 1))
    large = replace(TIMELINE, sources=tuple(named))
    behind = "Based on 51 articles, all listed at "

    forms = KNOWN.cite(citable_site(large))

    assert NOWHERE.cite(citable_site(large)).text.endswith(f"{behind}sources/index.html.")
    assert forms.text.endswith(f"{behind}https://example.org/votes/sources/.")
    assert 1 == len(json.loads(forms.csl))


def test_a_change_is_dated_and_without_one_there_is_no_date():
    """Our entry has the day that the content tells; no clock is asked."""
    changed = citable_event(CORRECTED, WORDING, CORRECTED.event["venn-speaks"])

    forms = NOWHERE.cite(changed)

    assert "last changed 3 August 1991" in forms.text
    assert {"date-parts": [[1991, 8, 3]]} == json.loads(forms.csl)[0]["issued"]
    assert "issued" not in json.loads(NOWHERE.cite(VOTE).csl)[0]
    figure = citable_figure(CORRECTED, WORDING, CORRECTED.figure["lead-venn"])
    assert "1991-06-02" == str(figure.changed)


@pytest.mark.parametrize("citable", CITABLES, ids=lambda citable: citable.key)
def test_each_form_has_our_entry_first_and_every_article_behind_it(citable: Citable):
    """On two levels, under the same keys."""
    forms = KNOWN.cite(citable)
    keys = [citable.key, *(source.id for source, _ in citable.passages)]

    bibtex = read_bibtex(forms.bibtex).entries
    assert keys == list(bibtex)
    assert "online" == bibtex[citable.key].type
    assert ",".join(keys[1:]) == bibtex[citable.key].fields["related"]
    assert keys == [item["id"] for item in json.loads(forms.csl)]
    assert keys == [record["ID"][0] for record in read_ris(forms.ris)]


def test_each_form_names_the_passages():
    """The note of our entry says in words what it rests on."""
    behind = "Alder Gazette (13 May 1991), passages 1, 2; Retold report"
    forms = KNOWN.cite(VOTE)

    assert behind in read_bibtex(forms.bibtex).entries[VOTE.key].fields["note"]
    assert behind in json.loads(forms.csl)[0]["note"]
    assert behind in read_ris(forms.ris)[0]["N1"][0]


def test_a_form_on_a_page_survives_a_tidying_of_the_page():
    """No line ends and no trailing space are left to lose; nothing in it is markup."""
    shown = CiteForms("", "", "ER  - \n<b>\n\nTY\n", "").preformatted("ris")

    assert "ER  - &#10;&lt;b&gt;&#10;&#10;TY" == shown


def test_everything_that_is_published_can_be_cited():
    """Each event and figure of the real content, in forms that are read, under its own key."""
    real = read_timeline(ROOT)[0].without_drafts()
    citables = [
        *(citable_event(real, WORDING, event) for event in real.events),
        *(citable_figure(real, WORDING, figure) for figure in real.figures),
    ]
    keys = [citable.key for citable in citables]
    forms = [KNOWN.cite(citable) for citable in citables]

    assert len(keys) == len(set(keys))
    assert keys == [next(iter(read_bibtex(form.bibtex).entries)) for form in forms]
    assert keys == [read_ris(form.ris)[0]["ID"][0] for form in forms]
    assert keys == [json.loads(form.csl)[0]["id"] for form in forms]
