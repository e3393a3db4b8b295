"""Paths of the together room."""

from django.urls import path

from nearer.web.rooms.together import views

urlpatterns = [
    path("us/", views.us, name="us"),
    path("us/invite/", views.invite, name="invite"),
    path("us/same/", views.same_words, name="same-words"),
    path("us/<uuid:space_id>/leave/", views.leave, name="leave"),
    path("pair/<uuid:invite_id>/", views.pairing, name="pair"),
    path("pair/<uuid:invite_id>/open/", views.open_invite, name="pair-open"),
    path("pair/<uuid:invite_id>/accept/", views.accept, name="pair-accept"),
]
