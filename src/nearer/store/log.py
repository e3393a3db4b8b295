"""The one Log through which moments are written and read.

A Log belongs to one unlocked person for one request. It holds their marks private key, opens the
keys of their spaces when first needed, and turns rows into entries and back. No room asks itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Self
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F

from nearer.core.moments import KINDS, Moment, MomentError, decode, encode, kind_of
from nearer.store import rows, who
from nearer.store.ahead import Ahead
from nearer.store.models import Person, Record, Space
from nearer.store.rows import Row
from nearer.store.who import Membership
from nearer.vault import records, spaces
from nearer.vault.errors import VaultError
from nearer.vault.records import Address
from nearer.vault.secret import Secret
from nearer.vault.spaces import Purpose


class NotThere(LookupError):
    """There is no such entry for this person: not there, or not theirs. The two are the same."""


class AlreadyKept(Exception):
    """A record with this id is kept already: a double click, or the same form in two tabs."""

    def __init__(self, entry: "Entry") -> None:
        super().__init__("already kept")
        self.entry = entry


class Closed(Exception):
    """The space takes nothing new: it is not open yet, or one of the two has left."""


@dataclass(frozen=True, slots=True)
class OpenSpace:
    """A space whose marks key is open. `words_key` is still sealed: only the browser opens it."""

    id: UUID
    kind: str
    state: str
    version: int
    words_key: bytes
    marks_key: Secret

    @property
    def is_open(self) -> bool:
        """Whether something new may be written here."""
        return self.state == Space.State.OPEN


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as its reader sees it. `words` is the sealed box, or empty."""

    id: UUID
    space: UUID
    author: UUID
    at: datetime
    moment: Moment
    words: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be written: a moment, its sealed words, and the entry it is about, if any."""

    id: UUID
    moment: Moment
    at: datetime
    words: bytes = b""
    about: UUID | None = None

    @classmethod
    def new(cls, moment: Moment, at: datetime, *, about: UUID | None = None) -> Self:
        """Something without words that no form gave an id to."""
        return cls(uuid4(), moment, at, about=about)


class Log:
    """Everything one person may read and write, for as long as their marks key is at hand."""

    def __init__(self, person: Person, marks_private: Secret) -> None:
        self._person = person
        self._marks_private = marks_private
        self._ahead = Ahead()
        self.unopened = 0
        """How many rows did not open: damaged, or moved by someone. The page says so."""

    @cached_property
    def spaces(self) -> tuple[OpenSpace, ...]:
        """Every space this person is a member of, one's own first, then by id.

        One that does not open is counted and passed over, as a record is. Without one's own,
        which comes first, nothing may be written: that raises VaultError.
        """
        opened = []
        for member in who.memberships(self._person.id):
            try:
                opened.append(self._open(member))
            except VaultError:
                if member.kind == Space.Kind.OWN:
                    raise
                self.unopened += 1
        return tuple(sorted(opened, key=lambda space: (space.kind != Space.Kind.OWN, space.id)))

    def _open(self, member: Membership) -> OpenSpace:
        key = spaces.open_space_key(
            self._marks_private,
            Purpose.MARKS,
            member.space,
            self._person.id,
            member.marks_key,
        )
        return OpenSpace(
            member.space, member.kind, member.state, member.version, member.words_key, key
        )

    def can_open(self, space: UUID, marks_key: bytes) -> bool:
        """Whether a sealed marks key that a browser sends is one that this person can open."""
        with suppress(VaultError):
            spaces.open_space_key(
                self._marks_private, Purpose.MARKS, space, self._person.id, marks_key
            )
            return True
        return False

    @property
    def me(self) -> UUID:
        """Whose log it is."""
        return self._person.id

    @property
    def own(self) -> OpenSpace:
        """The person's own space, which nobody else is in."""
        return self.spaces[0]

    @property
    def couple(self) -> OpenSpace | None:
        """The space shared with the partner, once both have compared the words; else None."""
        return next((s for s in self.spaces if s.kind == Space.Kind.COUPLE and s.is_open), None)

    def space(self, space_id: UUID) -> OpenSpace:
        """The space with this id. Raises NotThere for one the person is not in."""
        for space in self.spaces:
            if space.id == space_id:
                return space
        raise NotThere

    def write(self, space: OpenSpace, draft: Draft, *, rings: bool = True) -> Entry:
        """Keep one moment, once.

        One transaction: the row and the space's new version are both there or neither is. Unless
        it `rings`, the version stays and no open page is told, for what nobody is to learn of yet.
        Raises Closed, AlreadyKept if this author has kept this id before, and NotThere for an id
        that belongs to someone else's record.
        """
        me = self._person.id
        address = Address(space.id, draft.id, me)
        marks = records.seal(space.marks_key, Purpose.MARKS, address, encode(draft.moment))
        shelf = records.shelf(space.marks_key, kind_of(draft.moment))
        thread = records.thread(space.marks_key, draft.about) if draft.about else None
        row = Row(draft.id, me, shelf, draft.at, marks, draft.words)
        self._ahead.forget()
        with transaction.atomic(savepoint=False):
            kept = rows.insert(row, space.id, thread)
            if kept and not rows.hold_open(space.id, me, rings=rings):
                raise Closed  # they left in another tab, this very moment: nothing stays
        if not kept:
            raise self._refused(space, draft.id)
        return Entry(draft.id, space.id, me, draft.at, draft.moment, draft.words)

    def rewrite(self, space: OpenSpace, draft: Draft) -> Entry:
        """Keep one moment as it was sent last. Raises what `write` does.

        A form whose answer was lost may be written on before it is sent again. What arrived first
        under its id gives way, if it is of the same kind and one's own; its time stays.
        """
        with transaction.atomic():
            for kept in self.many(space, [draft.id]):
                if kept.author == self._person.id and type(kept.moment) is type(draft.moment):
                    self.remove(kept)
                    draft = replace(draft, at=kept.at)
            return self.write(space, draft)

    def _refused(self, space: OpenSpace, record: UUID) -> Exception:
        """Why a record was not kept. An id of another space or author is not there."""
        if not rows.may_write(space.id, self._person.id):
            return Closed()
        for kept in self.many(space, [record]):
            if kept.author == self._person.id:
                return AlreadyKept(kept)
        return NotThere()

    def get(self, space: OpenSpace, entry_id: UUID) -> Entry:
        """One entry. Raises NotThere."""
        for entry in self.many(space, [entry_id]):
            return entry
        raise NotThere

    def many(self, space: OpenSpace, entry_ids: Iterable[UUID]) -> list[Entry]:
        """Those of these entries that are there, oldest first."""
        ids = list(entry_ids)
        return self._entries(space, rows.with_ids(space.id, ids)) if ids else []

    def read(
        self,
        space: OpenSpace,
        kinds: Iterable[type[Moment]],
        *,
        limit: int,
        before: datetime | None = None,
        since: datetime | None = None,
    ) -> list[Entry]:
        """The newest entries of some kinds, newest first, at most `limit`, none before `since`.

        One query, bounded for each kind: the cost does not grow with the length of the history.
        """
        shelves = [records.shelf(space.marks_key, KINDS.name_of(kind)) for kind in kinds]
        found = self._ahead.newest(space.id, shelves, limit=limit, before=before, since=since)
        return self._entries(space, found)

    def look_ahead(self, space: OpenSpace, limits: Mapping[type[Moment], int]) -> None:
        """Find the newest of several kinds in one query, for what is about to be read."""
        key = space.marks_key
        shelves = {records.shelf(key, KINDS.name_of(kind)): most for kind, most in limits.items()}
        self._ahead.look(space.id, shelves)

    def about(self, space: OpenSpace, entry_ids: Iterable[UUID]) -> list[Entry]:
        """Every entry of this space that is about one of these, oldest first."""
        threads = records.threads(space.marks_key, entry_ids)
        return self._entries(space, rows.in_threads(space.id, threads)) if threads else []

    def everything(self, space: OpenSpace, *, mine: bool = False) -> Iterator[Entry]:
        """Every entry of a space, or only one's own, oldest first, fetched as asked for."""
        for row in rows.all_of(space.id, self._person.id if mine else None):
            yield from self._entries(space, [row])

    def remove(self, entry: Entry, *, rings: bool = True) -> None:
        """Remove one of the person's own entries whole. Raises NotThere for another's."""
        self._ahead.forget()
        with transaction.atomic():
            gone, _ = Record.objects.filter(
                id=entry.id, space_id=entry.space, author=self._person
            ).delete()
            if not gone:
                raise NotThere
            if rings:
                self._ring(entry.space)

    def hold(self, space: OpenSpace, *, rings: bool = True) -> None:
        """Let nobody else change this space until the transaction ends. Raises Closed."""
        self._ahead.forget()
        if not rows.hold_open(space.id, self._person.id, rings=rings):
            raise Closed

    def _ring(self, space: UUID) -> None:
        """Tell open pages of this space that something has changed."""
        Space.objects.filter(id=space).update(version=F("version") + 1)

    def let_go(self, space: OpenSpace, entries: Iterable[Entry]) -> None:
        """Remove entries whoever of the members wrote them: what both have agreed to let go.

        The one place where somebody removes another's: a listening round that both do not keep.
        """
        self._ahead.forget()
        with transaction.atomic():
            Record.objects.filter(id__in=[e.id for e in entries], space_id=space.id).delete()
            self._ring(space.id)

    def only_id(self, space: OpenSpace, kind: type[Moment], about: UUID) -> UUID:
        """The one id an entry of this kind by this person about that entry can have."""
        return records.only_id(space.marks_key, KINDS.name_of(kind), about, self._person.id)

    def _entries(self, space: OpenSpace, found: Iterable[Row]) -> list[Entry]:
        """Rows as entries. One damaged row takes no history with it: it is counted and left out."""
        entries = []
        for row in found:
            address = Address(space.id, row.id, row.author)
            try:
                plain = records.open_box(space.marks_key, Purpose.MARKS, address, row.marks)
                moment = decode(plain)
            except (VaultError, MomentError):
                self.unopened += 1
                continue
            entries.append(Entry(row.id, space.id, row.author, row.at, moment, row.words))
        return entries
