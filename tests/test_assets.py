"""What lies at a published name of an asset never changes."""

import re
from pathlib import Path

from builder.rendering.assets import name_by_content, read_assets
from tests.projects import ROOT


def test_a_name_holds_a_hash_of_the_content():
    """Before the ending, by which hosts tell the type; in the folder where it was."""
    assert {
        "static/style.css": "static/style.e3b0c44298fc.css",
        "static/scripts/a.js": "static/scripts/a.ca978112ca1b.js",
    } == name_by_content({"static/style.css": b"", "static/scripts/a.js": b"a"})


def test_no_asset_asks_for_another_by_name():
    """A page tells a script what to load, since only pages know the published names."""
    for path, content in read_assets(ROOT / "static").items():
        imports = re.findall(rb"""^(?:import|export)\b.*["']|\bimport\(["'`]""", content, re.M)
        assert [] == imports + re.findall(rb"""\burl\((?!["']?data:)""", content), path


def test_every_asset_of_the_site_is_named_by_its_content(site_folder: Path):
    """Pages lead to the published name; the plain one is not there."""
    published = {p.relative_to(site_folder).as_posix() for p in site_folder.rglob("static/**/*.*")}
    home = (site_folder / "index.html").read_text(encoding="utf-8")

    names = name_by_content(read_assets(ROOT / "static"))
    assert set(names.values()) <= published
    assert set() == set(names) & published
    assert f'href="{names["static/style.css"]}"' in home
    assert f'data-script="{names["static/scripts/download.js"]}"' in home
