"""One request at a time, from values alone: which letter of one's own asks and waits."""

from datetime import timedelta
from uuid import UUID

import pytest
from tests.core.letters.evening import ADA, BEN, MONDAY, Evening

from nearer.core.letters import asks, open_request, see
from nearer.core.letters.asking import WAITS
from nearer.core.moments import CheckIn, Letter, LetterDraft, Moment

NOW = MONDAY + timedelta(days=1)
HUG = Letter(request="hug")


def _open_for(evening: Evening, who: UUID, days: float = 1) -> UUID | None:
    now = MONDAY + timedelta(days=days)
    found = open_request(see(evening.kept, who=who), now=now)
    return found.id if found else None


@pytest.mark.parametrize(
    ("moment", "asking"),
    [
        (HUG, True),
        (Letter(own_request=True), True),
        (LetterDraft(letter=ADA, request="hug"), True),
        (LetterDraft(letter=ADA, own_request=True), True),
        (Letter(feelings=("lonely",)), False),
        (CheckIn(), False),
        (None, False),
    ],
)
def test_it_knows_what_asks_for_something(moment: Moment | None, *, asking: bool) -> None:
    assert asks(moment) is asking


def test_it_finds_ada_s_request_and_holds_ben_to_nothing() -> None:
    evening = Evening()
    asked = evening.keep(ADA, HUG)
    evening.letter(ADA)
    assert _open_for(evening, ADA) == asked
    assert _open_for(evening, BEN) is None


def test_it_is_the_same_whether_ben_has_opened_it() -> None:
    evening = Evening()
    asked = evening.keep(ADA, HUG)
    evening.open(BEN, asked)
    assert _open_for(evening, ADA) == asked


def test_it_is_closed_by_an_answer_and_open_again_when_that_is_taken_back() -> None:
    evening = Evening()
    asked = evening.keep(ADA, HUG)
    answer = evening.reply(BEN, asked)
    assert _open_for(evening, ADA) is None
    evening.take_back(BEN, answer, asked)
    assert _open_for(evening, ADA) == asked


@pytest.mark.parametrize("erase", [True, False])
def test_it_is_closed_when_ada_takes_it_back(*, erase: bool) -> None:
    evening = Evening(erase=erase)
    evening.take_back(ADA, evening.keep(ADA, HUG))
    assert _open_for(evening, ADA) is None


def test_it_holds_nothing_back_after_a_week() -> None:
    evening = Evening()
    asked = evening.keep(ADA, HUG)
    assert _open_for(evening, ADA, days=WAITS.days) == asked
    assert _open_for(evening, ADA, days=WAITS.days + 1) is None
