"""Words for the feeling that one hears in a letter: offered, to guess with."""

from collections.abc import Sequence

from nearer.core.feelings import Feeling, Vocabulary

MANY = 8


def offered_to_hear(named: Sequence[str], vocabulary: Vocabulary) -> tuple[Feeling, ...]:
    """Eight words: those the letter names, those near them, then as varied as can be.

    What lies near a named word is often what it stands for; nothing is worked out from the words
    of the letter, which nobody here can read.
    """
    first = [vocabulary.feeling[one] for one in named if one in vocabulary.feeling]
    near = [other for one in first for other in vocabulary.near(one)]
    words = {word.id: word for word in (*first, *near, *vocabulary.offered_order)}
    return tuple(words.values())[:MANY]
