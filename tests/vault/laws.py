"""What the laws of the vault are drawn from."""

from uuid import UUID

from hypothesis import strategies as st

from nearer.vault import Address, Purpose, Secret, SlotKind

KEYS = st.binary(min_size=32, max_size=32).map(Secret)
IDS = st.uuids().map(lambda some: UUID(bytes=some.bytes))
ADDRESSES = st.builds(Address, space=IDS, record=IDS, author=IDS)
PURPOSES = st.sampled_from(list(Purpose))
SLOT_KINDS = st.sampled_from(list(SlotKind))

# Anything that a person can type, with Hebrew, Arabic, joiners and emoji more often than chance.
_SCRIPTS = (
    "\u05d0\u05e9\u0627\u0633\u200f\u200d\u202e\u2764\ufe0f\U0001f33f\U0001f469\U0001f3fd e\u0301"
)
LETTERS = st.one_of(st.sampled_from(_SCRIPTS), st.characters(exclude_categories=["Cs"]))
TEXTS = st.text(LETTERS, max_size=300)


@st.composite
def plain_texts(draw: st.DrawFn) -> bytes:
    """0 bytes to 64 KiB: a text, as often as not said again and again up to some length."""
    text = draw(TEXTS).encode()
    length = draw(st.one_of(st.just(len(text)), st.integers(0, 65_536)))
    return (text * (length // len(text) + 1))[:length] if text else bytes(length)


PLAIN = plain_texts()


def flipped(data: bytes, bit: int) -> bytes:
    """Flip one bit, counted from the first, and around the end."""
    at = bit % (8 * len(data))
    return data[: at // 8] + bytes((data[at // 8] ^ 1 << at % 8,)) + data[at // 8 + 1 :]


BITS = st.integers(min_value=0, max_value=2**24)
