"""Requests that a script sends as JSON, and the JSON it gets."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

import msgspec
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from nearer.acts.session import NotProven
from nearer.acts.slow_down import SlowDown
from nearer.vault.errors import VaultError

T = TypeVar("T")


def reads(kind: type[T]) -> Callable[[Callable[..., JsonResponse]], Callable[..., JsonResponse]]:
    """A POST view whose second argument is the request's JSON as a `kind`.

    Unreadable JSON is 400, a proof that does not fit 403, a try too many 429 with the seconds.
    """

    def decorate(view: Callable[..., JsonResponse]) -> Callable[..., JsonResponse]:
        @wraps(view)
        @require_POST
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> JsonResponse:  # noqa: ANN401 - passed through
            try:
                sent = msgspec.json.decode(request.body, type=kind)
                return view(request, sent, *args, **kwargs)
            except (msgspec.DecodeError, VaultError):
                return _no(400, _("Something went missing on the way. Try once more."))
            except NotProven:
                return _no(403, _("That name and that passphrase don’t fit together."))
            except SlowDown as slow:
                return _no(429, slow_down_sentence(slow.wait), wait=slow.wait)

        return guarded

    return decorate


def _no(status: int, sentence: str, **more: int) -> JsonResponse:
    return JsonResponse({"error": sentence, **more}, status=status)


def slow_down_sentence(wait: int) -> str:
    """What a person reads who tries too often."""
    return ngettext(
        "That was a lot of tries. Wait one second, then try again.",
        "That was a lot of tries. Wait %(wait)d seconds, then try again.",
        wait,
    ) % {"wait": wait}
