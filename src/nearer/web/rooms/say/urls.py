"""Paths of the sentences. None of them holds a word of one."""

from django.urls import path

from nearer.web.rooms.say import over_time, views

urlpatterns = [
    path("say/", views.sentences, name="sentences"),
    path("say/new/", views.new, name="sentence-new"),
    path("say/how-sure/", over_time.how_sure, name="how-sure"),
    path("say/<uuid:sentence>/", views.sentence, name="sentence"),
    path("say/<uuid:sentence>/mark/", views.mark, name="sentence-mark"),
    path("say/<uuid:sentence>/remove/", views.remove, name="sentence-remove"),
]
