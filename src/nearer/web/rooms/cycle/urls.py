"""Paths of the cycle."""

from django.urls import path

from nearer.web.rooms.cycle import shown, views

urlpatterns = [
    path("cycle/", views.cycle, name="cycle"),
    path("cycle/half/", views.half, name="cycle-half"),
    path("cycle/half/remove/", views.remove, name="cycle-half-remove"),
    path("cycle/half/show/", shown.show, name="cycle-show"),
    path("cycle/half/take-back/", shown.take_back, name="cycle-take-back"),
    path("cycle/open/", shown.open_it, name="cycle-open"),
    path("cycle/line/", shown.add, name="cycle-line"),
    path("cycle/line/<uuid:line>/take-back/", shown.take_line_back, name="cycle-line-take-back"),
]
