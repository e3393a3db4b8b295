"""The system's own Chromium: no browser is downloaded.

Debian's headless shell comes first. It draws no window around the page, which is a third of what a
browser test takes with the whole program.
"""

import os
import shutil

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((found for name in NAMES if (found := shutil.which(name))), None)
AS_ROOT = ["--no-sandbox"] if os.getuid() == 0 else []
"""As root it has no sandbox to offer."""
