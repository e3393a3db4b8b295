"""The web as a Django app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Templates and static files that every room shares; the rooms bring their own."""

    name = "nearer.web"
    label = "web"
