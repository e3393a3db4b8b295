"""Whether two scores differ by more than the form's usual noise (Jacobson & Truax 1991).

What is said follows evidence 5. "higher" and "lower": "Your answers are higher (lower) than before
by more than this form's usual noise. This does not show why." Nothing is said of a person.
People begin when things are bad, and then things are mostly better anyway (regression to the
mean): whoever shows a change says so once.
"""

from dataclasses import dataclass
from typing import Literal

from nearer.core.measures.form import USUAL, Measure
from nearer.core.measures.score import Score

Way = Literal["higher", "lower", "within_noise", "cannot_tell"]
"""`cannot_tell`: nobody has measured how steady scores of this form are."""

Crossed = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Change:
    """From one score to a later one, in points.

    `index` is the reliable change index, the points in standard errors of a difference. `crossed`
    says whether the two lie on two sides of the cut, reliably or not.
    """

    points: int
    way: Way
    index: float | None = None
    crossed: Crossed | None = None

    @property
    def across(self) -> Crossed | None:
        """Which way the cut was crossed by more than noise: what is called clinically significant.

        "up" is what papers call recovered. No screen says either word.
        """
        return self.crossed if self.way in ("higher", "lower") else None


def change(measure: Measure, before: Score, after: Score) -> Change:
    """What can be said of two scores of one form.

    Raises ValueError if they are of another form, or of two versions, which do not compare.
    """
    this = (measure.id, measure.version)
    if (before.measure, before.version) != this or (after.measure, after.version) != this:
        raise ValueError(f"these are not two scores of {measure.id}, version {measure.version}")
    points = after.points - before.points
    crossed: Crossed | None = None
    if before.below_cut != after.below_cut:
        crossed = "up" if before.below_cut else "down"
    if measure.noise is None:
        return Change(points, "cannot_tell", crossed=crossed)
    index = points / measure.noise
    return Change(points, _way(index), index, crossed)


def _way(index: float) -> Way:
    if abs(index) <= USUAL:
        return "within_noise"
    return "higher" if index > 0 else "lower"
