"""FIELDS.toml: the guide for whoever edits the words, and the rule they are checked by."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Literal

import msgspec

from nearer.content.folder import GUIDE
from nearer.content.problems import ContentError, Problem
from nearer.content.toml import read_toml

FieldKind = Literal[
    "text", "id", "ids", "choice", "number", "range", "numbers", "yes", "day",
    "plain", "words", "patterns", "decimal", "quoted", "quotes",
]  # fmt: skip


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of entry: which file it is in and what it is.

    With `each`, the name of a field that is a choice, `file` is a folder with a file for each of
    its words, and an entry gets the word from the file it stands in. With `own`, each language has
    entries of its own: no record refers to their ids.
    """

    name: str
    file: str
    means: str
    each: str = ""
    own: bool = False


class Field(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of an entry: what it means and what may stand there."""

    table: str
    name: str
    means: str
    kind: FieldKind
    example: Any
    required: bool = True
    longest: int = 0
    of: str = ""
    both_ways: bool = False
    most: int = 0
    one_of: tuple[str, ...] = ()
    lowest: float = 0
    highest: float = 0


class _Written(msgspec.Struct, forbid_unknown_fields=True):
    table: tuple[Table, ...]
    field: tuple[Field, ...]
    voice: dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Guide:
    """Every table and field by name, and for each language what no text may contain, and why."""

    tables: Mapping[str, Table]
    fields: Mapping[str, Mapping[str, Field]]
    voice: Mapping[str, Mapping[str, str]]

    @property
    def files(self) -> tuple[str, ...]:
        """The files that a language has."""
        return tuple(
            dict.fromkeys(file for table in self.tables.values() for file in self._files_of(table))
        )

    def tables_in(self, file: str) -> tuple[str, ...]:
        """The names of the tables that this file may have."""
        return tuple(table.name for table in self.tables.values() if file in self._files_of(table))

    def file_of(self, table: str, lines: Mapping[str, Any]) -> str:
        """The file in which an entry of this table, with these lines, stands."""
        one = self.tables[table]
        return f"{one.file}{lines[one.each]}.toml" if one.each else one.file

    def given_by(self, table: str, file: str) -> Mapping[str, str]:
        """The line that an entry has because it stands in this file, if there is one."""
        one = self.tables[table]
        return {one.each: PurePosixPath(file).stem} if one.each else {}

    def _files_of(self, table: Table) -> tuple[str, ...]:
        if not table.each:
            return (table.file,)
        words = self.fields[table.name][table.each].one_of
        return tuple(self.file_of(table.name, {table.each: word}) for word in words)


def read_guide(folder: Path) -> Guide:
    """The guide of a content folder. Raises ContentError."""
    raw = read_toml(folder / GUIDE, GUIDE)
    if isinstance(raw, Problem):
        raise ContentError([raw])
    try:
        written = msgspec.convert(raw, _Written)
    except msgspec.ValidationError as error:
        raise ContentError([Problem(GUIDE, "", "", str(error))]) from None
    tables = {table.name: table for table in written.table}
    fields: dict[str, dict[str, Field]] = {name: {} for name in tables}
    for field in written.field:
        if field.table not in tables or (field.of and field.of not in tables):
            what = f"there is no table “{field.of if field.table in tables else field.table}”"
            raise ContentError([Problem(GUIDE, field.table, field.name, what)])
        fields[field.table][field.name] = field
    for table in written.table:
        if table.each and table.each not in fields[table.name]:
            what = f"there is no field “{table.each}” to have a file for each word of"
            raise ContentError([Problem(GUIDE, table.name, "each", what)])
    return Guide(tables, fields, written.voice)
