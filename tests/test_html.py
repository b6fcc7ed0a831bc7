"""The HTML standard's own checker finds nothing wrong with any page.

It comes from npm (tests/html_checker/) and needs Java; `make test-extra` installs and runs it.
"""

import json
import subprocess
from pathlib import Path

import pytest

from tests.projects import ROOT

CHECKER = ROOT / ".venv/html_checker/node_modules/vnu-jar/build/dist/vnu.jar"

NOT_KNOWN_TO_IT = (
    "CSS: Unrecognized at-rule “@view-transition”",
    "Resource violates Content Security Policy (meta tag): external ",
    "Inline script violates Content Security Policy (meta tag): blocked by “script-src” directive",
)
"""What it cannot judge.

Its part for CSS is older than https://drafts.csswg.org/css-view-transitions-2/. A page in a folder
has no origin for it, so that nothing is its own; and it takes JSON-LD for a script. That the policy
lets pages work is seen in Chromium (tests/test_servers.py, tests/test_content_policy.py).
"""

pytestmark = pytest.mark.extra("java", "npm")


def check(*pages: Path) -> list[str]:
    """What the checker says about *pages*: errors and warnings, with their place."""
    if not CHECKER.is_file():
        pytest.skip("the checker is not installed: 'make test-extra' does it where it can")
    command: list[str | Path] = ["java", "-jar", CHECKER, "--format", "json", "--stdout", *pages]
    said = subprocess.run(command, capture_output=True, check=False, text=True).stdout
    return [
        f"{Path(message['url']).name}:{message.get('lastLine', 1)}: {message['message']}"
        for message in json.loads(said)["messages"]
    ]


def test_every_page_is_valid(site_folder: Path):
    """No error, and no warning either."""
    said = check(*sorted(site_folder.rglob("*.html")))

    assert [] == [line for line in said if not any(known in line for known in NOT_KNOWN_TO_IT)]


def test_the_checker_finds_mistakes(tmp_path: Path):
    """It is really running: an element where it must not be is found."""
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=en><title>A</title>\n<ul><p>b</p></ul>", "utf-8")

    (found,) = check(page)

    assert found.startswith("page.html:2: Element “p” not allowed as child of element “ul”")
