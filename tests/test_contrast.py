"""The colours can be told apart: WCAG contrast of every pair of tokens, by day and by night.

The tokens are read from static/styles/1-tokens.css. A pair is listed once, with what it is for;
a token that is in no pair is listed with the reason.
"""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from builder.pictures import scenery
from tests.projects import ROOT

TOKENS = ROOT / "static/styles/1-tokens.css"

TEXT = {
    ("ink", "paper"): "what is read",
    ("ink", "paper-raised"): "notes, fields, buttons, menus",
    ("ink", "paper-sunk"): "a button under the pointer",
    ("ink", "water"): "the event or passage that one came for",
    ("ink", "mark"): "quoted words in a passage",
    ("ink-second", "paper"): "dates, labels, captions",
    ("ink-second", "paper-raised"): "labels in a note",
    ("ink-second", "water"): "labels of the passage that one came for",
    ("link", "paper"): "links, numbers of citations",
    ("link", "paper-raised"): "links in a note",
    ("link", "water"): "links in the passage that one came for",
    ("turquoise", "paper"): "kickers, shores, years",
    ("turquoise", "water"): "soundings, on the water",
    ("tulip", "paper"): "annulled, sources differ",
    ("tulip", "paper-raised"): "the same in a note",
    ("tulip", "water"): "the same in the event or figure that one came for",
    ("paper", "tulip"): "the stamp of a draft",
    ("paper", "ink"): "the skip link",
    ("paper", "link"): "the number of an open citation",
    ("sea-ink", "sea"): "the footer",
    ("sea-ink-second", "sea"): "the footer's notes",
}
"""Text and what lies behind it: at least 4.5 to 1 (WCAG 1.4.3)."""

MARKS = {
    ("bank", "paper"): "circles of citations, cables of bridges",
    ("bank", "paper-raised"): "the edge of a note",
    ("rule-strong", "paper"): "edges of buttons and fields, pencilled bridges",
    ("rule-strong", "paper-raised"): "the same, seen from within",
    ("ink", "paper"): "marks of events, decks, towers",
    ("ink-second", "paper"): "jetties",
    ("ink-second", "water"): "jetties, on the water",
    ("link", "paper"): "the ring of the focus",
    ("link", "paper-raised"): "the ring of the focus in a note",
    ("link", "water"): "the ring of the focus on the water",
    ("sea-ink", "sea"): "the ring of the focus in the footer",
    ("sea-rule", "sea"): "underlines in the footer",
    ("chp", "paper"): "a party's pattern in a key",
    ("chp", "paper-raised"): "a party's share on a deck",
    ("akp", "paper"): "a party's pattern in a key",
    ("akp", "paper-raised"): "a party's share on a deck",
    ("akp", "akp-pale"): "the lines of a hatching",
}
"""Controls and marks, and what lies behind them: at least 3 to 1 (WCAG 1.4.11)."""

QUIET = {
    "rule": "hairlines between parts that space divides too",
    "shallows": "where the water turns into the sea: a picture without a message",
}
"""Tokens that nothing depends on being told apart."""

Colours = Mapping[str, str]


def read_tokens(path: Path) -> tuple[Colours, Colours]:
    """The colours by day and by night; those of print and of forced colours are left out."""
    css = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    while media := re.search(r"@media[^{]*", css):
        css = css[: media.start()] + css[end_of_block(css, media.end()) :]
    day: dict[str, str] = {}
    night: dict[str, str] = {}
    for name, value in re.findall(r"--([\w-]+)\s*:\s*([^;]+);", css):
        if both := re.fullmatch(r"light-dark\(\s*(#\w+)\s*,\s*(#\w+)\s*\)", value.strip()):
            assert both[1] == day.get(name, both[1]), f"--{name}: two colours for the day"
            day[name], night[name] = both.groups()
        elif re.fullmatch(r"#\w+", value.strip()):
            day[name] = value.strip()
    return day, night


def end_of_block(css: str, start: int) -> int:
    """Where the block ends that opens at *start*."""
    depth = 0
    for at in range(start, len(css)):
        depth += {"{": 1, "}": -1}.get(css[at], 0)
        if depth == 0:
            return at + 1
    raise AssertionError("a block is never closed")


def luminance(colour: str) -> float:
    """The relative luminance of a colour, as WCAG 2.2 defines it."""
    digits = colour.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


DAY, NIGHT = read_tokens(TOKENS)


@pytest.mark.parametrize("colours", [DAY, NIGHT], ids=["day", "night"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXT, 4.5), (MARKS, 3.0)], ids=["text", "marks"])
def test_colours_can_be_told_apart(
    pairs: dict[tuple[str, str], str], least: float, colours: Colours
):
    """Every pair has the contrast that it needs."""
    found = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}

    assert {} == {
        f"{front} on {back} ({pairs[front, back]})": round(ratio, 2)
        for (front, back), ratio in found.items()
        if ratio < least
    }


def test_every_colour_is_in_a_pair():
    """A new token is compared with what it is seen on, and none is listed that is gone."""
    paired = {name for pair in (*TEXT, *MARKS) for name in pair}

    assert set(DAY) == set(NIGHT) == paired | set(QUIET)


@pytest.mark.parametrize("colours", [DAY, NIGHT], ids=["day", "night"])
def test_selected_words_can_be_read(colours: Colours):
    """What a reader selects is text too (WCAG 1.4.3)."""
    base = (ROOT / "static/styles/2-base.css").read_text(encoding="utf-8")
    rule = re.search(r"::selection \{[^}]*?var\(--([\w-]+)\)[^}]*?var\(--([\w-]+)\)", base)

    assert rule
    assert contrast(colours[rule[1]], colours[rule[2]]) >= 4.5


def test_contrast_is_computed_as_wcag_does():
    """Known ratios come out."""
    assert 21 == contrast("#000", "#ffffff")
    assert 4.48 == round(contrast("#777", "#fff"), 2)
    assert 1 == contrast("#c8102e", "#c8102e")


def test_the_browsers_frame_has_the_colour_of_the_paper():
    """The theme colours of the pages are those of the tokens."""
    base = (ROOT / "templates/base.html").read_text(encoding="utf-8")
    found = dict(re.findall(r'name="theme-color" content="(#\w+)" media="[^"]*: (\w+)\)"', base))

    assert {DAY["paper"]: "light", NIGHT["paper"]: "dark"} == found


def test_the_cards_have_the_colours_of_the_day():
    """A card looks like the page that it stands for."""
    names = ("paper", "ink", "ink-second", "rule-strong", "water", "bank", "turquoise")
    drawn = ("PAPER", "INK", "SECOND", "RULE", "WATER", "BANK", "TURQUOISE")

    assert [DAY[name] for name in names] == [getattr(scenery, name) for name in drawn]
