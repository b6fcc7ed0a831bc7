"""Waiting for what a page does."""

import time

from playwright.sync_api import Page

PATIENCE = 30.0
"""Seconds after which nothing more is expected."""


def wait_until(page: Page, expression: str) -> None:
    """Waits until an expression is true in the page.

    playwright's ``wait_for_function`` has the page itself evaluate text, which its policy forbids.
    """
    end = time.monotonic() + PATIENCE
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"it never came true: {expression}"
        page.wait_for_timeout(20)
