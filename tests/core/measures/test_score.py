"""What Ada's answers add up to, and when they add up to nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.measures.forms import CSI_4, CSI_16, FELT, MEASURES, PHQ_4, answered

from nearer.core.measures import Measure, score


@pytest.mark.parametrize(
    ("measure", "most"), [(CSI_4, 21), (CSI_16, 81), (PHQ_4, 12), (FELT, 12)], ids=str
)
def test_it_has_the_range_that_its_source_says(measure: Measure, most: int) -> None:
    assert measure.most == most
    assert answered(measure, 0).points == 0
    assert answered(measure, most).points == most


@given(st.sampled_from(list(MEASURES.values())), st.data())
def test_it_is_the_sum_of_all_answers_or_nothing(measure: Measure, data: st.DataObject) -> None:
    answers = {
        item.id: data.draw(st.none() | st.integers(0, item.answers.most)) for item in measure.items
    }
    given = [points for points in answers.values() if points is not None]
    scored = score(measure, answers)
    if len(given) < len(measure.items):
        assert scored is None
    else:
        assert scored is not None
        assert scored.points == sum(given)


def test_it_fills_in_nothing_for_ada() -> None:
    answers = dict.fromkeys((item.id for item in CSI_4.items), 3)
    assert score(CSI_4, answers) is not None
    assert score(CSI_4, {**answers, "csi_12": None}) is None
    del answers["csi_12"]
    assert score(CSI_4, answers) is None


@pytest.mark.parametrize("answers", [{"csi_2": 1}, {"csi_1": 7}, {"csi_12": 6}, {"csi_12": -1}])
def test_it_refuses_what_nobody_can_have_answered(answers: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="is no answer of csi_4"):
        score(CSI_4, answers)


@pytest.mark.parametrize(("measure", "under"), [(CSI_4, 13), (CSI_16, 51)], ids=str)
def test_it_knows_on_which_side_of_the_cut_answers_lie(measure: Measure, under: int) -> None:
    assert answered(measure, under).below_cut
    assert not answered(measure, under + 1).below_cut
    assert not answered(PHQ_4, 0).below_cut


def test_it_shows_where_help_is_from_six_points_on() -> None:
    assert not answered(PHQ_4, 5).care
    assert answered(PHQ_4, 6).care
    assert not answered(CSI_4, 21).care


def test_it_adds_up_the_two_pairs_of_the_phq_by_themselves() -> None:
    scored = score(PHQ_4, {"phq_nervous": 1, "phq_worry": 2, "phq_interest": 2, "phq_down": 0})
    assert scored is not None
    assert scored.pairs == {"anxiety": 3, "depression": 2}
    assert scored.pairs_over == ("anxiety",)
    assert answered(CSI_4, 9).pairs is None
