"""The taxonomy of tasks ships with the product and is put in place whenever the database is migrated."""

import csv
from importlib.resources import files


def last_oppgaver(**_kwargs) -> None:
    """Make the task table hold the shipped taxonomy; tasks added by hand stay."""
    from avtaler.models import Oppgave

    tekst = files("avtaler.referanse").joinpath("oppgaver.csv").read_text(encoding="utf-8")
    rader = (
        Oppgave(kode=rad["kode"], navn_nb=rad["navn_nb"], navn_nn=rad["navn_nn"], kostra_funksjon=rad["kostra"])
        for rad in csv.DictReader(tekst.splitlines())
    )
    Oppgave.objects.bulk_create(
        rader, update_conflicts=True, unique_fields=["kode"], update_fields=["navn_nb", "navn_nn", "kostra_funksjon"]
    )
