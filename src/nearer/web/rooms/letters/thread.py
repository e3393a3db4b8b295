"""One letter with all that belongs to it, gathered for the one who looks."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from nearer.core.letters import SeenLetter, see_one
from nearer.core.moments import LetterDraft, TakenBack
from nearer.store.log import Entry, NotThere, OpenSpace
from nearer.web.here import UnlockedRequest


@dataclass(frozen=True, slots=True)
class Thread:
    """A letter as this person sees it, and the couple's space it is in."""

    seen: SeenLetter[Entry]
    space: OpenSpace


def thread_of(request: UnlockedRequest, letter: UUID) -> Thread:
    """The letter with this id in a couple's space of this person; 404 if there is none."""
    here = request.here
    for space in here.log.spaces:
        if space.kind == "own":
            continue
        seen = see_one(_entries(request, space, letter), letter, who=here.person.id)
        if seen is not None:
            return Thread(seen, space)
    raise Http404


def _entries(request: UnlockedRequest, space: OpenSpace, letter: UUID) -> list[Entry]:
    """The letter, what is about it, what is about its reply, and one's own notes on both."""
    log = request.here.log
    try:
        first = [log.get(space, letter)]
    except NotThere:
        first = []
    about = log.about(space, [letter])
    ids = [letter, *(_reply_id(entry) for entry in about)]
    return [*first, *about, *log.about(space, ids[1:]), *log.about(log.own, ids)]


def _reply_id(entry: Entry) -> UUID:
    """The id of the reply that an entry in a letter's thread is or was."""
    return entry.moment.about if isinstance(entry.moment, TakenBack) else entry.id


def draft_of(request: UnlockedRequest, letter: UUID) -> Entry | None:
    """The newest draft of this letter in one's own space."""
    log = request.here.log
    drafts = [e for e in log.about(log.own, [letter]) if isinstance(e.moment, LetterDraft)]
    return drafts[-1] if drafts else None
