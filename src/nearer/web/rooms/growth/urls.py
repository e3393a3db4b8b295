"""Paths of the growth room."""

from django.urls import path

from nearer.web.rooms.growth import views

urlpatterns = [
    path("us/growth/", views.together, name="our-growth"),
    path("me/growth/", views.alone, name="my-growth"),
    path("me/growth/ask/", views.ask, name="growth-ask"),
]
