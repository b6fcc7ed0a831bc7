"""Words are set in the packaged serif: kerned, in lines that fit, with every Turkish letter."""

from pathlib import Path

import fontpkg
from PIL import Image

from builder.pictures.lettering import FAMILY, get_lettering

LETTERS = "ÇĞİIÖŞÜÂçğıiöşüâ’“”–%"


def draw_letter(letter: str) -> bytes:
    """The pixels of a letter."""
    picture = Image.new("L", (160, 80))
    picture.paste(get_lettering(40).draw(letter)[0])
    return picture.tobytes()


def test_the_typeface_comes_from_a_package():
    """No font of the machine is used."""
    assert Path(fontpkg.__file__).parent.parent in fontpkg.path(FAMILY).parents


def test_every_turkish_letter_has_a_shape_of_its_own():
    """None is shown as the box of a missing letter, or as another."""
    shapes = {letter: draw_letter(letter) for letter in LETTERS}

    assert len(LETTERS) == len(set(shapes.values()))
    assert draw_letter("\uffff") not in shapes.values()


def test_letters_are_kerned():
    """What follows a T or a Y moves under its arm."""
    title = get_lettering(80, 600)
    for pair in ("To", "Yı", "AV"):
        assert title.width(pair) < sum(map(title.width, pair))


def test_a_letter_and_its_accent_are_one():
    """Decomposed letters are set like composed ones."""
    lettering = get_lettering(40)

    assert lettering.place("Ş") == lettering.place("S\u0327")


def test_lines_fit_and_are_about_equally_long():
    """As few lines as fit, and no single word left over."""
    lettering = get_lettering(64, 600)

    lines = lettering.wrap("The council of the town is asked to count again", 740)

    assert "The council of the town is asked to count again" == " ".join(lines)
    assert lettering.fits(lines, 740)
    widths = [lettering.width(line) for line in lines]
    assert min(widths) > 0.6 * max(widths)


def test_a_word_that_is_too_long_stands_alone():
    """It is not cut; a smaller size is for the card to choose."""
    lettering = get_lettering(64)

    lines = lettering.wrap("in Llanfairpwllgwyngyll today", 300)

    assert ["in", "Llanfairpwllgwyngyll", "today"] == lines
    assert not lettering.fits(lines, 300)


def test_no_words_are_no_lines():
    """An empty text is not a line."""
    assert [] == get_lettering(40).wrap("  ", 100)
