"""What every test may use. The people are in cast.py, the settings under test in settings.py."""

from typing import Any

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker
from tests.cast import Album, Cast
from tests.chromium import AS_ROOT, CHROMIUM


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put files with browser tests last, and of either kind first those that take long.

    Playwright leaves an event loop running in its thread, and where one runs Django refuses the
    database: nothing that asks for it may come after a browser test in the same process.
    """
    browser = {item.path for item in items if "playwright" in getattr(item, "fixturenames", ())}
    long = {item.path for item in items if item.get_closest_marker("long")}
    items.sort(key=lambda item: (item.path in browser, item.path not in long))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's own Chromium."""
    args = [*browser_type_launch_args.get("args", ()), *AS_ROOT]
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": args}


@pytest.fixture(scope="session")
def album(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Album:
    """Everybody, made once; the database is left empty."""
    del django_db_setup
    with django_db_blocker.unblock(), transaction.atomic():
        album = Album.take()
        transaction.set_rollback(True)
    return album


@pytest.fixture
def cast(db: None, album: Album) -> Cast:
    """Everybody, begun and signed in; Ada and Ben are linked.

    A test that needs real transactions asks for `transactional_db` before it.
    """
    del db
    return album.lay_down()
