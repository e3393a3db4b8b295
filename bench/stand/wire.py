"""A browser's half of HTTP/1.1 and no more, so that what is timed is the server.

A client library costs as much for each request as a small view does, and would flatter every ratio.
"""

import socket
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Answer:
    """Status and headers as they came; `body` undecoded."""

    status: int
    head: bytes
    body: bytes


@dataclass
class Wire:
    """One keep-alive connection to a server on this machine."""

    port: int
    cookies: str = ""
    line: socket.socket = field(init=False)

    def __post_init__(self) -> None:
        self.line = socket.create_connection(("127.0.0.1", self.port), timeout=30)
        self.line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self, request: bytes) -> Answer:
        """Send a whole request, and read its whole answer."""
        self.line.sendall(request)
        head, _, body = self._until_head().partition(b"\r\n\r\n")
        missing = length_of(head) - len(body)
        while missing > 0:
            got = self._more()
            body += got
            missing -= len(got)
        return Answer(int(head[9:12]), head, body)

    def _until_head(self) -> bytes:
        data = b""
        while b"\r\n\r\n" not in data:
            data += self._more()
        return data

    def _more(self) -> bytes:
        got = self.line.recv(65536)
        if not got:
            raise ConnectionError("the server hung up")
        return got

    def close(self) -> None:
        """Hang up."""
        self.line.close()


def length_of(head: bytes) -> int:
    """Bytes of the body that belongs to a head; 0 where it names no length (204)."""
    lines = head.lower().split(b"\r\n")
    named = [line for line in lines if line.startswith(b"content-length:")]
    return int(named[0].partition(b":")[2]) if named else 0


def request(
    port: int, method: str, path: str, *, cookies: str = "", body: bytes = b"", **headers: str
) -> bytes:
    """Write a request as a current browser does, with its origin and where it was caused."""
    lines = [
        f"{method} {path} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        "User-Agent: Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0",
        "Accept: text/html,application/xhtml+xml,*/*;q=0.8",
        "Accept-Language: en",
        "Accept-Encoding: gzip, deflate",
        "Sec-Fetch-Site: same-origin",
    ]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    if cookies:
        lines.append(f"Cookie: {cookies}")
    if method == "POST":
        lines.append(f"Origin: http://127.0.0.1:{port}")
        lines.append("Content-Type: application/x-www-form-urlencoded")
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + body
