"""Paths of weekly together. The file is called what its event is called: notes."""

from django.urls import path

from nearer.web.rooms.weekly import looking_back, plan, views

urlpatterns = [
    path("weekly/", views.weekly, name="weekly"),
    path("weekly/write/", views.write, name="weekly-write"),
    path("weekly/look/", views.look, name="weekly-look"),
    path("weekly/<uuid:week>/keep-back/", views.keep_back, name="weekly-keep-back"),
    path("weekly/ready/", views.ready, name="weekly-ready"),
    path("weekly/<uuid:week>/not-yet/", views.not_yet, name="weekly-not-yet"),
    path("weekly/plan/", plan.plan, name="weekly-plan"),
    path("weekly/notes.ics", plan.calendar, name="weekly-calendar"),
    path("weekly/<uuid:week>/", looking_back.week, name="weekly-week"),
    path("weekly/<uuid:week>/mine/", looking_back.mine, name="weekly-mine"),
    path("weekly/<uuid:week>/remove/", looking_back.remove, name="weekly-remove"),
    path("weekly/<uuid:week>/take-back/", looking_back.take_back, name="weekly-take-back"),
]
