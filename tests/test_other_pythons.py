"""The site is the same, byte for byte, with every Python for which that is promised.

`make test-extra` installs what the others need, where there are others (tests/other_pythons.py).
"""

import subprocess
from pathlib import Path

import pytest

from builder.publishing import build
from tests.archive import write_archive
from tests.other_pythons import OTHERS, has_python, python_of
from tests.projects import ROOT, copy_project
from tests.test_write import files_in

pytestmark = pytest.mark.extra()


@pytest.fixture(scope="module", params=[copy_project, write_archive], ids=["real", "large"])
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its site, and with what that build left for the next one."""
    folder: Path = request.param(tmp_path_factory.mktemp("project") / "project")
    assert [] == [p for p in build(folder, folder / "_site") if p.severity == "error"]
    return folder


@pytest.mark.parametrize("version", OTHERS)
def test_another_python_makes_the_same_site(project: Path, tmp_path: Path, version: str):
    """Of the same files, beside what is remembered by this one."""
    if not has_python(version):
        pytest.skip(f"there is no Python {version}: 'make test-extra' uses it where there is one")
    out = tmp_path / "site"

    told = subprocess.run(
        [python_of(version), ROOT / "build.py", "--root", project, "--out", out], check=False
    )

    assert 0 == told.returncode
    assert files_in(project / "_site") == files_in(out)
