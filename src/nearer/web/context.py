"""What every template knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from nearer.vault.wire import to_text


def here(request: HttpRequest) -> dict[str, Any]:
    """Who is here, and the sealed words keys that this browser can open."""
    who = getattr(request, "here", None)
    spaces = who.log.spaces if who else ()
    return {
        "here": who,
        "locked": who is None and getattr(request, "session_row", None) is not None,
        "spaces": [{"id": space.id, "words_key": to_text(space.words_key)} for space in spaces],
        "exit_to": settings.NEARER_EXIT_TO,
    }
