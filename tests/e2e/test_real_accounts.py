"""Real accounts of what happened, from one person to the other and back, unchanged.

Forty of them; eight on PostgreSQL. The texts are EmpatheticDialogues' situations (Rashkin et al.,
ACL 2019; CC BY-NC 4.0), read beside the repository when the test runs, and no part of it.
"""

from __future__ import annotations

import gzip
import json
import os
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.e2e.rows import let_a_minute_pass
from tests.e2e.somebody import pair
from tests.leaks.places import Wire, find, of_browser, of_house

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.house import House
    from tests.e2e.somebody import Somebody

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.long]

BESIDE = Path(__file__).parents[3] / "shared" / "data" / "empathetic_situations" / "dev.jsonl.gz"
HOW_MANY = (
    8 if os.environ.get("DATABASE_URL") else 40
)  # the words never open there: a few are enough
PIECE = 30  # letters: what is cut in two is found by its ends


def accounts() -> list[str]:
    """So many of them, from all over the file."""
    if not BESIDE.is_file():
        pytest.skip("The real accounts are not here: ../shared/data/empathetic_situations.")
    with gzip.open(BESIDE, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    long_enough = [text for text in texts if len(text) > PIECE]
    return long_enough[:: len(long_enough) // HOW_MANY][:HOW_MANY]


def pieces(texts: list[str]) -> set[str]:
    """Each text, its beginning and its end."""
    return set(chain.from_iterable((text, text[:PIECE], text[-PIECE:]) for text in texts))


def reads(one: Somebody, text: str, part: str) -> None:
    """Wait until a part of the page holds this text and nothing else, to the letter."""
    shown = one.page.locator(f"{part} sealed-words").first
    expect(shown).not_to_have_attribute("aria-busy", "true")
    expect(shown).to_be_visible()
    assert shown.evaluate("each => each.textContent") == text


def hands_over(ada: Somebody, what_happened: str) -> str:
    """From a check-in to a letter that is sent; gives where it is."""
    ada.check_in(body="Tight chest", feeling="not sure yet", what=what_happened)
    ada.press("Make it a letter")
    expect(ada.page.get_by_label("Because")).to_have_value(what_happened)
    ada.pick("Just listen")
    ada.look_at_letter()
    reads(ada, what_happened, ".letter")
    ada.send()
    return ada.page.url


def answers(ben: Somebody, letter: str, what_was_sent: str, what_he_says: str) -> None:
    """Open it, read it, answer it."""
    ben.page.goto(letter)
    ben.press("Open it")
    reads(ben, what_was_sent, ".letter")
    ben.page.get_by_role("link", name="Answer", exact=True).click()
    ben.press("Go on")
    ben.page.get_by_label("I heard").fill(what_he_says)
    ben.page.locator("[data-look]").click()
    expect(ben.page.locator("[data-preview]")).to_be_visible()
    ben.send()


@pytest.mark.parametrize("half", [0, 1])  # two couples, so that two processes share the work
def test_real_accounts_arrive_unchanged_and_lie_nowhere_in_the_clear(
    house: House, arrives: Callable[..., Somebody], half: int
) -> None:
    texts = accounts()[half::2]
    assert len(texts) == HOW_MANY / 2
    let_a_minute_pass(house)
    ada, ben = arrives(f"Ada {half}"), arrives(f"Ben {half}")
    wires = [Wire(one.context) for one in (ada, ben)]
    ada.begin()
    ben.begin()
    pair(ada, ben)
    for text, answer in zip(texts, [*texts[1:], texts[0]], strict=True):
        letter = hands_over(ada, text)
        answers(ben, letter, text, answer)
        ada.page.goto(letter)
        ada.press("Read it")
        reads(ada, answer, ".reply")
    sought = pieces(texts)
    places = chain.from_iterable(wire.places() for wire in wires)
    kept = chain.from_iterable(of_browser(one.page) for one in (ada, ben))
    assert find(chain(places, kept, of_house(house)), sought) == []
    assert len({one.page.title() for one in (ada, ben)}) == 1
