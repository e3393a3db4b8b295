"""Addresses in the settings: where to listen, what people type, whom to believe, where to leave to.

Each has a type, and a function that reads it from text and raises ValueError if it is none.
"""

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

LOCAL_NAMES = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True)
class Listen:
    """Where the server waits for requests. An IPv6 host is kept without brackets."""

    host: str
    port: int

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"

    @property
    def local(self) -> bool:
        """Whether only this machine can reach it."""
        return self.host == "localhost" or ipaddress.ip_address(self.host).is_loopback


@dataclass(frozen=True)
class Origin:
    """The address that people type.

    An IPv6 host is kept in brackets; the port is None where it is the scheme's own.
    """

    scheme: str
    host: str
    port: int | None

    def __str__(self) -> str:
        return f"{self.scheme}://{self.host}" + (f":{self.port}" if self.port else "")

    @property
    def secure(self) -> bool:
        """Whether it is reached over https."""
        return self.scheme == "https"

    @property
    def local(self) -> bool:
        """Whether it is one of this machine's own names, which browsers trust without https."""
        return self.host in LOCAL_NAMES

    @property
    def hosts(self) -> tuple[str, ...]:
        """Every host it goes by: a local one answers to each of the machine's own names."""
        return LOCAL_NAMES if self.local else (self.host,)

    @property
    def passkey_host(self) -> str:
        """WebAuthn's relying party id, which cannot be an IP address."""
        return "localhost" if self.local else self.host

    def names(self) -> tuple[str, ...]:
        """Every origin that is this one."""
        return tuple(str(Origin(self.scheme, host, self.port)) for host in self.hosts)


@dataclass(frozen=True)
class Proxies:
    """The addresses whose word about a client is taken. `"192.0.2.1" in proxies` asks."""

    networks: tuple[Network, ...]

    def __contains__(self, address: str) -> bool:
        try:
            found = ipaddress.ip_address(address)
        except ValueError:
            return False
        plain = getattr(found, "ipv4_mapped", None) or found
        return any(plain in network for network in self.networks)


def listen(text: str) -> Listen:
    """An IP address or `localhost`, and a port."""
    split = urlsplit(f"//{text}")
    if split.hostname is None or not split.port or split.netloc != text or split.username:
        raise ValueError
    found = Listen(split.hostname, split.port)
    found.local  # noqa: B018  an address that is none raises here
    return found


def origin(text: str) -> Origin | None:
    """An https origin, or an http one of this machine; nothing where nothing is said."""
    if not text:
        return None
    split = urlsplit(text)
    host = split.netloc.rpartition("@")[2].removesuffix(f":{split.port}").lower()
    found = Origin(split.scheme, host, split.port)
    if not host or str(found) != text.lower():
        raise ValueError
    if not found.secure and not (found.local and found.scheme == "http"):
        raise ValueError
    return found


def hosts(text: str) -> tuple[str, ...]:
    """Host names, parted by commas. A star would let a forged Host header into links."""
    found = tuple(part.strip().lower() for part in text.split(",") if part.strip())
    if any(not part.strip("[]") or set(part) & set("*/@ ") for part in found):
        raise ValueError
    return found


def proxies(text: str) -> Proxies:
    """IP addresses or networks, parted by commas."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    return Proxies(tuple(ipaddress.ip_network(part) for part in parts))


def https_page(text: str) -> str:
    """The address of a page on the web, over https."""
    split = urlsplit(text)
    if split.scheme != "https" or not split.hostname or text.split() != [text]:
        raise ValueError
    return text


def postgres(text: str) -> str:
    """The URL of a PostgreSQL database; empty for SQLite in the data folder."""
    split = urlsplit(text)
    named = split.scheme in {"postgres", "postgresql"} and len(split.path) > 1
    if text and not (named and split.port != 0):
        raise ValueError
    return text
