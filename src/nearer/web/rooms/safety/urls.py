"""Paths of the safety room."""

from django.urls import path

from nearer.web.rooms.safety import views

urlpatterns = [
    path("help/", views.help_now, name="help"),
    path("how-it-is-sealed/", views.how_sealed, name="how-sealed"),
]
