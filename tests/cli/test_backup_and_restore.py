"""A host can bring everything back as it was at one moment."""

import io
import json
import stat
import tarfile
from pathlib import Path

import pytest
from tests.cli.ledger import ask, open_ledger, pairs, write_pair, writer
from tests.program import Program, program

ACCOUNTS = "SELECT count(*) FROM store_person"


def backup(nearer: Program, name: str = "nearer.tar") -> Path:
    file = nearer.folder / name
    ended = nearer.run("backup", str(file))
    assert ended.returncode == 0, ended.stderr
    return file


def rewrite(file: Path, change: dict[str, bytes]) -> None:
    """Put other bytes in place of some of a tar's files."""
    with tarfile.open(file) as tar:
        found = {name: tar.extractfile(name).read() for name in tar.getnames()}  # type: ignore[union-attr]
    with tarfile.open(file, "w") as tar:
        for name, content in (found | change).items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))


def test_it_is_whole_while_somebody_writes(lived_in: Program) -> None:
    open_ledger(lived_in)
    with writer(lived_in):
        file = backup(lived_in)
    written = len(pairs(lived_in))
    assert lived_in.run("restore", str(file), "--replace").returncode == 0
    assert 0 < len(pairs(lived_in)) <= written


def test_it_brings_back_what_was_there(lived_in: Program) -> None:
    open_ledger(lived_in)
    write_pair(lived_in, 1)
    secret = (lived_in.data / "secret").read_text("ascii")
    file = backup(lived_in)
    write_pair(lived_in, 2)
    (lived_in.data / "secret").write_text("x" * 64, "ascii")

    ended = lived_in.run("restore", str(file), "--replace")

    assert ended.returncode == 0, ended.stderr
    assert pairs(lived_in) == [1]
    assert (lived_in.data / "secret").read_text("ascii") == secret
    assert ask(lived_in, ACCOUNTS) == [(0,)]
    with lived_in.serving():
        pass


def test_it_brings_it_back_while_nearer_is_running(lived_in: Program) -> None:
    open_ledger(lived_in)
    write_pair(lived_in, 1)
    file = backup(lived_in)
    write_pair(lived_in, 2)
    with lived_in.serving():
        assert lived_in.run("restore", str(file), "--replace").returncode == 0
        assert lived_in.answers()
    assert pairs(lived_in) == [1]


def test_it_brings_it_to_a_new_machine(lived_in: Program, tmp_path: Path) -> None:
    open_ledger(lived_in)
    write_pair(lived_in, 1)
    file = backup(lived_in)
    other = tmp_path / "other"
    other.mkdir()
    with program(other) as fresh:
        ended = fresh.run("restore", str(file))
        assert ended.returncode == 0, ended.stderr
        assert pairs(fresh) == [1]
        assert stat.S_IMODE((fresh.data / "secret").stat().st_mode) == 0o600


def test_it_lets_a_later_version_s_tables_go(lived_in: Program) -> None:
    file = backup(lived_in)
    ask(lived_in, "CREATE TABLE store_of_next_year (id integer)")
    assert lived_in.run("restore", str(file), "--replace").returncode == 0
    ask(lived_in, "CREATE TABLE store_of_next_year (id integer)")


def test_it_overwrites_nothing_unasked(lived_in: Program) -> None:
    open_ledger(lived_in)
    file = backup(lived_in)
    write_pair(lived_in, 1)
    ended = lived_in.run("restore", str(file))
    assert ended.returncode == 1
    assert "add --replace" in ended.stderr
    assert pairs(lived_in) == [1]


def test_it_is_for_its_owner_s_eyes_only(lived_in: Program) -> None:
    file = backup(lived_in)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with tarfile.open(file) as tar:
        assert all(member.mode == 0o600 and not member.uname for member in tar)


def test_it_replaces_an_older_backup_only_by_a_whole_one(lived_in: Program) -> None:
    file = backup(lived_in)
    before = file.read_bytes()
    (lived_in.data / "secret").rename(lived_in.data / "secret.gone")
    ended = lived_in.run("backup", str(file))
    assert ended.returncode == 1
    assert "There is no secret file" in ended.stderr
    assert file.read_bytes() == before
    assert [each.name for each in lived_in.folder.glob(".nearer-backup-*")] == []


@pytest.mark.parametrize("damaged", ["database", "secret"])
def test_it_refuses_a_backup_that_is_not_as_it_was(lived_in: Program, damaged: str) -> None:
    open_ledger(lived_in)
    file = backup(lived_in)
    with tarfile.open(file) as tar:
        name = next(each for each in tar.getnames() if each.startswith(damaged))
    rewrite(file, {name: b"something else"})
    ended = lived_in.run("restore", str(file), "--replace")
    assert ended.returncode == 1
    assert f"{name} is not what was backed up" in ended.stderr
    assert pairs(lived_in) == []


def test_it_refuses_what_is_no_backup(nearer: Program) -> None:
    file = nearer.folder / "letter.txt"
    file.write_text("Dear Ben", "utf-8")
    ended = nearer.run("restore", str(file))
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "is no backup of Nearer" in ended.stderr
    assert "There is no file" in nearer.run("restore", "nowhere.tar").stderr


def test_it_takes_only_the_files_that_a_backup_has(lived_in: Program) -> None:
    file = backup(lived_in)
    with tarfile.open(file) as tar:
        manifest = json.load(tar.extractfile("nearer-backup.json"))  # type: ignore[arg-type]
    manifest["sha256"]["../../outside"] = "0" * 64
    rewrite(file, {"nearer-backup.json": json.dumps(manifest).encode(), "../../outside": b"x"})
    assert "is no backup" in lived_in.run("restore", str(file), "--replace").stderr
    assert not (lived_in.folder / "outside").exists()


def test_it_refuses_the_other_kind_of_database(lived_in: Program) -> None:
    file = backup(lived_in)
    with tarfile.open(file) as tar:
        text = tar.extractfile("nearer-backup.json").read().decode()  # type: ignore[union-attr]
        kinds = {"database.sqlite3": "database.pgdump", '"sqlite"': '"postgresql"'}
        if "pgdump" in text:
            kinds = {other: one for one, other in kinds.items()}
        for one, other in kinds.items():
            text = text.replace(one, other)
        ours, theirs = next(iter(kinds.items()))
        content = tar.extractfile(ours).read()  # type: ignore[union-attr]
    rewrite(file, {"nearer-backup.json": text.encode(), theirs: content})
    ended = lived_in.run("restore", str(file), "--replace")
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "and DATABASE_URL stands for" in ended.stderr


def test_it_says_where_it_cannot_write(lived_in: Program) -> None:
    ended = lived_in.run("backup", str(lived_in.folder / "no" / "such" / "folder"))
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "cannot be written" in ended.stderr
