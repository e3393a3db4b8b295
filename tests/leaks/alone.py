"""What the canary types where somebody is by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from tests import deeds

if TYPE_CHECKING:
    from tests.leaks.typist import Typist


def pull_back(ben: Typist) -> None:
    """A sign and a pause have no words by design: only their marks are looked for."""
    for kind, field in (("sign", "sign"), ("pause", "when")):
        ben.press_first(f"/pulling-back/{kind}/", "/pulling-back/", field)
    deeds.missed_returns(ben.who)
    kept = ben.send(ben.look("/today/")[1])
    ben.fill(kept)
    ben.look(kept)


def look_inside(ben: Typist) -> None:
    """Why he goes quiet, and what he means to do about it."""
    marks = {"fears": ["too_much"], "hurts": ["ridiculed"], "fit_being_seen": "a_bit"}
    ben.look(ben.fill("/reasons/new/", **marks))
    for form in ben.look("/reasons/"):
        ben.send(form)
    plan = ben.fill("/plans/new/", when="place")
    ben.press(f"{plan}came-up/", record=str(uuid4()), what="did_not")
    for url in (plan, "/plans/"):
        ben.look(url)


def take_a_step(ben: Typist) -> None:
    """One of his own, taken and told of; and another passed over."""
    marks = {"topic": "goals", "way": "say", "first": "harder", "second": "easier"}
    taken = ben.fill(ben.fill("/steps/new/", **marks), likely="70")
    ben.look(taken)
    ben.fill(f"{taken}tell/", feared="partly", hard="4", said="hard")
    ben.press("/steps/skip/", record=str(uuid4()), step="emotions_word_for_now")
    for url in (taken, "/steps/", "/steps/all/", "/steps/past/"):
        ben.look(url)


def say_it(ada: Typist, check_in: str) -> None:
    """What she could say, how sure she is, and that she did."""
    source = check_in.split("/")[-2]
    sentence = ada.fill(f"/say/new/?from={source}", feeling="ashamed", request="just_listen")
    ada.press(f"{sentence}mark/", record=str(uuid4()), sure="4")
    ada.press(f"{sentence}mark/", record=str(uuid4()), said="on")
    part = f"/letters/{uuid4()}/write/?from={sentence.split('/')[-2]}&part=reason"
    for url in (sentence, "/say/", "/say/how-sure/", part):
        ada.look(url)


def wait(ada: Typist) -> None:
    """Another way to see it, and what she does while she waits."""
    marks = {"stories": ["would_say"], "readings": ["self_protection"]}
    ada.look(ada.fill("/night/", **marks, next_minutes="phone_away"))
    ada.look(ada.fill("/support/waiting/", asking="few_days", until="week"))
    ada.press("/support/side/", side="goes_quiet")
