"""Paths of the today room."""

from django.urls import path

from nearer.web.rooms.today import views

urlpatterns = [
    path("", views.home, name="home"),
    path("today/", views.today, name="today"),
    path("timeline/", views.timeline, name="timeline"),
    path("welcome/", views.welcome, name="welcome"),
]
