"""`python -m muctieu_web COMMAND`: Django's own commands (migrate, check, shell …) with this project's settings."""

import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "muctieu_web.settings")
execute_from_command_line([sys.argv[0], *sys.argv[1:]])
