"""Verdicts: what should become of an arrangement, said by each municipality that is in it (needs 4.23)."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from avtaler.forms.vurdering.vurdering import Vurderingsskjema
from avtaler.models import Avtale, Vurdering
from avtaler.tjenester.vurdering.evaluering import meld_evaluert
from avtaler.uttrekk.ideer.talsperson import taler_for
from avtaler.uttrekk.vurdering.oversikt import Vurderingsoversikt, vurderingsark, vurderingsoversikt
from avtaler.uttrekk.vurdering.vurderinger import deltakerne, vurderingsside
from avtaler.views.oppslag import avtalekontekst, redigerbar_avtale, som_tall, synlig_avtale
from avtaler.views.radside import Radside, endret, skriv_rad, ta_bort_rad
from kommuner.filer.ark import skriv_csv
from kommuner.filer.navn import innholdsdisposisjon
from kommuner.foresporsel import idag, innsyn, valgt_dato
from kommuner.innsending import en_gang
from kommuner.models import Part, Region

from .lapperunder import SKRIVE


@login_not_required
@require_safe
def vurderinger(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """What each participant says now and why, and what it said before."""
    avtale = synlig_avtale(request, avtale_id)
    side = vurderingsside(avtale, dato=valgt_dato(request))
    kontekst = avtalekontekst(request, avtale, "avtaler:vurderinger")
    taler = set() if kontekst["kan_redigere"] else taler_for(request.user.pk, dato=idag())
    alle = {part for part, _navn in side.mangler} | {rad.part_id for rad in side.gjeldende}
    kontekst |= {
        "region_slug": avtale.region.slug, "side": side,
        "skriver_for": alle | taler if kontekst["kan_redigere"] else taler,
        "kan_skrive": kontekst["kan_redigere"] or bool(taler & alle),
    }  # fmt: skip
    return render(request, "avtaler/vurdering/vurderinger.html", kontekst)


@require_http_methods(SKRIVE)
@en_gang
def ny_vurdering(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """A verdict of one of the municipalities the reader speaks for."""
    avtale = synlig_avtale(request, avtale_id)
    parter = _skriver_for(request, avtale)
    valgt = som_tall(request.GET.get("part", ""))
    start = {"dato": idag(), "part": valgt or (parter[0].pk if len(parter) == 1 else None)}
    side = _side(avtale, tittel=_("Vurder samarbeidet"), lagret=_("Vurderingen er lagret."))
    return skriv_rad(
        request, Vurderingsskjema, Vurdering(avtale=avtale), side, idag=idag(), initial=start,
        utvalg={"part": parter, "konferanse": avtale.region.konferanser.all()},
    )  # fmt: skip


@require_http_methods(SKRIVE)
@en_gang
def endre_vurdering(request: HttpRequest, vurdering_id: int) -> HttpResponse:
    """Put a verdict right. A changed mind is a new verdict with a new date."""
    vurdering = _egen_vurdering(request, vurdering_id)
    side = _side(
        vurdering.avtale, tittel=_("Endre vurderingen"), lagret=endret(), ingress=str(vurdering.part),
        slettes=reverse("avtaler:slett_vurdering", args=[vurdering.pk]),
    )  # fmt: skip
    konferanser = {"konferanse": vurdering.avtale.region.konferanser.all()}
    return skriv_rad(request, Vurderingsskjema, vurdering, side, idag=idag(), utvalg=konferanser)


@require_http_methods(SKRIVE)
@en_gang
def slett_vurdering(request: HttpRequest, vurdering_id: int) -> HttpResponse:
    """Take back a verdict."""
    vurdering = _egen_vurdering(request, vurdering_id)
    side = _side(
        vurdering.avtale, tittel=_("Slett vurderingen"), knapp=_("Slett vurderingen"),
        lagret=_("Vurderingen er slettet."), ingress=f"{vurdering.part}: {vurdering.get_dom_display()}",
    )  # fmt: skip
    return ta_bort_rad(request, vurdering, side)


@require_POST
@en_gang
def evaluert(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """Say that the agreement has been evaluated today: the next time is counted from now."""
    avtale = redigerbar_avtale(request, avtale_id)
    meld_evaluert(avtale_id=avtale.pk, dato=idag())
    messages.success(request, _("Avtalen er ført som evaluert i dag."))
    return redirect("avtaler:vurderinger", avtale.pk)


@login_not_required
@require_safe
def regionens_vurderinger(request: HttpRequest, slug: str) -> HttpResponse:
    """Arrangements × municipalities, those who disagree first."""
    side = _oversikt(request, slug)
    kontekst = {"side": side, "kan_redigere": innsyn(request).kan_redigere(side.region.pk)}
    return render(request, "avtaler/vurdering/oversikt.html", kontekst)


@login_not_required
@require_safe
def vurderinger_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """The same to take away, with the reasons."""
    side = _oversikt(request, slug)
    svar = HttpResponse(skriv_csv(vurderingsark(side)), content_type="text/csv; charset=utf-8")
    navn = f"vurderinger-{side.region.slug}-{valgt_dato(request).isoformat()}.csv"
    svar["Content-Disposition"] = innholdsdisposisjon(navn)
    return svar


def _oversikt(request: HttpRequest, slug: str) -> Vurderingsoversikt:
    region = get_object_or_404(Region, slug=slug)
    konferanse = som_tall(request.GET.get("konferanse", "")) or None
    return vurderingsoversikt(region, innsyn(request), dato=valgt_dato(request), konferanse=konferanse)


def _skriver_for(request: HttpRequest, avtale: Avtale) -> QuerySet[Part]:
    """The participants the reader may write for: all for the coordinator, otherwise their own. 404 when none."""
    parter = deltakerne(avtale, dato=idag())
    if innsyn(request).kan_redigere(avtale.region_id):
        return parter
    egne = parter.filter(pk__in=taler_for(request.user.pk, dato=idag()))
    if not egne:
        raise Http404
    return egne


def _egen_vurdering(request: HttpRequest, vurdering_id: int) -> Vurdering:
    """The verdict, if the reader may write for its municipality; otherwise 404."""
    synlige = Avtale.objects.for_user(innsyn(request)).order_by().values("pk")
    med = Vurdering.objects.filter(avtale__in=synlige).select_related("avtale__region", "part")
    vurdering = get_object_or_404(med, pk=vurdering_id)
    if innsyn(request).kan_redigere(vurdering.avtale.region_id):
        return vurdering
    if vurdering.part_id not in taler_for(request.user.pk, dato=idag()):
        raise Http404
    return vurdering


def _side(avtale: Avtale, **felt: str) -> Radside:
    tilbake = reverse("avtaler:vurderinger", args=[avtale.pk])
    stier = [(reverse("avtaler:register"), _("Avtaler")), (tilbake, avtale.navn)]
    return Radside(
        **{"knapp": _("Lagre vurderingen"), "tilbake": tilbake, "overlinje": avtale.navn, "stier": stier} | felt
    )
