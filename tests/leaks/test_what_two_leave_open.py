"""What one of two has answered, and the other is not to know: not yet, or never."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests import deeds
from tests.leaks.private_acts import Act
from tests.leaks.two_worlds import HEARD, Seen, differences, same_chance
from tests.web import listeners

from nearer.acts.guess import keep_guess
from nearer.core.moments import FeltGuess

if TYPE_CHECKING:
    from tests.leaks.evening import Evening

pytestmark = pytest.mark.django_db


def _shown(seen: list[Seen]) -> list[Seen]:
    """The same without what tells by design that something came: the bell, and what lies there."""
    silent = [one for one in seen if one.asked != "GET /live/"]
    return [replace(one, body=HEARD.sub(b"", one.body), queries=(), boxes=()) for one in silent]


def test_it_tells_neither_what_the_other_said_to_keeping_a_round(adas: Evening) -> None:
    """Whichever it was, in all that can be seen and in how long it takes, until both have."""
    ada, ben = adas.doer.who, adas.eyes.who

    def a_round(answer: str) -> Act:
        def do() -> None:
            hers, his = ada.again(), ben.again()
            with same_chance():
                listeners.invites(hers)
                listeners.taps(his, "accept")
                listeners.a_turn(hers, his)
                listeners.taps(his, "close")
                listeners.taps(hers, answer)

        return Act(answer, do)

    def look() -> list[Seen]:
        return [*adas.eyes.glances(), *adas.eyes.at("/listening/")]

    keeps, lets_go = (adas.world(look, a_round(what)) for what in ("keep", "let_go"))
    found = differences(keeps, lets_go)
    assert not found, adas.told(found, "said whether to keep a round")


def test_it_shows_no_guess_beside_what_is_not_shared(adas: Evening) -> None:
    """Ada lets Ben see her guess; he has kept for himself how it felt. Nothing is shown to him."""
    ada, letter = adas.doer.who, deeds.letter(adas.eyes.who)
    answer = deeds.reply(ada, letter)
    eyes = replace(adas.eyes, letters=(letter,) * 4)

    def guesses() -> None:
        said = FeltGuess(about=answer, understood=2, shared=True)
        keep_guess(ada.log, deeds.couple_of(ada), said, now=timezone.now())

    def look() -> list[Seen]:
        return _shown([*eyes.glances(), *eyes.at("/today/")])

    found = adas.learns(look, Act("guesses", guesses))
    assert not found, adas.told(found, "guessed")
