"""Coming back with the code from the paper: two new ways in, and every old one is shut."""

import dataclasses
from functools import partial

import pytest
from django.utils import timezone
from tests import deeds
from tests.cast import Cast, Someone
from tests.trouble import cut_at_every_step, everything

from nearer.acts.begin import NewSlot
from nearer.acts.recover import recover
from nearer.acts.session import NotProven, prove
from nearer.store.models import Session, Slot
from nearer.vault.recovery import new_code, read_code, stretch_code
from nearer.vault.secret import Secret

NEW = "seven fresh words for a second beginning"


def _proof(code: Secret) -> bytes:
    return stretch_code(code).login_proof.reveal()


def _slots(who: Someone, code: Secret) -> dict[str, NewSlot]:
    return {
        "passphrase": who.side.passphrase_slot(NEW),
        "recovery": who.side.recovery_slot(code),
    }


def test_it_opens_with_the_new_words_and_the_new_code_alone(cast: Cast) -> None:
    ada, code = cast.ada, new_code()
    old = ada.proof()
    recover("ADA", _proof(ada.side.code), **_slots(ada, code), now=timezone.now())
    assert prove("Ada", ada.proof(NEW)).person == ada.person
    assert prove("Ada", _proof(code), Slot.Kind.RECOVERY).person == ada.person
    with pytest.raises(NotProven):
        prove("Ada", old)
    with pytest.raises(NotProven):
        prove("Ada", _proof(ada.side.code), Slot.Kind.RECOVERY)


def test_it_works_once_with_each_code(cast: Cast) -> None:
    ada = cast.ada
    recover("Ada", _proof(ada.side.code), **_slots(ada, new_code()), now=timezone.now())
    before = everything()
    with pytest.raises(NotProven):
        recover("Ada", _proof(ada.side.code), **_slots(ada, new_code()), now=timezone.now())
    assert everything() == before


def test_it_takes_the_code_as_it_stands_on_paper(cast: Cast) -> None:
    code = read_code(cast.ada.side.recovery_code.lower().replace("-", " "))
    person = recover("ada", _proof(code), **_slots(cast.ada, new_code()), now=timezone.now())
    assert person == cast.ada.person


def test_it_is_no_mistake_to_send_the_same_form_again(cast: Cast) -> None:
    """The first answer was lost on the way."""
    slots = _slots(cast.ada, new_code())
    for _ in range(2):
        recover("Ada", _proof(cast.ada.side.code), **slots, now=timezone.now())
    before = everything()
    recover("Ada", _proof(cast.ada.side.code), **slots, now=timezone.now())
    assert everything() == before
    half = {**slots, "passphrase": cast.ada.side.passphrase_slot("some other words")}
    with pytest.raises(NotProven):
        recover("Ada", _proof(cast.ada.side.code), **half, now=timezone.now())
    half = {**slots, "recovery": dataclasses.replace(slots["recovery"], box=bytes(93))}
    with pytest.raises(NotProven):
        recover("Ada", _proof(cast.ada.side.code), **half, now=timezone.now())


def test_it_ends_every_session_and_touches_no_record(cast: Cast) -> None:
    deeds.check_in(cast.ada)
    deeds.letter(cast.ada)
    before = everything(Slot, Session)
    slots = _slots(cast.ada, new_code())
    recover("Ada", _proof(cast.ada.side.code), **slots, now=timezone.now())
    assert everything(Slot, Session) == before
    assert not Session.objects.filter(person=cast.ada.person).exists()
    assert Session.objects.filter(person=cast.ben.person).exists()


def test_it_leaves_her_passkeys_as_they_are(cast: Cast) -> None:
    made = timezone.now().date()
    key = Slot.objects.create(
        person=cast.ada.person, kind=Slot.Kind.PASSKEY, box=bytes(93), credential=b"one", made=made
    )
    slots = _slots(cast.ada, new_code())
    recover("Ada", _proof(cast.ada.side.code), **slots, now=timezone.now())
    assert Slot.objects.filter(id=key.id).exists()
    assert str(key) == "Passkey slot"


def test_it_leaves_the_old_state_whole_wherever_the_power_fails(cast: Cast) -> None:
    code = new_code()
    slots = _slots(cast.ada, code)
    act = partial(recover, "Ada", _proof(cast.ada.side.code), **slots, now=timezone.now())
    cut_at_every_step(act, at_least=4)
    assert prove("Ada", _proof(code), Slot.Kind.RECOVERY).person == cast.ada.person


@pytest.mark.parametrize("name", ["Ben", "nobody", ""])
def test_it_refuses_ada_s_code_for_another_name(cast: Cast, name: str) -> None:
    before = everything()
    with pytest.raises(NotProven):
        recover(
            name, _proof(cast.ada.side.code), **_slots(cast.ben, new_code()), now=timezone.now()
        )
    assert everything() == before


def test_it_refuses_her_passphrase_as_a_code(cast: Cast) -> None:
    with pytest.raises(NotProven):
        recover("Ada", cast.ada.proof(), **_slots(cast.ada, new_code()), now=timezone.now())
