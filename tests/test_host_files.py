"""What Netlify, Cloudflare Pages and GitHub Pages are told about the site."""

from pathlib import Path

from builder.hosting.headers import make_policies
from builder.hosting.host_files import write_headers, write_redirects
from tests.whole_sites import take_inventory

FILES = {
    "index.html": b"<script>a</script>",
    "about.html": b"",
    "events/a.html": b"<style>b</style>",
    "embed/events/a.html": b"",
    "data/events.csv": b"",
    "static/style.e3b0c44298fc.css": b"",
    "static/plain.css": b"",
}
SITE = take_inventory(FILES)


def rules(text: str) -> dict[str, dict[str, str]]:
    """The headers of each pattern."""
    blocks = (block.splitlines() for block in text.strip().split("\n\n"))
    return {first: dict(line.strip().split(": ", 1) for line in rest) for first, *rest in blocks}


def test_every_path_gets_the_policies_and_every_header_once():
    """One host joins a header that two rules set, the other takes the last."""
    told = rules(write_headers(SITE, "/").decode())

    assert {"/*", "/", "/index*", "/about*", "/events/*", "/static/style.e3b0c44298fc.css"} == (
        set(told)
    )
    assert make_policies(SITE).unframed == told["/*"].pop("Content-Security-Policy")
    assert "nosniff" == told["/*"]["X-Content-Type-Options"]
    others = [set(headers) for pattern, headers in told.items() if pattern != "/*"]
    assert all(len(headers) == 1 and not headers & set(told["/*"]) for headers in others)


def test_pages_may_not_be_framed_but_those_that_are_made_for_it():
    """Data and pictures may, since nothing can be clicked in them."""
    told = rules(write_headers(SITE, "/").decode())

    framed = [pattern for pattern, headers in told.items() if "X-Frame-Options" in headers]
    assert ["/", "/about*", "/events/*", "/index*"] == framed


def test_what_is_named_by_its_content_is_kept_for_ever():
    """All else is left to the host, which asks again each time."""
    told = rules(write_headers(SITE, "/votes/").decode())

    kept = [pattern for pattern, headers in told.items() if "Cache-Control" in headers]
    assert ["/votes/static/style.e3b0c44298fc.css"] == kept


def test_former_addresses_are_redirected():
    """Under the path where the site lies."""
    assert b"/votes/events/a.html /votes/events/b.html 301\n" == write_redirects(
        [("events/a.html", "events/b.html")], "/votes/"
    )


def test_the_real_headers_keep_the_limits_of_hosts(site_folder: Path):
    """Cloudflare reads 100 rules and 2,000 characters of a line."""
    text = (site_folder / "_headers").read_text(encoding="utf-8")

    assert len(rules(text)) < 100
    assert max(map(len, text.splitlines())) < 2000
    assert (site_folder / ".nojekyll").is_file()
