"""Today and the timeline: against an empty page, and after ten years against after one week.

First: GET /today/ of a linked person with 20 recent moments, and the part of it that an open page
asks for by itself. Reference: a Django view without any middleware, in the same process, that draws
a template which asks for nothing.

Second: the same pages of somebody with ten years of three check-ins a day, and a letter and its
reply each week. Reference: the same pages of somebody with the last week of that. Three a day, so
that a week fills a page of 20 too: what is compared is how long the history is, not how much of
it is shown. With one a day, which no target names, a week's page has 8 moments and the other 20.
All are in the one database, so the reference reads from a table as large.

The number of queries is counted in this process, through the same middleware, and must be equal.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from bench.stand.house import House, running
from bench.stand.measure import ratio, say
from bench.stand.wire import Wire, request

if TYPE_CHECKING:
    from bench.stand.people import Resident

MOST_EMPTY = 6.0
MOST_YEARS = 1.2
WEEK, TWENTY_MOMENTS, TEN_YEARS = 7, 17, 3652  # days; in 17 there are 17 check-ins and 3 letters
PAGES = {"Today": "/today/", "the timeline": "/timeline/"}


def main() -> None:
    """Print the figures."""
    with running() as house:
        against_nothing(house)
        against_a_week(house, 3, MOST_YEARS)
        against_a_week(house, 1, None)


def against_nothing(house: House) -> None:
    """Today with 20 recent moments, and an empty page."""
    from bench.stand.people import couple, live_through

    ada, ben = couple("Ada", "Ben")
    live_through(ada, ben, days=TWENTY_MOMENTS, check_ins=1)
    wire = Wire(house.port)
    cookies = ada.cookies
    today = request(house.port, "GET", "/today/", cookies=cookies)
    part = request(house.port, "GET", "/today/", cookies=cookies, HX_Request="true")
    timeline = request(house.port, "GET", "/timeline/", cookies=cookies)
    for reference, what in {
        "plain": "an empty page of a bare Django",
        "settled": "the same on threads that stay",
    }.items():
        empty = _asking(wire, request(house.port, "GET", f"/{reference}/empty/"))
        target = MOST_EMPTY if reference == "plain" else None
        print(f"20 recent moments, over {house.database}; reference: {what}")
        say("Today", ratio(_asking(wire, today), empty), target)
        say("the part of it that refreshes", ratio(_asking(wire, part), empty), target)
        say("the timeline, 20 on a page", ratio(_asking(wire, timeline), empty))


def against_a_week(house: House, check_ins: int, target: float | None) -> None:
    """The same habit for ten years and for one week."""
    from bench.stand.people import couple, live_through

    new, old = (
        couple(f"{name} {check_ins}", f"{name}'s other {check_ins}") for name in ("New", "Old")
    )
    few = live_through(*new, days=WEEK, check_ins=check_ins)
    many = live_through(*old, days=TEN_YEARS, check_ins=check_ins)
    print(f"Ten years, {check_ins} a day ({many} records); reference: one week of it ({few})")
    wire = Wire(house.port)
    for what, path in PAGES.items():
        after_years, after_a_week = (
            request(house.port, "GET", path, cookies=who[0].cookies) for who in (old, new)
        )
        say(what, ratio(_asking(wire, after_years), _asking(wire, after_a_week)), target)
        asked, asked_then = queries(old[0], path), queries(new[0], path)
        assert asked == asked_then, (asked, asked_then)
        print(f"    queries: {asked} after ten years, {asked_then} after a week")
    if target is not None:
        far_back(wire, house.port, old[0], target)


def far_back(wire: Wire, port: int, old: "Resident", target: float) -> None:
    """A page of the timeline five years down, against the newest page of the same person."""
    from django.utils import timezone

    before = (timezone.now() - timedelta(days=TEN_YEARS / 2)).isoformat().replace("+", "%2B")
    deep = request(port, "GET", f"/timeline/?before={before}", cookies=old.cookies)
    newest = request(port, "GET", "/timeline/", cookies=old.cookies)
    found = ratio(_asking(wire, deep), _asking(wire, newest))
    say("five years down the timeline, against its newest page", found, target)


def _asking(wire: Wire, page: bytes) -> Callable[[], None]:
    def ask() -> None:
        answer = wire.send(page)
        assert answer.status == 200, (answer.status, answer.body)

    return ask


def queries(who: "Resident", path: str) -> int:
    """How many queries one page takes, with those that find out who asks."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"cookie": who.cookies, "host": "127.0.0.1"})
    with CaptureQueriesContext(connection) as caught:
        assert client.get(path).status_code == 200
    return len(caught)


if __name__ == "__main__":
    main()
