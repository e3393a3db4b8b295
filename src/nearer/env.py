"""What Nearer reads from its surroundings: every variable once, with a type and what it may be.

`read` turns an environment into one frozen value or raises `WrongSetting` with the one line that
a host needs to put it right. An unknown `NEARER_*` name is wrong too: a typing mistake in a setting
that guards people must not pass in silence.
"""

import difflib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from nearer import addresses
from nearer.addresses import Listen, Origin, Proxies

T_co = TypeVar("T_co", covariant=True)

LANGUAGES = {"en": "English"}
MOST_WORKERS = 64


class WrongSetting(Exception):
    """One line for whoever hosts Nearer: which variable, and what it may be."""


def folder(text: str) -> Path:
    """A folder, which need not exist yet, as an absolute path."""
    path = Path(text).expanduser().absolute()
    if path.exists() and not path.is_dir():
        raise ValueError
    return path


def file(text: str) -> Path | None:
    """A file, which need not exist yet, as an absolute path; nothing where nothing is said."""
    path = Path(text).expanduser().absolute()
    if path.is_dir() and text:
        raise ValueError
    return path if text else None


def language(text: str) -> str:
    """A language that the pages exist in."""
    if text not in LANGUAGES:
        raise ValueError
    return text


def yes_or_no(text: str) -> bool:
    """Yes or no, and no other spelling of either."""
    return {"yes": True, "no": False}[text]


def workers(text: str) -> int:
    """How many server processes."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= MOST_WORKERS:
        raise ValueError
    return int(text)


@dataclass(frozen=True)
class Variable(Generic[T_co]):
    """One setting.

    `default` is written as it would be in the environment and read the same way. `may_be`
    completes "It may be …". A `secret` one may also be given as NAME_FILE, the path of a file that
    holds it, and its value is never shown.
    """

    name: str
    parse: Callable[[str], T_co]
    default: str
    may_be: str
    secret: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Every name under which it is looked for."""
        return (self.name, f"{self.name}_FILE") if self.secret else (self.name,)

    def wrong(self, why: str) -> WrongSetting:
        """The one line that says what is wrong and what it may be."""
        return WrongSetting(f"{self.name} {why}. It may be {self.may_be}.")

    def read(self, environ: Mapping[str, str]) -> T_co:
        """Its value. An empty one counts as not given.

        Raises:
            WrongSetting: it is given and is not what it may be.
        """
        text = self._text(environ)
        try:
            return self.parse(text)
        except (ValueError, KeyError):
            shown = "has a value that cannot be used" if self.secret else f"cannot be {text!r}"
            raise self.wrong(shown) from None

    def _text(self, environ: Mapping[str, str]) -> str:
        given = [name for name in self.names if environ.get(name)]
        if len(given) > 1:
            raise self.wrong(f"and {given[1]} are both set, and only one of them can count")
        if not given or given[0] == self.name:
            return environ.get(self.name) or self.default
        try:
            return Path(environ[given[0]]).read_text("utf-8").strip()
        except (OSError, ValueError):
            raise self.wrong(f"is not in the file that {given[0]} names") from None


DATA = Variable("NEARER_DATA", folder, "data", "a folder that Nearer can write to")
SECRET_FILE = Variable(
    "NEARER_SECRET_FILE",
    file,
    "",
    "the path of a file; if it is left out, it is `secret` in the data folder",
)
DATABASE_URL = Variable(
    "DATABASE_URL",
    addresses.postgres,
    "",
    "postgres://user:password@host:5432/name; without it, SQLite is used",
    secret=True,
)
LISTEN = Variable(
    "NEARER_LISTEN",
    addresses.listen,
    "127.0.0.1:8000",
    "an IP address and a port, such as 127.0.0.1:8000",
)
ORIGIN = Variable(
    "NEARER_ORIGIN",
    addresses.origin,
    "",
    "https:// and a host, such as https://nearer.example, or http:// and this machine's own name",
)
HOSTS = Variable(
    "NEARER_HOSTS",
    addresses.hosts,
    "",
    "further host names, parted by commas, without a star or a port",
)
TRUSTED_PROXY = Variable(
    "NEARER_TRUSTED_PROXY",
    addresses.proxies,
    "",
    "the IP addresses or networks of your own proxies, parted by commas",
)
EXIT_TO = Variable(
    "NEARER_EXIT_TO",
    addresses.https_page,
    "https://www.bbc.com/weather",
    "the https:// address of a harmless page",
)
LANGUAGE = Variable("NEARER_LANGUAGE", language, "en", "one of: " + ", ".join(LANGUAGES))
DEVELOPMENT = Variable(
    "NEARER_DEVELOPMENT",
    yes_or_no,
    "no",
    "yes or no, and yes only with a NEARER_ORIGIN on this machine",
)
WORKERS = Variable("NEARER_WORKERS", workers, "1", f"a number from 1 to {MOST_WORKERS}")

VARIABLES: tuple[Variable[object], ...] = (
    DATA,
    SECRET_FILE,
    DATABASE_URL,
    LISTEN,
    ORIGIN,
    HOSTS,
    TRUSTED_PROXY,
    EXIT_TO,
    LANGUAGE,
    DEVELOPMENT,
    WORKERS,
)


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """All that was read, in the types that the settings use."""

    data: Path
    secret_file: Path
    database_url: str
    listen: Listen
    origin: Origin
    hosts: tuple[str, ...]
    trusted_proxy: Proxies
    exit_to: str
    language: str
    development: bool
    workers: int


def read(environ: Mapping[str, str]) -> Surroundings:
    """Read every variable once.

    Raises:
        WrongSetting: with the line for the first one that is wrong, unknown or missing.
    """
    for line in problems(environ):
        raise WrongSetting(line)
    data = DATA.read(environ)
    return Surroundings(
        data=data,
        secret_file=SECRET_FILE.read(environ) or data / "secret",
        database_url=DATABASE_URL.read(environ),
        listen=LISTEN.read(environ),
        origin=_origin(environ),
        hosts=HOSTS.read(environ),
        trusted_proxy=TRUSTED_PROXY.read(environ),
        exit_to=EXIT_TO.read(environ),
        language=LANGUAGE.read(environ),
        development=DEVELOPMENT.read(environ),
        workers=WORKERS.read(environ),
    )


def problems(environ: Mapping[str, str]) -> list[str]:
    """Every line that is to be said about the environment; an empty list if all is well."""
    found = [*_unknown(environ), *_unreadable(environ)]
    return found or list(_at_odds(environ))


def _unknown(environ: Mapping[str, str]) -> Iterator[str]:
    known = [name for variable in VARIABLES for name in variable.names]
    for name in sorted(environ):
        if name.startswith("NEARER_") and name not in known:
            near = difflib.get_close_matches(name, known, n=1, cutoff=0.8)
            hint = f"Did you mean {near[0]}?" if near else "It may be " + ", ".join(known) + "."
            yield f"{name} is not a setting of Nearer. {hint}"


def _unreadable(environ: Mapping[str, str]) -> Iterator[str]:
    for variable in VARIABLES:
        try:
            variable.read(environ)
        except WrongSetting as wrong:
            yield str(wrong)


def _at_odds(environ: Mapping[str, str]) -> Iterator[str]:
    """What is wrong only because of another variable. Each of them can be read by itself."""
    if not LISTEN.read(environ).local and ORIGIN.read(environ) is None:
        yield str(ORIGIN.wrong("is missing, and NEARER_LISTEN lets other machines in"))
    elif DEVELOPMENT.read(environ) and not _origin(environ).local:
        yield str(DEVELOPMENT.wrong("cannot be 'yes' where others come in"))


def _origin(environ: Mapping[str, str]) -> Origin:
    """The origin, or the address that is listened on where that is enough."""
    address = LISTEN.read(environ)
    return ORIGIN.read(environ) or Origin("http", str(address).rpartition(":")[0], address.port)
