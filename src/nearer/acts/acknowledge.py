"""Acknowledge: the one who read a letter says that it took courage, in the form it asked for."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from nearer.acts.pull_back import check_no_pause
from nearer.acts.share import check_not_taken_back
from nearer.core.moments import Courage, Letter
from nearer.store.log import Draft, Entry, Log, NotThere, OpenSpace


def acknowledge(
    log: Log, couple: OpenSpace, courage: Courage, words: bytes, *, now: datetime
) -> Entry:
    """Send a word or a sign, once. Raises AlreadyKept when this person has done so before.

    Raises NotThere when the letter is one's own, asks for another form or for none, or was taken
    back, or when what one sent was; InPause while the other is in a pause.
    """
    with transaction.atomic():
        held = log.get(couple, courage.about)
        wanted = held.moment.receive if isinstance(held.moment, Letter) else None
        if held.author == log.me or wanted != courage.how:
            raise NotThere
        only = only_id(log, couple, courage.about)
        check_not_taken_back(log, couple, only)
        sent = log.write(couple, Draft(only, courage, now, words, about=courage.about))
        check_no_pause(log, now=now)  # after the write: see there
        return sent


def only_id(log: Log, couple: OpenSpace, letter: UUID) -> UUID:
    """The one id that a word or sign of this person's for that letter can have."""
    return log.only_id(couple, Courage, letter)
