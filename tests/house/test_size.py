"""Small, and kept small: whoever opens a file can hold it in their head."""

import ast

from tests.house.tree import files, name, parsed

MOST_LINES = 300
MOST_FUNCTION_LINES = 40
MOST_SCRIPT_LINES = 800  # what pages do; the vault's browser half is counted by itself
MOST_VAULT_LINES = 260
MOST_REPLY_LINES = 150  # loaded on the page of a reply alone (docs/decisions/)
MOST_GROWTH_LINES = 100  # draws what a table says: loaded on the pages of growth alone
MOST_BY_LINK_LINES = 150  # a letter by link: loaded on its own pages alone
BROWSER_VAULT = "src/nearer/web/static/words/vault.js"
BROWSER_REPLY = "src/nearer/web/static/reply/"
BROWSER_GROWTH = "src/nearer/web/static/growth/"
BROWSER_BY_LINK = "src/nearer/web/static/by_link/"

# What is longer, and why. An exception that is no longer needed fails too.
LONGER_FILES = {
    BROWSER_VAULT: "the specification's browser half, read beside it",
}
LONGER_FUNCTIONS = {
    "tests/vectors/cases_of_people.py:codes": "a table of cases",
    "tests/web/test_walk.py:test_it_carries_a_letter_from_ada_to_ben_and_the_answer_back": (
        "one walk, told in one piece"
    ),
    "tests/words/test_passkeys_in_the_browser.py:test_a_touch_opens_and_its_secret_goes_nowhere": (
        "one walk, told in one piece"
    ),
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_it_keeps_files_short() -> None:
    lines = {name(path): len(path.read_text("utf-8").splitlines()) for path in files(".py", ".js")}
    long = {path: count for path, count in lines.items() if count > MOST_LINES}
    assert sorted(long) == sorted(LONGER_FILES), long


def test_it_keeps_functions_short() -> None:
    long = {}
    for path in files(".py"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, Function):
                count = (node.end_lineno or node.lineno) - node.lineno + 1
                if count > MOST_FUNCTION_LINES:
                    long[f"{name(path)}:{node.name}"] = count
    assert sorted(long) == sorted(LONGER_FUNCTIONS), long


def test_it_keeps_the_browser_code_small() -> None:
    """Counted without comments and empty lines, so that nobody saves on explanations."""
    lines = {
        name(path): _code_lines(path.read_text("utf-8")) for path in files(".js", within=("src",))
    }
    assert 0 < lines.pop(BROWSER_VAULT) < MOST_VAULT_LINES
    for folder, most in (
        (BROWSER_REPLY, MOST_REPLY_LINES),
        (BROWSER_BY_LINK, MOST_BY_LINK_LINES),
        (BROWSER_GROWTH, MOST_GROWTH_LINES),
    ):
        apart = [path for path in lines if path.startswith(folder)]
        assert 0 < sum(lines.pop(path) for path in apart) <= most, folder
    assert 0 < sum(lines.values()) < MOST_SCRIPT_LINES, lines


def _code_lines(text: str) -> int:
    lines = [line.strip() for line in text.splitlines()]
    return sum(1 for line in lines if line and not line.startswith(("//", "/*", "*")))
