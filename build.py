"""The door: runs the stages in order, prints the report, sets the exit code.

python build.py [build] [options]   check everything and write the site to _site/
python build.py check               report what is wrong, write nothing
python build.py diff OLD [NEW]      tell what changed for readers, for a pull request
python build.py find WORDS          list the passages that hold them, ready to cite
python build.py hosting             write the settings for nginx and Caddy to hosting/
python build.py new THING           write a new event, person or source to fill in
python build.py schema              write the schemas by which an editor completes
python build.py seal                make the fingerprints of the articles in seeds/texts/
python build.py serve               preview on this machine, rebuilt at every save
python build.py verify SITE         tell whether a published site is what is built here
"""

from __future__ import annotations

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from builder.unchanged import forget, look_at_inputs, recall, remember

LOOKS = (os.environ.get("NO_COLOR", ""), os.environ.get("TERM", ""))
WORDS = (*sys.argv[1:], *(LOOKS if sys.stderr.isatty() else ("plain",)))
"""What was typed, and what decides how the answer will look."""

NOTHING_WRITTEN = "Nothing was written; the last good site is as it was."
NOT_INSTALLED = "{} is not installed. Run 'make' once, or use .venv/bin/python build.py."

if __name__ == "__main__":
    if last := recall(WORDS):
        # Nothing has changed since the last build: that is said before what takes long is imported.
        print(last.warned, end="", file=sys.stderr)
        print(last.said, end="")
        sys.exit()
    gc.disable()  # nearly all is kept: looking for circles takes a fifth of the time

# The rest is imported by the command that needs it: a build does not wait for the preview, and
# another process compiles the templates meanwhile.
try:
    from builder.command_line import parse_arguments
    from builder.rendering.ahead import compiled_meanwhile
    from builder.reports.diagnostics import Diagnostic, has_errors
    from builder.reports.formats import Report, make_report, wants_colour
    from builder.workers import count_workers
except ModuleNotFoundError as missing:
    sys.exit(NOT_INSTALLED.format(missing.name))

if TYPE_CHECKING:
    from builder.rendering.templates import Compiled
    from builder.site import Options


def report(
    problems: list[Diagnostic], root: Path, success: str, failure: str = "", form: str = "text"
) -> int:
    """Print *problems* and then *success* or, if there are errors, *failure*; return the code."""
    print_report(problems, root, success, failure, form)
    return 1 if has_errors(problems) else 0


def print_report(
    problems: list[Diagnostic], root: Path, success: str, failure: str = "", form: str = "text"
) -> Report:
    """Print *problems* and the last word; return what was printed."""
    is_coloured = wants_colour(sys.stderr.isatty(), os.environ)
    told = make_report(problems, root, (success, failure), form, is_coloured=is_coloured)
    for text, stream in ((told.err, sys.stderr), (told.out, sys.stdout)):
        if text:
            print(text, file=stream, flush=True)
    return told


def run_serve(asked: Namespace) -> int:
    """Preview the site, drafts included, until interrupted."""
    from builder.editing.schemas import FOLDER as SCHEMAS
    from builder.editing.schemas import make_schemas, write_changed
    from builder.previewing.preview import Preview
    from builder.previewing.server import Door, PortTakenError, serve
    from builder.site import Options

    options = Options(asked.texts, drafts=True, strict=asked.strict, stable_names=True)
    preview = Preview(asked.root, options, run=f"{os.getpid()}-")

    def refresh() -> None:
        report(preview.refresh(), asked.root, "Built.", "The pages are as they were.")

    def announce(address: str) -> None:
        print(f"Preview: {address}  (stop with Ctrl-C)", flush=True)

    def settle() -> None:
        if preview.site.recipes and (asked.root / SCHEMAS).is_dir():
            with suppress(OSError):  # completion lags behind; nothing else suffers
                write_changed(asked.root, make_schemas(preview.site.timeline))

    if not (asked.root / "content").is_dir():
        print(f"No preview: there is no content in {asked.root}.", file=sys.stderr)
        return 1
    try:
        serve(preview, asked.port, Door(announce, refresh, settle))
    except PortTakenError as error:
        print(f"No preview: {error}. Name another with --port.", file=sys.stderr)
        return 1
    return 0


def main(arguments: Sequence[str], words: Sequence[str] = ()) -> int:
    """Do what the command line asks; return the exit code (0 good, 1 something is wrong).

    With *words*, a build that goes well is remembered as the answer to them.
    """
    asked = parse_arguments(arguments, __doc__, Path(__file__).parent)
    asked.words = words
    try:
        code = RUN[asked.command](asked)
        sys.stdout.flush()
    except ModuleNotFoundError as missing:
        print(NOT_INSTALLED.format(missing.name), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted; no site is half written.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # whoever read the output, such as 'head', has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def run_build(asked: Namespace) -> int:
    """Build the site, if everything holds."""
    out = asked.out or asked.root / "_site"
    forget(asked.root)
    inputs = look_at_inputs(asked.root)
    with compiled_meanwhile(asked.root, count_workers()) as compiled:
        from builder.publishing import build

        options = replace(options_of(asked, compiled), revision=asked.revision)
        problems = build(asked.root, out, options, inputs)
    told = print_report(problems, asked.root, f"Built {out.name}/.", NOTHING_WRITTEN, asked.format)
    if asked.words and not has_errors(problems):
        remember(asked.root, inputs.hash(asked.words), out, told.out, told.err)
    return 1 if has_errors(problems) else 0


def run_check(asked: Namespace) -> int:
    """Say what a build would complain about."""
    with compiled_meanwhile(asked.root, count_workers()) as compiled:
        from builder.hosting.complete_site import survey

        _, _, problems = survey(asked.root, options_of(asked, compiled))
    if asked.since is not None:
        from builder.reviewing.revisions import RevisionError
        from builder.reviewing.since import find_silent_changes

        try:
            problems += find_silent_changes(asked.root, asked.since)
        except RevisionError as error:
            print(error, file=sys.stderr)
            return 1
    return report(problems, asked.root, "Everything holds.", form=asked.format)


def run_schema(asked: Namespace) -> int:
    """Write the schemas of all content, unless a part of it cannot be read."""
    from builder.editing.schemas import make_schemas, write_changed
    from builder.reading.project import read_timeline

    timeline, problems = read_timeline(asked.root)
    sound = not has_errors(problems)
    written = write_changed(asked.root, make_schemas(timeline)) if sound else []
    success = "\n".join(f"Wrote {name}." for name in written) or "The schemas are current."
    return report(problems, asked.root, success, "Nothing was written.")


def run_hosting(asked: Namespace) -> int:
    """Write the settings with which servers serve the site, if everything holds."""
    from builder.editing.schemas import write_changed
    from builder.hosting.complete_site import settings_of_servers, survey
    from builder.site import Options

    options = Options(asked.texts, asked.base_url)
    inventory, timeline, problems = survey(asked.root, options)
    sound = not has_errors(problems)
    settings = settings_of_servers(inventory, timeline, asked.base_url) if sound else {}
    written = write_changed(asked.out or asked.root / "hosting", settings)
    success = "\n".join(f"Wrote {name}." for name in written) or "The settings are current."
    return report(problems, asked.root, success, "Nothing was written.")


def run_verify(asked: Namespace) -> int:
    """Tell how a published site differs from what is built here."""
    from builder.hosting.published import UnreadableError, open_published
    from builder.hosting.verify import tell, verify
    from builder.site import Options

    published = open_published(asked.site, asked.timeout)
    base_url = asked.base_url or (asked.site if published.is_on_the_web else "/")
    options = Options(asked.texts, base_url, revision=asked.revision or "")
    try:
        verdict = verify(published, asked.root, options)
    except UnreadableError as error:
        print(f"{asked.site} cannot be read: {error}.", file=sys.stderr)
        return 1
    told = tell(verdict, asked.site)
    code = report(verdict.problems, asked.root, told, "Nothing was compared.")
    return code or int(bool(verdict.findings))


def run_seal(asked: Namespace) -> int:
    """Seal the articles at hand."""
    from builder.editing.seal import seal_sources

    written, problems = seal_sources(asked.root, asked.texts)
    articles = "1 article" if len(written) == 1 else f"{len(written)} articles"
    return report(problems, asked.root, f"Sealed {articles}.")


def run_diff(asked: Namespace) -> int:
    """Tell what has changed for readers; that something has is no failure."""
    from builder.reviewing.review import review_changes
    from builder.reviewing.revisions import RevisionError, name_project, open_project

    try:
        with (
            open_project(asked.root, asked.old) as old,
            open_project(asked.root, asked.new) as new,
        ):
            sides = name_project(asked.old), name_project(asked.new)
            print(review_changes(old, new, sides), end="")
    except RevisionError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def run_find(asked: Namespace) -> int:
    """List the passages that hold what is looked for; finding none is exit code 1."""
    from builder.editing.find_passages import find_passages, tell_matches, tell_nothing
    from builder.reading.project import read_timeline

    timeline, query = read_timeline(asked.root, asked.texts)[0], " ".join(asked.query)
    matches = find_passages(query, timeline)
    print(tell_matches(matches, query) if matches else tell_nothing(query, timeline))
    return 0 if matches else 1


def run_new(asked: Namespace) -> int:
    """Write something new for an editor to fill in, asking at a terminal for what is not given."""
    from builder.editing.new import make_new
    from builder.editing.save import read_file, save_changes
    from builder.reading.project import read_timeline

    timeline, _ = read_timeline(asked.root, asked.texts)
    ask = input if sys.stdin.isatty() else None
    try:
        written = make_new(asked, timeline, partial(read_file, asked.root), ask)
    except (EOFError, KeyboardInterrupt):
        sys.exit("\nNothing was written.")
    if refusals := written.refusals or save_changes(asked.root, written.changes):
        print(*refusals, "Nothing was written.", sep="\n", file=sys.stderr)
        return 1
    print(written.message)
    return 0


def options_of(asked: Namespace, compiled: Callable[[], Compiled]) -> Options:
    """Return how to build."""
    from builder.site import Options

    workers, strict = count_workers(), asked.strict
    return Options(asked.texts, asked.base_url, strict=strict, workers=workers, compiled=compiled)


RUN = {
    "build": run_build,
    "check": run_check,
    "diff": run_diff,
    "find": run_find,
    "hosting": run_hosting,
    "new": run_new,
    "schema": run_schema,
    "seal": run_seal,
    "serve": run_serve,
    "verify": run_verify,
}

if __name__ == "__main__":
    if "serve" in sys.argv:
        gc.enable()
        sys.exit(main(sys.argv[1:], WORDS))
    code = main(sys.argv[1:], WORDS)
    os._exit(code)  # nor is it taken apart again, piece by piece
