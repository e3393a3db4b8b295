"""How often what Ben feared came, beside how likely it had seemed to him."""

import pytest

from nearer.core.steps import ENOUGH, Feared, Tally, tally


def test_it_says_nothing_before_ben_can_tell_of_five_steps() -> None:
    few: list[Feared] = ["not", "not", "partly", "not"]
    assert tally([50] * 4, few) is None
    assert tally([50] * 6, [*few, "cannot_tell", "cannot_tell"]) is None
    assert tally([], []) is None
    assert ENOUGH == 5


def test_it_lays_what_came_beside_what_was_expected() -> None:
    found = tally([80, 60, 70, 90, 50, 100], ["not", "not", "partly", "not", "not", "not"])
    assert isinstance(found, Tally)
    assert (found.came, found.partly, found.steps) == (1, 1, 6)
    assert (found.low, found.high) == pytest.approx((0.019, 0.558), abs=0.001)
    assert found.expected == pytest.approx(0.75)


def test_it_makes_nothing_look_safer_than_it_was() -> None:
    in_part = tally([50] * 5, ["partly"] * 5)
    whole = tally([50] * 5, ["happened"] * 5)
    assert in_part
    assert whole
    assert (in_part.came, in_part.low, in_part.high) == (whole.came, whole.low, 1.0)


def test_it_leaves_out_on_both_sides_what_ben_cannot_tell() -> None:
    came: list[Feared] = ["not", "not", "not", "not", "not", "cannot_tell"]
    found = tally([10, 10, 10, 10, 10, 100], came)
    assert found
    assert found.steps == 5
    assert found.expected == pytest.approx(0.1)


def test_it_refuses_expectations_without_outcomes() -> None:
    with pytest.raises(ValueError, match="shorter"):
        tally([10, 20], ["not"])
