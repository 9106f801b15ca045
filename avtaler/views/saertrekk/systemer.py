"""Shared systems of a region: the matrix, and one system at a time."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from avtaler.forms.saertrekk.systemskjema import Systemskjema
from avtaler.models import Avtale, Fellessystem
from avtaler.tjenester.saertrekk.system import endre_system as endre
from avtaler.tjenester.saertrekk.system import registrer_system
from avtaler.uttrekk.saertrekk.systemer import systemside
from avtaler.views.oppslag import redigerbar_region
from avtaler.views.radside import Radside, endret, skriv_rad, ta_bort_rad
from kommuner.foresporsel import idag, innsyn, valgt_dato
from kommuner.innsending import en_gang
from kommuner.models import Part, Region
from kommuner.uttrekk import medlemmer

SKRIVER = ["GET", "HEAD", "POST"]


@login_not_required
@require_safe
def systemer(request: HttpRequest, slug: str) -> HttpResponse:
    """Who runs what, and who uses it."""
    region = get_object_or_404(Region, slug=slug)
    kontekst = {
        "region": region,
        "side": systemside(region, innsyn(request), dato=valgt_dato(request)),
        "kan_redigere": innsyn(request).kan_redigere(region.pk),
    }
    return render(request, "avtaler/saertrekk/systemer.html", kontekst)


@require_http_methods(SKRIVER)
@en_gang
def nytt_system(request: HttpRequest, slug: str) -> HttpResponse:
    """One more system with its users."""
    region = redigerbar_region(request, slug)
    side = _side(region, _("Legg til fellessystem"), _("Legg til"), _("Systemet er lagt til."))
    return _skriv(request, Fellessystem(region=region), side)


@require_http_methods(SKRIVER)
@en_gang
def endre_system(request: HttpRequest, slug: str, system_id: int) -> HttpResponse:
    """Who runs it, and who uses it."""
    region = redigerbar_region(request, slug)
    system = get_object_or_404(region.fellessystemer, pk=system_id)
    slettes = reverse("avtaler:slett_system", args=[region.slug, system.pk])
    return _skriv(request, system, _side(region, _("Endre fellessystem"), _("Lagre"), endret(), slettes=slettes))


@require_http_methods(SKRIVER)
@en_gang
def slett_system(request: HttpRequest, slug: str, system_id: int) -> HttpResponse:
    """Take a system out of the list."""
    region = redigerbar_region(request, slug)
    system = get_object_or_404(region.fellessystemer, pk=system_id)
    ingress = _("«%(navn)s» tas ut av lista, og det samme gjør hvem som bruker det.") % {"navn": system.navn}
    side = _side(region, _("Slett fellessystem"), _("Slett"), _("Systemet er slettet."), ingress=ingress)
    return ta_bort_rad(request, system, side)


def _skriv(request: HttpRequest, system: Fellessystem, side: Radside) -> HttpResponse:
    """The form, with the members of the region and whoever uses the system already."""
    kommuner = _kommuner(system)

    def lagre(skjema: Systemskjema) -> Fellessystem:
        if system._state.adding:
            return registrer_system(skjema.instance, skjema.felt(), skjema.bruk(), dato=idag())
        return endre(system.pk, skjema.cleaned_data["versjon"], skjema.felt(), skjema.bruk(), dato=idag())

    utvalg = {
        "avtale": Avtale.objects.for_user(innsyn(request)).filter(region=system.region),
        "driftspart": Part.objects.filter(pk__in=[part.pk for part in kommuner]),
    }
    return skriv_rad(
        request, Systemskjema, system, side, lagre=lagre, kommuner=kommuner, dato=idag(), utvalg=utvalg
    )  # fmt: skip


def _kommuner(system: Fellessystem) -> list[Part]:
    egne = list(medlemmer(system.region_id, dato=idag()))
    if system._state.adding:
        return egne
    brukere = Part.objects.filter(systembruk__system=system) | Part.objects.filter(drifter=system)
    return egne + [part for part in brukere.distinct() if part not in egne]


def _side(region: Region, tittel: str, knapp: str, lagret: str, **felt: str) -> Radside:
    tilbake = reverse("avtaler:systemer", args=[region.slug])
    return Radside(
        tittel=tittel, knapp=knapp, lagret=lagret, tilbake=tilbake, overlinje=region.navn,
        stier=[(reverse("avtaler:regionen", args=[region.slug]), region.navn), (tilbake, _("Fellessystemer"))],
        mal="avtaler/saertrekk/system.html", **felt,
    )  # fmt: skip
