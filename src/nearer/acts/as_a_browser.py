"""What a browser makes, made in Python: for the example couple and for tests.

The real one is `web/static/words/`. Nothing here runs for a real person: their passphrase, root
key and words never reach a server.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from nearer.acts.begin import NewPerson, NewSlot
from nearer.acts.pair import NewInvite
from nearer.vault import Address, PersonKeys, Purpose, Secret, SlotKind, SpaceKeys
from nearer.vault.pairing import InviteSecret, invite_proof, open_invite, seal_invite
from nearer.vault.passphrase import Stretched, stretch
from nearer.vault.records import open_box, plain_to_words, seal, words_to_plain
from nearer.vault.recovery import new_code, stretch_code, write_code
from nearer.vault.slots import seal_slot
from nearer.vault.spaces import open_space_key, seal_space_key

PROFILE = "standard"


@dataclass
class BrowserSide:
    """One person's browser: everything the server never has."""

    name: str
    passphrase: str
    id: UUID = field(default_factory=uuid4)
    own: UUID = field(default_factory=uuid4)
    root: Secret = field(default_factory=Secret.fresh)
    code: Secret = field(default_factory=new_code)
    profile: str = PROFILE
    salt: bytes = field(default_factory=lambda: Secret.fresh(16).reveal())
    words_keys: dict[UUID, Secret] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.keys = PersonKeys.from_root(self.root)

    @property
    def recovery_code(self) -> str:
        """The code as it stands on paper."""
        return write_code(self.code)

    def passphrase_slot(self, passphrase: str = "") -> NewSlot:
        """A fresh passphrase slot, for this or a new passphrase. The salt stays."""
        halves = stretch(passphrase or self.passphrase, self.salt, self.profile)
        return self._slot(halves, SlotKind.PASSPHRASE, self.profile, self.salt)

    def recovery_slot(self, code: Secret | None = None) -> NewSlot:
        """A slot for this or a new recovery code."""
        return self._slot(stretch_code(code or self.code), SlotKind.RECOVERY)

    def _slot(
        self, halves: Stretched, kind: SlotKind, profile: str = "", salt: bytes = b""
    ) -> NewSlot:
        box = seal_slot(halves.slot_key, kind, self.id, self.root)
        return NewSlot(halves.login_proof.reveal(), box, profile, salt)

    def new_person(self) -> NewPerson:
        """The account as it is sent, with an own space whose keys are sealed to oneself."""
        keys = SpaceKeys.fresh()
        self.words_keys[self.own] = keys.words
        marks_key, words_key = self.seal_to_me(self.own, keys)
        return NewPerson(
            id=self.id,
            name=self.name,
            marks_public=self.keys.marks.public,
            words_public=self.keys.words.public,
            passphrase=self.passphrase_slot(),
            recovery=self.recovery_slot(),
            space=self.own,
            marks_key=marks_key,
            words_key=words_key,
        )

    def seal_to_me(self, space: UUID, keys: SpaceKeys) -> tuple[bytes, bytes]:
        """Both keys of a space, sealed to this person: marks, then words."""
        return (
            seal_space_key(self.keys.marks.public, Purpose.MARKS, space, self.id, keys.marks),
            seal_space_key(self.keys.words.public, Purpose.WORDS, space, self.id, keys.words),
        )

    def take_words_key(self, space: UUID, sealed: bytes) -> None:
        """Open a space's words key, as it stands in a page."""
        private = self.keys.words.private
        self.words_keys[space] = open_space_key(private, Purpose.WORDS, space, self.id, sealed)

    def invite(self) -> tuple[NewInvite, InviteSecret]:
        """A new invite and the secret half of its link."""
        secret, keys, invite, space = InviteSecret.make(), SpaceKeys.fresh(), uuid4(), uuid4()
        self.words_keys[space] = keys.words
        marks_key, words_key = self.seal_to_me(space, keys)
        box = seal_invite(secret, invite, space, self.id, keys)
        proof = invite_proof(secret).reveal()
        return NewInvite(invite, space, box, proof, marks_key, words_key), secret

    def accept(
        self, secret: InviteSecret, invite: UUID, space: UUID, inviter: UUID, box: bytes
    ) -> tuple[bytes, bytes]:
        """The couple's keys from an invite, sealed to this person: marks, then words."""
        keys = open_invite(secret, invite, space, inviter, box)
        self.words_keys[space] = keys.words
        return self.seal_to_me(space, keys)

    def seal_words(self, space: UUID, record: UUID, words: Mapping[str, str]) -> bytes:
        """A words box of this person's for a record."""
        at = Address(space, record, self.id)
        return seal(self.words_keys[space], Purpose.WORDS, at, words_to_plain(words))

    def open_words(self, space: UUID, record: UUID, author: UUID, box: bytes) -> dict[str, str]:
        """The words in a box."""
        at = Address(space, record, author)
        return plain_to_words(open_box(self.words_keys[space], Purpose.WORDS, at, box))
