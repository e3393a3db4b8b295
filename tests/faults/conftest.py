"""One house for the journeys of a file, Ada and Ben linked in it, and browsers for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from tests.e2e.house import House, running
from tests.e2e.somebody import Somebody
from tests.faults.book import Line, change, check_that_it_is_whole, read
from tests.faults.phone import Phone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext

    Arrives = Callable[..., Somebody]


@dataclass
class Couple:
    """Ada and Ben, linked, with a phone each beside the browsers that the journeys are about."""

    house: House
    ada: Phone
    ben: Phone

    def kept(self, *line: str) -> int:
        """How often this is kept; and that all is whole, and opens."""
        return sum(found[: len(line)] == line for found in self.all())

    def all(self) -> list[Line]:
        """All that is kept."""
        book = read(self.house, [self.ada.side, self.ben.side])
        check_that_it_is_whole(book)
        return list(book.rows.values())

    def letter_to_ben(self, words: str) -> UUID:
        """Ada has sent Ben a letter, and he has opened it."""
        letter = uuid4()
        write, preview = f"/letters/{letter}/write/", f"/letters/{letter}/preview/"
        draft = self.ada.sealed(self.ada.get(write), {"reason": words}, feelings=["lonely"])
        assert self.ada.send(write, draft).status == 204
        sealed = self.ada.sealed(self.ada.get(preview), {"reason": words})
        assert self.ada.send(f"/letters/{letter}/send/", sealed).status == 204
        assert self.ben.post(f"/letters/{letter}/open/").status == 302
        return letter


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One server for the journeys of a file."""
    with running(tmp_path_factory.mktemp("house")) as house:
        yield house


@pytest.fixture(scope="module")
def couple(house: House) -> Iterator[Couple]:
    """Ada and Ben, who are linked."""
    with Phone("Ada", house.address) as ada, Phone("Ben", house.address) as ben:
        for one in (ada, ben):
            assert one.post("/begin/", one.begin_form()).status == 302
        new, secret = ada.side.invite()
        form = ada.invite_form(ada.get("/us/"), new, "a link")
        assert ada.send("/us/invite/", form).status == 204
        ben.get(f"/pair/{new.id}/")
        ben.post(f"/pair/{new.id}/accept/", ben.accept_form(new.id, secret))
        for one in (ada, ben):
            one.post("/us/same/", {"same": "yes", "invite": str(new.id)})
        yield Couple(house, ada, ben)


@pytest.fixture
def arrives(browser: Browser, couple: Couple) -> Iterator[Arrives]:
    """Ada or Ben signs in, in a browser of their own, or in one that is given."""
    contexts: list[BrowserContext] = []
    change(couple.house, "DELETE FROM store_allowance")  # nobody here is guessing

    def arrive(phone: Phone, context: BrowserContext | None = None) -> Somebody:
        if context is None:
            context = browser.new_context(viewport={"width": 360, "height": 740})
            contexts.append(context)
        one = Somebody(phone.name, context, couple.house.address, phone.side.passphrase)
        one.sign_in()
        return one

    yield arrive
    for context in contexts:
        context.close()
