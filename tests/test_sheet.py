"""Words are written on a scene, in the few colours of the cards."""

from io import BytesIO

import pytest
from PIL import Image

from builder.pictures.lettering import get_lettering
from builder.pictures.scenery import INK, PAPER, SECOND, WATER
from builder.pictures.sheet import SHADES, Sheet, reduce_colours

WORDS = "Mara Venn, 1991"


def make_sheet(ground: str = PAPER) -> Sheet:
    """A sheet on which there is nothing yet."""
    return Sheet(reduce_colours(Image.new("RGB", (600, 60), ground)))


def colours_of(sheet: Sheet) -> set[str]:
    """The colours that a sheet shows."""
    picture = Image.open(BytesIO(sheet.to_png())).convert("RGB")
    found = picture.getcolors() or ()
    return {"#" + bytes(colour).hex() for _, colour in found}  # type: ignore[arg-type]


@pytest.mark.parametrize("style", ["normal", "italic"])
def test_writing_ends_where_it_was_measured_to(style: str):
    """The width is the distance that is written."""
    lettering = get_lettering(40, style=style)

    assert 10 + lettering.width(WORDS) == make_sheet().write(lettering, 10, 45, WORDS, INK)


@pytest.mark.parametrize(("ground", "colour"), [(PAPER, INK), (PAPER, SECOND), (WATER, INK)])
def test_edges_are_smoothed_in_a_few_steps(ground: str, colour: str):
    """Between the colour of the words and that which they stand on."""
    sheet = make_sheet(ground)

    sheet.write(get_lettering(40), 10, 45, WORDS, colour, ground)

    colours = colours_of(sheet)
    assert {ground, colour} <= colours
    assert SHADES[ground, colour] == len(colours)


def test_words_leave_what_they_do_not_cover():
    """What lies between two letters is still to be seen."""
    sheet = make_sheet()
    sheet.draw.line([(0, 30), (600, 30)], SECOND, 2)
    line = sheet.picture.getpixel((300, 30))

    end = sheet.write(get_lettering(40), 10, 45, "I I", INK)

    seen = [line == sheet.picture.getpixel((x, 30)) for x in range(10, round(end))]
    assert (False, True) == (seen[8], seen[len(seen) // 2])


def test_words_may_reach_over_the_edge():
    """What is beyond it is not seen."""
    sheet = make_sheet()

    sheet.write(get_lettering(92), 560, 10, WORDS, INK)
    sheet.write(get_lettering(92), -30, 60, WORDS, INK)

    assert (600, 60) == sheet.picture.size


def test_a_scene_is_reduced_to_the_nearest_colours():
    """What is nearly the colour of paper becomes paper."""
    scene = Image.new("RGB", (9, 9), "#faf7ed")

    assert {PAPER} == colours_of(Sheet(reduce_colours(scene)))
