"""A letter by link on its way, with the half of its link that no server has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self
from uuid import UUID, uuid4

from django.utils import timezone

from nearer.acts import by_link
from nearer.acts.by_link import SealedLetter
from nearer.core.moments import LetterByLink
from nearer.store.log import Draft, Entry
from nearer.store.models import LinkedLetter
from nearer.vault.letters import letter_proof, open_answer, seal_answer, seal_letter
from nearer.vault.passphrase import verifier
from nearer.vault.records import plain_to_words, words_to_plain
from nearer.vault.wire import to_text

if TYPE_CHECKING:
    from datetime import datetime

    from tests.cast import Someone

    from nearer.acts.pair import NewInvite
    from nearer.vault.pairing import InviteSecret

SAID = {"from_name": "Cleo", "feeling": "lonely", "reason": "the door fell shut"}
ANSWERED = {"sign": "I have read it", "words": "Sunday was too much"}


@dataclass
class LinkedOne:
    """What somebody's browser made, and what a reader's makes of it."""

    writer: Someone
    new: NewInvite
    secret: InviteSecret
    record: UUID

    @classmethod
    def by(cls, writer: Someone) -> Self:
        """Somebody has written one, and not sent it."""
        new, secret = writer.side.invite()
        return cls(writer, new, secret, uuid4())

    @property
    def id(self) -> UUID:
        """The id in its link."""
        return self.new.id

    @property
    def proof(self) -> bytes:
        """What a reader shows."""
        return letter_proof(self.secret).reveal()

    @property
    def letter(self) -> SealedLetter:
        """The letter as it is sent."""
        words = {**SAID, "answer_to": to_text(self.writer.side.keys.words.public)}
        return SealedLetter(seal_letter(self.secret, self.id, words_to_plain(words)), self.proof)

    @property
    def copy(self) -> Draft:
        """The writer's own copy, with the link in its words."""
        who = self.writer
        who.learn_words_keys()
        link = f"https://nearer.example/letter/{self.id}/#{self.secret.write_fragment()}"
        words = who.side.seal_words(who.side.own, self.record, {**SAID, "link": link})
        moment = LetterByLink(letter=self.id)
        return Draft(self.record, moment, timezone.now(), words, about=self.id)

    @property
    def entry(self) -> Entry:
        """The copy as it is kept."""
        log = self.writer.log
        return log.get(log.own, self.record)

    def send(self, *, now: datetime | None = None) -> Self:
        """Send it, by the real act."""
        who = self.writer
        copy = self.copy
        by_link.send(who.person, who.log, self.new, self.letter, copy, now=now or timezone.now())
        return self

    def lay_down(self) -> Self:
        """As it is with somebody who was linked since: the letter and the copy, no invite."""
        who, letter = self.writer, self.letter
        LinkedLetter.objects.create(
            id=self.id,
            sender=who.person,
            box=letter.box,
            verifier=verifier(self.proof),
            made=timezone.now(),
        )
        who.log.write(who.log.own, self.copy)
        return self

    def sealed_answer(self, words: dict[str, str] | None = None) -> bytes:
        """An answer as a reader's browser seals it."""
        public = self.writer.side.keys.words.public
        return seal_answer(self.secret, self.id, public, words_to_plain(words or ANSWERED))

    def answer(self, box: bytes | None = None, *, now: datetime | None = None) -> bytes:
        """Somebody answers. Gives the box that was sent."""
        sealed = box or self.sealed_answer()
        by_link.answer(self.id, self.proof, sealed, now=now or timezone.now())
        return sealed

    def opened(self, sealed: bytes) -> dict[str, str]:
        """What the writer's browser makes of an answer."""
        private = self.writer.side.keys.words.private
        return plain_to_words(open_answer(self.secret, self.id, private, sealed))
