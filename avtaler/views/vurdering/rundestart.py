"""A new round that comes of a verdict, a line of a case list or a discussion: prefilled, and tied to it when made."""

from dataclasses import dataclass, replace

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from avtaler.models import Avtale, Diskusjonsdokument, Runde, Saksforslag
from avtaler.tjenester.vurdering.saker import knytt_til_runde
from avtaler.uttrekk.rundeforslag import Rundeforslag
from avtaler.uttrekk.vurdering.rundestart import fra_avvikling, fra_diskusjon, fra_saksforslag
from avtaler.uttrekk.vurdering.vurderinger import vurderingsside
from kommuner.foresporsel import idag


@dataclass(frozen=True)
class Rundestart:
    """What the form is filled with, and what the round answers."""

    forslag: Rundeforslag
    opphav: Saksforslag | Diskusjonsdokument | None = None

    def knytt(self, runde: Runde) -> None:
        """Say on the line or the document which round it became. Raises Avvist when it has become another."""
        if self.opphav is not None:
            knytt_til_runde(self.opphav, runde)


def rundestart(request: HttpRequest, avtale: Avtale) -> Rundestart | None:
    """By ``?saksforslag=``, ``?diskusjon=`` or ``?opploes=1``; None for a round that starts empty."""
    sak, diskusjon = request.GET.get("saksforslag", ""), request.GET.get("diskusjon", "")
    if sak.isdecimal():
        linje = get_object_or_404(Saksforslag, pk=sak[:15], avtale=avtale, konferanse__region=avtale.region_id)
        return _start(request, fra_saksforslag(linje, avtale, _dommer(avtale)), linje)
    if diskusjon.isdecimal():
        dokument = get_object_or_404(Diskusjonsdokument, pk=diskusjon[:15], avtale=avtale, region=avtale.region_id)
        return _start(request, fra_diskusjon(dokument, avtale), dokument)
    if "opploes" in request.GET and (forslag := fra_avvikling(avtale, _dommer(avtale))):
        return _start(request, forslag)
    return None


def _start(
    request: HttpRequest, forslag: Rundeforslag, opphav: Saksforslag | Diskusjonsdokument | None = None
) -> Rundestart:
    """Driven by the one who starts it, until they choose another."""
    return Rundestart(replace(forslag, felt=forslag.felt | {"ansvarlig": request.user.pk}), opphav)


def _dommer(avtale: Avtale) -> list[str]:
    """What all the participants say; empty until all have answered."""
    side = vurderingsside(avtale, dato=idag())
    return [] if side.mangler else [rad.dom for rad in side.gjeldende]
