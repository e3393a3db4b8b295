"""What neither Ada nor Ben can learn from a page, whatever the evening was like."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from tests.core.letters.evening import (
    ADA,
    BEN,
    Evening,
    evenings,
    has_opened,
    taken_back_in,
    without,
)

from nearer.core.letters import guess_gap, see, see_one
from nearer.core.moments import Felt, FeltGuess, Opened


@given(evening=evenings())
def test_it_shows_ada_a_page_that_does_not_depend_on_what_ben_opened(evening: Evening) -> None:
    unread = without(evening, lambda e: isinstance(e.moment, Opened) and e.author == BEN)
    assert see(evening.kept, who=ADA) == see(unread, who=ADA)


@given(evening=evenings())
def test_it_shows_ben_a_page_that_does_not_depend_on_what_ada_felt_unshared(
    evening: Evening,
) -> None:
    unfelt = without(
        evening,
        lambda e: isinstance(e.moment, Felt) and not e.moment.shared and e.author == ADA,
    )
    assert see(evening.kept, who=BEN) == see(unfelt, who=BEN)


@given(evening=evenings())
def test_it_shows_ada_a_page_that_does_not_depend_on_what_ben_guessed_unshared(
    evening: Evening,
) -> None:
    unguessed = without(
        evening,
        lambda e: isinstance(e.moment, FeltGuess) and not e.moment.shared and e.author == BEN,
    )
    assert see(evening.kept, who=ADA) == see(unguessed, who=ADA)


@given(evening=evenings())
def test_it_shows_a_guess_to_ada_only_where_she_lets_ben_see_how_it_felt(
    evening: Evening,
) -> None:
    """And without one that is shared, his guess might as well not be there."""
    for letter in see(evening.kept, who=ADA):
        if letter.mine and letter.reply and letter.reply.guess:
            assert letter.reply.felt
            assert letter.reply.felt.moment.shared  # type: ignore[attr-defined]  # a Felt
    kept = without(evening, lambda e: isinstance(e.moment, Felt) and e.moment.shared)
    unguessed = [e for e in kept if not (isinstance(e.moment, FeltGuess) and e.author == BEN)]
    assert see(kept, who=ADA) == see(unguessed, who=ADA)


@given(evening=evenings())
def test_it_shows_both_the_same_gap_or_neither(evening: Evening) -> None:
    """But for Ben's not having looked yet, which is his alone."""
    hers = {one.id: one.reply for one in see(evening.kept, who=ADA) if one.mine and one.reply}
    for letter in see(evening.kept, who=BEN):
        if letter.reply and letter.reply.mine and letter.id in hers and not letter.reply.felt_waits:
            assert guess_gap(letter.reply) == guess_gap(hers[letter.id])


@given(evening=evenings())
def test_it_shows_ben_nothing_of_what_was_taken_back_unopened_as_if_never_sent(
    evening: Evening,
) -> None:
    unseen = {
        entry.moment.about
        for entry in taken_back_in(evening)
        if entry.author == ADA and not has_opened(evening, BEN, entry.moment.about)
    }
    never_sent = without(
        evening, lambda e: e.id in unseen or getattr(e.moment, "about", None) in unseen
    )
    assert see(evening.kept, who=BEN) == see(never_sent, who=BEN)
    assert not unseen & {letter.id for letter in see(evening.kept, who=BEN)}


@given(evening=evenings())
def test_it_makes_no_difference_whether_the_row_of_a_letter_taken_back_is_still_there(
    evening: Evening,
) -> None:
    gone = {entry.moment.about for entry in taken_back_in(evening)}
    erased = without(evening, lambda e: e.id in gone)
    for who in (ADA, BEN):
        assert see(evening.kept, who=who) == see(erased, who=who)


@given(evening=evenings(), chance=st.randoms(use_true_random=False))
def test_it_does_not_depend_on_the_order_in_which_entries_are_read(
    evening: Evening, chance: Random
) -> None:
    shuffled = list(evening.kept)
    chance.shuffle(shuffled)
    for who in (ADA, BEN):
        assert see(shuffled, who=who) == see(evening.kept, who=who)


@given(evening=evenings())
def test_it_shows_one_letter_as_it_shows_it_among_all(evening: Evening) -> None:
    for letter in see(evening.kept, who=BEN):
        assert see_one(evening.kept, letter.id, who=BEN) == letter
