"""The file that a backup is: one tar with the database, the server's secret and a manifest.

The manifest names the hash of each other file, so that a torn or altered backup is noticed before
anything is put in its place.
"""

import hashlib
import json
import os
import tarfile
import time
from dataclasses import dataclass
from pathlib import Path

import click

from nearer import __version__

FORMAT = 1
MANIFEST = "nearer-backup.json"
SECRET = "secret"  # noqa: S105  the name of the file, not what is in it
DATABASE = {"sqlite": "database.sqlite3", "postgresql": "database.pgdump"}
CHUNK = 1024 * 1024  # bytes


@dataclass(frozen=True)
class Manifest:
    """What is in a backup: which kind of database, made when and by which version, and hashes."""

    database: str
    made: str
    version: str
    hashes: dict[str, str]


def write(path: Path, folder: Path, *, database: str) -> Manifest:
    """Put every file of a folder into a tar at `path`, for its owner's eyes only, and on disk."""
    names = sorted(each.name for each in folder.iterdir())
    hashes = {name: sha256(folder / name) for name in names}
    made = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    manifest = Manifest(database, made, __version__, hashes)
    (folder / MANIFEST).write_text(_to_json(manifest), "utf-8")
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as file:
        with tarfile.open(fileobj=file, mode="w") as tar:
            for name in [MANIFEST, *names]:
                tar.add(folder / name, arcname=name, filter=_nobody_s)
        file.flush()
        os.fsync(file.fileno())
    return manifest


def unpack(path: Path, folder: Path) -> Manifest:
    """Unpack a backup into an empty folder, and see that every byte is as it was.

    Only the files that the manifest names are taken, under those names, so nothing in a tar made
    by somebody else can land anywhere else.

    Raises:
        ClickException: with one line, if it is no backup, is damaged, or is of a later format.
    """
    try:
        with tarfile.open(path) as tar:
            manifest = _from_json(_member(tar, MANIFEST).decode("utf-8"))
            for name in manifest.hashes:
                _take_out(tar, name, folder / name)
    except FileNotFoundError:
        raise click.ClickException(f"There is no file {path}.") from None
    except (OSError, tarfile.TarError, ValueError, KeyError, TypeError):
        raise click.ClickException(f"{path} is no backup of Nearer, or it is damaged.") from None
    for name, expected in manifest.hashes.items():
        if sha256(folder / name) != expected:
            raise click.ClickException(f"{path} is damaged: {name} is not what was backed up.")
    return manifest


def sha256(path: Path) -> str:
    """The hash of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _to_json(manifest: Manifest) -> str:
    facts = {
        "format": FORMAT,
        "nearer": manifest.version,
        "made": manifest.made,
        "database": manifest.database,
        "sha256": manifest.hashes,
    }
    return json.dumps(facts, indent=2) + "\n"


def _from_json(text: str) -> Manifest:
    facts = json.loads(text)
    if facts["format"] != FORMAT:
        raise click.ClickException("This backup was made by a later Nearer than this one.")
    hashes = dict(facts["sha256"])
    if set(hashes) != {DATABASE[facts["database"]], SECRET}:
        raise ValueError
    return Manifest(facts["database"], facts["made"], facts["nearer"], hashes)


def _nobody_s(info: tarfile.TarInfo) -> tarfile.TarInfo:
    """A member without the names and numbers of whoever made it."""
    info.uid = info.gid = 0
    info.uname = info.gname = ""
    info.mode = 0o600
    return info


def _member(tar: tarfile.TarFile, name: str) -> bytes:
    file = tar.extractfile(name)
    if file is None:
        raise ValueError
    return file.read(CHUNK)


def _take_out(tar: tarfile.TarFile, name: str, target: Path) -> None:
    source = tar.extractfile(name)
    if source is None:
        raise ValueError
    handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as file:
        while chunk := source.read(CHUNK):
            file.write(chunk)
