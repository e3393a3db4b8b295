"""What a case of the shared vectors gives, read as the vault's own types."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from nearer.vault.pairing import InviteSecret
from nearer.vault.records import Address
from nearer.vault.secret import Secret
from nearer.vault.slots import SlotKind
from nearer.vault.spaces import Purpose

Json = dict[str, Any]


class Given:
    """One case's fields: bytes are hex there, and ids UUIDs as text."""

    def __init__(self, fields: Mapping[str, Any]) -> None:
        self.fields = fields

    def any(self, field: str) -> Any:
        return self.fields[field]

    def bytes(self, field: str) -> bytes:
        return bytes.fromhex(self.fields[field])

    def secret(self, field: str) -> Secret:
        return Secret(self.bytes(field))

    def id(self, field: str) -> UUID:
        return UUID(self.fields[field])

    @property
    def purpose(self) -> Purpose:
        return Purpose[self.fields["purpose"].upper()]

    @property
    def kind(self) -> SlotKind:
        return SlotKind[self.fields["kind"].upper()]

    @property
    def address(self) -> Address:
        return Address(self.id("space"), self.id("record"), self.id("author"))

    @property
    def letter(self) -> tuple[InviteSecret, UUID]:
        return InviteSecret(self.bytes("secret")), self.id("letter")

    @property
    def invite(self) -> tuple[InviteSecret, UUID, UUID, UUID]:
        secret = InviteSecret(self.bytes("secret"))
        return secret, self.id("invite"), self.id("space"), self.id("inviter")
