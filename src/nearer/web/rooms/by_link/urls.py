"""Paths of letters by link. The reader's answer everybody; what is one's own is for its owner."""

from django.urls import path

from nearer.web.rooms.by_link import read, write

urlpatterns = [
    path("by-link/", write.letters, name="by-link"),
    path("by-link/new/", write.new, name="by-link-new"),
    path("by-link/keep/", read.keep, name="by-link-keep"),
    path("by-link/<uuid:linked>/", write.letter, name="by-link-letter"),
    path("by-link/<uuid:linked>/answer/", write.keep_answer, name="by-link-answer"),
    path("by-link/<uuid:linked>/take-back/", write.take_back, name="by-link-take-back"),
    path("by-link/<uuid:linked>/remove/", write.remove, name="by-link-remove"),
    path("letter/<uuid:letter_id>/", read.letter, name="read-by-link"),
    path("letter/<uuid:letter_id>/open/", read.open_letter, name="open-by-link"),
    path("letter/<uuid:letter_id>/answer/", read.answer, name="answer-by-link"),
]
