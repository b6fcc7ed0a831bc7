"""Templates escape, refuse what is undefined, and their mistakes are told at their own line."""

from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

from builder.pages.page import Page, Plan
from builder.rendering.assets import read_assets
from builder.rendering.render import (
    Files,
    Press,
    page_recipes,
    tidy,
)
from builder.rendering.render import canonical as canonical_address
from builder.rendering.templates import make_environment, read_templates
from builder.reports.diagnostics import Diagnostic, Place
from builder.views.addresses import Addresses
from tests.examples import WORDING, sample_timeline
from tests.whole_sites import make_files


def render(
    root: Path, templates: dict[str, str], *pages: Page, base_url: str = "/"
) -> tuple[Files, list[Diagnostic]]:
    """The files that *pages* become with some templates."""
    for name, text in templates.items():
        path = root / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    plans = [Plan(page.path, partial(Page, **vars(page))) for page in pages or [make_page()]]
    environment = make_environment(read_templates(root), WORDING, [plan.path for plan in plans])
    press = Press(root, environment, sample_timeline(), WORDING, Addresses(base_url))
    return make_files(page_recipes(plans, press))


def make_page(
    path: str = "events/a.html", template: str = "page.html", *, is_anywhere: bool = False
) -> Page:
    """A page with a title that is not safe."""
    content = SimpleNamespace(lamps=3)
    return Page(path, template, "A <b> & c", "About it", content, is_anywhere=is_anywhere)


def told(problems: list[Diagnostic]) -> list[tuple[Place, str]]:
    """Where, and what."""
    assert {"template-error"} >= {problem.code for problem in problems}
    return [(problem.place, problem.message) for problem in problems]


# ---- what templates can say


def test_text_is_escaped(tmp_path: Path):
    """Whatever is printed is text unless it is known to be HTML."""
    files, problems = render(tmp_path, {"page.html": '<h1 title="{{ page.title }}">x</h1>'})

    assert [] == problems
    assert b'<h1 title="A &lt;b&gt; &amp; c">x</h1>\n' == files["events/a.html"]


def test_text_is_escaped_in_partials_of_any_name(tmp_path: Path):
    """The ending of a template's name does not matter."""
    templates = {"page.html": "{% include '_part.txt' %}", "_part.txt": "{{ page.title }}"}

    files, _ = render(tmp_path, templates)

    assert files["events/a.html"].startswith(b"A &lt;b&gt; &amp;")


def test_templates_have_strings_numbers_and_links(tmp_path: Path):
    """Links are relative to the page, numbers are grouped, strings are filled in."""
    template = "{{ say('lamp', name='Venn') }} {{ number(1204) }} {{ href('index.html') }}"

    files, problems = render(tmp_path, {"page.html": template})

    assert [] == problems
    assert b"a lamp of Venn 1,204 ../index.html\n" == files["events/a.html"]


def test_a_page_that_is_shown_anywhere_is_linked_from_the_base_path(tmp_path: Path):
    """Under a sub-path its links begin with it."""
    page = make_page("404.html", is_anywhere=True)

    files, _ = render(
        tmp_path, {"page.html": "{{ href('static/a.css') }}"}, page, base_url="/sub/path/"
    )

    assert b"/sub/path/static/a.css\n" == files["404.html"]


@pytest.mark.parametrize(
    ("base_url", "base_path"),
    [
        ("/", "/"),
        ("", "/"),
        ("/sub", "/sub/"),
        ("sub/path/", "/sub/path/"),
        ("https://alder.example", "/"),
        ("https://alder.example/counts", "/counts/"),
    ],
)
def test_the_base_path_has_a_slash_at_both_ends(base_url: str, base_path: str):
    """However the address was typed."""
    assert base_path == Addresses(base_url).base_path


@pytest.mark.parametrize(
    ("base_url", "path", "canonical"),
    [
        ("https://alder.example", "events/a.html", "https://alder.example/events/a.html"),
        ("https://alder.example/x/", "index.html", "https://alder.example/x/"),
        ("https://alder.example/x", "sources/index.html", "https://alder.example/x/sources/"),
        ("/x/", "events/a.html", ""),
        ("/", "index.html", ""),
    ],
)
def test_a_page_has_a_canonical_address_if_the_site_has_one(
    base_url: str, path: str, canonical: str
):
    """Where only a path is known there is none."""
    assert canonical == canonical_address(make_page(path), Addresses(base_url))


def test_a_page_that_is_shown_anywhere_has_no_canonical_address():
    """The 404 page is nobody's original."""
    page = make_page("404.html", is_anywhere=True)

    assert "" == canonical_address(page, Addresses("https://alder.example"))


# ---- mistakes in templates


def test_an_undefined_name_is_told_at_its_line(tmp_path: Path):
    """A slip in a template never renders as nothing."""
    files, problems = render(tmp_path, {"page.html": "<p>\n{{ contnt.lamps }}\n"})

    assert [(Place("templates/page.html", 2), "'contnt' is undefined")] == told(problems)
    assert "events/a.html" not in files
    assert "It happened while events/a.html was rendered." == problems[0].hint


@pytest.mark.parametrize(
    "expression",
    ["{{ content.lmps }}", "{{ page.tite }}", "{% if lamp %}x{% endif %}", "{{ 'a' ~ lamp }}",
     "{% for x in lamp %}x{% endfor %}"],
)  # fmt: skip
def test_whatever_is_undefined_is_refused(tmp_path: Path, expression: str):
    """In print, in conditions, in loops."""
    _, problems = render(tmp_path, {"page.html": f"\n\n{expression}"})

    assert [Place("templates/page.html", 3)] == [place for place, _ in told(problems)]
    assert "undefined" in problems[0].message or "no attribute" in problems[0].message


@pytest.mark.parametrize(
    ("text", "line"),
    [("a\n{% if x %}\nb\n", 2), ("a\n\n{{ x }\n", 3), ("{% block main %}", 1), ("\n{% foo %}", 2)],
)
def test_a_mistake_in_the_syntax_is_told_at_its_line(tmp_path: Path, text: str, line: int):
    """In one sentence, without the excerpt that the report brings itself."""
    _, problems = render(tmp_path, {"page.html": text})

    ((place, message),) = told(problems)
    assert "templates/page.html" == place.file
    assert line <= place.line <= text.count("\n") + 1
    assert "\n" not in message


def test_a_mistake_in_a_partial_is_told_there(tmp_path: Path):
    """The place is the partial's own, not that of the page that uses it."""
    macro = "{% macro lamp(count) %}\n<b>{{ cont }}</b>\n{% endmacro %}"
    templates = {"page.html": "{% from '_lamp.html' import lamp %}\n{{ lamp(3) }}"}

    _, problems = render(tmp_path, {**templates, "_lamp.html": macro})

    assert [(Place("templates/_lamp.html", 2), "'cont' is undefined")] == told(problems)


def test_a_mistake_in_the_syntax_of_a_partial_is_told_there(tmp_path: Path):
    """And not where it is imported."""
    templates = {"page.html": "\n\n{% include '_lamp.html' %}", "_lamp.html": "a\n{% if %}"}

    _, problems = render(tmp_path, templates)

    assert [Place("templates/_lamp.html", 2)] == [place for place, _ in told(problems)]


def test_a_partial_sees_only_what_it_is_given(tmp_path: Path):
    """A macro cannot lean on the page that happens to use it."""
    templates = {
        "page.html": "{% from '_lamp.html' import lamp %}{{ lamp() }}",
        "_lamp.html": "{% macro lamp() %}{{ page.title }}{% endmacro %}",
    }

    _, problems = render(tmp_path, templates)

    assert [(Place("templates/_lamp.html", 1), "'page' is undefined")] == told(problems)


def test_a_mistake_is_told_once_however_many_pages_use_the_template(tmp_path: Path):
    """The first page stands for all."""
    pages = [make_page(f"events/{name}.html") for name in "abc"]

    files, problems = render(tmp_path, {"page.html": "{{ lamp }}"}, *pages)

    assert 1 == len(problems)
    assert "It happened while events/a.html was rendered." == problems[0].hint
    assert {} == files


def test_mistakes_of_several_templates_are_all_told(tmp_path: Path):
    """And pages without one are rendered."""
    pages = [make_page(f"{name}.html", f"{name}.html") for name in "abc"]

    files, problems = render(
        tmp_path, {"a.html": "{{ lamp }}", "b.html": "fine", "c.html": "\n{{ pier }}"}, *pages
    )

    assert [Place("templates/a.html", 1), Place("templates/c.html", 2)] == [
        place for place, _ in told(problems)
    ]
    assert b"fine\n" == files["b.html"]


def test_a_missing_template_is_told(tmp_path: Path):
    """Whether the page's own or one that it includes."""
    _, problems = render(tmp_path, {"other.html": ""})
    assert ["templates/page.html"] == [place.file for place, _ in told(problems)]

    _, problems = render(tmp_path, {"page.html": "\n{% include '_gone.html' %}"})
    assert [Place("templates/page.html", 2)] == [place for place, _ in told(problems)]
    assert "_gone.html" in problems[0].message


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("{{ 1 // 0 }}", "ZeroDivisionError"),
        ("{{ say('no-such-string') }}", "the strings file has no 'no-such-string'"),
        ("{{ say('lamp') }}", "the string 'lamp' asks for a value: 'name'"),
        ("{{ content.lamps.x() }}", "'int' object has no attribute 'x'"),
        ("{{ content.lamp }}", "has no attribute 'lamp'"),
        ("{{ href() }}", "TypeError"),
    ],
)
def test_whatever_a_template_raises_is_told_at_its_line(tmp_path: Path, expression: str, said: str):
    """Its author reads what happened, and no other page suffers."""
    _, problems = render(tmp_path, {"page.html": f"\n{expression}"})

    assert [Place("templates/page.html", 2)] == [place for place, _ in told(problems)]
    assert said in problems[0].message


def test_a_page_is_one_file_of_utf_8(tmp_path: Path):
    """It ends in one line end."""
    files, _ = render(tmp_path, {"page.html": "Çalı\n\n\n"})

    assert "Çalı\n".encode() == files["events/a.html"]


def test_what_stands_around_pages_is_made_once_for_a_folder(tmp_path: Path):
    """Pages at the root and indexes may be marked in the header, so each has its own."""
    templates = {
        "page.html": "{% from '_head.html' import head %}{{ around(head, page, href) }}",
        "_head.html": "{% macro head(page, href) %}{{ page.path }} {{ href('a') }}{% endmacro %}",
    }
    paths = ["events/a.html", "events/b.html", "events/index.html", "embed/events/a.html", "b.html"]

    files, problems = render(tmp_path, templates, *map(make_page, paths))

    assert [] == problems
    assert [
        b"events/a.html ../a\n",
        b"events/a.html ../a\n",
        b"events/index.html ../a\n",
        b"embed/events/a.html ../../a\n",
        b"b.html a\n",
    ] == list(files.values())


def test_html_is_tidied():
    """Neither blank lines nor spaces at the end of one are published."""
    assert "<p>\n  a b\n</p>\n" == tidy("\n<p>  \n\n  a b\n   \n</p>\n\n")


# ---- assets


def test_styles_are_joined_in_the_order_of_their_names(tmp_path: Path):
    """Layers are declared by the first, and folders stand in their place."""
    for name in ("5-print.css", "1-tokens.css", "4-parts/b.css", "4-parts/a.css"):
        path = tmp_path / "styles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"/* {name} */\n.a {{ content: '{name}' }}", encoding="utf-8")

    parts = ("1-tokens.css", "4-parts/a.css", "4-parts/b.css", "5-print.css")
    joined = "\n".join(f".a {{ content: '{name}' }}" for name in parts)
    assert joined.encode() == read_assets(tmp_path)["static/style.css"]


def test_other_assets_are_taken_as_they_are(tmp_path: Path):
    """Scripts and pictures keep their place and their bytes; hidden files stay at home."""
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts/a.js").write_bytes(b"a\r\n\xff")
    (tmp_path / "icon.svg").write_bytes(b"<svg/>")
    (tmp_path / ".DS_Store").write_bytes(b"x")

    assert {
        "static/icon.svg": b"<svg/>",
        "static/scripts/a.js": b"a\r\n\xff",
        "static/style.css": b"",
    } == read_assets(tmp_path)


def test_without_assets_there_is_still_a_style_sheet(tmp_path: Path):
    """A folder that is not there holds nothing."""
    assert {"static/style.css": b""} == read_assets(tmp_path / "nowhere")
