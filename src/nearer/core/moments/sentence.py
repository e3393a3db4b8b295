"""Say it: one feeling, one reason, one request, made for oneself; and coming back to it."""

from uuid import UUID

from nearer.core.moments.marks import Identifier, Moment, ZeroToTen


class Sentence(Moment, frozen=True, kw_only=True, tag="sentence"):
    """What somebody could say to the other: I feel ..., because .... Would you ...?

    Words: an own word for the feeling, the reason, and an own request, which goes on from "Would
    you". A feeling or an own word is there; reason and request may be left out. It may become a
    letter, whole or in part, which is then a copy: nobody sees that this was there before.
    `sure`: how sure one is that one could say it, 0 not at all, 10 as sure as can be. The belief
    that one can, for one act at a time, is what Bandura (1977) calls self-efficacy.
    """

    feeling: Identifier | None = None
    own_word: bool = False
    request: Identifier | None = None
    from_check_in: UUID | None = None
    sure: ZeroToTen | None = None

    def __post_init__(self) -> None:
        """Refuse a sentence without a feeling (ValueError)."""
        if not (self.feeling or self.own_word):
            raise ValueError("feeling: neither a feeling nor an own word")


class SentenceMark(Moment, frozen=True, kw_only=True, tag="sentence_mark"):
    """Coming back to a sentence: how sure one is by now, or that it was said aloud."""

    about: UUID
    sure: ZeroToTen | None = None
    said: bool = False

    def __post_init__(self) -> None:
        """Refuse a mark that says nothing (ValueError)."""
        if self.sure is None and not self.said:
            raise ValueError("sure: nothing is said")
