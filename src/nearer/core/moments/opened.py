"""That one has opened a letter or a reply. A note to oneself, never a read receipt."""

from uuid import UUID

from nearer.core.moments.marks import Moment


class Opened(Moment, frozen=True, kw_only=True, tag="opened"):
    """Written to the reader's own space only: in the couple's, the writer could read it."""

    about: UUID
