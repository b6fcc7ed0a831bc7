"""Takes a folder, gives its address on 127.0.0.1 for as long as it is needed.

It answers as a plain static host does: no listings of folders, and 404.html for whatever
is missing. Its law: no output, a port of its own, gone when the block ends.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread


@contextmanager
def serve_folder(folder: Path) -> Iterator[str]:
    """The address of *folder*, served from a thread, without a slash at the end."""
    handler = partial(StaticHost, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class StaticHost(SimpleHTTPRequestHandler):
    """A quiet static host that shows the site's own page for what is missing."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: tests read the browser's report, not the server's."""

    def list_directory(self, path: object) -> None:
        """A folder without an index page is missing, as it is on a real host."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's 404.html, if that is what is asked for and there is one."""
        missing = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not missing.is_file():
            super().send_error(code, message, explain)
            return
        body = missing.read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.copyfile(BytesIO(body), self.wfile)
