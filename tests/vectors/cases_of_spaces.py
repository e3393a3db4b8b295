"""Cases of sections 6 and 9 to 11: space keys, sessions, pairing, drafts."""

from typing import Any

from tests.vectors import hpke
from tests.vectors.book import Book, an_id, bent, chance, changes

from nearer.vault import padding, people
from nearer.vault.secret import Secret

ADA, BEN, COUPLE, OWN = an_id("Ada"), an_id("Ben"), an_id("the couple"), an_id("Ada's own")
ADAS = people.PersonKeys.from_root(Secret(chance("Ada's root key")))
BENS = people.PersonKeys.from_root(Secret(chance("Ben's root key")))
ZEROS = bytes(32)  # one of the public keys for which X25519 gives no secret


def write(book: Book) -> None:
    for purpose in ("marks", "words"):
        space_keys(book, purpose)
    sessions(book)
    fragments(book)
    invites(book)
    comparisons(book)
    drafts(book)


def sealed_to(pair: people.KeyPair, info: bytes, plain: bytes) -> bytes:
    return b"\x01" + hpke.seal(chance("sender for " + info.hex()), pair.public, info, plain)


def torn(sealed: bytes) -> dict[str, bytes]:
    return {
        "nothing": b"",
        "only a version": sealed[:1],
        "version 0": b"\x00" + sealed[1:],
        "version 2": b"\x02" + sealed[1:],
        "torn": sealed[:-1],
        "too long": sealed + b"\x00",
    }


def space_keys(book: Book, purpose: str) -> None:
    other = "words" if purpose == "marks" else "marks"
    adas: people.KeyPair = getattr(ADAS, purpose)
    info = b"nearer/v1/space/" + purpose.encode() + COUPLE.bytes + ADA.bytes
    sealed = sealed_to(adas, info, chance(f"the couple's {purpose} key"))
    key = {"private": adas.private.reveal()}
    at: dict[str, Any] = {"purpose": purpose, "space": COUPLE, "person": ADA}
    act, which = "open_space_key", f"{purpose} key"
    book.gives(act, f"the couple's {which}, sealed to Ada", **key, **at, sealed=sealed)
    for name, change in changes(
        {
            "with Ben's private key": {"private": getattr(BENS, purpose).private.reveal()},
            "with Ada's other private key": {"private": getattr(ADAS, other).private.reveal()},
            "as the other purpose": {"purpose": other},
            "in another space": {"space": OWN},
            "as another member's": {"person": BEN},
        }
    ):
        book.fails(act, "Tampered", f"{which} {name}", **{**key, **at, **change}, sealed=sealed)
    for name, where in {"sender": 1, "ciphertext": 33, "tag": -1}.items():
        book.fails(
            act, "Tampered", f"{which}, bent {name}", **key, **at, sealed=bent(sealed, where)
        )
    zero = sealed[:1] + ZEROS + sealed[33:]
    book.fails(act, "Tampered", f"{which} from a sender of zeros", **key, **at, sealed=zero)
    for name, data in torn(sealed).items():
        book.fails(act, "Malformed", f"{which}: {name}", **key, **at, sealed=data)


def sessions(book: Book) -> None:
    at = {"secret": chance("Ada's cookie"), "session": an_id("Ada's session")}
    nonce = chance("nonce of a session", 12)
    plain = ADAS.marks.private.reveal()
    sealed = book.gives("seal_session", "Ada unlocks", **at, plain=plain, nonce=nonce)["box"]
    box = bytes.fromhex(sealed)
    book.gives("open_session", "Ada's next page", **at, box=box)
    for name, change in changes(
        {
            "with another cookie": {"secret": chance("Cleo's cookie")},
            "in another session": {"session": an_id("Cleo's session")},
        }
    ):
        book.fails("open_session", "Tampered", name, **{**at, **change}, box=box)
    for name, where in {"nonce": 1, "ciphertext": 13, "tag": -1}.items():
        book.fails("open_session", "Tampered", f"a bent {name}", **at, box=bent(box, where))
    for name, data in torn(box).items():
        book.fails("open_session", "Malformed", name, **at, box=data)


def fragments(book: Book) -> None:
    secret = chance("Ada's link", 16)
    for name, raw in {
        "Ada's link": secret,
        "all zero": bytes(16),
        "all ones": b"\xff" * 16,
    }.items():
        made = book.gives("write_fragment", name, secret=raw)["fragment"]
        book.gives("read_fragment", name, fragment=made)
    book.fails("write_fragment", "Malformed", "too short", secret=secret[:15])
    book.gives("invite_proof", "Ada's link", secret=secret)
    whole = book.gives("write_fragment", "again", secret=secret)["fragment"]
    slip = ("A" if whole[0] != "A" else "B") + whole[1:]
    last = whole[:-1] + ("A" if whole[-1] != "A" else "B")
    for name, text in {"a slip": slip, "a slip at the end": last}.items():
        book.fails("read_fragment", "Mistyped", name, fragment=text)
    for name, text in {
        "nothing": "",
        "torn in half": whole[:12],
        "one letter missing": whole[:-1],
        "one letter too many": whole + "A",
        "a new line at the end": whole + "\n",
        "a new line for the last letter": whole[:-1] + "\n",
        "a plus, which is another alphabet's": "+" + whole[1:],
        "padding": whole[:-1] + "=",
        "a letter that is not ASCII": "\u00c5" + whole[1:],
    }.items():
        book.fails("read_fragment", "Malformed", name, fragment=text)


def invites(book: Book) -> None:
    keys = {
        "marks_key": chance("the couple's marks key"),
        "words_key": chance("the couple's words key"),
    }
    at = {"secret": chance("Ada's link", 16), "invite": an_id("Ada's invite")}
    at |= {"space": COUPLE, "inviter": ADA}
    nonce = chance("nonce of an invite", 12)
    box = bytes.fromhex(book.gives("seal_invite", "Ada invites", **at, **keys, nonce=nonce)["box"])
    short = {**keys, "words_key": ZEROS[:31]}
    book.fails("seal_invite", "Malformed", "a key that is too short", **at, **short, nonce=nonce)
    book.gives("open_invite", "Ben accepts", **at, box=box)
    for name, change in changes(
        {
            "with another link": {"secret": chance("Dan's link", 16)},
            "of another invite": {"invite": an_id("Dan's invite")},
            "for another space": {"space": OWN},
            "from another inviter": {"inviter": BEN},
        }
    ):
        book.fails("open_invite", "Tampered", name, **{**at, **change}, box=box)
    for name, where in {"nonce": 1, "ciphertext": 13, "tag": -1}.items():
        book.fails("open_invite", "Tampered", f"a bent {name}", **at, box=bent(box, where))
    for name, data in torn(box).items():
        book.fails("open_invite", "Malformed", name, **at, box=data)


def comparisons(book: Book) -> None:
    seen = {"words_key": chance("the couple's words key"), "space": COUPLE}
    adas = {"inviter_marks": ADAS.marks.public, "inviter_words": ADAS.words.public}
    bens = {"accepter_marks": BENS.marks.public, "accepter_words": BENS.words.public}
    dans = people.PersonKeys.from_root(Secret(chance("Dan's root key")))
    book.gives("comparison", "Ada and Ben see the same", **seen, **adas, **bens)
    for name, change in changes(
        {
            "someone in the middle, for marks": {"accepter_marks": dans.marks.public},
            "someone in the middle, for words": {"accepter_words": dans.words.public},
            "another space": {"space": OWN},
            "another words key": {"words_key": chance("another words key")},
        }
    ):
        book.gives("comparison", name, **{**seen, **adas, **bens, **change})
    cut = {"accepter_words": BENS.words.public[:31]}
    book.fails("comparison", "Malformed", "a short public key", **{**seen, **adas, **bens, **cut})


def drafts(book: Book) -> None:
    info = b"nearer/v1/draft" + ADA.bytes
    at = {"private": ADAS.words.private.reveal(), "person": ADA}
    for name, text in {
        "half a sentence": '{"reason":"I went quiet because"}',
        "nothing typed": "",
        "emoji and right to left": '{"reason":"\u05e9\u05dc\u05d5\u05dd \U0001f33f"}',
        "a long one": '{"reason":"' + "quiet " * 100 + '"}',
    }.items():
        sealed = sealed_to(ADAS.words, info, padding.pad(text.encode()))
        book.gives("open_draft", name, **at, sealed=sealed)
    sealed = sealed_to(ADAS.words, info, padding.pad(b"{}"))
    for name, change in changes(
        {
            "with Ben's key": {"private": BENS.words.private.reveal()},
            "as Ben's": {"person": BEN},
        }
    ):
        book.fails("open_draft", "Tampered", name, **{**at, **change}, sealed=sealed)
    for name, where in {"sender": 1, "ciphertext": 33, "tag": -1}.items():
        book.fails("open_draft", "Tampered", f"a bent {name}", **at, sealed=bent(sealed, where))
    for name, data in torn(sealed).items():
        book.fails("open_draft", "Malformed", name, **at, sealed=data)
    empty = sealed_to(ADAS.words, info, bytes(256))
    book.fails("open_draft", "Malformed", "filled without an end mark", **at, sealed=empty)
