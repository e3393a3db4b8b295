"""Paths of the patterns room."""

from django.urls import path

from nearer.web.rooms.patterns import views

urlpatterns = [path("patterns/", views.mine, name="patterns")]
