"""Cases of section 14: a letter by link, and the answer to it."""

from tests.vectors.book import Book, an_id, bent, chance, changes
from tests.vectors.cases_of_spaces import ADAS, BENS, sealed_to, torn

from nearer.vault import padding
from nearer.vault.derive import box, kdf
from nearer.vault.letters import seal_letter
from nearer.vault.pairing import InviteSecret

LINK, OTHER_LINK = chance("the link of Ada's letter", 16), chance("the link of Dan's letter", 16)
LETTER, OTHER = an_id("Ada's letter by link"), an_id("Dan's letter by link")
AT = {"secret": LINK, "letter": LETTER}
ABOUT = b"nearer/v1/letter/answer"


def write(book: Book) -> None:
    letters(book)
    answers(book)


def letters(book: Book) -> None:
    nonce = chance("nonce of a letter by link", 12)
    book.gives("letter_proof", "of Ada's link", secret=LINK)
    for name, text in {
        "a few lines": '{"feeling":"lonely","reason":"the door fell shut"}',
        "no words": "{}",
        "emoji and right to left": '{"reason":"\u05e9\u05dc\u05d5\u05dd \U0001f33f"}',
        "a long one": '{"reason":"' + "quiet " * 100 + '"}',
    }.items():
        sealed = book.gives("seal_letter", name, **AT, plain=text.encode(), nonce=nonce)["box"]
        book.gives("open_letter", name, **AT, box=bytes.fromhex(sealed))
    whole = seal_letter(InviteSecret(LINK), LETTER, b"{}", nonce=nonce)
    for name, change in changes(
        {"with another link": {"secret": OTHER_LINK}, "of another letter": {"letter": OTHER}}
    ):
        book.fails("open_letter", "Tampered", name, **{**AT, **change}, box=whole)
    for name, where in {"nonce": 1, "ciphertext": 13, "tag": -1}.items():
        book.fails("open_letter", "Tampered", f"a bent {name}", **AT, box=bent(whole, where))
    for name, data in torn(whole).items():
        book.fails("open_letter", "Malformed", name, **AT, box=data)


def answers(book: Book) -> None:
    private = {"private": ADAS.words.private.reveal()}
    sealed = answer()
    book.gives("open_answer", "Ada opens what Ben answered", **AT, **private, sealed=sealed)
    for name, change in changes(
        {
            "with Ben's key": {"private": BENS.words.private.reveal()},
            "of another letter": {"letter": OTHER},
            "with another link": {"secret": OTHER_LINK},
        }
    ):
        book.fails("open_answer", "Tampered", name, **{**AT, **private, **change}, sealed=sealed)
    forged = answer(link=OTHER_LINK)
    book.fails("open_answer", "Tampered", "made without the link", **AT, **private, sealed=forged)
    for name, where in {"sender": 1, "ciphertext": 33, "tag": -1}.items():
        torn_answer = bent(sealed, where)
        book.fails("open_answer", "Tampered", f"a bent {name}", **AT, **private, sealed=torn_answer)
    for name, data in torn(sealed).items():
        book.fails("open_answer", "Malformed", name, **AT, **private, sealed=data)
        book.gives("looks_like_answer", name, sealed=data)
    book.gives("looks_like_answer", "an answer", sealed=sealed)
    empty = answer(padded=bytes(256))
    book.fails("open_answer", "Malformed", "without an end mark", **AT, **private, sealed=empty)


def answer(link: bytes = LINK, padded: bytes | None = None) -> bytes:
    plain = padding.pad(b'{"sign":"I have read it"}') if padded is None else padded
    about, nonce = ABOUT + LETTER.bytes, chance("nonce of an answer", 12)
    inner = box(kdf(link, ABOUT), about, plain, nonce=nonce)
    return sealed_to(ADAS.words, about, inner)
