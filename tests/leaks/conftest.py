"""The same running house that the journeys have."""

from tests.e2e.conftest import house

__all__ = ["house"]
