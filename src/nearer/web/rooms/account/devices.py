"""A rough name for a device, so that a person recognises their own sessions."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

SYSTEMS = ("Android", "iPhone", "iPad", "Windows", "Mac OS X", "CrOS", "Linux")
BROWSERS = ("Firefox", "Edg", "OPR", "SamsungBrowser", "Chrome", "Safari")
SHOWN = {"Mac OS X": "Mac", "CrOS": "Chromebook", "Edg": "Edge", "OPR": "Opera"}


def device_of(request: HttpRequest) -> str:
    """For example "Firefox, Android". No version, nothing that would tell two phones apart."""
    said = request.headers.get("User-Agent", "")
    found = [next((name for name in names if name in said), "") for names in (BROWSERS, SYSTEMS)]
    return ", ".join(SHOWN.get(name, name) for name in found if name) or _("A device")
