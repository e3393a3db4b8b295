"""Beginning: a person, two slots and an own space, all or nothing, and once."""

import dataclasses
from functools import partial

import pytest
from django.utils import timezone
from tests.cast import Cast, Someone
from tests.trouble import at_once, cut_at_every_step, everything

from nearer.acts.begin import NameTaken, begin
from nearer.store.models import Member, Person, Slot, Space


@pytest.mark.django_db
def test_it_makes_a_person_with_two_slots_and_one_space_of_their_own() -> None:
    fay = Someone("Fay")
    person = begin(fay.side.new_person(), now=timezone.now())
    assert (person.name, person.folded) == ("Fay", "fay")
    kinds = Slot.objects.filter(person=person).order_by("kind").values_list("kind", flat=True)
    assert list(kinds) == [Slot.Kind.PASSPHRASE, Slot.Kind.RECOVERY]
    member = Member.objects.get(person=person)
    assert (member.space_id, member.space.kind) == (fay.side.own, "own")
    assert fay.log.own.is_open
    assert fay.log.couple is None
    assert str(person) == "Fay"


@pytest.mark.django_db
def test_it_keeps_nothing_when_the_power_fails_on_the_way() -> None:
    new = Someone("Fay").side.new_person()
    cut_at_every_step(lambda: begin(new, now=timezone.now()), at_least=5)
    assert Person.objects.count() == 1


@pytest.mark.parametrize("name", ["Ada", "ADA", " ada ", "\uff21\uff44\uff41"])
def test_it_gives_no_second_person_ada_s_name(cast: Cast, name: str) -> None:
    before = everything()
    with pytest.raises(NameTaken):
        begin(Someone(name).side.new_person(), now=timezone.now())
    assert everything() == before
    del cast


@pytest.mark.parametrize(
    ("one", "other"), [("Straße", "STRASSE"), ("Zoë", "ZOE\u0308"), ("Dr  Fay", "dr\u00a0fay")]
)
@pytest.mark.django_db
def test_it_takes_two_ways_to_write_a_name_for_one(one: str, other: str) -> None:
    begin(Someone(one).side.new_person(), now=timezone.now())
    with pytest.raises(NameTaken):
        begin(Someone(other).side.new_person(), now=timezone.now())


@pytest.mark.django_db
def test_it_tells_fay_from_faye() -> None:
    for name in ("Fay", "Faye", "F\u0430y"):  # the last with a Cyrillic a
        begin(Someone(name).side.new_person(), now=timezone.now())
    assert Person.objects.count() == 3


@pytest.mark.django_db
def test_it_makes_one_person_of_a_double_click() -> None:
    new = Someone("Fay").side.new_person()
    first = begin(new, now=timezone.now())
    assert begin(new, now=timezone.now()) == first
    assert (Person.objects.count(), Space.objects.count()) == (1, 1)


def test_it_does_not_take_a_stranger_with_ada_s_ids_for_ada(cast: Cast) -> None:
    ada = cast.ada.side
    for stolen in (
        dataclasses.replace(Someone("Ada").side.new_person(), id=ada.id),
        dataclasses.replace(Someone("Fay").side.new_person(), id=ada.id),
        dataclasses.replace(Someone("Fay").side.new_person(), space=ada.own),
    ):
        with pytest.raises(NameTaken):
            begin(stolen, now=timezone.now())
    assert Member.objects.get(space_id=ada.own).person_id == ada.id


def test_it_gives_a_name_to_one_of_two_who_want_it_at_once(transactional_db: None) -> None:
    del transactional_db
    two = [Someone("Fay").side.new_person() for _ in range(2)]
    said = at_once(*[partial(begin, new, now=timezone.now()) for new in two])
    assert sorted(type(one).__name__ for one in said) == ["NameTaken", "Person"]
    assert Person.objects.filter(folded="fay").count() == 1
    assert Space.objects.count() == 1
