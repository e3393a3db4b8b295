"""Paths of the small steps."""

from django.urls import path

from nearer.web.rooms.steps import before_and_after, views

urlpatterns = [
    path("steps/", views.steps, name="steps"),
    path("steps/skip/", views.skip, name="step-skip"),
    path("steps/all/", views.every_step, name="ladder"),
    path("steps/past/", views.past, name="steps-past"),
    path("steps/new/", views.new, name="own-step-new"),
    path("steps/own/<uuid:own>/remove/", views.remove_own, name="own-step-remove"),
    path("steps/take/<uuid:step>/", before_and_after.take, name="step-take"),
    path("steps/taken/<uuid:taken>/", before_and_after.taken, name="step-taken"),
    path("steps/taken/<uuid:taken>/tell/", before_and_after.tell, name="step-tell"),
    path("steps/taken/<uuid:taken>/remove/", before_and_after.remove, name="step-remove"),
]
