"""Ben tells what came of a step: once, whatever the net does; and it can go as if it never was."""

from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from tests import deeds
from tests.cast import Cast, Someone

from nearer.acts.remove_whole import remove_whole
from nearer.acts.tell_step import only_id, tell_step
from nearer.core.moments import Expectation, StepOutcome
from nearer.store.log import Entry, NotThere
from nearer.store.models import Record


def _taken(who: Someone) -> Entry:
    log = who.log
    return log.get(log.own, deeds.step(who))


def _outcome(taken: Entry, **marks: object) -> StepOutcome:
    assert isinstance(taken.moment, Expectation)
    said = {"feared": "not", "likely": taken.moment.likely, **marks}
    return StepOutcome(about=taken.id, step=taken.moment.step, **said)  # type: ignore[arg-type] # a test's marks


def _tells(who: Someone, taken: Entry, **marks: object) -> Entry:
    return tell_step(who.log, taken, _outcome(taken, **marks), b"", now=timezone.now())


def _ids(who: Someone) -> set[UUID]:
    return {entry.id for entry in who.log.read(who.log.own, [Expectation, StepOutcome], limit=9)}


def test_it_keeps_one_outcome_and_what_was_sent_last(cast: Cast) -> None:
    ben, taken = cast.ben, _taken(cast.ben)
    first = _tells(ben, taken, feared="happened", hard=9)
    second = _tells(ben, taken, feared="partly", hard=4)
    assert first.id == second.id == only_id(ben.log, taken.id)
    assert second.at == first.at
    (kept,) = ben.log.about(ben.log.own, [taken.id])
    assert kept.moment == _outcome(taken, feared="partly", hard=4)


def test_it_tells_nothing_of_a_step_that_was_let_go_meanwhile(cast: Cast) -> None:
    taken = _taken(cast.ben)
    remove_whole(cast.ben.log, taken)
    with pytest.raises(NotThere):
        _tells(cast.ben, taken)
    assert _ids(cast.ben) == set()


def test_it_tells_of_no_other_step_than_the_one_it_is_about(cast: Cast) -> None:
    taken, other = _taken(cast.ben), _taken(cast.ben)
    with pytest.raises(NotThere):
        tell_step(cast.ben.log, taken, _outcome(other), b"", now=timezone.now())
    with pytest.raises(NotThere):
        tell_step(cast.ada.log, taken, _outcome(taken), b"", now=timezone.now())


def test_it_removes_a_step_with_what_came_of_it_and_leaves_another(cast: Cast) -> None:
    gone, stays = _taken(cast.ben), _taken(cast.ben)
    for one in (gone, stays):
        _tells(cast.ben, one)
    remove_whole(cast.ben.log, gone)
    assert _ids(cast.ben) == {stays.id, only_id(cast.ben.log, stays.id)}


def test_it_removes_nothing_of_ben_s_for_ada(cast: Cast) -> None:
    taken = _taken(cast.ben)
    _tells(cast.ben, taken)
    with pytest.raises(NotThere):
        remove_whole(cast.ada.log, taken)
    assert Record.objects.filter(id__in=_ids(cast.ben)).count() == 2


def test_it_stays_whole_when_the_power_goes_between_the_two(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ben, taken = cast.ben, _taken(cast.ben)
    _tells(ben, taken)
    log, left = ben.log, [True]
    remove = log.remove

    def cut(entry: Entry) -> None:
        if not left.pop():
            raise KeyboardInterrupt
        left.append(False)
        remove(entry)

    monkeypatch.setattr(log, "remove", cut)
    with pytest.raises(KeyboardInterrupt):
        remove_whole(log, taken)
    assert len(_ids(ben)) == 2


def test_it_gives_every_step_an_outcome_of_its_own_id(cast: Cast) -> None:
    one, other = uuid4(), uuid4()
    assert only_id(cast.ben.log, one) != only_id(cast.ben.log, other)
    assert only_id(cast.ben.log, one) != only_id(cast.ada.log, one)
