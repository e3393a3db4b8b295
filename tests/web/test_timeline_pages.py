"""Leafing through what is kept: everything is on one page, and on no two."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.utils import timezone
from tests import deeds
from tests.cast import Cast, Someone

from nearer.core.moments import CheckIn, Letter
from nearer.store.log import Draft


def _leaf_through(who: Someone) -> list[object]:
    found: list[object] = []
    before = ""
    while len(found) < 500:
        page = who.get(f"/timeline/?{urlencode({'before': before})}").context
        found += [row.id for day in page["days"] for row in day["rows"]]
        before = page["earlier"]
        if not before:
            break
    return found


@pytest.mark.parametrize(("check_ins_a_day", "letter_each"), [(3, 2), (1, 1), (1, 9)])
def test_it_shows_ada_each_check_in_and_letter_once(
    cast: Cast, check_ins_a_day: int, letter_each: int
) -> None:
    log, couple, now = cast.ada.log, deeds.couple_of(cast.ada), timezone.now()
    kept = []
    for day in range(1, 26):
        at = now - timedelta(days=day)
        for hour in range(check_ins_a_day):
            moment = CheckIn(certainty="not_sure")
            kept.append(log.write(log.own, Draft.new(moment, at - timedelta(hours=hour))))
        if day % letter_each == 0:
            moment_shared = Letter(feelings=("lonely",))
            kept.append(log.write(couple, Draft.new(moment_shared, at - timedelta(minutes=30))))
    newest_first = [entry.id for entry in sorted(kept, key=lambda entry: entry.at, reverse=True)]
    assert _leaf_through(cast.ada) == newest_first
