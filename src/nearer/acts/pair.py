"""Pair: invite, accept, compare four words, open. Each step is kept before the next begins."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F, Q, QuerySet

from nearer.store.models import Invite, LinkedLetter, Member, Person, Space
from nearer.vault.passphrase import proof_matches, verifier

INVITE_LASTS = timedelta(days=7)


class CannotPair(Exception):
    """Why this link cannot be used; `reason` picks the sentence the person reads."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class NewInvite:
    """An invite as the inviter's browser made it, with the couple's keys sealed to the inviter."""

    id: UUID
    space: UUID
    box: bytes
    proof: bytes
    marks_key: bytes
    words_key: bytes


def is_paired(person: Person) -> bool:
    """Whether this person is in an open couple's space."""
    return Space.objects.filter(
        kind=Space.Kind.COUPLE, state=Space.State.OPEN, members__person=person
    ).exists()


def under_way(person: Person, *, now: datetime) -> Invite | None:
    """The pairing this person is in the middle of, as inviter or accepter."""
    return (
        _of(person, now=now)
        .select_related("inviter", "accepter", "space")
        .order_by("-made")
        .first()
    )


def _of(person: Person, *, now: datetime) -> QuerySet[Invite]:
    """The pairings this person is in that are not over yet."""
    return Invite.objects.filter(
        Q(inviter=person) | Q(accepter=person), made__gt=now - INVITE_LASTS
    )


def _is_comparing(person: Person, *, now: datetime) -> bool:
    """Whether four words wait for this person's yes: then no other pairing may begin.

    Else the yes to one could be said to another, or somebody could be linked twice.
    """
    return _of(person, now=now).filter(accepter__isnull=False).exists()


def invite(person: Person, new: NewInvite, *, now: datetime) -> Invite:
    """Make a link. An earlier link that nobody has accepted stops working.

    Raises CannotPair("paired"), CannotPair("comparing") while four words wait, or
    CannotPair("gone") for ids that are in use. The same invite sent twice is one invite.
    """
    with transaction.atomic():
        _hold(person)
        if is_paired(person):
            raise CannotPair("paired")
        known = Invite.objects.filter(id=new.id, inviter=person).first()
        if known is not None:
            return known
        if _is_comparing(person, now=now):
            raise CannotPair("comparing")
        Space.objects.filter(invite__inviter=person, state=Space.State.PENDING).delete()
        _no_letter(sender=person)
        try:
            with transaction.atomic():
                return _rows(person, new, now)
        except IntegrityError:
            raise CannotPair("gone") from None


def _rows(person: Person, new: NewInvite, now: datetime) -> Invite:
    space = Space.objects.create(id=new.space, kind=Space.Kind.COUPLE, state=Space.State.PENDING)
    Member.objects.create(
        space=space, person=person, marks_key=new.marks_key, words_key=new.words_key
    )
    return Invite.objects.create(
        id=new.id,
        space=space,
        inviter=person,
        box=new.box,
        verifier=verifier(new.proof),
        made=now,
    )


def _hold(*people: Person) -> None:
    """Hold these people's rows, in one order, so that two pairings of one person cannot cross."""
    ids = sorted(person.id for person in people)
    list(Person.objects.select_for_update().filter(id__in=ids).order_by("id"))


def look(person: Person, invite_id: UUID, *, now: datetime) -> Invite:
    """The invite behind a link, for someone who may accept it. Raises CannotPair.

    The reason is "gone" for a link that never was, is used, was taken back, or is over.
    """
    found = Invite.objects.select_related("inviter", "space").filter(id=invite_id).first()
    if found is None:
        raise CannotPair("gone")
    if found.inviter_id == person.id:
        raise CannotPair("own")
    if found.accepter_id is not None:
        raise CannotPair("yours" if found.accepter_id == person.id else "used")
    if now - found.made > INVITE_LASTS:
        raise CannotPair("expired")
    if is_paired(person):
        raise CannotPair("paired")
    if _is_comparing(person, now=now):
        raise CannotPair("comparing")
    if is_paired(found.inviter):
        raise CannotPair("gone")
    return found


def accept(
    person: Person,
    invite_id: UUID,
    *,
    proof: bytes,
    marks_key: bytes,
    words_key: bytes,
    now: datetime,
) -> Invite:
    """Take the link: used once, and only with its secret half. Raises CannotPair."""
    with transaction.atomic():
        found = Invite.objects.filter(id=invite_id).select_related("inviter").first()
        _hold(*([person, found.inviter] if found else [person]))
        try:
            found = look(person, invite_id, now=now)
        except CannotPair as refused:
            if refused.reason != "yours":
                raise
            return Invite.objects.get(id=invite_id)
        if not proof_matches(proof, bytes(found.verifier)):
            raise CannotPair("torn")
        Space.objects.filter(
            invite__inviter=person, invite__accepter=None, state=Space.State.PENDING
        ).delete()
        _no_letter(sender=person)
        Member.objects.create(
            space=found.space, person=person, marks_key=marks_key, words_key=words_key
        )
        found.accepter = person
        found.box = b""
        found.save()
        _ring(found)
    return found


def _ring(found: Invite) -> None:
    """Let the other's open page know that something has changed."""
    Space.objects.filter(id=found.space_id).update(version=F("version") + 1)


def say_same(person: Person, found: Invite) -> bool:
    """This person sees the same four words. Gives whether both do now, which opens the space.

    Raises CannotPair("waiting") before the link was taken, CannotPair("gone") after one gave up.
    """
    with transaction.atomic():
        held = Invite.objects.select_for_update().filter(id=found.id).first()
        if held is None:
            raise CannotPair("gone")
        if held.accepter_id is None:
            raise CannotPair("waiting")
        if person.id == held.inviter_id:
            held.inviter_same = True
        else:
            held.accepter_same = True
        held.save()
        _ring(held)
        if not (held.inviter_same and held.accepter_same):
            return False
        Space.objects.filter(id=held.space_id).update(state=Space.State.OPEN)
        held.delete()
    return True


def give_up(found: Invite) -> None:
    """Take the link back, or say that the words differ: the space goes, with nothing in it.

    So does a letter that is read by the same link; not an answer to it.
    """
    with transaction.atomic():
        Space.objects.filter(id=found.space_id, state=Space.State.PENDING).delete()
        _no_letter(id=found.id)


def _no_letter(**which: object) -> None:
    """No letter that waits for an answer outlives the link that it is read by."""
    LinkedLetter.objects.filter(answer=b"", **which).delete()
