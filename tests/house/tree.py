"""The files of this repository, as the house tests walk through them."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("src", "tests", "docs", "content", "bench", "scripts", "requirements", "deploy", ".ci")
PASSED_BY = {"__pycache__", "migrations", "vendor", "fonts", "nearer.egg-info"}


def files(*suffixes: str, within: tuple[str, ...] = FOLDERS) -> Iterator[Path]:
    """Our own files with one of the suffixes, by name; not what was vendored or generated."""
    for folder in within:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and path.suffix in suffixes and not PASSED_BY & set(path.parts):
                yield path


def name(path: Path) -> str:
    """The path as it is written in the repository."""
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    """The syntax of a Python file."""
    return ast.parse(path.read_text("utf-8"))
