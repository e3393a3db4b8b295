"""Ways of choosing the next step: the engine's own, and what it is measured against.

Each is asked once a week and told what came of it. What no way of choosing may do in Nearer is
kept as `Rules`, and binds the oracle too: regret is what knowing better would have brought, not
what breaking a promise would have.
"""

from random import Random
from typing import Protocol

from nearer.cli.simulated import Person
from nearer.core.steps import (
    SIZES,
    TOPICS,
    Outcome,
    Size,
    Step,
    Topic,
    choose,
    height,
    highest,
    prior,
)
from nearer.core.steps.choose import COST, RUNG

Offer = tuple[Step, Size, float | None]
"""A step, its size, and the chance of going well that its chooser claims, if it claims any."""

TURNS = 2
"""The topics of so many steps are not offered again yet."""

HIGHEST_RUNG = 11.0
"""Difficulty 10 in its large size."""


class Chooser(Protocol):
    """One way of choosing, for one person."""

    def offer(self, person: Person) -> Offer:
        """Choose for this week."""

    def learn(self, outcome: Outcome) -> None:
        """Take note of what came of it."""


class Engine:
    """What Nearer does. It sees nothing of the person but outcomes."""

    def __init__(self, steps: tuple[Step, ...], chance: Random) -> None:
        self.steps, self.random = steps, chance
        self.belief = prior()
        self.past: list[Outcome] = []

    def offer(self, person: Person) -> Offer:  # noqa: ARG002 - it must not look
        """Choose from what is believed."""
        self.belief = self.belief.later(1.0)
        choice = choose(self.belief, self.steps, self.past, chance=self.random.random())
        assert choice is not None  # noqa: S101 - there are always steps on the lowest rung
        return choice.step, choice.size, choice.probability

    def learn(self, outcome: Outcome) -> None:
        """Believe a little differently."""
        self.past.append(outcome)
        self.belief = self.belief.after(outcome)


class Ladder:
    """A fixed ladder: difficulty 1 first, one rung up after each step that was done, to the top."""

    def __init__(self, steps: tuple[Step, ...], chance: Random) -> None:
        self.steps, self.random = steps, chance
        self.rung = 1.0

    def offer(self, person: Person) -> Offer:  # noqa: ARG002 - it must not look
        """Choose any step on the rung."""
        here = [step for step in self.steps if step.difficulty == self.rung]
        return self.random.choice(here), "middle", None

    def learn(self, outcome: Outcome) -> None:
        """Go on."""
        if outcome.went:
            self.rung = min(self.rung + 1.0, 10.0)


class Staircase(Ladder):
    """A ladder that minds what happens: a rung up after a good step, one down after a rough one."""

    def learn(self, outcome: Outcome) -> None:
        """Go up or down."""
        if outcome.went:
            up = 1.0 if outcome.went == "well" else -1.0
            self.rung = min(max(self.rung + up, 1.0), 10.0)


class Anything:
    """Any step in any size."""

    def __init__(self, steps: tuple[Step, ...], chance: Random) -> None:
        self.steps, self.random = steps, chance

    def offer(self, person: Person) -> Offer:  # noqa: ARG002 - it must not look
        """Draw one."""
        return self.random.choice(self.steps), self.random.choice(SIZES), None

    def learn(self, outcome: Outcome) -> None:
        """Learn nothing."""


class Rules:
    """What may be offered after what was done: one rung up at most, and the topics change."""

    def __init__(self) -> None:
        self.taken: list[Outcome] = []

    def learn(self, outcome: Outcome) -> None:
        """Keep count."""
        if outcome.went:
            self.taken.append(outcome)

    def best(self, person: Person) -> tuple[float, Topic, float]:
        """What whoever knows the truth would choose: its expected worth, its topic, its rung."""
        waits = {outcome.topic for outcome in self.taken[-TURNS:]}
        top = int(min(highest(self.taken) + RUNG, HIGHEST_RUNG))
        return max(
            (expected(person.chance(topic, rung), rung), topic, float(rung))
            for topic in TOPICS
            if topic not in waits
            for rung in range(top + 1)
        )


class Oracle:
    """Knows the true chances, also of this very week, and keeps the rules."""

    def __init__(self, steps: tuple[Step, ...], chance: Random) -> None:  # noqa: ARG002 - as all
        self.rules = Rules()
        self.steps = steps

    def offer(self, person: Person) -> Offer:
        """Choose with open eyes."""
        _, topic, rung = self.rules.best(person)
        step, size = next(
            (step, size)
            for step in self.steps
            if step.topic == topic
            for size in SIZES
            if height(step.difficulty, size) == rung
        )
        return step, size, None

    def learn(self, outcome: Outcome) -> None:
        """Keep count for the rules."""
        self.rules.learn(outcome)


CHOOSERS: dict[str, type[Engine | Ladder | Anything | Oracle]] = {
    "engine": Engine,
    "fixed_ladder": Ladder,
    "staircase": Staircase,
    "random": Anything,
    "oracle": Oracle,
}


def expected(chance: float, rung: float) -> float:
    """What a step is worth before it is taken: its rung if it goes well, a cost if it is rough."""
    return chance * rung - (1.0 - chance) * COST
