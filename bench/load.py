"""What one core carries: requests per second and memory with 1, 10 and 100 people signed in.

Each person has an open page (its live stream) and does what people do, without ever resting: Today,
the timeline, keeping a check-in, Today again. Half of them are linked couples with a month behind
them. The reference is an empty page of a bare Django, asked for in the same run by as many.

Requests per second *for each core* are requests by seconds of processor time that the server used,
so that what else the machine does changes little. Memory is that of the server's processes. Both
can be read on Linux only. Everything is bounded: so many requests, then it is over.
"""

import asyncio
import itertools
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.stand.house import House, running
from bench.stand.wire import length_of, request

if TYPE_CHECKING:
    from bench.stand.people import Resident

PEOPLE = (1, 10, 100)
REQUESTS = 1200
DAYS = 30


@dataclass(frozen=True, slots=True)
class Carried:
    """What a number of people got out of the server."""

    people: int
    requests: int
    cpu_seconds: float
    answers_ms: list[float]
    memory_mib: float

    @property
    def per_core(self) -> float:
        """Requests for each second of one core."""
        return self.requests / self.cpu_seconds

    def __str__(self) -> str:
        middle, late = statistics.quantiles(self.answers_ms, n=20)[9::9]
        return (
            f"{self.people:4} people  {self.per_core:6.0f} requests/s for each core"
            f"  {self.memory_mib:5.0f} MiB  answer {middle:.0f} ms, one in twenty {late:.0f} ms"
        )


def main() -> None:
    """Print the figures."""
    with running() as house:
        if not house.process.is_readable:
            print("Processor time and memory can be read on Linux only: nothing is measured here.")
            return
        print(f"Load, over {house.database}, one server process; reference: an empty page")
        alone = house.process.memory_mib()
        print(f"  nobody yet: {alone:.0f} MiB")
        residents = move_in(max(PEOPLE))
        for number in PEOPLE:
            some = residents[:number]
            empty = asyncio.run(carry(house, some, lambda _: nothing(house.port), live=False))
            mix = asyncio.run(carry(house, some, lambda who: day(house.port, who), live=True))
            print(f"  {mix}")
            print(
                f"        an empty page costs {mix.per_core / empty.per_core:.2f} of the mix,"
                f" memory {mix.memory_mib / alone:.2f}x of nobody's"
            )


def move_in(number: int) -> "list[Resident]":
    """So many people, every other two of them linked."""
    from bench.stand.people import arrive, couple, live_through

    residents: list[Resident] = []
    while len(residents) < number:
        name = f"Number {len(residents)}"
        pair = couple(name, f"{name} too")
        live_through(*pair, days=DAYS, check_ins=1)
        residents += [*pair, arrive(f"{name} alone"), arrive(f"{name} alone too")]
    return residents[:number]


def day(port: int, who: "Resident") -> Iterator[bytes]:
    """What one person does, over and over."""
    from bench.stand.people import CSRF

    cookies = who.cookies
    saving = {"HX_Request": "true", "X_CSRFToken": CSRF}
    while True:
        yield request(port, "GET", "/today/", cookies=cookies)
        yield request(port, "GET", "/timeline/", cookies=cookies)
        form = who.check_in_form()
        yield request(port, "POST", "/check-in/", cookies=cookies, body=form, **saving)
        yield request(port, "GET", "/today/", cookies=cookies, HX_Request="true")


def nothing(port: int) -> Iterator[bytes]:
    """An empty page, over and over."""
    return itertools.repeat(request(port, "GET", "/plain/empty/"))


async def carry(
    house: House,
    people: "list[Resident]",
    doing: "Callable[[Resident], Iterator[bytes]]",
    *,
    live: bool,
) -> Carried:
    """Let all of them go on until the requests are done, each as fast as the answers come."""
    streams = [await _listen(house.port, who) for who in people] if live else []
    each = REQUESTS // len(people)
    cpu = house.process.cpu_seconds()
    times = await asyncio.gather(
        *(_go_on(house.port, itertools.islice(doing(who), each)) for who in people)
    )
    cpu = house.process.cpu_seconds() - cpu
    memory = house.process.memory_mib()
    for stream in streams:
        stream.close()
    return Carried(
        len(people), each * len(people), cpu, [ms for one in times for ms in one], memory
    )


async def _go_on(port: int, requests: Iterator[bytes]) -> list[float]:
    """One connection, one request after the other; gives how long each took, in milliseconds."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    took = []
    for each in requests:
        begun = time.perf_counter()
        writer.write(each)
        head = await reader.readuntil(b"\r\n\r\n")
        await reader.readexactly(length_of(head))
        took.append((time.perf_counter() - begun) * 1000)
        assert head[9:12] in {b"200", b"204"}, head
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()
    return took


async def _listen(port: int, who: "Resident") -> asyncio.StreamWriter:
    """Open somebody's live stream, and leave it open."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request(port, "GET", "/live/", cookies=who.cookies, Nearer_Live="1"))
    head = await reader.readuntil(b"\r\n\r\n")
    assert head[9:12] == b"200", head
    return writer


if __name__ == "__main__":
    main()
