"""Cases of sections 2 to 5: passphrases, names, recovery codes, slots, key pairs."""

from tests.vectors.book import Book, an_id, bent, chance

ADA, BEN = an_id("Ada"), an_id("Ben")
ROOT = chance("Ada's root key")
SALT = chance("Ada's salt", 16)


def write(book: Book) -> None:
    passphrases(book)
    stretching(book)
    names(book)
    codes(book)
    passkeys(book)
    slots(book)
    book.gives("people", "Ada's key pairs come from her root key", root=ROOT)
    book.gives("people", "Ben's key pairs come from his", root=chance("Ben's root key"))
    book.fails("people", "Malformed", "a root key that is too short", root=ROOT[:31])


def passphrases(book: Book) -> None:
    good = {
        "plain words": "seven quiet words on a warm evening",
        "white space at both ends": " \t seven quiet words\r\n",
        "inner white space of many kinds": (
            "seven\u00a0\u2003 quiet\t\n\u3000words\u2028\u1680\u0085\u000b\u202fagain"
        ),
        "zero width and control characters are no white space": "seven\u200b\ufeff\u001cquiet",
        "a byte order mark at both ends is no white space": "\ufeffquiet\ufeff",
        "a composed letter": "caf\u00e9 \u00c5ngstr\u00f6m",
        "the same letters, decomposed": "cafe\u0301 A\u030angstro\u0308m",
        "full width and ligature, made plain": "\uff53\uff45\uff56\uff45\uff4e \ufb01nd \u2460",
        "a lone diaeresis, which NFKC begins with a space": "\u00a8a",
        "emoji with joiners and skin": "\U0001f469\U0001f3fd\u200d\U0001f4bb heart \u2764\ufe0f",
        "right to left": "\u05e9\u05dc\u05d5\u05dd \u0627\u0644\u0633\u0644\u0627\u0645",
        "capitals stay": "Seven QUIET Words",
        "one letter": "x",
        "1024 bytes": "\u00e9" * 512,
    }
    for name, text in good.items():
        book.gives("normalise", name, text=text)
    for name, text in {
        "nothing": "",
        "only white space": " \u00a0\t\u2029",
        "1025 bytes": "x" * 1025,
        "half a surrogate pair": "seven \ud83d quiet",
    }.items():
        book.fails("normalise", "Malformed", name, text=text)


def stretching(book: Book) -> None:
    words = "seven quiet words on a warm evening"
    book.gives("stretch", "standard", passphrase=words, salt=SALT, profile="standard")
    book.gives("stretch", "cheapest", passphrase=words, salt=SALT, profile="cheapest")
    for name, typed in {
        "a composed letter": "caf\u00e9",
        "the same, decomposed, in white space": " cafe\u0301\u00a0",
        "emoji": "\U0001f469\u200d\U0001f4bb \U0001f3d4\ufe0f",
    }.items():
        book.gives("stretch", name, passphrase=typed, salt=SALT, profile="cheapest")
    other = chance("another salt", 16)
    book.gives("stretch", "another salt", passphrase=words, salt=other, profile="cheapest")
    for name, profile in {
        "an unknown profile": "weakest",
        "no profile": "",
        "a profile in capitals": "STANDARD",
        "a name that every object has": "constructor",
    }.items():
        book.fails("stretch", "Malformed", name, passphrase=words, salt=SALT, profile=profile)
    for name, salt in {"a short salt": SALT[:15], "a long salt": SALT + b"\x00"}.items():
        book.fails("stretch", "Malformed", name, passphrase=words, salt=salt, profile="cheapest")
    for name, typed in {"an empty passphrase": "", "only white space": " \u3000"}.items():
        given = {"passphrase": typed, "salt": SALT, "profile": "cheapest"}
        book.fails("stretch", "Malformed", name, **given)
    book.gives("verifier", "what the server keeps of a proof", proof=chance("a proof"))


def names(book: Book) -> None:
    for name, typed in {
        "as it is": "ada",
        "capitals": "ADA",
        "white space": "  Ada\u00a0\u2003Lovelace ",
        "a sharp s": "Stra\u00dfe",
        "its capital": "STRA\u1e9eE",
        "a final sigma": "\u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2",
        "decomposed": "Zoe\u0308",
        "composed": "ZO\u00cb",
        "full width": "\uff21\uff44\uff41",
        "right to left": "\u05d0\u05d3\u05d4",
        "emoji": "Ada \U0001f98a",
    }.items():
        book.gives("fold_name", name, name=typed)
    book.fails("fold_name", "Malformed", "half a surrogate pair", name="Ada\udc00")
    secret = chance("a server's secret")
    for name, typed in {
        "nobody's name": "nobody",
        "the same": " NoBody",
        "another": "none",
    }.items():
        book.gives("fake_salt", name, server_secret=secret, name=typed)


def codes(book: Book) -> None:
    code = chance("Ada's recovery code", 16)
    written = book.gives("write_code", "Ada's code", secret=code)["code"]
    book.gives("stretch_code", "Ada's code", secret=code)
    for name, raw in {"all zero": bytes(16), "all ones": b"\xff" * 16}.items():
        made = book.gives("write_code", name, secret=raw)["code"]
        book.gives("read_code", name, code=made)
    book.fails("write_code", "Malformed", "too short to be a code", secret=code[:15])
    book.gives("read_code", "as written", code=written)
    book.gives("read_code", "in small letters", code=written.lower())
    book.gives("read_code", "without dashes", code=written.replace("-", ""))
    odd = "\u00a0" + written.replace("-", " \u2013\u2014\u2011\u2212\n", 3) + "\t"
    book.gives("read_code", "with other dashes and white space", code=odd)
    zeros, ones = ("00" * 8, "08421084210842108421084210842108")
    for name, raw, shapes in (
        ("O for 0", bytes.fromhex(zeros), {"0": "O"}),
        ("o for 0", bytes.fromhex(zeros), {"0": "o"}),
        ("I for 1", bytes.fromhex(ones), {"1": "I"}),
        ("i for 1", bytes.fromhex(ones), {"1": "i"}),
        ("L for 1", bytes.fromhex(ones), {"1": "L"}),
        ("l for 1", bytes.fromhex(ones), {"1": "l"}),
    ):
        fair = book.gives(
            "write_code", f"a code to be read with {name}", secret=raw.ljust(16, b"\0")
        )
        book.gives("read_code", name, code=fair["code"].translate(str.maketrans(shapes)))
    slip = ("7" if written[0] != "7" else "8") + written[1:]
    swapped = written[1] + written[0] + written[2:]
    last = written[:-1] + ("7" if written[-1] != "7" else "8")
    for name, typed in {"a slip": slip, "two swapped": swapped, "a slip at the end": last}.items():
        book.fails("read_code", "Mistyped", name, code=typed)
    for name, typed in {
        "nothing": "",
        "one letter missing": written[:-1],
        "one letter too many": written + "0",
        "the letter U, which no code has": "U" + written[1:],
        "a dotless i, which is no letter I": "\u0131" + written[1:],
        "a long s, which is no letter S": "\u017f" + written[1:],
        "full width": "\uff10" + written[1:],
        "an underline, which is no dash": written.replace("-", "_"),
    }.items():
        book.fails("read_code", "Malformed", name, code=typed)


def passkeys(book: Book) -> None:
    prf = chance("what a passkey gave")
    book.gives("passkey_input", "for the salt of a slot", salt=chance("a passkey's salt", 16))
    book.gives("passkey_slot_key", "from what a passkey gave", prf=prf)
    book.fails("passkey_slot_key", "Malformed", "too short", prf=prf[:31])


def slots(book: Book) -> None:
    key = chance("Ada's slot key")
    for kind in ("passphrase", "recovery", "passkey"):
        at = {"slot_key": key, "kind": kind, "person": ADA}
        nonce = chance("nonce of " + kind, 12)
        box = book.gives("seal_slot", f"Ada's {kind} slot", **at, root=ROOT, nonce=nonce)["box"]
        book.gives("open_slot", f"Ada's {kind} slot", **at, box=box)
    at = {"slot_key": key, "kind": "passphrase", "person": ADA}
    short = {"root": ROOT[:31], "nonce": chance("nonce of a short root", 12)}
    book.fails("seal_slot", "Malformed", "a root key that is too short", **at, **short)
    box = bytes.fromhex(
        book.gives("seal_slot", "again", **at, root=ROOT, nonce=chance("nonce again", 12))["box"]
    )
    other = {**at, "slot_key": chance("Cleo's guess")}
    book.fails("open_slot", "WrongKey", "a wrong passphrase", **other, box=box)
    book.fails("open_slot", "WrongKey", "a bent commitment", **at, box=bent(box, 1))
    book.fails("open_slot", "WrongKey", "the commitment's last bit", **at, box=bent(box, 32))
    book.fails("open_slot", "Tampered", "another person's", **{**at, "person": BEN}, box=box)
    book.fails("open_slot", "Tampered", "another kind", **{**at, "kind": "recovery"}, box=box)
    for name, where in {"nonce": 33, "ciphertext": 45, "tag": -1}.items():
        book.fails("open_slot", "Tampered", f"a bent {name}", **at, box=bent(box, where))
    for name, torn in {
        "nothing": b"",
        "version 0": b"\x00" + box[1:],
        "version 2": b"\x02" + box[1:],
        "torn": box[:-1],
        "too long": box + b"\x00",
    }.items():
        book.fails("open_slot", "Malformed", name, **at, box=torn)
    book.fails("open_slot", "Malformed", "torn, under a wrong key", **other, box=box[:-1])
