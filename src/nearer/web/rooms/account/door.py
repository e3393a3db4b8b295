"""Sign in, unlock, lock, sign out, and leave the page at once."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.core import signing
from django.db import DatabaseError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nearer.acts import session as sessions
from nearer.acts.session import NotProven
from nearer.acts.slow_down import SlowDown
from nearer.core.moments import Preferences, SessionBegun
from nearer.store.log import Draft, Log
from nearer.store.models import Person, Session
from nearer.vault.secret import Secret
from nearer.web import cookies
from nearer.web.access import next_page, unlocked
from nearer.web.by_script import slow_down_sentence
from nearer.web.here import Request, UnlockedRequest
from nearer.web.rooms.account.devices import device_of
from nearer.web.rooms.account.forms import SignInForm
from nearer.web.tries import one_try

TICKET_LASTS = timedelta(minutes=2)
TICKET_SALT = "nearer.passkey"
USUAL_IDLE_MINUTES = 5


@require_http_methods(["GET", "POST"])
def sign_in(request: Request) -> HttpResponse:
    """The sign-in page; a proof that fits makes a new, unlocked session."""
    if request.method == "GET":
        form = SignInForm(initial={"next": next_page(request)})
        return render(request, "account/sign_in.html", {"form": form})
    form = SignInForm(request.POST)
    person = _proven(request, form)
    if person is None:
        return render(request, "account/sign_in.html", {"form": form}, status=422)
    data = form.cleaned_data
    return come_in(request, Arrival(person, data["marks_private"], data["time_zone"]))


@require_http_methods(["GET", "POST"])
def unlock(request: Request) -> HttpResponse:
    """The unlock page of a browser that is signed in and locked.

    Another tab may have asked to lock and not be heard yet, or have unlocked since: then this one
    goes on, and its script locks again if the browser has no key.
    """
    session = request.session_row
    if session is None:
        return redirect("sign-in")
    if request.here is not None and request.method == "GET":
        return redirect(next_page(request))
    passkeys = session.person.slots.filter(kind=3).exists()
    if request.method == "GET":
        form = SignInForm(initial={"next": next_page(request), "name": session.person.name})
        return render(request, "account/unlock.html", {"form": form, "passkeys": passkeys})
    form = SignInForm(request.POST)
    person = _proven(request, form, whose=session.person)
    if person is None:
        page = {"form": form, "passkeys": passkeys}
        return render(request, "account/unlock.html", page, status=422)
    data = form.cleaned_data
    log = Log(person, data["marks_private"])
    key = sessions.unlock(
        session,
        data["marks_private"],
        time_zone=data["time_zone"],
        idle_minutes=_idle_minutes(log),
        now=request.now,
    )
    answer = redirect(next_page(request))
    cookies.write_key(answer, key)
    return answer


def _proven(request: Request, form: SignInForm, *, whose: Person | None = None) -> Person | None:
    """The person of a form whose proof or ticket fits; else an error in the form.

    A browser that is locked opens only for the one `whose` it is.
    """
    if not form.is_valid():
        return None
    data = form.cleaned_data
    try:
        with one_try(request, data["name"]):
            return _person_of(data, whose)
    except NotProven:
        form.add_error(None, _("That name and that passphrase don’t fit together."))
    except SlowDown as slow:
        form.add_error(None, slow_down_sentence(slow.wait))
    return None


def _person_of(data: Mapping[str, Any], whose: Person | None) -> Person:
    """Whom ticket or proof, and the key handed over, belong to. Raises NotProven."""
    person = _by_ticket(data["ticket"]) or _by_proof(data["name"], data["proof"])
    if whose is not None and person != whose:
        raise NotProven
    sessions.check_key(person, data["marks_private"])
    return person


def _by_proof(name: str, proof: Secret) -> Person:
    return sessions.prove(name, proof.reveal()).person


def _by_ticket(ticket: str) -> Person | None:
    """Whom a passkey has just proven (see passkeys.open_with): a signed note of two minutes."""
    if not ticket:
        return None
    try:
        person_id = signing.loads(ticket, salt=TICKET_SALT, max_age=TICKET_LASTS)
    except signing.BadSignature:
        raise NotProven from None
    return Person.objects.filter(id=person_id).first()


@dataclass(frozen=True, slots=True)
class Arrival:
    """Someone who has proven who they are, with what their browser handed over."""

    person: Person
    marks_private: Secret
    time_zone: str


def come_in(request: Request, arrival: Arrival) -> HttpResponse:
    """Begin an unlocked session and go where the person was going.

    Raises NotProven, before anything is opened with it, for a key that is not this person's.
    """
    sessions.check_key(arrival.person, arrival.marks_private)
    log = Log(arrival.person, arrival.marks_private)
    begun = sessions.sign_in(
        arrival.person,
        arrival.marks_private,
        time_zone=arrival.time_zone,
        idle_minutes=_idle_minutes(log),
        now=request.now,
    )
    moment = SessionBegun(session=begun.session.id, device=device_of(request))
    log.write(log.own, Draft(begun.session.id, moment, request.now))
    answer = redirect(next_page(request))
    cookies.write(answer, begun.cookies)
    return answer


def _idle_minutes(log: Log) -> int:
    """The person's own choice, from their own space."""
    for entry in log.read(log.own, [Preferences], limit=1):
        if isinstance(entry.moment, Preferences):
            return entry.moment.idle_minutes
    return USUAL_IDLE_MINUTES


def _end(request: Request, act: Callable[[Session], None]) -> None:
    """Lock or end the session, if there is one.

    A full disk does not hold it up: the browser drops its half in any case, without which the
    row opens nothing.
    """
    if request.session_row is not None:
        with suppress(DatabaseError):
            act(request.session_row)


@require_POST
def lock(request: Request) -> HttpResponse:
    """Drop the keys here; the browser has dropped its own before it asked."""
    _end(request, sessions.lock)
    answer = redirect(f"{reverse('unlock')}?{urlencode({'next': next_page(request)})}")
    cookies.drop_key(answer)
    return answer


@require_POST
def sign_out(request: Request) -> HttpResponse:
    """End this session."""
    _end(request, sessions.sign_out)
    answer = redirect("home")
    cookies.drop(answer)
    answer.headers["Clear-Site-Data"] = '"storage"'
    return answer


@require_POST
def leave_page(request: Request) -> HttpResponse:
    """Quick exit: the page is blank already; end the session and say nothing."""
    _end(request, sessions.sign_out)
    answer = HttpResponse(status=204)
    cookies.drop(answer)
    answer.headers["Clear-Site-Data"] = '"storage"'
    return answer


@require_POST
@unlocked
def active(request: UnlockedRequest) -> HttpResponse:  # noqa: ARG001 - the Door did it
    """A hand is still here, typing: the Door has noted it."""
    return HttpResponse(status=204)
