"""The one who waits: the words that are offered, and how long a wait goes on."""

from nearer.core.support.waits import LONGEST, Until, last_day, runs
from nearer.core.support.words import FirstNight, SupportWords

__all__ = ["LONGEST", "FirstNight", "SupportWords", "Until", "last_day", "runs"]
