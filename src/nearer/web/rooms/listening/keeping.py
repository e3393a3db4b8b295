"""What two have kept of a round: it stays for as long as both want it."""

from dataclasses import dataclass
from uuid import UUID

from django.db import DatabaseError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nearer.acts import listen
from nearer.core.listening import WrongMove
from nearer.core.moments import ListeningKept, ListeningMove
from nearer.store.log import Entry, NotThere
from nearer.web import answers
from nearer.web.access import entry_of, unlocked
from nearer.web.here import Here, UnlockedRequest
from nearer.web.rooms.listening.forms import FIELDS, KeepForm
from nearer.web.rooms.listening.views import ended

PARTS = ("said", "heard", "sense")


@dataclass(frozen=True)
class KeptWords:
    """Something that was kept: what it was, whose it was, and where its words are."""

    what: str
    name: str
    entry: Entry
    field: str


@require_POST
@unlocked
def answer_on_one_phone(request: UnlockedRequest) -> HttpResponse:
    """One answer of the two, on the phone that is passed. The words come along either way."""
    form, log = KeepForm(request.POST), request.here.log
    if not form.is_valid():
        return answers.not_yet(form)
    data, words = form.cleaned_data, form.cleaned_data["words"]
    if not words:
        return answers.cannot(_("Something went missing on the way. Try once more."), status=422)
    try:
        goes_on = listen.answer_on_one_phone(
            log, data["found"], data["number"], data["what"], words, now=request.now
        )
    except (WrongMove, NotThere):
        return answers.go_to(f"{reverse('listening')}?news=1")
    except DatabaseError:
        return answers.full()
    if goes_on:
        return answers.go_to(reverse("listening"))
    there = listen.places(log)[-1]
    is_kept = log.many(there, [listen.kept_id(log, there, data["found"])])
    return answers.go_to(ended("kept" if is_kept else "keeping"))


@require_safe
@unlocked
def kept(request: UnlockedRequest, heard: UUID) -> HttpResponse:
    """A round that both have kept."""
    entry = _kept(request, heard)
    page = {"entry": entry, "words": _words(request.here, entry)}
    return render(request, "listening/kept.html", page)


def _kept(request: UnlockedRequest, heard: UUID) -> Entry:
    """The note of a round that was kept, in whichever of one's spaces. Raises Http404."""
    log = request.here.log
    for space in log.spaces:
        if log.many(space, [heard]):
            return entry_of(log, space, heard, ListeningKept)
    raise Http404


def _words(here: Here, entry: Entry) -> list[KeptWords]:
    """All that was kept, in its order."""
    note = entry.moment
    assert isinstance(note, ListeningKept)  # noqa: S101 - `_kept` has looked
    if note.about is None:
        return _of_one_phone(here, entry, note)
    found = []
    for move in listen.words_of(here.log, entry):
        what = move.moment.what if isinstance(move.moment, ListeningMove) else ""
        field = FIELDS.get(what, "missing")
        found.append(KeptWords(field, _name(here, mine=move.author == here.person.id), move, field))
    return found


def _of_one_phone(here: Here, entry: Entry, note: ListeningKept) -> list[KeptWords]:
    """All in one box: whoever's phone it was, or the other, spoke first, and then they swapped."""
    owners = entry.author == here.person.id
    found = []
    for turn in range(1, note.turns + 1):
        owner_speaks = (note.way == "say") == (turn % 2 == 1)
        for part in PARTS:
            owner = owner_speaks if part == "said" else not owner_speaks
            name = _name(here, mine=owner == owners)
            found.append(KeptWords(part, name, entry, f"{part}_{turn}"))
    return found


def _name(here: Here, *, mine: bool) -> str:
    if mine:
        return here.person.name
    return here.partner.name if here.partner else _("The other one")


@require_POST
@unlocked
def remove(request: UnlockedRequest, heard: UUID) -> HttpResponse:
    """It stays for as long as both want it: either removes it, for both."""
    listen.remove_kept(request.here.log, _kept(request, heard))
    return redirect("listening")
