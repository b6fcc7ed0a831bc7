"""What an archive does otherwise when it is large, and from which size on.

Law: every such limit stands here, so that one place says when a site changes its shape.
"""

from __future__ import annotations

from collections.abc import Sized

LARGE = 500
"""Events up to which one page holds the whole timeline, a script searches in it, and each event
has a card of its own. Of more, chapters hold them, Pagefind searches, and the site's card stands
for all."""
MOST_ON_PAGE = 400
"""Events of a chapter, or figures of a list, that a page of a large archive holds: with their
texts and notes, as much as a phone shows without delay."""
MOST_IN_FRAME = 100
"""Events that a page for frames holds: it has to be light."""
MOST_CITED = 50
"""Articles that the citation of the whole site names; of more it says the number, and where all
of them are."""
MOST_LISTED = 2_000
"""Events that a page lists by date and title alone, which weigh a fifth as much."""


def is_large(events: Sized) -> bool:
    """Return whether an archive of these *events* is large."""
    return len(events) > LARGE
