"""Paths of the check-in room."""

from django.urls import path

from nearer.web.rooms.checkin import views

urlpatterns = [
    path("check-in/", views.check_in, name="check-in"),
    path("check-in/offer/", views.offer, name="check-in-offer"),
    path("check-in/<uuid:record>/", views.kept, name="check-in-kept"),
    path("check-in/<uuid:record>/word/", views.word, name="check-in-word"),
    path("check-in/<uuid:record>/remove/", views.remove, name="check-in-remove"),
]
