"""One command, and Nearer is there; one signal, and it is gone."""

import resource
import socket
import stat
import urllib.request

from tests.cli.ledger import ask
from tests.program import Program

SOON = 3.0  # seconds that a second start may take, on a machine that does nothing else


def test_it_makes_what_it_needs_for_its_owner_s_eyes_only(lived_in: Program) -> None:
    assert stat.S_IMODE(lived_in.data.stat().st_mode) == 0o700
    assert stat.S_IMODE((lived_in.data / "secret").stat().st_mode) == 0o600
    assert (lived_in.data / "static" / "staticfiles.json").is_file()


def test_it_is_there_within_three_seconds_the_second_time(lived_in: Program) -> None:
    before = busy_seconds()
    with lived_in.serving():
        pass
    assert busy_seconds() - before < SOON


def test_it_keeps_its_secret(lived_in: Program) -> None:
    secret = (lived_in.data / "secret").read_bytes()
    with lived_in.serving():
        pass
    assert (lived_in.data / "secret").read_bytes() == secret


def test_it_prints_its_address(lived_in: Program) -> None:
    process = lived_in.start()
    process.terminate()
    said, _ = process.communicate(timeout=20)
    assert f"Nearer is at {lived_in.address}\n" in said
    assert process.returncode == 0


def test_it_stops_with_a_line_where_another_program_listens(lived_in: Program) -> None:
    host, _, port = lived_in.environ["NEARER_LISTEN"].rpartition(":")
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind((host, int(port)))
        other.listen()
        ended = lived_in.run("serve")
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "which another program is using" in ended.stderr


def test_it_stops_with_a_line_where_the_secret_cannot_be_read(lived_in: Program) -> None:
    (lived_in.data / "secret").write_bytes(b"\xff\xfe")
    ended = lived_in.run("serve")
    assert ended.returncode == 2
    assert ended.stderr.startswith("NEARER_SECRET_FILE is ")
    (lived_in.data / "secret").write_text("short", "ascii")
    assert "fewer than 32 characters" in lived_in.run("serve").stderr


def test_it_invents_no_second_secret_for_people_who_are_there(lived_in: Program) -> None:
    ask(lived_in, *someone(lived_in))
    (lived_in.data / "secret").unlink()
    ended = lived_in.run("serve")
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "the secret file" in ended.stderr
    assert not (lived_in.data / "secret").exists()


def test_it_stops_with_a_line_where_the_database_is_out_of_reach(nearer: Program) -> None:
    url = "postgres://nobody@127.0.0.1:1/nowhere"
    ended = nearer.run("serve", DATABASE_URL=url)
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert ended.stderr.startswith("Error: The database cannot be opened: ")


def test_it_stops_with_a_line_where_the_database_is_damaged(lived_in: Program) -> None:
    ask(lived_in, "DROP TABLE django_migrations", "CREATE TABLE django_migrations (id integer)")
    ended = lived_in.run("serve")
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert ended.stderr.startswith("Error: The database refuses: ")


def test_it_serves_static_files_for_keeping(lived_in: Program) -> None:
    manifest = (lived_in.data / "static" / "staticfiles.json").read_text("utf-8")
    start = manifest.index('"style/tokens.css": "') + len('"style/tokens.css": "')
    name = manifest[start : manifest.index('"', start)]
    with lived_in.serving() as address:
        request = urllib.request.Request(f"{address}/static/{name}")
        request.add_header("Accept-Encoding", "br")
        with urllib.request.urlopen(request) as answer:
            headers = dict(answer.headers)
    assert headers["content-encoding"] == "br"
    assert "immutable" in headers["cache-control"]
    assert headers["x-content-type-options"] == "nosniff"


def test_it_collects_anew_only_what_changed(lived_in: Program) -> None:
    stamp = lived_in.data / "static" / "collected-from"
    stamp.write_text("another version", "ascii")
    (lived_in.data / "static" / "old.123.css").write_text("", "ascii")
    with lived_in.serving():
        pass
    assert stamp.read_text("ascii") != "another version"
    assert not (lived_in.data / "static" / "old.123.css").exists()


def someone(nearer: Program) -> list[str]:
    """An account that is nothing but a row: every column that must be filled gets something."""
    if "DATABASE_URL" in nearer.environ:
        columns = ask(
            nearer,
            "SELECT column_name, data_type FROM information_schema.columns"
            " WHERE table_name = 'store_person'",
        )
    else:
        columns = [(row[1], row[2]) for row in ask(nearer, "PRAGMA table_info(store_person)")]
    names = ", ".join(f'"{name}"' for name, _ in columns)
    values = ", ".join(_something(kind.lower()) for _, kind in columns)
    return [f"INSERT INTO store_person ({names}) VALUES ({values})"]  # noqa: S608  our own columns


def _something(kind: str) -> str:
    kinds = {
        "uuid": "'00000000-0000-0000-0000-000000000001'",
        "char(32)": "'00000000000000000000000000000001'",
        "bytea": "'\\x00'",
        "blob": "x'00'",
        "bool": "false",
        "boolean": "false",
        "smallint": "1",
        "integer": "1",
        "bigint": "1",
        "smallint unsigned": "1",
        "datetime": "'2031-01-01 00:00:00'",
        "date": "'2031-01-01'",
        "timestamp with time zone": "'2031-01-01'",
    }
    return kinds.get(kind, "'Ada'")


def busy_seconds() -> float:
    """What ended child processes had of a processor: other work beside the tests is not in it."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
