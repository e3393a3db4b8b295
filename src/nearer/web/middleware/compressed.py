"""Pages are sent compressed: a list of a hundred feelings is mostly the same words again."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware


class Compressed(GZipMiddleware):
    """Django's own compression, but for the live stream, whose beats must leave at once.

    Compression next to a secret can leak it by its length (BREACH). Here the secret that matters,
    the CSRF token, is masked anew in each answer, and Django adds a random length. Only the doors
    (sign in, unlock, begin) repeat what a link said, and they hold no marks.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Compress a whole page; leave a stream as it is."""
        if not isinstance(response, HttpResponse):
            return response
        return super().process_response(request, response)
