"""The editor's live preview on this machine.

Takes a function that builds into a folder; serves that folder on 127.0.0.1 and builds again
whenever a watched file is saved. Law: a mistake never stops it and never replaces the last good
page; nothing of it reaches a public build.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from livereload import Server
from livereload.handlers import LiveReloadHandler

WATCHED = ("content", "seeds", "templates", "static")
HOST = "127.0.0.1"


def serve(root: Path, out: Path, rebuild: Callable[[], None], port: int) -> None:
    """Serve *out* until interrupted; call *rebuild* when a file under *root* is saved."""
    # By default reloads within three seconds of the last one are dropped, and saves are lost.
    LiveReloadHandler.DEFAULT_RELOAD_TIME = 0
    server = Server()
    for folder in WATCHED:
        server.watch(f"{root / folder}/**/*", rebuild)
        server.watch(f"{root / folder}/*", rebuild)
    server.serve(root=str(out), host=HOST, port=port, restart_delay=0)
