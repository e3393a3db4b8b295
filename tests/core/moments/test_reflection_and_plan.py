"""What Ben finds out about his silence, and what he means to do: small, his own, and no verdict."""

import json
from typing import get_args

import pytest

from nearer.core.moments import KINDS, BrokenMoment, Plan, Reflection, Tried, decode, encode
from nearer.core.moments.reflection import Way


def test_it_has_no_way_to_write_down_that_it_is_not_safe() -> None:
    """What cannot be kept cannot be found."""
    assert get_args(Way) == ("afraid", "dont_know", "not_now")
    for name in ("not_safe", "unsafe", ""):
        with pytest.raises(BrokenMoment):
            decode(json.dumps({"kind": "reflection", "way": name}).encode())
    assert not any("safe" in name for name in KINDS)


def test_it_takes_the_way_alone_for_an_answer() -> None:
    assert encode(Reflection(way="dont_know")) == b'{"kind":"reflection","way":"dont_know"}'
    assert Reflection(way="not_now").readings == ()


def test_it_keeps_how_each_reading_fits_in_ben_s_own_judgement() -> None:
    tried = (Tried("self_protection", "a_bit"), Tried("old_hurts", "not"))
    kept = decode(encode(Reflection(way="afraid", readings=tried)))
    assert isinstance(kept, Reflection)
    assert kept.readings == tried


def test_it_fits_a_whole_reflection_into_the_smallest_box() -> None:
    whole = Reflection(
        way="afraid",
        fears=("judged", "too_much"),
        readings=(
            Tried("self_protection", "fits"),
            Tried("old_hurts", "a_bit"),
            Tried("being_seen", "not"),
        ),
        hurts=("ridiculed", "dismissed"),
    )
    assert len(encode(whole)) < 256


@pytest.mark.parametrize(
    "moment",
    [
        Reflection(way="afraid", fears=tuple(f"fear_{n}" for n in range(13))),
        Reflection(way="afraid", fears=("Not an id",)),
        Reflection(way="afraid", readings=(Tried("old_hurts", "surely"),)),  # type: ignore[arg-type]
        Reflection(way="avoidant"),  # type: ignore[arg-type]
        Plan(cue="when I am good"),  # type: ignore[arg-type]
    ],
)
def test_it_writes_nothing_else(moment: Reflection | Plan) -> None:
    with pytest.raises(BrokenMoment):
        encode(moment)


def test_it_has_no_room_for_counting_plans() -> None:
    assert Plan.__struct_fields__ == ("cue",)
    assert KINDS["plan"].words == ("cue", "act")
