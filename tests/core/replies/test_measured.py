"""How good the rules are: measured once on the half that nobody looked at, and held from then on.

Measured on 2026-11-22, when the rules had been written with the first half (346 drafts) alone:

    other half, 325 drafts              precision  recall
    each remark, by the rule it names        .862    .957
    each draft, remarked on or not           .945    .981

The targets were .90 and .75. Remark by remark, precision misses its target: about one remark in
seven names a rule that the draft was not written to break. (Of the drafts that are remarked on, one
in twenty is fine.) The other half was not looked at for that, and the rules stay as they were.
"""

from tests.core.replies.drafts import FIRST_HALF, OTHER_HALF
from tests.core.replies.measure import measure


def test_it_finds_in_the_half_that_nobody_looked_at_what_it_found_then() -> None:
    now = measure(OTHER_HALF)
    assert now.precision >= 0.86
    assert now.recall >= 0.95
    assert now.drafts_precision >= 0.94
    assert now.drafts_recall >= 0.98


def test_it_finds_in_the_half_it_was_written_with_what_it_found_then() -> None:
    now = measure(FIRST_HALF)
    assert now.precision >= 0.98
    assert now.recall >= 0.98


def test_it_measures_on_halves_that_share_nothing() -> None:
    assert not set(FIRST_HALF) & set(OTHER_HALF)
    assert 0.45 < len(OTHER_HALF) / (len(FIRST_HALF) + len(OTHER_HALF)) < 0.55
