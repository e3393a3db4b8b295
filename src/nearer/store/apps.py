"""The store as a Django app."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Models live in `models/`, one file for each; `log.py` is the only door to records."""

    name = "nearer.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
