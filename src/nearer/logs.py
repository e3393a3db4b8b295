"""Log lines that say where and what kind, never what anybody wrote.

A message, an argument or an exception's text may carry a name or a person's words, so none of them
is printed unless it is known to be harmless. What is left is enough to find the line of code:
logger, route, status, type, place.
"""

import logging
import sys
import threading
import traceback
from datetime import datetime, timedelta
from types import TracebackType
from uuid import UUID

# Their messages are literals in code that was read; arguments are judged one by one.
PLAIN_SPOKEN = ("nearer", "_granian", "psycopg.pool")
HARMLESS = (bool, int, float, UUID, datetime, timedelta)

_log = logging.getLogger(__name__)


class Discreet(logging.Formatter):
    """One line a record: time, level, logger, then only what cannot be anybody's words."""

    def format(self, record: logging.LogRecord) -> str:
        """Put together what may be shown of a record."""
        parts = [
            self.formatTime(record),
            record.levelname,
            record.name,
            message(record),
            request_part(record),
            exception_part(record.exc_info[1] if record.exc_info else None),
        ]
        return " ".join(part for part in parts if part)


def message(record: logging.LogRecord) -> str:
    """The message of a logger known to speak plainly.

    An argument that is no number, time or id gives only its type.
    """
    if not any(record.name == name or record.name.startswith(f"{name}.") for name in PLAIN_SPOKEN):
        return ""
    given = record.args if isinstance(record.args, tuple) else (record.args,)
    shown = tuple(arg if isinstance(arg, HARMLESS) else f"<{type(arg).__name__}>" for arg in given)
    try:
        return str(record.msg) % shown if record.args else str(record.msg)
    except (TypeError, ValueError):  # a %d for what is no number
        return str(record.msg)


def request_part(record: logging.LogRecord) -> str:
    """Status, method and the pattern of the path: the path itself may be what somebody typed."""
    request = getattr(record, "request", None)
    status = getattr(record, "status_code", None)
    if request is None and status is None:
        return ""
    match = getattr(request, "resolver_match", None)
    route = f"/{match.route}" if match else "(no route)"
    return " ".join(str(part) for part in (status, getattr(request, "method", None), route) if part)


def exception_part(error: BaseException | None) -> str:
    """The types of an exception and its causes, and where each was raised; no text, no values."""
    parts = []
    while error is not None:
        frames = traceback.extract_tb(error.__traceback__)
        place = f" at {_place(frames)}" if frames else ""
        parts.append(f"{type(error).__module__}.{type(error).__qualname__}{place}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return " from ".join(parts)


def _place(frames: traceback.StackSummary) -> str:
    """Where it was raised, and through which line of ours it came there if that is another."""
    ours = [
        frame
        for frame in frames
        if "/nearer/" in frame.filename and "/site-packages/" not in frame.filename
    ]
    chosen = [*ours[-1:], *(frames[-1:] if frames[-1] not in ours else [])]
    return " > ".join(
        f"{'/'.join(frame.filename.split('/')[-3:])}:{frame.lineno}" for frame in chosen
    )


def keep_hooks_discreet() -> None:
    """Let what nobody caught be logged in the same way: Python's own hooks print its text."""
    sys.excepthook = _uncaught
    threading.excepthook = lambda hook: _uncaught(hook.exc_type, hook.exc_value, hook.exc_traceback)
    sys.unraisablehook = lambda hook: _uncaught(hook.exc_type, hook.exc_value, hook.exc_traceback)


def _uncaught(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    _log.critical("stopped by an error nobody caught", exc_info=(kind, error or kind(), trace))
