"""Bodies are split into sentences bound to citations, and turned into safe HTML."""

import re

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.text.markup import (
    MARKER,
    quoted_words,
    render_pieces,
    split_sentences,
    to_html,
    without_quotations,
)


def texts(body: str) -> list[str]:
    """The sentences of a body without markers."""
    return [sentence.text for sentence in split_sentences(body)]


def whole_html(body: str) -> str:
    """The HTML of a body with its markers as [names]."""
    return "".join(
        piece.html + piece.last_word + "".join(f"[{name}]" for name in piece.citations)
        for piece in render_pieces(body)
    )


# ---- sentences


def test_a_sentence_ends_with_its_markers():
    """The markers after the full stop belong to the sentence before them."""
    one, two = split_sentences("Venn leads.[@a1] Reeve accepts it.[@a2][@b1]")

    assert ("Venn leads.[@a1]", "Venn leads.", ("a1",)) == (one.typed, one.text, one.citations)
    assert ("Reeve accepts it.", ("a2", "b1")) == (two.text, two.citations)


def test_markers_may_stand_apart():
    """White space before and between markers changes nothing."""
    sentences = split_sentences("Venn leads. [@a1]\n  [@a2] Reeve accepts it.[@a3]")

    assert [("a1", "a2"), ("a3",)] == [sentence.citations for sentence in sentences]


def test_markers_within_a_sentence_are_bound_to_it():
    """A citation may stand after the half that it carries."""
    (sentence,) = split_sentences("Venn leads,[@a1] and Reeve accepts it.[@a2]")

    assert ("Venn leads, and Reeve accepts it.", ("a1", "a2")) == (
        sentence.text,
        sentence.citations,
    )


def test_a_sentence_without_a_marker_has_none():
    """What nothing is cited for can be told."""
    assert [(), ("a1",)] == [s.citations for s in split_sentences("It rains. It pours.[@a1]")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Reeve and Dr. Venn met Prof. Ali of St. Mary's.",
        "J. R. Reeve lost to M. Venn.",
        "Pier No. 5 is closed.",
        "The share was 52.4 per cent, or 1.204 of it.",
        "The U.S. ferry was late.",
        "Is that so?",
        "It was, she said, “a tide”.",
    ],
)
def test_a_full_stop_within_a_sentence_does_not_end_it(sentence: str):
    """Abbreviations, initials, decimals and quotations stay whole."""
    assert [sentence, "Then it rained."] == texts(f"{sentence}[@a1] Then it rained.[@a2]")


@pytest.mark.parametrize("end", [".", "!", "?", "…", ".”", "?”", ".)", ".**", "!_"])
def test_a_sentence_may_end_in_many_ways(end: str):
    """Marks of the end, with quotation marks, brackets and emphasis behind them."""
    assert [f"It rains{end}", "Then not."] == texts(f"It rains{end}[@a1] Then not.[@a2]")


def test_a_marker_ends_the_sentence_after_an_abbreviation_too():
    """What ends with a marker ends."""
    assert ["He is from the U.S.", "She is not."] == texts(
        "He is from the U.S.[@a1] She is not.[@a2]"
    )


def test_blocks_end_sentences():
    """A paragraph or the item of a list ends where it ends, with or without a full stop."""
    body = "One pier[@a1]\n\n- two lamps[@a2]\n- three lamps[@a3]\n  in a row.[@a4]\n\nEnd.[@a5]"

    assert [
        ("One pier", ("a1",)),
        ("two lamps", ("a2",)),
        ("three lamps\n  in a row.", ("a3", "a4")),
        ("End.", ("a5",)),
    ] == [(s.text, s.citations) for s in split_sentences(body)]


def test_a_sentence_may_be_folded_over_lines():
    """A line break within a paragraph is white space."""
    assert ["Venn leads\nby far.", "Reeve accepts it."] == texts(
        "Venn leads\nby far.[@a1]\nReeve accepts it.[@a2]"
    )


def test_nothing_has_no_sentences():
    """An empty body is none."""
    assert () == split_sentences("") == split_sentences(" \n\n ")


def test_a_blanked_sentence_keeps_its_places():
    """Digits in the names of markers are not read as figures, and nothing moves."""
    (sentence,) = split_sentences("Lead[@a12] of 1,204.[@a3]")

    assert "Lead       of 1,204.     " == sentence.blanked


@given(
    st.lists(
        st.sampled_from(["Venn leads.", "At 52.4 %!", "Is it? [@a]", "– yes.[@a][@b]", "\n\n- so"]),
        max_size=6,
    )
)
def test_no_words_and_no_markers_are_lost(parts: list[str]):
    """All sentences together hold every word and every marker of the body, in order."""
    body = " ".join(parts)

    sentences = split_sentences(body)

    bullets = re.sub(r"(^|\n)\s*-\s", r"\1 ", body)
    assert bullets.split() == [word for s in sentences for word in s.typed.split()]
    assert MARKER.findall(body) == [name for s in sentences for name in s.citations]


# ---- quotation marks


def test_quoted_words_are_found():
    """Both kinds of double quotation marks are; apostrophes are none."""
    assert ["the tide", "1,204 votes"] == quoted_words("“the tide” isn’t \"1,204 votes\" or 'x'")


def test_what_is_not_quoted_is_found():
    """The words outside the marks are our own; markers are nobody's."""
    assert ["She said ", " and left. "] == without_quotations("She said “the tide” and left.[@a1]")
    assert ["all our own"] == without_quotations("all our own")
    assert [] == without_quotations("“all theirs”")


# ---- HTML


def test_a_marker_stands_after_the_last_word_that_it_is_glued_to():
    """The word before a marker is kept apart, so that no marker begins a line."""
    pieces = render_pieces("Venn leads.[@a1][@a2] Reeve accepts.[@a3]")

    assert [
        ("<p>Venn ", "leads.", ("a1", "a2")),
        (" Reeve ", "accepts.", ("a3",)),
        ("</p>", "", ()),
    ] == [(piece.html, piece.last_word, piece.citations) for piece in pieces]


def test_white_space_before_a_marker_is_dropped():
    """A marker sticks to its word however it was typed, over a line break too."""
    assert "<p>Venn leads.[a1][a2]</p>" == whole_html("Venn leads. [@a1]\n   [@a2]")


def test_the_last_word_of_emphasised_text_is_left_in_its_tag():
    """A tag is never cut in two."""
    pieces = render_pieces("Venn *leads.*[@a1]")

    assert ("<p>Venn <em>leads.</em>", "") == (pieces[0].html, pieces[0].last_word)


def test_markers_in_lists_and_tables_stay_in_their_places():
    """Each item has its own."""
    assert "<ul>\n<li>one.[a1]</li>\n<li>two.[a2]</li>\n</ul>" == whole_html(
        "- one.[@a1]\n- two.[@a2]"
    )
    assert "<td>x.[a1]</td>" in whole_html("| a |\n|---|\n| x.[@a1] |")


def test_a_body_without_markers_is_one_piece():
    """Nothing is cut that need not be."""
    assert ["<p>It rains.</p>"] == [piece.html for piece in render_pieces("It rains.")]


def test_letters_with_a_meaning_in_html_are_escaped():
    """Text is text."""
    assert "<p>a &lt; b &amp; c &gt; d[a1]</p>" == whole_html("a < b & c > d[@a1]")


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<p onclick=alert(1)>x</p>",
        "<iframe src=https://alder.example></iframe>",
        "<style>p{display:none}</style>",
        "<form action=https://alder.example><input></form>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java&#10;script:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](vbscript:x)",
        "<a href='javascript&colon;alert(1)'>x</a>",
        "<a href=' javascript:alert(1)'>x</a>",
        "![x](javascript:alert(1))",
        "![x](https://alder.example/spy.png)",
        "<b style='background:url(https://alder.example)'>x</b>",
        "<math><mi xlink:href='javascript:alert(1)'>",
        "<https://alder.example/'onmouseover='alert(1)>",
        "<!--><script>alert(1)</script>-->",
        "<<script>script>alert(1)<</script>/script>",
    ],
)
def test_nothing_that_runs_or_loads_gets_through(typed: str):
    """What Markdown lets pass is stopped by the allow-list."""
    html = to_html(f"Before {typed} after.")

    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    for element in list(tree.iter())[1:]:
        assert element.tag in {"p", "a"}
        assert set(element.attrib) <= {"href"}
        assert element.attrib.get("href", "https:").startswith("https:")
    assert "Before" in html


@pytest.mark.parametrize(
    "address", ["https://alder.example/a?b=c&d#e", "http://alder.example", "mailto:a@b.example",
                "events/lamps.html", "#notes"],
)  # fmt: skip
def test_links_of_the_web_and_of_the_site_are_kept(address: str):
    """An allowed address arrives whole."""
    html = to_html(f"[x]({address})")

    link = html5lib.parseFragment(html, namespaceHTMLElements=False).find(".//a")
    assert {"href": address} == link.attrib


@pytest.mark.parametrize(
    "forged",
    [
        "&#xE000;zz&#xE001;",
        "&#57344;zz&#57345;",
        "&#xe000zz&#xe001",
        r"&\#xE000;zz&\#xE001;",
        "&#x&#xE000;E000;zz&#x&#xE000;E001;",
    ],
)
def test_a_marker_cannot_be_forged(forged: str):
    """Character references for private-use characters bind nothing to a citation."""
    names = {name for piece in render_pieces(f"{forged} x.[@a1]") for name in piece.citations}

    assert {"a1"} == names


def test_other_character_references_are_kept():
    """A reference that an editor types for a letter is that letter."""
    assert "<p>é é é &amp;</p>" == to_html("&#233; &#xe9; &eacute; &amp;")


def test_the_same_text_gives_the_same_html():
    """What was rendered before leaves no trace in what comes next."""
    first = to_html("A [pier][p] and a footnote.\n\n[p]: https://alder.example")
    to_html("[p]: https://other.example")

    assert '<a href="https://alder.example">pier</a>' in first
    assert "<p>A [pier][p] again.</p>" == to_html("A [pier][p] again.")


@given(st.text(alphabet="<>&;#xE01*[]()@a:/\"'= \n-.", max_size=40))
def test_any_body_has_pieces_that_are_safe(body: str):
    """No body raises, and no tag but those of the allow-list comes out."""
    html = whole_html(body)

    tags = set(re.findall(r"</?([a-z0-9]+)", html))
    assert tags <= {"p", "em", "strong", "a", "ul", "li", "ol", "br", "code", "pre", "blockquote",
                    "h2", "h3"}  # fmt: skip


@given(st.text(alphabet="aBşİ1 .,:;!?%'’“”\"()-–_*#\ue000\ue001", min_size=1, max_size=40))
def test_plain_text_becomes_what_the_converter_makes_of_it(text: str):
    """Where nothing means anything to Markdown, the shorter way gives the same HTML."""
    text = f"a{text.strip()}"

    alone, followed = to_html(text), to_html(f"{text}\n\n*x*")

    assert f"{alone}\n<p><em>x</em></p>" == followed
