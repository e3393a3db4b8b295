"""Appreciate: show something good that one has kept, ask back, tell a little more. Each once."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from msgspec.structs import replace

from nearer.acts.pull_back import check_no_pause
from nearer.acts.share import check_not_taken_back
from nearer.core.moments import Appreciation, AskedBack, ToldMore
from nearer.store.log import Closed, Draft, Log, NotThere, OpenSpace


def show(log: Log, kept: UUID, words: bytes, *, now: datetime) -> None:
    """What was kept for oneself goes to the couple's space, under the same id, whole or not at all.

    `words` is the box sealed again for that space. Shown twice, it is shown once. Raises Closed
    if the two are not linked, NotThere for anything else than something good of one's own,
    InPause while the other is in a pause: it then stays where it was.
    """
    couple = log.couple
    if couple is None:
        raise Closed
    with transaction.atomic():
        if log.many(couple, [kept]):
            return
        entry = log.get(log.own, kept)
        if not isinstance(entry.moment, Appreciation):
            raise NotThere
        log.remove(entry)
        shown = replace(entry.moment, shared=True)
        _send(log, couple, Draft(kept, shown, now, words))


def ask_back(log: Log, couple: OpenSpace, good: UUID, words: bytes, *, now: datetime) -> None:
    """Ask about the other's good news, once. Raises AlreadyKept, NotThere, InPause."""
    with transaction.atomic():
        _news_of(log, couple, good, mine=False)
        only = log.only_id(couple, AskedBack, good)
        _send(log, couple, Draft(only, AskedBack(about=good), now, words, about=good))


def tell_more(log: Log, couple: OpenSpace, good: UUID, words: bytes, *, now: datetime) -> None:
    """Answer what the other asked about one's good news, once. Raises as `ask_back` does."""
    with transaction.atomic():
        _news_of(log, couple, good, mine=True)
        if not any(isinstance(said.moment, AskedBack) for said in log.about(couple, [good])):
            raise NotThere
        only = log.only_id(couple, ToldMore, good)
        _send(log, couple, Draft(only, ToldMore(about=good), now, words, about=good))


def _news_of(log: Log, couple: OpenSpace, good: UUID, *, mine: bool) -> None:
    """Raise NotThere unless this is good news, of one's own or of the other's."""
    moment = (held := log.get(couple, good)).moment
    is_news = isinstance(moment, Appreciation) and moment.of == "good_news"
    if not is_news or (held.author == log.me) is not mine:
        raise NotThere


def _send(log: Log, couple: OpenSpace, draft: Draft) -> None:
    check_not_taken_back(log, couple, draft.id)
    log.write(couple, draft)
    check_no_pause(log, now=draft.at)  # after the write: see there
