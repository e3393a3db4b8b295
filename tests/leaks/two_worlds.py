"""Two worlds that differ in one thing that somebody did in private, and all the other can look at.

Both worlds share their rows, their clock and their chance: whatever happens in one of them is
undone before the other. So nothing has to be put aside when they are compared, not even a nonce.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import random
import re
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from functools import partial
from itertools import zip_longest
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from unittest import mock

from asgiref.sync import async_to_sync, sync_to_async
from django.db import connection
from tests.web.paths import PATHS, Path, undone

from nearer.store.models import Record, Session, Slot
from nearer.vault import records, spaces
from nearer.web import live

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from uuid import UUID

    from django.test.client import _MonkeyPatchedWSGIResponse as Answer
    from tests.cast import Someone

HEARD = re.compile(rb'data-heard="([0-9a-f]{64})"')
SAVEPOINT = re.compile(r"\bs\d+_x\d+\b")
NO_PAGE = {"live"}
GUESSES = 9
"""Wrong guesses at somebody's name: one more than are free."""


@dataclass(frozen=True)
class Seen:
    """One answer, as whoever asked may measure it. `queries` and `boxes` are its timing class."""

    asked: str
    status: int
    headers: tuple[tuple[str, str], ...]
    cookies: str
    body: bytes
    queries: tuple[tuple[str, int], ...] = ()
    """The text of each query, and how many values went into it."""
    boxes: tuple[int, ...] = ()
    """The length of each box that was opened."""


@contextmanager
def same_chance() -> Iterator[None]:
    """Whatever is drawn inside is drawn again the next time."""
    drawn = 0

    def stream(size: int) -> bytes:
        nonlocal drawn
        out = b""
        while len(out) < size:
            out += hashlib.sha256(f"chance {drawn}".encode()).digest()
            drawn += 1
        return out[:size]

    with mock.patch.object(os, "urandom", stream), mock.patch.object(random, "_urandom", stream):
        yield


@dataclass
class _Cost:
    queries: list[tuple[str, int]] = field(default_factory=list)
    boxes: list[int] = field(default_factory=list)

    def note(self, execute: Any, sql: str, params: Any, many: Any, context: Any) -> Any:
        self.queries.append((SAVEPOINT.sub("savepoint", sql), len(params or ())))
        return execute(sql, params, many, context)

    def opening(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def opened(*args: Any) -> Any:
            self.boxes.append(len(args[-1]))
            return real(*args)

        return opened


@contextmanager
def _counted() -> Iterator[_Cost]:
    cost = _Cost()
    with (
        connection.execute_wrapper(cost.note),
        mock.patch.object(records, "open_box", cost.opening(records.open_box)),
        mock.patch.object(spaces, "open_space_key", cost.opening(spaces.open_space_key)),
    ):
        yield cost


def _ask(asked: str, ask: Callable[[], Answer]) -> Seen:
    with _counted() as cost:
        answer = ask()
    body = b"" if answer.streaming else answer.content
    return Seen(
        asked,
        answer.status_code,
        tuple(answer.headers.items()),
        answer.cookies.output(),
        body,
        tuple(cost.queries),
        tuple(cost.boxes),
    )


@dataclass
class Eyes:
    """Somebody who looks at whatever there is, and what is theirs to ask for.

    `ids` are sets of ids for the parameters of paths; `letters` those of letters between the two.
    """

    who: Someone
    other: Someone
    ids: Mapping[str, UUID]
    letters: tuple[UUID, ...]
    heard: str = ""

    def get(self, url: str, **headers: str) -> Seen:
        """One page, asked for by somebody whose browser has not changed since."""
        twin = self.who.again()
        return _ask(f"GET {url} {headers or ''}".strip(), lambda: twin.get(url, **headers))

    def sends(self, url: str, data: Mapping[str, Any] | None = None) -> list[Seen]:
        """What a form is answered with, and if it did something a page after it; then undone."""
        twin = self.who.again()
        with undone():
            seen = _ask(f"POST {url}", lambda: twin.post(url, data))
            if seen.status >= 400:
                return [seen]
            after = [letter for letter in self.letters if str(letter) in url]
            return [seen, self.get(f"/letters/{after[0]}/" if after else "/today/")]

    def glances(self) -> list[Seen]:
        """The pages that change most, and the bell: enough to name what leaks."""
        pages = ["/timeline/?show=ours", "/me/export.json"]
        pages += [f"/letters/{letter}/" for letter in self.letters[1:3]]
        with same_chance():
            heard = self._listens()  # first, before looking can have stirred anything
            seen = [self.get(url) for url in pages]
            return [heard, *seen, self.get("/today/", **{"HX-Request": "true"})]

    def looks(self) -> list[Seen]:
        """Every page, the bell, and what the doors tell of the other."""
        with same_chance():
            heard = self._listens()
            pages = [self.get(url) for url in dict.fromkeys(self._urls())]
            pages.append(self.get("/timeline/?show=ours", **{"If-None-Match": '"x"'}))
            return [heard, *pages, *self._at_the_doors()]

    def taps(self) -> list[Seen]:
        """Every form with nothing in it, which for many is all they need."""
        with same_chance():
            return [seen for url in dict.fromkeys(self._urls()) for seen in self.sends(url)]

    def at(self, *urls: str) -> list[Seen]:
        """These pages."""
        with same_chance():
            return [self.get(url) for url in urls]

    def at_letter(self, letter: UUID) -> list[Seen]:
        """Every page and every form of one letter."""
        with same_chance():
            urls = [path.url({**self.ids, "letter": letter}) for path in PATHS]
            urls = [url for url in urls if str(letter) in url]
            return [seen for url in urls for seen in (self.get(url), *self.sends(url))]

    def tries(self, strange: Iterable[UUID]) -> list[Seen]:
        """Pages under the ids of what is not theirs, some two for each path."""
        ids, asked = list(strange), [path for path in PATHS if path.parameters]
        with same_chance():
            return [
                self.get(path.url(dict.fromkeys(path.parameters, one)))
                for at, path in enumerate(asked)
                for one in {ids[at % len(ids)]: 1, ids[(7 * at + 3) % len(ids)]: 2}
            ]

    def _urls(self) -> Iterator[str]:
        for path in PATHS:
            if path.name in NO_PAGE:
                continue
            for letter in self.letters if "letter" in path.parameters else self.letters[:1]:
                yield path.url({**self.ids, "letter": letter})

    def _at_the_doors(self) -> Iterator[Seen]:
        """What anyone may ask about the other by name, from the same house, signed out."""
        name = {"name": self.other.name}
        wrong = {**name, "proof": "A" * 43}
        asked = [("/account/salt/", name), ("/account/name/", name)]
        asked += [("/account/open/", wrong)] * GUESSES
        client = type(self.who.client)()
        with undone():
            for url, sent in asked:
                yield _ask(url, partial(client.post, url, sent, "application/json"))

    def _listens(self) -> Seen:
        """What a page hears that was drawn before, and is open now: twice, then it is closed."""
        session = Session.objects.filter(person=self.who.person).latest("begun")
        here = SimpleNamespace(session=session, log=self.who.log)

        async def direct(read: Callable[[], Any]) -> Any:
            return await sync_to_async(read)()

        async def play() -> list[bytes]:
            spaces_ = await sync_to_async(lambda: [space.id for space in here.log.spaces])()
            stream: Any = live._events(session, spaces_, self.heard)  # noqa: SLF001 - see live
            said = [await anext(stream) for _ in range(2)]
            await stream.aclose()
            await asyncio.sleep(0)
            return said

        with mock.patch.multiple(live, _ask=direct, BEAT_EVERY=0.0, ASK_EVERY=0.01):
            said = async_to_sync(play)()
        answer = self.get("/live/")
        return Seen("GET /live/", answer.status, answer.headers, answer.cookies, b"".join(said))

    def draws(self) -> None:
        """A page of theirs stands open from now on."""
        found = HEARD.search(self.who.again().get("/me/").content)
        assert found
        self.heard = found[1].decode()


def everything_kept() -> set[UUID]:
    """The ids of all rows that anybody might ask for."""
    kinds: Any = (Record, Slot, Session)
    return {one for kind in kinds for one in kind.objects.values_list("id", flat=True)}


def differences(there: Iterable[Seen], here: Iterable[Seen]) -> list[str]:
    """Where two worlds differ for whoever looked at both: which answer, in what, and how."""
    found = []
    for one, other in zip(there, here, strict=True):
        for part in fields(Seen):
            ours, theirs = getattr(one, part.name), getattr(other, part.name)
            if ours != theirs:
                found.append(f"{one.asked}: {part.name}: {_first_difference(ours, theirs)}")
    return found


def _first_difference(one: Any, other: Any) -> str:
    if isinstance(one, tuple):
        pairs = zip_longest(one, other)
        first = next(f"{ours!r}\n  but {theirs!r}" for ours, theirs in pairs if ours != theirs)
        return f"{len(one)} and {len(other)}, the first that differs {first}"
    if not isinstance(one, bytes):
        return f"{one!r}\n  but {other!r}"
    at = next((n for n, both in enumerate(zip(one, other, strict=False)) if both[0] != both[1]), 0)
    around = slice(max(0, at - 80), at + 80)
    return f"at byte {at} {one[around]!r}\n  but {other[around]!r}"


__all__ = ["Eyes", "Path", "Seen", "differences", "everything_kept", "same_chance"]
