"""A passkey of the device opens the vault, and its secret goes nowhere."""

import json

import pytest
from playwright.sync_api import BrowserContext, Page
from tests.words.still_account import (
    FIXTURES,
    OLD,
    PASSPHRASE,
    Server,
    form,
    in_json,
    posted,
)
from tests.words.still_page import Answer, Site

from nearer.vault.people import PersonKeys
from nearer.vault.wire import to_bytes, to_text

context, server, site, tab = FIXTURES
pytestmark = pytest.mark.browser


OPTIONS = {
    "protocol": "ctap2", "ctap2Version": "ctap2_1", "transport": "internal", "hasPrf": True,
    "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True,
}  # fmt: skip


def test_a_touch_opens_and_its_secret_goes_nowhere(
    tab: Page, context: BrowserContext, site: Site, server: Server
) -> None:
    devices = context.new_cdp_session(tab)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": OPTIONS})
    salt, here = to_text(bytes(range(16))), {"id": "localhost", "name": "Notes"}
    site.answers["/account/passkeys/options/"] = in_json(
        {
            "rp": here,
            "user": {"id": to_text(server.person.bytes), "name": "Ada", "displayName": "Ada"},
            "challenge": to_text(bytes(32)),
            "pubKeyCredParams": [{"type": "public-key", "alg": -7}],
            "slot_salt": salt,
        }
    )
    site.answers["/account/passkeys/"] = in_json({}, status=201)
    name = '<input type="hidden" name="name" value="Ada">'
    site.answers["/me/"] = form(
        "passkey", "/x/", name + PASSPHRASE + "<button disabled>Add</button>"
    )
    tab.goto(f"{site.origin}/me/")
    tab.fill("#id_passphrase", OLD)
    with tab.expect_navigation():
        tab.click("text=Add")
    added = json.loads(site.to("/account/passkeys/")[0].body)
    assert added["salt"] == salt
    assert "prf" not in json.dumps(added["credential"]["clientExtensionResults"])
    ident = added["credential"]["id"]
    site.answers["/unlock/passkey/options/"] = in_json(
        {
            "rpId": "localhost",
            "challenge": to_text(bytes(32)),
            "allowCredentials": [{"type": "public-key", "id": ident}],
            "userVerification": "required",
            "salts": {ident: salt},
        }
    )
    answer = {"person": str(server.person), "box": added["slot"], "ticket": "a ticket"}
    site.answers["/unlock/passkey/open/"] = in_json(answer)
    touch = '<button type="button" data-passkey hidden>Touch</button>'
    site.answers["/unlock/"] = form("unlock", "/open/", name + PASSPHRASE + touch)
    site.answers["/open/"] = Answer(status=303, headers={"Location": "/done/"})
    tab.goto(f"{site.origin}/unlock/")
    tab.click("text=Touch")
    sent = posted(site, tab, "/open/")
    assert sent["ticket"] == "a ticket"
    private = PersonKeys.from_root(server.root).marks.private
    assert to_bytes(sent["marks_private"]) == private.reveal()
    (shown,) = site.to("/unlock/passkey/open/")
    assert "prf" not in json.dumps(json.loads(shown.body)["credential"]["clientExtensionResults"])
