"""How big a step this person can take on each topic, as far as their own steps tell.

**The model.** On each topic there is a rung up to which steps tend to go well, a person's
*openness* there, on the scale of difficulty. A step on rung h goes well with the chance
logistic((openness - h) / SPREAD): the model of Rasch (1960). What we know about the six is a
normal distribution. Before any step, each is START plus a part common to all six plus a part of
its own; so what is learned on one topic tells a little about the others.

**The chance** of a step, with openness uncertain by a variance v, is
logistic((mean - h) / √(SPREAD² + πv/8)): MacKay's approximation to the logistic-normal integral
(Neural Computation 4, 1992, pages 720-736).

**The update** keeps a normal distribution with the mean and variance that the outcome gives
(moment matching, assumed-density filtering: Opper & Winther 1998; Minka 2001, ch. 3). With Z the
chance of what happened, mean' = mean + v ∂lnZ/∂mean and v' = v + v² ∂²lnZ/∂mean², and along the
covariances for the other topics. Derived from MacKay's Z, both are closed. v' stays positive
whatever comes, since v²·|∂²lnZ/∂mean²| ≤ v·(8/π)/4 < v.

**What a step leaves behind.** A good one lifts, the more the less it was to be expected; a
rough one sets back, the more it comes as a blow (expectancy violation: Craske et al. 2014; the
amounts are our judgement). Other topics share in it.

**Time** takes nothing away but certainty: week by week the covariance goes back to where it
began. That makes proposals smaller after a long silence. Old fear coming back is normal.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from math import exp, pi, sqrt

from msgspec import Struct

from nearer.core.steps.outcome import Outcome, Went
from nearer.core.steps.step import TOPICS, Size, Step, Topic, height

START = 5.5
"""Openness before anything is known, in rungs: the middle of the scale, as the scale is made for
somebody who finds such things neither easy nor hard. Not knowing makes the first step small."""

IN_COMMON, OF_ITS_OWN = 1.3, 1.4
"""Standard deviations, in rungs, of the part that all topics share and of each topic's own.

If topics have more in common than this assumes, little is lost; the other way round, more is."""

SPREAD = 1.2
"""How gradually chances fall from rung to rung; the larger, the less a single step tells."""

GROWTH, SETBACK = 1.5, 0.5
"""Rungs that a step lifts, if it goes well that was sure not to; and the other way round."""

SHARED = 0.3
"""So much of a lift or a setback reaches the other topics."""

FORGETS = 26.0
"""Weeks after which a third (1/e) of what was certain still is."""

WEEK = timedelta(weeks=1)
EVIDENCE: dict[Went, float] = {"well": 1.0, "mixed": 0.5, "rough": 0.0}
PLACE: dict[Topic, int] = {topic: place for place, topic in enumerate(TOPICS)}


class Belief(Struct, frozen=True):
    """A normal distribution of the six opennesses, in the order of TOPICS and in rungs."""

    mean: tuple[float, ...]
    covariance: tuple[tuple[float, ...], ...]

    def at(self, topic: Topic, rung: float) -> float:
        """The chance that a step of this topic on this rung goes well."""
        place = PLACE[topic]
        return _logistic((self.mean[place] - rung) * self._slope(place))

    def after(self, outcome: Outcome) -> "Belief":
        """What is believed once this came of a step; the same if it was skipped."""
        if outcome.went is None:
            return self
        place = PLACE[outcome.topic]
        slope = self._slope(place)
        chance = _logistic((self.mean[place] - outcome.height) * slope)
        along = self.covariance[place]
        gain = slope * (EVIDENCE[outcome.went] - chance)
        lost = slope * slope * chance * (1.0 - chance)
        lift = _lift(outcome.went, chance)
        mean = [
            mean + covariance * gain + SHARED * lift
            for mean, covariance in zip(self.mean, along, strict=True)
        ]
        mean[place] += (1.0 - SHARED) * lift
        return Belief(
            tuple(mean),
            tuple(
                tuple([each - lost * one * other for each, other in zip(row, along, strict=True)])
                for row, one in zip(self.covariance, along, strict=True)
            ),
        )

    def later(self, weeks: float) -> "Belief":
        """What is believed after so many weeks without a step: the same, less certainly."""
        kept = exp(-max(weeks, 0.0) / FORGETS)
        return Belief(
            self.mean,
            tuple(
                tuple([then + kept * (now - then) for now, then in zip(row, start, strict=True)])
                for row, start in zip(self.covariance, _PRIOR.covariance, strict=True)
            ),
        )

    def _slope(self, place: int) -> float:
        return 1.0 / sqrt(SPREAD * SPREAD + pi / 8.0 * self.covariance[place][place])


def prior() -> Belief:
    """What is believed of somebody who has taken no step yet."""
    return _PRIOR


def chance(belief: Belief, step: Step, size: Size) -> float:
    """The chance that this step, taken in this size, goes well."""
    return belief.at(step.topic, height(step.difficulty, size))


def believe(past: Iterable[tuple[datetime, Outcome]], *, now: datetime) -> Belief:
    """What is believed after all these outcomes, oldest first; skipped ones count for nothing.

    It takes some 25 µs for each. Where there may be hundreds, keep the belief that a step left
    (it is a value like any other) and go on from there with `later` and `after`.
    """
    belief, last = _PRIOR, None
    for at, outcome in past:
        if outcome.went is not None:
            weeks = (at - last) / WEEK if last else 0.0
            belief, last = belief.later(weeks).after(outcome), at
    return belief.later((now - last) / WEEK) if last else belief


def _lift(went: Went, chance: float) -> float:
    if went == "well":
        return GROWTH * (1.0 - chance)
    return -SETBACK * chance if went == "rough" else 0.0


def _logistic(x: float) -> float:
    """Written with both signs, so that no chance overflows far from the middle."""
    if x >= 0.0:
        return 1.0 / (1.0 + exp(-x))
    odds = exp(x)
    return odds / (1.0 + odds)


def _prior() -> Belief:
    shared, own = IN_COMMON**2, OF_ITS_OWN**2
    size = range(len(TOPICS))
    return Belief(
        (START,) * len(TOPICS),
        tuple(tuple(shared + own * (row == column) for column in size) for row in size),
    )


_PRIOR = _prior()
