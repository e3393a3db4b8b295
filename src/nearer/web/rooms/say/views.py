"""One's sentences, a new one, and coming back to one."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nearer.acts.remove_whole import remove_whole
from nearer.content import vocabulary
from nearer.core.moments import CheckIn, Sentence, SentenceMark
from nearer.store.log import Draft, Entry
from nearer.web import answers, own
from nearer.web.access import entry_of, unlocked
from nearer.web.here import UnlockedRequest
from nearer.web.rooms.say.forms import MarkForm, SentenceForm

MOST = 200
"""Sentences listed, newest first; the export has them all."""


@require_safe
@unlocked
def sentences(request: UnlockedRequest) -> HttpResponse:
    """All of one's sentences. No count, no tally of what came of them."""
    log = request.here.log
    page = {"sentences": log.read(log.own, [Sentence], limit=MOST), "vocabulary": vocabulary()}
    return render(request, "say/sentences.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@unlocked
def new(request: UnlockedRequest) -> HttpResponse:
    """A feeling, a reason, a request, read back as one sentence before it is kept."""
    if request.method == "POST":
        form = SentenceForm(request.POST)
        if not form.is_valid():
            return answers.not_yet(form)
        return own.keep(request, form, form.sentence(), "sentence")
    source = _check_in(request)
    page = {
        "form": SentenceForm(initial=_begins_with(source)),
        "record": uuid4(),
        "own": request.here.log.own,
        "source": source,
        "vocabulary": vocabulary(),
        "near": [word for word in _feelings(source) if word in vocabulary().feeling],
    }
    return render(request, "say/new.html", page)


def _check_in(request: UnlockedRequest) -> Entry | None:
    """The check-in that a sentence starts from, if one of one's own is named."""
    try:
        wanted = UUID(request.GET.get("from", ""))
    except ValueError:
        return None
    return entry_of(request.here.log, request.here.log.own, wanted, CheckIn)


def _feelings(source: Entry | None) -> tuple[str, ...]:
    return source.moment.feelings if source and isinstance(source.moment, CheckIn) else ()


def _begins_with(source: Entry | None) -> dict[str, Any]:
    """The feeling that fits best, unless there is an own word, which fits better still."""
    if source is None or not isinstance(source.moment, CheckIn):
        return {}
    first = next(iter(source.moment.feelings), None)
    return {
        "feeling": None if source.moment.own_word else first,
        "from_check_in": source.id,
    }


@require_safe
@unlocked
def sentence(request: UnlockedRequest, sentence: UUID) -> HttpResponse:
    """One sentence: how sure one is by now, and what one could do with it."""
    return _page(request, _mine(request, sentence), MarkForm())


def _mine(request: UnlockedRequest, sentence: UUID) -> Entry:
    log = request.here.log
    return entry_of(log, log.own, sentence, Sentence)


def _page(
    request: UnlockedRequest, entry: Entry, form: MarkForm, status: int = 200
) -> HttpResponse:
    log = request.here.log
    marks = [one for one in log.about(log.own, [entry.id]) if isinstance(one.moment, SentenceMark)]
    page = {
        "entry": entry,
        "form": form,
        "record": uuid4(),
        "record_said": uuid4(),
        "last": _last_sure([entry, *marks]),
        "said_at": next((one.at for one in reversed(marks) if _is_said(one)), None),
        "partner": request.here.partner,
        "vocabulary": vocabulary(),
    }
    return render(request, "say/sentence.html", page, status=status)


def _last_sure(entries: Iterable[Entry]) -> Entry | None:
    """Where one said last how sure one is: in the sentence itself, or when one came back."""
    told = [one for one in entries if getattr(one.moment, "sure", None) is not None]
    return told[-1] if told else None


def _is_said(entry: Entry) -> bool:
    return isinstance(entry.moment, SentenceMark) and entry.moment.said


@require_POST
@unlocked
def mark(request: UnlockedRequest, sentence: UUID) -> HttpResponse:
    """Keep how sure one is by now, or that one said it."""
    entry, log = _mine(request, sentence), request.here.log
    form = MarkForm(request.POST)
    if not form.is_valid():
        return _page(request, entry, form, status=422)
    draft = Draft(form.cleaned_data["record"], form.about(sentence), request.now, about=sentence)
    with own.once():
        log.write(log.own, draft)
    return redirect("sentence", sentence=sentence)


@require_POST
@unlocked
def remove(request: UnlockedRequest, sentence: UUID) -> HttpResponse:
    """Remove a sentence and every mark of it. A letter that was made of it stays."""
    remove_whole(request.here.log, _mine(request, sentence))
    return redirect("sentences")
