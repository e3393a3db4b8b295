"""Export: everything a person may read, for their browser to open and keep."""

from collections.abc import Iterator
from typing import Any

import msgspec

from nearer.core.moments import encode
from nearer.store.log import Log
from nearer.store.models import Person
from nearer.vault.wire import to_text

FORMAT = "nearer/export/1"


def export(person: Person, log: Log) -> dict[str, Any]:
    """What leaves with its owner, as plain data.

    Marks are readable here; words are still sealed, with what the browser needs to open them.
    In a couple's space only what this person wrote is in it: the other's words are the other's.
    """
    return {
        "format": FORMAT,
        "name": person.name,
        "began": person.began.isoformat(),
        "records": list(_records(log)),
    }


def _records(log: Log) -> Iterator[dict[str, Any]]:
    for space in log.spaces:
        for entry in log.everything(space, mine=True):
            yield {
                "id": str(entry.id),
                "space": str(space.id),
                "shared": space.kind != "own",
                "author": str(entry.author),
                "at": entry.at.isoformat(),
                "marks": msgspec.json.decode(encode(entry.moment)),
                "words": to_text(entry.words),
            }
