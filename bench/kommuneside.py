"""The municipality page against an admin list of the same rows: what the overview costs beyond a plain table."""

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.admin_settings"

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.maaling import side_om_side, skriv
from kommuner.models import Bruker, Part

RUNDER = 30


def main() -> None:
    call_command("migrate", verbosity=0)
    call_command("last_demodata", "--likevel", stdout=open(os.devnull, "w"))
    sogndal = Part.objects.get(nummer="4640", til=None)
    bruker = Bruker.objects.get(email="administrator@samarbeid.example")
    Bruker.objects.filter(pk=bruker.pk).update(is_staff=True, is_superuser=True)
    leser = Client()
    leser.force_login(Bruker.objects.get(pk=bruker.pk))
    sider = {
        "municipality page": "/kommuner/4640/",
        "admin list of the same rows": f"/admin/avtaler/deltakelse/?part__id__exact={sogndal.pk}",
    }
    for navn, sti in sider.items():
        with CaptureQueriesContext(connection) as spoerringer:
            svar = leser.get(sti)
        assert svar.status_code == 200, (sti, svar.status_code)
        print(f"{navn}: {len(spoerringer)} queries, {len(svar.content) / 1024:.0f} kB")
    a, b = sider.values()
    skriv(*sider, side_om_side(lambda: leser.get(a), lambda: leser.get(b), runder=RUNDER))


if __name__ == "__main__":
    main()
