"""What can be asked for on the command line.

Takes the words that were typed; gives the command with its options. Law: without a command, to
build is what is meant; every option is explained where its command is.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from builder.reports.formats import FORMATS

EPILOG = """\
A clone needs no article to build: quotations and numbers are verified against
seeds/fingerprints/. With the texts at hand, --texts DIR verifies word for word.
'python build.py COMMAND --help' explains a command's options; CONTRIBUTING.md
says how to add an event in five minutes."""

Add = Callable[..., argparse.Action]
AddOptions = Callable[[Add], None]
Command: TypeAlias = "tuple[str, AddOptions | Mapping[str, Command]]"
"""What a command promises, and its options or the things that it can be about."""

if TYPE_CHECKING:
    _Parsers = argparse._SubParsersAction[argparse.ArgumentParser]


def parse_arguments(
    arguments: Sequence[str], description: str | None, root: Path
) -> argparse.Namespace:
    """Return what was asked for; *root* is the project that is read unless another is named."""
    parser = argparse.ArgumentParser(
        prog="build.py",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description=description,
        epilog=EPILOG,
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_commands(commands, COMMANDS, root)
    asked = parser.parse_args(_with_command(arguments))
    if not (getattr(asked, "base_url", None) or "/").startswith(("/", "https://", "http://")):
        parser.error("--base-url begins with https://, http:// or /")
    return asked


def _add_commands(parsers: _Parsers, commands: Mapping[str, Command], root: Path) -> None:
    """Add *commands*; one that can be about several things gets a command for each."""
    for name, (promise, options) in commands.items():
        command = parsers.add_parser(name, help=promise, description=f"{promise.capitalize()}.")
        if isinstance(options, Mapping):
            things = command.add_subparsers(dest="thing", metavar="THING", required=True)
            _add_commands(things, options, root)
        else:
            command.set_defaults(root=root)
            options(command.add_argument)


def _with_command(arguments: Sequence[str]) -> list[str]:
    """Return *arguments* beginning with a command, or a wish for help."""
    is_plain = not arguments or arguments[0].startswith("-")
    asks_for_help = bool({"-h", "--help"} & set(arguments[:1]))
    return ["build", *arguments] if is_plain and not asks_for_help else list(arguments)


def _project(add: Add) -> None:
    add(
        "--root",
        type=Path,
        metavar="DIR",
        help="the project to read (default: where build.py is)",
    )
    add(
        "--texts",
        type=Path,
        metavar="DIR",
        help="a folder with the articles (default: seeds/texts, as far as it holds them)",
    )


def _check(add: Add) -> None:
    _project(add)
    add("--strict", action="store_true", help="treat warnings as errors")
    add(
        "--format",
        choices=FORMATS,
        default="text",
        help="how to report: text to read, json for programs, github for a pull request",
    )
    add(
        "--base-url",
        default="/",
        metavar="URL",
        help="where the site will be published, such as https://example.org/votes/",
    )


def _check_alone(add: Add) -> None:
    _check(add)
    add(
        "--since",
        metavar="REV",
        help="a revision of git, or a folder: what was published there and has changed since "
        "needs a correction",
    )


def _build(add: Add) -> None:
    _check(add)
    add("--out", type=Path, metavar="DIR", help="where to write the site (default: _site in root)")
    add(
        "--revision",
        metavar="REV",
        default="",
        help="what build.json calls the version of the content, such as a commit of git",
    )


def _diff(add: Add) -> None:
    add("--root", type=Path, metavar="DIR", help="the project (default: where build.py is)")
    add("old", metavar="OLD", help="a revision of git, such as main or HEAD~1, or a folder")
    add("new", metavar="NEW", nargs="?", help="the same (default: the project as it lies here)")


def _serve(add: Add) -> None:
    _project(add)
    add("--strict", action="store_true", help="treat warnings as errors")
    add(
        "--port",
        type=_port,
        metavar="PORT",
        help="port of the preview (default: the first free one from 8000)",
    )


def _port(typed: str) -> int:
    """Return the number of a port; 0 stands for one that the system chooses."""
    if not (typed.isascii() and typed.isdigit() and int(typed) < 65536):
        raise argparse.ArgumentTypeError(f"{typed!r} is no port: write a number up to 65535")
    return int(typed)


def _hosting(add: Add) -> None:
    _project(add)
    add(
        "--base-url",
        default="/",
        metavar="URL",
        help="where the site will be published, such as https://example.org/votes/",
    )
    add("--out", type=Path, metavar="DIR", help="where to write them (default: hosting in root)")


def _verify(add: Add) -> None:
    _project(add)
    add("site", metavar="SITE", help="the address of the published site, or a folder")
    add(
        "--base-url",
        metavar="URL",
        help="the address that it was built for (default: SITE, if that is an address, or /)",
    )
    add(
        "--revision",
        metavar="REV",
        help="the revision that it was built with (default: the one that it names)",
    )
    add(
        "--timeout", type=float, default=20.0, metavar="SECONDS", help="how long to wait for a file"
    )


def _schema(add: Add) -> None:
    add("--root", type=Path, metavar="DIR", help="the project (default: where build.py is)")


def _find(add: Add) -> None:
    _project(add)
    add("query", metavar="WORDS", nargs="+", help="words, a number, or words as printed")


def _new_event(add: Add) -> None:
    _project(add)
    for flag, promise in (
        ("--title", "short, concrete, present tense"),
        ("--date", "such as 2019, 2019-05 or 2019-05-06"),
        ("--kind", "such as vote or count; CONTRIBUTING.md lists them"),
        ("--shore", "city or country: where it happens"),
        ("--race", "the id of its race"),
        ("--body", "what happens, in your own words"),
        ("--id", "its id (default: made from the title)"),
    ):
        add(flag, metavar="TEXT", help=promise)
    add("--people", metavar="ID", nargs="+", help="ids of people")
    _cite(add)


def _new_person(add: Add) -> None:
    _project(add)
    for flag, promise in (
        ("--name", "the name in its own spelling"),
        ("--sort-name", "family name first (default: the last word first)"),
        ("--says", "one sentence of your own on what the articles say of this person"),
        ("--id", "the id (default: made from the name)"),
    ):
        add(flag, metavar="TEXT", help=promise)
    _cite(add)


def _cite(add: Add) -> None:
    add(
        "--cite",
        metavar="PASSAGE",
        action="append",
        help="a passage, as its letter and number (A1) or its source and number (ID:1); repeatable",
    )


def _new_source(add: Add) -> None:
    _project(add)
    add("file", type=Path, metavar="FILE", help="the article's text, one passage a line")
    add("--publisher", metavar="TEXT", help="who published it")
    add("--date", metavar="DATE", help="when it appeared, such as 2019-05-06")
    add("--id", metavar="TEXT", help="the id (default: made from publisher and date)")


NEW: dict[str, Command] = {
    "event": ("write a draft, with its keys explained", _new_event),
    "person": ("add a person to content/people.yaml", _new_person),
    "source": ("make the record and the fingerprint of an article", _new_source),
}

COMMANDS: dict[str, Command] = {
    "build": ("check everything and write the site to _site/", _build),
    "check": ("report what is wrong, write nothing", _check_alone),
    "diff": ("tell what changed for readers, for a pull request", _diff),
    "find": ("list the passages that hold some words or a number, ready to cite", _find),
    "hosting": ("write the settings with which nginx and Caddy serve the site", _hosting),
    "new": ("write a draft of an event, a person, or the record of an article", NEW),
    "schema": ("write the schemas by which an editor completes and explains", _schema),
    "seal": ("make the fingerprints of the articles in seeds/texts/", _project),
    "serve": ("preview on this machine, rebuilt at every save", _serve),
    "verify": ("tell whether a published site is what is built here", _verify),
}
