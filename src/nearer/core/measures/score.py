"""A score: the sum of all answers, or none."""

from collections.abc import Mapping
from dataclasses import dataclass

from nearer.core.measures.form import Measure, Pair


@dataclass(frozen=True, slots=True)
class Score:
    """What a whole form adds up to, in points, and each pair of items that it adds up too.

    `below_cut` is about the answers, never about the person (evidence 5). `care`: show where help
    is, once and kindly.
    """

    measure: str
    version: int
    points: int
    below_cut: bool = False
    care: bool = False
    pairs: Mapping[Pair, int] | None = None
    pairs_over: tuple[Pair, ...] = ()


def score(measure: Measure, answers: Mapping[str, int | None]) -> Score | None:
    """The score of a form, from what each item's answer counts.

    None as long as an answer is missing: nothing is filled in for anybody (evidence 5). Raises
    ValueError for an item that the form does not have, and for points that no answer counts.
    """
    known = {item.id: item.answers.most for item in measure.items}
    given = {item: points for item, points in answers.items() if points is not None}
    for item, points in given.items():
        if item not in known or not 0 <= points <= known[item]:
            raise ValueError(f"{item}: {points} is no answer of {measure.id}")
    if given.keys() != known.keys():
        return None
    total, pairs = sum(given.values()), _pairs(measure, given)
    least = measure.pair_from
    return Score(
        measure=measure.id,
        version=measure.version,
        points=total,
        below_cut=measure.cut is not None and total < measure.cut,
        care=measure.care_from is not None and total >= measure.care_from,
        pairs=pairs or None,
        pairs_over=tuple(p for p, points in pairs.items() if least is not None and points >= least),
    )


def _pairs(measure: Measure, given: Mapping[str, int]) -> dict[Pair, int]:
    pairs: dict[Pair, int] = {}
    for item in measure.items:
        if item.pair is not None:
            pairs[item.pair] = pairs.get(item.pair, 0) + given[item.id]
    return pairs
