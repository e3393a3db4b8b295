"""The search finds what it is to find: else finding nothing would mean nothing."""

import json
from base64 import b64encode, urlsafe_b64encode
from urllib.parse import quote_plus

import pytest
from tests.leaks.places import find

PHRASE = "I sat “alone” with the tea"


@pytest.mark.parametrize("before", range(4))
def test_a_phrase_is_found_however_it_is_spelled_and_whatever_stands_around_it(before: int) -> None:
    around = [b"x" * before + PHRASE.encode() + b"y" * after for after in range(4)]
    for plain in around:
        text = plain.decode()
        for spelled in (
            plain,
            plain.hex().encode(),
            b64encode(plain),
            urlsafe_b64encode(plain),
            text.encode("utf-16-le"),
            json.dumps({"reason": text}).encode(),
            quote_plus(text).encode(),
        ):
            assert find([("a place", b"\x00\x01" + spelled)], [PHRASE]) != [], spelled


def test_what_is_not_there_is_not_found() -> None:
    assert find([("a place", b"I sat with the tea"), ("nowhere", b"")], [PHRASE]) == []
