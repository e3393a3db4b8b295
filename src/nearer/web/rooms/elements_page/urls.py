"""One page, for those who build: every element in every state."""

from django.urls import path

from nearer.web.rooms.elements_page import views

urlpatterns = [path("elements/", views.elements, name="elements")]
