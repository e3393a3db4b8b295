"""Where a request comes from, for slowing down guesses. Never kept, never shown."""

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """The client's address.

    `X-Forwarded-For` is read only when the direct peer is a proxy named in the settings, and then
    from the right, past every named proxy: what a client writes on the left it may have invented.
    """
    peer: str = request.META.get("REMOTE_ADDR", "")
    trusted = settings.NEARER_TRUSTED_PROXY
    if peer not in trusted:
        return peer
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",")]
    for hop in reversed([hop for hop in hops if hop]):
        if hop not in trusted:
            return hop
    return peer
