"""Patience, by pages: a second request waits, and so does whatever would go into a pause."""

from uuid import UUID, uuid4

import pytest
from tests import deeds
from tests.cast import Cast, Someone

from nearer.core.moments import Felt, Letter, LetterDraft, Sign


def _writes(who: Someone, **more: str) -> UUID:
    """A letter is written and looked at before it is sent. Gives its id."""
    letter = uuid4()
    words = {"reason": "because", **more}
    sent = who.sealed(who.side.own, words, feelings=["lonely"])
    assert who.post(f"/letters/{letter}/write/", sent).status_code == 204
    return letter


def _sends(who: Someone, letter: UUID) -> tuple[int, str]:
    sealed = who.sealed(deeds.couple_of(who).id, {"reason": "because"}, letter)
    answer = who.post(f"/letters/{letter}/send/", sealed)
    return answer.status_code, answer.content.decode()


def _pauses(who: Someone) -> None:
    form = {"record": str(uuid4()), "when": "40", "line": "care"}
    assert who.post("/pulling-back/pause/", form).status_code == 302


def test_it_keeps_ada_s_second_request_until_the_first_is_answered(cast: Cast) -> None:
    ada = cast.ada
    first, second = _writes(ada, request="sit with me"), _writes(ada, request="call me")
    assert _sends(ada, first)[0] == 204
    preview = ada.get(f"/letters/{second}/preview/").content.decode()
    assert "You asked Ben for something already" in preview
    assert f'href="/letters/{first}/"' in preview
    assert 'id="send"' not in preview
    status, said = _sends(ada, second)
    assert (status, "What you wrote is kept" in said) == (409, True)
    assert len(ada.log.read(ada.log.own, [LetterDraft], limit=9)) == 1
    cast.ben.post(f"/letters/{first}/open/")
    assert "You asked Ben" in ada.get(f"/letters/{second}/preview/").content.decode()
    deeds.reply(cast.ben, first)
    assert 'id="send"' in ada.get(f"/letters/{second}/preview/").content.decode()
    assert _sends(ada, second)[0] == 204


def test_it_sends_ada_s_letter_without_a_request_at_once(cast: Cast) -> None:
    assert _sends(cast.ada, _writes(cast.ada, request="sit with me"))[0] == 204
    assert _sends(cast.ada, _writes(cast.ada))[0] == 204
    assert len(cast.ben.log.read(deeds.couple_of(cast.ben), [Letter], limit=9)) == 2


def test_it_holds_a_sign_of_ada_s_until_his_pause_is_over(cast: Cast) -> None:
    couple = deeds.couple_of(cast.ada)
    _pauses(cast.ben)
    form = {"record": str(uuid4()), "sign": "care"}
    answer = cast.ada.post("/pulling-back/sign/", form)
    assert answer.status_code == 409
    assert "Ben is in a pause until" in answer.content.decode()
    assert cast.ada.log.read(couple, [Sign], limit=9) == []
    _pauses(cast.ada)
    cast.ben.post("/pulling-back/back/")
    assert cast.ada.post("/pulling-back/sign/", form).status_code == 302


@pytest.mark.parametrize("shared", [True, False])
def test_it_shows_ben_in_his_pause_nothing_of_how_it_felt(cast: Cast, *, shared: bool) -> None:
    letter = deeds.letter(cast.ada)
    deeds.open_it(cast.ada, deeds.reply(cast.ben, letter))
    _pauses(cast.ben)
    said = {"understood": "3", **({"shared": "on"} if shared else {})}
    answer = cast.ada.post(f"/letters/{letter}/felt/", said)
    assert answer.status_code == (409 if shared else 302)
    assert ("Ben is in a pause until" in answer.content.decode()) == shared
    assert cast.ben.log.read(deeds.couple_of(cast.ben), [Felt], limit=9) == []
    assert bool(cast.ada.log.read(cast.ada.log.own, [Felt], limit=9)) != shared
