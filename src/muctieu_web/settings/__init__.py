"""Django's settings, read once from the environment. Every variable is listed in `docs/reference/cau-hinh.md`.

MUCTIEU_HOME        where the database, uploads and the secret are kept (default: ./var)
DATABASE_URL        postgresql://user:password@host:port/name; without it SQLite in MUCTIEU_HOME
MUCTIEU_HOSTS       host names that the site answers to, parted by commas (default: this machine alone)
MUCTIEU_ORIGINS     the https:// origins that forms may come from, behind a proxy
MUCTIEU_SECRET      the signing key; without it one is made and kept in MUCTIEU_HOME
MUCTIEU_TRY         1: the sample is loaded and whoever sits at this machine is signed in; for trying out only
MUCTIEU_ADMIN       1: Django's admin at /admin/
MUCTIEU_HTTPS       1: cookies and redirects for https only
MUCTIEU_UPLOAD_MB   the largest file taken (default 50)
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from muctieu_web.settings.database import database

HERE = Path(__file__).resolve().parent.parent
HOME = Path(os.environ.get("MUCTIEU_HOME", "var")).resolve()


def _yes(name: str) -> bool:
    return os.environ.get(name, "").lower() in ("1", "yes", "true")


def _list(name: str, default: str = "") -> list[str]:
    return [one.strip() for one in os.environ.get(name, default).split(",") if one.strip()]


def _secret() -> str:
    """The signing key: given, or made once and kept where only this account reads it."""
    given = os.environ.get("MUCTIEU_SECRET", "")
    if given:
        return given
    kept = HOME / "secret"
    if not kept.exists():
        HOME.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50), encoding="ascii")
    return kept.read_text(encoding="ascii").strip()


SECRET_KEY = _secret()
DEBUG = False
TRY = _yes("MUCTIEU_TRY")
ADMIN = _yes("MUCTIEU_ADMIN")
HTTPS = _yes("MUCTIEU_HTTPS")
ALLOWED_HOSTS = _list("MUCTIEU_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = _list("MUCTIEU_ORIGINS")

INSTALLED_APPS = [
    "muctieu_web.store.apps.StoreConfig",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "ninja",
    "django_tasks",
    "django_tasks_db",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "axes",
    "muctieu_web.pages.apps.PagesConfig",
    "muctieu_web.commands.apps.CommandsConfig",
]
MIDDLEWARE = [
    "muctieu_web.settings.logs.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "muctieu_web.pages.frame.headers.ContentPolicy",
    "muctieu_web.pages.frame.health.Health",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "muctieu_web.pages.frame.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "muctieu_web.pages.frame.entrance.Entrance",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "muctieu_web.pages.frame.faults.Faults",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "muctieu_web.urls"
WSGI_APPLICATION = "muctieu_web.wsgi.application"
CSRF_FAILURE_VIEW = "muctieu_web.pages.frame.faults.csrf_refused"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": sorted(HERE.glob("pages/*/templates")),
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "muctieu_web.pages.frame.context.frame",
            ],
            "libraries": {"board": "muctieu_web.pages.boards.tags", "register": "muctieu_web.pages.register.tags"},
            "builtins": [
                "muctieu_web.pages.frame.words",
                "muctieu_web.pages.people.words",
                "django_htmx.templatetags.django_htmx",
            ],
        },
    },
]

DATABASES = {"default": database(os.environ.get("DATABASE_URL", ""), HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_USER_MODEL = "store.Person"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "muctieu_web.pages.accounts.lockout.locked_out"
OTP_TOTP_ISSUER = "Muctieu"
LOGIN_URL = "/account/sign-in/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/account/sign-in/"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
FORMAT_MODULE_PATH = ["muctieu_web.settings.formats"]
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = sorted(HERE.glob("pages/*/static"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = HOME / "files"  # served by no URL: files are handed out by a page that asks who may have them
UPLOAD_LIMIT = int(os.environ.get("MUCTIEU_UPLOAD_MB", "50")) * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # whoever watches the machine asks it by its address
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "muctieu_web.settings.logs.JsonLines"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("MUCTIEU_LOG", "WARNING")},
    "loggers": {
        "axes": {"level": "WARNING"},
        "muctieu.request": {"level": os.environ.get("MUCTIEU_LOG", "INFO")},
        "django_tasks_db": {"level": "WARNING"},
    },
}
