"""Ben, who fears being judged, takes four small steps, one of them a rough one: with keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.e2e.at_the_keys import AtTheKeys

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.somebody import Somebody

pytestmark = [pytest.mark.browser, pytest.mark.server]

ONE_MORE = """async () => {
  const { "X-CSRFToken": token } = JSON.parse(document.body.getAttribute("hx-headers"));
  const send = (url, marks) => fetch(url, {
    method: "POST", headers: { "X-CSRFToken": token },
    body: new URLSearchParams({ words: "", ...marks }),
  });
  const page = async (url) => (await fetch(url)).text();
  const [take] = (await page("/steps/")).match(/\\/steps\\/take\\/[^/]+\\//);
  const record = crypto.randomUUID();
  await send(take, { record, size: "small", likely: "50" });
  const tell = `/steps/taken/${record}/tell/`;
  const [, only] = (await page(tell)).match(/name="record" value="([^"]+)"/);
  return (await send(tell, { record: only, feared: "not", hard: "2", said: "hard" })).status;
}"""
"""A step taken and told of without a word, as his browser would send it."""


def test_ben_takes_four_small_steps_and_one_of_them_is_rough(
    arrives: Callable[..., Somebody],
) -> None:
    came = arrives("Ben")
    ben = AtTheKeys(came.name, came.context, came.address)
    ben.begin()
    takes_a_first_one(ben)
    takes_a_rough_one(ben)
    takes_a_smaller_one(ben)
    assert ben.page.evaluate(ONE_MORE) == 204
    adds_his_own(ben)
    plans_the_next(ben)
    ben.go("/steps/past/")
    ben.sees("What you feared came in 2 of 5, in 1 of them in part.")
    ben.sees("about 50 in 100")
    ben.opened()
    expect(ben.page.get_by_text("Hum in the kitchen")).to_be_visible()


def takes_a_first_one(ben: AtTheKeys) -> None:
    """Something small to begin with, which goes well and tells nothing yet."""
    ben.go("/today/")
    ben.press("A small step")
    ben.sees("This one, because it is small.")
    first = offered(ben)
    ben.page.reload()
    assert offered(ben) == first, "it waits for him"
    takes(ben, likely="60", fear="That it looks silly.")
    ben.go("/today/")
    ben.sees("You took a small step")
    tells(ben, "It didn’t come")
    ben.sees("This time it did not come.")
    ben.press("What came of your steps")
    ben.sees("Cannot tell yet.")
    ben.press("Small steps")


def takes_a_rough_one(ben: AtTheKeys) -> None:
    """Passed over, one; the next comes out as he feared."""
    passes_over(ben)
    takes(ben, likely="70", fear="That I am laughed at.")
    ben.go("/steps/")
    tells(ben, "It came", hard=4)
    ben.sees("That was a hard one.")
    ben.sees("Old fear can come back after it.")


def takes_a_smaller_one(ben: AtTheKeys) -> None:
    """With care; let go the first time, told of the second."""
    smaller = "because the last one was hard. It is smaller."
    ben.go("/steps/")
    ben.sees("A pause is fine too")
    ben.sees(smaller)
    takes(ben, likely="40")
    lets_it_go(ben)
    ben.sees(smaller)
    takes(ben, likely="40")
    ben.press("Tell what came")
    tells(ben, "Part of it came", begun=True)
    ben.sees("Part of it came, and part of it did not.")


def offered(ben: AtTheKeys) -> str:
    """The step that the page offers."""
    return ben.page.locator("section.sheet h2").inner_text()


def passes_over(ben: AtTheKeys) -> None:
    """Not this one, without a reason: another is there at once."""
    before = offered(ben)
    ben.press("Not this one")
    expect(ben.page.locator("section.sheet h2")).not_to_have_text(before)


def takes(ben: AtTheKeys, *, likely: str, fear: str = "") -> None:
    """The one that is offered, with what he expects of it."""
    ben.press("Take this one")
    expects(ben, likely=likely, fear=fear)


def expects(ben: AtTheKeys, *, likely: str, fear: str = "") -> None:
    """What he says before a step."""
    if fear:
        ben.type("What do I fear will happen?", fear)
    ben.pick_with_arrows("I can’t say", likely)
    ben.press("I take this step")
    ben.sees("Now it is out there, not in here.")


def tells(ben: AtTheKeys, came: str, *, hard: int = 0, begun: bool = False) -> None:
    """What came of it. `hard`: how far he moves the slider on from the middle."""
    if not begun:
        ben.press("Tell what came")
    ben.pick_with_arrows("It didn’t come", came)
    ben.tab_to("How hard was it?")
    for _ in range(hard):
        ben.page.keyboard.press("ArrowRight")
    ben.press("Keep it for me")


def lets_it_go(ben: AtTheKeys) -> None:
    """Not done is fine."""
    ben.press("Let it go")
    ben.is_at("/steps/")
    expect(ben.page.get_by_text("You took this one on")).to_have_count(0)


def adds_his_own(ben: AtTheKeys) -> None:
    """A step of his own, placed beside two others, and taken."""
    ben.go("/steps/")
    ben.press("Pick one yourself, or add your own")
    ben.press("Add one of your own")
    ben.press("Put it among my steps")
    ben.sees("A few words will do.")
    ben.type("What would you do?", "Hum in the kitchen")
    ben.pick_with_arrows("What I feel", "What I dream of")
    ben.pick_with_arrows("write something", "say something")
    for _ in "12":
        ben.pick_with_arrows("easier", "the same")
        ben.page.keyboard.press("Tab")
    ben.press("Put it among my steps")
    expect(ben.page.locator("h1")).to_have_text("Hum in the kitchen")
    expects(ben, likely="30", fear="That it is heard.")
    ben.press("Tell what came")
    ben.sees("That it is heard.")
    ben.type("A next time, I would …", "hum a little louder")
    tells(ben, "It didn’t come", begun=True)


def plans_the_next(ben: AtTheKeys) -> None:
    """A plan, which begins with what he would do a next time."""
    ben.press("A plan: If … then I will …")
    expect(ben.page.get_by_label("then I will …")).to_have_value("hum a little louder")
    ben.type("If …", "the kettle is on")
    ben.press("Read it back")
    ben.press("Keep it for me")
    sentence = "If the kettle is on, then I will hum a little louder."
    expect(ben.page.locator("span.plan")).to_have_text(sentence)
