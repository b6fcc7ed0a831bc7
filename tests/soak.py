"""How long the tests of faults and of hostile input run: `make soak` makes them longer."""

import os
import sys

SOAK = int(os.environ.get("SOAK") or 1)
"""How many times as much as in `make test` is tried."""


def times(number: int) -> int:
    """How much to try where `make test` tries that *number*."""
    return number * SOAK


def tell(found: object) -> None:
    """Show in a long run what was found; pytest shows it with `-s`."""
    sys.stdout.write(f"{found}\n")
