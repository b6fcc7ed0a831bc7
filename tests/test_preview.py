"""The preview's answers: any page as it is after the last save, and what is wrong over it."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from builder.previewing.preview import RELOAD, Preview, what_to_reload
from builder.publishing import build
from builder.site import Options
from tests.previewing import without_layer
from tests.projects import apply_changes, copy_sample

EVENTS = "content/events/1991.yaml"
WRONG = {"file": EVENTS, "old": "1,204 votes.[@a1]", "new": "1,205 votes.[@a1]"}
MENDED = {"file": EVENTS, "old": WRONG["new"], "new": WRONG["old"]}
DRAFT = "events/plans-of-the-mayor.html"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sample project, with the real templates."""
    return copy_sample(tmp_path / "project", with_templates=True)


@pytest.fixture
def preview(project: Path) -> Preview:
    """A preview of the sample, as it is right after the start."""
    preview = Preview(project, Options(drafts=True, stable_names=True))
    preview.refresh()
    return preview


def text_of(preview: Preview, path: str) -> str:
    """A page as it is served."""
    return preview.answer(path).content.decode()


def state_of(preview: Preview, path: str) -> dict[str, Any]:
    """What the preview's script is told on a page."""
    found = re.search(r'data-state="([^"]*)"', text_of(preview, path))
    assert found
    state: dict[str, Any] = json.loads(unescape(found[1]))
    return state


def edits_on(preview: Preview, path: str) -> list[dict[str, Any]]:
    """What the preview's script is told to go to, the newest first."""
    edits: list[dict[str, Any]] = state_of(preview, path)["edits"]
    return edits


def save(preview: Preview, *changes: dict[str, str]) -> None:
    """Change files of the previewed project, and take the save in."""
    apply_changes(preview.root, changes)
    preview.refresh()


# ---- pages


def test_without_its_layer_every_file_is_what_a_build_makes(preview: Preview, tmp_path: Path):
    """Drafts aside, of which a build knows nothing."""
    public = Preview(preview.root, Options())
    public.refresh()
    assert [] == [p for p in build(preview.root, tmp_path / "out") if p.severity == "error"]

    for path in public.site.recipes:
        expected = (tmp_path / "out" / path).read_bytes()
        assert expected == without_layer(public.answer(path).content), path


def test_drafts_are_shown_with_what_each_claim_lacks(preview: Preview):
    """Only where the draft is; the published site knows nothing of it."""
    page = text_of(preview, DRAFT)

    assert '<aside class="preview-draft" data-event="plans-of-the-mayor">' in page
    assert "nothing is cited for" in unescape(page)
    assert "preview-draft" in text_of(preview, "")
    assert "preview-draft" not in text_of(preview, "about.html")
    public = Preview(preview.root, Options())
    public.refresh()
    assert DRAFT not in public.site.recipes


@pytest.mark.parametrize(
    ("path", "status"),
    [("", 200), ("races/", 200), ("nowhere.html", 404), ("nowhere", 404), ("events/", 404)],
)
def test_folders_have_their_index_and_what_is_missing_its_page(
    preview: Preview, path: str, status: int
):
    """Both with the layer, so that a tab is never dead."""
    answer = preview.answer(path)

    assert (status, "text/html; charset=utf-8") == (answer.status, answer.content_type)
    assert b"<preview-layer" in answer.content


@pytest.mark.parametrize(
    "path",
    ["../../../etc/passwd", "static/../content/site.yaml", "content/site.yaml", ".git/config"],
)
def test_nothing_but_the_site_is_served(preview: Preview, path: str):
    """No other file of the machine, wherever the path leads."""
    answer, missing = preview.answer(path), preview.answer("nowhere.html")

    assert 404 == answer.status
    assert answer.content in (b"", missing.content)


def test_style_sheets_and_scripts_are_served_as_they_are(preview: Preview):
    """With their own types."""
    sheet = preview.answer("static/style.css")

    assert (200, "text/css") == (sheet.status, sheet.content_type)
    assert b"preview-layer" not in sheet.content


# ---- mistakes


def test_a_mistake_lies_over_the_last_good_page(preview: Preview):
    """On every page, with its file and line, the excerpt and the remedy."""
    good = without_layer(preview.answer("").content)

    save(preview, WRONG)

    for path in ("", "about.html", "nowhere.html"):
        page = unescape(text_of(preview, path))
        assert "content/events/1991.yaml:20:" in page
        assert "nothing cited here holds the number '1,205'" in page
        assert "<b>^</b></pre>" in page
    assert good == without_layer(preview.answer("").content)


def test_a_mended_mistake_is_gone(preview: Preview):
    """And what was edited meanwhile is known."""
    save(preview, WRONG)
    save(
        preview,
        MENDED,
        {"file": EVENTS, "old": "title: Reeve concedes", "new": "title: Reeve ends"},
    )

    assert "preview-report" not in text_of(preview, "")
    assert "Reeve ends" in text_of(preview, "")
    assert [
        {"save": 3, "anchor": "event-reeve-concedes", "path": "events/reeve-concedes.html"}
    ] == edits_on(preview, "")


def test_a_project_that_is_broken_from_the_start_says_why(project: Path):
    """Over a blank page, until it is mended."""
    apply_changes(project, [WRONG])
    preview = Preview(project, Options(drafts=True, stable_names=True))

    preview.refresh()

    assert "1,205" in text_of(preview, "")
    save(preview, MENDED)
    assert "Reeve concedes" in text_of(preview, "")


def test_what_the_report_quotes_is_text(preview: Preview):
    """Whatever stands in the content."""
    evil = "title: <script>alert(1)</script></preview-layer> in 2044"
    save(preview, {"file": EVENTS, "old": "title: Reeve concedes", "new": evil})

    page = text_of(preview, "")

    assert "2044" in page
    assert "<script>alert" not in page
    assert 1 == page.count("</preview-layer>")


def test_a_template_that_fails_is_told_over_its_last_good_page(preview: Preview):
    """With the template's own line, at once on pages that use it."""
    good = without_layer(preview.answer("about.html").content)
    broken = {"file": "templates/prose.html", "text": "\n\n{{ lamp }}\n"}

    save(preview, broken)
    page = text_of(preview, "about.html")

    assert "templates/prose.html:3:1" in page
    assert good == without_layer(page.encode())


def test_a_template_that_fails_is_found_while_nobody_waits(preview: Preview):
    """Then all pages say so, with a new version; mended, it is gone."""
    good = (preview.root / "templates/prose.html").read_text(encoding="utf-8")
    save(preview, {"file": "templates/prose.html", "text": "\n\n{{ lamp }}\n"})
    version = preview.version

    for _ in preview.verify():
        pass

    assert version != preview.version
    assert "templates/prose.html:3:1" in text_of(preview, "")
    save(preview, {"file": "templates/prose.html", "text": good})
    assert "preview-report" not in text_of(preview, "")


def test_a_mistake_on_every_page_is_one_mistake(preview: Preview):
    """However many pages the template makes."""
    base = preview.root / "templates/base.html"
    text = base.read_text(encoding="utf-8").replace("</body>", "{{ lamp }}</body>")
    save(preview, {"file": "templates/base.html", "text": text})

    for _ in preview.verify():
        pass

    assert 1 == len(preview.mistakes)
    assert "1 error: the page" in text_of(preview, "")


def test_a_template_that_stays_broken_is_looked_for_after_every_save(preview: Preview):
    """Not only after those of a template: it may lie on a page that nobody looks at."""
    save(preview, {"file": "templates/prose.html", "text": "\n\n{{ lamp }}\n"})
    for _ in preview.verify():
        pass

    save(preview, {"file": EVENTS, "old": "title: Reeve concedes", "new": "title: Reeve ends"})

    assert not preview.is_verified


def test_a_template_that_fails_leaves_the_drafts_their_claims(preview: Preview):
    """What lies over the page is added to what is on it."""
    save(preview, {"file": "templates/prose.html", "text": "{{ lamp }}"})
    preview.answer("about.html")

    assert "preview-report" in text_of(preview, DRAFT)
    assert "preview-draft" in text_of(preview, DRAFT)


def test_a_string_that_is_missing_is_told(preview: Preview):
    """Strings are templates' words."""
    strings = preview.root / "templates/strings/en.yaml"
    text = strings.read_text(encoding="utf-8")
    save(
        preview,
        {"file": "templates/strings/en.yaml", "text": re.sub("kinds.title: .*\n", "", text)},
    )

    for _ in preview.verify():
        pass

    assert "the strings file has no 'kinds.title'" in unescape(text_of(preview, ""))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"file": "content/events/photo.yaml", "hex": "89504e470d0a1a0a00ff"}, "photo.yaml"),
        ({"file": "content/events/notes.txt", "text": "x"}, "notes.txt"),
        ({"file": "content/people.yaml", "delete": "yes"}, "people.yaml"),
        ({"file": "content/site.yaml", "text": ""}, "site.yaml"),
        ({"file": "content/events/1991.yaml", "text": "\t- id: x"}, "1991.yaml:1:1"),
    ],
)
def test_files_of_any_kind_are_survived(preview: Preview, change: dict[str, str], said: str):
    """Binary, foreign, deleted, empty or broken: told, and the pages stay."""
    save(preview, change)

    page = text_of(preview, "")
    assert said in page
    assert "Reeve concedes" in page


# ---- what was edited


def test_what_only_moved_was_not_edited(preview: Preview):
    """A comment above everything changes no event."""
    events = preview.root / EVENTS
    events.write_text("# A comment\n\n" + events.read_text(encoding="utf-8"), encoding="utf-8")

    preview.refresh()

    assert [] == edits_on(preview, "")


def test_an_edit_is_not_forgotten_at_the_next_save(preview: Preview):
    """A page that was not yet loaded again, or shows an error, goes to it all the same."""
    save(preview, {"file": EVENTS, "old": "title: Reeve concedes", "new": "title: Reeve ends"})
    save(preview, {"file": "content/pages/about.md", "text": "# About\n\nOther words.\n"})
    save(preview, WRONG)

    assert ["event-reeve-concedes"] == [edit["anchor"] for edit in edits_on(preview, "")]
    assert (2, 4) == (edits_on(preview, "")[0]["save"], state_of(preview, "")["save"])


def test_what_was_edited_and_is_gone_is_not_gone_to(preview: Preview):
    """Its page would be missing."""
    save(preview, {"file": EVENTS, "old": "- id: reeve-concedes", "new": "- id: reeve-gives-up"})
    save(preview, {"file": EVENTS, "old": "- id: reeve-gives-up", "new": "- id: reeve-ends"})

    assert ["event-reeve-ends"] == [
        edit["anchor"] for edit in edits_on(preview, "") if "reeve" in edit["anchor"]
    ]


def test_a_renamed_event_is_found_under_its_new_name(preview: Preview):
    """So a tab on the old one can follow."""
    save(preview, {"file": EVENTS, "old": "- id: reeve-concedes", "new": "- id: reeve-gives-up"})

    assert "events/reeve-gives-up.html" in (
        edit["path"] for edit in edits_on(preview, "events/reeve-concedes.html")
    )


def test_an_edited_figure_is_found_on_the_page_of_figures(preview: Preview):
    """Everything with a place of its own is."""
    save(
        preview,
        {"file": "content/figures.yaml", "old": "status: unofficial", "new": "status: official"},
    )

    assert {"figures.html"} == {edit["path"].split("#")[0] for edit in edits_on(preview, "")}


# ---- what the browser is told


@pytest.mark.parametrize(
    ("saved", "told"),
    [
        (["static/styles/1-tokens.css"], ["static/embed.css", "static/style.css"]),
        (["static/styles/4-components/note.css", "static/page-styles/facts.css"],
         ["static/pages.css", "static/style.css"]),
        (["static/styles/1-tokens.css", "content/site.yaml"], [RELOAD]),
        (["static/scripts/site.js"], [RELOAD]),
        (["templates/base.html"], [RELOAD]),
    ],
)  # fmt: skip
def test_style_sheets_alone_are_swapped_in(tmp_path: Path, saved: list[str], told: list[str]):
    """Whatever else was saved has the page loaded anew."""
    assert told == what_to_reload(tmp_path, [tmp_path / name for name in saved])


def test_what_a_link_leads_to_has_the_page_loaded_anew(tmp_path: Path):
    """Articles may lie anywhere, behind a link in seeds/."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "project/seeds").mkdir(parents=True)
    (tmp_path / "project/seeds/texts").symlink_to(tmp_path / "articles")

    assert [RELOAD] == what_to_reload(
        tmp_path / "project", [tmp_path / "project/seeds/texts/ferry.txt"]
    )
