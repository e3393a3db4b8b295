"""The settings that are served, and beside them one plain Django app to compare with."""

from nearer.settings import *  # noqa: F403  these are the settings
from nearer.settings import INSTALLED_APPS as _APPS

INSTALLED_APPS = [*_APPS, "bench.stand.plain"]
