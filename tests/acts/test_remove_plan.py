"""Ben removes a plan: what he said of it goes along, and nothing of anybody else's does."""

from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from tests import deeds
from tests.cast import Cast, Someone

from nearer.acts.remove_plan import remove_plan
from nearer.core.moments import PlanCameUp
from nearer.store.log import Draft, NotThere
from nearer.store.models import Record


def _with_answers(who: Someone) -> list[UUID]:
    """A plan and two answers: the ids of all three."""
    log, plan = who.log, deeds.plan(who)
    said = (PlanCameUp(about=plan, what="not_yet"), PlanCameUp(about=plan, what="did"))
    drafts = [Draft(uuid4(), answer, timezone.now(), about=plan) for answer in said]
    return [plan, *(log.write(log.own, draft).id for draft in drafts)]


def test_it_takes_the_answers_along_and_leaves_another_plan(cast: Cast) -> None:
    gone, stays = _with_answers(cast.ben), _with_answers(cast.ben)
    log = cast.ben.log
    remove_plan(log, log.get(log.own, gone[0]))
    assert not Record.objects.filter(id__in=gone).exists()
    assert Record.objects.filter(id__in=stays).count() == 3


def test_it_removes_nothing_of_ben_s_for_ada(cast: Cast) -> None:
    kept = _with_answers(cast.ben)
    entry = cast.ben.log.get(cast.ben.log.own, kept[0])
    with pytest.raises(NotThere):
        remove_plan(cast.ada.log, entry)
    assert Record.objects.filter(id__in=kept).count() == 3
