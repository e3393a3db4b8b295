"""Home, today, and the timeline."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_safe

from nearer.acts import by_link, listen, pair, pull_back, weekly
from nearer.acts.ours import what_waits
from nearer.content import listening, vocabulary
from nearer.core.letters import SeenLetter, see
from nearer.core.listening import Prompt, waits_for
from nearer.core.moments import (
    Appreciation,
    CheckIn,
    Expectation,
    Letter,
    LetterDraft,
    ListeningRound,
    Moment,
    Pause,
    PauseChange,
    PausesFelt,
    Sign,
    StepOutcome,
    TakenBack,
    Waiting,
    WeeklyPlan,
)
from nearer.core.support import runs
from nearer.core.today import today as work_out
from nearer.store.log import Entry
from nearer.web.access import unlocked
from nearer.web.here import Here, Request, UnlockedRequest

RECENT = 20
LETTERS = 10
"""Letters that Today looks through for one that waits, two months of one a week. The timeline has
all; to look up what became of each is what takes Today longest after years."""
STEPS = 20
"""Steps and what came of them that Today looks through for one that is open: the newest ones."""
GOODS = 5
"""Good things that Today looks through for a question or an answer that waits: the newest."""
OF_ONE: Mapping[type[Moment], int] = {
    **dict.fromkeys((CheckIn, LetterDraft, Sign, Pause, Appreciation), RECENT),
    **dict.fromkeys((Expectation, StepOutcome), STEPS),
    **dict.fromkeys((Waiting, ListeningRound, PausesFelt), 1),
}
"""What Today reads of one's own space, and how many: all that the parts of it ask for."""
OF_TWO: Mapping[type[Moment], int] = {
    **dict.fromkeys((Letter, TakenBack), LETTERS),
    **dict.fromkeys((Sign, Appreciation), RECENT),
    **dict.fromkeys((Pause, PauseChange), 2 * pull_back.LATELY),
    WeeklyPlan: weekly.PLANS,
    ListeningRound: 1,
}
"""The same of a space of two."""
SIGN_SHOWN = timedelta(hours=24)
"""A sign is about now: after a day it is in the timeline only."""


@require_safe
def home(request: Request) -> HttpResponse:
    """The signed-out home; today for whoever is in."""
    if request.here is not None:
        return redirect("today")
    if request.session_row is not None:
        return redirect("unlock")
    return render(request, "home.html")


@require_safe
@unlocked
def today(request: UnlockedRequest) -> HttpResponse:
    """What waits for me, one thing I could do, and the quick acts.

    Asked by a page that is open already, only the part that can change comes back.
    """
    here = request.here
    for space in here.log.spaces:
        here.log.look_ahead(space, OF_ONE if space.kind == "own" else OF_TWO)
    fragment = bool(request.htmx)
    invite = None if here.log.couple else pair.under_way(here.person, now=here.now)
    entries = _recent(here, most_letters=LETTERS)
    round_ = listen.running(here.log, now=here.now)
    page = {
        "today": work_out(
            entries + here.log.read(here.log.own, [Expectation, StepOutcome], limit=STEPS),
            who=here.person.id,
            now=here.now.astimezone(here.zone),
            to_listen=round_.id
            if round_ and waits_for(round_.state, round_.side) is None
            else None,
            linked=here.partner is not None,
            to_compare=invite.id if invite and _is_mine_to_say(here, invite) else None,
            answered=by_link.answered(here.log),
        ),
        "recent": _rows(here, entries)[:RECENT],
        "partner": here.partner,
        "invite": invite,
        **_without_words(here, entries),
        "wait": _wait(here),
        "ours": what_waits(here.log, now=here.now, today=here.now.astimezone(here.zone).date()),
        "weekly": weekly.offer(here.log, now=here.now),
        "asked": _asked(here, round_),
        "round": round_,
        "vocabulary": vocabulary(),
    }
    return render(request, "today/_now.html" if fragment else "today/today.html", page)


def _without_words(here: Here, entries: list[Entry]) -> dict[str, object]:
    """Pauses under way, the other's newest sign of the last day, and the question about pauses."""
    lately = pull_back.lately(here.log)
    pauses = pull_back.running_pauses(here.log, now=here.now, entries=lately)
    mine = pauses.pop(here.person.id, None)
    couple = here.log.couple
    signs = [entry for entry in entries if isinstance(entry.moment, Sign)]
    theirs = [sign for sign in signs if couple and sign.space == couple.id]
    theirs = [sign for sign in theirs if sign.author != here.person.id]
    fresh = [sign for sign in theirs if here.now - sign.at < SIGN_SHOWN]
    return {
        "my_pause": mine,
        "their_pause": next(iter(pauses.values()), None),
        "their_sign": fresh[0] if fresh else None,
        "how_pauses_feel": pull_back.question(here.log, lately, now=here.now),
    }


def _asked(here: Here, round_: listen.Running | None) -> Prompt | None:
    """What the other one asks for, where this one was asked to a listening round."""
    if round_ is None or round_.is_on_one_phone or round_.entry.author == here.person.id:
        return None
    return listening().prompt[round_.asked.way] if round_.state.phase == "invited" else None


def _wait(here: Here) -> Entry | None:
    """One's plan for a wait, on the days on which it runs; before and after, nothing is said."""
    today = here.now.astimezone(here.zone).date()
    for entry in here.log.read(here.log.own, [Waiting], limit=1):
        if isinstance(entry.moment, Waiting) and runs(entry.moment, today=today):
            return entry
    return None


def _is_mine_to_say(here: Here, invite: Any) -> bool:  # noqa: ANN401 - an Invite
    """Whether the words are there to compare and this person has not said what they see."""
    if invite.accepter_id is None:
        return False
    mine = invite.inviter_same if invite.inviter_id == here.person.id else invite.accepter_same
    return not mine


def _recent(
    here: Here,
    before: datetime | None = None,
    *,
    most_letters: int = RECENT,
    one_page: bool = False,
) -> list[Entry]:
    """A bounded number of the newest entries, and all that is about the letters among them.

    With `one_page`, what is shared and older than a page full of one's own check-ins is left out:
    it is on no such page, and to look up what became of each letter would take a third of its time.
    """
    log = here.log
    kinds: list[type[Moment]] = [CheckIn, LetterDraft, Sign, Pause, Appreciation]
    found = log.read(log.own, kinds, limit=RECENT, before=before)
    full = len([entry for entry in found if isinstance(entry.moment, CheckIn)]) == RECENT
    since = found[-1].at if one_page and full else None
    for space in log.spaces:
        if space.kind == "own":
            continue
        # Apart, since many signs must not push a letter that waits off the page; nor may what was
        # taken back unread, which is not to be seen there either.
        letters = log.read(space, [Letter], limit=most_letters, before=before)
        letters += log.read(space, [TakenBack], limit=most_letters, before=before)
        quiet: list[type[Moment]] = [Sign, Pause, Appreciation]
        shared = letters + log.read(space, quiet, limit=RECENT, before=before)
        if since is not None:
            letters, shared = (
                [entry for entry in entries if entry.at >= since] for entries in (letters, shared)
            )
        good = [entry for entry in shared if isinstance(entry.moment, Appreciation)]
        ids = [_letter_id(entry) for entry in letters] + [entry.id for entry in good[:GOODS]]
        about = log.about(space, ids)
        replies = [e.moment.about if isinstance(e.moment, TakenBack) else e.id for e in about]
        known = {entry.id for entry in shared}
        found += shared + [entry for entry in about if entry.id not in known]
        found += log.about(space, replies) + log.about(log.own, ids + replies)
    return found


def _letter_id(entry: Entry) -> Any:  # noqa: ANN401 - a UUID
    if isinstance(entry.moment, TakenBack):
        return entry.moment.letter or entry.moment.about
    return entry.id


def _rows(here: Here, entries: list[Entry]) -> list[Entry | SeenLetter[Entry]]:
    """Check-ins, letters, signs and pauses as the timeline lists them, newest first.

    Of signs and pauses only one's own: a list of the other's would count their withdrawals. A
    pause may be there twice, for the other and with its reason for oneself: it is one row.
    """
    letters = see(entries, who=here.person.id)
    check_ins = [entry for entry in entries if isinstance(entry.moment, CheckIn)]
    own = here.log.own.id
    quiet = [
        entry
        for entry in entries
        if isinstance(entry.moment, Sign | Pause) and entry.author == here.person.id
    ]
    quiet.sort(key=lambda entry: entry.space == own)
    once = {entry.at: entry for entry in reversed(quiet)}
    return sorted([*letters, *check_ins, *once.values()], key=lambda row: row.at, reverse=True)


@require_safe
@unlocked
def timeline(request: UnlockedRequest) -> HttpResponse:
    """What was kept, a page at a time: all, only mine, or only ours."""
    here = request.here
    # One of three words: a page with marks repeats nothing that a foreign link may have brought.
    which = next((one for one in ("mine", "ours") if one == request.GET.get("show")), "all")
    rows = _rows(here, _recent(here, before=_before(request), one_page=which == "all"))
    own = here.log.own.id
    if which == "mine":
        rows = [row for row in rows if isinstance(row, Entry) and row.space == own]
    if which == "ours":
        rows = [row for row in rows if isinstance(row, SeenLetter) or row.space != own]
    shown = rows[:RECENT]
    days = [
        {"day": day, "rows": list(group)}
        for day, group in groupby(shown, key=lambda row: timezone.localdate(row.at))
    ]
    page = {
        "days": days,
        "which": which,
        "earlier": shown[-1].at.isoformat() if len(rows) > RECENT or len(shown) == RECENT else "",
        "vocabulary": vocabulary(),
        "partner": here.partner,
    }
    return render(request, "today/timeline.html", page)


def _before(request: UnlockedRequest) -> datetime | None:
    """The moment before which to read; None for the newest, and for anything unreadable."""
    try:
        found = parse_datetime(request.GET.get("before", ""))
        aware = found is not None and timezone.is_aware(found)
        return found.astimezone(UTC) if found is not None and aware else None
    except (ValueError, OverflowError):
        return None


@require_safe
@unlocked
def welcome(request: UnlockedRequest) -> HttpResponse:
    """The first page after beginning: where to start, alone or with the other."""
    return render(request, "today/welcome.html", {"vocabulary": vocabulary()})
