"""Kind words only: nobody is shouted at, and nobody is told what they ought to do."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.house.page import COMMENT, TAG
from tests.house.tree import files, name, parsed

from nearer.env import LANGUAGES

GETTEXT = {
    f"{kind}{lazy}" for kind in ("gettext", "ngettext", "pgettext") for lazy in ("", "_lazy")
}
GETTEXT |= {"_"}
SHOUTED = re.compile(r"!(?!=)")
ORDERED = re.compile(r"\bshould(?:n.t)?\b", re.IGNORECASE)
QUOTED = re.compile(r"""_\(("[^"]*"|'[^']*')\)|\{% translate ("[^"]*"|'[^']*')""")
CONTENT = tuple(f"content/{language}" for language in LANGUAGES)  # beside them: guides for editors
MARKUP = re.compile(r"<[^>]*>")
COMPARED = {
    "patterns",
    "unless",
    "words",
    "stands_for",
}  # with drafts; nobody reads them


def texts_of_template(path: Path) -> Iterator[str]:
    source = COMMENT.sub("", path.read_text("utf-8"))
    for first, second in QUOTED.findall(source):
        yield first or second
    yield MARKUP.sub("", TAG.sub("", source))


def texts_of_python(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in GETTEXT:
            for argument in node.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def texts_of_toml(path: Path) -> Iterator[str]:
    return _strings(tomllib.loads(path.read_text("utf-8")))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for field, each in value.items():
            if field not in COMPARED:
                yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def texts_of_markdown(path: Path) -> Iterator[str]:
    yield path.read_text("utf-8")


SPEAKERS = [
    *((path, texts_of_template) for path in files(".html", within=("src",))),
    *((path, texts_of_python) for path in files(".py", within=("src",))),
    *((path, texts_of_toml) for path in files(".toml", within=CONTENT)),
    *((path, texts_of_markdown) for path in files(".md", within=CONTENT)),
]


@pytest.mark.parametrize(("path", "texts"), SPEAKERS, ids=[name(path) for path, _ in SPEAKERS])
def test_it_neither_shouts_nor_orders(path: Path, texts: Any) -> None:
    for text in texts(path):
        assert not SHOUTED.search(text), text
        assert not ORDERED.search(text), text
