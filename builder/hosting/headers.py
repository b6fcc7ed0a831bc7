"""What a host sends with each file: policies, who may frame it, how long it may be kept.

Takes the files of a site; gives the values of HTTP headers. Law: every host is told the same, from
here; the policy is made of what is really on the pages.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from builder.rendering.assets import HASH_LENGTH
from builder.rendering.content_policy import ANYONE, NOBODY, make_policy

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    # What one reads here is told to no other site.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    # All is public and the same for everybody: other sites' scripts may read the data.
    "Access-Control-Allow-Origin": "*",
}
FOR_EVER = "public, max-age=31536000, immutable"
"""For what lies at an address with a hash of its content."""
BRIEFLY = "public, max-age=300"
"""For all else: a correction is seen within minutes."""
HASHED = rf"static/.*\.[0-9a-f]{{{HASH_LENGTH}}}\.\w+$"
"""A regular expression of the paths with a hash."""
FRAMEABLE = "embed/"
"""The folder of the pages that are made to be shown in frames."""


@dataclass(frozen=True)
class Inventory:
    """What a host has to know of the files of a site."""

    paths: Collection[str]
    inline: frozenset[tuple[str, str]]
    """The inline scripts and styles of all pages: the element's name, and the hash."""


@dataclass(frozen=True)
class PagePolicies:
    """The policies of all pages, by who may show them in a frame."""

    unframed: str
    """For hosts that say otherwise who may frame a page."""
    framed_by_nobody: str
    framed_by_anyone: str


def make_policies(inventory: Inventory) -> PagePolicies:
    """Return the policies in which every page of a site works."""
    made = (make_policy(inventory.inline, framed) for framed in ("", NOBODY, ANYONE))
    return PagePolicies(*made)
