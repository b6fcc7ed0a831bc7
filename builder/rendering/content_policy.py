"""A page -> what a browser may load and run on it (https://www.w3.org/TR/CSP3/).

Takes HTML as it is published; gives the Content-Security-Policy in which that page works and
nothing else does. Law: an inline script or style is named by the hash of what is really on the
page; there is no ``unsafe-inline`` and nobody else's address.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Collection
from functools import lru_cache
from hashlib import sha256

INLINE = re.compile(r"<(script|style)\b([^>]*)>([^<]*(?:<(?!/\1>)[^<]*)*)</\1>")
KINDS = ("script", "style")
ANYONE, NOBODY = "*", "'none'"
"""Who may show a page in a frame."""

WEB_ASSEMBLY = "'wasm-unsafe-eval'"
"""Lets a page compile WebAssembly, and nothing else that ``unsafe-eval`` would."""

_SEARCH = re.compile(r"<form\b[^>]*\bdata-index=")
_PLACE = '<meta charset="utf-8">'
_META = '<meta http-equiv="Content-Security-Policy" content="{}">'
_CARRIED = re.compile(re.escape(_META.encode()).replace(rb"\{\}", b'([^"]*)'))
_NEAR = 2_000
"""Bytes of a page among which its policy begins and ends."""
_RULES = ("script-src", "style-src")
_TYPE = re.compile(r"\btype=[\"']?([^\"'\s>]*)")
_SCRIPTS = {"", "module", "text/javascript", "importmap", "speculationrules"}
"""Types of what a browser runs; to data, such as JSON-LD, no policy applies
(https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element)."""


def find_inline(html: str) -> frozenset[tuple[str, str]]:
    """Return the inline scripts and styles of a page: the element's name, and the hash.

    The page of the search also runs WebAssembly, which has no hash.
    """
    inline = (
        (name, _hash(text))
        for name, attributes, text in INLINE.findall(html)
        if text and (name == "style" or _runs(attributes))
    )
    return frozenset([*inline, *([("script", WEB_ASSEMBLY)] if _searches(html) else [])])


def inline_of(page: bytes) -> frozenset[tuple[str, str]]:
    """Return the same of a published page, as its own policy tells it if it carries one."""
    found = _CARRIED.search(page, 0, _NEAR)
    return _read_policy(found[1].decode()) if found else find_inline(page.decode())


@lru_cache(maxsize=64)  # most pages have the same
def _read_policy(policy: str) -> frozenset[tuple[str, str]]:
    rules = (rule.split() for rule in policy.split("; "))
    return frozenset(
        (name.removesuffix("-src"), source)
        for name, *sources in rules
        for source in sources
        if name in _RULES and source != "'self'"
    )


def make_policy(inline: Collection[tuple[str, str]], framed_by: str = "") -> str:
    """Return the policy for pages with these inline parts.

    Who may frame a page can only be said in a header, so the policy inside a page is without it.
    """
    scripts, styles = (sorted(found for name, found in inline if name == kind) for kind in KINDS)
    sources = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *scripts],
        "style-src": ["'self'", *styles],
        "img-src": ["'self'", "data:"],  # the style sheet's own drawings
        "connect-src": ["'self'"],  # the data that a filtered download is made of
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "frame-ancestors": [framed_by] if framed_by else [],
    }
    return "; ".join(" ".join([name, *found]) for name, found in sources.items() if found)


def with_policy(html: str) -> str:
    """Return a page that carries its own policy, for hosts that send no headers.

    It stands before all that it is about; a page that does not begin as ours do stays as it is.
    """
    if _PLACE not in html:
        return html
    return html.replace(_PLACE, f"{_PLACE}\n{_meta(find_inline(html))}", 1)


@lru_cache(maxsize=64)  # most pages have the same
def _meta(inline: frozenset[tuple[str, str]]) -> str:
    return _META.format(make_policy(inline))


def _searches(html: str) -> bool:
    return "data-index=" in html and _SEARCH.search(html) is not None


def _runs(attributes: str) -> bool:
    found = _TYPE.search(attributes)
    return (found[1] if found else "") in _SCRIPTS


@lru_cache(maxsize=64)
def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
