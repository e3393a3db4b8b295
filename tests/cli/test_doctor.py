"""The doctor says in words what is wrong, and nothing is wrong with a house that was just built."""

import pytest
from tests.cli.ledger import ask
from tests.program import Program

on_sqlite = pytest.mark.skipif("'DATABASE_URL' in os.environ", reason="SQLite's own")


def test_it_finds_a_fresh_house_in_order(nearer: Program) -> None:
    ended = nearer.run("doctor")
    assert ended.returncode == 0, ended.stdout
    assert "There is no secret file" in ended.stdout


def test_it_finds_a_house_in_use_in_order(lived_in: Program) -> None:
    ended = lived_in.run("doctor")
    assert ended.returncode == 0, ended.stdout
    assert "WRONG" not in ended.stdout
    for sentence in ("Every setting can be used.", "The database is of this version."):
        assert sentence in ended.stdout


def test_it_says_every_wrong_setting_at_once(nearer: Program) -> None:
    ended = nearer.run("doctor", NEARER_WORKERS="many", NEARER_LANGUAGE="tlh")
    assert ended.returncode == 1
    assert ended.stdout.count("WRONG") == 2
    assert "NEARER_WORKERS" in ended.stdout
    assert "NEARER_LANGUAGE" in ended.stdout


def test_it_sees_a_secret_that_cannot_be_one(lived_in: Program) -> None:
    (lived_in.data / "secret").write_text("short", "ascii")
    assert "WRONG  NEARER_SECRET_FILE" in lived_in.run("doctor").stdout


def test_it_sees_who_else_can_read_the_secret(lived_in: Program) -> None:
    (lived_in.data / "secret").chmod(0o644)
    lived_in.data.chmod(0o755)
    ended = lived_in.run("doctor")
    assert ended.returncode == 1
    assert "chmod 600" in ended.stdout
    assert "chmod 700" in ended.stdout


def test_it_sees_a_database_that_is_out_of_reach(nearer: Program) -> None:
    ended = nearer.run("doctor", DATABASE_URL="postgres://nobody@127.0.0.1:1/nowhere")
    assert ended.returncode == 1
    assert "WRONG  The database cannot be opened" in ended.stdout


def test_it_sees_migrations_still_to_come(lived_in: Program) -> None:
    ask(lived_in, "DELETE FROM django_migrations WHERE app = 'store'")
    assert "still to come" in lived_in.run("doctor").stdout


def test_it_sees_a_database_of_a_later_version(lived_in: Program) -> None:
    ask(
        lived_in,
        "INSERT INTO django_migrations (app, name, applied)"
        " VALUES ('store', '9999_next_year', '2031-01-01')",
    )
    ended = lived_in.run("doctor")
    assert ended.returncode == 1
    assert "by a later Nearer" in ended.stdout


@on_sqlite
def test_it_sees_a_torn_page(lived_in: Program) -> None:
    file = lived_in.data / "nearer.sqlite3"
    content = bytearray(file.read_bytes())
    content[8192:12288] = b"\xff" * 4096
    file.write_bytes(content)
    ended = lived_in.run("doctor")
    assert ended.returncode == 1
    assert "WRONG  The database" in ended.stdout


@on_sqlite
def test_it_sees_a_file_that_is_no_database(lived_in: Program) -> None:
    (lived_in.data / "nearer.sqlite3").write_text("Dear Ben, " * 500, "utf-8")
    assert "WRONG  The database cannot be opened" in lived_in.run("doctor").stdout


def test_it_speaks_of_https_and_of_proxies(lived_in: Program) -> None:
    said = lived_in.run("doctor", NEARER_ORIGIN="https://nearer.example").stdout
    assert "cookies are for https only" in said
    assert "NEARER_TRUSTED_PROXY names nobody" in said


def test_it_sees_development(lived_in: Program) -> None:
    assert "NEARER_DEVELOPMENT is yes" in lived_in.run("doctor", NEARER_DEVELOPMENT="yes").stdout
