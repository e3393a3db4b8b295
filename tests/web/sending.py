"""A form that is about to be sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer
    from tests.cast import Someone


@dataclass
class Sending:
    """A form that somebody is about to send, all of it right."""

    who: Someone
    url: str
    data: dict[str, Any]

    def with_wrong(self, name: str, value: Any) -> Answer:
        """Send it with one thing wrong."""
        return self.who.post(self.url, {**self.data, name: value})
