"""Each act of the shared vectors, done by the Python vault.

`ACTS` maps an act's name to a function from what is given to what comes out, both in the
types of JSON: bytes in hex, ids as UUIDs, texts as texts.
"""

from collections.abc import Callable, Mapping
from typing import Any

from tests.vectors.given import Given, Json

from nearer.vault import (
    drafts,
    letters,
    padding,
    pairing,
    passphrase,
    people,
    records,
    recovery,
    sessions,
    slots,
    spaces,
)
from nearer.vault.errors import VaultError
from nearer.vault.pairing import InviteSecret
from nearer.vault.people import PublicKeys
from nearer.vault.spaces import SpaceKeys

ACTS: dict[str, Callable[[Given], Json]] = {}


def run(act: str, given: Mapping[str, Any]) -> Json:
    """Do an act; one of the four failures comes out as `{"error": its name}`."""
    try:
        return ACTS[act](Given(given))
    except VaultError as failure:
        return {"error": type(failure).__name__}


def does(act: Callable[[Given], Json]) -> Callable[[Given], Json]:
    ACTS[act.__name__] = act
    return act


def both_halves(stretched: passphrase.Stretched) -> Json:
    return {
        "login_proof": stretched.login_proof.reveal().hex(),
        "slot_key": stretched.slot_key.reveal().hex(),
    }


@does
def normalise(given: Given) -> Json:
    return {"bytes": passphrase.normalise(given.any("text")).hex()}


@does
def fold_name(given: Given) -> Json:
    return {"folded": passphrase.fold_name(given.any("name"))}


@does
def fake_salt(given: Given) -> Json:
    return {"salt": passphrase.fake_salt(given.secret("server_secret"), given.any("name")).hex()}


@does
def stretch(given: Given) -> Json:
    salt, profile = given.bytes("salt"), given.any("profile")
    return both_halves(passphrase.stretch(given.any("passphrase"), salt, profile))


@does
def verifier(given: Given) -> Json:
    return {"verifier": passphrase.verifier(given.bytes("proof")).hex()}


@does
def write_code(given: Given) -> Json:
    return {"code": recovery.write_code(given.secret("secret"))}


@does
def read_code(given: Given) -> Json:
    return {"secret": recovery.read_code(given.any("code")).reveal().hex()}


@does
def stretch_code(given: Given) -> Json:
    return both_halves(recovery.stretch_code(given.secret("secret")))


@does
def passkey_input(given: Given) -> Json:
    return {"input": slots.passkey_input(given.bytes("salt")).hex()}


@does
def passkey_slot_key(given: Given) -> Json:
    return {"slot_key": slots.passkey_slot_key(given.secret("prf")).reveal().hex()}


@does
def seal_slot(given: Given) -> Json:
    key, root, nonce = given.secret("slot_key"), given.secret("root"), given.bytes("nonce")
    return {"box": slots.seal_slot(key, given.kind, given.id("person"), root, nonce=nonce).hex()}


@does
def open_slot(given: Given) -> Json:
    key, box = given.secret("slot_key"), given.bytes("box")
    return {"root": slots.open_slot(key, given.kind, given.id("person"), box).reveal().hex()}


@does
def people_(given: Given) -> Json:
    keys = people.PersonKeys.from_root(given.secret("root"))
    return {
        "marks_private": keys.marks.private.reveal().hex(),
        "marks_public": keys.marks.public.hex(),
        "words_private": keys.words.private.reveal().hex(),
        "words_public": keys.words.public.hex(),
    }


ACTS["people"] = ACTS.pop("people_")


@does
def open_space_key(given: Given) -> Json:
    where = (given.purpose, given.id("space"), given.id("person"))
    key = spaces.open_space_key(given.secret("private"), *where, given.bytes("sealed"))
    return {"key": key.reveal().hex()}


@does
def padded_length(given: Given) -> Json:
    return {"padded": padding.padded_length(given.any("length"))}


@does
def pad(given: Given) -> Json:
    return {"padded": padding.pad(given.bytes("plain")).hex()}


@does
def unpad(given: Given) -> Json:
    return {"plain": padding.unpad(given.bytes("padded")).hex()}


@does
def looks_like_box(given: Given) -> Json:
    return {"looks": records.looks_like_box(given.bytes("box"))}


@does
def seal_record(given: Given) -> Json:
    where = (given.secret("key"), given.purpose, given.address)
    return {"box": records.seal(*where, given.bytes("plain"), nonce=given.bytes("nonce")).hex()}


@does
def open_record(given: Given) -> Json:
    where = (given.secret("key"), given.purpose, given.address)
    return {"plain": records.open_box(*where, given.bytes("box")).hex()}


@does
def words_to_plain(given: Given) -> Json:
    return {"plain": records.words_to_plain(given.any("words")).hex()}


@does
def plain_to_words(given: Given) -> Json:
    return {"words": records.plain_to_words(given.bytes("plain"))}


@does
def shelf(given: Given) -> Json:
    return {"shelf": records.shelf(given.secret("marks_key"), given.any("kind")).hex()}


@does
def thread(given: Given) -> Json:
    return {"thread": records.thread(given.secret("marks_key"), given.id("record")).hex()}


@does
def only_id(given: Given) -> Json:
    about, author = given.id("about"), given.id("author")
    return {"id": str(records.only_id(given.secret("marks_key"), given.any("kind"), about, author))}


@does
def seal_session(given: Given) -> Json:
    where = (given.secret("secret"), given.id("session"), given.bytes("plain"))
    return {"box": sessions.seal_session(*where, nonce=given.bytes("nonce")).hex()}


@does
def open_session(given: Given) -> Json:
    where = (given.secret("secret"), given.id("session"))
    return {"plain": sessions.open_session(*where, given.bytes("box")).hex()}


@does
def write_fragment(given: Given) -> Json:
    return {"fragment": InviteSecret(given.bytes("secret")).write_fragment()}


@does
def read_fragment(given: Given) -> Json:
    return {"secret": InviteSecret.read_fragment(given.any("fragment")).reveal().hex()}


@does
def seal_invite(given: Given) -> Json:
    keys = SpaceKeys(given.secret("marks_key"), given.secret("words_key"))
    return {"box": pairing.seal_invite(*given.invite, keys, nonce=given.bytes("nonce")).hex()}


@does
def open_invite(given: Given) -> Json:
    keys = pairing.open_invite(*given.invite, given.bytes("box"))
    return {"marks_key": keys.marks.reveal().hex(), "words_key": keys.words.reveal().hex()}


@does
def invite_proof(given: Given) -> Json:
    secret = InviteSecret(given.bytes("secret"))
    return {"proof": pairing.invite_proof(secret).reveal().hex()}


@does
def comparison(given: Given) -> Json:
    inviter = PublicKeys(given.bytes("inviter_marks"), given.bytes("inviter_words"))
    accepter = PublicKeys(given.bytes("accepter_marks"), given.bytes("accepter_words"))
    key, space = given.secret("words_key"), given.id("space")
    return {"words": list(pairing.comparison(key, space, inviter, accepter))}


@does
def open_draft(given: Given) -> Json:
    private, person = given.secret("private"), given.id("person")
    return {"plain": drafts.open_draft(private, person, given.bytes("sealed")).hex()}


@does
def seal_letter(given: Given) -> Json:
    nonce = given.bytes("nonce")
    return {"box": letters.seal_letter(*given.letter, given.bytes("plain"), nonce=nonce).hex()}


@does
def open_letter(given: Given) -> Json:
    return {"plain": letters.open_letter(*given.letter, given.bytes("box")).hex()}


@does
def letter_proof(given: Given) -> Json:
    return {"proof": letters.letter_proof(InviteSecret(given.bytes("secret"))).reveal().hex()}


@does
def open_answer(given: Given) -> Json:
    private, sealed = given.secret("private"), given.bytes("sealed")
    return {"plain": letters.open_answer(*given.letter, private, sealed).hex()}


@does
def looks_like_answer(given: Given) -> Json:
    return {"looks": letters.looks_like_answer(given.bytes("sealed"))}
