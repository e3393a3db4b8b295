"""What marks are made of: the base of every moment and the bounds of its fields.

Bounds are checked when a moment is written and when it is read, not when it is made in memory:
checking twice would double the cost of reading ten years of them. Rules that span two fields
are plain Python in `__post_init__` and hold from the start.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct


class Moment(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind"):
    """The base of every kind of moment.

    A field left at its default is not written. Every default therefore means "not said" and may
    never change. The gain is that most moments fit the smallest box of 256 bytes, so their size
    tells nothing; the price is that a default is for ever. Fields that this version does not
    know are passed over, so that an older reader can open what a newer one wrote.
    """


Identifier = Annotated[str, Meta(pattern=r"\A[a-z][a-z0-9_]{0,39}\Z")]
"""The id of something in `content/`: it outlives the words shown for it and their language."""

Feelings = Annotated[tuple[Identifier, ...], Meta(max_length=3)]
"""Up to three feelings, the one that fits best first."""

BodyCues = Annotated[tuple[Identifier, ...], Meta(max_length=12)]

ZeroToTen = Annotated[int, Meta(ge=0, le=10)]
OneToTen = Annotated[int, Meta(ge=1, le=10)]
ZeroToFour = Annotated[int, Meta(ge=0, le=4)]
Minutes = Annotated[int, Meta(ge=1, le=60)]

Side = Literal["goes_quiet", "waits"]
"""Which side of the silence someone is on right now. Anyone may be on either."""


def each_once(name: str, ids: tuple[str, ...]) -> None:
    """Raise ValueError if the field of that name holds the same id twice."""
    if len(set(ids)) != len(ids):
        raise ValueError(f"{name}: the same one twice")
