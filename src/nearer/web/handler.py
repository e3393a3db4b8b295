"""Django's ASGI handler on threads that stay, each with a database connection that stays with it.

As it comes, Django gives each request a new thread and so a new connection to open and set up, and
goes back and forth between the event loop and that thread on the way through the middleware. Every
middleware and nearly every view of ours is synchronous, so here a request is handed to one of a few
threads once and comes back when it is answered. Only the live stream goes on afterwards, on the
event loop alone. docs/decisions/ says what was measured.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from asgiref.sync import ThreadSensitiveContext, sync_to_async
from django.core.handlers.asgi import ASGIHandler
from django.http.response import HttpResponseBase

THREADS = 8
"""At most so many requests are worked on at once in a process; PostgreSQL's pool is as large.

Python runs one thread at a time: more would only wait elsewhere. What is worth more than one or two
is that a page can be read while somebody else's save waits for its turn to write.
"""


ANSWERED = "nearer.answered"
"""Where a request's scope has what is to be called once its answer is there."""


class Thread:
    """One thread that stays. `requests` are those it has not answered yet.

    Only the event loop counts them, so nothing has to be locked.
    """

    def __init__(self, number: int) -> None:
        self.executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"view-{number}")
        self.requests: set[object] = set()

    def take_on(self) -> Callable[[], None]:
        """Count one more; gives what counts it off, however often that is called."""
        one = object()
        self.requests.add(one)
        return lambda: self.requests.discard(one)


class Handler(ASGIHandler):
    """Answers each request on the thread that has least to do."""

    def __init__(self) -> None:
        super().__init__()
        self._threads = [Thread(number) for number in range(THREADS)]

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401  as in Django
        """Choose a thread, and let Django answer on it."""
        thread = min(self._threads, key=lambda one: len(one.requests))
        answered = thread.take_on()
        try:
            async with ThreadSensitiveContext(executor=thread.executor):
                await super().__call__({**scope, ANSWERED: answered}, receive, send)
        finally:
            answered()

    def load_middleware(self, is_async: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002  Django's
        """Load the middleware as one synchronous chain."""
        super().load_middleware(is_async=False)

    async def run_get_response(self, request: Any) -> HttpResponseBase:  # noqa: ANN401  an ASGIRequest
        """Go through the whole chain in one step.

        A live stream counts for its thread only until here: from then on it needs none.
        """
        response: HttpResponseBase = await sync_to_async(self.get_response)(request)
        response._handler_class = type(self)  # type: ignore[attr-defined]  # noqa: SLF001  as Django's own does
        request.scope[ANSWERED]()
        return response
