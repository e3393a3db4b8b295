"""The words offered to the one who waits, as their language's content folder has them."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from nearer.core.feelings import Line, Reading


class FirstNight(Struct, frozen=True, kw_only=True):
    """The few feelings and signs of the body that are offered late at night."""

    id: str
    feelings: tuple[str, ...]
    body: tuple[str, ...]


class ByLink(Struct, frozen=True, kw_only=True):
    """The few feelings that are offered in a letter by link, and to whoever answers it."""

    id: str
    feelings: tuple[str, ...]
    answers: tuple[str, ...]


class SupportWords(Struct, frozen=True, kw_only=True, dict=True):
    """Everything that is offered for one's own side of a silence.

    Looking something up by an id that is not there gives None: what was kept outlives the list.
    """

    nights: tuple[FirstNight, ...]
    stories: tuple[Line, ...]
    other_readings: tuple[Reading, ...]
    kind_questions: tuple[Line, ...]
    ten_minutes: tuple[Line, ...]
    asking: tuple[Line, ...]
    meanwhile: tuple[Line, ...]
    links: tuple[ByLink, ...]
    soft_starts: tuple[Line, ...]
    soft_requests: tuple[Line, ...]
    answer_signs: tuple[Line, ...]

    @property
    def night(self) -> FirstNight:
        """What is offered at once."""
        return self.nights[0]

    @property
    def by_link(self) -> ByLink:
        """What is offered in a letter by link."""
        return self.links[0]

    @cached_property
    def story(self) -> Mapping[str, Line]:
        """Every story by its id."""
        return _by_id(self.stories)

    @cached_property
    def other_reading(self) -> Mapping[str, Reading]:
        """Every other reading by its id."""
        return _by_id(self.other_readings)

    @cached_property
    def next_minutes(self) -> Mapping[str, Line]:
        """Everything for the next ten minutes by its id."""
        return _by_id(self.ten_minutes)

    @cached_property
    def ask(self) -> Mapping[str, Line]:
        """Every answer to "how often do I ask" by its id."""
        return _by_id(self.asking)


def _by_id(things: Iterable[Any]) -> Mapping[str, Any]:
    return {thing.id: thing for thing in things}
