"""The preview answers this machine alone, with the site and nothing else."""

import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests.previewing import previewing
from tests.projects import copy_sample

SECRET = "nobody-may-read-this"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A preview of the sample, beside whose folder lies a secret."""
    folder = tmp_path_factory.mktemp("previewed")
    project = copy_sample(folder / "project", with_templates=True)
    for path in (folder / "secret.txt", project / "secret.txt"):
        path.write_text(SECRET, encoding="utf-8")
    (project / "static/.secret.txt").write_text(SECRET, encoding="utf-8")
    with previewing(project) as found:
        yield found


def ask(address: str, request: bytes) -> bytes:
    """What the preview answers to these very bytes; nothing if it hangs up."""
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname, parts.port or 80), timeout=1) as connection:
        answer = b""
        try:
            connection.sendall(request)
            while part := connection.recv(65536):
                answer += part
        except OSError:  # it need not read what it will not answer, nor end what has no end
            pass
    return answer


def get(address: str, path: str, method: str = "GET") -> bytes:
    """The answer to a request for *path*, sent as it is."""
    host = urlsplit(address).netloc
    head = f"{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    return ask(address, head.encode("latin-1"))


def status(answer: bytes) -> int:
    """The number of an answer, 0 for none."""
    return int(answer.split(b" ", 2)[1]) if answer else 0


PATHS = (
    "/../secret.txt", "/../../secret.txt", "/static/../secret.txt", "/static/../../secret.txt",
    "/%2e%2e/secret.txt", "/%2e%2e%2fsecret.txt", "/..%2fsecret.txt", "/..%5csecret.txt",
    "/..\\secret.txt", "/static/..\\..\\secret.txt", "//secret.txt", "///etc/passwd",
    "/secret.txt", "/%252e%252e/secret.txt", "/..;/secret.txt", "/./secret.txt", "/%00/secret.txt",
    "/secret.txt%00.html", "/static/.secret.txt", "/content/site.yaml", "/seeds/", "/templates/",
    "/preview/../secret.txt", "/preview/../../build.py", "/preview/..%2f..%2fserver.py",
    "/preview/preview.css/../../server.py", "/preview/%2e%2e/server.py", "/preview/",
    "/preview/__init__.py", "/preview//etc/passwd", "/.git/config", "/etc/passwd", "/~root",
    "/static/", "/events", "/static", "/%c0%ae%c0%ae/secret.txt", "/\xe0\x80\xae/a",
    "http://evil.example/", "*", "/?file=../secret.txt", "/#../secret.txt", "/" + "a/" * 4000,
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS, ids=range(len(PATHS)))
def test_nothing_but_the_site_is_answered(address: str, path: str):
    """Neither a file beside the site nor the list of a folder, however it is asked for."""
    answer = get(address, path)

    assert SECRET.encode() not in answer
    assert b"root:" not in answer
    assert b"import " not in answer
    is_home = path in ("/?file=../secret.txt", "/#../secret.txt", "http://evil.example/")
    assert status(answer) in ((200, 403, 404) if is_home else (0, 400, 404, 414, 431)), answer[:80]
    assert b"Index of" not in answer
    assert b"Traceback" not in answer


@pytest.mark.parametrize("path", ["/", "/livereload.js", "/preview/version", "/preview/preview.js"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"])
def test_nobody_can_do_more_than_read(address: str, method: str, path: str):
    """Every method but GET and HEAD is refused."""
    assert 405 == status(get(address, path, method))


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "[::1]",
        "0.0.0.0",
        "a@127.0.0.1",
    ],
)
@pytest.mark.parametrize("path", ["/", "/livereload.js", "/preview/version", "/livereload"])
def test_a_foreign_name_is_not_answered(address: str, host: str, path: str):
    """A page elsewhere could have its own name lead here (DNS rebinding)."""
    request = f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"

    assert status(ask(address, request.encode())) in (400, 403)


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + b"X: " + b"a" * 1_000_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + b"X: a\r\n" * 100_000 + b"\r\n",
        b"GET /" + b"a" * 1_000_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"\0" * 100_000,
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 100,
        b"GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET /\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\nHost: 127.0.0.1\n\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n",
    ],
    ids=range(13),
)
def test_whatever_is_sent_the_preview_goes_on(address: str, request_bytes: bytes):
    """The next reader is answered as before."""
    ask(address, request_bytes)

    assert 200 == status(get(address, "/"))


def test_only_this_machine_can_reach_it(address: str):
    """It listens on 127.0.0.1 and on no other address of the machine."""
    port = urlsplit(address).port or 0
    assert address.startswith("http://127.0.0.1:")
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), port)}

    for other in map(str, others - {"127.0.0.1"}):
        with pytest.raises(OSError, match=r"."), socket.create_connection((other, port), timeout=2):
            pass
