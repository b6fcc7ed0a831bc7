"""A planned site -> all files that are published, and what becomes of each.

Takes recipes and what to do with a file; gives what became of every file of the site, with those
for hosts, the compressed forms, and the manifest of it all. Law: nothing that is added changes a
file that was there; a file is let go as soon as it is made, however many there are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Generic, NamedTuple

from builder.hosting.compressed import is_left_to_hosts, pack
from builder.hosting.headers import Inventory
from builder.hosting.host_files import (
    HEADERS,
    NO_JEKYLL,
    REDIRECTS,
    write_headers,
    write_redirects,
)
from builder.hosting.manifest import BUILD, MANIFEST, describe_build, write_manifest
from builder.hosting.server_settings import Settings, write_settings
from builder.pages.moved import find_redirects, find_removed
from builder.reading.timeline import Timeline
from builder.rendering.content_policy import inline_of
from builder.rendering.make import Keep, Kept, Made, Task, make_each
from builder.rendering.render import Files
from builder.reports.diagnostics import Diagnostic, as_errors, has_errors
from builder.scale import is_large
from builder.searching.index import FOLDER
from builder.site import Options, Site, plan_site
from builder.views.addresses import Addresses


class Finished(NamedTuple, Generic[Kept]):
    """What became of a file and of its compressed forms, by their paths."""

    kept: dict[str, Kept]
    hashes: dict[str, str]
    inline: frozenset[tuple[str, str]]


Published = dict[str, Finished[Kept]]
Finish = Callable[[str, bytes], Finished[Kept]]
Recall = Callable[[str], Finished[Kept] | None]
"""Gives what became of a file of the last site, if it would be the same now."""


def make_site(root: Path, options: Options) -> tuple[Files, Timeline, list[Diagnostic]]:
    """Return all files of the site, what they tell, and everything that is wrong.

    There are no files if there are errors.
    """
    site = plan_site(root, options)
    made, problems = publish(site, options, lambda _path, content: content)
    return find_kept(made), site.shown, problems


def publish(
    site: Site,
    options: Options,
    keep: Keep[Kept],
    recall: Recall[Kept] = lambda _path: None,
    beside: Callable[[], None] | None = None,
) -> tuple[Published[Kept], list[Diagnostic]]:
    """Do *keep* with all files of a site, but for those that *recall* knows; do *beside* meanwhile.

    Return what became of each, and all that is wrong. It is nothing if there are errors; some may
    have been kept all the same.
    """
    in_large = is_large(site.shown.events)
    finish = partial(_finish, keep, in_large)
    known = {path: found for path in site.recipes if (found := recall(path))}
    changed = {path: recipe for path, recipe in site.recipes.items() if path not in known}
    chores: list[Task[Finished[Kept]]] = [partial(_search, site, finish)] if in_large else []
    chores += [partial(_make_nothing, beside)] if beside else []
    made, problems = make_each(changed, finish, options.workers, chores)
    problems = site.problems + (as_errors(problems) if options.strict else problems)
    if has_errors(problems):
        return {}, problems
    made |= known
    hosted = _host_files(_take_stock(made), site.shown, options)
    made |= {path: finish(path, content) for path, content in hosted.items()}
    return made | {MANIFEST: _list_all(made, keep)}, problems


def _search(site: Site, finish: Finish[Kept]) -> Made[Finished[Kept]]:
    """Make the files of the search, of which nobody knows the names before."""
    files, problems = site.search()
    made = {path: finish(path, content) for path, content in files.items()}
    return Made(made, {f"{FOLDER}/{number}": told for number, told in enumerate(problems)})


def _make_nothing(do: Callable[[], None]) -> Made[Finished[Kept]]:
    do()
    return Made({}, {})


def _take_stock(made: Published[Kept]) -> Inventory:
    inline = (file.inline for file in made.values())
    return Inventory(tuple(made), frozenset[tuple[str, str]]().union(*inline))


def _list_all(made: Published[Kept], keep: Keep[Kept]) -> Finished[Kept]:
    """Write the manifest of all other files."""
    hashes = {path: found for file in made.values() for path, found in file.hashes.items()}
    return Finished({MANIFEST: keep(MANIFEST, write_manifest(hashes))}, {}, frozenset())


def find_kept(made: Mapping[str, Finished[Kept]]) -> dict[str, Kept]:
    """Return what became of each file, with the compressed forms."""
    return {path: kept for file in made.values() for path, kept in file.kept.items()}


def survey(root: Path, options: Options) -> tuple[Inventory, Timeline, list[Diagnostic]]:
    """Make all pages and keep none; return what hosts must know, and everything that is wrong."""
    site = plan_site(root, options)
    found, problems = make_each(site.recipes, _find_inline, options.workers)
    inventory = Inventory(tuple(found), frozenset().union(*found.values()))
    return inventory, site.shown, site.problems + problems


def settings_of_servers(inventory: Inventory, timeline: Timeline, base_url: str) -> dict[str, str]:
    """Return the settings with which nginx and Caddy serve the site, by the names of the files."""
    redirects, removed = find_redirects(timeline), find_removed(timeline)
    return write_settings(inventory, Settings(Addresses(base_url).base_path, redirects, removed))


def _finish(keep: Keep[Kept], in_large: bool, path: str, content: bytes) -> Finished[Kept]:
    is_bare = is_left_to_hosts(path, in_large_archive=in_large)
    forms = {path: content} if is_bare else {path: content, **pack(path, content)}
    return Finished(
        {name: keep(name, form) for name, form in forms.items()},
        {name: sha256(form).hexdigest() for name, form in forms.items()},
        _find_inline(path, content),
    )


def _find_inline(path: str, content: bytes) -> frozenset[tuple[str, str]]:
    return inline_of(content) if path.endswith(".html") else frozenset()


def _host_files(inventory: Inventory, timeline: Timeline, options: Options) -> Files:
    base_path = Addresses(options.base_url).base_path
    return {
        BUILD: describe_build(timeline, options.base_url, options.revision),
        HEADERS: write_headers(inventory, base_path),
        REDIRECTS: write_redirects(find_redirects(timeline), base_path),
        NO_JEKYLL: b"",
    }
