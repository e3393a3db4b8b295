from uuid import UUID

import pytest
from hypothesis import given
from tests.vault.laws import BITS, IDS, KEYS, SLOT_KINDS, flipped

from nearer.vault import Malformed, Secret, SlotKind, Tampered, WrongKey
from nearer.vault.slots import open_slot, passkey_input, passkey_slot_key, seal_slot


@given(key=KEYS, kind=SLOT_KINDS, ada=IDS, root=KEYS)
def test_it_opens_adas_slot_with_her_key(
    key: Secret, kind: SlotKind, ada: UUID, root: Secret
) -> None:
    box = seal_slot(key, kind, ada, root)
    assert len(box) == 93
    assert open_slot(key, kind, ada, box) == root
    assert seal_slot(key, kind, ada, root) != box


@given(key=KEYS, guess=KEYS, kind=SLOT_KINDS, ada=IDS, root=KEYS)
def test_it_tells_cleo_only_that_her_key_is_wrong(
    key: Secret, guess: Secret, kind: SlotKind, ada: UUID, root: Secret
) -> None:
    if guess != key:
        with pytest.raises(WrongKey):
            open_slot(guess, kind, ada, seal_slot(key, kind, ada, root))


@given(key=KEYS, kind=SLOT_KINDS, other=SLOT_KINDS, ada=IDS, ben=IDS, root=KEYS)
def test_it_does_not_open_as_another_kind_or_for_another_person(
    key: Secret, kind: SlotKind, other: SlotKind, ada: UUID, ben: UUID, root: Secret
) -> None:
    box = seal_slot(key, kind, ada, root)
    for where in ((other, ada), (kind, ben)):
        if where != (kind, ada):
            with pytest.raises(Tampered):
                open_slot(key, *where, box)


@given(key=KEYS, ada=IDS, root=KEYS, bit=BITS)
def test_it_does_not_open_with_a_flipped_bit(
    key: Secret, ada: UUID, root: Secret, bit: int
) -> None:
    box = seal_slot(key, SlotKind.RECOVERY, ada, root)
    byte = bit % (8 * len(box)) // 8
    failure = Malformed if byte == 0 else WrongKey if byte <= 32 else Tampered
    with pytest.raises(failure):
        open_slot(key, SlotKind.RECOVERY, ada, flipped(box, bit))


def test_it_asks_a_passkey_for_its_own_salt_and_takes_only_what_a_passkey_gives() -> None:
    assert passkey_input(bytes(16)) != passkey_input(b"\x01" * 16)
    assert passkey_slot_key(Secret(bytes(32))) != passkey_slot_key(Secret(b"\x01" * 32))
    with pytest.raises(Malformed):
        passkey_slot_key(Secret(bytes(64)))
