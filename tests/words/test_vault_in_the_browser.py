"""The browser's vault against the specification: the shared vectors, Python, and its own limits."""

import json
import random
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Page
from tests.words.still_page import STATIC, page, still_site

from nearer.vault import drafts, letters, pairing, passphrase, records, recovery, slots, spaces
from nearer.vault.pairing import InviteSecret
from nearer.vault.people import PersonKeys
from nearer.vault.records import Address
from nearer.vault.secret import Secret
from nearer.vault.slots import SlotKind
from nearer.vault.spaces import Purpose, SpaceKeys

pytestmark = pytest.mark.browser
HERE = Path(__file__).parent
VECTORS = json.loads((HERE.parent / "vectors" / "vault-v1.json").read_text("utf-8"))
SERVER_ALONE = {
    "fake_salt", "fold_name", "looks_like_answer", "looks_like_box", "only_id", "open_session",
    "seal_session", "shelf", "thread", "verifier",
}  # fmt: skip
LETTERS = [
    "a",
    "ß",
    "quiet ",
    "\u05e9\u05dc\u05d5\u05dd ",
    "سلام",
    "\U0001f440",
    "\U0001f469‍\U0001f467",
    "\n",
    '"',
]
ADA, BEN = UUID(int=0xADA), UUID(int=0xBE)


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """A tab with the vault and the acts of the vectors in it, under the real policy."""
    with still_site() as site:
        site.answers["/"] = page("<h1>Vault</h1>", body='data-unlocked="0"')
        context = browser.new_context()
        tab = context.new_page()
        tab.goto(site.origin)
        yield tab
        context.close()


def in_json(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.hex()
    return str(value) if isinstance(value, UUID) else value


def do(tab: Page, act: str, **given: Any) -> Any:
    """One act of the browser's vault, in the vectors' types: bytes in hex."""
    plain = {
        name: value.hex()
        if isinstance(value, bytes)
        else str(value)
        if isinstance(value, UUID)
        else value
        for name, value in given.items()
    }
    return tab.evaluate(
        "async (call) => (await import('/tests/in_the_page.js')).run(call)",
        {"act": act, "given": plain},
    )


def browser_only(expected: dict[str, Any]) -> dict[str, Any]:
    """What a browser can show of it: the private half of the words pair comes out of no browser."""
    return {name: value for name, value in expected.items() if name != "words_private"}


@pytest.mark.parametrize("act", sorted({case["act"] for case in VECTORS} - SERVER_ALONE))
def test_it_does_what_the_vectors_say(tab: Page, act: str) -> None:
    cases = [case for case in VECTORS if case["act"] == act]
    done = tab.evaluate(
        """async (cases) => {
          const { run } = await import("/tests/in_the_page.js");
          const done = [];
          for (const each of cases) done.push(await run(each));
          return done;
        }""",
        cases,
    )
    for case, came in zip(cases, done, strict=True):
        assert came == browser_only(case["expect"]), case["name"]


def texts(seed: int, count: int) -> Iterator[str]:
    """Texts of all lengths from nothing to 64 KiB, in several scripts."""
    chance = random.Random(seed)  # noqa: S311 - the same texts each time
    yield from ("", "\U0001f440", "\u200f")
    for _ in range(count):
        length = int(2 ** chance.uniform(0, 16))
        text = "".join(chance.choices(LETTERS, k=length))
        yield text.encode()[: 65_536 - 20].decode(errors="ignore")


def test_each_opens_the_words_that_the_other_sealed(tab: Page) -> None:
    key, space, record = Secret.fresh(32), UUID(int=7), UUID(int=8)
    at = Address(space, record, ADA)
    where = {"key": key.reveal(), "space": space, "record": record, "author": ADA}
    for seed, purpose in enumerate(Purpose):
        name = purpose.name.lower()
        for text in texts(seed, 12):
            plain = records.words_to_plain({"reason": text})
            box = records.seal(key, purpose, at, plain)
            opened = do(tab, "open_record", **where, purpose=name, box=box)
            assert bytes.fromhex(opened["plain"]) == plain
            words = do(tab, "plain_to_words", plain=plain)
            assert words == {"words": {"reason": text}}
            written = do(tab, "words_to_plain", words={"reason": text})
            assert bytes.fromhex(written["plain"]) == plain
            sealed = bytes.fromhex(
                do(tab, "seal", what="record", **where, purpose=name, plain=plain)
            )
            assert records.open_box(key, purpose, at, sealed) == plain


def test_each_opens_the_letters_and_answers_by_link_that_the_other_sealed(tab: Page) -> None:
    ada, link = PersonKeys.from_root(Secret.fresh(32)).words, InviteSecret.make()
    at = {"secret": link.reveal(), "letter": UUID(int=9)}
    for text in texts(4, 6):
        plain = text.encode()
        box = bytes.fromhex(do(tab, "seal", what="letter", **at, plain=plain))
        assert letters.open_letter(link, UUID(int=9), box) == plain
        sealed = do(tab, "seal", what="answer", **at, public=ada.public, plain=plain)
        back = letters.open_answer(link, UUID(int=9), ada.private, bytes.fromhex(sealed))
        assert back == plain
        sealed = letters.seal_answer(link, UUID(int=9), ada.public, plain)
        opened = do(tab, "open_answer", **at, private=ada.private.reveal(), sealed=sealed)
        assert bytes.fromhex(opened["plain"]) == plain


def test_each_opens_the_drafts_that_the_other_sealed(tab: Page) -> None:
    ada = PersonKeys.from_root(Secret.fresh(32)).words
    for text in texts(3, 8):
        plain = text.encode()
        sealed = drafts.seal_draft(ada.public, ADA, plain)
        opened = do(tab, "open_draft", private=ada.private.reveal(), person=ADA, sealed=sealed)
        assert bytes.fromhex(opened["plain"]) == plain
        back = do(tab, "seal", what="draft", public=ada.public, person=ADA, plain=plain)
        assert drafts.open_draft(ada.private, ADA, bytes.fromhex(back)) == plain


def test_each_opens_the_slots_that_the_other_sealed(tab: Page) -> None:
    for kind in SlotKind:
        key, root = Secret.fresh(32), Secret.fresh(32)
        where = {"slot_key": key.reveal(), "kind": kind.name.lower(), "person": BEN}
        box = slots.seal_slot(key, kind, BEN, root)
        assert do(tab, "open_slot", **where, box=box) == {"root": root.reveal().hex()}
        back = bytes.fromhex(do(tab, "seal", what="slot", **where, root=root.reveal()))
        assert slots.open_slot(key, kind, BEN, back).reveal() == root.reveal()


def test_each_opens_the_space_keys_that_the_other_sealed(tab: Page) -> None:
    ada = PersonKeys.from_root(Secret.fresh(32))
    for purpose, pair in [(Purpose.MARKS, ada.marks), (Purpose.WORDS, ada.words)]:
        key, space = Secret.fresh(32), UUID(int=9)
        where = {"purpose": purpose.name.lower(), "space": space, "person": ADA}
        sealed = spaces.seal_space_key(pair.public, purpose, space, ADA, key)
        opened = do(tab, "open_space_key", **where, private=pair.private.reveal(), sealed=sealed)
        assert opened == {"key": key.reveal().hex()}
        given = {"public": pair.public, "key": key.reveal()}
        back = bytes.fromhex(do(tab, "seal", what="space_key", **where, **given))
        opened_back = spaces.open_space_key(pair.private, purpose, space, ADA, back)
        assert opened_back.reveal() == key.reveal()


def test_each_opens_the_invitations_that_the_other_sealed(tab: Page) -> None:
    secret, keys = InviteSecret.fresh(16), SpaceKeys.fresh()
    invite, space = UUID(int=10), UUID(int=11)
    where = {"secret": secret.reveal(), "invite": invite, "space": space, "inviter": ADA}
    both = {"marks_key": keys.marks.reveal(), "words_key": keys.words.reveal()}
    box = pairing.seal_invite(secret, invite, space, ADA, keys)
    opened = do(tab, "open_invite", **where, box=box)
    assert opened == {name: key.hex() for name, key in both.items()}
    back = bytes.fromhex(do(tab, "seal", what="invite", **where, **both))
    assert pairing.open_invite(secret, invite, space, ADA, back).words.reveal() == both["words_key"]


def test_each_reads_the_codes_that_the_other_wrote(tab: Page) -> None:
    for _ in range(20):
        code = recovery.new_code()
        written = recovery.write_code(code)
        assert do(tab, "write_code", secret=code.reveal()) == {"code": written}
        assert do(tab, "read_code", code=written.lower()) == {"secret": code.reveal().hex()}


def test_a_passphrase_gives_the_same_proof_in_both(tab: Page) -> None:
    salt = bytes(range(16))
    ours = passphrase.stretch("seven quiet words", salt, "standard")
    given = {"passphrase": " seven  quiet words", "salt": salt, "profile": "standard"}
    assert do(tab, "stretch", **given)["login_proof"] == ours.login_proof.reveal().hex()


def test_no_page_can_make_a_passphrase_cheap(tab: Page) -> None:
    kinds = tab.evaluate(
        """async () => {
          const { stretch } = await import("/static/words/vault.js");
          const salt = new Uint8Array(16);
          const failure = (name) => stretch("a", salt, name).catch(({ kind }) => kind);
          return Promise.all(["cheapest", "toString", ""].map(failure));
        }"""
    )
    assert kinds == ["Malformed"] * 3


def test_a_new_passphrase_is_seven_words_of_the_list(tab: Page) -> None:
    offered, known = tab.evaluate(
        """async () => {
          const { newPassphrase } = await import("/static/words/vault.js");
          const { wordlist } = await import("/static/vendor/bip39/english.js");
          const offered = await Promise.all(Array.from({ length: 40 }, () => newPassphrase()));
          return [offered, offered.join(" ").split(" ").every((word) => wordlist.includes(word))];
        }"""
    )
    assert known
    assert {len(text.split(" ")) for text in offered} == {7}
    assert len(set(offered)) == 40


def test_the_words_key_can_be_used_and_not_read(tab: Page) -> None:
    came = tab.evaluate(
        """async () => {
          const { personKeys } = await import("/static/words/vault.js");
          const { words } = await personKeys(crypto.getRandomValues(new Uint8Array(32)));
          const read = (format) => crypto.subtle.exportKey(format, words.privateKey);
          const failure = (format) => read(format).then(() => "read", (error) => error.name);
          return [Object.keys(words).sort(), await Promise.all(["jwk", "pkcs8"].map(failure))];
        }"""
    )
    assert came == [["privateKey", "public", "publicKey"], ["InvalidAccessError"] * 2]


def test_what_others_wrote_is_whole_and_has_its_licence() -> None:
    vendor = STATIC["/static/"] / "vendor"
    modules = tomllib.loads((vendor / "VENDOR.toml").read_text("utf-8"))["module"]
    listed = {name: of["sha256"] for module in modules for name, of in module["files"].items()}
    found = {
        str(file.relative_to(vendor)): sha256(file.read_bytes()).hexdigest()
        for file in vendor.rglob("*")
        if file.is_file() and file.name != "VENDOR.toml"
    }
    assert found == listed
    for module in modules:
        assert any("LICENSE" in name for name in module["files"]), module["name"]
