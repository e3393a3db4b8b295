"""Simulated people who take steps, so that a way of choosing can be judged before anyone does.

**A person** has an openness for each topic, in rungs: a part common to all six (normal around
5.5, SD 1.5) and a part for each topic (SD 1). A step on rung h goes well with the chance
logistic((openness - h) / slope), slope 1.

**A week** brings one offer. It is skipped with the chance logistic(-1.2 - 0.5 (openness - h)):
one in twenty well below one's openness, one in four at it, more above. In a bad week (one in ten)
openness is lower by 1.5 while it lasts. Besides, it wanders (SD 0.15 a week, for each topic).

**Afterwards.** A step that goes well lifts its topic by 1.5 times the chance it had of going
rough; a rough one lowers it by 0.5 times the chance it had of going well; other topics move by 0.3
of that. What is expected anyway teaches little (expectancy violation: Craske et al. 2014).

The numbers are plausible and no more: nobody has measured them.
"""

from dataclasses import dataclass
from math import exp
from random import Random

from nearer.core.steps import TOPICS, Topic

MEAN = 5.5
LOWER = 1.5
SKIPS, SKIPS_LESS = -1.2, -0.5
REACHES_OTHERS = 0.3
PLACE: dict[Topic, int] = {topic: place for place, topic in enumerate(TOPICS)}


@dataclass(frozen=True, slots=True)
class World:
    """What people are like. By default much as the engine assumes; it knows of no bad weeks."""

    means: str
    slope: float = 1.0
    growth: float = 1.5
    setback: float = 0.5
    common: float = 1.5
    own: float = 1.0
    wanders: float = 0.15
    bad: float = 0.1
    stays_bad: float = 0.1


WORLDS = {
    "as_assumed": World("people are much as the engine takes them to be"),
    "noisy": World("a flatter slope: openness says less about what will go well", slope=1.6),
    "no_growth": World("good steps lift nobody, rough ones weigh twice", growth=0.0, setback=1.0),
    "jumpy": World(
        "topics have little in common, openness jumps, bad weeks come in a row",
        common=0.8,
        own=1.6,
        wanders=0.35,
        stays_bad=0.6,
    ),
}


class Person:
    """One simulated person, and what fate has in store, the same under every way of choosing."""

    def __init__(self, world: World, seed: str) -> None:
        self.world = world
        self.fate = Random(seed)  # noqa: S311 - a simulation is repeated, not kept secret
        common = self.fate.gauss(MEAN, world.common)
        self.openness = [common + self.fate.gauss(0.0, world.own) for _ in TOPICS]
        self.bad = False
        self.draws = (0.0, 0.0)

    def week(self) -> None:
        """Let a week begin. It takes the same number of draws whatever was done before."""
        world, fate = self.world, self.fate
        self.bad = fate.random() < (world.stays_bad if self.bad else world.bad)
        self.openness = [each + fate.gauss(0.0, world.wanders) for each in self.openness]
        self.draws = (fate.random(), fate.random())

    def chance(self, topic: Topic, rung: float) -> float:
        """The true chance that a step of this topic on this rung goes well this week."""
        return logistic(self._margin(topic, rung) / self.world.slope)

    def skips(self, topic: Topic, rung: float) -> bool:
        """Whether such a step is passed over this week."""
        return self.draws[0] < logistic(SKIPS + SKIPS_LESS * self._margin(topic, rung))

    def takes(self, topic: Topic, rung: float) -> bool:
        """Take such a step, and say whether it went well. Openness is changed by it."""
        chance = self.chance(topic, rung)
        well = self.draws[1] < chance
        lift = self.world.growth * (1.0 - chance) if well else -self.world.setback * chance
        self.openness = [each + REACHES_OTHERS * lift for each in self.openness]
        self.openness[PLACE[topic]] += (1.0 - REACHES_OTHERS) * lift
        return well

    def _margin(self, topic: Topic, rung: float) -> float:
        """By how much openness is above the rung this week."""
        return self.openness[PLACE[topic]] - rung - (LOWER if self.bad else 0.0)


def logistic(x: float) -> float:
    """The logistic function."""
    return 1.0 / (1.0 + exp(-x)) if x > 0.0 else exp(x) / (1.0 + exp(x))
