"""What the canary in the browser types where somebody is by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.e2e.somebody import Somebody
    from tests.leaks.test_canary_in_the_browser import Canary


def says_it(ada: Somebody, canary: Canary) -> None:
    """A sentence of her own, read back."""
    ada.press("Say it in one sentence")
    canary.types(ada)
    ada.press("Read it back")
    canary.looks(ada)
    ada.press("Keep it for me")
    ada.sees("Keep it, or let it go further")


def keeps_plans_and_reasons(ada: Somebody, canary: Canary) -> None:
    """What is only for her."""
    ada.go("/plans/new/")
    canary.types(ada)
    ada.press("Read it back")
    canary.looks(ada)
    ada.press("Keep it for me")
    ada.sees("Did it come up?")
    ada.go("/reasons/new/")
    for _ in "12":
        canary.types(ada)
        ada.press("Go on")
    canary.types(ada)
    ada.press("Keep it for me")
    ada.sees("A small way on, or none")


def waits(ada: Somebody, canary: Canary) -> None:
    """Another way to see it, then a plan for the wait; tests/e2e has it without an account."""
    for path, on, parts in (("/night/", "Go on", 5), ("/support/waiting/", "And my limits", 1)):
        ada.go(path)
        for _ in range(parts):
            canary.types(ada)
            ada.press(on)
        canary.types(ada)
        ada.press("Keep it for me")
        ada.sees("My side")
        canary.looks(ada)


def takes_a_step(ada: Somebody, canary: Canary) -> None:
    """One of her own, before and after."""
    ada.go("/steps/new/")
    canary.types(ada)
    for group in ("topic", "way", "first", "second"):
        ada.page.locator(f"input[name={group}]").first.check(force=True)
    ada.press("Put it among my steps")
    ada.sees("Before it, if you like")
    ada.opened()
    canary.types(ada)
    ada.press("I take this step")
    ada.press("Tell what came")
    ada.opened()
    canary.types(ada)
    ada.pick("It didn’t come")
    ada.press("Keep it for me")
    ada.sees("This time it did not come.")
    canary.looks(ada)
