"""Me: one's own sessions, keys and choices, and taking everything away."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nearer.acts.erase import erase as erase_person
from nearer.acts.export import export as export_person
from nearer.acts.prefer import prefer
from nearer.acts.session import NotProven, prove, sign_out_everywhere
from nearer.acts.slow_down import SlowDown, spend_each
from nearer.core.moments import Preferences, SessionBegun
from nearer.store.models import Session, Slot
from nearer.vault.errors import VaultError
from nearer.web import cookies
from nearer.web.access import unlocked
from nearer.web.by_script import slow_down_sentence
from nearer.web.here import Here, UnlockedRequest
from nearer.web.rooms.account.forms import IdleForm, secret_from
from nearer.web.tries import tries_of


@require_safe
@unlocked
def me(request: UnlockedRequest) -> HttpResponse:
    """The one page about oneself."""
    return _page(request, IdleForm(initial={"idle_minutes": request.here.idle_minutes}))


def _page(request: UnlockedRequest, form: IdleForm, status: int = 200) -> HttpResponse:
    here = request.here
    page = {
        "form": form,
        "sessions": _sessions(here),
        "passkeys": Slot.objects.filter(person=here.person, kind=Slot.Kind.PASSKEY).order_by(
            "made"
        ),
        "changed": "changed" in request.GET,
    }
    return render(request, "account/me.html", page, status=status)


def _sessions(here: Here) -> list[dict[str, object]]:
    """One's own sessions, this one first. The device's name is in one's own sealed space."""
    rows = list(Session.objects.filter(person=here.person).order_by("-active"))
    begun = here.log.many(here.log.own, [row.id for row in rows])
    devices = {
        entry.moment.session: entry.moment.device
        for entry in begun
        if isinstance(entry.moment, SessionBegun)
    }
    listed = [
        {
            "device": devices.get(row.id, _("A device")),
            "active": row.active,
            "is_this": row.id == here.session.id,
        }
        for row in rows
    ]
    return sorted(listed, key=lambda row: not row["is_this"])


@require_POST
@unlocked
def choose_idle(request: UnlockedRequest) -> HttpResponse:
    """How soon one's browsers lock."""
    form = IdleForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    here = request.here
    minutes = form.cleaned_data["idle_minutes"]
    otherwise = Preferences(idle_minutes=minutes, time_zone=here.zone.key)
    prefer(here.log, otherwise, now=here.now, idle_minutes=minutes)
    Session.objects.filter(person=here.person).update(idle_minutes=minutes)
    return redirect(f"{reverse('me')}?changed=1")


@require_POST
@unlocked
def sign_out_others(request: UnlockedRequest) -> HttpResponse:
    """End every other session of one's own."""
    sign_out_everywhere(request.here.person, but=request.here.session)
    return redirect(f"{reverse('me')}?changed=1")


@require_safe
@unlocked
def take_with(request: UnlockedRequest) -> HttpResponse:
    """The page from which the browser makes one's export."""
    return render(request, "account/take_with.html")


@require_safe
@unlocked
def export(request: UnlockedRequest) -> JsonResponse:
    """Everything one wrote, for one's own browser to open and put together."""
    return JsonResponse(export_person(request.here.person, request.here.log))


@require_http_methods(["GET", "POST"])
@unlocked
def erase(request: UnlockedRequest) -> HttpResponse:
    """Erase oneself, after the passphrase once more."""
    if request.method == "GET":
        return render(request, "account/erase.html", {"error": ""})
    person = request.here.person
    try:
        spend_each(tries_of(request, person.name), now=request.now)
        prove(person.name, secret_from(request.POST.get("proof", "")))
    except (NotProven, VaultError):
        error = _("That passphrase doesn’t fit. Nothing was erased.")
        return render(request, "account/erase.html", {"error": error}, status=422)
    except SlowDown as slow:
        error = slow_down_sentence(slow.wait)
        return render(request, "account/erase.html", {"error": error}, status=429)
    erase_person(person)
    answer = redirect("home")
    cookies.drop(answer)
    answer.headers["Clear-Site-Data"] = '"storage"'
    return answer
