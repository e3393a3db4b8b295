"""Two people's whole life with the vault, in any order of acts (a hypothesis state machine).

What is drawn from stands in the order in which it was made: ids are new in each run, and sorted by
them the same draw would be another record.
"""

import copy
from contextlib import suppress
from dataclasses import dataclass, field
from uuid import UUID

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tests.vault import model_house as house_of
from tests.vault.laws import TEXTS
from tests.vault.model_house import House, Step, Unlocked

from nearer.vault import Address, Purpose, Secret, SlotKind, Tampered, WrongKey, records, recovery
from nearer.vault.sessions import open_session

NAMES = st.sampled_from(["Ada", "Ben"])
CLEOS_GUESS = "the name of their cat"


@dataclass
class Memory:
    """What one of the two knows, outside the house."""

    person: UUID
    passphrase: str
    code: Secret
    prfs: list[Secret] = field(default_factory=list)
    old_passphrases: list[str] = field(default_factory=list)
    old_codes: list[Secret] = field(default_factory=list)
    cookies: list[tuple[UUID, Secret]] = field(default_factory=list)


class PowerCut(Exception):
    """The machine stops here."""


class TwoLives(RuleBasedStateMachine):
    """Ada and Ben, the house that keeps their sealed bytes, and what each of them remembers."""

    def __init__(self) -> None:
        super().__init__()
        self.house = House()
        self.minds: dict[str, Memory] = {}
        self.written: dict[UUID, tuple[UUID, UUID, str]] = {}  # record -> space, author, text
        self.couple: UUID | None = None
        self.passphrases = 0

    def new_passphrase(self) -> str:
        self.passphrases += 1
        return f"quiet words number {self.passphrases}"

    def enter(self, name: str) -> Unlocked:
        mind = self.minds[name]
        return house_of.unlock(self.house, mind.person, SlotKind.PASSPHRASE, mind.passphrase)

    def in_one_transaction(self, steps: list[Step], stop_after: int | None) -> None:
        """Do all steps, or, if the power goes in between, none."""
        before = copy.deepcopy(vars(self.house))
        for step in steps[:stop_after]:
            step()
        if stop_after is not None:
            vars(self.house).update(before)
            raise PowerCut

    @precondition(lambda self: len(self.minds) < 2)
    @rule(name=NAMES)
    def create(self, name: str) -> None:
        if name not in self.minds:
            words = self.new_passphrase()
            who, code = house_of.begin(self.house, name, words)
            self.minds[name] = Memory(who.person, words, code)

    @precondition(lambda self: self.minds)
    @rule(data=st.data())
    def unlock_in_every_way(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.minds)))
        mind, who = self.minds[name], self.enter(name)
        ways: list[tuple[SlotKind, Secret]] = [(SlotKind.RECOVERY, mind.code)]
        ways += [(SlotKind.PASSKEY, prf) for prf in mind.prfs]
        for kind, secret in ways:
            assert house_of.unlock(self.house, mind.person, kind, secret) == who
        session, cookie = house_of.sign_in(self.house, who)
        mind.cookies.append((session, cookie))
        marks = open_session(cookie, session, self.house.sessions[session][1])
        assert Secret(marks) == who.keys.marks.private

    @precondition(lambda self: self.minds)
    @rule(data=st.data(), stop_after=st.none() | st.integers(0, 3))
    def change_passphrase(self, data: st.DataObject, stop_after: int | None) -> None:
        name = data.draw(st.sampled_from(sorted(self.minds)))
        mind, new = self.minds[name], self.new_passphrase()
        kept = copy.deepcopy(self.house.records)
        steps = house_of.change_passphrase(self.house, self.enter(name), new)
        with suppress(PowerCut):
            self.in_one_transaction(steps, stop_after)
            mind.old_passphrases.append(mind.passphrase)
            mind.passphrase = new
            self.has_no_session(mind)
        assert self.house.records == kept

    @precondition(lambda self: self.minds)
    @rule(data=st.data(), stop_after=st.none() | st.integers(0, 5))
    def recover(self, data: st.DataObject, stop_after: int | None) -> None:
        name = data.draw(st.sampled_from(sorted(self.minds)))
        mind, new, code = self.minds[name], self.new_passphrase(), recovery.new_code()
        kept = copy.deepcopy(self.house.records)
        who = house_of.unlock(self.house, mind.person, SlotKind.RECOVERY, mind.code)
        steps = house_of.recover(self.house, who, new, code)
        with suppress(PowerCut):
            self.in_one_transaction(steps, stop_after)
            mind.old_passphrases.append(mind.passphrase)
            mind.old_codes.append(mind.code)
            mind.passphrase, mind.code = new, code
            self.has_no_session(mind)
        assert self.house.records == kept

    def has_no_session(self, mind: Memory) -> None:
        assert not any(session in self.house.sessions for session, _ in mind.cookies)

    @precondition(lambda self: self.minds)
    @rule(data=st.data())
    def add_passkey(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.minds)))
        prf = Secret.fresh()
        house_of.add_passkey(self.house, self.enter(name), prf)
        self.minds[name].prfs.append(prf)

    @precondition(lambda self: len(self.minds) == 2 and self.couple is None)
    @rule(inviter=NAMES)
    def pair(self, inviter: str) -> None:
        ada = self.enter(inviter)
        ben = self.enter("Ben" if inviter == "Ada" else "Ada")
        at, fragment = house_of.invite(self.house, ada)
        self.couple = house_of.accept(self.house, ben, at, fragment)
        seen = [
            house_of.compare(self.house, who, self.couple, ada.person, ben.person)
            for who in (ada, ben)
        ]
        assert seen[0] == seen[1]
        assert at not in self.house.invites

    @precondition(lambda self: self.minds)
    @rule(data=st.data(), text=TEXTS)
    def write_for_oneself(self, data: st.DataObject, text: str) -> None:
        who = self.enter(data.draw(st.sampled_from(sorted(self.minds))))
        space = data.draw(st.sampled_from(list(house_of.spaces_of(self.house, who))))
        self.keep(who, space, text)

    @precondition(lambda self: self.couple is not None)
    @rule(name=NAMES, text=TEXTS)
    def share(self, name: str, text: str) -> None:
        assert self.couple is not None
        self.keep(self.enter(name), self.couple, text)

    def keep(self, who: Unlocked, space: UUID, text: str) -> None:
        record = house_of.write(self.house, who, space, text)
        self.written[record] = (space, who.person, text)

    @precondition(lambda self: self.written)
    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        record = data.draw(st.sampled_from(list(self.written)))
        del self.house.records[record], self.written[record]

    @precondition(lambda self: self.couple is not None)
    @rule(name=NAMES, erase=st.booleans())
    def leave(self, name: str, erase: bool) -> None:  # noqa: FBT001 - drawn by name
        assert self.couple is not None
        person = self.minds[name].person
        del self.house.members[self.couple, person]
        for record, (space, author, _) in list(self.written.items()):
            if erase and (space, author) == (self.couple, person):
                del self.house.records[record], self.written[record]
        self.couple = None

    @precondition(lambda self: self.minds)
    @rule(data=st.data(), guess=st.just(CLEOS_GUESS) | TEXTS)
    def guess_wrong(self, data: st.DataObject, guess: str) -> None:
        mind = self.minds[data.draw(st.sampled_from(sorted(self.minds)))]
        guess = guess.strip() or CLEOS_GUESS
        before = copy.deepcopy(self.house)
        for kind, wrong in (
            (SlotKind.PASSPHRASE, f"not {guess}"),
            (SlotKind.RECOVERY, recovery.new_code()),
            (SlotKind.PASSKEY, Secret.fresh()),
        ):
            with pytest.raises(WrongKey):
                house_of.unlock(self.house, mind.person, kind, wrong)
        assert self.house == before

    @invariant()
    def each_opens_all_that_is_theirs_and_nothing_else(self) -> None:
        assert set(self.house.records) == set(self.written)
        for name in self.minds:
            mine = house_of.spaces_of(self.house, self.enter(name))
            for record, (space, author, text) in self.written.items():
                if space in mine:
                    assert house_of.read(self.house, mine[space], record) == text
                    continue
                row, at = self.house.records[record], Address(space, record, author)
                for keys in mine.values():
                    with pytest.raises(Tampered):
                        records.open_box(keys.marks, Purpose.MARKS, at, row.marks)
                    with pytest.raises(Tampered):
                        records.open_box(keys.words, Purpose.WORDS, at, row.words)
            assert (self.couple in mine) == (self.couple is not None)

    @invariant()
    def nothing_old_opens(self) -> None:
        for mind in self.minds.values():
            olds: list[tuple[SlotKind, str | Secret]] = []
            olds += [(SlotKind.PASSPHRASE, old) for old in mind.old_passphrases]
            olds += [(SlotKind.RECOVERY, old) for old in mind.old_codes]
            for kind, old in olds:
                with pytest.raises(WrongKey):
                    house_of.unlock(self.house, mind.person, kind, old)


TestTwoLives = TwoLives.TestCase
TestTwoLives.settings = settings(max_examples=50, stateful_step_count=30)
