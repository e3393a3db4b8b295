"""What is installed is known to the last byte, and comes from nowhere that is named here."""

import re

import pytest
from tests.house.tree import ROOT, files

PIN = re.compile(r"^([a-z0-9._-]+)==(\S+)", re.MULTILINE)
KINDS = ("run", "dev", "numbers")
RUN, DEV, NUMBERS = LOCKS = [
    (ROOT / "requirements" / f"{kind}.txt").read_text("utf-8") for kind in KINDS
]


@pytest.mark.parametrize("lock", LOCKS, ids=KINDS)
def test_it_pins_everything_with_a_hash(lock: str) -> None:
    entries = lock.split("\n    --hash=")[0:1] + re.split(r"\n(?=[a-z0-9])", lock)
    assert PIN.findall(lock)
    assert all("--hash=sha256:" in entry for entry in entries[1:])


@pytest.mark.parametrize("lock", LOCKS, ids=KINDS)
def test_it_names_no_place_to_fetch_from(lock: str) -> None:
    assert "://" not in lock
    assert "index" not in lock


def test_it_works_on_what_it_runs_on() -> None:
    assert set(PIN.findall(RUN)) <= set(PIN.findall(DEV))
    versions = dict(PIN.findall(DEV))
    assert {versions.get(name, version) == version for name, version in PIN.findall(NUMBERS)} == {
        True
    }


def test_it_vendors_modules_that_import_nothing() -> None:
    """Static files' storage looks for imports in our own scripts only."""
    importing = re.compile(rb"""(?:^|[;\s])(?:import|export)\b[^;"'`]*?from\s*["']\.""")
    vendor = ROOT / "src" / "nearer" / "web" / "static" / "vendor"
    modules = [path for path in vendor.rglob("*") if path.suffix in {".js", ".mjs"}]
    assert modules
    assert [path.name for path in modules if importing.search(path.read_bytes())] == []


def test_it_names_nothing_of_the_place_where_it_was_made() -> None:
    """Whoever reads this house finds no machine of ours in it: no folders, hosts or tools."""
    halves = [
        ("/wo", "rk/"),
        ("/tm", "p/"),
        ("/ro", "ot/"),
        ("py", "pi.org"),
        ("python", "hosted"),
        ("npm", "js.org"),
        ("deb.deb", "ian.org"),
        ("pye", "nv"),
        ("cla", "ude"),
        ("open", "ai"),
        ("anth", "ropic"),
        ("chat", "gpt"),
        ("co", "pilot"),
    ]
    words = ["".join(pair) for pair in halves]
    suffixes = (".py", ".md", ".toml", ".html", ".js", ".css", ".txt", ".in", ".json", "")
    paths = [*files(*suffixes), *(path for path in ROOT.iterdir() if path.is_file())]
    found = {
        f"{path.name}: {word}"
        for path in paths
        if path.suffix in suffixes and not path.name.startswith(".cov")
        for word in words
        if word in path.read_text("utf-8").lower()
    }
    assert found == set()
