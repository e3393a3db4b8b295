"""Us: the pairing while it is under way, and what the two have together once it is done."""

from collections.abc import Mapping
from contextlib import suppress
from uuid import UUID, uuid4

import msgspec
from django.db import DatabaseError, transaction
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nearer.acts import pair
from nearer.acts.leave import leave as leave_space
from nearer.acts.pair import CannotPair
from nearer.acts.slow_down import Try, spend
from nearer.core.moments import Invitation, LetterByLink
from nearer.store.log import AlreadyKept, Draft, Entry, NotThere
from nearer.store.models import Invite
from nearer.vault.passphrase import proof_matches
from nearer.vault.wire import to_bytes, to_text
from nearer.web import answers
from nearer.web.access import shared_space_of, unlocked
from nearer.web.by_script import reads
from nearer.web.here import Here, Request, UnlockedRequest
from nearer.web.invites import InviteForm, sentence
from nearer.web.rooms.together.forms import AcceptForm


@require_safe
@unlocked
def us(request: UnlockedRequest) -> HttpResponse:
    """Linked: the two. Under way: the next step. Neither: how to invite, without pushing."""
    here = request.here
    # In this order: a space that opens in between is then seen, and none of the two is missed.
    under_way = pair.under_way(here.person, now=here.now)
    invite = None if here.log.couple else under_way
    page = {
        "partner": here.partner,
        "couple": here.log.couple,
        "ended": [space for space in here.log.spaces if space.state == "ended"],
        "invite": invite,
        "link": _link(here, invite),
        "record": uuid4(),
        "pairing": _pairing(here, invite),
    }
    name = "together/_now.html" if request.htmx else "together/us.html"
    return render(request, name, page)


def _link(here: Here, invite: Invite | None) -> Entry | None:
    """The record in one's own space whose words hold the link that one has made.

    The link was made by itself, or with a letter that is read by it.
    """
    if invite is None or invite.inviter_id != here.person.id:
        return None
    about = here.log.about(here.log.own, [invite.id])
    kinds = (Invitation, LetterByLink)
    return next((entry for entry in about if isinstance(entry.moment, kinds)), None)


def _pairing(here: Here, invite: Invite | None) -> dict[str, object] | None:
    """What both browsers need to show the same four words, once the link was accepted."""
    if invite is None or invite.accepter is None:
        return None
    inviter, accepter = invite.inviter, invite.accepter
    is_inviter = inviter.id == here.person.id
    return {
        "other": accepter if is_inviter else inviter,
        "i_said": invite.inviter_same if is_inviter else invite.accepter_same,
        "space": invite.space_id,
        "inviter_marks": to_text(bytes(inviter.marks_public)),
        "inviter_words": to_text(bytes(inviter.words_public)),
        "accepter_marks": to_text(bytes(accepter.marks_public)),
        "accepter_words": to_text(bytes(accepter.words_public)),
    }


@require_POST
@unlocked
def invite(request: UnlockedRequest) -> HttpResponse:
    """Keep a new link: the invite and, sealed in one's own space, the link itself."""
    form = InviteForm(request.POST)
    if not form.is_valid():
        return answers.not_yet(form)
    here, new = request.here, form.new_invite()
    if not here.log.can_open(new.space, new.marks_key):
        return answers.cannot(sentence("torn"))
    try:
        with transaction.atomic():
            made = pair.invite(here.person, new, now=here.now)
            link = Draft(
                form.record_id(),
                Invitation(invite=made.id),
                here.now,
                form.cleaned_data["words"],
                about=made.id,
            )
            here.log.write(here.log.own, link)
    except AlreadyKept:
        pass
    except NotThere:
        raise Http404 from None
    except CannotPair as refused:
        return answers.cannot(sentence(refused.reason))
    except DatabaseError:
        return answers.full()
    return answers.go_to(reverse("us"))


@require_safe
def pairing(request: Request, invite_id: UUID) -> HttpResponse:
    """Where a link leads. Someone who is not signed in reads what this is, and no name."""
    if request.session_row is None:
        return render(request, "together/pair_signed_out.html")
    return _pairing_page(request, invite_id)


@unlocked
def _pairing_page(request: UnlockedRequest, invite_id: UUID) -> HttpResponse:
    """Who invites, and one button. Or why the link does not work, kindly."""
    page: dict[str, object] = {"invite_id": invite_id}
    try:
        found = pair.look(request.here.person, invite_id, now=request.now)
    except CannotPair as refused:
        if refused.reason == "yours":
            return redirect("us")
        page["refused"] = sentence(refused.reason)
        return render(request, "together/pair.html", page)
    page |= {"inviter": found.inviter, "space": found.space_id}
    return render(request, "together/pair.html", page)


class Shown(msgspec.Struct):
    """The proof that one holds the whole link."""

    proof: str


@unlocked
@reads(Shown)
def open_invite(request: UnlockedRequest, sent: Shown, invite_id: UUID) -> JsonResponse:
    """The invite's box, for whoever holds the link's secret half."""
    spend(Try.INVITE, str(request.here.person.id), now=request.now)
    try:
        found = pair.look(request.here.person, invite_id, now=request.now)
    except CannotPair as refused:
        return JsonResponse({"error": sentence(refused.reason)}, status=409)
    if not proof_matches(to_bytes(sent.proof), bytes(found.verifier)):
        return JsonResponse({"error": sentence("torn")}, status=403)
    return JsonResponse(
        {
            "box": to_text(bytes(found.box)),
            "space": str(found.space_id),
            "inviter": str(found.inviter_id),
        }
    )


@require_POST
@unlocked
def accept(request: UnlockedRequest, invite_id: UUID) -> HttpResponse:
    """Take the link; the four words come next."""
    form = AcceptForm(request.POST)
    if not form.is_valid():
        page = {"invite_id": invite_id, "refused": sentence("torn")}
        return render(request, "together/pair.html", page, status=422)
    try:
        _accept(request.here, invite_id, form.cleaned_data)
    except CannotPair as refused:
        page = {"invite_id": invite_id, "refused": sentence(refused.reason)}
        return render(request, "together/pair.html", page, status=409)
    return redirect("us")


def _accept(here: Here, invite_id: UUID, sent: Mapping[str, bytes]) -> None:
    """Take the link, if the couple's marks key came along whole. Raises CannotPair."""
    with transaction.atomic():
        found = pair.accept(here.person, invite_id, now=here.now, **sent)
        if not here.log.can_open(found.space_id, sent["marks_key"]):
            raise CannotPair("torn")


@require_POST
@unlocked
def same_words(request: UnlockedRequest) -> HttpResponse:
    """I see the same four words; or I do not, and nothing comes of it.

    What is said counts for the pairing that the page showed: in an old tab that may be another.
    """
    here = request.here
    found = pair.under_way(here.person, now=here.now)
    if found is None or str(found.id) != request.POST.get("invite"):
        return redirect("us")
    if request.POST.get("same") != "yes":
        pair.give_up(found)
        return redirect("us")
    with suppress(CannotPair):
        pair.say_same(here.person, found)
    return redirect("us")


@require_http_methods(["GET", "POST"])
@unlocked
def leave(request: UnlockedRequest, space_id: UUID) -> HttpResponse:
    """Leave, alone and at once. The page before it says what stays and what goes."""
    space = shared_space_of(request, space_id)
    if space.state == "pending":
        raise Http404
    if request.method == "GET":
        page = {"space": space, "partner": request.here.partner}
        return render(request, "together/leave.html", page)
    leave_space(request.here.person, space, erase_mine=request.POST.get("erase") == "yes")
    return redirect("today")
