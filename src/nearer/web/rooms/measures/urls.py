"""Paths of the measures room. No form's name stands in an address."""

from django.urls import path

from nearer.web.rooms.measures import showing, views

urlpatterns = [
    path("forms/", views.forms, name="measures"),
    path("forms/<uuid:measure>/", views.measure, name="measure"),
    path("forms/<uuid:measure>/fill/", views.fill, name="measure-fill"),
    path("forms/filled/<uuid:record>/", views.filled, name="measure-filled"),
    path("forms/filled/<uuid:record>/remove/", views.remove, name="measure-remove"),
    path("forms/filled/<uuid:record>/show/", showing.show, name="measure-show"),
    path("forms/filled/<uuid:record>/hide/", showing.hide, name="measure-hide"),
]
