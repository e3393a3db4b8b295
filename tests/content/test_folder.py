"""Wherever Nearer is installed, it finds its words."""

from importlib import metadata
from pathlib import Path, PurePosixPath

import pytest

from nearer.content import content_folder, folder, vocabulary


class Listed(PurePosixPath):
    """A file on the list of an installed package."""

    def locate(self) -> Path:
        return Path("/opt/nearer/lib") / self


class Installed:
    def __init__(self, *files: str) -> None:
        self.files = [Listed(file) for file in files] or None


def test_it_finds_the_words_of_the_checkout_it_runs_from() -> None:
    assert (content_folder() / "en" / "feelings.toml").is_file()


def test_it_finds_the_words_that_were_installed_with_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    there = Installed("nearer/__init__.py", "../share/nearer/content/FIELDS.toml")
    monkeypatch.setattr(folder, "distribution", lambda _: there)
    package = tmp_path / "lib/python3/site-packages/nearer/content"
    assert content_folder(package) == Path("/opt/nearer/share/nearer/content")


@pytest.mark.parametrize("there", [Installed(), Installed("nearer/__init__.py"), None])
def test_it_says_so_when_the_words_are_not_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, there: Installed | None
) -> None:
    def distribution(name: str) -> Installed:
        if there is None:
            raise metadata.PackageNotFoundError(name)
        return there

    monkeypatch.setattr(folder, "distribution", distribution)
    with pytest.raises(FileNotFoundError, match="the content folder"):
        content_folder(tmp_path / "lib/python3/site-packages/nearer/content")


def test_it_reads_the_words_once() -> None:
    assert vocabulary() is vocabulary()
