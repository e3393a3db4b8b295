"""Every path: each room brings its own."""

from django.conf import settings
from django.urls import include, path

from nearer.web.live import live

ROOMS = (
    *("today", "account", "checkin", "patterns", "pulling_back", "letters", "together", "safety"),
    *("reasons", "plans", "steps", "say"),
    *("first_night", "support", "appreciations", "by_link", "listening"),
    *("measures", "cycle", "agreement", "weekly", "growth"),
)

urlpatterns = [
    *(path("", include(f"nearer.web.rooms.{room}.urls")) for room in ROOMS),
    path("live/", live, name="live"),
]

if settings.NEARER_DEVELOPMENT:
    urlpatterns.append(path("", include("nearer.web.rooms.elements_page.urls")))

handler404 = "nearer.web.problems.not_found"
handler500 = "nearer.web.problems.problem"
handler400 = "nearer.web.problems.not_understood"
