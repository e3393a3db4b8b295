"""Style sheets, scripts, fonts: named with their hash, and compressed once when collected."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.apps import StaticFilesConfig
from django.http import HttpRequest, HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.responders import StaticFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEET = "style/app.css"
IMPORT = re.compile(r'@import url\("([\w-]+\.css)"\);')


class Collected(StaticFilesConfig):
    """Django's app for static files, without what no page of ours asks for.

    django-htmx brings every htmx there is, and one of its extensions imports a file that it does
    not bring. Licences lie beside what they are about, in the repository.
    """

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        "ext",
        "htmax*",
        "htmx-4*",
        "htmx-2.js",
        "django-htmx.js",
        "LICENSE*",
        "*.txt",
        "*.toml",
        "*.map",
    ]


class Storage(CompressedManifestStaticFilesStorage):
    """Puts hashed names inside style sheets, and inside our own scripts.

    So our modules import each other by relative paths, and no build step is needed to read them.
    Vendored ones import nothing, and looking through their long lines for imports takes seconds.
    """

    _of_scripts = CompressedManifestStaticFilesStorage._js_module_import_aggregation_patterns[1]  # noqa: SLF001  Django has no other name for them
    patterns = (
        CompressedManifestStaticFilesStorage.patterns[0],
        ("words/*.js", _of_scripts),
        ("reply/*.js", _of_scripts),
        ("by_link/*.js", _of_scripts),
    )

    def post_process(self, paths: dict[str, Any], **options: Any) -> Iterator[Any]:  # noqa: ANN401  Django's signature
        """Join the sheets, name, rewrite, compress; then let go of what earlier versions left."""
        if SHEET in paths:
            self._join(paths)
        yield from super().post_process({**paths, SHEET: (self, SHEET)}, **options)
        self._forget_old()

    def _join(self, paths: dict[str, Any]) -> None:
        """Put every element's sheet where the one sheet imports it: one request and not twenty."""

        def text(name: str) -> str:
            storage, path = paths[name]
            with storage.open(path) as file:
                read: str = file.read().decode()
                return read

        joined = IMPORT.sub(lambda found: text(f"style/{found[1]}"), text(SHEET))
        Path(self.path(SHEET)).write_text(joined, "utf-8")

    def compress_files(self, paths: set[str]) -> Iterator[tuple[str, str]]:
        """Compress what is not compressed yet: a name with a hash stands for the same bytes."""
        new = [path for path in paths if not Path(f"{self.path(path)}.br").exists()]
        found: Iterator[tuple[str, str]] = super().compress_files(new)
        return found

    def _forget_old(self) -> None:
        current = {self.path(name) for name in [*self.hashed_files.values(), self.manifest_name]}
        for path in Path(self.location).rglob("*.*"):
            if path.is_file() and str(path).removesuffix(".br").removesuffix(".gz") not in current:
                path.unlink()


class StaticFiles(WhiteNoiseMiddleware):
    """WhiteNoise, with each file read whole.

    Its own answer is a blocking iterator, which under ASGI Django reads whole too, with a warning
    each time. Our largest file is a font of some ten kilobytes, so nothing is lost.
    """

    @staticmethod
    def serve(static_file: StaticFile, request: HttpRequest) -> HttpResponse:
        """Answer with one file, its headers and nothing else."""
        answer = static_file.get_response(request.method, request.META)
        body = b""
        if answer.file is not None:
            with answer.file as file:
                body = file.read()
        response = HttpResponse(body, status=int(answer.status))
        del response["content-type"]
        for name, value in answer.headers:
            response[name] = value
        return response
