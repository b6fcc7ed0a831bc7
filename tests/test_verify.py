"""A published site is compared with what is built here, on the web and in a folder."""

import gzip
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import brotli
import pytest

from build import main
from builder.hosting.manifest import write_manifest
from builder.hosting.published import FolderSite, WebSite
from builder.hosting.verify import Moves, compare
from builder.publishing import build
from builder.site import Options
from tests.local_server import serve_folder
from tests.projects import copy_sample

FILES = {
    "404.html": b"missing",
    "_headers": b"",
    "events/new.html": b"new",
    "events/old.html": b"moved",
    "events/gone.html": b"gone",
    "index.html": b"home",
    "index.html.gz": gzip.compress(b"home", mtime=0),
}
HASHES = {path: sha256(content).hexdigest() for path, content in FILES.items()}
MOVES = Moves({"events/old.html": "events/new.html"}, frozenset({"events/gone.html"}))
Answers = dict[str, tuple[int, dict[str, str], bytes]]
HOST: Answers = {
    "/": (200, {}, b"home"),
    "/events/new.html": (200, {}, b"new"),
    "/events/old.html": (301, {"Location": "/events/new.html"}, b""),
    "/events/gone.html": (410, {}, b"Gone"),
}
"""A host that does as it is told."""


class Scripted(BaseHTTPRequestHandler):
    """Answers as a test says, and with 404 and the site's own page else."""

    def __init__(self, answers: Answers, *given: object) -> None:
        self.answers = answers
        super().__init__(*given)  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""

    def do_GET(self) -> None:
        """Answer."""
        status, headers, body = self.answers.get(self.path, (404, {}, b"missing"))
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def hosting(answers: Answers) -> Iterator[WebSite]:
    """A site on the web that answers as a test says."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Scripted, answers)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield WebSite(f"http://127.0.0.1:{server.server_port}/", timeout=5)
        server.shutdown()


def found(answers: Answers, files: dict[str, bytes] = FILES) -> list[str]:
    """What is told of a host that answers so."""
    with hosting({**HOST, **answers}) as site:
        return [str(finding) for finding in compare(files, site, MOVES)]


# ---- on the web


def test_a_host_that_does_as_it_is_told_publishes_the_site():
    """It redirects, says what is gone, keeps its own files and compressed forms to itself."""
    assert [] == found({})


def test_a_host_that_only_serves_files_publishes_it_too():
    """Former addresses then have pages of their own."""
    pages = ("events/old.html", "events/gone.html", "_headers")

    assert [] == found({f"/{path}": (200, {}, FILES[path]) for path in pages})


@pytest.mark.parametrize(
    ("name", "pack"), [("gzip", partial(gzip.compress, mtime=0)), ("br", brotli.compress)]
)
def test_compressed_answers_are_unpacked(name: str, pack: partial[bytes]):
    """As a browser does."""
    assert [] == found({"/": (200, {"Content-Encoding": name}, pack(b"home"))})


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"/": (200, {}, b"other")}, "differs   index.html"),
        ({"/": (500, {}, b"home")}, "differs   index.html  (status 500)"),
        ({"/": (404, {}, b"missing")}, "missing   index.html"),
        ({"/events/old.html": (301, {"Location": "/"}, b"")}, "differs   events/old.html"),
        ({"/events/new.html": (410, {}, b"")}, "differs   events/new.html  (status 410)"),
        (
            {"/there-is-no-such-page.html": (404, {}, b"nginx")},
            "differs   404.html  (the host shows a page of its own)",
        ),
        (
            {"/there-is-no-such-page.html": (200, {}, b"missing")},
            "differs   404.html  (what is missing is answered with status 200, not 404)",
        ),
    ],
)
def test_what_is_not_as_built_is_told(answers: Answers, told: str):
    """Each with what is known about it; one that follows from another stays untold."""
    assert told in found(answers)


@pytest.mark.parametrize(
    ("headers", "why"),
    [
        ({"Content-Encoding": "gzip"}, "Not a gzipped file"),
        ({"Content-Encoding": "br"}, "brotli"),
        ({"Content-Length": "99"}, "IncompleteRead"),
    ],
)
def test_what_cannot_be_read_is_told(headers: dict[str, str], why: str):
    """A broken answer is no reason to stop."""
    (told,) = found({"/": (200, headers, b"home")})

    assert told.startswith("unread    index.html  (")
    assert why in told


def test_a_host_that_does_not_answer_in_time_is_told():
    """After the time that was given, for each file."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        site = WebSite(f"http://127.0.0.1:{silent.getsockname()[1]}/", timeout=0.05)
        findings = compare({"index.html": b"home"}, site, MOVES)

    assert ["unread    index.html  (no answer in time)"] == [str(finding) for finding in findings]


def test_the_manifest_tells_what_is_too_many():
    """A host lists no files; the site that was published does."""
    listed = write_manifest({**HASHES, "stale.html": "0" * 64})

    told = found({"/manifest.sha256": (200, {}, listed)})

    assert ["too many  stale.html"] == told


# ---- in a folder


def write(folder: Path, files: dict[str, bytes]) -> FolderSite:
    """A site in a folder."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return FolderSite(folder)


def test_in_a_folder_every_file_is_compared(tmp_path: Path):
    """The compressed forms and the files of hosts too; nothing listed has to be guessed."""
    site = write(tmp_path, {**FILES, "index.html.gz": b"", "stale.html": b""})
    (tmp_path / "_headers").unlink()

    findings = [str(finding) for finding in compare(FILES, site, MOVES)]

    assert ["differs   index.html.gz", "missing   _headers", "too many  stale.html"] == findings


def test_what_follows_from_a_difference_is_not_told(tmp_path: Path):
    """Neither the compressed form of a file that differs, nor the manifest."""
    files = {**FILES, "manifest.sha256": write_manifest(HASHES)}
    changed = {"index.html": b"x", "index.html.gz": b"x", "manifest.sha256": b"x"}
    site = write(tmp_path, {**files, **changed})

    assert ["differs   index.html"] == [str(finding) for finding in compare(files, site, MOVES)]


# ---- the command


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, built for the root of a host, with a revision."""
    folder = copy_sample(tmp_path_factory.mktemp("verified"), with_templates=True)
    options = Options(revision="0f3a")
    assert [] == [p for p in build(folder, folder / "_site", options) if p.severity == "error"]
    return folder


def verify(project: Path, site: object, *options: str) -> int:
    """The exit code of the command."""
    return main(["verify", str(site), "--root", str(project), *options])


def test_a_site_that_was_built_here_is_known(project: Path, capsys: pytest.CaptureFixture[str]):
    """In a folder, and on the web where it was built for that address; the revision is its own."""
    assert 0 == verify(project, project / "_site")
    with serve_folder(project / "_site") as address:
        assert 0 == verify(project, f"{address}/", "--base-url", "/")

    assert 2 == capsys.readouterr().out.count(" is what is built here: ")


def test_another_revision_is_told(project: Path, capsys: pytest.CaptureFixture[str]):
    """If one is asked for."""
    assert 1 == verify(project, project / "_site", "--revision", "beef")

    assert "differs   build.json\n1 file is not as built here" in capsys.readouterr().out


def test_a_site_for_another_address_is_told(project: Path, capsys: pytest.CaptureFixture[str]):
    """With the remedy, and not by a thousand lines."""
    assert 1 == verify(project, project / "_site", "--base-url", "https://votes.example/")

    said = capsys.readouterr().out
    assert "It was built for /: name that with --base-url.\n" in said
    assert len(said.splitlines()) < 50


def test_a_changed_page_is_told(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """By its path, and nothing else."""
    site = shutil.copytree(project / "_site", tmp_path / "site")
    page = site / "events/reeve-concedes.html"
    page.write_bytes(page.read_bytes().replace(b"Reeve", b"Venn"))

    assert 1 == verify(project, site)

    assert "differs   events/reeve-concedes.html\n1 file is not" in capsys.readouterr().out


def test_a_host_that_is_not_there_is_told_once(project: Path, capsys: pytest.CaptureFixture[str]):
    """Without a line for each file."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/"

    assert 1 == verify(project, address)

    assert f"{address} cannot be read: connection refused.\n" == capsys.readouterr().err


def test_a_folder_that_is_not_there_is_told_once(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    """Its files would all be missing."""
    assert 1 == verify(project, tmp_path / "nowhere")

    assert "nowhere cannot be read: there is no such folder.\n" in capsys.readouterr().err


def test_a_project_with_mistakes_is_compared_with_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    """They are told instead."""
    broken = copy_sample(tmp_path / "broken", with_templates=True)
    (broken / "content/site.yaml").unlink()

    assert 1 == verify(broken, tmp_path)

    said = capsys.readouterr()
    assert "Nothing was compared." in said.err
    assert "" == said.out
