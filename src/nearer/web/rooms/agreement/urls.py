"""Paths of the agreement."""

from django.urls import path

from nearer.web.rooms.agreement import versions, views

urlpatterns = [
    path("agreement/", views.agreement, name="agreement"),
    path("agreement/new/", views.new, name="agreement-new"),
    path("agreement/looked/", views.looked, name="agreement-looked"),
    path("agreement/<uuid:version>/", versions.version, name="version"),
    path("agreement/<uuid:version>/open/", versions.open_it, name="version-open"),
    path("agreement/<uuid:version>/sign/", versions.sign_it, name="version-sign"),
    path("agreement/<uuid:version>/withdraw/", versions.withdraw_it, name="version-withdraw"),
    path("agreement/<uuid:version>/take-back/", versions.take_back, name="version-take-back"),
]
