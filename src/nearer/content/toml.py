"""One TOML file, or in words why it cannot be read."""

import tomllib
from pathlib import Path
from typing import Any

from nearer.content.problems import Problem


def read_toml(path: Path, name: str) -> dict[str, Any] | Problem:
    """What is in the file, or the problem with it; `name` is what the reader calls it."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Problem(name, "", "", "the file is missing")
    except UnicodeDecodeError:
        return Problem(name, "", "", "the file is not saved as UTF-8 text")
    except tomllib.TOMLDecodeError as error:
        hint = "look there for a missing quote, bracket or equals sign, or a name used twice"
        return Problem(name, "", "", f"it stops making sense: {error}; {hint}")
