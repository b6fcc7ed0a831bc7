"""Where the site and its parts are found: absolute where the address is known, else relative.

Takes the address under which the site will be published; gives links for what leaves the page:
citations, feeds, annotations. Law: no address is made up.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from builder.views.paths import relative_href


@dataclass(frozen=True)
class Addresses:
    """The address of the site, such as https://example.org/votes/, or only its path."""

    base_url: str = "/"

    @cached_property
    def are_known(self) -> bool:
        """Whether the site's full address is known."""
        return bool(urlsplit(self.base_url).netloc)

    @cached_property
    def base_path(self) -> str:
        """The path under which the site lies, with a slash at both ends."""
        path = urlsplit(self.base_url).path.strip("/")
        return f"/{path}/" if path else "/"

    @cached_property
    def _root(self) -> str:
        return self.base_url.rstrip("/")

    def of(self, target: str) -> str:
        """Return the full address of a path of the site, or '' if only a path is known."""
        if not self.are_known:
            return ""
        page, hash_, fragment = target.partition("#")
        return f"{self._root}/{_served(page)}{hash_}{fragment}"

    def link(self, path: str, target: str) -> str:
        """Return the link to *target* from the file at *path*: absolute where that is known."""
        return self.of(target) or relative_href(path, target)


NOWHERE = Addresses()
"""A site that is published nowhere yet."""


def _served(page: str) -> str:
    """Return the path under which a host serves a page: an index is its folder."""
    is_index = page == "index.html" or page.endswith("/index.html")
    return page.removesuffix("index.html") if is_index else page
