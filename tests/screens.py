"""Takes the built site, gives the pictures of it that the README shows, in docs/.

Its law: each is a PNG of at most 150 kB, its colours reduced to a palette of its own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from builder.publishing import build
from tests.chromium import CHROMIUM_FLAGS, find_chromium
from tests.local_server import serve_folder

ROOT = Path(__file__).parent.parent
LARGEST = 150_000


def open_note_at_the_rerun(page: Page) -> None:
    """The bridge of 23 June 2019, and the note of its first figure."""
    bridge = page.locator("[id='race-2019-06'] .bridge")
    bridge.evaluate("bridge => scrollTo(0, bridge.getBoundingClientRect().top + scrollY - 56)")
    bridge.locator(".citation-marker").first.click()
    page.locator(".note:popover-open").wait_for()


@dataclass(frozen=True)
class Picture:
    """A picture: of which page, how large, in which theme, and what is done there first."""

    name: str
    path: str
    width: int
    height: int
    scheme: Literal["light", "dark"]
    scale: int = 1
    prepare: Callable[[Page], None] = lambda page: None


PICTURES = (
    Picture("home-light", "index.html", 1200, 900, "light"),
    Picture("event-dark", "events/board-annuls-the-result.html", 1200, 760, "dark"),
    Picture("home-phone", "index.html", 390, 844, "dark", 2, open_note_at_the_rerun),
)


def take_picture(browser: Browser, address: str, picture: Picture) -> bytes:
    """The PNG of a picture."""
    page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height},
        device_scale_factor=picture.scale,
        color_scheme=picture.scheme,
        reduced_motion="reduce",
    )
    page.goto(f"{address}/{picture.path}")
    picture.prepare(page)
    return reduce_colours(page.screenshot())


def reduce_colours(screen: bytes) -> bytes:
    """The same PNG in as many colours as fit a palette and the size."""
    picture = Image.open(BytesIO(screen)).convert("RGB")
    for colours in (256, 128, 64, 32):
        file = BytesIO()
        picture.quantize(colours, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
        if file.tell() <= LARGEST:
            break
    return file.getvalue()


def take_pictures(address: str, folder: Path) -> None:
    """Each picture as a PNG in *folder*."""
    with sync_playwright() as playwright:
        flags = list(CHROMIUM_FLAGS)
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=flags)
        for picture in PICTURES:
            path = folder / f"{picture.name}.png"
            path.write_bytes(take_picture(browser, address, picture))
        browser.close()


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        build(ROOT, Path(folder))
        with serve_folder(Path(folder)) as address:
            take_pictures(address, ROOT / "docs")
