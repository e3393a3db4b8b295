"""Paths of one's own side. None of them says what somebody plans or thinks of."""

from django.urls import path

from nearer.web.rooms.support import views

urlpatterns = [
    path("support/", views.side, name="support"),
    path("support/side/", views.choose_side, name="choose-side"),
    path("support/waiting/", views.waiting, name="waiting"),
    path("support/waiting/remove/", views.remove_waiting, name="waiting-remove"),
    path("support/further/", views.further, name="further"),
]
