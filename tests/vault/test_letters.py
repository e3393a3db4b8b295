from uuid import UUID

import pytest
from hypothesis import given
from tests.vault.laws import BITS, IDS, PLAIN, flipped

from nearer.vault import Malformed, PersonKeys, Secret, Tampered
from nearer.vault.letters import (
    letter_proof,
    looks_like_answer,
    open_answer,
    open_letter,
    seal_answer,
    seal_letter,
)
from nearer.vault.pairing import InviteSecret, invite_proof

ADA, BEN = (PersonKeys.from_root(Secret(letter * 32)).words for letter in (b"a", b"b"))
LINK, OTHER = InviteSecret(b"l" * 16), InviteSecret(b"o" * 16)


@given(letter=IDS, plain=PLAIN)
def test_whoever_has_the_link_reads_the_letter(letter: UUID, plain: bytes) -> None:
    assert open_letter(LINK, letter, seal_letter(LINK, letter, plain)) == plain


@given(letter=IDS, other=IDS, bit=BITS)
def test_nobody_reads_it_with_another_link_or_bent(letter: UUID, other: UUID, bit: int) -> None:
    box = seal_letter(LINK, letter, b"the door fell shut")
    for link, where, data in (
        (OTHER, letter, box),
        (LINK, other, box),
        (LINK, letter, flipped(box, bit)),
    ):
        if (link, where, data) != (LINK, letter, box):
            with pytest.raises((Malformed, Tampered)):
                open_letter(link, where, data)


@given(letter=IDS, plain=PLAIN)
def test_ada_reads_what_ben_answers(letter: UUID, plain: bytes) -> None:
    sealed = seal_answer(LINK, letter, ADA.public, plain)
    assert looks_like_answer(sealed)
    assert open_answer(LINK, letter, ADA.private, sealed) == plain


@given(letter=IDS, other=IDS, bit=BITS)
def test_nobody_else_reads_or_makes_it(letter: UUID, other: UUID, bit: int) -> None:
    sealed = seal_answer(LINK, letter, ADA.public, b"I have read it")
    without_the_link = seal_answer(OTHER, letter, ADA.public, b"I never want to hear of you")
    for link, where, key, data in (
        (OTHER, letter, ADA, sealed),
        (LINK, other, ADA, sealed),
        (LINK, letter, BEN, sealed),
        (LINK, letter, ADA, without_the_link),
        (LINK, letter, ADA, flipped(sealed, bit)),
    ):
        if (link, where, key, data) != (LINK, letter, ADA, sealed):
            with pytest.raises((Malformed, Tampered)):
                open_answer(link, where, key.private, data)


def test_it_shows_another_proof_for_reading_than_for_joining() -> None:
    assert letter_proof(LINK).reveal() != invite_proof(LINK).reveal()


def test_it_takes_nothing_for_no_answer() -> None:
    assert not looks_like_answer(b"")
    with pytest.raises(Malformed):
        open_answer(LINK, UUID(int=1), ADA.private, b"")
