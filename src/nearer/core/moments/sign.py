"""A sign without words: one tap that says the silence is not the end of caring."""

from nearer.core.moments.marks import Identifier, Moment


class Sign(Moment, frozen=True, kw_only=True, tag="sign"):
    """What kind of sign it is, and what would help, if anything. It has no words by design."""

    sign: Identifier
    help: Identifier | None = None
