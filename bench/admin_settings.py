"""The product's settings with Django's admin beside it, only to measure against."""

from samarbeid.settings import *  # noqa: F403 -- settings are made to be extended

INSTALLED_APPS = [*INSTALLED_APPS, "django.contrib.admin"]  # noqa: F405
ROOT_URLCONF = "bench.admin_urls"
DEBUG = False
HTTPS = SECURE_SSL_REDIRECT = False
ALLOWED_HOSTS = ["testserver"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}  # noqa: F405
