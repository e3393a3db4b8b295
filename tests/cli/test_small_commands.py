"""The commands that do one small thing."""

from tests.cli.ledger import ask
from tests.program import Program

from nearer import __version__
from nearer.cli import NAMES


def test_it_clears_away_what_has_ended(lived_in: Program) -> None:
    long_ago = "INSERT INTO store_allowance (key, tokens, at) VALUES ({}, 1, '2001-01-01')"
    key = "'\\x00'" if "DATABASE_URL" in lived_in.environ else "x'00'"
    ask(lived_in, long_ago.format(key))
    ended = lived_in.run("tend")
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout == "Gone: 0 sessions, 0 invites, 1 limits.\n"
    assert lived_in.run("tend").stdout == "Gone: 0 sessions, 0 invites, 0 limits.\n"


def test_it_finds_the_content_in_order(nearer: Program) -> None:
    ended = nearer.run("content", "check")
    assert (ended.returncode, ended.stderr) == (0, "")


def test_it_says_what_it_can_do(nearer: Program) -> None:
    said = nearer.run("--help").stdout
    for command in NAMES:
        assert f"  {command} " in said
    assert nearer.run("--version").stdout == f"{__version__}\n"


def test_it_knows_no_other_command(nearer: Program) -> None:
    ended = nearer.run("spy")
    assert ended.returncode == 2
    assert "No such command 'spy'" in ended.stderr


def test_it_has_a_secret_before_it_has_people(lived_in: Program) -> None:
    (lived_in.data / "secret").unlink()
    with lived_in.serving():
        assert (lived_in.data / "secret").exists()
