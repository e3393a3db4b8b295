import copy
import json
import logging
import pickle
import traceback
from dataclasses import asdict
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from nearer.vault import Secret, SlotKind, SpaceKeys, Tampered, WrongKey, people, slots, spaces
from nearer.vault.pairing import InviteSecret
from nearer.vault.spaces import Purpose

if TYPE_CHECKING:
    from collections.abc import Callable

RAW = bytes(range(100, 132))
SHAPES = (RAW.decode("latin-1"), RAW.hex(), repr(RAW)[2:-1], repr(list(RAW)))


def says_nothing(shown: str) -> bool:
    return not any(shape in shown for shape in SHAPES)


@pytest.mark.parametrize("secret", [Secret(RAW), InviteSecret(RAW[:16])])
def test_it_never_prints(secret: Secret) -> None:
    name = type(secret).__name__
    for shown in (
        repr(secret),
        str(secret),
        f"{secret}",
        f"{secret!r:>40}",
        f"{secret:x}",
        "%s %r" % (secret, secret),  # noqa: UP031 - logging still formats so
        format(secret),
        str([secret, {"key": secret}]),
    ):
        assert "…" in shown
        assert name in shown
        assert says_nothing(shown)


def test_it_says_nothing_in_a_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        logging.getLogger("nearer").info("Ada's key is %s", Secret(RAW))
    assert "Secret(…)" in caplog.text
    assert says_nothing(caplog.text)


def test_it_says_nothing_in_a_traceback_with_the_values_of_all_names() -> None:
    ada, space = uuid4(), uuid4()
    root = Secret(RAW)
    keys = people.PersonKeys.from_root(root)
    sealed = spaces.seal_space_key(keys.words.public, Purpose.WORDS, space, ada, root)
    slot = slots.seal_slot(root, SlotKind.PASSPHRASE, ada, root)

    def fall() -> None:
        with pytest.raises(WrongKey):
            slots.open_slot(Secret.fresh(), SlotKind.PASSPHRASE, ada, slot)
        with pytest.raises(Tampered):
            slots.open_slot(root, SlotKind.RECOVERY, ada, slot)
        spaces.open_space_key(root, Purpose.WORDS, space, ada, sealed)

    with pytest.raises(Tampered) as caught:
        fall()
    shown = "".join(
        traceback.TracebackException.from_exception(caught.value, capture_locals=True).format()
    )
    assert "Secret(…)" in shown
    assert says_nothing(shown)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_it_cannot_be_pickled(protocol: int) -> None:
    with pytest.raises(TypeError, match="neither copied nor pickled"):
        pickle.dumps(Secret(RAW), protocol)


def test_it_cannot_be_copied_listed_or_sent() -> None:
    secret = Secret(RAW)
    ways: list[Callable[[Any], object]] = [copy.copy, copy.deepcopy, bytes, list, json.dumps, vars]
    for spread in ways:
        with pytest.raises(TypeError):
            spread(secret)
    with pytest.raises(TypeError):
        asdict(SpaceKeys(secret, secret))
    with pytest.raises(AttributeError):
        secret.note = "x"  # type: ignore[attr-defined]


def test_it_cannot_be_the_key_of_a_dict_that_lives_on() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        {Secret(RAW): 1}


def test_it_is_equal_to_the_same_secret_and_to_nothing_else() -> None:
    assert Secret(RAW) == Secret(RAW)
    assert Secret(RAW) != Secret(RAW[:-1])
    assert Secret(RAW) != RAW
    assert len(Secret(RAW)) == 32


def test_it_makes_fresh_ones_from_the_operating_system() -> None:
    assert Secret.fresh() != Secret.fresh()
    assert len(Secret.fresh()) == 32
    assert len(Secret.fresh(16)) == 16
    assert type(InviteSecret.make()) is InviteSecret
