import ast
import io
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from nearer import vault

FOLDER = Path(vault.__file__).parent
FILES = sorted(FOLDER.glob("**/*.py"))
MOST = 600  # lines of code: without blank lines, comments and docstrings
TOKENS_THAT_ARE_NO_CODE = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file.name} imports by a relative path"
            yield str(node.module)


def lines_of_code(file: Path) -> int:
    source = file.read_text(encoding="utf-8")
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in TOKENS_THAT_ARE_NO_CODE:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(
            node
        ):
            spoken = node.body[0]
            lines -= set(range(spoken.lineno, (spoken.end_lineno or spoken.lineno) + 1))
    return len(lines)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_it_imports_the_standard_library_cryptography_and_itself(file: Path) -> None:
    for name in imported(file):
        top = name.partition(".")[0]
        assert top in sys.stdlib_module_names or name.startswith(("cryptography.", "nearer.vault."))
        assert top not in {"logging", "os", "random", "socket", "sqlite3", "time", "pickle"}


def test_it_stays_small_enough_for_one_person_to_read_in_an_evening() -> None:
    assert sum(lines_of_code(file) for file in FILES) < MOST
    for file in FILES:
        assert len(file.read_text(encoding="utf-8").splitlines()) <= 300
