"""Begin with something: what was written before there was an account is the first that is kept."""

from contextlib import suppress
from datetime import datetime

from django.db import transaction

from nearer.acts.begin import NewPerson, begin
from nearer.store.log import AlreadyKept, Draft, Log
from nearer.store.models import Person
from nearer.vault.secret import Secret


def begin_with(new: NewPerson, first: Draft, marks_private: Secret, *, now: datetime) -> Person:
    """Keep a new person and their first record: both are there, or neither is.

    Sent twice, both are kept once. Raises NameTaken, and NotThere for a record's id that is
    somebody else's.
    """
    with transaction.atomic():
        person = begin(new, now=now)
        log = Log(person, marks_private)
        with suppress(AlreadyKept):
            log.write(log.own, first)
    return person
