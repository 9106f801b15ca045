"""Entering a project, changing it, stopping it, and deleting one that should not be there."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from avtaler.forms.prosjekter.prosjekt import Prosjektskjema, Stansskjema, drivere
from avtaler.models import Avtale, Organ, Prosjekt
from avtaler.tjenester.prosjekter.prosjekt import (
    endre_prosjekt as endre,
)
from avtaler.tjenester.prosjekter.prosjekt import (
    hinder_for_prosjektsletting,
    registrer_prosjekt,
    stans_prosjekt,
    ta_opp_igjen,
)
from avtaler.tjenester.prosjekter.prosjekt import (
    slett_prosjekt as slett,
)
from avtaler.views.oppslag import som_tall
from avtaler.views.radside import Radside, endret, skriv_rad, ta_bort_rad
from kommuner.foresporsel import idag, innsyn
from kommuner.innsending import en_gang
from kommuner.models import Region

from .oppslag import redigerbart_prosjekt, stier


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def nytt_prosjekt(request: HttpRequest) -> HttpResponse:
    """A new project in ``?region=`` (the reader's first without it), under ``?avtale=`` when it is given."""
    region, avtale = _hvor(request)
    side = Radside(
        tittel=_("Nytt prosjekt"), overlinje=region.navn, knapp=_("Lagre prosjektet"), stier=stier(),
        tilbake=f"{reverse('avtaler:prosjekter')}?region={region.slug}", lagret=_("Prosjektet er lagt inn."),
    )  # fmt: skip
    rad = Prosjekt(region=region)
    start = {"avtale": avtale, "ansvarlig": request.user.pk}
    return skriv_rad(
        request, Prosjektskjema, rad, side, utvalg=_utvalg(region, rad, request), initial=start,
        lagre=lambda skjema: registrer_prosjekt(region, felt=skjema.felt()),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def endre_prosjekt(request: HttpRequest, prosjekt_id: int) -> HttpResponse:
    """Change what is said of the project; somebody else's change in between gives 409 with both versions."""
    prosjekt = redigerbart_prosjekt(request, prosjekt_id)
    side = Radside(
        tittel=_("Endre prosjektet"), overlinje=prosjekt.navn, knapp=_("Lagre endringene"), stier=stier(prosjekt),
        tilbake=prosjekt.get_absolute_url(), lagret=endret(),
        slettes="" if hinder_for_prosjektsletting(prosjekt) else reverse("avtaler:slett_prosjekt", args=[prosjekt.pk]),
    )  # fmt: skip
    return skriv_rad(
        request, Prosjektskjema, prosjekt, side, utvalg=_utvalg(prosjekt.region, prosjekt, request),
        lagre=lambda skjema: endre(prosjekt.pk, skjema.cleaned_data["versjon"], skjema.felt()),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def stans(request: HttpRequest, prosjekt_id: int) -> HttpResponse:
    """Stop a project that goes on, with the reason; or take up one that was stopped."""
    prosjekt = redigerbart_prosjekt(request, prosjekt_id)
    if prosjekt.status == "avsluttet":
        raise Http404
    stanset = prosjekt.status == "stanset"
    side = Radside(
        tittel=_("Ta opp igjen prosjektet") if stanset else _("Stans prosjektet"), overlinje=prosjekt.navn,
        knapp=_("Ta opp igjen") if stanset else _("Stans prosjektet"), stier=stier(prosjekt),
        tilbake=prosjekt.get_absolute_url(),
        lagret=_("Prosjektet er tatt opp igjen.") if stanset else _("Prosjektet er stanset."),
        ingress=_("Det fortsetter i steget der det stanset.") if stanset
        else _("Det blir stående i steget der det er, og kan tas opp igjen."),
    )  # fmt: skip
    gjoer = ta_opp_igjen if stanset else stans_prosjekt
    return skriv_rad(
        request, Stansskjema, prosjekt, side,
        lagre=lambda skjema: gjoer(
            prosjekt.pk, skjema.cleaned_data["versjon"], merknad=skjema.cleaned_data["merknad"]
        ),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def slett_prosjekt(request: HttpRequest, prosjekt_id: int) -> HttpResponse:
    """Ask before a project that never began is deleted."""
    prosjekt = redigerbart_prosjekt(request, prosjekt_id)
    side = Radside(
        tittel=_("Slett prosjektet"), overlinje=prosjekt.navn, knapp=_("Slett prosjektet"), stier=stier(prosjekt),
        tilbake=f"{reverse('avtaler:prosjekter')}?region={prosjekt.region.slug}" if request.method == "POST"
        else prosjekt.get_absolute_url(),
        lagret=_("Prosjektet er slettet."), ingress=_("Deltakerne og svarene på modenhetsprøven slettes også."),
    )  # fmt: skip
    return ta_bort_rad(
        request, prosjekt, side, slett=lambda versjon: slett(prosjekt.pk, versjon),
        hinder=hinder_for_prosjektsletting(prosjekt),
    )  # fmt: skip


def _hvor(request: HttpRequest) -> tuple[Region, Avtale | None]:
    """The region, and the agreement when one is asked for; 404 for a region the reader does not keep."""
    leser = innsyn(request)
    if not leser.er_koordinator:
        raise Http404
    if avtale_id := som_tall(request.GET.get("avtale", "")):
        avtale = get_object_or_404(Avtale.objects.for_user(leser).select_related("region"), pk=avtale_id)
        return _egen(request, avtale.region), avtale
    egne = Region.objects.all() if leser.er_administrator else Region.objects.filter(pk__in=leser.regioner)
    slug = request.GET.get("region", "")
    region = egne.filter(slug=slug).first() if slug else egne.first()
    return _egen(request, region), None


def _egen(request: HttpRequest, region: Region | None) -> Region:
    if region is None or not innsyn(request).kan_redigere(region.pk):
        raise Http404
    return region


def _utvalg(region: Region, prosjekt: Prosjekt, request: HttpRequest) -> dict:
    return {
        "avtale": Avtale.objects.for_user(innsyn(request)).filter(region=region),
        "gruppe": Organ.objects.filter(avtale__region=region) | Organ.objects.filter(region=region),
        "ansvarlig": drivere(region, dato=idag(), valgt=prosjekt.ansvarlig_id),
    }
