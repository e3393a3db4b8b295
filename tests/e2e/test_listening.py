"""Ada and Ben listen to each other: on a narrow phone and a wide screen, then on one phone.

What one does is on the other's page within a second, measured from when the tap was answered; a
reload and a line that breaks take nothing from either.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.e2e.at_the_keys import AtTheKeys
from tests.e2e.examiner import Examiner, examiner
from tests.faults.conftest import arrives, couple  # noqa: F401 - fixtures

if TYPE_CHECKING:
    from tests.e2e.somebody import Somebody
    from tests.faults.conftest import Arrives, Couple

pytestmark = [pytest.mark.browser, pytest.mark.server]
__all__ = ["examiner"]

USUALLY, AT_WORST = 1.0, 10.0
"""Seconds. A machine that runs every test at once may be late now and then; half of the time it
is not, or it is not live."""


class Watch:
    """Notes how long each change took to be seen on the other's page, not loaded anew."""

    def __init__(self) -> None:
        self.took: list[float] = []

    def sees(self, who: Somebody, text: str) -> None:
        """Wait for it, and note for how long."""
        began = time.monotonic()
        expect(who.page.get_by_text(text).first).to_be_visible(timeout=AT_WORST * 1000)
        self.took.append(time.monotonic() - began)


def taps(who: Somebody, name: str) -> None:
    """Press a button, until it is answered."""
    who.page.wait_for_load_state()
    with who.page.expect_navigation(wait_until="commit"):
        who.press(name)


def writes(who: Somebody, label: str, words: str, name: str) -> None:
    """Write something, and show it to the other."""
    who.page.get_by_label(label).fill(words)
    taps(who, name)


def test_they_listen_on_two_phones_and_then_on_one(
    arrives: Arrives,  # noqa: F811 - a fixture
    couple: Couple,  # noqa: F811 - a fixture
    examiner: Examiner,
) -> None:
    ada, ben, watch = arrives(couple.ada), arrives(couple.ben), Watch()
    ben.page.set_viewport_size({"width": 1280, "height": 800})
    ben.go("/listening/")
    ada_speaks(ada, ben, watch, examiner)
    the_line_breaks_while_ben_writes(ada, ben, watch)
    taps(ada, "That’s it")
    watch.sees(ben, "What makes sense about it?")
    writes(ben, "It makes sense to me because …", "I do go quiet.", "Show it to Ada")
    watch.sees(ada, "The other way round, or enough?")
    they_swap_and_both_keep_it(ada, ben, watch)
    examiner.look(ben.page)
    ada.go("/listening/")
    examiner.look(ada.page, "to begin")
    hands = AtTheKeys(ada.name, ada.context, ada.address, ada.passphrase)
    ada.page.close()
    they_pass_one_phone(hands)
    assert sorted(watch.took)[len(watch.took) // 2] < USUALLY, watch.took


def ada_speaks(ada: Somebody, ben: Somebody, watch: Watch, examiner: Examiner) -> None:
    """She asks, he says yes, she begins, reloads in the middle, and has said it."""
    ada.go("/listening/")
    taps(ada, "Ask Ben")
    watch.sees(ben, "Ada would like to say something")
    taps(ben, "Yes, now")
    watch.sees(ada, "You speak first.")
    taps(ada, "Begin")
    watch.sees(ben, "Ada is speaking")
    ada.page.get_by_label("Or write it").fill("I miss you at the table.")
    ada.expect_draft_kept()
    ada.page.reload()
    ada.sees("What you were writing is back.")
    expect(ada.page.locator(".ring animate")).to_have_count(1)
    examiner.look(ada.page, "speaking")
    taps(ada, "Show it to Ben")
    watch.sees(ben, "Say back what you heard")
    expect(ben.page.get_by_text("I miss you at the table.")).to_be_visible()


def the_line_breaks_while_ben_writes(ada: Somebody, ben: Somebody, watch: Watch) -> None:
    """What he writes stays when it does not go through, and goes when the line is back."""
    field = ben.page.get_by_label("What I hear is …")
    field.fill("You miss me when I am there.")
    ben.context.set_offline(True)
    ben.press("Show it to Ada")
    ben.sees("What you wrote is still here.")
    ben.context.set_offline(False)
    expect(field).to_have_value("You miss me when I am there.")
    taps(ben, "Show it to Ada")
    watch.sees(ada, "Was that it?")
    expect(ada.page.get_by_text("You miss me when I am there.")).to_be_visible()


def they_swap_and_both_keep_it(ada: Somebody, ben: Somebody, watch: Watch) -> None:
    """Ben has a turn too, said aloud; then each answers apart."""
    taps(ada, "The other way round")
    watch.sees(ben, "You speak first.")
    taps(ben, "Begin")
    watch.sees(ada, "Ben is speaking")
    taps(ben, "I have said it")
    watch.sees(ada, "Said aloud.")
    taps(ada, "I said it aloud")
    watch.sees(ben, "Was that it?")
    taps(ben, "That’s it")
    watch.sees(ada, "What makes sense about it?")
    taps(ada, "I said it aloud")
    watch.sees(ben, "Enough for now")
    taps(ben, "Enough for now")
    watch.sees(ada, "Keep what was written?")
    taps(ada, "Keep it")
    ada.sees("Noted")
    taps(ben, "Keep it")
    watch.sees(ada, "You both kept it.")
    ben.press("A listening round")
    ben.opened()
    for words in ("I miss you at the table.", "You miss me when I am there.", "I do go quiet."):
        ben.sees(words)


def they_pass_one_phone(ada: AtTheKeys) -> None:
    """Ada's phone goes to Ben and back, without a mouse; they let go of what was written."""
    ada.go("/listening/")
    ada.press("How long, and on one phone or two")
    ada.pick_with_arrows("Each on their own phone", "On this phone, passed across the table")
    taps(ada, "Ask Ben")
    for name in ("Yes, now", "Begin"):
        taps(ada, "I have it")
        taps(ada, name)
    ada.type("Or write it", "The evenings are long.")
    taps(ada, "Show it to Ben")
    taps(ada, "I have it")
    taps(ada, "I said it aloud")
    taps(ada, "I have it")
    taps(ada, "That’s it")
    taps(ada, "I have it")
    taps(ada, "I said it aloud")
    taps(ada, "Enough for now")
    taps(ada, "Keep it")
    taps(ada, "I have it")
    taps(ada, "Let it go")
    ada.sees("The round is over, and nothing of it was kept.")
