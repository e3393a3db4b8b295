"""The button that is everywhere: what Ben taps, what Ada reads, and what nobody else can."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone
from tests.cast import Cast, Someone

from nearer.core.moments import Pause, PauseChange, Sign
from nearer.store.models import Record


def _begin(who: Someone, **marks: str) -> None:
    form = {"record": str(uuid4()), "when": "40", "line": "care", **marks}
    assert who.post("/pulling-back/pause/", form).status_code == 302


def _page(who: Someone, url: str) -> str:
    answer = who.get(url)
    assert answer.status_code == 200, (url, answer.status_code)
    return answer.content.decode()


def test_it_tells_ada_when_ben_will_be_back_and_one_line(cast: Cast) -> None:
    _begin(cast.ben, reason="judged")
    shown = _page(cast.ada, "/today/")
    assert "Ben needs a pause, and will be back at" in shown
    assert "I need a pause. I do care." in shown
    assert "judged" not in shown
    assert "You said you will be back at" in _page(cast.ben, "/pulling-back/pause/")
    assert cast.ben.get("/pulling-back/").headers["Location"] == "/pulling-back/pause/"


def test_it_lets_him_put_it_off_once_and_come_back(cast: Cast) -> None:
    _begin(cast.ben)
    page = cast.ben.get("/pulling-back/pause/")
    later = page.context["later"][0].isoformat()
    cast.ben.post("/pulling-back/pause/longer/", {"until": later})
    assert cast.ben.get("/pulling-back/pause/").context["later"] == ()
    cast.ben.post("/pulling-back/pause/longer/", {"until": later})
    couple = cast.ben.log.couple
    assert couple is not None
    assert len(cast.ben.log.read(couple, [PauseChange], limit=9)) == 1
    assert cast.ben.post("/pulling-back/back/").headers["Location"] == "/pulling-back/back/"
    assert "borrow a first sentence" in _page(cast.ben, "/pulling-back/back/")
    assert "needs a pause" not in _page(cast.ada, "/today/")
    assert cast.ben.get("/pulling-back/pause/").headers["Location"] == "/pulling-back/"
    cast.ben.post("/pulling-back/back/")


@pytest.mark.parametrize("until", ["", "soon", "2020-01-01T00:00:00+00:00"])
def test_it_takes_no_time_that_was_not_offered(cast: Cast, until: str) -> None:
    _begin(cast.ben)
    cast.ben.post("/pulling-back/pause/longer/", {"until": until})
    assert not cast.ben.get("/pulling-back/pause/").context["pause"].extended


def test_it_holds_ada_s_letter_until_his_pause_is_over(cast: Cast) -> None:
    ada = cast.ada
    couple, letter = ada.log.couple, uuid4()
    assert couple is not None
    draft = ada.sealed(ada.side.own, {"reason": "I miss you."})
    ada.post(f"/letters/{letter}/write/", draft)
    _begin(cast.ben)
    sealed = ada.sealed(couple.id, {"reason": "I miss you."}, letter)
    answer = ada.post(f"/letters/{letter}/send/", sealed)
    assert answer.status_code == 409
    assert "Ben is in a pause until" in answer.content.decode()
    assert "I miss you." not in answer.content.decode()
    cast.ben.post("/pulling-back/back/")
    assert ada.post(f"/letters/{letter}/send/", sealed).status_code == 204


def test_it_begins_one_pause_for_two_taps(cast: Cast) -> None:
    form = {"record": str(uuid4()), "when": "20", "line": "", "reason": ""}
    for _ in range(2):
        cast.ben.post("/pulling-back/pause/", form)
    _begin(cast.ben)
    couple = cast.ben.log.couple
    assert couple is not None
    assert len(cast.ben.log.read(couple, [Pause], limit=9)) == 1


def test_it_sends_a_sign_with_one_tap_and_takes_it_back(cast: Cast) -> None:
    record = str(uuid4())
    form = {"record": record, "sign": "care", "help": "hug"}
    there = f"/pulling-back/sign/{record}/"
    assert cast.ben.post("/pulling-back/sign/", form).headers["Location"] == there
    assert cast.ben.post("/pulling-back/sign/", form).headers["Location"] == there
    assert "Ada sees this" in _page(cast.ben, there)
    shown = _page(cast.ada, "/today/")
    assert "Ben is quiet right now, and cares about you." in shown
    assert "Ben would like a hug" in shown
    assert "It is a sign, not a question." in _page(cast.ada, f"/pulling-back/{record}/")
    assert cast.ada.post(f"{there}remove/").status_code == 302
    assert "is quiet right now" in _page(cast.ada, "/today/")
    cast.ben.post(f"{there}remove/")
    assert "is quiet right now" not in _page(cast.ada, "/today/")
    assert cast.ben.get(there).status_code == 404


def test_it_lists_signs_and_pauses_once_and_for_the_one_whose_they_are(cast: Cast) -> None:
    _begin(cast.ben, reason="tired")
    cast.ben.post("/pulling-back/sign/", {"record": str(uuid4()), "sign": "full"})
    assert _page(cast.ben, "/timeline/").count("Your pause") == 1
    mine = cast.ben.log.read(cast.ben.log.own, [Pause], limit=1)
    assert "Your pause" in _page(cast.ben, f"/pulling-back/{mine[0].id}/")
    assert "Your sign" in _page(cast.ben, "/timeline/?show=ours")
    assert _page(cast.ada, "/timeline/").count("pulling-back") == 1  # the tab, as on any page


def test_it_is_a_note_to_herself_for_cleo(cast: Cast) -> None:
    _begin(cast.cleo)
    assert "so this is a note to yourself" not in _page(cast.cleo, "/pulling-back/pause/")
    cast.cleo.post("/pulling-back/back/")
    assert "this is a note to yourself" in _page(cast.cleo, "/pulling-back/")
    record = str(uuid4())
    cast.cleo.post("/pulling-back/sign/", {"record": record, "sign": "alone"})
    assert "Kept for you" in _page(cast.cleo, f"/pulling-back/sign/{record}/")
    assert "for you" in _page(cast.cleo, "/timeline/?show=mine")


@pytest.mark.parametrize(
    ("path", "wrong", "sentence"),
    [
        ("pause", {"when": ""}, "Pick when you will be back."),
        ("pause", {"when": "next year"}, "That time has passed by now."),
        ("pause", {"when": "20", "line": "unkind"}, "That one is not known here."),
        ("pause", {"when": "20", "reason": "none"}, "That one is not known here."),
        ("sign", {"sign": ""}, "Pick one. One tap is enough."),
        ("sign", {"sign": "shout"}, "That one is not known here."),
        ("sign", {"sign": "care", "help": "money"}, "That one is not known here."),
    ],
)
def test_it_says_kindly_what_is_missing_and_keeps_nothing(
    cast: Cast, path: str, wrong: dict[str, str], sentence: str
) -> None:
    before = Record.objects.count()
    answer = cast.ben.post(f"/pulling-back/{path}/", {"record": str(uuid4()), **wrong})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert Record.objects.count() == before


def test_it_hides_a_sign_from_cleo_and_from_dan(cast: Cast) -> None:
    record = str(uuid4())
    cast.ben.post("/pulling-back/sign/", {"record": record, "sign": "care"})
    for other in (cast.cleo, cast.dan, cast.eve):
        assert other.get(f"/pulling-back/{record}/").status_code == 404
        assert other.get(f"/pulling-back/sign/{record}/").status_code == 404
        assert other.post(f"/pulling-back/sign/{record}/remove/").status_code == 404


def test_it_lets_a_sign_fade_from_today_after_a_day(cast: Cast) -> None:
    couple = cast.ben.log.couple
    assert couple is not None
    cast.ben.post("/pulling-back/sign/", {"record": str(uuid4()), "sign": "care"})
    sign = cast.ben.log.read(couple, [Sign], limit=1)[0]
    Record.objects.filter(id=sign.id).update(at=sign.at - timedelta(hours=25))
    assert "is quiet right now" not in _page(cast.ada, "/today/")


def test_it_lends_ben_a_first_sentence(cast: Cast) -> None:
    there = cast.ben.get("/letters/new/?sentence=here").headers["Location"]
    assert "I’m back. I’d like to try again, slowly." in _page(cast.ben, there)


def test_it_tells_each_the_time_on_their_own_clock(cast: Cast) -> None:
    """Ada is in New York tonight. It is the same moment."""
    noon = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    with time_machine.travel(noon, tick=False):
        cast.ben.sign_in()
        cast.ada.client.post("/sign-in/", cast.ada.proof_form() | {"time_zone": "America/New_York"})
        _begin(cast.ben)
        assert ">13:40<" in _page(cast.ben, "/pulling-back/pause/")
        assert "will be back at 07:40" in " ".join(_page(cast.ada, "/today/").split())


def test_it_is_met_with_a_way_back_when_the_time_has_passed(cast: Cast) -> None:
    _begin(cast.ben)
    assert "Nothing can reach you here" in _page(cast.ben, "/pulling-back/pause/")
    with time_machine.travel(timezone.now() + timedelta(minutes=58)):
        for one in (cast.ada, cast.ben):
            one.sign_in()
        assert "Coming back a little late is coming back." in _page(cast.ben, "/today/")
        due = _page(cast.ben, "/pulling-back/pause/")
        assert "If it is still too much, that is all right." in due
        assert "I need a little longer" in due
        assert "Nothing can reach you here" not in due
        shown = _page(cast.ada, "/today/")
        assert "Ben meant to be back at" in shown
        assert "A little later is not never." in shown
        later = cast.ben.get("/pulling-back/pause/").context["later"][0].isoformat()
        cast.ben.post("/pulling-back/pause/longer/", {"until": later})
        assert "Ben needs a pause, and will be back at" in _page(cast.ada, "/today/")
    with time_machine.travel(timezone.now() + timedelta(minutes=200)):
        for one in (cast.ada, cast.ben):
            one.sign_in()
        due = _page(cast.ben, "/pulling-back/pause/")
        assert "You can be back and not talk yet." in due
        assert "I need a little longer" not in due
    with time_machine.travel(timezone.now() + timedelta(days=3)):
        for one in (cast.ada, cast.ben):
            one.sign_in()
        assert "meant to be back" not in _page(cast.ada, "/today/")
        assert "Your pause" not in _page(cast.ben, "/today/").partition("Lately")[0]
        assert cast.ben.get("/pulling-back/pause/").headers["Location"] == "/pulling-back/"


def test_it_offers_ben_a_plan_at_the_end_of_a_pause(cast: Cast) -> None:
    _begin(cast.ben)
    cast.ben.post("/pulling-back/back/")
    assert 'href="/plans/new/"' in _page(cast.ben, "/pulling-back/back/")


def test_it_meets_cleo_who_is_alone_with_the_same_way_back(cast: Cast) -> None:
    _begin(cast.cleo)
    with time_machine.travel(timezone.now() + timedelta(minutes=58)):
        cast.cleo.sign_in()
        assert "Your pause has come to its time" in _page(cast.cleo, "/today/")
        assert "The time has come" in _page(cast.cleo, "/pulling-back/pause/")
        cast.cleo.post("/pulling-back/back/")
        assert "borrow a first sentence for the next talk" in _page(
            cast.cleo, "/pulling-back/back/"
        )
        assert "Your pause has come" not in _page(cast.cleo, "/today/")


@pytest.mark.parametrize("page", ["/today/", "/letters/new/", "/us/", "/me/", "/steps/", "/plans/"])
def test_it_is_one_tap_away_wherever_ben_is(cast: Cast, page: str) -> None:
    shown = cast.ben.client.get(page, follow=True).content.decode()
    assert '<a href="/pulling-back/"' in shown
