"""Keeping something of one's own: once, and never under an id that is somebody else's."""

from collections.abc import Callable

import pytest
from tests import deeds
from tests.cast import Cast, Someone

from nearer.store.models import Record
from nearer.web.rooms.steps.ladder import Ladder


def _skip(who: Someone) -> tuple[str, dict[str, str]]:
    return "/steps/skip/", {"step": next(iter(Ladder(who.log).steps))}


def _sign(who: Someone) -> tuple[str, dict[str, str]]:
    del who
    return "/pulling-back/sign/", {"sign": "full"}


def _came_up(who: Someone) -> tuple[str, dict[str, str]]:
    return f"/plans/{deeds.plan(who)}/came-up/", {"what": "did"}


def _mark(who: Someone) -> tuple[str, dict[str, str]]:
    return f"/say/{deeds.sentence(who)}/mark/", {"sure": "4"}


@pytest.mark.parametrize("form", [_skip, _sign, _came_up, _mark])
def test_it_says_of_an_id_of_ada_s_that_it_is_not_there(
    cast: Cast, form: Callable[[Someone], tuple[str, dict[str, str]]]
) -> None:
    taken = deeds.check_in(cast.ada)
    url, data = form(cast.ben)
    before = Record.objects.count()
    answer = cast.ben.post(url, {**data, "record": str(taken)})
    assert answer.status_code == 404
    assert Record.objects.count() == before
