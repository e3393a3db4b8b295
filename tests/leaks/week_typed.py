"""The browser canary's week together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.e2e.somebody import Somebody
    from tests.leaks.test_canary_in_the_browser import Canary


def writes_for_the_week(ada: Somebody, canary: Canary) -> None:
    """What comes each week and the question of this one, looked over and ready."""
    ada.go("/weekly/")
    canary.types(ada)
    ada.press("Look it over")
    canary.looks(ada)
    ada.press("I am ready")
    ada.sees("You are ready")
    canary.looks(ada)
