"""The settings under test: those that are served, in a data folder of their own.

Static files keep their plain names, so that no test has to collect them first.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_data = Path(tempfile.mkdtemp(prefix="nearer-tests-"))
atexit.register(shutil.rmtree, _data, ignore_errors=True)
for _name in [name for name in os.environ if name.startswith("NEARER_")]:
    del os.environ[_name]  # what a developer has set must not change what a test sees
os.environ["NEARER_DATA"] = str(_data)
(_data / "static").mkdir()
(_data / "secret").write_text("a secret that is known to every test, and to nobody else\n", "ascii")

from nearer.settings import *  # noqa: E402, F403  only now is the environment the tests' own
from nearer.settings import DATABASES  # noqa: E402

ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: what threads see, who waits and what stays in the WAL is real only there.
    DATABASES["default"]["TEST"] = {"NAME": _data / "test.sqlite3"}
