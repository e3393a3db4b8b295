"""Paths of the first night. The first answers everybody; what is kept is for its owner."""

from django.urls import path

from nearer.web.rooms.first_night import views

urlpatterns = [
    path("night/", views.night, name="night"),
    path("night/<uuid:night>/", views.kept, name="night-kept"),
    path("night/<uuid:night>/remove/", views.remove, name="night-remove"),
]
