"""From versions and signatures to what one of the two sees of their agreement.

In force is the version that both have signed last, while neither has withdrawn and its text is
there. An older one never comes back by itself: what was agreed on anew took its place.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Generic, Literal
from uuid import UUID

from nearer.core.letters import Shown, shown
from nearer.core.letters.seen import E
from nearer.core.moments import Agreement, AgreementLooked, AgreementSigned, Opened, TakenBack

LONGEST = timedelta(days=730)
"""An agreement is looked at again within two years."""

FADES = timedelta(days=7)
"""So long the day for looking again waits on Today. After it, it is not brought up any more."""

Standing = Literal["in_force", "withdrawn", "before", "proposed", "removed"]
"""`withdrawn`: signed by both, and not in force now. `before`: signed by both, until the next."""


@dataclass(frozen=True, slots=True)
class SeenVersion(Generic[E]):
    """One version as one of the two sees it, and who has signed it.

    A signature that was withdrawn is no signature. `agreed` is when the second of both signed.
    """

    version: Shown[E]
    standing: Standing
    mine: bool = False
    theirs: bool = False
    agreed: datetime | None = None


@dataclass(frozen=True, slots=True)
class SeenAgreement(Generic[E]):
    """Every version that is there for `who`, newest first; which is in force; which are unread.

    `lapsed`: there was an agreement of both, and it is not in force now. Not whose doing it is.
    """

    versions: tuple[SeenVersion[E], ...]
    in_force: SeenVersion[E] | None
    lapsed: bool
    waiting: tuple[UUID, ...]


def see_agreement(entries: Iterable[E], *, who: UUID) -> SeenAgreement[E]:
    """The agreement for `who`, from entries of the couple's space and of `who`'s own."""
    kept = sorted(entries, key=lambda entry: (entry.at, entry.id))
    opened = {
        entry.moment.about
        for entry in kept
        if isinstance(entry.moment, Opened) and entry.author == who
    }
    signed = _signatures(kept)
    agreed = {one: max(each.at for each in by.values()) for one, by in signed.items() if _both(by)}
    last = max(agreed, key=lambda one: (agreed[one], one), default=None)
    found = [
        _version(one, signed.get(one.id, {}), who, agreed.get(one.id), is_last=one.id == last)
        for one in _there(kept, opened, who)
    ]
    found.sort(key=lambda one: (one.version.at, one.version.id), reverse=True)
    in_force = next((one for one in found if one.standing == "in_force"), None)
    waiting = tuple(one.version.id for one in found if one.version.state == "waiting")
    return SeenAgreement(tuple(found), in_force, last is not None and in_force is None, waiting)


def _signatures(kept: list[E]) -> dict[UUID, dict[UUID, E]]:
    """By version, and by who signed it."""
    signed: dict[UUID, dict[UUID, E]] = {}
    for entry in kept:
        if isinstance(entry.moment, AgreementSigned):
            signed.setdefault(entry.moment.about, {})[entry.author] = entry
    return signed


def _both(by: dict[UUID, E]) -> bool:
    return len(by) == len(("one", "the other"))


def _there(kept: list[E], opened: set[UUID], who: UUID) -> list[Shown[E]]:
    """Versions, and those taken back of which there is a trace for `who`."""
    versions = [shown(one, None, opened=opened, who=who) for one in kept if _is_version(one)]
    notes = [shown(None, one, opened=opened, who=who) for one in kept if _is_note(one)]
    return [one for one in (*versions, *notes) if one is not None]


def _is_version(entry: E) -> bool:
    return isinstance(entry.moment, Agreement)


def _is_note(entry: E) -> bool:
    return isinstance(entry.moment, TakenBack) and entry.moment.what == "agreement"


def _version(
    version: Shown[E],
    by: dict[UUID, E],
    who: UUID,
    agreed: datetime | None,
    *,
    is_last: bool,
) -> SeenVersion[E]:
    if version.state == "removed":
        return SeenVersion(version, "removed")
    stand = {author for author, entry in by.items() if not _is_withdrawn(entry)}
    standing: Standing = "proposed"
    if agreed is not None:
        whole = len(stand) == len(by)
        standing = ("in_force" if whole else "withdrawn") if is_last else "before"
    return SeenVersion(version, standing, who in stand, bool(stand - {who}), agreed)


def _is_withdrawn(entry: E) -> bool:
    return isinstance(entry.moment, AgreementSigned) and entry.moment.withdrawn


def due(seen: SeenAgreement[E], looked: Iterable[E], *, who: UUID, today: date) -> bool:
    """Whether the day to look at it again has come for `who`, and was not brought up yet."""
    if seen.in_force is None or seen.in_force.version.entry is None:
        return False
    version = seen.in_force.version.entry
    again = version.moment.again if isinstance(version.moment, Agreement) else None
    if again is None or not again <= today < again + FADES:
        return False
    return not any(
        isinstance(note.moment, AgreementLooked)
        and note.author == who
        and note.moment.about == version.id
        for note in looked
    )
