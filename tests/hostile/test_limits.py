"""Bombs of all kinds are refused with a diagnostic, in bounded time and memory."""

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.hostile.bombs import BOMBS
from tests.projects import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a build made of each bomb."""
    command = (sys.executable, "-m", "tests.hostile.bombs", str(tmp_path_factory.mktemp("bombs")))
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    told: dict[str, Any] = json.loads(ended.stdout)
    return told


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_told_or_does_no_harm(found: dict[str, Any], name: str):
    """The build ends by itself, with a report that can be read: no traceback, no flood."""
    bomb = found[name]

    assert bomb["code"] in (0, 1), bomb["said"]
    assert "Traceback" not in bomb["said"]
    assert (": error: " in bomb["said"]) or bomb["code"] == 0
    assert bomb["size"] < 200_000
