"""The shipped settings of nginx and Caddy say what every other host is told."""

from pathlib import Path

import pytest

from builder.hosting.headers import EVERYWHERE, make_policies
from builder.hosting.server_settings import NAMES, Settings, write_settings
from builder.media_types import MEDIA_TYPES
from tests.projects import ROOT
from tests.whole_sites import take_inventory

SITE = take_inventory({"index.html": b"<script>a</script>"})
MOVED = Settings("/votes/", (("events/a.html", "events/b.html"),), ("events/c.html",))


def files_in(folder: Path) -> dict[str, bytes]:
    """The pages of a site, which are all that the settings depend on."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.html")
    }


def without_moves(settings: str) -> list[str]:
    """The lines that do not depend on which events moved."""
    moves = ("return 301", "return 410", "permanent", "@gone", "# Events that", "status 410")
    return [line for line in settings.splitlines() if not any(move in line for move in moves)]


@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_settings_are_current(site_folder: Path, name: str):
    """If not: python build.py hosting."""
    shipped = (ROOT / "hosting" / name).read_text(encoding="utf-8")
    made = write_settings(take_inventory(files_in(site_folder)), Settings())[name]

    assert without_moves(made) == without_moves(shipped)


@pytest.mark.parametrize("name", NAMES)
def test_every_header_and_type_is_in_the_settings(name: str):
    """The same as for other hosts."""
    settings = write_settings(SITE, Settings())[name]

    assert all(f'{header} "{value}"' in settings for header, value in EVERYWHERE.items())
    assert make_policies(SITE).framed_by_nobody in settings
    assert make_policies(SITE).framed_by_anyone in settings
    assert all(type_ in settings for type_ in MEDIA_TYPES.values())


def test_former_addresses_are_in_the_settings_of_nginx():
    """Under the path where the site lies."""
    settings = write_settings(SITE, MOVED)["nginx.conf"]

    assert "location = /votes/events/a.html { return 301 /votes/events/b.html; }" in settings
    assert "location = /votes/events/c.html { error_page 410 @gone; return 410; }" in settings


def test_two_lines_are_changed_by_whoever_publishes():
    """They are marked."""
    for settings in write_settings(SITE, Settings()).values():
        assert 2 == settings.replace("marked as yours", "").count("yours")
