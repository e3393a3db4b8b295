"""Python looks for this at its start: in a house that is told so, it is so many seconds later.

The program knows nothing of it. Time goes on from there at its own pace.
"""

import os
from datetime import UTC, datetime, timedelta

import time_machine

later = timedelta(seconds=int(os.environ["LATER"]))
time_machine.travel(datetime.now(UTC) + later, tick=True).start()
