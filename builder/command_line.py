"""What can be asked for on the command line.

Takes the words that were typed; gives the command with its options. Law: without a command, to
build is what is meant; every option is explained where its command is.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

EPILOG = """\
A clone needs no article to build: quotations and numbers are verified against
seeds/fingerprints/. With the texts at hand, --texts DIR verifies word for word.
'python build.py COMMAND --help' explains a command's options; CONTRIBUTING.md
says how to add an event in five minutes."""

Add = Callable[..., argparse.Action]


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
    for name, (promise, add_options) in COMMANDS.items():
        command = commands.add_parser(name, help=promise, description=f"{promise.capitalize()}.")
        command.set_defaults(root=root)
        add_options(command.add_argument)
    asked = parser.parse_args(_with_command(arguments))
    if not getattr(asked, "base_url", "/").startswith(("/", "https://", "http://")):
        parser.error("--base-url begins with https://, http:// or /")
    return asked


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
    add("--drafts", action="store_true", help="show drafts too; never for publishing")
    add(
        "--base-url",
        default="/",
        metavar="URL",
        help="where the site will be published, such as https://example.org/votes/",
    )


def _build(add: Add) -> None:
    _check(add)
    add("--out", type=Path, metavar="DIR", help="where to write the site (default: _site in root)")


def _serve(add: Add) -> None:
    _project(add)
    add("--strict", action="store_true", help="treat warnings as errors")
    add("--port", type=int, help="port of the preview (default: the first free one from 8000)")


COMMANDS: dict[str, tuple[str, Callable[[Add], None]]] = {
    "build": ("check everything and write the site to _site/", _build),
    "check": ("report what is wrong, write nothing", _check),
    "seal": ("make the fingerprints of the articles in seeds/texts/", _project),
    "serve": ("preview on this machine, rebuilt at every save", _serve),
}
