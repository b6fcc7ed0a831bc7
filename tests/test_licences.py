"""Every library that the site is made with is listed with its licence, as it declares it itself.

`python -m tests.test_licences` writes the list anew from what is installed.
"""

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LIST = ROOT / "docs" / "licences.md"
LOCK = ROOT / "requirements.lock"
HEAD = """\
# Licences of what the site is made with

Every package of `requirements.lock`, with the licence that it declares. `tests/test_licences.py`
holds that none is missing; `python -m tests.test_licences` writes the list anew.

| Package | Licence |
| --- | --- |
"""


def locked() -> list[str]:
    """The packages that a build needs, on whatever system."""
    return sorted(re.findall(r"^([a-z0-9._-]+)==", LOCK.read_text(encoding="utf-8"), re.MULTILINE))


def listed() -> dict[str, str]:
    """The licences of the list by their packages."""
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", LIST.read_text(encoding="utf-8"), re.MULTILINE)
    return dict(rows[2:])


def licence_of(package: Distribution) -> str:
    """What a package declares, in the newest of the three ways in which that can be done."""
    told = package.metadata
    classifiers = [c for c in told.get_all("Classifier") or [] if c.startswith("License")]
    named = ", ".join(sorted(c.split(" :: ")[-1] for c in classifiers))
    expression, words = (told.get_all(key) or [""] for key in ("License-Expression", "License"))
    return expression[0] or named or words[0].split("\n")[0]


def installed(name: str) -> Distribution | None:
    """A package, unless this system does not need it."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def test_every_package_is_listed():
    """None is missing, and none is listed that is not used any more."""
    assert locked() == sorted(listed())


@pytest.mark.parametrize("name", locked())
def test_a_licence_is_the_one_that_is_declared(name: str):
    """A new version may have a new licence."""
    package = installed(name)
    if package is None:
        pytest.skip("only other systems need it")

    assert licence_of(package) == listed()[name]
    assert listed()[name]


if __name__ == "__main__":
    known = listed() if LIST.exists() else {}
    packages = {name: installed(name) for name in locked()}
    rows = {n: licence_of(p) if p else known.get(n, "") for n, p in packages.items()}
    text = HEAD + "".join(f"| {name} | {licence} |\n" for name, licence in rows.items())
    LIST.write_text(text, encoding="utf-8")
