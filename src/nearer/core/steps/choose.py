"""The next step to offer: the one most likely to go well that is still a step, and why.

1. **The rung.** Nothing stands more than one rung above the highest step that went well so far;
   before one did, nothing above FIRST_RUNG.
2. **The aim.** A chance of going well within AIM. After a rough step: on a lower rung than that
   one, and at least SAFE. Where nothing fits, what comes nearest to it: the aim bends, the
   rung does not.
3. **Variety** (variability of exposure: Craske et al. 2014). Of what fits, the best is what is
   worth most: its rung times the chance of going well, less the cost of a rough step times the
   chance of that. Topic, form and step that were taken lately cost some of it.
4. **Chance** picks among those nearly as good as the best, so that the same belief does not
   always give the same step. The same chance gives the same one.

What was skipped is not looked at: skipping is free. A page that wants to offer something else
after a "not this one" leaves that step out of `steps`.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from msgspec import Struct

from nearer.core.steps.belief import Belief
from nearer.core.steps.outcome import Outcome
from nearer.core.steps.step import RISE, Size, Step, Topic

AIM = (0.80, 0.88)
"""Chances that a step is offered with. Rungs lie some 0.08 apart here, so one of them fits."""

SAFE = (0.92, 1.0)
"""The same after a rough step; what is then offered lies at 94 % in the mean."""

FIRST_RUNG = 2.0
RUNG = 1.0

COST = 5.0
"""What a rough step costs, in rungs: as much as a step on the middle rung brings by going well."""

NEARLY = 0.01
"""Where nothing fits, chances this close are equally near the aim."""

WITHIN = 0.05
"""Rungs that a step may be behind the best and still be picked by chance."""

SAME_TOPIC = (9.0, 9.0)
"""Rungs it costs to take the topic of the last step again, and of the one before: so many that
another has its turn as long as one fits."""

SAME_FORM = (0.2,)
"""The same for the form."""

SAME_STEP, LATELY = 4.0, 24
"""The same for one of the last LATELY steps. Whoever likes may repeat any, freely."""

Why = Literal["first", "after_rough", "gentlest", "rung_up", "new_topic", "went_well", "steady"]
"""What a page has a sentence for, the strongest reason first:

first        nothing was taken yet: something small to begin with
after_rough  the last one was rough, so this one is smaller; it comes with care
gentlest     nothing there is would be likelier to go well
rung_up      one rung above everything that went well so far
new_topic    nothing of this topic was taken yet
went_well    something of this topic went well, on this rung or above
steady       likely enough to go well, and still a step
"""


class Because(Struct, frozen=True):
    """Why this step: a reason, and the earlier step it goes back to, if to one."""

    why: Why
    topic: Topic
    step: str | None = None


class Choice(Struct, frozen=True):
    """A step to offer, in which size, how likely it is to go well, and why this one.

    `care`: the last one was rough. A page says something kind, and that a pause is fine too.
    """

    step: Step
    size: Size
    probability: float
    because: Because
    care: bool = False


class _Candidate(NamedTuple):
    """A step in one of its sizes, on its rung, with its chance of going well."""

    step: Step
    size: Size
    rung: float
    chance: float


def choose(
    belief: Belief, steps: Sequence[Step], past: Sequence[Outcome], *, chance: float
) -> Choice | None:
    """The next step to offer, or None if none there is stands low enough.

    `past` is every outcome so far, oldest first; `chance` a number from 0 up to 1. The same
    arguments give the same choice.
    """
    taken = [outcome for outcome in past if outcome.went is not None]
    rough = taken[-1] if taken and taken[-1].went == "rough" else None
    best = highest(taken)
    allowed = list(_allowed(belief, steps, best + RUNG, rough))
    if not allowed:
        return None
    points = _points(_nearest(allowed, SAFE if rough else AIM, best), taken)
    most = max(worth for worth, _ in points)
    picked = [candidate for worth, candidate in points if worth >= most - WITHIN]
    one = picked[min(int(chance * len(picked)), len(picked) - 1)]
    because = Because("after_rough", one.step.topic, rough.step) if rough else None
    return Choice(
        step=one.step,
        size=one.size,
        probability=one.chance,
        because=because or _because(one, taken, best),
        care=rough is not None,
    )


def highest(past: Sequence[Outcome]) -> float:
    """The highest rung on which a step went well; the one below FIRST_RUNG if none did."""
    well = [one.difficulty + RISE[one.size] for one in past if one.went == "well"]
    return max(well, default=FIRST_RUNG - RUNG)


def _allowed(
    belief: Belief, steps: Sequence[Step], top: float, rough: Outcome | None
) -> Iterator[_Candidate]:
    """Every step in every size that is on no rung too high. The lowest rung always is not."""
    known: dict[tuple[Topic, float], float] = {}
    below = max(rough.height, RUNG) if rough else float("inf")
    for step in steps:
        topic, difficulty = step.topic, step.difficulty
        for size in step.sizes:
            rung = difficulty + RISE[size]
            if rung <= top and rung < below:
                place = (topic, rung)
                if place not in known:
                    known[place] = belief.at(topic, rung)
                yield _Candidate(step, size, rung, known[place])


def _nearest(
    candidates: Sequence[_Candidate], aim: tuple[float, float], best: float
) -> list[_Candidate]:
    """Those whose chance lies within the aim, or else nearest to it.

    Above everything that went well so far, nothing is too likely to go well: it is a step.
    """
    low, high = aim
    away = [
        max(low - one.chance, 0.0 if one.rung > best else one.chance - high, 0.0)
        for one in candidates
    ]
    least = min(away)
    least += NEARLY if least else 0.0
    return [one for one, far in zip(candidates, away, strict=True) if far <= least]


def _points(
    candidates: Sequence[_Candidate], taken: Sequence[Outcome]
) -> list[tuple[float, _Candidate]]:
    """What each is worth in rungs, less what it costs that it repeats something."""
    last = taken[: -LATELY - 1 : -1]
    costs: dict[str, float] = {}  # of topics and forms together: their names differ
    for outcome, cost in zip(last, SAME_TOPIC, strict=False):
        costs[outcome.topic] = costs.get(outcome.topic, 0.0) + cost
    for outcome, cost in zip(last, SAME_FORM, strict=False):
        costs[outcome.form] = costs.get(outcome.form, 0.0) + cost
    lately = {outcome.step for outcome in last}
    return [
        (
            one.chance * (one.rung + COST)
            - COST
            - costs.get(one.step.topic, 0.0)
            - costs.get(one.step.form, 0.0)
            - (SAME_STEP if one.step.id in lately else 0.0),
            one,
        )
        for one in candidates
    ]


def _because(one: _Candidate, taken: Sequence[Outcome], best: float) -> Because:
    topic = one.step.topic
    if not taken:
        return Because("first", topic)
    if one.chance < AIM[0]:
        return Because("gentlest", topic)
    if one.rung > best:
        return Because("rung_up", topic)
    same = [outcome for outcome in reversed(taken) if outcome.topic == topic]
    if not same:
        return Because("new_topic", topic)
    for outcome in same:
        if outcome.went == "well" and outcome.height >= one.rung:
            return Because("went_well", topic, outcome.step)
    return Because("steady", topic)
