"""A project's folder -> its site in the output folder, of which only what changed is made again.

Takes a project, where its site goes, and how to build; gives what is wrong. Law: what lies in the
folder afterwards is the same as if nothing had been there before.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from builder.hosting.complete_site import Finished, Recall, find_kept, publish
from builder.last_site import LastSite, Remembered, find_bases, read_last_site, write_last_site
from builder.memory import read_memory
from builder.reading.content_date import find_content_date
from builder.reading.project import EVENTS
from builder.reports.diagnostics import Diagnostic, has_errors
from builder.scale import is_large
from builder.site import DEFAULTS, Options, Site, plan_site
from builder.unchanged import FOLDERS, Inputs, hash_program, look_at_inputs
from builder.write import Stage, replace_site

MEMORY = ".cache/memory.pickle"
"""Where it is written down what was read and checked, from the project's root."""


def build(
    root: Path, out: Path, options: Options = DEFAULTS, inputs: Inputs | None = None
) -> list[Diagnostic]:
    """Check everything and, if nothing is wrong, write the site to *out*.

    *inputs* are the files as they were before anything was read: what is saved meanwhile counts
    as changed in the next build.
    """
    inputs, program = inputs or look_at_inputs(root), hash_program()
    memory = read_memory(root / MEMORY, program)
    site = plan_site(root, options, memory)
    if has_errors(site.problems):
        return site.problems
    problems, made = site.problems, dict[str, Finished[bool]]()
    ground = _find_ground(inputs.hash([options.base_url], without=EVENTS), site)
    bases = find_bases(site.shown, site.recipes)

    def fill(stage: Stage) -> dict[str, bool] | None:
        nonlocal made, problems
        last = read_last_site(root, ground, out)  # now that no other build writes there
        write = partial(memory.write, root / MEMORY, program)
        made, problems = publish(site, options, stage.put, _recall_from(last, bases), write)
        return find_kept(made) or None

    refused = replace_site(out, fill, [root / folder for folder in FOLDERS])
    if made and not refused:
        write_last_site(root, ground, out, _remember(made, bases))
    return problems + refused


def _find_ground(inputs: str, site: Site) -> str:
    """Return what stands for all that any file may depend on, but for single events."""
    shown = site.shown
    named = {event for difference in shown.differences for event in difference.events}
    published = sorted(named & shown.event.keys())  # no draft is named, wherever it is known of
    return f"{inputs} {find_content_date(shown)} {is_large(shown.events)} {published}"


def _recall_from(last: LastSite, bases: Mapping[str, str]) -> Recall[bool]:
    """Return how to find a file of the last site that would be the same now."""

    def recall(path: str) -> Finished[bool] | None:
        found = last.recall(path, bases[path])
        return found and Finished(
            dict.fromkeys(found.hashes, True), found.hashes, frozenset(found.inline)
        )

    return recall


def _remember(made: Mapping[str, Finished[bool]], bases: Mapping[str, str]) -> LastSite:
    """Return a site of which the next build knows all that a recipe made."""
    return LastSite(
        {
            path: Remembered(basis, made[path].hashes, tuple(sorted(made[path].inline)))
            for path, basis in bases.items()
        }
    )
