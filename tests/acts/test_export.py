"""Taking everything with one: all that is one's own, and nothing that is the other's."""

import json
from typing import Any

from tests import deeds
from tests.cast import Cast, Someone

from nearer.acts.export import FORMAT, export
from nearer.core.moments import KINDS
from nearer.store.models import Record
from nearer.vault.wire import to_bytes


def _of(who: Someone) -> list[dict[str, Any]]:
    """The records of somebody's export, as JSON carries them."""
    whole = json.loads(json.dumps(export(who.person, who.log)))
    assert whole["format"] == FORMAT
    assert whole["name"] == who.name
    records: list[dict[str, Any]] = whole["records"]
    return records


def test_it_has_every_record_she_wrote_and_none_of_his(cast: Cast) -> None:
    deeds.check_in(cast.ada)
    deeds.draft(cast.ada)
    letter = deeds.letter(cast.ada)
    answer = deeds.reply(cast.ben, letter)
    deeds.felt(cast.ada, answer, shared=True)
    for who in (cast.ada, cast.ben):
        kept = Record.objects.filter(author=who.person).values_list("id", flat=True)
        assert {record["id"] for record in _of(who)} == {str(one) for one in kept}


def test_it_has_words_that_her_browser_can_open(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    record = next(record for record in _of(cast.ada) if record["id"] == str(letter))
    assert record["shared"] is True
    assert record["marks"]["kind"] == "letter"
    box = to_bytes(record["words"])
    couple = deeds.couple_of(cast.ada).id
    assert record["space"] == str(couple)
    opened = cast.ada.side.open_words(couple, letter, cast.ada.id, box)
    assert opened == {"reason": "I miss you in the next room"}


def test_it_names_each_kind_as_the_program_does(cast: Cast) -> None:
    deeds.letter(cast.ada)
    kinds = {record["marks"]["kind"] for record in _of(cast.ada)}
    assert kinds == {"session_begun", "letter"}
    assert kinds <= set(KINDS)


def test_it_is_in_the_order_in_which_it_was_lived(cast: Cast) -> None:
    for _ in range(3):
        deeds.check_in(cast.ada)
    times = [record["at"] for record in _of(cast.ada)]
    assert times == sorted(times)
