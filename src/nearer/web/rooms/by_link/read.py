"""The reader's side, for whoever holds a link: with an account or without one."""

from uuid import UUID, uuid4

import msgspec
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nearer.acts import by_link
from nearer.acts.by_link import Gone
from nearer.acts.pair import CannotPair
from nearer.content import support, vocabulary
from nearer.vault.errors import Malformed
from nearer.vault.letters import looks_like_answer
from nearer.vault.wire import to_bytes, to_text
from nearer.web import answers, own
from nearer.web.access import unlocked
from nearer.web.brought import LetterKeptForm
from nearer.web.by_script import reads
from nearer.web.here import Request, UnlockedRequest
from nearer.web.names import NewNameForm

LONGEST = 32 * 1024
"""Bytes of an answer: anybody with a link may send one."""


@require_safe
def letter(request: Request, letter_id: UUID) -> HttpResponse:
    """The same page for every id, whether there is a letter or not: no id is looked up here.

    A server that draws a preview of a link, or somebody who has only half of it, learns nothing.
    """
    del letter_id
    offered, words = support(), vocabulary()
    page = {
        "signs": offered.answer_signs,
        "feelings": [words.feeling[one] for one in offered.by_link.answers],
        "form": NewNameForm(),
        "record": uuid4(),
    }
    return render(request, "by_link/read.html", page)


class Shown(msgspec.Struct):
    """The proof that one holds the whole link."""

    proof: str


class Answered(Shown):
    """And an answer, sealed to whoever wrote the letter."""

    answer: str


def _by(request: Request) -> UUID | None:
    return request.session_row.person_id if request.session_row else None


def _refused(refused: Gone | CannotPair) -> JsonResponse:
    if isinstance(refused, CannotPair):
        return JsonResponse({"error": _("This is your own letter. It is for them.")}, status=409)
    gone = _("This link leads to no letter. Perhaps it was answered, or taken back, or is over.")
    return JsonResponse({"error": gone}, status=404)


@reads(Shown)
def open_letter(request: Request, sent: Shown, letter_id: UUID) -> JsonResponse:
    """The sealed letter. Nothing is written: not that it was asked for, nor how often."""
    try:
        box = by_link.read(letter_id, to_bytes(sent.proof), now=request.now, by=_by(request))
    except (Gone, CannotPair) as refused:
        return _refused(refused)
    return JsonResponse({"box": to_text(box)})


@reads(Answered)
def answer(request: Request, sent: Answered, letter_id: UUID) -> JsonResponse:
    """Take one answer. The letter can be read by nobody from then on."""
    box = to_bytes(sent.answer)
    Malformed.unless(looks_like_answer(box) and len(box) <= LONGEST, "no answer, or too long")
    try:
        proof = to_bytes(sent.proof)
        by_link.answer(letter_id, proof, box, now=request.now, by=_by(request))
    except (Gone, CannotPair) as refused:
        return _refused(refused)
    return JsonResponse({})


@require_POST
@unlocked
def keep(request: UnlockedRequest) -> HttpResponse:
    """Keep a letter that I was sent, and my answer, in my own space."""
    form = LetterKeptForm(request.POST)
    if not form.is_valid() or not form.cleaned_data["words"]:
        return answers.cannot(_("Something went missing on the way. Try once more."), status=422)
    return own.keep(request, form, form.moment(), "by-link-letter")
