"""Nobody is shut out: every page on the way in, in every state it has, in both themes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from playwright.sync_api import expect
from tests.e2e.examiner import NOT_PAGES, SEEN_BY, Examiner, examiner
from tests.e2e.house import House, running
from tests.e2e.rows import let_a_minute_pass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.e2e.somebody import Somebody

pytestmark = [pytest.mark.browser, pytest.mark.server]
__all__ = ["examiner"]


class Developed(House):
    """A house with the page of elements."""

    @property
    def environment(self) -> dict[str, str]:
        """The same, and that it is for development."""
        return {**super().environment, "NEARER_DEVELOPMENT": "yes"}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Where the page of elements is there, too."""
    with running(tmp_path_factory.mktemp("house")) as plain:
        plain.kill()
        house = Developed(plain.data, plain.port, plain.database_url)
        house.start()
        yield house
        house.kill()


BROKEN = """<!DOCTYPE html><html lang="en"><title>Notes</title><main><h1>Broken</h1>
<img src="data:,"><p style="color: #aaa; background: #fff">too pale</p>
<a href="/" style="outline: none">no ring</a>
<button class="button" style="height: 9px; padding: 0; border: 0; font-size: 5px">.</button>
<div style="width: 900px; height: 3px"></div></main>"""


def test_the_examiner_sees_what_is_wrong(arrives: Callable[..., Somebody]) -> None:
    page = arrives("Nobody").page
    page.set_content(BROKEN)
    strict = Examiner()
    strict.look(page)
    said = "\n".join(strict.wrong)
    for fault in ("image-alt", "color-contrast", "sideways", "has the focus", "px high", "dark"):
        assert fault in said, fault


def test_before_one_is_in(arrives: Callable[..., Somebody], examiner: Examiner) -> None:
    cleo = arrives("Cleo")
    page = cleo.page
    for path in ("/", "/help/", "/how-it-is-sealed/", "/not/there/", "/elements/"):
        cleo.go(path)
        examiner.look(page)
    cleo.go("/begin/")
    cleo.press("Go on")
    cleo.sees("A name is needed.")
    examiner.look(page, "name")
    page.get_by_label("What would you like to be called here?").fill(cleo.name)
    cleo.press("Go on")
    expect(page.locator("[data-offered]")).to_have_text(re.compile(r"\w+ \w+"))
    examiner.look(page, "words offered")
    cleo.press("I have my own")
    page.get_by_label("Your own passphrase").fill("password1")
    cleo.press("Go on")
    cleo.sees("This one could be guessed.")
    examiner.look(page, "own words")
    cleo.begin()
    examiner.look(page)


def test_the_spare_key(house: House, arrives: Callable[..., Somebody], examiner: Examiner) -> None:
    let_a_minute_pass(house)
    dan = arrives("Dan")
    page = dan.page
    dan.go("/begin/")
    page.get_by_label("What would you like to be called here?").fill(dan.name)
    dan.press("Go on")
    dan.take_offered_words()
    expect(page.locator("[data-recovery]")).to_be_visible()
    examiner.look(page, "spare key")
    dan.copy_code()
    examiner.look(page, "spare key proven")
    dan.press("Done. Open my space")
    dan.is_at("/welcome/")


def test_the_pages_of_keys(
    house: House, arrives: Callable[..., Somebody], examiner: Examiner
) -> None:
    let_a_minute_pass(house)
    dan = arrives("Dan the second")
    page = dan.page
    dan.begin()
    dan.go("/account/passphrase/")
    examiner.look(page)
    page.locator("[data-passphrase]").fill(dan.passphrase)
    dan.press("Go on")
    expect(page.locator("[data-offered]")).to_have_text(re.compile(r"\w+ \w+"))
    examiner.look(page, "new words")
    dan.go("/me/erase/")
    dan.press("Erase everything now")
    dan.sees("The passphrase is needed here.")
    examiner.look(page, "nothing typed")
    dan.go("/me/")
    page.get_by_label("Lock after how many minutes without you?").fill("90")
    dan.press("Keep this")
    examiner.look(page, "too many minutes")
    dan.go("/me/")
    dan.press("Lock now")
    dan.is_at("/unlock/")
    right, dan.passphrase = dan.passphrase, "not it"
    dan.try_passphrase()
    dan.sees("fit together.")
    examiner.look(page, "not it")
    dan.passphrase = right
    dan.unlock()


def test_the_other_doors(
    house: House, arrives: Callable[..., Somebody], examiner: Examiner
) -> None:
    let_a_minute_pass(house)
    eve, stranger = arrives("Dr Eve"), arrives("Dr Eve")
    eve.begin()
    link = eve.make_link()
    examiner.look(eve.page, "a link is made")
    eve.follow(link)
    examiner.look(eve.page, "her own link")
    stranger.follow(link)
    examiner.look(stranger.page, "signed out")
    stranger.go("/sign-in/")
    examiner.look(stranger.page)
    stranger.page.get_by_label("Your name here").fill("Nobody")
    stranger.passphrase = "not it"
    stranger.try_passphrase()
    stranger.sees("fit together.")
    examiner.look(stranger.page, "not it")
    stranger.go("/recover/")
    examiner.look(stranger.page)
    stranger.give_code("1234")
    stranger.sees("A recovery code has seven groups")
    examiner.look(stranger.page, "not a code")
    stranger.give_code(eve.recovery_code)
    expect(stranger.page.locator("[data-offered]")).to_have_text(re.compile(r"\w+ \w+"))
    examiner.look(stranger.page, "new words")


def test_no_page_is_left_out() -> None:
    looked_at = set[str]().union(*SEEN_BY.values()) - {"not found"}
    assert (
        set(names(get_resolver().url_patterns)) - {"elements"}
        == looked_at - {"elements"} | NOT_PAGES
    )


def names(patterns: Sequence[URLPattern | URLResolver]) -> Iterator[str]:
    """Every route of the project, by name."""
    for one in patterns:
        if isinstance(one, URLPattern):
            yield one.name or ""
        else:
            yield from names(one.url_patterns)
