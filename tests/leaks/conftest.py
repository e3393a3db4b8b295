"""The same running house that the journeys have, and an evening to look at from both sides."""

from tests.e2e.conftest import house
from tests.leaks.evening import adas, evening, evenings

__all__ = ["adas", "evening", "evenings", "house"]
