"""An agreement of two: look at it, propose a version, sign it, withdraw a signature."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from nearer.acts.cycle import opened_of
from nearer.acts.pull_back import check_no_pause
from nearer.acts.share import check_not_taken_back
from nearer.core.moments import Agreement, AgreementLooked, AgreementSigned
from nearer.core.ours import SeenAgreement, see_agreement
from nearer.store.log import AlreadyKept, Draft, Entry, Log, NotThere, OpenSpace


class ProposedMeanwhile(Exception):
    """Another version came while this one was written. Nothing is lost: this one can be next."""

    def __init__(self, newest: Entry) -> None:
        super().__init__("proposed meanwhile")
        self.newest = newest


def thread_of(couple: UUID) -> UUID:
    """The thread in a couple's space on which every version and signature hangs."""
    return UUID(int=couple.int ^ 1)


def look(log: Log, couple: OpenSpace) -> SeenAgreement[Entry]:
    """The agreement as this person sees it."""
    entries = log.about(couple, [thread_of(couple.id)])
    return see_agreement([*entries, *opened_of(log, entries)], who=log.me)


def newest_version(log: Log, couple: OpenSpace) -> Entry | None:
    """The newest version there is, opened or not."""
    found = log.about(couple, [thread_of(couple.id)])
    versions = [entry for entry in found if isinstance(entry.moment, Agreement)]
    return max(versions, key=lambda entry: (entry.at, entry.id), default=None)


def propose(log: Log, couple: OpenSpace, draft: Draft, *, after: UUID | None) -> None:
    """Put a version into the space of both, as the next after the one that its writer knew.

    Raises ProposedMeanwhile if there is a newer one, and then keeps nothing; AlreadyKept for a
    second click, Closed, NotThere for an id that was taken back, InPause.
    """
    with transaction.atomic():
        log.hold(couple)
        check_not_taken_back(log, couple, draft.id)
        for kept in log.many(couple, [draft.id]):
            raise AlreadyKept(kept) if kept.author == log.me else NotThere
        newest = newest_version(log, couple)
        known = after is None or bool(log.many(couple, [after]))  # else it was taken back
        if newest is not None and newest.id != after and known:
            raise ProposedMeanwhile(newest)
        log.write(couple, replace(draft, about=thread_of(couple.id)))
        check_no_pause(log, now=draft.at)


def sign(log: Log, couple: OpenSpace, version: UUID, *, now: datetime) -> None:
    """Sign a version. Twice is once. Raises Closed, NotThere, InPause."""
    with transaction.atomic():
        log.hold(couple)
        if not isinstance(log.get(couple, version).moment, Agreement):
            raise NotThere
        _put(log, couple, AgreementSigned(about=version), now)
        check_no_pause(log, now=now)


def withdraw(log: Log, couple: OpenSpace, version: UUID, *, now: datetime) -> None:
    """Withdraw one's own signature, at once. Raises Closed, and NotThere without one.

    Before the other has signed too, it is as if it had never been there. After that a note stays
    that it is withdrawn: without it an earlier version would come back into force.
    """
    with transaction.atomic():
        log.hold(couple)
        mine = log.get(couple, log.only_id(couple, AgreementSigned, version))
        signed = log.about(couple, [thread_of(couple.id)])
        theirs = [one for one in signed if one.author != log.me and _signs(one, version)]
        if theirs:
            _put(log, couple, AgreementSigned(about=version, withdrawn=True), now)
        else:
            log.remove(mine)


def _put(log: Log, couple: OpenSpace, signature: AgreementSigned, now: datetime) -> None:
    """In the place of what one said of this version before; when one first signed stays."""
    only = log.only_id(couple, AgreementSigned, signature.about)
    log.rewrite(couple, Draft(only, signature, now, about=thread_of(couple.id)))


def _signs(entry: Entry, version: UUID) -> bool:
    return isinstance(entry.moment, AgreementSigned) and entry.moment.about == version


def note_looked(log: Log, version: UUID, *, now: datetime) -> None:
    """Note for oneself that the day for looking again was brought up. Raises AlreadyKept."""
    only = log.only_id(log.own, AgreementLooked, version)
    log.write(log.own, Draft(only, AgreementLooked(about=version), now, about=version))
