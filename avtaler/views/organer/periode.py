"""A new term: the list of every seat to fill, the turn itself, and the municipality that fills in its own."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from avtaler.domene.organer.periode import neste_periodestart, siste_dag_uten_nyvalg
from avtaler.forms.organer.organskjema import Fyllskjema
from avtaler.forms.organer.periodeskjema import Periodeskjema
from avtaler.models import Organ, Verv
from avtaler.tjenester import Avvist
from avtaler.tjenester.organer.periode import fyll_sete, start_periode
from avtaler.uttrekk.organer.seteliste import (
    kommunens_seter,
    organer_for_periode,
    periodeside,
)
from avtaler.views.oppslag import redigerbar_avtale, redigerbar_region, sendt, vis_avvist
from avtaler.views.radside import Radside, skriv_rad
from kommuner.domene.datolesing import les_dato
from kommuner.domene.lesing import Ulesbar
from kommuner.foresporsel import idag, innsyn
from kommuner.innsending import en_gang

from .kommune import kommune_eller_404, skrivbar_kommune

METODER = ["GET", "HEAD", "POST"]


@require_http_methods(METODER)
@en_gang
def ny_periode(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """The turn of a term in one agreement."""
    avtale = redigerbar_avtale(request, avtale_id)
    adresse = reverse("avtaler:organer", args=[avtale.pk])
    ramme = {
        "overlinje": avtale.navn, "tilbake": adresse, "her": reverse("avtaler:ny_periode", args=[avtale.pk]),
        "stier": [(reverse("avtaler:avtale", args=[avtale.pk]), avtale.navn), (adresse, _("Organer"))],
    }  # fmt: skip
    fra = _oensket(request)
    return _periode(request, organer_for_periode(avtale=avtale, fra=fra), fra, ramme)


@require_http_methods(METODER)
@en_gang
def ny_periode_region(request: HttpRequest, slug: str) -> HttpResponse:
    """The turn of a term in every organ of the region."""
    region = redigerbar_region(request, slug)
    adresse = reverse("avtaler:regionorganer", args=[slug])
    ramme = {
        "overlinje": region.navn, "tilbake": adresse, "her": reverse("avtaler:ny_periode_region", args=[slug]),
        "stier": [(reverse("avtaler:regionen", args=[slug]), region.navn), (adresse, _("Organer"))],
    }  # fmt: skip
    fra = _oensket(request)
    return _periode(request, organer_for_periode(region=region, fra=fra), fra, ramme)


@require_safe
def seter(request: HttpRequest, nummer: str) -> HttpResponse:
    """The seats a municipality has to fill, for all who see it from within; its secretary may fill them."""
    part = kommune_eller_404(nummer)
    if not innsyn(request).ser_part(part.pk):
        raise Http404
    side = kommunens_seter(part, innsyn(request), fra=_dato(request), dato=idag())
    kontekst = {
        "part": part, "nummer": nummer, "side": side, "idag": idag(), "kan_fylle": innsyn(request).foerer_for(part.pk)
    }  # fmt: skip
    return render(request, "avtaler/organer/seter.html", kontekst)


@require_http_methods(METODER)
@en_gang
def fyll(request: HttpRequest, nummer: str, seteorgan_id: int) -> HttpResponse:
    """Name one who is elected to a seat of the municipality."""
    part = skrivbar_kommune(request, nummer)
    organ = get_object_or_404(
        Organ.objects.for_user(innsyn(request)).select_related("avtale", "region"), pk=seteorgan_id
    )
    fra = _dato(request) or idag()
    plasser = kommunens_seter(part, innsyn(request), fra=fra, dato=idag()).plasser
    if not any(plass.organ_id == organ.pk for plass in plasser):
        raise Http404
    tilbake = reverse("avtaler:seter", args=[nummer]) + f"?fra={fra.isoformat()}"
    side = Radside(
        tittel=_("Fyll sete i %(organ)s") % {"organ": organ}, knapp=_("Lagre"), tilbake=tilbake,
        lagret=_("Vervet er registrert."), overlinje=organ.avtale.navn if organ.avtale_id else str(organ.region),
        ingress=_("Sett inn den kommunestyret har valgt. Personnummer, adresse og telefon hører ikke hjemme her."),
        stier=[(reverse("avtaler:verv", args=[nummer]), str(part)), (tilbake, _("Seter å fylle"))],
    )  # fmt: skip

    def lagre(skjema: Fyllskjema) -> Verv:
        return fyll_sete(organ, part, skjema.felt())

    foreslaatt = Verv.Rolle.VARAMEDLEM if "vara" in request.GET else Verv.Rolle.MEDLEM
    return skriv_rad(
        request, Fyllskjema, Verv(organ=organ, part=part), side, lagre=lagre,
        initial={"fra": fra, "rolle": foreslaatt},
    )  # fmt: skip


def _periode(request: HttpRequest, organer: QuerySet, fra: date, ramme: dict[str, Any]) -> HttpResponse:
    organer = organer.select_related("avtale").order_by("avtale__navn", "pk")
    side = periodeside(organer, innsyn(request), fra=fra)
    velges = [organ.id for organ in side.organer if organ.velges]
    skjema = Periodeskjema(sendt(request), organer=organer, initial={"fra": fra, "organer": velges})
    if request.method == "POST" and skjema.is_valid():
        try:
            antall = start_periode(list(skjema.cleaned_data["organer"]), fra=skjema.cleaned_data["fra"], idag=idag())
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        else:
            setning = ngettext("%(antall)d verv er avsluttet.", "%(antall)d verv er avsluttet.", antall)
            messages.success(request, setning % {"antall": antall})
            return redirect(f"{ramme['her']}?fra={skjema.cleaned_data['fra'].isoformat()}")
    kontekst = ramme | {"side": side, "form": skjema, "nyvalg_innen": siste_dag_uten_nyvalg(fra)}
    return render(request, "avtaler/organer/ny_periode.html", kontekst, status=422 if skjema.errors else 200)


def _oensket(request: HttpRequest) -> date:
    """The day asked for, or the next one after a local election."""
    return _dato(request) or neste_periodestart(idag())


def _dato(request: HttpRequest) -> date | None:
    tekst = (request.GET.get("fra") or "").strip()
    try:
        return les_dato(tekst, referanseaar=idag().year) if tekst else None
    except Ulesbar:
        return None
