"""Paths of the pulling-back room."""

from django.urls import path

from nearer.web.rooms.pulling_back import felt, views

urlpatterns = [
    path("pulling-back/", views.ways, name="pulling-back"),
    path("pulling-back/sign/", views.send_sign, name="send-sign"),
    path("pulling-back/sign/<uuid:record>/", views.sign, name="sign"),
    path("pulling-back/sign/<uuid:record>/remove/", views.remove_sign, name="sign-remove"),
    path("pulling-back/<uuid:record>/", views.quiet, name="quiet"),
    path("pulling-back/pause/", views.pause, name="pause"),
    path("pulling-back/pause/longer/", views.longer, name="pause-longer"),
    path("pulling-back/back/", views.back, name="back"),
    path("pulling-back/felt/", felt.felt, name="pauses-felt"),
    path("pulling-back/felt/<uuid:record>/", felt.kept, name="pauses-felt-kept"),
    path("pulling-back/felt/<uuid:record>/remove/", felt.remove, name="pauses-felt-remove"),
]
