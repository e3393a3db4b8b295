"""Whether Ben's answers moved by more than the form does by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from tests.core.measures.forms import CSI_4, CSI_16, FELT, MEASURES, answered

from nearer.core.measures import Change, Measure, change
from nearer.core.measures.form import USUAL, standard_error_of_difference


@pytest.mark.parametrize(
    ("measure", "before", "after", "index", "way", "crossed", "across"),
    [
        (CSI_16, 48, 58, 2.941, "higher", "up", "up"),
        (CSI_16, 48, 54, 1.765, "within_noise", "up", None),
        (CSI_16, 60, 52, -2.353, "lower", None, None),
        (CSI_4, 11, 14, 2.165, "higher", "up", "up"),
        (CSI_4, 14, 12, -1.443, "within_noise", "down", None),
        (CSI_4, 8, 11, 2.165, "higher", None, None),
    ],
)
def test_it_says_what_the_evidence_says_of_two_scores(
    measure: Measure,
    before: int,
    after: int,
    index: float,
    way: str,
    crossed: str | None,
    across: str | None,
) -> None:
    found = change(measure, answered(measure, before), answered(measure, after))
    assert found.index == pytest.approx(index, abs=0.0005)
    assert (found.points, found.way) == (after - before, way)
    assert (found.crossed, found.across) == (crossed, across)


@pytest.mark.parametrize(
    ("sd", "reliability", "noise", "usual"),
    [
        (32, 0.98, 6.4, 12.544),
        (17, 0.98, 3.4, 6.664),
        (4, 0.94, 1.3856, 2.716),
        (17, 0.90, 7.603, 14.90),
        (4, 0.90, 1.789, 3.51),
        (17, 0.85, 9.311, 18.25),
        (4, 0.85, 2.191, 4.29),
    ],
)
def test_it_knows_how_much_a_score_moves_by_itself(
    sd: float, reliability: float, noise: float, usual: float
) -> None:
    found = standard_error_of_difference(sd, reliability)
    assert found == pytest.approx(noise, abs=0.0006)
    assert found * USUAL == pytest.approx(usual, abs=0.006)


def test_it_needs_three_points_of_the_short_form_and_seven_of_the_long_one() -> None:
    assert (CSI_4.points_needed, CSI_16.points_needed) == (3, 7)
    assert FELT.points_needed is None


@given(st.sampled_from([CSI_4, CSI_16]), st.integers(0, 21), st.integers(0, 21))
def test_it_is_the_same_both_ways(measure: Measure, one: int, other: int) -> None:
    there = change(measure, answered(measure, one), answered(measure, other))
    back = change(measure, answered(measure, other), answered(measure, one))
    mirror = {"higher": "lower", "lower": "higher", "up": "down", "down": "up"}
    assert back.points == -there.points
    assert back.way == mirror.get(there.way, there.way)
    assert back.across == (mirror[there.across] if there.across else None)
    assert (there.way != "within_noise") == (abs(one - other) >= (measure.points_needed or 99))


def test_it_cannot_tell_where_nobody_measured_the_noise() -> None:
    assert change(FELT, answered(FELT, 0), answered(FELT, 12)) == Change(12, "cannot_tell")


def test_it_does_not_compare_two_forms_or_two_versions() -> None:
    for other in (CSI_16, structs.replace(CSI_4, version=CSI_4.version + 1)):
        for two in ((CSI_4, other), (other, CSI_4)):
            with pytest.raises(ValueError, match="not two scores of csi_4"):
                change(CSI_4, *(answered(one, 10) for one in two))


def test_it_has_a_cut_that_no_score_is_on() -> None:
    assert all(one.cut is None or one.cut % 1 == 0.5 for one in MEASURES.values())
