"""The one door to what is someone's: not yours is the same as not there."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from nearer.core.moments import Moment
from nearer.store.log import Entry, Log, NotThere, OpenSpace
from nearer.web.here import Request, UnlockedRequest

View = Callable[..., HttpResponse]


def unlocked(view: Callable[..., HttpResponse]) -> View:
    """A view that only an unlocked person reaches.

    A page asked for by hand leads to unlocking and back. A form or fragment sent by script gets
    401, so that the script can keep what was typed before it leaves the page.
    """

    @wraps(view)
    def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:  # noqa: ANN401 - passed through
        if request.here is not None:
            return view(request, *args, **kwargs)
        if by_script(request):
            return HttpResponse(status=401, headers={"Nearer-Locked": "1"})
        name = "unlock" if request.session_row else "sign-in"
        back = request.get_full_path() if request.method == "GET" else "/"
        return redirect(f"{reverse(name)}?{urlencode({'next': back})}")

    return guarded


def by_script(request: HttpRequest) -> bool:
    """Whether a script sent this, and not a person following a link or sending a form."""
    return bool(
        request.headers.get("HX-Request")
        or request.headers.get("Sec-Fetch-Dest", "document") != "document"
    )


def next_page(request: HttpRequest, fallback: str = "/") -> str:
    """Where to go after unlocking: a page of ours, or the fallback."""
    wish = request.POST.get("next") or request.GET.get("next") or fallback
    ours = url_has_allowed_host_and_scheme(wish, allowed_hosts=None) and wish.startswith("/")
    return wish if ours else fallback


def shared_space_of(request: UnlockedRequest, space_id: UUID) -> OpenSpace:
    """A couple's space this person is in, open or ended; 404 otherwise."""
    try:
        space = request.here.log.space(space_id)
    except NotThere:
        raise Http404 from None
    if space.kind == "own":
        raise Http404
    return space


def entry_of(log: Log, space: OpenSpace, entry_id: UUID, *kinds: type[Moment]) -> Entry:
    """One entry of one of these kinds in this space; 404 for anything else."""
    try:
        entry = log.get(space, entry_id)
    except NotThere:
        raise Http404 from None
    if not isinstance(entry.moment, kinds):
        raise Http404
    return entry
