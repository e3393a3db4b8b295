"""What somebody has chosen for themselves."""

from typing import Annotated

from msgspec import Meta

from nearer.core.moments.marks import Minutes, Moment, Side

ZoneName = Annotated[str, Meta(pattern=r"\A[A-Za-z][A-Za-z0-9_+/-]{0,63}\Z")]
"""The name of a time zone. Whether there is such a zone is for the one who uses it to find out."""


class Preferences(Moment, frozen=True, kw_only=True, tag="preferences"):
    """The newest one counts. `usual_side` is where someone mostly is, never what they are."""

    idle_minutes: Minutes
    time_zone: ZoneName
    usual_side: Side | None = None
