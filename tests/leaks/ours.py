"""What the canary types into the cycle and the agreement: over HTTP, and in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tests.e2e.somebody import Somebody
    from tests.leaks.typist import Typist


class Types(Protocol):
    """Whoever types into all that is to be seen, and looks around."""

    def types(self, one: Somebody) -> None: ...
    def looks(self, one: Somebody) -> None: ...


def tell_the_cycle(ada: Typist, ben: Typist) -> None:
    """Both halves, a line beside the picture, and an agreement."""
    for one, other in ((ada, ben), (ben, ada)):
        one.look(one.fill("/cycle/half/", feelings=["ashamed"], move="get_loud"))
        one.fill("/cycle/half/show/")
        one.fill("/cycle/line/", box="sore_spots")
        other.press("/cycle/open/")
    for one in (ada, ben):
        one.look("/cycle/")
    ada.look(ada.fill("/agreement/new/"))


def tells_the_cycle(ada: Somebody, canary: Types) -> None:
    """Her half, a line beside it, and an agreement: each looked at before it is shown."""
    ada.go("/cycle/half/")
    canary.types(ada)
    for _ in "12":
        ada.press("Go on")
        canary.types(ada)
    ada.press("Keep it for me")
    ada.press("See what Ben would see")
    ada.opened()
    canary.looks(ada)
    ada.press("Show it to Ben")
    ada.sees("Ben can see it.")
    for path, button in (("/cycle/line/?box=stress", "Add it"), ("/agreement/new/", "Propose it")):
        ada.go(path)
        canary.types(ada)
        ada.press("See what Ben will see")
        canary.looks(ada)
        with ada.page.expect_navigation():
            ada.press(button)
