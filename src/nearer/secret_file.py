"""The server's own secret: one file, made once, never made again behind anybody's back.

It feeds the salts that unknown names are answered with (docs/spec/vault.md, 2.5) and Django's
signatures. Were it replaced in silence, every unknown name would suddenly get another salt while
known names kept theirs, and asking twice would tell who has an account. So a file that cannot be
read stops the start.
"""

import os
import secrets
from pathlib import Path

from nearer.env import SECRET_FILE

RANDOM_BYTES = 48
SHORTEST = 32


def read(path: Path) -> str:
    """The secret, or an empty text where there is no such file yet.

    Raises:
        WrongSetting: the file is there and cannot be read, or holds too little to be a secret.
    """
    try:
        text = path.read_text("ascii").strip()
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text"
        raise SECRET_FILE.wrong(f"is {path}, which cannot be read ({reason})") from None
    if len(text) < SHORTEST:
        raise SECRET_FILE.wrong(f"is {path}, which holds fewer than {SHORTEST} characters")
    return text


def make(path: Path) -> str:
    """Make the file, readable by its owner only, and give back the new secret.

    Raises:
        FileExistsError: there is one already; it is left as it was.
    """
    secret = secrets.token_urlsafe(RANDOM_BYTES)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(f"{secret}\n")
        file.flush()
        os.fsync(file.fileno())
    return secret
