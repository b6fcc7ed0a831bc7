"""Measures the preview: from a file written to its new text on the screen, in a real Chromium.

`make bench-preview` prints the median and the 95th percentile of fifty saves, on the real
content and on 2,000 generated events. What was reached stands in BENCHMARKS.md; no test
asserts it, because machines differ.
"""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.chromium import CHROMIUM_FLAGS, find_chromium
from tests.corpus import write_corpus
from tests.previewing import previewing
from tests.projects import copy_project, copy_templates

SAVES = 50
# Tells of the first frame after the wanted title stands in the page.
WATCH = """
addEventListener("DOMContentLoaded", () => {
  const title = document.getElementById("TITLE") ?? document.querySelector("h1");
  // The first frame is about to be painted, the second comes after it.
  requestAnimationFrame(() => requestAnimationFrame(() => shown(title.textContent)));
});
"""


def measure(browser: Browser, project: Path, path: str, file: Path) -> list[float]:
    """Seconds from save to screen, save by save, of the first title in a file of events."""
    event = re.search(
        r"^- id: (\S+)\n(?:.*\n)*?  title: (.*)\n", file.read_text("utf-8"), re.MULTILINE
    )
    assert event
    page_path, anchor = path.format(event[1]), f"event-{event[1]}"
    seen: dict[str, float] = {}
    context = browser.new_context()
    context.expose_binding(
        "shown", lambda _, text: seen.setdefault(text.strip(), time.perf_counter())
    )
    context.add_init_script(WATCH.replace("TITLE", anchor))
    with previewing(project) as address:
        page = context.new_page()
        page.goto(f"{address}/{page_path}")
        page.wait_for_timeout(2_000)
        times = []
        for title, text in edits(file, event[2]):
            seen.clear()
            started = time.perf_counter()
            file.write_text(text, encoding="utf-8")
            while not any(title in shown for shown in seen):
                page.wait_for_timeout(1)
            times.append(max(seen.values()) - started)
            page.wait_for_timeout(150)
        context.close()
    return times


def edits(file: Path, title: str) -> Iterator[tuple[str, str]]:
    """Titles that nobody has seen yet, each with the file that holds it."""
    text = file.read_text(encoding="utf-8")
    for number in range(SAVES):
        fresh = "Title " + "".join(chr(ord("a") + int(digit)) for digit in str(number))
        yield fresh, text.replace(f"  title: {title}\n", f"  title: {fresh}\n", 1)


def report(what: str, times: list[float]) -> None:
    """Print what was measured, in milliseconds."""
    slow = quantiles(times, n=20)[18]
    print(
        f"{what:42} median {1000 * median(times):4.0f} ms   95 % {1000 * slow:4.0f} ms", flush=True
    )


def main() -> None:
    """Measure and print."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_FLAGS)
        real = copy_project(Path(folder) / "real")
        file = real / "content/events/3-june-2019.yaml"
        report("real content, timeline", measure(browser, real, "index.html", file))
        report("real content, page of the event", measure(browser, real, "events/{}.html", file))
        large = write_corpus(Path(folder) / "large", 2_000)
        copy_templates(large)
        file = sorted((large / "content/events").iterdir())[30]
        report("2,000 events, page of the event", measure(browser, large, "events/{}.html", file))
        chapter = f"chapters/race-{file.name[:4]}.html"
        report("2,000 events, its chapter", measure(browser, large, chapter, file))


if __name__ == "__main__":
    main()
