"""One version: beside another one, opened, signed, and let go."""

from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from nearer.acts import agree
from nearer.acts.open_all import open_all
from nearer.acts.pull_back import InPause
from nearer.acts.take_back import take_back as take_back_entry
from nearer.core.ours import SeenAgreement, SeenVersion
from nearer.store.log import Closed, Entry, NotThere, OpenSpace
from nearer.web.access import unlocked
from nearer.web.here import UnlockedRequest
from nearer.web.in_pause import not_now


@dataclass(frozen=True)
class _Found:
    """A version as this person sees it, among the others, and the space of the two."""

    one: SeenVersion[Entry]
    seen: SeenAgreement[Entry]
    couple: OpenSpace


def _find(request: UnlockedRequest, version: UUID) -> _Found:
    """The version with this id; 404 if for this person there is none."""
    log = request.here.log
    if log.couple is not None:
        seen = agree.look(log, log.couple)
        for one in seen.versions:
            if one.version.id == version:
                return _Found(one, seen, log.couple)
    raise Http404


@require_safe
@unlocked
def version(request: UnlockedRequest, version: UUID) -> HttpResponse:
    """One version, and another one beside it: the one before, or one that is picked."""
    return _page(request, _find(request, version))


def _page(
    request: UnlockedRequest, found: _Found, refused: str = "", status: int = 200
) -> HttpResponse:
    readable = [one for one in found.seen.versions if one.version.state in {"sent", "opened"}]
    others = [one for one in readable if one is not found.one]
    page = {
        "one": found.one,
        "others": others,
        "beside": _beside(request, found.one, others),
        "partner": request.here.partner,
        "refused": refused,
    }
    return render(request, "agreement/version.html", page, status=status)


def _beside(
    request: UnlockedRequest, this: SeenVersion[Entry], others: list[SeenVersion[Entry]]
) -> SeenVersion[Entry] | None:
    """The version that is asked for, or the one before; none beside what cannot be read."""
    if this.version.entry is None or this.version.state == "waiting":
        return None
    picked = request.GET.get("beside")
    for one in others:
        if str(one.version.id) == picked:
            return one
    return next((one for one in others if one.version.at < this.version.at), None)


@require_POST
@unlocked
def open_it(request: UnlockedRequest, version: UUID) -> HttpResponse:
    """Open what the other has proposed. Noted in one's own space alone."""
    found = _find(request, version)
    if found.one.version.state == "waiting":
        open_all(request.here.log, [version], now=request.now)
    return redirect("version", version=version)


@require_POST
@unlocked
def sign_it(request: UnlockedRequest, version: UUID) -> HttpResponse:
    """Sign a version that one has read."""
    found = _find(request, version)
    if found.one.version.state not in {"sent", "opened"}:
        raise Http404
    try:
        agree.sign(request.here.log, found.couple, version, now=request.now)
    except InPause as pause:
        return _page(request, found, not_now(request.here, pause), status=409)
    except (Closed, NotThere):  # taken back, or left, in this very moment
        raise Http404 from None
    return redirect("agreement")


@require_POST
@unlocked
def withdraw_it(request: UnlockedRequest, version: UUID) -> HttpResponse:
    """Withdraw one's signature, alone and at once. Without one, nothing changes."""
    found = _find(request, version)
    with suppress(Closed, NotThere):
        agree.withdraw(request.here.log, found.couple, version, now=request.now)
    return redirect("agreement")


@require_POST
@unlocked
def take_back(request: UnlockedRequest, version: UUID) -> HttpResponse:
    """Take back a version that one has written."""
    found = _find(request, version)
    if not found.one.version.mine:
        raise Http404
    take_back_entry(request.here.log, found.couple, version, now=request.now)
    return redirect("agreement")
