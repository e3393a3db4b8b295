"""The page of one's own patterns: for Ben alone, and only when there is something to say."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone
from tests import deeds
from tests.cast import Cast, Someone
from tests.web.paths import TOKEN

from nearer.acts.leave import leave
from nearer.acts.pull_back import begin_pause, change_pause, running_pauses, send_sign
from nearer.core.moments import CheckIn, Pause, PauseChange, Sign
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


def _pause(who: Someone, days: int, *, late: int | None = 0) -> None:
    """A pause with a reason some days ago; back so many minutes after its time, or never."""
    begun = timezone.now() - timedelta(days=days)
    until = begun + timedelta(minutes=40)
    begin_pause(who.log, uuid4(), Pause(until=until, line="care", reason="judged"), now=begun)
    if late is not None:
        pause = running_pauses(who.log, now=until)[who.id]
        back = PauseChange(about=pause.id, what="back")
        change_pause(who.log, pause, back, now=until + timedelta(minutes=late))


def _page(who: Someone) -> str:
    return " ".join(who.get("/patterns/").content.decode().split())


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


def test_it_tells_ben_of_his_pauses_and_how_they_ended_without_a_check_in(cast: Cast) -> None:
    assert "Pulling back, and coming back" not in _page(cast.ben)
    _pause(cast.ben, 9)
    assert "only a few pauses and signs, and that is fine" in _page(cast.ben)
    for day, late in ((8, 5), (6, 10), (5, 90), (2, None)):
        _pause(cast.ben, day, late=late)
    send_sign(cast.ben.log, uuid4(), Sign(sign="care"), now=timezone.now() - timedelta(days=1))
    page = _page(cast.ben)
    assert "From 5 pauses and 1 sign of your own." in page
    assert "“I was afraid of being judged”: 5 of 5" in page
    assert "Planned for about an hour: 5 of 5" in page
    assert "Back by about the time you gave: 3 of 5" in page
    assert "Back later: 1 of 5" in page
    assert "Not said here: 1 of 5" in page
    assert page.count('r="7"') == 6
    assert page.count("<tr>") == 7


def test_it_tells_ada_nothing_of_ben_s_pauses(cast: Cast) -> None:
    before = cast.ada.get("/patterns/").content
    for day in range(3, 11):
        _pause(cast.ben, day, late=None)
    after = cast.ada.get("/patterns/").content
    assert TOKEN.sub(b"", before) == TOKEN.sub(b"", after)


def test_it_goes_on_knowing_the_pauses_that_ada_made_before_the_link_ended(cast: Cast) -> None:
    for day in range(9, 3, -1):
        _pause(cast.ada, day)
    leave(cast.ada.person, deeds.couple_of(cast.ada), erase_mine=False)
    assert "From 6 pauses of your own." in _page(cast.ada)


def test_it_lists_what_ben_said_of_the_pauses_and_not_what_he_put_away(cast: Cast) -> None:
    deeds.pauses_felt(cast.ben, how=None)
    assert "How the pauses felt" not in _page(cast.ben)
    record = deeds.pauses_felt(cast.ben, how="left_alone")
    assert f"/pulling-back/felt/{record}/" in _page(cast.ben)
    assert "How the pauses felt" not in _page(cast.ada)
