"""Letters by pages: from a check-in to the answer, and every way in which one cannot be sent."""

from uuid import UUID, uuid4

import pytest
from django.db import OperationalError
from tests import deeds
from tests.cast import Cast, Someone
from tests.trouble import everything

from nearer.acts.leave import leave
from nearer.core.moments import LetterDraft, Opened, Reply
from nearer.store.log import Entry


def _drafts(who: Someone) -> list[Entry]:
    return who.log.read(who.log.own, [LetterDraft], limit=9)


def _send(who: Someone, letter: UUID, *, words: bool = True) -> tuple[int, str]:
    """Send a letter from its preview. Gives the status, and where it leads or what it says."""
    space = next(space for space in who.log.spaces if space.kind == "couple")
    sealed = who.sealed(space.id, {"reason": "because"} if words else {}, letter)
    answer = who.post(f"/letters/{letter}/send/", sealed)
    return answer.status_code, answer.headers.get("HX-Redirect") or answer.content.decode()


def test_it_begins_with_what_the_check_in_said(cast: Cast) -> None:
    record = deeds.check_in(cast.ada)
    new = cast.ada.get(f"/letters/new/?from={record}").headers["Location"]
    page = cast.ada.get(new)
    assert page.context["chosen"] == {
        "feelings": ("lonely",),
        "request": None,
        "from_check_in": record,
    }
    assert page.context["reason_field"] == "trigger"
    assert cast.ada.get("/letters/new/").status_code == 302


@pytest.mark.parametrize("source", ["", "x", "12"])
def test_it_begins_with_nothing_when_none_is_named(cast: Cast, source: str) -> None:
    page = cast.ada.get(f"/letters/{uuid4()}/write/?from={source}")
    assert page.context["chosen"] == {"feelings": (), "request": None, "from_check_in": None}


def test_it_begins_with_no_check_in_of_another_s(cast: Cast) -> None:
    record = deeds.check_in(cast.ada)
    for who in (cast.ben, cast.cleo):
        assert who.get(f"/letters/{uuid4()}/write/?from={record}").status_code == 404


def test_it_goes_on_with_a_draft_and_keeps_one(cast: Cast) -> None:
    letter, sent = uuid4(), {}
    for feeling in ("lonely", "ashamed"):
        sent = cast.ada.sealed(cast.ada.side.own, {"reason": "because"}, feelings=[feeling])
        assert cast.ada.post(f"/letters/{letter}/write/", sent).status_code == 204
    page = cast.ada.get(f"/letters/{letter}/write/")
    assert page.context["chosen"]["feelings"] == ("ashamed",)
    (draft,) = _drafts(cast.ada)
    assert draft.moment.letter == letter  # type: ignore[attr-defined]  # a draft
    assert cast.ada.post(f"/letters/{letter}/write/", sent).status_code == 204
    assert len(_drafts(cast.ada)) == 1
    assert b"What Ben will see" in cast.ada.get(f"/letters/{letter}/preview/").content
    assert cast.ada.post(f"/letters/{letter}/discard/").headers["Location"] == "/today/"
    assert _drafts(cast.ada) == []


def test_it_keeps_no_draft_under_another_s_id(cast: Cast) -> None:
    record = deeds.check_in(cast.ada)
    sent = cast.ben.sealed(cast.ben.side.own, {"reason": "x"}, record, feelings=["lonely"])
    for url in ("/check-in/", f"/letters/{uuid4()}/write/"):
        assert cast.ben.post(url, sent).status_code == 404
    assert _drafts(cast.ben) == []


def test_it_sends_from_the_preview_once(cast: Cast) -> None:
    letter = deeds.draft(cast.ada)
    for _ in range(2):
        assert _send(cast.ada, letter) == (204, f"/letters/{letter}/")
    assert cast.ada.get(f"/letters/{letter}/preview/").status_code == 302
    assert cast.ben.get(f"/letters/{letter}/").status_code == 200


def test_it_waits_for_words_that_did_not_come_along(cast: Cast) -> None:
    letter = deeds.draft(cast.ada)
    before = everything()
    for words in ("", "AAAA", "!"):
        answer = cast.ada.post(f"/letters/{letter}/send/", {"words": words})
        assert answer.status_code == 409
        assert "Your words didn’t come along" in answer.content.decode()
    assert everything() == before


def test_it_keeps_a_letter_that_cannot_go_now(cast: Cast) -> None:
    letter = deeds.draft(cast.ada)
    leave(cast.ben.person, deeds.couple_of(cast.ben), erase_mine=False)
    status, said = _send(cast.ada, letter)
    assert status == 409
    assert "not linked with anyone now" in said
    assert b"Kept for you" in cast.ada.get(f"/letters/{letter}/preview/").content
    assert len(_drafts(cast.ada)) == 1


def test_it_does_not_send_what_was_taken_back(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    cast.ada.post(f"/letters/{letter}/take-back/")
    deeds.draft(cast.ada, letter)
    status, said = _send(cast.ada, letter)
    assert (status, "taken back" in said) == (409, True)


def test_it_says_so_when_the_disk_is_full(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    draft, letter = deeds.draft(cast.ada), deeds.letter(cast.ada)
    deeds.open_it(cast.ben, letter)
    couple = deeds.couple_of(cast.ben)
    record = cast.ben.log.only_id(couple, Reply, letter)
    sent = cast.ben.sealed(couple.id, {"heard": "x"}, record)

    def full(*_: object, **__: object) -> None:
        raise OperationalError

    monkeypatch.setattr("nearer.store.log.Log.write", full)
    assert _send(cast.ada, draft)[0] == 503
    assert cast.ben.post(f"/letters/{letter}/reply/", sent).status_code == 503


def _answer(ben: Someone, letter: UUID, text: str = "you sat there") -> tuple[int, str]:
    space = next(space for space in ben.log.spaces if space.kind == "couple")
    record = ben.log.only_id(space, Reply, letter)
    answer = ben.post(f"/letters/{letter}/reply/", ben.sealed(space.id, {"heard": text}, record))
    return answer.status_code, answer.headers.get("HX-Redirect") or answer.content.decode()


def test_it_answers_only_what_was_opened_and_is_the_other_s(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    url = f"/letters/{letter}/reply/"
    assert cast.ben.get(url).status_code == 404
    assert cast.ada.get(url).status_code == 404
    for _ in range(2):
        assert cast.ben.post(f"/letters/{letter}/open/").status_code == 302
    assert len(cast.ben.log.read(cast.ben.log.own, [Opened], limit=9)) == 1
    assert cast.ben.get(url).status_code == 200
    assert _answer(cast.ben, letter) == (204, f"/letters/{letter}/")
    assert cast.ben.get(url).headers["Location"] == f"/letters/{letter}/"


def test_it_takes_one_answer_and_says_so_in_the_other_tab(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    deeds.open_it(cast.ben, letter)
    couple = deeds.couple_of(cast.ben)
    record = cast.ben.log.only_id(couple, Reply, letter)
    sent = cast.ben.sealed(couple.id, {"heard": "you sat there"}, record)
    url = f"/letters/{letter}/reply/"
    assert [cast.ben.post(url, sent).status_code for _ in range(2)] == [204, 204]
    status, said = _answer(cast.ben, letter, "something else")
    assert (status, "answered this letter already" in said) == (409, True)


def test_it_answers_nothing_after_ada_has_left_or_an_answer_was_taken_back(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    deeds.open_it(cast.ben, letter)
    _answer(cast.ben, letter)
    assert cast.ben.post(f"/letters/{letter}/take-back/").status_code == 302
    assert _answer(cast.ben, letter)[0] == 409
    other = deeds.letter(cast.ada)
    deeds.open_it(cast.ben, other)
    leave(cast.ada.person, deeds.couple_of(cast.ada), erase_mine=False)
    assert _answer(cast.ben, other)[0] == 409


def test_it_keeps_how_an_answer_felt_for_the_one_who_wrote(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    url = f"/letters/{letter}/felt/"
    assert cast.ada.post(url, {"understood": "3"}).status_code == 404
    deeds.open_it(cast.ada, deeds.reply(cast.ben, letter))
    assert cast.ben.post(url, {"understood": "3"}).status_code == 404
    answer = cast.ada.post(url, {})
    assert answer.status_code == 422
    assert b"Pick at least one" in answer.content
    assert cast.ada.post(url, {"understood": "0", "shared": "on"}).status_code == 302
    cast.ben.post(f"/letters/{letter}/felt/open/")
    felt = cast.ben.get(f"/letters/{letter}/").context["reply"].felt
    assert (felt.moment.understood, felt.moment.cared) == (0, None)


@pytest.mark.parametrize("who", ["ada", "ben"])
def test_it_takes_back_one_s_own_and_nothing_else(cast: Cast, who: str) -> None:
    letter = deeds.letter(cast.ada)
    deeds.open_it(cast.ben, letter)
    assert cast.ben.post(f"/letters/{letter}/take-back/").status_code == 404
    answer = deeds.reply(cast.ben, letter)
    deeds.open_it(cast.ada, answer)
    someone: Someone = getattr(cast, who)
    for _ in range(2):
        assert someone.post(f"/letters/{letter}/take-back/").headers["Location"] == "/today/"
    for one in (cast.ada, cast.ben):
        page = one.get(f"/letters/{letter}/").content
        assert b"removed" in page or b"You took this letter back" in page
        assert one.get("/timeline/?show=ours").status_code == 200
        assert one.get("/today/").status_code == 200


def test_it_shows_a_letter_to_somebody_whose_partner_has_left(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    deeds.open_it(cast.ben, letter)
    deeds.reply(cast.ben, letter)
    leave(cast.ada.person, deeds.couple_of(cast.ada), erase_mine=False)
    page = cast.ben.get(f"/letters/{letter}/").content.decode()
    assert "From the other one" in page
    assert cast.ben.get("/timeline/").status_code == 200
    answer = cast.ben.post(f"/letters/{letter}/take-back/")
    assert answer.status_code == 302
    assert cast.ben.post(f"/letters/{letter}/take-back/").status_code == 404


def test_it_lists_what_was_kept_a_page_at_a_time(cast: Cast) -> None:
    for _ in range(21):
        deeds.check_in(cast.ada)
    deeds.letter(cast.ada)
    first = cast.ada.get("/timeline/")
    earlier = first.context["earlier"]
    assert earlier
    second = cast.ada.client.get("/timeline/", {"before": earlier})
    shown = [sum(len(day["rows"]) for day in page.context["days"]) for page in (first, second)]
    assert shown[0] == 20
    assert 1 <= shown[1] <= 3
    for before in ("x", "2026-13-45", "2026-11-22", "0001-01-01T00:00:00+14:00"):
        page = cast.ada.client.get("/timeline/", {"before": before})
        assert page.status_code == 200
    for show, some in (("mine", True), ("ours", True), ("nothing", True)):
        assert bool(cast.ada.get(f"/timeline/?show={show}").context["days"]) is some


def test_it_offers_feelings_from_what_is_marked_and_keeps_nothing(cast: Cast) -> None:
    before = everything()
    page = cast.ada.post("/check-in/offer/", {"body": ["tight_chest"], "energy": "8"})
    assert page.context["offered"]
    nothing = cast.ada.post("/check-in/offer/", {"energy": "x"})
    assert nothing.status_code == 200
    assert not nothing.context["offered"]
    assert everything() == before


def test_it_keeps_a_check_in_that_only_says_not_sure(cast: Cast) -> None:
    nothing = cast.ada.sealed(cast.ada.side.own, {})
    answer = cast.ada.post("/check-in/", nothing)
    assert answer.status_code == 422
    assert b"Pick one thing you notice" in answer.content
    kept = cast.ada.post("/check-in/", {**nothing, "not_sure": "on"}).headers["HX-Redirect"]
    assert b"Not sure yet" in cast.ada.get(kept).content
    assert cast.ada.post(f"{kept}remove/").status_code == 302
    assert cast.ada.get(kept).status_code == 404
