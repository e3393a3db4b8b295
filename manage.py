#!/usr/bin/env python
"""Django's own commands, for those who work on Nearer. Whoever hosts it uses `nearer`."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nearer.settings")
    execute_from_command_line(sys.argv)
