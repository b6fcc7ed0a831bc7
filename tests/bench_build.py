"""Measures builds of generated projects, and Hugo's build of the same corpus beside them.

`make bench` prints a table for each size: a cold build, an unchanged one, one after one edit, the
peak memory, the size of what was written, the time of each stage, and Hugo's time and size; then
what both wrote at the largest size, kind by kind. `python -m tests.bench_build 40 1000` measures
other sizes. BENCHMARKS.md holds what was measured, where and how; no test asserts it, because
machines differ.
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
from tests.weights import Weights, compare, sum_up, weigh

SIZES = (40, 1_000, 10_000)
AS_USUAL = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Python keeps what it has compiled, as it does for everybody who has not forbidden it."""
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
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=AS_USUAL)
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


def hugo(program: str, folder: Path, events: int) -> tuple[float, Weights]:
    """Seconds of Hugo's build of the same corpus, and what it wrote."""
    site = write_hugo_corpus(folder, events)
    start = time.perf_counter()
    subprocess.run([program, "--quiet", "--source", str(site)], check=True)
    return time.perf_counter() - start, weigh(site / "public")


def measure(events: int) -> tuple[dict[str, float], list[str]]:
    """Everything that is measured of one size, in seconds and megabytes, and Hugo's beside ours."""
    with TemporaryDirectory() as folder:
        project, out = write_corpus(Path(folder) / "project", events), Path(folder) / "site"
        copy_templates(project)
        found = {"events": events} | measure_builds(project, out)
        size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file()) / 1e6
        found |= {"output MB": size}
        shutil.rmtree(project / ".cache")
        found |= stages(project, Path(folder) / "again")
        if (program := shutil.which("hugo")) is None:
            return found, []
        seconds, written = hugo(program, Path(folder) / "hugo", events)
        files, size = sum_up(written)
        found |= {"Hugo": seconds, "Hugo MB": size / 1e6, "Hugo files": files}
        return found | {"cold / Hugo": found["cold"] / seconds}, [*compare(weigh(out), written)]


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
    """Print a table, what both wrote, and how the time grows with the number of events."""
    rows, beside = [], list[str]()
    for events in sizes:
        row, beside = measure(events)
        rows.append(row)
        if events == sizes[0]:
            print(f"| {' | '.join(row)} |\n|{'---:|' * len(row)}")
        cells = (f"{value:,.2f}".removesuffix(".00") for value in row.values())
        print(f"| {' | '.join(cells)} |", flush=True)
    print("", *beside, sep="\n")
    told = ", ".join(f"{name} {value:,.2f}" for name, value in measure_real().items())
    print(f"\nThe real content: {told}.")
    if len(rows) > 1:
        print(f"\nA cold build grows with the number of events to the power of {growth(rows):.2f}.")


def growth(rows: list[dict[str, float]]) -> float:
    """Return the power to which a cold build grows between the last two sizes."""
    first, last = rows[-2:]
    return math.log(last["cold"] / first["cold"]) / math.log(last["events"] / first["events"])


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
