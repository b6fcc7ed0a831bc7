"""Bombs, and what a build makes of each: run as a program, `python -m tests.hostile.bombs FOLDER`.

Prints as JSON, for each bomb, the exit code of the build, what it said, and how long it took. The
builds are children that may use only so much memory and time.
"""

import json
import resource
import shutil
import signal
import sys
import time
from pathlib import Path

from builder.publishing import build
from tests.faults.nursery import build_in_child, make_project
from tests.soak import times

MEGABYTES = 1500
"""Of addresses that a build of a small project may use: its threads ask for far more than they
fill."""
SECONDS = 20
"""Of a processor's time; the slowest takes a fourth of it."""

EVENT = "content/events/1991.yaml"
FIRST = "- id: a\n  date: 1991-05-12\n  title: A title\n  body: "
PAGE, TITLE = "content/pages/about.md", "# A page\n\n"
FINGERPRINT = "seeds/fingerprints/retold-1991-05-14.json"
ALIASES = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40))
DEEP = 10_000

BOMBS = {
    "aliases": (EVENT, "a0: &a0 x\n" + ALIASES),
    "merges": (EVENT, "- &a {b: c}\n" + "- &b {<<: *a}\n" * 1000),
    "lists": (EVENT, "[" * DEEP + "]" * DEEP),
    "open lists": (EVENT, "[" * times(1_000_000)),
    "mappings": (EVENT, "{a: " * DEEP + "}" * DEEP),
    "blocks": (EVENT, "".join(" " * n + "a:\n" for n in range(2_000))),
    "dashes": (EVENT, "- " * 100_000 + "a"),
    "a line": (EVENT, FIRST + "x" * 1_000_000),
    "a line of words": (EVENT, FIRST + "word " * 200_000),
    "a key": (EVENT, "- " + "k" * 1_000_000 + ": a\n"),
    "keys": (EVENT, "".join(f"k{n}: a\n" for n in range(100_000))),
    "an id": (EVENT, "- id: " + "a-" * 500_000 + "a\n"),
    "a number": (EVENT, "- id: a\n  date: " + "9" * 1_000_000),
    "a date": (EVENT, "- id: a\n  date: " + "[" * 100_000),
    "a NUL": (EVENT, FIRST + "a\0b"),
    "NULs": (EVENT, "\0" * 1_000_000),
    "escapes": (EVENT, FIRST + '"' + "\\u0000" * 100_000 + '"'),
    "quotations": (EVENT, FIRST + "“" * 500_000),
    "markers": (EVENT, FIRST + "[@" * 400_000),
    "a page of quotes": (PAGE, TITLE + "> " * DEEP + "a"),
    "a page of lists": (
        "content/pages/about.md",
        "# A page\n\n" + "".join("    " * n + "- a\n" for n in range(1_000)),
    ),
    "a page of brackets": (PAGE, TITLE + "[" * 100_000),
    "a page of links": (PAGE, TITLE + "[a](" * 50_000),
    "a page of stars": (PAGE, TITLE + "*a **b " * 30_000),
    "a page of code": (PAGE, TITLE + "`" * 200_000),
    "a page of elements": (PAGE, TITLE + "<b>" * DEEP),
    "a page of entities": (PAGE, TITLE + "&amp" * 100_000),
    "a page of tables": (
        "content/pages/about.md",
        "# A page\n\n" + "|a" * 50_000 + "\n" + "|-" * 50_000 + "\n",
    ),
    "strings": ("templates/strings/en.yaml", "a: &a [b]\nc: [" + "*a, " * 10_000 + "]"),
    "a string": ("templates/strings/en.yaml", "data.title: '" + "{" * 1_000_000 + "'"),
    "a template": ("templates/page.html", "{{ " + "(" * DEEP + ")" * DEEP + " }}"),
    "a template of blocks": ("templates/prose.html", "{% if a %}" * 5_000 + "{% endif %}" * 5_000),
    "a fingerprint": (FINGERPRINT, "[" * 1_000_000),
    "a fingerprint of mappings": (FINGERPRINT, '{"a":' * DEEP + "1" + "}" * DEEP),
    "a fingerprint of digits": (FINGERPRINT, '{"format": ' + "9" * 1_000_000 + "}"),
    "a record": ("seeds/retold-1991-05-14.yaml", "passages: [" * DEEP),
    "an article": ("seeds/texts/retold.txt", "word\n" * 100_000),
}
"""What is put into which file."""


def limit() -> None:
    """Let this process have only so much."""
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    signal.alarm(SECONDS * 3)  # what waits uses no processor


def set_off(sound: Path, name: str) -> dict[str, object]:
    """What a build makes of a project in which a bomb lies."""
    project, log = sound.with_name("bombed"), sound.with_name("log")
    shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(sound, project)
    file, text = BOMBS[name]
    (project / file).parent.mkdir(exist_ok=True)
    (project / file).write_text(text, encoding="utf-8")
    begun = time.monotonic()
    code = build_in_child(project, limit, log)
    seconds, said = time.monotonic() - begun, log.read_text(encoding="utf-8", errors="replace")
    sys.stderr.write(f"{name}: exit code {code}, {seconds:.1f} s\n")
    return {"code": code, "said": said[-2_000:], "size": len(said), "seconds": seconds}


if __name__ == "__main__":
    project = make_project(Path(sys.argv[1]) / "sound")
    build(project, project / "_site")  # so that the children begin with everything imported
    sys.stdout.write(json.dumps({name: set_off(project, name) for name in BOMBS}))
