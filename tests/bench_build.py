"""Measures builds of generated projects, and Hugo's build of the same corpus beside them.

`make bench` prints a table for each size: a cold build, an unchanged one, one after one edit, the
peak memory, the size of what was written, and the time of each stage. `python -m tests.bench_build
40 1000` measures other sizes. BENCHMARKS.md holds what was measured, where and how; no test
asserts it, because machines differ.
"""

import json
import math
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.corpus import write_corpus
from tests.hugo_corpus import write_hugo_corpus
from tests.projects import ROOT, copy_project, copy_templates

SIZES = (40, 1_000, 10_000)
STAGES = """
import gc, json, sys, time
from functools import partial
from pathlib import Path
from builder import publishing, site
from builder.hosting import complete_site
from builder.workers import count_workers

gc.disable()  # as build.py does
root, out, times = Path(sys.argv[1]), Path(sys.argv[2]), {}
def time_it(name, module, function):
    run = getattr(module, function)
    def timed(*given):
        start = time.perf_counter()
        made = run(*given)
        times[name] = times.get(name, 0.0) + time.perf_counter() - start
        return made
    setattr(module, function, timed)
time_it("read", site, "read_timeline")
time_it("check", site, "check_timeline")
time_it("plan", site, "make_recipes")
time_it("make", complete_site, "make_each")
time_it("whole", publishing, "build")
publishing.build(root, out, site.Options(workers=count_workers()))
times["rest"] = 2 * times["whole"] - sum(times.values())
del times["whole"]
print(json.dumps(times))
"""


def build(project: Path, out: Path) -> tuple[float, float]:
    """Seconds that a whole process takes to build, and its peak memory in megabytes."""
    command = [sys.executable, str(ROOT / "build.py"), "--root", str(project), "--out", str(out)]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, "the corpus does not build"
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def stages(project: Path, out: Path) -> dict[str, float]:
    """Seconds of each stage, in a process of its own."""
    command = [sys.executable, "-c", STAGES, str(project), str(out)]
    told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    times: dict[str, float] = json.loads(told.stdout)
    return times


def edit(project: Path) -> None:
    """Change the title of one event."""
    file = sorted((project / "content/events").iterdir())[0]
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^  title: (.+)$", r"  title: \1 again", text, count=1), "utf-8")


def hugo(folder: Path, events: int) -> float | None:
    """Seconds of Hugo's build of the same corpus, or None where there is no Hugo."""
    program = shutil.which("hugo") or shutil.which("hugo", path=str(Path(sys.executable).parent))
    if program is None:
        return None
    site = write_hugo_corpus(folder, events)
    start = time.perf_counter()
    subprocess.run([program, "--quiet", "--source", str(site)], check=True)
    return time.perf_counter() - start


def measure(events: int) -> dict[str, float]:
    """Everything that is measured of one size, in seconds and megabytes."""
    with TemporaryDirectory() as folder:
        project, out = write_corpus(Path(folder) / "project", events), Path(folder) / "site"
        copy_templates(project)
        found = {"events": events} | measure_builds(project, out)
        size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file()) / 1e6
        found |= {"output MB": size}
        shutil.rmtree(project / ".cache")
        found |= stages(project, Path(folder) / "again")
        beside = hugo(Path(folder) / "hugo", events)
        return found | ({"Hugo": beside, "cold / Hugo": found["cold"] / beside} if beside else {})


def measure_builds(project: Path, out: Path) -> dict[str, float]:
    """Seconds of the first build, of one of the same, and of one after an edit."""
    cold, memory = build(project, out)
    unchanged, _ = build(project, out)
    edit(project)
    edited, _ = build(project, out)
    return {"cold": cold, "unchanged": unchanged, "one edit": edited, "memory MB": memory}


def measure_real() -> dict[str, float]:
    """The same of the real content."""
    with TemporaryDirectory() as folder:
        return measure_builds(copy_project(Path(folder) / "project"), Path(folder) / "site")


def main(sizes: tuple[int, ...]) -> None:
    """Print a table, and how the time of a cold build grows with the number of events."""
    rows = []
    for events in sizes:
        rows.append(measure(events))
        if events == sizes[0]:
            print("| " + " | ".join(rows[0]) + " |\n|" + "---:|" * len(rows[0]))
        print(
            "| "
            + " | ".join(f"{value:,.2f}".removesuffix(".00") for value in rows[-1].values())
            + " |",
            flush=True,
        )
    told = ", ".join(f"{name} {value:,.2f}" for name, value in measure_real().items())
    print(f"\nThe real content: {told}.")
    if len(rows) > 1:
        first, last = rows[-2], rows[-1]
        exponent = math.log(last["cold"] / first["cold"]) / math.log(
            last["events"] / first["events"]
        )
        print(f"\nA cold build grows with the number of events to the power of {exponent:.2f}.")


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
