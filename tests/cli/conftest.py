"""A Nearer of its own for each test of the command line."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.program import Program, program


@pytest.fixture
def nearer(tmp_path: Path) -> Iterator[Program]:
    """Freshly installed: nothing is in its data folder, nor in its database."""
    with program(tmp_path) as fresh:
        yield fresh


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """One that was started once, to make copies of: the first start collects the static files."""
    with program(tmp_path_factory.mktemp("furnished")) as first:
        with first.serving():
            pass
        yield first


@pytest.fixture
def lived_in(tmp_path: Path, furnished: Program) -> Iterator[Program]:
    """One that was started once."""
    with program(tmp_path, like=furnished) as copy:
        yield copy
