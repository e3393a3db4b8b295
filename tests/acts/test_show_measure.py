"""Ada shows Ben a score, hides it again, and removes the form it came from."""

from uuid import uuid4

import pytest
from django.utils import timezone
from tests import deeds
from tests.cast import Cast
from tests.trouble import cut_at_every_step, everything

from nearer.acts.leave import leave
from nearer.acts.show_measure import hide_score, show_score
from nearer.core.measures import Score
from nearer.core.moments import Answered, MeasureShown, MeasureTaken
from nearer.store.log import Closed, Draft, Entry

SCORE = Score(measure="felt", version=1, points=7)


def _filled(cast: Cast) -> Entry:
    answers = (
        Answered("felt_understood", 3),
        Answered("felt_valued", 2),
        Answered("felt_cared", 2),
    )
    taken = MeasureTaken(measure="felt", version=1, answers=answers)
    return cast.ada.log.write(cast.ada.log.own, Draft(uuid4(), taken, timezone.now()))


def _shown_to(cast: Cast) -> list[Entry]:
    return cast.ben.log.read(deeds.couple_of(cast.ben), [MeasureShown], limit=9)


def test_it_shows_a_score_once_under_the_day_of_the_form(cast: Cast) -> None:
    taken = _filled(cast)
    for _ in range(2):
        show_score(cast.ada.log, deeds.couple_of(cast.ada), taken, SCORE)
    (entry,) = _shown_to(cast)
    assert entry.moment == MeasureShown(measure="felt", version=1, score=7)
    assert (entry.at, entry.author) == (taken.at, cast.ada.id)


def test_it_hides_it_for_both_and_leaves_the_form(cast: Cast) -> None:
    taken = _filled(cast)
    show_score(cast.ada.log, deeds.couple_of(cast.ada), taken, SCORE)
    for _ in range(2):
        hide_score(cast.ada.log, taken)
    assert _shown_to(cast) == []
    assert cast.ada.log.get(cast.ada.log.own, taken.id).moment == taken.moment


def test_it_removes_the_form_and_what_was_shown_of_it_or_neither(cast: Cast) -> None:
    before = everything()["Record"]
    taken = _filled(cast)
    show_score(cast.ada.log, deeds.couple_of(cast.ada), taken, SCORE)
    cut_at_every_step(lambda: hide_score(cast.ada.log, taken, whole=True), at_least=4)
    assert everything()["Record"] == before


def test_it_shows_nothing_once_somebody_has_left_and_still_hides_what_was_shown(
    cast: Cast,
) -> None:
    taken, other = _filled(cast), _filled(cast)
    couple = deeds.couple_of(cast.ada)
    show_score(cast.ada.log, couple, taken, SCORE)
    leave(cast.ben.person, deeds.couple_of(cast.ben), erase_mine=False)
    with pytest.raises(Closed):
        show_score(cast.ada.log, couple, other, SCORE)
    hide_score(cast.ada.log, taken)
    (ended,) = [space for space in cast.ada.log.spaces if space.kind == "couple"]
    assert cast.ada.log.read(ended, [MeasureShown], limit=9) == []
