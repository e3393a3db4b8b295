"""One question about one's own check-ins a month: whether two things went together on a day."""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import Literal, get_args

from nearer.core.insight.association import Association, same_day
from nearer.core.insight.cannot_tell import CannotTell
from nearer.core.insight.days import by_day
from nearer.core.moments import CheckIn

Question = Literal[
    "energy_pleasant", "strong_pleasant", "strong_energy", "quiet_energy", "letter_pleasant"
]
"""The first thing, then the second."""

QUESTIONS: tuple[Question, ...] = get_args(Question)

Days = Collection[date]
Value = Callable[[date, CheckIn, Days], float | None]


def _quiet(day: date, one: CheckIn, letters: Days) -> float | None:
    del day, letters
    return None if one.side is None else float(one.side == "goes_quiet")


OF: dict[str, Value] = {
    "energy": lambda _day, one, _letters: one.energy,
    "pleasant": lambda _day, one, _letters: one.pleasantness,
    "strong": lambda _day, one, _letters: one.strength,
    "letter": lambda day, _one, letters: float(day in letters),
    "quiet": _quiet,
}
"""What a check-in says of each thing; None where it says nothing."""


def answer(
    question: str, check_ins: Iterable[tuple[date, CheckIn]], letters: Days
) -> Association | CannotTell:
    """What one's own check-ins say; `letters` are the days on which one sent one.

    Raises ValueError for a question that there is not (any more).
    """
    if question not in QUESTIONS:
        raise ValueError(f"{question} is no question")
    kept = list(check_ins)
    first, second = (
        by_day(
            (day, value) for day, one in kept if (value := OF[thing](day, one, letters)) is not None
        )
        for thing in question.split("_")
    )
    return same_day(first, second)
