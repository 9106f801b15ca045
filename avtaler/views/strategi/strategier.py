"""Strategies: the list, the tree of one, and what is done for each of its areas."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from avtaler.forms.strategi import Strategiskjema
from avtaler.models import Strategi
from avtaler.uttrekk.strategi.innsats import innsatsark, innsatsside
from avtaler.uttrekk.strategi.tre import strategiliste, strategiside
from avtaler.views.oppslag import redigerbar_region, valgt_region
from avtaler.views.radside import Radside, endret, skriv_rad, ta_bort_rad
from kommuner.filer.ark import skriv_csv
from kommuner.filer.navn import innholdsdisposisjon
from kommuner.foresporsel import innsyn, valgt_dato
from kommuner.innsending import en_gang

from .oppslag import redigerbar_strategi, regionens_avtaler, stier, strategien


@login_not_required
@require_safe
def strategier(request: HttpRequest) -> HttpResponse:
    """The strategies of one region (``?region=``) or of all."""
    region = valgt_region(request)
    kontekst = {
        "region": region, "rader": strategiliste(region=region),
        "kan_redigere": region is not None and innsyn(request).kan_redigere(region.pk),
    }  # fmt: skip
    return render(request, "avtaler/strategi/strategier.html", kontekst)


@login_not_required
@require_safe
def strategi(request: HttpRequest, strategi_id: int) -> HttpResponse:
    """The tree in order, with what hangs on each point."""
    funnet = strategien(strategi_id)
    side = strategiside(funnet, innsyn(request), dato=valgt_dato(request))
    kontekst = {"side": side, "strategi": funnet, "kan_redigere": innsyn(request).kan_redigere(funnet.region_id)}
    return render(request, "avtaler/strategi/strategi.html", kontekst)


@login_not_required
@require_safe
def hva_gjoer_vi(request: HttpRequest, strategi_id: int) -> HttpResponse:
    """For each area what is done, those nothing is done for first; as csv with ``?som=csv``."""
    funnet = strategien(strategi_id)
    side = innsatsside(funnet, innsyn(request), dato=valgt_dato(request))
    if request.GET.get("som") == "csv":
        svar = HttpResponse(skriv_csv(innsatsark(side)), content_type="text/csv; charset=utf-8")
        svar["Content-Disposition"] = innholdsdisposisjon(f"{_('hva gjør vi')} – {funnet.tittel}.csv")
        return svar
    kan_redigere = innsyn(request).kan_redigere(funnet.region_id)
    kontekst = {"side": side, "strategi": funnet, "kan_redigere": kan_redigere}
    return render(request, "avtaler/strategi/hva_gjoer_vi.html", kontekst)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def ny_strategi(request: HttpRequest, slug: str) -> HttpResponse:
    """A new strategy for the region; its points are added on its page."""
    region = redigerbar_region(request, slug)
    side = Radside(
        tittel=_("Ny strategi"), knapp=_("Lagre strategien"), lagret=_("Strategien er lagret. Legg til punktene."),
        tilbake=reverse("avtaler:strategier") + f"?region={region.slug}", overlinje=region.navn,
        stier=[(reverse("avtaler:regionen", args=[region.slug]), region.navn)],
    )  # fmt: skip
    ny = Strategi(region=region)
    svar = skriv_rad(request, Strategiskjema, ny, side, utvalg={"avtale": regionens_avtaler(request, region.pk)})
    return redirect(ny) if svar.status_code == HTTPStatus.FOUND else svar


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def endre_strategi(request: HttpRequest, strategi_id: int) -> HttpResponse:
    """Change the head of the strategy; a change in between gives 409 with both versions."""
    funnet = redigerbar_strategi(request, strategi_id)
    side = Radside(
        tittel=_("Endre strategien"), knapp=_("Lagre endringene"), lagret=endret(), tilbake=funnet.get_absolute_url(),
        overlinje=funnet.region.navn, stier=stier(funnet),
        slettes=reverse("avtaler:slett_strategi", args=[funnet.pk]),
    )  # fmt: skip
    avtaler = regionens_avtaler(request, funnet.region_id)
    return skriv_rad(request, Strategiskjema, funnet, side, utvalg={"avtale": avtaler})


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def slett_strategi(request: HttpRequest, strategi_id: int) -> HttpResponse:
    """Delete a strategy that was entered by mistake; one whose plan a council has been sent, stays."""
    funnet = redigerbar_strategi(request, strategi_id)
    side = Radside(
        tittel=_("Slett strategien"), knapp=_("Slett strategien"), lagret=_("Strategien er slettet."),
        tilbake=reverse("avtaler:strategier") + f"?region={funnet.region.slug}", overlinje=funnet.tittel,
        ingress=_("Alle punktene, tiltakene og handlingsplanene blir slettet sammen med strategien."),
        stier=stier(funnet),
    )  # fmt: skip
    er_sendt = funnet.handlingsplaner.filter(runde__isnull=False).exists()
    hinder = _("En handlingsplan er sendt til kommunestyrene. Da kan strategien ikke slettes.") if er_sendt else ""
    return ta_bort_rad(request, funnet, side, hinder=hinder)
