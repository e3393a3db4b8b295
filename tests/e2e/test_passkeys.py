"""Opening with a touch: passkeys of two devices, with Chromium's virtual authenticator."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.e2e.rows import let_a_minute_pass

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import CDPSession
    from tests.e2e.house import House
    from tests.e2e.somebody import Somebody

pytestmark = [pytest.mark.browser, pytest.mark.server]

WORDS = "I sat with the tea until it was cold."
DEVICE = {
    "protocol": "ctap2",
    "ctap2Version": "ctap2_1",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "hasPrf": True,
}


def give_a_screen_lock(one: Somebody, **other_than_usual: object) -> tuple[CDPSession, str]:
    """A device that can keep passkeys, for as long as the page is open."""
    session = one.context.new_cdp_session(one.page)
    session.send("WebAuthn.enable")
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE | other_than_usual})
    return session, made["authenticatorId"]


def add_device(one: Somebody) -> None:
    """Add the device in hand, with the passphrase once more."""
    one.go("/me/")
    one.page.get_by_text("Add this device").click()
    one.page.get_by_label("First your passphrase").fill(one.passphrase)
    one.press("Add it")


def lock(one: Somebody) -> None:
    """Lock it by hand."""
    one.go("/me/")
    one.press("Lock now")
    one.is_at("/unlock/")


def devices(one: Somebody, number: int) -> None:
    """Wait until so many devices are listed."""
    expect(one.page.get_by_text("A device, since")).to_have_count(number)


def remove_the_first(one: Somebody) -> None:
    """Remove the device that was added first; the other one stays."""
    one.go("/me/")
    one.page.get_by_role("button", name="Remove").first.click()
    devices(one, 1)


def test_a_touch_opens_each_device_until_it_is_removed(
    house: House, arrives: Callable[..., Somebody]
) -> None:
    ada, tablet = arrives("Ada"), arrives("Ada", width=1280)
    give_a_screen_lock(ada)
    give_a_screen_lock(tablet)
    ada.begin()
    ada.check_in(body="Tight chest", feeling="lonely", what=WORDS)
    kept = ada.page.url
    add_device(ada)
    devices(ada, 1)
    lock(ada)
    ada.page.goto(kept)
    ada.press("Open with this device")
    ada.sees(WORDS)

    tablet.passphrase = ada.passphrase
    tablet.sign_in()
    add_device(tablet)
    devices(tablet, 2)
    lock(tablet)
    tablet.press("Open with this device")
    devices(tablet, 2)
    tablet.page.goto(kept)
    tablet.sees(WORDS)

    let_a_minute_pass(house)
    remove_the_first(ada)
    lock(ada)
    ada.press("Open with this device")
    ada.sees("This did not open. Try once more.")
    ada.unlock()
    ada.page.goto(kept)
    ada.sees(WORDS)


def test_a_device_that_makes_no_keys_is_told_so_kindly(arrives: Callable[..., Somebody]) -> None:
    eve = arrives("Dr Eve")
    give_a_screen_lock(eve, hasPrf=False)
    eve.begin()
    add_device(eve)
    eve.sees("This device can’t keep a key like that. Your passphrase works as before.")
    eve.go("/me/")
    devices(eve, 0)


def test_whoever_is_not_the_one_opens_nothing(arrives: Callable[..., Somebody]) -> None:
    ben = arrives("Ben")
    session, device = give_a_screen_lock(ben)
    ben.begin()
    add_device(ben)
    devices(ben, 1)
    lock(ben)
    session.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": False})
    ben.press("Open with this device")
    ben.sees("This did not open. Try once more.")
    ben.is_at("/unlock/")
    ben.unlock()
