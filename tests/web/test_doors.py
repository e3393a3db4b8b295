"""Not yours is the same as not there, and locked is the same as away: on every path there is."""

from typing import Any

import pytest
from tests import deeds
from tests.cast import Cast, Someone
from tests.web.paths import (
    OPEN_TO_ALL,
    PATHS,
    Path,
    adas,
    masked,
    nobodys,
    undone,
    without_fresh_ids,
)

from nearer.store.models import Person, Record, Slot, Space

WITH_ID = [path for path in PATHS if path.parameters and not path.name.startswith("pair")]
THEIRS_TO_BEGIN = {"letter-write", "letter-preview", "letter-send", "passkey-remove"}
GUARDED = [path for path in PATHS if path.name not in OPEN_TO_ALL]
SCRIPTS: tuple[dict[str, str], ...] = ({"HX-Request": "true"}, {"Sec-Fetch-Dest": "empty"})


def _answers(who: Someone, url: str) -> list[tuple[int, str, bytes]]:
    """What somebody gets at an address, by a look and by a form, told apart from a twin's."""
    found = []
    for send in (who.get, who.post):
        with undone():
            answer = send(url)
        found.append((answer.status_code, answer.headers.get("Location", ""), masked(answer)))
    return found


@pytest.mark.parametrize("who", ["cleo", "dan", "eve"])
def test_it_shows_the_stranger_and_the_ex_the_same_as_what_is_not_there(
    cast: Cast, who: str
) -> None:
    other: Someone = getattr(cast, who)
    hers, none = adas(cast), nobodys()
    kept = set(Record.objects.filter(author=cast.ada.person).values_list("id", flat=True))
    for path in WITH_ID:
        there, away = path.url(hers), path.url(none)
        for (status, to, page), (status_2, to_2, page_2) in zip(
            _answers(other, there), _answers(other, away), strict=True
        ):
            assert status == status_2, there
            for name in path.parameters:
                page = page.replace(str(hers[name]).encode(), str(none[name]).encode())  # noqa: PLW2901 - the one compared
                to = to.replace(str(hers[name]), str(none[name]))  # noqa: PLW2901 - the same
            assert to == to_2
            assert without_fresh_ids(page) == without_fresh_ids(page_2), there
    assert set(Record.objects.filter(author=cast.ada.person).values_list("id", flat=True)) == kept
    assert Slot.objects.filter(id=hers["slot_id"]).exists()


@pytest.mark.parametrize("who", ["cleo", "dan"])
def test_it_says_not_found_wherever_there_is_a_page_of_ada_s(cast: Cast, who: str) -> None:
    """The walk above would pass if all had answers; these have none."""
    other, hers = getattr(cast, who), adas(cast)
    for path in WITH_ID:
        by_link = path.name in OPEN_TO_ALL  # one page for every id, and a secret to show
        if not by_link and path.name not in THEIRS_TO_BEGIN:
            statuses = {status for status, _, _ in _answers(other, path.url(hers))} - {302, 405}
            assert statuses <= {404}, path.name


def test_it_keeps_ben_out_of_what_is_ada_s_alone(cast: Cast) -> None:
    hers = adas(cast)
    draft = deeds.draft(cast.ada)
    for url in (
        f"/check-in/{hers['record']}/",
        f"/letters/{draft}/",
        f"/letters/{hers['letter']}/felt/",
    ):
        assert {status for status, _, _ in _answers(cast.ben, url)} <= {404, 405}, url
    assert cast.ben.get(f"/letters/{draft}/preview/").status_code == 302
    page = masked(cast.ben.get(f"/letters/{draft}/write/"), draft)
    nothing = cast.ben.get(f"/letters/{(other := nobodys()['letter'])}/write/")
    assert without_fresh_ids(page) == without_fresh_ids(masked(nothing, other))
    cast.ben.post(f"/check-in/{hers['record']}/remove/")
    cast.ben.post(f"/account/passkeys/{hers['slot_id']}/remove/")
    assert Record.objects.filter(id=hers["record"]).exists()
    assert Slot.objects.filter(id=hers["slot_id"]).exists()


@pytest.mark.parametrize("path", GUARDED, ids=lambda path: path.name)
def test_it_leads_from_a_locked_page_to_unlocking_and_back(cast: Cast, path: Path) -> None:
    url = path.url(nobodys())
    cast.ada.post("/lock/")
    _is_shut(cast.ada, url, "/unlock/" if path.name != "live" else "")


@pytest.mark.parametrize("path", GUARDED, ids=lambda path: path.name)
def test_it_leads_whoever_is_signed_out_to_signing_in(cast: Cast, path: Path) -> None:
    url = path.url(nobodys())
    cast.ada.post("/sign-out/")
    _is_shut(cast.ada, url, "/sign-in/" if path.name != "live" else "")


def _is_shut(who: Someone, url: str, door: str) -> None:
    """A page leads to the door; a script is told, so that what was typed can be kept first."""
    sends: tuple[tuple[Any, str], ...] = ((who.get, url), (who.post, "/"))
    for send, back in sends:
        answer = send(url)
        if door and answer.status_code != 405:
            assert answer.status_code == 302, url
            assert answer.headers["Location"] == f"{door}?next={back.replace('/', '%2F')}"
        for headers in SCRIPTS:
            answer = send(url, **headers)
            if answer.status_code != 405:
                assert (answer.status_code, answer.content) == (401, b""), url
                assert answer.headers["Nearer-Locked"] == "1"


@pytest.mark.parametrize("cookie", ["nearer_session", "nearer_key"])
@pytest.mark.parametrize("value", ["", "0" * 64, "x", "'; --"])
def test_it_opens_nothing_with_half_of_the_two_cookies(cast: Cast, cookie: str, value: str) -> None:
    cast.ada.client.cookies[cookie] = value
    for path in GUARDED:
        answer = cast.ada.get(path.url(nobodys()))
        assert answer.status_code in {302, 401, 405}, path.name


def test_it_counts_no_page_among_the_open_ones_that_is_not_there() -> None:
    assert {path.name for path in PATHS} >= OPEN_TO_ALL
    assert len({path.name for path in PATHS}) == len(PATHS)


def test_it_erases_nobody_on_the_way_through(cast: Cast) -> None:
    people, spaces = Person.objects.count(), Space.objects.count()
    hers = adas(cast)
    for path in PATHS:
        _answers(cast.ada, path.url(hers))
    assert (Person.objects.count(), Space.objects.count()) == (people, spaces + 1)
