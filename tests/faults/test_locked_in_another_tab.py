"""Two tabs that lock and unlock at the same time: each ends where the person was."""

from tests.cast import Cast


def test_it_leads_on_from_the_unlock_page_when_nothing_is_locked(cast: Cast) -> None:
    answer = cast.ada.get("/unlock/?next=/letters/new/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/letters/new/")


def test_it_shows_the_unlock_page_once_it_is_locked(cast: Cast) -> None:
    cast.ada.post("/lock/")
    assert cast.ada.get("/unlock/?next=/letters/new/").status_code == 200
