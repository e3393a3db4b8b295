"""Guess: how one's answer felt to the other, before one has seen it; shared only if one likes."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from msgspec.structs import replace

from nearer.acts.pull_back import check_no_pause
from nearer.acts.share import say_only
from nearer.core.moments import FeltGuess, Opened
from nearer.store.log import Log, NotThere, OpenSpace


class SeenAlready(Exception):
    """They have seen how it felt: what comes after is no guess."""


def keep_guess(log: Log, couple: OpenSpace, guess: FeltGuess, *, now: datetime) -> None:
    """Keep a guess for oneself, and a copy for both if it is shared.

    Guessed again, it replaces what was guessed before. Raises SeenAlready, and InPause if it is
    shared while the other is in a pause.
    """
    with transaction.atomic():
        if log.many(log.own, [log.only_id(log.own, Opened, guess.about)]):
            raise SeenAlready
        _keep(log, couple, guess, now)


def share_guess(log: Log, couple: OpenSpace, reply: UUID, *, shared: bool, now: datetime) -> None:
    """Let the other see the guess about this reply, or keep it for oneself again.

    The numbers stay as they are. Raises NotThere without a guess, InPause as above.
    """
    with transaction.atomic():
        kept = log.get(log.own, log.only_id(log.own, FeltGuess, reply))
        if not isinstance(kept.moment, FeltGuess):
            raise NotThere
        _keep(log, couple, replace(kept.moment, shared=shared), now)


def _keep(log: Log, couple: OpenSpace, guess: FeltGuess, now: datetime) -> None:
    say_only(log, log.own, guess, now, keep=True)
    say_only(log, couple, guess, now, keep=guess.shared)
    if guess.shared:
        check_no_pause(log, now=now)
