"""Paths of the plans."""

from django.urls import path

from nearer.web.rooms.plans import views

urlpatterns = [
    path("plans/", views.plans, name="plans"),
    path("plans/new/", views.new, name="plan-new"),
    path("plans/<uuid:plan>/", views.plan, name="plan"),
    path("plans/<uuid:plan>/came-up/", views.came_up, name="plan-came-up"),
    path("plans/<uuid:plan>/remove/", views.remove, name="plan-remove"),
]
