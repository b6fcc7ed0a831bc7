"""The media type of every kind of file that the site has (https://www.iana.org/assignments/media-types).

Law: what the preview, the shipped server settings and the linked data say of a file is the same
on every machine.
"""

from __future__ import annotations

MEDIA_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".csl.json": "application/vnd.citationstyles.csl+json",
    ".schema.json": "application/schema+json",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".atom": "application/atom+xml",
    ".xml": "application/xml",
    ".bib": "application/x-bibtex",
    ".ris": "application/x-research-info-systems",
    ".txt": "text/plain",
    ".sha256": "text/plain",
}
"""By the end of the file's name; a longer end stands before a shorter one."""


def media_type(path: str) -> str:
    """Return the media type of the file at *path*."""
    ends = (end for end in MEDIA_TYPES if path.endswith(end))
    return MEDIA_TYPES[end] if (end := next(ends, "")) else "application/octet-stream"
