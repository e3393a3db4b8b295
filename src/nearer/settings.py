"""Django's settings, made from what `nearer.env` read. Nothing else here depends on who runs it."""

import os
import sys
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF

from nearer import env, secret_file

try:
    _chosen = env.read(os.environ)
    SECRET_KEY = secret_file.read(_chosen.secret_file)
except env.WrongSetting as wrong:
    sys.stderr.write(f"{wrong}\n")
    sys.exit(2)

SECRET_KEY_IS_KNOWN = bool(SECRET_KEY)  # until the first `nearer serve` there is none

# What the host chose

NEARER_DATA = _chosen.data
NEARER_SECRET_FILE = _chosen.secret_file
NEARER_LISTEN = _chosen.listen
NEARER_ORIGIN = str(_chosen.origin)
NEARER_ORIGINS = _chosen.origin.names()  # a local one answers to each of the machine's own names
NEARER_PASSKEY_HOST = _chosen.origin.passkey_host
NEARER_TRUSTED_PROXY = _chosen.trusted_proxy
NEARER_EXIT_TO = _chosen.exit_to
NEARER_DEVELOPMENT = _chosen.development
NEARER_WORKERS = _chosen.workers

# Django

DEBUG = False  # its error pages show local variables, so not even in development
ALLOWED_HOSTS = [*_chosen.origin.hosts, *_chosen.hosts]
ROOT_URLCONF = "nearer.web.urls"
ASGI_APPLICATION = "nearer.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = [
    "nearer.web.static_files.Collected",
    "django.forms",
    "django_htmx",
    "csp",
    "nearer.store",
    "nearer.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "nearer.web.static_files.StaticFiles",
    "nearer.web.middleware.headers.Headers",
    "nearer.web.middleware.compressed.Compressed",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "nearer.web.middleware.origin.SameOrigin",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "nearer.web.middleware.door.Door",
]

# What is kept where

_SQLITE_FILE = NEARER_DATA / "nearer.sqlite3"
_BUSY_SECONDS = 10  # how long a writer waits for another before the person is told that it is busy
# FULL, not NORMAL: what was shown as kept outlives a power cut too. It costs one fsync a save.
_SQLITE: dict[str, Any] = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": _SQLITE_FILE,
    "CONN_MAX_AGE": None,  # a connection stays with its thread (see nearer.web.handler)
    "OPTIONS": {
        "timeout": _BUSY_SECONDS,
        "transaction_mode": "IMMEDIATE",
        "init_command": """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA secure_delete = ON;
            PRAGMA temp_store = MEMORY;
            PRAGMA foreign_keys = ON;
        """,
    },
}
_POOL = {"min_size": 1, "max_size": 8, "timeout": _BUSY_SECONDS}


def _postgres(url: str) -> dict[str, Any]:
    parsed = dj_database_url.parse(url)
    # A connection is tried before it is lent out: PostgreSQL may have been started anew meanwhile.
    options = {**parsed.get("OPTIONS", {}), "pool": _POOL}
    return {**parsed, "CONN_HEALTH_CHECKS": True, "OPTIONS": options}


DATABASES = {"default": _postgres(_chosen.database_url) if _chosen.database_url else _SQLITE}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
FILE_UPLOAD_HANDLERS: list[str] = []  # nothing is uploaded as a file, so nothing is spooled to one
DATA_UPLOAD_MAX_MEMORY_SIZE = (
    1024 * 1024
)  # bytes; the largest words box is a quarter of it, in base64
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200

# Cookies and headers. The policy about what a page may load starts from nothing.

SESSION_COOKIE_SECURE = _chosen.origin.secure  # for our own two cookies too
CSRF_COOKIE_NAME = "__Host-nearer_csrf" if SESSION_COOKIE_SECURE else "nearer_csrf"
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "nearer.web.problems.forged"
CSRF_TRUSTED_ORIGINS = list(NEARER_ORIGINS)
SECURE_HSTS_SECONDS = 31_536_000 if SESSION_COOKIE_SECURE else 0  # a year
SECURE_REFERRER_POLICY = "same-origin"  # "no-referrer" would send Origin: null with our own forms
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, "'wasm-unsafe-eval'"],  # for Argon2id, which is WebAssembly
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}

# Pages, languages, time

_WEB = Path(__file__).parent / "web"
_FROM = "django.template.loaders"
_LOADERS = [f"{_FROM}.filesystem.Loader", f"{_FROM}.app_directories.Loader"]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": sorted(_WEB.glob("rooms/*/templates")),
        "OPTIONS": {
            "loaders": _LOADERS if NEARER_DEVELOPMENT else [(f"{_FROM}.cached.Loader", _LOADERS)],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
            "context_processors": [
                "django.template.context_processors.request",
                "nearer.web.context.here",
            ],
        },
    }
]
FORM_RENDERER = "nearer.web.form_rendering.Elements"
STATIC_URL = "/static/"
STATIC_ROOT = NEARER_DATA / "static"
STORAGES = {"staticfiles": {"BACKEND": "nearer.web.static_files.Storage"}}
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_KEEP_ONLY_HASHED_FILES = True  # a page that names a file without its hash is a mistake
LANGUAGE_CODE = _chosen.language
LANGUAGES = list(env.LANGUAGES.items())
LOCALE_PATHS = [_WEB / "locale"]
USE_TZ = True
TIME_ZONE = "UTC"

# What is said on standard error: where and what kind, never what anybody wrote

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "nearer.logs.Discreet"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "propagate": True}, "nearer": {"level": "INFO"}},
}
