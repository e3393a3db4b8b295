"""The week of Ada and Ben, for the canary: every form of it filled, every page looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import weeks

if TYPE_CHECKING:
    from tests.leaks.typist import Typist


def meet_this_week(ada: Typist, ben: Typist) -> None:
    """Both write, keep a part back, are ready, and read both; what they wrote is looked at."""
    for one in (ada, ben):
        look = one.fill("/weekly/")
        one.press(f"/weekly/{weeks.this(one.who).id}/keep-back/", part="hard", back="on")
        one.fill(look)
    for one in (ada, ben):
        week = f"/weekly/{weeks.this(one.who).id}/"
        for url in ("/weekly/", week, f"{week}mine/"):
            one.look(url)
