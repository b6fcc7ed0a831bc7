"""All files for citing are made, each by itself."""

import pytest

from builder.rendering.citing_exports import WRITERS, citing_recipes
from builder.rendering.templates import FileMistakeError
from builder.views.addresses import Addresses
from builder.views.wording import Wording
from tests.examples import WORDING, sample_timeline

TIMELINE = sample_timeline().without_drafts()


def test_every_file_is_made():
    """None is empty, and the same content gives the same bytes."""
    first, again = (citing_recipes(TIMELINE, WORDING, Addresses()) for _ in range(2))

    assert set(WRITERS) == set(first)
    assert all(path.startswith("data/") and first[path]() == again[path]() for path in first)
    assert all(make() for make in first.values())


def test_a_missing_string_is_its_editors_to_mend():
    """Not a traceback."""
    wordless = Wording("en", WORDING.locale, {})
    recipes = citing_recipes(TIMELINE, wordless, Addresses())

    with pytest.raises(FileMistakeError, match="the strings file has no"):
        recipes["data/corrections.atom"]()
