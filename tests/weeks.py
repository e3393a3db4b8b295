"""What the people of the tests have written for their week, by the real acts, without a page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.utils import timezone
from tests import deeds

from nearer.acts import weekly
from nearer.core.moments import WeeklyPlan

if TYPE_CHECKING:
    from tests.cast import Someone


def this(who: Someone) -> weekly.ThisWeek:
    """The week that is under way for somebody who is linked."""
    found = weekly.this_week(who.log, now=timezone.now())
    assert found is not None
    return found


def week(who: Someone, *, hard: str = "the long Tuesday", **more: str) -> UUID:
    """Somebody has written for this week. Gives the week's id."""
    log, found, now = who.log, this(who), timezone.now()
    record = weekly.draft_id(log, found.id)
    words = sealed(who, log.own.id, record, good="the soup", hard=hard, **more)
    weekly.write(log, found.id, found.week.day, ("small_thing",), words, now=now)
    return found.id


def ready(who: Someone, **words: str) -> UUID:
    """Somebody has written and is ready, with these words to show. Gives the week's id."""
    about, couple = week(who), deeds.couple_of(who)
    record = weekly.shown_id(who.log, couple, about)
    box = sealed(who, couple.id, record, **words) if words else b""
    weekly.ready(who.log, about, box, asks="request" in words, now=timezone.now())
    return about


def both(one: Someone, other: Someone, **words: str) -> UUID:
    """Both are ready, with the same words. Gives the week's id."""
    return {ready(who, **words) for who in (one, other)}.pop()


def plan(who: Someone, *, day: int = 6, questions: tuple[str, ...] = ()) -> None:
    """Somebody has chosen the day of the two, and their questions."""
    now = timezone.now()
    chosen = WeeklyPlan(day=day, hour=20, time_zone="Europe/Berlin", questions=questions, since=now)
    weekly.choose(who.log, uuid4(), chosen, now=now)


def sealed(who: Someone, space: UUID, record: UUID, **fields: str) -> bytes:
    """Words, as their browser seals them."""
    who.learn_words_keys()
    return who.side.seal_words(space, record, fields)
