"""The editor's live preview on this machine.

Takes a function that makes the site in memory; serves the result on 127.0.0.1 and makes it again
whenever a watched file is saved. Law: a mistake never stops it: the last good pages stay, with a
sheet over them that says what is wrong. Nothing of it reaches a public build.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from livereload import Server
from livereload.handlers import LiveReloadHandler, StaticFileHandler
from markupsafe import Markup
from tornado.web import HTTPError
from tornado.websocket import WebSocketHandler

from builder.diagnostics import Diagnostic, format_report, has_errors
from builder.render import Files
from builder.write import write_site

WATCHED = ("content", "seeds", "templates", "static")
HOST = "127.0.0.1"

_SHEET = Markup(
    "<style>.fault{{position:fixed;inset:auto 0 0;z-index:99;max-height:75vh;overflow:auto;"
    "padding:1rem 1.5rem;background:#fffdf9;color:#1b1d22;border-top:6px solid #ad2518;"
    "font:0.9rem/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere}}</style>"
    '<section class="fault" role="alert">{report}</section>'
)
_EMPTY = b"<!doctype html><html lang=en><head><title>Preview</title></head><body></body></html>"


@dataclass
class Preview:
    """A site that is made again at every save, and the last good version of it."""

    root: Path
    out: Path
    make: Callable[[], tuple[Files, list[Diagnostic]]]
    good: Files = field(default_factory=lambda: {"index.html": _EMPTY, "404.html": _EMPTY})

    def refresh(self) -> list[Diagnostic]:
        """Make the site; show it, or the last good one under a sheet that says what is wrong."""
        files, problems = self.make()
        if not has_errors(problems):
            self.good = files
        shown = (
            lay_over(self.good, format_report(problems, self.root))
            if has_errors(problems)
            else files
        )
        return problems + write_site(shown, self.out)


def lay_over(files: Files, report: str) -> Files:
    """Return a site with *report* on a sheet over each of its pages."""
    sheet = _SHEET.format(report=report).encode()
    return {
        name: content.replace(b"</body>", sheet + b"</body>") if name.endswith(".html") else content
        for name, content in files.items()
    }


class _Pages(StaticFileHandler):  # type: ignore[misc]
    """Serves the pages to this machine alone, and the site's own page for what is missing."""

    def prepare(self) -> None:
        """Refuse requests that a foreign name was made to lead here (DNS rebinding)."""
        if self.request.host_name not in (HOST, "localhost"):
            raise HTTPError(403)

    def write_error(self, status_code: int, **_details: Any) -> None:
        """Send the site's 404 page; it reloads like every other."""
        missing = Path(self.root) / "404.html"
        if status_code == 404 and missing.is_file():
            self.set_header("Content-Type", "text/html; charset=utf-8")
            self.finish(missing.read_bytes())


def serve(preview: Preview, refresh: Callable[[], None], port: int) -> None:
    """Serve the preview until interrupted; call *refresh* when a watched file is saved."""
    # By default reloads within three seconds of the last one are dropped, and saves are lost.
    LiveReloadHandler.DEFAULT_RELOAD_TIME = 0
    # By default pages of any origin may listen.
    LiveReloadHandler.check_origin = WebSocketHandler.check_origin
    server = Server()
    server.SFH = _Pages
    for folder in WATCHED:
        server.watch(str(preview.root / folder), refresh)
    server.serve(root=str(preview.out), host=HOST, port=port, restart_delay=0)
