#!/usr/bin/env python
"""Django's command line."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samarbeid.settings")
    from django.core.management import execute_from_command_line

    from kommuner.hvem import med_hvem

    with med_hvem(f"kommando {' '.join(sys.argv[1:2])}"):
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
