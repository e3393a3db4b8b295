"""What a script asks for before it can open a slot: the salt, then the slot itself."""

from typing import Annotated

import msgspec
from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _

from nearer.acts.session import prove
from nearer.acts.slow_down import Try, spend
from nearer.store.models import Person, Slot
from nearer.vault.passphrase import fake_salt, fold_name
from nearer.vault.secret import Secret
from nearer.vault.wire import to_text
from nearer.web.address import address_of
from nearer.web.by_script import reads
from nearer.web.here import Request
from nearer.web.rooms.account.forms import ONLY_PROFILE, secret_from
from nearer.web.tries import one_try

Asked = Annotated[str, msgspec.Meta(max_length=240, pattern=r"\A[^\x00]*\Z")]
"""A name to look up. One with a NUL in it is nobody's, and PostgreSQL refuses to look for it."""


class Name(msgspec.Struct):
    """Who would like to come in."""

    name: Asked


class Proof(msgspec.Struct):
    """A name and the proof of a passphrase or a recovery code."""

    name: Asked
    proof: str


@reads(Name)
def salt(request: HttpRequest, sent: Name) -> JsonResponse:  # noqa: ARG001 - a view
    """The salt and the cost of a name's passphrase slot; a steady invented one for no one.

    Both are worked out for every name, so that known and unknown take the same steps.
    """
    folded = fold_name(sent.name)
    invented = fake_salt(Secret(settings.SECRET_KEY.encode()), folded)
    slot = Slot.objects.filter(person__folded=folded, kind=Slot.Kind.PASSPHRASE).first()
    found = bytes(slot.salt) if slot else invented
    return JsonResponse({"profile": slot.profile if slot else ONLY_PROFILE, "salt": to_text(found)})


@reads(Name)
def is_free(request: Request, sent: Name) -> JsonResponse:
    """Whether a name can still be had, before someone writes down a passphrase for it.

    Beginning tells as much in the end, so nothing more is given away; asking is slowed down.
    """
    spend(Try.ASK_FOR_NAME, address_of(request), now=request.now)
    if Person.objects.filter(folded=fold_name(sent.name)).exists():
        error = _("Someone here has this name. Another one, please.")
        return JsonResponse({"error": error}, status=409)
    return JsonResponse({})


@reads(Proof)
def open_passphrase(request: Request, sent: Proof) -> JsonResponse:
    """The passphrase slot, for whoever proves the passphrase."""
    return _open(request, sent, Slot.Kind.PASSPHRASE)


@reads(Proof)
def open_recovery(request: Request, sent: Proof) -> JsonResponse:
    """The recovery slot, for whoever proves the code."""
    return _open(request, sent, Slot.Kind.RECOVERY)


def _open(request: Request, sent: Proof, kind: Slot.Kind) -> JsonResponse:
    with one_try(request, sent.name):
        slot = prove(sent.name, secret_from(sent.proof), kind)
    return JsonResponse(slot_answer(slot))


def slot_answer(slot: Slot) -> dict[str, str]:
    """A slot as the browser opens it."""
    person = slot.person
    return {
        "person": str(person.id),
        "box": to_text(bytes(slot.box)),
        "marks_public": to_text(bytes(person.marks_public)),
        "words_public": to_text(bytes(person.words_public)),
    }
