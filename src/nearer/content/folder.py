"""Where the content folder is."""

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

GUIDE = "FIELDS.toml"
"""The file that every content folder has, and by which it is known."""


def content_folder(package: Path = Path(__file__).parent) -> Path:
    """The content folder: of the checkout this code runs from, else of the installed package.

    In a checkout it lies at the root, beside `src/`, where a therapist finds it first. A wheel
    carries it as data files under `share/nearer/content`; where that ends up depends on how it
    was installed, so the list of installed files is asked. Raises FileNotFoundError.
    """
    checkout = package.resolve().parents[2] / "content"
    found = checkout if (checkout / GUIDE).is_file() else _installed()
    if found is None:
        raise FileNotFoundError("the content folder, with Nearer's words, is not there")
    return found


def _installed() -> Path | None:
    try:
        files = distribution("nearer").files or []
    except PackageNotFoundError:
        return None
    for file in files:
        if file.parts[-2:] == ("content", GUIDE):
            return Path(str(file.locate())).resolve().parent
    return None
