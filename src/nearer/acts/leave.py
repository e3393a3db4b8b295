"""Leave: alone, at once, without a reason and without a notice."""

from django.db import transaction
from django.db.models import F

from nearer.store.log import NotThere, OpenSpace
from nearer.store.models import Member, Person, Record, Space


def leave(person: Person, space: OpenSpace, *, erase_mine: bool) -> None:
    """End the couple's space for this person, all or nothing. Raises NotThere for another kind.

    The one who leaves can read nothing of it afterwards. The one who stays keeps what is there,
    and learns on their next visit that the two are no longer linked, without a time. What the
    one who leaves wrote goes too if they wish. The last one to leave takes the space with them.
    """
    if space.kind != Space.Kind.COUPLE:
        raise NotThere
    with transaction.atomic():
        Space.objects.filter(id=space.id).update(state=Space.State.ENDED, version=F("version") + 1)
        if erase_mine:
            Record.objects.filter(space_id=space.id, author=person).delete()
        Member.objects.filter(space_id=space.id, person=person).delete()
        if not Member.objects.filter(space_id=space.id).exists():
            Space.objects.filter(id=space.id).delete()
