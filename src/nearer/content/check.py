"""Every problem in a content folder, at once and in words."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from nearer.content.guide import Field, Guide, read_guide
from nearer.content.problems import ContentError, Problem
from nearer.content.toml import read_toml
from nearer.content.values import Ids, did_you_mean, wrong_value, wrong_voice

FIRST = "en"
"""The language whose ids the others have too."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z]+)?")
_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")

Entries = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""What stands in a language's files: by table, then by id, then by field."""


def check(folder: Path) -> list[Problem]:
    """Everything that is wrong in this content folder, in every language; empty if nothing is."""
    try:
        guide = read_guide(folder)
    except ContentError as error:
        return list(error.problems)
    languages = [
        inside.name
        for inside in sorted(folder.iterdir())
        if inside.is_dir() and _LANGUAGE.fullmatch(inside.name)
    ]
    read = {language: read_language(folder, language, guide) for language in languages}
    problems = [problem for _, found in read.values() for problem in found]
    first, _ = read.get(FIRST, ({}, []))
    for language, (entries, found) in read.items():
        if not found:
            problems += _not_in_both(first, entries, language, guide)
    return problems


def _not_in_both(
    first: Entries, entries: Entries, language: str, guide: Guide
) -> Iterator[Problem]:
    """Entries of one language without their like in the other: a record holds ids, not words."""
    for table, inside in first.items():
        if guide.tables[table].own:
            continue
        here = entries[table]
        for one in inside.keys() - here.keys():
            file = f"{language}/{guide.file_of(table, inside[one])}"
            yield Problem(file, f"{table} “{one}”", "", f"it is in {FIRST} and missing here")
        for one in here.keys() - inside.keys():
            file = f"{language}/{guide.file_of(table, here[one])}"
            yield Problem(file, f"{table} “{one}”", "", f"it is here and missing in {FIRST}")


def read_language(folder: Path, language: str, guide: Guide) -> tuple[Entries, list[Problem]]:
    """What stands in the files of one language, and what is wrong with it.

    The entries are only fit for use if nothing is wrong.
    """
    entries: dict[str, dict[str, dict[str, Any]]] = {table: {} for table in guide.tables}
    problems: list[Problem] = []
    for name in guide.files:
        file = f"{language}/{name}"
        raw = read_toml(folder / language / name, file)
        if isinstance(raw, Problem):
            problems.append(raw)
            continue
        tables = {table: guide.given_by(table, name) for table in guide.tables_in(name)}
        problems += _place(raw, file, tables, entries)
    if not problems:  # else every reference into an unread file would be reported too
        problems = list(_all_wrong(entries, language, guide))
    return entries, problems


def _place(
    raw: Mapping[str, Any],
    file: str,
    tables: Mapping[str, Mapping[str, str]],
    entries: dict[str, dict[str, dict[str, Any]]],
) -> Iterator[Problem]:
    """Put what stands in a file where it belongs; give what belongs nowhere.

    `tables` are those that the file may have, with the lines that the file itself gives.
    """
    for table, inside in raw.items():
        if table not in tables:
            yield Problem(file, "", table, f"no such table{did_you_mean(table, tables)}")
            continue
        if not isinstance(inside, dict):
            yield Problem(file, "", table, f"it begins with a line [{table}.some_id]")
            continue
        for one, lines in inside.items():
            given = tables[table]
            for field, what in _out_of_place(table, one, lines, given, entries[table]):
                yield Problem(file, f"{table} “{one}”", field, what)
            if isinstance(lines, dict):
                entries[table].setdefault(one, {**lines, **given})


def _out_of_place(
    table: str, one: str, lines: object, given: Mapping[str, str], taken: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Why an entry cannot stand here as it does: the field, if it is one, and what."""
    if not _ID.fullmatch(one):
        yield "", "an id is made of small letters, digits and _, and begins with a letter"
    elif not isinstance(lines, dict):
        yield "", f"it begins with a line [{table}.{one}]"
    elif one in taken:
        yield "", "another file has this id already"
    else:
        for twice in given.keys() & lines.keys():
            yield twice, "the file’s name says it; leave the line out"


def _all_wrong(entries: Entries, language: str, guide: Guide) -> Iterator[Problem]:
    ids: Ids = {table: inside.keys() for table, inside in entries.items()}
    voice = guide.voice.get(language, {})
    for table, inside in entries.items():
        fields = guide.fields[table]
        for one, lines in inside.items():
            file = f"{language}/{guide.file_of(table, lines)}"
            entry = f"{table} “{one}”"
            for field, what in _wrong(one, lines, fields, ids, voice):
                yield Problem(file, entry, field, what)
            for field, what in _one_way(one, lines, fields, entries):
                yield Problem(file, entry, field, what)


def _wrong(
    one: str,
    lines: Mapping[str, Any],
    fields: Mapping[str, Field],
    ids: Ids,
    voice: Mapping[str, str],
) -> Iterator[tuple[str, str]]:
    """What is wrong in one entry taken by itself: the field, and what."""
    for name in lines.keys() - fields.keys():
        yield name, f"no such field{did_you_mean(name, fields.keys())}"
    for name, field in fields.items():
        if name not in lines:
            if field.required:
                yield name, f"the line is missing. It says: {field.means}"
            continue
        value = lines[name]
        what = wrong_value(value, field, ids)
        if what is None and field.kind == "text":
            what = wrong_voice(value, voice)
        if what is None and field.kind == "ids" and field.both_ways and one in value:
            what = "it names itself"
        if what is not None:
            yield name, what


def _one_way(
    one: str, lines: Mapping[str, Any], fields: Mapping[str, Field], entries: Entries
) -> Iterator[tuple[str, str]]:
    """What this entry names without being named by it, where a field goes both ways."""
    for name, field in fields.items():
        named = lines.get(name)
        if not field.both_ways or not isinstance(named, list):
            continue
        for other in named:
            back = entries[field.of].get(str(other), {}).get(name, [one])
            if isinstance(back, list) and one not in back:
                yield name, f"“{other}” is named here, but does not name “{one}”"
