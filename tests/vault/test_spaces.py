from uuid import UUID

import pytest
from hypothesis import given
from tests.vault.laws import BITS, IDS, KEYS, PURPOSES, flipped

from nearer.vault import Malformed, PersonKeys, Purpose, Secret, SpaceKeys, Tampered
from nearer.vault.spaces import open_space_key, seal_space_key

ADA = PersonKeys.from_root(Secret(b"a" * 32)).words


@given(purpose=PURPOSES, space=IDS, ada=IDS, key=KEYS)
def test_it_opens_a_spaces_key_for_the_member_it_was_sealed_to(
    purpose: Purpose, space: UUID, ada: UUID, key: Secret
) -> None:
    sealed = seal_space_key(ADA.public, purpose, space, ada, key)
    assert len(sealed) == 81
    assert open_space_key(ADA.private, purpose, space, ada, sealed) == key


@given(purpose=PURPOSES, space=IDS, ada=IDS, other=IDS, key=KEYS)
def test_it_does_not_open_anywhere_else(
    purpose: Purpose, space: UUID, ada: UUID, other: UUID, key: Secret
) -> None:
    sealed = seal_space_key(ADA.public, purpose, space, ada, key)
    elsewhere = [(Purpose(3 - purpose), space, ada), (purpose, other, ada), (purpose, space, other)]
    for where in elsewhere:
        if where != (purpose, space, ada):
            with pytest.raises(Tampered):
                open_space_key(ADA.private, *where, sealed)


@given(space=IDS, ada=IDS, key=KEYS, bit=BITS)
def test_it_does_not_open_with_a_flipped_bit(space: UUID, ada: UUID, key: Secret, bit: int) -> None:
    sealed = flipped(seal_space_key(ADA.public, Purpose.WORDS, space, ada, key), bit)
    with pytest.raises((Malformed, Tampered)):
        open_space_key(ADA.private, Purpose.WORDS, space, ada, sealed)


def test_it_makes_two_keys_for_each_new_space_and_seals_no_half_ones() -> None:
    keys = SpaceKeys.fresh()
    assert keys.marks != keys.words
    assert keys != SpaceKeys.fresh()
    with pytest.raises(Malformed):
        seal_space_key(ADA.public, Purpose.WORDS, UUID(int=1), UUID(int=2), Secret(bytes(31)))
