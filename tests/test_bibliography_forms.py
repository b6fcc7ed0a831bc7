"""Independent programs read the three forms, and find the same in each."""

import json

import pytest

from builder.citing.bibliography import Entry, article_entries
from builder.citing.forms import (
    BIBLATEX_HEAD,
    escape_tex,
    make_forms,
    to_biblatex,
    to_csl,
    to_ris,
    with_dos_line_ends,
)
from builder.reading.project import read_timeline
from builder.text.dates import parse_date
from builder.views.addresses import Addresses
from tests.examples import WORDING, sample_timeline
from tests.projects import ROOT
from tests.references import format_csl, read_bibtex, read_ris

ENTRIES = article_entries(sample_timeline(), WORDING, Addresses())
FORMS = [make_forms(entry) for entry in ENTRIES]
REAL = article_entries(read_timeline(ROOT)[0], WORDING, Addresses("https://example.org/"))
TURKISH = Entry(
    "a-key",
    "article",
    "İğdır’ın Şişli & Çankaya % 50_0 #1 {ıI} ~^\\ $",
    "Gazete",
    parse_date("2019-06-24~"),
    "https://example.org/a_b?c=%C4%B1&d={e}#f~g",
    "tr",
    "",
)


def test_pybtex_reads_every_article():
    """By the keys of the records; what is not known has no field."""
    read = read_bibtex(BIBLATEX_HEAD + to_biblatex(FORMS)).entries

    assert ["alder-gazette-1991-05-13", "retold-1991-05-14"] == list(read)
    gazette, retold = read.values()
    assert "article" == gazette.type
    assert "{Port Alder turns to Venn}" == gazette.fields["title"]
    assert "The Alder Gazette" == gazette.fields["journaltitle"]
    assert "1991-05-13" == gazette.fields["date"]
    assert "https://gazette.example/1991/port-alder-mayor" == gazette.fields["url"]
    assert ("misc", "1991-05-14~") == (retold.type, retold.fields["date"])
    assert not {"url", "journaltitle"} & set(retold.fields)


def test_letters_are_kept_and_the_syntax_of_tex_is_escaped():
    """Turkish letters stay; no brace of a title ends its field, no % hides the rest."""
    read = read_bibtex(to_biblatex([make_forms(TURKISH)])).entries["a-key"]

    title = r"İğdır’ın Şişli \& Çankaya \% 50\_0 \#1 \textbraceleft{}ıI\textbraceright{}"
    rest = r" \textasciitilde{}\textasciicircum{}\textbackslash{} \$"
    assert f"{{{title}{rest}}}" == read.fields["title"]
    assert "https://example.org/a_b?c=%C4%B1&d=%7Be%7D#f~g" == read.fields["url"]
    assert "turkish" == read.fields["langid"]


def test_nothing_that_tex_acts_on_is_left():
    """Every special letter is escaped once."""
    assert r"\#\$\%\&\_\textbraceleft{}\textbraceright{}" == escape_tex("#$%&_{}")


def test_citeproc_formats_every_article():
    """In the style Harvard, with title, newspaper, year and address."""
    formatted = format_csl(to_csl(FORMS))

    assert {entry.key for entry in ENTRIES} == set(formatted)
    gazette = formatted["alder-gazette-1991-05-13"]
    for part in ("Port Alder turns to Venn", "The Alder Gazette", "1991", "gazette.example"):
        assert part in gazette
    assert "[Retold report]" in formatted["retold-1991-05-14"]


def test_csl_says_circa_and_leaves_out_what_is_not_known():
    """No key without a value."""
    gazette, retold = json.loads(to_csl(FORMS))

    assert "article-newspaper" == gazette["type"]
    assert {"date-parts": [[1991, 5, 13]]} == gazette["issued"]
    assert {"date-parts": [[1991, 5, 14]], "circa": True} == retold["issued"]
    assert {"id", "type", "title", "issued", "language", "note"} == set(retold)


def test_a_strict_reader_takes_the_ris():
    """TY first, ER last; a date only as far as it is certain."""
    gazette, retold = read_ris(to_ris(FORMS))

    assert (["NEWS"], ["1991/05/13/"]) == (gazette["TY"], gazette["DA"])
    assert ["Port Alder turns to Venn"] == gazette["TI"]
    assert (["GEN"], ["1991"], ["1991/05//"]) == (retold["TY"], retold["PY"], retold["DA"])
    assert not {"UR", "T2"} & set(retold)


def test_a_ris_file_has_the_line_ends_of_its_specification():
    """Carriage return and line feed; the text on a page has line feeds alone."""
    text = to_ris(FORMS)

    assert "\r" not in text
    assert text.count("\n") == with_dos_line_ends(text).count("\r\n")


@pytest.mark.parametrize("entries", [ENTRIES, REAL], ids=["sample", "real"])
def test_each_form_has_the_same_articles_titles_and_addresses(entries: list[Entry]):
    """No form drops what another has."""
    forms = [make_forms(entry) for entry in entries]
    bibtex = read_bibtex(to_biblatex(forms)).entries
    csl = {item["id"]: item for item in json.loads(to_csl(forms))}
    ris = {record["ID"][0]: record for record in read_ris(to_ris(forms))}
    keys = [entry.key for entry in entries]

    assert keys == list(bibtex) == list(csl) == list(ris)
    assert set(keys) == set(format_csl(to_csl(forms)))
    for key in keys:
        addresses = [bibtex[key].fields.get("url"), csl[key].get("URL")]
        assert [*ris[key].get("UR", [None])] * 2 == addresses
        titles = [bibtex[key].fields.get("title", "{}")[1:-1], csl[key].get("title", "")]
        assert [*ris[key].get("TI", [""])] * 2 == titles
