"""Begin, change the passphrase, recover with the code: pages whose secrets the browser makes."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nearer.acts.begin import NameTaken
from nearer.acts.begin import begin as keep_person
from nearer.acts.begin_with import begin_with
from nearer.acts.change_passphrase import change_passphrase
from nearer.acts.recover import recover as replace_slots
from nearer.acts.session import NotProven
from nearer.acts.slow_down import SlowDown, Try, spend, spend_each
from nearer.store.log import Draft, Log, NotThere
from nearer.store.models import Person
from nearer.vault.people import public_of
from nearer.web import answers
from nearer.web.access import next_page, unlocked
from nearer.web.address import address_of
from nearer.web.brought import Brought, LetterKeptForm, brought_along
from nearer.web.by_script import slow_down_sentence
from nearer.web.here import Request, UnlockedRequest
from nearer.web.night import NightForm
from nearer.web.rooms.account.door import Arrival, come_in
from nearer.web.rooms.account.forms import BeginForm, PassphraseForm, RecoverForm
from nearer.web.tries import one_try, tries_of


@require_http_methods(["GET", "POST"])
def begin(request: Request) -> HttpResponse:
    """Sign up: name, passphrase, recovery code, and the person is in.

    Whoever wrote something before there was an account (rooms/first_night, rooms/by_link) brings it
    along, sealed. That comes by script, which keeps its page until it is told that all is kept.
    """
    if request.method == "GET":
        form = BeginForm(initial={"next": next_page(request, reverse("welcome"))})
        return render(request, "account/begin.html", {"form": form})
    form = BeginForm(request.POST)
    brought = brought_along(request)
    person = _begun(request, form, brought)
    if person is not None:
        data = form.cleaned_data
        answer = come_in(request, Arrival(person, data["marks_private"], data["time_zone"]))
        return _on_from(answer, brought) if brought else answer
    if brought:
        return answers.cannot(answers.all_of(form), status=422)
    return render(request, "account/begin.html", {"form": form}, status=422)


def _on_from(answer: HttpResponse, brought: Brought) -> HttpResponse:
    """The same answer for a script: on to what was brought along, or to where they were going.

    Whoever comes by a link goes on to it: the link's other half is in their browser.
    """
    there = answer.headers["Location"]
    if isinstance(brought, NightForm):
        there = reverse("night-kept", args=[brought.record_id()]) + "?new=1"
    moved = answers.go_to(there)
    moved.cookies = answer.cookies
    return moved


def _begun(request: Request, form: BeginForm, brought: Brought | None) -> Person | None:
    """The new person, kept; or None, with an error in the form."""
    if not form.is_valid():
        return None
    new, marks_private = form.new_person(), form.cleaned_data["marks_private"]
    opens = Log(Person(id=new.id), marks_private).can_open(new.space, new.marks_key)
    if (
        not opens
        or public_of(marks_private) != new.marks_public
        or (brought and not brought.is_valid())
    ):
        form.add_error(None, _("Something went missing on the way. Try once more."))
        return None
    try:
        spend(Try.BEGIN, address_of(request), now=request.now)
        words = brought.cleaned_data["words"] if brought else b""
        if brought is None or (isinstance(brought, LetterKeptForm) and not words):
            return keep_person(new, now=request.now)
        first = Draft(brought.record_id(), brought.moment(), request.now, words)
        return begin_with(new, first, marks_private, now=request.now)
    except NameTaken:
        form.add_error("name", _("Someone here has this name. Another one, please."))
    except SlowDown as slow:
        form.add_error(None, slow_down_sentence(slow.wait))
    except NotThere:
        form.add_error(None, _("Something went missing on the way. Try once more."))
    return None


@require_http_methods(["GET", "POST"])
@unlocked
def passphrase(request: UnlockedRequest) -> HttpResponse:
    """Change the passphrase. Every other session ends."""
    if request.method == "GET":
        return render(request, "account/passphrase.html", {"form": PassphraseForm()})
    form = PassphraseForm(request.POST)
    if form.is_valid():
        try:
            spend_each(tries_of(request, request.here.person.name), now=request.now)
            change_passphrase(
                request.here.session,
                old_proof=form.cleaned_data["old_proof"].reveal(),
                new=form.passphrase_slot(),
                now=request.now,
            )
            return redirect(f"{reverse('me')}?changed=1")
        except NotProven:
            form.add_error(None, _("The passphrase you have now doesn’t fit. Try once more."))
        except SlowDown as slow:
            form.add_error(None, slow_down_sentence(slow.wait))
    return render(request, "account/passphrase.html", {"form": form}, status=422)


@require_http_methods(["GET", "POST"])
def recover(request: Request) -> HttpResponse:
    """Come back with the recovery code; leave with a new passphrase and a new code."""
    if request.method == "GET":
        return render(request, "account/recover.html", {"form": RecoverForm()})
    form = RecoverForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        try:
            with one_try(request, data["name"]), transaction.atomic():
                person = replace_slots(
                    data["name"],
                    data["recovery_proof"].reveal(),
                    passphrase=form.passphrase_slot(),
                    recovery=form.recovery_slot(),
                    now=request.now,
                )
                return come_in(request, Arrival(person, data["marks_private"], data["time_zone"]))
        except NotProven:
            form.add_error(None, _("That name and that code don’t fit together."))
        except SlowDown as slow:
            form.add_error(None, slow_down_sentence(slow.wait))
    return render(request, "account/recover.html", {"form": form}, status=422)
