"""Weekly together: write apart, be ready, and see both at the same moment.

What somebody writes lies in their own space. When they are ready, their browser has sealed it for
the couple's space, and here it is kept there, but handed to nobody until both are: see
`core.weekly.see_week`. Being ready, and not yet after all, ring nowhere, since a page that stirs
would tell how far the other is.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Literal
from uuid import UUID

from django.db import transaction
from msgspec.structs import replace

from nearer.acts.ask_once import AskedAlready, waiting_request
from nearer.acts.pull_back import check_no_pause
from nearer.acts.share import check_not_taken_back
from nearer.core.moments import (
    Opened,
    TakenBack,
    WeeklyDraft,
    WeeklyPart,
    WeeklyPlan,
    WeeklyShown,
)
from nearer.core.weekly import SeenWeek, Week, holds_now, is_the_day, see_week, week_of
from nearer.store.log import AlreadyKept, Closed, Draft, Entry, Log, NotThere, OpenSpace

PLANS = 8
"""Plans to look through for the one that holds: of each of the two, at most one does not yet."""

EARLIER = 60
"""Weeks listed, newest first. The export has all that is one's own."""


class TooLate(Exception):
    """Both are ready: it is shown."""


@dataclass(frozen=True)
class ThisWeek:
    """The week that is under way for a couple, as one of the two sees it.

    `chosen` is what they chose last, `plan` what this week goes by: see `WeeklyPlan`.
    """

    log: Log
    couple: OpenSpace
    chosen: WeeklyPlan | None
    plan: WeeklyPlan
    week: Week
    seen: SeenWeek[Entry]

    @cached_property
    def id(self) -> UUID:
        """The week's id, the same for both."""
        return self.week.id(self.couple.id)

    @cached_property
    def draft(self) -> Entry | None:
        """What this person has written for it."""
        return draft_of(self.log, self.id)


def this_week(log: Log, *, now: datetime) -> ThisWeek | None:
    """The week that is under way, or None without a couple."""
    couple = log.couple
    if couple is None:
        return None
    plans = [entry.moment for entry in log.read(couple, [WeeklyPlan], limit=PLANS)]
    chosen = [plan for plan in plans if isinstance(plan, WeeklyPlan)]
    plan = holds_now(chosen, now=now)
    week = week_of(plan, now=now)
    seen = one_week(log, couple, week.id(couple.id))
    return ThisWeek(log, couple, next(iter(chosen), None), plan, week, seen)


def one_week(log: Log, space: OpenSpace, week: UUID) -> SeenWeek[Entry]:
    """A week as this person sees it, this one or an earlier one."""
    return _seen(log, space, [week])[week]


def _seen(log: Log, space: OpenSpace, weeks: Sequence[UUID]) -> dict[UUID, SeenWeek[Entry]]:
    """Weeks as this person sees them.

    The other's is looked up only where there is something of one's own: how long a page takes does
    not tell either who is ready.
    """
    mine = {shown_id(log, space, week): week for week in weeks}
    mine |= {log.only_id(space, TakenBack, one): week for one, week in mine.items()}
    ready = {mine[entry.id] for entry in log.many(space, mine)}
    entries = log.about(space, ready)
    shown = [getattr(e.moment, "about", e.id) for e in entries if isinstance(e.moment, TakenBack)]
    shown += [entry.id for entry in entries]
    opened = log.many(log.own, [log.only_id(log.own, Opened, one) for one in shown])
    return {week: see_week([*entries, *opened], week, who=log.me) for week in weeks}


def choose(log: Log, record: UUID, plan: WeeklyPlan, *, now: datetime) -> None:
    """Choose the day, the hour and the questions. They hold from the next week on.

    What this person chose before and never came to hold goes. Raises Closed without a couple.
    """
    with transaction.atomic():
        under_way = this_week(log, now=now)
        if under_way is None:
            raise Closed
        couple = under_way.couple
        held_off = replace(plan, since=under_way.week.ends)
        log.write(couple, Draft(record, held_off, now))
        for entry in log.read(couple, [WeeklyPlan], limit=PLANS):
            never_held = isinstance(entry.moment, WeeklyPlan) and entry.moment.since > now
            if entry.author == log.me and entry.id != record and never_held:
                log.remove(entry)


# ---- Apart ----


def draft_id(log: Log, week: UUID) -> UUID:
    """The one id of what this person writes for a week."""
    return log.only_id(log.own, WeeklyDraft, week)


def draft_of(log: Log, week: UUID) -> Entry | None:
    """What this person has written for a week."""
    found = log.many(log.own, [draft_id(log, week)])
    return next((entry for entry in found if isinstance(entry.moment, WeeklyDraft)), None)


def write(
    log: Log, week: UUID, day: date, questions: tuple[str, ...], words: bytes, *, now: datetime
) -> None:
    """Keep what one has written for a week, for oneself. What was kept back stays so."""
    before = draft_of(log, week)
    draft = WeeklyDraft(about=week, day=day, questions=questions)
    if before is not None and isinstance(before.moment, WeeklyDraft):
        draft = replace(draft, kept_back=before.moment.kept_back)
    log.rewrite(log.own, Draft(draft_id(log, week), draft, now, words, about=week))


def keep_back(log: Log, week: UUID, part: WeeklyPart, *, back: bool, now: datetime) -> None:
    """Keep one part for oneself, or show it after all. Raises NotThere where nothing is written."""
    with transaction.atomic():
        draft = draft_of(log, week)
        if draft is None or not isinstance(draft.moment, WeeklyDraft):
            raise NotThere
        others = tuple(one for one in draft.moment.kept_back if one != part)
        kept = (*others, part) if back else others
        moment = replace(draft.moment, kept_back=kept)
        log.rewrite(log.own, Draft(draft.id, moment, now, draft.words, about=week))


def blank(log: Log, week: UUID, *, now: datetime) -> None:
    """Remove the words one wrote for a week. That there was one stays, so as to find what both saw.

    Raises NotThere where nothing was written.
    """
    draft = draft_of(log, week)
    if draft is None or not isinstance(draft.moment, WeeklyDraft):
        raise NotThere
    bare = WeeklyDraft(about=week, day=draft.moment.day, questions=draft.moment.questions)
    log.rewrite(log.own, Draft(draft.id, bare, now, about=week))


# ---- And together ----


def shown_id(log: Log, couple: OpenSpace, week: UUID) -> UUID:
    """The one id of what this person shows of a week."""
    return log.only_id(couple, WeeklyShown, week)


def ready(log: Log, week: UUID, words: bytes, *, asks: bool, now: datetime) -> None:
    """Be ready: what is to be shown is sealed for the couple, and held until both are.

    Said twice, it is said once. Raises Closed without a couple, NotThere for another week than
    this one and for one taken back, InPause while the other is in a pause, AskedAlready if it
    asks for something while an earlier request waits.
    """
    with transaction.atomic():
        under_way = this_week(log, now=now)
        if under_way is None:
            raise Closed
        draft = under_way.draft
        if under_way.id != week or draft is None or not isinstance(draft.moment, WeeklyDraft):
            raise NotThere
        couple, record = under_way.couple, shown_id(log, under_way.couple, week)
        check_not_taken_back(log, couple, record)
        moment = WeeklyShown(about=week, day=draft.moment.day, questions=draft.moment.questions)
        with suppress(AlreadyKept):
            log.write(couple, Draft(record, moment, now, words, about=week), rings=False)
            check_no_pause(log, now=now)  # after the write: see there
            if asks and (waits := waiting_request(log, now=now)):
                raise AskedAlready(waits)
            if one_week(log, couple, week).state == "shown":
                log.hold(couple)  # and it rings


def not_yet(log: Log, week: UUID, *, now: datetime) -> None:
    """Not ready after all: what was held is gone, and nobody learns of it.

    Raises TooLate once both are ready, Closed without a couple. Nothing there is no mistake.
    """
    with transaction.atomic():
        under_way = this_week(log, now=now)
        if under_way is None:
            raise Closed
        log.hold(under_way.couple, rings=False)
        seen = one_week(log, under_way.couple, week)
        if seen.state == "shown":
            raise TooLate
        _let_go(log, seen)


def lapse(log: Log, *, now: datetime) -> None:
    """Let go of what this person had ready in weeks that are over and were never shown.

    It was read by nobody; what they wrote stays in their own space.
    """
    under_way = this_week(log, now=now)
    if under_way is None:
        return
    over = [draft.about for draft in _drafts(log) if draft.about != under_way.id]
    for seen in _seen(log, under_way.couple, over).values():
        _let_go(log, seen)


def _let_go(log: Log, seen: SeenWeek[Entry]) -> None:
    if seen.state == "ready" and seen.mine is not None and seen.mine.entry is not None:
        with suppress(NotThere):  # in another tab, this very moment
            log.remove(seen.mine.entry, rings=False)


def _drafts(log: Log, *, with_words: bool = False) -> list[WeeklyDraft]:
    """What this person has written for the newest weeks, newest first."""
    found = log.read(log.own, [WeeklyDraft], limit=EARLIER)
    drafts = [entry.moment for entry in found if entry.words or not with_words]
    return [draft for draft in drafts if isinstance(draft, WeeklyDraft)]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A week one can look at again: shown to both, or only written by oneself."""

    id: UUID
    day: date
    shared: bool


def earlier(log: Log, *, but: UUID | None = None) -> list[Earlier]:
    """The weeks of this person, newest first, but for one: those that both saw, and their own."""
    days = {draft.about: draft.day for draft in _drafts(log) if draft.about != but}
    written = {draft.about for draft in _drafts(log, with_words=True)}
    shared = {
        week
        for space in log.spaces[1:]
        for week, seen in _seen(log, space, list(days)).items()
        if seen.state == "shown"
    }
    found = [
        Earlier(week, day, shared=week in shared)
        for week, day in days.items()
        if week in shared or week in written
    ]
    return sorted(found, key=lambda one: (one.day, one.id), reverse=True)


Offer = Literal["begin", "look"]


def offer(log: Log, *, now: datetime) -> Offer | None:
    """What Today says of it: to begin, on the day they chose; to look, where both are ready."""
    under_way = this_week(log, now=now)
    if under_way is None:
        return None
    seen, chosen = under_way.seen, under_way.chosen
    if seen.theirs is not None and seen.theirs.state == "waiting":
        return "look"
    if seen.state == "open" and chosen is not None and is_the_day(chosen, now=now):
        return "begin"
    return None
