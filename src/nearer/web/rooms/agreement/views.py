"""The agreement as it stands, and a new version of it."""

from contextlib import suppress
from datetime import date
from itertools import takewhile
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nearer.acts import agree
from nearer.acts.agree import ProposedMeanwhile
from nearer.content import ours
from nearer.store.log import AlreadyKept, Closed, Draft, Entry
from nearer.web import answers
from nearer.web.access import unlocked
from nearer.web.here import Here, UnlockedRequest
from nearer.web.not_sent import REFUSALS, refusal
from nearer.web.rooms.agreement.forms import VersionForm

MOST_OPEN = 3
"""Versions newer than the one that is in force: so many of the newest are shown whole."""


@require_safe
@unlocked
def agreement(request: UnlockedRequest) -> HttpResponse:
    """What is in force, what is proposed, and how it came about."""
    here = request.here
    couple = here.log.couple
    seen = agree.look(here.log, couple) if couple else None
    versions = seen.versions if seen else ()
    newer = takewhile(lambda one: one.standing not in {"in_force", "before"}, versions)
    page = {
        "seen": seen,
        "open": [one for one in newer if one.standing != "removed"][:MOST_OPEN],
        "partner": here.partner,
    }
    return render(request, "agreement/agreement.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@unlocked
def new(request: UnlockedRequest) -> HttpResponse:
    """A new version: a few sentences of one's own, or the newest ones changed."""
    here = request.here
    couple = here.log.couple
    if request.method == "POST":
        return _propose(request)
    if couple is None:
        return redirect("agreement")
    newest = agree.newest_version(here.log, couple)
    page = {
        "form": VersionForm(today=_today(here), initial={"after": newest.id if newest else None}),
        "record": uuid4(),
        "couple": couple,
        "begins": _begins_with(here),
        "partner": here.partner,
        "sentences": ours().sentences,
    }
    return render(request, "agreement/new.html", page)


def _today(here: Here) -> date:
    return here.now.astimezone(here.zone).date()


def _begins_with(here: Here) -> Entry | None:
    """The newest version that one has read, to go on from."""
    couple = here.log.couple
    versions = agree.look(here.log, couple).versions if couple else ()
    read = (one.version.entry for one in versions if one.version.state != "waiting")
    return next((entry for entry in read if entry is not None), None)


def _propose(request: UnlockedRequest) -> HttpResponse:
    here = request.here
    form = VersionForm(request.POST, today=_today(here))
    if not form.is_valid():
        return answers.not_yet(form)
    words, couple = form.cleaned_data["words"], here.log.couple
    draft = Draft(form.record_id(), form.agreement(), request.now, words)
    try:
        if couple is None:
            raise Closed
        agree.propose(here.log, couple, draft, after=form.cleaned_data["after"])
    except ProposedMeanwhile as meanwhile:
        return _meanwhile(here, meanwhile.newest)
    except AlreadyKept as kept:
        if kept.entry.words != words:
            return answers.cannot(_("You have proposed this already, perhaps in another tab."))
    except REFUSALS as refused:
        return refusal(request, refused)
    return answers.go_to(reverse("agreement"))


def _meanwhile(here: Here, newest: Entry) -> HttpResponse:
    """What is true now; and the form may be sent again, as the version after that one."""
    if newest.author == here.person.id:
        said = _("You have proposed another version meanwhile, in another tab.")
    else:
        name = here.partner.name if here.partner else _("The other one")
        said = _("%(name)s has proposed a version while you were writing.") % {"name": name}
    on = _("Yours is still here. Send it again, and it is the next version, beside that one.")
    answer = answers.cannot(f"{said} {on}")
    known = '<input type="hidden" name="after" id="id_after" value="{}" hx-swap-oob="true">'
    answer.write(format_html(known, newest.id))
    return answer


@require_POST
@unlocked
def looked(request: UnlockedRequest) -> HttpResponse:
    """The day for looking again has been brought up: once, for oneself alone."""
    log = request.here.log
    seen = agree.look(log, log.couple) if log.couple else None
    if seen is not None and seen.in_force is not None:
        with suppress(AlreadyKept):
            agree.note_looked(log, seen.in_force.version.id, now=request.now)
    return redirect("agreement" if request.POST.get("go") == "look" else "today")
