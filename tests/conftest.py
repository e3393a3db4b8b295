"""What every test may use. The people are in cast.py, the settings under test in settings.py."""

import os
import shutil
from typing import Any

import pytest

from tests.cast import Cast, assemble

NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((found for name in NAMES if (found := shutil.which(name))), None)
AS_ROOT = ["--no-sandbox"] if os.getuid() == 0 else []


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's own Chromium: no browser is downloaded. As root it has no sandbox to offer."""
    args = [*browser_type_launch_args.get("args", ()), *AS_ROOT]
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": args}


@pytest.fixture
def cast(db: None) -> Cast:
    """Everybody, begun and signed in; Ada and Ben are linked."""
    del db
    return assemble()
