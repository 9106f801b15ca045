"""The one settings file: everything that differs between machines comes from the environment."""

import os
import sys
from pathlib import Path

from celery.schedules import crontab
from django.utils.translation import gettext_lazy as _

from samarbeid.miljoe import env_bool, env_hemmelig, env_int, env_liste, les_database_url
from samarbeid.tjenere import database, database_url, redis_url

ROT = Path(__file__).resolve().parent.parent

# Environment ---------------------------------------------------------------------------------------------------------

# A person's own machine: embedded servers, no https, files served from where they lie. Error pages are the real ones.
LOKAL = env_bool("LOKAL", standard="DATABASE_URL" not in os.environ)
DEBUG = env_bool("DEBUG")
TEST = env_bool("SAMARBEID_TEST") or "PYTEST_VERSION" in os.environ
# `manage.py fordel` only reckons: it needs no secret, and gets the address of a server that is not started for it.
BARE_REGNING = sys.argv[1:2] == ["fordel"]
SECRET_KEY = env_hemmelig("SECRET_KEY", "ikke-hemmelig" if LOKAL or TEST or BARE_REGNING else None)
SECRET_KEY_FALLBACKS = env_liste("SECRET_KEY_FALLBACKS")
ALLOWED_HOSTS = env_liste("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = env_liste("CSRF_TRUSTED_ORIGINS")

# Apps ----------------------------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "samarbeid.apps.SamarbeidConfig",
    "rapport",
    "kostnad",
    "avtaler",
    "kommuner",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "pgtrigger",
    "template_partials",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "samarbeid.mellomvare.Svarhoder",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "samarbeid.mellomvare.LukketKonto",
    "samarbeid.mellomvare.Endringsspor",
    "samarbeid.mellomvare.Spraakvalg",
    "samarbeid.mellomvare.Innloggingskrav",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "samarbeid.urls"
WSGI_APPLICATION = "samarbeid.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "samarbeid.kontekst.siden",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Database and broker -------------------------------------------------------------------------------------------------

DATABASES = {
    "default": les_database_url(os.environ.get("DATABASE_URL") or (database().url if BARE_REGNING else database_url()))
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The triggers of the change log are declared with the models and installed by every migrate (docs/valg/0007).
PGTRIGGER_MIGRATIONS = False
PGTRIGGER_INSTALL_ON_MIGRATE = True

# Rate limits and the like live in the database: the broker may vanish at any moment and nothing may be lost with it.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "mellomlager"}}

CELERY_BROKER_URL = os.environ.get("REDIS_URL") or ("redis://" if BARE_REGNING else redis_url())
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_SOFT_TIME_LIMIT = 120
CELERY_TASK_TIME_LIMIT = 180
CELERY_TASK_PUBLISH_RETRY = False
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_TASKS_PER_CHILD = 100
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    # Longer than the longest task, or a second copy starts; kombu sweeps only every 100 s unless told otherwise.
    "visibility_timeout": 300,
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,
    "socket_connect_timeout": 2,
}
CELERY_TIMEZONE = "Europe/Oslo"
# How long one worker may hold a job, and how often lost jobs are looked for. A sweep that waits is worth nothing.
RAPPORT_LAAS_SEKUNDER = env_int("RAPPORT_LAAS_SEKUNDER", 180)
FINN_IGJEN_SEKUNDER = env_int("FINN_IGJEN_SEKUNDER", 30)
CELERY_BEAT_SCHEDULE = {
    "finn_igjen": {
        "task": "rapport.tasks.finn_igjen_jobber",
        "schedule": float(FINN_IGJEN_SEKUNDER),
        "options": {"expires": FINN_IGJEN_SEKUNDER},
    },
    # Before working hours, so that the letter lies on top in the morning.
    "minn_om_vedtak": {"task": "avtaler.tasks.minn_om_vedtak", "schedule": crontab(hour=6, minute=0)},
    "send_sammendrag": {"task": "avtaler.tasks.send_sammendrag", "schedule": crontab(hour=6, minute=10)},
    "tell_rydding": {"task": "avtaler.tasks.tell_rydding", "schedule": crontab(hour=3, minute=0)},
    "verifiser_historikk": {"task": "kommuner.tasks.verifiser_historikk", "schedule": crontab(hour=3, minute=10)},
    "glem_innsendinger": {"task": "kommuner.tasks.glem_innsendinger", "schedule": crontab(hour=3, minute=40)},
}

# Users ---------------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "kommuner.Bruker"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "start"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_ADAPTER = "samarbeid.konto.Kontoadapter"
ACCOUNT_FORMS = {
    "login": "samarbeid.kontoskjema.Innlogging",
    "change_password": "samarbeid.kontoskjema.ByttPassord",
    "reset_password": "samarbeid.kontoskjema.GlemtPassord",
    "reset_password_from_key": "samarbeid.kontoskjema.NyttPassord",
    "reauthenticate": "samarbeid.kontoskjema.BekreftPassord",
}
ACCOUNT_SESSION_REMEMBER = True  # No «remember me»: everyone stays logged in for SESSION_COOKIE_AGE.
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ALLAUTH_TRUSTED_PROXY_COUNT = env_int("TRUSTED_PROXY_COUNT", 0)
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Samarbeid"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # An administrator writes the address when making the account; nobody signs up.
MFA_ADAPTER = "samarbeid.konto.Tofaktoradapter"
MFA_FORMS = {
    "authenticate": "samarbeid.kontoskjema.Kode",
    "reauthenticate": "samarbeid.kontoskjema.BekreftKode",
    "activate_totp": "samarbeid.kontoskjema.SlaaPaaApp",
}
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_SAVE_EVERY_REQUEST = False

# Language ------------------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", _("Bokmål")), ("nn", _("Nynorsk"))]
LOCALE_PATHS = [ROT / "locale"]
LANGUAGE_COOKIE_NAME = "spraak"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Oslo"

# Files ---------------------------------------------------------------------------------------------------------------

NODE = ROT / "node_modules"
STATIC_URL = "static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT", ROT / ".data" / "static"))
STATICFILES_DIRS = [
    ROT / "static",
    ("designsystemet", NODE / "@digdir" / "designsystemet-css" / "dist"),
    ("inter", NODE / "@fontsource" / "inter" / "files"),
]
MEDIA_ROOT = Path(os.environ.get("MEDIA_ROOT", ROT / ".data" / "filer"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if LOKAL or TEST
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = LOKAL or TEST

# Security ------------------------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
HTTPS = env_bool("HTTPS", standard=not (LOKAL or TEST))
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-sesjon" if HTTPS else "sesjon"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = ["^healthz$", "^readyz$"]
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
if env_bool("BAK_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# E-mail --------------------------------------------------------------------------------------------------------------

# The link to a new password, and reminders to councils. Without a server the letters come on the terminal.
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL") or "Samarbeid <ikke-svar@localhost>"
# Where the site is found, for links in letters that no request asked for.
NETTADRESSE = os.environ.get("NETTADRESSE") or "http://localhost:8000"
EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
EMAIL_PORT = env_int("EMAIL_PORT", 587)
EMAIL_USE_TLS = env_bool("EMAIL_TLS", standard=True)
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env_hemmelig("EMAIL_HOST_PASSWORD") if EMAIL_HOST_USER else ""
EMAIL_TIMEOUT = 10

# Enhetsregisteret ----------------------------------------------------------------------------------------------------

# The scheme and host that units are looked up at. Empty: only files are taken, and nothing is asked over the network.
ENHETSREGISTERET_URL = os.environ.get("ENHETSREGISTERET_URL", "")

# Logging -------------------------------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"anonyme": {"()": "samarbeid.logg.Anonyme"}},
    "formatters": {
        "linje": {"class": "samarbeid.logg.Maskert", "format": "{asctime} {levelname} {name}: {message}", "style": "{"}
    },
    "handlers": {"konsoll": {"class": "logging.StreamHandler", "formatter": "linje", "filters": ["anonyme"]}},
    "root": {"handlers": ["konsoll"], "level": os.environ.get("LOGGNIVAA", "INFO")},
    # The press tells of every step it takes; only what goes wrong is worth a line.
    "loggers": {
        **{navn: {"level": "WARNING"} for navn in ("fontTools", "pikepdf", "weasyprint")},
        # Here too: whoever hangs another handler on them does not learn who wrote a note, or when.
        **{navn: {"filters": ["anonyme"]} for navn in ("django.request", "django.security.csrf")},
        # Django gives its own server a handler without our formatter.
        "django.server": {"handlers": ["konsoll"], "level": "INFO", "propagate": False},
    },
}

# Tests run the same file: only the slow and the outward-going is turned down.
if TEST:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    MEDIA_ROOT = Path(os.environ.get("MEDIA_ROOT", ROT / ".data" / "testfiler"))
    ACCOUNT_RATE_LIMITS = False
    LOGGING["root"]["level"] = "ERROR"
