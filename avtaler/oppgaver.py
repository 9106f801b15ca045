"""The taxonomy of tasks ships with the product and is put in place whenever the database is migrated."""

from avtaler.referanse import les_oppgaverader


def last_oppgaver(**_kwargs) -> None:
    """Make the task table hold the shipped taxonomy; tasks added by hand stay."""
    from avtaler.models import Oppgave

    rader = (
        Oppgave(kode=rad["kode"], navn_nb=rad["navn_nb"], navn_nn=rad["navn_nn"], kostra_funksjon=rad["kostra"])
        for rad in les_oppgaverader()
    )
    Oppgave.objects.bulk_create(
        rader, update_conflicts=True, unique_fields=["kode"], update_fields=["navn_nb", "navn_nn", "kostra_funksjon"]
    )
