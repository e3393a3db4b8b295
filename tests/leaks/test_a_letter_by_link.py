"""A letter by link is read by whoever has the link, and nothing tells its writer that it was."""

from uuid import uuid4

import time_machine
from django.test import Client
from django.utils import timezone
from tests.cast import Cast
from tests.leaks.two_worlds import Eyes, differences
from tests.web.paths import nobodys

from nearer.acts import by_link
from nearer.acts.by_link import SealedLetter
from nearer.core.moments import LetterByLink
from nearer.store.log import Draft
from nearer.vault.wire import to_text


def test_it_tells_the_writer_of_a_letter_by_link_nothing_of_its_being_opened(cast: Cast) -> None:
    with time_machine.travel(timezone.now(), tick=False):
        cleo, eve = cast.cleo, cast.eve
        new, _ = cleo.side.invite()
        copy = Draft(uuid4(), LetterByLink(letter=new.id), timezone.now())
        proof = bytes(range(32))
        by_link.send(
            cleo.person, cleo.log, new, SealedLetter(bytes(300), proof), copy, now=timezone.now()
        )
        ids = nobodys() | {"linked": copy.id, "letter_id": new.id, "invite_id": new.id}
        eyes = Eyes(cleo, eve, ids, (uuid4(),))
        eyes.draws()
        before = [*eyes.glances(), *eyes.looks()]
        for reader in (Client(), eve.again().client):
            assert reader.get(f"/letter/{new.id}/").status_code == 200
            opened = reader.post(
                f"/letter/{new.id}/open/", {"proof": to_text(proof)}, "application/json"
            )
            assert opened.status_code == 200
        found = differences(before, [*eyes.glances(), *eyes.looks()])
        assert not found, "\n".join(["Cleo could learn that her letter was opened:", *found])
