"""Paths of good things. None of them says of whom or of what."""

from django.urls import path

from nearer.web.rooms.appreciations import shown, views

urlpatterns = [
    path("good/", views.goods, name="goods"),
    path("good/new/", views.new, name="good-new"),
    path("good/<uuid:good>/", views.good, name="good"),
    path("good/<uuid:good>/show/", views.show, name="good-show"),
    path("good/<uuid:good>/remove/", views.remove, name="good-remove"),
    path("good/<uuid:good>/open/", shown.open_it, name="good-open"),
    path("good/<uuid:good>/ask/", shown.ask, name="good-ask"),
    path("good/<uuid:good>/tell/", shown.tell, name="good-tell"),
    path("good/<uuid:good>/take-back/", shown.take_back, name="good-take-back"),
]
