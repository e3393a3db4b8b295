"""The forms that the tests of measures take their numbers from."""

from nearer.content import measures
from nearer.core.measures import Measure, Score, score

MEASURES = {measure.id: measure for measure in measures()}
CSI_4, CSI_16 = MEASURES["csi_4"], MEASURES["csi_16"]
PHQ_4, FELT = MEASURES["phq_4"], MEASURES["felt"]


def answered(measure: Measure, points: int) -> Score:
    """The score of somebody whose answers add up to so many points."""
    left, answers = points, {}
    for item in measure.items:
        answers[item.id] = min(left, item.answers.most)
        left -= answers[item.id]
    assert left == 0
    scored = score(measure, answers)
    assert scored is not None
    return scored
