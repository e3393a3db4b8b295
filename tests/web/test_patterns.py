"""The page of one's own patterns: for Ben alone, and only when there is something to say."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone
from tests.cast import Cast, Someone

from nearer.core.moments import CheckIn
from nearer.store.log import Draft


def _live(who: Someone, days: int) -> None:
    now = timezone.now()
    for day in range(days):
        moment = CheckIn(
            feelings=("drained",),
            certainty="named",
            trigger="work",
            urge="being_alone",
            pleasantness=day % 11,
        )
        who.log.write(who.log.own, Draft(uuid4(), moment, now - timedelta(days=day)))


def test_it_cannot_tell_yet(cast: Cast) -> None:
    _live(cast.ben, 3)
    page = cast.ben.get("/patterns/").content.decode()
    assert "Cannot tell yet." in page
    assert 'class="plot"' not in page


def test_it_tells_ben_in_words_in_a_picture_and_in_a_table(cast: Cast) -> None:
    _live(cast.ben, 9)
    page = " ".join(cast.ben.get("/patterns/").content.decode().split())
    assert "<b>drained</b>, in 9 of 9" in page
    assert "Work: <b>drained</b>, in 9 of 9" in page
    assert "<b>drained</b>: being alone, in 9 of 9" in page
    assert 'role="img"' in page
    assert page.count("<tr>") == 10


def test_it_tells_ada_nothing_of_ben(cast: Cast) -> None:
    before = cast.ada.get("/patterns/").content
    _live(cast.ben, 9)
    after = cast.ada.get("/patterns/").content
    assert b"Cannot tell yet." in after
    assert len(before) == len(after)
