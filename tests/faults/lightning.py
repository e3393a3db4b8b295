"""Kills a server at moments that chance chooses, while somebody is in the middle of something."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Timer
from time import monotonic
from typing import TYPE_CHECKING

from tests.faults.phone import Answer, Torn

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.e2e.house import House

REACH = 2.0  # how far past the usual length of an act a kill may fall: about every second one hits
FIRST = 0.1  # seconds that an act is taken to last until one of its kind got through
FURTHER = 1.2  # how much longer it is taken to last after a try that did not get through
AT_ONCE = 0.15  # how often an act that got through is followed by a kill in the same instant


@dataclass
class Lightning:
    """SIGKILL for the server and its workers, before, inside and right after an act."""

    house: House
    chance: Random
    strikes: int = 0
    torn: int = 0
    usual: dict[str, float] = field(default_factory=dict)

    def during(self, name: str, act: Callable[[], Answer]) -> Answer | None:
        """Do it, with a kill on its way. None if no answer came. The server runs again after."""
        usual = self.usual.setdefault(name, FIRST)
        timer = Timer(self.chance.uniform(0, REACH * usual), self.house.kill)
        began = monotonic()
        timer.start()
        try:
            answer = act()
        except Torn:
            answer = None
        took = monotonic() - began
        timer.cancel()
        timer.join()
        self.usual[name] = usual * FURTHER if answer is None else (usual + took) / 2
        if answer is not None and self.chance.random() < AT_ONCE:
            self.house.kill()
        assert answer or self.house.process is None, "the server broke off without being killed"
        if self.house.process is None:
            self.strikes += 1
            self.torn += answer is None
            self.house.start()
        return answer
