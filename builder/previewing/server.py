"""Serves the preview on this machine, and tells the browser what was saved.

Takes a preview; answers on 127.0.0.1 alone, watches the project's folders, and has the pages
reload through livereload. Law: no foreign name or page is answered; while a save is taken in,
nothing is served, so no page is half new.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler
from tornado.websocket import WebSocketHandler
from watchfiles import Change, awatch
from watchfiles.main import FileChange

from builder.previewing.layer import FOLDER as OWN_FILES
from builder.previewing.preview import RELOAD, Preview, name_in, what_to_reload
from builder.rendering.templates import FOLDER
from builder.unchanged import FOLDERS

HOST = "127.0.0.1"
PORTS = range(8000, 8100)
"""Tried in this order, if no port is asked for."""
QUIET = 10
"""Milliseconds without a further save after which a save is taken in."""
TICK = 500
"""Milliseconds after which is looked whether a folder has come, gone, or come back."""
PAUSE = 0.3
"""Seconds after a save in which the browser has the machine to itself."""

Folders = dict[Path, int]


class PortTakenError(OSError):
    """Raised when the preview cannot listen on the port that was asked for."""


def _refuse_foreign_names(handler: RequestHandler) -> None:
    """Refuse requests that a foreign name was made to lead here (DNS rebinding)."""
    if handler.request.host_name not in (HOST, "localhost"):
        raise HTTPError(403)


class _Socket(LiveReloadHandler):  # type: ignore[misc]
    """The socket of livereload, for pages of this machine alone."""

    watcher = SimpleNamespace(filepath=RELOAD)  # asked for in a log line
    # By default pages of any origin may listen.
    check_origin = WebSocketHandler.check_origin

    def prepare(self) -> None:
        _refuse_foreign_names(self)


class _Script(LiveReloadJSHandler):  # type: ignore[misc]
    """The script of livereload."""

    def prepare(self) -> None:
        _refuse_foreign_names(self)


class _Own(RequestHandler):
    """The preview's own files, and the version of its pages."""

    def initialize(self, preview: Preview) -> None:
        self.preview = preview

    def prepare(self) -> None:
        _refuse_foreign_names(self)
        self.set_header("Cache-Control", "no-store")

    def get(self, name: str) -> None:
        if name == "version":
            self.set_header("Content-Type", "text/plain")
            self.finish(self.preview.version)
            return
        kinds = {"preview.css": "text/css", "preview.js": "text/javascript"}
        if name not in kinds:
            raise HTTPError(404)
        self.set_header("Content-Type", f"{kinds[name]}; charset=utf-8")
        self.finish((OWN_FILES / name).read_bytes())


class _Pages(RequestHandler):
    """The site."""

    def initialize(self, preview: Preview) -> None:
        self.preview = preview

    def prepare(self) -> None:
        _refuse_foreign_names(self)

    def get(self, path: str) -> None:
        answer = self.preview.answer(path)
        self.set_status(answer.status)
        self.set_header("Content-Type", answer.content_type)
        self.set_header("Cache-Control", "no-store")
        self.finish(answer.content)

    head = get


def make_application(preview: Preview) -> Application:
    """Return what answers the browser."""
    given: dict[str, Any] = {"preview": preview}
    return Application(
        [
            (r"/livereload", _Socket),
            (r"/livereload.js", _Script),
            (r"/preview/(.*)", _Own, given),
            (r"/(.*)", _Pages, given),
        ],
        log_function=lambda _handler: None,
    )


@dataclass(frozen=True)
class Door:
    """What the program around the preview does."""

    announce: Callable[[str], None]
    """Is told the address as soon as it answers."""
    refresh: Callable[[], None]
    """Takes a save in."""
    settle: Callable[[], None]
    """Does what can wait until nobody does."""


def serve(preview: Preview, port: int | None, door: Door) -> None:
    """Serve the preview until interrupted.

    Raises PortTakenError if the port that was asked for, or every one that is tried, is taken.
    """
    logging.getLogger("livereload").setLevel(logging.WARNING)
    with suppress(KeyboardInterrupt):  # how a preview ends
        asyncio.run(_serve(preview, port, door))


async def _serve(preview: Preview, port: int | None, door: Door) -> None:
    server = HTTPServer(make_application(preview))
    port = _listen(server, port)
    saves = _watch(preview)
    waiting = asyncio.ensure_future(anext(saves))
    await asyncio.sleep(0)  # the watch stands: no save is missed from here on
    door.refresh()
    door.announce(f"http://{HOST}:{port}/")
    idle = asyncio.create_task(_settle(preview, door))
    while True:
        saved = await waiting
        waiting = asyncio.ensure_future(anext(saves))
        idle.cancel()
        try:
            _take_in(preview, saved, door)
        except Exception:  # our mistake, not the editor's: the next save may go well
            logging.exception("This save could not be taken in; the pages are as they were.")
        idle = asyncio.create_task(_settle(preview, door))


def _listen(server: HTTPServer, port: int | None) -> int:
    for number in PORTS if port is None else [port]:
        try:
            sockets = bind_sockets(number, HOST)
        except OSError:
            continue
        server.add_sockets(sockets)
        taken: int = sockets[0].getsockname()[1]
        return taken
    raise PortTakenError(f"port {PORTS[0] if port is None else port} is taken")


async def _watch(preview: Preview) -> AsyncIterator[set[Path]]:
    """Yield the files that were saved together, again and again.

    A folder that comes, or comes back, is watched from then on, and told like a save.
    """
    folders, came = _folders(preview), set[Path]()
    while True:
        with suppress(FileNotFoundError):  # a folder went while the watch was set up
            async for saved in _watch_while_same(folders, came, preview):
                yield saved
        folders = _folders(preview)
        came = set(folders)


async def _watch_while_same(
    folders: Folders, came: set[Path], preview: Preview
) -> AsyncIterator[set[Path]]:
    """Yield what *came*, then what is saved, until one of the folders is not the same any more."""
    told: set[FileChange] = {(Change.added, str(path)) for path in came}
    async for changes in awatch(
        *folders, debounce=100, step=QUIET, rust_timeout=TICK, yield_on_timeout=True
    ):
        if told or changes:
            yield {Path(path) for _, path in told | changes}
        told = set()
        if _folders(preview) != folders or _are_gone(folders, changes):
            return


def _folders(preview: Preview) -> Folders:
    """Return the folders that are there to be watched, each with its number on the disk."""
    named = [*(preview.root / name for name in FOLDERS), preview.options.texts]
    return {path: path.stat().st_ino for path in named if path and path.is_dir()}


def _are_gone(folders: Folders, changes: set[FileChange]) -> bool:
    """Whether a folder was deleted; one that was made anew at once may have the same number."""
    return any(Path(path) in folders for change, path in changes if change == Change.deleted)


def _take_in(preview: Preview, saved: set[Path], door: Door) -> None:
    """Take a save in and have the pages show it."""
    had_errors = bool(preview.layer.errors)
    if any(name_in(preview.root, path).startswith(f"{FOLDER}/") for path in saved):
        preview.is_verified = False
    door.refresh()
    is_plain = not (had_errors or preview.layer.errors)
    for part in what_to_reload(preview.root, saved) if is_plain else [RELOAD]:
        _Socket.reload_waiters(part)


async def _settle(preview: Preview, door: Door) -> None:
    """Do what can wait: make all pages, and tell the browser if a template turns out broken."""
    await asyncio.sleep(PAUSE)
    door.settle()
    if preview.is_verified:
        return
    version = preview.version
    for _ in preview.verify():
        await asyncio.sleep(0)
    if preview.version != version:
        _Socket.reload_waiters(RELOAD)
