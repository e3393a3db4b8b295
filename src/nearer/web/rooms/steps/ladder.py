"""What a person's ladder holds: the steps of the content, their own, and what they kept of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID, uuid5

from nearer.content import steps as steps_of_content
from nearer.core.moments import (
    ChosenStep,
    Expectation,
    Moment,
    OwnStep,
    StepOutcome,
    StepSkipped,
)
from nearer.core.steps import SIZES, Size, Step
from nearer.store.log import Entry, Log

OUTCOMES = 500
"""Outcomes that belief looks back on: ten years of one a week. All of it takes some 30 ms."""

TAKEN, SKIPPED = 50, 24
"""Steps and skips that the offer looks at; the export has them all."""

OWN = 100

STEPS = UUID("3f1c6a52-9a0e-4d0b-8b1e-6d7c2f0a9e41")
"""The name space of steps. What is made from it means nothing without a person's marks key."""


@dataclass(frozen=True)
class Shown:
    """A step in one size, as a page shows it. `entry` has the words of an own one.

    `key` stands for it in addresses, which a browser lists for whoever looks: it says nothing.
    """

    size: Size
    step: Step | None
    entry: Entry | None = None
    key: UUID | None = None

    @property
    def text(self) -> str:
        """What to do, in this size."""
        return self.step.text(self.size) if self.step else ""

    @property
    def smaller(self) -> Size | None:
        """The next smaller size, if there is one."""
        return self._size_by(-1)

    @property
    def bigger(self) -> Size | None:
        """The next bigger size, if there is one."""
        return self._size_by(1)

    def _size_by(self, by: int) -> Size | None:
        place = SIZES.index(self.size) + by
        several = self.step is not None and not self.step.own
        return SIZES[place] if several and 0 <= place < len(SIZES) else None


class Ladder:
    """One person's ladder, read as far as a page needs it."""

    def __init__(self, log: Log) -> None:
        self._log = log

    def newest(self, *kinds: type[Moment], limit: int) -> list[Entry]:
        """The newest entries of some kinds of one's own space."""
        return self._log.read(self._log.own, kinds, limit=limit)

    @cached_property
    def outcomes(self) -> list[Entry]:
        """What came of the newest steps."""
        return self.newest(StepOutcome, limit=OUTCOMES)

    @cached_property
    def walked(self) -> list[Entry]:
        """All that the offer looks at."""
        taken = self.newest(Expectation, limit=TAKEN)
        return [*self.outcomes, *taken, *self.newest(StepSkipped, limit=SKIPPED)]

    @cached_property
    def own(self) -> dict[str, Entry]:
        """One's own steps, by the id that they have as steps."""
        return {str(one.id): one for one in self.newest(OwnStep, limit=OWN)}

    @cached_property
    def steps(self) -> dict[str, Step]:
        """Every step there is for this person, by id."""
        return of_content() | {step.id: step for step in _as_steps(self.own.values())}

    def key(self, step: str) -> UUID:
        """What stands for a step in this person's addresses: of an own one, its record's id."""
        if step in self.own:
            return self.own[step].id
        return self._log.only_id(self._log.own, Expectation, uuid5(STEPS, step))

    def with_key(self, key: UUID, size: Size | None) -> Shown | None:
        """The step of this ladder that this key stands for, in a size."""
        found = next((step for step in self.steps if self.key(step) == key), None)
        return self.shown(found, size) if found else None

    def shown(self, step: str, size: Size | None = None) -> Shown | None:
        """A step of this ladder in a size; in its middle one where that size is none of its own."""
        found = self.steps.get(step)
        if found is None:
            return None
        chosen = size if size in found.sizes else "middle"
        return Shown(chosen or "middle", found, self.own.get(step), self.key(step))

    def then(self, taken: Entry, chosen: ChosenStep) -> Shown:
        """A step that was taken, as it may be shown now: of an own one the words were copied.

        One that has left the content since has no words any more.
        """
        own = _is_id(chosen.step)
        step = None if own else of_content().get(chosen.step)
        return Shown(chosen.size, step, taken if own else None)


def of_content() -> dict[str, Step]:
    """The steps of the content, by id."""
    return {step.id: step for step in steps_of_content()}


def _as_steps(own: Iterable[Entry]) -> Iterable[Step]:
    """Own steps as the core has them. They need nobody's leave, so they are offered alone too."""
    for one in own:
        moment = one.moment
        if isinstance(moment, OwnStep):
            yield Step(
                id=str(one.id),
                topic=moment.topic,
                form=moment.form,
                difficulty=moment.difficulty,
                alone=True,
                own=True,
            )


def _is_id(step: str) -> bool:
    try:
        UUID(step)
    except ValueError:
        return False
    return True
