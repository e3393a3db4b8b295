"""Pulling back: a sign, a pause, coming back; alone, or with the other reading the time."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from tests import deeds
from tests.cast import Cast, Someone

from nearer.acts import pull_back
from nearer.acts.leave import leave
from nearer.acts.pull_back import InPause, check_no_pause
from nearer.core.moments import Pause, PauseChange, Sign
from nearer.core.pauses import PauseSeen
from nearer.store.log import AlreadyKept, Entry, NotThere

HALF_HOUR = timedelta(minutes=30)


def _pause(who: Someone, *, reason: str | None = "overload") -> PauseSeen[Entry]:
    now = timezone.now()
    pause = Pause(until=now + HALF_HOUR, line="care", reason=reason)
    pull_back.begin_pause(who.log, uuid4(), pause, now=now)
    return pull_back.running_pauses(who.log, now=now)[who.id]


def test_it_shows_ada_the_time_and_the_line_and_never_the_reason(cast: Cast) -> None:
    pause = _pause(cast.ben)
    seen = pull_back.running_pauses(cast.ada.log, now=timezone.now())[cast.ben.id]
    assert seen.until == pause.until
    assert seen.entry.moment == Pause(until=pause.until, line="care")
    own = cast.ben.log.read(cast.ben.log.own, [Pause], limit=5)
    assert [entry.moment.reason for entry in own if isinstance(entry.moment, Pause)] == ["overload"]


def test_it_keeps_no_second_copy_without_a_reason(cast: Cast) -> None:
    _pause(cast.ben, reason=None)
    assert cast.ben.log.read(cast.ben.log.own, [Pause], limit=5) == []


def test_it_is_a_note_to_herself_for_cleo_who_is_alone(cast: Cast) -> None:
    pause = _pause(cast.cleo)
    assert pause.entry.space == cast.cleo.log.own.id
    assert isinstance(pause.entry.moment, Pause)
    assert pause.entry.moment.reason == "overload"
    sign = pull_back.send_sign(cast.cleo.log, uuid4(), Sign(sign="care"), now=timezone.now())
    assert sign.space == cast.cleo.log.own.id


def test_it_lets_nothing_be_sent_into_a_pause_and_everything_after_it(cast: Cast) -> None:
    pause = _pause(cast.ben)
    with pytest.raises(InPause) as refused:
        check_no_pause(cast.ada.log, now=timezone.now())
    assert refused.value.until == pause.until
    check_no_pause(cast.ben.log, now=timezone.now())
    check_no_pause(cast.ada.log, now=pause.until + timedelta(seconds=1))
    back = PauseChange(about=pause.id, what="back")
    pull_back.change_pause(cast.ben.log, pause, back, now=timezone.now())
    check_no_pause(cast.ada.log, now=timezone.now())


def test_it_takes_one_extension_and_one_coming_back(cast: Cast) -> None:
    pause, now = _pause(cast.ben), timezone.now()
    later = PauseChange(about=pause.id, what="longer", until=pause.until + HALF_HOUR)
    pull_back.change_pause(cast.ben.log, pause, later, now=now)
    with pytest.raises(AlreadyKept):
        pull_back.change_pause(cast.ben.log, pause, later, now=now)
    seen = pull_back.running_pauses(cast.ada.log, now=now)[cast.ben.id]
    assert (seen.until, seen.extended) == (pause.until + HALF_HOUR, True)
    pull_back.change_pause(cast.ben.log, pause, PauseChange(about=pause.id, what="back"), now=now)
    assert pull_back.running_pauses(cast.ada.log, now=now) == {}


def test_it_lets_ada_change_nothing_about_his_pause(cast: Cast) -> None:
    _pause(cast.ben)
    seen = pull_back.running_pauses(cast.ada.log, now=timezone.now())[cast.ben.id]
    with pytest.raises(NotThere):
        pull_back.change_pause(
            cast.ada.log, seen, PauseChange(about=seen.id, what="back"), now=timezone.now()
        )


def test_it_goes_with_the_link_when_she_leaves(cast: Cast) -> None:
    _pause(cast.ben)
    couple = cast.ada.log.couple
    assert couple is not None
    leave(cast.ada.person, couple, erase_mine=False)
    assert pull_back.running_pauses(cast.ada.log, now=timezone.now()) == {}


def test_it_looks_at_a_dozen_pauses_however_many_there_were(cast: Cast) -> None:
    deeds.missed_returns(cast.ben, many=14)
    entries = pull_back.lately(cast.ben.log)
    assert len(entries) == pull_back.LATELY
    asked = {
        pull_back.question(one.log, entries, now=timezone.now()) for one in (cast.ada, cast.ben)
    }
    assert None not in asked
    assert len(asked) == 2, "each keeps an answer of their own"
