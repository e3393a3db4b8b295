"""A link on its way from one person of the tests to another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self

from django.utils import timezone

from nearer.acts import pair

if TYPE_CHECKING:
    from datetime import datetime

    from tests.cast import Someone

    from nearer.acts.pair import NewInvite
    from nearer.store.models import Invite
    from nearer.vault.pairing import InviteSecret


@dataclass
class Link:
    """A link that somebody made, with the half of it that no server has."""

    inviter: Someone
    new: NewInvite
    secret: InviteSecret
    invite: Invite

    @classmethod
    def by(cls, inviter: Someone, *, now: datetime | None = None, **ids: Any) -> Self:
        """Somebody makes a link."""
        new, secret = inviter.side.invite()
        new = replace(new, **ids)
        invite = pair.invite(inviter.person, new, now=now or timezone.now())
        return cls(inviter, new, secret, invite)

    def take(
        self, who: Someone, *, proof: bytes | None = None, now: datetime | None = None
    ) -> Invite:
        """Somebody takes it."""
        new = self.new
        marks, words = who.side.accept(self.secret, new.id, new.space, self.inviter.id, new.box)
        return pair.accept(
            who.person,
            new.id,
            proof=new.proof if proof is None else proof,
            marks_key=marks,
            words_key=words,
            now=now or timezone.now(),
        )
