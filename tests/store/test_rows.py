"""Rows are the same whichever way they are asked for."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone
from tests.cast import Cast

from nearer.core.moments import CheckIn, Opened
from nearer.store import rows
from nearer.store.log import Draft
from nearer.vault.records import shelf, thread


def test_it_tells_adas_moments_alike_by_shelf_by_thread_by_id_and_all_together(cast: Cast) -> None:
    log = cast.ada.log
    own, now, about = log.own, timezone.now(), uuid4()
    draft = Draft(uuid4(), Opened(about=about), now, about=about)
    log.write(own, draft)
    found = [
        rows.newest(own.id, [shelf(own.marks_key, "opened")], limit=5, before=None),
        rows.in_threads(own.id, [thread(own.marks_key, about)]),
        rows.with_ids(own.id, [draft.id]),
        [row for row in rows.all_of(own.id) if row.id == draft.id],
    ]
    assert found == [found[0]] * 4
    (row,) = found[0]
    assert (row.id, row.author, row.at) == (draft.id, cast.ada.id, now)
    assert row.at.utcoffset() == timedelta(0)


def test_it_gives_the_newest_of_several_shelves_and_none_twice_when_asked_for_earlier(
    cast: Cast,
) -> None:
    log = cast.ada.log
    own, begun = log.own, timezone.now()
    for minute in range(9):
        moment = CheckIn() if minute % 3 else Opened(about=uuid4())
        log.write(own, Draft.new(moment, begun + timedelta(minutes=minute)))
    first = log.read(own, [CheckIn, Opened], limit=4)
    then = log.read(own, [CheckIn, Opened], limit=4, before=first[-1].at)
    minutes = [(entry.at - begun) // timedelta(minutes=1) for entry in [*first, *then]]
    assert minutes == [8, 7, 6, 5, 4, 3, 2, 1]


def test_it_finds_nothing_in_a_space_that_adas_ids_are_not_of(cast: Cast) -> None:
    ada, ben = cast.ada.log, cast.ben.log
    kept = ada.write(ada.own, Draft.new(CheckIn(), timezone.now()))
    assert rows.with_ids(ben.own.id, [kept.id]) == []
    assert ada.many(ada.own, []) == []
    assert ada.about(ada.own, []) == []
