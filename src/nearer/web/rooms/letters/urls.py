"""Paths of the letters room."""

from django.urls import path

from nearer.web.rooms.letters import courage, guess, read, write
from nearer.web.rooms.letters import help as helped

urlpatterns = [
    path("letters/rules/<uuid:made>/", helped.rules, name="reply-rules"),
    path("letters/new/", write.new, name="letter-new"),
    path("letters/<uuid:letter>/", read.letter, name="letter"),
    path("letters/<uuid:letter>/write/", write.write, name="letter-write"),
    path("letters/<uuid:letter>/preview/", write.preview, name="letter-preview"),
    path("letters/<uuid:letter>/send/", write.send, name="letter-send"),
    path("letters/<uuid:letter>/discard/", write.discard, name="letter-discard"),
    path("letters/<uuid:letter>/open/", read.open_it, name="letter-open"),
    path("letters/<uuid:letter>/reply/", read.reply, name="letter-reply"),
    path("letters/<uuid:letter>/felt/", read.felt, name="letter-felt"),
    path("letters/<uuid:letter>/felt/open/", guess.see_felt, name="letter-felt-open"),
    path("letters/<uuid:letter>/guess/", guess.guess, name="letter-guess"),
    path("letters/<uuid:letter>/guess/share/", guess.share, name="letter-guess-share"),
    path("letters/<uuid:letter>/courage/", courage.courage, name="letter-courage"),
    path("letters/<uuid:letter>/courage/open/", courage.open_it, name="letter-courage-open"),
    path(
        "letters/<uuid:letter>/courage/take-back/",
        courage.take_back,
        name="letter-courage-take-back",
    ),
    path("letters/<uuid:letter>/take-back/", read.take_back, name="letter-take-back"),
]
