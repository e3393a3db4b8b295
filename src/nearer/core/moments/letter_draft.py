"""A letter that is not sent yet, in its writer's own space."""

from uuid import UUID

from nearer.core.moments.courage import Receive
from nearer.core.moments.letter import Letter
from nearer.core.moments.marks import Feelings, Identifier, Moment, each_once


class LetterDraft(Moment, frozen=True, kw_only=True, tag="letter_draft"):
    """The marks of a letter to be, and the id that the letter will have.

    The id is set down before sending, so that two tabs or a second click send one letter.
    """

    letter: UUID
    feelings: Feelings = ()
    own_word: bool = False
    request: Identifier | None = None
    own_request: bool = False
    receive: Receive | None = None
    from_check_in: UUID | None = None

    def __post_init__(self) -> None:
        """Refuse the same feeling twice (ValueError)."""
        each_once("feelings", self.feelings)

    def as_letter(self) -> Letter:
        """The letter exactly as the other will have it."""
        return Letter(
            feelings=self.feelings,
            own_word=self.own_word,
            request=self.request,
            own_request=self.own_request,
            receive=self.receive,
        )
