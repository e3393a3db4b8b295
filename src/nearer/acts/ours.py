"""What of the things of both waits for one of them: for Today, in two queries."""

from dataclasses import dataclass
from datetime import date, datetime

from nearer.acts.agree import thread_of
from nearer.acts.cycle import opened_of
from nearer.core.ours import due, see_agreement, see_cycle
from nearer.store.log import Log


@dataclass(frozen=True, slots=True)
class OursWaits:
    """Whether something was added to the cycle, a version is proposed, the day to look has come."""

    cycle: bool
    version: bool
    again: bool

    def __bool__(self) -> bool:
        """Whether anything does."""
        return self.cycle or self.version or self.again


def what_waits(log: Log, *, now: datetime, today: date) -> OursWaits:
    """What waits for this person; nothing while they are not linked."""
    couple = log.couple
    if couple is None:
        return OursWaits(cycle=False, version=False, again=False)
    entries = log.about(couple, [couple.id, thread_of(couple.id)])
    noted = opened_of(log, entries)
    cycle = see_cycle([*entries, *noted], who=log.me, now=now)
    agreement = see_agreement([*entries, *noted], who=log.me)
    return OursWaits(
        cycle=bool(cycle.waiting),
        version=bool(agreement.waiting),
        again=due(agreement, noted, who=log.me, today=today),
    )
