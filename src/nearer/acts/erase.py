"""Erase: everything of one person, in one transaction, and the freed pages with it."""

from django.db import connection, transaction
from django.db.models import F

from nearer.acts.slow_down import Try, forget
from nearer.store.models import Person, Space


def erase(person: Person) -> None:
    """Remove a person and all they kept, here and in the couple's space.

    Their own space goes whole. A couple's space goes if nobody else is in it; else it ends, and
    what the person wrote in it is gone. Rows of slots, sessions and records fall with the person
    (foreign keys cascade). SQLite overwrites freed pages (`secure_delete`); once all of it is
    kept, a checkpoint does the same for its journal.
    """
    with transaction.atomic():
        mine = Space.objects.filter(members__person=person)
        mine.filter(kind=Space.Kind.OWN).delete()
        mine.filter(state=Space.State.PENDING).delete()
        shared = list(mine.values_list("id", flat=True))
        person_id = person.id
        person.delete()
        left = Space.objects.filter(id__in=shared)
        left.filter(members=None).delete()
        left.update(state=Space.State.ENDED, version=F("version") + 1)
        forget(Try.NAME, person.folded)
        forget(Try.INVITE, str(person_id))
        transaction.on_commit(_empty_journal)


def _empty_journal() -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
