"""The files that hosts of static sites read: ``_headers``, ``_redirects``, ``.nojekyll``.

Takes the files of a site; gives files in the syntax that Netlify and Cloudflare Pages share
(https://docs.netlify.com/routing/headers, https://developers.cloudflare.com/pages/configuration).
Law: no header is set twice for a path, since one of them joins the two and the other replaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from builder.hosting.headers import (
    EVERYWHERE,
    FOR_EVER,
    FRAMEABLE,
    HASHED,
    Inventory,
    make_policies,
)

HEADERS, REDIRECTS, NO_JEKYLL = "_headers", "_redirects", ".nojekyll"
HOST_FILES = frozenset({HEADERS, REDIRECTS, NO_JEKYLL})
"""What is for the host alone; it may keep them to itself."""


def write_headers(inventory: Inventory, base_path: str) -> bytes:
    """Return ``_headers``; what is kept briefly is left to the host, which does that by itself."""
    everywhere = {"Content-Security-Policy": make_policies(inventory).unframed, **EVERYWHERE}
    rules = [(f"{base_path}*", everywhere)]
    # The old way to say who may frame a page, because a second policy would be a header set twice.
    paths = inventory.paths
    rules += [(base_path + path, {"X-Frame-Options": "DENY"}) for path in _unframeable(paths)]
    rules += [(base_path + path, {"Cache-Control": FOR_EVER}) for path in _hashed(paths)]
    return "\n".join(_tell(path, headers) for path, headers in rules).encode()


def write_redirects(redirects: Iterable[tuple[str, str]], base_path: str) -> bytes:
    """Return ``_redirects``; a host that shows the page at the old path instead is right too."""
    lines = (f"{base_path}{old} {base_path}{new} 301\n" for old, new in redirects)
    return "".join(lines).encode()


def _tell(path: str, headers: Mapping[str, str]) -> str:
    return "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])


def _unframeable(paths: Iterable[str]) -> Iterator[str]:
    """Yield patterns for all pages but those for frames: each page, each folder of pages.

    The end is open, because Cloudflare serves ``a.html`` as ``a``.
    """
    yield ""
    pages = [path for path in paths if path.endswith(".html") and not path.startswith(FRAMEABLE)]
    folders = {f"{path.partition('/')[0]}/*" for path in pages if "/" in path}
    yield from sorted(folders | {path.replace(".html", "*") for path in pages if "/" not in path})


def _hashed(paths: Iterable[str]) -> list[str]:
    return sorted(path for path in paths if re.match(HASHED, path))
