"""That a session began, so that a person can tell their own sessions apart."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta

from nearer.core.moments.marks import Moment


class SessionBegun(Moment, frozen=True, kw_only=True, tag="session_begun"):
    """Sealed like everything else: which device someone uses is nobody else's to know."""

    session: UUID
    device: Annotated[str, Meta(min_length=1, max_length=60)]
