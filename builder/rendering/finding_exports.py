"""Timeline -> recipes for the files by which others find it, and show it in their pages.

Takes a published timeline, where the site will lie and the paths of its pages. Law: a file that
has to name whole addresses is made only where these are known.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from builder.pages.embedding import list_offers, write_oembed
from builder.pages.sitemap import PATH, ROBOTS, write_robots, write_sitemap
from builder.reading.timeline import Timeline
from builder.rendering.render import Recipes
from builder.views.addresses import Addresses


def finding_recipes(timeline: Timeline, addresses: Addresses, paths: Iterable[str]) -> Recipes:
    """Return how robots.txt, the sitemap, and the descriptions by oEmbed are made."""
    recipes: Recipes = {ROBOTS: partial(write_robots, addresses)}
    if not addresses.are_known:
        return recipes
    recipes[PATH] = partial(write_sitemap, timeline, addresses, tuple(paths))
    for offer in list_offers(timeline, addresses):
        recipes[offer.oembed_path] = partial(write_oembed, timeline, offer)
    return recipes
