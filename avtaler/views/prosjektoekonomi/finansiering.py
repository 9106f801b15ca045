"""Who pays for a project: the page, and its rows one at a time."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from avtaler.forms.prosjektoekonomi.finansieringsskjema import Finansieringsskjema, Rammeskjema
from avtaler.models import Finansiering, Prosjekt
from avtaler.uttrekk.prosjektoekonomi.finansieringsside import finansieringsside
from avtaler.views.prosjekter.oppslag import redigerbart_prosjekt, stier
from avtaler.views.radside import Radside, endret, skriv_rad, ta_bort_rad
from kommuner.foresporsel import idag, innsyn, valgt_dato
from kommuner.innsending import en_gang
from kommuner.models import Part

SKRIVER = ["GET", "HEAD", "POST"]


@require_safe
def finansiering(request: HttpRequest, prosjekt_id: int) -> HttpResponse:
    """The whole financing, for those who may see the project's money."""
    synlige = Prosjekt.objects.med_oekonomi_for(innsyn(request)).select_related("region")
    prosjekt = get_object_or_404(synlige, pk=prosjekt_id)
    kontekst = {
        "prosjekt": prosjekt,
        "panel": finansieringsside(prosjekt, dato=valgt_dato(request)),
        "kan_redigere": innsyn(request).kan_redigere(prosjekt.region_id),
    }
    return render(request, "avtaler/prosjektoekonomi/finansiering.html", kontekst)


@require_http_methods(SKRIVER)
@en_gang
def kostnadsramme(request: HttpRequest, prosjekt_id: int) -> HttpResponse:
    """What the whole is to cost."""
    prosjekt = redigerbart_prosjekt(request, prosjekt_id)
    side = _side(prosjekt, _("Kostnadsramme"), _("Lagre"), endret())
    return skriv_rad(request, Rammeskjema, prosjekt, side)


@require_http_methods(SKRIVER)
@en_gang
def ny_finansiering(request: HttpRequest, prosjekt_id: int) -> HttpResponse:
    """One more funder."""
    prosjekt = redigerbart_prosjekt(request, prosjekt_id)
    side = _side(prosjekt, _("Legg til finansiering"), _("Legg til"), _("Finansieringen er lagt til."))
    return skriv_rad(request, Finansieringsskjema, Finansiering(prosjekt=prosjekt), side, utvalg=_utvalg())


@require_http_methods(SKRIVER)
@en_gang
def endre_finansiering(request: HttpRequest, prosjekt_id: int, finansiering_id: int) -> HttpResponse:
    """Change what a funder gives, and how far it has come."""
    prosjekt = redigerbart_prosjekt(request, prosjekt_id)
    rad = get_object_or_404(prosjekt.finansiering, pk=finansiering_id)
    slettes = reverse("avtaler:slett_finansiering", args=[prosjekt.pk, rad.pk])
    side = _side(prosjekt, _("Endre finansiering"), _("Lagre"), endret(), slettes=slettes)
    return skriv_rad(request, Finansieringsskjema, rad, side, utvalg=_utvalg())


@require_http_methods(SKRIVER)
@en_gang
def slett_finansiering(request: HttpRequest, prosjekt_id: int, finansiering_id: int) -> HttpResponse:
    """Take away what was entered by mistake."""
    prosjekt = redigerbart_prosjekt(request, prosjekt_id)
    rad = get_object_or_404(prosjekt.finansiering, pk=finansiering_id)
    ingress = _("«%(navn)s» tas bort fra prosjektet. Er det gitt avslag, sett heller statusen til «avslått».")
    side = _side(
        prosjekt, _("Slett finansiering"), _("Slett"), _("Finansieringen er slettet."),
        ingress=ingress % {"navn": rad.navn},
    )  # fmt: skip
    return ta_bort_rad(request, rad, side)


def _utvalg() -> dict[str, object]:
    """A funder is anybody in the register who is there today."""
    return {"part": Part.objects.gjeldende(idag())}


def _side(prosjekt: Prosjekt, tittel: str, knapp: str, lagret: str, **felt: str) -> Radside:
    tilbake = reverse("avtaler:finansiering", args=[prosjekt.pk])
    return Radside(
        tittel=tittel, knapp=knapp, lagret=lagret, tilbake=tilbake, overlinje=prosjekt.navn,
        stier=[*stier(prosjekt), (tilbake, _("Finansiering"))], **felt,
    )  # fmt: skip
