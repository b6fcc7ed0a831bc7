"""Takes the built site, gives the pictures of it that the README shows, in docs/."""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from build import build
from tests.chromium import CHROMIUM_FLAGS, find_chromium
from tests.local_server import serve_folder

ROOT = Path(__file__).parent.parent
PICTURES = (
    ("home-light", "index.html", 1200, 900, "light"),
    ("event-dark", "events/board-annuls-the-result.html", 1200, 760, "dark"),
)


def take_pictures(address: str, folder: Path) -> None:
    """Each picture as a PNG in *folder*."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=list(CHROMIUM_FLAGS)
        )
        for name, path, width, height, scheme in PICTURES:
            size = {"width": width, "height": height}
            page = browser.new_page(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
            page.goto(f"{address}/{path}")
            page.screenshot(path=folder / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        build(ROOT, Path(folder))
        with serve_folder(Path(folder)) as address:
            take_pictures(address, ROOT / "docs")
