"""Writes vault-v1.json, the shared vectors of the vault: `python -m tests.vectors.make_vault_v1`.

The file is a list of cases `{"name", "act", "given": {...}, "expect": {...}}`. In `expect` is
what comes out, or `{"error": "Malformed" | "WrongKey" | "Tampered" | "Mistyped"}`. Bytes are
hex, ids are UUIDs, purposes are "marks" and "words", slot kinds "passphrase", "recovery" and
"passkey". Acts and their fields (specification section first; "server" acts are not the
browser's):

 2  normalise         text -> bytes
 2  stretch           passphrase, salt, profile -> login_proof, slot_key
 2  fold_name         name -> folded                                                     server
 2  fake_salt         server_secret, name -> salt                                        server
 2  verifier          proof -> verifier                                                  server
 3  write_code        secret -> code
 3  read_code         code -> secret
 3  stretch_code      secret -> login_proof, slot_key
 4  passkey_input     salt -> input
 4  passkey_slot_key  prf -> slot_key
 4  seal_slot         slot_key, kind, person, root, nonce -> box
 4  open_slot         slot_key, kind, person, box -> root
 5  people            root -> marks_private, marks_public, words_private, words_public
 6  open_space_key    private, purpose, space, person, sealed -> key
 7  seal_record       key, purpose, space, record, author, plain, nonce -> box
 7  open_record       key, purpose, space, record, author, box -> plain
 7  words_to_plain    words (an object from names to texts) -> plain
 7  plain_to_words    plain -> words
 7  looks_like_box    box -> looks (true or false)                                       server
 7  shelf             marks_key, kind -> shelf                                           server
 7  thread            marks_key, record -> thread                                        server
 7  only_id           marks_key, kind, about, author -> id                               server
 8  padded_length     length (a number) -> padded (a number)
 8  pad               plain -> padded
 8  unpad             padded -> plain
 9  seal_session      secret, session, plain, nonce -> box                               server
 9  open_session      secret, session, box -> plain                                      server
10  write_fragment    secret -> fragment
10  read_fragment     fragment -> secret
10  seal_invite       secret, invite, space, inviter, marks_key, words_key, nonce -> box
10  open_invite       secret, invite, space, inviter, box -> marks_key, words_key
10  invite_proof      secret -> proof
10  comparison        words_key, space, inviter_marks, inviter_words, accepter_marks,
                      accepter_words -> words (four numbers)
11  open_draft        private, person, sealed -> plain
14  seal_letter       secret, letter, plain, nonce -> box
14  open_letter       secret, letter, box -> plain
14  letter_proof      secret -> proof
14  open_answer       secret, letter, private, sealed -> plain
14  looks_like_answer  sealed -> looks (true or false)                                      server
"""

from pathlib import Path

from tests.vectors import cases_of_letters, cases_of_people, cases_of_records, cases_of_spaces
from tests.vectors.book import Book

FILE = Path(__file__).with_name("vault-v1.json")


def make() -> str:
    """Make the whole file as text."""
    book = Book()
    for part in (cases_of_people, cases_of_spaces, cases_of_records, cases_of_letters):
        part.write(book)
    return book.written()


if __name__ == "__main__":
    FILE.write_text(make(), encoding="ascii")
    print(f"{FILE.name}: {FILE.stat().st_size} bytes")
