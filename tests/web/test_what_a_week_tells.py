"""Nobody learns from the pages of a week how far the other is, or what was kept back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unittest import mock

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests import deeds, weeks
from tests.web.in_their_week import is_ready, reads
from tests.web.paths import masked, without_fresh_ids

from nearer.acts import weekly
from nearer.core.moments import Opened
from nearer.vault import records

if TYPE_CHECKING:
    from uuid import UUID

    from django.test.client import _MonkeyPatchedWSGIResponse as Answer
    from tests.cast import Cast, Someone


@pytest.mark.parametrize("ben_is", ["open", "ready"])
def test_it_looks_the_same_to_ben_however_far_she_is(cast: Cast, ben_is: str) -> None:
    """Also after she was ready and is not: byte for byte, and his open page does not stir.

    Nor do his pages take longer: as many questions are asked, and as many boxes opened.
    """
    weeks.ready(cast.ben) if ben_is == "ready" else weeks.week(cast.ben)
    urls = ["/weekly/", "/weekly/look/", "/weekly/plan/", "/today/", "/us/", "/me/export.json"]
    couple = deeds.couple_of(cast.ada)

    def looks() -> list[bytes]:
        with (
            CaptureQueriesContext(connection) as asked,
            mock.patch.object(records, "open_box", wraps=records.open_box) as opened,
        ):
            pages = seen()
        return [*pages, b"%d queries, %d boxes" % (len(asked), opened.call_count)]

    def seen() -> list[bytes]:
        pages = [without_fresh_ids(masked(cast.ben.get(url))) for url in urls]
        pages.append(masked(cast.ben.get("/weekly/", **{"HX-Request": "true"})))
        return [*pages, str(deeds.version_of(couple)).encode()]

    before = looks()
    week = weeks.week(cast.ada)
    assert looks() == before
    if ben_is == "open":
        weeks.ready(cast.ada, good="the soup")
        assert looks() == before
        weekly.not_yet(cast.ada.log, week, now=timezone.now())
        assert looks() == before


@pytest.mark.parametrize("how", ["kept back", "left empty"])
def test_it_looks_the_same_whether_a_part_was_kept_back_or_left_empty(cast: Cast, how: str) -> None:
    """Byte for byte, but for the box, which is as long in both."""
    more = {"hard": "the long Tuesday"} if how == "kept back" else {}
    is_ready(cast.ada, good="the soup", back="hard", **more)
    is_ready(cast.ben, good="the lamp")
    assert sorted(reads(cast.ben)) == ["the lamp", "the soup"]
    for url in ("/weekly/", "/today/", f"/weekly/{weeks.this(cast.ben).id}/"):
        name = re.sub(r"[0-9a-f-]{36}", "this", url)
        SAME.setdefault(name, []).append(_without_boxes(cast.ben.get(url)))
        assert SAME[name][0] == SAME[name][-1], url


SAME: dict[str, list[bytes]] = {}


def _without_boxes(answer: Answer) -> bytes:
    """Ids and boxes differ from one test to the next; how long a box is does not."""
    text = re.sub(rb'data-box="([\w-]*)"', lambda box: b"%d long" % len(box[1]), answer.content)
    for fresh in (rb"[0-9a-f]{8}-[0-9a-f-]{27}", rb'data-heard="\w+"', rb'content="[\w-]{60,}"'):
        text = re.sub(fresh, b"FRESH", text)
    return re.sub(rb"[A-Za-z0-9]{64}|\b[\w-]{43}\b", b"TOKEN", text)


def test_it_looks_the_same_whether_all_was_kept_back_left_empty_or_taken_back_unread(
    cast: Cast,
) -> None:
    weeks.ready(cast.ben, good="the lamp")
    weeks.ready(cast.ada)  # all of it kept back, or left empty: there is no third way to tell
    week, now = weeks.this(cast.ben).id, timezone.now()
    with time_machine.travel(now, tick=False):
        nothing = re.sub(rb'data-heard="\w+"', b"", masked(cast.ben.get(f"/weekly/{week}/")))
        seen = weekly.one_week(cast.ben.log, deeds.couple_of(cast.ben), week)
        assert seen.theirs is not None
        cast.ben.log.remove(cast.ben.log.get(cast.ben.log.own, _opened(cast.ben, seen.theirs.id)))
        assert cast.ada.post(f"/weekly/{week}/take-back/").status_code == 302
        gone = re.sub(rb'data-heard="\w+"', b"", masked(cast.ben.get(f"/weekly/{week}/")))
    assert nothing == gone


def _opened(who: Someone, shown: UUID) -> UUID:
    return who.log.only_id(who.log.own, Opened, shown)
