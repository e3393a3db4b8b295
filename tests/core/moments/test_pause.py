"""A promised return: put off with a new time, and kept without one."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from nearer.core.moments import PauseChange

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_it_puts_ben_s_return_off_with_a_time_and_takes_him_back_without_one() -> None:
    pause = uuid4()
    assert PauseChange(about=pause, what="longer", until=NOON).until == NOON
    assert PauseChange(about=pause, what="back").until is None
    with pytest.raises(ValueError, match="until"):
        PauseChange(about=pause, what="longer")
    with pytest.raises(ValueError, match="until"):
        PauseChange(about=pause, what="back", until=NOON)
