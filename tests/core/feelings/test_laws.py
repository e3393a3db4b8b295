"""Ben says one thing more: what that may change about the words he is offered, and what not."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.core.feelings.words import all_cues, vocabularies

from nearer.core.feelings import Cues, Feeling, Vocabulary, suggest
from nearer.core.feelings.suggest import speaking_against, speaking_for

ALL = 100


@st.composite
def one_more(draw: st.DrawFn) -> tuple[Cues, Cues]:
    """Some cues, and the same with one more: a body cue, or something not said before."""
    more = draw(all_cues)
    said = [name for name in Cues.__dataclass_fields__ if getattr(more, name) not in (None, ())]
    assume(said)
    name = draw(st.sampled_from(said))
    less: Any = {name: more.body[:-1] if name == "body" else None}
    return replace(more, **less), more


def words(cues: Cues, vocabulary: Vocabulary, limit: int = 7) -> list[Feeling]:
    return [offer.feeling for offer in suggest(cues, vocabulary, limit)]


def against(cues: Cues, offered: list[Feeling]) -> int:
    """How many of these cues speak against the least consistent word of a list."""
    return max(speaking_against(cues, word) for word in offered)


def for_it(cues: Cues, word: Feeling) -> int:
    return len(list(speaking_for(cues, word)))


@given(cues=all_cues, vocabulary=vocabularies())
def test_it_offers_the_same_words_each_time(cues: Cues, vocabulary: Vocabulary) -> None:
    turned = replace(cues, body=tuple(reversed(cues.body)))
    assert words(cues, vocabulary) == words(cues, vocabulary) == words(turned, vocabulary)


@given(cues=all_cues, vocabulary=vocabularies())
def test_it_leaves_out_no_word_that_is_more_consistent_than_one_it_offers(
    cues: Cues, vocabulary: Vocabulary
) -> None:
    offered = words(cues, vocabulary)
    in_family = vocabulary.by_family.get(cues.family or "", vocabulary.feelings)
    for word in in_family:
        if word not in offered and offered:
            assert speaking_against(cues, word) >= against(cues, offered)
            same = speaking_against(cues, word) == against(cues, offered)
            assert not same or for_it(cues, word) <= for_it(cues, offered[-1])


@given(two=one_more(), vocabulary=vocabularies())
def test_it_never_gives_up_what_ben_said_before_for_what_he_says_now(
    two: tuple[Cues, Cues], vocabulary: Vocabulary
) -> None:
    before, more = two
    first, then = words(before, vocabulary), words(more, vocabulary)
    assume(first and then)
    can_be_taken_in = against(more, then) == against(before, first)
    if can_be_taken_in:
        assert against(before, then) == against(before, first)
    elif more.family == before.family:
        assert against(before, then) <= against(before, first) + 1


@given(two=one_more(), vocabulary=vocabularies())
def test_it_keeps_a_word_that_the_new_cue_speaks_for(
    two: tuple[Cues, Cues], vocabulary: Vocabulary
) -> None:
    before, more = two
    then = words(more, vocabulary)
    for word in words(before, vocabulary):
        if for_it(more, word) > for_it(before, word):
            assert word in then


@given(two=one_more(), vocabulary=vocabularies())
def test_it_turns_no_two_words_round_unless_the_new_cue_does(
    two: tuple[Cues, Cues], vocabulary: Vocabulary
) -> None:
    before, more = two
    then = words(more, vocabulary, ALL)
    still = [word for word in words(before, vocabulary, ALL) if word in then]
    for earlier, later in pairwise(still):
        gains = [for_it(more, word) - for_it(before, word) for word in (earlier, later)]
        assert gains[1] > gains[0] or then.index(earlier) < then.index(later)


@given(cues=all_cues, vocabulary=vocabularies())
def test_it_gives_as_reasons_only_what_ben_has_said(cues: Cues, vocabulary: Vocabulary) -> None:
    for offer in suggest(cues, vocabulary):
        for reason in offer.because:
            said = getattr(cues, reason.cue)
            assert said is not None
            assert reason.cue != "body" or reason.value in cues.body
        assert len(set(offer.because)) == len(offer.because)
