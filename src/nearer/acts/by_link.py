"""A letter by link: sent, read with no trace, answered once, and the answer taken in."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F

from nearer.acts.pair import INVITE_LASTS, CannotPair, NewInvite, invite
from nearer.acts.remove_whole import remove_whole
from nearer.core.moments import AnswerByLink, LetterByLink
from nearer.store.log import Draft, Entry, Log, NotThere
from nearer.store.models import LinkedLetter, Person, Space
from nearer.vault.passphrase import proof_matches, verifier


class Gone(Exception):
    """This link leads to no letter. Whether it ever did is said to nobody."""


@dataclass(frozen=True, slots=True)
class SealedLetter:
    """A letter as its writer's browser sealed it, and the proof that a reader shows."""

    box: bytes
    proof: bytes


def send(
    person: Person, log: Log, new: NewInvite, letter: SealedLetter, copy: Draft, *, now: datetime
) -> None:
    """Make the link that is read and joined by, and keep the writer's own copy, all or nothing.

    One letter at a time waits for an answer: an earlier one is as if it never was, and so is an
    earlier link to pair by. Sent again before anybody can have the link, what came last counts.
    Raises what `pair.invite` does (with "gone" for a letter that is answered or another's), and
    NotThere for a record's id that is another's.
    """
    with transaction.atomic():
        invite(person, new, now=now)
        sealed = {"box": letter.box, "verifier": verifier(letter.proof)}
        mine = LinkedLetter.objects.filter(sender=person, answer=b"")
        mine.exclude(id=new.id).delete()
        if not mine.filter(id=new.id).update(**sealed):
            _row(person, new.id, now, sealed)
        log.rewrite(log.own, copy)


def _row(person: Person, letter: UUID, now: datetime, sealed: dict[str, bytes]) -> None:
    try:
        with transaction.atomic():
            LinkedLetter.objects.create(id=letter, sender=person, made=now, **sealed)
    except IntegrityError:
        raise CannotPair("gone") from None


def read(letter: UUID, proof: bytes, *, now: datetime, by: UUID | None = None) -> bytes:
    """The letter's box, for whoever holds the link. Nothing is kept of it.

    `by` is who reads, if they are signed in. Raises CannotPair("own") for its writer, and Gone for
    a letter that never was, is answered, was taken back or is over, and for a wrong proof.
    """
    return bytes(_found(letter, proof, now, by).box)


def answer(
    letter: UUID, proof: bytes, box: bytes, *, now: datetime, by: UUID | None = None
) -> None:
    """Put an answer in the letter's place: one, whoever has the link. Raises what `read` does.

    The same answer sent again, since the line was torn, is the same one.
    """
    with transaction.atomic():
        try:
            found = _found(letter, proof, now, by)
        except Gone:
            known = LinkedLetter.objects.filter(id=letter, answer=box).first()
            if known is not None and proof_matches(proof, bytes(known.verifier)):
                return
            raise
        if not LinkedLetter.objects.filter(id=letter, answer=b"").update(answer=box, box=b""):
            raise Gone  # another one's came this very moment
        Space.objects.filter(members__person=found.sender_id, kind=Space.Kind.OWN).update(
            version=F("version") + 1
        )


def _found(letter: UUID, proof: bytes, now: datetime, by: UUID | None) -> LinkedLetter:
    found = LinkedLetter.objects.filter(id=letter, answer=b"").first()
    if found is None or now - found.made > INVITE_LASTS:
        raise Gone
    if not proof_matches(proof, bytes(found.verifier)):
        raise Gone
    if by is not None and by == found.sender_id:
        raise CannotPair("own")
    return found


def state(log: Log, letter: UUID, *, now: datetime) -> LinkedLetter | None:
    """One's own letter while it can be answered, or is and was not taken in; else None."""
    found = LinkedLetter.objects.filter(id=letter, sender_id=log.me).first()
    if found is None or found.answer:
        return found
    return found if now - found.made <= INVITE_LASTS else None


def answered(log: Log) -> list[Entry]:
    """One's own copies of the letters to which an answer came that was not taken in, oldest first.

    Of one that has no copy, nothing could open the answer.
    """
    found = LinkedLetter.objects.filter(sender_id=log.me).exclude(answer=b"")
    ids = list(found.values_list("id", flat=True))
    return [one for one in log.about(log.own, ids) if isinstance(one.moment, LetterByLink)]


def keep_answer(log: Log, copy: Entry, words: bytes, *, now: datetime) -> None:
    """Keep an answer in one's own space, sealed there by the browser that opened it.

    What lay on the server goes, in the same transaction. Raises NotThere when no answer has come.
    A second time, or in a second tab, it is kept already: raises AlreadyKept.
    """
    if not isinstance(copy.moment, LetterByLink):
        raise NotThere
    with transaction.atomic():
        only = log.only_id(log.own, AnswerByLink, copy.id)
        rows = LinkedLetter.objects.filter(id=copy.moment.letter, sender_id=log.me)
        if not rows.exclude(answer=b"").delete()[0] and not log.many(log.own, [only]):
            raise NotThere
        log.write(log.own, Draft(only, AnswerByLink(about=copy.id), now, words, about=copy.id))


def take_back(log: Log, letter: UUID) -> None:
    """The link leads nowhere any more, neither to the letter nor to joining.

    An answer that has come stays, and so does a pairing that somebody has begun.
    """
    with transaction.atomic():
        LinkedLetter.objects.filter(id=letter, sender_id=log.me, answer=b"").delete()
        Space.objects.filter(
            invite__id=letter,
            invite__inviter_id=log.me,
            invite__accepter=None,
            state=Space.State.PENDING,
        ).delete()


def remove(log: Log, copy: Entry) -> None:
    """Remove one's own copy with the answer, wherever it is; the letter is taken back, too."""
    with transaction.atomic():
        if isinstance(copy.moment, LetterByLink):
            take_back(log, copy.moment.letter)
            LinkedLetter.objects.filter(id=copy.moment.letter, sender_id=log.me).delete()
        remove_whole(log, copy)
