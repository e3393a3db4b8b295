from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vault.laws import ADDRESSES, BITS, IDS, KEYS, PLAIN, PURPOSES, TEXTS, flipped

from nearer.vault import Address, Malformed, Purpose, Secret, Tampered
from nearer.vault.padding import padded_length
from nearer.vault.records import (
    looks_like_box,
    only_id,
    open_box,
    plain_to_words,
    seal,
    shelf,
    thread,
    threads,
    words_to_plain,
)


@given(key=KEYS, purpose=PURPOSES, at=ADDRESSES, plain=PLAIN)
def test_it_gives_back_every_word_unchanged(
    key: Secret, purpose: Purpose, at: Address, plain: bytes
) -> None:
    box = seal(key, purpose, at, plain)
    assert looks_like_box(box)
    assert len(box) == 29 + padded_length(len(plain))
    assert open_box(key, purpose, at, box) == plain


@given(key=KEYS, purpose=PURPOSES, at=ADDRESSES, other=IDS, cleos=KEYS)
def test_it_does_not_open_anywhere_else(
    key: Secret, purpose: Purpose, at: Address, other: UUID, cleos: Secret
) -> None:
    box = seal(key, purpose, at, b"I was afraid")
    for elsewhere in (
        (key, Purpose(3 - purpose), at),
        (key, purpose, replace(at, space=other)),
        (key, purpose, replace(at, record=other)),
        (key, purpose, replace(at, author=other)),
        (cleos, purpose, at),
    ):
        if elsewhere != (key, purpose, at):
            with pytest.raises(Tampered):
                open_box(*elsewhere, box)


@given(key=KEYS, purpose=PURPOSES, at=ADDRESSES, plain=PLAIN, bit=BITS)
def test_it_does_not_open_with_a_flipped_bit(
    key: Secret, purpose: Purpose, at: Address, plain: bytes, bit: int
) -> None:
    with pytest.raises((Malformed, Tampered)):
        open_box(key, purpose, at, flipped(seal(key, purpose, at, plain), bit))


@given(key=KEYS, at=ADDRESSES, plain=PLAIN, keep=st.floats(0, 1, exclude_max=True))
def test_it_does_not_open_torn(key: Secret, at: Address, plain: bytes, keep: float) -> None:
    box = seal(key, Purpose.WORDS, at, plain)
    with pytest.raises((Malformed, Tampered)):
        open_box(key, Purpose.WORDS, at, box[: int(len(box) * keep)])


@given(key=KEYS, at=ADDRESSES)
def test_it_seals_marks_and_words_under_unlike_keys_even_from_one(key: Secret, at: Address) -> None:
    nonce = bytes(12)
    marks = seal(key, Purpose.MARKS, at, b"same", nonce=nonce)
    words = seal(key, Purpose.WORDS, at, b"same", nonce=nonce)
    assert marks[13:-16] != words[13:-16]


@given(words=st.dictionaries(TEXTS, TEXTS, max_size=5))
def test_it_writes_words_as_text_and_reads_them_back(words: dict[str, str]) -> None:
    assert plain_to_words(words_to_plain(words)) == words


@given(plain=st.one_of(st.binary(max_size=60), st.text(max_size=60).map(str.encode)))
def test_it_reads_anything_as_words_or_as_malformed(plain: bytes) -> None:
    try:
        words = plain_to_words(plain)
    except Malformed:
        return
    assert all(isinstance(text, str) for text in words.values())


@given(key=KEYS, other=KEYS, letter=IDS, reply=IDS, ada=IDS, ben=IDS)
def test_it_finds_within_a_space_what_cannot_be_told_from_another(
    key: Secret, other: Secret, letter: UUID, reply: UUID, ada: UUID, ben: UUID
) -> None:
    assert len(shelf(key, "letter")) == len(thread(key, letter)) == 16
    if key != other:
        assert shelf(key, "letter") != shelf(other, "letter")
        assert thread(key, letter) != thread(other, letter)
        assert only_id(key, "reply", letter, ada) != only_id(other, "reply", letter, ada)
    assert shelf(key, "letter") != shelf(key, "reply")
    assert (thread(key, letter) == thread(key, reply)) == (letter == reply)
    assert threads(key, [letter, reply]) == [thread(key, letter), thread(key, reply)]
    same = (letter, ada) == (reply, ben)
    assert (only_id(key, "reply", letter, ada) == only_id(key, "reply", reply, ben)) == same
