"""The limits that the threat model admits are real. One that goes away fails here, and is told."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import time_machine
from django.test import Client
from django.utils import timezone
from tests.cast import Cast, Someone
from tests.web.paths import undone
from tests.web.sendings_at_the_door import begin_form

from nearer.acts import pair
from nearer.acts import session as sessions
from nearer.acts.change_passphrase import change_passphrase
from nearer.acts.share import send_letter
from nearer.acts.take_back import take_back
from nearer.core.moments import CheckIn, LetterDraft, TakenBack
from nearer.store.log import Draft, Entry, Log
from nearer.store.models import Invite, Member, Person, Record, Session, Slot
from nearer.vault import PersonKeys, Purpose, Secret, SlotKind
from nearer.vault.passphrase import stretch
from nearer.vault.records import Address, open_box, plain_to_words
from nearer.vault.slots import open_slot
from nearer.vault.spaces import open_space_key, seal_space_key

if TYPE_CHECKING:
    from uuid import UUID

    from nearer.store.log import OpenSpace

WORDS = {"reason": "I sat with the tea until it was cold."}


def _kept(who: Someone) -> Entry:
    """A check-in of one's own."""
    log = who.log
    return log.write(log.own, Draft.new(CheckIn(energy=3, feelings=("lonely",)), timezone.now()))


def _sent(ada: Someone) -> tuple[UUID, OpenSpace]:
    """A letter of Ada's with words, sent to Ben and not opened."""
    log, now, letter = ada.log, timezone.now(), uuid4()
    couple = log.couple
    assert couple is not None
    draft = log.write(log.own, Draft.new(LetterDraft(letter=letter), now, about=letter))
    ada.learn_words_keys()
    send_letter(log, draft, couple, ada.side.seal_words(couple.id, letter, WORDS), now=now)
    return letter, couple


def test_it_takes_an_old_row_for_the_newest(cast: Cast) -> None:
    letter, couple = _sent(cast.ada)
    old = Record.objects.get(id=letter)
    take_back(cast.ada.log, couple, letter, now=timezone.now())
    old.save(force_insert=True)
    assert cast.ben.log.get(couple, letter).id == letter


def test_it_is_locked_only_for_whom_the_old_session_row_is_gone(cast: Cast) -> None:
    ada, now = cast.ada, timezone.now()
    private = ada.side.keys.marks.private
    begun = sessions.sign_in(ada.person, private, time_zone="UTC", idle_minutes=5, now=now)
    old = Session.objects.get(id=begun.session.id)
    sessions.lock(begun.session)
    old.save(force_update=True)
    assert sessions.look_inside(old, begun.cookies.key, now=now) is not None


def test_an_old_passphrase_opens_everything_with_an_old_copy(cast: Cast) -> None:
    ada, now = cast.ada, timezone.now()
    copy = Slot.objects.get(person_id=ada.id, kind=Slot.Kind.PASSPHRASE)
    session = Session.objects.get(person_id=ada.id)
    new = ada.side.passphrase_slot("another seven words that nobody knows yet")
    change_passphrase(session, old_proof=ada.proof(), new=new, now=now)
    later = _kept(ada)

    halves = stretch(ada.side.passphrase, bytes(copy.salt), copy.profile)
    root = open_slot(halves.slot_key, SlotKind.PASSPHRASE, ada.id, bytes(copy.box))
    private = PersonKeys.from_root(root).marks.private
    assert Log(ada.person, private).own.marks_key == ada.log.own.marks_key
    assert Log(ada.person, private).get(ada.log.own, later.id) == later


def test_a_marks_key_that_was_seen_once_opens_what_comes_later(cast: Cast) -> None:
    seen = cast.ada.side.keys.marks.private.reveal()
    assert Session.objects.filter(person_id=cast.ada.id).delete()
    later = _kept(cast.ada)
    log = Log(cast.ada.person, Secret(seen))
    assert log.get(log.own, later.id) == later


def test_a_link_and_a_copy_from_before_it_was_taken_open_all_that_follows(cast: Cast) -> None:
    cleo, eve, now = cast.cleo, cast.eve, timezone.now()
    new, secret = cleo.side.invite()
    found = pair.invite(cleo.person, new, now=now)
    copy = bytes(Invite.objects.get(id=new.id).box)
    marks, words = eve.side.accept(secret, new.id, new.space, cleo.id, new.box)
    pair.accept(eve.person, new.id, proof=new.proof, marks_key=marks, words_key=words, now=now)
    for person in (cleo.person, eve.person):
        pair.say_same(person, found)
    letter, couple = _sent(cleo)

    stranger = Someone("Dan").side
    stranger.accept(secret, new.id, new.space, cleo.id, copy)
    box = bytes(Record.objects.get(id=letter).words)
    assert stranger.open_words(couple.id, letter, cleo.id, box) == WORDS


def test_ben_can_read_a_letter_off_the_table_without_opening_it(cast: Cast) -> None:
    letter, couple = _sent(cast.ada)
    private = cast.ben.side.keys.words.private
    sealed = bytes(Member.objects.get(space_id=couple.id, person_id=cast.ben.id).words_key)
    key = open_space_key(private, Purpose.WORDS, couple.id, cast.ben.id, sealed)
    box = bytes(Record.objects.get(id=letter).words)
    address = Address(couple.id, letter, cast.ada.id)
    assert plain_to_words(open_box(key, Purpose.WORDS, address, box)) == WORDS


def test_ben_can_find_on_the_table_that_something_was_taken_back(cast: Cast) -> None:
    letter, couple = _sent(cast.ada)
    take_back(cast.ada.log, couple, letter, now=timezone.now())
    assert [entry.moment for entry in cast.ben.log.about(couple, [letter])] == [
        TakenBack(about=letter, what="letter")
    ]


def test_a_key_that_a_stranger_puts_on_the_table_is_taken_for_the_space_s_own(cast: Cast) -> None:
    ada, stranger = cast.ada, Secret.fresh()
    public = ada.side.keys.words.public
    theirs = seal_space_key(public, Purpose.WORDS, ada.side.own, ada.id, stranger)
    Member.objects.filter(space_id=ada.side.own, person_id=ada.id).update(words_key=theirs)
    ada.learn_words_keys()
    record = uuid4()
    box = ada.side.seal_words(ada.side.own, record, WORDS)
    address = Address(ada.side.own, record, ada.id)
    assert plain_to_words(open_box(stranger, Purpose.WORDS, address, box)) == WORDS


def test_whoever_begins_learns_that_a_name_is_taken(cast: Cast) -> None:
    other = Someone(cast.ada.name)
    answer = other.post("/begin/", begin_form(other))
    assert "Someone here has this name" in answer.content.decode()
    assert not Person.objects.filter(id=other.id).exists()


def test_somebody_who_tries_at_ada_s_name_can_count_her_wrong_tries(cast: Cast) -> None:
    counted = []
    for wrong in (0, 2):
        with undone(), time_machine.travel(timezone.now(), tick=False):
            for _ in range(wrong):
                Client().post("/sign-in/", cast.cleo.proof_form() | {"name": "Ada"})
            cast.ada.sign_in(Client())
            counted.append(_free_tries())
    assert counted == [8, 6]


def _free_tries() -> int:
    """How many wrong tries at Ada's name are free, for somebody at the door."""
    sent, client = {"name": "Ada", "proof": "A" * 43}, Client()
    tries = (client.post("/account/open/", sent, "application/json") for _ in range(20))
    return next(count for count, one in enumerate(tries) if one.status_code == 429)
