"""Paths of the listening room. A round that runs has no address of its own: it leaves no trace."""

from django.urls import path

from nearer.web.rooms.listening import keeping, views

urlpatterns = [
    path("listening/", views.listening, name="listening"),
    path("listening/now/", views.now, name="listening-now"),
    path("listening/time/", views.time_is_over, name="listening-time"),
    path("listening/invite/", views.invite, name="listening-invite"),
    path("listening/move/", views.move, name="listening-move"),
    path("listening/words/", views.with_words, name="listening-words"),
    path("listening/keep/", keeping.answer_on_one_phone, name="listening-keep"),
    path("listening/kept/<uuid:heard>/", keeping.kept, name="listening-kept"),
    path("listening/kept/<uuid:heard>/remove/", keeping.remove, name="listening-kept-remove"),
]
