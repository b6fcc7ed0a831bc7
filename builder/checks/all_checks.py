"""All promises in one tuple, and the function that runs them.

Takes a timeline; gives every diagnostic of one run, sorted. Law: an error stops publishing; what
is wrong only with a draft's evidence is a warning, because drafts are not published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from hashlib import blake2b
from typing import NamedTuple

from builder.checks.copying import (
    gists_keep_the_figures,
    passages_are_used,
    quotations_stay_within_budget,
    words_are_our_own,
)
from builder.checks.corrections import (
    aliases_are_free,
    corrected_things_exist,
    corrections_are_in_order,
    corrections_are_of_what_was_published,
    corrections_change_something,
)
from builder.checks.dates import (
    dates_are_in_order,
    dates_are_supported,
    events_are_not_later_than_their_sources,
)
from builder.checks.drafts import sentences_are_written
from builder.checks.figures import (
    figures_are_in_their_passages,
    figures_are_recorded_once,
    figures_that_differ_are_explained,
    leads_follow_from_shares,
    numbers_are_figures,
    race_figures_fit,
)
from builder.checks.quotations import (
    quotations_are_in_their_passages,
    quotations_have_a_fair_length,
    quoted_words_are_cited,
)
from builder.checks.reference import official_sums_are_right, works_are_used
from builder.checks.references import (
    events_of_differences_exist,
    ids_are_unique,
    letters_are_unique,
    names_exist,
    retired_ids_stay_retired,
    sources_and_passages_exist,
)
from builder.checks.seals import (
    documents_are_the_recorded_ones,
    records_match_their_fingerprints,
    variants_are_in_their_articles,
)
from builder.checks.sentences import (
    citations_are_in_order,
    citations_carry_one_sentence,
    numbers_are_in_their_passages,
    own_numbers_are_needed,
    sentences_have_citations,
    texts_have_no_character_references,
)
from builder.memory import Memory
from builder.reading.project import EVENTS
from builder.reading.timeline import Timeline
from builder.reports.diagnostics import Diagnostic
from builder.workers import share

Check = Callable[[Timeline], Iterator[Diagnostic]]

RECORD_CHECKS: tuple[Check, ...] = (
    letters_are_unique,
    retired_ids_stay_retired,
    sources_and_passages_exist,
    names_exist,
    dates_are_in_order,
    race_figures_fit,
    figures_are_in_their_passages,
    figures_are_recorded_once,
    figures_that_differ_are_explained,
    leads_follow_from_shares,
    works_are_used,
    official_sums_are_right,
    records_match_their_fingerprints,
    documents_are_the_recorded_ones,
    variants_are_in_their_articles,
    gists_keep_the_figures,
)
"""What holds for every part of a timeline by itself, drafts too."""

EVIDENCE_CHECKS: tuple[Check, ...] = (
    dates_are_supported,
    events_are_not_later_than_their_sources,
    quotations_have_a_fair_length,
    quotations_are_in_their_passages,
    texts_have_no_character_references,
    sentences_are_written,
    sentences_have_citations,
    citations_carry_one_sentence,
    citations_are_in_order,
    numbers_are_in_their_passages,
    numbers_are_figures,
    own_numbers_are_needed,
    quoted_words_are_cited,
    words_are_our_own,
)
"""What a draft may still lack, with a warning."""

RECORD_CHECKS_OF_THE_WHOLE: tuple[Check, ...] = (
    ids_are_unique,
    events_of_differences_exist,
    passages_are_used,
    aliases_are_free,
    corrected_things_exist,
    corrections_change_something,
    corrections_are_of_what_was_published,
    corrections_are_in_order,
)
"""What can only be seen when all events are looked at together."""

EVIDENCE_CHECKS_OF_THE_WHOLE: tuple[Check, ...] = (quotations_stay_within_budget,)
"""The same, which a draft may still break, with a warning."""

_ABOUT_ABSENCE = ("unknown-", "unused-", "missing-fingerprint", "stray-")
"""Nobody knows what a file holds that could not be read."""

PAYS_FROM = 500
"""Events from which sharing the work is faster than doing it."""


def check_timeline(
    timeline: Timeline, memory: Memory | None = None, workers: int = 1
) -> list[Diagnostic]:
    """Return everything that breaks a promise, sorted by file and line.

    With a *memory* of an earlier check, only the parts that have changed since are looked at;
    that many *workers* look at the same time.
    """
    memory, ground = memory or Memory(), _version_of_all_but_events(timeline)
    parts = dict(timeline.parts())
    versions = {name: (timeline.digests.get(name), ground) for name in parts}
    changed = [name for name in parts if not memory.has(("check", name), versions[name])]
    pieces = [_Piece(parts[name], RECORD_CHECKS, EVIDENCE_CHECKS) for name in changed]
    whole = _Piece(timeline, RECORD_CHECKS_OF_THE_WHOLE, EVIDENCE_CHECKS_OF_THE_WHOLE)
    shared = workers if len(timeline.events) >= PAYS_FROM else 1
    *in_parts, found = share([*pieces, whole], _check, shared)
    fresh = dict(zip(changed, in_parts, strict=True))
    for name, version in versions.items():
        found |= memory.recall(("check", name), version, partial(fresh.__getitem__, name))
    return sorted(found - _follow_ons(found, timeline))


class _Piece(NamedTuple):
    """A timeline or a part of one, and what is to be checked of it."""

    timeline: Timeline
    record_checks: tuple[Check, ...]
    evidence_checks: tuple[Check, ...]


def _check(piece: _Piece) -> set[Diagnostic]:
    timeline, record_checks, evidence_checks = piece
    found = {item for check in record_checks for item in check(timeline)}
    published = timeline.without_drafts()
    found |= {item for check in evidence_checks for item in check(published)}
    if len(published.events) < len(timeline.events):
        drafted = {item for check in evidence_checks for item in check(timeline)}
        found |= {replace(item, severity="warning") for item in drafted - found}
    return found


def _version_of_all_but_events(timeline: Timeline) -> str:
    """Return a hash of what the checks of one file's events depend on, beside that file."""
    digests = timeline.digests.items()
    files = sorted(item for item in digests if not item[0].startswith(f"{EVENTS}/"))
    told = repr((files, sorted(timeline.left_out), sorted(timeline.unread)))
    return blake2b(told.encode(), digest_size=16).hexdigest()


def _follow_ons(found: set[Diagnostic], timeline: Timeline) -> set[Diagnostic]:
    """Return the complaints that something else, which is reported, explains."""
    codes = {item.code for item in found}
    ignored: tuple[str, ...] = ()
    if timeline.left_out or {"unknown-source", "unknown-passage"} & codes:
        ignored = ("unused-passage",)
    if timeline.unread:
        ignored = _ABOUT_ABSENCE
    # An unknown passage is one of a record that was read.
    about = {item for item in found if item.code != "unknown-passage"}
    return {item for item in about if item.code.startswith(ignored)} if ignored else set()
