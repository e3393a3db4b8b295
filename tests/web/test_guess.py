"""Ben may guess how his answer felt to Ada: before he has seen it, and shown only if both agree."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

import pytest
from tests import deeds
from tests.trouble import everything
from tests.web.paths import masked, undone

from nearer.acts.leave import leave
from nearer.core.moments import FeltGuess

if TYPE_CHECKING:
    from uuid import UUID

    from tests.cast import Cast, Someone

GUESS = {"understood": "2", "cared": "3"}
FELT = {"understood": "3", "cared": "3", "valued": "1"}
SHARED = {"shared": "on"}


def _answered(cast: Cast) -> UUID:
    letter = deeds.letter(cast.ada)
    deeds.open_it(cast.ben, letter)
    deeds.open_it(cast.ada, deeds.reply(cast.ben, letter))
    return letter


def _page(who: Someone, letter: UUID) -> str:
    return " ".join(unescape(who.get(f"/letters/{letter}/").content.decode()).split())


def _sends(who: Someone, letter: UUID, what: str, *given: dict[str, str]) -> None:
    data = {name: value for each in given for name, value in each.items()}
    assert who.post(f"/letters/{letter}/{what}/", data).status_code == 302, what


def _kept(ben: Someone) -> list[object]:
    return [entry.moment for entry in ben.log.read(ben.log.own, [FeltGuess], limit=9)]


def test_he_guesses_first_and_then_sees_and_both_see_the_gap_in_plain_words(cast: Cast) -> None:
    letter = _answered(cast)
    assert "Guess how it felt" in _page(cast.ben, letter)
    assert b"How did your answer feel to Ada?" in cast.ben.get(f"/letters/{letter}/guess/").content
    _sends(cast.ben, letter, "guess", GUESS, SHARED)
    _sends(cast.ada, letter, "felt", FELT, SHARED)
    page = _page(cast.ben, letter)
    assert "Ada says how your answer felt" in page
    assert "3 of 4" in page, "his own guess"
    assert "it was" not in page
    _sends(cast.ben, letter, "felt/open")
    page = _page(cast.ben, letter)
    assert "Understood: you guessed 2, it was 3." in page
    assert "Cared for: you guessed 3, it was 3." in page
    assert "Valued: you" not in page, "he guessed nothing of that"
    page = _page(cast.ada, letter)
    assert "Understood: Ben guessed 2, it was 3." in page
    assert "Near or far, it was a guess." in page


def test_her_ratings_wait_closed_so_that_he_may_guess_first(cast: Cast) -> None:
    letter = _answered(cast)
    _sends(cast.ada, letter, "felt", FELT, SHARED)
    page = _page(cast.ben, letter)
    assert "You may guess first" in page
    assert "3 of 4" not in page
    _sends(cast.ben, letter, "guess", GUESS)
    page = _page(cast.ben, letter)
    assert "1 of 4" not in page
    assert "You may guess first" not in page
    _sends(cast.ben, letter, "felt/open")
    assert "1 of 4" in _page(cast.ben, letter)


def test_once_he_has_seen_it_there_is_nothing_to_guess(cast: Cast) -> None:
    letter = _answered(cast)
    _sends(cast.ada, letter, "felt", FELT, SHARED)
    _sends(cast.ben, letter, "felt/open")
    assert "Guess" not in _page(cast.ben, letter)
    assert cast.ben.get(f"/letters/{letter}/guess/").headers["Location"] == f"/letters/{letter}/"
    before = everything()
    _sends(cast.ben, letter, "guess", GUESS)
    _sends(cast.ada, letter, "felt", FELT)
    _sends(cast.ben, letter, "guess", GUESS)
    assert _kept(cast.ben) == [], "nor after she keeps it to herself again"
    assert len(everything()["Record"]) == len(before["Record"]) - 1


def test_he_may_change_a_guess_until_then_and_nothing_after(cast: Cast) -> None:
    letter = _answered(cast)
    _sends(cast.ben, letter, "guess", GUESS)
    assert b"checked" in cast.ben.get(f"/letters/{letter}/guess/").content
    _sends(cast.ben, letter, "guess", {"valued": "0"})
    (guess,) = _kept(cast.ben)
    assert isinstance(guess, FeltGuess)
    assert (guess.understood, guess.valued) == (None, 0)
    _sends(cast.ada, letter, "felt", FELT, SHARED)
    _sends(cast.ben, letter, "felt/open")
    _sends(cast.ben, letter, "guess", {"valued": "1"})
    assert _kept(cast.ben) == [guess]
    _sends(cast.ben, letter, "guess/share", SHARED)
    assert "Valued: Ben guessed 0, it was 1." in _page(cast.ada, letter)
    _sends(cast.ben, letter, "guess/share")
    assert "Ben guessed" not in _page(cast.ada, letter)
    assert "you guessed" not in _page(cast.ben, letter)


def test_he_reads_a_kind_line_when_nothing_is_picked(cast: Cast) -> None:
    letter = _answered(cast)
    answer = cast.ben.post(f"/letters/{letter}/guess/", {})
    assert answer.status_code == 422
    assert b"Pick at least one, or leave it." in answer.content


@pytest.mark.parametrize("shares_felt", [False, True])
@pytest.mark.parametrize("shares_guess", [False, True])
def test_the_gap_shows_to_both_only_if_both_agree_and_else_to_neither(
    cast: Cast,
    shares_felt: bool,  # noqa: FBT001 - a case
    shares_guess: bool,  # noqa: FBT001 - a case
) -> None:
    letter = _answered(cast)
    _sends(cast.ben, letter, "guess", GUESS, SHARED if shares_guess else {})
    _sends(cast.ada, letter, "felt", FELT, SHARED if shares_felt else {})
    if shares_felt:
        _sends(cast.ben, letter, "felt/open")
    both = shares_felt and shares_guess
    assert ("you guessed" in _page(cast.ben, letter)) is both
    assert ("Ben guessed" in _page(cast.ada, letter)) is both


def _sees(who: Someone, letter: UUID) -> list[tuple[int, dict[str, str], bytes]]:
    found = []
    for url in (f"/letters/{letter}/", "/today/", "/timeline/", "/me/export.json"):
        answer = who.get(url)
        found.append((answer.status_code, dict(answer.headers), masked(answer)))
    return found


@pytest.mark.parametrize("felt", [{}, FELT, FELT | SHARED], ids=["unsaid", "kept", "shared"])
def test_her_page_does_not_depend_on_a_guess_that_he_keeps(
    cast: Cast, felt: dict[str, str]
) -> None:
    """Byte for byte, whatever she has said herself."""
    letter = _answered(cast)
    if felt:
        _sends(cast.ada, letter, "felt", felt)
    before = _sees(cast.ada, letter)
    with undone():
        _sends(cast.ben, letter, "guess", GUESS)
        if "shared" in felt:
            _sends(cast.ben, letter, "felt/open")
        assert _sees(cast.ada, letter) == before


@pytest.mark.parametrize("felt", [{}, FELT], ids=["unsaid", "kept"])
def test_her_page_shows_nothing_of_a_guess_while_she_keeps_how_it_felt(
    cast: Cast, felt: dict[str, str]
) -> None:
    letter = _answered(cast)
    if felt:
        _sends(cast.ada, letter, "felt", felt)
    before = _sees(cast.ada, letter)
    _sends(cast.ben, letter, "guess", GUESS, SHARED)
    assert _sees(cast.ada, letter) == before


@pytest.mark.parametrize("guess", [{}, GUESS, GUESS | SHARED], ids=["none", "kept", "shared"])
def test_his_page_does_not_depend_on_what_she_keeps(cast: Cast, guess: dict[str, str]) -> None:
    letter = _answered(cast)
    if guess:
        _sends(cast.ben, letter, "guess", guess)
    before = _sees(cast.ben, letter)
    form = masked(cast.ben.get(f"/letters/{letter}/guess/"))
    _sends(cast.ada, letter, "felt", FELT)
    assert _sees(cast.ben, letter) == before
    assert masked(cast.ben.get(f"/letters/{letter}/guess/")) == form
    assert cast.ben.post(f"/letters/{letter}/felt/open/").status_code == 404


def test_nobody_else_guesses_and_nobody_about_an_answer_that_is_not_there(cast: Cast) -> None:
    letter = _answered(cast)
    for who in (cast.ada, cast.cleo, cast.dan):
        assert who.get(f"/letters/{letter}/guess/").status_code == 404
        for what in ("guess", "guess/share", "felt/open"):
            assert who.post(f"/letters/{letter}/{what}/", GUESS).status_code == 404
    assert cast.ben.post(f"/letters/{letter}/guess/share/", SHARED).status_code == 404
    unanswered = deeds.letter(cast.ada)
    deeds.open_it(cast.ben, unanswered)
    assert cast.ben.get(f"/letters/{unanswered}/guess/").status_code == 404


def test_no_guess_is_shown_into_her_pause_but_it_may_be_kept(cast: Cast) -> None:
    letter = _answered(cast)
    deeds.pauses(cast.ada)
    answer = cast.ben.post(f"/letters/{letter}/guess/", GUESS | SHARED)
    assert answer.status_code == 409
    assert b"Ada is in a pause" in answer.content
    assert _kept(cast.ben) == []
    _sends(cast.ben, letter, "guess", GUESS)
    answer = cast.ben.post(f"/letters/{letter}/guess/share/", SHARED)
    assert answer.status_code == 409
    assert b"Ada is in a pause" in answer.content
    (guess,) = _kept(cast.ben)
    assert isinstance(guess, FeltGuess)
    assert not guess.shared


def test_after_she_has_left_a_guess_is_only_his(cast: Cast) -> None:
    letter = _answered(cast)
    _sends(cast.ben, letter, "guess", GUESS)
    leave(cast.ada.person, deeds.couple_of(cast.ada), erase_mine=False)
    for what in ("guess", "guess/share"):
        _sends(cast.ben, letter, what, GUESS, SHARED)
    (guess,) = _kept(cast.ben)
    assert isinstance(guess, FeltGuess)
    assert not guess.shared
    assert "Your guess" in _page(cast.ben, letter)
