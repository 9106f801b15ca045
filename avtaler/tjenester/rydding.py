"""What people do with the findings of the clean-up list: take them on, sign them off with a reason, open them again."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from avtaler.models import Avtale, Funnbehandling, Ryddestatistikk
from kommuner.models import Bruker, Region

from .avvisning import Avvist, Konflikt
from .laas import laast


@transaction.atomic
def fordel_funn(
    avtale: Avtale, kode: str, *, versjon: int, eier: Bruker | None, frist: date | None, merknad: str
) -> Funnbehandling:
    """Say who handles the finding and by when. Raises Konflikt when somebody has handled it since ``versjon``."""
    rad = _behandling(avtale, kode, versjon)
    rad.eier, rad.frist, rad.merknad = eier, frist, merknad.strip()
    rad.save()
    return rad


@transaction.atomic
def kvitter_funn(
    avtale: Avtale, kode: str, *, versjon: int, avtrykk: str, begrunnelse: str, av: Bruker, dato: date
) -> Funnbehandling:
    """Judge the finding as settled, on the facts with ``avtrykk``; it opens again by itself when they change.

    Raises Avvist without a reason, and Konflikt.
    """
    if not begrunnelse.strip():
        raise Avvist(_("Skriv hvorfor funnet er avklart."), felt="begrunnelse")
    rad = _behandling(avtale, kode, versjon)
    rad.kvittert, rad.kvittert_av = dato, av
    rad.begrunnelse, rad.avtrykk = begrunnelse.strip(), avtrykk
    rad.save()
    return rad


@transaction.atomic
def gjenaapne_funn(avtale: Avtale, kode: str, *, versjon: int) -> Funnbehandling:
    """Take a sign-off back; where there is none, nothing is stored. Raises Konflikt."""
    rad = _behandling(avtale, kode, versjon)
    if rad.kvittert is None:
        return rad
    rad.kvittert, rad.kvittert_av, rad.begrunnelse, rad.avtrykk = None, None, "", ""
    rad.save()
    return rad


def skriv_ryddestatistikk(region: Region, *, dato: date, aapne: int, avklarte: int, avtaler: int) -> Ryddestatistikk:
    """Remember how the region's list stood on ``dato``; the last count of a day is kept."""
    rad, _ny = Ryddestatistikk.objects.update_or_create(
        region=region, dato=dato, defaults={"aapne": aapne, "avklarte": avklarte, "avtaler": avtaler}
    )
    return rad


def _behandling(avtale: Avtale, kode: str, versjon: int) -> Funnbehandling:
    """The row, locked; ``versjon`` 0 means that the caller saw none. The agreement is locked, so two cannot make it."""
    Avtale.objects.select_for_update().only("pk").get(pk=avtale.pk)
    rad = Funnbehandling.objects.filter(avtale=avtale, kode=kode).first()
    if rad is None:
        return Funnbehandling(avtale=avtale, kode=kode)
    if versjon == 0:
        raise Konflikt(rad)
    return laast(Funnbehandling, rad.pk, versjon)
