"""The two pages of growth: after ten years of daily marks for two, against after twelve weeks.

Every day each has a check-in, and every other day a letter, its answer, how that felt (shared) and
a guess at it (shared); steps, returns and scores each week. The number of queries must be equal.
"""

from datetime import timedelta
from typing import TYPE_CHECKING

from bench.stand.house import running
from bench.stand.measure import ratio, say
from bench.stand.wire import Wire, request
from bench.today import _asking, queries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bench.stand.people import Resident

    from nearer.store.models import Record

MOST_YEARS = 3.0
TWELVE_WEEKS, TEN_YEARS = 84, 3652  # days
PAGES = {"our growth": "/us/growth/", "one's own growth": "/me/growth/"}


def main() -> None:
    """Print the figures."""
    with running() as house:
        from bench.stand.people import couple

        new, old = couple("New", "New too"), couple("Old", "Old too")
        few, many = live(*new, days=TWELVE_WEEKS), live(*old, days=TEN_YEARS)
        print(f"Ten years ({many} records), over {house.database}; twelve weeks ({few})")
        wire = Wire(house.port)
        for what, path in PAGES.items():
            years, weeks = (
                request(house.port, "GET", path, cookies=who[0].cookies) for who in (old, new)
            )
            say(what, ratio(_asking(wire, years), _asking(wire, weeks)), MOST_YEARS)
            asked, asked_then = queries(old[0], path), queries(new[0], path)
            print(f"    queries: {asked} after ten years, {asked_then} after twelve weeks")


def live(ada: "Resident", ben: "Resident", *, days: int) -> int:
    """Fill the last `days` days of two people. Gives how many records there are."""
    from django.utils import timezone

    from nearer.store.models import Record

    newest = timezone.now() - timedelta(hours=1)
    rows = [
        row
        for ago in range(days)
        for row in _a_day(*((ada, ben) if ago % 4 else (ben, ada)), ago, newest)
    ]
    Record.objects.bulk_create(rows, batch_size=500)
    return len(rows)


def _a_day(one: "Resident", other: "Resident", ago: int, newest: "datetime") -> "Iterator[Record]":
    from bench.stand.people import row

    from nearer.core.moments import CheckIn, Felt, FeltGuess, Letter, MeasureShown, Opened, Reply

    a, b = one.log, other.log
    shared, at = a.couple, newest - timedelta(days=ago)
    assert shared is not None
    for log in (a, b):
        moment = CheckIn(energy=ago * 7 % 11, pleasantness=ago * 5 % 11, strength=1 + ago % 10)
        yield row(log, log.own, moment, at)
        if ago % 7 == 0:
            yield row(log, shared, MeasureShown(measure="felt", version=1, score=ago % 12), at)
    if ago % 2 == 0:
        yield (letter := row(a, shared, Letter(feelings=("lonely",)), at))
        answer = Reply(about=letter.id, parts=("heard",))
        yield (reply := row(b, shared, answer, at + timedelta(days=1), about=letter.id))
        felt = Felt(about=reply.id, understood=ago % 5, valued=3, cared=ago % 3, shared=True)
        guess = FeltGuess(about=reply.id, understood=ago % 4, shared=True)
        for log, said in ((a, felt), (b, guess)):
            for space in (log.own, shared):
                yield row(log, space, said, at, about=reply.id)
        yield row(b, b.own, Opened(about=reply.id), at, about=reply.id)


if __name__ == "__main__":
    main()
