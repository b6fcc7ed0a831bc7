"""The door: every command does what it says, and nothing is published that does not hold."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from build import main
from builder.command_line import COMMANDS
from builder.hosting.complete_site import make_site
from builder.publishing import build
from builder.site import Options
from tests.projects import ARTICLES, ROOT, apply_changes, copy_sample
from tests.test_write import files_in, stamps_in

EVENTS = "content/events/1991.yaml"
BROKEN = {"file": EVENTS, "old": "leads by 1,204 votes", "new": "leads by 1,240 votes"}
DRAFT = ("plans-of-the-mayor", "The mayor has plans", "What she means to do")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sample project with templates that show little and are read fast."""
    folder = copy_sample(tmp_path / "project")
    templates = folder / "templates"
    shutil.copytree(ROOT / "templates/strings", templates / "strings")
    for path in (ROOT / "templates").glob("[!_]*.html"):
        (templates / path.name).write_text("{{ page.title }}\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with the real templates and its site; not to be changed."""
    folder = copy_sample(tmp_path_factory.mktemp("built"), with_templates=True)
    assert 0 == main(["build", "--root", str(folder)])
    return folder


@pytest.fixture(scope="module")
def built_for_an_address(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's site for a sub-path of a domain."""
    folder = copy_sample(tmp_path_factory.mktemp("address"), with_templates=True)
    address = "https://alder.example/sub/path"
    assert 0 == main(["--root", str(folder), "--base-url", address])
    return folder / "_site"


def run(*arguments: str | Path) -> int:
    """The exit code of the door."""
    return main([str(argument) for argument in arguments])


# ---- build and check


def test_build_writes_the_site(built: Path):
    """Into _site of the project, with every page and asset."""
    files = files_in(built / "_site")

    assert {"index.html", "404.html", "about.html", "manifest.sha256"} <= set(files)
    assert any(re.fullmatch(r"static/style\.\w{12}\.css", name) for name in files)
    assert b"Reeve concedes" in files["index.html"]


def test_to_build_is_what_is_meant_without_a_command(project: Path, tmp_path: Path):
    """The folder of the site may be named."""
    assert 0 == run("--root", project, "--out", tmp_path / "public")

    assert (tmp_path / "public/index.html").is_file()
    assert not (project / "_site").exists()


def test_building_again_writes_nothing(project: Path):
    """The same input gives the same bytes, and no file is touched."""
    assert 0 == run("build", "--root", project)
    before = stamps_in(project)

    assert 0 == run("build", "--root", project)

    assert before == stamps_in(project)


def test_building_changes_nothing_but_the_site(project: Path):
    """What an editor has written stays as it is; what is remembered lies where git ignores it."""
    before = files_in(project)

    assert 0 == run("build", "--root", project)

    after = files_in(project)
    assert before == {
        name: after[name] for name in after if not name.startswith(("_site/", ".cache/"))
    }


def test_check_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]):
    """It only says whether everything holds."""
    before = stamps_in(project)

    assert 0 == run("check", "--root", project)

    assert before == stamps_in(project)
    assert "Everything holds.\n" == capsys.readouterr().out


def test_check_finds_mistakes_in_templates_too(project: Path, capsys: pytest.CaptureFixture[str]):
    """Everything that building would complain about."""
    (project / "templates/404.html").write_text("\n{{ lamp }}\n", encoding="utf-8")

    assert 1 == run("check", "--root", project)

    assert "templates/404.html:2:1: error: 'lamp' is undefined [template-error]" in (
        capsys.readouterr().err
    )


@pytest.mark.parametrize("command", ["build", "check"])
def test_an_error_is_told_and_gives_exit_code_1(
    project: Path, command: str, capsys: pytest.CaptureFixture[str]
):
    """The report goes where errors go; nothing is said to be built."""
    apply_changes(project, [BROKEN])

    assert 1 == run(command, "--root", project)

    said = capsys.readouterr()
    assert "" == said.out
    assert "nothing cited here holds the number '1,240' [number-not-in-passage]" in said.err
    assert "\n1 error, 2 warnings.\n" in said.err
    assert not (project / "_site").exists()


def test_an_error_leaves_the_last_good_site(project: Path):
    """What is online stays online until everything holds again."""
    assert 0 == run("--root", project)
    good = stamps_in(project / "_site")
    apply_changes(project, [BROKEN])

    assert 1 == run("--root", project)

    assert good == stamps_in(project / "_site")


def test_a_mistake_in_a_template_leaves_the_last_good_site(
    project: Path, capsys: pytest.CaptureFixture[str]
):
    """No page is published without the others."""
    assert 0 == run("--root", project)
    good = stamps_in(project / "_site")
    (project / "templates/prose.html").write_text("{% if %}", encoding="utf-8")

    assert 1 == run("--root", project)

    assert "templates/prose.html:1:1: error:" in capsys.readouterr().err
    assert good == stamps_in(project / "_site")


@pytest.mark.parametrize(
    ("old", "new"),
    [("date.day-not-given:", "gone:"), ("sources.title:", "gone:"), ("{date}", "{dat}")],
)
def test_a_mistake_in_the_strings_is_told(
    project: Path, old: str, new: str, capsys: pytest.CaptureFixture[str]
):
    """A string that pages need and do not find is no riddle, even before a template asks."""
    strings = project / "templates/strings/en.yaml"
    strings.write_text(strings.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    apply_changes(
        project, [{"file": EVENTS, "old": "1991-05-12", "new": "'[1991-05-12~..1991-05-13]'"}]
    )

    assert 1 == run("check", "--root", project)

    assert "templates/strings/en.yaml:1:1: error:" in capsys.readouterr().err


def test_no_project_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """A slip in --root raises nothing."""
    assert 1 == run("--root", tmp_path / "nowhere")

    assert "content/site.yaml:1:1: error: this file cannot be read" in capsys.readouterr().err


def test_a_folder_of_somebody_else_is_not_written(
    project: Path, capsys: pytest.CaptureFixture[str]
):
    """A slip in --out costs nobody their files."""
    before = files_in(project)

    assert 1 == run("--root", project, "--out", project / "content")

    assert "[foreign-folder]" in capsys.readouterr().err
    assert before == files_in(project)


# ---- drafts and strictness


def test_a_draft_appears_nowhere(built: Path):
    """Not in a page, a list, a count, a link or a name of a file."""
    for name, content in files_in(built / "_site").items():
        assert not [word for word in DRAFT if word in name + content.decode("utf-8", "replace")]


def test_nobody_can_ask_for_drafts(project: Path):
    """They are seen in the preview alone."""
    with pytest.raises(SystemExit):
        run("--root", project, "--drafts")

    assert not (project / "_site").exists()


def test_nothing_of_the_preview_is_published(built: Path):
    """Neither its script nor its layer, nor a word of livereload."""
    files = files_in(built / "_site")

    for name, content in files.items():
        assert "preview-" not in name + content.decode("utf-8", "replace"), name
        assert "livereload" not in name + content.decode("utf-8", "replace"), name


def test_a_reader_that_has_seen_enough_ends_a_command_quietly(project: Path):
    """`build.py find … | head` shows no traceback, nor where all is printed at the end."""
    unset = "env -u PYTHONUNBUFFERED"
    command = f"{unset} {sys.executable} build.py find the --root {project} | true"

    ended = subprocess.run(
        command, shell=True, capture_output=True, text=True, cwd=ROOT, check=False
    )

    assert "" == ended.stderr


def test_warnings_do_not_stop_a_build(project: Path, capsys: pytest.CaptureFixture[str]):
    """They are told beside the success."""
    assert 0 == run("--root", project)

    said = capsys.readouterr()
    assert 2 == said.err.count(": warning: ")
    assert "\n0 errors, 2 warnings.\n" in said.err


def test_strictness_makes_errors_of_warnings(project: Path, capsys: pytest.CaptureFixture[str]):
    """And stops the build."""
    assert 1 == run("--root", project, "--strict")

    said = capsys.readouterr().err
    assert (2, 0) == (said.count(": error: "), said.count(": warning: "))
    assert not (project / "_site").exists()


# ---- addresses


def test_a_sub_path_is_in_the_links_of_the_missing_page(built_for_an_address: Path, built: Path):
    """It is shown at any address; all other pages have relative links."""
    for site, path in ((built_for_an_address, "/sub/path/"), (built / "_site", "/")):
        html = (site / "404.html").read_text(encoding="utf-8")
        links = re.findall(r'(?:href|src)="([^"#][^"]*)"', html)
        assert [] == [link for link in links if not link.startswith((path, "https://"))]
        assert any(link.startswith(f"{path}static/style.") for link in links)


def test_other_pages_do_not_know_where_they_lie(built_for_an_address: Path, built: Path):
    """Their links are the same wherever the site is published."""
    absolute = rb'link rel="(?:canonical"|alternate" type="application/json)'
    links = re.compile(rb"<(?!" + absolute + rb')[^>]*\s(?:href|src)="([^"]*)"')
    for name, content in files_in(built / "_site").items():
        if name.endswith(".html") and name != "404.html":
            elsewhere = (built_for_an_address / name).read_bytes()
            assert links.findall(content) == links.findall(elsewhere), name
            assert links.findall(content), name


def test_pages_have_canonical_links_where_the_address_is_known(
    built_for_an_address: Path, built: Path
):
    """Every page but the 404 page; a light page names its full one."""
    for name, content in files_in(built_for_an_address).items():
        links = re.findall(rb'<link rel="canonical" href="([^"]*)">', content)
        full = name.removeprefix("embed/").removesuffix("index.html")
        address = f"https://alder.example/sub/path/{full}".encode()
        assert ([address] if name.endswith(".html") and name != "404.html" else []) == links, name
    assert not [n for n, content in files_in(built / "_site").items() if b'"canonical"' in content]


# ---- texts and seals


def test_the_texts_are_checked_word_for_word(project: Path, tmp_path: Path):
    """With --texts a text that is not the recorded one is an error."""
    copy_sample(tmp_path / "other")
    texts = tmp_path / "other/articles"
    assert 0 == run("check", "--root", project, "--texts", texts)
    (texts / "retold.txt").write_text("Other words.\n", encoding="utf-8")

    assert 1 == run("check", "--root", project, "--texts", texts)


def test_sealing_again_changes_nothing(project: Path, capsys: pytest.CaptureFixture[str]):
    """The fingerprints of the sample are those that seal makes, byte for byte."""
    seals = project / "seeds/fingerprints"
    before = files_in(project)

    assert 0 == run("seal", "--root", project, "--texts", ARTICLES)

    assert "Sealed 2 articles.\n" == capsys.readouterr().out
    assert before == files_in(project)
    assert 2 == len(files_in(seals))


def test_sealing_mends_a_damaged_fingerprint(project: Path):
    """A broken or missing one is made anew."""
    seals = project / "seeds/fingerprints"
    before = files_in(seals)
    for path in seals.iterdir():
        path.unlink()
    (seals / "retold-1991-05-14.json").write_text("{", encoding="utf-8")

    assert 0 == run("seal", "--root", project, "--texts", ARTICLES)

    assert before == files_in(seals)


def test_without_texts_nothing_is_sealed(project: Path, capsys: pytest.CaptureFixture[str]):
    """A clone keeps the fingerprints that it has."""
    before = stamps_in(project)

    assert 0 == run("seal", "--root", project)

    assert "Sealed 0 articles.\n" == capsys.readouterr().out
    assert before == stamps_in(project)


# ---- the command line


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]):
    """Whoever asks is told what can be done."""
    with pytest.raises(SystemExit) as ended:
        main(["--help"])

    said = capsys.readouterr().out
    assert 0 == ended.value.code
    assert [] == [command for command in COMMANDS if f"    {command} " not in said]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_explains_its_options(command: str, capsys: pytest.CaptureFixture[str]):
    """Each with what it is for."""
    with pytest.raises(SystemExit) as ended:
        main([command, *(["event"] if command == "new" else []), "--help"])

    assert 0 == ended.value.code
    assert "--root DIR" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["publish"], ["--no-such-option"], ["--port", "x"]])
def test_what_cannot_be_asked_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]):
    """With a word about how to ask."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert 2 == ended.value.code
    assert "usage: build.py" in capsys.readouterr().err


# ---- the functions behind it


def test_a_site_can_be_made_in_memory(project: Path):
    """What would be written is what make_site gives."""
    files, _, problems = make_site(project, Options())

    assert problems == build(project, project / "_site", Options())
    assert files_in(project / "_site") == files
    assert {"warning"} == {problem.severity for problem in problems}


def test_with_errors_there_are_no_files(project: Path, tmp_path: Path):
    """Half a site is none."""
    apply_changes(project, [BROKEN])

    files, _, problems = make_site(project, Options())

    assert {} == files
    assert problems == build(project, tmp_path / "site", Options())
    assert not (tmp_path / "site").exists()


def test_the_same_input_gives_the_same_bytes_everywhere(tmp_path: Path, built: Path):
    """In another folder, time zone and language, with another order of hashing."""
    surroundings = [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0"},
        {"PYTHONHASHSEED": "7", "TZ": "America/Anchorage", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr"},
    ]
    started = [
        subprocess.Popen(
            [sys.executable, ROOT / "build.py", "--root", copy_sample(folder, with_templates=True)],
            env={**os.environ, "PYTHONCOERCECLOCALE": "0", **variables},
            cwd=tmp_path,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for number, variables in enumerate(surroundings)
        for folder in [tmp_path / f"elsewhere {number}"]
    ]

    assert [0, 0] == [process.wait() for process in started]

    expected = files_in(built / "_site")
    assert all(expected == files_in(tmp_path / f"elsewhere {at}/_site") for at in (0, 1))
