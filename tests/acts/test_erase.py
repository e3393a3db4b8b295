"""Erasing oneself: nothing of the person is left, and the other keeps what is theirs."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone
from tests import deeds
from tests.cast import Cast, Someone
from tests.pairing import Link
from tests.trouble import cut_at_every_step, everything

from nearer.acts.erase import erase
from nearer.acts.pair import say_same
from nearer.acts.slow_down import Try, spend
from nearer.core.moments import CheckIn, Letter, Reply
from nearer.store.models import Member, Person, Record, Space


def _traces(who: Someone) -> set[str]:
    """All by which somebody could be found in a table: ids, names, keys, as text."""
    person = who.person
    found = {str(person.id), person.id.hex, person.name, person.folded}
    keys = [person.marks_public, person.words_public]
    keys += [slot.box for slot in person.slots.all()] + [slot.salt for slot in person.slots.all()]
    keys += [row.token_hash for row in person.sessions.all()]
    keys += [row.marks for row in Record.objects.filter(author=person)]
    keys += [row.marks_key for row in Member.objects.filter(person=person)]
    return found | {bytes(key).hex() for key in keys if key}


def _cells() -> set[str]:
    return {cell for rows in everything().values() for row in rows for cell in row}


def _lived(cast: Cast) -> None:
    """Ada has done one of everything."""
    deeds.check_in(cast.ada)
    deeds.draft(cast.ada)
    answer = deeds.reply(cast.ben, deeds.letter(cast.ada))
    deeds.open_it(cast.ada, answer)
    deeds.felt(cast.ada, answer, shared=True)
    deeds.reply(cast.ada, deeds.letter(cast.ben))
    for kind, subject in [(Try.NAME, "ada"), (Try.INVITE, str(cast.ada.id))]:
        spend(kind, subject, now=timezone.now())


def test_it_leaves_nothing_of_ada_in_any_table(cast: Cast) -> None:
    before = everything()["Allowance"]
    _lived(cast)
    traces = _traces(cast.ada)
    assert len(traces) >= 20
    erase(cast.ada.person)
    assert not traces & _cells()
    assert everything()["Allowance"] == before


def test_it_leaves_ben_what_he_wrote_and_what_is_his_own(cast: Cast) -> None:
    couple = deeds.couple_of(cast.ben)
    _lived(cast)
    deeds.check_in(cast.ben)
    bens = set(Record.objects.filter(author=cast.ben.person).values_list("id", flat=True))
    erase(cast.ada.person)
    assert set(Record.objects.filter(author=cast.ben.person).values_list("id", flat=True)) == bens
    log = cast.ben.log
    stays = log.space(couple.id)
    assert (stays.state, log.couple) == ("ended", None)
    assert {entry.author for entry in log.everything(stays)} == {cast.ben.id}
    assert len(log.read(stays, [Letter, Reply], limit=9)) == 2
    assert len(log.read(log.own, [CheckIn], limit=9)) == 1
    assert not log.unopened


def test_it_rings_so_that_an_open_page_of_ben_s_learns_of_it(cast: Cast) -> None:
    couple = deeds.couple_of(cast.ben)
    before = deeds.version_of(couple)
    erase(cast.ada.person)
    assert deeds.version_of(couple) == before + 1


def test_it_takes_the_space_with_the_last_of_two(cast: Cast) -> None:
    couple = deeds.couple_of(cast.ben)
    deeds.letter(cast.ada)
    deeds.letter(cast.ben)
    erase(cast.ada.person)
    erase(cast.ben.person)
    assert not Space.objects.filter(id=couple.id).exists()
    assert not Person.objects.filter(folded__in=["ada", "ben"]).exists()


@pytest.mark.parametrize("who", ["cleo", "eve"])
def test_it_ends_a_pairing_that_was_under_way(cast: Cast, who: str) -> None:
    found = Link.by(cast.cleo).take(cast.eve)
    say_same(cast.cleo.person, found)
    erase(getattr(cast, who).person)
    assert everything()["Invite"] == []
    assert not Space.objects.filter(id=found.space_id).exists()


def test_it_erases_all_or_nothing(cast: Cast) -> None:
    _lived(cast)
    person = cast.ada.person
    cut_at_every_step(lambda: erase(Person.objects.get(id=person.id)), at_least=8)
    assert not Person.objects.filter(id=person.id).exists()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a server keeps its files to itself")
def test_it_leaves_no_byte_of_ada_in_the_file_or_its_journal(
    transactional_db: None, cast: Cast
) -> None:
    del transactional_db
    Person.objects.filter(id=cast.ada.id).update(name="Adalgisa of the Lilies")
    _lived(cast)
    needles = [b"Adalgisa", bytes(cast.ada.person.marks_public)]
    needles += [bytes(row.marks)[:64] for row in Record.objects.filter(author=cast.ada.person)]
    file = Path(connection.settings_dict["NAME"])
    found = _bytes(file)
    assert all(needle in found for needle in needles)
    with transaction.atomic():
        erase(cast.ada.person)
    found = _bytes(file)
    assert not [needle for needle in needles if needle in found]


def test_it_empties_no_journal_of_a_server_that_keeps_its_own(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    monkeypatch.setattr("nearer.acts.erase.connection", SimpleNamespace(vendor="postgresql"))
    with django_capture_on_commit_callbacks(execute=True) as done:
        erase(cast.ada.person)
    assert len(done) == 1
    assert not Person.objects.filter(id=cast.ada.id).exists()


def _bytes(file: Path) -> bytes:
    """The database and its journal, as whoever takes the disk would read them."""
    return b"".join(one.read_bytes() for one in sorted(file.parent.glob(f"{file.name}*")))
