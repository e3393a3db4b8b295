"""A power cut between any two steps of changing a passphrase or recovering, without a transaction.

The store does these in one transaction. Should that ever fail, the order of the steps alone
keeps a way in: something that the person knows opens, at every point.
"""

from uuid import UUID

import pytest
from tests.vault import model_house as house_of
from tests.vault.model_house import House, Unlocked

from nearer.vault import Secret, SlotKind, WrongKey, recovery

OLD, NEW = "seven quiet words", "another seven words"


def ways_in(house: House, person: UUID, known: dict[str, str | Secret]) -> set[str]:
    """Tell which of the things that a person knows opens a slot."""
    working = set()
    for name, secret in known.items():
        kind = SlotKind.PASSPHRASE if isinstance(secret, str) else SlotKind.RECOVERY
        try:
            house_of.unlock(house, person, kind, secret)
        except WrongKey:
            continue
        working.add(name)
    return working


def ada_with_a_letter() -> tuple[House, Unlocked, Secret]:
    house = House()
    ada, code = house_of.begin(house, "Ada", OLD)
    house_of.sign_in(house, ada)
    house_of.write(house, ada, next(iter(house_of.spaces_of(house, ada))), "I was afraid")
    return house, ada, code


CHANGING = [
    {"old", "code"},
    {"old", "new", "code"},
    {"new", "code"},
    {"new", "code"},
]
RECOVERING = [
    {"old", "code"},
    {"old", "new", "code"},
    {"old", "new", "code", "new code"},
    {"new", "code", "new code"},
    {"new", "new code"},
    {"new", "new code"},
]


@pytest.mark.parametrize("done", range(len(CHANGING)))
def test_it_leaves_ada_a_way_in_wherever_changing_a_passphrase_stops(done: int) -> None:
    house, ada, code = ada_with_a_letter()
    steps = house_of.change_passphrase(house, ada, NEW)
    assert len(steps) == len(CHANGING) - 1
    for step in steps[:done]:
        step()
    known: dict[str, str | Secret] = {"old": OLD, "new": NEW, "code": code}
    assert ways_in(house, ada.person, known) == CHANGING[done]
    assert_she_has_all_and_can_finish(house, ada, NEW if "new" in CHANGING[done] else OLD)


@pytest.mark.parametrize("done", range(len(RECOVERING)))
def test_it_leaves_ada_a_way_in_wherever_recovering_stops(done: int) -> None:
    house, ada, code = ada_with_a_letter()
    new_code = recovery.new_code()
    steps = house_of.recover(house, ada, NEW, new_code)
    assert len(steps) == len(RECOVERING) - 1
    for step in steps[:done]:
        step()
    known: dict[str, str | Secret] = {"old": OLD, "new": NEW, "code": code, "new code": new_code}
    assert ways_in(house, ada.person, known) == RECOVERING[done]
    assert_she_has_all_and_can_finish(house, ada, NEW if "new" in RECOVERING[done] else OLD)


def assert_she_has_all_and_can_finish(house: House, ada: Unlocked, words: str) -> None:
    """What she wrote is there through any way in, and changing again mends a torn half."""
    again = house_of.unlock(house, ada.person, SlotKind.PASSPHRASE, words)
    for record, row in house.records.items():
        keys = house_of.spaces_of(house, again)[row.space]
        assert house_of.read(house, keys, record) == "I was afraid"
    for step in house_of.change_passphrase(house, again, "a third one"):
        step()
    known: dict[str, str | Secret] = {"old": OLD, "new": NEW, "third": "a third one"}
    assert ways_in(house, ada.person, known) == {"third"}
    assert not house.sessions
    rows = [row.kind for row in house.slots.values() if row.person == ada.person]
    assert rows.count(SlotKind.PASSPHRASE) == 1
