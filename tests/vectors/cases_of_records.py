"""Cases of sections 7 and 8: padding, records, and the names under which they are found."""

from typing import Any

from tests.vectors.book import Book, an_id, bent, chance, changes

from nearer.vault import derive
from nearer.vault.secret import Secret

ADA, BEN, COUPLE, OWN = an_id("Ada"), an_id("Ben"), an_id("the couple"), an_id("Ada's own")
LETTER = an_id("a letter")
MARKS_KEY, WORDS_KEY = chance("the couple's marks key"), chance("the couple's words key")


def write(book: Book) -> None:
    lengths(book)
    filling(book)
    words(book)
    records(book)
    bad_records(book)
    badly_filled_records(book)
    boxes(book)
    found_by(book)


def lengths(book: Book) -> None:
    for length in (0, 1, 255, 256, 257, 271, 272, 511, 512, 1023, 1024, 5000, 65_535, 65_536):
        book.gives("padded_length", f"{length} bytes", length=length)
    book.gives("padded_length", "the longest", length=262_144)
    book.gives("padded_length", "one less", length=262_143)
    book.fails("padded_length", "Malformed", "one too many", length=262_145)


def filling(book: Book) -> None:
    for name, plain in {
        "nothing": b"",
        "one byte": b"a",
        "text that ends in zeros": b"a\x00\x00",
        "text that ends like an end mark": b"a\x80",
        "255 bytes": b"a" * 255,
        "256 bytes": b"a" * 256,
        "300 bytes": b"a" * 300,
    }.items():
        padded = book.gives("pad", name, plain=plain)["padded"]
        book.gives("unpad", name, padded=padded)
    for name, padded in BADLY_FILLED.items():
        book.fails("unpad", "Malformed", name, padded=padded)


BADLY_FILLED = {
    "no bytes": b"",
    "only zeros": bytes(256),
    "no end mark": b"a" * 256,
    "another end mark": b"a\x81".ljust(256, b"\0"),
    "something after the zeros": b"a\x80".ljust(255, b"\0") + b"\x01",
    "too short": b"a\x80".ljust(255, b"\0"),
    "a length that padding never gives": (b"a" * 256 + b"\x80").ljust(257, b"\0"),
    "filled to one step too many": b"a\x80".ljust(272, b"\0"),
    "filled to a step too many, further up": (b"a" * 600 + b"\x80").ljust(640, b"\0"),
}


def words(book: Book) -> None:
    for name, given in {
        "no words": {},
        "a reason": {"reason": "I was afraid to say it."},
        "many": {"reason": 'She said "yes".\n\tAnd \\ then\u2028', "request": ""},
        "emoji": {"reason": "\U0001f469\U0001f3fd\u200d\U0001f4bb\u2764\ufe0f"},
        "right to left": {
            "reason": "\u05e9\u05dc\u05d5\u05dd, \u0627\u0644\u0633\u0644\u0627\u0645"
        },
        "control characters": {"reason": "\u0000\u0007\u001f\u007f\u0085"},
    }.items():
        plain = book.gives("words_to_plain", name, words=given)["plain"]
        book.gives("plain_to_words", name, plain=plain)
    torn = {"reason": "\ud83d and \ude00"}
    book.gives("words_to_plain", "half surrogate pairs become a sign for it", words=torn)
    for name, plain in {
        "half surrogate pairs, escaped, become a sign for it": rb'{"reason":"\ud83d and \udE00"}',
        "a whole pair, escaped, is one letter": rb'{"reason":"\ud83d\ude00"}',
        "spaces between": b' { "reason" : "yes" } ',
    }.items():
        book.gives("plain_to_words", name, plain=plain)
    for name, plain in {
        "nothing": b"",
        "not UTF-8": b'{"reason":"\xff"}',
        "surrogates in UTF-8": b'{"reason":"\xed\xa0\xbd"}',
        "a byte order mark": b'\xef\xbb\xbf{"reason":"yes"}',
        "UTF-16": '{"reason":"yes"}'.encode("utf-16-le"),
        "not JSON": b'{"reason":',
        "a list": b'["reason"]',
        "only a text": b'"reason"',
        "nothing at all": b"null",
        "a number for a text": b'{"reason":1}',
        "no text": b'{"reason":null}',
        "an object within": b'{"reason":{"a":"b"}}',
        "far too deep": b'{"reason":' + b"[" * 20_000 + b"]" * 20_000 + b"}",
    }.items():
        book.fails("plain_to_words", "Malformed", name, plain=plain)


def at(purpose: str) -> dict[str, Any]:
    key = MARKS_KEY if purpose == "marks" else WORDS_KEY
    where = {"space": COUPLE, "record": LETTER, "author": ADA}
    return {"key": key, "purpose": purpose, **where}


def records(book: Book) -> None:
    texts = {
        "an empty one": b"",
        "a short one": b'{"reason":"I was afraid to say it."}',
        "emoji": '{"reason":"\U0001f33f\u2764\ufe0f"}'.encode(),
        "right to left": '{"reason":"\u05e9\u05dc\u05d5\u05dd"}'.encode(),
        "255 bytes": b"x" * 255,
        "256 bytes": b"x" * 256,
        "a page": b"quiet " * 300,
    }
    for purpose in ("marks", "words"):
        for name, plain in texts.items():
            nonce = chance(f"nonce of {purpose}, {name}", 12)
            given = {**at(purpose), "plain": plain, "nonce": nonce}
            box = book.gives("seal_record", f"{purpose}, {name}", **given)["box"]
            book.gives("open_record", f"{purpose}, {name}", **at(purpose), box=box)


def a_box(purpose: str) -> bytes:
    info = b"nearer/v1/record/" + purpose.encode()
    return box_over(purpose, info, b'{"reason":"yes"}\x80'.ljust(256, b"\0"))


def box_over(purpose: str, info: bytes, padded: bytes) -> bytes:
    key = derive.kdf(at(purpose)["key"], info, salt=LETTER.bytes)
    aad = b"\x01" + (b"\x01" if purpose == "marks" else b"\x02")
    aad += COUPLE.bytes + LETTER.bytes + ADA.bytes
    nonce = chance("nonce over " + padded.hex(), 12)
    return derive.box(Secret(key.reveal()), aad, padded, nonce=nonce)


def bad_records(book: Book) -> None:
    for purpose, other in (("marks", "words"), ("words", "marks")):
        here, box = at(purpose), a_box(purpose)
        book.gives("open_record", f"{purpose} to be bent", **here, box=box)
        for name, change in changes(
            {
                "under another key": {"key": chance("another space's key")},
                "as the other purpose": {"purpose": other},
                "under the other purpose and its key": {"purpose": other, "key": at(other)["key"]},
                "in another space": {"space": OWN},
                "as another record": {"record": an_id("another letter")},
                "as another author's": {"author": BEN},
            }
        ):
            book.fails(
                "open_record", "Tampered", f"{purpose} {name}", **{**here, **change}, box=box
            )
        for name, where in {"nonce": 1, "ciphertext": 13, "tag": -1}.items():
            what = f"{purpose}, a bent {name}"
            book.fails("open_record", "Tampered", what, **here, box=bent(box, where))
        for name, data in {
            "nothing": b"",
            "only a version": b"\x01",
            "version 0": b"\x00" + box[1:],
            "version 2": b"\x02" + box[1:],
            "torn": box[:-1],
            "torn to a bare nonce and tag": box[:29],
            "too long": box + b"\x00",
        }.items():
            book.fails("open_record", "Malformed", f"{purpose}: {name}", **here, box=data)


def badly_filled_records(book: Book) -> None:
    for name, padded in BADLY_FILLED.items():
        box = box_over("words", b"nearer/v1/record/words", padded)
        book.fails("open_record", "Malformed", f"filled badly: {name}", **at("words"), box=box)


def boxes(book: Book) -> None:
    box = a_box("words")
    for name, data in {
        "a box": box,
        "one that does not open": bent(box, 40),
        "of the next length": box + bytes(16),
        "nothing": b"",
        "version 2": b"\x02" + box[1:],
        "torn": box[:-1],
        "too long": box + b"\0",
    }.items():
        book.gives("looks_like_box", name, box=data)


def found_by(book: Book) -> None:
    other = chance("another space's marks key")
    for kind in ("letter", "reply", "check-in"):
        book.gives("shelf", f"the shelf of {kind}", marks_key=MARKS_KEY, kind=kind)
    book.gives("shelf", "in another space", marks_key=other, kind="letter")
    book.gives("thread", "about a letter", marks_key=MARKS_KEY, record=LETTER)
    book.gives("thread", "in another space", marks_key=other, record=LETTER)
    the = {"marks_key": MARKS_KEY, "kind": "reply", "about": LETTER, "author": BEN}
    book.gives("only_id", "Ben's reply to a letter", **the)
    book.gives("only_id", "Ada's", **{**the, "author": ADA})
    book.gives("only_id", "another kind", **{**the, "kind": "rating"})
    book.gives("only_id", "to another letter", **{**the, "about": an_id("another letter")})
    book.gives("only_id", "in another space", **{**the, "marks_key": other})
