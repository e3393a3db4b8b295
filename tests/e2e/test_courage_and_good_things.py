"""It took courage, it was guessed how it felt, and good news was asked back about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import expect
from tests.e2e.at_the_keys import AtTheKeys
from tests.e2e.examiner import examiner  # noqa: F401 - one is a fixture
from tests.faults.conftest import arrives, couple  # noqa: F401 - fixtures

if TYPE_CHECKING:
    from tests.e2e.examiner import Examiner
    from tests.e2e.somebody import Somebody
    from tests.faults.conftest import Arrives, Couple

pytestmark = [pytest.mark.browser, pytest.mark.server]

READY = "I know this wasn’t easy to write."


def letter_that_was_not_easy(couple: Couple) -> UUID:  # noqa: F811 - a fixture
    """Ada has sent Ben one, from her phone; a word about that is welcome."""
    letter, ada = uuid4(), couple.ada
    write, preview = f"/letters/{letter}/write/", f"/letters/{letter}/preview/"
    words = {"reason": "I sat in the car for an hour before I came in."}
    draft = ada.sealed(ada.get(write), words, feelings=["ashamed"], receive="word")
    assert ada.send(write, draft).status == 204
    assert ada.send(f"/letters/{letter}/send/", ada.sealed(ada.get(preview), words)).status == 204
    return letter


def answered_from_his_phone(couple: Couple, letter: UUID) -> None:  # noqa: F811 - a fixture
    """Ben has answered it."""
    url = f"/letters/{letter}/reply/"
    form = couple.ben.sealed(couple.ben.get(url), {"heard": "An hour, alone, in the dark."})
    assert couple.ben.send(url, form).status == 204


def test_a_word_a_guess_and_a_question_go_between_them(
    arrives: Arrives,  # noqa: F811 - fixtures
    couple: Couple,  # noqa: F811
    examiner: Examiner,  # noqa: F811
) -> None:
    """Ben has a narrow phone and only keys; Ada a wide screen."""
    letter = letter_that_was_not_easy(couple)
    one = arrives(couple.ben)
    ben = AtTheKeys(one.name, one.context, one.address, one.passphrase)
    one.page.close()
    says_that_it_took_courage(ben, letter, examiner)
    answered_from_his_phone(couple, letter)
    guesses(ben, letter, examiner)
    ada = arrives(couple.ada)
    ada.page.set_viewport_size({"width": 1280, "height": 800})
    sees_both_and_says_how_it_felt(ada, letter)
    ben.go(f"/letters/{letter}/")
    ben.press("See it")
    ben.sees("you guessed 4, it was 3.")
    good = shows_good_news(ada, examiner)
    asks_back(ben, good, examiner)
    ada.page.reload()
    ada.press("Read it")
    ada.page.get_by_label("A few words back").fill("The smell, when I came in.")
    ada.press("See what Ben will see")
    ada.press("Send it to Ben")
    ben.go("/today/")
    ben.sees("Ada told you a little more")
    ben.press("Go to it")
    ben.press("Read it")
    ben.sees("The smell, when I came in.")


def says_that_it_took_courage(ben: AtTheKeys, letter: UUID, examiner: Examiner) -> None:  # noqa: F811
    """The line that is ready, looked at before it goes."""
    ben.go(f"/letters/{letter}/")
    ben.press("Open it")
    ben.sees("Ada would welcome a word about that.")
    ben.press("A word about that")
    ben.press("Borrow one")
    examiner.look(ben.page)
    ben.press(READY)
    expect(ben.page.get_by_label("Your word")).to_have_value(f"{READY} I’m glad you did.")
    ben.press("See what Ada will see")
    ben.press("Send it to Ada")
    ben.sees("Take it back")
    ben.sees(READY)


def guesses(ben: AtTheKeys, letter: UUID, examiner: Examiner) -> None:  # noqa: F811
    """How his answer felt to her; and she may see what he guessed."""
    ben.go(f"/letters/{letter}/")
    ben.press("Guess how it felt")
    ben.sees("A guess that misses is no fault.")
    examiner.look(ben.page)
    ben.pick("very much")
    ben.pick("Let the other one see my guess")
    ben.press("Keep my guess")
    ben.sees("Ada may see it.")


def sees_both_and_says_how_it_felt(ada: Somebody, letter: UUID) -> None:
    """The word, the answer, and how it felt, which he may see."""
    ada.go(f"/letters/{letter}/")
    ada.press("See it")
    ada.sees(READY)
    ada.press("Read it")
    ada.page.get_by_role("group", name="I feel understood").get_by_label("quite").check(force=True)
    expect(ada.page.get_by_text("Ben guessed")).to_have_count(0)
    ada.page.get_by_label("Let the other one see this").check()
    ada.press("Keep it")
    ada.sees("Ben guessed 4, it was 3.")


def shows_good_news(ada: Somebody, examiner: Examiner) -> str:  # noqa: F811
    """From nothing to what Ben will see. Gives its path."""
    ada.go("/good/")
    examiner.look(ada.page)
    ada.press("Say something good")
    ada.sees("For you at first.")
    ada.unfold()
    examiner.look(ada.page)
    ada.pick("Something good that happened")
    ada.page.get_by_label("In your words").fill("The bread rose, at last.")
    ada.press("Keep it for me")
    ada.sees("The bread rose, at last.")
    ada.press("See what Ben would see")
    ada.sees("This, and nothing else.")
    examiner.look(ada.page)
    ada.press("Show it to Ben")
    expect(ada.page).to_have_url(re.compile("/good/[^/]+/$"))
    return ada.page.url.removeprefix(ada.address)


def asks_back(ben: AtTheKeys, good: str, examiner: Examiner) -> None:  # noqa: F811
    """One of the questions that are lent."""
    ben.go(good)
    ben.press("Read it")
    ben.sees("The bread rose, at last.")
    examiner.look(ben.page)
    ben.press("Borrow one")
    ben.press("What was the best part of it for you?")
    ben.press("See what Ada will see")
    ben.press("Send it to Ada")
    ben.sees("Take it back")
