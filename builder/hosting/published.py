"""A published site as it is found: on the web or in a folder.

Takes an address or a folder; gives what is answered for a path. Law: what a reader's browser would
get is what is judged, so compressed answers are asked for and redirects followed.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

import brotli

TIMEOUT = 20.0
"""Seconds in which a host has to answer."""


class UnreadableError(Exception):
    """Raised where there is no answer; its text says why, in a few words."""


@dataclass(frozen=True)
class Answer:
    """What is there: a status as of HTTP, and the content, unpacked."""

    status: int
    content: bytes


@dataclass(frozen=True)
class FolderSite:
    """A site in a folder of this machine."""

    folder: Path
    is_on_the_web = False
    """Whether a host decides what is answered; else every file is seen as it is."""

    def read(self, path: str) -> Answer:
        """Return a file, or 404."""
        if not self.folder.is_dir():
            raise UnreadableError("there is no such folder")
        try:
            return Answer(200, (self.folder / path).read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return Answer(404, b"")
        except OSError as error:
            raise UnreadableError((error.strerror or "it cannot be read").lower()) from error

    def paths(self) -> Iterator[str]:
        """Yield every file of the folder."""
        for path in sorted(self.folder.rglob("*")):
            if path.is_file():
                yield path.relative_to(self.folder).as_posix()


@dataclass(frozen=True)
class WebSite:
    """A site at an address that ends in a slash."""

    address: str
    timeout: float = TIMEOUT
    is_on_the_web = True

    def read(self, path: str) -> Answer:
        """Return what a host answers in the end; an index page is asked for by its folder."""
        asked = path.removesuffix("index.html") if f"/{path}".endswith("/index.html") else path
        request = Request(self.address + quote(asked), headers={"Accept-Encoding": "br, gzip"})
        try:
            with urlopen(request, timeout=self.timeout) as response:
                return _unpack(response)
        except HTTPError as error:
            with error:
                return _unpack(error)
        except (OSError, HTTPException, zlib.error, brotli.error, EOFError) as error:
            raise UnreadableError(_reason(error)) from error

    def paths(self) -> Iterator[str]:
        """Yield nothing: a host lists no files."""
        return iter(())


Published = FolderSite | WebSite


def open_published(place: str, timeout: float = TIMEOUT) -> Published:
    """Return the site at an address that begins with http:// or https://, or in a folder."""
    if place.startswith(("http://", "https://")):
        return WebSite(f"{place.rstrip('/')}/", timeout)
    return FolderSite(Path(place))


_UNPACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.decompress,
    "br": brotli.decompress,
}


def _unpack(response: HTTPResponse | HTTPError) -> Answer:
    unpack = _UNPACKERS.get(response.headers.get("Content-Encoding", ""), bytes)
    return Answer(response.status or 0, unpack(response.read()))


def _reason(error: Exception) -> str:
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, TimeoutError):
        return "no answer in time"
    if isinstance(cause, OSError) and cause.strerror:
        return cause.strerror.lower()
    return str(cause) or type(cause).__name__
