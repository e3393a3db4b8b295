"""The vault: keys and sealing. Bytes in, bytes out; no database, no clock, no settings.

It follows `docs/spec/vault.md` section by section, and is the only importer of the crypto
library. The browser's half is `web/static/words/vault.js`; both run the vectors in
`tests/vectors/vault-v1.json`.

    errors      the four failures              secret      bytes that never print
    derive      1   labels, KDF, MAC, BOX      passphrase  2   to a login proof and a slot key
    recovery    3   the code on paper          slots       4   the ways to a root key
    people      5   key pairs, HPKE            spaces      6   a space's keys, for each member
    records     7   boxes, shelves, threads    padding     8   lengths that tell little
    sessions    9   what a cookie opens        pairing     10  links and comparison words
    drafts      11  what is still in a field   letters     14  a letter by link, and its answer
"""

from nearer.vault.errors import Malformed, Mistyped, Tampered, VaultError, WrongKey
from nearer.vault.people import PersonKeys, PublicKeys
from nearer.vault.records import Address
from nearer.vault.secret import Secret
from nearer.vault.slots import SlotKind
from nearer.vault.spaces import Purpose, SpaceKeys

__all__ = (
    "Address",
    "Malformed",
    "Mistyped",
    "PersonKeys",
    "PublicKeys",
    "Purpose",
    "Secret",
    "SlotKind",
    "SpaceKeys",
    "Tampered",
    "VaultError",
    "WrongKey",
)
