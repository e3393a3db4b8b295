"""What a page asks of the database does not grow with the length of a history."""

from collections.abc import Callable
from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests import deeds
from tests.cast import Cast, Someone

from nearer.acts.export import export
from nearer.core.moments import (
    CheckIn,
    ChosenStep,
    Expectation,
    Letter,
    Opened,
    Reply,
    StepOutcome,
)
from nearer.store.log import Draft
from nearer.store.models import Record

STEP = ChosenStep("emotions_word_for_now", "emotions", "write", 1.0, "small")


def _lived(who: Someone, days: int) -> None:
    """Somebody has looked inside on so many days, and wrote to the other on each fourth."""
    log, couple, now = who.log, deeds.couple_of(who), timezone.now()
    for day in range(days):
        at = now - timedelta(days=day + 1)
        log.write(log.own, Draft.new(CheckIn(certainty="not_sure"), at))
        taken = log.write(log.own, Draft.new(Expectation(step=STEP, likely=50), at))
        told = StepOutcome(about=taken.id, step=STEP, feared="not", hard=2, likely=50)
        log.write(log.own, Draft.new(told, at, about=taken.id))
        if day % 4 == 0:
            log.write(couple, Draft.new(Letter(feelings=("lonely",)), at))


def _asked(act: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as queries:
        act()
    return len(queries)


def _read(who: Someone) -> Callable[[], object]:
    def act() -> None:
        log = who.log
        couple = log.couple
        assert couple is not None
        letters = log.read(couple, [Letter, Reply], limit=20)
        log.read(log.own, [CheckIn, Opened], limit=20)
        log.about(couple, [entry.id for entry in letters])

    return act


def _page(url: str) -> Callable[[Someone], Callable[[], object]]:
    def of(who: Someone) -> Callable[[], object]:
        return lambda: who.get(url)

    return of


ACTS: dict[str, Callable[[Someone], Callable[[], object]]] = {
    "reading the log": _read,
    "an export": lambda who: lambda: export(who.person, who.log),
    "today": _page("/today/"),
    "the timeline": _page("/timeline/"),
    "what is ours": _page("/timeline/?show=ours"),
    "us": _page("/us/"),
    "me": _page("/me/"),
    "a check-in": _page("/check-in/"),
    "small steps": _page("/steps/"),
    "past steps": _page("/steps/past/"),
}


def test_it_asks_as_often_after_200_days_as_after_10(cast: Cast) -> None:
    acts = {name: act(cast.ada) for name, act in ACTS.items()}
    for act in acts.values():
        act()
    _lived(cast.ada, 24)
    before, rows = {name: _asked(act) for name, act in acts.items()}, Record.objects.count()
    _lived(cast.ada, 176)
    assert Record.objects.count() == rows + 572
    assert {name: _asked(act) for name, act in acts.items()} == before
    assert max(before.values()) <= 20
