"""A new passphrase: one slot is replaced, other sessions end, and nothing else is touched."""

from functools import partial

import pytest
from django.utils import timezone
from tests import deeds
from tests.cast import Cast, Someone
from tests.trouble import at_once, cut_at_every_step, everything

from nearer.acts.change_passphrase import change_passphrase
from nearer.acts.session import NotProven, prove
from nearer.store.models import Session, Slot
from nearer.vault.passphrase import stretch
from nearer.vault.slots import open_slot

NEW = "another seven words that nobody has heard of"


def _change(who: Someone, passphrase: str = NEW, old: bytes | None = None) -> None:
    session = Session.objects.filter(person=who.person).latest("begun")
    change_passphrase(
        session,
        old_proof=who.proof() if old is None else old,
        new=who.side.passphrase_slot(passphrase),
        now=timezone.now(),
    )


def test_it_opens_with_the_new_one_and_no_more_with_the_old(cast: Cast) -> None:
    old = cast.ada.proof()
    _change(cast.ada)
    slot = prove("Ada", cast.ada.proof(NEW))
    halves = stretch(NEW, bytes(slot.salt), slot.profile)
    root = open_slot(halves.slot_key, Slot.Kind.PASSPHRASE, cast.ada.id, bytes(slot.box))  # type: ignore[arg-type]  # the same numbers
    assert root == cast.ada.side.root
    with pytest.raises(NotProven):
        prove("Ada", old)
    with pytest.raises(NotProven):
        prove("Ada", cast.ada.proof())


def test_it_touches_no_record_and_nobody_else(cast: Cast) -> None:
    deeds.check_in(cast.ada)
    deeds.letter(cast.ada)
    before, bens = everything(Slot, Session), Session.objects.filter(person=cast.ben.person).count()
    recovery = Slot.objects.get(person=cast.ada.person, kind=Slot.Kind.RECOVERY)
    _change(cast.ada)
    assert everything(Slot, Session) == before
    assert Session.objects.filter(person=cast.ben.person).count() == bens
    again = Slot.objects.get(person=cast.ada.person, kind=Slot.Kind.RECOVERY)
    assert (again.id, bytes(again.box)) == (recovery.id, bytes(recovery.box))


def test_it_ends_every_other_session_of_hers(cast: Cast) -> None:
    left_on_the_train = cast.ada.again()
    left_on_the_train.sign_in()
    assert left_on_the_train.get("/today/").status_code == 200
    cast.ada.sign_in()
    _change(cast.ada)
    assert left_on_the_train.get("/today/").status_code == 302
    assert cast.ada.get("/today/").status_code == 200


def test_it_leaves_the_old_state_whole_wherever_the_power_fails(cast: Cast) -> None:
    cast.ada.again().sign_in()
    old = cast.ada.proof()
    new = cast.ada.side.passphrase_slot(NEW)
    session = Session.objects.filter(person=cast.ada.person).latest("begun")
    change = partial(change_passphrase, session, old_proof=old, new=new, now=timezone.now())
    cut_at_every_step(change, at_least=3)
    assert prove("Ada", cast.ada.proof(NEW)).person == cast.ada.person


def test_it_changes_nothing_for_someone_who_only_found_the_phone(cast: Cast) -> None:
    before = everything()
    for guess in (cast.ben.proof(), b"", bytes(32)):
        with pytest.raises(NotProven):
            _change(cast.ada, old=guess)
    assert everything() == before


def test_it_is_no_mistake_to_send_the_same_form_again(cast: Cast) -> None:
    """The first answer was lost on the way."""
    session = Session.objects.filter(person=cast.ada.person).latest("begun")
    old, new = cast.ada.proof(), cast.ada.side.passphrase_slot(NEW)
    change_passphrase(session, old_proof=old, new=new, now=timezone.now())
    before = everything()
    change_passphrase(session, old_proof=old, new=new, now=timezone.now())
    assert everything() == before


def test_it_leaves_one_slot_when_two_tabs_change_it_at_once(
    transactional_db: None, cast: Cast
) -> None:
    del transactional_db
    old = cast.ada.proof()
    said = at_once(
        partial(_change, cast.ada, "one new passphrase", old),
        partial(_change, cast.ada, "another new passphrase", old),
    )
    assert sum(one is None for one in said) == 1, said
    assert Slot.objects.filter(person=cast.ada.person, kind=Slot.Kind.PASSPHRASE).count() == 1
