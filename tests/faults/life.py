"""One step after the other of two people's life here, with the server dying under them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.faults.book import Book, Line, check_that_it_is_whole, read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tests.e2e.house import House
    from tests.faults.lightning import Lightning
    from tests.faults.phone import Answer, Phone

KEPT = (200, 204, 302, 303)


@dataclass
class Once:
    """A form that is filled in once and sent as often as it takes, as on an open page."""

    fill: Callable[[], Mapping[str, object]]
    filled: Mapping[str, object] | None = field(default=None, init=False)

    def __call__(self) -> Mapping[str, object]:
        if self.filled is None:
            self.filled = self.fill()
        return self.filled


@dataclass
class Life:
    """A house, its people, and what it has promised to keep for them."""

    house: House
    lightning: Lightning
    people: Sequence[Phone]

    def __post_init__(self) -> None:
        self.book = self.look()
        self.said: list[str] = []

    def look(self) -> Book:
        """All that is kept now, which must be whole and must open."""
        book = read(self.house, [phone.side for phone in self.people])
        check_that_it_is_whole(book)
        return book

    def step(
        self,
        name: str,
        act: Callable[[], Answer],
        *,
        gone: Sequence[Line] = (),
        new: Sequence[Line] = (),
    ) -> Answer:
        """Do one thing until it is answered. All of it is there then, once; before, all or none."""
        wanted, nothing = (Counter(gone), Counter(new)), (Counter[Line](), Counter[Line]())
        while True:
            strikes = self.lightning.strikes
            answer = self.lightning.during(name, act)
            now = self.look()
            found = now.since(self.book)
            self.said.append(f"{name}: {'torn' if answer is None else answer.status}")
            if self.lightning.strikes > strikes:
                self.all_are_still_in()
            if answer is not None:
                break
            assert found in (wanted, nothing), self._tell(name, *found)
        assert answer.status in KEPT, self._tell(name, answer.status, answer.said)
        assert found == wanted, self._tell(name, *found)
        self.book = now
        return answer

    def all_are_still_in(self) -> None:
        """Whoever was signed in and unlocked still is: a restart locks nobody out."""
        for phone in self.people:
            if phone.is_in:
                assert phone.get("/today/").status == 200, self._tell("today", phone.name)

    def restart(self) -> None:
        """The server ends kindly and comes back, as with an update."""
        self.house.stop()
        self.house.start()
        assert self.look().since(self.book) == (Counter(), Counter())
        self.all_are_still_in()

    def _tell(self, *what: object) -> str:
        return "\n".join([*map(str, what), "after:", *self.said[-12:]])
