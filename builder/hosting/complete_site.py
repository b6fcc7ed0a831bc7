"""The files of the pages -> all files of a published site.

Takes a project's folder and how to build; gives the files of its site, with those for hosts, the
compressed forms, and the manifest of it all. Law: nothing that is added changes a file that was
there.
"""

from __future__ import annotations

from pathlib import Path

from builder.hosting.compressed import compress
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
from builder.rendering.make import make_files
from builder.rendering.render import Files
from builder.reports.diagnostics import Diagnostic, has_errors
from builder.site import Options, plan_site
from builder.views.addresses import Addresses


def make_site(root: Path, options: Options) -> tuple[Files, Timeline, list[Diagnostic]]:
    """Return all files of the site, what they tell, and everything that is wrong.

    There are no files if there are errors.
    """
    files, timeline, problems = make_pages(root, options)
    return complete_site(files, timeline, options) if files else {}, timeline, problems


def make_pages(root: Path, options: Options) -> tuple[Files, Timeline, list[Diagnostic]]:
    """Return the same without what only a host needs: the pages, and what they lead to."""
    site = plan_site(root, options)
    timeline = site.timeline if options.drafts else site.timeline.without_drafts()
    files, problems_of_templates = make_files(site.recipes, options.workers)
    problems = site.problems + problems_of_templates
    if has_errors(problems):
        return {}, timeline, problems
    return files, timeline, problems


def complete_site(files: Files, timeline: Timeline, options: Options) -> Files:
    """Return *files* with all that a host, and whoever checks the site, needs beside them."""
    base_path = Addresses(options.base_url).base_path
    whole = {
        **files,
        BUILD: describe_build(timeline, options.base_url, options.revision),
        HEADERS: write_headers(files, base_path),
        REDIRECTS: write_redirects(find_redirects(timeline), base_path),
        NO_JEKYLL: b"",
    }
    whole |= compress(whole)
    return {**whole, MANIFEST: write_manifest(whole)}


def settings_of_servers(files: Files, timeline: Timeline, base_url: str) -> dict[str, str]:
    """Return the settings with which nginx and Caddy serve the site, by the names of the files."""
    redirects, removed = find_redirects(timeline), find_removed(timeline)
    return write_settings(files, Settings(Addresses(base_url).base_path, redirects, removed))
