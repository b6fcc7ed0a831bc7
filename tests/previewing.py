"""A running preview of a project, as an editor starts it."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.projects import ROOT

LAYER = re.compile(rb"<preview-layer .*</preview-layer>", re.DOTALL)


@contextmanager
def previewing(project: Path, *options: str) -> Iterator[str]:
    """The address of a preview of *project*, without a slash at the end."""
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--root", str(project)]
    with subprocess.Popen(
        [*command, *(options or ("--port", "0"))], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        lines = iter(process.stdout.readline, "")
        said = next(line for line in lines if line.startswith("Preview:"))
        try:
            yield said.split()[1].rstrip("/")
        finally:
            process.terminate()


def without_layer(page: bytes) -> bytes:
    """A page of the preview as it would be published."""
    return LAYER.sub(b"", page)
