"""Write a letter: a draft of one's own, a preview, and the sending."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nearer.acts.ask_once import waiting_request
from nearer.acts.share import drop_drafts, send_letter
from nearer.content import vocabulary
from nearer.core.letters import asks
from nearer.core.moments import CheckIn, LetterDraft, Sentence
from nearer.store.log import Closed, Draft, Entry
from nearer.web import answers, own
from nearer.web.access import entry_of, unlocked
from nearer.web.here import UnlockedRequest
from nearer.web.rooms.letters.forms import LetterForm
from nearer.web.rooms.letters.refusals import REFUSALS, refusal
from nearer.web.rooms.letters.thread import draft_of
from nearer.web.sealed import WordsField

ALL_PARTS = frozenset({"feeling", "reason", "request"})
"""The parts of a sentence, each of which can begin a letter without the others."""


@require_safe
@unlocked
def new(request: UnlockedRequest) -> HttpResponse:
    """A fresh letter gets its id here, so that a second tab of the page is the same letter."""
    url = reverse("letter-write", args=[uuid4()])
    names = ("from", "sentence", "part")
    begins_with = [(name, one) for name in names for one in request.GET.getlist(name)]
    return redirect(f"{url}?{urlencode(begins_with)}" if begins_with else url)


@require_http_methods(["GET", "POST"])
@unlocked
def write(request: UnlockedRequest, letter: UUID) -> HttpResponse:
    """The form of a letter; kept as a draft, then previewed. Once sent, it stays as it is."""
    couple = request.here.log.couple
    if couple and request.here.log.many(couple, [letter]):
        return _sent_already(request, letter)
    if request.method == "POST":
        return _keep_draft(request, letter)
    draft = draft_of(request, letter)
    source = draft or _source(request)
    page = {
        "letter": letter,
        "record": uuid4(),
        **_begins_with(source, ALL_PARTS if draft else _parts(request)),
        "receive": LetterForm.base_fields["receive"].choices,  # type: ignore[attr-defined]  # a ChoiceField
        "sentence": vocabulary().borrowed.get(request.GET.get("sentence", "")),
        "vocabulary": vocabulary(),
        "partner": request.here.partner,
    }
    return render(request, "letters/write.html", page)


def _sent_already(request: UnlockedRequest, letter: UUID) -> HttpResponse:
    """What an old tab gets: a draft for a letter that is sent would be kept for nothing."""
    if request.method == "GET":
        return redirect("letter", letter=letter)
    return answers.cannot(
        _("This letter is sent already, perhaps from another tab. What you wrote is still here.")
    )


def _source(request: UnlockedRequest) -> Entry | None:
    """The check-in or the sentence a letter starts from, if one of one's own is named."""
    try:
        wanted = UUID(request.GET.get("from", ""))
    except ValueError:
        return None
    return entry_of(request.here.log, request.here.log.own, wanted, CheckIn, Sentence)


def _parts(request: UnlockedRequest) -> frozenset[str]:
    """Which parts of a sentence begin the letter: all, unless some are named."""
    named = request.GET.getlist("part")
    return ALL_PARTS & set(named) if named else ALL_PARTS


def _begins_with(source: Entry | None, parts: frozenset[str]) -> dict[str, Any]:
    """What is chosen already when the form opens, and whose words begin which part of it."""
    chosen: dict[str, Any] = {"feelings": (), "request": None, "from_check_in": None}
    match source.moment if source else None:
        case LetterDraft(feelings=feelings, request=wish, from_check_in=check_in) as begun:
            chosen = {"feelings": feelings, "request": wish, "from_check_in": check_in}
            chosen["receive"] = begun.receive
        case Sentence(feeling=feeling, request=wish, from_check_in=check_in):
            chosen["feelings"] = (feeling,) if feeling and "feeling" in parts else ()
            chosen["request"] = wish if "request" in parts else None
            chosen["from_check_in"] = check_in
        case CheckIn(feelings=feelings) if source:
            chosen = {"feelings": feelings, "request": None, "from_check_in": source.id}
    return {
        "chosen": chosen,
        # A check-in's account of what set it off is where the reason begins.
        "reason_field": "trigger" if source and isinstance(source.moment, CheckIn) else "reason",
        **{f"{part}_from": source if part in parts else None for part in ALL_PARTS},
    }


def _keep_draft(request: UnlockedRequest, letter: UUID) -> HttpResponse:
    form = LetterForm(request.POST)
    if not form.is_valid():
        return answers.not_yet(form)
    data = form.cleaned_data
    draft = LetterDraft(
        letter=letter,
        feelings=data["feelings"],
        own_word=form.has("own_word"),
        request=data["request"] or None,
        own_request=form.has("request"),
        receive=data["receive"] or None,
        from_check_in=data["from_check_in"],
    )
    log = request.here.log
    kept = Draft(form.record_id(), draft, request.now, data["words"], about=letter)

    def keep() -> None:
        with transaction.atomic():
            drop_drafts(log, letter, but=kept.id)
            log.rewrite(log.own, kept)

    return own.then(reverse("letter-preview", args=[letter]), keep)


@require_safe
@unlocked
def preview(request: UnlockedRequest, letter: UUID) -> HttpResponse:
    """Exactly what the other will see, and the choice to send it."""
    draft = draft_of(request, letter)
    if draft is None:
        return redirect("letter", letter=letter)
    asks_too = asks(draft.moment)
    page = {
        "letter": letter,
        "draft": draft,
        "shown": draft.moment,
        "waits": waiting_request(request.here.log, now=request.now) if asks_too else None,
        "couple": request.here.log.couple,
        "partner": request.here.partner,
        "vocabulary": vocabulary(),
    }
    return render(request, "letters/preview.html", page)


@require_POST
@unlocked
def send(request: UnlockedRequest, letter: UUID) -> HttpResponse:
    """Send it. A second click, or a second tab, finds it sent."""
    draft = draft_of(request, letter)
    if draft is None:
        return answers.go_to(reverse("letter", args=[letter]))
    try:
        _send(request, draft)
    except REFUSALS as refused:
        return refusal(request, refused)
    return answers.go_to(reverse("letter", args=[letter]))


def _send(request: UnlockedRequest, draft: Entry) -> None:
    """Raises ValidationError when the words of the draft did not come sealed for the other."""
    here = request.here
    couple = here.log.couple
    if couple is None:
        raise Closed
    words = WordsField(required=False).clean(request.POST.get("words", ""))
    if bool(words) != bool(draft.words):
        raise ValidationError("words")
    send_letter(here.log, draft, couple, words, now=request.now)


@require_POST
@unlocked
def discard(request: UnlockedRequest, letter: UUID) -> HttpResponse:
    """Throw a draft away."""
    drop_drafts(request.here.log, letter)
    return redirect("today")
