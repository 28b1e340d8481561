"""Settings of the tests: those of the site, with a home of their own, plain static files, quick passwords, jobs run at once."""

import os
import tempfile

os.environ["MUCTIEU_HOME"] = tempfile.mkdtemp(prefix="muctieu-test-")
os.environ.pop("MUCTIEU_TRY", None)
os.environ.setdefault("MUCTIEU_SECRET", "only-for-tests")

from muctieu_web.settings import *  # noqa: F403
from muctieu_web.settings import STORAGES

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
ADMIN = True
