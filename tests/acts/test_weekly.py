"""Weekly together on the server: apart, ready, and both at the same moment."""

from datetime import timedelta
from functools import partial
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone
from tests import deeds, weeks
from tests.cast import Cast, Someone
from tests.trouble import at_once, cut_at_every_step, everything

from nearer.acts import pull_back, weekly
from nearer.acts.ask_once import AskedAlready
from nearer.acts.leave import leave
from nearer.acts.pull_back import InPause
from nearer.acts.take_back import take_back
from nearer.core.moments import Pause, WeeklyDraft, WeeklyPlan, WeeklyShown
from nearer.core.weekly import SeenWeek
from nearer.store.log import Closed, Entry, NotThere

A_WEEK = timedelta(days=7)


def seen(who: Someone, week: UUID) -> SeenWeek[Entry]:
    return weekly.one_week(who.log, deeds.couple_of(who), week)


def kept_back(who: Someone, week: UUID) -> tuple[str, ...]:
    draft = weekly.draft_of(who.log, week)
    assert draft is not None
    assert isinstance(draft.moment, WeeklyDraft)
    return draft.moment.kept_back


def test_it_shows_both_once_both_are_ready_and_rings_then_and_not_before(cast: Cast) -> None:
    couple = deeds.couple_of(cast.ada)
    before = deeds.version_of(couple)
    week = weeks.ready(cast.ada, good="the soup")
    assert deeds.version_of(couple) == before
    assert seen(cast.ada, week).state == "ready"
    assert seen(cast.ben, week).state == "open"
    assert weeks.ready(cast.ben) == week
    assert deeds.version_of(couple) > before
    for who in (cast.ada, cast.ben):
        both = seen(who, week)
        assert (both.state, both.theirs is not None) == ("shown", True)


def test_it_holds_what_is_ready_to_the_couple_and_hands_nothing_to_the_other(cast: Cast) -> None:
    week = weeks.ready(cast.ada, good="the soup")
    (held,) = cast.ada.log.read(deeds.couple_of(cast.ada), [WeeklyShown], limit=9)
    assert held.words
    assert seen(cast.ben, week) == SeenWeek("open")


def test_it_is_ready_once_however_often_it_is_said(cast: Cast) -> None:
    week = weeks.ready(cast.ada, good="the soup")
    before = everything()
    weekly.ready(cast.ada.log, week, b"", asks=False, now=timezone.now())
    assert everything() == before


def test_it_takes_readiness_back_without_a_trace_until_both_are(cast: Cast) -> None:
    week = weeks.week(cast.ada)
    before = everything()
    weeks.ready(cast.ada, good="the soup")
    weekly.not_yet(cast.ada.log, week, now=timezone.now())
    left = everything()
    couple = str(deeds.couple_of(cast.ada).id)
    of_couple = [[one for one in rows["Space"] if one[0] == couple] for rows in (left, before)]
    assert of_couple[0] == of_couple[1]
    assert len(left["Record"]) == len(before["Record"])
    weekly.not_yet(cast.ada.log, week, now=timezone.now())
    for who in (cast.ada, cast.ben):
        weeks.ready(who)
    with pytest.raises(weekly.TooLate):
        weekly.not_yet(cast.ada.log, week, now=timezone.now())


def test_it_keeps_a_part_back_in_one_s_own_space_alone(cast: Cast) -> None:
    week, now = weeks.week(cast.ada), timezone.now()
    before = deeds.version_of(deeds.couple_of(cast.ada))
    for part in ("hard", "good", "hard"):
        weekly.keep_back(cast.ada.log, week, part, back=True, now=now)
    assert kept_back(cast.ada, week) == ("good", "hard")
    weekly.keep_back(cast.ada.log, week, "good", back=False, now=now)
    weeks.week(cast.ada, hard="the longer Wednesday")
    assert kept_back(cast.ada, week) == ("hard",)
    assert deeds.version_of(deeds.couple_of(cast.ada)) == before
    with pytest.raises(NotThere):
        weekly.keep_back(cast.ben.log, week, "hard", back=True, now=now)


def test_it_is_ready_for_this_week_only_and_with_something_written(cast: Cast) -> None:
    now = timezone.now()
    week = weekly.this_week(cast.ada.log, now=now)
    assert week is not None
    with pytest.raises(NotThere):
        weekly.ready(cast.ada.log, week.id, b"", asks=False, now=now)
    weeks.week(cast.ada)
    with pytest.raises(NotThere):
        weekly.ready(cast.ada.log, uuid4(), b"", asks=False, now=now)
    with pytest.raises(NotThere):
        weekly.ready(cast.ada.log, week.id, b"", asks=False, now=now + A_WEEK)
    with pytest.raises(Closed):
        weekly.ready(cast.cleo.log, week.id, b"", asks=False, now=now)
    with pytest.raises(Closed):
        weekly.not_yet(cast.cleo.log, week.id, now=now)


def test_it_comes_into_no_pause_and_asks_for_one_thing_at_a_time(cast: Cast) -> None:
    weeks.week(cast.ada)
    letter = deeds.letter(cast.ada, request="hug")
    with pytest.raises(AskedAlready) as refused:
        weeks.ready(cast.ada, request="a walk")
    assert refused.value.letter.id == letter
    assert refused.value.letter.mine
    assert not cast.ada.log.read(deeds.couple_of(cast.ada), [WeeklyShown], limit=9)
    pause = Pause(until=timezone.now() + timedelta(minutes=40))
    pull_back.begin_pause(cast.ben.log, uuid4(), pause, now=timezone.now())
    with pytest.raises(InPause):
        weeks.ready(cast.ada)
    weeks.ready(cast.ben)  # a pause of one's own keeps nobody from anything
    assert not cast.ada.log.read(deeds.couple_of(cast.ada), [WeeklyShown], limit=1)[1:]


def test_it_asks_for_something_where_nothing_waits(cast: Cast) -> None:
    assert seen(cast.ada, weeks.ready(cast.ada, request="a walk")).state == "ready"


def test_it_leaves_a_trace_of_what_was_read_and_none_of_what_was_not(cast: Cast) -> None:
    couple, now = deeds.couple_of(cast.ada), timezone.now()
    week = weeks.both(cast.ada, cast.ben, good="the soup")
    theirs = seen(cast.ben, week).theirs
    assert theirs is not None
    deeds.open_it(cast.ben, theirs.id)
    for who in (cast.ada, cast.ben):
        mine = seen(who, week).mine
        assert mine is not None
        take_back(who.log, couple, mine.id, now=now)
        assert seen(who, week).mine.state == "removed"  # type: ignore[union-attr]
    removed = seen(cast.ben, week).theirs
    assert removed is not None
    assert removed.state == "removed"
    assert seen(cast.ada, week).theirs is None, "she never opened his"
    with pytest.raises(NotThere):  # and an id that was taken back is spent
        weekly.ready(cast.ada.log, week, b"", asks=False, now=now)


def test_it_lapses_without_a_mark_and_leaves_her_words_with_her(cast: Cast) -> None:
    week = weeks.ready(cast.ada, good="the soup")
    weeks.week(cast.ben)
    couple, later = deeds.couple_of(cast.ada), timezone.now() + A_WEEK
    version = deeds.version_of(couple)
    weekly.lapse(cast.ada.log, now=timezone.now())
    assert cast.ada.log.read(couple, [WeeklyShown], limit=9)
    weekly.lapse(cast.ben.log, now=later)
    assert cast.ada.log.read(couple, [WeeklyShown], limit=9), "only she lets go of hers"
    weekly.lapse(cast.ada.log, now=later)
    weekly.lapse(cast.cleo.log, now=later)
    assert not cast.ada.log.read(couple, [WeeklyShown], limit=9)
    assert deeds.version_of(couple) == version
    assert [(one.id, one.shared) for one in weekly.earlier(cast.ada.log)] == [(week, False)]


def test_it_keeps_what_both_saw_when_the_week_is_over(cast: Cast) -> None:
    week = weeks.both(cast.ada, cast.ben, good="the soup")
    later = timezone.now() + A_WEEK
    for who in (cast.ada, cast.ben):
        weekly.lapse(who.log, now=later)
        assert [(one.id, one.shared) for one in weekly.earlier(who.log)] == [(week, True)]
        assert weekly.earlier(who.log, but=week) == []
    weekly.blank(cast.ada.log, week, now=later)
    assert [one.shared for one in weekly.earlier(cast.ada.log)] == [True]
    draft = weekly.draft_of(cast.ada.log, week)
    assert draft is not None
    assert not draft.words


def test_it_forgets_a_week_of_which_her_words_are_gone_and_nobody_saw_them(cast: Cast) -> None:
    week = weeks.week(cast.ada)
    weekly.blank(cast.ada.log, week, now=timezone.now())
    assert weekly.earlier(cast.ada.log) == []
    with pytest.raises(NotThere):
        weekly.blank(cast.ben.log, week, now=timezone.now())


def test_it_shows_nothing_of_hers_to_ben_when_she_has_left_before_he_was_ready(cast: Cast) -> None:
    week = weeks.ready(cast.ada, good="the soup")
    weeks.week(cast.ben)
    leave(cast.ada.person, deeds.couple_of(cast.ada), erase_mine=False)
    assert weekly.this_week(cast.ben.log, now=timezone.now()) is None
    (ended,) = (space for space in cast.ben.log.spaces if space.kind != "own")
    assert weekly.one_week(cast.ben.log, ended, week) == SeenWeek("open")
    with pytest.raises(Closed):
        weekly.ready(cast.ben.log, week, b"", asks=False, now=timezone.now())


def test_it_holds_what_they_choose_off_until_the_next_week(cast: Cast) -> None:
    now = timezone.now()
    before = weekly.this_week(cast.ada.log, now=now)
    assert before is not None
    weeks.plan(cast.ada, day=2)
    weeks.plan(cast.ada, day=3, questions=("rest",))
    weeks.plan(cast.ben, day=4)
    log, couple = cast.ada.log, deeds.couple_of(cast.ada)
    assert len(log.read(couple, [WeeklyPlan], limit=9)) == 2, (
        "of hers, the one that never held goes"
    )
    same = weekly.this_week(log, now=now)
    assert same is not None
    assert (same.id, same.plan) == (before.id, before.plan)
    assert same.chosen is not None
    assert same.chosen.day == 4
    after = weekly.this_week(log, now=before.week.ends)
    assert after is not None
    assert (after.plan.day, after.id != before.id) == (4, True)
    with time_machine.travel(before.week.ends + timedelta(hours=1)):
        weeks.plan(cast.ben, day=5)
    assert len(log.read(couple, [WeeklyPlan], limit=9)) == 3, "what held once stays"
    with pytest.raises(Closed):
        weeks.plan(cast.cleo)


def test_it_is_on_today_on_their_day_and_once_both_are_ready(cast: Cast) -> None:
    now = timezone.now()

    def offers(*, later: timedelta = timedelta()) -> list[str | None]:
        return [weekly.offer(who.log, now=now + later) for who in (cast.ada, cast.ben, cast.cleo)]

    assert offers() == [None, None, None]
    weeks.plan(cast.ada, day=timezone.localtime(now, ZoneInfo("Europe/Berlin")).weekday())
    assert offers() == ["begin", "begin", None]
    assert offers(later=timedelta(days=1)) == [None, None, None]
    weeks.ready(cast.ada)
    assert offers() == [None, "begin", None]
    week = weeks.ready(cast.ben)
    assert offers() == ["look", "look", None]
    theirs = seen(cast.ada, week).theirs
    assert theirs is not None
    deeds.open_it(cast.ada, theirs.id)
    assert offers() == [None, "look", None]


def test_it_is_whole_or_not_at_all_when_the_power_fails(cast: Cast) -> None:
    week = weeks.ready(cast.ben)
    weeks.week(cast.ada)
    cut_at_every_step(
        lambda: weekly.ready(cast.ada.log, week, b"", asks=False, now=timezone.now()), at_least=2
    )
    assert seen(cast.ben, week).state == "shown"


def test_it_rings_for_two_who_are_ready_at_once(transactional_db: None, cast: Cast) -> None:
    del transactional_db
    week = weeks.week(cast.ada)
    weeks.week(cast.ben)
    before = deeds.version_of(deeds.couple_of(cast.ada))
    at_once(
        *(
            partial(weekly.ready, who.log, week, b"", asks=False, now=timezone.now())
            for who in (cast.ada, cast.ben)
        )
    )
    assert {seen(who, week).state for who in (cast.ada, cast.ben)} == {"shown"}
    assert deeds.version_of(deeds.couple_of(cast.ada)) > before


def test_it_shows_all_or_nothing_when_one_changes_her_mind_as_the_other_is_ready(
    transactional_db: None, cast: Cast
) -> None:
    del transactional_db
    week = weeks.ready(cast.ada)
    weeks.week(cast.ben)
    said = at_once(
        partial(weekly.not_yet, cast.ada.log, week, now=timezone.now()),
        partial(weekly.ready, cast.ben.log, week, b"", asks=False, now=timezone.now()),
    )
    states = {who.name: seen(who, week).state for who in (cast.ada, cast.ben)}
    too_late = any(isinstance(one, weekly.TooLate) for one in said)
    assert states == (
        {"Ada": "shown", "Ben": "shown"} if too_late else {"Ada": "open", "Ben": "ready"}
    )
