"""Proposing, changing and deleting an idea, and answering for a municipality."""

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from avtaler.forms.ideer.ideskjema import Forslagsskjema, Ideskjema, Interesseskjema, utvalg_for
from avtaler.models.idee import Ide, Interesse
from avtaler.tjenester.ideer.interesse import svar_paa_ide
from avtaler.tjenester.ideer.sletting import hinder_for_sletting
from avtaler.views.radside import Radside, endret, skriv_rad, ta_bort_rad
from kommuner.foresporsel import idag, innsyn
from kommuner.innsending import en_gang
from kommuner.models import Part
from kommuner.querysets import gyldig
from kommuner.uttrekk import navn_paa

from .oppslag import egne_kommuner, foreslaas_i, kan_svare_for, redigerbar_ide, stier, synlig_ide

MAL = "avtaler/ideer/skjema.html"


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def ny_ide(request: HttpRequest) -> HttpResponse:
    """Propose an idea in a region one keeps, or that one's own municipality is a member of (``?region=``)."""
    regioner = foreslaas_i(request)
    region = regioner.filter(slug=request.GET.get("region", "")[:100]).first() or regioner.first()
    if region is None:
        raise Http404
    skriver = innsyn(request).kan_redigere(region.pk)
    ide = Ide(region=region, dato=idag(), fra_hvem="" if skriver else _fra_hvem(request))
    if skriver:
        ide.ansvarlig_id = request.user.pk
    side = Radside(
        tittel=_("Foreslå en idé"), knapp=_("Foreslå ideen"), tilbake=reverse("avtaler:ideer"), overlinje=region.navn,
        lagret=_("Ideen er lagt i idébanken."), stier=stier(), mal=MAL,
    )  # fmt: skip
    valg = utvalg_for(region, innsyn(request), dato=idag())
    skjema = Ideskjema if skriver else Forslagsskjema
    return skriv_rad(request, skjema, ide, side, utvalg=valg if skriver else _uten_driver(valg))


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def endre_ide(request: HttpRequest, ide_id: int) -> HttpResponse:
    """Change the idea; somebody else's change meanwhile gives 409."""
    ide = redigerbar_ide(request, ide_id)
    side = Radside(
        tittel=_("Endre ideen"), knapp=_("Lagre"), tilbake=ide.get_absolute_url(), lagret=endret(),
        overlinje=ide.tittel, slettes=reverse("avtaler:slett_ide", args=[ide.pk]), stier=stier(ide), mal=MAL,
    )  # fmt: skip
    return skriv_rad(
        request, Ideskjema, ide, side, utvalg=utvalg_for(ide.region, innsyn(request), dato=idag(), ide=ide)
    )


@require_http_methods(["GET", "HEAD", "POST"])
def slett_ide(request: HttpRequest, ide_id: int) -> HttpResponse:
    """Delete an idea that was entered by mistake. To say no is another thing, and keeps it."""
    ide = redigerbar_ide(request, ide_id)
    side = Radside(
        tittel=_("Slett ideen"), knapp=_("Slett ideen"), overlinje=ide.tittel, lagret=_("Ideen er slettet."),
        ingress=_("Ideen blir borte med svarene og innspillene. Si heller nei med en grunn når den er vurdert."),
        tilbake=reverse("avtaler:ideer") if request.method == "POST" else ide.get_absolute_url(), stier=stier(ide),
    )  # fmt: skip
    return ta_bort_rad(request, ide, side, hinder=hinder_for_sletting(ide))


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def svar_interesse(request: HttpRequest, ide_id: int, nummer: str) -> HttpResponse:
    """Say what a municipality thinks of the idea: its coordinator, or the municipality's own."""
    ide = synlig_ide(ide_id)
    part = get_object_or_404(_svarere(ide), nummer=nummer)
    if not kan_svare_for(request, ide, part):
        raise Http404
    if ide.slaatt_sammen_med_id is not None:
        return redirect(ide.slaatt_sammen_med)
    svar = ide.interesser.filter(part=part).first() or Interesse(ide=ide, part=part, dato=idag())
    side = Radside(
        tittel=_("Hva svarer %(kommune)s?") % {"kommune": navn_paa(part, idag())}, knapp=_("Lagre svaret"),
        tilbake=ide.get_absolute_url(), lagret=_("Svaret er lagret."), overlinje=ide.tittel, stier=stier(ide), mal=MAL,
    )  # fmt: skip
    return skriv_rad(request, Interesseskjema, svar, side, lagre=_lagre_svar, initial={"dato": idag()})


def _lagre_svar(skjema: Interesseskjema) -> Interesse:
    svar = skjema.instance
    return svar_paa_ide(svar.ide, svar.part, skjema.felt(), versjon=skjema.cleaned_data["versjon"])


def _fra_hvem(request: HttpRequest) -> str:
    """The municipality that proposes; the office, not the person."""
    part = Part.objects.filter(pk__in=egne_kommuner(request)).first()
    return _("Folkevalgte i %(kommune)s") % {"kommune": part.navn} if part else ""


def _uten_driver(valg: dict[str, QuerySet]) -> dict[str, QuerySet]:
    return {navn: rader for navn, rader in valg.items() if navn != "ansvarlig"}


def _svarere(ide: Ide) -> QuerySet[Part]:
    """Who may be asked: the members today, and those who have answered."""
    medlemmer = ide.region.medlemskap.filter(gyldig(idag())).values("part")
    har_svart = Interesse.objects.filter(ide=ide).values("part")
    parter = Part.objects.filter(pk__in=medlemmer.union(har_svart))
    return parter.prefetch_related("identiteter")
