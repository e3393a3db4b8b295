"""The answer was lost on the way, and the same form is sent once more: it is done once."""

from uuid import uuid4

from django.utils import timezone
from tests.cast import Cast

from nearer.acts.change_passphrase import change_passphrase
from nearer.acts.recover import recover
from nearer.store.models import Session, Slot
from nearer.vault.recovery import new_code, stretch_code


def test_it_takes_a_changed_passphrase_that_is_sent_twice_as_changed_once(cast: Cast) -> None:
    ada = cast.ada
    session = Session.objects.get(person=ada.person)
    new, old_proof = ada.side.passphrase_slot("another quiet seven words"), ada.proof()
    change_passphrase(session, old_proof=old_proof, new=new, now=timezone.now())
    tablet = Session.objects.exclude(id=session.id).filter(person=ada.person)
    ada.side.passphrase = "another quiet seven words"
    ada.sign_in()
    change_passphrase(session, old_proof=old_proof, new=new, now=timezone.now())
    assert Slot.objects.filter(person=ada.person, kind=Slot.Kind.PASSPHRASE).count() == 1
    assert tablet.exists()  # signed in since: it is not what the first sending ended


def test_it_takes_a_recovery_that_is_sent_twice_as_one(cast: Cast) -> None:
    ada = cast.ada
    proof = stretch_code(ada.side.code).login_proof.reveal()
    new = {
        "passphrase": ada.side.passphrase_slot("found on paper again"),
        "recovery": ada.side.recovery_slot(new_code()),
    }
    first = recover(ada.name, proof, now=timezone.now(), **new)
    kept = set(Slot.objects.filter(person=ada.person).values_list("id", flat=True))
    assert recover(ada.name, proof, now=timezone.now(), **new) == first
    assert set(Slot.objects.filter(person=ada.person).values_list("id", flat=True)) == kept


def test_it_keeps_a_check_in_as_it_was_sent_last(cast: Cast) -> None:
    """The first sending arrived, though its answer did not, and she wrote on before the second."""
    ada = cast.ada
    record = uuid4()
    for words in ("He came home late.", "He came home late. I did not ask."):
        form = ada.sealed(ada.side.own, {"trigger": words}, record, body="tight_chest")
        answer = ada.post("/check-in/", form)
        assert answer.status_code == 204, answer.content
    (entry,) = ada.log.many(ada.log.own, [record])
    said = ada.side.open_words(entry.space, entry.id, entry.author, entry.words)
    assert said == {"trigger": "He came home late. I did not ask."}


def test_it_keeps_a_draft_as_it_was_sent_last(cast: Cast) -> None:
    ada = cast.ada
    letter, record = uuid4(), uuid4()
    for words in ("It was cold.", "It was cold, and so was I."):
        form = ada.sealed(ada.side.own, {"reason": words}, record, feelings=["lonely"])
        assert ada.post(f"/letters/{letter}/write/", form).status_code == 204
    (entry,) = ada.log.about(ada.log.own, [letter])
    said = ada.side.open_words(entry.space, entry.id, entry.author, entry.words)
    assert said == {"reason": "It was cold, and so was I."}


def test_it_keeps_no_draft_of_a_letter_that_is_sent(cast: Cast) -> None:
    """Two tabs write the same letter; one sends it. The other is told, and keeps its text."""
    ada = cast.ada
    letter = uuid4()
    path = f"/letters/{letter}/write/"
    form = ada.sealed(ada.side.own, {"reason": "It was cold."}, feelings=["lonely"])
    assert ada.post(path, form).status_code == 204
    couple = ada.log.couple
    assert couple is not None
    sealed = ada.sealed(couple.id, {"reason": "It was cold."}, letter)
    assert ada.post(f"/letters/{letter}/send/", sealed).status_code == 204
    late = ada.sealed(ada.side.own, {"reason": "It was dark."}, feelings=["lonely"])
    answer = ada.post(path, late)
    assert answer.status_code == 409
    assert "What you wrote is still here." in answer.content.decode()
    assert ada.get(path).headers["Location"] == f"/letters/{letter}/"
    assert ada.log.about(ada.log.own, [letter]) == []
