"""The door: runs the stages in order, prints the report, sets the exit code.

python build.py [build] [options]   check everything and write the site to _site/
python build.py check               report what is wrong, write nothing
python build.py seal                make the fingerprints of the articles in seeds/texts/
python build.py serve               preview on this machine, rebuilt at every save
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

try:
    from builder.cards import draw_cards, plan_cards
    from builder.check import check_timeline
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


def run_serve(root: Path, options: Options, port: int) -> int:
    """Preview the site, drafts included, until interrupted."""
    preview = Preview(root, root / ".preview", lambda: make_site(root, options))

    def refresh() -> None:
        report(preview.refresh(), root, "Built.")

    refresh()
    print(f"Preview: http://{HOST}:{port}/  (stop with Ctrl-C)", flush=True)
    serve(preview, refresh, port)
    return 0


def parse_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what was asked for on the command line."""
    parser = argparse.ArgumentParser(
        prog="build.py",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description=__doc__,
        epilog="A clone needs no article to build: quotations and numbers are verified against\n"
        "seeds/fingerprints/. With the texts at hand, --texts DIR verifies word for word.\n"
        "CONTRIBUTING.md says how to add an event in five minutes.",
    )
    add = parser.add_argument
    add(
        "command",
        nargs="?",
        default="build",
        choices=["build", "check", "seal", "serve"],
        help="what to do (default: build)",
    )
    add(
        "--root",
        type=Path,
        default=Path(__file__).parent,
        metavar="DIR",
        help="the project to read (default: where build.py is)",
    )
    add("--out", type=Path, metavar="DIR", help="where to write the site (default: _site in root)")
    add(
        "--base-url",
        default="/",
        metavar="URL",
        help="where the site will be published, such as https://example.org/istanbul/",
    )
    add(
        "--texts",
        type=Path,
        metavar="DIR",
        help="a folder with the articles (default: seeds/texts, as far as it holds them)",
    )
    add("--drafts", action="store_true", help="show drafts too; never for publishing")
    add("--strict", action="store_true", help="treat warnings as errors")
    add("--port", type=int, default=8000, help="port of the preview (default: 8000)")
    asked = parser.parse_args(arguments)
    if not asked.base_url.startswith(("/", "https://", "http://")):
        parser.error("--base-url begins with https://, http:// or /")
    return asked


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks; return the exit code (0 good, 1 something is wrong)."""
    asked = parse_arguments(arguments)
    options = Options(asked.texts, asked.base_url, asked.drafts, asked.strict)
    root, out = asked.root, asked.out or asked.root / "_site"
    match asked.command:
        case "check":
            return report(make_site(root, options)[1], root, "Everything holds.")
        case "seal":
            written, problems = seal_sources(root, asked.texts)
            return report(problems, root, f"Sealed {count_of(len(written), 'article')}.")
        case "serve":
            options = Options(asked.texts, "/", True, asked.strict)
            return run_serve(root, options, asked.port)
    return report(build(root, out, options), root, f"Built {out.name}/.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
