"""The application that the server runs."""

import os
from typing import Any

import django
from django.conf import settings

from nearer.logs import keep_hooks_discreet

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nearer.settings")


class Doorstep:
    """Tells Django by which door people come: the scheme of NEARER_ORIGIN.

    A proxy in front of us speaks plain http to us. The scheme is known from the setting, so no
    header has to be believed about it.
    """

    def __init__(self, app: Any) -> None:  # noqa: ANN401  ASGI's callables have no type of their own
        self.app = app
        self.scheme = settings.NEARER_ORIGIN.partition("://")[0]

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:  # noqa: ANN401
        """Hand the request on with its scheme put right."""
        await self.app({**scope, "scheme": self.scheme}, receive, send)


django.setup(set_prefix=False)

from nearer.web.handler import Handler  # noqa: E402  the middleware it loads needs the apps

application = Doorstep(Handler())
keep_hooks_discreet()
