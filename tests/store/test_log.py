"""The one Log: what is one's own, what is the couple's, and nothing of anybody else's."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from tests import deeds
from tests.cast import Cast, Someone
from tests.trouble import everything

from nearer.acts.leave import leave
from nearer.core.moments import CheckIn, Letter, Moment, Opened, Reply, TakenBack
from nearer.store import rows
from nearer.store.log import AlreadyKept, Closed, Draft, Entry, NotThere, OpenSpace
from nearer.store.models import Member, Record, Space
from nearer.vault.errors import VaultError

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
STORM = CheckIn(feelings=("angry",), certainty="named")


def _write(who: Someone, moment: Moment = STORM, *, at: datetime = NOON) -> Entry:
    log = who.log
    return log.write(log.own, Draft.new(moment, at))


def test_it_gives_back_what_ada_kept_and_nothing_more(cast: Cast) -> None:
    log, record = cast.ada.log, uuid4()
    kept = log.write(log.own, Draft(record, STORM, NOON, b"\x01sealed", about=record))
    assert log.get(log.own, record) == kept
    assert kept == Entry(record, log.own.id, cast.ada.id, NOON, STORM, b"\x01sealed")
    row = Record.objects.get(id=record)
    assert b"angry" not in bytes(row.marks)
    assert b"check_in" not in bytes(row.shelf) + bytes(row.thread or b"")
    assert str(row) == "record"


def test_it_knows_whose_space_is_whose(cast: Cast) -> None:
    ada, ben, cleo = cast.ada.log, cast.ben.log, cast.cleo.log
    assert (ada.own.kind, ada.own.id) == ("own", cast.ada.side.own)
    assert ada.couple is not None
    assert ben.couple is not None
    assert ada.couple.id == ben.couple.id
    assert ada.couple.marks_key == ben.couple.marks_key
    assert ada.couple.words_key != ben.couple.words_key
    assert cleo.couple is None
    assert [space.kind for space in ada.spaces] == ["own", "couple"]
    assert ada.space(ada.couple.id) == ada.couple


@pytest.mark.parametrize("who", ["ben", "cleo", "dan", "eve"])
def test_it_is_not_there_for_anybody_else(cast: Cast, who: str) -> None:
    """Whatever id of Ada's they know: her space, her check-in, the letter between the two."""
    other: Someone = getattr(cast, who)
    log, record = other.log, deeds.check_in(cast.ada)
    with pytest.raises(NotThere):
        log.space(cast.ada.side.own)
    for space in log.spaces:
        with pytest.raises(NotThere):
            log.get(space, record)
        assert log.about(space, [record]) == []
    assert log.many(log.own, [record, uuid4()]) == []
    if who != "ben":
        letter = deeds.letter(cast.ada)
        with pytest.raises(NotThere):
            log.get(log.own, letter)


def test_it_does_not_open_a_space_for_a_stranger_who_made_themselves_a_member(cast: Cast) -> None:
    """Someone with the database in their hands adds a row: it has no key in it for them."""
    deeds.letter(cast.ada)
    couple = deeds.couple_of(cast.ada)
    row = Member.objects.get(space_id=couple.id, person=cast.ada.person)
    Member.objects.create(
        space_id=couple.id,
        person=cast.cleo.person,
        marks_key=bytes(row.marks_key),
        words_key=bytes(row.words_key),
    )
    log = cast.cleo.log
    assert [space.kind for space in log.spaces] == ["own"]
    assert (log.couple, log.unopened) == (None, 1)


def test_it_stops_when_one_s_own_space_does_not_open(cast: Cast) -> None:
    """Else what is private might be written to the first space that does."""
    Member.objects.filter(space_id=cast.ada.side.own).update(marks_key=bytes(81))
    with pytest.raises(VaultError):
        cast.ada.log.own  # noqa: B018 - asking is the act


def test_it_can_tell_a_key_that_is_sealed_to_ada(cast: Cast) -> None:
    space = uuid4()
    new, _ = cast.ada.side.invite()
    assert cast.ada.log.can_open(new.space, new.marks_key)
    assert not cast.ada.log.can_open(space, new.marks_key)
    assert not cast.ben.log.can_open(new.space, new.marks_key)
    assert not cast.ada.log.can_open(new.space, b"")


def test_it_keeps_once_what_comes_twice(cast: Cast) -> None:
    log, record = cast.ada.log, uuid4()
    first = log.write(log.own, Draft(record, STORM, NOON))
    before = everything()
    with pytest.raises(AlreadyKept) as kept:
        log.write(log.own, Draft(record, CheckIn(certainty="not_sure"), NOON))
    assert kept.value.entry == first
    assert everything() == before


def test_it_takes_no_id_that_is_another_s(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    record = deeds.check_in(cast.ada)
    before = everything()
    log, couple = cast.ben.log, deeds.couple_of(cast.ben)
    for space, taken in [(couple, letter), (couple, record), (log.own, letter)]:
        with pytest.raises(NotThere):
            log.write(space, Draft(taken, Letter(feelings=("angry",)), NOON))
    assert everything() == before


@pytest.mark.parametrize("gone", ["ada", "ben"])
def test_it_writes_nothing_where_one_has_left(cast: Cast, gone: str) -> None:
    """The space that was open when the page was drawn is closed when the form arrives."""
    log, couple = cast.ada.log, deeds.couple_of(cast.ada)
    assert log.couple == couple
    leave(getattr(cast, gone).person, couple, erase_mine=False)
    before = everything()
    with pytest.raises(Closed):
        log.write(couple, Draft.new(Letter(feelings=("angry",)), NOON))
    assert everything() == before


def test_it_keeps_nothing_if_one_leaves_in_the_same_moment(
    transactional_db: None, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the row is in, and before the space is held: the row goes again."""
    del transactional_db
    log, couple, before = cast.ada.log, deeds.couple_of(cast.ada), Record.objects.count()

    def too_late(space: UUID, member: UUID, *, rings: bool) -> bool:
        assert rings
        assert Record.objects.count() == before + 1
        return not rows.may_write(space, member)

    monkeypatch.setattr(rows, "hold_open", too_late)
    with pytest.raises(Closed):
        log.write(couple, Draft.new(Letter(feelings=("angry",)), NOON))
    assert Record.objects.count() == before


def test_it_lets_ben_read_and_remove_his_own_after_ada_has_left(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    answer = deeds.reply(cast.ben, letter)
    leave(cast.ada.person, deeds.couple_of(cast.ada), erase_mine=False)
    log = cast.ben.log
    space = next(space for space in log.spaces if space.kind == "couple")
    log.remove(log.get(space, answer))
    with pytest.raises(NotThere):
        log.remove(log.get(space, letter))


def test_it_removes_one_s_own_and_rings(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    couple = deeds.couple_of(cast.ada)
    version = deeds.version_of(couple)
    entry = cast.ada.log.get(couple, letter)
    with pytest.raises(NotThere):
        cast.ben.log.remove(entry)
    assert deeds.version_of(couple) == version
    cast.ada.log.remove(entry)
    assert deeds.version_of(couple) == version + 1
    with pytest.raises(NotThere):
        cast.ada.log.remove(entry)


def test_it_rings_in_the_space_that_changed_and_in_no_other(cast: Cast) -> None:
    couple, own = deeds.couple_of(cast.ada), cast.ada.log.own
    before = (deeds.version_of(couple), deeds.version_of(own))
    _write(cast.ada)
    assert (deeds.version_of(couple), deeds.version_of(own)) == (before[0], before[1] + 1)


def _bend(record: Record, how: str, cast: Cast) -> None:
    """Do to a row what a bad disk or a bad person could."""
    box = bytes(record.marks)
    match how:
        case "edited":
            record.marks = box[:-1] + bytes([box[-1] ^ 1])
        case "cut short":
            record.marks = box[:20]
        case "emptied":
            record.marks = b""
        case "another author":
            record.author_id = cast.ben.id
        case "another row's":
            record.marks = bytes(Record.objects.exclude(id=record.id).latest("at").marks)
    record.save()


@pytest.mark.parametrize(
    "how", ["edited", "cut short", "emptied", "another author", "another row's"]
)
def test_it_passes_over_a_row_that_does_not_open_and_counts_it(cast: Cast, how: str) -> None:
    damaged, whole = _write(cast.ada), _write(cast.ada, at=NOON + timedelta(hours=1))
    _bend(Record.objects.get(id=damaged.id), how, cast)
    log = cast.ada.log
    assert log.read(log.own, [CheckIn], limit=9) == [whole]
    assert log.unopened == 1
    with pytest.raises(NotThere):
        log.get(log.own, damaged.id)
    assert whole in list(log.everything(log.own))


def test_it_passes_over_a_row_that_was_carried_to_another_space(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    Record.objects.filter(id=letter).update(space_id=cast.ben.side.own)
    log = cast.ben.log
    assert log.many(log.own, [letter]) == []
    assert log.unopened == 1


def test_it_passes_over_a_moment_of_a_later_version(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as later:
        later.setattr("nearer.store.log.encode", lambda _moment: b'{"kind":"dance"}')
        _write(cast.ada)
    log = cast.ada.log
    assert log.read(log.own, [CheckIn], limit=9) == []
    assert log.unopened == 1


def test_it_reads_the_newest_of_several_kinds_newest_first(cast: Cast) -> None:
    hours = [timedelta(hours=one) for one in range(6)]
    log = cast.ada.log
    kept = [
        _write(cast.ada, STORM if n % 2 else Opened(about=uuid4()), at=NOON + hour)
        for n, hour in enumerate(hours)
    ]
    newest = kept[::-1]
    assert log.read(log.own, [CheckIn, Opened], limit=9) == newest
    assert log.read(log.own, [CheckIn, Opened], limit=3) == newest[:3]
    assert log.read(log.own, [CheckIn], limit=9) == newest[0::2]
    assert log.read(log.own, [CheckIn, Opened], limit=2, before=kept[2].at) == [kept[1], kept[0]]
    assert log.read(log.own, [CheckIn, Opened], limit=9, since=kept[4].at) == newest[:2]
    assert log.read(log.own, [TakenBack], limit=9) == []


def test_it_gathers_what_is_about_a_letter_oldest_first(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    answer = deeds.reply(cast.ben, letter)
    log, couple = cast.ada.log, deeds.couple_of(cast.ada)
    assert [entry.id for entry in log.about(couple, [letter])] == [answer]
    assert log.about(couple, []) == []
    assert log.many(couple, []) == []
    assert log.about(log.own, [letter]) == []


def test_it_reads_everything_of_a_space_oldest_first(cast: Cast) -> None:
    for hour in (2, 0, 1):
        _write(cast.ada, at=NOON + timedelta(hours=hour))
    log = cast.ada.log
    times = [entry.at for entry in log.everything(log.own) if isinstance(entry.moment, CheckIn)]
    assert times == [NOON + timedelta(hours=hour) for hour in range(3)]


def test_it_gives_one_id_to_one_answer_of_one_person(cast: Cast) -> None:
    letter = uuid4()
    ada, ben = cast.ada.log, cast.ben.log
    couple = deeds.couple_of(cast.ada)
    mine = ada.only_id(couple, Reply, letter)
    assert mine == cast.ada.log.only_id(couple, Reply, letter)
    others = {
        ben.only_id(couple, Reply, letter),
        ada.only_id(couple, TakenBack, letter),
        ada.only_id(ada.own, Reply, letter),
        ada.only_id(couple, Reply, uuid4()),
    }
    assert len(others | {mine}) == 5


def test_it_writes_the_time_it_was_given(cast: Cast) -> None:
    at = timezone.now()
    assert _write(cast.ada, at=at).at == at
    log = cast.ada.log
    assert log.read(log.own, [CheckIn], limit=1)[0].at == at
    assert isinstance(log.own, OpenSpace)
    assert Space.objects.get(id=log.own.id).version >= 1
