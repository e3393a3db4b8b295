"""The browser looks at Ben's draft as the reference does, and tells nobody."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.core.replies.drafts import DRAFTS
from tests.core.replies.measure import READY
from tests.words.still_page import page, still_site

from nearer.core.moments import PARTS
from nearer.core.replies import look
from nearer.web.rooms.letters.help import rules_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Browser

    from nearer.core.moments.reply import Part

pytestmark = pytest.mark.browser

LOOK = """async ([rules, drafts]) => {
  const { look, ready } = await import("/static/reply/look.js");
  const made = ready(JSON.parse(rules).rules);
  const said = (parts) => (one) => [one.rule, one.part, parts[one.part].slice(one.start, one.end)];
  return drafts.map((parts) => {
    const { works, remarks, shown } = look(parts, made);
    return { works, remarks: remarks.map(said(parts)), shown: shown.map(said(parts)) };
  });
}"""
ODD = [
    "",
    "  \n\n ",
    "?!…",
    "👀 calm down 👀",
    "İ CALM DOWN ß",
    "ÉTÉ, you’re too sensitive—always",
    '“Calm down.” „never” "calm down',
    "you always " * 300,
    "Calm down - relax (now); don't be sad: please",
    "e\u0301 calm\u00a0down",
]


def _drafts() -> list[dict[Part, str]]:
    texts = [draft.text for draft in DRAFTS]
    alone: list[dict[Part, str]] = [{"matter": text} for text in [*texts, *ODD]]
    begun: list[dict[Part, str]] = [{"heard": text} for text in texts[::3]]
    threes = zip(texts[::3], texts[1::3], texts[2::3], strict=False)
    return alone + begun + [dict(zip(PARTS, three, strict=True)) for three in threes]


def _reference(parts: Mapping[Part, str]) -> dict[str, Any]:
    seen = look(parts, READY)
    said = {
        name: [[one.rule, one.part, parts[one.part][one.start : one.end]] for one in remarks]
        for name, remarks in (("remarks", seen.remarks), ("shown", seen.shown))
    }
    return {"works": list(seen.works), **said}


def test_it_finds_in_every_draft_what_the_reference_finds(browser: Browser) -> None:
    drafts = _drafts()
    with still_site() as site:
        site.answers["/"] = page("<h1>Reply</h1>", body='data-unlocked="0"')
        tab = browser.new_context().new_page()
        tab.goto(site.origin)
        found = tab.evaluate(LOOK, [rules_json(), drafts])
        tab.context.close()
    wrong = [
        (parts, mine, theirs)
        for parts, mine, theirs in zip(drafts, found, map(_reference, drafts), strict=True)
        if mine != theirs
    ]
    assert json.dumps(wrong[:3]) == "[]", len(wrong)
