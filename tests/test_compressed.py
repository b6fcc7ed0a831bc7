"""Texts are compressed once, always into the same bytes, and unpack to what they were."""

import gzip
from pathlib import Path

import brotli

from builder.hosting.compressed import pack

LONG = b"A bridge, a count, a lead. " * 100


def test_texts_are_compressed_in_both_ways():
    """Each beside the file."""
    packed = pack("a.html", LONG)

    assert ["a.html.gz", "a.html.br"] == list(packed)
    assert LONG == gzip.decompress(packed["a.html.gz"]) == brotli.decompress(packed["a.html.br"])


def test_what_is_small_or_packed_already_stays_alone():
    """It would not arrive any sooner."""
    assert {} == pack("a.html", b"short") == pack("card.png", LONG) == pack("a.bin", LONG)


def test_no_time_and_no_name_is_in_a_compressed_file():
    """The same input gives the same bytes on every day (RFC 1952, 2.3)."""
    flags_and_time = pack("a.html", LONG)["a.html.gz"][3:8]

    assert bytes(5) == flags_and_time


def test_the_site_has_the_compressed_forms_of_its_pages(site_folder: Path):
    """Of every page that is worth it."""
    for path in site_folder.rglob("*.html"):
        unpacked = gzip.decompress(path.with_name(f"{path.name}.gz").read_bytes())
        assert path.read_bytes() == unpacked


def test_a_gzip_names_no_system():
    """Its tenth byte differs between versions of Python; 255 is "unknown" in RFC 1952."""
    packed = pack("a.html", LONG)["a.html.gz"]

    assert (b"\x1f\x8b", 255) == (packed[:2], packed[9])
