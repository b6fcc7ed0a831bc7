"""Style sheets are joined of their parts, lose what is only for editors, and nothing else."""

import pytest

from builder.rendering.style_sheets import is_part, join_sheets, lighten
from tests.projects import ROOT


def test_parts_become_sheets():
    """A part may be in several; what is no part stays as it is."""
    files = {
        "static/styles/4-components/party.css": b"b{}",
        "static/styles/1-tokens.css": b"a{}",
        "static/embed-styles/embed.css": b"c{}",
        "static/icon.svg": b"<svg/>",
    }

    assert {
        "static/icon.svg": b"<svg/>",
        "static/style.css": b"a{}\nb{}",
        "static/embed.css": b"a{}\nb{}\nc{}",
    } == join_sheets(files)


@pytest.mark.parametrize(
    ("published", "typed"),
    [
        (b"a { b: c }", b"/* why */\n  a { b: c }\n"),
        (b"a { b: c }\nd { e: f }", b"a { b: c }\n\n  /* of\n  two lines */\n  d { e: f }"),
        (b'a { b: "/* words */" }', b'a { b: "/* words */" }'),
        (b"a { b: url('x/*.svg') } \nc { d: e }", b"a { b: url('x/*.svg') } /* f */\nc { d: e }"),
        (b"", b"/* nothing */"),
    ],
)
def test_comments_are_not_published(published: bytes, typed: bytes):
    """Nor is indentation; words in quotation marks are no comments."""
    assert published.split() == lighten(typed).split()


def test_light_pages_share_the_colours_of_the_site():
    """The sheet of the light pages has the tokens, and not one of them anew."""
    assert is_part("static/styles/1-tokens.css", "static/embed.css")
    own = (ROOT / "static/embed-styles/embed.css").read_text(encoding="utf-8")
    assert "--paper:" not in own
    assert "#" not in own.replace("/*", "")
