"""Django's ASGI handler on threads that stay, each with a database connection that stays with it.

As it comes, Django gives each request a new thread and so a new connection to open and set up, and
goes back and forth between the event loop and that thread on the way through the middleware. Every
middleware and nearly every view of ours is synchronous, so here a request is handed to one of a few
threads once and comes back when it is answered. Only the live stream goes on afterwards, on the
event loop alone. docs/decisions/ says what was measured.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Any

from asgiref.sync import ThreadSensitiveContext, sync_to_async
from django.core.handlers.asgi import ASGIHandler
from django.http import HttpRequest
from django.http.response import HttpResponseBase

THREADS = 8
"""At most so many requests are worked on at once in a process; PostgreSQL's pool is as large.

Python runs one thread at a time: more would only wait elsewhere. What is worth more than one or two
is that a page can be read while somebody else's save waits for its turn to write.
"""


class Thread(ThreadPoolExecutor):
    """One thread that stays. `waiting` is how many calls it has not finished yet."""

    def __init__(self, number: int) -> None:
        super().__init__(max_workers=1, thread_name_prefix=f"view-{number}")
        self.waiting = 0
        self._count = Lock()

    def submit(
        self,
        fn: Callable[..., Any],
        /,
        *args: Any,  # noqa: ANN401  as in Python's own
        **kwargs: Any,  # noqa: ANN401  the same
    ) -> Future[Any]:
        """Run a call after those that are waiting."""
        with self._count:
            self.waiting += 1
        future = super().submit(fn, *args, **kwargs)
        future.add_done_callback(self._done)
        return future

    def _done(self, _: Future[Any]) -> None:
        with self._count:
            self.waiting -= 1


class Handler(ASGIHandler):
    """Answers each request on the thread that has least to do."""

    def __init__(self) -> None:
        super().__init__()
        self._threads = [Thread(number) for number in range(THREADS)]

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401  as in Django
        """Choose a thread, and let Django answer on it."""
        chosen = min(self._threads, key=lambda thread: thread.waiting)
        async with ThreadSensitiveContext(executor=chosen):
            await super().__call__(scope, receive, send)

    def load_middleware(self, is_async: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002  Django's
        """Load the middleware as one synchronous chain."""
        super().load_middleware(is_async=False)

    async def run_get_response(self, request: HttpRequest) -> HttpResponseBase:
        """Go through the whole chain in one step."""
        response: Any = await sync_to_async(self.get_response)(request)
        response._handler_class = type(self)  # noqa: SLF001  what Django's own does, for its signals
        return response  # type: ignore[no-any-return]
