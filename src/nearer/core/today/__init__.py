"""The one page each comes back to: what waits, and one thing one could do."""

from nearer.core.today.could import Act, Could, Reason
from nearer.core.today.page import Today, today
from nearer.core.today.waits import Waits, What

__all__ = ["Act", "Could", "Reason", "Today", "Waits", "What", "today"]
