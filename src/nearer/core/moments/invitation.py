"""That one has made an invitation. Its link is in the words box."""

from uuid import UUID

from nearer.core.moments.marks import Moment


class Invitation(Moment, frozen=True, kw_only=True, tag="invitation"):
    """Lets the inviter show the link again. Only their browser can open it."""

    invite: UUID
