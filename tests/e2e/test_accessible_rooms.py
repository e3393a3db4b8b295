"""Nobody is shut out: every room, in every state it has, in both themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.e2e.examiner import Examiner, along_all_links, examiner
from tests.e2e.rows import let_a_minute_pass
from tests.e2e.somebody import pair

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.house import House
    from tests.e2e.somebody import Somebody

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.long]
__all__ = ["examiner"]

OF_TWO = frozenset({"today", "timeline", "letter", "us", "leave", "pulling-back", "reasons"})
"""Pages that show something else to those who are linked."""


def test_the_rooms_of_one_alone(
    house: House, arrives: Callable[..., Somebody], examiner: Examiner
) -> None:
    let_a_minute_pass(house)
    ivy = arrives("Ivy")
    ivy.begin()
    ivy.never_lock()
    ivy.go("/check-in/")
    ivy.pick("Tight chest")
    ivy.press("Go on")
    expect(ivy.page.locator("#offer .chip").first).to_be_visible()
    for part in ("feelings", "what set it off", "what something in you wants"):
        ivy.unfold()
        examiner.look(ivy.page, part)
        if ivy.page.get_by_role("button", name="Go on").locator("visible=true").count():
            ivy.press("Go on")
    ivy.press("Keep it for me")
    ivy.sees("Kept for you.")
    examiner.look(ivy.page)
    ivy.go("/letters/new/")
    ivy.press("Keep it, and see how it reads")
    ivy.sees("One is enough.")
    examiner.look(ivy.page, "nothing in it")
    ivy.page.get_by_label("Because").fill("I am by myself with this.")
    ivy.press("Keep it, and see how it reads")
    ivy.sees("Kept for you")
    examiner.look(ivy.page, "alone")
    along_all_links(ivy, examiner)


def test_the_quiet_rooms(
    house: House, arrives: Callable[..., Somebody], examiner: Examiner
) -> None:
    let_a_minute_pass(house)
    jo = arrives("Jo")
    jo.begin()
    jo.never_lock()
    jo.go("/plans/new/")
    jo.unfold()
    examiner.look(jo.page)
    jo.page.get_by_label("If …", exact=True).fill("the door falls shut")
    jo.page.get_by_label("then I will …").fill("breathe out once")
    jo.press("Read it back")
    examiner.look(jo.page, "read back")
    jo.press("Keep it for me")
    jo.sees("Did it come up?")
    examiner.look(jo.page)
    jo.go("/reasons/new/")
    examiner.look(jo.page, "fears")
    jo.press("Go on")
    examiner.look(jo.page, "readings")
    jo.press("Go on")
    examiner.look(jo.page, "hurts")
    jo.page.get_by_label("Anything else, for me").fill("An old one.")
    jo.press("Keep it for me")
    jo.sees("A small way on, or none")
    examiner.look(jo.page)
    takes_a_step(jo, examiner)
    says_it(jo, examiner)
    fills_forms_in(jo, examiner)
    pulls_back(jo, examiner)


def takes_a_step(jo: Somebody, examiner: Examiner) -> None:
    """A step that goes badly: before it, while it is open, after it, and the next one."""
    jo.go("/steps/")
    jo.press("Take this one")
    jo.page.get_by_label("What do I fear will happen?").fill("That it sounds silly.")
    jo.press("I take this step")
    jo.sees("Now it is out there")
    examiner.look(jo.page)
    jo.go("/steps/")
    examiner.look(jo.page, "one is open")
    jo.press("Tell what came")
    jo.press("Keep it for me")
    jo.sees("Pick what comes closest.")
    examiner.look(jo.page, "nothing told")
    jo.pick("It came")
    jo.page.get_by_label("How hard was it?").fill("9")
    jo.press("Keep it for me")
    jo.sees("That was a hard one.")
    examiner.look(jo.page)
    for path in ("/steps/", "/steps/past/"):
        jo.go(path)
        examiner.look(jo.page, "after a rough one")


def fills_forms_in(jo: Somebody, examiner: Examiner) -> None:
    """A long form sent all but empty, and a short one filled in."""
    jo.go("/forms/")
    jo.press("How our relationship is, sixteen questions")
    jo.press("Fill it in")
    jo.pick("Very Happy")
    jo.press("Keep it for me")
    jo.sees("Some answers are missing")
    examiner.look(jo.page, "nearly nothing answered")
    jo.go("/forms/")
    jo.press("How the last week felt, three questions")
    jo.press("Fill it in")
    for answer in jo.page.get_by_role("radio", name="Mostly").all():
        answer.check()
    jo.press("Keep it for me")
    jo.sees("One score alone says little.")
    jo.unfold()
    examiner.look(jo.page)


def says_it(jo: Somebody, examiner: Examiner) -> None:
    """A sentence from nothing, and coming back to it."""
    jo.go("/say/new/")
    jo.press("Read it back")
    jo.sees("Pick one, or write a word of your own.")
    jo.unfold()
    examiner.look(jo.page, "no feeling picked")
    jo.press("something I have no name for yet")
    jo.press("Read it back")
    examiner.look(jo.page, "read back")
    jo.press("Keep it for me")
    jo.sees("Keep it, or let it go further")
    jo.unfold()
    examiner.look(jo.page)
    jo.press("Keep this")
    jo.sees("or leave it. Both are fine.")
    examiner.look(jo.page, "no place picked")
    for path in ("/say/", "/say/how-sure/"):
        jo.go(path)
        examiner.look(jo.page)


def pulls_back(jo: Somebody, examiner: Examiner) -> None:
    """A sign, and a pause with its end."""
    jo.go("/pulling-back/")
    jo.page.locator("#sign button").first.click()
    jo.sees("That is enough for now.")
    examiner.look(jo.page)
    jo.go("/timeline/")
    jo.page.locator("ol.timeline a").first.click()
    examiner.look(jo.page)
    jo.go("/pulling-back/")
    jo.press("Begin the pause")
    examiner.look(jo.page, "no time picked")
    jo.go("/pulling-back/")
    jo.page.locator("#pause .chip").first.click()
    jo.press("Begin the pause")
    jo.is_at("/pulling-back/pause/")
    jo.unfold()
    examiner.look(jo.page)
    jo.press("I’m back")
    jo.is_at("/pulling-back/back/")
    examiner.look(jo.page)


def test_the_rooms_of_two_together(
    house: House, arrives: Callable[..., Somebody], examiner: Examiner
) -> None:
    let_a_minute_pass(house)
    ada, ben = arrives("Ada"), arrives("Ben")
    for one in (ada, ben):
        one.begin()
        one.never_lock()
    ben.follow(ada.make_link())
    ben.sees("Ada asks to be linked with you")
    examiner.look(ben.page, "asked")
    ben.press("Yes, link us")
    ben.sees("Four words")
    ada.go("/today/")
    ada.sees("Four words to compare")
    examiner.look(ada.page, "words to compare")
    ada.press("Compare them")
    examiner.look(ada.page, "comparing")
    ada.press("They are the same")
    examiner.look(ada.page, "said the same")
    ben.press("They are the same")
    ada.sees("You and Ben")


def test_the_pages_of_a_letter(
    house: House, arrives: Callable[..., Somebody], examiner: Examiner
) -> None:
    let_a_minute_pass(house)
    ada, ben = arrives("Ada of letters"), arrives("Ben of letters")
    for one in (ada, ben):
        one.begin()
        one.never_lock()
    pair(ada, ben)
    ada.check_in(body="Tight chest", feeling="not sure yet", what="You went upstairs.")
    ada.send_letter("I sat with the tea.", wish="Just listen")
    letter = ada.page.url
    ben.go("/today/")
    ben.sees("Ada of letters wrote to you")
    examiner.look(ben.page, "a letter waits")
    ben.page.goto(letter)
    examiner.look(ben.page, "envelope")
    ben.press("Open it")
    ben.page.get_by_role("link", name="Answer", exact=True).click()
    examiner.look(ben.page)
    answers_with_a_guess(ben, examiner)
    ben.press("See what Ada of letters will see")
    examiner.look(ben.page, "what Ada will see")
    ben.press("Send it to Ada of letters")
    ben.sees("Your answer")
    ada.page.goto(letter)
    says_how_it_felt(ada, examiner)
    for one in (ada, ben):
        along_all_links(one, examiner, only=OF_TWO)


def answers_with_a_guess(ben: Somebody, examiner: Examiner) -> None:
    """Guess at the feeling, write what may sting, and look at it."""
    ben.page.locator("[data-part]").first.locator(".chip").first.click()
    ben.press("Go on")
    ben.page.get_by_label("I heard").fill("You sat there alone. But you always do.")
    ben.unfold()
    ben.press("Look at it with me")
    examiner.look(ben.page, "a look at the draft")


def says_how_it_felt(ada: Somebody, examiner: Examiner) -> None:
    """Open the answer, and say how it felt."""
    ada.sees("Ben of letters answered")
    examiner.look(ada.page, "an answer waits")
    ada.press("Read it")
    ada.press("Keep it")
    ada.sees("Pick at least one")
    examiner.look(ada.page, "nothing said of how it felt")
    ada.page.locator("input[name=understood][value='3']").check(force=True)
    ada.press("Keep it")
    ada.sees("Only you see this.")


def test_the_pages_when_it_is_over(
    house: House, arrives: Callable[..., Somebody], examiner: Examiner
) -> None:
    let_a_minute_pass(house)
    gus, hana = arrives("Gus"), arrives("Hana")
    gus.begin()
    hana.begin()
    pair(gus, hana)
    gus.send_letter("I keep the light on.", wish="A hug")
    letter = gus.page.url
    hana.page.goto(letter)
    hana.press("Open it")
    gus.press("Take this letter back")
    for one in (gus, hana):
        one.page.goto(letter)
        examiner.look(one.page, f"taken back, as {one.name} sees it")
    gus.go("/us/")
    gus.press("End the link")
    examiner.look(gus.page)
    gus.press("End the link now")
    hana.go("/us/")
    hana.sees("No longer linked")
    examiner.look(hana.page, "no longer linked")
