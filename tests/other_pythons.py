"""Takes a version of Python, gives the one on this machine, with what a build needs.

Import it for `has_python` and `python_of`. Run it with a version to install what the site needs
for that Python, apart, in .venv; it says if there is none. A build gives the same bytes with each
that is `PROMISED`.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import which

ROOT = Path(__file__).parent.parent
PROMISED = ("3.11", "3.12", "3.13")
OWN = f"{sys.version_info.major}.{sys.version_info.minor}"
OTHERS = tuple(version for version in PROMISED if version != OWN)


def python_of(version: str) -> Path:
    """Where the Python of that version is that can build, if `has_python` says so."""
    return ROOT / f".venv/python{version}/bin/python"


def has_python(version: str) -> bool:
    """Whether all that it needs was installed: make leaves a stamp."""
    return (ROOT / f".venv/python{version}.installed").exists()


def find_python(version: str) -> Path | None:
    """A Python of that version on this machine, of pyenv (https://github.com/pyenv/pyenv) too."""
    return next((path for path in _candidates(version) if _is(path, version)), None)


def _candidates(version: str) -> Iterator[Path]:
    if found := which(f"python{version}"):
        yield Path(found)
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    yield from sorted(pyenv.glob(f"versions/{version}.*/bin/python"))


def _is(path: Path, version: str) -> bool:
    """Whether it runs, and is what it is called: pyenv leaves names behind that run nothing."""
    ask = "import sys; print('%d.%d' % sys.version_info[:2])"
    ran = subprocess.run([path, "-c", ask], capture_output=True, text=True, check=False)
    return ran.stdout.strip() == version


def install(version: str) -> bool:
    """Whether what a build needs could be installed for the Python of that version."""
    if (found := find_python(version)) is None:
        print(f"Skipped: builds with Python {version}, because it is not installed.")
        return False
    print(f"Installing what the site needs for Python {version} ...")
    made = python_of(version)
    pip = ("-m", "pip", "install", "--quiet", "--require-hashes", "-r", ROOT / "requirements.lock")
    steps = ((found, "-m", "venv", "--clear", made.parent.parent), (made, *pip))
    return all(subprocess.run(step, check=False).returncode == 0 for step in steps)


if __name__ == "__main__":
    wanted = sys.argv[1]
    sys.exit(0 if wanted == OWN or install(wanted) else 1)
