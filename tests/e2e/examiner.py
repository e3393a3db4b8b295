"""Looks at a page as it stands: both themes, narrow and wide, and notes what shuts somebody out."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page
    from tests.e2e.somebody import Somebody

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
OURS = (Path(__file__).parent / "accessible.js").read_text("utf-8")
HEIGHT = 740
NARROWEST, NARROW, WIDE = 320, 360, 1280  # CSS pixels; the first is WCAG's for reflow
EVERYTHING = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
PLACES = {
    "runOnly": {"type": "rule", "values": ["target-size", "scrollable-region-focusable"]},
    "resultTypes": ["violations"],
}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}

LOOKS = ((NARROW, "light", EVERYTHING), (WIDE, "dark", COLOURS), (WIDE, "light", PLACES))
"""What depends on neither width nor theme is looked at once: each run of all rules takes half a
second of a slow machine, and there are two hundred states of pages."""

NOT_PAGES = {
    # answers to scripts, to forms and to nobody
    "passkey-request", "passkey-open", "lock", "sign-out", "exit", "active", "salt", "name-is-free",
    "open-passphrase", "open-recovery", "passkey-options", "passkey-add", "passkey-remove",
    "choose-idle", "sign-out-others", "export", "check-in-offer", "check-in-remove", "letter-new",
    "letter-send", "letter-discard", "letter-open", "letter-felt", "letter-take-back", "invite",
    "letter-felt-open", "letter-guess-share", "letter-courage-open", "letter-courage-take-back",
    "good-remove", "good-open", "good-ask", "good-tell", "good-take-back",
    "same-words", "pair-open", "pair-accept", "live", "plan-came-up", "plan-remove", "send-sign",
    "sign-remove", "pause-longer", "reflection-remove",
    "step-skip", "step-remove", "own-step-remove", "pauses-felt", "pauses-felt-remove",
    "cycle-half-remove", "cycle-take-back", "cycle-open", "cycle-line-take-back", "version-open",
    "version-sign", "version-withdraw", "version-take-back", "agreement-looked",
    "sentence-mark", "sentence-remove", "night-remove", "choose-side", "waiting-remove",
    "listening-now", "listening-time", "listening-invite", "listening-move", "listening-words",
    "listening-keep", "listening-kept-remove",
    "weekly-write", "weekly-keep-back", "weekly-ready", "weekly-not-yet", "weekly-calendar",
    "weekly-remove", "weekly-take-back",
    "growth-ask", "reply-rules", "measure-remove", "measure-show", "measure-hide",
    "by-link-keep", "by-link-answer", "by-link-take-back", "by-link-remove", "open-by-link",
    "answer-by-link",
}  # fmt: skip


SEEN_BY = {
    "test_they_listen_on_two_phones_and_then_on_one": {"listening", "listening-kept"},
    "test_they_read_both_at_the_same_moment_and_not_what_she_keeps_back": {
        "weekly", "weekly-plan", "weekly-look", "weekly-mine", "weekly-week",
    },
    "test_before_one_is_in": {"home", "help", "how-sealed", "not found", "begin", "welcome"},
    "test_the_spare_key": {"begin"},
    "test_the_pages_of_keys": {"passphrase", "erase", "unlock"},
    "test_the_other_doors": {"us", "pair", "sign-in", "recover"},
    "test_the_rooms_of_one_alone": {
        "today", "check-in", "check-in-kept", "letter-write", "letter-preview", "us", "timeline",
        "me", "take-with", "erase", "passphrase", "patterns", "plans", "pulling-back", "reasons",
        "steps", "ladder", "step-take", "own-step-new", "sentences", "sentence-new",
        "check-in-word", "measures", "measure", "measure-fill", "my-growth",
    },
    "test_the_quiet_rooms": {
        "plan-new", "plan", "reflection-new", "reflection", "sign", "quiet", "pause", "back",
        "steps", "step-taken", "step-tell", "steps-past", "sentence", "how-sure", "measure-filled",
    },
    "test_ada_reads_what_grew_with_keys_and_ears_and_on_paper": {"our-growth"},
    "test_it_puts_two_halves_together_and_an_agreement_into_both_hands": {
        "cycle", "cycle-half", "cycle-show", "cycle-line", "agreement", "agreement-new", "version",
    },
    "test_the_rooms_of_two_together": {"today", "us", "pair"},
    "test_the_pages_of_a_letter": {"today", "letter", "letter-reply", "leave", "timeline"},
    "test_the_pages_when_it_is_over": {"letter", "leave", "us"},
    "test_it_meets_ben_with_a_way_back_and_asks_each_alone_after_three_missed_returns": {
        "today", "pause", "pauses-felt-kept",
    },
    "test_a_word_a_guess_and_a_question_go_between_them": {
        "letter-courage", "letter-guess", "goods", "good-new", "good-show", "good",
    },
    "test_it_lets_fay_s_night_go_without_a_trace_and_keeps_it_when_she_wants_to": {
        "night", "night-kept", "support", "waiting", "further", "today",
    },
    "test_ada_alone_writes_and_ben_with_no_account_answers_and_joins": {
        "by-link-new", "by-link-letter", "read-by-link", "by-link",
    },
}  # fmt: skip


@dataclass
class Examiner:
    """Collects what is wrong, so that one run names everything."""

    wrong: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def look(self, page: Page, state: str = "") -> None:
        """Note what is wrong with a page in the state that it is in."""
        path = urlsplit(page.url).path
        self._note_route(path)
        where = f"{path} {state}".strip()
        usual = page.viewport_size or {"width": NARROW, "height": HEIGHT}
        page.evaluate(AXE)
        for width, theme, rules in LOOKS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")  # type: ignore[arg-type] # the two it knows
            found = page.evaluate("(rules) => axe.run(document, rules)", rules)
            self.wrong += [
                f"{where}: {theme}, {width}: {_said(one)}" for one in found["violations"]
            ]
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": NARROWEST, "height": HEIGHT})
        page.keyboard.press("Tab")  # what has the focus shows it only to those who use keys
        self.wrong += [f"{where}: {each}" for each in page.evaluate(OURS)]
        page.set_viewport_size(usual)

    def _note_route(self, path: str) -> None:
        try:
            self.seen.add(resolve(path).url_name or path)
        except Resolver404:
            self.seen.add("not found")


def _said(violation: dict[str, Any]) -> str:
    places = [node["target"] for node in violation["nodes"]]
    return f"{violation['id']}: {violation['help']} {places[:3]}"


def along_all_links(one: Somebody, examiner: Examiner, only: frozenset[str] | None = None) -> None:
    """Follow every link from Today on, and look at what is there, with everything unfolded.

    `only`: the kinds of pages to look at, where the others are known.
    """
    found, looked = ["/today/"], list[str]()
    while found:
        path = found.pop(0)
        kind = kind_of(path)
        if kind is None or kind in looked:
            continue
        looked.append(kind)
        one.go(path)
        one.opened()
        if only is None or kind.partition("?")[0] in only:
            one.unfold()
            examiner.look(one.page, f"as {one.name} sees it")
        hrefs = one.page.locator("a[href]").evaluate_all("all => all.map((a) => a.href)")
        found += [href.removeprefix(one.address) for href in hrefs if href.startswith(one.address)]


def kind_of(path: str) -> str | None:
    """What kind of page a path leads to; None for no page of ours."""
    parts = urlsplit(path)
    try:
        name = resolve(parts.path).url_name or ""
    except Resolver404:
        return None
    return f"{name}?{parts.query}" if name == "timeline" else name


@pytest.fixture
def examiner(request: pytest.FixtureRequest) -> Iterator[Examiner]:
    """What it notes is said at the end, all at once; and which page it did not come to."""
    examiner = Examiner()
    yield examiner
    assert not examiner.wrong, "\n".join(sorted(set(examiner.wrong)))
    missed = SEEN_BY.get(request.node.originalname, set()) - examiner.seen
    assert not missed, f"not looked at: {missed}"
