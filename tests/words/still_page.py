"""A small site for testing the browser's own code: real static files, made-up pages and answers.

It serves what the real one serves to a browser (the same scripts, the same content security
policy), and nothing happens there but what a test says. What a browser posts is written down.
"""

import mimetypes
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

STATIC = {
    "/tests/": Path(__file__).parent,
    "/static/django_htmx/": Path(str(files("django_htmx"))) / "static" / "django_htmx",
    "/static/": Path(str(files("nearer.web"))) / "static",
}
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self';"
    " img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'; manifest-src 'self'"
)
HTMX = (
    '{"includeIndicatorStyles":false,"allowEval":false,"allowScriptTags":false,'
    '"historyCacheSize":0,"selfRequestsOnly":true}'
)
UNOPENED = "These words could not be opened here."
NOT_SENT = "This did not go through. What you wrote is still here."


@dataclass(frozen=True)
class Sent:
    """One request that reached the site."""

    method: str
    path: str
    body: str
    headers: Mapping[str, str]

    @property
    def form(self) -> dict[str, str]:
        """The fields of a posted form, the last one of each name."""
        fields = parse_qs(self.body, keep_blank_values=True)
        return {name: values[-1] for name, values in fields.items()}


@dataclass(frozen=True)
class Answer:
    """What the site says. Without a status of its own it is a page."""

    body: str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    kind: str = "text/html; charset=utf-8"


Asked = Callable[[Sent], Answer | None]


@dataclass
class Site:
    """Pages and answers by path, and all that was sent. `None` as an answer cuts the line."""

    origin: str
    answers: dict[str, Answer | Asked] = field(default_factory=dict)
    sent: list[Sent] = field(default_factory=list)

    def to(self, path: str) -> list[Sent]:
        """What was posted to a path, oldest first."""
        return [sent for sent in self.sent if (sent.method, sent.path) == ("POST", path)]

    def answer(self, sent: Sent) -> Answer | None:
        """Static files as they are; pages and answers as the test set them."""
        for prefix, folder in STATIC.items():
            file = folder / sent.path.removeprefix(prefix)
            if sent.path.startswith(prefix) and file.is_file():
                kind = "text/javascript" if file.suffix == ".mjs" else mimetypes.guess_type(file)[0]
                return Answer(file.read_text("utf-8"), kind=f"{kind}; charset=utf-8")
        if sent.method == "POST":
            self.sent.append(sent)
        found = self.answers.get(sent.path, Answer("there is no such page", status=404))
        return found(sent) if callable(found) else found


def page(content: str, *, head: str = "", body: str = "") -> Answer:
    """A page as the site's templates make it. `body` is for attributes of <body>."""
    return Answer(f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Notes</title>
<link rel="icon" href="data:,"><meta name="htmx-config" content='{HTMX}'>
<script defer src="/static/django_htmx/htmx-2.min.js"></script>
<script type="module" src="/static/words/app.js"></script>{head}</head>
<body hx-headers='{{"X-CSRFToken": "a-token"}}' {body}>{content}
<template id="words-unopened">{UNOPENED}</template>
<template id="send-failed">{NOT_SENT}</template></body></html>""")


def _handler(sites: list[Site]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._respond("")

        def do_POST(self) -> None:
            self._respond(self.rfile.read(int(self.headers["Content-Length"] or 0)).decode())

        def _respond(self, body: str) -> None:
            path = urlsplit(self.path).path
            answer = sites[0].answer(Sent(self.command, path, body, dict(self.headers)))
            if answer is None:
                self.close_connection = True
                return
            content = answer.body.encode()
            self.send_response(answer.status)
            for name, value in {
                "Content-Type": answer.kind,
                "Content-Length": str(len(content)),
                "Content-Security-Policy": POLICY,
                "Cache-Control": "no-store",
                **answer.headers,
            }.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args: object) -> None:
            """Say nothing: the tests read `Site.sent`."""

    return Handler


@contextmanager
def still_site() -> Iterator[Site]:
    """Serve on a free port of this machine until the block ends."""
    sites: list[Site] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(sites))
    sites.append(Site(f"http://localhost:{server.server_address[1]}"))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield sites[0]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
