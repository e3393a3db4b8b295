"""A letter to somebody with no account, as its writer and as its reader keep it. Never shared.

What was chosen and written is in the words box, all of it: the letter itself is sealed under a link
that no server sees, and a copy whose marks told its feeling would tell what the letter hides.
"""

from uuid import UUID

from nearer.core.moments.marks import Moment

LETTER_PARTS = ("from_name", "start", "feeling", "reason", "request")
ANSWER_PARTS = ("sign", "feeling", "words")


class LetterByLink(Moment, frozen=True, kw_only=True, tag="letter_by_link"):
    """The writer's own copy. Its words hold the link, too, to be shown again."""

    letter: UUID


class AnswerByLink(Moment, frozen=True, kw_only=True, tag="answer_by_link"):
    """What came back, once its reader has opened it. `about` is the writer's copy."""

    about: UUID


class LetterKept(Moment, frozen=True, kw_only=True, tag="letter_kept"):
    """A letter that came by a link, with what its reader answered, kept by that reader."""
