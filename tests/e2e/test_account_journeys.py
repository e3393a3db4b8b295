"""Beginning, coming back, going away: an account as its person lives with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.e2e.rows import ask, let_a_minute_pass
from tests.e2e.somebody import OWN_PASSPHRASE, pair

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.house import House
    from tests.e2e.somebody import Somebody

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.long]

WORDS = "You went upstairs without a word and the tea got cold."
DOES_NOT_FIT = "fit together."


@pytest.fixture(autouse=True)
def unhurried(house: House) -> None:
    """These people would begin on different days."""
    let_a_minute_pass(house)


def sessions_of(house: House, name: str) -> list[int]:
    """The idle minutes of each session that a person of this name has."""
    of = "SELECT s.idle_minutes FROM store_session s JOIN store_person p ON p.id = s.person_id"
    return [minutes for (minutes,) in ask(house, f"{of} WHERE p.name = '{name}'")]


def test_cleo_begins_with_a_passphrase_of_her_own(arrives: Callable[..., Somebody]) -> None:
    cleo = arrives("Cleo")
    page = cleo.page
    cleo.go("/")
    cleo.press("Begin alone")
    cleo.press("Go on")
    cleo.sees("A name is needed.")
    page.get_by_label("What would you like to be called here?").fill(cleo.name)
    cleo.press("Go on")
    cleo.press("I have my own")
    own, again = page.get_by_label("Your own passphrase"), page.get_by_label("Type it once")
    own.fill("password1")
    cleo.sees("Very easy to guess.")
    cleo.press("Go on")
    cleo.sees("This one could be guessed.")
    own.fill(OWN_PASSPHRASE)
    cleo.sees("Very strong.")
    again.fill("copper lantern")
    cleo.press("Go on")
    cleo.sees("These two are not the same yet.")
    again.fill(OWN_PASSPHRASE)
    cleo.press("Go on")
    cleo.copy_code()
    right = page.locator("[data-group]").first.input_value()
    page.locator("[data-group]").first.fill("ZZZZ")
    cleo.press("Done. Open my space")
    cleo.sees("That does not match the code.")
    page.locator("[data-group]").first.fill(right.lower())
    cleo.press("Done. Open my space")
    cleo.sees("This is your place, Cleo.")


def test_a_name_that_someone_has_is_refused_before_anything_is_written_down(
    arrives: Callable[..., Somebody],
) -> None:
    first, second = arrives("Robin"), arrives("ROBIN ")
    first.begin()
    second.go("/begin/")
    name = second.page.get_by_label("What would you like to be called here?")
    name.fill(second.name)
    second.press("Go on")
    second.sees("Someone here has this name. Another one, please.")
    expect(name).to_be_focused()
    second.name = "Robin two"
    second.begin("")
    second.sees("This is your place, Robin two.")


def test_ada_signs_in_locks_unlocks_and_signs_out(
    house: House, arrives: Callable[..., Somebody]
) -> None:
    ada = arrives("Ada")
    ada.begin()
    ada.check_in(body="Tight chest", feeling="lonely", what=WORDS)
    kept = ada.page.url
    ada.go("/me/")
    ada.press("Lock now")
    ada.is_at("/unlock/")
    ada.expect_nothing_kept("keys")
    ada.page.goto(kept)
    ada.is_at("/unlock/")
    right = ada.passphrase
    ada.passphrase = "not the one"
    ada.try_passphrase()
    ada.sees(DOES_NOT_FIT)
    ada.passphrase = right
    ada.unlock()
    ada.sees(WORDS)
    ada.go("/me/")
    ada.press("Sign out here")
    ada.sees("When one of you goes quiet")
    ada.expect_nothing_kept("keys", "drafts")
    assert sessions_of(house, "Ada") == []
    ada.page.goto(kept)
    ada.is_at("/sign-in/")


def test_an_unknown_name_is_answered_like_a_wrong_passphrase(
    arrives: Callable[..., Somebody],
) -> None:
    finn = arrives("Finn")
    finn.begin()
    said = []
    for name in ("Finn", "Nobody by this name"):
        guess = arrives(name)
        guess.passphrase = "seven words that are not the right ones"
        guess.go("/sign-in/")
        guess.page.get_by_label("Your name here").fill(name)
        guess.try_passphrase()
        guess.sees(DOES_NOT_FIT)
        said.append(guess.page.locator("#main").inner_text())
    assert said[0] == said[1]


def test_signing_out_elsewhere_ends_what_was_open_there(arrives: Callable[..., Somebody]) -> None:
    at_home, on_the_phone = arrives("Gus", width=1280), arrives("Gus")
    at_home.begin()
    on_the_phone.passphrase = at_home.passphrase
    on_the_phone.sign_in()
    on_the_phone.is_at("/today/")
    at_home.go("/me/")
    expect(at_home.page.get_by_text("Chrome, Linux")).to_have_count(2)
    expect(at_home.page.get_by_text("this one")).to_have_count(1)
    at_home.press("Sign out everywhere else")
    at_home.sees("Done.")
    expect(at_home.page.get_by_text("Chrome, Linux")).to_have_count(1)
    on_the_phone.go("/today/")  # or the open page has noticed by itself and is there already
    on_the_phone.is_at("/sign-in/")


def test_a_new_passphrase_opens_and_the_old_one_no_longer(
    arrives: Callable[..., Somebody],
) -> None:
    hana, elsewhere = arrives("Hana"), arrives("Hana")
    hana.begin()
    elsewhere.passphrase = old = hana.passphrase
    elsewhere.sign_in()
    hana.check_in(body="Tight chest", feeling="lonely", what=WORDS)
    kept = hana.page.url
    hana.go("/me/")
    hana.press("Change the passphrase")
    hana.page.get_by_label("The passphrase you have now").fill("not it")
    hana.press("Go on")
    hana.sees(DOES_NOT_FIT)
    hana.page.get_by_label("The passphrase you have now").fill(old)
    hana.press("Go on")
    hana.take_offered_words()
    hana.sees("Done.")
    hana.page.goto(kept)
    hana.sees(WORDS)
    elsewhere.go("/today/")
    elsewhere.is_at("/sign-in/")
    elsewhere.page.get_by_label("Your name here").fill("Hana")
    elsewhere.try_passphrase()
    elsewhere.sees(DOES_NOT_FIT)
    elsewhere.passphrase = hana.passphrase
    elsewhere.unlock()
    elsewhere.page.goto(kept)
    elsewhere.sees(WORDS)


def test_the_code_on_paper_opens_everything_once(arrives: Callable[..., Somebody]) -> None:
    ivy = arrives("Ivy")
    ivy.begin()
    ivy.check_in(body="Tight chest", feeling="lonely", what=WORDS)
    kept, old = ivy.page.url, ivy.recovery_code

    new_phone = arrives("Ivy")
    new_phone.go("/sign-in/")
    new_phone.press("I forgot the passphrase")
    new_phone.give_code(old[:-1])
    new_phone.sees("A recovery code has seven groups")
    new_phone.give_code(old[:-1] + ("A" if old[-1] != "A" else "B"))
    new_phone.sees("One sign in this code is off.")
    new_phone.give_code(old.lower().replace("-", " "))
    new_phone.take_offered_words()
    new_phone.prove_code()
    assert new_phone.recovery_code != old
    new_phone.page.goto(kept)
    new_phone.sees(WORDS)

    ivy.go("/today/")
    ivy.is_at("/sign-in/")
    ivy.go("/recover/")
    ivy.give_code(old)
    ivy.sees(DOES_NOT_FIT)
    ivy.give_code(new_phone.recovery_code)
    ivy.take_offered_words()
    ivy.prove_code()
    ivy.page.goto(kept)
    ivy.sees(WORDS)


def test_the_idle_minutes_are_the_persons_own_choice(
    house: House, arrives: Callable[..., Somebody]
) -> None:
    jo = arrives("Jo")
    jo.begin()
    jo.go("/me/")
    minutes = jo.page.get_by_label("Lock after how many minutes without you?")
    expect(minutes).to_have_value("5")
    minutes.fill("90")
    jo.press("Keep this")
    jo.sees("Sixty minutes is the longest.")
    minutes.fill("20")
    jo.press("Keep this")
    jo.sees("Done.")
    expect(jo.page.locator("body")).to_have_attribute("data-idle", "20")
    again = arrives("Jo")
    again.passphrase = jo.passphrase
    again.sign_in()
    again.go("/me/")
    expect(again.page.get_by_label("Lock after how many minutes")).to_have_value("20")
    assert sessions_of(house, "Jo") == [20, 20]


@pytest.mark.parametrize("how", ["the button", "Shift three times"])
def test_leaving_at_once_leaves_nothing_behind(
    house: House, arrives: Callable[..., Somebody], how: str
) -> None:
    kim = arrives("Kim by " + how)
    kim.context.route("https://www.bbc.com/**", lambda route: route.fulfill(body="Weather"))
    kim.begin()
    kim.go("/letters/new/")
    kim.page.get_by_label("Because").fill(WORDS)
    kim.expect_draft_kept()
    if how == "the button":
        kim.page.get_by_role("link", name="Leave", exact=True).click()
    else:
        for _ in range(3):
            kim.page.keyboard.press("Shift")
    expect(kim.page).to_have_url("https://www.bbc.com/weather")
    kim.page.go_back()
    expect(kim.page.locator("body")).not_to_contain_text("Because")
    kim.is_at("/sign-in/")
    kim.expect_nothing_kept("keys", "drafts")
    assert sessions_of(house, kim.name) == []
    kim.go("/today/")
    kim.is_at("/sign-in/")


def test_the_page_is_blank_before_anything_answers(arrives: Callable[..., Somebody]) -> None:
    lou = arrives("Lou")
    lou.context.route("https://www.bbc.com/**", lambda route: route.fulfill(body="Weather"))
    lou.begin()
    lou.go("/today/")
    left_on_the_page = """() => {
      for (const _ of "123") document.body.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Shift", bubbles: true }));
      return document.body.childElementCount;
    }"""
    assert lou.page.evaluate(left_on_the_page) == 0


def test_everything_is_erased_for_good(house: House, arrives: Callable[..., Somebody]) -> None:
    mia, ned = arrives("Mia"), arrives("Ned")
    mia.begin()
    ned.begin()
    pair(mia, ned)
    mia.send_letter(WORDS, wish="Just listen")
    letter = mia.page.url
    [(person,)] = ask(house, "SELECT id FROM store_person WHERE name = 'Mia'")
    mia.check_in(body="Tight chest", feeling="lonely", what=WORDS)
    mia.go("/me/")
    mia.press("Erase everything")
    right, mia.passphrase = mia.passphrase, "not it"
    mia.erase_all()
    mia.sees(DOES_NOT_FIT)
    mia.passphrase = right
    mia.erase_all()
    mia.sees("When one of you goes quiet")
    mia.expect_nothing_kept("keys", "drafts")
    assert ask(house, "SELECT name FROM store_person WHERE name = 'Mia'") == []
    assert (person,) not in ask(house, "SELECT author_id FROM store_record")
    mia.go("/sign-in/")
    mia.page.get_by_label("Your name here").fill("Mia")
    mia.try_passphrase()
    mia.sees(DOES_NOT_FIT)
    ned.go("/today/")
    ned.sees("Nothing waits for you.")
    ned.page.goto(letter)
    ned.sees("There is nothing here")
