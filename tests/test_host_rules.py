"""Netlify's and Cloudflare's own readers take `_headers` and `_redirects` as we mean them.

They come from npm (tests/host_rules/); `make test-extra` installs them.
"""

import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from builder.hosting.headers import EVERYWHERE, FOR_EVER, FRAMEABLE, HASHED, make_policies
from builder.hosting.host_files import write_headers, write_redirects
from tests.projects import ROOT
from tests.whole_sites import take_inventory

READERS = ROOT / ".venv/host_rules"
SCRIPT = ROOT / "tests/host_rules/answers.mjs"
HOSTS = ["netlify", "cloudflare"]
FILES = {
    "index.html": b"<script>a</script>",
    "about.html": b"",
    "events/new.html": b"<style>b</style>",
    "events/old.html": b"moved",
    "embed/index.html": b"",
    "embed/events/new.html": b"",
    "data/events.csv": b"",
    "static/style.e3b0c44298fc.css": b"",
}
SITE = take_inventory(FILES)
MOVED = [("events/old.html", "events/new.html")]

pytestmark = pytest.mark.extra("npm", "node")


@dataclass(frozen=True)
class Answer:
    """What a host answers: the status, and the headers by their names in small letters."""

    status: int
    headers: dict[str, str]


def ask(host: str, folder: Path, *paths: str) -> tuple[list[object], dict[str, Answer]]:
    """What a host has against the files in *folder*, and its answer for each path."""
    if not (READERS / "node_modules").is_dir():
        pytest.skip("the readers are not installed: 'make test-extra' does it where it can")
    said = subprocess.run(
        ["node", "--input-type=module", "-", str(folder), *paths],
        input=SCRIPT.read_bytes(),
        cwd=READERS,  # where the script finds its packages
        capture_output=True,
        check=True,
    )
    told = json.loads(said.stdout)[host]
    return told["complaints"], {path: Answer(**told["answers"][path]) for path in paths}


def publish(folder: Path, base: str) -> Path:
    """A small site with a moved page under the path *base* of a host that publishes *folder*."""
    for path, content in FILES.items():
        file = folder / base.strip("/") / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    (folder / "_headers").write_bytes(write_headers(take_inventory(FILES), base))
    (folder / "_redirects").write_bytes(write_redirects(MOVED, base))
    return folder


def sent(answer: Answer, *names: str) -> dict[str, str | None]:
    """Some headers of an answer, those that are missing too."""
    return {name: answer.headers.get(name.lower()) for name in names}


def forms_of(path: str) -> set[str]:
    """Under which paths the hosts show a file: pages also without their ending."""
    return {path, re.sub(r"(?:(?<=/)|^)index\.html$|\.html$", "", path)}


@pytest.mark.parametrize("base", ["/", "/some/path/"], ids=["root", "path"])
@pytest.mark.parametrize("host", HOSTS)
def test_every_file_is_sent_with_what_we_mean(host: str, base: str, tmp_path: Path):
    """Each header once, pages for frames without the one against frames, what is hashed kept."""
    policy = {
        "Content-Security-Policy": make_policies(take_inventory(FILES)).unframed,
        **EVERYWHERE,
    }
    forms = {base + form: path for path in FILES for form in forms_of(path)}

    complaints, answers = ask(host, publish(tmp_path, base), *forms)

    assert [] == complaints
    for form, path in forms.items():
        is_unframed = path.endswith(".html") and not path.startswith(FRAMEABLE)
        frames = {"X-Frame-Options": "DENY" if is_unframed else None}
        assert policy | frames == sent(answers[form], *policy, *frames), form
        is_kept = answers[form].headers.get("cache-control") == FOR_EVER
        assert bool(re.match(HASHED, path)) == is_kept, form


@pytest.mark.parametrize("base", ["/", "/some/path/"], ids=["root", "path"])
@pytest.mark.parametrize("host", HOSTS)
def test_former_addresses_are_redirected_for_good(host: str, base: str, tmp_path: Path):
    """To the present one, under the path where the site lies."""
    old = f"{base}events/old.html"

    answer = ask(host, publish(tmp_path, base), old)[1][old]

    assert (301, f"{base}events/new.html") == (answer.status, answer.headers["location"])


@pytest.mark.parametrize("host", HOSTS)
def test_the_real_files_are_taken_whole(host: str, site_folder: Path):
    """Within every limit, and every page is told who may show it in a frame."""
    pages = {path.relative_to(site_folder).as_posix() for path in site_folder.rglob("*.html")}
    forms = {f"/{form}": path for path in sorted(pages) for form in sorted(forms_of(path))}

    complaints, answers = ask(host, site_folder, *forms)

    assert [] == complaints
    unframed = {form for form in forms if "x-frame-options" in answers[form].headers}
    assert {form for form, path in forms.items() if not path.startswith(FRAMEABLE)} == unframed
    everywhere = sent(answers["/"], "Content-Security-Policy", *EVERYWHERE)
    assert all(everywhere == sent(answer, *everywhere) for answer in answers.values())


def test_what_is_too_much_is_complained_of(tmp_path: Path):
    """Cloudflare reads 100 rules, 2,000 redirects and 2,000 characters of a line."""
    rules = "".join(f"/page{number}\n  X-A: b\n" for number in range(102))
    (tmp_path / "_headers").write_text(f"/*\n  X-A: {'b' * 2000}\n{rules}", encoding="utf-8")
    lines = "".join(f"/{number} /new 301\n" for number in range(2001))
    (tmp_path / "_redirects").write_text(lines, encoding="utf-8")

    complaints, _ = ask("cloudflare", tmp_path)

    told = " ".join(map(str, complaints))
    assert "maximum allowed length of 2000" in told
    assert "number of rules supported is 100" in told
    assert "static rules supported is 2000" in told
