"""A running house, and people with browsers of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.e2e.house import House, running
from tests.e2e.somebody import Somebody

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from playwright.sync_api import Browser


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note whether a test failed, for the screenshots that its people leave behind."""
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One server for the journeys of a file."""
    with running(tmp_path_factory.mktemp("house")) as house:
        yield house


@pytest.fixture
def arrives(
    browser: Browser, house: House, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Somebody]]:
    """Makes somebody with a browser of their own: `arrives("Ada", width=360)`."""
    contexts = []
    people: list[Somebody] = []

    def arrive(name: str, *, width: int = 360, height: int = 740) -> Somebody:
        context = browser.new_context(viewport={"width": width, "height": height})
        contexts.append(context)
        people.append(Somebody(name, context, house.address))
        return people[-1]

    yield arrive
    if FAILED in request.node.stash:
        for one in people:
            one.page.screenshot(path=f"test-results/{request.node.name}-{one.name}.png")
    for context in contexts:
        context.close()
