"""Style sheets, scripts, fonts: named with their hash, and compressed once when collected."""

from django.contrib.staticfiles.apps import StaticFilesConfig
from django.http import HttpRequest, HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.responders import StaticFile
from whitenoise.storage import CompressedManifestStaticFilesStorage


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
    ]


class Storage(CompressedManifestStaticFilesStorage):
    """Puts hashed names inside scripts too.

    So our modules import each other by relative paths, and no build step is needed to read them.
    """

    support_js_module_import_aggregation = True


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
