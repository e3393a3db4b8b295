"""Paths of the reasons. None of them says which of the four answers somebody gave."""

from django.urls import path

from nearer.web.rooms.reasons import views

urlpatterns = [
    path("reasons/", views.ways, name="reasons"),
    path("reasons/new/", views.new, name="reflection-new"),
    path("reasons/<uuid:reflection>/", views.kept, name="reflection"),
    path("reasons/<uuid:reflection>/remove/", views.remove, name="reflection-remove"),
]
