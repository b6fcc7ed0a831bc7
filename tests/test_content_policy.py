"""What a browser may load and run on a page: what is really there, and nothing else."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from builder.rendering.content_policy import (
    WEB_ASSEMBLY,
    find_inline,
    inline_of,
    make_policy,
    with_policy,
)

HELLO = "'sha256-" + b64encode(sha256(b"hello()").digest()).decode() + "'"
OTHER = "'sha256-" + b64encode(sha256(b"a<b</b>").digest()).decode() + "'"
META = '<meta http-equiv="Content-Security-Policy" content="'


class Parts(HTMLParser):
    """What a policy is about: the policy, inline scripts and styles, attributes that would run."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.policies: list[str] = []
        self.inline: list[str] = []
        self.forbidden: list[str] = []
        self.order: list[str] = []
        self._open = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Sort an element in."""
        given = dict(attrs)
        self.order.append(tag)
        self.forbidden += [name for name in given if name == "style" or name.startswith("on")]
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policies.append(given["content"] or "")
            self.order[-1] = "policy"
        is_run = tag == "style" or given.get("type") != "application/ld+json"
        if tag in ("script", "style") and "src" not in given and is_run:
            self._open = tag

    def handle_endtag(self, tag: str) -> None:
        """No element is open."""
        self._open = ""

    def handle_data(self, data: str) -> None:
        """Hash what is inline, as a browser does."""
        if self._open:
            digest = b64encode(sha256(data.encode()).digest()).decode()
            self.inline.append(f"{self._open}-src 'sha256-{digest}'")


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<script>hello()</script>", {("script", HELLO)}),
        ("<script type=module>hello()</script>", {("script", HELLO)}),
        ('<script type="text/javascript">hello()</script>', {("script", HELLO)}),
        ('<style media="print">hello()</style>', {("style", HELLO)}),
        (
            "<script>a<b</b></script><script>hello()</script>",
            {("script", OTHER), ("script", HELLO)},
        ),
        ('<script src="a.js"></script>', set()),
        ('<script type="application/ld+json">{"a": 1}</script>', set()),
        ('<form class="a" data-index="b.js" hidden>', {("script", WEB_ASSEMBLY)}),
        ('<p>&lt;form data-index="b.js"&gt; <a data-index="b">', set()),
        ("<p>script</p>", set()),
    ],
)
def test_what_is_inline_is_found(html: str, found: set[tuple[str, str]]):
    """Data is not run, so no policy applies to it."""
    assert found == find_inline(html)


def test_only_what_is_named_is_allowed():
    """Everything else falls under the default, which is nothing."""
    policy = make_policy({("script", HELLO)}, framed_by="'none'")

    assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert "; style-src 'self';" in policy
    assert policy.endswith("; frame-ancestors 'none'")
    assert "frame-ancestors" not in make_policy(())


def test_a_page_carries_its_policy_before_all_else():
    """What stood before it would not be held."""
    html = '<head>\n<meta charset="utf-8">\n<script>hello()</script>'

    assert f'<head>\n<meta charset="utf-8">\n{META}default-src' in with_policy(html)
    assert "<p>" == with_policy("<p>")


def test_every_page_of_the_site_keeps_its_own_policy(site_folder: Path):
    """Each inline part is named by its hash; no style or handler is in an attribute."""
    for path in site_folder.rglob("*.html"):
        parts = Parts(path.read_text(encoding="utf-8"))
        (policy,) = parts.policies
        directives = dict(part.split(" ", 1) for part in policy.split("; "))

        assert "unsafe" not in policy
        assert [] == parts.forbidden, path
        for kind, source in (part.split(" ", 1) for part in parts.inline):
            assert source in directives[kind].split(), path
        hashes = re.findall(r"'sha256-[^']*'", policy)
        assert len(hashes) == len(set(parts.inline)), path
        loading = [at for at, tag in enumerate(parts.order) if tag in ("script", "style", "link")]
        assert parts.order.index("policy") < min(loading), path


@pytest.mark.parametrize("body", ["", "<script>a</script>", "<style>b</style><script>c</script>"])
def test_a_page_tells_by_its_policy_what_is_inline(body: str):
    """The same as is found by looking through it; a page without a policy is looked through."""
    html = f'<html><head><meta charset="utf-8"></head>{body}</html>'

    assert find_inline(html) == inline_of(with_policy(html).encode()) == inline_of(html.encode())
