"""What a small step is, and where one's own stands on the ladder."""

from collections.abc import Iterable
from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct

Topic = Literal["emotions", "fears", "insecurities", "dreams", "goals", "experiences"]
"""What a step is about: the six that the article names."""

Form = Literal["write", "say", "ask", "together"]
"""What one does: write something, say it, ask it, or do something with the other."""

Size = Literal["small", "middle", "large"]

Than = Literal["easier", "same", "harder"]
"""How one's own step compares with another."""

TOPICS: tuple[Topic, ...] = get_args(Topic)
FORMS: tuple[Form, ...] = get_args(Form)
SIZES: tuple[Size, ...] = get_args(Size)

LOWEST, HIGHEST = 1.0, 10.0
"""The ends of the scale of difficulty. A rung of the ladder is one point of it."""

RISE: dict[Size, float] = {"small": -1.0, "middle": 0.0, "large": 1.0}
"""How many rungs a size lifts a step."""

COMPARED_WITH = (4.0, 7.0)
"""Where the two steps stand that one's own is best compared with: they cut the scale in three."""

Difficulty = Annotated[float, Meta(ge=LOWEST, le=HIGHEST)]


class Step(Struct, frozen=True, kw_only=True):
    """Something small that shows a little of what is inside, in three sizes.

    `difficulty` is 1 to 10, for somebody who finds such things neither easy nor hard. `safety`
    is read before a step that opens something the other may not be kind to. `alone`: the partner
    is not needed for it. One's `own` step has one size, and its words are sealed, thus empty.
    """

    id: str
    topic: Topic
    form: Form
    difficulty: Difficulty
    title: str = ""
    small: str = ""
    middle: str = ""
    large: str = ""
    safety: str | None = None
    alone: bool = False
    own: bool = False

    @property
    def sizes(self) -> tuple[Size, ...]:
        """The sizes it comes in."""
        return ("middle",) if self.own else SIZES

    def text(self, size: Size) -> str:
        """What a person reads."""
        return {"small": self.small, "middle": self.middle, "large": self.large}[size]


def height(difficulty: float, size: Size) -> float:
    """On which rung a step of this difficulty stands in this size, 0 to 11."""
    return difficulty + RISE[size]


class Compared(Struct, frozen=True):
    """That one's own step is `than` one of this difficulty: easier, the same, harder."""

    than: Than
    difficulty: Difficulty


def to_compare(steps: Iterable[Step]) -> tuple[Step, ...]:
    """The two steps that one's own is best compared with; fewer if there are fewer."""
    left = list(steps)
    found = []
    for place in COMPARED_WITH:
        if left:
            found.append(min(left, key=lambda step: abs(step.difficulty - place)))
            left.remove(found[-1])
    return tuple(found)


def place_between(first: Compared, second: Compared) -> float:
    """The difficulty of one's own step, from comparing it with two others.

    Halfway between the two if it is harder than one and easier than the other, also if they
    stand the other way round: who takes the step knows better. Beyond both: one rung further.
    The same as one of them: there.
    """
    compared = (first, second)
    same = [one.difficulty for one in compared if one.than == "same"]
    under = [one.difficulty for one in compared if one.than == "harder"]
    over = [one.difficulty for one in compared if one.than == "easier"]
    if same:
        place = sum(same) / len(same)
    elif under and over:
        place = (under[0] + over[0]) / 2
    else:
        place = max(under) + 1 if under else min(over) - 1
    return min(HIGHEST, max(LOWEST, place))
