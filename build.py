"""The door: runs the stages in order, prints the report, sets the exit code.

python build.py [build] [options]   check everything and write the site to _site/
python build.py check               report what is wrong, write nothing
python build.py seal                make the fingerprints of the articles in seeds/texts/
python build.py serve               preview on this machine, rebuilt at every save
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

try:
    from builder.cards import draw_cards, plan_cards
    from builder.check import check_timeline
    from builder.command_line import parse_arguments
    from builder.diagnostics import Diagnostic, Place, as_errors, format_report, has_errors
    from builder.fingerprints import SEALS, seal, to_json
    from builder.pages import plan_pages
    from builder.preview import HOST, Preview, serve
    from builder.read import read_timeline
    from builder.render import Files, Target, render_pages
    from builder.wording import UnknownStringError, read_wording
    from builder.write import write_site
except ModuleNotFoundError as missing:
    sys.exit(f"{missing.name} is not installed. Run 'make' once, or use .venv/bin/python build.py.")


@dataclass(frozen=True)
class Options:
    """How to build: where the articles are, where the site will lie, what is let through."""

    texts: Path | None = None
    base_url: str = "/"
    drafts: bool = False
    strict: bool = False


def build(root: Path, out: Path, options: Options = Options()) -> list[Diagnostic]:
    """Check everything and, if nothing is wrong, write the site to *out*."""
    files, problems = make_site(root, options)
    if not has_errors(problems):
        problems += write_site(files, out)
    return problems


def make_site(root: Path, options: Options) -> tuple[Files, list[Diagnostic]]:
    """Return all files of the site, and everything that is wrong; no files if there are errors."""
    timeline, problems = read_timeline(root, options.texts)
    problems += check_timeline(timeline)
    shown = timeline if options.drafts else timeline.without_drafts()
    language = timeline.site.language if timeline.site else "en"
    wording, problems_of_wording = read_wording(root / "templates", language)
    problems += problems_of_wording
    problems = as_errors(problems) if options.strict else problems
    if wording is None or has_errors(problems):
        return {}, problems
    try:
        pages, cards = plan_pages(shown, wording), plan_cards(shown, wording)
    except UnknownStringError as error:
        place = Place(f"templates/strings/{wording.language}.yaml")
        problem = Diagnostic(place, "template-error", str(error), "Mend it in this file.")
        return {}, [*problems, problem]
    target = Target(options.base_url)
    files, problems_of_templates = render_pages(pages, shown, wording, root, target)
    return files | draw_cards(cards), problems + problems_of_templates


def seal_sources(root: Path, texts: Path | None) -> tuple[list[str], list[Diagnostic]]:
    """Write the fingerprint of every article at hand; return their files, and what was wrong."""
    timeline, problems = read_timeline(root, texts)
    # What the old fingerprints look like does not matter: they are about to be replaced.
    problems = [problem for problem in problems if problem.code != "damaged-fingerprint"]
    written = []
    for source in timeline.sources:
        if article := timeline.articles.get(source.id):
            name = f"{SEALS}/{source.id}.json"
            (root / SEALS).mkdir(parents=True, exist_ok=True)
            fingerprint = seal(source.id, article.sha256, article.passages)
            (root / name).write_text(to_json(fingerprint), encoding="utf-8")
            written.append(name)
    return written, problems


def report(problems: list[Diagnostic], root: Path, success: str) -> int:
    """Print *problems*, or *success* if none stands in the way; return the exit code."""
    if problems:
        print(format_report(problems, root), file=sys.stderr)
        count = sum(problem.severity == "error" for problem in set(problems))
        print(
            f"\n{count_of(count, 'error')}, {count_of(len(set(problems)) - count, 'warning')}.",
            file=sys.stderr,
        )
    if has_errors(problems):
        print("Nothing was written; the last good site is as it was.", file=sys.stderr)
        return 1
    print(success)
    return 0


def count_of(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural unless it is one."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def run_serve(asked: Namespace) -> int:
    """Preview the site, drafts included, until interrupted."""
    root, port = asked.root, asked.port or 8000
    options = Options(asked.texts, "/", True, asked.strict)
    preview = Preview(root, root / ".preview", lambda: make_site(root, options))

    def refresh() -> None:
        report(preview.refresh(), root, "Built.")

    refresh()
    print(f"Preview: http://{HOST}:{port}/  (stop with Ctrl-C)", flush=True)
    serve(preview, refresh, port)
    return 0


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks; return the exit code (0 good, 1 something is wrong)."""
    asked = parse_arguments(arguments, __doc__, Path(__file__).parent)
    return RUN[asked.command](asked)


def run_build(asked: Namespace) -> int:
    """Build the site, if everything holds."""
    out = asked.out or asked.root / "_site"
    return report(build(asked.root, out, options_of(asked)), asked.root, f"Built {out.name}/.")


def run_check(asked: Namespace) -> int:
    """Say what a build would complain about."""
    return report(make_site(asked.root, options_of(asked))[1], asked.root, "Everything holds.")


def run_seal(asked: Namespace) -> int:
    """Seal the articles at hand."""
    written, problems = seal_sources(asked.root, asked.texts)
    return report(problems, asked.root, f"Sealed {count_of(len(written), 'article')}.")


def options_of(asked: Namespace) -> Options:
    """Return how to build."""
    return Options(asked.texts, asked.base_url, asked.drafts, asked.strict)


RUN = {
    "build": run_build,
    "check": run_check,
    "seal": run_seal,
    "serve": run_serve,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
