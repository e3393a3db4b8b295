"""Passkeys: a touch opens the vault on a device that has one (WebAuthn with the PRF extension).

The server checks signatures; what opens the slot is the device's PRF output, which it never sees.
"""

import secrets
from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec
import webauthn
from django.conf import settings
from django.core import signing
from django.db import IntegrityError, transaction
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from nearer.acts.session import NotProven
from nearer.acts.slow_down import spend_each
from nearer.store.models import Session, Slot
from nearer.vault.errors import Malformed
from nearer.vault.wire import to_bytes, to_text
from nearer.web.access import unlocked
from nearer.web.by_script import reads
from nearer.web.here import Request, UnlockedRequest
from nearer.web.rooms.account.door import TICKET_SALT
from nearer.web.rooms.account.forms import SLOT_LENGTH
from nearer.web.rooms.account.opening import slot_answer
from nearer.web.tries import tries_of

CHALLENGE_LASTS = timedelta(minutes=5)
SALT_LENGTH = 16


class Nothing(msgspec.Struct):
    """A request that says nothing but that it is made."""


class NewPasskey(msgspec.Struct):
    """What the device answered, and the slot that its PRF output seals."""

    credential: dict[str, Any]
    salt: str
    slot: str


class Touch(msgspec.Struct):
    """What the device answered to an unlock."""

    credential: dict[str, Any]


def _set_challenge(session: Session, request: Request) -> bytes:
    challenge = secrets.token_bytes(32)
    session.challenge, session.challenge_until = challenge, request.now + CHALLENGE_LASTS
    session.save(update_fields=["challenge", "challenge_until"])
    return challenge


def _take_challenge(session: Session, request: Request) -> bytes:
    """The challenge that was set, once. Raises NotProven when there is none or it is old."""
    challenge, until = bytes(session.challenge), session.challenge_until
    taken = Session.objects.filter(id=session.id, challenge=challenge).update(challenge=b"")
    if not challenge or not taken or until is None or until < request.now:
        raise NotProven
    return challenge


@unlocked
@reads(Nothing)
def creation_options(request: UnlockedRequest, sent: Nothing) -> JsonResponse:  # noqa: ARG001 - a view
    """What the browser passes to `navigator.credentials.create`, and a salt for the PRF."""
    person = request.here.person
    options = webauthn.generate_registration_options(
        rp_id=settings.NEARER_PASSKEY_HOST,
        rp_name="Notes",
        user_id=person.id.bytes,
        user_name=person.name,
        challenge=_set_challenge(request.here.session, request),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.PREFERRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=_credentials(request.here.session),
    )
    answer = msgspec.json.decode(webauthn.options_to_json(options))
    return JsonResponse(answer | {"slot_salt": to_text(secrets.token_bytes(SALT_LENGTH))})


def _credentials(session: Session) -> list[PublicKeyCredentialDescriptor]:
    slots = Slot.objects.filter(person=session.person, kind=Slot.Kind.PASSKEY)
    return [PublicKeyCredentialDescriptor(id=bytes(slot.credential or b"")) for slot in slots]


@unlocked
@reads(NewPasskey)
def add(request: UnlockedRequest, sent: NewPasskey) -> JsonResponse:
    """Keep a new passkey slot, if the device's answer holds."""
    salt, box = to_bytes(sent.salt), to_bytes(sent.slot)
    if len(salt) != SALT_LENGTH or len(box) != SLOT_LENGTH:
        raise Malformed
    try:
        verified = webauthn.verify_registration_response(
            credential=sent.credential,
            expected_challenge=_take_challenge(request.here.session, request),
            expected_rp_id=settings.NEARER_PASSKEY_HOST,
            expected_origin=list(settings.NEARER_ORIGINS),
            require_user_verification=True,
        )
        with transaction.atomic():
            Slot.objects.create(
                person=request.here.person,
                kind=Slot.Kind.PASSKEY,
                box=box,
                salt=salt,
                credential=verified.credential_id,
                credential_key=verified.credential_public_key,
                sign_count=verified.sign_count,
                made=request.now.date(),
            )
    except (WebAuthnException, IntegrityError):  # forged, or a credential that is kept already
        raise NotProven from None
    return JsonResponse({}, status=201)


@reads(Nothing)
def request_options(request: Request, sent: Nothing) -> JsonResponse:  # noqa: ARG001 - a view
    """What a locked browser passes to `navigator.credentials.get`, with each passkey's salt."""
    session = request.session_row
    if session is None:
        raise NotProven
    options = webauthn.generate_authentication_options(
        rp_id=settings.NEARER_PASSKEY_HOST,
        challenge=_set_challenge(session, request),
        allow_credentials=_credentials(session),
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    slots = Slot.objects.filter(person=session.person, kind=Slot.Kind.PASSKEY)
    salts = {to_text(bytes(slot.credential or b"")): to_text(bytes(slot.salt)) for slot in slots}
    return JsonResponse(msgspec.json.decode(webauthn.options_to_json(options)) | {"salts": salts})


@reads(Touch)
def open_with(request: Request, sent: Touch) -> JsonResponse:
    """The slot of the passkey that was touched, and a ticket for the unlock form."""
    session = request.session_row
    if session is None:
        raise NotProven
    spend_each(tries_of(request, session.person.name), now=request.now)
    slot = _slot_of(session, sent.credential)
    try:
        verified = webauthn.verify_authentication_response(
            credential=sent.credential,
            expected_challenge=_take_challenge(session, request),
            expected_rp_id=settings.NEARER_PASSKEY_HOST,
            expected_origin=list(settings.NEARER_ORIGINS),
            credential_public_key=bytes(slot.credential_key),
            credential_current_sign_count=slot.sign_count,
            require_user_verification=True,
        )
    except WebAuthnException:
        raise NotProven from None
    Slot.objects.filter(id=slot.id).update(sign_count=verified.new_sign_count)
    ticket = signing.dumps(str(session.person_id), salt=TICKET_SALT)
    return JsonResponse(slot_answer(slot) | {"ticket": ticket})


def _slot_of(session: Session, credential: dict[str, Any]) -> Slot:
    slot = Slot.objects.filter(
        person=session.person,
        kind=Slot.Kind.PASSKEY,
        credential=to_bytes(str(credential.get("id", ""))),
    ).first()
    if slot is None:
        raise NotProven
    return slot


@require_POST
@unlocked
def remove(request: UnlockedRequest, slot_id: UUID) -> HttpResponse:
    """Remove one passkey. The passphrase and the code still open."""
    Slot.objects.filter(person=request.here.person, kind=Slot.Kind.PASSKEY, id=slot_id).delete()
    return redirect("me")
