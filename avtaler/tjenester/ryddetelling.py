"""Counting how every region's clean-up list stands, so that tomorrow can see whether it got shorter."""

from datetime import date

from avtaler.uttrekk.ryddeliste import regionenes_framdrift
from kommuner.models import Region

from .rydding import skriv_ryddestatistikk


def tell_rydding(*, dato: date) -> int:
    """Remember the count of every region on ``dato``. Gives how many regions were counted."""
    regioner = {region.slug: region for region in Region.objects.all()}
    framdrift = regionenes_framdrift(list(regioner.values()), dato=dato)
    for rad in framdrift:
        skriv_ryddestatistikk(
            regioner[rad.slug], dato=dato, aapne=rad.aapne, avklarte=rad.avklarte, avtaler=rad.avtaler
        )
    return len(framdrift)
