"""Ada chooses one question a month, whatever she taps and in however many tabs."""

from datetime import timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from tests import deeds
from tests.cast import ZONE, Cast

from nearer.acts.choose_question import choose, chosen, next_choice
from nearer.core.moments import GrowthQuestion
from nearer.store.log import NotThere

BERLIN = ZoneInfo(ZONE)


def test_it_keeps_one_choice_for_thirty_days(cast: Cast) -> None:
    log, now = cast.ada.log, timezone.now()
    assert next_choice(chosen(log), BERLIN) is None
    assert choose(log, uuid4(), "energy_pleasant", now=now, zone=BERLIN)
    again = now + timedelta(days=29)
    assert not choose(log, uuid4(), "strong_energy", now=again, zone=BERLIN)
    last = chosen(log)
    assert last is not None
    assert last.moment == GrowthQuestion(question="energy_pleasant")
    assert next_choice(last, BERLIN) == now.astimezone(BERLIN).date() + timedelta(days=30)
    then = now + timedelta(days=30)
    assert choose(log, uuid4(), "strong_energy", now=then, zone=BERLIN)


def test_it_keeps_nothing_twice_and_nothing_under_bens_id(cast: Cast) -> None:
    log, record = cast.ada.log, uuid4()
    then = timezone.now() - timedelta(days=40)
    assert choose(log, record, "energy_pleasant", now=then, zone=BERLIN)
    assert not choose(log, record, "energy_pleasant", now=timezone.now(), zone=BERLIN)
    bens = deeds.check_in(cast.ben)
    with pytest.raises(NotThere):
        choose(log, bens, "energy_pleasant", now=timezone.now(), zone=BERLIN)
