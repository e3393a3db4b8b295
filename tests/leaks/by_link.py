"""The canary's letter by link: every field of it, and an answer taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.test import Client
from tests.by_link import LinkedOne

from nearer.vault.letters import letter_proof, seal_letter
from nearer.vault.records import words_to_plain
from nearer.vault.wire import to_text

if TYPE_CHECKING:
    from tests.leaks.typist import Typist


def write_and_read_by_link(cleo: Typist) -> None:
    """She writes one, somebody with no account answers, she opens it; and she keeps another's."""
    one, phrase = LinkedOne.by(cleo.who), cleo.phrase
    new, secret = one.new, one.secret
    box = seal_letter(secret, new.id, words_to_plain({"feeling": phrase, "reason": phrase}))
    sent = {name: getattr(new, name) for name in ("box", "proof", "marks_key", "words_key")}
    sent |= {"letter_box": box, "letter_proof": letter_proof(secret).reveal()}
    texts = {name: to_text(value) for name, value in sent.items()}
    there = cleo.fill("/by-link/new/", invite=str(new.id), space=str(new.space), **texts)
    for url in (there, "/by-link/", "/us/"):
        cleo.look(url)
    answer = {
        "proof": texts["letter_proof"],
        "answer": to_text(one.sealed_answer({"words": phrase})),
    }
    path, reader = f"/letter/{new.id}/", Client()
    for act in ("", "open/", "answer/"):
        cleo.answers.append(
            reader.post(f"{path}{act}", answer, "application/json") if act else reader.get(path)
        )
        assert cleo.answers[-1].status_code == 200
    cleo.look("/today/")
    cleo.look(cleo.fill(there))
    cleo.look(cleo.fill(path))
    cleo.press(f"{there}take-back/")
