"""Takes this machine, gives the Chromium on it that tests drive.

Import it for `find_chromium` and `CHROMIUM_FLAGS`. Run it to print the path; when there is
no Chromium and we are root on a machine with apt-get, it installs Debian's. Its law: the
standard library is enough, since it runs before anything is tested.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

CHROMIUM_FLAGS = (
    "--no-sandbox",  # the sandbox refuses to run as root, which containers often are
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    # Nothing may reach for the network behind a test's back.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
USUAL_PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
)
REMEDY = "Install Chromium or Chrome, or set CHROMIUM to the path of the one you have."
ATTEMPTS = 3  # package mirrors fail for a moment now and then


def find_chromium() -> Path | None:
    """The Chromium that CHROMIUM names, else the first one found, else nothing."""
    named = os.environ.get("CHROMIUM")
    candidates = (named,) if named else NAMES + USUAL_PLACES
    found = (shutil.which(candidate) for candidate in candidates)
    return next((Path(path) for path in found if path), None)


def can_install() -> bool:
    """Whether we may install packages here: as root, with apt-get, and nobody chose another."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return is_root and shutil.which("apt-get") is not None and not os.environ.get("CHROMIUM")


def install_chromium() -> bool:
    """Whether Debian's Chromium could be installed."""
    return any(run_apt() for _ in range(ATTEMPTS))


def run_apt() -> bool:
    """Whether one attempt went through; apt-get talks on stderr, stdout is for the path."""
    install = ("install", "-y", "--no-install-recommends", "chromium")
    return all(
        subprocess.run(
            ("apt-get", "-q", "-o", "Acquire::Retries=3", *arguments),
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            stdout=sys.stderr,
            check=False,
        ).returncode
        == 0
        for arguments in (("update",), install)
    )


def explain_absence() -> str:
    """What is missing, in one sentence, and what to do about it."""
    if named := os.environ.get("CHROMIUM"):
        return f"CHROMIUM is set to {named!r}, and no program is there. {REMEDY}"
    return f"No Chromium was found on this machine. {REMEDY}"


def main() -> int:
    """Print the path of a Chromium, installing one if we may; 1 when there is none."""
    if find_chromium() is None and can_install():
        print("No Chromium was found: installing Debian's.", file=sys.stderr)
        install_chromium()
    chromium = find_chromium()
    if chromium is None:
        print(explain_absence(), file=sys.stderr)
        return 1
    print(chromium)
    return 0


if __name__ == "__main__":
    sys.exit(main())
